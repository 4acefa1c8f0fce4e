//! What a learner sees of a marked question: each part with why, and where to read again.

use super::{Body, Question, answers::Answer};
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
}

#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Review<'a> {
    pub kind: &'static str,
    pub text: Cow<'a, str>,
    pub points: f64,
    pub max_points: f64,
    pub parts: Vec<Part<'a>>,
    /// The explanation of the whole, or of what was chosen.
    pub feedback: Cow<'a, str>,
    /// The lesson to read again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read: Option<&'a str>,
}

/// Reviews a question. `points` is what marking gave, from 0 to 1. The texts stay the question's own.
pub fn review<'a>(question: &'a Question, answer: Option<&Answer>, points: f64, language: Language) -> Review<'a> {
    let parts = parts(question, answer, language);
    let of_parts = || {
        let told =
            parts.iter().filter(|part| part.verdict != Verdict::Untouched).filter_map(|part| part.feedback.as_deref());
        told.collect::<Vec<_>>().join(" ")
    };
    let feedback = match &question.explanation {
        Some(explanation) => explanation.get(language).into(),
        None => of_parts().into(),
    };
    Review {
        kind: question.body.kind(),
        text: question.text.get(language).into(),
        points,
        max_points: 1.0,
        feedback,
        read: question.read_slug(),
        parts,
    }
}

fn parts<'a>(question: &'a Question, answer: Option<&Answer>, language: Language) -> Vec<Part<'a>> {
    let say = |text: &'a Localised| Cow::Borrowed(text.get(language));
    match &question.body {
        Body::SingleChoice { options } | Body::MultipleChoice { options } => options
            .iter()
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
                Part {
                    text: say(&option.text),
                    given: None,
                    expected: None,
                    tolerance: None,
                    verdict,
                    feedback: Some(say(&option.feedback)),
                }
            })
            .collect(),
        Body::Ordering { items } => {
            let order: &[String] = if let Some(Answer::Order(order)) = answer { order } else { &[] };
            let place = |key: &String| order.iter().position(|other| other == key).map(|at| at + 1);
            (1..)
                .zip(items)
                .map(|(expected, item)| Part {
                    text: say(&item.text),
                    given: place(&item.key).map(|place| place.to_string().into()),
                    expected: Some(expected.to_string().into()),
                    tolerance: None,
                    verdict: verdict(place(&item.key).map(|place| place == expected)),
                    feedback: None,
                })
                .collect()
        }
        Body::Matching { pairs, distractors } => {
            let right = |key: &String| {
                let pair = pairs.iter().find(|pair| &pair.key == key).map(|pair| &pair.right);
                pair.or_else(|| distractors.iter().find(|item| &item.key == key).map(|item| &item.text)).map(say)
            };
            pairs
                .iter()
                .map(|pair| {
                    let given = if let Some(Answer::Pairs(given)) = answer { given.get(&pair.key) } else { None };
                    Part {
                        text: say(&pair.left),
                        given: given.and_then(right),
                        expected: Some(say(&pair.right)),
                        tolerance: None,
                        verdict: verdict(given.map(|key| key == &pair.key)),
                        feedback: None,
                    }
                })
                .collect()
        }
        Body::Numeric { answer: expected, tolerance, unit, feedback } => {
            let given = if let Some(Answer::Number(number)) = answer { Some(*number) } else { None };
            vec![Part {
                text: unit.as_ref().map(say).unwrap_or_default(),
                given: given.map(|number| locale::number(language, number).into()),
                expected: Some(locale::number(language, *expected).into()),
                tolerance: (*tolerance > 0.0).then(|| locale::number(language, *tolerance).into()),
                verdict: verdict(given.map(|number| (number - expected).abs() <= *tolerance)),
                feedback: feedback.as_ref().map(say),
            }]
        }
        Body::Scenario(scenario) => {
            let path: &[String] = if let Some(Answer::Choices(path)) = answer { path } else { &[] };
            let taken = scenario.follow(path).map(|progress| progress.taken).unwrap_or_default();
            taken
                .into_iter()
                .map(|(scene, choice)| {
                    let verdict = if scenario.is_best(scene, choice) { Verdict::Right } else { Verdict::Wrong };
                    Part {
                        text: say(&choice.text),
                        given: None,
                        expected: None,
                        tolerance: None,
                        verdict,
                        feedback: Some(say(&choice.feedback)),
                    }
                })
                .collect()
        }
    }
}

fn verdict(right: Option<bool>) -> Verdict {
    match right {
        Some(true) => Verdict::Right,
        Some(false) => Verdict::Wrong,
        None => Verdict::Missed,
    }
}
