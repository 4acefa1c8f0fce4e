//! What is over is forgotten: an hourly sweep of everything that has an end.

use crate::{
    db::Connection,
    identity, jobs,
    mail::{self, MailState},
    notes,
    schema::{
        mails, password_resets, refresh_tokens, registrations, sessions, throttles, used_links, verification_batches,
    },
};
use chrono::{DateTime, Duration, Utc};
use diesel::{ExpressionMethods, QueryDsl, QueryResult};
use diesel_async::RunQueryDsl;

/// How long it can be looked up that a mail was sent; a kept one is as old as the link in it.
const MAILS_KEPT: Duration = Duration::days(30);
/// How long a used refresh token is remembered, so that a copy of it still gives itself away.
const TOKENS_KEPT: Duration = Duration::days(30);

/// Deletes what has ended. Returns how many rows went.
pub async fn sweep(db: &mut Connection, at: DateTime<Utc>) -> QueryResult<usize> {
    let mut gone = jobs::sweep(db, at).await?;
    gone += notes::store::sweep(db, at).await?;
    mail::store::forget_refused(db, at - identity::LINK_LIFETIME).await?; // the links in them work no more
    gone += diesel::delete(registrations::table.filter(registrations::expires_at.lt(at))).execute(db).await?;
    gone += diesel::delete(used_links::table.filter(used_links::expires_at.lt(at))).execute(db).await?;
    gone += diesel::delete(password_resets::table.filter(password_resets::expires_at.lt(at))).execute(db).await?;
    gone += diesel::delete(sessions::table.filter(sessions::expires_at.lt(at))).execute(db).await?;
    gone +=
        diesel::delete(refresh_tokens::table.filter(refresh_tokens::used_at.lt(at - TOKENS_KEPT))).execute(db).await?;
    gone +=
        diesel::delete(verification_batches::table.filter(verification_batches::expires_at.lt(at))).execute(db).await?;
    let quiet =
        throttles::table.filter(throttles::last_at.lt(at - Duration::hours(1))).filter(throttles::blocked_until.lt(at));
    gone += diesel::delete(quiet).execute(db).await?;
    let old = mails::table.filter(mails::written_at.lt(at - MAILS_KEPT)).filter(mails::state.ne(MailState::Waiting));
    gone += diesel::delete(old).execute(db).await?;
    Ok(gone)
}
