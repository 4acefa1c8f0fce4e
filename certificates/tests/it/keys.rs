//! Keys: made, read, and refused.

use certificates::check::{NotOurs, strict};
use certificates::keys::{GeneratedKey, SoftwareKey, Subject, certificate_facts, generate};
use certificates::{KeyError, Language, Level, SealKey, issue};

use crate::sheets::{SEALED_AT, sheet};
use crate::tools::{Tool, scratch, tool};

const YEAR: i64 = 365 * 86_400;

pub fn generated() -> GeneratedKey {
    let subject = Subject { organisation: "Connectoo demonstration", common_name: "Connectoo demonstration seal" };
    generate(subject, SEALED_AT - YEAR, SEALED_AT + YEAR).unwrap()
}

pub fn seal_key() -> SoftwareKey {
    let made = generated();
    SoftwareKey::from_pem(&made.key_pem, &made.certificate_pem).unwrap()
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
    assert_eq!(facts, SoftwareKey::from_pem(&made.key_pem, &made.certificate_pem).unwrap().facts());
    assert_eq!(facts.fingerprint.to_string().len(), 64);
}

#[test]
fn two_generated_keys_differ() {
    assert_ne!(seal_key().facts().fingerprint, seal_key().facts().fingerprint);
}

#[test]
fn a_key_with_the_certificate_of_another_is_refused() {
    let (one, other) = (generated(), generated());
    let refusal = SoftwareKey::from_pem(&one.key_pem, &other.certificate_pem).unwrap_err();
    assert!(matches!(refusal, KeyError::Mismatch), "{refusal:?}");
}

#[test]
fn a_key_without_a_certificate_is_refused() {
    let refusal = SoftwareKey::from_pem(&generated().key_pem, "").unwrap_err();
    assert!(matches!(refusal, KeyError::NoCertificate), "{refusal:?}");
}

#[test]
fn what_is_no_key_is_refused() {
    let made = generated();
    let refusal = SoftwareKey::from_pem(&made.certificate_pem, &made.certificate_pem).unwrap_err();
    assert!(matches!(refusal, KeyError::Unsupported), "{refusal:?}");
    let refusal = SoftwareKey::from_pem("key", &made.certificate_pem).unwrap_err();
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
    let key = SoftwareKey::from_pem(&made.key_pem, &made.certificate_pem).unwrap();
    assert_eq!(format!("{key:?}"), format!("SoftwareKey {{ certificate: {:?}, .. }}", key.facts().fingerprint));
}

#[test]
fn a_key_with_a_chain_puts_every_certificate_in_the_seal() {
    let (made, above) = (generated(), generated());
    let chain = format!("{}{}", made.certificate_pem, above.certificate_pem);
    let key = SoftwareKey::from_pem(&made.key_pem, &chain).unwrap();
    let sheet = sheet(Level::Basic, Language::Nl);
    let pdf = issue(&sheet, &key).unwrap();
    let ours: Vec<_> = key.chain().certificates().map(|one| one.fingerprint()).collect();
    assert_eq!(strict(&pdf, &ours), Ok(key.facts().fingerprint));
    assert_eq!(strict(&pdf, &ours[..1]), Err(NotOurs::Stranger), "the certificate above is not signed by the seal");
}

#[test]
fn rsa_keys_of_4096_bits_and_ec_keys_of_384_seal_too() {
    let (Some(openssl), Some(pdfsig)) = (tool("openssl"), tool("pdfsig")) else { return };
    for kind in ["rsa:4096", "P-384"] {
        let (key, certificate) = made_by(&openssl, kind);
        let key = SoftwareKey::from_pem(&key, &certificate).unwrap();
        let mut sheet = sheet(Level::Expert, Language::De);
        sheet.sealed_at = key.facts().not_before;
        let pdf = issue(&sheet, &key).unwrap();
        assert_eq!(strict(&pdf, &[key.facts().fingerprint]), Ok(key.facts().fingerprint));
        let report = pdfsig.run([scratch(&kind.replace(':', "-"), &pdf)]);
        assert!(String::from_utf8_lossy(&report.stdout).contains("Signature is Valid"), "{report:?}");
    }
}

