//! The badge: an Open Badges 3.0 credential as VC-JWT, and the list that tells which badges were revoked.

use std::io::Write;

use data_encoding::BASE64URL_NOPAD;
use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};

use crate::badge_key::{BadgeKey, BadgeKeyError};
use crate::pdf::Moment;
use crate::sheet::Language;

const CREDENTIALS: &str = "https://www.w3.org/ns/credentials/v2";
const OPEN_BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
const SCHEMA: &str = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

/// How many badges one status list has room for: the least that the standard allows, so that a reader of the list learns
/// nothing about who looks which badge up (W3C Bitstring Status List 1.0, 6.1).
pub const LIST_ENTRIES: u32 = 131_072;

/// Who issues badges.
#[derive(Clone, Debug)]
pub struct Issuer {
    /// The address of the issuer's profile, which is its id.
    pub address: String,
    pub name: String,
    /// The service's first page.
    pub home: String,
}

/// What a level is worth, the same for everybody who reached it.
#[derive(Clone, Debug)]
pub struct Achievement {
    /// The address at which it is published, which is its id.
    pub address: String,
    pub name: String,
    pub description: String,
    /// What had to be shown: Markdown.
    pub criteria: String,
    /// The page of the level.
    pub criteria_address: String,
    /// A drawing.
    pub image: String,
    pub language: Language,
}

/// One brevet as a badge.
#[derive(Clone, Debug)]
pub struct Badge {
    /// The address of the brevet's verification: the id of the credential.
    pub address: String,
    pub issuer: Issuer,
    pub achievement: Achievement,
    /// As printed on the brevet.
    pub holder: String,
    /// As printed on the brevet.
    pub number: String,
    /// Unix seconds.
    pub awarded_at: i64,
    /// Unix seconds; the last second of the last day.
    pub valid_until: Option<i64>,
    /// The address of the status list.
    pub status_list: String,
    /// The badge's place in it.
    pub status_index: u32,
}

/// Which badges of a list are revoked.
#[derive(Clone, Debug)]
pub struct StatusList {
    pub address: String,
    pub issuer: String,
    pub revoked: Vec<u32>,
    /// Unix seconds.
    pub issued_at: i64,
    /// Unix seconds: an older list proves nothing afterwards.
    pub valid_until: i64,
    /// How long a reader may keep it.
    pub kept_ms: u64,
}

/// Why no badge or list could be made.
#[derive(Debug, thiserror::Error)]
pub enum BadgeError {
    #[error("the second {0} since 1970 has no date")]
    Moment(i64),
    #[error("the list has no place {0}")]
    Place(u32),
    #[error("the badge was not signed")]
    Key(#[from] BadgeKeyError),
    #[error("the list could not be compressed")]
    Compress(#[from] std::io::Error),
}

impl Issuer {
    /// The profile (Open Badges 3.0, B.1.15).
    pub fn profile(&self) -> Value {
        json!({ "id": self.address, "type": ["Profile"], "name": self.name, "url": self.home })
    }
}

impl Achievement {
    /// The achievement (Open Badges 3.0, B.1.1), without its context.
    pub fn describe(&self, issuer: &Issuer) -> Value {
        json!({
            "id": self.address, "type": ["Achievement"], "achievementType": "Certificate", "name": self.name,
            "description": self.description, "criteria": { "id": self.criteria_address, "narrative": self.criteria },
            "image": { "id": self.image, "type": "Image", "caption": self.name }, "inLanguage": self.language.tag(),
            "creator": issuer.profile(),
        })
    }
}

/// A document with the contexts in which it is read.
pub fn in_context(mut document: Value) -> Value {
    document["@context"] = json!([CREDENTIALS, OPEN_BADGES]);
    document
}

impl Badge {
    /// The signed credential (Open Badges 3.0, 8.2.4). `key_address` is where the key's JWK can be read.
    ///
    /// # Errors
    /// When a moment has no date or the key cannot sign.
    pub fn sign(&self, key: &BadgeKey, key_address: &str) -> Result<String, BadgeError> {
        let from = moment(self.awarded_at)?;
        let name = json!({
            "type": "IdentityObject", "identityType": "name", "hashed": false, "identityHash": self.holder,
        });
        let mut claims = in_context(json!({
            "id": self.address, "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": self.achievement.name, "issuer": self.issuer.profile(), "validFrom": from, "awardedDate": from,
            "credentialSubject": {
                "type": ["AchievementSubject"], "identifier": [name], "licenseNumber": self.number,
                "achievement": self.achievement.describe(&self.issuer),
            },
            "credentialStatus": {
                "id": format!("{}#{}", self.status_list, self.status_index), "type": "BitstringStatusListEntry",
                "statusPurpose": "revocation", "statusListIndex": self.status_index.to_string(),
                "statusListCredential": self.status_list,
            },
            "credentialSchema": [{ "id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019" }],
            "iss": self.issuer.address, "jti": self.address, "nbf": self.awarded_at,
        }));
        if let Some(until) = self.valid_until {
            claims["validUntil"] = json!(moment(until)?);
            claims["exp"] = json!(until);
        }
        Ok(key.jwt(key_address, &claims)?)
    }
}

impl StatusList {
    /// The signed list (W3C Bitstring Status List 1.0, 2.2).
    ///
    /// # Errors
    /// When a place is outside the list, a moment has no date or the key cannot sign.
    pub fn sign(&self, key: &BadgeKey, key_address: &str) -> Result<String, BadgeError> {
        let claims = json!({
            "@context": [CREDENTIALS], "id": self.address,
            "type": ["VerifiableCredential", "BitstringStatusListCredential"], "issuer": self.issuer,
            "validFrom": moment(self.issued_at)?, "validUntil": moment(self.valid_until)?,
            "credentialSubject": {
                "id": format!("{}#list", self.address), "type": "BitstringStatusList", "statusPurpose": "revocation",
                "encodedList": encoded(&self.revoked)?, "ttl": self.kept_ms,
            },
            "iss": self.issuer, "jti": self.address, "nbf": self.issued_at, "exp": self.valid_until,
        });
        Ok(key.jwt(key_address, &claims)?)
    }
}

/// One bit an entry, the first the highest of its byte; gzip, then base64url with its multibase mark.
fn encoded(revoked: &[u32]) -> Result<String, BadgeError> {
    let mut bits = vec![0_u8; LIST_ENTRIES as usize / 8];
    for &place in revoked {
        let byte = bits.get_mut(place as usize / 8).ok_or(BadgeError::Place(place))?;
        *byte |= 0x80 >> (place % 8);
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(&bits)?;
    Ok(format!("u{}", BASE64URL_NOPAD.encode(&encoder.finish()?)))
}

fn moment(unix: i64) -> Result<String, BadgeError> {
    Moment::from_unix(unix).map(Moment::xmp).ok_or(BadgeError::Moment(unix))
}
