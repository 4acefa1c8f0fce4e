//! The badge, held against openbadgeslib; the status list; and the PDF that carries a badge.

use std::path::Path;

use certificates::badge::{Achievement, Badge, Issuer, LIST_ENTRIES, StatusList};
use certificates::check::strict;
use certificates::{BadgeKey, Language, Level, SealKey, Sheet, issue, render};
use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;

use crate::keys::seal_key;
use crate::sheets::{SEALED_AT, name, sheet};
use crate::statement::key;
use crate::tools::{python, scratch, tool};

const LIST: &str = "https://connectoo.example.be/api/connectoo/v1/statusLists/1";
const ISSUER: &str = "https://connectoo.example.be/api/connectoo/v1/issuer";
const KEY: &str = "https://connectoo.example.be/api/connectoo/v1/issuer/keys/1";

fn badge(level: Level, language: Language) -> Badge {
    let sheet = sheet(level, language);
    Badge {
        address: sheet.verification_address,
        issuer: Issuer {
            address: ISSUER.to_owned(),
            name: sheet.issuer,
            home: "https://connectoo.example.be/".to_owned(),
        },
        achievement: Achievement {
            address: "https://connectoo.example.be/api/connectoo/v1/achievements/basic".to_owned(),
            name: "Connectoo – \"basic\" level".to_owned(),
            description: "Digital helper".to_owned(),
            criteria: sheet.competencies.join("\n"),
            criteria_address: "https://connectoo.example.be/levels/basic".to_owned(),
            image: "https://connectoo.example.be/static/achievement-basic.svg".to_owned(),
            language,
        },
        holder: sheet.holder,
        number: sheet.number,
        awarded_at: SEALED_AT - 60,
        valid_until: Some(SEALED_AT + 3 * 365 * 86_400),
        status_list: LIST.to_owned(),
        status_index: 77_001,
    }
}

fn list(revoked: Vec<u32>, at: i64) -> StatusList {
    StatusList {
        address: LIST.to_owned(),
        issuer: ISSUER.to_owned(),
        revoked,
        issued_at: at,
        valid_until: at + 86_400,
        kept_ms: 300_000,
    }
}

/// Now, for openbadgeslib has no clock but the machine's.
#[expect(clippy::disallowed_methods, reason = "the judge's clock, not ours")]
fn now() -> i64 {
    let elapsed = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    i64::try_from(elapsed.as_secs()).unwrap()
}

/// What openbadgeslib says of a badge, its status checked against a list.
fn verdict(key: &BadgeKey, badge: &str, list: &str) -> Option<String> {
    const SCRIPT: &str = "
import sys
from openbadgeslib.ob3.verifier import OB3Verifier, OB3VerificationError
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives import serialization
import base64, json
jwk, badge, status_list = sys.argv[1:]
jwk = json.loads(jwk)
number = lambda part: int.from_bytes(base64.urlsafe_b64decode(part + '=='), 'big')
public = ec.EllipticCurvePublicNumbers(number(jwk['x']), number(jwk['y']), ec.SECP256R1()).public_key()
pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
def download(address):
    assert address == 'https://connectoo.example.be/api/connectoo/v1/statusLists/1', address
    return status_list.encode()
try:
    credential = OB3Verifier(pem).verify(badge, check_status=True, download=download)
    print('accepted', credential.issuer.id, credential.achievement.name)
except OB3VerificationError as refusal:
    print('refused:', refusal)
";
    let python = python()?;
    Some(python.read(["-c", SCRIPT, &key.public().jwk().to_string(), badge, list]).trim().to_owned())
}

fn current(level: Level, language: Language) -> Badge {
    Badge { awarded_at: now() - 60, valid_until: Some(now() + 86_400), ..badge(level, language) }
}

#[test]
fn openbadgeslib_accepts_the_badge_of_each_level_and_language() {
    let key = key();
    let list = list(vec![77_000, 77_002], now() - 5).sign(&key, KEY).unwrap();
    for level in Level::ALL {
        for language in Language::ALL {
            let jwt = current(level, language).sign(&key, KEY).unwrap();
            let Some(verdict) = verdict(&key, &jwt, &list) else { return };
            assert_eq!(verdict, format!("accepted {ISSUER} Connectoo – \"basic\" level"));
        }
    }
}

