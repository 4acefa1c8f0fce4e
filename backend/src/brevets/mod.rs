//! Brevets: awarded with the last passing submission, sealed by a job, kept for ever as they were issued.

pub mod api;
pub mod award;
pub mod issuing;
pub mod mails;
pub mod number;
pub mod pages;
pub mod store;

use crate::{
    competencies::{Curriculum, Level},
    ids::{AccountId, BrevetId},
    locale::{self, Language},
};
use chrono::{DateTime, NaiveDate, Utc};
use number::BrevetNumber;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The competencies a brevet rests on, each with the edition it was proven in.
#[derive(
    Clone,
    PartialEq,
    Eq,
    Debug,
    Serialize,
    Deserialize,
    diesel::expression::AsExpression,
    diesel::deserialize::FromSqlRow,
)]
#[diesel(sql_type = diesel::sql_types::Jsonb)]
pub struct Grounds(pub BTreeMap<String, String>);
crate::db::jsonb!(Grounds);

#[derive(Clone, Debug)]
pub struct Brevet {
    pub id: BrevetId,
    pub learner: AccountId,
    pub number: BrevetNumber,
    pub level: Level,
    pub holder: String,
    pub language: Language,
    pub grounds: Grounds,
    pub awarded_at: DateTime<Utc>,
    pub valid_until: Option<NaiveDate>,
}

/// What a brevet is worth at a moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum BrevetState {
    Valid,
    Expired,
}

impl Brevet {
    pub fn issued_on(&self) -> NaiveDate {
        locale::day(self.awarded_at)
    }

    pub fn state(&self, at: DateTime<Utc>) -> BrevetState {
        match self.valid_until {
            Some(last_day) if locale::day(at) > last_day => BrevetState::Expired,
            _ => BrevetState::Valid,
        }
    }

    /// The names of its competencies in the order of the course.
    pub fn competencies<'a>(&self, curriculum: &'a Curriculum, language: Language) -> Vec<&'a str> {
        let all = curriculum.0.iter().flat_map(|rules| &rules.competencies);
        all.filter(|competency| self.grounds.0.contains_key(&competency.code))
            .map(|competency| competency.names.get(language))
            .collect()
    }
}
