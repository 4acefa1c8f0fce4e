//! A key from a file: PEM with its certificates, or PKCS#12.

use std::fmt;

use der::asn1::{Any, ObjectIdentifier, OctetString};
use der::{Decode, Sequence};
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P384_SHA384_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _, RSA_PKCS1_SHA256,
    RsaKeyPair,
};
use spki::AlgorithmIdentifierOwned;

use super::{Chain, KeyError, SealKey};
use crate::algorithm::Algorithm;
use crate::certificate::Certificate;

/// A private key in this process's memory.
pub struct SoftwareKey {
    secret: Secret,
    chain: Chain,
}

enum Secret {
    Ec(Box<EcdsaKeyPair>),
    Rsa(Box<RsaKeyPair>),
}

impl SoftwareKey {
    /// From PEM: the private key as PKCS#8, and its certificates, its own first.
    ///
    /// # Errors
    /// When either cannot be read, when the key is of another kind or too weak, or when the two do not belong together.
    pub fn from_pem(key: &str, certificates: &str) -> Result<Self, KeyError> {
        let (label, pkcs8) = der::pem::decode_vec(key.trim().as_bytes()).map_err(KeyError::Pem)?;
        match label {
            "PRIVATE KEY" => {}
            "ENCRYPTED PRIVATE KEY" => return Err(KeyError::Encrypted),
            "EC PRIVATE KEY" | "RSA PRIVATE KEY" => return Err(KeyError::NotPkcs8),
            _ => return Err(KeyError::Unsupported),
        }
        Self::from_pkcs8(&pkcs8, Certificate::all_from_pem(certificates)?)
    }

    /// From a PKCS#12 file with one private key and its certificates.
    ///
    /// # Errors
    /// When the password is wrong, and as [`SoftwareKey::from_pem`].
    pub fn from_pkcs12(file: &[u8], password: &str) -> Result<Self, KeyError> {
        let store =
            p12_keystore::KeyStore::from_pkcs12(file, password).map_err(|error| KeyError::Pkcs12(error.to_string()))?;
        let (_, entry) = store.private_key_chain().ok_or(KeyError::EmptyPkcs12)?;
        let certificates = entry.chain().iter().map(|one| Certificate::from_der(one.as_der()));
        Self::from_pkcs8(entry.key(), certificates.collect::<Result<_, _>>()?)
    }

    fn from_pkcs8(der: &[u8], certificates: Vec<Certificate>) -> Result<Self, KeyError> {
        let chain = Chain::new(certificates)?;
        let secret = match chain.algorithm {
            Algorithm::EcdsaSha256 | Algorithm::EcdsaSha384 => Secret::Ec(Box::new(ec_key(der, &chain)?)),
            Algorithm::RsaSha256 => {
                let key = RsaKeyPair::from_pkcs8(der).map_err(|_| other_kind(der))?;
                if key.public_key().as_ref() != chain.leaf.public_key() {
                    return Err(KeyError::Mismatch);
                }
                Secret::Rsa(Box::new(key))
            }
        };
        Ok(Self { secret, chain })
    }
}

impl SealKey for SoftwareKey {
    fn chain(&self) -> &Chain {
        &self.chain
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        let random = SystemRandom::new();
        match &self.secret {
            Secret::Ec(key) => {
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

impl fmt::Debug for SoftwareKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SoftwareKey").field("certificate", &self.chain.leaf.fingerprint).finish_non_exhaustive()
    }
}

/// The key, held against the public key of its certificate. Java leaves the public key out of its PKCS#8, so that of
/// the file is not relied on.
fn ec_key(der: &[u8], chain: &Chain) -> Result<EcdsaKeyPair, KeyError> {
    let signing = match chain.algorithm {
        Algorithm::EcdsaSha384 => &ECDSA_P384_SHA384_ASN1_SIGNING,
        Algorithm::EcdsaSha256 | Algorithm::RsaSha256 => &ECDSA_P256_SHA256_ASN1_SIGNING,
    };
    let info = PrivateKeyInfo::from_der(der).map_err(|_| KeyError::Unsupported)?;
    if info.algorithm.oid != EC_KEY || info.algorithm.parameters.as_ref() != chain.leaf.key_parameters() {
        return Err(other_kind(der));
    }
    let key = EcPrivateKey::from_der(info.key.as_bytes()).map_err(|_| KeyError::Unsupported)?;
    let random = SystemRandom::new();
    EcdsaKeyPair::from_private_key_and_public_key(signing, key.secret.as_bytes(), chain.leaf.public_key(), &random)
        .map_err(|_| KeyError::Mismatch)
}

/// A key of a kind that can seal does not belong to a certificate of another kind.
fn other_kind(der: &[u8]) -> KeyError {
    match PrivateKeyInfo::from_der(der) {
        Ok(info) if info.algorithm.oid == EC_KEY || info.algorithm.oid == RSA_KEY => KeyError::Mismatch,
        Ok(_) | Err(_) => KeyError::Unsupported,
    }
}

const EC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const RSA_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");

/// RFC 5958, 2.
#[derive(Sequence)]
struct PrivateKeyInfo {
    version: u8,
    algorithm: AlgorithmIdentifierOwned,
    key: OctetString,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    attributes: Option<Vec<Any>>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    public_key: Option<der::asn1::BitString>,
}

/// RFC 5915, 3.
#[derive(Sequence)]
struct EcPrivateKey {
    version: u8,
    secret: OctetString,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    curve: Option<ObjectIdentifier>,
    #[asn1(context_specific = "1", tag_mode = "EXPLICIT", optional = "true")]
    public_key: Option<der::asn1::BitString>,
}
