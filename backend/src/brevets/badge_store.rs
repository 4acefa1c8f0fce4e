//! Badges and files with badges in the database.

use crate::{
    db::Connection,
    ids::BrevetId,
    schema::{badge_files, badges, replacements, revocations},
};
use chrono::{DateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, Insertable, OptionalExtension, QueryDsl, QueryResult,
    dsl::{count_star, exists, max},
};
use diesel_async::RunQueryDsl;
use sha2::{Digest, Sha256};

/// A list takes no more badges when it has so many: half of its places, so that a place told by chance is soon free.
const FULL: i64 = certificates::badge::LIST_ENTRIES as i64 / 2;

#[derive(Insertable)]
#[diesel(table_name = badges)]
struct NewBadge<'a> {
    brevet_id: BrevetId,
    status_list: i32,
    status_index: i32,
    jwt: &'a str,
    sha256: &'a [u8],
    issued_at: DateTime<Utc>,
}

pub async fn badge(db: &mut Connection, brevet: BrevetId) -> QueryResult<Option<String>> {
    badges::table.find(brevet).select(badges::jwt).first(db).await.optional()
}

/// Whether this became the brevet's badge: not when it has one, or the place is another's.
pub async fn keep_badge(
    db: &mut Connection,
    brevet_id: BrevetId,
    (status_list, status_index): (i32, i32),
    jwt: &str,
    issued_at: DateTime<Utc>,
) -> QueryResult<bool> {
    let sha256 = Sha256::digest(jwt);
    let badge = NewBadge { brevet_id, status_list, status_index, jwt, sha256: &sha256, issued_at };
    Ok(diesel::insert_into(badges::table).values(badge).on_conflict_do_nothing().execute(db).await? == 1)
}

/// The status list that new badges enter: the newest, or the next when that is full.
pub async fn open_list(db: &mut Connection) -> QueryResult<i32> {
    let newest: i32 = badges::table.select(max(badges::status_list)).first::<Option<i32>>(db).await?.unwrap_or(1);
    let badges: i64 = badges::table.filter(badges::status_list.eq(newest)).select(count_star()).first(db).await?;
    Ok(if badges < FULL { newest } else { newest + 1 })
}

#[derive(Insertable)]
#[diesel(table_name = badge_files)]
pub struct NewBadgeFile<'a> {
    pub brevet_id: BrevetId,
    pub bytes: &'a [u8],
    pub sha256: &'a [u8],
    pub seal_certificate: &'a [u8],
    pub sealed_at: DateTime<Utc>,
}

pub async fn badge_file(db: &mut Connection, brevet: BrevetId) -> QueryResult<Option<Vec<u8>>> {
    badge_files::table.find(brevet).select(badge_files::bytes).first(db).await.optional()
}

/// Keeps the file unless there is one: there is one for ever.
pub async fn keep_badge_file(db: &mut Connection, file: &NewBadgeFile<'_>) -> QueryResult<usize> {
    diesel::insert_into(badge_files::table).values(file).on_conflict_do_nothing().execute(db).await
}

/// The brevet whose file with its badge has one of these SHA-256.
pub async fn brevet_of_badge_file(db: &mut Connection, hashes: &[&[u8]]) -> QueryResult<Option<BrevetId>> {
    let file = badge_files::table.filter(badge_files::sha256.eq_any(hashes));
    file.select(badge_files::brevet_id).first(db).await.optional()
}

/// The places in a list of the badges whose brevet was revoked, or replaced by another.
pub async fn revoked(db: &mut Connection, list: i32) -> QueryResult<Vec<i32>> {
    let revoked = revocations::table.filter(revocations::brevet_id.eq(badges::brevet_id));
    let replaced = replacements::table.filter(replacements::brevet_id.eq(badges::brevet_id));
    badges::table
        .filter(badges::status_list.eq(list))
        .filter(exists(revoked).or(exists(replaced)))
        .order(badges::status_index)
        .select(badges::status_index)
        .load(db)
        .await
}
