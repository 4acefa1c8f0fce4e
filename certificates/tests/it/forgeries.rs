//! The attacks on signed PDF files that are known, against a brevet with a timestamp: none is taken for ours.

use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use certificates::check::{NotOurs, known_prefixes, strict};
use certificates::keys::SoftwareKey;
use certificates::revocation::{Proof, RevocationError, question, to_prove};
use certificates::timestamp::{TimestampError, TimestampRequest};
use certificates::{Certificate, Fingerprint, SealError, SealKey, Sheet, issue, sign};

use crate::keys::seal_key;
use crate::levels::{ROOM, key, now, ours, sheet_of_today, stamp, timestamped};
use crate::pki::{Pki, pki};
use crate::tools::{scratch, tool};

struct Sealed {
    pdf: Vec<u8>,
    ours: Vec<Fingerprint>,
    /// Where the seal's `<` and the byte after its `>` are.
    gap: (usize, usize),
}

fn sealed(pki: &Pki) -> Sealed {
    let key = key(pki, "p256");
    let pdf = timestamped(pki, &key);
    let from = find(&pdf, b"/Contents<") + "/Contents".len();
    let to = from + find(&pdf[from..], b">") + 1;
    Sealed { ours: ours(pki, &key), gap: (from, to), pdf }
}

fn find(pdf: &[u8], words: &[u8]) -> usize {
    pdf.windows(words.len()).position(|window| window == words).unwrap()
}

#[test]
fn promise_4_no_byte_of_a_timestamped_brevet_can_be_changed() {
    let Some(pki) = pki() else { return };
    let Sealed { mut pdf, ours, gap: (from, to) } = sealed(pki);
    assert!(strict(&pdf, &ours).is_ok());
    let end = from + 1 + pdf[from + 1..to - 1].iter().rposition(|digit| *digit != b'0').unwrap() + 1;
    // Every 97th byte, and every fifth digit of the seal with its certificates and its timestamp: more takes minutes.
    let is_tried = |place: &usize| place.is_multiple_of(97) || (from..end).contains(place) && place.is_multiple_of(5);
    for place in (0..pdf.len()).filter(is_tried) {
        let before = pdf[place];
        pdf[place] = if before == b'7' { b'8' } else { b'7' };
        assert!(strict(&pdf, &ours).is_err(), "byte {place} was changed from {before} unseen");
        pdf[place] = before;
    }
}

#[test]
fn promise_4_what_is_appended_or_laid_over_is_refused_and_our_brevet_found_under_it() {
    let Some(pki) = pki() else { return };
    let Sealed { pdf, ours, .. } = sealed(pki);
    let original = known_prefixes(&pdf).pop().unwrap();
    let overlay = |object: &str| {
        let (mut forged, at) = (pdf.clone(), pdf.len());
        let body = format!("900 0 obj\n{object}\nendobj\n");
        let table = at + body.len();
        let rest = format!(
            "xref\n900 1\n{at:010} 00000 n \ntrailer\n<</Size 901/Root 1 0 R/Prev 9>>\nstartxref\n{table}\n%%EOF\n"
        );
        forged.extend(body.bytes().chain(rest.bytes()));
        forged
    };
    for (attack, forged) in [
        ("comment", [pdf.as_slice(), b"% seen by HR\n%%EOF\n"].concat()),
        ("name", overlay("<</Type/Annot/Subtype/Stamp/Rect[200 300 600 340]/Contents(Eva Mendes)>>")),
        ("metadata", overlay("<</Type/Metadata/Subtype/XML/Length 0>>stream\n\nendstream")),
        ("language", overlay("<</Type/Catalog/Lang(nl-BE)>>")),
    ] {
        assert_eq!(strict(&forged, &ours), Err(NotOurs::Uncovered), "{attack}");
        assert!(known_prefixes(&forged).contains(&original), "{attack}");
    }
}

