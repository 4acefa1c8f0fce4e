//! Reminders in the database.

use super::renewal::Occasion;
use crate::{competencies::Level, db::Connection, ids::AccountId, locale::Language, schema::reminders};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    ExpressionMethods, Insertable, OptionalExtension, QueryDsl, QueryResult, QueryableByName,
    sql_types::{BigInt, Date, Integer, Text, Uuid},
};
use diesel_async::RunQueryDsl;

/// A brevet that ends, and whom to tell.
#[derive(QueryableByName, Clone, Debug)]
pub struct Ending {
    #[diesel(sql_type = Uuid)]
    pub learner_id: AccountId,
    #[diesel(sql_type = Integer)]
    pub period: i32,
    #[diesel(sql_type = Text)]
    pub number: String,
    #[diesel(sql_type = Date)]
    pub valid_until: NaiveDate,
    #[diesel(sql_type = Text)]
    pub email: String,
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = crate::schema::sql_types::Language)]
    pub language: Language,
}

#[derive(Insertable)]
#[diesel(table_name = reminders)]
pub struct NewReminder {
    pub learner_id: AccountId,
    pub level: Level,
    pub period: i32,
    pub days_before: i32,
    pub token_hash: Vec<u8>,
    pub written_at: DateTime<Utc>,
}

/// Lets the processes that write reminders take turns, until the end of the caller's transaction.
pub async fn take_turns(db: &mut Connection) -> QueryResult<()> {
    diesel::sql_query("SELECT pg_advisory_xact_lock(hashtextextended('reminders', 0))").execute(db).await?;
    Ok(())
}

/// Those to remind on an occasion: of brevets that nothing came after and nobody took back, of people who want it.
pub async fn due(db: &mut Connection, level: Level, occasion: &Occasion, most: i64) -> QueryResult<Vec<Ending>> {
    // diesel cannot compare rows, (period, issue), nor a table with itself inside NOT EXISTS.
    diesel::sql_query(
        "SELECT b.learner_id, b.period, b.number, b.valid_until, a.email, a.name, a.language
         FROM brevets AS b JOIN accounts AS a ON a.id = b.learner_id
         WHERE a.reminders AND b.level = $1 AND b.valid_until BETWEEN $2 AND $3
           AND NOT EXISTS (SELECT FROM revocations AS r WHERE r.learner_id = b.learner_id AND r.brevet_id = b.id)
           AND NOT EXISTS (SELECT FROM brevets AS later WHERE later.learner_id = b.learner_id AND later.level = b.level
                AND (later.period, later.issue) > (b.period, b.issue))
           AND NOT EXISTS (SELECT FROM reminders AS m WHERE m.learner_id = b.learner_id AND m.level = b.level
                AND m.period = b.period AND m.days_before = $4)
         ORDER BY b.valid_until, b.id LIMIT $5",
    )
    .bind::<crate::schema::sql_types::Level, _>(level)
    .bind::<Date, _>(*occasion.last_days.start())
    .bind::<Date, _>(*occasion.last_days.end())
    .bind::<Integer, _>(i32::from(occasion.days_before))
    .bind::<BigInt, _>(most)
    .load(db)
    .await
}

pub async fn add(db: &mut Connection, reminders: &[NewReminder]) -> QueryResult<()> {
    diesel::insert_into(reminders::table).values(reminders).execute(db).await?;
    Ok(())
}

/// Whom the reminder with this hash was written to.
pub async fn learner_of(db: &mut Connection, token_hash: &[u8; 32]) -> QueryResult<Option<AccountId>> {
    let found = reminders::table.filter(reminders::token_hash.eq(token_hash.as_slice())).select(reminders::learner_id);
    found.first(db).await.optional()
}
