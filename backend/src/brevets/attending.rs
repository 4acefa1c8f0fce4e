//! Attendance: who was at a live session, as evidence of a level. One transaction writes what was recorded and, of whoever
//! completes a level by it, the brevet; `award` does the same when the last quiz comes last. Both merge into the learner's
//! standing, whose row lock puts them in a line: so one of the two, and only one, finds the level complete.

use super::{award::Complete, number::BrevetNumber, renewal::last_day, store};
use crate::{
    app::App,
    competencies::{Level, LevelRules},
    db::Connection,
    ids::{AccountId, BrevetId, JobId, LiveSessionId},
    live_sessions::{
        self, LiveSession,
        attendance_store::{self, NewAttendance},
    },
    locale,
    problem::{Issue, Kind, Problem, Reason},
    schema::sql_types::Level as LevelSql,
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    QueryResult,
    pg::Pg,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    sql_types::{Array, BigInt, Date, Nullable, Text, Timestamptz, Uuid},
};
use diesel_async::{AsyncConnection, RunQueryDsl};
use std::collections::BTreeMap;

/// Who was there (`true`) and who was not.
pub type Marks = BTreeMap<AccountId, bool>;

/// Records who was at a session, from its start until the days for it are over. What was recorded so already is not recorded
/// again. Somebody who did not register cannot be marked, and nobody marks themselves: evidence needs another who vouches for it.
pub async fn record(
    app: &App,
    db: &mut Connection,
    recorder: AccountId,
    id: LiveSessionId,
    marks: &Marks,
) -> Result<(), Problem> {
    let (at, taught) = (app.clock.now(), app.course.taught());
    let awarded = db
        .transaction(async |db| -> Result<i64, Problem> {
            let session = live_sessions::store::locked(db, id).await?.ok_or(Kind::ResourceNotFound)?;
            session.may_record(at)?;
            let changed = changed(db, &session, recorder, marks).await?;
            if changed.is_empty() {
                return Ok(0);
            }
            let rows: Vec<NewAttendance> = changed
                .iter()
                .map(|(learner, (present, revision))| NewAttendance {
                    learner_id: *learner,
                    session_id: id,
                    revision: *revision,
                    present: *present,
                    recorded_by: recorder,
                    recorded_at: at,
                })
                .collect();
            attendance_store::add(db, &rows).await?;
            tracing::info!(live_session.id = %id, by = %recorder, count = rows.len(), "attendance recorded");
            let with =
                |present| rows.iter().filter(move |row| row.present == present).map(|row| row.learner_id).collect();
            let (came, missed): (Vec<_>, Vec<_>) = (with(true), with(false));
            // A renewal of the brevet below looks for who waits for it: it comes before or after, never in between.
            store::take_turns_of(db, &rows.iter().map(|row| row.learner_id).collect::<Vec<_>>()).await?;
            take_back(db, &session, &missed).await?;
            let rules = taught.curriculum.level(session.level);
            let rules = rules.ok_or_else(|| Problem::internal(anyhow::anyhow!("no rules of {}", session.level)))?;
            Ok(credit(db, &session, &came, rules, at).await?)
        })
        .await?;
    if awarded > 0 {
        app.brevet_awarded.notify_one();
    }
    Ok(())
}

/// The marks that say something new, each with its revision.
async fn changed(
    db: &mut Connection,
    session: &LiveSession,
    recorder: AccountId,
    marks: &Marks,
) -> Result<BTreeMap<AccountId, (bool, i32)>, Problem> {
    let registered = live_sessions::store::participants(db, session.id).await?;
    let wrong = marks.iter().find_map(|(who, present)| {
        let reason = match who {
            who if *who == recorder => Reason::OwnAttendance,
            who if !registered.iter().any(|one| one.account == *who) => Reason::NotOffered,
            _ => return None,
        };
        Some(Issue::body(if *present { "present" } else { "absent" }, reason))
    });
    if let Some(issue) = wrong {
        return Err(Problem::input(vec![issue]));
    }
    let before = attendance_store::attendances(db, session.id).await?;
    let new = marks.iter().filter(|(who, present)| before.get(who).is_none_or(|before| before.present != **present));
    Ok(new.map(|(who, present)| (*who, (*present, before.get(who).map_or(1, |before| before.revision + 1)))).collect())
}