#[test]
fn promise_4_changed_metadata_and_files_that_a_program_wrote_again_are_refused() {
    let Some(pki) = pki() else { return };
    let Sealed { pdf, ours, .. } = sealed(pki);
    let mut forged = pdf.clone();
    let number = find(&forged, b"CB7Q4M9XW2KD3HTR");
    forged[number] = b'D';
    assert_eq!(strict(&forged, &ours), Err(NotOurs::Changed), "the number in the metadata");
    let (file, out) = (scratch("to-rewrite", &pdf), scratch("rewritten", b""));
    if let Some(qpdf) = tool("qpdf") {
        qpdf.run([file.as_os_str(), out.as_os_str()]);
        assert!(strict(&std::fs::read(&out).unwrap(), &ours).is_err(), "qpdf");
        qpdf.run(["--linearize".as_ref(), file.as_os_str(), out.as_os_str()]);
        assert!(strict(&std::fs::read(&out).unwrap(), &ours).is_err(), "qpdf --linearize");
    }
    if let Some(mutool) = tool("mutool") {
        mutool.run(["clean".as_ref(), file.as_os_str(), out.as_os_str()]);
        assert!(strict(&std::fs::read(&out).unwrap(), &ours).is_err(), "mutool clean");
    }
}

/// Universal signature forgery and signature wrapping (Mladenov and others, 2019).
#[test]
fn promise_4_forged_and_wrapped_seals_are_refused() {
    let Some(pki) = pki() else { return };
    let Sealed { pdf, ours, gap: (from, to) } = sealed(pki);
    let with_range = |range: &str| {
        let mut forged = pdf.clone();
        let start = find(&forged, b"/ByteRange[");
        let end = start + find(&forged[start..], b"/Contents");
        let padded = format!("{:<width$}", format!("/ByteRange{range}"), width = end - start);
        forged.splice(start..end, padded.bytes());
        forged
    };
    let with_contents = |digits: &[u8]| {
        let mut forged = pdf.clone();
        forged[from + 1..from + 1 + digits.len()].copy_from_slice(digits);
        forged
    };
    let mut wrapped = pdf.clone();
    wrapped.splice(to..to, b"/Forged(between the parts)".iter().copied());
    let mut moved = with_range(&format!("[0 {from} {} {}]", to + 26, pdf.len() - to));
    moved.splice(to..to, b"/Forged(between the parts)".iter().copied());
    for (attack, forged) in [
        ("no range", with_range("null")),
        ("an empty range", with_range("[]")),
        ("a negative range", with_range("[0 -1 -1 -1]")),
        ("no contents", with_contents(&vec![b'0'; to - from - 2])),
        ("null contents", with_contents(b"0500")),
        ("content between the parts", wrapped),
        ("the second part moved", moved),
    ] {
        assert!(strict(&forged, &ours).is_err(), "{attack}");
    }
}

#[test]
fn promise_4_a_timestamp_of_another_seal_or_of_a_stranger_is_refused() {
    let Some(pki) = pki() else { return };
    let key = key(pki, "p256");
    let ours = ours(pki, &key);
    let signed = || sign(&sheet_of_today(), &key, ROOM, None).unwrap();
    let other = stamp(pki, signed().imprint());
    assert_eq!(strict(&signed().timestamped(&other).into_pdf().unwrap(), &ours), Err(NotOurs::Timestamp));
    let right = timestamped(pki, &key);
    let without: Vec<Fingerprint> = key.chain().certificates().map(Certificate::fingerprint).collect();
    assert_eq!(strict(&right, &without), Err(NotOurs::Timestamp), "whose timestamp it is, is not known");
    let stranger = SoftwareKey::from_pem(&pki.key("p384"), &pki.chain("p384")).unwrap();
    let theirs = timestamped(pki, &stranger);
    assert_eq!(strict(&theirs, &ours), Err(NotOurs::Stranger), "the same page with another key");
    let demonstration = sign(&Sheet { ..sheet_of_today() }, &seal_key(), ROOM, None).unwrap().into_pdf().unwrap();
    assert_eq!(strict(&demonstration, &ours), Err(NotOurs::Stranger));
}

#[test]
fn promise_4_a_seal_by_the_key_of_the_timestamps_is_none_though_its_certificate_is_ours() {
    let Some(pki) = pki() else { return };
    let authority = SoftwareKey::from_pem(&pki.key("tsa"), &pki.certificates(&["tsa"])).unwrap();
    let file = issue(&sheet_of_today(), &authority).unwrap();
    assert_eq!(strict(&file, &[authority.facts().fingerprint]), Err(NotOurs::Stranger));
}