#[test]
fn a_private_key_in_another_form_is_told_how_to_change_it() {
    let Some(openssl) = tool("openssl") else { return };
    let (key, certificate) = made_by(&openssl, "P-256");
    let file = scratch("another-form", key.as_bytes());
    let file = file.to_str().unwrap();
    let old = openssl.read(["pkey", "-in", file, "-traditional"]);
    assert!(matches!(SoftwareKey::from_pem(&old, &certificate), Err(KeyError::NotPkcs8)));
    let encrypted = openssl.read(["pkcs8", "-topk8", "-in", file, "-passout", "pass:x"]);
    assert!(matches!(SoftwareKey::from_pem(&encrypted, &certificate), Err(KeyError::Encrypted)));
}

#[test]
fn a_private_key_without_its_public_one_as_java_writes_it_is_read() {
    let made = generated();
    let (_, whole) = der::pem::decode_vec(made.key_pem.as_bytes()).unwrap();
    // version and algorithm, then an ECPrivateKey with nothing but the secret.
    let secret = &whole[36..68];
    let bare = [&[0x30, 0x41], &whole[3..27], &[0x04, 0x27, 0x30, 0x25, 0x02, 0x01, 0x01, 0x04, 0x20], secret].concat();
    let pem = der::pem::encode_string("PRIVATE KEY", der::pem::LineEnding::LF, &bare).unwrap();
    let key = SoftwareKey::from_pem(&pem, &made.certificate_pem).unwrap();
    let pdf = issue(&sheet(Level::Basic, Language::Nl), &key).unwrap();
    assert!(strict(&pdf, &[key.facts().fingerprint]).is_ok());
}

#[test]
fn a_key_does_not_belong_to_a_certificate_of_another_kind() {
    let Some(openssl) = tool("openssl") else { return };
    let [(ec, of_ec), (rsa, of_rsa), (larger, of_larger)] =
        ["P-256", "rsa:3072", "P-384"].map(|kind| made_by(&openssl, kind));
    for (key, certificate) in [(&ec, &of_rsa), (&rsa, &of_ec), (&larger, &of_ec), (&ec, &of_larger)] {
        let refusal = SoftwareKey::from_pem(key, certificate).unwrap_err();
        assert!(matches!(refusal, KeyError::Mismatch), "{refusal:?}");
    }
}

#[test]
fn a_certificate_that_may_not_sign_seals_nothing() {
    let Some(openssl) = tool("openssl") else { return };
    let (key, certificate) = made_with(&openssl, "P-256", &["-addext", "keyUsage=critical,keyAgreement"]);
    assert!(matches!(SoftwareKey::from_pem(&key, &certificate), Err(KeyError::NotForSealing)));
}

#[test]
fn a_short_rsa_key_and_another_curve_are_refused() {
    let Some(openssl) = tool("openssl") else { return };
    let (key, certificate) = made_by(&openssl, "rsa:2048");
    assert!(matches!(SoftwareKey::from_pem(&key, &certificate), Err(KeyError::Weak(2048))));
    let (key, certificate) = made_by(&openssl, "ed25519");
    assert!(matches!(SoftwareKey::from_pem(&key, &certificate), Err(KeyError::Unsupported)));
}

/// A PKCS#8 key and its self-signed certificate.
fn made_by(openssl: &Tool, kind: &str) -> (String, String) {
    made_with(openssl, kind, &[])
}

fn made_with(openssl: &Tool, kind: &str, more: &[&str]) -> (String, String) {
    let curve = format!("ec_paramgen_curve:{kind}");
    let kind = if kind.starts_with("P-") { vec!["ec", "-pkeyopt", &curve] } else { vec![kind] };
    let mut arguments = vec!["req", "-x509", "-noenc", "-keyout", "-", "-subj", "/O=Test/CN=Test", "-days", "30"];
    arguments.push("-newkey");
    arguments.extend(kind);
    arguments.extend(more);
    let both = openssl.read(arguments);
    let at = both.find("-----BEGIN CERTIFICATE-----").unwrap();
    (both[..at].to_owned(), both[at..].to_owned())
}
