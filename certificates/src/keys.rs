//! The key that seals, its certificates, and a key for demonstrations.

use std::fmt;
use std::time::Duration;

use der::Decode;
use der::asn1::Any;
use der::pem::LineEnding;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;

/// The smallest RSA key that may seal: 3072 bits last beyond 2030 (ETSI TS 119 312).
const LEAST_RSA_BITS: usize = 3072;

/// The SHA-256 of a certificate's DER: by this, a seal is known to be ours.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(pub [u8; 32]);

/// What a certificate says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateFacts {
    /// As RFC 4514 writes it: `CN=…,O=…`.
    pub subject: String,
    pub issuer: String,
    /// Unix seconds.
    pub not_before: i64,
    /// Unix seconds.
    pub not_after: i64,
    pub fingerprint: Fingerprint,
}

/// A private key with its certificate and the chain above it.
pub struct SealKey {
    secret: Secret,
    /// The key's own certificate.
    leaf: SealCertificate,
    /// The certificates above it.
    above: Vec<SealCertificate>,
}

enum Secret {
    P256(Box<EcdsaKeyPair>),
    Rsa(Box<RsaKeyPair>),
}

/// How a key signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Algorithm {
    EcdsaSha256,
    RsaSha256,
}

/// A certificate, and the bytes that it was read from: those go into the seal.
#[derive(Clone)]
pub(crate) struct SealCertificate {
    pub certificate: Certificate,
    pub der: Any,
    pub fingerprint: Fingerprint,
}

/// Why a key cannot be used or made.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    #[error("the file is not PEM")]
    Pem(#[source] der::pem::Error),
    #[error("the key is not a PKCS#8 private key on P-256 or with RSA")]
    Unsupported,
    #[error("the RSA key has {0} bits; a seal needs at least {LEAST_RSA_BITS}")]
    Weak(usize),
    #[error("no certificate was given with the key")]
    NoCertificate,
    #[error("the certificate cannot be read")]
    Certificate(#[from] der::Error),
    #[error("the first certificate does not belong to the key")]
    Mismatch,
    #[error("the time is outside what a certificate can hold")]
    Time,
    #[error("the demonstration key could not be made")]
    Generation(#[from] rcgen::Error),
    #[error("the key could not sign")]
    Signing,
}

impl SealKey {
    /// A software key from PEM: PKCS#8 (P-256, or RSA of at least 3072 bits), and its certificates, its own first.
    ///
    /// # Errors
    /// When either cannot be read, when the key is of another kind or too weak, or when the two do not belong together.
    pub fn from_pem(key: &str, certificates: &str) -> Result<Self, KeyError> {
        let (_, pkcs8) = der::pem::decode_vec(key.trim().as_bytes()).map_err(KeyError::Pem)?;
        let secret = Secret::from_pkcs8(&pkcs8)?;
        let mut certificates = certificates_in(certificates)?;
        if certificates.is_empty() {
            return Err(KeyError::NoCertificate);
        }
        let leaf = certificates.remove(0);
        if secret.public_key() != leaf.public_key() {
            return Err(KeyError::Mismatch);
        }
        Ok(Self { secret, leaf, above: certificates })
    }

    /// What the key's own certificate says.
    pub fn facts(&self) -> CertificateFacts {
        self.leaf.facts()
    }

    pub(crate) fn leaf(&self) -> &SealCertificate {
        &self.leaf
    }

    /// Every certificate, the key's own first.
    pub(crate) fn chain(&self) -> impl Iterator<Item = &SealCertificate> {
        std::iter::once(&self.leaf).chain(&self.above)
    }

    pub(crate) fn algorithm(&self) -> Algorithm {
        match self.secret {
            Secret::P256(_) => Algorithm::EcdsaSha256,
            Secret::Rsa(_) => Algorithm::RsaSha256,
        }
    }

    /// The signature value over the message, as CMS carries it. ECDSA gives another one each time.
    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        let random = SystemRandom::new();
        match &self.secret {
            Secret::P256(key) => {
                let signature = key.sign(&random, message).map_err(|_| KeyError::Signing)?;
                Ok(signature.as_ref().to_vec())
            }
            Secret::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &random, message, &mut signature).map_err(|_| KeyError::Signing)?;
                Ok(signature)
            }
        }
    }
}

impl fmt::Debug for SealKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealKey").field("certificate", &self.leaf.fingerprint).finish_non_exhaustive()
    }
}

/// What the first certificate of a PEM file says.
///
/// # Errors
/// When the file holds no certificate that can be read.
pub fn certificate_facts(pem: &str) -> Result<CertificateFacts, KeyError> {
    certificates_in(pem)?.first().map(SealCertificate::facts).ok_or(KeyError::NoCertificate)
}

/// Whom a demonstration certificate names.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub organisation: &'a str,
    pub common_name: &'a str,
}

