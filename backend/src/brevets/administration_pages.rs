//! The administrator's pages: finding a brevet, seeing what became of it, revoking and replacing it.

use super::{
    Brevet, BrevetState, changes,
    changes_api::{read_replacing, read_revoking, read_sought},
    mails,
    number::BrevetNumber,
    state::RevocationReason,
    store,
};
use crate::{
    app::App,
    db::Connection,
    identity::{
        self, Viewer,
        access::{Administrator, Db},
        browser,
    },
    input::{Fields, Form, pairs},
    locale::Language,
    page::{Page, go_to, show, show_again},
    problem::{Answer, Issue, Kind, Problem},
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
    let is_cut = found.len() == store::MOST_FOUND;
    let found = Some(found.iter().map(line).collect());
    show(&FindPage { page, sought, found, is_cut }, language)
}

fn link(number: &BrevetNumber) -> String {
    format!("/administration/brevets/{}", number.as_str())
}

fn level_name(app: &App, brevet: &Brevet, language: Language) -> String {
    let taught = app.course.taught();
    taught.curriculum.level(brevet.level).map(|rules| rules.names.get(language).to_owned()).unwrap_or_default()
}

/// What the pages of one brevet show of it.
struct Shown {
    plain_number: String,
    number: String,
    holder: String,
    level: String,
    issued_on: String,
    valid_until: Option<String>,
    state: String,
}

impl Shown {
    fn new(app: &App, page: &Page, brevet: &Brevet) -> Self {
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

async fn named(db: &mut Connection, number: &str) -> Result<Brevet, Problem> {
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

fn may_change(brevet: &Brevet, app: &App) -> bool {
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

#[derive(Template)]
#[template(path = "brevets/revoke.html")]
struct RevokePage {
    page: Page,
    shown: Shown,
    /// Value and words.
    reasons: Vec<(&'static str, String)>,
    reason: String,
    note: String,
    /// The reason in words, when all is said and only the confirmation is wanting.
    confirm: Option<String>,
}

impl RevokePage {
    fn new(request: &HttpRequest, viewer: &Viewer, app: &App, brevet: &Brevet, fields: &Fields) -> Self {
        let language = browser::language(request);
        let page = Page::new(request, Some(viewer), t!(language, "revoke-title"));
        let reasons = RevocationReason::ALL.iter().map(|reason| (reason.word(), mails::reason(*reason, language)));
        Self {
            shown: Shown::new(app, &page, brevet),
            reasons: reasons.collect(),
            reason: fields.get("reason").unwrap_or_default().to_owned(),
            note: fields.get("note").unwrap_or_default().to_owned(),
            confirm: None,
            page,
        }
    }
}

pub async fn get_revocation(
    request: HttpRequest,
    number: web::Path<String>,
    Administrator(viewer): Administrator,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let brevet = named(&mut *db.get().await?, &number).await?;
    if !may_change(&brevet, &app) {
        return Ok(go_to(&link(&brevet.number)));
    }
    show(&RevokePage::new(&request, &viewer, &app, &brevet, &Fields::default()), browser::language(&request))
}

/// First shows what will happen; does it when that page is sent.
pub async fn post_revocation(
    request: HttpRequest,
    number: web::Path<String>,
    Administrator(viewer): Administrator,
    Form(mut fields): Form,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (language, db) = (browser::language(&request), &mut *db.get().await?);
    let brevet = named(db, &number).await?;
    let step = take_step(&mut fields);
    let mut page = RevokePage::new(&request, &viewer, &app, &brevet, &fields);
    let asked = match read_revoking(fields.input()) {
        Ok(asked) => asked,
        Err(problem) if problem.kind == Kind::BadRequest => {
            page.page = page.page.with_issues(&problem.issues);
            return show_again(&page, language);
        }
        Err(problem) => return Err(problem),
    };
    if step != Step::Confirmed {
        if step == Step::Asked {
            page.confirm = Some(mails::reason(asked.reason, language));
            page.page.title = t!(language, "revoke-confirm-title");
        }
        return show(&page, language);
    }
    changes::revoke(&app, db, viewer.account, &brevet.number, &asked).await?;
    Ok(go_to(&format!("{}?done=revoked", link(&brevet.number))))
}

/// Where the form of a decision comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Step {
    /// From its first page.
    Asked,
    /// Back from the confirmation, to change something.
    Back,
    Confirmed,
}

fn take_step(fields: &mut Fields) -> Step {
    let step = match fields.get("step") {
        Some("confirmed") => Step::Confirmed,
        Some("back") => Step::Back,
        _ => Step::Asked,
    };
    fields.0.retain(|(name, _)| name != "step");
    step
}

#[derive(Template)]
#[template(path = "brevets/replace.html")]
struct ReplacePage {
    page: Page,
    shown: Shown,
    holder: String,
    note: String,
    confirm: bool,
}

impl ReplacePage {
    fn new(request: &HttpRequest, viewer: &Viewer, app: &App, brevet: &Brevet, fields: &Fields) -> Self {
        let page = Page::new(request, Some(viewer), t!(browser::language(request), "replace-title"));
        Self {
            shown: Shown::new(app, &page, brevet),
            holder: fields.get("holder").unwrap_or(&brevet.holder).to_owned(),
            note: fields.get("note").unwrap_or_default().to_owned(),
            confirm: false,
            page,
        }
    }
}

pub async fn get_replacement(
    request: HttpRequest,
    number: web::Path<String>,
    Administrator(viewer): Administrator,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let brevet = named(&mut *db.get().await?, &number).await?;
    if !may_change(&brevet, &app) {
        return Ok(go_to(&link(&brevet.number)));
    }
    show(&ReplacePage::new(&request, &viewer, &app, &brevet, &Fields::default()), browser::language(&request))
}

pub async fn post_replacement(
    request: HttpRequest,
    number: web::Path<String>,
    Administrator(viewer): Administrator,
    Form(mut fields): Form,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (language, db) = (browser::language(&request), &mut *db.get().await?);
    let brevet = named(db, &number).await?;
    let step = take_step(&mut fields);
    let mut page = ReplacePage::new(&request, &viewer, &app, &brevet, &fields);
    let read = read_replacing(fields.input()).and_then(|asked| match step {
        Step::Confirmed => Ok(asked), // the transaction looks again
        _ => changes::may_replace(&brevet, &asked, app.clock.now()).map(|()| asked),
    });
    let asked = match read {
        Ok(asked) => asked,
        Err(Problem { kind: Kind::BadRequest, issues, .. }) => {
            let issues: Vec<Issue> = issues;
            page.page = page.page.with_issues(&issues);
            return show_again(&page, language);
        }
        Err(problem) => return Err(problem),
    };
    if step != Step::Confirmed {
        if step == Step::Asked {
            page.confirm = true;
            page.holder = asked.holder.as_str().to_owned();
            page.page.title = t!(language, "replace-confirm-title");
        }
        return show(&page, language);
    }
    let (new, _) = changes::replace(&app, db, viewer.account, &brevet.number, &asked).await?;
    Ok(go_to(&format!("{}?done=replaced", link(&new.number))))
}
