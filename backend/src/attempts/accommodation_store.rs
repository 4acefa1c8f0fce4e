//! What was granted to learners, in the database: a row for each decision, of which the newest holds.

use super::accommodation::{Accommodation, ExtraTime};
use crate::{
    db::Connection,
    ids::AccountId,
    schema::{accommodations, accounts},
};
use chrono::{DateTime, Utc};
use diesel::{
    ExpressionMethods, HasQuery, Insertable, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl,
    QueryResult, SelectableHelper,
};
use diesel_async::RunQueryDsl;

#[derive(HasQuery, Insertable)]
#[diesel(table_name = accommodations)]
pub struct Grant {
    pub learner_id: AccountId,
    pub extra_time: ExtraTime,
    pub break_minutes: i32,
    pub waits_waived: bool,
    pub granted_by: AccountId,
    pub granted_at: DateTime<Utc>,
}

impl Grant {
    pub fn accommodation(&self) -> Accommodation {
        Accommodation {
            extra_time: self.extra_time,
            break_minutes: self.break_minutes,
            waits_waived: self.waits_waived,
        }
    }
}

/// The newest decision about a learner, if there was one.
pub async fn newest(db: &mut Connection, learner: AccountId) -> QueryResult<Option<Grant>> {
    Grant::query()
        .filter(accommodations::learner_id.eq(learner))
        .order(accommodations::granted_at.desc())
        .first(db)
        .await
        .optional()
}

/// What holds for a learner now.
pub async fn accommodation(db: &mut Connection, learner: AccountId) -> QueryResult<Accommodation> {
    Ok(newest(db, learner).await?.map_or(Accommodation::NONE, |grant| grant.accommodation()))
}

/// Those of the learners who need not wait.
pub async fn without_waits(db: &mut Connection, learners: &[AccountId]) -> QueryResult<Vec<AccountId>> {
    let newest: Vec<(AccountId, bool)> = accommodations::table
        .filter(accommodations::learner_id.eq_any(learners))
        .distinct_on(accommodations::learner_id)
        .order((accommodations::learner_id, accommodations::granted_at.desc()))
        .select((accommodations::learner_id, accommodations::waits_waived))
        .load(db)
        .await?;
    Ok(newest.into_iter().filter_map(|(learner, is_waived)| is_waived.then_some(learner)).collect())
}

/// Every decision about a learner, the newest first, with the name of who decided while that account is there.
pub async fn history(db: &mut Connection, learner: AccountId) -> QueryResult<Vec<(Grant, Option<String>)>> {
    accommodations::table
        .left_join(accounts::table.on(accounts::id.eq(accommodations::granted_by)))
        .filter(accommodations::learner_id.eq(learner))
        .order(accommodations::granted_at.desc())
        .select((Grant::as_select(), accounts::name.nullable()))
        .load(db)
        .await
}

pub async fn add(db: &mut Connection, grant: &Grant) -> QueryResult<()> {
    diesel::insert_into(accommodations::table).values(grant).execute(db).await?;
    Ok(())
}
