//! Access tokens of API clients: short-lived JWTs (RFC 7519, RFC 9068) signed with ES256, and the keys that prove them.

use super::Viewer;
use crate::{
    ids::{AccountId, SessionId},
    keys,
    problem::Kind,
};
use anyhow::{Context, ensure};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use chrono::{DateTime, Duration, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    fs,
    path::Path,
    sync::{Mutex, PoisonError},
};

/// How long an access token is good for.
pub const LIFETIME: Duration = Duration::minutes(10);
const AUDIENCE: &str = "connectoo-api";
/// Verified tokens that are remembered, so that a client's next request costs no second signature check.
const REMEMBERED: usize = 10_000;

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: AccountId,
    sid: SessionId,
    jti: String,
    iat: i64,
    nbf: i64,
    exp: i64,
}

struct PublicKey {
    kid: String,
    x: String,
    y: String,
    decoding: DecodingKey,
}

/// Signs with one key and accepts the tokens of every key in its folder.
pub struct Tokens {
    issuer: String,
    signing: EncodingKey,
    kid: String,
    accepted: Vec<PublicKey>,
    verified: Mutex<HashMap<[u8; 32], (SessionId, i64)>>,
}

impl Tokens {
    /// The name of the key that signs; older ones lie beside it as token-….pem until their last token has expired.
    pub const FILE: &str = "token.pem";

    /// A new P-256 key as PKCS#8 PEM.
    pub fn generate() -> anyhow::Result<String> {
        let random = ring::rand::SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random)
            .map_err(|_| anyhow::anyhow!("no key could be made"))?;
        let body = STANDARD.encode(pkcs8.as_ref());
        let lines: Vec<&str> = body.as_bytes().chunks(64).filter_map(|line| std::str::from_utf8(line).ok()).collect();
        Ok(format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", lines.join("\n")))
    }

    pub fn load(folder: &Path, issuer: &str) -> anyhow::Result<Self> {
        let path = folder.join(Self::FILE);
        let pem = keys::read_private(&path)?;
        let mut accepted = vec![public_key(&pem).with_context(|| path.display().to_string())?];
        for entry in fs::read_dir(folder)?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with("token-") && name.ends_with(".pem") {
                accepted.push(public_key(&keys::read_private(&entry.path())?).context(name)?);
            }
        }
        Ok(Self {
            issuer: issuer.to_owned(),
            signing: EncodingKey::from_ec_pem(pem.as_bytes())?,
            kid: accepted[0].kid.clone(),
            accepted,
            verified: Mutex::default(),
        })
    }

    pub fn sign(&self, viewer: &Viewer, at: DateTime<Utc>) -> anyhow::Result<String> {
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: AUDIENCE.to_owned(),
            sub: viewer.account,
            sid: viewer.session,
            jti: SessionId::new().to_string(),
            iat: at.timestamp(),
            nbf: at.timestamp(),
            exp: (at + LIFETIME).timestamp(),
        };
        let header =
            Header { kid: Some(self.kid.clone()), typ: Some("at+jwt".to_owned()), ..Header::new(Algorithm::ES256) };
        Ok(jsonwebtoken::encode(&header, &claims, &self.signing)?)
    }

    /// The session a token belongs to. Whether the session still exists is for the database to say.
    pub fn verify(&self, token: &str, at: DateTime<Utc>) -> Result<SessionId, Kind> {
        let hash: [u8; 32] = Sha256::digest(token.as_bytes()).into();
        let known = self.verified.lock().unwrap_or_else(PoisonError::into_inner).get(&hash).copied();
        let (session, expires) = match known {
            Some(known) => known,
            None => self.check_signature(token)?,
        };
        if expires <= at.timestamp() {
            return Err(Kind::ExpiredAccessToken);
        }
        if known.is_none() {
            let mut verified = self.verified.lock().unwrap_or_else(PoisonError::into_inner);
            if verified.len() >= REMEMBERED {
                verified.retain(|_, (_, expires)| *expires > at.timestamp());
            }
            if verified.len() >= REMEMBERED {
                verified.clear();
            }
            verified.insert(hash, (session, expires));
        }
        Ok(session)
    }

    fn check_signature(&self, token: &str) -> Result<(SessionId, i64), Kind> {
        let header = jsonwebtoken::decode_header(token).map_err(|_| Kind::InvalidAccessToken)?;
        let key =
            self.accepted.iter().find(|key| Some(&key.kid) == header.kid.as_ref()).ok_or(Kind::InvalidAccessToken)?;
        let mut rules = Validation::new(Algorithm::ES256); // ours, never the header's
        rules.set_audience(&[AUDIENCE]);
        rules.set_issuer(&[&self.issuer]);
        rules.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
        rules.validate_exp = false; // compared with the app's clock by the caller
        let claims =
            jsonwebtoken::decode::<Claims>(token, &key.decoding, &rules).map_err(|_| Kind::InvalidAccessToken)?.claims;
        Ok((claims.sid, claims.exp))
    }

    /// The public keys (RFC 7517).
    pub fn jwks(&self) -> serde_json::Value {
        let keys: Vec<_> = self
            .accepted
            .iter()
            .map(|key| serde_json::json!({"kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": key.kid, "x": key.x, "y": key.y}))
            .collect();
        serde_json::json!({ "keys": keys })
    }
}

