//! The public door to badges: anybody with a brevet's number gets its badge, as anybody can verify it; and what is needed to
//! check one. Any web page may read these answers.

use super::badge;
use crate::{
    app::App,
    competencies::Level,
    identity::{
        access::Db,
        browser,
        throttle::{self, Counted},
    },
    input::Query,
    problem::{Answer, Kind},
    verification,
};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, http::header, web};
use certificates::badge::in_context;

pub const JWT: &str = "application/jwt";

/// Read by wallets and verifiers of other sites, in browsers too.
fn open() -> HttpResponseBuilder {
    let mut answer = HttpResponse::Ok();
    answer.insert_header((header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"));
    answer.insert_header(("cross-origin-resource-policy", "cross-origin"));
    answer
}

fn for_a_while() -> (header::HeaderName, String) {
    (header::CACHE_CONTROL, format!("public, max-age={}", badge::LIST_KEPT.num_seconds()))
}

pub async fn get_badge(
    request: HttpRequest,
    number: web::Path<String>,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    badge_answer(&request, &app, db, &number).await
}

/// The badge as a download. A number is looked up as everywhere: who guesses must wait.
pub async fn badge_answer(request: &HttpRequest, app: &App, db: Db, number: &str) -> Answer {
    let address = browser::remote_address(request);
    let db = &mut *db.get().await?;
    let brevet = verification::verify(app, db, number, &address).await?.brevet;
    throttle::reserve(db, &[Counted::BadgeFrom(&address)], Kind::TooManyRequests, app.clock.now()).await?;
    let jwt = badge::badge(app, db, &brevet).await?;
    let name = format!("connectoo-{}-{}.jwt", brevet.level, brevet.number.as_str());
    let disposition = format!("attachment; filename=\"{name}\"");
    Ok(open().content_type(JWT).insert_header((header::CONTENT_DISPOSITION, disposition)).body(jwt))
}

pub async fn get_issuer(request: HttpRequest, Query(query): Query, app: web::Data<App>) -> Answer {
    query.finish()?;
    let language = browser::language(&request);
    let document = in_context(badge::issuer(&app, language).profile());
    Ok(open().insert_header(for_a_while()).insert_header((header::CONTENT_LANGUAGE, language.word())).json(document))
}

pub async fn get_keys(Query(query): Query, app: web::Data<App>) -> Answer {
    query.finish()?;
    Ok(open().insert_header(for_a_while()).json(app.badges.jwks()))
}

pub async fn get_key(id: web::Path<String>, Query(query): Query, app: web::Data<App>) -> Answer {
    query.finish()?;
    let key = app.badges.find(&id).ok_or(Kind::ResourceNotFound)?;
    Ok(open().insert_header(for_a_while()).json(key.jwk()))
}

pub async fn get_achievement(
    request: HttpRequest,
    level: web::Path<String>,
    Query(query): Query,
    app: web::Data<App>,
) -> Answer {
    query.finish()?;
    let language = browser::language(&request);
    let level: Level = level.parse().map_err(|_| Kind::ResourceNotFound)?;
    let achievement = badge::achievement(&app, level, language).ok_or(Kind::ResourceNotFound)?;
    let document = in_context(achievement.describe(&badge::issuer(&app, language)));
    Ok(open().insert_header(for_a_while()).insert_header((header::CONTENT_LANGUAGE, language.word())).json(document))
}

pub async fn get_status_list(list: web::Path<String>, Query(query): Query, app: web::Data<App>, db: Db) -> Answer {
    query.finish()?;
    let list: i32 = list.parse().map_err(|_| Kind::ResourceNotFound)?;
    let signed = badge::status_list(&app, &mut *db.get().await?, list).await?.ok_or(Kind::ResourceNotFound)?;
    Ok(open().insert_header(for_a_while()).content_type(JWT).body(signed))
}
