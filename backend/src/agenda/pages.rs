//! The page of the agenda, and its file for calendar programs.

use super::{Entry, agenda, calendar};
use crate::{
    app::App,
    download,
    identity::{
        access::{Db, SignedIn},
        browser, store,
    },
    input::Query,
    locale::{self, Language},
    modules::edition::Taught,
    page::{Page, show},
    problem::Answer,
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::NaiveDate;

struct AgendaDay {
    /// In words.
    day: String,
    /// Each a sentence and where it leads.
    entries: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "agenda/agenda.html")]
struct AgendaPage {
    page: Page,
    days: Vec<AgendaDay>,
    /// The file has something in it.
    has_days: bool,
    wants_digests: bool,
}

pub async fn get_agenda(request: HttpRequest, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let (language, today) = (browser::language(&request), locale::day(app.clock.now()));
    let db = &mut *db.get().await?;
    let entries = agenda(&app, db, viewer.account).await?;
    let account = store::account(db, viewer.account).await?;
    let page = AgendaPage {
        page: Page::new(&request, Some(&viewer), t!(language, "agenda-title")),
        days: days(&app.course.taught(), &entries, today, language),
        has_days: entries.iter().any(|entry| calendar::has_day(&entry.what)),
        wants_digests: account.digests,
    };
    show(&page, language)
}

fn days(taught: &Taught, entries: &[Entry], today: NaiveDate, language: Language) -> Vec<AgendaDay> {
    let of_one = |entries: &[Entry]| AgendaDay {
        day: match entries[0].day == today {
            true => t!(language, "agenda-today"),
            false => locale::date(language, entries[0].day),
        },
        entries: entries.iter().map(|entry| (entry.what.words(taught, language), entry.what.address())).collect(),
    };
    entries.chunk_by(|one, other| one.day == other.day).map(of_one).collect()
}

/// For the pages and for REST.
pub async fn get_calendar(
    request: HttpRequest,
    SignedIn(viewer): SignedIn,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    let (language, at) = (browser::language(&request), app.clock.now());
    let entries = agenda(&app, &mut *db.get().await?, viewer.account).await?;
    let file = calendar::file(&app, viewer.account, &entries, language, at);
    Ok(download::calendar("connectoo.ics", file, language))
}
