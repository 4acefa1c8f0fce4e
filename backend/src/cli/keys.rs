//! `connectoo keys`: make what is missing, look at what is there.

use crate::{keys, settings::Settings};
use clap::Subcommand;
use std::process::ExitCode;

#[derive(Subcommand)]
pub enum Keys {
    /// Make the keys that are not there yet: a demonstration seal (self-signed) and the key of the access tokens.
    Generate,
    /// Show the certificate of the seal.
    Show,
}

pub fn run(settings: &Settings, command: Keys) -> anyhow::Result<ExitCode> {
    let folder = settings.keys_dir();
    match command {
        Keys::Generate => {
            let made = keys::generate(&folder, &settings.issuer, super::now())?;
            match made.as_slice() {
                [] => println!("All keys are there already, in {}", folder.display()),
                made => println!("Made in {}: {}", folder.display(), made.join(", ")),
            }
        }
        Keys::Show => {
            let facts = keys::Seal::load(settings)?.key()?.facts();
            let day = |at| chrono::DateTime::from_timestamp(at, 0).unwrap_or_default().date_naive();
            let fingerprint: String = facts.fingerprint.0.iter().map(|byte| format!("{byte:02x}")).collect();
            println!(
                "subject {}\nissuer  {}\nvalid   {} to {}",
                facts.subject,
                facts.issuer,
                day(facts.not_before),
                day(facts.not_after)
            );
            println!("SHA-256 {fingerprint}");
        }
    }
    Ok(ExitCode::SUCCESS)
}
