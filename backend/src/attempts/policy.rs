//! What holds for the attempts at a quiz or a refresher: the level states it, and a module may say otherwise for its quiz.

use crate::{
    competencies::{LevelRules, Retakes},
    modules::Module,
    problem::{Kind, Problem},
};
use chrono::{DateTime, Utc};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Policy {
    /// In percent.
    pub pass_mark: i32,
    /// How long an attempt may take; without it there is no clock.
    pub minutes_allowed: Option<u32>,
    /// Without it nobody waits.
    pub retakes: Option<Retakes>,
}

impl Policy {
    pub fn of_quiz(rules: &LevelRules, module: &Module) -> Self {
        let retakes = rules.retakes.as_ref().map(|level| Retakes {
            wait_minutes: module.rules.wait_minutes.as_ref().unwrap_or(&level.wait_minutes).clone(),
            forget_days: level.forget_days,
        });
        Self { pass_mark: rules.pass_mark, minutes_allowed: module.rules.minutes_allowed, retakes }
    }

    /// Of a refresher, which has a pass mark of its own and never a clock.
    pub fn of_refresher(rules: &LevelRules, pass_mark: i32) -> Self {
        Self { pass_mark, minutes_allowed: None, retakes: rules.retakes.clone() }
    }

    /// To somebody who starts before the wait is over.
    pub fn too_early(&self, opens: DateTime<Utc>, at: DateTime<Utc>) -> Problem {
        let free = self.retakes.as_ref().map(Retakes::free).unwrap_or_default();
        let seconds = (opens - at).num_seconds() + 1;
        Problem::limited(Kind::RetakeTooEarly, i32::try_from(free).unwrap_or(i32::MAX), seconds)
    }
}
