//! The pages on which a whole list of brevets is checked.

use super::{
    batches::{self, FoundBrevet, LineState},
    list,
    list_api::{admit, find, line_state, state_name, yes_or_no},
    list_form::ListForm,
    statement::level_name,
    store::{self, BatchLine},
};
use crate::{
    app::App,
    brevets::{mails, number::BrevetNumber},
    identity::{
        access::{Anyone, Db},
        browser,
    },
    input::{Fields, pairs},
    page::{Page, go_to, show, show_again},
    problem::{Answer, Issue, Kind, Problem, Reason},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;

/// Lines on one page.
const SHOWN: i64 = 100;

#[derive(Template)]
#[template(path = "verification/list_form.html")]
struct ListFormPage {
    page: Page,
    list: String,
}

pub async fn get_list(request: HttpRequest, Anyone(viewer): Anyone) -> Answer {
    let language = browser::language(&request);
    let page = Page::new(&request, viewer.as_ref(), t!(language, "list-title")).with_form(&request);
    show(&ListFormPage { page, list: String::new() }, language)
}

pub async fn post_list(
    request: HttpRequest,
    form: Result<ListForm, Problem>,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let language = browser::language(&request);
    let (pasted, read) = match form {
        Ok(ListForm { pasted, file }) => {
            admit(&request, &app, &db).await?;
            let text = pasted.clone();
            let read = list::in_turn(move || match file {
                Some(file) => file.and_then(|bytes| list::read(&bytes)).map_err(|reason| ("file", reason)),
                None => list::read_text(&text).map_err(|reason| ("list", reason)),
            });
            (pasted, read.await?)
        }
        Err(problem) if problem.kind == Kind::PayloadTooLarge => (String::new(), Err(("file", Reason::FileTooLarge))),
        Err(problem) => return Err(problem),
    };
    match read {
        Ok(lines) => {
            let id = batches::take(&app, &mut *db.get().await?, &lines).await?;
            Ok(go_to(&format!("/verify/list/{id}")))
        }
        Err((field, reason)) => {
            let page = Page::new(&request, viewer.as_ref(), t!(language, "list-title")).with_form(&request);
            let page = page.with_issues(&[Issue::body(field, reason)]);
            show_again(&ListFormPage { page, list: pasted }, language)
        }
    }
}

struct Count {
    word: String,
    lines: i64,
}

struct Shown {
    position: i32,
    /// In groups, where it is the number of a brevet.
    given: String,
    given_name: String,
    state: String,
    is_valid: bool,
    /// Of a revoked or replaced brevet since when, and why: a sentence each.
    told: Vec<String>,
    /// The number of the brevet in its place, and where that is.
    replaced_by: Option<(String, String)>,
    /// Whether the name is the holder's, in words.
    name: Option<String>,
    holder: String,
    level: String,
    issued_on: String,
    valid_until: String,
    link: Option<String>,
}

impl Shown {
    fn new(line: BatchLine, app: &App, page: &Page) -> Self {
        let language = page.language;
        let found = line.found.as_ref();
        let brevet = found.and_then(|found| found.brevet.as_ref());
        let number = brevet.and_then(|brevet| BrevetNumber::parse(&brevet.number).ok());
        let link = |number: &BrevetNumber| format!("/verify/{}", number.as_str());
        let since = brevet.and_then(|brevet| brevet.since);
        let since = since.map(|day| t!(language, "list-since-day", date = page.day(&day)));
        let reason = brevet.and_then(|brevet| brevet.reason);
        let reason = reason.map(|reason| t!(language, "verify-reason", reason = mails::reason(reason, language)));
        let replaced_by = brevet.and_then(|brevet| BrevetNumber::parse(brevet.replaced_by.as_deref()?).ok());
        let last_day = |brevet: &FoundBrevet| match brevet.valid_until {
            Some(day) => page.day(&day),
            None => t!(language, "fact-no-end"),
        };
        Self {
            position: line.position,
            state: found.map_or_else(|| t!(language, "list-waiting"), |found| line_state(found, language)),
            is_valid: found.is_some_and(|found| found.state == LineState::Valid),
            name: found.and_then(|found| found.name_matches).map(|same| yes_or_no(same, language)),
            told: [since, reason].into_iter().flatten().collect(),
            replaced_by: replaced_by.map(|number| (number.to_string(), link(&number))),
            holder: brevet.map(|brevet| brevet.holder.clone()).unwrap_or_default(),
            level: brevet.map(|brevet| level_name(app, brevet.level, language)).unwrap_or_default(),
            issued_on: brevet.map(|brevet| page.day(&brevet.issued_on)).unwrap_or_default(),
            valid_until: brevet.map(last_day).unwrap_or_default(),
            link: number.as_ref().map(link),
            given: number.map_or(line.given, |number| number.to_string()),
            given_name: line.name.unwrap_or_default(),
        }
    }
}

#[derive(Template)]
#[template(path = "verification/list.html")]
struct ListPage {
    page: Page,
    address: String,
    /// Where a script asks how far it is.
    watched: String,
    total: i32,
    checked: i32,
    until: String,
    counts: Vec<Count>,
    lines: Vec<Shown>,
    before: Option<String>,
    next: Option<String>,
}

pub async fn get_batch(
    request: HttpRequest,
    id: web::Path<String>,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let language = browser::language(&request);
    let query = Fields(pairs(request.query_string().as_bytes()));
    let after = query.get("after").and_then(|after| after.parse::<i32>().ok()).unwrap_or_default().max(0);
    let db = &mut *db.get().await?;
    let batch = find(&app, db, &id).await?;
    let is_done = batch.checked == batch.total;
    let title = if is_done { t!(language, "list-done") } else { t!(language, "list-running") };
    let page = Page::new(&request, viewer.as_ref(), title);
    let tallies = store::tallies(db, batch.id).await?;
    let mut counts: Vec<Count> = LineState::ALL
        .iter()
        .filter_map(|state| {
            let tally = tallies.iter().find(|tally| tally.state == state.word())?;
            Some(Count { word: state_name(*state, language), lines: tally.lines })
        })
        .collect();
    let other_names: i64 = tallies.iter().map(|tally| tally.other_name).sum();
    if other_names > 0 {
        counts.push(Count { word: t!(language, "list-other-names"), lines: other_names });
    }
    let lines = if is_done { store::lines(db, batch.id, after, SHOWN).await? } else { Vec::new() };
    let last = lines.last().map_or(batch.total, |line| line.position);
    let address = format!("/verify/list/{}", batch.id);
    let at = |after: i64| format!("{address}?after={after}");
    let shown = ListPage {
        before: (after > 0).then(|| at((i64::from(after) - SHOWN).max(0))),
        next: (is_done && last < batch.total).then(|| at(i64::from(last))),
        watched: format!("{}/verificationBatches/{}?pageSize=1", crate::routes::API, batch.id),
        total: batch.total,
        checked: batch.checked,
        until: t!(language, "list-until", date = page.date(&batch.expires_at), time = page.time(&batch.expires_at)),
        counts,
        lines: lines.into_iter().map(|line| Shown::new(line, &app, &page)).collect(),
        address,
        page,
    };
    show(&shown, language)
}
