//! Live sessions in the database.

use super::{ATTENDANCE, Cancellation, LiveSession, Plan, Registration, RegistrationState, Seat};
use crate::{
    competencies::Level,
    db::Connection,
    ids::{AccountId, LiveSessionId},
    locale::Language,
    schema::{
        accounts, attendances, live_session_cancellations, live_session_registrations as registrations, live_sessions,
    },
};
use chrono::{DateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, Insertable, JoinOnDsl, NullableExpressionMethods, OptionalExtension,
    QueryDsl, QueryResult, Queryable,
};
use diesel_async::RunQueryDsl;
use std::collections::BTreeMap;

/// How many sessions a list gives at most.
pub const MOST_LISTED: i64 = 200;

#[derive(Queryable)]
struct SessionRow {
    id: LiveSessionId,
    level: Level,
    title: String,
    language: Language,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    place: Option<String>,
    link: Option<String>,
    capacity: i32,
    closes_at: DateTime<Utc>,
    taken: i32,
    waiting: i32,
    revision: i32,
    trainer: Option<AccountId>,
    trainer_name: Option<String>,
    reason: Option<String>,
    cancelled_at: Option<DateTime<Utc>>,
}

impl From<SessionRow> for LiveSession {
    fn from(row: SessionRow) -> Self {
        Self {
            id: row.id,
            level: row.level,
            title: row.title,
            language: row.language,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            place: row.place,
            link: row.link,
            capacity: row.capacity,
            closes_at: row.closes_at,
            trainer: row.trainer.zip(row.trainer_name),
            taken: row.taken,
            waiting: row.waiting,
            revision: row.revision,
            cancellation: row.reason.zip(row.cancelled_at).map(|(reason, at)| Cancellation { reason, at }),
        }
    }
}

/// Sessions with their trainers and cancellations. A macro, since the type of such a query cannot be written down.
macro_rules! known {
    () => {
        live_sessions::table
            .left_join(accounts::table.on(live_sessions::trainer_id.eq(accounts::id.nullable())))
            .left_join(live_session_cancellations::table)
            .select((
                live_sessions::id,
                live_sessions::level,
                live_sessions::title,
                live_sessions::language,
                live_sessions::starts_at,
                live_sessions::ends_at,
                live_sessions::place,
                live_sessions::link,
                live_sessions::capacity,
                live_sessions::closes_at,
                live_sessions::taken,
                live_sessions::waiting,
                live_sessions::revision,
                live_sessions::trainer_id,
                accounts::name.nullable(),
                live_session_cancellations::reason.nullable(),
                live_session_cancellations::cancelled_at.nullable(),
            ))
    };
}

fn all(rows: Vec<SessionRow>) -> Vec<LiveSession> {
    rows.into_iter().map(LiveSession::from).collect()
}

pub async fn session(db: &mut Connection, id: LiveSessionId) -> QueryResult<Option<LiveSession>> {
    let row = known!().filter(live_sessions::id.eq(id)).first::<SessionRow>(db).await.optional()?;
    Ok(row.map(LiveSession::from))
}

/// The session, locked until the end of the caller's transaction: whoever registers, withdraws, changes, cancels or records
/// takes a turn.
pub async fn locked(db: &mut Connection, id: LiveSessionId) -> QueryResult<Option<LiveSession>> {
    let lock = live_sessions::table.find(id).select(live_sessions::id).for_update();
    lock.first::<LiveSessionId>(db).await.optional()?;
    session(db, id).await
}

/// The sessions that are not over, the soonest first; of one level or of all.
pub async fn coming(db: &mut Connection, level: Option<Level>, at: DateTime<Utc>) -> QueryResult<Vec<LiveSession>> {
    let rows = known!()
        .filter(live_sessions::ends_at.gt(at))
        .filter(live_sessions::level.eq_any(level.map_or(Level::ALL.to_vec(), |level| vec![level])))
        .order((live_sessions::starts_at, live_sessions::id))
        .limit(MOST_LISTED)
        .load::<SessionRow>(db)
        .await?;
    Ok(all(rows))
}

