//! The database: each migration can be undone, tables explain themselves, `schema.rs` tells the truth.

use crate::harness::{empty_database, fresh_database};
use connectoo::db::{self, Connection};
use diesel::{QueryableByName, sql_types::Text};
use diesel_async::{AsyncConnection, RunQueryDsl};
use std::collections::{BTreeMap, BTreeSet};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

async fn lines(url: &str, query: &str) -> Vec<String> {
    let mut db = Connection::establish(url).await.unwrap();
    diesel::sql_query(query).load::<Line>(&mut db).await.unwrap().into_iter().map(|line| line.line).collect()
}

const COLUMNS: &str = "SELECT format('%s.%s %s %s', table_name, column_name, udt_name, is_nullable) AS line FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '__diesel_schema_migrations' ORDER BY table_name, ordinal_position";

#[tokio::test(flavor = "multi_thread")]
async fn every_migration_runs_is_undone_and_runs_again() {
    let url = empty_database().await;
    assert!(!db::migrate(&url).await.unwrap().is_empty());
    let first = lines(&url, COLUMNS).await;
    assert!(db::migrate(&url).await.unwrap().is_empty(), "a second run has nothing to do");
    db::revert_all(&url).await.unwrap();
    assert_eq!(lines(&url, COLUMNS).await, Vec::<String>::new());
    let left = "SELECT typname::text AS line FROM pg_type JOIN pg_namespace n ON n.oid = typnamespace WHERE nspname = 'public' AND typtype = 'e'";
    assert_eq!(lines(&url, left).await, Vec::<String>::new(), "no type is left behind");
    db::migrate(&url).await.unwrap();
    assert_eq!(lines(&url, COLUMNS).await, first);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_may_migrate_at_once() {
    let url = empty_database().await;
    let (one, other) = tokio::join!(db::migrate(&url), db::migrate(&url));
    let counts = [one.unwrap().len(), other.unwrap().len()];
    assert!(counts.contains(&0) && counts.iter().any(|count| *count > 0), "{counts:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_table_says_what_it_is() {
    let url = fresh_database().await;
    let silent = "SELECT relname::text AS line FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
         WHERE nspname = 'public' AND relkind = 'r' AND relname <> '__diesel_schema_migrations' AND obj_description(pg_class.oid) IS NULL";
    assert_eq!(lines(&url, silent).await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn schema_rs_is_what_the_database_is() {
    let url = fresh_database().await;
    let query = "SELECT format('%s.%s', table_name, column_name) AS line FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name <> '__diesel_schema_migrations'";
    let real: BTreeSet<String> = lines(&url, query).await.into_iter().collect();
    let nullable: BTreeSet<String> =
        lines(&url, &format!("{query} AND is_nullable = 'YES'")).await.into_iter().collect();
    let schema = std::fs::read_to_string("backend/src/schema.rs").unwrap();
    let mut written = BTreeMap::new();
    let mut table = String::new();
    for line in schema.lines().map(str::trim) {
        if let Some((name, _)) = line.strip_suffix('{').and_then(|line| line.split_once(" (")) {
            table = name.to_owned();
        } else if let Some((column, kind)) = line.split_once(" -> ").filter(|(column, _)| !column.contains('!')) {
            written.insert(format!("{table}.{column}"), kind.starts_with("Nullable"));
        }
    }
    assert_eq!(written.keys().cloned().collect::<BTreeSet<_>>(), real);
    assert_eq!(
        written.into_iter().filter(|(_, nullable)| *nullable).map(|(name, _)| name).collect::<BTreeSet<_>>(),
        nullable
    );
}
