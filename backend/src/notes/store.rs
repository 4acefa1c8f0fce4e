//! Bookmarks and notes in the database.

use super::{Bookmark, EARLIER_KEPT, Earlier, LessonName, MOST_EARLIER, Note};
use crate::{
    db::Connection,
    ids::{AccountId, EditionId, NoteRevision},
    schema::{bookmarks, earlier_notes, notes},
};
use chrono::{DateTime, Utc};
use diesel::{
    AsChangeset, ExpressionMethods, HasQuery, Insertable, OptionalExtension, QueryDsl, QueryResult, SelectableHelper,
};
use diesel_async::RunQueryDsl;

#[derive(HasQuery, Insertable, AsChangeset)]
#[diesel(table_name = notes)]
struct NoteRow {
    learner_id: AccountId,
    competency: String,
    lesson: String,
    edition_id: EditionId,
    text: String,
    revision: NoteRevision,
    written_at: DateTime<Utc>,
}

impl NoteRow {
    fn new(learner_id: AccountId, note: &Note) -> Self {
        Self {
            learner_id,
            competency: note.at.module.clone(),
            lesson: note.at.lesson.clone(),
            edition_id: note.edition,
            text: note.text.clone(),
            revision: note.revision,
            written_at: note.written_at,
        }
    }
}

impl From<NoteRow> for Note {
    fn from(row: NoteRow) -> Self {
        Self {
            at: LessonName { module: row.competency, lesson: row.lesson },
            edition: row.edition_id,
            text: row.text,
            revision: row.revision,
            written_at: row.written_at,
        }
    }
}

/// The learner's notes.
pub async fn notes(db: &mut Connection, learner: AccountId) -> QueryResult<Vec<Note>> {
    let rows: Vec<NoteRow> = NoteRow::query().filter(notes::learner_id.eq(learner)).load(db).await?;
    Ok(rows.into_iter().map(Note::from).collect())
}

pub async fn note(db: &mut Connection, learner: AccountId, at: &LessonName) -> QueryResult<Option<Note>> {
    let row = notes::table.find((learner, &at.module, &at.lesson)).select(NoteRow::as_select());
    Ok(row.first(db).await.optional()?.map(Note::from))
}

/// The note, which nobody else changes until the end of the transaction.
pub async fn hold_note(db: &mut Connection, learner: AccountId, at: &LessonName) -> QueryResult<Option<Note>> {
    let row = notes::table.find((learner, &at.module, &at.lesson)).select(NoteRow::as_select()).for_update();
    Ok(row.first(db).await.optional()?.map(Note::from))
}

/// False when the lesson has a note by now.
pub async fn add_note(db: &mut Connection, learner: AccountId, note: &Note) -> QueryResult<bool> {
    let row = NoteRow::new(learner, note);
    let added = diesel::insert_into(notes::table).values(row).on_conflict_do_nothing().execute(db).await?;
    Ok(added == 1)
}

pub async fn change_note(db: &mut Connection, learner: AccountId, note: &Note) -> QueryResult<()> {
    let changed = notes::table.find((learner, &note.at.module, &note.at.lesson));
    diesel::update(changed).set(NoteRow::new(learner, note)).execute(db).await?;
    Ok(())
}

pub async fn delete_note(db: &mut Connection, learner: AccountId, at: &LessonName) -> QueryResult<()> {
    diesel::delete(notes::table.find((learner, &at.module, &at.lesson))).execute(db).await?;
    Ok(())
}

#[derive(HasQuery, Insertable)]
#[diesel(table_name = earlier_notes)]
struct EarlierRow {
    learner_id: AccountId,
    revision: NoteRevision,
    competency: String,
    lesson: String,
    edition_id: EditionId,
    text: String,
    written_at: DateTime<Utc>,
    replaced_at: DateTime<Utc>,
}

impl From<EarlierRow> for Earlier {
    fn from(row: EarlierRow) -> Self {
        let at = LessonName { module: row.competency, lesson: row.lesson };
        let (edition, text, revision, written_at) = (row.edition_id, row.text, row.revision, row.written_at);
        Self { note: Note { at, edition, text, revision, written_at }, replaced_at: row.replaced_at }
    }
}

