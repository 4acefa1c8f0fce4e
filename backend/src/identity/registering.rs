//! Getting an account and getting back into it. Answers never tell whether an address has an account.

use super::{
    Email, LINK_LIFETIME, NewPassword, PersonName, Secret, mails,
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

/// What somebody who registers tells.
pub struct Asked {
    pub email: Email,
    pub name: PersonName,
    pub password: NewPassword,
    pub language: Language,
}

async fn may_mail(app: &App, db: &mut Connection, email: &Email, address: &str) -> Result<(), Problem> {
    let counted = [Counted::MailTo(email.as_str()), Counted::MailFrom(address)];
    throttle::check(db, &counted, Kind::TooManyRequests, app.clock.now()).await?;
    Ok(throttle::count(db, &counted, app.clock.now()).await?)
}

/// Keeps the registration and mails its link; somebody who has an account already is mailed that instead.
pub async fn register(app: &App, db: &mut Connection, asked: &Asked, address: &str) -> Result<(), Problem> {
    may_mail(app, db, &asked.email, address).await?;
    let password_hash = app.passwords.hash(asked.password.as_str()).await?; // also when in vain: both answers take as long
    let (at, email) = (app.clock.now(), asked.email.as_str());
    let letter = match store::account_by_email(db, email).await? {
        Some(account) => mails::account_exists(app, account.language, &account.name),
        None => {
            let secret = Secret::new();
            let registration = Registration {
                token_hash: secret.hash().to_vec(),
                email: email.to_string(),
                name: asked.name.as_str().to_string(),
                language: asked.language,
                password_hash,
                expires_at: at + LINK_LIFETIME,
            };
            store::add_registration(db, &registration).await?;
            mails::confirmation(app, asked.language, asked.name.as_str(), secret.as_str())
        }
    };
    mail::store::post(db, email, &letter, at).await?;
    app.job_queued.notify_one();
    Ok(())
}

/// The account that the mailed link makes.
pub async fn confirm(app: &App, db: &mut Connection, secret: &Secret) -> Result<Account, Problem> {
    store::confirm(db, &secret.hash(), app.clock.now()).await?.ok_or(Kind::LinkExpired.into())
}

/// Mails a link for a new password, if there is such an account.
pub async fn ask_password_reset(app: &App, db: &mut Connection, email: &Email, address: &str) -> Result<(), Problem> {
    may_mail(app, db, email, address).await?;
    let at = app.clock.now();
    if let Some(account) = store::account_by_email(db, email.as_str()).await? {
        let secret = Secret::new();
        store::add_password_reset(db, &secret.hash(), account.id, at + LINK_LIFETIME).await?;
        let letter = mails::password_reset(app, account.language, &account.name, secret.as_str());
        mail::store::post(db, &account.email, &letter, at).await?;
        app.job_queued.notify_one();
    }
    Ok(())
}

/// Sets the new password; every session of the account ends.
pub async fn reset_password(
    app: &App,
    db: &mut Connection,
    secret: &Secret,
    password: &NewPassword,
) -> Result<(), Problem> {
    if !store::is_password_reset(db, &secret.hash(), app.clock.now()).await? {
        return Err(Kind::LinkExpired.into());
    }
    let hash = app.passwords.hash(password.as_str()).await?;
    if store::reset_password(db, &secret.hash(), &hash, app.clock.now()).await? {
        Ok(())
    } else {
        Err(Kind::LinkExpired.into())
    }
}
