//! What became of an answer, as a page tells it: right or not, each part with why, and where to read again.

use super::{
    Body, Question,
    layout::{BetterChoice, TakenScene, ToldChoice},
    review::{Part, Review, Verdict},
    screen::Part as ScreenPart,
    way::BestStep,
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
    /// Of a scenario, in place of its parts.
    way: Option<Way>,
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

/// A scenario looked back on.
struct Way {
    walked: Vec<TakenScene>,
    /// Whether it was left before its end.
    is_left: bool,
    /// Empty where it was walked.
    best: Vec<TakenScene>,
    best_points: u32,
    /// Whether the best way is there for who asks for it: it may be tried again.
    is_folded: bool,
}

impl Way {
    fn new(review: &Review, language: Language) -> Self {
        let points = |points: u32| t!(language, "scenario-points", points = points);
        let walked = review.parts.iter().filter_map(|part| {
            let better = part.better.map(|better| BetterChoice {
                said: better.text.to_owned(),
                why: better.feedback.to_owned(),
                points: Some(points(better.points)),
            });
            let why = part.feedback.as_deref().unwrap_or_default();
            let told = ToldChoice {
                points: part.points.map(points),
                better,
                ..ToldChoice::new(part.verdict == Verdict::Right, why, language)
            };
            let scene = TakenScene::reviewed(part.scene.as_ref()?, part.key.unwrap_or_default(), language);
            Some(TakenScene { said: part.text.to_string(), told: Some(told), ..scene })
        });
        let last = review.last_scene.as_ref().map(|last| TakenScene::reviewed(last, "", language));
        let choices = review.best_path.iter().filter_map(|step| step.choice);
        Self {
            walked: walked.chain(last).collect(),
            is_left: review.last_scene.as_ref().is_some_and(|last| !last.is_end),
            best: review.best_path.iter().map(|step| best_scene(step, language)).collect(),
            best_points: choices.map(|choice| choice.points).sum(),
            is_folded: false,
        }
    }
}

fn best_scene(BestStep { scene, choice }: &BestStep, language: Language) -> TakenScene {
    let taken = TakenScene::reviewed(scene, choice.map(|choice| choice.key).unwrap_or_default(), language);
    let Some(choice) = choice else { return taken };
    let told = ToldChoice {
        word: t!(language, "scenario-why"),
        points: Some(t!(language, "scenario-points", points = choice.points)),
        ..ToldChoice::new(true, choice.feedback, language)
    };
    TakenScene { said: choice.text.to_owned(), told: Some(told), ..taken }
}

impl Reviewed {
    pub fn new(question: &Question, review: Review, read: Option<(String, String)>, language: Language) -> Self {
        let part = |part: Part| {
            let (word, class) = match part.verdict {
                Verdict::Right => (t!(language, "verdict-right"), "right"),
                Verdict::Wrong => (t!(language, "verdict-wrong"), "wrong"),
                // Only an option is chosen; whatever else is expected was answered or not.
                Verdict::Missed if part.expected.is_some() => (t!(language, "verdict-unanswered"), "missed"),
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
        let way = matches!(question.body, Body::Scenario(_)).then(|| Way::new(&review, language));
        Self {
            language,
            way,
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
        if let Some(way) = &mut reviewed.way {
            way.walked.clear(); // each step says it where it was taken
            way.is_folded = true;
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
