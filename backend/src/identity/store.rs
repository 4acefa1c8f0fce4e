//! Accounts, sessions and mailed links in the database.

use super::{Credential, Role, SessionKind, Viewer};
use crate::{
    db::Connection,
    ids::{AccountId, SessionId},
    locale::Language,
    schema::{accounts, password_resets, refresh_tokens, registrations, sessions, used_links, visits},
};
use chrono::{DateTime, Duration, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, HasQuery, Insertable, OptionalExtension, QueryDsl, QueryResult,
};
use diesel_async::{AsyncConnection, RunQueryDsl};

#[derive(HasQuery, Debug)]
#[diesel(table_name = accounts)]
pub struct Account {
    pub id: AccountId,
    pub email: String,
    pub name: String,
    pub language: Language,
    pub role: Role,
    pub password_hash: String,
    pub registered_at: DateTime<Utc>,
    /// Whether the person wants to be reminded that a brevet ends.
    pub reminders: bool,
    /// Whether the person wants a mail each week about a level that was begun.
    pub digests: bool,
}

pub async fn account_by_email(db: &mut Connection, email: &str) -> QueryResult<Option<Account>> {
    Account::query().filter(accounts::email.eq(email)).first(db).await.optional()
}

pub async fn account(db: &mut Connection, id: AccountId) -> QueryResult<Account> {
    Account::query().filter(accounts::id.eq(id)).first(db).await
}

/// Everybody's name and address, for a search that forgives accents.
pub async fn people(db: &mut Connection) -> QueryResult<Vec<(AccountId, String, String)>> {
    accounts::table.select((accounts::id, accounts::name, accounts::email)).order(accounts::name).load(db).await
}

/// These accounts, by name.
pub async fn accounts_of(db: &mut Connection, ids: &[AccountId]) -> QueryResult<Vec<Account>> {
    Account::query().filter(accounts::id.eq_any(ids)).order((accounts::name, accounts::id)).load(db).await
}

/// None when the person erased it.
pub async fn account_if_any(db: &mut Connection, id: AccountId) -> QueryResult<Option<Account>> {
    account(db, id).await.optional()
}

#[derive(Insertable)]
#[diesel(table_name = accounts)]
pub struct NewAccount<'a> {
    pub id: AccountId,
    pub email: &'a str,
    pub name: &'a str,
    pub language: Language,
    pub role: Role,
    pub password_hash: &'a str,
    pub registered_at: DateTime<Utc>,
}

/// False when the address has an account already; that one stays as it is.
pub async fn add_account(db: &mut Connection, account: &NewAccount<'_>) -> QueryResult<bool> {
    let added =
        diesel::insert_into(accounts::table).values(account).on_conflict(accounts::email).do_nothing().execute(db);
    Ok(added.await? == 1)
}

/// Puts a stronger hash of the same password in the place of the one it was verified with.
pub async fn renew_hash(db: &mut Connection, account: AccountId, old: &str, new: &str) -> QueryResult<()> {
    let same = accounts::table.find(account).filter(accounts::password_hash.eq(old));
    diesel::update(same).set(accounts::password_hash.eq(new)).execute(db).await?;
    Ok(())
}

pub async fn set_password(db: &mut Connection, account: AccountId, hash: &str) -> QueryResult<()> {
    diesel::update(accounts::table.find(account)).set(accounts::password_hash.eq(hash)).execute(db).await?;
    Ok(())
}

/// Gives another role and ends the sessions that were opened with the old one.
pub async fn set_role(db: &mut Connection, account: AccountId, role: Role) -> QueryResult<()> {
    db.transaction(async |db| {
        diesel::update(accounts::table.find(account)).set(accounts::role.eq(role)).execute(db).await?;
        diesel::delete(sessions::table.filter(sessions::account_id.eq(account))).execute(db).await?;
        Ok(())
    })
    .await
}

/// What the person may change of the own account.
#[derive(diesel::AsChangeset, Default)]
#[diesel(table_name = accounts)]
pub struct AccountChange<'a> {
    pub name: Option<&'a str>,
    pub language: Option<Language>,
    pub reminders: Option<bool>,
    pub digests: Option<bool>,
}

