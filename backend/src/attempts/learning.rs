//! Where a learner stands: the status of each module and what is next.

use super::store;
use crate::{
    competencies::{Level, Proof},
    db::Connection,
    ids::{AccountId, AttemptId},
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
}

/// The one thing to do next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Next {
    /// Go on with an attempt that was begun.
    Attempt {
        code: String,
        attempt: AttemptId,
    },
    Lesson {
        code: String,
        lesson: String,
    },
    Quiz {
        code: String,
        /// Whether lessons are skipped.
        skips: bool,
    },
    /// The level is done.
    Brevet,
    /// The required level comes first.
    Locked(Level),
    /// Nothing is taught at this level yet.
    Nothing,
}

pub async fn learning(db: &mut Connection, learner: AccountId, held: BTreeSet<Level>) -> QueryResult<Learning> {
    Ok(Learning {
        mastered: store::masteries(db, learner).await?.into_iter().map(|mastery| mastery.competency).collect(),
        open: store::open_attempts(db, learner).await?.into_iter().collect(),
        read: store::readings(db, learner).await?.into_iter().collect(),
        held,
        skipped: BTreeSet::new(),
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

    /// About how many minutes a module still takes: its unread lessons and its quiz; none when it is mastered.
    pub fn minutes_left(&self, edition: &Edition) -> f64 {
        let module = &edition.module;
        if self.mastered.contains(&module.competency) {
            return 0.0;
        }
        edition.pace().left(|at| module.lessons.get(at).is_some_and(|one| self.has_read(&module.competency, &one.slug)))
    }

    /// The same of all modules of a level.
    pub fn level_left(&self, taught: &Taught, level: Level) -> f64 {
        taught.modules(level).map(|(_, edition)| self.minutes_left(edition)).sum()
    }

    pub fn next(&self, taught: &Taught, level: Level) -> Next {
        if self.held.contains(&level) {
            return Next::Brevet;
        }
        if let Some(required) = self.locked_by(taught, level) {
            return Next::Locked(required);
        }
        // What was begun comes first, then the first module that is not done.
        let unfinished: Vec<_> = taught.modules(level).filter(|(c, _)| !self.mastered.contains(&c.code)).collect();
        let begun =
            unfinished.iter().find_map(|(c, _)| self.open.get(&c.code).map(|attempt| (c.code.clone(), *attempt)));
        if let Some((code, attempt)) = begun {
            return Next::Attempt { code, attempt };
        }
        let reading = unfinished.iter().find(|(c, _)| self.status(&c.code) == Status::InProgress);
        let Some((competency, edition)) = reading.or(unfinished.first()) else {
            return if taught.is_complete(level) { Next::Brevet } else { Next::Nothing };
        };
        let code = competency.code.clone();
        match edition.module.lessons.iter().find(|lesson| !self.has_read(&code, &lesson.slug)) {
            Some(_) if self.may_skip(&code) => Next::Quiz { code, skips: true },
            Some(lesson) => Next::Lesson { code, lesson: lesson.slug.clone() },
            None => Next::Quiz { code, skips: false },
        }
    }
}
