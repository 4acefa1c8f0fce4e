//! Getting an account and getting back into it. Neither words nor time tell whether an address has an account.

use super::{
    Email, LINK_LIFETIME, NewPassword, PersonName, Secret,
    access::Db,
    mails,
    store::{self, Account, Registration},
    throttle::{self, Counted},
};
use crate::{
    app::App,
    db::Connection,
    locale::Language,
    mail,
    problem::{Kind, Problem},
};
use chrono::Duration;
use diesel_async::AsyncConnection;
use tokio::time::{Instant, sleep_until};

/// Answers come at multiples of this, so that the work done does not show.
const BEAT: std::time::Duration = std::time::Duration::from_millis(250);

/// How many links for a new password an account is mailed within an hour. Whoever asks for more finds these, which still work:
/// so nobody can keep the holder from getting one by asking often.
const MOST_LINKS: i64 = 5;

/// What somebody who registers tells.
pub struct Asked {
    pub email: Email,
    pub name: PersonName,
    pub password: NewPassword,
    pub language: Language,
}

/// Waits for the next beat since `started`.
async fn even_out(started: Instant) {
    let beats = started.elapsed().as_millis() / BEAT.as_millis() + 1;
    sleep_until(started + BEAT * u32::try_from(beats).unwrap_or(1)).await;
}

async fn may_mail(app: &App, db: &Db, to: Counted<'_>, address: &str) -> Result<(), Problem> {
    let counted = [to, Counted::MailFrom(address)];
    throttle::reserve(&mut *db.get().await?, &counted, Kind::TooManyRequests, app.clock.now()).await
}

/// Keeps the registration and mails its link; somebody who has an account already is mailed that instead.
pub async fn register(app: &App, db: &Db, asked: &Asked, address: &str) -> Result<(), Problem> {
    let started = Instant::now();
    may_mail(app, db, Counted::MailTo(asked.email.as_str()), address).await?;
    let password_hash = app.passwords.hash(asked.password.as_str()).await?; // no connection is held meanwhile
    let (at, email) = (app.clock.now(), asked.email.as_str());
    {
        let db = &mut *db.get().await?;
        let letter = match store::account_by_email(db, email).await? {
            Some(account) => mails::account_exists(app, account.language, &account.name),
            None => {
                let secret = Secret::new();
                let registration = Registration {
                    token_hash: secret.hash().to_vec(),
                    email: email.to_owned(),
                    name: asked.name.as_str().to_owned(),
                    language: asked.language,
                    password_hash,
                    expires_at: at + LINK_LIFETIME,
                };
                store::add_registration(db, &registration).await?;
                mails::confirmation(app, asked.language, asked.name.as_str(), secret.as_str())
            }
        };
        mail::store::post(db, email, &letter, at).await?;
    }
    app.mail_posted.notify_one();
    even_out(started).await;
    Ok(())
}

/// What a mailed link that works, or worked, led to.
pub enum Confirmed {
    Now(Account),
    /// Its address had an account by then: the link made it, or another one did. Only who reads mail there holds the link.
    Before,
}

/// Makes the account of the mailed link.
pub async fn confirm(app: &App, db: &mut Connection, secret: &str) -> Result<Confirmed, Problem> {
    let at = app.clock.now();
    let hash = Secret::parse(secret).ok_or(Kind::LinkExpired)?.hash();
    match store::confirm(db, &hash, at).await? {
        Some(account) => Ok(Confirmed::Now(account)),
        None if store::is_used_link(db, &hash, at).await? => Ok(Confirmed::Before),
        None => Err(Kind::LinkExpired.into()),
    }
}

/// Whether the address of a mailed link has its account. What cannot be a link is refused.
pub async fn is_used(app: &App, db: &mut Connection, secret: &str) -> Result<bool, Problem> {
    let secret = Secret::parse(secret).ok_or(Kind::LinkExpired)?;
    Ok(store::is_used_link(db, &secret.hash(), app.clock.now()).await?)
}

/// Mails a link for a new password, if there is such an account.
pub async fn ask_password_reset(app: &App, db: &Db, email: &Email, address: &str) -> Result<(), Problem> {
    let started = Instant::now();
    may_mail(app, db, Counted::LinkTo(email.as_str(), address), address).await?;
    let at = app.clock.now();
    {
        let db = &mut *db.get().await?;
        let account = store::account_by_email(db, email.as_str()).await?;
        let lately = at + LINK_LIFETIME - Duration::hours(1);
        let has_enough = match &account {
            Some(account) => store::password_resets_beyond(db, account.id, lately).await? >= MOST_LINKS,
            None => true,
        };
        if let (Some(account), false) = (account, has_enough) {
            let secret = Secret::new();
            store::add_password_reset(db, &secret.hash(), account.id, at + LINK_LIFETIME).await?;
            let letter = mails::password_reset(app, account.language, &account.name, secret.as_str());
            mail::store::post(db, &account.email, &letter, at).await?;
        }
    }
    app.mail_posted.notify_one();
    even_out(started).await;
    Ok(())
}

/// The secret of a link for a new password that still works, and whose password it is.
pub async fn reset_link(app: &App, db: &mut Connection, secret: &str) -> Result<(Secret, Account), Problem> {
    let secret = Secret::parse(secret).ok_or(Kind::LinkExpired)?;
    let account = store::account_of_reset(db, &secret.hash(), app.clock.now()).await?;
    Ok((secret, account.ok_or(Kind::LinkExpired)?))
}

/// Sets the new password; every session of the account ends. Whoever tried to sign in with another one before is forgotten: the
/// holder need not wait for what a stranger did.
pub async fn reset_password(app: &App, db: &Db, secret: &Secret, password: &NewPassword) -> Result<(), Problem> {
    let hash = app.passwords.hash(password.as_str()).await?;
    let at = app.clock.now();
    let db = &mut *db.get().await?;
    db.transaction(async |db| {
        let email = store::reset_password(db, &secret.hash(), &hash, at).await?.ok_or(Kind::LinkExpired)?;
        Ok(throttle::forget(db, Counted::SignInOf(&email)).await?)
    })
    .await
}
