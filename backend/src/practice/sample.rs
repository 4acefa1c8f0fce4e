//! A small course and decks of its questions, for the tests of the rules.

use super::{
    cards::{self, CardId, Kept, Shown},
    schedule::Standing,
};
use crate::{
    competencies::{Competency, Curriculum, Level, LevelRules, Proof},
    ids::EditionId,
    modules::{
        Module,
        check::sample::{module, single, text},
        edition::{CourseMemory, Edition, Taught},
    },
    quizzes::{Question, QuestionId},
};
use chrono::{DateTime, Days, NaiveDate, Utc};
use std::sync::Arc;

pub const MODULE: &str = "sample";

/// Noon in Belgium of a day, from a first one on.
pub fn noon(days: u64) -> DateTime<Utc> {
    day(days).and_hms_opt(11, 0, 0).unwrap().and_utc()
}

pub fn day(days: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap().checked_add_days(Days::new(days)).unwrap()
}

pub fn id(number: usize) -> CardId {
    CardId { module: MODULE.to_owned(), question: QuestionId::parse(&format!("q{number:02}")).unwrap() }
}

/// A course with one module of so many questions, each a single choice.
pub fn taught(questions: usize) -> Arc<Taught> {
    teaching((0..questions).map(|number| single(id(number).question.as_str(), "alpha", &[true, false])).collect())
}

pub fn teaching(questions: Vec<Question>) -> Arc<Taught> {
    let competency =
        Competency { code: MODULE.to_owned(), level: Level::Basic, names: text("Sample"), proof: Proof::Quiz };
    let rules = LevelRules {
        level: Level::Basic,
        names: text("Basic"),
        requires: None,
        pass_mark: 80,
        validity_months: None,
        renewal: None,
        retakes: None,
        live_sessions: 0,
        competencies: vec![competency],
    };
    let edition = Edition::new(EditionId::new(), 1, noon(0), Module { questions, ..module() });
    let memory = CourseMemory::default();
    memory.teach(Curriculum(vec![rules]), Vec::new(), [(MODULE.to_owned(), Arc::new(edition))].into());
    memory.taught()
}

/// A card as it was left by a learner who has not answered it in practice.
pub fn kept(number: usize, standing: Standing) -> Kept {
    Kept { id: id(number), standing, at: noon(0), answered: None }
}

/// A deck of cards that stand so, each a question of a course that has them all.
pub fn deck(standings: &[Standing]) -> Vec<Shown> {
    deck_of(&taught(standings.len()), standings)
}

pub fn deck_of(taught: &Taught, standings: &[Standing]) -> Vec<Shown> {
    let kept = standings.iter().enumerate().map(|(number, standing)| kept(number, *standing)).collect();
    cards::shown(cards::cards(Vec::new(), kept), taught)
}

/// A card in the first box that is asked again from a day on.
pub fn due(days: u64) -> Standing {
    match Standing::missed(day(0)) {
        Standing::Waiting { place, .. } => Standing::Waiting { place, due: day(days) },
        Standing::Resting => Standing::Resting,
    }
}
