//! Seals of every kind of key and every level, judged by programs that others wrote.

use std::path::{Path, PathBuf};
use std::process::Command;

use certificates::check::strict;
use certificates::keys::SoftwareKey;
use certificates::revocation::{Evidence, Proof, question, to_prove};
use certificates::timestamp::{Timestamp, TimestampRequest};
use certificates::{Certificate, Fingerprint, Language, Level, SealKey, Sheet, issue, sign};

use crate::pki::{Pki, pki, python_tool};
use crate::sheets::sheet;
use crate::tools::{python, scratch, tool};

#[expect(clippy::disallowed_methods, reason = "the authorities of the tests live in the present")]
pub fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    i64::try_from(since.as_secs()).unwrap()
}

pub fn sheet_of_today() -> Sheet {
    Sheet { sealed_at: now(), ..sheet(Level::Basic, Language::Fr) }
}

pub fn key(pki: &Pki, name: &str) -> SoftwareKey {
    let secret = if ["p384", "rsa"].contains(&name) { name } else { "p256" };
    SoftwareKey::from_pem(&pki.key(secret), &pki.chain(name)).unwrap()
}

fn trusted(pki: &Pki) -> Vec<Certificate> {
    Certificate::all_from_pem(&pki.certificates(&["tsa", "root"])).unwrap()
}

/// Fingerprints of all that may stand in a seal.
pub fn ours(pki: &Pki, key: &dyn SealKey) -> Vec<Fingerprint> {
    key.chain().certificates().chain(&trusted(pki)).map(Certificate::fingerprint).collect()
}

pub fn stamp(pki: &Pki, imprint: [u8; 32]) -> Timestamp {
    let request = TimestampRequest::over(imprint).unwrap();
    let answer = pki.fetch(&pki.tsa(), TimestampRequest::MEDIA_TYPE, &request.to_der().unwrap());
    request.verify(&answer, &trusted(pki), now()).unwrap()
}

/// What is kept free for a token of the tests' authority, in bytes.
pub const ROOM: usize = 4 * 1024;

/// Level B-T.
pub fn timestamped(pki: &Pki, key: &dyn SealKey) -> Vec<u8> {
    let signed = sign(&sheet_of_today(), key, ROOM, None).unwrap();
    let timestamp = stamp(pki, signed.imprint());
    signed.timestamped(&timestamp).into_pdf().unwrap()
}

/// The proofs for every certificate of a chain, by list or by answer, as the certificate offers.
fn proofs(pki: &Pki, leaf: &Certificate, pool: &[Certificate]) -> Vec<Proof> {
    let pairs = to_prove(leaf, pool).unwrap();
    let proof = |(certificate, issuer): &(Certificate, Certificate)| match certificate.crl_addresses().first() {
        Some(address) => Proof::from_list(&pki.fetch(address, "", &[]), certificate, issuer, now()).unwrap(),
        None => {
            let question = question(certificate, issuer).unwrap();
            let answer = pki.fetch(&certificate.ocsp_addresses()[0], "application/ocsp-request", &question);
            Proof::from_answer(&answer, certificate, issuer, now()).unwrap()
        }
    };
    pairs.iter().map(proof).collect()
}

/// Level B-LT.
pub fn long_term(pki: &Pki, key: &dyn SealKey) -> Vec<u8> {
    let chain: Vec<Certificate> = key.chain().certificates().cloned().collect();
    let authority = trusted(pki);
    let mut evidence = Evidence::default();
    evidence.add(&chain, &proofs(pki, &chain[0], &chain));
    evidence.add(&authority, &proofs(pki, &authority[0], &authority));
    let signed = sign(&sheet_of_today(), key, ROOM, Some(&evidence)).unwrap();
    let timestamp = stamp(pki, signed.imprint());
    assert!(evidence.knows(&timestamp.path));
    signed.timestamped(&timestamp).into_pdf().unwrap()
}

/// Every program's word on a file that is as it should be.
pub fn assert_valid(pki: &Pki, name: &str, pdf: &[u8]) {
    let file = scratch(name, pdf);
    if let Some(pdfsig) = tool("pdfsig") {
        let report = String::from_utf8(pdfsig.run([&file]).stdout).unwrap();
        assert!(report.contains("Signature is Valid"), "{name}: {report}");
        assert!(report.contains("Total document signed"), "{name}: {report}");
    }
    if let Some(mutool) = tool("mutool") {
        let report = mutool.read(["sign".as_ref(), "-v".as_ref(), file.as_os_str()]);
        assert!(report.contains("The document is unchanged since signing"), "{name}: {report}");
    }
    if let Some(qpdf) = tool("qpdf") {
        let report = qpdf.read(["--check".as_ref(), file.as_os_str()]);
        assert!(report.contains("No syntax or stream encoding errors found"), "{name}: {report}");
    }
    let report = pyhanko(pki, &file);
    assert!(report.contains("The signature is judged VALID"), "{name}: {report}");
}

/// What pyHanko says of a file's seal, for one who trusts the root of the tests.
pub fn pyhanko(pki: &Pki, file: &Path) -> String {
    let Some(program) = python_tool("pyhanko") else { return "The signature is judged VALID".to_owned() };
    let output = Command::new(program)
        .args(["sign", "adesverify", "--trust-replace", "--pretty-print", "--trust"])
        .arg(pki.certificate("root"))
        .arg(file)
        .output()
        .unwrap();
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn archival(files: &[PathBuf]) {
    let Some(python) = python() else { return };
    const SCRIPT: &str = "
import sys, page
for file in sys.argv[1:]:
    for profile in ('2a', 'ua1'):
        result = page.validate_pdf(file, profile=profile)
        print(profile, 'compliant' if result.is_compliant else f'NOT compliant: {result}')
";
    let arguments = ["-c".as_ref(), SCRIPT.as_ref()].into_iter().chain(files.iter().map(|file| file.as_os_str()));
    let report = python.read(arguments);
    let verdicts: Vec<&str> = report.lines().collect();
    assert_eq!(verdicts, ["2a compliant", "ua1 compliant"].repeat(files.len()));
}

#[test]
fn promise_8_every_key_and_level_is_valid_for_programs_of_others() {
    let Some(pki) = pki() else { return };
    let (p256, p384, rsa) = (key(pki, "p256"), key(pki, "p384"), key(pki, "rsa"));
    let keys: [(&str, &dyn SealKey); 3] = [("p256", &p256), ("p384", &p384), ("rsa", &rsa)];
    let mut files = Vec::new();
    for (name, key) in keys {
        let ours = ours(pki, key);
        for (level, pdf) in [
            ("b-b", issue(&sheet_of_today(), key).unwrap()),
            ("b-t", timestamped(pki, key)),
            ("b-lt", long_term(pki, key)),
        ] {
            let name = format!("{level}-{name}");
            println!("{name}: {} bytes", pdf.len());
            assert!(pdf.len() <= 60_000, "{name} has {} bytes", pdf.len());
            assert_eq!(strict(&pdf, &ours), Ok(key.facts().fingerprint), "{name}");
            assert!(!pdf.windows(11).any(|bytes| bytes == b"\r\nendstream"), "{name} has a stream of unclear length");
            assert_valid(pki, &name, &pdf);
            files.push(scratch(&name, &pdf));
        }
    }
    archival(&files);
}
