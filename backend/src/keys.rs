//! The keys of this service: one seals brevets, one signs badges, one access tokens. None ever enters the database or a log.

use crate::{
    brevets::badge_keys::BadgeKeys,
    identity::tokens::Tokens,
    settings::{SealPlace, Settings},
};
use anyhow::{Context, anyhow, bail, ensure};
use certificates::{
    Certificate, CertificateFacts, SealKey,
    keys::{SoftwareKey, TokenAddress, TokenKey},
};
use chrono::{DateTime, Duration, Utc};
use std::{
    fs,
    io::Write,
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

pub const SEAL_KEY: &str = "seal.key.pem";
pub const SEAL_CERTIFICATE: &str = "seal.cert.pem";
/// The first words of an error, when the key of the seal cannot be opened.
pub const UNUSABLE: &str = "the seal cannot be used";
/// Every certificate that is believed in a seal, also of earlier ones: what the service publishes, for checks without it.
pub const KNOWN_CERTIFICATES: &str = "known-certificates.pem";
const DEMONSTRATION: &str = "Connectoo demonstration seal";
/// A demonstration certificate is good for ten years.
const VALIDITY: Duration = Duration::days(3650);

/// The key that seals brevets. A token that is not there is looked for again at each brevet; a file must be there.
pub struct Seal {
    place: Place,
    opened: OnceLock<Arc<dyn SealKey>>,
}

/// Where the key is, and what it takes to open it.
enum Place {
    Pem { key: PathBuf, certificates: PathBuf },
    Pkcs12 { file: PathBuf, password: PathBuf },
    Token { address: TokenAddress, pin: PathBuf, certificates: Option<PathBuf> },
}

impl Seal {
    /// # Errors
    /// When a key in a file cannot be used, or a file may be read by others. A token that is away is not an error yet.
    pub fn load(settings: &Settings) -> anyhow::Result<Self> {
        let seal = Self { place: Place::of(settings)?, opened: OnceLock::new() };
        match (&seal.place, seal.key()) {
            (Place::Token { pin, certificates, .. }, Err(error)) => {
                // What is in files is not mended by waiting.
                read_private(pin)?;
                certificates.as_deref().map(read_certificates).transpose()?;
                tracing::error!(error = format!("{error:#}"), "the seal cannot be used: brevets wait for it");
            }
            (Place::Pem { .. } | Place::Pkcs12 { .. }, Err(error)) => return Err(error),
            (_, Ok(_)) => {}
        }
        Ok(seal)
    }

    /// The key, opened now if it was not yet. It may take long: call it from a thread that may wait.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn key(&self) -> anyhow::Result<Arc<dyn SealKey>> {
        if let Some(key) = self.opened.get() {
            return Ok(key.clone());
        }
        let key = self.place.open().context(UNUSABLE)?;
        Ok(self.opened.get_or_init(|| key).clone())
    }

    /// The key, when it could be opened before.
    pub fn opened(&self) -> Option<Arc<dyn SealKey>> {
        self.opened.get().cloned()
    }

    /// What its certificate says, once it could be opened.
    pub fn facts(&self) -> Option<CertificateFacts> {
        self.opened.get().map(|key| key.facts())
    }
}

impl Place {
    fn of(settings: &Settings) -> anyhow::Result<Self> {
        let folder = settings.keys_dir();
        let secret = || {
            settings.seal_password_file.clone().context(
                "CONNECTOO_SEAL_PASSWORD_FILE is not set: it names the file with the password or the PIN of the seal",
            )
        };
        let certificates = settings.seal_certificate.clone();
        Ok(match settings.seal_key.clone().unwrap_or_else(|| SealPlace::File(folder.join(SEAL_KEY))) {
            SealPlace::Token(address) => Self::Token { address, pin: secret()?, certificates },
            SealPlace::File(file) if is_pkcs12(&file) => Self::Pkcs12 { file, password: secret()? },
            SealPlace::File(key) => {
                let certificates = certificates.unwrap_or_else(|| folder.join(SEAL_CERTIFICATE));
                Self::Pem { key, certificates }
            }
        })
    }

    fn open(&self) -> anyhow::Result<Arc<dyn SealKey>> {
        Ok(match self {
            Self::Pem { key, certificates } => {
                let certificates = read_text(certificates)?;
                let opened = SoftwareKey::from_pem(&read_private(key)?, &certificates);
                Arc::new(opened.with_context(|| format!("the key {} cannot be used", key.display()))?)
            }
            Self::Pkcs12 { file, password } => {
                let password = read_secret(password)?;
                let opened = SoftwareKey::from_pkcs12(&read_private_bytes(file)?, &password);
                Arc::new(opened.with_context(|| format!("the key {} cannot be used", file.display()))?)
            }
            Self::Token { address, pin, certificates } => {
                let pin = read_secret(pin)?;
                let certificates = certificates.as_deref().map(read_certificates).transpose()?.unwrap_or_default();
                let opened = TokenKey::open(address.clone(), &pin, certificates);
                Arc::new(opened.context("the key in the token cannot be used")?)
            }
        })
    }
}

fn is_pkcs12(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "p12" || extension == "pfx")
}

