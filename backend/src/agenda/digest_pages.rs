//! No more digests: the page behind the link in each of them, and the same by REST.

use super::digest;
use crate::{
    identity::{access::Db, browser},
    input::Body,
    page::{Page, show},
    problem::Answer,
    t,
};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

#[derive(Template)]
#[template(path = "agenda/digests.html")]
struct DigestsPage {
    page: Page,
    secret: String,
    stopped: bool,
}

/// Asks first: programs open the links of mails by themselves.
pub async fn get_stop(request: HttpRequest, secret: web::Path<String>, db: Db) -> Answer {
    digest::written_to(&mut *db.get().await?, &secret).await?;
    answer(&request, secret.into_inner(), false)
}

/// Sent by the page, and by mail programs (RFC 8058), which have neither cookie nor mark and follow no redirect: the secret in
/// the address is what allows it. Sent twice it changes nothing more.
pub async fn post_stop(request: HttpRequest, secret: web::Path<String>, db: Db) -> Answer {
    digest::stop(&mut *db.get().await?, &secret).await?;
    answer(&request, secret.into_inner(), true)
}

fn answer(request: &HttpRequest, secret: String, stopped: bool) -> Answer {
    let language = browser::language(request);
    let title = if stopped { t!(language, "digests-stopped-title") } else { t!(language, "digests-title") };
    show(&DigestsPage { page: Page::new(request, None, title), secret, stopped }, language)
}

pub async fn post_opt_out(secret: web::Path<String>, Body(body): Body, db: Db) -> Answer {
    body.finish()?;
    digest::stop(&mut *db.get().await?, &secret).await?;
    Ok(HttpResponse::NoContent().finish())
}