/// Keeps a text that is about to go. Of each lesson the newest are kept.
pub async fn keep_earlier(db: &mut Connection, learner: AccountId, note: &Note, at: DateTime<Utc>) -> QueryResult<()> {
    let row = EarlierRow {
        learner_id: learner,
        revision: note.revision,
        competency: note.at.module.clone(),
        lesson: note.at.lesson.clone(),
        edition_id: note.edition,
        text: note.text.clone(),
        written_at: note.written_at,
        replaced_at: at,
    };
    diesel::insert_into(earlier_notes::table).values(row).on_conflict_do_nothing().execute(db).await?;
    let of_lesson = earlier_notes::table
        .filter(earlier_notes::learner_id.eq(learner))
        .filter(earlier_notes::competency.eq(&note.at.module))
        .filter(earlier_notes::lesson.eq(&note.at.lesson));
    let order = (earlier_notes::replaced_at.desc(), earlier_notes::revision.desc());
    let too_many: Vec<NoteRevision> =
        of_lesson.order(order).offset(MOST_EARLIER).select(earlier_notes::revision).load(db).await?;
    if !too_many.is_empty() {
        let gone = earlier_notes::table
            .filter(earlier_notes::learner_id.eq(learner))
            .filter(earlier_notes::revision.eq_any(too_many));
        diesel::delete(gone).execute(db).await?;
    }
    Ok(())
}

/// The texts that can be put back, the newest first.
pub async fn earlier(db: &mut Connection, learner: AccountId, at: DateTime<Utc>) -> QueryResult<Vec<Earlier>> {
    let rows: Vec<EarlierRow> = EarlierRow::query()
        .filter(earlier_notes::learner_id.eq(learner))
        .filter(earlier_notes::replaced_at.gt(at - EARLIER_KEPT))
        .order((earlier_notes::replaced_at.desc(), earlier_notes::revision.desc()))
        .load(db)
        .await?;
    Ok(rows.into_iter().map(Earlier::from).collect())
}

/// Takes one of them out.
pub async fn take_earlier(
    db: &mut Connection,
    learner: AccountId,
    revision: NoteRevision,
) -> QueryResult<Option<Earlier>> {
    let taken = diesel::delete(earlier_notes::table.find((learner, revision))).returning(EarlierRow::as_returning());
    Ok(taken.get_result(db).await.optional()?.map(Earlier::from))
}

/// Forgets what can be put back no longer.
pub async fn sweep(db: &mut Connection, at: DateTime<Utc>) -> QueryResult<usize> {
    diesel::delete(earlier_notes::table.filter(earlier_notes::replaced_at.lt(at - EARLIER_KEPT))).execute(db).await
}

#[derive(HasQuery, Insertable)]
#[diesel(table_name = bookmarks)]
struct BookmarkRow {
    learner_id: AccountId,
    competency: String,
    lesson: String,
    edition_id: EditionId,
    set_at: DateTime<Utc>,
}

impl From<BookmarkRow> for Bookmark {
    fn from(row: BookmarkRow) -> Self {
        let at = LessonName { module: row.competency, lesson: row.lesson };
        Self { at, edition: row.edition_id, set_at: row.set_at }
    }
}

pub async fn bookmarks(db: &mut Connection, learner: AccountId) -> QueryResult<Vec<Bookmark>> {
    let rows: Vec<BookmarkRow> = BookmarkRow::query().filter(bookmarks::learner_id.eq(learner)).load(db).await?;
    Ok(rows.into_iter().map(Bookmark::from).collect())
}

pub async fn is_bookmarked(db: &mut Connection, learner: AccountId, at: &LessonName) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(bookmarks::table.find((learner, &at.module, &at.lesson)))).get_result(db).await
}

/// Twice is as once.
pub async fn set_bookmark(db: &mut Connection, learner: AccountId, bookmark: &Bookmark) -> QueryResult<()> {
    let row = BookmarkRow {
        learner_id: learner,
        competency: bookmark.at.module.clone(),
        lesson: bookmark.at.lesson.clone(),
        edition_id: bookmark.edition,
        set_at: bookmark.set_at,
    };
    diesel::insert_into(bookmarks::table).values(row).on_conflict_do_nothing().execute(db).await?;
    Ok(())
}

/// Whether there was one.
pub async fn remove_bookmark(db: &mut Connection, learner: AccountId, at: &LessonName) -> QueryResult<bool> {
    Ok(diesel::delete(bookmarks::table.find((learner, &at.module, &at.lesson))).execute(db).await? == 1)
}
