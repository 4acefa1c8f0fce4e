//! A scenario as its author writes it: one TOML file, every complaint with its line.

use super::files::{OneOrEach, RawText, Source};
use crate::quizzes::{
    Body, Question, QuestionId,
    scenario::{Scenario, Scene, SceneChoice, SceneKind, Speaker},
    screen::Screen,
};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawScenario {
    title: Option<RawText>,
    #[serde(default)]
    tags: Vec<String>,
    difficulty: Option<u8>,
    read: Option<String>,
    explanation: Option<RawText>,
    start: String,
    max_points: u32,
    scenes: BTreeMap<String, RawScene>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawScene {
    kind: SceneKind,
    speaker: Option<Speaker>,
    service: Option<String>,
    text: Option<RawText>,
    screen: Option<Screen<OneOrEach>>,
    #[serde(default)]
    choices: Vec<RawChoice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawChoice {
    key: String,
    text: Option<RawText>,
    feedback: Option<RawText>,
    points: u32,
    next: String,
}

/// A scenario file; its title is the question's text.
pub fn scenario(source: &mut Source<'_>, id: &str) -> Option<Question> {
    let raw: RawScenario = source.parse()?;
    let Some(id) = QuestionId::parse(id) else {
        source.complain("", "the name of the file is not an id: lower-case letters, digits and hyphens");
        return None;
    };
    let mut scenes = BTreeMap::new();
    for (name, raw) in raw.scenes {
        let choice = |raw: RawChoice| SceneChoice {
            text: source.localised(raw.text, &format!("the text of {name}.{}", raw.key)),
            feedback: source.localised(raw.feedback, &format!("the feedback of {name}.{}", raw.key)),
            key: raw.key,
            points: raw.points,
            next: raw.next,
        };
        let choices = raw.choices.into_iter().map(choice).collect();
        let text = source.localised(raw.text, &format!("the text of the scene {name}"));
        let on_screen = format!("a text on the screen {name}");
        let screen = raw.screen.map(|screen| screen.map(|raw| source.localised(Some(raw.clone().each()), &on_screen)));
        let (kind, speaker, service) = (raw.kind, raw.speaker, raw.service);
        scenes.insert(name, Scene { kind, speaker, service, text, screen, choices });
    }
    let scenario = Scenario { start: raw.start, max_points: raw.max_points, scenes };
    for complaint in scenario.complaints() {
        source.complain("", complaint);
    }
    Some(Question {
        id,
        tags: raw.tags,
        difficulty: raw.difficulty.unwrap_or(2),
        text: source.localised(raw.title, "title"),
        explanation: raw.explanation.map(|raw| source.localised(Some(raw), "explanation")),
        read: raw.read,
        body: Body::Scenario(scenario),
    })
}
