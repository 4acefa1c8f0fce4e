//! Importing a course: a changed module becomes its next edition, an unchanged one stays as it is.

use super::{
    course::Course,
    search, search_store,
    store::{self, NewEdition},
};
use crate::{competencies, db::Connection, ids::EditionId};
use anyhow::ensure;
use chrono::{DateTime, Utc};
use diesel_async::{AsyncConnection, RunQueryDsl};
use sha2::{Digest, Sha256};

/// What an import did.
#[derive(Debug, PartialEq, Eq)]
pub struct Imported {
    /// The modules that got a new edition, each with its number.
    pub published: Vec<(String, i32)>,
    pub unchanged: usize,
}

/// Imports everything or nothing; refuses a course with complaints.
pub async fn import(db: &mut Connection, course: &Course, at: DateTime<Utc>) -> anyhow::Result<Imported> {
    ensure!(course.complaints.is_empty(), "the course has {} complaints", course.complaints.len());
    let imported = db
        .transaction(async |db| {
            // Two imports at once take turns, or both would publish the same number.
            diesel::sql_query("LOCK TABLE editions IN SHARE ROW EXCLUSIVE MODE").execute(db).await?;
            competencies::store::save(db, &course.curriculum).await?;
            store::save_glossary(db, &course.glossary).await?;
            search_store::save(db, &search::texts(course)).await?;
            let newest = store::newest(db).await?;
            let mut imported = Imported { published: Vec::new(), unchanged: 0 };
            for module in &course.modules {
                let json = serde_json::to_vec(module)
                    .map_err(|error| diesel::result::Error::SerializationError(error.into()))?;
                let hash: [u8; 32] = Sha256::digest(&json).into();
                let last = newest.get(&module.competency);
                if last.is_some_and(|last| last.content_hash == hash) {
                    imported.unchanged += 1;
                    continue;
                }
                let number = last.map_or(1, |last| last.number + 1);
                let edition = NewEdition {
                    id: EditionId::new(),
                    competency: &module.competency,
                    number,
                    content_hash: &hash,
                    content: module,
                    published_at: at,
                };
                store::publish(db, &edition).await?;
                imported.published.push((module.competency.clone(), number));
            }
            diesel::sql_query("NOTIFY connectoo, 'course'").execute(db).await?;
            diesel::QueryResult::Ok(imported)
        })
        .await?;
    Ok(imported)
}
