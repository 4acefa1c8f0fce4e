//! Brevets and their files in the database.

use super::{
    Brevet, Fate, Grounds, Kin, badge_store, names,
    number::BrevetNumber,
    printed::Printed,
    state::{Replacement, Revocation, RevocationReason},
};
use crate::{
    competencies::Level,
    db::Connection,
    ids::{AccountId, AttemptId, BrevetId},
    locale::{self, Language},
    schema::{brevet_files, brevets, renewals, replacements, revocations},
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, Insertable, JoinOnDsl, NullableExpressionMethods, OptionalExtension,
    QueryDsl, QueryResult, Queryable,
};
use diesel_async::RunQueryDsl;
use std::collections::{BTreeSet, HashMap};

#[derive(Queryable)]
struct BrevetRow {
    learner: AccountId,
    id: BrevetId,
    number: String,
    level: Level,
    period: i32,
    issue: i32,
    holder: String,
    language: Language,
    grounds: Grounds,
    awarded_at: DateTime<Utc>,
    valid_until: Option<NaiveDate>,
    revocation_reason: Option<RevocationReason>,
    revocation_note: Option<String>,
    revoked_at: Option<DateTime<Utc>>,
    replaced_at: Option<DateTime<Utc>>,
    replacement_note: Option<String>,
    replaced_by: Option<String>,
    replaces: Option<String>,
    renews: Option<String>,
    renewed_by: Option<String>,
    printed: Option<Printed>,
    sealed_at: Option<DateTime<Utc>>,
}

diesel::alias! {
    const SUCCESSOR: Alias<Successor> = brevets as successor;
    const PREDECESSOR: Alias<Predecessor> = brevets as predecessor;
    const NEXT: Alias<Next> = brevets as next;
    const LAST: Alias<Last> = brevets as last;
    const REPLACING: Alias<Replacing> = replacements as replacing;
    const RENEWING: Alias<Renewing> = renewals as renewing;
}

/// Brevets with all that became of them. A macro, since the type of such a query cannot be written down.
macro_rules! known {
    () => {
        brevets::table
            .left_join(
                revocations::table
                    .on(revocations::learner_id.eq(brevets::learner_id).and(revocations::brevet_id.eq(brevets::id))),
            )
            .left_join(
                replacements::table
                    .on(replacements::learner_id.eq(brevets::learner_id).and(replacements::brevet_id.eq(brevets::id))),
            )
            .left_join(SUCCESSOR.on(SUCCESSOR.field(brevets::id).nullable().eq(replacements::replacing_id.nullable())))
            .left_join(REPLACING.on(REPLACING.field(replacements::replacing_id).eq(brevets::id)))
            .left_join(
                PREDECESSOR.on(PREDECESSOR
                    .field(brevets::id)
                    .nullable()
                    .eq(REPLACING.field(replacements::brevet_id).nullable())),
            )
            .left_join(
                renewals::table
                    .on(renewals::learner_id.eq(brevets::learner_id).and(renewals::brevet_id.eq(brevets::id))),
            )
            .left_join(NEXT.on(NEXT.field(brevets::id).nullable().eq(renewals::renewing_id.nullable())))
            .left_join(RENEWING.on(RENEWING.field(renewals::renewing_id).eq(brevets::id)))
            .left_join(LAST.on(LAST.field(brevets::id).nullable().eq(RENEWING.field(renewals::brevet_id).nullable())))
            .left_join(brevet_files::table.on(brevet_files::brevet_id.eq(brevets::id)))
            .select((
                brevets::learner_id,
                brevets::id,
                brevets::number,
                brevets::level,
                brevets::period,
                brevets::issue,
                brevets::holder,
                brevets::language,
                brevets::grounds,
                brevets::awarded_at,
                brevets::valid_until,
                revocations::reason.nullable(),
                revocations::note.nullable(),
                revocations::revoked_at.nullable(),
                replacements::replaced_at.nullable(),
                replacements::note.nullable(),
                SUCCESSOR.field(brevets::number).nullable(),
                PREDECESSOR.field(brevets::number).nullable(),
                LAST.field(brevets::number).nullable(),
                NEXT.field(brevets::number).nullable(),
                brevet_files::printed.nullable(),
                brevet_files::sealed_at.nullable(),
            ))
    };
}