#[test]
fn openbadgeslib_refuses_a_revoked_a_changed_an_expired_a_strange_and_an_unsigned_badge() {
    let (key, stranger) = (key(), key());
    let badge = current(Level::Basic, Language::Nl);
    let jwt = badge.sign(&key, KEY).unwrap();
    let free = list(Vec::new(), now() - 5).sign(&key, KEY).unwrap();
    let revoked = list(vec![77_001], now() - 5).sign(&key, KEY).unwrap();
    let stale = list(Vec::new(), now() - 200_000).sign(&key, KEY).unwrap();
    let forged_list = list(Vec::new(), now() - 5).sign(&stranger, KEY).unwrap();
    let [header, payload, signature] = jwt.split('.').collect::<Vec<_>>()[..] else { panic!("{jwt}") };
    let mut claims: Value = serde_json::from_slice(&BASE64URL_NOPAD.decode(payload.as_bytes()).unwrap()).unwrap();
    claims["credentialSubject"]["identifier"][0]["identityHash"] = "Eva Mendes".into();
    let changed = BASE64URL_NOPAD.encode(claims.to_string().as_bytes());
    let none = BASE64URL_NOPAD.encode(br#"{"alg":"none","typ":"JWT"}"#);
    let expired = Badge { valid_until: Some(now() - 86_400), ..badge }.sign(&key, KEY).unwrap();
    for (jwt, list, reason) in [
        (jwt.clone(), &revoked, "'revocation' is set at index 77001"),
        (jwt.clone(), &stale, "expired"),
        (jwt.clone(), &forged_list, "proof is invalid"),
        (format!("{header}.{changed}.{signature}"), &free, "Invalid signature"),
        (format!("{none}.{payload}."), &free, "Algorithm 'none'"),
        (format!("{none}.{payload}.{signature}"), &free, "Algorithm 'none'"),
        (expired, &free, "expired"),
        (badge_of(&stranger), &free, "Invalid signature"),
    ] {
        let Some(verdict) = verdict(&key, &jwt, list) else { return };
        assert!(verdict.starts_with("refused:") && verdict.contains(reason), "{reason}: {verdict}");
    }
}

fn badge_of(key: &BadgeKey) -> String {
    current(Level::Basic, Language::Nl).sign(key, KEY).unwrap()
}

#[test]
fn a_status_list_has_the_least_herd_and_each_bit_in_its_place() {
    let key = key();
    let places = [0, 7, 8, LIST_ENTRIES - 1];
    let jwt = list(places.to_vec(), SEALED_AT).sign(&key, KEY).unwrap();
    let payload = BASE64URL_NOPAD.decode(jwt.split('.').nth(1).unwrap().as_bytes()).unwrap();
    let claims: Value = serde_json::from_slice(&payload).unwrap();
    let encoded = claims["credentialSubject"]["encodedList"].as_str().unwrap().strip_prefix('u').unwrap();
    let mut bits = Vec::new();
    let zipped = BASE64URL_NOPAD.decode(encoded.as_bytes()).unwrap();
    std::io::copy(&mut flate2::read::GzDecoder::new(&zipped[..]), &mut bits).unwrap();
    assert_eq!(bits.len() * 8, 131_072);
    let set: Vec<u32> =
        (0..LIST_ENTRIES).filter(|place| bits[*place as usize / 8] >> (7 - place % 8) & 1 == 1).collect();
    assert_eq!(set, places);
    assert!(list(vec![LIST_ENTRIES], SEALED_AT).sign(&key, KEY).is_err());
}

#[test]
fn the_header_says_jwt_es256_and_where_the_key_is() {
    let jwt = badge(Level::Expert, Language::Fr).sign(&key(), KEY).unwrap();
    let header = BASE64URL_NOPAD.decode(jwt.split('.').next().unwrap().as_bytes()).unwrap();
    let header: Value = serde_json::from_slice(&header).unwrap();
    assert_eq!(header, serde_json::json!({ "alg": "ES256", "typ": "JWT", "kid": KEY }));
}

fn with_badge(level: Level, language: Language) -> Sheet {
    Sheet { badge: Some(badge(level, language).sign(&key(), KEY).unwrap()), ..sheet(level, language) }
}

#[test]
fn promise_8_a_sealed_file_with_its_badge_is_pdf_a_3a_and_pdf_ua_1() {
    let Some(python) = python() else { return };
    const SCRIPT: &str = "
import sys, page
for file in sys.argv[1:]:
    for profile in ('3a', 'ua1'):
        result = page.validate_pdf(file, profile=profile)
        print(profile, 'compliant' if result.is_compliant else f'NOT compliant: {result}')
";
    let seal = seal_key();
    let all = Level::ALL.into_iter().flat_map(|level| Language::ALL.map(|language| (level, language)));
    let files = all.map(|(level, language)| {
        let pdf = issue(&with_badge(level, language), &seal).unwrap();
        assert_eq!(strict(&pdf, &[seal.facts().fingerprint]), Ok(seal.facts().fingerprint));
        scratch(&format!("with-badge-{}", name(level, language)), &pdf)
    });
    let files: Vec<_> = files.collect();
    let report =
        python.read(["-c".as_ref(), SCRIPT.as_ref()].into_iter().chain(files.iter().map(|file| file.as_os_str())));
    assert_eq!(report.lines().collect::<Vec<_>>(), ["3a compliant", "ua1 compliant"].repeat(files.len()));
}

#[test]
fn the_badge_comes_out_of_the_file_as_it_went_in() {
    let (Some(pdfdetach), Some(pdfsig), Some(qpdf)) = (tool("pdfdetach"), tool("pdfsig"), tool("qpdf")) else { return };
    let sheet = with_badge(Level::Basic, Language::De);
    let file = scratch("detached", &issue(&sheet, &seal_key()).unwrap());
    assert!(pdfdetach.read(["-list".as_ref(), file.as_os_str()]).contains("1: openbadge.jwt"));
    let saved = Path::new(env!("CARGO_TARGET_TMPDIR")).join("detached.jwt");
    pdfdetach.read(["-save".as_ref(), "1".as_ref(), "-o".as_ref(), saved.as_os_str(), file.as_os_str()]);
    assert_eq!(Some(std::fs::read_to_string(saved).unwrap()), sheet.badge);
    let report = String::from_utf8(pdfsig.run([&file]).stdout).unwrap();
    assert!(report.contains("Signature is Valid") && report.contains("Total document signed"), "{report}");
    assert!(qpdf.read(["--check".as_ref(), file.as_os_str()]).contains("No syntax or stream encoding errors found"));
}

#[test]
fn the_same_sheet_with_its_badge_gives_the_same_bytes_and_another_id_than_without() {
    let with = with_badge(Level::Basic, Language::En);
    assert!(render(&with).unwrap() == render(&with).unwrap());
    let id = |pdf: &[u8]| {
        let at = pdf.windows(4).rposition(|window| window == b"/ID[").unwrap();
        pdf[at..at + 40].to_vec()
    };
    assert_ne!(id(&render(&with).unwrap()), id(&render(&Sheet { badge: None, ..with.clone() }).unwrap()));
}
