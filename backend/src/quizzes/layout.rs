//! How a question is laid out for a person: its parts, what each can be given, and what was given.

use super::{
    Body, Question,
    scenario::{Scenario, Scene, SceneChoice, SceneKind, Speaker},
    screen::{Part as ScreenPart, Screen},
};
use crate::{
    locale::{self, Language},
    t,
};
use serde_json::Value;

/// How the question is marked, told before it is answered.
pub fn rule(body: &Body, language: Language) -> String {
    match body {
        Body::SingleChoice { .. } => t!(language, "rule-single-choice"),
        Body::MultipleChoice { .. } => t!(language, "rule-multiple-choice"),
        Body::Ordering { .. } => t!(language, "rule-ordering"),
        Body::Matching { .. } => t!(language, "rule-matching"),
        Body::Numeric { tolerance, .. } if *tolerance > 0.0 => {
            t!(language, "rule-numeric-tolerance", tolerance = locale::number(language, *tolerance))
        }
        Body::Numeric { .. } => t!(language, "rule-numeric"),
        Body::Scenario(_) => t!(language, "rule-scenario"),
    }
}

/// What a question is made of on its page.
#[derive(Default)]
pub struct Laid {
    pub parts: Vec<Part>,
    /// What each part can be given: the places of an ordering, the right sides of a matching.
    pub choices: Vec<(String, String)>,
    pub scenes: Vec<TakenScene>,
    /// The screen that the learner stands before; the choices that it does not offer are the parts.
    pub screen: Option<LaidScreen>,
    /// The choices that led to the last scene, so that the form's choice is one of that scene.
    pub path: String,
    /// The number as it was typed.
    pub typed: String,
    pub unit: String,
}

/// A part of a question that the learner ticks, chooses, places or pairs.
pub struct Part {
    pub key: String,
    pub text: String,
    /// Ticked, or the chosen value of its list.
    pub chosen: Option<String>,
}

/// A scene of a scenario that the learner has passed, or stands in.
pub struct TakenScene {
    /// Who speaks; empty when nobody does.
    pub who: String,
    pub text: String,
    pub said: String,
    /// What is to be said about the choice, and whether none was better: only where the learner practises.
    pub told: Option<(bool, String)>,
}

/// A drawn screen in one language.
pub struct LaidScreen {
    pub title: String,
    pub parts: Vec<ScreenPart<String>>,
    /// The choice of its first region.
    pub first: String,
    /// The choice that was clicked and not sent yet.
    pub clicked: String,
}

pub fn lay(question: &Question, shown: &Value, given: &Value, language: Language) -> Laid {
    let list = |name: &str| shown[name].as_array().map(Vec::as_slice).unwrap_or_default();
    let text = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let parts = |name: &str, chosen: &dyn Fn(&str) -> Option<String>| {
        let part = |part: &Value| {
            let key = text(part, "key");
            Part { text: text(part, "text"), chosen: chosen(&key), key }
        };
        list(name).iter().map(part).collect()
    };
    let given_to = |name: &str, key: &str| given[name][key].as_str().map(str::to_owned);
    match &question.body {
        Body::SingleChoice { .. } => {
            let chosen = |key: &str| (given["option"] == key).then(String::new);
            Laid { parts: parts("options", &chosen), ..Laid::default() }
        }
        Body::MultipleChoice { .. } => {
            let ticked = given["options"].as_array().map(Vec::as_slice).unwrap_or_default();
            let chosen = |key: &str| ticked.iter().any(|one| one == key).then(String::new);
            Laid { parts: parts("options", &chosen), ..Laid::default() }
        }
        Body::Ordering { items } => {
            let order = given["order"].as_array().map(Vec::as_slice).unwrap_or_default();
            let place = |key: &str| order.iter().position(|one| one == key).map(|at| (at + 1).to_string());
            let chosen = |key: &str| place(key).or_else(|| given_to("places", key));
            let choices = (1..=items.len()).map(|place| (place.to_string(), place.to_string())).collect();
            Laid { parts: parts("items", &chosen), choices, ..Laid::default() }
        }
        Body::Matching { .. } => {
            let choices = list("right").iter().map(|right| (text(right, "key"), text(right, "text"))).collect();
            Laid { parts: parts("left", &|key| given_to("pairs", key)), choices, ..Laid::default() }
        }
        Body::Numeric { .. } => Laid {
            typed: match &given["number"] {
                Value::String(typed) => typed.clone(),
                number => number.as_f64().map(|number| locale::number(language, number)).unwrap_or_default(),
            },
            unit: text(shown, "unit"),
            ..Laid::default()
        },
        Body::Scenario(scenario) => lay_scenario(scenario, given, language),
    }
}

