//! The pages of signing in and out, and of a form that was sent in another session than it was made for.

use super::{
    SessionKind, Viewer,
    access::{Anyone, Db},
    browser,
    kept_form::KeptForm,
    signing_in, store,
};
use crate::{
    app::App,
    input::{Fields, Form},
    locale::Language,
    page::{self, Page, go_to, show, show_again, show_refused},
    problem::{Answer, Kind, Problem},
    t,
};
use actix_web::{
    HttpRequest,
    http::{
        Method,
        header::{HeaderName, HeaderValue},
    },
    web,
};
use askama::Template;

#[derive(Template)]
#[template(path = "identity/sign_in.html")]
struct SignInPage {
    page: Page,
    email: String,
    next: String,
    refused: Option<String>,
    /// The fields of a form that was sent after the session had ended, to be sent again to `next`; it may have none.
    kept: Option<Vec<(String, String)>>,
    /// Whether the script of a question keeps an answer in the browser until somebody has signed in.
    waits: bool,
}

/// What the names of a kept form's fields begin with as they travel through the sign-in.
const KEPT: &str = "kept_";
/// Says that a form is kept.
const KEEPS: &str = "keeps";

fn sign_in_page(request: &HttpRequest, fields: &Fields, refused: Option<String>, language: Language) -> SignInPage {
    let mut page = Page::new(request, None, t!(language, "sign-in")).with_form(request).speaking(language);
    if request.method() == Method::POST {
        page.language_form = Some("sign-in"); // the address alone does not tell what the page holds
    }
    SignInPage {
        page,
        email: fields.get("email").unwrap_or_default().to_owned(),
        next: next(fields).to_owned(),
        refused,
        kept: kept(fields),
        waits: fields.get("waits").is_some(),
    }
}

fn next(fields: &Fields) -> &str {
    fields.get("next").and_then(page::safe_path).unwrap_or("/learning")
}

fn kept(fields: &Fields) -> Option<Vec<(String, String)>> {
    let strip = |(name, value): &(String, String)| Some((name.strip_prefix(KEPT)?.to_owned(), value.clone()));
    let kept: Vec<_> = fields.0.iter().filter_map(strip).collect();
    (fields.get(KEEPS).is_some() || !kept.is_empty()).then_some(kept)
}

/// The sign-in page in place of a form's answer when the session has ended meanwhile: what was sent is kept in it.
pub fn session_ended(request: &HttpRequest, form: &KeptForm) -> Answer {
    let language = browser::language(request);
    let mut shown = sign_in_page(request, &Fields::default(), None, language);
    shown.next = form.action.clone();
    shown.kept = Some(form.fields.clone());
    show(&shown, language)
}

pub async fn get_sign_in(request: HttpRequest, Anyone(viewer): Anyone) -> Answer {
    let mut query = Fields(crate::input::pairs(request.query_string().as_bytes()));
    query.0.retain(|(name, _)| name == "next" || name == "waits");
    if viewer.is_some() {
        return Ok(go_to(next(&query)));
    }
    let language = browser::language(&request);
    show(&sign_in_page(&request, &query, None, language), language)
}

#[derive(Template)]
#[template(path = "identity/go_on.html")]
struct GoOnPage {
    page: Page,
    lead: String,
    /// Who is signed in now.
    who: String,
    kept: KeptForm,
}

impl GoOnPage {
    fn new(request: &HttpRequest, viewer: Option<&Viewer>, lead: String, kept: KeptForm) -> Self {
        let language = browser::language(request);
        let who = match viewer {
            Some(viewer) => t!(language, "go-on-signed-in", name = viewer.name.as_str()),
            None => t!(language, "go-on-visitor"),
        };
        Self { page: Page::new(request, viewer, t!(language, "go-on-title")).keeping_form(request), lead, who, kept }
    }
}

pub async fn post_sign_in(request: HttpRequest, Form(fields): Form, app: web::Data<App>, db: Db) -> Answer {
    let language = browser::language(&request);
    if let Some(other) = browser::switch(&fields) {
        return browser::speaking(&request, show(&sign_in_page(&request, &fields, None, other), other)?, other);
    }
    let (email, password) = (fields.get("email").unwrap_or_default(), fields.get("password").unwrap_or_default());
    let address = browser::remote_address(&request);
    let (viewer, secret) = match signing_in::sign_in(&app, &db, email, password, &address, SessionKind::Browser).await {
        Ok(signed_in) => signed_in,
        Err(problem) if matches!(problem.kind, Kind::WrongCredentials | Kind::TooManyFailedRequests) => {
            return refused(&request, &fields, &problem, language);
        }
        Err(problem) => return Err(problem),
    };
    let mut answer = match kept(&fields) {
        None => go_to(next(&fields)),
        Some(kept) => {
            let form = KeptForm::again(next(&fields), kept);
            let mut page = GoOnPage::new(&request, Some(&viewer), t!(language, "go-on-text"), form);
            page.page.form_mark = browser::mark_of(&secret);
            show(&page, language)?
        }
    };
    answer.add_cookie(&browser::session_cookie(&request, &secret)).map_err(Problem::internal)?;
    if request.cookie(browser::LANGUAGE).is_none() {
        answer.add_cookie(&browser::language_cookie(&request, viewer.language)).map_err(Problem::internal)?;
    }
    Ok(answer)
}

fn refused(request: &HttpRequest, fields: &Fields, problem: &Problem, language: Language) -> Answer {
    let mut refused = problem.kind.detail(language);
    if let Some(seconds) = problem.retry_after_s {
        refused = format!("{refused} {}", t!(language, "retry-after", seconds = seconds));
    }
    let page = sign_in_page(request, fields, Some(refused), language);
    match problem.retry_after_s {
        Some(_) => show_refused(&page, language, problem),
        None => show_again(&page, language),
    }
}

pub async fn post_sign_out(request: HttpRequest, _: Form, Anyone(viewer): Anyone, db: Db) -> Answer {
    if let Some(viewer) = viewer {
        store::end_session(&mut *db.get().await?, viewer.session).await?;
    }
    let mut answer = go_to("/");
    answer.add_cookie(&browser::no_session_cookie(&request)).map_err(Problem::internal)?;
    answer.headers_mut().insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\""));
    Ok(answer)
}

/// The answer to a form of ours whose mark is of another session, or of none: somebody signed in or out in another tab.
pub fn with_fresh_mark(request: &HttpRequest, viewer: Option<Viewer>, form: KeptForm) -> Answer {
    let form = match (form.action.as_str(), &viewer) {
        ("/sign-out", None) => return Ok(go_to("/")),
        ("/sign-in", Some(_)) => {
            let fields = Fields(form.fields);
            match kept(&fields) {
                None => return Ok(go_to(next(&fields))),
                Some(kept) => KeptForm::again(next(&fields), kept),
            }
        }
        _ => form,
    };
    let language = browser::language(request);
    show(&GoOnPage::new(request, viewer.as_ref(), t!(language, "go-on-stale-text"), form), language)
}
