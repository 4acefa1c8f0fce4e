//! A list of brevets is checked by a job, some thousand lines at a time, so that its progress is seen and nothing is lost.

use super::{
    given,
    list::Line,
    store::{self, Checked},
};
use crate::{
    app::App,
    brevets::{Brevet, BrevetState, names, number::BrevetNumber, state::RevocationReason},
    competencies::Level,
    db::Connection,
    ids::BatchId,
    jobs::{self, JobKind},
    locale,
    problem::Problem,
};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use diesel_async::AsyncConnection;
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, sync::Arc};

/// How long a list and its result can be read.
pub const KEPT: Duration = Duration::hours(24);
/// Lines that are checked at once.
const PORTION: i64 = 2_500;

crate::db::jsonb! {
    /// What the register says of one line.
    #[derive(Eq)]
    #[serde(rename_all = "camelCase")]
    pub struct Found {
        pub state: LineState,
        #[serde(flatten, skip_serializing_if = "Option::is_none")]
        pub brevet: Option<FoundBrevet>,
        /// Whether the name beside the number is the holder's; none when there was none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub name_matches: Option<bool>,
    }
}

/// What a line is worth: a state of the register, or that there is nothing with this number, or that it is none.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LineState {
    Valid,
    Expired,
    Revoked,
    Replaced,
    Unknown,
    Mistyped,
}

impl LineState {
    pub const ALL: [Self; 6] =
        [Self::Valid, Self::Expired, Self::Revoked, Self::Replaced, Self::Unknown, Self::Mistyped];

    pub fn word(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
            Self::Replaced => "replaced",
            Self::Unknown => "unknown",
            Self::Mistyped => "mistyped",
        }
    }
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FoundBrevet {
    pub number: String,
    pub level: Level,
    pub holder: String,
    pub issued_on: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<NaiveDate>,
    /// Of a revoked or replaced brevet since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<RevocationReason>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
}

impl Found {
    fn of(brevet: &Brevet, name: Option<&str>, at: DateTime<Utc>) -> Self {
        let (state, since, reason, replaced_by) = match brevet.state(at) {
            BrevetState::Valid => (LineState::Valid, None, None, None),
            BrevetState::Expired { .. } => (LineState::Expired, None, None, None),
            BrevetState::Revoked(revocation) => {
                (LineState::Revoked, Some(locale::day(revocation.at)), Some(revocation.reason), None)
            }
            BrevetState::Replaced(replacement) => {
                let by = replacement.by.as_str().to_owned();
                (LineState::Replaced, Some(locale::day(replacement.at)), None, Some(by))
            }
        };
        let found = FoundBrevet {
            number: brevet.number.as_str().to_owned(),
            level: brevet.level,
            holder: brevet.holder.clone(),
            issued_on: brevet.issued_on(),
            valid_until: brevet.valid_until,
            since,
            reason,
            replaced_by,
        };
        Self { state, brevet: Some(found), name_matches: name.map(|name| names::alike(name, &brevet.holder)) }
    }

    fn nothing(state: LineState) -> Self {
        Self { state, brevet: None, name_matches: None }
    }
}

/// Takes a list to be checked.
pub async fn take(app: &App, db: &mut Connection, lines: &[Line]) -> Result<BatchId, Problem> {
    let (id, at) = (BatchId::new(), app.clock.now());
    db.transaction(async |db| -> Result<(), Problem> {
        store::add_batch(db, id, lines, at, at + KEPT).await?;
        Ok(jobs::queue(db, JobKind::VerifyBatch, id.uuid(), at).await?)
    })
    .await?;
    app.batch_posted.notify_one();
    Ok(id)
}

/// Checks what is not checked yet of a list; killed at any step and run again, it goes on where it was.
pub async fn check(app: &Arc<App>, db: &mut Connection, id: BatchId) -> anyhow::Result<()> {
    loop {
        let lines = store::unchecked(db, id, PORTION).await?;
        if lines.is_empty() {
            return Ok(()); // all is checked, or the list was forgotten meanwhile
        }
        let at = app.clock.now();
        let numbers: Vec<Option<BrevetNumber>> = lines.iter().map(|line| given::parse(&line.given).ok()).collect();
        let asked: Vec<&str> = numbers.iter().flatten().map(BrevetNumber::as_str).collect();
        let brevets = crate::brevets::store::brevets_by_number(db, &asked).await?;
        let by_number: HashMap<&str, &Brevet> = brevets.iter().map(|brevet| (brevet.number.as_str(), brevet)).collect();
        let checked: Vec<Checked> = lines
            .iter()
            .zip(&numbers)
            .map(|(line, number)| Checked {
                position: line.position,
                found: match number.as_ref().map(|number| by_number.get(number.as_str())) {
                    Some(Some(brevet)) => Found::of(brevet, line.name.as_deref(), at),
                    Some(None) => Found::nothing(LineState::Unknown),
                    None => Found::nothing(LineState::Mistyped),
                },
            })
            .collect();
        store::keep(db, id, &checked).await?;
    }
}
