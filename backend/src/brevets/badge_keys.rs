//! The keys of badges and statements: one signs, older ones stay known, so that what they signed can be checked for ever.

use crate::keys::read_private;
use anyhow::Context;
use certificates::{BadgeKey, BadgePublicKey};
use serde_json::{Value, json};
use std::{fs, path::Path};

/// Signs with one key and knows every key in its folder.
pub struct BadgeKeys {
    signing: BadgeKey,
    known: Vec<BadgePublicKey>,
}

impl BadgeKeys {
    /// The name of the key that signs; older ones lie beside it as badge-….pem for as long as a brevet bears their signature.
    pub const FILE: &str = "badge.pem";

    pub fn load(folder: &Path) -> anyhow::Result<Self> {
        let read = |path: &Path| BadgeKey::from_pem(&read_private(path)?).with_context(|| path.display().to_string());
        let signing = read(&folder.join(Self::FILE))?;
        let mut known = vec![signing.public().clone()];
        for entry in fs::read_dir(folder)?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with("badge-") && name.ends_with(".pem") {
                known.push(read(&entry.path())?.public().clone());
            }
        }
        Ok(Self { signing, known })
    }

    pub fn signing(&self) -> &BadgeKey {
        &self.signing
    }

    pub fn known(&self) -> &[BadgePublicKey] {
        &self.known
    }

    /// The public keys (RFC 7517).
    pub fn jwks(&self) -> Value {
        json!({ "keys": self.known.iter().map(BadgePublicKey::jwk).collect::<Vec<_>>() })
    }

    pub fn find(&self, id: &str) -> Option<&BadgePublicKey> {
        self.known.iter().find(|key| key.id() == id)
    }
}