/// Takes the session out of the standings of who was not there after all. A brevet that was awarded stands: taking one back
/// is an administrator's decision.
async fn take_back(db: &mut Connection, session: &LiveSession, learners: &[AccountId]) -> QueryResult<()> {
    // diesel has no array_remove on a column of ids.
    diesel::sql_query(
        "UPDATE standings SET attended = array_remove(attended, $1) WHERE learner_id = ANY ($2) AND level = $3",
    )
    .bind::<Uuid, _>(session.id)
    .bind::<Array<Uuid>, _>(learners)
    .bind::<LevelSql, _>(session.level)
    .execute(db)
    .await?;
    Ok(())
}

/// Enters the session into the standings of who was there, and awards what that completes. Gives how many brevets.
async fn credit(
    db: &mut Connection,
    session: &LiveSession,
    learners: &[AccountId],
    rules: &LevelRules,
    at: DateTime<Utc>,
) -> QueryResult<i64> {
    let statement = Credit {
        session: session.id,
        level: session.level,
        complete: Complete::new(rules, at),
        brevets: learners.iter().map(|_| BrevetId::new()).collect(),
        numbers: learners.iter().map(|_| BrevetNumber::new().as_str().to_owned()).collect(),
        jobs: learners.iter().map(|_| JobId::new()).collect(),
        learners: learners.to_vec(),
        valid_until: last_day(locale::day(at), rules.validity_months),
        at,
    };
    statement.get_result(db).await
}

struct Credit {
    session: LiveSessionId,
    level: Level,
    complete: Complete,
    learners: Vec<AccountId>,
    brevets: Vec<BrevetId>,
    numbers: Vec<String>,
    jobs: Vec<JobId>,
    valid_until: Option<NaiveDate>,
    at: DateTime<Utc>,
}

impl QueryId for Credit {
    type QueryId = Credit;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl Query for Credit {
    type SqlType = BigInt;
}

impl<C> diesel::RunQueryDsl<C> for Credit {}

impl QueryFragment<Pg> for Credit {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("WITH came AS (SELECT * FROM unnest(");
        out.push_bind_param::<Array<Uuid>, _>(&self.learners)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Uuid>, _>(&self.brevets)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Text>, _>(&self.numbers)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Uuid>, _>(&self.jobs)?;
        out.push_sql(
            ") AS c (learner_id, brevet_id, number, job_id)),
            standing AS (INSERT INTO standings AS s (learner_id, level, mastered, attended)
                SELECT learner_id, ",
        );
        out.push_bind_param::<LevelSql, _>(&self.level)?;
        out.push_sql(", '{}'::jsonb, ARRAY[");
        out.push_bind_param::<Uuid, _>(&self.session)?;
        out.push_sql(
            "] FROM came ORDER BY learner_id
                ON CONFLICT (learner_id, level) DO UPDATE SET attended = CASE
                    WHEN s.attended @> excluded.attended THEN s.attended ELSE s.attended || excluded.attended END
                RETURNING learner_id, level, mastered, attended),
            awarded AS (INSERT INTO brevets (learner_id, id, number, level, holder, language, grounds, awarded_at, valid_until)
                SELECT standing.learner_id, came.brevet_id, came.number, standing.level, accounts.name, accounts.language,
                    standing.mastered, ",
        );
        out.push_bind_param::<Timestamptz, _>(&self.at)?;
        out.push_sql(", ");
        out.push_bind_param::<Nullable<Date>, _>(&self.valid_until)?;
        out.push_sql(
            " FROM standing JOIN came ON came.learner_id = standing.learner_id
                JOIN accounts ON accounts.id = standing.learner_id WHERE ",
        );
        self.complete.walk_ast(out.reborrow())?;
        out.push_sql(
            " ON CONFLICT DO NOTHING RETURNING id, awarded_at),
            sealing AS (INSERT INTO jobs (id, kind, subject_id, created_at, due_at)
                SELECT came.job_id, 'sealBrevet', awarded.id, awarded_at, awarded_at
                FROM awarded JOIN came ON came.brevet_id = awarded.id)
            SELECT count(*) FROM awarded",
        );
        Ok(())
    }
}