fn read_number(text: &str) -> QueryResult<BrevetNumber> {
    BrevetNumber::parse(text)
        .map_err(|_| diesel::result::Error::DeserializationError(format!("no brevet number: {text}").into()))
}

impl TryFrom<BrevetRow> for Brevet {
    type Error = diesel::result::Error;

    fn try_from(row: BrevetRow) -> Result<Self, Self::Error> {
        let number = |text: Option<String>| text.as_deref().map(read_number).transpose();
        let fate = match (row.revocation_reason, row.revoked_at, number(row.replaced_by)?, row.replaced_at) {
            (Some(reason), Some(at), ..) => Fate::Revoked(Revocation { reason, note: row.revocation_note, at }),
            (_, _, Some(by), Some(at)) => Fate::Replaced(Replacement { by, note: row.replacement_note, at }),
            _ => Fate::Standing,
        };
        Ok(Self {
            id: row.id,
            learner: row.learner,
            number: read_number(&row.number)?,
            level: row.level,
            period: row.period,
            issue: row.issue,
            holder: row.holder,
            language: row.language,
            grounds: row.grounds,
            awarded_at: row.awarded_at,
            valid_until: row.valid_until,
            fate,
            kin: Kin {
                replaces: number(row.replaces)?,
                renews: number(row.renews)?,
                renewed_by: number(row.renewed_by)?,
            },
            printed: row.printed,
            sealed_at: row.sealed_at,
        })
    }
}

fn all(rows: Vec<BrevetRow>) -> QueryResult<Vec<Brevet>> {
    rows.into_iter().map(Brevet::try_from).collect()
}

pub async fn brevet(db: &mut Connection, id: BrevetId) -> QueryResult<Brevet> {
    known!().filter(brevets::id.eq(id)).first::<BrevetRow>(db).await?.try_into()
}

pub async fn brevet_by_number(db: &mut Connection, number: &BrevetNumber) -> QueryResult<Option<Brevet>> {
    let row = known!().filter(brevets::number.eq(number.as_str())).first::<BrevetRow>(db).await.optional()?;
    row.map(Brevet::try_from).transpose()
}

/// The brevet one of whose sealed files, without or with its badge, has one of these SHA-256.
pub async fn brevet_of_file(db: &mut Connection, hashes: &[[u8; 32]]) -> QueryResult<Option<Brevet>> {
    let hashes: Vec<&[u8]> = hashes.iter().map(<[u8; 32]>::as_slice).collect();
    let row = known!().filter(brevet_files::sha256.eq_any(&hashes)).first::<BrevetRow>(db).await.optional()?;
    if let Some(row) = row {
        return Brevet::try_from(row).map(Some);
    }
    match badge_store::brevet_of_badge_file(db, &hashes).await? {
        Some(id) => brevet(db, id).await.map(Some),
        None => Ok(None),
    }
}

/// The brevets with these numbers, in no order.
pub async fn brevets_by_number(db: &mut Connection, numbers: &[&str]) -> QueryResult<Vec<Brevet>> {
    all(known!().filter(brevets::number.eq_any(numbers)).load(db).await?)
}

/// The numbers of these brevets.
pub async fn numbers(db: &mut Connection, ids: &[BrevetId]) -> QueryResult<HashMap<BrevetId, BrevetNumber>> {
    let rows: Vec<(BrevetId, String)> =
        brevets::table.filter(brevets::id.eq_any(ids)).select((brevets::id, brevets::number)).load(db).await?;
    rows.into_iter().map(|(id, number)| Ok((id, read_number(&number)?))).collect()
}

/// A learner's brevets, the newest first.
pub async fn brevets_of(db: &mut Connection, learner: AccountId) -> QueryResult<Vec<Brevet>> {
    let newest = (brevets::awarded_at.desc(), brevets::issue.desc());
    all(known!().filter(brevets::learner_id.eq(learner)).order(newest).load(db).await?)
}

/// The brevets of several learners.
pub async fn brevets_of_all(db: &mut Connection, learners: &[AccountId]) -> QueryResult<Vec<Brevet>> {
    all(known!().filter(brevets::learner_id.eq_any(learners)).load(db).await?)
}

