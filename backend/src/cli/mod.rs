//! The commands, one file each.

mod account;
mod brevet;
mod content;
mod demonstration;
mod doctor;
mod environment;
mod keys;
mod serve;

use crate::{
    clock::Clock,
    db::{self, Connection},
    identity::NewPassword,
    locale::Language,
    postgres::{self, PrivatePostgres},
    problem::Issue,
    settings::Settings,
};
use anyhow::Context;
use clap::{Parser, Subcommand};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Connectoo, the learning platform of digital helpers.
#[derive(Parser)]
#[command(name = "connectoo", version)]
struct Command {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    /// Run the service (the default).
    Serve,
    /// Bring the database to the state this program needs.
    Migrate {
        /// A role for the running service: it gets what the service needs, and may not change or delete what is issued.
        #[arg(long, value_name = "ROLE")]
        grant_to: Option<String>,
    },
    /// Check or import the course.
    #[command(subcommand)]
    Content(content::Content),
    /// Make an account or change a role.
    #[command(subcommand)]
    Account(account::Account),
    /// Make a specimen, or check files and statements without the service.
    #[command(subcommand)]
    Brevet(brevet::Brevet),
    /// Make the keys of the seal, of the badges and of the access tokens.
    #[command(subcommand)]
    Keys(keys::Keys),
    /// Look at settings, keys, database and course, and say what is wrong.
    Doctor,
    /// Become the private database server (the service calls this itself).
    #[command(hide = true)]
    BecomePostgres {
        postgres: PathBuf,
        #[arg(long, requires = "gid")]
        uid: Option<u32>,
        #[arg(long)]
        gid: Option<u32>,
        #[arg(long)]
        parent: u32,
        #[arg(last = true)]
        arguments: Vec<String>,
    },
}

/// Reads the command line and runs its command to the end.
#[tokio::main]
pub async fn main() -> ExitCode {
    match environment::read().run().await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("connectoo: {error:#}");
            ExitCode::FAILURE
        }
    }
}

impl Command {
    async fn run(self) -> anyhow::Result<ExitCode> {
        let settings = self.settings;
        match self.verb.unwrap_or(Verb::Serve) {
            Verb::Serve => serve::run(settings).await,
            Verb::Migrate { grant_to } => {
                let database = Database::open(&settings)?;
                let run = db::migrate(&database.url).await?;
                println!("{} migrations run", run.len());
                if let Some(role) = grant_to {
                    let protected = db::grant(&mut database.connect().await?, &role).await?;
                    println!("{role} may run the service, and only read and add to: {}", protected.join(", "));
                }
                Ok(ExitCode::SUCCESS)
            }
            Verb::Content(command) => content::run(&settings, command).await,
            Verb::Account(command) => account::run(&settings, command).await,
            Verb::Brevet(command) => brevet::run(&settings, command),
            Verb::Keys(command) => keys::run(&settings, command).await,
            Verb::Doctor => doctor::run(&settings).await,
            Verb::BecomePostgres { postgres, uid, gid, parent, arguments } => {
                Err(postgres::become_postgres(&postgres, uid.zip(gid), parent, &arguments))
            }
        }
    }
}

/// The database that the settings name, or the private one, which runs as long as this lives.
pub struct Database {
    pub url: String,
    pub private: Option<PrivatePostgres>,
}

/// The name of the database on the private server.
const PRIVATE_DATABASE: &str = "postgres";

impl Database {
    /// For the service, which must not lose its database when another process ends.
    pub fn own(settings: &Settings) -> anyhow::Result<Self> {
        Self::open_by(settings, |folder, launcher| PrivatePostgres::start(folder, launcher, &[]))
    }

    /// For commands that end: the private server may be that of a running service.
    pub fn open(settings: &Settings) -> anyhow::Result<Self> {
        Self::open_by(settings, PrivatePostgres::join)
    }

    fn open_by(
        settings: &Settings,
        open: impl FnOnce(&Path, &Path) -> anyhow::Result<PrivatePostgres>,
    ) -> anyhow::Result<Self> {
        if let Some(url) = &settings.database_url {
            return Ok(Self { url: url.clone(), private: None });
        }
        let launcher = std::env::current_exe().context("this program cannot find itself")?;
        let folder = settings.data_dir.join("postgres");
        std::fs::create_dir_all(&settings.data_dir).with_context(|| {
            format!("cannot write the data folder {}; CONNECTOO_DATA_DIR chooses another", settings.data_dir.display())
        })?;
        let private = open(&folder, &launcher)?;
        Ok(Self { url: private.url(PRIVATE_DATABASE), private: Some(private) })
    }

    pub async fn connect(&self) -> anyhow::Result<Connection> {
        db::connect(&self.url).await.context("cannot connect to the database")
    }
}

/// A password that somebody chose for an account, or what to choose instead.
fn password(text: &str, email: &str, name: &str) -> anyhow::Result<NewPassword> {
    let parsed = NewPassword::parse(text, email, name);
    parsed.map_err(|reason| anyhow::Error::msg(Issue::body("password", reason).detail(Language::En)))
}

/// The time for commands that end.
fn now() -> chrono::DateTime<chrono::Utc> {
    Clock::default().now()
}
