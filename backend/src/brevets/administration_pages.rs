//! The administrator's pages: finding a brevet and seeing what became of it.

use super::{Brevet, BrevetState, mails, number::BrevetNumber, store};
use crate::{
    app::App,
    db::Connection,
    identity::{
        self,
        access::{Administrator, Db},
        browser,
    },
    input::{Fields, Form, pairs, read_sought},
    locale::Language,
    page::{Page, show, show_again},
    problem::{Answer, Kind, Problem},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;

/// The word for a state on a page.
pub(super) fn state_word(state: &BrevetState, language: Language) -> String {
    match state {
        BrevetState::Valid => t!(language, "brevet-valid"),
        BrevetState::Expired { .. } => t!(language, "brevet-expired"),
        BrevetState::Revoked(_) => t!(language, "brevet-revoked"),
        BrevetState::Replaced(_) => t!(language, "brevet-replaced"),
    }
}

struct FoundLine {
    link: String,
    number: String,
    holder: String,
    level: String,
    issued_on: String,
    state: String,
}

#[derive(Template)]
#[template(path = "brevets/find.html")]
struct FindPage {
    page: Page,
    sought: String,
    /// None before anything was looked for.
    found: Option<Vec<FoundLine>>,
    is_cut: bool,
}

pub async fn get_find(request: HttpRequest, Administrator(viewer): Administrator) -> Answer {
    let language = browser::language(&request);
    let page = Page::new(&request, Some(&viewer), t!(language, "find-brevet-title"));
    show(&FindPage { page, sought: String::new(), found: None, is_cut: false }, language)
}

/// The form is sent, so that a name stands in no address. Sending it again changes nothing.
pub async fn post_find(
    request: HttpRequest,
    Administrator(viewer): Administrator,
    Form(fields): Form,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let language = browser::language(&request);
    let page = Page::new(&request, Some(&viewer), t!(language, "find-brevet-title"));
    let sought = fields.get("q").unwrap_or_default().to_owned();
    let mut input = fields.input();
    let read = input.take("q", read_sought);
    if let Err(problem) = input.finish() {
        let page = page.with_issues(&problem.issues);
        return show_again(&FindPage { page, sought, found: None, is_cut: false }, language);
    }
    let found = store::find(&mut *db.get().await?, &read.unwrap_or_default()).await?;
    let line = |brevet: &Brevet| FoundLine {
        link: link(&brevet.number),
        number: brevet.number.to_string(),
        holder: brevet.holder.clone(),
        level: level_name(&app, brevet, language),
        issued_on: page.day(&brevet.issued_on()),
        state: state_word(&brevet.state(app.clock.now()), language),
    };
    let is_cut = found.len() > store::MOST_FOUND;
    let found = Some(found.iter().take(store::MOST_FOUND).map(line).collect());
    show(&FindPage { page, sought, found, is_cut }, language)
}

pub(super) fn link(number: &BrevetNumber) -> String {
    format!("/administration/brevets/{}", number.as_str())
}

fn level_name(app: &App, brevet: &Brevet, language: Language) -> String {
    let taught = app.course.taught();
    taught.curriculum.level(brevet.level).map(|rules| rules.names.get(language).to_owned()).unwrap_or_default()
}

/// What the pages of one brevet show of it.
pub(super) struct Shown {
    pub plain_number: String,
    pub number: String,
    pub holder: String,
    pub level: String,
    pub issued_on: String,
    pub valid_until: Option<String>,
    pub state: String,
}

impl Shown {
    pub fn new(app: &App, page: &Page, brevet: &Brevet) -> Self {
        Self {
            plain_number: brevet.number.as_str().to_owned(),
            number: brevet.number.to_string(),
            holder: brevet.holder.clone(),
            level: level_name(app, brevet, page.language),
            issued_on: page.day(&brevet.issued_on()),
            valid_until: brevet.valid_until.map(|day| page.day(&day)),
            state: state_word(&brevet.state(app.clock.now()), page.language),
        }
    }
}

#[derive(Template)]
#[template(path = "brevets/administered.html")]
struct BrevetPage {
    page: Page,
    shown: Shown,
    /// What happened to it, the oldest first.
    history: Vec<String>,
    /// The brevets before and after it.
    kin: Vec<(String, String, String)>,
    may_change: bool,
    done: Option<String>,
}

pub(super) async fn named(db: &mut Connection, number: &str) -> Result<Brevet, Problem> {
    let number = BrevetNumber::parse(number).map_err(|_| Kind::ResourceNotFound)?;
    store::brevet_by_number(db, &number).await?.ok_or(Kind::ResourceNotFound.into())
}

pub async fn get_brevet(
    request: HttpRequest,
    number: web::Path<String>,
    Administrator(viewer): Administrator,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let language = browser::language(&request);
    let db = &mut *db.get().await?;
    let brevet = named(db, &number).await?;
    let page =
        Page::new(&request, Some(&viewer), t!(language, "administered-title", number = brevet.number.to_string()));
    let done = match Fields(pairs(request.query_string().as_bytes())).get("done") {
        Some("revoked") => Some(t!(language, "administered-revoked")),
        Some("replaced") => Some(t!(language, "administered-replaced")),
        _ => None,
    };
    let kin = [
        (t!(language, "kin-replaced-by"), successor(&brevet)),
        (t!(language, "kin-replaces"), brevet.kin.replaces.as_ref()),
        (t!(language, "kin-renews"), brevet.kin.renews.as_ref()),
        (t!(language, "kin-renewed-by"), brevet.kin.renewed_by.as_ref()),
    ];
    let kin = kin.into_iter().filter_map(|(word, number)| Some((word, number?.to_string(), link(number?)))).collect();
    let shown = BrevetPage {
        history: history(&app, db, &page, &brevet).await?,
        shown: Shown::new(&app, &page, &brevet),
        may_change: may_change(&brevet, &app),
        kin,
        done,
        page,
    };
    show(&shown, language)
}

fn successor(brevet: &Brevet) -> Option<&BrevetNumber> {
    match &brevet.fate {
        super::Fate::Replaced(replacement) => Some(&replacement.by),
        _ => None,
    }
}

pub(super) fn may_change(brevet: &Brevet, app: &App) -> bool {
    matches!(brevet.state(app.clock.now()), BrevetState::Valid | BrevetState::Expired { .. })
}

/// A sentence for each thing that happened, with who did it and why.
async fn history(app: &App, db: &mut Connection, page: &Page, brevet: &Brevet) -> Result<Vec<String>, Problem> {
    let language = page.language;
    let mut history = vec![t!(language, "history-awarded", date = page.date(&brevet.awarded_at))];
    if let Some(at) = &brevet.sealed_at {
        history.push(t!(language, "history-sealed", date = page.date(at), time = page.time(at)));
    }
    let Some(decision) = store::decision(db, brevet).await? else { return Ok(history) };
    let who = identity::store::account_if_any(db, decision.by).await?.map(|account| account.name);
    let who = who.unwrap_or_else(|| t!(language, "history-somebody"));
    let (at, told) = match brevet.state(app.clock.now()) {
        BrevetState::Revoked(revocation) => {
            (revocation.at, Some(t!(language, "verify-reason", reason = mails::reason(revocation.reason, language))))
        }
        BrevetState::Replaced(replacement) => (replacement.at, None),
        BrevetState::Valid | BrevetState::Expired { .. } => return Ok(history),
    };
    let (date, time) = (page.date(&at), page.time(&at));
    history.push(match brevet.fate {
        super::Fate::Revoked(_) => t!(language, "history-revoked", date = date, time = time, who = who),
        _ => t!(language, "history-replaced", date = date, time = time, who = who),
    });
    history.extend(told);
    history.extend(decision.note.map(|note| t!(language, "history-note", note = note)));
    Ok(history)
}
