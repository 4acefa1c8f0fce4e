//! What every page has: language, title, who looks at it, the way back; and how a page is answered.

use crate::{
    app::App,
    identity::{Role, Viewer, access, browser, kept_form::KeptForm},
    kept::{Kept, Shelf, is_for_everybody},
    locale::{self, Language},
    problem::{Answer, Issue, Kind, Problem},
    settings::Contact,
    t,
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{Method, header},
    web::Data,
};
use askama::Template;

/// The frame around a page's content.
pub struct Page {
    pub language: Language,
    pub title: String,
    /// Path and query without the language, for the switch of languages.
    address: String,
    pub viewer: Option<PageViewer>,
    /// Whether nobody is signed in. On the page of a problem that came up before anybody asked, who it is is not known.
    pub is_visitor: bool,
    /// The mark of forms; empty on a page without one.
    pub form_mark: String,
    /// Whether this service runs for demonstration.
    pub demonstration: bool,
    /// Where people turn to with questions, when the organisation says.
    pub contact: Option<Contact>,
    pub issues: Vec<PageIssue>,
    /// Where the switch of languages sends a form, so that nothing typed is lost: its id. On a quiz question it saves the answer.
    pub language_form: Option<&'static str>,
    /// Whether the page keeps a form that was sent, and is followed by another: it offers no other language, which would lose it.
    pub keeps_form: bool,
}

pub struct PageViewer {
    pub name: String,
    pub role: Role,
}

/// A wrong field: shown in the summary and beside the field, in the same words.
pub struct PageIssue {
    pub field: String,
    pub text: String,
}

impl Page {
    pub fn new(request: &HttpRequest, viewer: Option<&Viewer>, title: String) -> Self {
        let language = browser::language(request);
        let settings = request.app_data::<Data<App>>().map(|app| &app.settings);
        Self {
            language,
            title,
            address: address_without_language(request),
            viewer: viewer.map(|viewer| PageViewer { name: viewer.name.clone(), role: viewer.role }),
            is_visitor: viewer.is_none(),
            form_mark: viewer.and_then(|_| browser::form_mark(request)).unwrap_or_default(),
            demonstration: settings.is_some_and(|settings| settings.is_demonstration()),
            contact: settings.and_then(|settings| settings.contact.clone()),
            issues: Vec::new(),
            language_form: None,
            keeps_form: false,
        }
    }

    /// For a page with a form that also visitors without a session may send.
    pub fn with_form(mut self, request: &HttpRequest) -> Self {
        self.form_mark = browser::form_mark_to_show(request);
        self
    }

    /// For a page that keeps a form which was sent.
    pub fn keeping_form(self, request: &HttpRequest) -> Self {
        Self { keeps_form: true, ..self.with_form(request) }
    }

    /// With a parameter that the switch of languages takes along.
    pub fn with_parameter(mut self, name: &str, value: &str) -> Self {
        let pair = form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish();
        self.address = with_query(&self.address, &pair);
        self
    }

    /// In another language than the request's; before `with_issues`, which tells them in the page's language.
    pub fn speaking(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    pub fn with_issues(mut self, issues: &[Issue]) -> Self {
        let language = self.language;
        self.issues =
            issues.iter().map(|issue| PageIssue { field: issue.name.clone(), text: issue.detail(language) }).collect();
        self
    }

    /// What stands in the browser's title bar.
    pub fn full_title(&self) -> String {
        let title = match self.issues.is_empty() {
            true => self.title.clone(),
            false => t!(self.language, "error-title", title = self.title.as_str()),
        };
        if title == "Connectoo" { title } else { format!("{title} – Connectoo") }
    }

    pub fn issue(&self, field: &str) -> Option<&str> {
        self.issues.iter().find(|issue| issue.field == field).map(|issue| issue.text.as_str())
    }

    /// This page in another language.
    pub fn in_language(&self, language: &Language) -> String {
        with_query(&self.address, &format!("lang={language}"))
    }

    pub fn languages(&self) -> &'static [Language] {
        Language::ALL
    }

    pub fn is_administrator(&self) -> bool {
        self.viewer.as_ref().is_some_and(|viewer| viewer.role == Role::Administrator)
    }

    pub fn asset(&self, name: &str) -> String {
        crate::assets::address(name)
    }

    pub fn date(&self, at: &chrono::DateTime<chrono::Utc>) -> String {
        locale::date(self.language, locale::day(*at))
    }

    pub fn day(&self, day: &chrono::NaiveDate) -> String {
        locale::date(self.language, *day)
    }

    pub fn time(&self, at: &chrono::DateTime<chrono::Utc>) -> String {
        locale::time_of_day(*at)
    }

    /// A share as a percentage, as it is written in the language.
    pub fn percent(&self, share: &f64) -> String {
        locale::percent(self.language, *share)
    }
}

