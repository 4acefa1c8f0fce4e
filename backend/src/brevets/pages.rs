//! My brevets.

use super::{BrevetState, api, store};
use crate::{
    app::App,
    identity::{
        access::{Db, SignedIn},
        browser,
    },
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
    valid: bool,
    sealed: bool,
}

#[derive(Template)]
#[template(path = "brevets/brevets.html")]
struct BrevetsPage {
    page: Page,
    cards: Vec<BrevetCard>,
    waiting: bool,
}

pub async fn get_brevets(request: HttpRequest, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let (language, taught) = (browser::language(&request), app.course.taught());
    let db = &mut *db.get().await?;
    let brevets = store::brevets_of(db, viewer.account).await?;
    let sealed = store::sealed(db, &brevets).await?;
    let page = Page::new(&request, Some(&viewer), t!(language, "brevets-title"));
    let card = |brevet: &super::Brevet| BrevetCard {
        level: taught
            .curriculum
            .level(brevet.level)
            .map_or_else(String::new, |rules| rules.names.get(language).to_owned()),
        number: brevet.number.to_string(),
        plain_number: brevet.number.as_str().to_owned(),
        holder: brevet.holder.clone(),
        issued_on: page.day(&brevet.issued_on()),
        valid_until: brevet.valid_until.map(|day| page.day(&day)),
        valid: brevet.state(app.clock.now()) == BrevetState::Valid,
        sealed: sealed.contains(&brevet.id),
    };
    let cards: Vec<BrevetCard> = brevets.iter().map(card).collect();
    let waiting = cards.iter().any(|card| !card.sealed);
    show(&BrevetsPage { page, cards, waiting }, language)
}

pub async fn get_pdf(number: web::Path<String>, SignedIn(viewer): SignedIn, db: Db) -> Answer {
    let db = &mut *db.get().await?;
    let brevet = api::own(db, &viewer, &number).await?;
    api::file_answer(db, &brevet).await
}
