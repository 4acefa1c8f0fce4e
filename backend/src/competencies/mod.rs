//! The curriculum: two levels, each a list of competencies to master.

pub mod store;

use crate::{db::pg_enum, locale::Localised};
use serde::{Deserialize, Serialize};

pg_enum! {
    Level as crate::schema::sql_types::Level { Basic = "basic", Expert = "expert" }
}

impl From<Level> for certificates::Level {
    fn from(level: Level) -> Self {
        match level {
            Level::Basic => Self::Basic,
            Level::Expert => Self::Expert,
        }
    }
}

/// How a competency is proven.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Proof {
    /// By passing the quiz of its module.
    Quiz,
    /// By holding a valid brevet of the level that its own level requires.
    Brevet,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Competency {
    pub code: String,
    pub level: Level,
    pub names: Localised,
    pub proof: Proof,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LevelRules {
    pub level: Level,
    pub names: Localised,
    pub requires: Option<Level>,
    /// In percent of a quiz's points.
    pub pass_mark: i32,
    /// How long a brevet is valid; without it there is no last day.
    pub validity_months: Option<i32>,
    /// How a brevet with a last day is renewed; without it it is not.
    pub renewal: Option<Renewal>,
    /// How long to wait before another attempt; without it nobody waits.
    pub retakes: Option<Retakes>,
    /// At how many live sessions of the level a learner must have been for its first brevet.
    pub live_sessions: i32,
    /// In the order of the course.
    pub competencies: Vec<Competency>,
}

crate::db::jsonb! {
    /// How a brevet is renewed: by passing a refresher that is drawn over the pools of the level.
    #[derive(Eq)]
    #[serde(deny_unknown_fields)]
    pub struct Renewal {
        /// It opens so many days before the last day.
        pub opens_days: u16,
        /// In the refresher.
        pub questions: u16,
        /// In percent of the refresher's points.
        pub pass_mark: i32,
        /// So many days after the last day the refresher is still that short.
        pub grace_days: u16,
        /// In the refresher after these days.
        pub late_questions: u16,
        /// The learner is reminded when it opens, and again so many days before the last day.
        pub reminder_days: Vec<u16>,
    }
}

crate::db::jsonb! {
    /// How a quiz or a refresher is taken again after it was failed.
    #[derive(Eq)]
    #[serde(deny_unknown_fields)]
    pub struct Retakes {
        /// To wait after the first failed attempt, after the second and so on; the last holds for all that follow.
        pub wait_minutes: Vec<u32>,
        /// A failed attempt no longer counts so many days after it was handed in.
        pub forget_days: u16,
    }
}

impl LevelRules {
    /// The codes of the competencies that a quiz proves: what a learner must master for the brevet.
    pub fn quiz_codes(&self) -> Vec<String> {
        let by_quiz = self.competencies.iter().filter(|competency| competency.proof == Proof::Quiz);
        by_quiz.map(|competency| competency.code.clone()).collect()
    }
}

/// All levels, in order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Curriculum(pub Vec<LevelRules>);

impl Curriculum {
    pub fn level(&self, level: Level) -> Option<&LevelRules> {
        self.0.iter().find(|rules| rules.level == level)
    }

    pub fn competency(&self, code: &str) -> Option<&Competency> {
        self.0.iter().flat_map(|rules| &rules.competencies).find(|competency| competency.code == code)
    }
}