/// How many brevets a search shows at most.
pub const MOST_FOUND: usize = 50;

/// The newest brevets whose holder's name has each of these words. The names are compared here: what case and accents are to
/// a database depends on how it was set up, and there are some thousands.
async fn brevets_named(db: &mut Connection, sought: &str) -> QueryResult<Vec<Brevet>> {
    let words = names::plain_words(sought);
    let holders: Vec<(BrevetId, String)> =
        brevets::table.select((brevets::id, brevets::holder)).order(brevets::id.desc()).load(db).await?;
    let named = holders.into_iter().filter(|(_, holder)| !words.is_empty() && names::has_words(holder, &words));
    let ids: Vec<BrevetId> = named.map(|(id, _)| id).take(MOST_FOUND + 1).collect();
    all(known!().filter(brevets::id.eq_any(ids)).order(brevets::id.desc()).load(db).await?)
}

/// What an administrator looks for: the brevet with this number, else those of holders with this name, one more than are shown
/// when there are more.
pub async fn find(db: &mut Connection, sought: &str) -> QueryResult<Vec<Brevet>> {
    match BrevetNumber::parse(sought) {
        Ok(number) => Ok(brevet_by_number(db, &number).await?.into_iter().collect()),
        Err(_) => brevets_named(db, sought).await,
    }
}

/// The brevet that a submission at this moment completed or renewed, if it did. When a renewal completed a higher level too, it
/// is the renewed one.
pub async fn awarded_at(db: &mut Connection, learner: AccountId, at: DateTime<Utc>) -> QueryResult<Option<Brevet>> {
    let row = known!()
        .filter(brevets::learner_id.eq(learner).and(brevets::awarded_at.eq(at)))
        .order((brevets::level, brevets::issue.desc()))
        .first::<BrevetRow>(db)
        .await
        .optional()?;
    row.map(Brevet::try_from).transpose()
}

/// The levels of which the learner holds a brevet that is valid at this moment.
pub async fn held_levels(db: &mut Connection, learner: AccountId, at: DateTime<Utc>) -> QueryResult<BTreeSet<Level>> {
    let levels: Vec<Level> = brevets::table
        .left_join(
            revocations::table
                .on(revocations::learner_id.eq(brevets::learner_id).and(revocations::brevet_id.eq(brevets::id))),
        )
        .left_join(
            replacements::table
                .on(replacements::learner_id.eq(brevets::learner_id).and(replacements::brevet_id.eq(brevets::id))),
        )
        .filter(brevets::learner_id.eq(learner))
        .filter(revocations::brevet_id.is_null().and(replacements::brevet_id.is_null()))
        .filter(brevets::valid_until.is_null().or(brevets::valid_until.ge(locale::day(at))))
        .select(brevets::level)
        .load(db)
        .await?;
    Ok(levels.into_iter().collect())
}

#[derive(Insertable)]
#[diesel(table_name = brevets)]
pub struct NewBrevet<'a> {
    pub learner_id: AccountId,
    pub id: BrevetId,
    pub number: &'a str,
    pub level: Level,
    pub period: i32,
    pub issue: i32,
    pub holder: &'a str,
    pub language: Language,
    pub grounds: &'a Grounds,
    pub awarded_at: DateTime<Utc>,
    pub valid_until: Option<NaiveDate>,
}

pub async fn add_brevet(db: &mut Connection, brevet: &NewBrevet<'_>) -> QueryResult<()> {
    diesel::insert_into(brevets::table).values(brevet).execute(db).await?;
    Ok(())
}

/// Whether the brevet was written: not when its period has one already.
pub async fn add_first_issue(db: &mut Connection, brevet: &NewBrevet<'_>) -> QueryResult<bool> {
    let written = diesel::insert_into(brevets::table).values(brevet).on_conflict_do_nothing().execute(db).await?;
    Ok(written == 1)
}

#[derive(Insertable)]
#[diesel(table_name = revocations)]
pub struct NewRevocation<'a> {
    pub learner_id: AccountId,
    pub brevet_id: BrevetId,
    pub reason: RevocationReason,
    pub note: Option<&'a str>,
    pub revoked_by: AccountId,
    pub revoked_at: DateTime<Utc>,
}

