//! The summary card of a module, and the drawings that lessons and card show.

use super::{drawings, edition::Edition, store};
use crate::{
    app::App,
    identity::{
        access::{Anyone, Db},
        browser,
    },
    input::Query,
    page::{Page, show_public},
    problem::{Answer, Kind, Reason},
    t,
};
use actix_web::{
    HttpRequest,
    http::header::{self, HeaderValue},
    web,
};
use askama::Template;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "modules/card.html")]
struct CardPage {
    page: Page,
    title: String,
    module: String,
    module_link: String,
    html: String,
}

pub async fn get_card(
    request: HttpRequest,
    code: web::Path<String>,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
) -> Answer {
    let (language, taught) = (browser::language(&request), app.course.taught());
    let (_, edition) = taught.edition(&code).ok_or(Kind::ResourceNotFound)?;
    let (title, html) = edition.card(language).ok_or(Kind::ResourceNotFound)?;
    let page = CardPage {
        page: Page::new(&request, viewer.as_ref(), t!(language, "card-title", module = title)),
        title: title.to_owned(),
        module: edition.module.title.get(language).to_owned(),
        module_link: format!("/modules/{code}"),
        html,
    };
    show_public(&request, &taught.shelf, &page, language).await
}

/// May style itself and nothing else, wherever it is opened.
const POLICY_OF_DRAWINGS: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/// A drawing, for pages and for REST: with the number of its edition it never changes, without it is the newest.
pub async fn get_drawing(
    request: HttpRequest,
    path: web::Path<(String, String)>,
    Query(mut query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let number = query.take_optional("edition", |text| match text.parse::<i32>() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(Reason::NotANumber),
    });
    query.finish()?;
    let (code, file) = path.into_inner();
    let (name, language) = drawings::parse_file(&file).ok_or(Kind::ResourceNotFound)?;
    let edition = edition(&app, db, &code, number).await?;
    let kept = edition.as_ref().and_then(|edition| edition.drawing(name, language)).ok_or(Kind::ResourceNotFound)?;
    let mut answer = kept.answer(&request);
    let headers = answer.headers_mut();
    if number.is_some() {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    }
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding")); // the language is in the address
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY_OF_DRAWINGS));
    Ok(answer)
}

/// The newest edition of a module, or one by its number: a page that was opened before a publication shows what it was.
async fn edition(
    app: &App,
    db: Db,
    code: &str,
    number: Option<i32>,
) -> Result<Option<Arc<Edition>>, crate::problem::Problem> {
    let newest = app.course.taught().edition(code).map(|(_, edition)| edition.clone());
    match number {
        Some(number) if newest.as_ref().is_some_and(|newest| newest.number != number) => {
            Ok(store::numbered(&mut *db.get().await?, &app.course, code, number).await?)
        }
        _ => Ok(newest),
    }
}
