//! Brevets and their files in the database.

use super::{Brevet, Grounds, number::BrevetNumber};
use crate::{
    competencies::Level,
    db::Connection,
    ids::{AccountId, BrevetId},
    locale::{self, Language},
    schema::{brevet_files, brevets},
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{ExpressionMethods, HasQuery, Insertable, OptionalExtension, QueryDsl, QueryResult};
use diesel_async::RunQueryDsl;
use std::collections::BTreeSet;

#[derive(HasQuery)]
#[diesel(table_name = brevets)]
struct BrevetRow {
    learner_id: AccountId,
    id: BrevetId,
    number: String,
    level: Level,
    holder: String,
    language: Language,
    grounds: Grounds,
    awarded_at: DateTime<Utc>,
    valid_until: Option<NaiveDate>,
}

impl TryFrom<BrevetRow> for Brevet {
    type Error = diesel::result::Error;

    fn try_from(row: BrevetRow) -> Result<Self, Self::Error> {
        let number = BrevetNumber::parse(&row.number).map_err(|_| {
            diesel::result::Error::DeserializationError(format!("no brevet number: {}", row.number).into())
        })?;
        Ok(Self {
            id: row.id,
            learner: row.learner_id,
            number,
            level: row.level,
            holder: row.holder,
            language: row.language,
            grounds: row.grounds,
            awarded_at: row.awarded_at,
            valid_until: row.valid_until,
        })
    }
}

pub async fn brevet(db: &mut Connection, id: BrevetId) -> QueryResult<Brevet> {
    BrevetRow::query().filter(brevets::id.eq(id)).first(db).await?.try_into()
}

pub async fn brevet_by_number(db: &mut Connection, number: &BrevetNumber) -> QueryResult<Option<Brevet>> {
    let row = BrevetRow::query().filter(brevets::number.eq(number.as_str())).first(db).await.optional()?;
    row.map(Brevet::try_from).transpose()
}

/// A learner's brevets, the newest first.
pub async fn brevets_of(db: &mut Connection, learner: AccountId) -> QueryResult<Vec<Brevet>> {
    let rows =
        BrevetRow::query().filter(brevets::learner_id.eq(learner)).order(brevets::awarded_at.desc()).load(db).await?;
    rows.into_iter().map(Brevet::try_from).collect()
}

/// The brevet that a submission at this moment completed, if it did.
pub async fn awarded_at(db: &mut Connection, learner: AccountId, at: DateTime<Utc>) -> QueryResult<Option<Brevet>> {
    let row = BrevetRow::query()
        .filter(brevets::learner_id.eq(learner))
        .filter(brevets::awarded_at.eq(at))
        .first(db)
        .await
        .optional()?;
    row.map(Brevet::try_from).transpose()
}

/// The levels of which the learner holds a brevet that is valid at this moment.
pub async fn held_levels(db: &mut Connection, learner: AccountId, at: DateTime<Utc>) -> QueryResult<BTreeSet<Level>> {
    let rows: Vec<(Level, Option<NaiveDate>)> = brevets::table
        .filter(brevets::learner_id.eq(learner))
        .select((brevets::level, brevets::valid_until))
        .load(db)
        .await?;
    let valid = rows.into_iter().filter(|(_, last_day)| last_day.is_none_or(|last_day| last_day >= locale::day(at)));
    Ok(valid.map(|(level, _)| level).collect())
}

#[derive(Insertable)]
#[diesel(table_name = brevet_files)]
pub struct NewFile<'a> {
    pub brevet_id: BrevetId,
    pub bytes: &'a [u8],
    pub sha256: &'a [u8],
    pub seal_certificate: &'a [u8],
    pub sealed_at: DateTime<Utc>,
}

/// Whether this file became the brevet's: not when another process was first. There is one file for ever.
pub async fn keep_file(db: &mut Connection, file: &NewFile<'_>) -> QueryResult<bool> {
    let kept = diesel::insert_into(brevet_files::table).values(file).on_conflict(brevet_files::brevet_id).do_nothing();
    Ok(kept.execute(db).await? == 1)
}

pub async fn file(db: &mut Connection, brevet: BrevetId) -> QueryResult<Option<Vec<u8>>> {
    brevet_files::table.find(brevet).select(brevet_files::bytes).first(db).await.optional()
}

/// Which of these brevets are sealed.
pub async fn sealed(db: &mut Connection, brevets: &[Brevet]) -> QueryResult<BTreeSet<BrevetId>> {
    let ids: Vec<BrevetId> = brevets.iter().map(|brevet| brevet.id).collect();
    let sealed: Vec<BrevetId> = brevet_files::table
        .filter(brevet_files::brevet_id.eq_any(ids))
        .select(brevet_files::brevet_id)
        .load(db)
        .await?;
    Ok(sealed.into_iter().collect())
}
