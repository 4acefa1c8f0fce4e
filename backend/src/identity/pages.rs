//! The pages of accounts: register, confirm, forgotten password, one's own account.

use super::{
    Email, NewPassword, PersonName, Viewer,
    access::{Anyone, Db, SignedIn},
    browser,
    registering::{self, Asked},
    store,
};
use crate::{
    app::App,
    attempts::accommodation_store::{self, Grant},
    db::Connection,
    ids::AccountId,
    input::{Fields, Form},
    locale::Language,
    page::{Page, go_to, show, show_again},
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

fn register_page(
    request: &HttpRequest,
    viewer: Option<&Viewer>,
    fields: &Fields,
    issues: &[Issue],
    language: Language,
) -> RegisterPage {
    let page = Page::new(request, viewer, t!(language, "register-title")).with_form(request).speaking(language);
    let mut page = page.with_issues(issues);
    page.language_form = Some("register");
    RegisterPage {
        page,
        name: fields.get("name").unwrap_or_default().to_owned(),
        email: fields.get("email").unwrap_or_default().to_owned(),
    }
}

pub async fn get_register(request: HttpRequest, Anyone(viewer): Anyone) -> Answer {
    let language = browser::language(&request);
    show(&register_page(&request, viewer.as_ref(), &Fields::default(), &[], language), language)
}

pub async fn post_register(
    request: HttpRequest,
    Form(fields): Form,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    if let Some(other) = browser::switch(&fields) {
        let page = register_page(&request, viewer.as_ref(), &fields, &[], other);
        return browser::speaking(&request, show(&page, other)?, other);
    }
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
        (Err(problem), ..) => {
            let page = register_page(&request, viewer.as_ref(), &fields, &problem.issues, language);
            show_again(&page, language)
        }
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

pub async fn get_registration_sent(request: HttpRequest, Anyone(viewer): Anyone, app: web::Data<App>) -> Answer {
    let language = browser::language(&request);
    sent(&request, viewer.as_ref(), &app, t!(language, "register-sent-text"), t!(language, "register-kept-text"))
}

/// Where to find the mail that was written: in one's mailbox, or with an administrator where no mail leaves.
fn sent(request: &HttpRequest, viewer: Option<&Viewer>, app: &App, sent: String, kept: String) -> Answer {
    let language = browser::language(request);
    let (title, paragraphs) = match app.mailer.sends() {
        true => (t!(language, "register-sent-title"), vec![sent, t!(language, "register-sent-spam")]),
        false => (t!(language, "mail-kept-title"), vec![kept, t!(language, "mail-kept-hint")]),
    };
    show(&MessagePage { page: Page::new(request, viewer, title), paragraphs, link: None }, language)
}

#[derive(Template)]
#[template(path = "identity/confirm.html")]
struct ConfirmPage {
    page: Page,
    secret: String,
}

/// The link of a mail only shows a button: mail scanners open links too. Once it was used it says that the account is there.
pub async fn get_confirm(
    request: HttpRequest,
    secret: web::Path<String>,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let language = browser::language(&request);
    if registering::is_used(&app, &mut *db.get().await?, &secret).await? {
        return Ok(go_to("/confirmed"));
    }
    let page = Page::new(&request, viewer.as_ref(), t!(language, "confirm-title")).with_form(&request);
    show(&ConfirmPage { page, secret: secret.into_inner() }, language)
}

pub async fn post_confirm(secret: web::Path<String>, _: Form, app: web::Data<App>, db: Db) -> Answer {
    registering::confirm(&app, &mut *db.get().await?, &secret).await?;
    Ok(go_to("/confirmed"))
}

pub async fn get_confirmed(request: HttpRequest, Anyone(viewer): Anyone) -> Answer {
    let language = browser::language(&request);
    let page = Page::new(&request, viewer.as_ref(), t!(language, "confirmed-title"));
    let link = Some((t!(language, "sign-in"), "/sign-in".to_owned()));
    show(&MessagePage { page, paragraphs: vec![t!(language, "confirmed-text")], link }, language)
}

#[derive(Template)]
#[template(path = "identity/forgotten_password.html")]
struct ForgottenPasswordPage {
    page: Page,
    email: String,
}

pub async fn get_forgotten_password(request: HttpRequest, Anyone(viewer): Anyone) -> Answer {
    forgotten_password(&request, viewer.as_ref(), &Fields::default(), &[])
}

fn forgotten_password(request: &HttpRequest, viewer: Option<&Viewer>, fields: &Fields, issues: &[Issue]) -> Answer {
    let language = browser::language(request);
    let page = Page::new(request, viewer, t!(language, "forgotten-title")).with_form(request).with_issues(issues);
    let page = ForgottenPasswordPage { page, email: fields.get("email").unwrap_or_default().to_owned() };
    if issues.is_empty() { show(&page, language) } else { show_again(&page, language) }
}

pub async fn post_forgotten_password(
    request: HttpRequest,
    Form(fields): Form,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let mut input = fields.input();
    let email = input.take("email", Email::parse);
    match (input.finish(), email) {
        (Ok(()), Some(email)) => {
            registering::ask_password_reset(&app, &db, &email, &browser::remote_address(&request)).await?;
            Ok(go_to("/forgotten-password/sent"))
        }
        (Err(problem), _) => forgotten_password(&request, viewer.as_ref(), &fields, &problem.issues),
        (Ok(()), None) => Err(Kind::BadRequest.into()),
    }
}

pub async fn get_reset_sent(request: HttpRequest, Anyone(viewer): Anyone, app: web::Data<App>) -> Answer {
    let language = browser::language(&request);
    sent(&request, viewer.as_ref(), &app, t!(language, "forgotten-sent-text"), t!(language, "forgotten-kept-text"))
}

#[derive(Template)]
#[template(path = "identity/new_password.html")]
struct NewPasswordPage {
    page: Page,
    secret: String,
}

fn new_password(request: &HttpRequest, viewer: Option<&Viewer>, secret: &str, issues: &[Issue]) -> Answer {
    let language = browser::language(request);
    let page = Page::new(request, viewer, t!(language, "new-password-title")).with_form(request).with_issues(issues);
    let page = NewPasswordPage { page, secret: secret.to_owned() };
    if issues.is_empty() { show(&page, language) } else { show_again(&page, language) }
}

pub async fn get_new_password(
    request: HttpRequest,
    secret: web::Path<String>,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    registering::reset_link(&app, &mut *db.get().await?, &secret).await?;
    new_password(&request, viewer.as_ref(), &secret, &[])
}

pub async fn post_new_password(
    request: HttpRequest,
    secret: web::Path<String>,
    Form(fields): Form,
    Anyone(viewer): Anyone,
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
        (Err(problem), _) => new_password(&request, viewer.as_ref(), &secret, &problem.issues),
        (Ok(()), None) => Err(Kind::BadRequest.into()),
    }
}

pub async fn get_new_password_set(request: HttpRequest, Anyone(viewer): Anyone) -> Answer {
    let language = browser::language(&request);
    let page = Page::new(&request, viewer.as_ref(), t!(language, "new-password-set-title"));
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