pub async fn change_account(db: &mut Connection, account: AccountId, change: &AccountChange<'_>) -> QueryResult<()> {
    let AccountChange { name, language, reminders, digests } = change;
    if name.is_some() || language.is_some() || reminders.is_some() || digests.is_some() {
        diesel::update(accounts::table.find(account)).set(change).execute(db).await?;
    }
    Ok(())
}

#[derive(Insertable, HasQuery)]
#[diesel(table_name = registrations)]
pub struct Registration {
    pub token_hash: Vec<u8>,
    pub email: String,
    pub name: String,
    pub language: Language,
    pub password_hash: String,
    pub expires_at: DateTime<Utc>,
}

pub async fn add_registration(db: &mut Connection, registration: &Registration) -> QueryResult<()> {
    diesel::insert_into(registrations::table).values(registration).execute(db).await?;
    Ok(())
}

/// The registration behind a link that still works.
pub async fn registration(
    db: &mut Connection,
    token: &[u8; 32],
    at: DateTime<Utc>,
) -> QueryResult<Option<Registration>> {
    Registration::query()
        .filter(registrations::token_hash.eq(token.as_slice()))
        .filter(registrations::expires_at.gt(at))
        .first(db)
        .await
        .optional()
}

/// Makes the account that a registration asked for and forgets every registration of the address.
/// None when the link does not work or the address got an account in the meantime.
pub async fn confirm(db: &mut Connection, token: &[u8; 32], at: DateTime<Utc>) -> QueryResult<Option<Account>> {
    db.transaction(async |db| {
        let Some(asked) = registration(db, token, at).await? else { return Ok(None) };
        forget_registrations(db, &asked.email).await?;
        let new = NewAccount {
            id: AccountId::new(),
            email: &asked.email,
            name: &asked.name,
            language: asked.language,
            role: Role::Learner,
            password_hash: &asked.password_hash,
            registered_at: at,
        };
        if add_account(db, &new).await? { account(db, new.id).await.map(Some) } else { Ok(None) }
    })
    .await
}

/// Of the links that were mailed to an address only their hashes stay, to tell who opens one again that the account is there.
async fn forget_registrations(db: &mut Connection, email: &str) -> QueryResult<()> {
    let links = diesel::delete(registrations::table.filter(registrations::email.eq(email)))
        .returning((registrations::token_hash, registrations::expires_at))
        .get_results::<(Vec<u8>, DateTime<Utc>)>(db)
        .await?;
    let used: Vec<_> =
        links.iter().map(|(hash, until)| (used_links::token_hash.eq(hash), used_links::expires_at.eq(until))).collect();
    diesel::insert_into(used_links::table).values(used).execute(db).await?;
    Ok(())
}

/// Whether a mailed link was for an address that has its account since.
pub async fn is_used_link(db: &mut Connection, token: &[u8; 32], at: DateTime<Utc>) -> QueryResult<bool> {
    let used = used_links::table.find(token.as_slice()).filter(used_links::expires_at.gt(at));
    diesel::select(diesel::dsl::exists(used)).get_result(db).await
}

pub async fn add_password_reset(
    db: &mut Connection,
    token: &[u8; 32],
    account: AccountId,
    expires_at: DateTime<Utc>,
) -> QueryResult<()> {
    let row = (
        password_resets::token_hash.eq(token.as_slice()),
        password_resets::account_id.eq(account),
        password_resets::expires_at.eq(expires_at),
    );
    diesel::insert_into(password_resets::table).values(row).execute(db).await?;
    Ok(())
}

/// The account that a link for a new password was made for, while the link works.
pub async fn account_of_reset(
    db: &mut Connection,
    token: &[u8; 32],
    at: DateTime<Utc>,
) -> QueryResult<Option<Account>> {
    let works = password_resets::table.find(token.as_slice()).filter(password_resets::expires_at.gt(at));
    Account::query().filter(accounts::id.eq_any(works.select(password_resets::account_id))).first(db).await.optional()
}

/// How many links for a new password of an account work until after this moment.
pub async fn password_resets_beyond(db: &mut Connection, account: AccountId, until: DateTime<Utc>) -> QueryResult<i64> {
    let links = password_resets::table.filter(password_resets::account_id.eq(account));
    links.filter(password_resets::expires_at.gt(until)).count().get_result(db).await
}

