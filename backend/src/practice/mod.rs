//! Practice: questions that a lesson asks on the spot, and missed ones that come back over days. Nothing here counts for or
//! against the learner.

pub mod api;
pub mod cards;
pub mod cards_api;
pub mod deck;
pub mod pages;
pub mod round;
pub mod round_pages;
#[cfg(test)]
mod sample;
pub mod schedule;
pub mod store;

use crate::{
    modules::{Module, edition::Edition, markdown},
    quizzes::Question,
};

/// A question that a lesson asks, and the lesson that asks it.
pub struct Practised<'a> {
    pub question: &'a Question,
    pub lesson: &'a str,
}

/// The questions that the lessons of an edition ask, in order. One that is asked twice belongs to the first lesson.
pub fn practised(edition: &Edition) -> Vec<Practised<'_>> {
    let mut found: Vec<Practised> = Vec::new();
    for (lesson, id) in asked(&edition.module) {
        let is_new = !found.iter().any(|known| known.question.id.as_str() == id);
        if let Some(question) = edition.question(id).filter(|_| is_new) {
            found.push(Practised { question, lesson });
        }
    }
    found
}

fn asked(module: &Module) -> impl Iterator<Item = (&str, &str)> {
    module.lessons.iter().flat_map(|lesson| {
        let texts = lesson.markdown.each().map(|(_, text)| text);
        let ids = texts.flat_map(|text| markdown::references(text, &["practice", "scenario"]));
        ids.map(|id| (lesson.slug.as_str(), id))
    })
}
