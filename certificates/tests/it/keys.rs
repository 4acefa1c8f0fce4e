//! Keys: made, read, and refused.

use certificates::check::strict;
use certificates::keys::{GeneratedKey, Subject, certificate_facts, generate};
use certificates::{KeyError, Language, Level, SealKey, issue};

use crate::sheets::{SEALED_AT, sheet};
use crate::tools::{Tool, scratch, tool};

const YEAR: i64 = 365 * 86_400;

pub fn generated() -> GeneratedKey {
    let subject = Subject { organisation: "Connectoo demonstration", common_name: "Connectoo demonstration seal" };
    generate(subject, SEALED_AT - YEAR, SEALED_AT + YEAR).unwrap()
}

pub fn seal_key() -> SealKey {
    let made = generated();
    SealKey::from_pem(&made.key_pem, &made.certificate_pem).unwrap()
}

#[test]
fn a_generated_key_names_its_subject_and_its_time() {
    let made = generated();
    let facts = certificate_facts(&made.certificate_pem).unwrap();
    assert_eq!(facts.subject, "CN=Connectoo demonstration seal,O=Connectoo demonstration,C=BE");
    assert_eq!(facts.issuer, facts.subject);
    assert_eq!((facts.not_before, facts.not_after), (SEALED_AT - YEAR, SEALED_AT + YEAR));
    assert!(facts.covers(SEALED_AT));
    assert!(!facts.covers(SEALED_AT + 2 * YEAR));
    assert_eq!(facts, SealKey::from_pem(&made.key_pem, &made.certificate_pem).unwrap().facts());
    assert_eq!(facts.fingerprint.to_string().len(), 64);
}

#[test]
fn two_generated_keys_differ() {
    assert_ne!(seal_key().facts().fingerprint, seal_key().facts().fingerprint);
}

#[test]
fn a_key_with_the_certificate_of_another_is_refused() {
    let (one, other) = (generated(), generated());
    let refusal = SealKey::from_pem(&one.key_pem, &other.certificate_pem).unwrap_err();
    assert!(matches!(refusal, KeyError::Mismatch), "{refusal:?}");
}

#[test]
fn a_key_without_a_certificate_is_refused() {
    let refusal = SealKey::from_pem(&generated().key_pem, "").unwrap_err();
    assert!(matches!(refusal, KeyError::NoCertificate), "{refusal:?}");
}

#[test]
fn what_is_no_key_is_refused() {
    let made = generated();
    let refusal = SealKey::from_pem(&made.certificate_pem, &made.certificate_pem).unwrap_err();
    assert!(matches!(refusal, KeyError::Unsupported), "{refusal:?}");
    let refusal = SealKey::from_pem("key", &made.certificate_pem).unwrap_err();
    assert!(matches!(refusal, KeyError::Pem(_)), "{refusal:?}");
}

#[test]
fn a_time_before_1970_is_refused() {
    let subject = Subject { organisation: "O", common_name: "N" };
    assert!(matches!(generate(subject, -1, SEALED_AT), Err(KeyError::Time)));
}

#[test]
fn a_key_never_shows_its_secret() {
    let made = generated();
    let key = SealKey::from_pem(&made.key_pem, &made.certificate_pem).unwrap();
    assert_eq!(format!("{key:?}"), format!("SealKey {{ certificate: {:?}, .. }}", key.facts().fingerprint));
}

#[test]
fn a_key_with_a_chain_puts_every_certificate_in_the_seal() {
    let (made, above) = (generated(), generated());
    let chain = format!("{}{}", made.certificate_pem, above.certificate_pem);
    let key = SealKey::from_pem(&made.key_pem, &chain).unwrap();
    let sheet = sheet(Level::Basic, Language::Nl);
    let pdf = issue(&sheet, &key).unwrap();
    assert_eq!(strict(&pdf, &[key.facts().fingerprint]), Ok(key.facts().fingerprint));
}

#[test]
fn rsa_keys_of_3072_and_4096_bits_seal_too() {
    let (Some(openssl), Some(pdfsig)) = (tool("openssl"), tool("pdfsig")) else { return };
    for kind in ["rsa:3072", "rsa:4096"] {
        let (key, certificate) = made_by(&openssl, kind);
        let key = SealKey::from_pem(&key, &certificate).unwrap();
        let mut sheet = sheet(Level::Expert, Language::De);
        sheet.sealed_at = key.facts().not_before;
        let pdf = issue(&sheet, &key).unwrap();
        assert_eq!(strict(&pdf, &[key.facts().fingerprint]), Ok(key.facts().fingerprint));
        let report = pdfsig.run([scratch(&kind.replace(':', "-"), &pdf)]);
        assert!(String::from_utf8_lossy(&report.stdout).contains("Signature is Valid"), "{report:?}");
    }
}

#[test]
fn a_short_rsa_key_and_another_curve_are_refused() {
    let Some(openssl) = tool("openssl") else { return };
    let (key, certificate) = made_by(&openssl, "rsa:2048");
    assert!(matches!(SealKey::from_pem(&key, &certificate), Err(KeyError::Weak(2048))));
    let (key, certificate) = made_by(&openssl, "ed25519");
    assert!(matches!(SealKey::from_pem(&key, &certificate), Err(KeyError::Unsupported)));
}

/// A PKCS#8 key and its self-signed certificate.
fn made_by(openssl: &Tool, kind: &str) -> (String, String) {
    let arguments =
        ["req", "-x509", "-newkey", kind, "-noenc", "-keyout", "-", "-subj", "/O=Test/CN=Test", "-days", "30"];
    let both = openssl.read(arguments);
    let at = both.find("-----BEGIN CERTIFICATE-----").unwrap();
    (both[..at].to_owned(), both[at..].to_owned())
}