pub async fn add_revocation(db: &mut Connection, revocation: &NewRevocation<'_>) -> QueryResult<()> {
    diesel::insert_into(revocations::table).values(revocation).execute(db).await?;
    Ok(())
}

#[derive(Insertable)]
#[diesel(table_name = replacements)]
pub struct NewReplacement<'a> {
    pub learner_id: AccountId,
    pub brevet_id: BrevetId,
    pub replacing_id: BrevetId,
    pub note: &'a str,
    pub replaced_by: AccountId,
    pub replaced_at: DateTime<Utc>,
}

pub async fn add_replacement(db: &mut Connection, replacement: &NewReplacement<'_>) -> QueryResult<()> {
    diesel::insert_into(replacements::table).values(replacement).execute(db).await?;
    Ok(())
}

#[derive(Insertable)]
#[diesel(table_name = renewals)]
pub struct NewRenewal {
    pub learner_id: AccountId,
    pub brevet_id: BrevetId,
    pub renewing_id: BrevetId,
    pub attempt_id: AttemptId,
    pub renewed_at: DateTime<Utc>,
}

pub async fn add_renewal(db: &mut Connection, renewal: &NewRenewal) -> QueryResult<()> {
    diesel::insert_into(renewals::table).values(renewal).execute(db).await?;
    Ok(())
}

/// Lets those who decide about a learner's brevets take turns, until the end of the caller's transaction. An advisory lock,
/// since locking a row needs the right to change it, which nobody has on brevets.
pub async fn take_turns(db: &mut Connection, learner: AccountId) -> QueryResult<()> {
    diesel::sql_query("SELECT pg_advisory_xact_lock(hashtextextended('brevets ' || $1, 0))")
        .bind::<diesel::sql_types::Text, _>(learner.to_string())
        .execute(db)
        .await?;
    Ok(())
}

/// The same of several learners, in an order that lets no two wait for each other.
pub async fn take_turns_of(db: &mut Connection, learners: &[AccountId]) -> QueryResult<()> {
    diesel::sql_query(
        "SELECT pg_advisory_xact_lock(hashtextextended('brevets ' || learner, 0))
         FROM (SELECT learner::text FROM unnest($1) AS all_of (learner) ORDER BY 1) AS in_order",
    )
    .bind::<diesel::sql_types::Array<diesel::sql_types::Uuid>, _>(learners)
    .execute(db)
    .await?;
    Ok(())
}

#[derive(Insertable)]
#[diesel(table_name = brevet_files)]
pub struct NewFile<'a> {
    pub brevet_id: BrevetId,
    pub bytes: &'a [u8],
    pub sha256: &'a [u8],
    pub seal_certificate: &'a [u8],
    pub sealed_at: DateTime<Utc>,
    pub printed: &'a Printed,
}

/// Whether this file became the brevet's: not when another process was first. There is one file for ever.
pub async fn keep_file(db: &mut Connection, file: &NewFile<'_>) -> QueryResult<bool> {
    let kept = diesel::insert_into(brevet_files::table).values(file).on_conflict(brevet_files::brevet_id).do_nothing();
    Ok(kept.execute(db).await? == 1)
}

pub async fn file(db: &mut Connection, brevet: BrevetId) -> QueryResult<Option<Vec<u8>>> {
    brevet_files::table.find(brevet).select(brevet_files::bytes).first(db).await.optional()
}

/// Who decided about a brevet, and the words beside a replacement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decision {
    pub by: AccountId,
    pub note: Option<String>,
}

/// The decision that a brevet was revoked or replaced, for administrators.
pub async fn decision(db: &mut Connection, brevet: &Brevet) -> QueryResult<Option<Decision>> {
    let key = (brevet.learner, brevet.id);
    let row: Option<(AccountId, Option<String>)> = match brevet.fate {
        Fate::Standing => None,
        Fate::Revoked(_) => {
            Some(revocations::table.find(key).select((revocations::revoked_by, revocations::note)).first(db).await?)
        }
        Fate::Replaced(_) => {
            Some(replacements::table.find(key).select((replacements::replaced_by, replacements::note)).first(db).await?)
        }
    };
    Ok(row.map(|(by, note)| Decision { by, note }))
}