/// Whether a session of one of these levels is coming that was not cancelled.
pub async fn is_any_coming(db: &mut Connection, levels: &[Level], at: DateTime<Utc>) -> QueryResult<bool> {
    let found = live_sessions::table
        .left_join(live_session_cancellations::table)
        .filter(live_sessions::ends_at.gt(at).and(live_sessions::level.eq_any(levels)))
        .filter(live_session_cancellations::session_id.is_null())
        .select(live_sessions::id);
    diesel::select(diesel::dsl::exists(found)).get_result(db).await
}

/// The sessions that somebody gives, or all, that ended after a moment: the soonest first.
pub async fn given(
    db: &mut Connection,
    by: Option<AccountId>,
    ended_after: DateTime<Utc>,
) -> QueryResult<Vec<LiveSession>> {
    let query = known!()
        .filter(live_sessions::ends_at.gt(ended_after))
        .order((live_sessions::starts_at, live_sessions::id))
        .limit(MOST_LISTED);
    let rows: Vec<SessionRow> = match by {
        Some(by) => query.filter(live_sessions::trainer_id.eq(by)).load(db).await?,
        None => query.load(db).await?,
    };
    Ok(all(rows))
}

/// The sessions that a person registered for and that are not over, the soonest first, each with how the person stands to it.
pub async fn ahead(
    db: &mut Connection,
    learner: AccountId,
    at: DateTime<Utc>,
) -> QueryResult<Vec<(LiveSession, Registration)>> {
    let mut own = registered(db, learner).await?;
    own.retain(|(session, _)| session.ends_at > at);
    own.reverse();
    Ok(own)
}

/// Of each of these people the first session that has not begun and was not cancelled and in which they have a seat.
pub async fn next_of_all(
    db: &mut Connection,
    learners: &[AccountId],
    at: DateTime<Utc>,
) -> QueryResult<Vec<(AccountId, LiveSession)>> {
    let next: Vec<(AccountId, LiveSessionId)> = registrations::table
        .inner_join(live_sessions::table.left_join(live_session_cancellations::table))
        .filter(registrations::learner_id.eq_any(learners))
        .filter(registrations::state.eq(RegistrationState::Seated).and(live_sessions::starts_at.gt(at)))
        .filter(live_session_cancellations::session_id.is_null())
        .distinct_on(registrations::learner_id)
        .order((registrations::learner_id, live_sessions::starts_at, live_sessions::id))
        .select((registrations::learner_id, registrations::session_id))
        .load(db)
        .await?;
    let ids = next.iter().map(|(_, id)| *id).collect::<Vec<_>>();
    let sessions = all(known!().filter(live_sessions::id.eq_any(ids)).load::<SessionRow>(db).await?);
    let of = |id| sessions.iter().find(|session| session.id == id).cloned();
    Ok(next.into_iter().filter_map(|(learner, id)| Some((learner, of(id)?))).collect())
}

/// The seats of a person that still count, the soonest session first.
pub async fn seats(db: &mut Connection, learner: AccountId, at: DateTime<Utc>) -> QueryResult<Vec<Seat>> {
    Ok(seats_of_all(db, &[learner], at).await?.into_iter().map(|(_, seat)| seat).collect())
}

/// The same of several people.
pub async fn seats_of_all(
    db: &mut Connection,
    learners: &[AccountId],
    at: DateTime<Utc>,
) -> QueryResult<Vec<(AccountId, Seat)>> {
    let recorded = attendances::table
        .filter(attendances::session_id.eq(registrations::session_id))
        .filter(attendances::learner_id.eq(registrations::learner_id));
    registrations::table
        .inner_join(live_sessions::table.left_join(live_session_cancellations::table))
        .filter(registrations::learner_id.eq_any(learners))
        .filter(registrations::state.eq(RegistrationState::Seated).and(live_sessions::ends_at.gt(at - ATTENDANCE)))
        .filter(live_session_cancellations::session_id.is_null())
        .filter(diesel::dsl::not(diesel::dsl::exists(recorded)))
        .order((live_sessions::starts_at, live_sessions::id))
        .select((
            registrations::learner_id,
            (
                live_sessions::id,
                live_sessions::level,
                live_sessions::title,
                live_sessions::starts_at,
                live_sessions::ends_at,
            ),
        ))
        .load(db)
        .await
}

