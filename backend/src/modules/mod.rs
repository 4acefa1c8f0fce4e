//! Modules: each teaches one competency, in immutable numbered editions.

pub mod api;
pub mod card_pages;
pub mod check;
pub mod course;
pub mod drawings;
pub mod edition;
pub mod files;
pub mod glossary;
pub mod import;
pub mod learning_pages;
pub mod markdown;
pub mod pace;
pub mod pages;
pub mod print_pages;
mod scenario_file;
pub mod search;
pub mod search_excerpt;
pub mod search_near;
pub mod search_pages;
pub mod search_spelling;
pub mod search_store;
pub mod store;
pub mod terms;
mod toml_file;

use crate::{
    locale::Localised,
    quizzes::{Question, drawing::Blueprint},
};
use drawings::Drawing;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

crate::db::jsonb! {
    /// Everything of a module that an edition fixes.
    pub struct Module {
        pub competency: String,
        pub title: Localised,
        pub summary: Localised,
        /// An honest estimate of lessons and quiz together.
        pub minutes: u32,
        pub tags: Vec<String>,
        /// What a helper can do afterwards.
        pub goals: Vec<Localised>,
        pub blueprint: Blueprint,
        /// Left out of the JSON when there are none, as in editions from before.
        #[serde(default, skip_serializing_if = "QuizRules::are_none")]
        pub rules: QuizRules,
        pub lessons: Vec<Lesson>,
        /// The pool, the practice questions and the scenarios.
        pub questions: Vec<Question>,
        /// By the names that `{{media:name}}` gives. Left out of the JSON when there are none, as in editions from before.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub drawings: BTreeMap<String, Drawing>,
        /// What a helper prints and keeps at the counter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub card: Option<Card>,
        /// The facts that its texts name.
        pub facts: BTreeMap<String, Fact>,
    }
}

/// What holds for the quiz beyond what its level says.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct QuizRules {
    /// How long an attempt may take; without it there is no clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes_allowed: Option<u32>,
    /// In place of the level's waits after failed attempts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait_minutes: Option<Vec<u32>>,
}

impl QuizRules {
    fn are_none(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Lesson {
    /// Its file without language: `01-what-csam-is`.
    pub slug: String,
    pub title: Localised,
    /// Markdown below the title.
    pub markdown: Localised,
}

/// The summary of a module on one sheet.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Card {
    pub title: Localised,
    /// Markdown below the title.
    pub markdown: Localised,
}

/// Something that changes over the years, kept in one place with its source.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Fact {
    pub value: Localised,
    pub source: String,
    /// The age of the source, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<String>,
    pub checked: chrono::NaiveDate,
}

impl Module {
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id.as_str() == id)
    }

    pub fn lesson(&self, slug: &str) -> Option<(usize, &Lesson)> {
        self.lessons.iter().enumerate().find(|(_, lesson)| lesson.slug == slug)
    }

    /// The questions asked inside lessons, whose answers are shown there.
    pub fn practised(&self) -> BTreeSet<&str> {
        let texts = self.lessons.iter().flat_map(|lesson| lesson.markdown.each().map(|(_, text)| text));
        texts.flat_map(|text| markdown::references(text, &["practice", "scenario"])).collect()
    }

    /// What a quiz draws from: never a question whose answer a lesson shows.
    pub fn pool(&self) -> Vec<&Question> {
        let practised = self.practised();
        self.questions.iter().filter(|question| !practised.contains(question.id.as_str())).collect()
    }
}
