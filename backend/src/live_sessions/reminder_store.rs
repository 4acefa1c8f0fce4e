//! Reminders of live sessions in the database.

use super::{reminders::Occasion, store::Participant};
use crate::{
    db::Connection,
    ids::{AccountId, LiveSessionId},
    schema::{
        accounts, live_session_cancellations as cancellations, live_session_registrations as registrations,
        live_session_reminders as reminders, live_sessions,
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, Insertable, QueryDsl, QueryResult,
    dsl::{exists, not},
};
use diesel_async::RunQueryDsl;

/// The sessions of that day that have not begun and are not cancelled.
pub async fn of_day(db: &mut Connection, occasion: &Occasion, at: DateTime<Utc>) -> QueryResult<Vec<LiveSessionId>> {
    let is_cancelled = exists(cancellations::table.filter(cancellations::session_id.eq(live_sessions::id)));
    live_sessions::table
        .filter(live_sessions::starts_at.ge(occasion.from).and(live_sessions::starts_at.lt(occasion.until)))
        .filter(live_sessions::starts_at.gt(at).and(not(is_cancelled)))
        .select(live_sessions::id)
        .load(db)
        .await
}

/// Who is to be reminded of one of them, and was not.
pub async fn to_remind(db: &mut Connection, id: LiveSessionId, occasion: &Occasion) -> QueryResult<Vec<Participant>> {
    let is_reminded = exists(
        reminders::table
            .filter(reminders::learner_id.eq(registrations::learner_id))
            .filter(reminders::session_id.eq(registrations::session_id))
            .filter(reminders::day.eq(occasion.day)),
    );
    registrations::table
        .inner_join(accounts::table)
        .filter(registrations::session_id.eq(id).and(registrations::seated_at.lt(occasion.seated_before)))
        .filter(not(is_reminded))
        .select((accounts::id, accounts::name, accounts::email, accounts::language, registrations::state))
        .load(db)
        .await
}

#[derive(Insertable)]
#[diesel(table_name = reminders)]
struct NewReminder {
    learner_id: AccountId,
    session_id: LiveSessionId,
    day: NaiveDate,
    written_at: DateTime<Utc>,
}

pub async fn add(
    db: &mut Connection,
    id: LiveSessionId,
    day: NaiveDate,
    to: &[Participant],
    at: DateTime<Utc>,
) -> QueryResult<()> {
    let row = |one: &Participant| NewReminder { learner_id: one.account, session_id: id, day, written_at: at };
    diesel::insert_into(reminders::table).values(to.iter().map(row).collect::<Vec<_>>()).execute(db).await?;
    Ok(())
}
