//! Signing in and out, for browsers and for API clients.

use super::{
    API_SESSION, BROWSER_SESSION, Email, Secret, SessionKind, Viewer,
    access::Db,
    store::{self, NewSession, Refreshed},
    throttle::{self, Counted},
    tokens,
};
use crate::{
    app::App,
    db::Connection,
    ids::SessionId,
    problem::{Kind, Problem},
};
use chrono::{DateTime, Utc};
use serde::Serialize;

/// The person whom e-mail address and password name, with a fresh session. No connection is held while the password is hashed.
pub async fn sign_in(
    app: &App,
    db: &Db,
    email: &str,
    password: &str,
    address: &str,
    kind: SessionKind,
) -> Result<(Viewer, Secret), Problem> {
    // As it was kept at the registration; what cannot be an address has no account, and is counted as it stands.
    let email = Email::parse(email).map_or_else(|_| email.trim().to_lowercase(), |email| email.as_str().to_owned());
    let counted = [Counted::SignInOf(&email), Counted::SignInFrom(address)];
    let account = {
        let mut db = db.get().await?;
        throttle::reserve(&mut db, &counted, Kind::TooManyFailedRequests, app.clock.now()).await?;
        store::account_by_email(&mut db, &email).await?
    };
    let known = app.passwords.verify(password, account.as_ref().map(|account| account.password_hash.as_str())).await?;
    let renewed = match &account {
        Some(account) if known && app.passwords.is_outdated(&account.password_hash) => {
            Some(app.passwords.hash(password).await?)
        }
        _ => None,
    };
    let mut db = db.get().await?;
    let at = app.clock.now();
    let account = account.filter(|_| known).ok_or(Kind::WrongCredentials)?;
    throttle::forget(&mut db, counted[0]).await?;
    throttle::give_back(&mut db, counted[1]).await?;
    let (secret, session) = (Secret::new(), SessionId::new());
    let (token_hash, lasts) = match kind {
        SessionKind::Browser => (Some(secret.hash().to_vec()), BROWSER_SESSION),
        SessionKind::Api => (None, API_SESSION),
    };
    let new =
        NewSession { id: session, account_id: account.id, kind, token_hash, opened_at: at, expires_at: at + lasts };
    // Not when the password was changed since it was verified: who changed it wanted old ones to end.
    if !store::open_session_with(&mut db, &new, &account.password_hash).await? {
        return Err(Kind::WrongCredentials.into());
    }
    if let Some(hash) = renewed {
        store::renew_hash(&mut db, account.id, &account.password_hash, &hash).await?;
    }
    let viewer =
        Viewer { session, account: account.id, name: account.name, role: account.role, language: account.language };
    Ok((viewer, secret))
}

/// What an API client gets (RFC 6749, 5.1, in the Belgian naming).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TokenPair {
    access_token: String,
    token_type: &'static str,
    expires_in_sec: i64,
    refresh_token: String,
}

/// The first pair of a session.
pub async fn token_pair(app: &App, db: &mut Connection, viewer: &Viewer) -> Result<TokenPair, Problem> {
    let (at, refresh) = (app.clock.now(), Secret::new());
    store::add_refresh_token(db, &refresh.hash(), viewer.session, at).await?;
    pair(app, viewer, &refresh, at)
}

fn pair(app: &App, viewer: &Viewer, refresh: &Secret, at: DateTime<Utc>) -> Result<TokenPair, Problem> {
    Ok(TokenPair {
        access_token: app.tokens.sign(viewer, at).map_err(Problem::internal)?,
        token_type: "Bearer",
        expires_in_sec: tokens::LIFETIME.num_seconds(),
        refresh_token: refresh.as_str().to_owned(),
    })
}

/// A new pair for a refresh token, which is used up. One that comes back later ends the session.
pub async fn refresh(app: &App, db: &mut Connection, token: &Secret) -> Result<TokenPair, Problem> {
    let (at, successor) = (app.clock.now(), Secret::new());
    match store::refresh(db, &token.hash(), &successor.hash(), at, at + API_SESSION).await? {
        Refreshed::Fresh(viewer) => pair(app, &viewer, &successor, at),
        Refreshed::Stolen => {
            tracing::warn!("a used refresh token came back; its session was ended");
            Err(Kind::InvalidRefreshToken.into())
        }
        Refreshed::Unknown => Err(Kind::InvalidRefreshToken.into()),
    }
}
