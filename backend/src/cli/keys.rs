//! `connectoo keys`: make what is missing, look at what is there, change the seal's key, try it out.

use super::Database;
use crate::{
    brevets::{
        seal_certificates::{self, CertificateUse, Known},
        sealing::{self, Sealing},
    },
    db, keys,
    settings::Settings,
};
use anyhow::{Context, bail, ensure};
use certificates::CertificateFacts;
use chrono::{DateTime, NaiveDate};
use clap::Subcommand;
use std::{path::PathBuf, process::ExitCode};

#[derive(Subcommand)]
pub enum Keys {
    /// Make the keys that are not there yet: a demonstration seal (self-signed), the key of the badges and that of the access tokens.
    Generate,
    /// Show the certificate of the seal, and every one that ever stood in a seal.
    List,
    /// Give the seal another key. Old brevets stay verifiable; the old private key is deleted. Token and badge keys stay.
    Rotate {
        /// The new private key, PEM. Without it, a demonstration seal gets a new demonstration key.
        #[arg(long, requires = "certificate")]
        key: Option<PathBuf>,
        /// Its certificates, PEM, its own first.
        #[arg(long, requires = "key")]
        certificate: Option<PathBuf>,
    },
    /// Try out the seal: sign, take a timestamp, look whether it is revoked, as the seal's level asks.
    Check,
    /// No longer believe a certificate whose key may be in wrong hands. Brevets in the register stay what they are.
    Withdraw {
        /// Its SHA-256, as `keys list` shows it; the first 16 characters are enough.
        fingerprint: String,
        #[arg(long)]
        reason: String,
    },
}

pub async fn run(settings: &Settings, command: Keys) -> anyhow::Result<ExitCode> {
    match command {
        Keys::Generate => generate(settings)?,
        Keys::List => list(settings).await?,
        Keys::Rotate { key, certificate } => rotate(settings, key.zip(certificate))?,
        Keys::Check => check(settings).await?,
        Keys::Withdraw { fingerprint, reason } => withdraw(settings, &fingerprint, &reason).await?,
    }
    Ok(ExitCode::SUCCESS)
}

fn generate(settings: &Settings) -> anyhow::Result<()> {
    let folder = settings.keys_dir();
    match keys::generate(&folder, &settings.issuer.en, super::now())?.as_slice() {
        [] => println!("All keys are there already, in {}", folder.display()),
        made => println!("Made in {}: {}", folder.display(), made.join(", ")),
    }
    Ok(())
}

async fn list(settings: &Settings) -> anyhow::Result<()> {
    let current = keys::Seal::load(settings)?.key()?.facts();
    println!("The seal of today\n{}", lines(&current));
    let known = known(settings).await?;
    for one in known.iter().filter(|one| one.certificate.fingerprint() != current.fingerprint) {
        let what = match one.used_as {
            CertificateUse::Seal => "An earlier seal",
            CertificateUse::Issuer => "Above a seal",
            CertificateUse::Timestamp => "In timestamps",
        };
        println!("\n{what}, known since {}\n{}", one.since.date_naive(), lines(&one.certificate.facts()));
        if let Some(withdrawn) = &one.withdrawn {
            println!("WITHDRAWN {}: {}", withdrawn.at.date_naive(), withdrawn.reason);
        }
    }
    Ok(())
}

fn lines(facts: &CertificateFacts) -> String {
    format!(
        "subject {}\nissuer  {}\nvalid   {} to {}\nSHA-256 {}",
        facts.subject,
        facts.issuer,
        day(facts.not_before),
        day(facts.not_after),
        facts.fingerprint
    )
}

fn day(at: i64) -> NaiveDate {
    DateTime::from_timestamp(at, 0).unwrap_or_default().date_naive()
}

async fn known(settings: &Settings) -> anyhow::Result<Vec<Known>> {
    let database = Database::open(settings)?;
    if settings.is_demonstration() {
        db::migrate(&database.url).await?;
    }
    Ok(seal_certificates::all(&mut database.connect().await?).await?)
}

fn rotate(settings: &Settings, new: Option<(PathBuf, PathBuf)>) -> anyhow::Result<()> {
    let facts = keys::rotate(settings, new, super::now())?;
    println!("The seal has a new key\n{}", lines(&facts));
    println!("\nThe old private key is deleted. Restart every process of the service, one by one.");
    Ok(())
}

async fn check(settings: &Settings) -> anyhow::Result<()> {
    let (seal, sealing) = (keys::Seal::load(settings)?, Sealing::new(settings)?);
    let key = tokio::task::spawn_blocking(move || seal.key()).await??;
    let (facts, now) = (key.facts(), super::now().timestamp());
    println!("{}", lines(&facts));
    ensure!(facts.covers(now), "the certificate of the seal is not valid today");
    let trial = key.clone();
    tokio::task::spawn_blocking(move || trial.sign(b"connectoo keys check")).await?.context("the key does not sign")?;
    sealing.try_out(&*key, now).await.with_context(|| format!("level {} cannot be had now", sealing.level))?;
    println!("The key signs. Level {}: all that it asks for can be had now.", sealing.level);
    println!("Certificates in a seal: {}", sealing::of_key(&*key).len());
    Ok(())
}

async fn withdraw(settings: &Settings, fingerprint: &str, reason: &str) -> anyhow::Result<()> {
    const LEAST: usize = 16;
    ensure!(fingerprint.len() >= LEAST, "give at least the first {LEAST} characters of the SHA-256");
    ensure!(!reason.trim().is_empty(), "a reason is needed: it is published with the certificate");
    let database = Database::open(settings)?;
    let db = &mut database.connect().await?;
    let known = seal_certificates::all(db).await?;
    let found = known.iter().find(|one| one.certificate.fingerprint().to_string().starts_with(fingerprint));
    let Some(found) = found else {
        bail!("no known certificate has the SHA-256 {fingerprint}: see connectoo keys list")
    };
    let certificate = found.certificate.fingerprint();
    match seal_certificates::withdraw(db, certificate, reason.trim(), super::now()).await? {
        true => {
            seal_certificates::write_beside_keys(db, &settings.keys_dir()).await?;
            println!("Withdrawn: {certificate}");
        }
        false => println!("{certificate} was withdrawn before; nothing has changed"),
    }
    Ok(())
}
