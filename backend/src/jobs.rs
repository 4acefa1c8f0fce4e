//! Work that follows a transaction: queued in it, done after it by any process, tried again until it is done.

use crate::{
    db::{Connection, pg_enum},
    ids::JobId,
    schema::jobs,
};
use chrono::{DateTime, Duration, Utc};
use diesel::{ExpressionMethods, HasQuery, Insertable, OptionalExtension, QueryDsl, QueryResult};
use diesel_async::RunQueryDsl;
use std::collections::HashMap;
use uuid::Uuid;

pg_enum! {
    JobKind as crate::schema::sql_types::JobKind {
        SealBrevet = "sealBrevet",
        SendMail = "sendMail",
        VerifyBatch = "verifyBatch",
        SealBadgeFile = "sealBadgeFile",
    }
}

/// How long a process may work on a job before another may take it over.
const LEASE: Duration = Duration::minutes(2);
const LONGEST_WAIT: Duration = Duration::hours(1);
/// How long a finished job can still be looked up.
const KEPT: Duration = Duration::days(30);

#[derive(HasQuery, Clone, Debug)]
#[diesel(table_name = jobs)]
pub struct Job {
    pub id: JobId,
    pub kind: JobKind,
    pub subject_id: Uuid,
    pub created_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    pub tries: i32,
    pub last_error: Option<String>,
}

#[derive(Insertable)]
#[diesel(table_name = jobs)]
struct NewJob {
    id: JobId,
    kind: JobKind,
    subject_id: Uuid,
    created_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
    unhurried: bool,
}

/// Whether somebody waits for work to be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hurry {
    Awaited,
    /// Done when nothing is due that somebody waits for.
    Unhurried,
}

/// Queues work that somebody waits for, in the caller's transaction. The same work is queued once.
pub async fn queue(db: &mut Connection, kind: JobKind, subject_id: Uuid, at: DateTime<Utc>) -> QueryResult<()> {
    queue_all(db, kind, &[(subject_id, Hurry::Awaited)], at).await
}

/// The same of many subjects.
pub async fn queue_all(
    db: &mut Connection,
    kind: JobKind,
    subjects: &[(Uuid, Hurry)],
    at: DateTime<Utc>,
) -> QueryResult<()> {
    let job = |(subject_id, hurry): &(Uuid, Hurry)| NewJob {
        id: JobId::new(),
        kind,
        subject_id: *subject_id,
        created_at: at,
        due_at: at,
        unhurried: *hurry == Hurry::Unhurried,
    };
    let jobs: Vec<NewJob> = subjects.iter().map(job).collect();
    diesel::insert_into(jobs::table).values(jobs).on_conflict_do_nothing().execute(db).await?;
    Ok(())
}

/// Takes the next due job of a kind, what somebody waits for first, so that no other process takes it for a while.
pub async fn take(db: &mut Connection, kind: JobKind, at: DateTime<Utc>) -> QueryResult<Option<Job>> {
    use diesel::BoolExpressionMethods;
    let next = jobs::table
        .filter(jobs::finished_at.is_null().and(jobs::kind.eq(kind)).and(jobs::due_at.le(at)))
        .order((jobs::unhurried, jobs::due_at))
        .select(jobs::id)
        .for_update()
        .skip_locked();
    use diesel_async::AsyncConnection;
    db.transaction(async |db| {
        let Some(id) = next.first::<JobId>(db).await.optional()? else { return Ok(None) };
        diesel::update(jobs::table.find(id))
            .set((jobs::due_at.eq(at + LEASE), jobs::tries.eq(jobs::tries + 1)))
            .execute(db)
            .await?;
        Job::query().filter(jobs::id.eq(id)).first(db).await.optional()
    })
    .await
}

pub async fn finish(db: &mut Connection, job: JobId, at: DateTime<Utc>) -> QueryResult<()> {
    diesel::update(jobs::table.find(job))
        .set((jobs::finished_at.eq(at), jobs::last_error.eq(None::<String>)))
        .execute(db)
        .await?;
    Ok(())
}

/// Puts a job back, to be tried again later and later.
pub async fn put_back(db: &mut Connection, job: &Job, error: &str, at: DateTime<Utc>) -> QueryResult<()> {
    let error: String = error.chars().take(500).collect();
    diesel::update(jobs::table.find(job.id))
        .set((jobs::due_at.eq(at + wait(job.tries)), jobs::last_error.eq(error)))
        .execute(db)
        .await?;
    Ok(())
}

/// The wait after so many tries: 5 seconds, then twice as long each time, an hour at most.
fn wait(tries: i32) -> Duration {
    Duration::seconds(5 << tries.saturating_sub(1).clamp(0, 20)).min(LONGEST_WAIT)
}

/// Forgets what is done since a while.
pub async fn sweep(db: &mut Connection, at: DateTime<Utc>) -> QueryResult<usize> {
    diesel::delete(jobs::table.filter(jobs::finished_at.lt(at - KEPT))).execute(db).await
}

/// Since when work of a kind waits, of those of these subjects that are not done.
pub async fn waiting_since(
    db: &mut Connection,
    kind: JobKind,
    subjects: &[Uuid],
) -> QueryResult<HashMap<Uuid, DateTime<Utc>>> {
    let waiting = jobs::table
        .filter(jobs::finished_at.is_null())
        .filter(jobs::kind.eq(kind))
        .filter(jobs::subject_id.eq_any(subjects))
        .select((jobs::subject_id, jobs::created_at));
    Ok(waiting.load(db).await?.into_iter().collect())
}

/// What is not done yet, the longest waiting first.
pub async fn waiting(db: &mut Connection) -> QueryResult<Vec<Job>> {
    Job::query().filter(jobs::finished_at.is_null()).order(jobs::created_at).limit(200).load(db).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_an_hour() {
        let waits: Vec<i64> = [1, 2, 3, 10, 11, 99].map(|tries| wait(tries).num_seconds()).to_vec();
        assert_eq!(waits, [5, 10, 20, 2560, 3600, 3600]);
    }
}