/// Sets the new password, ends every session and every other link. Gives the address of the account; none when the link does
/// not work.
pub async fn reset_password(
    db: &mut Connection,
    token: &[u8; 32],
    hash: &str,
    at: DateTime<Utc>,
) -> QueryResult<Option<String>> {
    db.transaction(async |db| {
        let used =
            diesel::delete(password_resets::table.find(token.as_slice()).filter(password_resets::expires_at.gt(at)))
                .returning(password_resets::account_id)
                .get_result::<AccountId>(db)
                .await
                .optional()?;
        let Some(id) = used else { return Ok(None) };
        set_password(db, id, hash).await?;
        diesel::delete(password_resets::table.filter(password_resets::account_id.eq(id))).execute(db).await?;
        diesel::delete(sessions::table.filter(sessions::account_id.eq(id))).execute(db).await?;
        account(db, id).await.map(|account| Some(account.email))
    })
    .await
}

#[derive(Insertable)]
#[diesel(table_name = sessions)]
pub struct NewSession {
    pub id: SessionId,
    pub account_id: AccountId,
    pub kind: SessionKind,
    pub token_hash: Option<Vec<u8>>,
    pub opened_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

pub async fn open_session(db: &mut Connection, session: &NewSession) -> QueryResult<()> {
    diesel::insert_into(sessions::table).values(session).execute(db).await?;
    note_visit(db, session.account_id, session.opened_at).await
}

/// Remembers when somebody was last here.
async fn note_visit(db: &mut Connection, account: AccountId, at: DateTime<Utc>) -> QueryResult<()> {
    diesel::insert_into(visits::table)
        .values((visits::account_id.eq(account), visits::visited_at.eq(at)))
        .on_conflict(visits::account_id)
        .do_update()
        .set(visits::visited_at.eq(at))
        .execute(db)
        .await?;
    Ok(())
}

/// Opens a session while the account still has this password; false when it was changed in the meantime. The lock makes a
/// change at the same moment come before or after, never in between.
pub async fn open_session_with(db: &mut Connection, session: &NewSession, password_hash: &str) -> QueryResult<bool> {
    db.transaction(async |db| {
        let holder = accounts::table
            .filter(accounts::id.eq(session.account_id).and(accounts::password_hash.eq(password_hash)))
            .select(accounts::id)
            .for_share()
            .first::<AccountId>(db)
            .await
            .optional()?;
        match holder {
            Some(_) => open_session(db, session).await.map(|()| true),
            None => Ok(false),
        }
    })
    .await
}

/// A session that lives, with who holds it. Others read it together with what is theirs.
#[derive(HasQuery)]
#[diesel(base_query = sessions::table.inner_join(accounts::table))]
pub struct LivingSession {
    #[diesel(select_expression = sessions::id)]
    session: SessionId,
    #[diesel(select_expression = sessions::expires_at)]
    pub expires_at: DateTime<Utc>,
    #[diesel(select_expression = accounts::id)]
    account: AccountId,
    #[diesel(select_expression = accounts::name)]
    name: String,
    #[diesel(select_expression = accounts::role)]
    role: Role,
    #[diesel(select_expression = accounts::language)]
    language: Language,
}

impl From<LivingSession> for Viewer {
    fn from(row: LivingSession) -> Self {
        Self { session: row.session, account: row.account, name: row.name, role: row.role, language: row.language }
    }
}

/// The API session of a token.
#[diesel::dsl::auto_type]
pub fn of_token(session: SessionId, at: DateTime<Utc>) -> _ {
    let kind: SessionKind = SessionKind::Api;
    sessions::id.eq(session).and(sessions::kind.eq(kind)).and(sessions::expires_at.gt(at))
}

/// The session of a browser's cookie.
#[diesel::dsl::auto_type]
pub fn of_cookie<'a>(token: &'a [u8], at: DateTime<Utc>) -> _ {
    sessions::token_hash.eq(token).and(sessions::expires_at.gt(at))
}

/// The session that a credential names, while it lives.
pub async fn session(
    db: &mut Connection,
    credential: &Credential,
    at: DateTime<Utc>,
) -> QueryResult<Option<LivingSession>> {
    match credential {
        Credential::Token(session) => LivingSession::query().filter(of_token(*session, at)).first(db).await.optional(),
        Credential::Cookie(hash) => LivingSession::query().filter(of_cookie(hash, at)).first(db).await.optional(),
    }
}