/// The sessions that a person registered for, the newest first, each with how the person stands to it.
pub async fn registered(db: &mut Connection, learner: AccountId) -> QueryResult<Vec<(LiveSession, Registration)>> {
    let own: Vec<(LiveSessionId, RegistrationState)> = registrations::table
        .filter(registrations::learner_id.eq(learner))
        .select((registrations::session_id, registrations::state))
        .load(db)
        .await?;
    let ids: Vec<LiveSessionId> = own.iter().map(|(id, _)| *id).collect();
    let rows = known!()
        .filter(live_sessions::id.eq_any(&ids))
        .order((live_sessions::starts_at.desc(), live_sessions::id))
        .limit(MOST_LISTED)
        .load::<SessionRow>(db)
        .await?;
    let waiting = waiting(db, &ids).await?;
    let present: BTreeMap<LiveSessionId, bool> = attendances::table
        .filter(attendances::learner_id.eq(learner))
        .order(attendances::revision)
        .select((attendances::session_id, attendances::present))
        .load(db)
        .await?
        .into_iter()
        .collect();
    let states: BTreeMap<LiveSessionId, RegistrationState> = own.into_iter().collect();
    let with = |session: LiveSession| {
        let registration = Registration {
            state: *states.get(&session.id)?,
            place_in_line: place_in_line(&waiting, session.id, learner),
            present: present.get(&session.id).copied(),
        };
        Some((session, registration))
    };
    Ok(all(rows).into_iter().filter_map(with).collect())
}

/// How a person stands to one session.
pub async fn registration(
    db: &mut Connection,
    id: LiveSessionId,
    learner: AccountId,
) -> QueryResult<Option<Registration>> {
    let state = registrations::table.find((learner, id)).select(registrations::state).first(db).await.optional()?;
    let Some(state) = state else { return Ok(None) };
    let waiting = if state == RegistrationState::Waiting { waiting(db, &[id]).await? } else { Vec::new() };
    let present = attendances::table
        .filter(attendances::learner_id.eq(learner).and(attendances::session_id.eq(id)))
        .order(attendances::revision.desc())
        .select(attendances::present)
        .first(db)
        .await
        .optional()?;
    Ok(Some(Registration { state, place_in_line: place_in_line(&waiting, id, learner), present }))
}

/// Who waits for a seat in these sessions, in the order of the line.
async fn waiting(db: &mut Connection, ids: &[LiveSessionId]) -> QueryResult<Vec<(LiveSessionId, AccountId)>> {
    registrations::table
        .filter(registrations::session_id.eq_any(ids).and(registrations::state.eq(RegistrationState::Waiting)))
        .order(registrations::turn)
        .select((registrations::session_id, registrations::learner_id))
        .load(db)
        .await
}

fn place_in_line(waiting: &[(LiveSessionId, AccountId)], session: LiveSessionId, learner: AccountId) -> Option<usize> {
    let mut line = waiting.iter().filter(|(id, _)| *id == session);
    line.position(|(_, who)| *who == learner).map(|before| before + 1)
}

/// Puts a person at the end of the line; under the lock of the session.
pub async fn line_up(db: &mut Connection, id: LiveSessionId, learner: AccountId, at: DateTime<Utc>) -> QueryResult<()> {
    let of_session = registrations::table.filter(registrations::session_id.eq(id));
    let last: Option<i32> = of_session.select(diesel::dsl::max(registrations::turn)).first(db).await?;
    let row = (
        registrations::learner_id.eq(learner),
        registrations::session_id.eq(id),
        registrations::state.eq(RegistrationState::Waiting),
        registrations::turn.eq(last.unwrap_or_default() + 1),
        registrations::registered_at.eq(at),
    );
    diesel::insert_into(registrations::table).values(row).execute(db).await?;
    Ok(())
}

