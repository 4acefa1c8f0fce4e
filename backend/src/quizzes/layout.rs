//! How a question is laid out for a person: its parts, what each can be given, and what was given.

use super::{
    Body, Question,
    best::Best,
    scenario::{Scenario, SceneChoice, SceneKind, Speaker},
    screen::{Part as ScreenPart, Screen},
    way::ReviewedScene,
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
    /// The screen that it drew, to look at again: only where the way is looked back on.
    pub screen: Option<LaidScreen>,
    pub said: String,
    /// Only where the learner practises, or looks back.
    pub told: Option<ToldChoice>,
}

/// What is to be said about a choice.
pub struct ToldChoice {
    /// Whether none was better.
    pub is_best: bool,
    /// Whether it was well chosen, in words.
    pub word: String,
    pub why: String,
    /// What it earned, in words.
    pub points: Option<String>,
    /// What would have been better.
    pub better: Option<BetterChoice>,
}

pub struct BetterChoice {
    pub said: String,
    pub why: String,
    /// What it would have earned, in words.
    pub points: Option<String>,
}

impl ToldChoice {
    pub fn new(is_best: bool, why: &str, language: Language) -> Self {
        let word = if is_best { t!(language, "scenario-best") } else { t!(language, "scenario-better") };
        Self { is_best, word, why: why.to_owned(), points: None, better: None }
    }
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
        let (who, text) = (who(scene.kind, scene.speaker, language), scene.text.get(language).to_owned());
        TakenScene { who, text, screen: None, said, told: None }
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
        screen: scene.drawn(language).map(|screen| draw(&screen, given["ticked"].as_str().unwrap_or_default())),
        path: path[..progress.taken.len()].join(" "),
        ..Laid::default()
    }
}

/// `clicked` is a choice of its scene, or nothing.
fn draw(screen: &Screen<&str>, clicked: &str) -> LaidScreen {
    let first = screen.regions().next().map(|region| region.choice.clone());
    let Screen { title, parts } = screen.map(ToString::to_string);
    LaidScreen { title, parts, first: first.unwrap_or_default(), clicked: clicked.to_owned() }
}

fn who(kind: SceneKind, speaker: Option<Speaker>, language: Language) -> String {
    match (kind, speaker) {
        (SceneKind::Screen, _) => String::new(),
        (SceneKind::Dialogue, Some(Speaker::Citizen)) => t!(language, "scenario-citizen"),
        (SceneKind::Dialogue, Some(Speaker::Helper)) => t!(language, "scenario-you"),
        (SceneKind::Dialogue, Some(Speaker::Narrator) | None) => String::new(),
    }
}

impl TakenScene {
    /// A scene that is looked back on. `clicked` is what was chosen in it, if anything.
    pub fn reviewed(scene: &ReviewedScene, clicked: &str, language: Language) -> Self {
        Self {
            who: who(scene.kind, scene.speaker, language),
            text: scene.text.to_owned(),
            screen: scene.screen.as_ref().map(|screen| draw(screen, clicked)),
            said: String::new(),
            told: None,
        }
    }
}

impl Laid {
    /// Says of each choice that was taken whether none was better, and why; at the end also which one was. Never in a quiz
    /// that is not submitted.
    pub fn telling(mut self, scenario: &Scenario, language: Language) -> Self {
        let path: Vec<String> = self.path.split_whitespace().map(str::to_owned).collect();
        let Some(progress) = scenario.follow(&path) else { return self };
        let best = Best::of(scenario);
        for (scene, (name, choice)) in self.scenes.iter_mut().zip(progress.taken) {
            let is_best = best.is_best(name, choice);
            let better = best.choice(name).filter(|_| progress.ended && !is_best).map(|better| BetterChoice {
                said: better.text.get(language).to_owned(),
                why: better.feedback.get(language).to_owned(),
                points: None,
            });
            let told = ToldChoice::new(is_best, choice.feedback.get(language), language);
            scene.told = Some(ToldChoice { better, ..told });
        }
        self
    }
}