fn address_without_language(request: &HttpRequest) -> String {
    let pairs = crate::input::pairs(request.query_string().as_bytes());
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs.iter().filter(|(name, _)| name != "lang") {
        query.append_pair(name, value);
    }
    match query.finish() {
        query if query.is_empty() => request.path().to_owned(),
        query => format!("{}?{query}", request.path()),
    }
}

/// An address with one thing more in its query, percent-encoded where it needs to be.
pub fn with_query(address: &str, pair: &str) -> String {
    format!("{address}{}{pair}", if address.contains('?') { '&' } else { '?' })
}

/// A page of a person or with a form: never stored by a cache.
pub fn show(page: &impl Template, language: Language) -> Answer {
    respond(HttpResponse::Ok(), page, language)
}

/// The same page again, with what was wrong.
pub fn show_again(page: &impl Template, language: Language) -> Answer {
    respond(HttpResponse::BadRequest(), page, language)
}

/// The same page again, with the status and the headers of what was refused.
pub fn show_refused(page: &impl Template, language: Language, problem: &Problem) -> Answer {
    respond(problem.response_builder(), page, language)
}

/// A page about something that is not ready yet, which the browser asks for again by itself after so many seconds.
pub fn show_waiting(page: &impl Template, language: Language, again: Option<(u8, &str)>) -> Answer {
    let mut answer = HttpResponse::Accepted();
    if let Some((seconds, address)) = again {
        answer.insert_header((header::REFRESH, format!("{seconds}; url={address}")));
        answer.insert_header((header::RETRY_AFTER, seconds.to_string()));
    }
    respond(answer, page, language)
}

fn respond(mut answer: actix_web::HttpResponseBuilder, page: &impl Template, language: Language) -> Answer {
    let html = page.render().map_err(Problem::internal)?;
    Ok(answer
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_LANGUAGE, language.word()))
        .body(html))
}

/// A page that is the same for everybody who is not signed in; kept.
pub async fn show_public(request: &HttpRequest, shelf: &Shelf, page: &impl Template, language: Language) -> Answer {
    if !is_for_everybody(request) {
        return show(page, language);
    }
    let html = page.render().map_err(Problem::internal)?;
    shelf.keep(request, Kept::new(html, "text/html; charset=utf-8", language)).await
}

/// After a form was sent: on to a page (303, so that a reload sends nothing twice).
pub fn go_to(address: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, address))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}

/// A path of this service to go to after sign-in; anything else leads home, so that no link can send people elsewhere.
pub fn safe_path(path: &str) -> Option<&str> {
    // Browsers drop tabs and line ends, and take a backslash for a slash.
    let is_ours =
        path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') && !path.contains(char::is_control);
    is_ours.then_some(path)
}

/// The page for a problem, with a way back.
#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    page: Page,
    status: u16,
    detail: String,
    retry_after_s: Option<i64>,
    /// A mailed link that no longer works: the ways to a new one.
    dead_link: bool,
    /// What was sent, to be sent again.
    kept: Option<KeptForm>,
    /// The page whose form was refused.
    back: Option<String>,
}

pub fn problem(request: &HttpRequest, problem: &Problem) -> HttpResponse {
    let language = browser::language(request);
    let status = problem.response_builder().finish().status();
    let viewer = access::remembered(request);
    let mut page = Page::new(request, viewer.as_ref(), t!(language, "problem-title"));
    page.is_visitor = viewer.is_none() && browser::session_secret(request).is_none();
    let passes_soon = matches!(problem.kind, Kind::ServiceUnavailable | Kind::Busy | Kind::TooManyRequests);
    let kept = if passes_soon { KeptForm::of(request) } else { None };
    if kept.is_some() {
        page = page.keeping_form(request);
    }
    let page = ProblemPage {
        page,
        status: status.as_u16(),
        detail: problem.kind.detail(language),
        retry_after_s: problem.retry_after_s,
        dead_link: problem.kind == Kind::LinkExpired,
        kept,
        back: page_of_form(request),
    };
    let html = page.render().unwrap_or_else(|_| problem.kind.detail(language));
    problem
        .response_builder()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_LANGUAGE, language.word()))
        .body(html)
}

/// The page that has the form which was sent: mostly at the same address, else above it.
fn page_of_form(request: &HttpRequest) -> Option<String> {
    let pattern = request.match_pattern().filter(|_| request.method() == Method::POST)?;
    let path = request.path();
    match pattern.rsplit('/').next() {
        _ if pattern.starts_with("/notes/") => Some("/notes".to_owned()),
        _ if pattern == "/practice/{code}/{question}" => Some("/practice/round".to_owned()),
        Some("sign-out") => None,
        Some("submission" | "bookmark" | "registration" | "decline") => {
            path.rsplit_once('/').map(|(above, _)| above.to_owned())
        }
        _ => Some(path.to_owned()),
    }
}
