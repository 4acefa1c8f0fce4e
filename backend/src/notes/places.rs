//! Where bookmarks and notes stand: the lessons by their titles, in the order of the course, also those that left it.

use super::{Bookmark, Earlier, LessonName, Note, store};
use crate::{
    app::App,
    db::Connection,
    ids::{AccountId, EditionId},
    locale::Language,
    modules::{self, edition::Edition},
};
use diesel::QueryResult;
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

/// A lesson with what a learner keeps there.
pub struct Place {
    pub at: LessonName,
    pub module: String,
    pub lesson: String,
    /// Whether the course still has it.
    pub is_taught: bool,
    pub bookmark: Option<Bookmark>,
    pub note: Option<Note>,
    /// What can be put back, the newest first.
    pub earlier: Vec<Earlier>,
}

impl Place {
    pub fn address(&self) -> String {
        address(&self.at)
    }
}

pub fn address(at: &LessonName) -> String {
    format!("/modules/{}/lessons/{}", at.module, at.lesson)
}

#[derive(Default)]
struct Kept {
    edition: Option<EditionId>,
    bookmark: Option<Bookmark>,
    note: Option<Note>,
    earlier: Vec<Earlier>,
}

/// All that a learner keeps.
pub async fn all(app: &App, db: &mut Connection, learner: AccountId, language: Language) -> QueryResult<Vec<Place>> {
    let mut kept: BTreeMap<LessonName, Kept> = BTreeMap::new();
    for bookmark in store::bookmarks(db, learner).await? {
        let at = kept.entry(bookmark.at.clone()).or_default();
        (at.edition, at.bookmark) = (Some(bookmark.edition), Some(bookmark));
    }
    for note in store::notes(db, learner).await? {
        let at = kept.entry(note.at.clone()).or_default();
        (at.edition, at.note) = (Some(note.edition), Some(note));
    }
    for earlier in store::earlier(db, learner, app.clock.now()).await? {
        let at = kept.entry(earlier.note.at.clone()).or_default();
        at.edition = at.edition.or(Some(earlier.note.edition));
        at.earlier.push(earlier);
    }
    let left = editions_of_left(app, db, &kept).await?;
    let taught = app.course.taught();
    let place = |(at, kept): (LessonName, Kept)| {
        let now = taught.edition(&at.module).map(|(_, edition)| edition);
        let then = kept.edition.and_then(|id| left.get(&id));
        let lesson = |edition: &Arc<Edition>| Some(edition.module.lesson(&at.lesson)?.1.title.get(language).to_owned());
        let is_taught = now.is_some_and(|edition| edition.module.lesson(&at.lesson).is_some());
        Place {
            module: now.or(then).map_or_else(|| at.module.clone(), |it| it.module.title.get(language).to_owned()),
            lesson: now.and_then(lesson).or_else(|| then.and_then(lesson)).unwrap_or_else(|| at.lesson.clone()),
            is_taught,
            bookmark: kept.bookmark,
            note: kept.note,
            earlier: kept.earlier,
            at,
        }
    };
    let mut places: Vec<Place> = kept.into_iter().map(place).collect();
    let codes = taught.curriculum.0.iter().flat_map(|rules| &rules.competencies).map(|one| one.code.as_str());
    let order: HashMap<&str, usize> = codes.zip(0..).collect();
    places.sort_by_key(|place| order.get(place.at.module.as_str()).copied().unwrap_or(usize::MAX));
    Ok(places)
}

/// The editions that still know the lessons that left the course.
async fn editions_of_left(
    app: &App,
    db: &mut Connection,
    kept: &BTreeMap<LessonName, Kept>,
) -> QueryResult<HashMap<EditionId, Arc<Edition>>> {
    let taught = app.course.taught();
    let is_left = |at: &LessonName| {
        taught.edition(&at.module).is_none_or(|(_, edition)| edition.module.lesson(&at.lesson).is_none())
    };
    let ids: Vec<EditionId> = kept.iter().filter(|(at, _)| is_left(at)).filter_map(|(_, kept)| kept.edition).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let editions = modules::store::editions(db, &app.course, &ids).await?;
    Ok(editions.into_iter().map(|edition| (edition.id, edition)).collect())
}
