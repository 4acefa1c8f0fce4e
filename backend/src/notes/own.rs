//! What a lesson shows below itself to somebody who is signed in: the bookmark and the own note.

use super::{LONGEST, LessonName, Note, places, store};
use crate::{
    db::Connection,
    ids::AccountId,
    locale::{self, Language},
    t,
};
use askama::Template;
use diesel::QueryResult;

/// Part of a page; written into it as it is.
#[derive(Template)]
#[template(path = "notes/own.html")]
pub struct Own {
    language: Language,
    form_mark: String,
    /// The address of the lesson.
    lesson: String,
    is_bookmarked: bool,
    field: NoteField,
}

/// The form of a note, in a lesson and on its own page.
#[derive(Template)]
#[template(path = "notes/field.html")]
pub struct NoteField {
    pub language: Language,
    pub form_mark: String,
    pub lesson: String,
    pub text: String,
    /// The text that this one was made from.
    pub seen: String,
    /// When what is shown was saved; none when it is not what was saved.
    pub saved: Option<String>,
    pub wrong: Option<String>,
}

impl NoteField {
    pub fn new(note: Option<&Note>, at: &LessonName, form_mark: &str, language: Language) -> Self {
        Self {
            language,
            form_mark: form_mark.to_owned(),
            lesson: places::address(at),
            text: note.map(|note| note.text.clone()).unwrap_or_default(),
            seen: note.map(|note| note.revision.to_string()).unwrap_or_default(),
            saved: note.map(|note| saved(note, language)),
            wrong: None,
        }
    }

    fn longest(&self) -> usize {
        LONGEST
    }
}

/// When a note was saved, in words.
pub fn saved(note: &Note, language: Language) -> String {
    let day = locale::date(language, locale::day(note.written_at));
    t!(language, "note-saved-at", day = day, time = locale::time_of_day(note.written_at))
}

pub async fn own(
    db: &mut Connection,
    learner: AccountId,
    at: &LessonName,
    form_mark: &str,
    language: Language,
) -> QueryResult<Own> {
    let is_bookmarked = store::is_bookmarked(db, learner, at).await?;
    let note = store::note(db, learner, at).await?;
    let field = NoteField::new(note.as_ref(), at, form_mark, language);
    Ok(Own { language, form_mark: form_mark.to_owned(), lesson: places::address(at), is_bookmarked, field })
}
