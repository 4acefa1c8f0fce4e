//! What a seal must hold, and how it comes by it: a timestamp, and the proofs by which it can be checked for long.

use super::seal_certificates::CertificateUse;
use crate::{
    fetch::Fetch,
    keys,
    settings::{SealLevel, Settings},
};
use anyhow::{Context, bail};
use certificates::{
    Certificate, Fingerprint, SealKey, Sheet, Signed,
    revocation::{self, Evidence, Proof, RevocationError},
    timestamp::{Timestamp, TimestampRequest},
};
use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use tokio::{sync::Mutex, task::spawn_blocking};

/// A token with a long chain has some 10 KB.
const LARGEST_TIMESTAMP: usize = 64 * 1024;
/// What a file keeps free for the token of an authority that has stamped nothing yet, in bytes.
const USUAL_TOKEN: usize = 4 * 1024;
/// Tokens of one authority differ by their numbers and signatures only, by some bytes.
const SPARE: usize = 64;
/// What may go into every brevet, when something smaller can be had.
const SMALL: usize = 64 * 1024;
const LARGEST_PROOF: usize = 1024 * 1024;
/// A proof is fetched anew after an hour, in seconds; when that fails, the old one is good until its own end.
const FRESH: i64 = 3600;
/// A proof that ends sooner than this, in seconds, is not put into a seal.
const MARGIN: i64 = 300;

// What hinders a seal, as the first words of an error: administrators read it in their language.
pub const NO_TIMESTAMP: &str = "no timestamp could be had";
pub const BAD_TIMESTAMP: &str = "the timestamp is not accepted";
pub const NEW_AUTHORITY: &str = "the timestamp authority has changed";
pub const NO_PROOF: &str = "it cannot be learned whether the certificate is revoked";
pub const FAILED: &str = "sealing failed";

/// How this service seals.
pub struct Sealing {
    pub level: SealLevel,
    authority: Option<Authority>,
    fetch: Fetch,
    memory: Mutex<Memory>,
    /// Of those that came, in bytes; 0 before the first.
    longest_token: AtomicUsize,
}

/// Who stamps the time, and whom we trust for that.
struct Authority {
    address: String,
    trusted: Vec<Certificate>,
}

/// What was fetched before.
#[derive(Default)]
struct Memory {
    proofs: HashMap<Fingerprint, Remembered>,
    /// The timestamp authority's certificate and those above it, as its last timestamp had them.
    stamped_by: Vec<Certificate>,
}

struct Remembered {
    proof: Proof,
    /// Unix seconds.
    fetched_at: i64,
}

/// A sealed file, and the certificates that are in its seal.
pub struct Sealed {
    pub bytes: Vec<u8>,
    pub certificates: Vec<(Certificate, CertificateUse)>,
}

impl Sealing {
    /// # Errors
    /// When the settings contradict each other, or the trusted certificates cannot be read.
    pub fn new(settings: &Settings) -> anyhow::Result<Self> {
        let authority = match (&settings.tsa_url, &settings.tsa_certificates) {
            (Some(address), Some(file)) => {
                Some(Authority { address: address.clone(), trusted: keys::read_certificates(file)? })
            }
            (Some(_), None) => bail!(
                "CONNECTOO_TSA_CERTIFICATES is not set: it names the certificates by which timestamps are trusted"
            ),
            (None, _) => None,
        };
        let usual = if authority.is_some() { SealLevel::Timestamped } else { SealLevel::Basic };
        let level = settings.seal_level.unwrap_or(usual);
        if level > SealLevel::Basic && authority.is_none() {
            bail!("CONNECTOO_SEAL_LEVEL asks for a timestamp: CONNECTOO_TSA_URL must name who gives it");
        }
        Ok(Self {
            level,
            authority,
            fetch: Fetch::new()?,
            memory: Mutex::default(),
            longest_token: AtomicUsize::new(0),
        })
    }

