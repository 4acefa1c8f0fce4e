//! My brevets.

use super::{
    Brevet, BrevetState,
    administration_pages::state_word,
    api, badge_api, badge_file_pages, mails,
    number::BrevetNumber,
    renewal_words::{self, Notice},
    renewing,
};
use crate::{
    app::App,
    db::Connection,
    identity::{
        access::{Db, SignedIn},
        browser,
    },
    input::Fields,
    jobs::{self, JobKind},
    page::{Page, show},
    problem::Answer,
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::TimeDelta;
use diesel::QueryResult;
use std::collections::HashMap;

struct BrevetCard {
    level: String,
    number: String,
    plain_number: String,
    holder: String,
    issued_on: String,
    valid_until: Option<String>,
    state: String,
    valid: bool,
    /// Why it is no longer valid, a sentence each.
    told: Vec<String>,
    /// The brevets of the periods before and after, each with the word for it.
    kin: Vec<(String, BrevetNumber)>,
    renewal: Option<Notice>,
    sealing: Sealing,
}

/// How far the file of a brevet is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sealing {
    Done,
    Underway,
    /// Since longer than it takes: something that it needs is away.
    Waiting,
}

/// From then on nobody believes in a few seconds any more.
const LONG: TimeDelta = TimeDelta::minutes(1);

/// How far the files of these brevets are, asked of the queue only where one is not there.
async fn sealing(app: &App, db: &mut Connection, brevets: &[Brevet]) -> QueryResult<Vec<Sealing>> {
    let unsealed: Vec<_> = brevets.iter().filter(|one| one.sealed_at.is_none()).map(|one| one.id.uuid()).collect();
    let since = match unsealed.is_empty() {
        true => HashMap::new(),
        false => jobs::waiting_since(db, JobKind::SealBrevet, &unsealed).await?,
    };
    let now = app.clock.now();
    let one = |brevet: &Brevet| match (brevet.sealed_at, since.get(&brevet.id.uuid())) {
        (Some(_), _) => Sealing::Done,
        (None, Some(since)) if now - *since >= LONG => Sealing::Waiting,
        (None, _) => Sealing::Underway,
    };
    Ok(brevets.iter().map(one).collect())
}

impl BrevetCard {
    fn new(app: &App, page: &Page, brevet: &Brevet, sealing: Sealing, renewal: Option<Notice>) -> Self {
        let (language, taught) = (page.language, app.course.taught());
        let level = taught.curriculum.level(brevet.level).map(|rules| rules.names.get(language).to_owned());
        let state = brevet.state(app.clock.now());
        let told = match &state {
            BrevetState::Valid | BrevetState::Expired { .. } => Vec::new(),
            BrevetState::Revoked(revocation) => {
                let reason = mails::reason(revocation.reason, language);
                let note = revocation.note.as_deref().map(|note| t!(language, "history-note", note = note));
                let told = t!(language, "verify-revoked-text", date = page.date(&revocation.at));
                [Some(told), Some(t!(language, "verify-reason", reason = reason)), note].into_iter().flatten().collect()
            }
            BrevetState::Replaced(replacement) => {
                let told = t!(language, "verify-replaced-text", date = page.date(&replacement.at));
                vec![told, format!("{} {}", t!(language, "kin-replaced-by"), replacement.by)]
            }
        };
        let kin = [
            (t!(language, "kin-renewed-by"), brevet.kin.renewed_by.clone()),
            (t!(language, "kin-renews"), brevet.kin.renews.clone()),
        ];
        Self {
            kin: kin.into_iter().filter_map(|(word, number)| Some((word, number?))).collect(),
            renewal,
            level: level.unwrap_or_default(),
            number: brevet.number.to_string(),
            plain_number: brevet.number.as_str().to_owned(),
            holder: brevet.holder.clone(),
            issued_on: page.day(&brevet.issued_on()),
            valid_until: brevet.valid_until.map(|day| page.day(&day)),
            valid: state == BrevetState::Valid,
            state: state_word(&state, language),
            told,
            sealing,
        }
    }
}

#[derive(Template)]
#[template(path = "brevets/brevets.html")]
struct BrevetsPage {
    page: Page,
    cards: Vec<BrevetCard>,
    /// How far the file is that is farthest behind.
    sealing: Sealing,
}

pub async fn get_brevets(request: HttpRequest, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let language = browser::language(&request);
    let db = &mut *db.get().await?;
    let record = renewing::record(db, viewer.account).await?;
    let sealing = sealing(&app, db, &record.brevets).await?;
    let page = Page::new(&request, Some(&viewer), t!(language, "brevets-title"));
    let mut notices = renewal_words::notices(&app, &record, language);
    let card = |(brevet, sealing): (&Brevet, &Sealing)| {
        let notice = notices.extract_if(.., |notice| notice.number == brevet.number).next();
        BrevetCard::new(&app, &page, brevet, *sealing, notice)
    };
    let cards: Vec<BrevetCard> = record.brevets.iter().zip(&sealing).map(card).collect();
    let sealing = sealing.into_iter().max().unwrap_or(Sealing::Done);
    show(&BrevetsPage { page, cards, sealing }, language)
}

pub async fn get_pdf(
    request: HttpRequest,
    number: web::Path<String>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let query = Fields(crate::input::pairs(request.query_string().as_bytes()));
    let brevet = api::own(&mut *db.get().await?, &viewer, &number).await?;
    if query.get("badge") == Some("true") {
        return badge_file_pages::badge_file(&request, &viewer, &app, &db, &brevet, query.get("wait")).await;
    }
    api::plain_file(&db, &brevet).await
}

pub async fn get_badge(request: HttpRequest, number: web::Path<String>, app: web::Data<App>, db: Db) -> Answer {
    badge_api::badge_answer(&request, &app, db, &number).await
}
