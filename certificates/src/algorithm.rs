//! How keys sign, and the check of a signature under a certificate.

use der::asn1::{Any, ObjectIdentifier, Uint};
use der::{Decode, Encode, Sequence};
use ring::digest;
use ring::signature::{self, UnparsedPublicKey, VerificationAlgorithm};
use spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

use crate::certificate::Certificate;

const EC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");
const RSA_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
const RSA_WITH_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12");
const RSA_WITH_SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13");
const ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const ECDSA_WITH_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3");
const SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");

/// How a seal is signed. The hash is also the one over the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    EcdsaSha256,
    EcdsaSha384,
    RsaSha256,
}

impl Algorithm {
    const ALL: [Self; 3] = [Self::EcdsaSha256, Self::EcdsaSha384, Self::RsaSha256];

    /// With absent parameters for ECDSA (RFC 5754, 3.2) and NULL for RSA (RFC 4055, 5).
    pub(crate) fn identifier(self) -> AlgorithmIdentifierOwned {
        let (oid, parameters) = match self {
            Self::EcdsaSha256 => (ECDSA_WITH_SHA256, None),
            Self::EcdsaSha384 => (ECDSA_WITH_SHA384, None),
            Self::RsaSha256 => (RSA_WITH_SHA256, Some(Any::null())),
        };
        AlgorithmIdentifierOwned { oid, parameters }
    }

    pub(crate) fn from_identifier(identifier: &AlgorithmIdentifierOwned) -> Option<Self> {
        Self::ALL.into_iter().find(|algorithm| algorithm.identifier() == *identifier)
    }

    pub(crate) fn hash(self) -> Hash {
        match self {
            Self::EcdsaSha256 | Self::RsaSha256 => Hash::Sha256,
            Self::EcdsaSha384 => Hash::Sha384,
        }
    }

    pub(crate) fn verifies(self, signer: &Certificate, message: &[u8], signature: &[u8]) -> bool {
        verify(signer, &self.identifier(), None, message, signature)
    }
}

/// The hashes of seals, timestamps and certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    const ALL: [Self; 3] = [Self::Sha256, Self::Sha384, Self::Sha512];

    fn oid(self) -> ObjectIdentifier {
        match self {
            Self::Sha256 => SHA256,
            Self::Sha384 => SHA384,
            Self::Sha512 => SHA512,
        }
    }

    /// Without parameters (RFC 5754, 2).
    pub fn identifier(self) -> AlgorithmIdentifierOwned {
        AlgorithmIdentifierOwned { oid: self.oid(), parameters: None }
    }

    /// With no parameters or with NULL, as others write it.
    pub fn from_identifier(identifier: &AlgorithmIdentifierOwned) -> Option<Self> {
        let plain = identifier.parameters.as_ref().is_none_or(|parameters| *parameters == Any::null());
        Self::ALL.into_iter().find(|hash| plain && hash.oid() == identifier.oid)
    }

    pub fn of(self, parts: &[&[u8]]) -> Vec<u8> {
        let mut context = digest::Context::new(match self {
            Self::Sha256 => &digest::SHA256,
            Self::Sha384 => &digest::SHA384,
            Self::Sha512 => &digest::SHA512,
        });
        parts.iter().for_each(|part| context.update(part));
        context.finish().as_ref().to_vec()
    }
}

/// The kind of a certificate's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PublicKey {
    P256,
    P384,
    /// With so many bits.
    Rsa(usize),
    Other,
}

impl PublicKey {
    pub fn of(key: &SubjectPublicKeyInfoOwned) -> Self {
        let parameters = key.algorithm.parameters.as_ref();
        match key.algorithm.oid {
            EC_KEY => match parameters.and_then(|curve| curve.decode_as::<ObjectIdentifier>().ok()) {
                Some(P256) => Self::P256,
                Some(P384) => Self::P384,
                Some(_) | None => Self::Other,
            },
            RSA_KEY => {
                let rsa = RsaPublicKey::from_der(key.subject_public_key.raw_bytes());
                rsa.map_or(Self::Other, |rsa| Self::Rsa(rsa.modulus.as_bytes().len() * 8))
            }
            _ => Self::Other,
        }
    }

    /// In bytes, as CMS carries it: of ECDSA a SEQUENCE of two INTEGERs, each perhaps with a leading zero.
    pub fn longest_signature(self) -> usize {
        match self {
            Self::P256 => 72,
            Self::P384 => 104,
            Self::Rsa(bits) => bits / 8,
            Self::Other => 0,
        }
    }
}

#[derive(Clone, Debug, Sequence)]
struct RsaPublicKey {
    modulus: Uint,
    exponent: Uint,
}

/// Whether the signature over the message is the signer's. A CMS names the hash apart when it says only "RSA".
pub(crate) fn verify(
    signer: &Certificate,
    algorithm: &AlgorithmIdentifierOwned,
    hash: Option<Hash>,
    message: &[u8],
    signature: &[u8],
) -> bool {
    let plain = algorithm.parameters.as_ref().is_none_or(|parameters| *parameters == Any::null());
    let Some(way) = way(signer.key_kind(), algorithm.oid, hash).filter(|_| plain) else { return false };
    UnparsedPublicKey::new(way, signer.public_key()).verify(message, signature).is_ok()
}

fn way(key: PublicKey, oid: ObjectIdentifier, hash: Option<Hash>) -> Option<&'static dyn VerificationAlgorithm> {
    Some(match (key, oid, hash) {
        (PublicKey::P256, ECDSA_WITH_SHA256, None | Some(Hash::Sha256)) => &signature::ECDSA_P256_SHA256_ASN1,
        (PublicKey::P256, ECDSA_WITH_SHA384, None | Some(Hash::Sha384)) => &signature::ECDSA_P256_SHA384_ASN1,
        (PublicKey::P384, ECDSA_WITH_SHA256, None | Some(Hash::Sha256)) => &signature::ECDSA_P384_SHA256_ASN1,
        (PublicKey::P384, ECDSA_WITH_SHA384, None | Some(Hash::Sha384)) => &signature::ECDSA_P384_SHA384_ASN1,
        (PublicKey::Rsa(_), RSA_WITH_SHA256, None | Some(Hash::Sha256))
        | (PublicKey::Rsa(_), RSA_KEY, Some(Hash::Sha256)) => &signature::RSA_PKCS1_2048_8192_SHA256,
        (PublicKey::Rsa(_), RSA_WITH_SHA384, None | Some(Hash::Sha384))
        | (PublicKey::Rsa(_), RSA_KEY, Some(Hash::Sha384)) => &signature::RSA_PKCS1_2048_8192_SHA384,
        (PublicKey::Rsa(_), RSA_WITH_SHA512, None | Some(Hash::Sha512))
        | (PublicKey::Rsa(_), RSA_KEY, Some(Hash::Sha512)) => &signature::RSA_PKCS1_2048_8192_SHA512,
        _ => return None,
    })
}

/// The r and s of a raw ECDSA signature, as hardware gives it, written as a DER SEQUENCE (RFC 3279, 2.2.3).
pub(crate) fn ecdsa_der(raw: &[u8]) -> der::Result<Vec<u8>> {
    let (r, s) = raw.split_at(raw.len() / 2);
    EcdsaSignature { r: Uint::new(r)?, s: Uint::new(s)? }.to_der()
}

#[derive(Clone, Debug, Sequence)]
struct EcdsaSignature {
    r: Uint,
    s: Uint,
}