/// Gives seats to the first so many of the line; who got one. Under the lock of the session.
pub async fn seat_next(
    db: &mut Connection,
    id: LiveSessionId,
    seats: i32,
    at: DateTime<Utc>,
) -> QueryResult<Vec<AccountId>> {
    let next: Vec<AccountId> = registrations::table
        .filter(registrations::session_id.eq(id).and(registrations::state.eq(RegistrationState::Waiting)))
        .order(registrations::turn)
        .limit(seats.into())
        .select(registrations::learner_id)
        .load(db)
        .await?;
    let moving = registrations::session_id.eq(id).and(registrations::learner_id.eq_any(&next));
    diesel::update(registrations::table.filter(moving))
        .set((registrations::state.eq(RegistrationState::Seated), registrations::seated_at.eq(at)))
        .execute(db)
        .await?;
    Ok(next)
}

pub async fn withdraw(db: &mut Connection, id: LiveSessionId, learner: AccountId) -> QueryResult<()> {
    diesel::delete(registrations::table.find((learner, id))).execute(db).await?;
    Ok(())
}

/// Somebody who registered, with how to write to them.
#[derive(Queryable, Clone, Debug)]
pub struct Participant {
    pub account: AccountId,
    pub name: String,
    pub email: String,
    pub language: Language,
    pub state: RegistrationState,
}

/// Who registered: those with a seat by name, then those who wait in the order of the line.
pub async fn participants(db: &mut Connection, id: LiveSessionId) -> QueryResult<Vec<Participant>> {
    let mut all: Vec<(Participant, i32)> = registrations::table
        .inner_join(accounts::table)
        .filter(registrations::session_id.eq(id))
        .select((
            (accounts::id, accounts::name, accounts::email, accounts::language, registrations::state),
            registrations::turn,
        ))
        .load(db)
        .await?;
    all.sort_by_cached_key(|(one, turn)| match one.state {
        RegistrationState::Seated => (one.state, one.name.to_lowercase(), *turn),
        RegistrationState::Waiting => (one.state, String::new(), *turn),
    });
    Ok(all.into_iter().map(|(one, _)| one).collect())
}

pub async fn add(
    db: &mut Connection,
    id: LiveSessionId,
    plan: &Plan,
    trainer: AccountId,
    by: AccountId,
    at: DateTime<Utc>,
) -> QueryResult<()> {
    let made = (
        live_sessions::id.eq(id),
        live_sessions::trainer_id.eq(trainer),
        live_sessions::created_by.eq(by),
        live_sessions::created_at.eq(at),
    );
    diesel::insert_into(live_sessions::table).values((PlanRow::from(plan), made)).execute(db).await?;
    Ok(())
}

pub async fn change(db: &mut Connection, id: LiveSessionId, plan: &Plan, trainer: AccountId) -> QueryResult<()> {
    let changed = (
        PlanRow::from(plan),
        live_sessions::trainer_id.eq(trainer),
        live_sessions::revision.eq(live_sessions::revision + 1),
    );
    diesel::update(live_sessions::table.find(id)).set(changed).execute(db).await?;
    Ok(())
}

#[derive(Insertable, diesel::AsChangeset)]
#[diesel(table_name = live_sessions, treat_none_as_null = true)]
struct PlanRow<'a> {
    level: Level,
    title: &'a str,
    language: Language,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    place: Option<&'a str>,
    link: Option<&'a str>,
    capacity: i32,
    closes_at: DateTime<Utc>,
}

impl<'a> From<&'a Plan> for PlanRow<'a> {
    fn from(plan: &'a Plan) -> Self {
        Self {
            level: plan.level,
            title: plan.title.as_str(),
            language: plan.language,
            starts_at: plan.starts_at,
            ends_at: plan.ends_at,
            place: plan.place.as_ref().map(super::Line::as_str),
            link: plan.link.as_ref().map(super::Link::as_str),
            capacity: plan.capacity,
            closes_at: plan.closes_at,
        }
    }
}

pub async fn cancel(
    db: &mut Connection,
    id: LiveSessionId,
    reason: &str,
    by: AccountId,
    at: DateTime<Utc>,
) -> QueryResult<()> {
    let row = (
        live_session_cancellations::session_id.eq(id),
        live_session_cancellations::reason.eq(reason),
        live_session_cancellations::cancelled_by.eq(by),
        live_session_cancellations::cancelled_at.eq(at),
    );
    diesel::insert_into(live_session_cancellations::table).values(row).execute(db).await?;
    Ok(())
}
