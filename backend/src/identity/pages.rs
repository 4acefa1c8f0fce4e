//! The pages of accounts: register, confirm, sign in and out, forgotten password, one's own account.

use super::{
    Email, NewPassword, PersonName, Secret, SessionKind,
    access::{Anyone, Db, SignedIn},
    browser,
    registering::{self, Asked},
    signing_in, store,
};
use crate::{
    app::App,
    attempts::accommodation_store::{self, Grant},
    db::Connection,
    ids::AccountId,
    input::{Fields, Form},
    locale::Language,
    page::{self, Page, go_to, show, show_again, show_refused},
    problem::{Answer, Issue, Kind, Problem, Reason},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;
use diesel::QueryResult;

#[derive(Template)]
#[template(path = "identity/register.html")]
struct RegisterPage {
    page: Page,
    name: String,
    email: String,
}

fn register_page(request: &HttpRequest, fields: &Fields, issues: &[Issue]) -> RegisterPage {
    let language = browser::language(request);
    RegisterPage {
        page: Page::new(request, None, t!(language, "register-title")).with_form(request).with_issues(issues),
        name: fields.get("name").unwrap_or_default().to_owned(),
        email: fields.get("email").unwrap_or_default().to_owned(),
    }
}

pub async fn get_register(request: HttpRequest) -> Answer {
    show(&register_page(&request, &Fields::default(), &[]), browser::language(&request))
}

pub async fn post_register(request: HttpRequest, Form(fields): Form, app: web::Data<App>, db: Db) -> Answer {
    let (language, mut input) = (browser::language(&request), fields.input());
    let (name, email) = (input.take("name", PersonName::parse), input.take("email", Email::parse));
    let (own_name, own_email) =
        (name.as_ref().map_or("", PersonName::as_str), email.as_ref().map_or("", Email::as_str));
    let password = input.take("password", |text| NewPassword::parse(text, own_email, own_name));
    match (input.finish(), name, email, password) {
        (Ok(()), Some(name), Some(email), Some(password)) => {
            let asked = Asked { email, name, password, language };
            registering::register(&app, &db, &asked, &browser::remote_address(&request)).await?;
            Ok(go_to("/register/sent"))
        }
        (Err(problem), ..) => show_again(&register_page(&request, &fields, &problem.issues), language),
        (Ok(()), ..) => Err(Kind::BadRequest.into()),
    }
}

/// A page that says one thing and offers one link on.
#[derive(Template)]
#[template(path = "message.html")]
struct MessagePage {
    page: Page,
    paragraphs: Vec<String>,
    link: Option<(String, String)>,
}

pub async fn get_registration_sent(request: HttpRequest, app: web::Data<App>) -> Answer {
    let language = browser::language(&request);
    let mut paragraphs = vec![t!(language, "register-sent-text"), t!(language, "register-sent-spam")];
    if !app.mailer.sends() {
        paragraphs.push(t!(language, "mail-kept-hint"));
    }
    let page = Page::new(&request, None, t!(language, "register-sent-title"));
    show(&MessagePage { page, paragraphs, link: None }, language)
}

#[derive(Template)]
#[template(path = "identity/confirm.html")]
struct ConfirmPage {
    page: Page,
    secret: String,
}

/// The link of a mail only shows a button: mail scanners open links too.
pub async fn get_confirm(request: HttpRequest, secret: web::Path<String>) -> Answer {
    let language = browser::language(&request);
    Secret::parse(&secret).ok_or(Kind::LinkExpired)?; // nothing else may become the address of a form
    let page = Page::new(&request, None, t!(language, "confirm-title")).with_form(&request);
    show(&ConfirmPage { page, secret: secret.into_inner() }, language)
}

pub async fn post_confirm(secret: web::Path<String>, _: Form, app: web::Data<App>, db: Db) -> Answer {
    registering::confirm(&app, &mut *db.get().await?, &secret).await?;
    Ok(go_to("/confirmed"))
}

pub async fn get_confirmed(request: HttpRequest) -> Answer {
    let language = browser::language(&request);
    let page = Page::new(&request, None, t!(language, "confirmed-title"));
    let link = Some((t!(language, "sign-in"), "/sign-in".to_owned()));
    show(&MessagePage { page, paragraphs: vec![t!(language, "confirmed-text")], link }, language)
}

#[derive(Template)]
#[template(path = "identity/sign_in.html")]
struct SignInPage {
    page: Page,
    email: String,
    next: String,
    refused: Option<String>,
    /// A form that was sent after the session had ended, kept to be sent again.
    kept: Vec<(String, String)>,
}

/// Where a kept form goes, and its fields, as they travel through the sign-in.
const KEPT: &str = "kept_";

fn sign_in_page(request: &HttpRequest, fields: &Fields, next: &str, refused: Option<String>) -> SignInPage {
    let language = browser::language(request);
    SignInPage {
        page: Page::new(request, None, t!(language, "sign-in")).with_form(request),
        email: fields.get("email").unwrap_or_default().to_owned(),
        next: next.to_owned(),
        refused,
        kept: fields.0.iter().filter(|(name, _)| name.starts_with(KEPT)).cloned().collect(),
    }
}

/// The sign-in page in place of a form's answer when the session has ended meanwhile: what was sent is kept in it.
pub fn sign_in_and_go_on(request: &HttpRequest, fields: &Fields) -> Answer {
    let kept = fields.0.iter().map(|(name, value)| (format!("{KEPT}{name}"), value.clone())).collect();
    let refused = Some(t!(browser::language(request), "session-ended"));
    show(&sign_in_page(request, &Fields(kept), request.path(), refused), browser::language(request))
}

pub async fn get_sign_in(request: HttpRequest, Anyone(viewer): Anyone) -> Answer {
    let query = Fields(crate::input::pairs(request.query_string().as_bytes()));
    let next = query.get("next").and_then(page::safe_path).unwrap_or("/learning");
    if viewer.is_some() {
        return Ok(go_to(next));
    }
    show(&sign_in_page(&request, &Fields::default(), next, None), browser::language(&request))
}

#[derive(Template)]
#[template(path = "identity/go_on.html")]
struct GoOnPage {
    page: Page,
    action: String,
    kept: Vec<(String, String)>,
}

pub async fn post_sign_in(request: HttpRequest, Form(fields): Form, app: web::Data<App>, db: Db) -> Answer {
    let language = browser::language(&request);
    let next = fields.get("next").and_then(page::safe_path).unwrap_or("/learning");
    let (email, password) = (fields.get("email").unwrap_or_default(), fields.get("password").unwrap_or_default());
    let address = browser::remote_address(&request);
    let (viewer, secret) = match signing_in::sign_in(&app, &db, email, password, &address, SessionKind::Browser).await {
        Ok(signed_in) => signed_in,
        Err(problem) if matches!(problem.kind, Kind::WrongCredentials | Kind::TooManyFailedRequests) => {
            let mut refused = problem.kind.detail(language);
            if let Some(seconds) = problem.retry_after_s {
                refused = format!("{refused} {}", t!(language, "retry-after", seconds = seconds));
            }
            let page = sign_in_page(&request, &fields, next, Some(refused));
            return match problem.retry_after_s {
                Some(_) => show_refused(&page, language, &problem),
                None => show_again(&page, language),
            };
        }
        Err(problem) => return Err(problem),
    };
    let kept: Vec<(String, String)> = fields
        .0
        .iter()
        .filter_map(|(name, value)| Some((name.strip_prefix(KEPT)?.to_owned(), value.clone())))
        .collect();
    let mut answer = if kept.is_empty() {
        go_to(next)
    } else {
        let mut page = Page::new(&request, Some(&viewer), t!(language, "go-on-title"));
        page.form_mark = browser::mark_of(&secret);
        show(&GoOnPage { page, action: next.to_owned(), kept }, language)?
    };
    answer.add_cookie(&browser::session_cookie(&request, &secret)).map_err(Problem::internal)?;
    if request.cookie(browser::LANGUAGE).is_none() {
        answer.add_cookie(&browser::language_cookie(&request, viewer.language)).map_err(Problem::internal)?;
    }
    Ok(answer)
}

pub async fn post_sign_out(request: HttpRequest, _: Form, Anyone(viewer): Anyone, db: Db) -> Answer {
    if let Some(viewer) = viewer {
        store::end_session(&mut *db.get().await?, viewer.session).await?;
    }
    let mut answer = go_to("/");
    answer.add_cookie(&browser::no_session_cookie(&request)).map_err(Problem::internal)?;
    answer.headers_mut().insert(
        actix_web::http::header::HeaderName::from_static("clear-site-data"),
        actix_web::http::header::HeaderValue::from_static("\"cache\""),
    );
    Ok(answer)
}

#[derive(Template)]
#[template(path = "identity/forgotten_password.html")]
struct ForgottenPasswordPage {
    page: Page,
    email: String,
}

pub async fn get_forgotten_password(request: HttpRequest) -> Answer {
    forgotten_password(&request, &Fields::default(), &[])
}

fn forgotten_password(request: &HttpRequest, fields: &Fields, issues: &[Issue]) -> Answer {
    let language = browser::language(request);
    let page = Page::new(request, None, t!(language, "forgotten-title")).with_form(request).with_issues(issues);
    let page = ForgottenPasswordPage { page, email: fields.get("email").unwrap_or_default().to_owned() };
    if issues.is_empty() { show(&page, language) } else { show_again(&page, language) }
}

pub async fn post_forgotten_password(request: HttpRequest, Form(fields): Form, app: web::Data<App>, db: Db) -> Answer {
    let mut input = fields.input();
    let email = input.take("email", Email::parse);
    match (input.finish(), email) {
        (Ok(()), Some(email)) => {
            registering::ask_password_reset(&app, &db, &email, &browser::remote_address(&request)).await?;
            Ok(go_to("/forgotten-password/sent"))
        }
        (Err(problem), _) => forgotten_password(&request, &fields, &problem.issues),
        (Ok(()), None) => Err(Kind::BadRequest.into()),
    }
}

pub async fn get_reset_sent(request: HttpRequest, app: web::Data<App>) -> Answer {
    let language = browser::language(&request);
    let mut paragraphs = vec![t!(language, "forgotten-sent-text"), t!(language, "register-sent-spam")];
    if !app.mailer.sends() {
        paragraphs.push(t!(language, "mail-kept-hint"));
    }
    let page = Page::new(&request, None, t!(language, "register-sent-title"));
    show(&MessagePage { page, paragraphs, link: None }, language)
}

#[derive(Template)]
#[template(path = "identity/new_password.html")]
struct NewPasswordPage {
    page: Page,
    secret: String,
}

fn new_password(request: &HttpRequest, secret: &str, issues: &[Issue]) -> Answer {
    let language = browser::language(request);
    let page = Page::new(request, None, t!(language, "new-password-title")).with_form(request).with_issues(issues);
    let page = NewPasswordPage { page, secret: secret.to_owned() };
    if issues.is_empty() { show(&page, language) } else { show_again(&page, language) }
}

pub async fn get_new_password(request: HttpRequest, secret: web::Path<String>, app: web::Data<App>, db: Db) -> Answer {
    registering::reset_link(&app, &mut *db.get().await?, &secret).await?;
    new_password(&request, &secret, &[])
}

pub async fn post_new_password(
    request: HttpRequest,
    secret: web::Path<String>,
    Form(fields): Form,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (link, account) = registering::reset_link(&app, &mut *db.get().await?, &secret).await?;
    let mut input = fields.input();
    let password = input.take("password", |text| NewPassword::parse(text, &account.email, &account.name));
    match (input.finish(), password) {
        (Ok(()), Some(password)) => {
            registering::reset_password(&app, &db, &link, &password).await?;
            Ok(go_to("/new-password-set"))
        }
        (Err(problem), _) => new_password(&request, &secret, &problem.issues),
        (Ok(()), None) => Err(Kind::BadRequest.into()),
    }
}

pub async fn get_new_password_set(request: HttpRequest) -> Answer {
    let language = browser::language(&request);
    let page = Page::new(&request, None, t!(language, "new-password-set-title"));
    let link = Some((t!(language, "sign-in"), "/sign-in".to_owned()));
    show(&MessagePage { page, paragraphs: vec![t!(language, "new-password-set-text")], link }, language)
}

#[derive(Template)]
#[template(path = "identity/account.html")]
struct AccountPage {
    page: Page,
    email: String,
    name: String,
    chosen: Language,
    reminders: bool,
    digests: bool,
    saved: bool,
    granted: Option<Granted>,
}

/// What is granted to this person for quizzes: a sentence each, and since when.
struct Granted {
    what: Vec<String>,
    since: String,
}

async fn granted(db: &mut Connection, account: AccountId, page: &Page) -> QueryResult<Option<Granted>> {
    let newest = accommodation_store::newest(db, account).await?;
    let granted = |grant: Grant| Granted {
        what: grant.accommodation().words(page.language),
        since: page.date(&grant.granted_at),
    };
    Ok(newest.map(granted).filter(|granted| !granted.what.is_empty()))
}

pub async fn get_account(request: HttpRequest, SignedIn(viewer): SignedIn, db: Db) -> Answer {
    let (language, db) = (browser::language(&request), &mut *db.get().await?);
    let account = store::account(db, viewer.account).await?;
    let page = Page::new(&request, Some(&viewer), t!(language, "account-title"));
    let saved = request.query_string().contains("saved");
    let granted = granted(db, viewer.account, &page).await?;
    let store::Account { email, name, language: chosen, reminders, digests, .. } = account;
    show(&AccountPage { page, email, name, chosen, reminders, digests, saved, granted }, language)
}

pub async fn post_account(request: HttpRequest, Form(fields): Form, SignedIn(viewer): SignedIn, db: Db) -> Answer {
    let mut input = fields.input();
    let name = input.take("name", PersonName::parse);
    let chosen = input.take("language", |text| text.parse::<Language>().map_err(|()| Reason::NotOffered));
    let (reminders, digests) = (input.take_optional("reminders", yes_or_no), input.take_optional("digests", yes_or_no));
    let db = &mut *db.get().await?;
    match (input.finish(), chosen) {
        (Ok(()), chosen) => {
            let name = name.as_ref().map(PersonName::as_str);
            let change = store::AccountChange { name, language: chosen, reminders, digests };
            store::change_account(db, viewer.account, &change).await?;
            let mut answer = go_to("/account?saved");
            if let Some(chosen) = chosen {
                answer.add_cookie(&browser::language_cookie(&request, chosen)).map_err(Problem::internal)?;
            }
            Ok(answer)
        }
        (Err(problem), chosen) => {
            let language = browser::language(&request);
            let account = store::account(db, viewer.account).await?;
            let page = Page::new(&request, Some(&viewer), t!(language, "account-title")).with_issues(&problem.issues);
            let name = fields.get("name").unwrap_or_default().to_owned();
            let chosen = chosen.unwrap_or(account.language);
            let (email, saved) = (account.email, false);
            let reminders = reminders.unwrap_or(account.reminders);
            let digests = digests.unwrap_or(account.digests);
            let granted = granted(db, viewer.account, &page).await?;
            show_again(&AccountPage { page, email, name, chosen, reminders, digests, saved, granted }, language)
        }
    }
}

fn yes_or_no(text: &str) -> Result<bool, Reason> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Reason::NotOffered),
    }
}
