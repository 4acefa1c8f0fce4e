//! Slowing down who tries too often, agreed between all processes through Postgres.

use crate::{
    db::Connection,
    problem::{Kind, Problem},
    schema::throttles,
};
use chrono::{DateTime, Duration, Utc};
use diesel::{
    ExpressionMethods, OptionalExtension, QueryDsl, QueryResult,
    sql_types::{Double, Integer, Interval, Text, Timestamptz},
};
use diesel_async::{AsyncConnection, RunQueryDsl};
use sha2::{Digest, Sha256};

/// A quiet time after which everything is forgotten.
const FORGET: Duration = Duration::hours(1);

/// What is allowed before one must wait, how long the wait can become, and how fast the count goes down by itself.
struct Limits {
    free: i32,
    longest_wait: Duration,
    forgotten_per_minute: f64,
}

/// One account: few tries, then real waits.
const ACCOUNT: Limits = Limits { free: 5, longest_wait: Duration::minutes(15), forgotten_per_minute: 0.0 };
/// One address of the network, which a whole organisation may share: slowed down, never locked out.
const ADDRESS: Limits = Limits { free: 100, longest_wait: Duration::seconds(5), forgotten_per_minute: 10.0 };

/// Long lists from one address: work enough for a minute each, once there were many.
const LIST: Limits = Limits { free: 20, longest_wait: Duration::minutes(1), forgotten_per_minute: 1.0 };

/// What is counted.
#[derive(Clone, Copy)]
pub enum Counted<'a> {
    SignInOf(&'a str),
    SignInFrom(&'a str),
    /// A registration, which mails to this address.
    MailTo(&'a str),
    /// A link for a new password, to this address, asked for from this network address.
    LinkTo(&'a str, &'a str),
    MailFrom(&'a str),
    /// A brevet number that was never issued.
    NumberFrom(&'a str),
    /// A file to be verified.
    FileFrom(&'a str),
    /// The picture of a brevet.
    PictureFrom(&'a str),
    /// The badge of a brevet.
    BadgeFrom(&'a str),
    /// A list to be verified.
    ListFrom(&'a str),
}

impl Counted<'_> {
    /// A hash, since addresses of people do not belong in a table of failures.
    fn key(self) -> String {
        let (kind, what) = match self {
            Self::SignInOf(what) => ("signInOf", what),
            Self::SignInFrom(what) => ("signInFrom", what),
            Self::MailTo(what) => ("mailTo", what),
            Self::LinkTo(to, from) => ("linkTo", &*format!("{to} {from}")),
            Self::MailFrom(what) => ("mailFrom", what),
            Self::NumberFrom(what) => ("numberFrom", what),
            Self::FileFrom(what) => ("fileFrom", what),
            Self::PictureFrom(what) => ("pictureFrom", what),
            Self::BadgeFrom(what) => ("badgeFrom", what),
            Self::ListFrom(what) => ("listFrom", what),
        };
        let hash: [u8; 32] = Sha256::digest(format!("{kind} {what}")).into();
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn limits(self) -> Limits {
        match self {
            Self::SignInOf(_) | Self::MailTo(_) | Self::LinkTo(..) => ACCOUNT,
            Self::SignInFrom(_)
            | Self::MailFrom(_)
            | Self::NumberFrom(_)
            | Self::FileFrom(_)
            | Self::PictureFrom(_)
            | Self::BadgeFrom(_) => ADDRESS,
            Self::ListFrom(_) => LIST,
        }
    }
}

/// Counts one more try of each, or refuses while one of them must still wait: then none is counted, since nothing was tried.
pub async fn reserve(
    db: &mut Connection,
    counted: &[Counted<'_>],
    kind: Kind,
    at: DateTime<Utc>,
) -> Result<(), Problem> {
    if let [one] = counted {
        return reserve_one(db, *one, kind, at).await;
    }
    db.transaction(async |db| {
        for one in counted {
            reserve_one(db, *one, kind, at).await?;
        }
        Ok(())
    })
    .await
}

/// Counting before the try, in the statement that checks, leaves no room for tries at the same moment.
async fn reserve_one(db: &mut Connection, counted: Counted<'_>, kind: Kind, at: DateTime<Utc>) -> Result<(), Problem> {
    let Limits { free, longest_wait, forgotten_per_minute } = counted.limits();
    // diesel's upsert cannot refer to both rows, nor take back a row that must wait. Who need not wait is free since long:
    // of two requests the later one may come first.
    let reserved = diesel::sql_query(
        "INSERT INTO throttles AS old (key, failures, last_at, blocked_until) VALUES ($1, 1, $2, $2 - $5)
         ON CONFLICT (key) DO UPDATE SET (failures, last_at, blocked_until) = (
             SELECT n, $2, CASE WHEN n <= $3 THEN $2 - $5
                                ELSE $2 + least(interval '1 second' * power(2, least(n - $3 - 1, 20)), $4) END
             FROM (SELECT CASE WHEN old.last_at > $2 - $5
                               THEN greatest(0, old.failures - floor(extract(epoch FROM $2 - old.last_at) / 60 * $6))::integer + 1
                               ELSE 1 END AS n) AS counted)
         WHERE old.blocked_until <= $2",
    )
    .bind::<Text, _>(counted.key())
    .bind::<Timestamptz, _>(at)
    .bind::<Integer, _>(free)
    .bind::<Interval, _>(longest_wait)
    .bind::<Interval, _>(FORGET)
    .bind::<Double, _>(forgotten_per_minute)
    .execute(db)
    .await?;
    if reserved == 0 {
        let until = blocked_until(db, counted).await?.unwrap_or(at);
        return Err(Problem::limited(kind, free, (until - at).num_seconds() + 1));
    }
    Ok(())
}

/// Refuses while one must still wait, and counts nothing: for what is counted only when it fails.
pub async fn pass(db: &mut Connection, counted: Counted<'_>, kind: Kind, at: DateTime<Utc>) -> Result<(), Problem> {
    match blocked_until(db, counted).await? {
        Some(until) if until > at => Err(Problem::limited(kind, counted.limits().free, (until - at).num_seconds() + 1)),
        _ => Ok(()),
    }
}

async fn blocked_until(db: &mut Connection, counted: Counted<'_>) -> QueryResult<Option<DateTime<Utc>>> {
    throttles::table.find(counted.key()).select(throttles::blocked_until).first(db).await.optional()
}

/// Takes one try back, after a success: what went right does not count.
pub async fn give_back(db: &mut Connection, counted: Counted<'_>) -> QueryResult<()> {
    diesel::update(throttles::table.find(counted.key()).filter(throttles::failures.gt(1)))
        .set(throttles::failures.eq(throttles::failures - 1))
        .execute(db)
        .await?;
    Ok(())
}

/// Starts the count anew, after a success.
pub async fn forget(db: &mut Connection, counted: Counted<'_>) -> QueryResult<()> {
    diesel::delete(throttles::table.find(counted.key())).execute(db).await?;
    Ok(())
}
