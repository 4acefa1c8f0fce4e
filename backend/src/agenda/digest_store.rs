//! Digests in the database: whom to write to, and what they have done, for many at once.

use crate::{
    competencies::Level,
    db::Connection,
    ids::{AccountId, AttemptId},
    locale::Language,
    schema::{attempts, digests, masteries, readings},
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    ExpressionMethods, Insertable, NullableExpressionMethods, OptionalExtension, QueryDsl, QueryResult,
    QueryableByName,
    sql_types::{BigInt, Date, Nullable, Text, Timestamptz, Uuid},
};
use diesel_async::RunQueryDsl;

/// Somebody who has begun a level and not finished it.
#[derive(QueryableByName, Clone, Debug)]
pub struct Begun {
    #[diesel(sql_type = Uuid)]
    pub learner_id: AccountId,
    #[diesel(sql_type = Text)]
    pub email: String,
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = crate::schema::sql_types::Language)]
    pub language: Language,
    #[diesel(sql_type = crate::schema::sql_types::Level)]
    pub level: Level,
}

/// When digests are due.
#[derive(Clone, Copy, Debug)]
pub struct Due {
    /// The Monday of the week.
    pub week: NaiveDate,
    /// Who was written to since gets none.
    pub last_before: DateTime<Utc>,
    /// Who was not here since gets none.
    pub visited_since: DateTime<Utc>,
    /// What was begun since is too new.
    pub begun_before: DateTime<Utc>,
}

/// Lets the processes that write digests take turns, until the end of the caller's transaction.
pub async fn take_turns(db: &mut Connection) -> QueryResult<()> {
    diesel::sql_query("SELECT pg_advisory_xact_lock(hashtextextended('digests', 0))").execute(db).await?;
    Ok(())
}

/// Those to write to, by their ids: people who want it and were here lately, with the first level that they have begun and never
/// had a brevet of.
pub async fn due(db: &mut Connection, due: Due, after: Option<AccountId>, most: i64) -> QueryResult<Vec<Begun>> {
    // diesel knows no LATERAL.
    diesel::sql_query(
        "SELECT a.id AS learner_id, a.email, a.name, a.language, begun.level
         FROM accounts AS a JOIN visits AS v ON v.account_id = a.id
         CROSS JOIN LATERAL (
            SELECT min(c.level) AS level FROM competencies AS c
            WHERE (EXISTS (SELECT FROM readings AS r WHERE r.learner_id = a.id AND r.competency = c.code AND r.read_at < $4)
                OR EXISTS (SELECT FROM attempts AS t WHERE t.learner_id = a.id AND t.competency = c.code AND t.started_at < $4))
              AND NOT EXISTS (SELECT FROM brevets AS b WHERE b.learner_id = a.id AND b.level = c.level)
         ) AS begun
         WHERE a.digests AND begun.level IS NOT NULL AND v.visited_at >= $3
           AND NOT EXISTS (SELECT FROM digests AS d WHERE d.learner_id = a.id AND (d.week = $1 OR d.written_at > $2))
           AND ($5 IS NULL OR a.id > $5)
         ORDER BY a.id LIMIT $6",
    )
    .bind::<Date, _>(due.week)
    .bind::<Timestamptz, _>(due.last_before)
    .bind::<Timestamptz, _>(due.visited_since)
    .bind::<Timestamptz, _>(due.begun_before)
    .bind::<Nullable<Uuid>, _>(after)
    .bind::<BigInt, _>(most)
    .load(db)
    .await
}

#[derive(Insertable)]
#[diesel(table_name = digests)]
pub struct NewDigest {
    pub learner_id: AccountId,
    pub week: NaiveDate,
    pub level: Level,
    pub token_hash: Vec<u8>,
    pub written_at: DateTime<Utc>,
}

pub async fn add(db: &mut Connection, digests: &[NewDigest]) -> QueryResult<()> {
    diesel::insert_into(digests::table).values(digests).execute(db).await?;
    Ok(())
}

/// Whom the digest with this hash was written to.
pub async fn learner_of(db: &mut Connection, token_hash: &[u8; 32]) -> QueryResult<Option<AccountId>> {
    let found = digests::table.filter(digests::token_hash.eq(token_hash.as_slice())).select(digests::learner_id);
    found.first(db).await.optional()
}

/// What these learners have mastered.
pub async fn masteries(db: &mut Connection, learners: &[AccountId]) -> QueryResult<Vec<(AccountId, String)>> {
    let theirs = masteries::table.filter(masteries::learner_id.eq_any(learners));
    theirs.select((masteries::learner_id, masteries::competency)).load(db).await
}

/// The lessons that these learners have read, each with its module.
pub async fn readings(db: &mut Connection, learners: &[AccountId]) -> QueryResult<Vec<(AccountId, String, String)>> {
    let theirs = readings::table.filter(readings::learner_id.eq_any(learners));
    theirs.select((readings::learner_id, readings::competency, readings::lesson)).load(db).await
}

/// The quizzes that these learners have begun.
pub async fn open_attempts(
    db: &mut Connection,
    learners: &[AccountId],
) -> QueryResult<Vec<(AccountId, String, AttemptId)>> {
    attempts::table
        .filter(attempts::learner_id.eq_any(learners))
        .filter(attempts::submitted_at.is_null())
        .filter(attempts::competency.is_not_null())
        .select((attempts::learner_id, attempts::competency.assume_not_null(), attempts::id))
        .load(db)
        .await
}
