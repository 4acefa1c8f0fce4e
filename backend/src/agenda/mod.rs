//! The agenda of a learner: what comes when. A page, a calendar file, and a mail once a week to who has begun a level.

pub mod api;
pub mod calendar;
pub mod digest;
pub mod digest_pages;
pub mod digest_store;
pub mod pages;

use crate::{
    app::App,
    attempts,
    brevets::{
        renewal::{Record, Refusal, Terms},
        renewing,
    },
    competencies::Level,
    db::Connection,
    ids::{AccountId, AttemptId},
    live_sessions::{self, LiveSession, Registration, RegistrationState},
    locale::{self, Language},
    modules::edition::Taught,
    practice::{self, cards::Shown},
    t,
};
use chrono::NaiveDate;
use diesel::QueryResult;
use std::collections::BTreeMap;

/// Something that a learner may want to know the day of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    pub day: NaiveDate,
    pub what: What,
}

/// On one day they come in this order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// A lesson that is given live, for which the learner has a seat or waits; also a cancelled one, so that nobody goes there.
    LiveSession {
        session: Box<LiveSession>,
        registration: Registration,
    },
    /// A quiz that was begun waits.
    OpenQuiz {
        module: String,
        attempt: AttemptId,
    },
    /// So many questions come back.
    Practice {
        count: usize,
    },
    RenewalOpens {
        level: Level,
        number: String,
    },
    /// The last day of a brevet.
    BrevetEnds {
        level: Level,
        number: String,
    },
}

/// All that lies ahead of a learner, by day. What was due before today is due today.
pub async fn agenda(app: &App, db: &mut Connection, learner: AccountId) -> QueryResult<Vec<Entry>> {
    let open = attempts::store::open_attempts(db, learner).await?;
    let deck = practice::deck::deck(app, db, learner).await?;
    let record = renewing::record(db, learner).await?;
    let at = app.clock.now();
    let mut sessions = live_sessions::store::ahead(db, learner, at).await?;
    sessions.retain(|(session, own)| session.cancellation.is_some() || session.is_ahead_of(own, at));
    Ok(entries(&app.course.taught(), sessions, open, &deck, &record, locale::day(at)))
}

fn entries(
    taught: &Taught,
    sessions: Vec<(LiveSession, Registration)>,
    open: Vec<(String, AttemptId)>,
    deck: &[Shown],
    record: &Record,
    today: NaiveDate,
) -> Vec<Entry> {
    let live = |(session, registration): (LiveSession, _)| Entry {
        day: locale::day(session.starts_at).max(today),
        what: What::LiveSession { session: Box::new(session), registration },
    };
    let mut entries: Vec<Entry> = sessions.into_iter().map(live).collect();
    entries.extend(
        open.into_iter().map(|(module, attempt)| Entry { day: today, what: What::OpenQuiz { module, attempt } }),
    );
    let mut due: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for day in deck.iter().filter_map(|shown| shown.card.standing.due()) {
        *due.entry(day.max(today)).or_default() += 1;
    }
    entries.extend(due.into_iter().map(|(day, count)| Entry { day, what: What::Practice { count } }));
    for rules in &taught.curriculum.0 {
        let Some(newest) = record.newest(rules.level) else { continue };
        let (level, number) = (rules.level, newest.number.as_str().to_owned());
        let terms = match record.may_renew(newest, rules, today) {
            Ok(terms) | Err(Refusal::Early(terms)) => Some(terms),
            Err(Refusal::Locked(_) | Refusal::Incomplete) => None,
            Err(Refusal::Revoked | Refusal::Renewed | Refusal::Endless) => continue,
        };
        if let Some(Terms { opens_on, .. }) = terms.filter(|terms| terms.opens_on >= today) {
            entries.push(Entry { day: opens_on, what: What::RenewalOpens { level, number: number.clone() } });
        }
        if let Some(day) = newest.valid_until.filter(|day| *day >= today) {
            entries.push(Entry { day, what: What::BrevetEnds { level, number } });
        }
    }
    entries.sort_by_key(|entry| entry.day);
    entries
}

impl What {
    /// In a sentence.
    pub fn words(&self, taught: &Taught, language: Language) -> String {
        let level = |level: Level| {
            let rules = taught.curriculum.level(level);
            rules.map(|rules| rules.names.get(language).to_owned()).unwrap_or_default()
        };
        match self {
            Self::LiveSession { session, registration } => {
                let (title, from) = (session.title.as_str(), locale::time_of_day(session.starts_at));
                match registration.state {
                    _ if session.cancellation.is_some() => t!(language, "agenda-live-cancelled", title = title),
                    RegistrationState::Seated => t!(language, "agenda-live", title = title, from = from),
                    RegistrationState::Waiting => t!(language, "agenda-live-waiting", title = title, from = from),
                }
            }
            Self::OpenQuiz { module, .. } => {
                let title = taught.edition(module).map(|(_, edition)| edition.module.title.get(language).to_owned());
                t!(language, "agenda-open-quiz", module = title.unwrap_or_else(|| module.clone()))
            }
            Self::Practice { count } => t!(language, "agenda-practice", count = *count),
            Self::RenewalOpens { level: of, .. } => t!(language, "agenda-renewal-opens", level = level(*of)),
            Self::BrevetEnds { level: of, .. } => t!(language, "agenda-brevet-ends", level = level(*of)),
        }
    }

    /// The page on which to do it.
    pub fn address(&self) -> String {
        match self {
            Self::LiveSession { session, .. } => session.page(),
            Self::OpenQuiz { attempt, .. } => format!("/attempts/{attempt}"),
            Self::Practice { .. } => "/practice".to_owned(),
            Self::RenewalOpens { number, .. } | Self::BrevetEnds { number, .. } => format!("/brevets#brevet-{number}"),
        }
    }
}
