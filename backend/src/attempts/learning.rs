//! Where a learner stands: the status of each module, and how much is left.

use super::{store, waiting::Waits};
use crate::{
    competencies::{Level, Proof},
    db::Connection,
    ids::{AccountId, AttemptId},
    live_sessions::Seat,
    modules::edition::{Edition, Taught},
};
use diesel::QueryResult;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    NotStarted,
    InProgress,
    Completed,
}

/// Everything the learner has done, as far as it says where to go on.
#[derive(Default, Debug)]
pub struct Learning {
    pub mastered: BTreeSet<String>,
    pub open: BTreeMap<String, AttemptId>,
    pub read: BTreeSet<(String, String)>,
    /// The levels of which a valid brevet is held.
    pub held: BTreeSet<Level>,
    /// The competencies whose lessons may be skipped, as a placement test found.
    skipped: BTreeSet<String>,
    /// At how many live sessions of each level the learner was.
    pub attended: BTreeMap<Level, i32>,
    /// The seats in live sessions that still count, the soonest first. Only what tells the next step asks for them.
    pub seats: Vec<Seat>,
    /// The quizzes that open later. Only what tells the next step asks for them.
    pub waits: Waits,
}

pub async fn learning(db: &mut Connection, learner: AccountId, held: BTreeSet<Level>) -> QueryResult<Learning> {
    Ok(Learning {
        mastered: store::masteries(db, learner).await?.into_iter().map(|mastery| mastery.competency).collect(),
        open: store::open_attempts(db, learner).await?.into_iter().collect(),
        read: store::readings(db, learner).await?.into_iter().collect(),
        held,
        skipped: BTreeSet::new(),
        attended: store::attended(db, learner).await?.into_iter().collect(),
        seats: Vec::new(),
        waits: Waits::default(),
    })
}

impl Learning {
    pub fn status(&self, code: &str) -> Status {
        if self.mastered.contains(code) {
            Status::Completed
        } else if self.open.contains_key(code) || self.read.iter().any(|(read, _)| read == code) {
            Status::InProgress
        } else {
            Status::NotStarted
        }
    }

    /// With what a placement test found.
    pub fn skipping(mut self, proven: BTreeSet<String>) -> Self {
        self.skipped = proven;
        self
    }

    /// With the quizzes that open later.
    pub fn waiting(mut self, waits: Waits) -> Self {
        self.waits = waits;
        self
    }

    /// With seats in live sessions, the soonest first.
    pub fn seated(mut self, seats: Vec<Seat>) -> Self {
        self.seats = seats;
        self
    }

    /// Whether the lessons of a module may be skipped: found to be known, and not mastered yet.
    pub fn may_skip(&self, code: &str) -> bool {
        self.skipped.contains(code) && !self.mastered.contains(code)
    }

    pub fn has_read(&self, code: &str, lesson: &str) -> bool {
        self.read.contains(&(code.to_owned(), lesson.to_owned()))
    }

    /// The level that must be held before this one, if it is not.
    pub fn locked_by(&self, taught: &Taught, level: Level) -> Option<Level> {
        let required = taught.curriculum.level(level)?.requires?;
        (!self.held.contains(&required)).then_some(required)
    }

    /// How many competencies of a level are proven, of how many.
    pub fn progress(&self, taught: &Taught, level: Level) -> (usize, usize) {
        let competencies =
            taught.curriculum.level(level).map(|rules| rules.competencies.as_slice()).unwrap_or_default();
        let proven = competencies.iter().filter(|competency| match competency.proof {
            Proof::Quiz => self.mastered.contains(&competency.code),
            Proof::Brevet => self.locked_by(taught, level).is_none(),
        });
        (proven.count(), competencies.len())
    }

    /// About how many minutes a module still takes: the lessons that are neither read nor may be skipped, and its
    /// quiz; none when it is mastered.
    pub fn minutes_left(&self, edition: &Edition) -> f64 {
        let module = &edition.module;
        if self.mastered.contains(&module.competency) {
            return 0.0;
        }
        let code = &module.competency;
        let is_done = |slug: &str| self.may_skip(code) || self.has_read(code, slug);
        edition.pace().left(|at| module.lessons.get(at).is_some_and(|lesson| is_done(&lesson.slug)))
    }

    /// The same of all modules of a level.
    pub fn level_left(&self, taught: &Taught, level: Level) -> f64 {
        taught.modules(level).map(|(_, edition)| self.minutes_left(edition)).sum()
    }

    /// At how many live sessions of a level the learner was, and how many it asks for.
    pub fn live_sessions(&self, taught: &Taught, level: Level) -> (i32, i32) {
        let asked = taught.curriculum.level(level).map(|rules| rules.live_sessions).unwrap_or_default();
        (self.attended.get(&level).copied().unwrap_or_default(), asked)
    }

    /// Whether a level that is open to the learner asks for live sessions for which they have no seat.
    pub fn needs_seats(&self, taught: &Taught, level: Level) -> bool {
        let (attended, asked) = self.live_sessions(taught, level);
        let is_on_the_way = !self.held.contains(&level) && self.locked_by(taught, level).is_none();
        is_on_the_way && attended < asked && self.seats(taught, level).is_none()
    }

    /// The seats in the live sessions of a level, when with them it asks for no more.
    pub fn seats(&self, taught: &Taught, level: Level) -> Option<Vec<&Seat>> {
        let seats: Vec<&Seat> = self.seats.iter().filter(|seat| seat.level == level).collect();
        let (attended, asked) = self.live_sessions(taught, level);
        (attended < asked && seats.len() as i32 >= asked - attended).then_some(seats)
    }
}
