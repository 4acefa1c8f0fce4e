//! A small module and questions for the tests of the rules.

use crate::{
    locale::Localised,
    modules::Module,
    quizzes::{
        Body, Choice, Item, Question, QuestionId,
        drawing::{Blueprint, Draw},
        scenario::{Scenario, Scene, SceneKind},
    },
};

pub fn text(text: &str) -> Localised {
    Localised { nl: text.into(), fr: text.into(), de: text.into(), en: text.into() }
}

pub fn module() -> Module {
    Module {
        competency: "sample".into(),
        title: text("Sample"),
        summary: text("A sample."),
        minutes: 60,
        tags: vec!["alpha".into()],
        goals: Vec::new(),
        blueprint: Blueprint { draws: vec![Draw { tag: "alpha".into(), questions: 1 }], scenarios: 0 },
        rules: Default::default(),
        lessons: Vec::new(),
        questions: Vec::new(),
        drawings: Default::default(),
        card: None,
        facts: Default::default(),
    }
}

fn question(id: &str, tag: &str, body: Body) -> Question {
    Question {
        id: QuestionId::parse(id).unwrap(),
        tags: vec![tag.into()],
        difficulty: 2,
        text: text(&format!("what about {id}")),
        explanation: None,
        read: None,
        body,
    }
}

/// Options of the same length; `right` says which are.
fn options(right: &[bool]) -> Vec<Choice> {
    let option = |(at, correct): (usize, &bool)| Choice {
        key: format!("k{at}"),
        correct: *correct,
        text: text(&format!("option {at}")),
        feedback: text("Because."),
    };
    right.iter().enumerate().map(option).collect()
}

pub fn single(id: &str, tag: &str, right: &[bool]) -> Question {
    question(id, tag, Body::SingleChoice { options: options(right) })
}

pub fn multiple(id: &str, tag: &str, right: &[bool]) -> Question {
    question(id, tag, Body::MultipleChoice { options: options(right) })
}

pub fn ordering(id: &str, tag: &str) -> Question {
    let item = |at| Item { key: format!("k{at}"), text: text(&format!("item {at}")) };
    question(id, tag, Body::Ordering { items: (0..3).map(item).collect() })
}

pub fn scenario(id: &str) -> Question {
    let scene = Scene {
        kind: SceneKind::Dialogue,
        speaker: None,
        service: None,
        screen: None,
        text: text("The end."),
        choices: Vec::new(),
    };
    let scenes = [("end".to_owned(), scene)].into();
    question(id, "alpha", Body::Scenario(Scenario { start: "end".into(), max_points: 0, scenes }))
}
