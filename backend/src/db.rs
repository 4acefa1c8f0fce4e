//! The way to Postgres: pools, migrations, and Rust enums as Postgres enums.

use anyhow::Context;
use diesel_async::{
    AsyncMigrationHarness, AsyncPgConnection,
    pooled_connection::{AsyncDieselConnectionManager, deadpool},
};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use std::time::Duration;

pub type Connection = AsyncPgConnection;
pub type Pool = deadpool::Pool<Connection>;
pub type PooledConnection = deadpool::Object<Connection>;

const MIGRATIONS: EmbeddedMigrations = embed_migrations!();

/// How long a request waits for a connection before it is answered 503.
const WAIT: Duration = Duration::from_secs(5);

/// A pool of at most `size` connections; opens none before it is asked for one.
pub fn pool(url: &str, size: usize) -> anyhow::Result<Pool> {
    let manager = AsyncDieselConnectionManager::<Connection>::new(url);
    Ok(Pool::builder(manager)
        .max_size(size)
        .wait_timeout(Some(WAIT))
        .create_timeout(Some(WAIT))
        .recycle_timeout(Some(WAIT))
        .runtime(::deadpool::Runtime::Tokio1)
        .build()?)
}

/// Brings the database to the state this program was built for. Returns the names of the migrations it ran.
///
/// Processes that start together take turns (an advisory lock). Needs a multi-threaded runtime.
pub async fn migrate(url: &str) -> anyhow::Result<Vec<String>> {
    use diesel_async::{AsyncConnection, RunQueryDsl};
    const LOCK: i64 = 0x434f_4e4e_4543; // "CONNEC": any number, but always this one
    let mut lock = Connection::establish(url).await.context("cannot connect to the database")?;
    diesel::sql_query(format!("SELECT pg_advisory_lock({LOCK})")).execute(&mut lock).await?;
    let connection = Connection::establish(url).await?;
    tokio::task::spawn_blocking(move || {
        let mut harness = AsyncMigrationHarness::new(connection);
        let run = harness.run_pending_migrations(MIGRATIONS).map_err(|error| anyhow::anyhow!("{error}"))?;
        Ok(run.iter().map(ToString::to_string).collect())
    })
    .await?
}

/// The names of the migrations that the database still lacks.
pub async fn pending_migrations(url: &str) -> anyhow::Result<Vec<String>> {
    use diesel_async::AsyncConnection;
    use diesel_migrations::MigrationHarness;
    let connection = Connection::establish(url).await.context("cannot connect to the database")?;
    tokio::task::spawn_blocking(move || {
        let mut harness = AsyncMigrationHarness::new(connection);
        let pending = harness.pending_migrations(MIGRATIONS).map_err(|error| anyhow::anyhow!("{error}"))?;
        Ok(pending.iter().map(|migration| migration.name().to_string()).collect())
    })
    .await?
}

/// Undoes every migration; only tests call it, to prove that each can be undone.
pub async fn revert_all(url: &str) -> anyhow::Result<()> {
    use diesel_async::AsyncConnection;
    let connection = Connection::establish(url).await?;
    tokio::task::spawn_blocking(move || {
        let mut harness = AsyncMigrationHarness::new(connection);
        harness.revert_all_migrations(MIGRATIONS).map_err(|error| anyhow::anyhow!("{error}"))?;
        Ok(())
    })
    .await?
}

/// A Rust enum that is an enum in Postgres and a word in JSON alike.
macro_rules! pg_enum {
    ($(#[$doc:meta])* $name:ident as $sql:ty { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, serde::Serialize, serde::Deserialize,
            diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
        #[diesel(sql_type = $sql)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word for it in the database, in JSON and in addresses.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();
            fn from_str(word: &str) -> Result<Self, ()> {
                match word { $($word => Ok(Self::$variant),)+ _ => Err(()) }
            }
        }

        impl diesel::serialize::ToSql<$sql, diesel::pg::Pg> for $name {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, diesel::pg::Pg>) -> diesel::serialize::Result {
                std::io::Write::write_all(out, self.word().as_bytes())?;
                Ok(diesel::serialize::IsNull::No)
            }
        }

        impl diesel::deserialize::FromSql<$sql, diesel::pg::Pg> for $name {
            fn from_sql(value: diesel::pg::PgValue<'_>) -> diesel::deserialize::Result<Self> {
                let word = std::str::from_utf8(value.as_bytes())?;
                word.parse().map_err(|()| format!("unknown {}: {word}", stringify!($name)).into())
            }
        }
    };
}
pub(crate) use pg_enum;

/// A Rust value that is kept as one `jsonb` value.
macro_rules! jsonb {
    ($name:ty) => {
        impl diesel::serialize::ToSql<diesel::sql_types::Jsonb, diesel::pg::Pg> for $name {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, diesel::pg::Pg>,
            ) -> diesel::serialize::Result {
                std::io::Write::write_all(out, &[1])?; // the version byte of jsonb's binary form
                serde_json::to_writer(out, self)?;
                Ok(diesel::serialize::IsNull::No)
            }
        }

        impl diesel::deserialize::FromSql<diesel::sql_types::Jsonb, diesel::pg::Pg> for $name {
            fn from_sql(value: diesel::pg::PgValue<'_>) -> diesel::deserialize::Result<Self> {
                match value.as_bytes().split_first() {
                    Some((1, json)) => Ok(serde_json::from_slice(json)?),
                    _ => Err("unsupported version of jsonb".into()),
                }
            }
        }
    };
}
pub(crate) use jsonb;