/// A new private key and its self-signed certificate, both PEM. The key is a secret: keep it out of logs.
pub struct GeneratedKey {
    pub key_pem: String,
    pub certificate_pem: String,
}

/// A P-256 key for demonstrations, with a self-signed seal certificate. Times are unix seconds.
///
/// keyUsage is digitalSignature and contentCommitment, as ETSI EN 319 412-2, 4.3.2 has it for seals.
///
/// # Errors
/// When a time is outside what a certificate can hold, or no key can be made.
pub fn generate(subject: Subject, valid_from: i64, valid_until: i64) -> Result<GeneratedKey, KeyError> {
    let key = rcgen::KeyPair::generate()?;
    let mut parameters = rcgen::CertificateParams::default();
    parameters.not_before = rcgen::date_time_ymd(1970, 1, 1) + seconds(valid_from)?;
    parameters.not_after = rcgen::date_time_ymd(1970, 1, 1) + seconds(valid_until)?;
    parameters.distinguished_name = rcgen::DistinguishedName::new();
    parameters.distinguished_name.push(rcgen::DnType::CountryName, "BE");
    parameters.distinguished_name.push(rcgen::DnType::OrganizationName, subject.organisation);
    parameters.distinguished_name.push(rcgen::DnType::CommonName, subject.common_name);
    parameters.is_ca = rcgen::IsCa::ExplicitNoCa;
    parameters.key_usages = vec![rcgen::KeyUsagePurpose::DigitalSignature, rcgen::KeyUsagePurpose::ContentCommitment];
    let certificate = parameters.self_signed(&key)?;
    Ok(GeneratedKey {
        key_pem: pem("PRIVATE KEY", key.serialized_der())?,
        certificate_pem: pem("CERTIFICATE", certificate.der())?,
    })
}

impl Secret {
    fn from_pkcs8(der: &[u8]) -> Result<Self, KeyError> {
        let random = SystemRandom::new();
        if let Ok(key) = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, der, &random) {
            return Ok(Self::P256(Box::new(key)));
        }
        let key = RsaKeyPair::from_pkcs8(der).map_err(|_| KeyError::Unsupported)?;
        match key.public().modulus_len() * 8 {
            bits if bits < LEAST_RSA_BITS => Err(KeyError::Weak(bits)),
            _ => Ok(Self::Rsa(Box::new(key))),
        }
    }

    /// As it stands in the certificate's subjectPublicKey.
    fn public_key(&self) -> &[u8] {
        match self {
            Self::P256(key) => key.public_key().as_ref(),
            Self::Rsa(key) => key.public_key().as_ref(),
        }
    }
}

impl SealCertificate {
    pub fn from_der(der: &[u8]) -> Result<Self, KeyError> {
        Ok(Self {
            certificate: Certificate::from_der(der)?,
            der: Any::from_der(der)?,
            fingerprint: Fingerprint::of(der),
        })
    }

    pub fn public_key(&self) -> &[u8] {
        self.certificate.tbs_certificate().subject_public_key_info().subject_public_key.raw_bytes()
    }

    fn facts(&self) -> CertificateFacts {
        let certificate = self.certificate.tbs_certificate();
        let seconds =
            |time: x509_cert::time::Time| i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
        CertificateFacts {
            subject: certificate.subject().to_string(),
            issuer: certificate.issuer().to_string(),
            not_before: seconds(certificate.validity().not_before),
            not_after: seconds(certificate.validity().not_after),
            fingerprint: self.fingerprint,
        }
    }
}

impl CertificateFacts {
    /// Whether the certificate is valid at this unix second.
    pub fn covers(&self, at: i64) -> bool {
        (self.not_before..=self.not_after).contains(&at)
    }
}

impl Fingerprint {
    pub(crate) fn of(der: &[u8]) -> Self {
        Self(Sha256::digest(der).into())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

fn certificates_in(pem: &str) -> Result<Vec<SealCertificate>, KeyError> {
    const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
    const END: &str = "-----END CERTIFICATE-----";
    pem.split_inclusive(END)
        .filter_map(|part| part.find(BEGIN).map(|start| &part[start..]))
        .map(|block| {
            let (_, der) = der::pem::decode_vec(block.as_bytes()).map_err(KeyError::Pem)?;
            SealCertificate::from_der(&der)
        })
        .collect()
}

fn pem(label: &'static str, der: &[u8]) -> Result<String, KeyError> {
    der::pem::encode_string(label, LineEnding::LF, der).map_err(KeyError::Pem)
}

/// Up to the end of the year 9999, the last that a certificate can name (RFC 5280, 4.1.2.5).
fn seconds(unix: i64) -> Result<Duration, KeyError> {
    const LAST: u64 = 253_402_300_799;
    u64::try_from(unix).ok().filter(|seconds| *seconds <= LAST).map(Duration::from_secs).ok_or(KeyError::Time)
}