fn public_key(pem: &str) -> anyhow::Result<PublicKey> {
    let body: String = pem.lines().filter(|line| !line.starts_with("-----")).collect();
    let der = STANDARD.decode(body.trim()).context("not a PEM file")?;
    let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &der, &ring::rand::SystemRandom::new())
        .map_err(|refusal| anyhow::anyhow!("not a P-256 key in PKCS#8: {refusal}"))?;
    let point = pair.public_key().as_ref(); // 04 x y (SEC 1, 2.3.3)
    ensure!(point.len() == 65, "not an uncompressed point");
    let (x, y) = (URL_SAFE_NO_PAD.encode(&point[1..33]), URL_SAFE_NO_PAD.encode(&point[33..]));
    let kid = URL_SAFE_NO_PAD.encode(&Sha256::digest(point)[..12]);
    let decoding = DecodingKey::from_ec_components(&x, &y)?;
    Ok(PublicKey { kid, x, y, decoding })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{identity::Role, locale::Language};

    fn tokens() -> Tokens {
        let folder = std::env::temp_dir().join(format!("connectoo-tokens-{}", SessionId::new()));
        fs::create_dir_all(&folder).unwrap();
        keys::generate(&folder, "Test", chrono::DateTime::from_timestamp(1_700_000_000, 0).unwrap()).unwrap();
        Tokens::load(&folder, "https://connectoo.example").unwrap()
    }

    fn learner() -> Viewer {
        let (session, account) = (SessionId::new(), AccountId::new());
        Viewer { session, account, name: "An Peeters".into(), role: Role::Learner, language: Language::Nl }
    }

    #[test]
    fn a_token_is_good_for_ten_minutes() {
        let (tokens, learner) = (tokens(), learner());
        let at: DateTime<Utc> = "2026-11-21T09:00:00Z".parse().unwrap();
        let token = tokens.sign(&learner, at).unwrap();
        assert_eq!(tokens.verify(&token, at + Duration::minutes(9)), Ok(learner.session));
        assert_eq!(tokens.verify(&token, at + Duration::minutes(10)), Err(Kind::ExpiredAccessToken));
    }

    #[test]
    fn a_token_of_another_key_or_without_signature_is_refused() {
        let (ours, theirs) = (tokens(), tokens());
        let at: DateTime<Utc> = "2026-11-21T09:00:00Z".parse().unwrap();
        let token = theirs.sign(&learner(), at).unwrap();
        assert_eq!(ours.verify(&token, at), Err(Kind::InvalidAccessToken));
        let payload = token.split('.').nth(1).unwrap();
        let none = format!("{}.{payload}.", URL_SAFE_NO_PAD.encode(r#"{"alg":"none","typ":"at+jwt"}"#));
        assert_eq!(ours.verify(&none, at), Err(Kind::InvalidAccessToken));
        let mut changed = ours.sign(&learner(), at).unwrap();
        let last = changed.pop().unwrap();
        changed.push(if last == 'A' { 'Q' } else { 'A' });
        assert_eq!(ours.verify(&changed, at), Err(Kind::InvalidAccessToken));
    }
}
