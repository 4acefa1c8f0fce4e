//! Slowing down who tries too often, agreed between all processes through Postgres.

use crate::{
    db::Connection,
    problem::{Kind, Problem},
    schema::throttles,
};
use chrono::{DateTime, Duration, Utc};
use diesel::{
    ExpressionMethods, OptionalExtension, QueryDsl, QueryResult,
    sql_types::{Integer, Interval, Text, Timestamptz},
};
use diesel_async::RunQueryDsl;
use sha2::{Digest, Sha256};

/// After so many in a row each further one must wait, twice as long each time.
const FREE: i32 = 5;
const LONGEST_WAIT: Duration = Duration::minutes(15);
/// A quiet time after which the count starts anew.
const FORGET: Duration = Duration::hours(1);

/// What is counted.
#[derive(Clone, Copy)]
pub enum Counted<'a> {
    SignInOf(&'a str),
    SignInFrom(&'a str),
    MailTo(&'a str),
    MailFrom(&'a str),
}

impl Counted<'_> {
    /// A hash, since addresses of people do not belong in a table of failures.
    fn key(self) -> String {
        let (kind, what) = match self {
            Self::SignInOf(what) => ("signInOf", what),
            Self::SignInFrom(what) => ("signInFrom", what),
            Self::MailTo(what) => ("mailTo", what),
            Self::MailFrom(what) => ("mailFrom", what),
        };
        let hash: [u8; 32] = Sha256::digest(format!("{kind} {what}")).into();
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// A shared address (an office, a school) may try more often than one account.
    fn free(self) -> i32 {
        match self {
            Self::SignInOf(_) | Self::MailTo(_) => FREE,
            Self::SignInFrom(_) | Self::MailFrom(_) => FREE * 10,
        }
    }
}

/// Refuses while one of these must still wait.
pub async fn check(db: &mut Connection, counted: &[Counted<'_>], kind: Kind, at: DateTime<Utc>) -> Result<(), Problem> {
    let keys: Vec<String> = counted.iter().map(|counted| counted.key()).collect();
    let until: Option<DateTime<Utc>> = throttles::table
        .filter(throttles::key.eq_any(keys))
        .filter(throttles::blocked_until.gt(at))
        .select(throttles::blocked_until)
        .order(throttles::blocked_until.desc())
        .first(db)
        .await
        .optional()?;
    match until {
        Some(until) => Err(Problem::retry_after(kind, (until - at).num_seconds() + 1)),
        None => Ok(()),
    }
}

/// Counts one more, also when many come at the same moment.
pub async fn count(db: &mut Connection, counted: &[Counted<'_>], at: DateTime<Utc>) -> QueryResult<()> {
    for one in counted {
        // The new count and the wait that follows from it in one statement; diesel's upsert cannot refer to both rows.
        diesel::sql_query(
            "INSERT INTO throttles AS old (key, failures, last_at, blocked_until) VALUES ($1, 1, $2, $2)
             ON CONFLICT (key) DO UPDATE SET (failures, last_at, blocked_until) = (
                 SELECT n, $2, CASE WHEN n < $3 THEN $2
                                    ELSE $2 + least(interval '1 second' * power(2, least(n - $3, 20)), $4) END
                 FROM (SELECT CASE WHEN old.last_at > $2 - $5 THEN old.failures + 1 ELSE 1 END AS n) AS counted)",
        )
        .bind::<Text, _>(one.key())
        .bind::<Timestamptz, _>(at)
        .bind::<Integer, _>(one.free())
        .bind::<Interval, _>(LONGEST_WAIT)
        .bind::<Interval, _>(FORGET)
        .execute(db)
        .await?;
    }
    Ok(())
}

/// Starts the count anew, after a success.
pub async fn forget(db: &mut Connection, counted: Counted<'_>) -> QueryResult<()> {
    diesel::delete(throttles::table.find(counted.key())).execute(db).await?;
    Ok(())
}