/// Makes the keys that are not there yet; never touches one that is. Returns the files it made.
pub fn generate(folder: &Path, organisation: &str, at: DateTime<Utc>) -> anyhow::Result<Vec<String>> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let mut made = Vec::new();
    if !folder.join(SEAL_KEY).exists() {
        let (key, certificate) = demonstration_key(organisation, at)?;
        write(&folder.join(SEAL_CERTIFICATE), &certificate, 0o644)?;
        write(&folder.join(SEAL_KEY), &key, 0o600)?;
        made.extend([SEAL_KEY.to_owned(), SEAL_CERTIFICATE.to_owned()]);
    }
    if !folder.join(Tokens::FILE).exists() {
        write(&folder.join(Tokens::FILE), &Tokens::generate()?, 0o600)?;
        made.push(Tokens::FILE.to_owned());
    }
    if !folder.join(BadgeKeys::FILE).exists() {
        write(&folder.join(BadgeKeys::FILE), &certificates::BadgeKey::generate()?, 0o600)?;
        made.push(BadgeKeys::FILE.to_owned());
    }
    Ok(made)
}

/// Gives the seal another key: the one in these files, or a new one for demonstrations. The old private key is gone
/// then. The other keys in the folder, those of tokens and badges, stay. Gives what the new certificate says.
///
/// # Errors
/// When the new key cannot seal now, or the seal is not kept as PEM files.
pub fn rotate(
    settings: &Settings,
    new: Option<(PathBuf, PathBuf)>,
    at: DateTime<Utc>,
) -> anyhow::Result<CertificateFacts> {
    let Place::Pem { key, certificates } = Place::of(settings)? else {
        bail!(
            "the seal is no PEM file: put the new key into another PKCS#12 file or under another label of the token, \
             let CONNECTOO_SEAL_KEY name it, and restart; earlier certificates stay known"
        );
    };
    let old = Place::Pem { key: key.clone(), certificates: certificates.clone() }.open();
    let (new_key, new_certificates) = match new {
        Some((key, certificates)) => (read_private(&key)?, read_text(&certificates)?),
        None => {
            let old = old.as_ref().map_err(|error| anyhow!("{error:#}"))?.facts();
            ensure!(
                is_demonstration(&old),
                "{} is no demonstration seal: give its new key with --key and --certificate",
                old.subject
            );
            demonstration_key(&settings.issuer.en, at)?
        }
    };
    let opened = SoftwareKey::from_pem(&new_key, &new_certificates).context("the new key cannot be used")?;
    ensure!(opened.facts().covers(at.timestamp()), "the new certificate is not valid today");
    if let Ok(old) = old {
        ensure!(old.facts().fingerprint != opened.facts().fingerprint, "this is the key that seals already");
    }
    // Killed between the two, the next start says that they do not belong together, and `rotate` again mends it.
    write(&certificates, &new_certificates, 0o644)?;
    write(&key, &new_key, 0o600)?;
    Ok(opened.facts())
}

/// A private key and its certificate.
fn demonstration_key(organisation: &str, at: DateTime<Utc>) -> anyhow::Result<(String, String)> {
    let subject = certificates::keys::Subject { organisation, common_name: DEMONSTRATION };
    let made = certificates::keys::generate(subject, at.timestamp(), (at + VALIDITY).timestamp())?;
    Ok((made.key_pem, made.certificate_pem))
}

/// Whole or not at all: a killed process leaves no half of a key.
fn write(path: &Path, text: &str, mode: u32) -> anyhow::Result<()> {
    let new = path.with_extension("new");
    let mut file = fs::OpenOptions::new().create(true).truncate(true).write(true).mode(mode).open(&new)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&new, path).with_context(|| format!("cannot write {}", path.display()))
}

/// Whether a certificate is one that this program made for demonstrations.
pub fn is_demonstration(facts: &CertificateFacts) -> bool {
    facts.subject.contains(DEMONSTRATION)
}

/// A private key's text, when nobody else may read it.
pub fn read_private(path: &Path) -> anyhow::Result<String> {
    String::from_utf8(read_private_bytes(path)?).with_context(|| format!("{} is not a text", path.display()))
}

fn read_private_bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    let bytes = fs::read(path)
        .with_context(|| format!("cannot read the key {}; make keys with: connectoo keys generate", path.display()))?;
    let mode = fs::metadata(path)?.permissions().mode();
    ensure!(mode & 0o077 == 0, "{} may be read by others: chmod 600 it", path.display());
    Ok(bytes)
}

/// A password or PIN: the first line of its file.
fn read_secret(path: &Path) -> anyhow::Result<String> {
    Ok(read_private(path)?.lines().next().unwrap_or_default().to_owned())
}

/// The certificates of a PEM file.
pub fn read_certificates(path: &Path) -> anyhow::Result<Vec<Certificate>> {
    let found = Certificate::all_from_pem(&read_text(path)?)
        .with_context(|| format!("the certificates in {} cannot be read", path.display()))?;
    ensure!(!found.is_empty(), "{} holds no certificate", path.display());
    Ok(found)
}

fn read_text(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
