//! The public page that tells what a brevet is worth.

use super::{Verified, given::number_in, verify};
use crate::{
    app::App,
    brevets::{self, BrevetState, number::BrevetNumber},
    identity::{
        access::{Anyone, Db},
        browser,
    },
    input::Fields,
    locale::Language,
    page::{Page, go_to, show, show_again},
    problem::{Answer, Issue, Kind, Reason},
    t,
};
use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;

#[derive(Template)]
#[template(path = "verification/form.html")]
pub(super) struct FormPage {
    pub page: Page,
    pub number: String,
}

/// The form; with a number in the query, on to its page.
pub async fn get_form(request: HttpRequest, Anyone(viewer): Anyone) -> Answer {
    let language = browser::language(&request);
    let query = Fields(crate::input::pairs(request.query_string().as_bytes()));
    let page = Page::new(&request, viewer.as_ref(), t!(language, "verify-title")).with_form(&request);
    match query.get("number").map(str::trim) {
        None => show(&FormPage { page, number: String::new() }, language),
        Some("") => {
            let page = page.with_issues(&[Issue::body("number", Reason::Missing)]);
            show_again(&FormPage { page, number: String::new() }, language)
        }
        Some(number) => {
            let plain: String = number_in(number).chars().filter(|c| c.is_ascii_alphanumeric()).take(40).collect();
            Ok(go_to(&format!("/verify/{}", if plain.is_empty() { "0" } else { &plain })))
        }
    }
}

#[derive(Template)]
#[template(path = "verification/result.html")]
pub(super) struct ResultPage {
    pub page: Page,
    /// What the panel shows: valid, expired, revoked, replaced, altered, sealedElsewhere, unknown or mistyped.
    pub state: &'static str,
    /// What it means, a sentence each.
    pub told: Vec<String>,
    /// Other brevets of the same award: a word, the number, the address.
    kin: Vec<(String, String, String)>,
    /// What was looked for in vain.
    asked: Option<String>,
    facts: Option<Facts>,
    /// The moment of this answer, for a print of the page.
    looked_up: String,
}

struct Facts {
    holder: String,
    level: String,
    number: String,
    issued_on: String,
    valid_until: Option<String>,
    issuer: String,
    /// In the brevet's own language, as printed.
    language: Language,
    competencies: Vec<String>,
    address: String,
    demonstration: bool,
    /// Where its picture is, once it is sealed.
    picture: Option<String>,
}

pub async fn get_result(
    request: HttpRequest,
    number: web::Path<String>,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (language, address) = (browser::language(&request), browser::remote_address(&request));
    let page = Page::new(&request, viewer.as_ref(), String::new());
    let (status, shown) = match verify(&app, &mut *db.get().await?, &number, &address).await {
        Ok(verified) => (StatusCode::OK, ResultPage::known(&app, page, &verified)),
        Err(problem) if problem.kind == Kind::UnknownBrevet => {
            let title = t!(language, "verify-unknown");
            (StatusCode::NOT_FOUND, in_vain(&app, page, title, "unknown", problem.kind, &number))
        }
        Err(problem) if problem.kind == Kind::MistypedBrevetNumber => {
            let title = t!(language, "verify-mistyped");
            (StatusCode::BAD_REQUEST, in_vain(&app, page, title, "mistyped", problem.kind, &number))
        }
        Err(problem) => return Err(problem),
    };
    let mut answer: HttpResponse = show(&shown, language)?;
    *answer.status_mut() = status;
    Ok(answer)
}

fn looked_up(app: &App, page: &Page) -> String {
    let at = app.clock.now();
    t!(page.language, "verify-looked-up", date = page.date(&at), time = page.time(&at))
}

/// Nothing in the register has this number.
fn in_vain(app: &App, page: Page, title: String, state: &'static str, kind: Kind, number: &str) -> ResultPage {
    let told = vec![kind.detail(page.language)];
    let asked = Some(number.chars().take(40).collect());
    ResultPage { asked, ..ResultPage::bare(app, page, state, title, told) }
}

impl ResultPage {
    /// A verdict about nothing that is in the register.
    pub fn bare(app: &App, mut page: Page, state: &'static str, title: String, told: Vec<String>) -> Self {
        page.title = title;
        Self { state, told, kin: Vec::new(), asked: None, facts: None, looked_up: looked_up(app, &page), page }
    }

    /// A brevet of the register: its state first, in words, then every fact that is printed on it.
    pub fn known(app: &App, page: Page, verified: &Verified) -> Self {
        let language = page.language;
        let (title, told) = words(&page, &verified.state);
        let brevet = &verified.brevet;
        let successor = match &verified.state {
            BrevetState::Replaced(replacement) => Some(&replacement.by),
            _ => None,
        };
        let kin = [
            (t!(language, "kin-replaced-by"), successor),
            (t!(language, "kin-replaces"), brevet.kin.replaces.as_ref()),
            (t!(language, "kin-renewed-by"), brevet.kin.renewed_by.as_ref()),
            (t!(language, "kin-renews"), brevet.kin.renews.as_ref()),
        ];
        let link = |number: &BrevetNumber| format!("/verify/{}", number.as_str());
        let facts = facts(app, &page, verified);
        Self {
            kin: kin
                .into_iter()
                .filter_map(|(word, number)| Some((word, number?.to_string(), link(number?))))
                .collect(),
            facts: Some(facts),
            ..Self::bare(app, page, verified.state.word(), title, told)
        }
    }
}

/// The heading for a state and the sentences below it.
fn words(page: &Page, state: &BrevetState) -> (String, Vec<String>) {
    let language = page.language;
    match state {
        BrevetState::Valid => (t!(language, "verify-valid"), vec![t!(language, "verify-valid-text")]),
        BrevetState::Expired { last_day } => {
            (t!(language, "verify-expired"), vec![t!(language, "verify-expired-text", date = page.day(last_day))])
        }
        BrevetState::Revoked(revocation) => {
            let reason = brevets::mails::reason(revocation.reason, language);
            let told = t!(language, "verify-revoked-text", date = page.date(&revocation.at));
            (t!(language, "verify-revoked"), vec![told, t!(language, "verify-reason", reason = reason)])
        }
        BrevetState::Replaced(replacement) => {
            let told = t!(language, "verify-replaced-text", date = page.date(&replacement.at));
            (t!(language, "verify-replaced"), vec![told])
        }
    }
}

fn facts(app: &App, page: &Page, verified: &Verified) -> Facts {
    let Verified { brevet, printed, .. } = verified;
    let taught = app.course.taught();
    let level = taught.curriculum.level(brevet.level).map(|rules| rules.names.get(page.language).to_owned());
    Facts {
        holder: brevet.holder.clone(),
        level: level.unwrap_or_default(),
        number: brevet.number.to_string(),
        issued_on: page.day(&brevet.issued_on()),
        valid_until: brevet.valid_until.map(|day| page.day(&day)),
        issuer: printed.issuer.clone(),
        language: brevet.language,
        competencies: printed.competencies.clone(),
        address: printed.verification_address.clone(),
        demonstration: printed.demonstration,
        picture: brevet.sealed_at.map(|_| format!("/verify/{}/picture", brevet.number.as_str())),
    }
}
