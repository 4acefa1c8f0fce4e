//! Scenarios: small graphs of scenes with choices. One engine serves conversations and drawn screens.

use super::{
    best::Best,
    screen::{Part, Screen},
};
use crate::locale::{Language, Localised};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Scenario {
    pub start: String,
    /// What the best path collects.
    pub max_points: u32,
    pub scenes: BTreeMap<String, Scene>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Scene {
    pub kind: SceneKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Speaker>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    pub text: Localised,
    /// What a screen scene draws. Editions of before drawn screens have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screen: Option<Screen>,
    /// None of them: the scene is an end.
    #[serde(default)]
    pub choices: Vec<SceneChoice>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SceneKind {
    /// Somebody says something; you choose what you say or do.
    Dialogue,
    /// A drawn, clearly fictional screen: where it is clicked is the choice.
    Screen,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Speaker {
    Citizen,
    Helper,
    Narrator,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SceneChoice {
    pub key: String,
    pub text: Localised,
    pub feedback: Localised,
    pub points: u32,
    pub next: String,
}

/// Where a path of choices has led.
#[derive(Debug, PartialEq, Eq)]
pub struct Progress<'a> {
    /// The scene the path stands in.
    pub scene: &'a str,
    pub points: u32,
    /// Whether that scene is an end.
    pub ended: bool,
    /// The choices taken, with the scene each was taken in.
    pub taken: Vec<(&'a str, &'a SceneChoice)>,
}

impl Scenario {
    /// Follows a path from the start. None when a choice is not offered where it is taken.
    pub fn follow(&self, path: &[String]) -> Option<Progress<'_>> {
        let (mut name, mut scene) = self.scenes.get_key_value(&self.start)?;
        let mut taken = Vec::with_capacity(path.len());
        for key in path {
            let choice = scene.choices.iter().find(|choice| &choice.key == key)?;
            taken.push((name.as_str(), choice));
            (name, scene) = self.scenes.get_key_value(&choice.next)?;
        }
        let points = taken.iter().map(|(_, choice)| choice.points).sum();
        Some(Progress { scene: name, points, ended: scene.choices.is_empty(), taken })
    }

    /// What is wrong with the graph, in words for its author: every scene is reachable, every path ends, `max_points` is
    /// what the best path gives.
    pub fn complaints(&self) -> Vec<String> {
        let mut complaints = Vec::new();
        if !self.scenes.contains_key(&self.start) {
            return vec![format!("start names the scene {:?}, which does not exist", self.start)];
        }
        for (name, scene) in &self.scenes {
            let mut keys = BTreeSet::new();
            for choice in &scene.choices {
                if !self.scenes.contains_key(&choice.next) {
                    complaints.push(format!(
                        "the choice {name}.{} leads to {:?}, which does not exist",
                        choice.key, choice.next
                    ));
                }
                if !keys.insert(&choice.key) {
                    complaints.push(format!("the key {:?} stands twice in the scene {name:?}", choice.key));
                }
            }
            let choices: Vec<&str> = scene.choices.iter().map(|choice| choice.key.as_str()).collect();
            match (scene.kind, &scene.screen) {
                (SceneKind::Screen, Some(screen)) => complaints.extend(screen.complaints(name, &choices)),
                (SceneKind::Screen, None) => complaints.push(format!("the scene {name:?} is a screen and draws none")),
                (SceneKind::Dialogue, Some(_)) => complaints.push(format!("the dialogue {name:?} draws a screen")),
                (SceneKind::Dialogue, None) => {}
            }
        }
        if !complaints.is_empty() {
            return complaints;
        }
        let best = Best::of(self);
        match (&best.circle, best.points_from(&self.start)) {
            (Some(circle), _) => {
                complaints.push(format!("the scenes {circle} form a circle: a path would never end"));
            }
            (None, points) if points != self.max_points => {
                complaints.push(format!("max_points is {}, the best path gives {points}", self.max_points));
            }
            (None, 0) => complaints.push("no path collects any points".into()),
            (None, _) => {}
        }
        for name in self.scenes.keys().filter(|name| !best.reaches(name)) {
            complaints.push(format!("the scene {name:?} cannot be reached"));
        }
        complaints
    }
}

impl Scene {
    /// Its screen in one language. What stands on a region is its label, or else what its choice says.
    pub fn drawn(&self, language: Language) -> Option<Screen<&str>> {
        let mut drawn = self.screen.as_ref()?.map(|text| text.get(language));
        for part in &mut drawn.parts {
            if let Part::Button(region) | Part::Tile(region) | Part::Link(region) = part {
                let choice = self.choices.iter().find(|choice| choice.key == region.choice);
                region.label = region.label.or_else(|| Some(choice?.text.get(language)));
            }
        }
        Some(drawn)
    }
}
