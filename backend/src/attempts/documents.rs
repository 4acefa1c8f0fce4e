//! What REST tells of an attempt. A result is long and often asked for: its texts are written from the edition as they are, never
//! copied first.

use super::{Attempt, State, Subject, Submission, paper::Paper, taking::Bound};
use crate::{
    locale::Language,
    quizzes::{
        Question, QuestionId,
        drawing::Drawn,
        review::{Review, review},
    },
    routes::API,
};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};

/// What each attempt tells, also in a list.
pub fn summary(attempt: &Attempt) -> Value {
    let mut one =
        json!({"id": attempt.id, "href": format!("{API}/attempts/{}", attempt.id), "startedAt": attempt.started_at});
    match &attempt.subject {
        Subject::Quiz { competency, .. } => one["module"] = competency.as_str().into(),
        Subject::Refresher { level, .. } => one["refreshes"] = json!(level),
    }
    match &attempt.state {
        State::Open => one["status"] = "open".into(),
        State::Submitted(submission) => {
            one["status"] = "submitted".into();
            one["submittedAt"] = json!(submission.at);
            one["score"] = json!(submission.score);
            one["passed"] = submission.passed.into();
        }
    }
    one
}

/// What an open and a submitted attempt tell alike.
fn head(Bound { attempt, paper }: &Bound, language: Language, at: DateTime<Utc>) -> Value {
    let mut head = summary(attempt);
    head["language"] = json!(language);
    head["passMark"] = json!(f64::from(attempt.pass_mark) / 100.0);
    if let Paper::Quiz(edition) = paper {
        head["edition"] = json!(edition.number);
    }
    if let Some(clock) = &attempt.time {
        head["endsAt"] = json!(clock.ends_at);
        match &attempt.state {
            State::Open => head["breakSecondsLeft"] = clock.break_left(at).num_seconds().into(),
            State::Submitted(_) => head["endedByTime"] = attempt.ended_by_time().into(),
        }
    }
    head
}

/// An open attempt: the questions without their key, scenarios as far as they were walked, and what was answered; neither during
/// a break.
pub fn open(bound: &Bound, language: Language, at: DateTime<Utc>) -> Value {
    let attempt = &bound.attempt;
    if let Some(ends) = attempt.break_ends_at(at) {
        let mut body = head(bound, language, at);
        (body["questions"], body["answers"], body["breakEndsAt"]) = (json!([]), json!({}), json!(ends));
        return body;
    }
    let answers = attempt.draw.0.iter().filter_map(|drawn| {
        let saved = attempt.answer(&drawn.question)?;
        let mut given = drawn.veil(&saved.answer);
        given["savedAt"] = json!(saved.saved_at);
        Some((drawn.question.to_string(), given))
    });
    let mut body = head(bound, language, at);
    let shown = |(drawn, question): (&Drawn, &Question)| {
        let saved = attempt.answer(&drawn.question).map(|saved| &saved.answer);
        drawn.shown_so_far(question, saved, language)
    };
    body["questions"] = attempt.questions(&bound.paper).map(shown).collect();
    body["answers"] = Value::Object(answers.collect());
    body
}

/// A submitted attempt: score, each question with why, and the brevet it led to.
#[derive(Serialize)]
pub struct SubmittedAttempt<'a> {
    #[serde(flatten)]
    head: Value,
    questions: Vec<ReviewedQuestion<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    brevet: Option<Value>,
}

#[derive(Serialize)]
struct ReviewedQuestion<'a> {
    id: &'a QuestionId,
    /// Of a refresher, which asks of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    module: Option<&'a str>,
    #[serde(flatten)]
    review: Review<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Value>,
}

/// `brevet`: what the caller tells of the brevet that came of it.
pub fn submitted<'a>(
    bound: &'a Bound,
    submission: &'a Submission,
    language: Language,
    brevet: Option<Value>,
) -> SubmittedAttempt<'a> {
    let Bound { attempt, paper } = bound;
    let questions = attempt.draw.0.iter().filter_map(|drawn| {
        let (edition, question) = paper.find(&drawn.question)?;
        let answer = attempt.answer(&drawn.question).map(|saved| &saved.answer);
        let points = submission.marks.0.get(&drawn.question).copied().unwrap_or_default();
        Some(ReviewedQuestion {
            id: &drawn.question,
            module: matches!(paper, Paper::Refresher { .. }).then_some(edition.module.competency.as_str()),
            review: review(question, &drawn.shown, answer, points, language),
            answer: answer.map(|answer| drawn.veil(answer)),
        })
    });
    SubmittedAttempt { head: head(bound, language, submission.at), questions: questions.collect(), brevet }
}
