//! Attendance in the database.

use crate::{
    db::Connection,
    ids::{AccountId, LiveSessionId},
    schema::attendances,
};
use chrono::{DateTime, Utc};
use diesel::{ExpressionMethods, Insertable, QueryDsl, QueryResult};
use diesel_async::RunQueryDsl;
use std::collections::BTreeMap;

/// What was recorded of a person, last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Attendance {
    pub present: bool,
    pub revision: i32,
    pub at: DateTime<Utc>,
}

/// What was recorded last of each who registered for a session.
pub async fn attendances(db: &mut Connection, id: LiveSessionId) -> QueryResult<BTreeMap<AccountId, Attendance>> {
    let rows: Vec<(AccountId, bool, i32, DateTime<Utc>)> = attendances::table
        .filter(attendances::session_id.eq(id))
        .order(attendances::revision)
        .select((attendances::learner_id, attendances::present, attendances::revision, attendances::recorded_at))
        .load(db)
        .await?;
    Ok(rows.into_iter().map(|(who, present, revision, at)| (who, Attendance { present, revision, at })).collect())
}

#[derive(Insertable)]
#[diesel(table_name = attendances)]
pub struct NewAttendance {
    pub learner_id: AccountId,
    pub session_id: LiveSessionId,
    pub revision: i32,
    pub present: bool,
    pub recorded_by: AccountId,
    pub recorded_at: DateTime<Utc>,
}

pub async fn add(db: &mut Connection, rows: &[NewAttendance]) -> QueryResult<()> {
    diesel::insert_into(attendances::table).values(rows).execute(db).await?;
    Ok(())
}
