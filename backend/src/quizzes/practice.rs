//! A question to practise: asked on the spot, answered at once, and counted nowhere.

use super::{
    Body, Question,
    answers::{self, Answer},
    asked::AskedQuestion,
    drawing::{self, Drawn},
    form::{self, Refused},
    marking,
    outcome::Outcome,
};
use crate::{
    input::Fields,
    locale::Language,
    problem::{Issue, Reason},
    t,
};
use askama::Template;
use serde_json::Value;

/// What a practice form says.
#[derive(Debug, PartialEq)]
pub enum Said {
    /// Nothing to mark yet: what was entered so far, or the steps that were taken in a situation.
    SoFar(Value),
    /// No answer, and why.
    Refused(Refused),
    Answered(Answered),
}

/// A complete answer with what it earned, from 0 to 1.
#[derive(Debug, PartialEq)]
pub struct Answered {
    /// In the keys that were shown.
    pub given: Value,
    pub answer: Answer,
    pub points: f64,
}

/// Reads the form of a practised question. `language` is the one it was filled in in.
pub fn hear(question: &Question, drawn: &Drawn, fields: &Fields, language: Language) -> Said {
    let given = match form::read(question, fields, language) {
        Ok(given) => given,
        Err(refused) if form::switch(fields).is_some() => return Said::SoFar(refused.given),
        Err(refused) => return Said::Refused(refused),
    };
    let shown = Value::Object(given.clone());
    if form::switch(fields).is_some() {
        return Said::SoFar(shown);
    }
    match answers::from_json(question, drawn.unveil(question, given)) {
        Err(issues) => Said::Refused(Refused { given: shown, issues }),
        Ok(answer) if answers::is_complete(question, &answer) => {
            let points = marking::mark(question, Some(&answer));
            Said::Answered(Answered { given: shown, answer, points })
        }
        Ok(_) if matches!(question.body, Body::Scenario(_)) => Said::SoFar(shown),
        Ok(_) => Said::Refused(Refused { given: shown, issues: vec![Issue::body("answer", Reason::Incomplete)] }),
    }
}

/// What is wrong with a form, in words.
pub fn complaint(issues: &[Issue], language: Language) -> Option<String> {
    issues.first().map(|issue| match &issue.reason {
        Reason::Missing | Reason::WrongType => t!(language, "practice-missing"),
        _ => issue.detail(language),
    })
}

/// The order in which a lesson shows the parts of a question: always the same, so that the page can be kept.
pub fn as_in_a_lesson(question: &Question) -> Drawn {
    // FNV-1a (Fowler, Noll, Vo): any number will do that only the name of the question decides.
    let hash = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let seed = question.id.as_str().bytes().fold(0xcbf2_9ce4_8422_2325, hash);
    drawing::alone(question, seed.cast_signed())
}

/// A practised question as a lesson shows it, and its own page: to be answered, or with what became of the answer.
#[derive(Template)]
#[template(path = "components/practice.html")]
pub struct PracticeBox {
    pub address: String,
    pub asked: AskedQuestion,
    pub outcome: Option<Outcome>,
    pub repeat: Option<Repeat>,
}

/// Offers somebody who is signed in that the question comes back, or says that it will.
pub struct Repeat {
    pub form_mark: String,
    pub action: String,
    /// Where the form leads: this question with this answer.
    pub then: String,
    pub is_kept: bool,
}

impl PracticeBox {
    /// `given` is what was entered so far.
    pub fn new(module: &str, question: &Question, given: &Value, language: Language) -> Self {
        let (id, drawn) = (box_id(question), as_in_a_lesson(question));
        let asked = AskedQuestion::new(&id, question, &drawn, given, language).practised(question);
        Self { address: address(module, question), asked, outcome: None, repeat: None }
    }

    /// Inside a lesson.
    pub fn inside(mut self) -> Self {
        self.asked.is_title = false;
        self.outcome = self.outcome.map(Outcome::inside);
        self
    }

    pub fn answered(mut self, outcome: Outcome) -> Self {
        self.asked.is_answered = true;
        self.outcome = Some(outcome);
        self
    }

    fn language(&self) -> Language {
        self.asked.language
    }
}

/// Where a question of a module is practised.
pub fn address(module: &str, question: &Question) -> String {
    format!("/modules/{module}/practice/{}", question.id)
}

/// The id of the question's box in its lesson.
pub fn box_id(question: &Question) -> String {
    format!("practice-{}", question.id)
}
