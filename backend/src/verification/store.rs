//! Lists that are checked, in the database.

use super::{batches::Found, list::Line};
use crate::{
    db::Connection,
    ids::BatchId,
    schema::{verification_batches, verification_lines},
};
use chrono::{DateTime, Utc};
use diesel::{
    ExpressionMethods, HasQuery, Insertable, OptionalExtension, QueryDsl, QueryResult, QueryableByName,
    sql_types::{Array, BigInt, Integer, Jsonb, Nullable, Text, Uuid},
};
use diesel_async::{AsyncConnection, RunQueryDsl};

#[derive(HasQuery, Insertable, Clone, Debug)]
#[diesel(table_name = verification_batches)]
pub struct Batch {
    pub id: BatchId,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub total: i32,
    pub checked: i32,
}

#[derive(HasQuery, Clone, Debug)]
#[diesel(table_name = verification_lines)]
pub struct BatchLine {
    pub position: i32,
    pub given: String,
    pub name: Option<String>,
    pub found: Option<Found>,
}

/// A line with what the register says of it.
pub struct Checked {
    pub position: i32,
    pub found: Found,
}

/// Writes a list in one statement, for its length.
pub async fn add_batch(
    db: &mut Connection,
    id: BatchId,
    lines: &[Line],
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> QueryResult<()> {
    let total = i32::try_from(lines.len()).unwrap_or(i32::MAX);
    let batch = Batch { id, created_at, expires_at, total, checked: 0 };
    diesel::insert_into(verification_batches::table).values(&batch).execute(db).await?;
    let given: Vec<&str> = lines.iter().map(|line| line.given.as_str()).collect();
    let names: Vec<Option<&str>> = lines.iter().map(|line| line.name.as_deref()).collect();
    // diesel would bind each value of each row; unnest takes two arrays.
    diesel::sql_query(
        "INSERT INTO verification_lines (batch_id, position, given, name)
         SELECT $1, position, given, name FROM unnest($2, $3) WITH ORDINALITY AS lines (given, name, position)",
    )
    .bind::<Uuid, _>(id)
    .bind::<Array<Text>, _>(given)
    .bind::<Array<Nullable<Text>>, _>(names)
    .execute(db)
    .await?;
    Ok(())
}

/// A list that is not forgotten.
pub async fn batch(db: &mut Connection, id: BatchId, at: DateTime<Utc>) -> QueryResult<Option<Batch>> {
    let live = Batch::query().filter(verification_batches::id.eq(id)).filter(verification_batches::expires_at.gt(at));
    live.first(db).await.optional()
}

/// The lines of a list after a position, in order.
pub async fn lines(db: &mut Connection, id: BatchId, after: i32, count: i64) -> QueryResult<Vec<BatchLine>> {
    BatchLine::query()
        .filter(verification_lines::batch_id.eq(id))
        .filter(verification_lines::position.gt(after))
        .order(verification_lines::position)
        .limit(count)
        .load(db)
        .await
}

/// The first lines that nobody has checked.
pub async fn unchecked(db: &mut Connection, id: BatchId, count: i64) -> QueryResult<Vec<BatchLine>> {
    BatchLine::query()
        .filter(verification_lines::batch_id.eq(id))
        .filter(verification_lines::found.is_null())
        .order(verification_lines::position)
        .limit(count)
        .load(db)
        .await
}

/// Writes what was found, and how far the list is.
pub async fn keep(db: &mut Connection, id: BatchId, checked: &[Checked]) -> QueryResult<()> {
    let positions: Vec<i32> = checked.iter().map(|line| line.position).collect();
    let found: Vec<&Found> = checked.iter().map(|line| &line.found).collect();
    db.transaction(async |db| {
        // As above: two arrays in place of thousands of values.
        diesel::sql_query(
            "UPDATE verification_lines AS line SET found = checked.found
             FROM unnest($2, $3) AS checked (position, found) WHERE line.batch_id = $1 AND line.position = checked.position",
        )
        .bind::<Uuid, _>(id)
        .bind::<Array<Integer>, _>(positions)
        .bind::<Array<Jsonb>, _>(found)
        .execute(db)
        .await?;
        // Counted anew, so that two processes that checked the same lines do not count them twice.
        diesel::sql_query(
            "UPDATE verification_batches SET checked =
                (SELECT count(*) FROM verification_lines WHERE batch_id = $1 AND found IS NOT NULL) WHERE id = $1",
        )
        .bind::<Uuid, _>(id)
        .execute(db)
        .await?;
        Ok(())
    })
    .await
}

/// How many lines of a list came to a state, and how many of them beside another name.
#[derive(QueryableByName, Clone, PartialEq, Eq, Debug)]
pub struct Tally {
    #[diesel(sql_type = Text)]
    pub state: String,
    #[diesel(sql_type = BigInt)]
    pub lines: i64,
    #[diesel(sql_type = BigInt)]
    pub other_name: i64,
}

pub async fn tallies(db: &mut Connection, id: BatchId) -> QueryResult<Vec<Tally>> {
    // diesel cannot group by a value inside jsonb.
    diesel::sql_query(
        "SELECT found ->> 'state' AS state, count(*) AS lines,
                count(*) FILTER (WHERE found ->> 'nameMatches' = 'false') AS other_name
         FROM verification_lines WHERE batch_id = $1 AND found IS NOT NULL GROUP BY 1",
    )
    .bind::<Uuid, _>(id)
    .load(db)
    .await
}
