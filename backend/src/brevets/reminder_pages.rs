//! No more reminders: the page behind the link in each of them, and the same by REST.

use super::reminders;
use crate::{
    identity::{
        Viewer,
        access::{Anyone, Db},
        browser,
    },
    input::Body,
    mail::opt_out,
    problem::Answer,
    t,
};
use actix_web::{HttpRequest, HttpResponse, web};

/// Asks first: programs open the links of mails by themselves.
pub async fn get_stop(request: HttpRequest, secret: web::Path<String>, Anyone(viewer): Anyone, db: Db) -> Answer {
    reminders::reminded(&mut *db.get().await?, &secret).await?;
    answer(&request, viewer.as_ref(), &secret, false)
}

/// Sent by the page, and by mail programs (RFC 8058), which have neither cookie nor mark and follow no redirect: the secret in
/// the address is what allows it. Sent twice it changes nothing more.
pub async fn post_stop(request: HttpRequest, secret: web::Path<String>, Anyone(viewer): Anyone, db: Db) -> Answer {
    reminders::stop(&mut *db.get().await?, &secret).await?;
    answer(&request, viewer.as_ref(), &secret, true)
}

fn answer(request: &HttpRequest, viewer: Option<&Viewer>, secret: &str, stopped: bool) -> Answer {
    let language = browser::language(request);
    if stopped {
        return opt_out::page(
            request,
            viewer,
            t!(language, "reminders-stopped-title"),
            t!(language, "reminders-stopped-text"),
            None,
        );
    }
    let button = opt_out::Button { action: format!("/reminders/{secret}"), label: t!(language, "reminders-button") };
    opt_out::page(request, viewer, t!(language, "reminders-title"), t!(language, "reminders-text"), Some(button))
}

pub async fn post_opt_out(secret: web::Path<String>, Body(body): Body, db: Db) -> Answer {
    body.finish()?;
    reminders::stop(&mut *db.get().await?, &secret).await?;
    Ok(HttpResponse::NoContent().finish())
}