/// Lets the session of somebody who is here last on.
pub async fn extend_session(
    db: &mut Connection,
    viewer: &Viewer,
    at: DateTime<Utc>,
    until: DateTime<Utc>,
) -> QueryResult<()> {
    diesel::update(sessions::table.find(viewer.session)).set(sessions::expires_at.eq(until)).execute(db).await?;
    note_visit(db, viewer.account, at).await
}

pub async fn end_session(db: &mut Connection, session: SessionId) -> QueryResult<()> {
    diesel::delete(sessions::table.find(session)).execute(db).await?;
    Ok(())
}

pub async fn add_refresh_token(
    db: &mut Connection,
    token: &[u8; 32],
    session: SessionId,
    at: DateTime<Utc>,
) -> QueryResult<()> {
    let row = (
        refresh_tokens::token_hash.eq(token.as_slice()),
        refresh_tokens::session_id.eq(session),
        refresh_tokens::issued_at.eq(at),
    );
    diesel::insert_into(refresh_tokens::table).values(row).execute(db).await?;
    Ok(())
}

/// What became of a refresh token that came.
pub enum Refreshed {
    /// It is used up; its successor stands in its place.
    Fresh(Viewer),
    /// Used before: somebody has a copy. The whole session is gone.
    Stolen,
    Unknown,
}

/// How long the last token is taken once more, when the answer to its use seems to have been lost.
const SECOND_CHANCE: Duration = Duration::seconds(10);

/// Puts a successor in the place of a refresh token and lets the session last on, or does nothing at all.
///
/// A token that was used a few seconds ago counts once more while nobody has used its successor, which then counts as used
/// itself: of a session one token is good at any time (RFC 9700, 4.14.2).
pub async fn refresh(
    db: &mut Connection,
    token: &[u8; 32],
    successor: &[u8; 32],
    at: DateTime<Utc>,
    until: DateTime<Utc>,
) -> QueryResult<Refreshed> {
    db.transaction(async |db| {
        let one = refresh_tokens::table.find(token.as_slice());
        let session: Option<SessionId> = one.select(refresh_tokens::session_id).first(db).await.optional()?;
        let Some(session) = session else { return Ok(Refreshed::Unknown) };
        // The session's row first, as whoever ends it does: they take turns, and neither waits for the other for ever.
        let living = sessions::table.filter(of_token(session, at)).select(sessions::id).for_no_key_update();
        if living.first::<SessionId>(db).await.optional()?.is_none() {
            return Ok(Refreshed::Unknown);
        }
        let known: Option<UsedToken> = UsedToken::query().find(token.as_slice()).first(db).await.optional()?;
        let used_at = match known {
            None => return Ok(Refreshed::Unknown),
            Some(UsedToken { used_at: None, .. }) => at,
            Some(UsedToken { used_at: Some(used_at), replaced_by }) => {
                let is_soon = at - used_at < SECOND_CHANCE;
                match replaced_by {
                    Some(lost) if is_soon && use_up(db, &lost, used_at).await? => used_at,
                    Some(_) | None => return end_session(db, session).await.map(|()| Refreshed::Stolen),
                }
            }
        };
        add_refresh_token(db, successor, session, at).await?;
        diesel::update(one)
            .set((refresh_tokens::used_at.eq(used_at), refresh_tokens::replaced_by.eq(successor.as_slice())))
            .execute(db)
            .await?;
        let viewer: Viewer = LivingSession::query().filter(of_token(session, at)).first(db).await?.into();
        extend_session(db, &viewer, at, until).await?;
        Ok(Refreshed::Fresh(viewer))
    })
    .await
}

#[derive(HasQuery)]
#[diesel(table_name = refresh_tokens)]
struct UsedToken {
    used_at: Option<DateTime<Utc>>,
    replaced_by: Option<Vec<u8>>,
}

/// Marks a token as used that nobody used; false when somebody did.
async fn use_up(db: &mut Connection, token: &[u8], at: DateTime<Utc>) -> QueryResult<bool> {
    let unused = refresh_tokens::table.find(token).filter(refresh_tokens::used_at.is_null());
    Ok(diesel::update(unused).set(refresh_tokens::used_at.eq(at)).execute(db).await? == 1)
}
