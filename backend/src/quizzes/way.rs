//! A scenario looked back on: what was chosen in each scene, what would have been better, and the best way through it.

use super::{
    best::Best,
    review::{Part, Verdict},
    scenario::{Scenario, Scene, SceneChoice, SceneKind, Speaker},
    screen::Screen,
};
use crate::locale::Language;
use serde::Serialize;

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReviewedScene<'a> {
    pub kind: SceneKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Speaker>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<&'a str>,
    pub text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub screen: Option<Screen<&'a str>>,
    /// Whether there is nothing more to choose.
    pub is_end: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReviewedChoice<'a> {
    pub key: &'a str,
    pub text: &'a str,
    pub feedback: &'a str,
    /// Of the scenario's own points.
    pub points: u32,
}

/// A scene of the best way, and what is best there; the last scene is an end and has no choice.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct BestStep<'a> {
    pub scene: ReviewedScene<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choice: Option<ReviewedChoice<'a>>,
}

/// What was chosen on a path, scene by scene.
pub fn walked<'a>(scenario: &'a Scenario, path: &[String], language: Language) -> Vec<Part<'a>> {
    let (best, taken) = (Best::of(scenario), scenario.follow(path).map(|progress| progress.taken).unwrap_or_default());
    let part = |(scene, choice): (&'a str, &'a SceneChoice)| {
        let verdict = if best.is_best(scene, choice) { Verdict::Right } else { Verdict::Wrong };
        let better = if verdict == Verdict::Wrong { best.choice(scene) } else { None };
        Part {
            feedback: Some(choice.feedback.get(language).into()),
            scene: Some(reviewed(&scenario.scenes[scene], language)),
            key: Some(&choice.key),
            points: Some(choice.points),
            better: better.map(|better| told(better, language)),
            ..Part::new(choice.text.get(language), verdict)
        }
    };
    taken.into_iter().map(part).collect()
}

/// The scene to which a path led; none where nothing was chosen.
pub fn last<'a>(scenario: &'a Scenario, path: &[String], language: Language) -> Option<ReviewedScene<'a>> {
    let progress = scenario.follow(path).filter(|progress| !progress.taken.is_empty())?;
    Some(reviewed(&scenario.scenes[progress.scene], language))
}

/// The way that earns all points, from the first scene to its end.
pub fn best<'a>(scenario: &'a Scenario, language: Language) -> Vec<BestStep<'a>> {
    let path = Best::of(scenario).path();
    let end = path.last().map_or(scenario.start.as_str(), |(_, choice)| &choice.next);
    let scenes = path.iter().map(|(scene, choice)| (*scene, Some(*choice))).chain([(end, None)]);
    let step = |(scene, choice): (&str, Option<&'a SceneChoice>)| BestStep {
        scene: reviewed(&scenario.scenes[scene], language),
        choice: choice.map(|choice| told(choice, language)),
    };
    scenes.map(step).collect()
}

fn reviewed(scene: &Scene, language: Language) -> ReviewedScene<'_> {
    ReviewedScene {
        kind: scene.kind,
        speaker: scene.speaker,
        service: scene.service.as_deref(),
        text: scene.text.get(language),
        screen: scene.drawn(language),
        is_end: scene.choices.is_empty(),
    }
}

fn told(choice: &SceneChoice, language: Language) -> ReviewedChoice<'_> {
    ReviewedChoice {
        key: &choice.key,
        text: choice.text.get(language),
        feedback: choice.feedback.get(language),
        points: choice.points,
    }
}
