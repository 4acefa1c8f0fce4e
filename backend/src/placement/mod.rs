//! Placement: where a learner starts in a level. A short adaptive test finds out of which competencies the lessons may be
//! skipped. It never counts as mastery, and nobody is held to it.

pub mod again;
pub mod api;
pub mod choosing;
pub mod offer;
pub mod pages;
pub mod question_pages;
pub mod rasch;
pub mod result_pages;
pub mod stopping;
pub mod store;
pub mod taking;

use crate::{
    competencies::Level,
    ids::{AccountId, EditionId, PlacementId},
    locale::Language,
    quizzes::{QuestionId, answers::Answer, drawing::Drawn},
};
use choosing::Bank;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use stopping::{Reason, Verdict};

/// A marked answer, as far as the rules look at it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Response {
    /// Of the question, in logits.
    pub difficulty: f64,
    /// Whether it earned all its points.
    pub right: bool,
}

crate::db::jsonb! {
    /// What a placement asks about, in the order of the course.
    pub struct Subjects(pub Vec<Subject>);
}

/// A competency that is asked about, as it stood when the placement began.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Subject {
    pub competency: String,
    pub edition: EditionId,
    /// The ability from which on it counts as known, in logits.
    pub cut: f64,
    /// The questions that earlier placements of this learner asked.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub before: BTreeSet<QuestionId>,
}

crate::db::jsonb! {
    /// The trace: every question in the order in which it was asked.
    #[derive(Default)]
    pub struct Steps(pub Vec<Step>);
}

/// A question that was asked.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Step {
    pub competency: String,
    pub drawn: Drawn,
    /// As it was taken to be at that moment, in logits.
    pub difficulty: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Answered>,
}

/// What was answered, and what was thought of the learner's ability then.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Answered {
    /// None: "I don't know".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    pub right: bool,
    pub at: DateTime<Utc>,
    /// In logits, with its standard error.
    pub ability: f64,
    pub error: f64,
    /// What all answers to this competency together say, on Wald's scale.
    pub evidence: f64,
}

crate::db::jsonb! {
    /// What was found, by competency.
    #[derive(Default)]
    pub struct Verdicts(pub BTreeMap<String, Decided>);
}

#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Decided {
    pub verdict: Verdict,
    pub reason: Reason,
    pub at: DateTime<Utc>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Placement {
    pub id: PlacementId,
    pub learner: AccountId,
    pub level: Level,
    pub language: Language,
    pub seed: i64,
    pub started_at: DateTime<Utc>,
    pub subjects: Subjects,
    pub steps: Steps,
    pub verdicts: Verdicts,
    /// Counts what was written.
    pub revision: i32,
    pub state: State,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// The last step waits for its answer.
    Open,
    Finished {
        at: DateTime<Utc>,
    },
}

/// The questions of each subject.
pub type Banks = BTreeMap<String, Bank>;

impl Placement {
    /// The step that waits for its answer, with its number from 1.
    pub fn open_step(&self) -> Option<(usize, &Step)> {
        let step = self.steps.0.last().filter(|step| self.state == State::Open && step.answered.is_none())?;
        Some((self.steps.0.len(), step))
    }

    /// The steps of a competency, in order.
    pub fn steps_of<'a>(&'a self, competency: &'a str) -> impl Iterator<Item = &'a Step> {
        self.steps.0.iter().filter(move |step| step.competency == competency)
    }

    /// How many questions were answered.
    pub fn answered(&self) -> usize {
        self.steps.0.iter().filter(|step| step.answered.is_some()).count()
    }

    fn subject(&self, competency: &str) -> Option<&Subject> {
        self.subjects.0.iter().find(|subject| subject.competency == competency)
    }

    fn responses(&self, competency: &str) -> Vec<Response> {
        let response = |step: &Step| {
            let answered = step.answered.as_ref()?;
            Some(Response { difficulty: step.difficulty, right: answered.right })
        };
        self.steps_of(competency).filter_map(response).collect()
    }

    /// The next question about a competency.
    fn next_item<'a>(&self, subject: &Subject, banks: &'a Banks) -> Option<&'a choosing::Item> {
        let asked = self.steps_of(&subject.competency).map(|step| step.drawn.question.clone()).collect();
        banks.get(&subject.competency)?.next(&asked, &subject.before, subject.cut, self.seed)
    }

    /// Goes on to the next question, that of the first subject about which nothing was found yet; ends when there is none.
    /// `lay_out` puts the parts of a question in an order.
    pub fn going_on(
        mut self,
        banks: &Banks,
        lay_out: impl Fn(&str, &QuestionId) -> Option<Drawn>,
        at: DateTime<Utc>,
    ) -> Self {
        let is_open = |subject: &&Subject| !self.verdicts.0.contains_key(&subject.competency);
        let next = self.subjects.0.iter().filter(is_open).find_map(|subject| {
            let item = self.next_item(subject, banks)?;
            let drawn = lay_out(&subject.competency, &item.question)?;
            Some(Step { competency: subject.competency.clone(), drawn, difficulty: item.difficulty, answered: None })
        });
        match next {
            Some(step) => self.steps.0.push(step),
            None => self.state = State::Finished { at },
        }
        self
    }

    /// The placement with an answer to its open step, and with what is found by it. It stays on that step.
    pub fn answering(mut self, banks: &Banks, answer: Option<Answer>, right: bool, at: DateTime<Utc>) -> Self {
        let Some((number, step)) = self.open_step() else { return self };
        let competency = step.competency.clone();
        let Some(subject) = self.subject(&competency).cloned() else { return self };
        let mut responses = self.responses(&competency);
        responses.push(Response { difficulty: step.difficulty, right });
        let rasch::Estimate { ability, error } = rasch::estimate(&responses);
        let evidence = stopping::evidence(&responses, subject.cut);
        self.steps.0[number - 1].answered = Some(Answered { answer, right, at, ability, error, evidence });
        let more = self.next_item(&subject, banks).is_some();
        if let Some((verdict, reason)) = stopping::verdict(&responses, subject.cut, more) {
            self.verdicts.0.insert(competency, Decided { verdict, reason, at });
        }
        self
    }

    /// Ends it here. What was found stays; of the other competencies nothing is said.
    pub fn ending(mut self, at: DateTime<Utc>) -> Self {
        if self.state == State::Open {
            self.state = State::Finished { at };
        }
        self
    }
}
