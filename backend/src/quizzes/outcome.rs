//! What became of an answer, as a page tells it: right or not, each part with why, and where to read again.

use super::{
    Body, Question,
    review::{Part, Review, Verdict},
};
use crate::{
    locale::{self, Language},
    t,
};
use askama::Template;
use std::borrow::Cow;

/// The parts of a marked question, each with its verdict.
#[derive(Template)]
#[template(path = "components/review.html")]
pub struct Reviewed {
    language: Language,
    parts: Vec<ReviewedPart>,
    explanation: Option<String>,
    /// Title and address of the lesson to read again.
    read: Option<(String, String)>,
}

struct ReviewedPart {
    text: String,
    given: Option<String>,
    expected: Option<String>,
    tolerance: Option<String>,
    word: String,
    class: &'static str,
    feedback: Option<String>,
}

impl Reviewed {
    pub fn new(question: &Question, review: Review, read: Option<(String, String)>, language: Language) -> Self {
        let part = |part: Part| {
            let (word, class) = match part.verdict {
                Verdict::Right => (t!(language, "verdict-right"), "right"),
                Verdict::Wrong => (t!(language, "verdict-wrong"), "wrong"),
                Verdict::Missed => (t!(language, "verdict-missed"), "missed"),
                Verdict::Untouched => (String::new(), "untouched"),
            };
            let Part { text, given, expected, tolerance, feedback, .. } = part;
            let owned = |text: Option<Cow<'_, str>>| text.map(Cow::into_owned);
            ReviewedPart {
                text: text.into_owned(),
                given: owned(given),
                expected: owned(expected),
                tolerance: owned(tolerance),
                word,
                class,
                feedback: owned(feedback),
            }
        };
        Self {
            language,
            parts: review.parts.into_iter().map(part).collect(),
            explanation: question.explanation.as_ref().map(|explanation| explanation.get(language).to_owned()),
            read,
        }
    }
}

/// The answer to a practised question in one word, and why.
#[derive(Template)]
#[template(path = "components/outcome.html")]
pub struct Outcome {
    /// Whether it stands on a page of its own, under the question as title.
    is_page: bool,
    word: String,
    class: &'static str,
    reviewed: Reviewed,
}

impl Outcome {
    pub fn new(question: &Question, review: Review, read: Option<(String, String)>, language: Language) -> Self {
        let (word, class) = verdict(review.points, language);
        let mut reviewed = Reviewed::new(question, review, read, language);
        if matches!(question.body, Body::Scenario(_)) {
            reviewed.parts.clear(); // each step says it where it was taken
        }
        Self { is_page: true, word, class, reviewed }
    }

    pub fn inside(mut self) -> Self {
        self.is_page = false;
        self
    }
}

/// What an answer that earned so much is called, and the class that shows it.
pub fn verdict(points: f64, language: Language) -> (String, &'static str) {
    match points {
        1.0.. => (t!(language, "outcome-right"), "right"),
        0.0 => (t!(language, "outcome-wrong"), "wrong"),
        _ => (t!(language, "outcome-partly", points = locale::percent(language, points)), "partly"),
    }
}
