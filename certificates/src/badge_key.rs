//! The key of badges and statements: ES256 (RFC 7518, 3.4), apart from the seal's, whose certificate is for seals alone.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use der::pem::LineEnding;
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _, UnparsedPublicKey,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// A private P-256 key that signs badges, status lists and statements.
pub struct BadgeKey {
    pair: EcdsaKeyPair,
    public: BadgePublicKey,
}

/// What anybody needs to check them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BadgePublicKey {
    x: [u8; 32],
    y: [u8; 32],
}

/// Why a key of badges cannot be used or made.
#[derive(Debug, thiserror::Error)]
pub enum BadgeKeyError {
    #[error("the file is not PEM")]
    Pem(#[source] der::pem::Error),
    #[error("the key is not a P-256 key")]
    Unsupported,
    #[error("the file is not a set of public keys (JWK set)")]
    KeySet,
    #[error("no key could be made")]
    Generation,
    #[error("the key could not sign")]
    Signing,
}

impl BadgeKey {
    /// A new key as PKCS#8 PEM: a secret, keep it out of logs.
    ///
    /// # Errors
    /// When the machine gives no random bytes.
    pub fn generate() -> Result<String, BadgeKeyError> {
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new())
            .map_err(|_| BadgeKeyError::Generation)?;
        der::pem::encode_string("PRIVATE KEY", LineEnding::LF, pkcs8.as_ref()).map_err(BadgeKeyError::Pem)
    }

    /// From PKCS#8 PEM.
    ///
    /// # Errors
    /// When it cannot be read or is of another kind.
    pub fn from_pem(pem: &str) -> Result<Self, BadgeKeyError> {
        let (_, pkcs8) = der::pem::decode_vec(pem.trim().as_bytes()).map_err(BadgeKeyError::Pem)?;
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &pkcs8, &SystemRandom::new())
            .map_err(|_| BadgeKeyError::Unsupported)?;
        let public = BadgePublicKey::from_point(pair.public_key().as_ref()).ok_or(BadgeKeyError::Unsupported)?;
        Ok(Self { pair, public })
    }

    pub fn public(&self) -> &BadgePublicKey {
        &self.public
    }

    /// r and s, 32 bytes each. Another signature each time.
    pub(crate) fn sign(&self, message: &[u8]) -> Result<[u8; 64], BadgeKeyError> {
        let signature = self.pair.sign(&SystemRandom::new(), message).map_err(|_| BadgeKeyError::Signing)?;
        signature.as_ref().try_into().map_err(|_| BadgeKeyError::Signing)
    }

    /// The claims as a compact JWS (RFC 7515, 7.1) of type JWT, as Open Badges 3.0, 8.2.4.1 asks.
    pub(crate) fn jwt(&self, key_address: &str, claims: &Value) -> Result<String, BadgeKeyError> {
        let header = json!({ "alg": "ES256", "typ": "JWT", "kid": key_address });
        let part = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
        let signed = format!("{}.{}", part(&header), part(claims));
        let signature = self.sign(signed.as_bytes())?;
        Ok(format!("{signed}.{}", BASE64URL_NOPAD.encode(&signature)))
    }
}

impl fmt::Debug for BadgeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BadgeKey").field("id", &self.public.id()).finish_non_exhaustive()
    }
}

impl BadgePublicKey {
    /// The keys of a file: a JWK set as this service publishes it, or one public key as PEM.
    ///
    /// # Errors
    /// When it is neither, or holds no P-256 key.
    pub fn read(file: &str) -> Result<Vec<Self>, BadgeKeyError> {
        if !file.trim_start().starts_with('{') {
            let (_, spki) = der::pem::decode_vec(file.trim().as_bytes()).map_err(BadgeKeyError::Pem)?;
            // SubjectPublicKeyInfo of a P-256 key (RFC 5480, 2): 26 fixed bytes, then the point.
            const P256: [u8; 26] = [
                0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86,
                0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
            ];
            let point = spki.strip_prefix(&P256).ok_or(BadgeKeyError::Unsupported)?;
            return Ok(vec![Self::from_point(point).ok_or(BadgeKeyError::Unsupported)?]);
        }
        let set: Value = serde_json::from_str(file).map_err(|_| BadgeKeyError::KeySet)?;
        let keys = set["keys"].as_array().map_or_else(|| vec![&set], |keys| keys.iter().collect());
        let found: Vec<Self> = keys.into_iter().filter_map(Self::from_jwk).collect();
        if found.is_empty() { Err(BadgeKeyError::KeySet) } else { Ok(found) }
    }

    fn from_jwk(jwk: &Value) -> Option<Self> {
        let part = |name: &str| {
            let bytes = BASE64URL_NOPAD.decode(jwk[name].as_str()?.as_bytes()).ok()?;
            <[u8; 32]>::try_from(bytes).ok()
        };
        (jwk["crv"] == "P-256").then_some(())?;
        Some(Self { x: part("x")?, y: part("y")? })
    }

    /// From 04 x y (SEC 1, 2.3.3).
    fn from_point(point: &[u8]) -> Option<Self> {
        let (x, y) = point.strip_prefix(&[4])?.split_at_checked(32)?;
        Some(Self { x: x.try_into().ok()?, y: y.try_into().ok()? })
    }

    /// The thumbprint of RFC 7638, by which the key is named.
    pub fn id(&self) -> String {
        BASE64URL_NOPAD.encode(&self.thumbprint())
    }

    /// The beginning of the thumbprint: enough to pick one of a few keys.
    pub(crate) fn hint(&self) -> [u8; 4] {
        let [a, b, c, d, ..] = self.thumbprint();
        [a, b, c, d]
    }

    fn thumbprint(&self) -> [u8; 32] {
        let (x, y) = (BASE64URL_NOPAD.encode(&self.x), BASE64URL_NOPAD.encode(&self.y));
        Sha256::digest(format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#)).into()
    }

    /// As RFC 7517 writes it.
    pub fn jwk(&self) -> Value {
        json!({
            "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": self.id(),
            "x": BASE64URL_NOPAD.encode(&self.x), "y": BASE64URL_NOPAD.encode(&self.y),
        })
    }

    pub(crate) fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        let point = [&[4][..], &self.x, &self.y].concat();
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(message, signature).is_ok()
    }
}
