//! Where a learner stands: the status of each module and what is next.

use super::store;
use crate::{
    competencies::{Level, Proof},
    db::Connection,
    ids::{AccountId, AttemptId},
    locale::Language,
    modules::{
        edition::{Edition, Taught},
        pace,
    },
    t,
};
use diesel::QueryResult;
use serde::Serialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

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
    /// Every competency is proven; the level asks for more live sessions.
    LiveSession(Level),
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
        attended: store::attended(db, learner).await?.into_iter().collect(),
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
            return match self.live_sessions(taught, level) {
                (attended, asked) if attended < asked => Next::LiveSession(level),
                _ if taught.is_complete(level) => Next::Brevet,
                _ => Next::Nothing,
            };
        };
        let code = competency.code.clone();
        match edition.module.lessons.iter().find(|lesson| !self.has_read(&code, &lesson.slug)) {
            Some(_) if self.may_skip(&code) => Next::Quiz { code, skips: true },
            Some(lesson) => Next::Lesson { code, lesson: lesson.slug.clone() },
            None => Next::Quiz { code, skips: false },
        }
    }
}

/// What is next in words.
pub struct NextWords {
    pub sentence: String,
    pub button: String,
    /// The page where it is done.
    pub link: Option<String>,
}

impl Next {
    pub fn words(self, taught: &Taught, language: Language) -> NextWords {
        let edition = |code: &str| taught.edition(code).map(|(_, edition)| edition);
        let module = |code: &str| edition(code).map_or_else(String::new, |e| e.module.title.get(language).to_owned());
        let (sentence, button, link) = match self {
            Self::Attempt { code, attempt } => (
                t!(language, "next-attempt", module = module(&code)),
                t!(language, "next-attempt-button"),
                format!("/attempts/{attempt}"),
            ),
            Self::Lesson { code, lesson } => {
                let found = edition(&code).and_then(|e| Some((e, e.module.lesson(&lesson)?)));
                let (name, minutes) = found.map_or((String::new(), 0.0), |(e, (at, lesson))| {
                    (lesson.title.get(language).to_owned(), e.pace().lessons[at])
                });
                let time = pace::about(minutes, language);
                (
                    t!(language, "next-lesson", lesson = name, module = module(&code), time = time),
                    t!(language, "next-lesson-button"),
                    format!("/modules/{code}/lessons/{lesson}"),
                )
            }
            Self::Quiz { code, skips } => (
                match skips {
                    true => t!(language, "next-quiz-skipping", module = module(&code)),
                    false => {
                        t!(language, "next-quiz", module = module(&code), time = quiz_time(edition(&code), language))
                    }
                },
                t!(language, "next-quiz-button"),
                format!("/modules/{code}/quiz"),
            ),
            Self::LiveSession(_) => (
                t!(language, "next-live-session"),
                t!(language, "next-live-session-button"),
                "/live-sessions".to_owned(),
            ),
            Self::Brevet => (t!(language, "next-brevet"), t!(language, "next-brevet-button"), "/brevets".to_owned()),
            Self::Locked(_) | Self::Nothing => {
                return NextWords { sentence: t!(language, "next-nothing"), button: String::new(), link: None };
            }
        };
        NextWords { sentence, button, link: Some(link) }
    }
}

fn quiz_time(edition: Option<&Arc<Edition>>, language: Language) -> String {
    pace::about(edition.map_or(0.0, |edition| edition.pace().quiz), language)
}
