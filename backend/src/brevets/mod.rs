//! Brevets: awarded with the last passing submission, sealed by a job, kept for ever as they were issued.

pub mod administration_pages;
pub mod api;
pub mod attending;
pub mod award;
pub mod badge;
pub mod badge_api;
pub mod badge_file_pages;
pub mod badge_keys;
pub mod badge_store;
pub mod changes;
pub mod changes_api;
pub mod decision_pages;
pub mod in_time;
pub mod issuing;
pub mod mails;
pub mod names;
pub mod number;
pub mod pages;
pub mod printed;
pub mod reminder_pages;
pub mod reminder_store;
pub mod reminders;
pub mod renewal;
pub mod renewal_words;
pub mod renewing;
pub mod seal_certificates;
pub mod sealing;
pub mod state;
pub mod store;
pub mod told;

use crate::{
    competencies::{Curriculum, Level},
    ids::{AccountId, BrevetId},
    locale::{self, Language},
};
use chrono::{DateTime, NaiveDate, Utc};
use number::BrevetNumber;
use printed::Printed;
pub use state::{BrevetState, Fate};
use std::collections::BTreeMap;

crate::db::jsonb! {
    /// The competencies a brevet rests on, each with the edition it was proven in.
    #[derive(Eq)]
    pub struct Grounds(pub BTreeMap<String, String>);
}

#[derive(Clone, Debug)]
pub struct Brevet {
    pub id: BrevetId,
    pub learner: AccountId,
    pub number: BrevetNumber,
    pub level: Level,
    /// 1 for the first brevet of the level, one more for each renewal.
    pub period: i32,
    /// 1 as it was awarded, one more for each replacement in the same period.
    pub issue: i32,
    pub holder: String,
    pub language: Language,
    pub grounds: Grounds,
    pub awarded_at: DateTime<Utc>,
    pub valid_until: Option<NaiveDate>,
    /// What an administrator decided about it.
    pub fate: Fate,
    pub kin: Kin,
    /// What its sheet says beside this; none before it is sealed.
    pub printed: Option<Printed>,
    pub sealed_at: Option<DateTime<Utc>>,
}

/// The brevets that stand before and after one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Kin {
    /// The one whose corrected issue this is.
    pub replaces: Option<BrevetNumber>,
    /// The one of the period before.
    pub renews: Option<BrevetNumber>,
    /// The one of the period after.
    pub renewed_by: Option<BrevetNumber>,
}

impl Brevet {
    pub fn issued_on(&self) -> NaiveDate {
        locale::day(self.awarded_at)
    }

    /// What it is worth at a moment.
    pub fn state(&self, at: DateTime<Utc>) -> BrevetState {
        state::state(&self.fate, self.valid_until, locale::day(at))
    }

    /// The names of its competencies in the order of the course.
    pub fn competencies<'a>(&self, curriculum: &'a Curriculum, language: Language) -> Vec<&'a str> {
        let all = curriculum.0.iter().flat_map(|rules| &rules.competencies);
        all.filter(|competency| self.grounds.0.contains_key(&competency.code))
            .map(|competency| competency.names.get(language))
            .collect()
    }
}
