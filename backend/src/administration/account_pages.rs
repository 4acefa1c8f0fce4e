//! The administrator's pages of accounts: finding one, and what is granted to its holder for quizzes.

use super::account_api::{MOST_FOUND, account_of, find};
use crate::{
    app::App,
    attempts::{
        accommodation::{self, Accommodation, ExtraTime, extra_time_words},
        accommodation_store, granting,
    },
    db::Connection,
    identity::{
        Role, Viewer,
        access::{Administrator, Db},
        browser,
        store::Account,
    },
    input::{Fields, Form, Input, read_sought},
    locale::Language,
    page::{Page, go_to, show, show_again},
    problem::{Answer, Kind, Place, Problem},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;
use serde_json::{Map, Value};

struct AccountLine {
    link: String,
    name: String,
    email: String,
    role: String,
}

#[derive(Template)]
#[template(path = "administration/accounts.html")]
struct FindPage {
    page: Page,
    sought: String,
    /// None before anything was looked for.
    found: Option<Vec<AccountLine>>,
    is_cut: bool,
}

pub async fn get_find(request: HttpRequest, Administrator(viewer): Administrator) -> Answer {
    let language = browser::language(&request);
    let page = Page::new(&request, Some(&viewer), t!(language, "find-account-title"));
    show(&FindPage { page, sought: String::new(), found: None, is_cut: false }, language)
}

/// The form is sent, so that a name stands in no address. Sending it again changes nothing.
pub async fn post_find(
    request: HttpRequest,
    Administrator(viewer): Administrator,
    Form(fields): Form,
    db: Db,
) -> Answer {
    let language = browser::language(&request);
    let page = Page::new(&request, Some(&viewer), t!(language, "find-account-title"));
    let sought = fields.get("q").unwrap_or_default().to_owned();
    let mut input = fields.input();
    let read = input.take("q", read_sought);
    if let Err(problem) = input.finish() {
        let page = page.with_issues(&problem.issues);
        return show_again(&FindPage { page, sought, found: None, is_cut: false }, language);
    }
    let found = find(&mut *db.get().await?, &read.unwrap_or_default()).await?;
    let line = |account: &Account| AccountLine {
        link: format!("/administration/accounts/{}", account.id),
        name: account.name.clone(),
        email: account.email.clone(),
        role: role_word(account.role, language),
    };
    let is_cut = found.len() > MOST_FOUND;
    let found = Some(found.iter().take(MOST_FOUND).map(line).collect());
    show(&FindPage { page, sought, found, is_cut }, language)
}

fn role_word(role: Role, language: Language) -> String {
    match role {
        Role::Learner => t!(language, "role-learner"),
        Role::Trainer => t!(language, "role-trainer"),
        Role::Hr => t!(language, "role-hr"),
        Role::Administrator => t!(language, "role-administrator"),
    }
}

struct Decided {
    date: String,
    who: String,
    what: String,
}

#[derive(Template)]
#[template(path = "administration/account.html")]
struct AccountPage {
    page: Page,
    id: String,
    email: String,
    role: String,
    registered: String,
    /// What is granted now, a sentence each.
    granted: Vec<String>,
    /// What the form shows.
    given: Given,
    /// Every decision, the newest first.
    history: Vec<Decided>,
    done: bool,
}

/// The fields of the form: value, words and whether it is chosen.
struct Given {
    extra_time: Vec<(&'static str, String, bool)>,
    breaks: Vec<(String, String, bool)>,
    waits_waived: bool,
}

/// The breaks that the form offers, in minutes.
const BREAKS: [i32; 6] = [0, 5, 10, 20, 30, 60];

impl Given {
    fn new(chosen: Accommodation, language: Language) -> Self {
        let extra = |extra: &ExtraTime| (extra.word(), extra_time_words(*extra, language), *extra == chosen.extra_time);
        let mut minutes = BREAKS.to_vec();
        if !minutes.contains(&chosen.break_minutes) {
            minutes.push(chosen.break_minutes); // granted by REST
        }
        let breaks = minutes.into_iter().map(|minutes| {
            let words = match minutes {
                0 => t!(language, "grant-no-breaks"),
                minutes => t!(language, "duration-minutes", count = minutes),
            };
            (minutes.to_string(), words, minutes == chosen.break_minutes)
        });
        Self {
            extra_time: ExtraTime::ALL.iter().map(extra).collect(),
            breaks: breaks.collect(),
            waits_waived: chosen.waits_waived,
        }
    }
}

pub async fn get_account(
    request: HttpRequest,
    id: web::Path<String>,
    Administrator(viewer): Administrator,
    db: Db,
) -> Answer {
    let db = &mut *db.get().await?;
    let account = account_of(db, &id).await?;
    let mut page = page(&request, &viewer, db, &account).await?;
    page.done = request.query_string().contains("granted");
    show(&page, browser::language(&request))
}

pub async fn post_account(
    request: HttpRequest,
    id: web::Path<String>,
    Administrator(viewer): Administrator,
    Form(fields): Form,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let db = &mut *db.get().await?;
    let account = account_of(db, &id).await?;
    match accommodation::read(input(&fields)) {
        Ok(asked) => {
            granting::grant(&app, db, viewer.account, account.id, asked).await?;
            Ok(go_to(&format!("/administration/accounts/{}?granted", account.id)))
        }
        Err(problem) if problem.kind == Kind::BadRequest => {
            let mut page = page(&request, &viewer, db, &account).await?;
            page.page = page.page.with_issues(&problem.issues);
            show_again(&page, browser::language(&request))
        }
        Err(problem) => Err(problem),
    }
}

/// The form as a body says it: a number and a yes in place of texts.
fn input(fields: &Fields) -> Input {
    let value = |(name, text): &(String, String)| {
        let value = match (name.as_str(), text.parse::<i32>()) {
            ("breakMinutes", Ok(minutes)) => minutes.into(),
            ("waitsWaived", _) if text == "yes" => true.into(),
            _ => Value::from(text.as_str()),
        };
        (name.clone(), value)
    };
    Input::new(Place::Body, fields.0.iter().map(value).collect::<Map<_, _>>())
}

async fn page(
    request: &HttpRequest,
    viewer: &Viewer,
    db: &mut Connection,
    account: &Account,
) -> Result<AccountPage, Problem> {
    let language = browser::language(request);
    let page = Page::new(request, Some(viewer), account.name.clone());
    let history = accommodation_store::history(db, account.id).await?;
    let now = history.first().map_or(Accommodation::NONE, |(grant, _)| grant.accommodation());
    let decided = |(grant, who): &(accommodation_store::Grant, Option<String>)| {
        let words = grant.accommodation().words(language);
        Decided {
            date: format!("{} {}", page.date(&grant.granted_at), page.time(&grant.granted_at)),
            who: who.clone().unwrap_or_else(|| t!(language, "history-somebody")),
            what: if words.is_empty() { t!(language, "granted-nothing") } else { words.join(" ") },
        }
    };
    Ok(AccountPage {
        id: account.id.to_string(),
        email: account.email.clone(),
        role: role_word(account.role, language),
        registered: page.date(&account.registered_at),
        granted: now.words(language),
        given: Given::new(now, language),
        history: history.iter().map(decided).collect(),
        done: false,
        page,
    })
}
