//! A scenario as the REST door shows it: whole where it is practised; where it counts no further than it was walked.

use super::scenario::{Progress, Scenario, Scene, SceneChoice};
use crate::locale::Language;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// All scenes, and where each choice leads. Authors' names stay here: they may tell which end is the good one.
pub fn whole(scenario: &Scenario, language: Language) -> Map<String, Value> {
    let mut places = BTreeMap::from([(scenario.start.as_str(), 0)]);
    let mut reached = vec![scenario.start.as_str()];
    let mut at = 0;
    while let Some(name) = reached.get(at).copied() {
        for choice in &scenario.scenes[name].choices {
            places.entry(&choice.next).or_insert_with(|| {
                reached.push(&choice.next);
                reached.len() - 1
            });
        }
        at += 1;
    }
    let next = |choice: &SceneChoice| Some(place(*places.get(choice.next.as_str())?));
    let scenes = places.iter().map(|(name, at)| (place(*at), shown(&scenario.scenes[*name], next, language)));
    in_order(scenes.collect())
}

/// The scenes up to the one at which a path stands, and where each choice led that was taken. Nothing tells where another
/// one leads.
pub fn walked(scenario: &Scenario, path: &[String], language: Language) -> Map<String, Value> {
    let Some(Progress { scene, taken, .. }) = scenario.follow(path) else { return in_order(Map::new()) };
    let names = taken.iter().map(|(name, _)| *name).chain([scene]);
    let scenes = names.enumerate().map(|(at, name)| {
        let next = |choice: &SceneChoice| (path.get(at) == Some(&choice.key)).then(|| place(at + 1));
        (place(at), shown(&scenario.scenes[name], next, language))
    });
    in_order(scenes.collect())
}

/// The scene at which a path stands.
pub fn last(scenario: &Scenario, path: &[String], language: Language) -> Option<Value> {
    let progress = scenario.follow(path)?;
    Some(shown(&scenario.scenes[progress.scene], |_| None, language))
}

/// What a scene is called outside: by its place.
fn place(at: usize) -> String {
    format!("scene{}", at + 1)
}

fn in_order(scenes: Map<String, Value>) -> Map<String, Value> {
    Map::from_iter([("start".to_owned(), place(0).into()), ("scenes".to_owned(), scenes.into())])
}

fn shown(scene: &Scene, next: impl Fn(&SceneChoice) -> Option<String>, language: Language) -> Value {
    let choice = |choice: &SceneChoice| {
        let mut shown = json!({"key": choice.key, "text": choice.text.get(language)});
        if let Some(next) = next(choice) {
            shown["next"] = next.into();
        }
        shown
    };
    let mut shown = json!({
        "kind": scene.kind, "text": scene.text.get(language),
        "choices": scene.choices.iter().map(choice).collect::<Vec<_>>(),
    });
    if let Some(speaker) = scene.speaker {
        shown["speaker"] = json!(speaker);
    }
    if let Some(service) = &scene.service {
        shown["service"] = service.as_str().into();
    }
    if let Some(screen) = &scene.screen {
        shown["screen"] = json!(screen.map(|text| text.get(language)));
    }
    shown
}
