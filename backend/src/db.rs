//! The way to Postgres: pools, migrations, and Rust enums as Postgres enums.

use anyhow::Context;
use diesel::{ConnectionError, ConnectionResult};
use diesel_async::{
    AsyncMigrationHarness, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection,
    pooled_connection::{AsyncDieselConnectionManager, ManagerConfig, RecyclingMethod, deadpool},
};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use futures_util::FutureExt;
use rustls::{ClientConfig, RootCertStore};
use std::{
    sync::{Arc, LazyLock},
    time::Duration,
};
use tokio_postgres::{config::SslMode, tls::MakeTlsConnect};
use tokio_postgres_rustls::MakeRustlsConnect;

pub type Connection = AsyncPgConnection;
pub type Pool = deadpool::Pool<Connection>;
pub type PooledConnection = deadpool::Object<Connection>;

const MIGRATIONS: EmbeddedMigrations = embed_migrations!();

/// How long a request waits for a connection before it is answered 503.
const WAIT: Duration = Duration::from_secs(5);

/// How long a statement may take; what is slower is stuck.
const STATEMENT_TIMEOUT: &str = "SET statement_timeout = '15s'; SET idle_in_transaction_session_timeout = '15s'";
/// How long a server may keep silent before the connection to it is given up, as after a failover.
const SILENCE: Duration = Duration::from_secs(20);

/// A connection, by TLS where the address asks for it (`sslmode=require`) or the server offers it.
pub async fn connect(url: &str) -> ConnectionResult<Connection> {
    let bad = |error| ConnectionError::BadConnection(format!("{:#}", anyhow::Error::from(error))); // with its cause
    let (client, connection) = listener(url).await.map_err(bad)?;
    let mut connection = Connection::try_from_client_and_connection(client, connection).await?;
    connection.batch_execute(STATEMENT_TIMEOUT).await.map_err(ConnectionError::CouldntSetupConfiguration)?;
    Ok(connection)
}

/// What must be polled for a client to get its answers.
type Driver = tokio_postgres::Connection<
    tokio_postgres::Socket,
    <MakeRustlsConnect as MakeTlsConnect<tokio_postgres::Socket>>::Stream,
>;

/// The driver's own connection, for what diesel does not do: hearing NOTIFY.
pub async fn listener(url: &str) -> Result<(tokio_postgres::Client, Driver), tokio_postgres::Error> {
    let mut config: tokio_postgres::Config = url.parse()?;
    config.connect_timeout(WAIT).keepalives_idle(SILENCE).tcp_user_timeout(SILENCE);
    let connected = config.connect(MakeRustlsConnect::new(TLS.clone())).await;
    // "prefer", the default, promises no proof of who the server is: one with a certificate of its own making is taken without.
    if connected.is_err() && config.get_ssl_mode() == SslMode::Prefer {
        config.ssl_mode(SslMode::Disable);
        return config.connect(MakeRustlsConnect::new(TLS.clone())).await;
    }
    connected
}

/// The authorities that this machine trusts, or those in `SSL_CERT_FILE`.
pub(crate) static TLS: LazyLock<ClientConfig> = LazyLock::new(|| {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let builder = builder.expect("ring has the default protocol versions");
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    builder.with_root_certificates(roots).with_no_client_auth()
});

/// A pool of at most `size` connections; opens none before it is asked for one.
pub fn pool(url: &str, size: usize) -> anyhow::Result<Pool> {
    let mut config = ManagerConfig::default();
    // No question to the server before each use: a connection that broke is noticed by its first statement and thrown away.
    config.recycling_method = RecyclingMethod::Fast;
    config.custom_setup = Box::new(|url| connect(url).boxed());
    let manager = AsyncDieselConnectionManager::<Connection>::new_with_config(url, config);
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
    const LOCK: i64 = 0x434f_4e4e_4543; // "CONNEC": any number, but always this one
    let mut lock = patient(url).await?;
    diesel::sql_query(format!("SELECT pg_advisory_lock({LOCK})")).execute(&mut lock).await?;
    with_harness(url, |harness| {
        let run = harness.run_pending_migrations(MIGRATIONS)?;
        Ok(run.iter().map(ToString::to_string).collect())
    })
    .await
}

/// Gives a role what the running service needs. Tables that a trigger keeps from change can only be read and added to,
/// so that the service's own role could not remove what protects them either. Gives the names of those.
pub async fn grant(db: &mut Connection, role: &str) -> anyhow::Result<Vec<String>> {
    #[derive(diesel::QueryableByName)]
    struct Name {
        #[diesel(sql_type = diesel::sql_types::Text)]
        name: String,
    }
    // Privileges are no queries of data: diesel has no words for them.
    let protected: Vec<Name> = diesel::sql_query(
        "SELECT DISTINCT relname::text AS name FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
         WHERE tgfoid = 'refuse_change'::regproc AND tgname LIKE '%\\_append\\_only' ORDER BY 1",
    )
    .load(db)
    .await?;
    let quoted = format!("\"{}\"", role.replace('"', "\"\""));
    let mut statements = format!(
        "GRANT USAGE ON SCHEMA public TO {quoted}; REVOKE CREATE ON SCHEMA public FROM {quoted};
         GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {quoted};
         REVOKE ALL ON __diesel_schema_migrations FROM {quoted}; GRANT SELECT ON __diesel_schema_migrations TO {quoted};"
    );
    for Name { name } in &protected {
        statements += &format!("REVOKE UPDATE, DELETE, TRUNCATE ON {name} FROM {quoted};");
    }
    db.batch_execute(&statements).await.with_context(|| format!("the role {role} cannot be given its rights"))?;
    Ok(protected.into_iter().map(|table| table.name).collect())
}

/// The names of the migrations that the database still lacks.
pub async fn pending_migrations(url: &str) -> anyhow::Result<Vec<String>> {
    with_harness(url, |harness| {
        let pending = harness.pending_migrations(MIGRATIONS)?;
        Ok(pending.iter().map(|migration| migration.name().to_string()).collect())
    })
    .await
}

/// Undoes every migration; only tests call it, to prove that each can be undone.
pub async fn revert_all(url: &str) -> anyhow::Result<()> {
    with_harness(url, |harness| harness.revert_all_migrations(MIGRATIONS).map(drop)).await
}

/// A connection whose statements may take their time.
async fn patient(url: &str) -> anyhow::Result<Connection> {
    let mut connection = connect(url).await.context("cannot connect to the database")?;
    diesel::sql_query("SET statement_timeout = 0").execute(&mut connection).await?;
    Ok(connection)
}

type HarnessError = Box<dyn std::error::Error + Send + Sync>;

/// Runs what diesel's migrations only do from a blocking thread.
async fn with_harness<T: Send + 'static>(
    url: &str,
    work: impl FnOnce(&mut AsyncMigrationHarness<Connection>) -> Result<T, HarnessError> + Send + 'static,
) -> anyhow::Result<T> {
    let mut harness = AsyncMigrationHarness::new(patient(url).await?);
    tokio::task::spawn_blocking(move || work(&mut harness)).await?.map_err(|error| anyhow::anyhow!("{error}"))
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

/// A struct that is kept as one `jsonb` value. What it derives beyond that stands on it.
macro_rules! jsonb {
    ($(#[$meta:meta])* $vis:vis struct $name:ident $($fields:tt)+) => {
        #[derive(Clone, PartialEq, Debug, serde::Serialize, serde::Deserialize,
            diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
        $(#[$meta])*
        #[diesel(sql_type = diesel::sql_types::Jsonb)]
        $vis struct $name $($fields)+

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