    /// Seals at the level that is set, or not at all.
    ///
    /// # Errors
    /// When anything that the level asks for cannot be had now.
    pub async fn seal(&self, sheet: Sheet, key: Arc<dyn SealKey>) -> anyhow::Result<Sealed> {
        let at = sheet.sealed_at;
        let mut certificates = of_key(&*key);
        let bytes = match (self.level, &self.authority) {
            (SealLevel::Basic, _) | (_, None) => {
                spawn_blocking(move || certificates::issue(&sheet, &*key)).await?.context(FAILED)?
            }
            (SealLevel::Timestamped, Some(authority)) => {
                let (bytes, timestamp) = self.stamped(authority, sheet, key, None).await?;
                certificates.extend(of_timestamp(&timestamp));
                bytes
            }
            (SealLevel::LongTerm, Some(authority)) => {
                let evidence = self.evidence(authority, &*key, at).await?;
                let (bytes, timestamp) = self.stamped(authority, sheet, key, Some(&evidence)).await?;
                if !evidence.knows(&timestamp.path) {
                    self.memory.lock().await.stamped_by.clear();
                    bail!("{NEW_AUTHORITY} its certificate; the next try takes the new one");
                }
                certificates.extend(of_timestamp(&timestamp));
                bytes
            }
        };
        Ok(Sealed { bytes, certificates })
    }

    /// Whether everything is there that a seal at `at` would need: it is fetched, and nothing is sealed.
    ///
    /// # Errors
    /// When anything cannot be had now.
    pub async fn try_out(&self, key: &dyn SealKey, at: i64) -> anyhow::Result<()> {
        match (self.level, &self.authority) {
            (SealLevel::Basic, _) | (_, None) => {}
            (SealLevel::Timestamped, Some(authority)) => drop(self.stamp(authority, TRIAL, at).await?),
            (SealLevel::LongTerm, Some(authority)) => drop(self.evidence(authority, key, at).await?),
        }
        Ok(())
    }

    /// Seals with a timestamp. How much its token takes is learned from those that came; when one is longer than what the file
    /// keeps free, the file is made once more.
    async fn stamped(
        &self,
        authority: &Authority,
        sheet: Sheet,
        key: Arc<dyn SealKey>,
        evidence: Option<&Evidence>,
    ) -> anyhow::Result<(Vec<u8>, Timestamp)> {
        let at = sheet.sealed_at;
        for _ in 0..2 {
            let kept_free = match self.longest_token.load(Ordering::Relaxed) {
                0 => USUAL_TOKEN,
                longest => longest + SPARE,
            };
            let signed = signed(sheet.clone(), key.clone(), kept_free, evidence.cloned()).await?;
            let timestamp = self.stamp(authority, signed.imprint(), at).await?;
            if timestamp.length() <= kept_free {
                return Ok((signed.timestamped(&timestamp).into_pdf()?, timestamp));
            }
        }
        bail!("{NEW_AUTHORITY} its timestamps, which are longer; the next try keeps more free")
    }

    async fn stamp(&self, authority: &Authority, imprint: [u8; 32], at: i64) -> anyhow::Result<Timestamp> {
        let request = TimestampRequest::over(imprint)?;
        let body = request.to_der()?;
        let answer = self.fetch.post(&authority.address, TimestampRequest::MEDIA_TYPE, body, LARGEST_TIMESTAMP);
        let answer = answer.await.context(NO_TIMESTAMP)?;
        let timestamp = request.verify(&answer, &authority.trusted, at).context(BAD_TIMESTAMP)?;
        self.longest_token.fetch_max(timestamp.length(), Ordering::Relaxed);
        Ok(timestamp)
    }

    /// The chains of the seal and of the timestamp authority, with a proof for each certificate that needs one.
    async fn evidence(&self, authority: &Authority, key: &dyn SealKey, at: i64) -> anyhow::Result<Evidence> {
        let mut memory = self.memory.lock().await;
        if memory.stamped_by.is_empty() {
            // Who stamps must be known before the seal is made: a timestamp over nothing tells.
            memory.stamped_by = self.stamp(authority, TRIAL, at).await?.path;
        }
        let of_seal: Vec<Certificate> = key.chain().certificates().cloned().collect();
        let mut evidence = Evidence::default();
        for chain in [of_seal, memory.stamped_by.clone()] {
            for (certificate, issuer) in revocation::to_prove(&chain[0], &chain)? {
                let proof = self.proof(&mut memory, &certificate, &issuer, at).await?;
                evidence.add(&[], [&proof]);
            }
            evidence.add(&chain, []);
        }
        Ok(evidence)
    }

