//! Attempts: one learner takes one edition's quiz, or the refresher of a level. Answers are kept as they are given; one
//! submission is marked.

pub mod accommodation;
pub mod accommodation_store;
pub mod api;
pub mod break_pages;
pub mod breaks;
pub mod check_pages;
pub mod clock_words;
pub mod documents;
pub mod granting;
pub mod history_pages;
pub mod learning;
pub mod next;
pub mod own;
pub mod pages;
pub mod paper;
pub mod policy;
pub mod policy_words;
pub mod question_pages;
pub mod refresher_pages;
pub mod result_pages;
pub mod retakes;
pub mod store;
pub mod taking;
pub mod time_limit;
pub mod waiting;

use crate::{
    competencies::Level,
    ids::{AccountId, AttemptId, EditionId},
    locale::Language,
    problem::{Issue, Kind, Problem, Reason},
    quizzes::{
        Question, QuestionId,
        answers::{self, Answer},
        drawing::Drawn,
        marking,
    },
};
use chrono::{DateTime, Utc};
use paper::Paper;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use time_limit::TimeLimit;

crate::db::jsonb! {
    /// The drawn questions, in order.
    pub struct Draw(pub Vec<Drawn>);
}

crate::db::jsonb! {
    /// What was answered, by question.
    #[derive(Default)]
    pub struct Answers(pub BTreeMap<QuestionId, SavedAnswer>);
}

crate::db::jsonb! {
    #[serde(rename_all = "camelCase")]
    pub struct SavedAnswer {
        pub answer: Answer,
        pub saved_at: DateTime<Utc>,
    }
}

crate::db::jsonb! {
    /// The share of its points that each question earned.
    #[derive(Default)]
    pub struct Marks(pub BTreeMap<QuestionId, f64>);
}

#[derive(Clone, Debug)]
pub struct Attempt {
    pub id: AttemptId,
    pub learner: AccountId,
    pub subject: Subject,
    pub language: Language,
    pub draw: Draw,
    /// In percent, as it was when the attempt began.
    pub pass_mark: i32,
    pub started_at: DateTime<Utc>,
    pub answers: Answers,
    /// Counts the saved answers.
    pub revision: i32,
    /// Where the content asks for one.
    pub time: Option<TimeLimit>,
    pub state: State,
}

/// What an attempt is about, and the editions it is bound to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Subject {
    /// The quiz of a module.
    Quiz { competency: String, edition: EditionId },
    /// The refresher that renews the brevet of a level, drawn over the level's modules.
    Refresher { level: Level, editions: Vec<EditionId> },
}

#[derive(Clone, PartialEq, Debug)]
pub enum State {
    Open,
    Submitted(Submission),
}

#[derive(Clone, PartialEq, Debug)]
pub struct Submission {
    pub at: DateTime<Utc>,
    pub marks: Marks,
    /// From 0 to 1.
    pub score: f64,
    pub passed: bool,
}

/// How far a question is answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    Unanswered,
    /// Some pairs, some steps: what is saved counts.
    Begun,
    Answered,
    /// A situation that came to its end: none of its steps is taken back.
    Ended,
}

/// Why an answer is not taken.
#[derive(Debug, PartialEq)]
pub enum AnswerRefusal {
    Submitted,
    /// It was handed in since its time was over.
    TimeOver,
    NotDrawn,
    /// The path of a scenario that leads back behind a step that was taken.
    StepTaken,
    Wrong(Vec<Issue>),
}

impl From<AnswerRefusal> for Problem {
    fn from(refusal: AnswerRefusal) -> Self {
        match refusal {
            AnswerRefusal::Submitted => Kind::AlreadySubmitted.into(),
            AnswerRefusal::TimeOver => Kind::TimeOver.into(),
            AnswerRefusal::NotDrawn => Kind::ResourceNotFound.into(),
            AnswerRefusal::StepTaken => Kind::StepTaken.into(),
            AnswerRefusal::Wrong(issues) => Self::input(issues),
        }
    }
}

