//! What can be found, in the database: written by an import, asked by people.

use super::search::{Kind, SearchText};
use crate::{
    db::Connection,
    locale::Language,
    schema::{search_texts, sql_types},
};
use diesel::{QueryResult, QueryableByName, sql_types::Text};
use diesel_async::RunQueryDsl;

/// So many finds are given; who gets more asks again with another word.
const MOST: i32 = 50;

/// Replaces all that can be found.
pub async fn save(db: &mut Connection, texts: &[SearchText]) -> QueryResult<()> {
    diesel::delete(search_texts::table).execute(db).await?;
    diesel::insert_into(search_texts::table).values(texts).execute(db).await?;
    Ok(())
}

#[derive(QueryableByName, Debug)]
#[diesel(table_name = search_texts)]
pub struct Find {
    pub kind: Kind,
    pub place: String,
    pub title: String,
    pub body: String,
}

/// What holds every one of these words, as another form of the word or inside a longer one; the best first.
pub async fn find(db: &mut Connection, language: Language, words: &[String]) -> QueryResult<Vec<Find>> {
    let config = match language {
        Language::Nl => "dutch",
        Language::Fr => "french",
        Language::De => "german",
        Language::En => "english",
    };
    let beginnings: Vec<String> = words.iter().map(|word| format!("{word}:*")).collect();
    let inside: Vec<String> = words.iter().map(|word| format!("%{word}%")).collect();
    // By hand: diesel knows no full text search. The words are letters and digits only, so they mean nothing to LIKE or tsquery.
    let query = diesel::sql_query(format!(
        "SELECT kind, place, title, body FROM search_texts, to_tsquery('pg_catalog.{config}', $1) AS asked
         WHERE language = $2 AND (words @@ asked OR folded_title || ' ' || folded_body LIKE ALL ($3))
         ORDER BY words @@ asked DESC, ts_rank(words, asked) DESC, kind, place LIMIT {MOST}"
    ));
    query
        .bind::<Text, _>(beginnings.join(" & "))
        .bind::<sql_types::Language, _>(language)
        .bind::<diesel::sql_types::Array<Text>, _>(inside)
        .load(db)
        .await
}
