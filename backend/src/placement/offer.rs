//! Whether a level offers its placement test: in the way at the start, else by a quiet link.

use super::store::Record;
use crate::{
    attempts::learning::{Learning, Status},
    competencies::{Level, Proof},
    ids::PlacementId,
    locale::Language,
    modules::edition::Taught,
    t,
};
use askama::Template;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Offer {
    /// The level cannot be started, or everything in it is proven.
    None,
    /// Somebody who has not begun the level, and neither took the test nor said no.
    AtTheStart,
    /// One was begun and not finished.
    GoOn(PlacementId),
    Quiet,
}

pub fn offer(record: &Record, level: Level, learning: &Learning, taught: &Taught) -> Offer {
    let by_quiz = taught.modules(level).filter(|(competency, _)| competency.proof == Proof::Quiz);
    let codes: Vec<&str> = by_quiz.map(|(competency, _)| competency.code.as_str()).collect();
    let of_level = || record.placements.iter().filter(|head| head.level == level);
    if learning.locked_by(taught, level).is_some() || codes.iter().all(|code| learning.mastered.contains(*code)) {
        Offer::None
    } else if let Some(open) = of_level().find(|head| head.finished_at.is_none()) {
        Offer::GoOn(open.id)
    } else if of_level().next().is_none()
        && !record.declined.contains(&level)
        && codes.iter().all(|code| learning.status(code) == Status::NotStarted)
    {
        Offer::AtTheStart
    } else {
        Offer::Quiet
    }
}

/// The offer as a page shows it.
#[derive(Template)]
#[template(path = "placement/offer.html")]
pub struct OfferBox {
    language: Language,
    form_mark: String,
    at_the_start: bool,
    link: String,
    words: String,
    /// Where "no, thank you" leads, and the page that comes after it.
    decline: String,
    then: String,
}

impl OfferBox {
    /// None where nothing is to be shown. `then` is the page that it stands on.
    pub fn new(offer: Offer, level: Level, language: Language, form_mark: &str, then: &str) -> Option<Self> {
        let start = format!("/levels/{level}/placement");
        let (link, words) = match offer {
            Offer::None => return None,
            Offer::AtTheStart => (start, t!(language, "placement-offer-button")),
            Offer::GoOn(id) => (format!("/placements/{id}"), t!(language, "placement-go-on")),
            Offer::Quiet => (start, t!(language, "placement-quiet")),
        };
        Some(Self {
            language,
            form_mark: form_mark.to_owned(),
            at_the_start: offer == Offer::AtTheStart,
            link,
            words,
            decline: format!("/levels/{level}/placement/decline"),
            then: then.to_owned(),
        })
    }
}
