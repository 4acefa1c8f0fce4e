//! Writing a note, from one device or from two: the last one counts, and no text goes without a way back.

use super::{Bookmark, Earlier, LessonName, Note, NoteText, store};
use crate::{
    app::App,
    db::Connection,
    ids::{AccountId, EditionId, NoteRevision},
    problem::{Kind, Problem},
};
use chrono::{DateTime, SubsecRound, Utc};
use diesel::QueryResult;
use diesel_async::AsyncConnection;

/// A note as it was saved.
#[derive(Debug)]
pub struct Saved {
    pub note: Note,
    /// The text in whose place it came though whoever wrote it had not seen it.
    pub replaced: Option<Note>,
}

/// The edition in which a lesson is taught now.
fn taught(app: &App, at: &LessonName) -> Result<EditionId, Kind> {
    let taught = app.course.taught();
    let (_, edition) = taught.edition(&at.module).ok_or(Kind::ResourceNotFound)?;
    edition.module.lesson(&at.lesson).ok_or(Kind::ResourceNotFound)?;
    Ok(edition.id)
}

/// Saves a note at a lesson of the course. `seen` is the text that it was made from. Another one is there by now: then that one
/// can be put back.
pub async fn save(
    app: &App,
    db: &mut Connection,
    learner: AccountId,
    at: LessonName,
    text: &NoteText,
    seen: Option<NoteRevision>,
) -> Result<Saved, Problem> {
    let (edition, now) = (taught(app, &at)?, now(app));
    let text = text.as_str().to_owned();
    let note = Note { at, edition, text, revision: NoteRevision::new(), written_at: now };
    Ok(db.transaction(async |db| write(db, learner, note, seen).await).await?)
}

async fn write(db: &mut Connection, learner: AccountId, note: Note, seen: Option<NoteRevision>) -> QueryResult<Saved> {
    loop {
        match store::hold_note(db, learner, &note.at).await? {
            Some(before) if before.text == note.text => return Ok(Saved { note: before, replaced: None }),
            Some(before) => {
                let replaced = (seen != Some(before.revision)).then_some(before);
                if let Some(before) = &replaced {
                    store::keep_earlier(db, learner, before, note.written_at).await?;
                }
                store::change_note(db, learner, &note).await?;
                return Ok(Saved { note, replaced });
            }
            None if store::add_note(db, learner, &note).await? => return Ok(Saved { note, replaced: None }),
            None => {} // another device was faster: now there is one
        }
    }
}

/// Deletes the note at a lesson, also one that the course no longer has. Gives what can be put back; none when there is no note.
pub async fn delete(
    app: &App,
    db: &mut Connection,
    learner: AccountId,
    at: &LessonName,
) -> QueryResult<Option<NoteRevision>> {
    let now = now(app);
    db.transaction(async |db| {
        let Some(note) = store::hold_note(db, learner, at).await? else { return Ok(None) };
        store::keep_earlier(db, learner, &note, now).await?;
        store::delete_note(db, learner, at).await?;
        Ok(Some(note.revision))
    })
    .await
}

/// Puts an earlier text back. What stands in its place becomes an earlier text itself.
pub async fn put_back(
    app: &App,
    db: &mut Connection,
    learner: AccountId,
    revision: NoteRevision,
) -> Result<Note, Problem> {
    let now = now(app);
    let saved = db
        .transaction(async |db| {
            let Some(Earlier { note, .. }) = store::take_earlier(db, learner, revision).await? else { return Ok(None) };
            let note = Note { revision: NoteRevision::new(), written_at: now, ..note };
            write(db, learner, note, None).await.map(Some)
        })
        .await?;
    Ok(saved.ok_or(Kind::ResourceNotFound)?.note)
}

/// Deletes an earlier text for good.
pub async fn forget(db: &mut Connection, learner: AccountId, revision: NoteRevision) -> Result<(), Problem> {
    store::take_earlier(db, learner, revision).await?.ok_or(Kind::ResourceNotFound)?;
    Ok(())
}

pub async fn bookmark(app: &App, db: &mut Connection, learner: AccountId, at: LessonName) -> Result<(), Problem> {
    let bookmark = Bookmark { edition: taught(app, &at)?, at, set_at: now(app) };
    Ok(store::set_bookmark(db, learner, &bookmark).await?)
}

/// As exactly as the database keeps it.
fn now(app: &App) -> DateTime<Utc> {
    app.clock.now().trunc_subsecs(6)
}