impl Attempt {
    /// Each drawn question with its layout, in order. `paper` is what the attempt is bound to.
    pub fn questions<'a>(&'a self, paper: &'a Paper) -> impl Iterator<Item = (&'a Drawn, &'a Question)> {
        self.draw.0.iter().filter_map(|drawn| Some((drawn, paper.question(&drawn.question)?)))
    }

    pub fn answer(&self, question: &QuestionId) -> Option<&SavedAnswer> {
        self.answers.0.get(question)
    }

    /// Reads an answer to a question of this attempt, in the keys that were shown.
    pub fn read_answer(
        &self,
        paper: &Paper,
        question: &str,
        fields: Map<String, Value>,
    ) -> Result<(QuestionId, Answer), AnswerRefusal> {
        if self.state != State::Open {
            return Err(self.closed());
        }
        let found = self.questions(paper).find(|(drawn, _)| drawn.question.as_str() == question);
        let (drawn, question) = found.ok_or(AnswerRefusal::NotDrawn)?;
        let answer = answers::from_json(question, drawn.unveil(question, fields)).map_err(AnswerRefusal::Wrong)?;
        match self.answer(&drawn.question) {
            Some(before) if !answers::may_follow(&before.answer, &answer) => Err(AnswerRefusal::StepTaken),
            _ => Ok((drawn.question.clone(), answer)),
        }
    }

    /// The question whose answer is to be taken back; none when nothing was answered. What was said in a scenario stays said.
    pub fn withdrawn(&self, question: &str) -> Result<Option<&QuestionId>, AnswerRefusal> {
        if self.state != State::Open {
            return Err(self.closed());
        }
        let drawn = self.draw.0.iter().find(|drawn| drawn.question.as_str() == question);
        let question = &drawn.ok_or(AnswerRefusal::NotDrawn)?.question;
        match self.answer(question).map(|saved| &saved.answer) {
            Some(Answer::Choices(path)) if !path.is_empty() => Err(AnswerRefusal::StepTaken),
            Some(Answer::Choices(_)) | None => Ok(None),
            Some(_) => Ok(Some(question)),
        }
    }

    /// Why an attempt that was handed in takes no answer.
    pub fn closed(&self) -> AnswerRefusal {
        if self.ended_by_time() { AnswerRefusal::TimeOver } else { AnswerRefusal::Submitted }
    }

    /// Whether it was handed in and not passed.
    pub fn is_failed(&self) -> bool {
        matches!(&self.state, State::Submitted(submission) if !submission.passed)
    }

    /// The questions that did not earn all their points, in order; none before it is handed in.
    pub fn missed(&self) -> impl Iterator<Item = &QuestionId> {
        let marks = match &self.state {
            State::Open => None,
            State::Submitted(submission) => Some(&submission.marks.0),
        };
        let asked = self.draw.0.iter().map(|drawn| &drawn.question);
        asked.filter(move |question| marks.is_some_and(|marks| marks.get(question).is_none_or(|mark| *mark < 1.0)))
    }

    /// Whether it was handed in when its time was over.
    pub fn ended_by_time(&self) -> bool {
        match (&self.state, &self.time) {
            (State::Submitted(submission), Some(clock)) => submission.at > clock.ends_at,
            (State::Submitted(_) | State::Open, _) => false,
        }
    }

    /// Whether its time is over and nobody has handed it in yet.
    pub fn is_over(&self, at: DateTime<Utc>) -> bool {
        self.state == State::Open && self.time.as_ref().is_some_and(|clock| clock.is_over(at))
    }

    /// Whether its time has run out, so that no page asks for answers any more. What is on its way then is still taken for a while.
    pub fn has_run_out(&self, at: DateTime<Utc>) -> bool {
        self.state == State::Open && self.time.as_ref().is_some_and(|clock| clock.left(at).is_zero())
    }

    /// Until when its clock stands still for a break, if it does.
    pub fn break_ends_at(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.time.as_ref().filter(|_| self.state == State::Open)?.break_ends_at(at)
    }

    /// Marks the attempt as it stands. The same attempt marks the same, whenever.
    pub fn mark(&self, paper: &Paper, at: DateTime<Utc>) -> Submission {
        let mark = |(drawn, question): (&Drawn, &Question)| {
            let answer = self.answer(&drawn.question).map(|saved| &saved.answer);
            (drawn.question.clone(), marking::mark(question, answer))
        };
        let marks: BTreeMap<_, _> = self.questions(paper).map(mark).collect();
        let in_order: Vec<f64> = marks.values().copied().collect();
        let score = marking::score(&in_order);
        Submission { at, marks: Marks(marks), score, passed: marking::is_pass(score, self.pass_mark) }
    }

    pub fn standing(&self, (drawn, question): (&Drawn, &Question)) -> Standing {
        match self.answer(&drawn.question).map(|saved| &saved.answer) {
            None => Standing::Unanswered,
            Some(answer) if answers::is_empty(answer) => Standing::Unanswered,
            Some(answer) if !answers::is_complete(question, answer) => Standing::Begun,
            Some(Answer::Choices(_)) => Standing::Ended,
            Some(_) => Standing::Answered,
        }
    }

    /// The number of the first question without a complete answer, from 1.
    pub fn first_unanswered(&self, paper: &Paper) -> Option<usize> {
        let is_open = |asked| matches!(self.standing(asked), Standing::Unanswered | Standing::Begun);
        self.questions(paper).position(is_open).map(|at| at + 1)
    }
}

/// An input error as the page shows it: the field is always the answer.
pub fn as_page_issue(issue: &Issue) -> Issue {
    let reason = match &issue.reason {
        Reason::Missing | Reason::WrongType => Reason::Missing,
        other => other.clone(),
    };
    Issue { name: "answer".into(), reason, ..issue.clone() }
}
