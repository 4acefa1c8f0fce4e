//! What can be found, in the database: written by an import, asked by people.

use super::{
    search::{Kind, SearchText},
    search_near::{self, SearchWord},
    search_spelling::Question,
};
use crate::{
    db::Connection,
    locale::Language,
    schema::{search_texts, search_words, sql_types},
};
use diesel::{
    ExpressionMethods, QueryDsl, QueryResult, QueryableByName,
    sql_types::{Array, BigInt, Integer, Nullable, Text},
};
use diesel_async::RunQueryDsl;

/// So many finds are given; who gets more asks again with another word.
const MOST: usize = 50;

/// Replaces all that can be found.
pub async fn save(db: &mut Connection, texts: &[SearchText]) -> QueryResult<()> {
    diesel::delete(search_texts::table).execute(db).await?;
    diesel::insert_into(search_texts::table).values(texts).execute(db).await?;
    diesel::delete(search_words::table).execute(db).await?;
    let words = search_near::words(texts);
    let (languages, times): (Vec<_>, Vec<_>) = words.iter().map(|word| (word.language, word.times)).unzip();
    let words: Vec<&str> = words.iter().map(|word| word.word.as_str()).collect();
    // By hand: as rows of values they are more than a statement may have parameters.
    diesel::sql_query("INSERT INTO search_words (language, word, times) SELECT * FROM unnest($1, $2, $3)")
        .bind::<Array<sql_types::Language>, _>(languages)
        .bind::<Array<Text>, _>(words)
        .bind::<Array<Integer>, _>(times)
        .execute(db)
        .await?;
    Ok(())
}

#[derive(QueryableByName, Debug)]
struct FoundRow {
    #[diesel(sql_type = sql_types::SearchKind)]
    kind: Kind,
    #[diesel(sql_type = Text)]
    place: String,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    body: String,
    #[diesel(sql_type = Array<Nullable<Text>>)]
    stems: Vec<Option<String>>,
    #[diesel(sql_type = BigInt)]
    total: i64,
}

#[derive(Debug)]
pub struct Find {
    pub kind: Kind,
    pub place: String,
    pub title: String,
    pub body: String,
}

/// What was found.
#[derive(Default, Debug)]
pub struct Found {
    /// The best, so many as are given.
    pub finds: Vec<Find>,
    /// How many there are in all.
    pub total: i64,
    /// The stem of each part of the words that were asked for, none of those that mean nothing, such as "the".
    pub stems: Vec<Option<String>>,
}

/// What holds every one of these words: as another form of the word, inside a longer one, or spelled differently; the best first.
async fn find(db: &mut Connection, question: &Question) -> QueryResult<Found> {
    let config = match question.language {
        Language::Nl => "dutch",
        Language::Fr => "french",
        Language::De => "german",
        Language::En => "english",
    };
    let Terms { beginnings, inside, apart, parts, together } = Terms::of(question);
    // By hand: diesel knows no full text search. The words are letters and digits only, so they mean nothing to LIKE, to a
    // regular expression or to tsquery. A word without a stem, such as "the", holds nothing up unless there are no others.
    let query = diesel::sql_query(format!(
        "WITH asked AS MATERIALIZED (
             SELECT to_tsquery('pg_catalog.{config}', beginning) AS stem, inside, apart
             FROM unnest($1, $2, $3) AS word (beginning, inside, apart)
         )
         SELECT kind, place, title, body, count(*) OVER () AS total,
                ARRAY(SELECT (ts_lexize('pg_catalog.{config}_stem', part))[1] FROM unnest($4) AS part) AS stems
         FROM search_texts, to_tsquery('pg_catalog.{config}', array_to_string($1, ' & ')) AS whole
         WHERE language = $6 AND (
             SELECT bool_and(numnode(stem) = 0 AND numnode(whole) > 0 OR words @@ stem
                             OR folded_title || ' ' || folded_body LIKE inside OR loose ~ apart)
             FROM asked)
         ORDER BY loose ~ $5 DESC, words @@ whole DESC, ts_rank(words, whole) DESC, kind, place LIMIT {MOST}"
    ));
    let rows: Vec<FoundRow> = query
        .bind::<Array<Text>, _>(beginnings)
        .bind::<Array<Text>, _>(inside)
        .bind::<Array<Text>, _>(apart)
        .bind::<Array<Text>, _>(parts)
        .bind::<Text, _>(together)
        .bind::<sql_types::Language, _>(question.language)
        .load(db)
        .await?;
    let (total, stems) = rows.as_slice().first().map(|row| (row.total, row.stems.clone())).unwrap_or_default();
    let find = |FoundRow { kind, place, title, body, .. }| Find { kind, place, title, body };
    Ok(Found { finds: rows.into_iter().map(find).collect(), total, stems })
}

/// A question as the database is asked it, of each word:
struct Terms {
    /// For tsquery: what begins with its parts.
    beginnings: Vec<String>,
    /// For LIKE: where it stands in a longer word. One of several parts does so in the loose spelling only.
    inside: Vec<String>,
    /// As a regular expression: where it stands in the loose spelling, in one piece or as several whole words.
    apart: Vec<String>,
    /// All parts of all words.
    parts: Vec<String>,
    /// As a regular expression: all that was typed in one piece; of one plain word nothing.
    together: String,
}

impl Terms {
    fn of(question: &Question) -> Self {
        let words = &question.words;
        let beginning = |parts: &[String]| parts.iter().map(|part| format!("{part}:*")).collect::<Vec<_>>().join(" & ");
        let spaced = |word: &str| word.chars().map(String::from).collect::<Vec<_>>().join(" ?");
        Self {
            beginnings: words.iter().map(|word| beginning(&word.parts)).collect(),
            inside: words
                .iter()
                .map(|word| if let [part] = word.parts.as_slice() { format!("%{part}%") } else { String::new() })
                .collect(),
            apart: words
                .iter()
                .map(|word| match word.may_stand_apart() {
                    true => format!("{}| {} ", word.loose, spaced(&word.loose)),
                    false => word.loose.clone(),
                })
                .collect(),
            parts: words.iter().flat_map(|word| word.parts.iter().cloned()).collect(),
            together: question.together().map(|whole| format!(" {}", spaced(&whole))).unwrap_or_default(),
        }
    }
}

/// The question as it was probably meant, and what that finds.
pub struct Closest {
    pub asked: String,
    pub question: Question,
    pub found: Found,
}

/// What a question finds; when that is nothing because of a typing error, also what comes closest.
pub async fn search(db: &mut Connection, question: &Question) -> QueryResult<(Found, Option<Closest>)> {
    let found = find(db, question).await?;
    let closest = if found.total == 0 { closest(db, question).await? } else { None };
    Ok((found, closest))
}

async fn closest(db: &mut Connection, question: &Question) -> QueryResult<Option<Closest>> {
    let words: Vec<(String, i32)> = search_words::table
        .filter(search_words::language.eq(question.language))
        .select((search_words::word, search_words::times))
        .load(db)
        .await?;
    let language = question.language;
    let words: Vec<_> = words.into_iter().map(|(word, times)| SearchWord { language, word, times }).collect();
    let Some(asked) = search_near::closest(question, &words) else { return Ok(None) };
    let question = Question::new(&asked, language);
    let found = find(db, &question).await?;
    Ok((found.total > 0).then_some(Closest { asked, question, found }))
}