    /// The proof from memory while it is fresh; else a new one; else, when none can be had, the old one until its end.
    async fn proof(
        &self,
        memory: &mut Memory,
        certificate: &Certificate,
        issuer: &Certificate,
        at: i64,
    ) -> anyhow::Result<Proof> {
        let known = memory.proofs.get(&certificate.fingerprint()).filter(|known| known.proof.until > at + MARGIN);
        if let Some(known) = known.filter(|known| (0..FRESH).contains(&(at - known.fetched_at))) {
            return Ok(known.proof.clone());
        }
        match self.fetched_proof(certificate, issuer, at).await {
            Ok(proof) => {
                let remembered = Remembered { proof: proof.clone(), fetched_at: at };
                memory.proofs.insert(certificate.fingerprint(), remembered);
                Ok(proof)
            }
            Err(error) => match known {
                Some(known) if !is_revoked(&error) => {
                    tracing::warn!(error = format!("{error:#}"), "a proof against revocation is not renewed yet");
                    Ok(known.proof.clone())
                }
                Some(_) | None => Err(error),
            },
        }
    }

    /// A list while it is small, for it says what it says for long; else an answer; else a large list.
    async fn fetched_proof(&self, certificate: &Certificate, issuer: &Certificate, at: i64) -> anyhow::Result<Proof> {
        let (lists, answers) = (certificate.crl_addresses(), certificate.ocsp_addresses());
        let small = lists.iter().map(|address| Place::List(address, SMALL));
        let large = lists.iter().map(|address| Place::List(address, LARGEST_PROOF));
        let mut failed = None;
        for place in small.chain(answers.iter().map(|address| Place::Answer(address))).chain(large) {
            let proof = match place {
                Place::List(address, most) => self.listed(address, most, certificate, issuer, at).await,
                Place::Answer(address) => self.answered(address, certificate, issuer, at).await,
            };
            match proof {
                Err(error) if !is_revoked(&error) => failed = Some(error),
                done => return done,
            }
        }
        let subject = certificate.facts().subject;
        let none = || anyhow::anyhow!("it names neither a list (CRL) nor a responder (OCSP)");
        Err(failed.unwrap_or_else(none)).with_context(|| format!("{NO_PROOF} of {subject}"))
    }

    async fn listed(
        &self,
        address: &str,
        most: usize,
        certificate: &Certificate,
        issuer: &Certificate,
        at: i64,
    ) -> anyhow::Result<Proof> {
        let list = self.fetch.get(address, most).await?;
        Proof::from_list(&list, certificate, issuer, at).with_context(|| format!("the list at {address}"))
    }

    async fn answered(
        &self,
        address: &str,
        certificate: &Certificate,
        issuer: &Certificate,
        at: i64,
    ) -> anyhow::Result<Proof> {
        let question = revocation::question(certificate, issuer)?;
        let answer = self.fetch.post(address, "application/ocsp-request", question, LARGEST_PROOF).await?;
        Proof::from_answer(&answer, certificate, issuer, at).with_context(|| format!("the answer of {address}"))
    }
}

/// Where a proof may be had.
enum Place<'a> {
    /// A list of at most so many bytes.
    List(&'a str, usize),
    Answer(&'a str),
}

/// What a timestamp is taken over that only shows who gives it.
const TRIAL: [u8; 32] = [0; 32];

fn is_revoked(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(RevocationError::Revoked(_)))
}

async fn signed(
    sheet: Sheet,
    key: Arc<dyn SealKey>,
    kept_free: usize,
    evidence: Option<Evidence>,
) -> anyhow::Result<Signed> {
    let sign = move || certificates::sign(&sheet, &*key, kept_free, evidence.as_ref());
    spawn_blocking(sign).await?.context(FAILED)
}

/// The certificates that this key puts into a seal.
pub fn of_key(key: &dyn SealKey) -> Vec<(Certificate, CertificateUse)> {
    let uses = std::iter::once(CertificateUse::Seal).chain(std::iter::repeat(CertificateUse::Issuer));
    key.chain().certificates().cloned().zip(uses).collect()
}

fn of_timestamp(timestamp: &Timestamp) -> impl Iterator<Item = (Certificate, CertificateUse)> {
    timestamp.certificates.iter().map(|one| (one.clone(), CertificateUse::Timestamp))
}
