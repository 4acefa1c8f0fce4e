//! The public page that tells what a brevet is worth.

use super::{Verified, verify};
use crate::{
    app::App,
    brevets::BrevetState,
    identity::{
        access::{Anyone, Db},
        browser,
    },
    input::Fields,
    page::{Page, go_to, show, show_again},
    problem::{Answer, Issue, Kind, Reason},
    t,
};
use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;

#[derive(Template)]
#[template(path = "verification/form.html")]
struct FormPage {
    page: Page,
    number: String,
}

/// The form; with a number in the query, on to its page.
pub async fn get_form(request: HttpRequest, Anyone(viewer): Anyone) -> Answer {
    let language = browser::language(&request);
    let query = Fields(crate::input::pairs(request.query_string().as_bytes()));
    let page = Page::new(&request, viewer.as_ref(), t!(language, "verify-title"));
    match query.get("number").map(str::trim) {
        None => show(&FormPage { page, number: String::new() }, language),
        Some("") => {
            let page = page.with_issues(&[Issue::body("number", Reason::Missing)]);
            show_again(&FormPage { page, number: String::new() }, language)
        }
        Some(number) => {
            let plain: String = number.chars().filter(|c| c.is_ascii_alphanumeric()).take(40).collect();
            Ok(go_to(&format!("/verify/{}", if plain.is_empty() { "0" } else { &plain })))
        }
    }
}

#[derive(Template)]
#[template(path = "verification/result.html")]
struct ResultPage {
    page: Page,
    /// valid, expired, unknown or mistyped
    state: &'static str,
    detail: String,
    asked: String,
    issuer: String,
    facts: Option<Facts>,
}

struct Facts {
    holder: String,
    level: String,
    number: String,
    issued_on: String,
    valid_until: Option<String>,
    competencies: Vec<String>,
}

pub async fn get_result(
    request: HttpRequest,
    number: web::Path<String>,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let language = browser::language(&request);
    let verified = verify(&app, &mut *db.get().await?, &number, language).await;
    let (status, state, facts) = match verified {
        Ok(verified) => {
            let state = if verified.state == BrevetState::Valid { "valid" } else { "expired" };
            (StatusCode::OK, state, Some(verified))
        }
        Err(problem) if problem.kind == Kind::UnknownBrevet => (StatusCode::NOT_FOUND, "unknown", None),
        Err(problem) if problem.kind == Kind::MistypedBrevetNumber => (StatusCode::BAD_REQUEST, "mistyped", None),
        Err(problem) => return Err(problem),
    };
    let (title, detail) = match state {
        "valid" => (t!(language, "verify-valid"), t!(language, "verify-valid-text")),
        "expired" => (t!(language, "verify-expired"), t!(language, "verify-expired-text")),
        "unknown" => (t!(language, "verify-unknown"), Kind::UnknownBrevet.detail(language)),
        _ => (t!(language, "verify-mistyped"), Kind::MistypedBrevetNumber.detail(language)),
    };
    let page = Page::new(&request, viewer.as_ref(), title);
    let facts = facts.map(|verified| facts_of(&verified, &page));
    let asked: String = number.chars().take(40).collect();
    let shown = ResultPage { page, state, detail, asked, issuer: app.settings.issuer.clone(), facts };
    let mut answer: HttpResponse = show(&shown, language)?;
    *answer.status_mut() = status;
    Ok(answer)
}

fn facts_of(verified: &Verified, page: &Page) -> Facts {
    let brevet = &verified.brevet;
    Facts {
        holder: brevet.holder.clone(),
        level: verified.level.clone(),
        number: brevet.number.to_string(),
        issued_on: page.day(&brevet.issued_on()),
        valid_until: brevet.valid_until.map(|day| page.day(&day)),
        competencies: verified.competencies.clone(),
    }
}
