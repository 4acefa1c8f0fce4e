//! What a learner sees of a marked question: each part with why, and where to read again.

use super::{
    Body, Question,
    answers::Answer,
    given::{as_shown, number_in},
    marking::is_within,
    way::{self, BestStep, ReviewedChoice, ReviewedScene},
};
use crate::locale::{self, Language, Localised};
use serde::Serialize;
use std::borrow::Cow;

/// What became of a part.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// Given, and right.
    Right,
    /// Given, and wrong.
    Wrong,
    /// Not given, though it was right.
    Missed,
    /// Neither given nor right.
    Untouched,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Part<'a> {
    pub text: Cow<'a, str>,
    /// What was given for it, where the text does not say so itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given: Option<Cow<'a, str>>,
    /// What it should have been, where the text does not say so itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<Cow<'a, str>>,
    /// How much more or less of a number counts as right too; none when nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Cow<'a, str>>,
    pub verdict: Verdict,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Cow<'a, str>>,
    /// Of a choice in a scenario: the scene it was made in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scene: Option<ReviewedScene<'a>>,
    /// The key of a choice in a scenario.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<&'a str>,
    /// Of a choice in a scenario: what it earned of the scenario's own points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<u32>,
    /// What would have been better in that scene.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub better: Option<ReviewedChoice<'a>>,
}

impl<'a> Part<'a> {
    /// With nothing said about it but what became of it.
    pub fn new(text: impl Into<Cow<'a, str>>, verdict: Verdict) -> Self {
        Self {
            text: text.into(),
            given: None,
            expected: None,
            tolerance: None,
            verdict,
            feedback: None,
            scene: None,
            key: None,
            points: None,
            better: None,
        }
    }
}

#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Review<'a> {
    pub kind: &'static str,
    pub text: Cow<'a, str>,
    pub points: f64,
    pub max_points: f64,
    pub parts: Vec<Part<'a>>,
    /// Where the choices in a scenario led.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_scene: Option<ReviewedScene<'a>>,
    /// The best way through a scenario; empty where it was walked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub best_path: Vec<BestStep<'a>>,
    /// The explanation of the whole, or of what was chosen.
    pub feedback: Cow<'a, str>,
    /// The lesson to read again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read: Option<&'a str>,
}

/// Reviews a question. `points` is what marking gave, from 0 to 1; options and pairs stand in the order of `shown`, as the
/// learner saw them. The texts stay the question's own.
pub fn review<'a>(
    question: &'a Question,
    shown: &[String],
    answer: Option<&Answer>,
    points: f64,
    language: Language,
) -> Review<'a> {
    let parts = parts(question, shown, answer, language);
    let of_parts = || {
        let told =
            parts.iter().filter(|part| part.verdict != Verdict::Untouched).filter_map(|part| part.feedback.as_deref());
        told.collect::<Vec<_>>().join(" ")
    };
    let feedback = match &question.explanation {
        Some(explanation) => explanation.get(language).into(),
        None => of_parts().into(),
    };
    let (last_scene, best_path) = match &question.body {
        Body::Scenario(scenario) => {
            let best = if points < 1.0 { way::best(scenario, language) } else { Vec::new() };
            (way::last(scenario, path(answer), language), best)
        }
        _ => (None, Vec::new()),
    };
    Review {
        kind: question.body.kind(),
        text: question.text.get(language).into(),
        points,
        max_points: 1.0,
        feedback,
        read: question.read_slug(),
        parts,
        last_scene,
        best_path,
    }
}

/// The choices of a scenario's answer.
fn path(answer: Option<&Answer>) -> &[String] {
    if let Some(Answer::Choices(path)) = answer { path } else { &[] }
}

fn parts<'a>(question: &'a Question, shown: &[String], answer: Option<&Answer>, language: Language) -> Vec<Part<'a>> {
    let say = |text: &'a Localised| Cow::Borrowed(text.get(language));
    match &question.body {
        Body::SingleChoice { options } | Body::MultipleChoice { options } => as_shown(options, shown, |one| &one.key)
            .map(|option| {
                let chosen = match answer {
                    Some(Answer::Option(key)) => key == &option.key,
                    Some(Answer::Options(keys)) => keys.contains(&option.key),
                    _ => false,
                };
                let verdict = match (chosen, option.correct) {
                    (true, true) => Verdict::Right,
                    (true, false) => Verdict::Wrong,
                    (false, true) => Verdict::Missed,
                    (false, false) => Verdict::Untouched,
                };
                Part { feedback: Some(say(&option.feedback)), ..Part::new(say(&option.text), verdict) }
            })
            .collect(),
        Body::Ordering { items } => {
            let order: &[String] = if let Some(Answer::Order(order)) = answer { order } else { &[] };
            let place = |key: &String| order.iter().position(|other| other == key).map(|at| at + 1);
            (1..)
                .zip(items)
                .map(|(expected, item)| Part {
                    given: place(&item.key).map(|place| place.to_string().into()),
                    expected: Some(expected.to_string().into()),
                    ..Part::new(say(&item.text), verdict(place(&item.key).map(|place| place == expected)))
                })
                .collect()
        }
        Body::Matching { pairs, distractors } => {
            let right = |key: &String| {
                let pair = pairs.iter().find(|pair| &pair.key == key).map(|pair| &pair.right);
                pair.or_else(|| distractors.iter().find(|item| &item.key == key).map(|item| &item.text)).map(say)
            };
            as_shown(pairs, shown, |pair| &pair.key)
                .map(|pair| {
                    let given = if let Some(Answer::Pairs(given)) = answer { given.get(&pair.key) } else { None };
                    Part {
                        given: given.and_then(right),
                        expected: Some(say(&pair.right)),
                        ..Part::new(say(&pair.left), verdict(given.map(|key| key == &pair.key)))
                    }
                })
                .collect()
        }
        Body::Numeric { answer: expected, tolerance, unit, feedback } => {
            let given = if let Some(Answer::Number(number)) = answer { Some(*number) } else { None };
            let verdict = verdict(given.map(|number| is_within(number, *expected, *tolerance)));
            let with_unit = |number: f64| number_in(unit.as_ref(), number, language).into();
            vec![Part {
                given: given.map(with_unit),
                expected: Some(with_unit(*expected)),
                tolerance: (*tolerance > 0.0).then(|| locale::number(language, *tolerance).into()),
                feedback: feedback.as_ref().map(say),
                ..Part::new("", verdict)
            }]
        }
        Body::Scenario(scenario) => way::walked(scenario, path(answer), language),
    }
}

fn verdict(right: Option<bool>) -> Verdict {
    match right {
        Some(true) => Verdict::Right,
        Some(false) => Verdict::Wrong,
        None => Verdict::Missed,
    }
}
