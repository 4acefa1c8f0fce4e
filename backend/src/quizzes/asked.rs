//! A question with its controls, the same in a quiz, in a lesson and in a round of practice.

use super::{
    Body, Question,
    drawing::Drawn,
    layout::{Laid, lay, rule},
    screen::Part as ScreenPart,
};
use crate::{locale::Language, t};
use askama::Template;
use serde_json::Value;

/// What stands in the form of a question, without the form and its button.
#[derive(Template)]
#[template(path = "components/question.html")]
pub struct AskedQuestion {
    pub language: Language,
    /// What its ids on the page begin with; the first control's is this and `-first`.
    pub id: String,
    /// Whether the question is what the page is about.
    pub is_title: bool,
    pub kind: &'static str,
    pub text: String,
    pub rule: String,
    pub laid: Laid,
    /// Whether it counts: then a click on a drawn screen chooses only, since no step is taken back.
    pub counts: bool,
    /// What is wrong with what was entered.
    pub wrong: Option<String>,
    /// Whether it was answered, so that there is nothing to enter any more.
    pub is_answered: bool,
}

impl AskedQuestion {
    /// `given` is what was entered so far, in the keys that are shown.
    pub fn new(id: &str, question: &Question, drawn: &Drawn, given: &Value, language: Language) -> Self {
        Self {
            language,
            id: id.to_owned(),
            is_title: true,
            kind: question.body.kind(),
            text: question.text.get(language).to_owned(),
            rule: rule(&question.body, language),
            laid: lay(question, &drawn.shown(question, language), given, language),
            counts: false,
            wrong: None,
            is_answered: false,
        }
    }

    /// Whether it is a situation that has come to its end, so that nothing is left to choose.
    pub fn is_at_end(&self) -> bool {
        self.kind == "scenario" && self.laid.parts.is_empty() && self.laid.screen.is_none()
    }

    /// As it is shown where it counts.
    pub fn counting(mut self, question: &Question) -> Self {
        self.counts = true;
        if let Body::Scenario(_) = &question.body {
            self.rule = t!(self.language, "rule-scenario-counts");
        }
        self
    }

    /// As it is shown to somebody who practises: inside something else, and with what is to be said about each step.
    pub fn practised(mut self, question: &Question) -> Self {
        if let Body::Scenario(scenario) = &question.body {
            self.laid = self.laid.telling(scenario, self.language);
        }
        self
    }
}
