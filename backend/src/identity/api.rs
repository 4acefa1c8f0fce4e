//! The REST door to accounts and sign-in.

use super::{
    Email, NewPassword, PersonName, Secret, SessionKind, Viewer,
    access::{Db, SignedIn},
    browser,
    registering::{self, Asked, Confirmed},
    signing_in, store,
};
use crate::{
    app::App,
    input::{Body, Query},
    locale::Language,
    problem::{Answer, Kind, Reason},
};
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::json;

/// An address, a password or a token as it was typed: any line of text.
fn typed(text: &str) -> Result<String, Reason> {
    match text.len() {
        1001.. => Err(Reason::TooLong(1000)),
        _ if text.contains(char::is_control) => Err(Reason::WrongType),
        _ => Ok(text.to_owned()),
    }
}

fn language(text: &str) -> Result<Language, Reason> {
    text.parse().map_err(|()| Reason::NotOffered)
}

pub async fn post_registration(request: HttpRequest, Body(mut body): Body, app: web::Data<App>, db: Db) -> Answer {
    let (email, name) = (body.take("email", Email::parse), body.take("name", PersonName::parse));
    let (own_name, own_email) =
        (name.as_ref().map_or("", PersonName::as_str), email.as_ref().map_or("", Email::as_str));
    let password = body.take("password", |text| NewPassword::parse(text, own_email, own_name));
    let chosen = body.take_optional("language", language);
    body.finish()?;
    if let (Some(email), Some(name), Some(password)) = (email, name, password) {
        let asked = Asked { email, name, password, language: chosen.unwrap_or_else(|| browser::language(&request)) };
        registering::register(&app, &db, &asked, &browser::remote_address(&request)).await?;
    }
    Ok(HttpResponse::Accepted().json(json!({"status": "confirmationMailSent"})))
}

pub async fn post_email_confirmation(Body(mut body): Body, app: web::Data<App>, db: Db) -> Answer {
    let token = body.take("token", typed);
    body.finish()?;
    let account = match registering::confirm(&app, &mut *db.get().await?, &token.unwrap_or_default()).await? {
        Confirmed::Now(account) => account,
        Confirmed::Before => return Err(Kind::LinkExpired.into()),
    };
    let me = format!("{}/me", crate::routes::API);
    Ok(HttpResponse::Created()
        .insert_header(("Location", me))
        .json(json!({"id": account.id, "email": account.email, "name": account.name})))
}

pub async fn post_password_reset(request: HttpRequest, Body(mut body): Body, app: web::Data<App>, db: Db) -> Answer {
    let email = body.take("email", Email::parse);
    body.finish()?;
    if let Some(email) = email {
        registering::ask_password_reset(&app, &db, &email, &browser::remote_address(&request)).await?;
    }
    Ok(HttpResponse::Accepted().json(json!({"status": "resetMailSent"})))
}

pub async fn post_new_password(token: web::Path<String>, Body(mut body): Body, app: web::Data<App>, db: Db) -> Answer {
    let (link, account) = registering::reset_link(&app, &mut *db.get().await?, &token).await?;
    let password = body.take("password", |text| NewPassword::parse(text, &account.email, &account.name));
    body.finish()?;
    if let Some(password) = password {
        registering::reset_password(&app, &db, &link, &password).await?;
    }
    Ok(HttpResponse::NoContent().finish())
}

pub async fn post_token(request: HttpRequest, Body(mut body): Body, app: web::Data<App>, db: Db) -> Answer {
    let (email, password) = (body.take("email", typed), body.take("password", typed));
    body.finish()?;
    let (email, password) = (email.unwrap_or_default(), password.unwrap_or_default());
    let address = browser::remote_address(&request);
    let (viewer, _) = signing_in::sign_in(&app, &db, &email, &password, &address, SessionKind::Api).await?;
    let pair = signing_in::token_pair(&app, &mut *db.get().await?, &viewer).await?;
    Ok(HttpResponse::Ok().json(pair))
}

pub async fn post_refresh(Body(mut body): Body, app: web::Data<App>, db: Db) -> Answer {
    let token = body.take("refreshToken", typed);
    body.finish()?;
    let token = token.as_deref().and_then(Secret::parse).ok_or(Kind::InvalidRefreshToken)?;
    let pair = signing_in::refresh(&app, &mut *db.get().await?, &token).await?;
    Ok(HttpResponse::Ok().json(pair))
}

pub async fn delete_token(SignedIn(viewer): SignedIn, Query(query): Query, db: Db) -> Answer {
    query.finish()?;
    store::end_session(&mut *db.get().await?, viewer.session).await?;
    Ok(HttpResponse::NoContent().finish())
}

pub async fn get_me(SignedIn(viewer): SignedIn, Query(query): Query, db: Db) -> Answer {
    query.finish()?;
    me(&viewer, &db).await
}

async fn me(viewer: &Viewer, db: &Db) -> Answer {
    let account = store::account(&mut *db.get().await?, viewer.account).await?;
    Ok(HttpResponse::Ok().json(json!({
        "id": account.id, "email": account.email, "name": account.name, "language": account.language,
        "role": account.role, "registeredAt": account.registered_at, "reminders": account.reminders,
        "digests": account.digests,
    })))
}

/// JSON Merge Patch (RFC 7396) of name, language and which mails are wanted.
pub async fn patch_me(signed_in: SignedIn, Body(mut body): Body, db: Db) -> Answer {
    let (name, chosen) = (body.take_if_given("name", PersonName::parse), body.take_if_given("language", language));
    let (reminders, digests) = (body.take_yes_or_no("reminders"), body.take_yes_or_no("digests"));
    body.finish()?;
    let change =
        store::AccountChange { name: name.as_ref().map(PersonName::as_str), language: chosen, reminders, digests };
    store::change_account(&mut *db.get().await?, signed_in.0.account, &change).await?;
    me(&signed_in.0, &db).await
}

pub async fn get_jwks(app: web::Data<App>) -> Answer {
    Ok(HttpResponse::Ok().insert_header(("Cache-Control", "public, max-age=300")).json(app.tokens.jwks()))
}