/// The scenes so far and the choices of the last one. A choice that was not offered leads nowhere.
fn lay_scenario(scenario: &Scenario, given: &Value, language: Language) -> Laid {
    let path: Vec<String> = serde_json::from_value(given["choices"].clone()).unwrap_or_default();
    let Some(progress) = (0..=path.len()).map_while(|steps| scenario.follow(&path[..steps])).last() else {
        return Laid::default();
    };
    let laid = |name: &str, said: String| {
        let scene = &scenario.scenes[name];
        let text = scene.text.get(language).to_owned();
        TakenScene { who: who(scene, language), text, said, told: None }
    };
    let taken = progress.taken.iter().map(|(scene, choice)| laid(scene, choice.text.get(language).to_owned()));
    let scenes = taken.chain([laid(progress.scene, String::new())]).collect();
    let scene = &scenario.scenes[progress.scene];
    let drawn = |choice: &&SceneChoice| scene.screen.as_ref().is_some_and(|screen| screen.offers(&choice.key));
    let parts = scene.choices.iter().filter(|choice| !drawn(choice)).map(|choice| Part {
        key: choice.key.clone(),
        text: choice.text.get(language).to_owned(),
        chosen: (given["ticked"] == choice.key.as_str()).then(String::new),
    });
    Laid {
        parts: parts.collect(),
        scenes,
        screen: scene.screen.as_ref().map(|screen| LaidScreen {
            clicked: given["ticked"].as_str().unwrap_or_default().to_owned(),
            ..draw(screen, scene, language)
        }),
        path: path[..progress.taken.len()].join(" "),
        ..Laid::default()
    }
}

/// A screen in one language. What stands on a region is its label, or else what its choice says.
fn draw(screen: &Screen, scene: &Scene, language: Language) -> LaidScreen {
    let words = |choice: &str| {
        let chosen = scene.choices.iter().find(|one| one.key == choice);
        chosen.map(|choice| choice.text.get(language).to_owned())
    };
    let Screen { title, mut parts } = screen.map(|text| text.get(language).to_owned());
    let mut first = None;
    for part in &mut parts {
        if let ScreenPart::Button(region) | ScreenPart::Tile(region) | ScreenPart::Link(region) = part {
            region.label = region.label.take().or_else(|| words(&region.choice));
            first.get_or_insert_with(|| region.choice.clone());
        }
    }
    LaidScreen { title, parts, first: first.unwrap_or_default(), clicked: String::new() }
}

fn who(scene: &Scene, language: Language) -> String {
    match (scene.kind, scene.speaker) {
        (SceneKind::Screen, _) => String::new(),
        (SceneKind::Dialogue, Some(Speaker::Citizen)) => t!(language, "scenario-citizen"),
        (SceneKind::Dialogue, Some(Speaker::Helper)) => t!(language, "scenario-you"),
        (SceneKind::Dialogue, Some(Speaker::Narrator) | None) => String::new(),
    }
}

impl Laid {
    /// Says of each choice that was taken whether none was better, and why: never in a quiz that is not submitted.
    pub fn telling(mut self, scenario: &Scenario, language: Language) -> Self {
        let path: Vec<String> = self.path.split_whitespace().map(str::to_owned).collect();
        let taken = scenario.follow(&path).map(|progress| progress.taken).unwrap_or_default();
        for (scene, (name, choice)) in self.scenes.iter_mut().zip(taken) {
            scene.told = Some((scenario.is_best(name, choice), choice.feedback.get(language).to_owned()));
        }
        self
    }
}
