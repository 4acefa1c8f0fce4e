//! Editions and glossary in the database.

use super::{
    Module,
    edition::{CourseMemory, Edition},
    glossary::Term,
};
use crate::{
    competencies,
    db::Connection,
    ids::EditionId,
    quizzes::Question,
    schema::{editions, glossary_terms, question_difficulties},
};
use chrono::{DateTime, Utc};
use diesel::{ExpressionMethods, HasQuery, Insertable, OptionalExtension, QueryDsl, QueryResult};
use diesel_async::RunQueryDsl;
use std::{collections::HashMap, sync::Arc};

#[derive(HasQuery)]
#[diesel(table_name = editions)]
struct EditionRow {
    id: EditionId,
    number: i32,
    content: Module,
    published_at: DateTime<Utc>,
}

impl From<EditionRow> for Arc<Edition> {
    fn from(row: EditionRow) -> Self {
        Arc::new(Edition::new(row.id, row.number, row.published_at, row.content))
    }
}

/// The newest edition of a module with the hash of its content.
#[derive(HasQuery, Clone)]
#[diesel(table_name = editions)]
pub struct Newest {
    pub id: EditionId,
    pub competency: String,
    pub number: i32,
    pub content_hash: Vec<u8>,
}

/// The newest edition of each module.
pub async fn newest(db: &mut Connection) -> QueryResult<HashMap<String, Newest>> {
    let rows = Newest::query()
        .distinct_on(editions::competency)
        .order((editions::competency, editions::number.desc()))
        .load(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.competency.clone(), row)).collect())
}

#[derive(Insertable)]
#[diesel(table_name = editions)]
pub struct NewEdition<'a> {
    pub id: EditionId,
    pub competency: &'a str,
    pub number: i32,
    pub content_hash: &'a [u8],
    pub content: &'a Module,
    pub published_at: DateTime<Utc>,
}

#[derive(Insertable)]
#[diesel(table_name = question_difficulties)]
struct NewDifficulty<'a> {
    edition_id: EditionId,
    question: &'a str,
    logits: f64,
}

/// Publishes an edition, each question with the difficulty that its author gave it.
pub async fn publish(db: &mut Connection, edition: &NewEdition<'_>) -> QueryResult<()> {
    diesel::insert_into(editions::table).values(edition).execute(db).await?;
    let questions = edition.content.questions.iter();
    let difficulties: Vec<NewDifficulty> = questions.map(|question| difficulty(edition.id, question)).collect();
    diesel::insert_into(question_difficulties::table).values(difficulties).execute(db).await?;
    Ok(())
}

fn difficulty(edition_id: EditionId, question: &Question) -> NewDifficulty<'_> {
    NewDifficulty { edition_id, question: question.id.as_str(), logits: question.logits() }
}

pub async fn save_glossary(db: &mut Connection, terms: &[Term]) -> QueryResult<()> {
    diesel::delete(glossary_terms::table).execute(db).await?;
    diesel::insert_into(glossary_terms::table).values(terms).execute(db).await?;
    Ok(())
}

/// Brings the memory of this process to what is published. Editions it holds already keep their rendered form.
pub async fn load(db: &mut Connection, memory: &CourseMemory) -> QueryResult<()> {
    let curriculum = competencies::store::curriculum(db).await?;
    let glossary = Term::query().order(glossary_terms::id).load(db).await?;
    let newest = newest(db).await?;
    editions(db, memory, &newest.values().map(|row| row.id).collect::<Vec<_>>()).await?;
    let held = newest.into_iter().filter_map(|(code, row)| Some((code, memory.edition(row.id)?)));
    memory.teach(curriculum, glossary, held.collect());
    Ok(())
}

/// Any edition, also one that is no longer the newest.
pub async fn edition(db: &mut Connection, memory: &CourseMemory, id: EditionId) -> QueryResult<Arc<Edition>> {
    editions(db, memory, &[id]).await?.pop().ok_or(diesel::result::Error::NotFound)
}

/// The same of several at once, in the order of the ids; one that there is not is left out.
pub async fn editions(db: &mut Connection, memory: &CourseMemory, ids: &[EditionId]) -> QueryResult<Vec<Arc<Edition>>> {
    let missing: Vec<EditionId> = ids.iter().filter(|id| memory.edition(**id).is_none()).copied().collect();
    if !missing.is_empty() {
        for row in EditionRow::query().filter(editions::id.eq_any(missing)).load(db).await? {
            memory.remember(row.into());
        }
    }
    Ok(ids.iter().filter_map(|id| memory.edition(*id)).collect())
}

/// An edition by its number.
pub async fn numbered(
    db: &mut Connection,
    memory: &CourseMemory,
    code: &str,
    number: i32,
) -> QueryResult<Option<Arc<Edition>>> {
    let wanted = editions::table.filter(editions::competency.eq(code)).filter(editions::number.eq(number));
    match wanted.select(editions::id).first(db).await.optional()? {
        Some(id) => edition(db, memory, id).await.map(Some),
        None => Ok(None),
    }
}
