//! The key that seals: in a file or in a token, always with its certificates.

mod generate;
mod software;
mod token;

pub use generate::{GeneratedKey, Subject, generate};
pub use software::SoftwareKey;
pub use token::{TokenAddress, TokenKey};

use crate::algorithm::{Algorithm, PublicKey};
use crate::certificate::{Certificate, CertificateFacts};
use crate::cms;

/// The smallest RSA key that may seal: 3072 bits last beyond 2030 (ETSI TS 119 312).
const LEAST_RSA_BITS: usize = 3072;

/// A private key with its certificates. Wherever it is, it takes the whole message: hardware hashes by itself.
pub trait SealKey: Send + Sync {
    fn chain(&self) -> &Chain;

    /// The signature value over the message, as CMS carries it (for ECDSA a DER sequence, and another one each time).
    /// It may take long: a token can be far away.
    ///
    /// # Errors
    /// When the key cannot be reached or does not sign.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError>;

    fn algorithm(&self) -> Algorithm {
        self.chain().algorithm
    }

    /// What the key's own certificate says.
    fn facts(&self) -> CertificateFacts {
        self.chain().leaf.facts()
    }
}

/// The certificate of a key that may seal, and those above it.
#[derive(Clone, Debug)]
pub struct Chain {
    pub(crate) leaf: Certificate,
    pub(crate) above: Vec<Certificate>,
    algorithm: Algorithm,
    /// In bytes, without a timestamp.
    pub(crate) longest_seal: usize,
}

/// Why a key cannot be used or made.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    #[error("the file is not PEM")]
    Pem(#[source] der::pem::Error),
    #[error("the private key is encrypted; keep it in a PKCS#12 file, or decrypt it with: openssl pkcs8 -in KEY")]
    Encrypted,
    #[error("the private key is not PKCS#8; change it with: openssl pkcs8 -topk8 -nocrypt -in KEY")]
    NotPkcs8,
    #[error("the key is none that can seal: EC P-256, EC P-384, or RSA of {LEAST_RSA_BITS} to 4096 bits")]
    Unsupported,
    #[error("the RSA key has {0} bits; a seal needs at least {LEAST_RSA_BITS}")]
    Weak(usize),
    #[error("no certificate was given with the key")]
    NoCertificate,
    #[error("the certificate cannot be read")]
    Certificate(#[from] der::Error),
    #[error("the first certificate does not belong to the key")]
    Mismatch,
    #[error("the certificate is not for signing: its key usage has neither digitalSignature nor contentCommitment")]
    NotForSealing,
    #[error("the PKCS#12 file cannot be read: the password is wrong or the file is damaged ({0})")]
    Pkcs12(String),
    #[error("the PKCS#12 file holds no private key")]
    EmptyPkcs12,
    #[error("{0} is no address of a key in a token; it reads pkcs11:token=…;object=…?module-path=/…/module.so")]
    TokenAddress(String),
    #[error("the PKCS#11 module {module} cannot be loaded")]
    Module { module: String, source: cryptoki::error::Error },
    #[error("the token {0} is not there")]
    NoToken(String),
    #[error("the token does not take the PIN: it is wrong, locked or expired")]
    Pin(#[source] cryptoki::error::Error),
    #[error("the token holds no {0}")]
    NotInToken(String),
    #[error("the token failed")]
    Token(#[from] cryptoki::error::Error),
    #[error("the time is outside what a certificate can hold")]
    Time,
    #[error("the demonstration key could not be made")]
    Generation(#[from] rcgen::Error),
    #[error("the key could not sign")]
    Signing,
}

impl Chain {
    /// The key's own certificate first. Refuses what may not seal.
    ///
    /// # Errors
    /// When there is none, or when its key is too weak, of another kind, or not for signing.
    pub fn new(mut certificates: Vec<Certificate>) -> Result<Self, KeyError> {
        if certificates.is_empty() {
            return Err(KeyError::NoCertificate);
        }
        let leaf = certificates.remove(0);
        let algorithm = match leaf.key_kind() {
            PublicKey::P256 => Algorithm::EcdsaSha256,
            PublicKey::P384 => Algorithm::EcdsaSha384,
            PublicKey::Rsa(bits) if bits < LEAST_RSA_BITS => return Err(KeyError::Weak(bits)),
            PublicKey::Rsa(_) => Algorithm::RsaSha256,
            PublicKey::Other => return Err(KeyError::Unsupported),
        };
        if !leaf.may_seal() {
            return Err(KeyError::NotForSealing);
        }
        let longest_seal = cms::longest(&leaf, &certificates, algorithm)?;
        Ok(Self { leaf, above: certificates, algorithm, longest_seal })
    }

    pub fn leaf(&self) -> &Certificate {
        &self.leaf
    }

    /// Every certificate, the key's own first.
    pub fn certificates(&self) -> impl Iterator<Item = &Certificate> {
        std::iter::once(&self.leaf).chain(&self.above)
    }
}

/// What the first certificate of a PEM file says.
///
/// # Errors
/// When the file holds no certificate that can be read.
pub fn certificate_facts(pem: &str) -> Result<CertificateFacts, KeyError> {
    Certificate::all_from_pem(pem)?.first().map(Certificate::facts).ok_or(KeyError::NoCertificate)
}
