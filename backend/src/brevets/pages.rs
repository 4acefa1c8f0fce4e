//! My brevets.

use super::{
    Brevet, BrevetState,
    administration_pages::state_word,
    api, badge_api, mails,
    number::BrevetNumber,
    renewal_words::{self, Notice},
    renewing,
};
use crate::{
    app::App,
    identity::{
        access::{Db, SignedIn},
        browser,
    },
    input::Fields,
    page::{Page, show},
    problem::Answer,
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;

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
    sealed: bool,
}

impl BrevetCard {
    fn new(app: &App, page: &Page, brevet: &Brevet, renewal: Option<Notice>) -> Self {
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
            sealed: brevet.sealed_at.is_some(),
        }
    }
}

#[derive(Template)]
#[template(path = "brevets/brevets.html")]
struct BrevetsPage {
    page: Page,
    cards: Vec<BrevetCard>,
    waiting: bool,
}

pub async fn get_brevets(request: HttpRequest, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let language = browser::language(&request);
    let record = renewing::record(&mut *db.get().await?, viewer.account).await?;
    let page = Page::new(&request, Some(&viewer), t!(language, "brevets-title"));
    let mut notices = renewal_words::notices(&app, &record, language);
    let card = |brevet: &Brevet| {
        let notice = notices.extract_if(.., |notice| notice.number == brevet.number).next();
        BrevetCard::new(&app, &page, brevet, notice)
    };
    let cards: Vec<BrevetCard> = record.brevets.iter().map(card).collect();
    let waiting = cards.iter().any(|card| !card.sealed);
    show(&BrevetsPage { page, cards, waiting }, language)
}

pub async fn get_pdf(
    request: HttpRequest,
    number: web::Path<String>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let query = Fields(crate::input::pairs(request.query_string().as_bytes()));
    let db = &mut *db.get().await?;
    let brevet = api::own(db, &viewer, &number).await?;
    api::file_answer(&app, db, &brevet, query.get("badge") == Some("true")).await
}

pub async fn get_badge(request: HttpRequest, number: web::Path<String>, app: web::Data<App>, db: Db) -> Answer {
    badge_api::badge_answer(&request, &app, db, &number).await
}
