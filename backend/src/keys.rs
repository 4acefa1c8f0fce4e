//! The key files of this service: one seals brevets, another signs access tokens. Neither ever enters the database or a log.

use crate::identity::tokens::Tokens;
use anyhow::{Context, ensure};
use certificates::SealKey;
use chrono::{DateTime, Duration, Utc};
use std::{
    fs,
    io::Write,
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::Path,
};

pub const SEAL_KEY: &str = "seal.key.pem";
pub const SEAL_CERTIFICATE: &str = "seal.cert.pem";
const DEMONSTRATION: &str = "Connectoo demonstration seal";
/// A demonstration certificate is good for ten years.
const VALIDITY: Duration = Duration::days(3650);

/// Makes the keys that are not there yet; never touches one that is. Returns the files it made.
pub fn generate(folder: &Path, organisation: &str, at: DateTime<Utc>) -> anyhow::Result<Vec<String>> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let mut made = Vec::new();
    if !folder.join(SEAL_KEY).exists() {
        let subject = certificates::keys::Subject { organisation, common_name: DEMONSTRATION };
        let key = certificates::keys::generate(subject, at.timestamp(), (at + VALIDITY).timestamp())?;
        write(&folder.join(SEAL_CERTIFICATE), &key.certificate_pem, 0o644)?;
        write(&folder.join(SEAL_KEY), &key.key_pem, 0o600)?;
        made.extend([SEAL_KEY.to_owned(), SEAL_CERTIFICATE.to_owned()]);
    }
    if !folder.join(Tokens::FILE).exists() {
        write(&folder.join(Tokens::FILE), &Tokens::generate()?, 0o600)?;
        made.push(Tokens::FILE.to_owned());
    }
    Ok(made)
}

/// Whole or not at all: a killed process leaves no half of a key.
fn write(path: &Path, text: &str, mode: u32) -> anyhow::Result<()> {
    let new = path.with_extension("new");
    let mut file = fs::OpenOptions::new().create(true).truncate(true).write(true).mode(mode).open(&new)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&new, path).with_context(|| format!("cannot write {}", path.display()))
}

/// The key that seals brevets.
pub fn seal_key(folder: &Path) -> anyhow::Result<SealKey> {
    let key = read_private(&folder.join(SEAL_KEY))?;
    let certificate = folder.join(SEAL_CERTIFICATE);
    let certificate =
        fs::read_to_string(&certificate).with_context(|| format!("cannot read {}", certificate.display()))?;
    SealKey::from_pem(&key, &certificate).context("the seal's key and certificate cannot be used")
}

/// Whether the seal is the one this program made for demonstrations.
pub fn is_demonstration(key: &SealKey) -> bool {
    key.facts().subject.contains(DEMONSTRATION)
}

/// A private key's text, when nobody else may read it.
pub fn read_private(path: &Path) -> anyhow::Result<String> {
    let text = fs::read_to_string(path)
        .with_context(|| format!("cannot read the key {}; make keys with: connectoo keys generate", path.display()))?;
    let mode = fs::metadata(path)?.permissions().mode();
    ensure!(mode & 0o077 == 0, "{} may be read by others: chmod 600 it", path.display());
    Ok(text)
}