#[test]
fn a_timestamp_longer_than_what_is_kept_free_for_it_is_no_seal() {
    let Some(pki) = pki() else { return };
    let key = key(pki, "rsa");
    let sealed = |kept_free: usize| {
        let signed = sign(&sheet_of_today(), &key, kept_free, None).unwrap();
        let timestamp = stamp(pki, signed.imprint());
        (timestamp.length(), signed.timestamped(&timestamp).into_pdf())
    };
    let (length, refused) = sealed(100);
    assert!(matches!(refused, Err(SealError::TooLarge { .. })));
    // Just enough. The authority's own signature is longer by a byte or two at times.
    let file = sealed(length + 8).1.unwrap();
    assert!(strict(&file, &ours(pki, &key)).is_ok());
}

#[test]
fn a_timestamp_that_proves_nothing_is_refused_with_the_reason() {
    let Some(pki) = pki() else { return };
    let trusted = |names: &[&str]| Certificate::all_from_pem(&pki.certificates(names)).unwrap();
    let request = TimestampRequest::over([7; 32]).unwrap();
    let ask = |path: &str, request: &TimestampRequest| {
        pki.fetch(&pki.address(path), TimestampRequest::MEDIA_TYPE, &request.to_der().unwrap())
    };
    let answer = ask("tsa/tsa", &request);
    let right = request.verify(&answer, &trusted(&["root"]), now()).unwrap();
    assert_eq!(right.path.len(), 2, "the authority, and the root that vouches for it");
    assert!((right.time - now()).abs() < 60);
    assert!(request.verify(&answer, &trusted(&["tsa"]), now()).is_ok(), "pinned itself");
    let refusal = |request: &TimestampRequest, answer: &[u8], names: &[&str], at: i64| {
        request.verify(answer, &trusted(names), at).unwrap_err()
    };
    assert!(matches!(refusal(&request, &answer, &["interm"], now()), TimestampError::Untrusted(_)));
    assert!(matches!(refusal(&request, &answer, &["root"], now() + 3600), TimestampError::Clock(_)));
    let another = TimestampRequest::over([8; 32]).unwrap();
    assert!(matches!(refusal(&another, &answer, &["root"], now()), TimestampError::Imprint));
    let again = TimestampRequest::over([7; 32]).unwrap();
    assert!(matches!(refusal(&again, &answer, &["root"], now()), TimestampError::Nonce));
    let without_purpose = ask("tsa/wrong", &request);
    assert!(matches!(refusal(&request, &without_purpose, &["root"], now()), TimestampError::Usage));
    let mut broken = answer.clone();
    *broken.last_mut().unwrap() ^= 1;
    assert!(matches!(refusal(&request, &broken, &["root"], now()), TimestampError::Signature));
    assert!(matches!(refusal(&request, b"no answer", &["root"], now()), TimestampError::Malformed(_)));
    // PKIStatusInfo with status 2, rejection.
    let rejected = [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02];
    assert!(matches!(refusal(&request, &rejected, &["root"], now()), TimestampError::Refused { status: 2, .. }));
}

#[test]
fn a_proof_that_proves_nothing_is_refused_with_the_reason() {
    let Some(pki) = pki() else { return };
    let pem = |name: &str| Certificate::all_from_pem(&pki.certificates(&[name])).unwrap().remove(0);
    let (seal, interm, root) = (pem("p256"), pem("interm"), pem("root"));
    let list = pki.fetch(&seal.crl_addresses()[0], "", &[]);
    let proof = Proof::from_list(&list, &seal, &interm, now()).unwrap();
    assert!(proof.from <= now() && proof.until > now());
    assert!(matches!(Proof::from_list(&list, &seal, &root, now()), Err(RevocationError::Signature)));
    assert!(matches!(Proof::from_list(&list, &seal, &interm, proof.until), Err(RevocationError::Stale { .. })));
    assert!(matches!(Proof::from_list(&list, &pem("revoked"), &interm, now()), Err(RevocationError::Revoked(_))));
    assert!(matches!(Proof::from_list(b"no list", &seal, &interm, now()), Err(RevocationError::Malformed(_))));
    let answered = pem("answered");
    let asked = |one: &Certificate| {
        pki.fetch(&answered.ocsp_addresses()[0], "application/ocsp-request", &question(one, &interm).unwrap())
    };
    let answer = asked(&answered);
    Proof::from_answer(&answer, &answered, &interm, now()).unwrap();
    assert!(matches!(Proof::from_answer(&answer, &seal, &interm, now()), Err(RevocationError::Silent)));
    assert!(matches!(Proof::from_answer(&answer, &answered, &root, now()), Err(RevocationError::Signature)));
    let revoked = pem("revoked");
    let told = Proof::from_answer(&asked(&revoked), &revoked, &interm, now());
    assert!(matches!(told, Err(RevocationError::Revoked(_))), "{told:?}");
    assert!(matches!(to_prove(&seal, &[]), Err(RevocationError::NoIssuer(_))), "the chain is not whole");
    assert_eq!(to_prove(&seal, &[interm, root]).unwrap().len(), 2, "all but the root");
}

/// A list of the issuing authority that names nobody, with these extensions.
fn list(pki: &Pki, extensions: &str) -> Vec<u8> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let folder = pki.folder.join(format!("list-{}", COUNT.fetch_add(1, Ordering::Relaxed)));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("index.txt"), "").unwrap();
    let place = folder.display();
    let config = format!(
        "[ca]\ndefault_ca=list\n[list]\ndatabase={place}/index.txt\ndefault_md=sha256\ndefault_crl_days=30\n\
         crl_extensions=extensions\n[extensions]\n{extensions}\n"
    );
    std::fs::write(folder.join("list.cnf"), config).unwrap();
    let openssl = |arguments: &[&str]| {
        let output = Command::new("openssl").args(arguments).current_dir(&folder).output().unwrap();
        assert!(output.status.success(), "{extensions}: {}", String::from_utf8_lossy(&output.stderr));
    };
    let (key, certificate) = (pki.folder.join("interm.pem"), pki.certificate("interm"));
    let (key, certificate) = (key.to_str().unwrap(), certificate.to_str().unwrap());
    let signed = ["-keyfile", key, "-cert", certificate, "-out", "list.pem"];
    openssl(&[["ca", "-config", "list.cnf", "-gencrl"].as_slice(), &signed].concat());
    openssl(&["crl", "-in", "list.pem", "-outform", "DER", "-out", "list.der"]);
    std::fs::read(folder.join("list.der")).unwrap()
}

#[test]
fn a_list_of_changes_or_of_other_certificates_proves_nothing_of_this_one() {
    let Some(pki) = pki() else { return };
    let pem = |name: &str| Certificate::all_from_pem(&pki.certificates(&[name])).unwrap().remove(0);
    let (seal, interm) = (pem("p256"), pem("interm"));
    let proof = |extensions: &str| Proof::from_list(&list(pki, extensions), &seal, &interm, now());
    let scope = |what: &str| proof(&format!("issuingDistributionPoint=critical,@scope\n[scope]\n{what}"));
    let own = &seal.crl_addresses()[0];
    proof("authorityKeyIdentifier=keyid:always").unwrap();
    proof("1.2.3.4=DER:0500").unwrap();
    scope("onlyuser=TRUE").unwrap();
    scope(&format!("fullname=URI:{own}")).unwrap();
    for other in [
        "onlyCA=TRUE",
        "onlyAA=TRUE",
        "indirectCRL=TRUE",
        "onlysomereasons=keyCompromise",
        "fullname=URI:http://elsewhere.example/list.crl",
        &format!("fullname=URI:{own}\nonlyCA=TRUE"),
    ] {
        assert!(matches!(scope(other), Err(RevocationError::OtherScope)), "{other}: {:?}", scope(other));
    }
    let changes = proof("2.5.29.27=critical,DER:020101");
    assert!(matches!(changes, Err(RevocationError::OtherScope)), "{changes:?}");
    let unknown = proof("1.2.3.4=critical,DER:0500");
    assert!(matches!(unknown, Err(RevocationError::UnknownExtension(_))), "{unknown:?}");
}
