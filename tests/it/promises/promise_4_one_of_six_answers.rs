//! Verification gives one of six answers, by number, QR code, file and list; no changed file is ever valid.

use crate::harness::{Client, Folder, Reply, Service, eventually};
use connectoo::{brevets::number::BrevetNumber, identity::Role};
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use std::{path::Path, process::Command};

/// Sends a file to the REST door.
pub async fn upload(client: &Client, name: &str, bytes: Vec<u8>) -> Reply {
    let file = Part::bytes(bytes).file_name(name.to_owned()).mime_str("application/pdf").unwrap();
    Client::send(client.request(reqwest::Method::POST, "/verifications").multipart(Form::new().part("file", file)))
        .await
}

async fn state_of(client: &Client, bytes: Vec<u8>) -> String {
    upload(client, "brevet.pdf", bytes).await.expect(200).json()["state"].as_str().unwrap().to_owned()
}

/// Sends a file by the form of the page.
async fn by_page(client: &Client, name: &str, bytes: Vec<u8>) -> Reply {
    let html = client.page("/verify?lang=en").await.text();
    let mark = html.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let form = Form::new().text("form_mark", mark).part("file", Part::bytes(bytes).file_name(name.to_owned()));
    Client::send(client.http.post(format!("{}/verify", client.url)).multipart(form)).await
}

/// The result of a list that was sent as CSV.
async fn list_of(client: &Client, csv: String) -> Value {
    let sent =
        client.request(reqwest::Method::POST, "/verificationBatches").header("content-type", "text/csv").body(csv);
    let taken = Client::send(sent).await.expect(202).json();
    let path = format!("/verificationBatches/{}", taken["id"].as_str().unwrap());
    eventually("the list", || async {
        let list = client.get(&path).await.expect(200).json();
        (list["status"] == "done").then_some(list)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_4_each_answer_is_the_same_by_number_by_qr_code_by_file_and_in_a_list() {
    let service = Service::start().await;
    let administrator = service.person(Role::Administrator).await;
    let (visitor, mut brevets) = (service.visitor(), Vec::new());
    for name in ["valid", "revoked", "replaced"] {
        let learner = service.named(Role::Learner, name, &format!("Zoë {name}")).await;
        let number = learner.earn_basic(&service).await;
        let pdf = learner.sealed_pdf(&number).await;
        brevets.push((name, number, pdf));
    }
    let decide = async |number: &str, what: &str, body: Value| {
        let reply = administrator.post(&format!("/brevets/{number}/{what}"), body).await;
        assert!(reply.status < 300, "{}", reply.text());
    };
    decide(&brevets[1].1, "revocation", json!({"reason": "issuedInError"})).await;
    decide(&brevets[2].1, "replacement", json!({"holder": "Zoë Replaced", "note": "Typing error."})).await;
    let words = [
        ("valid", "This brevet is valid"),
        ("revoked", "This brevet was revoked"),
        ("replaced", "This brevet was replaced"),
    ];
    for (name, number, pdf) in &brevets {
        let told = visitor.get(&format!("/verifications/{number}")).await.expect(200).json();
        assert_eq!(told["state"], *name);
        let page = visitor.page(&format!("/verify/{number}?lang=en")).await.expect(200).text();
        let words = words.iter().find(|(state, _)| state == name).unwrap().1;
        assert!(page.contains(words) && page.contains(&format!("Zoë {name}")), "{page}");
        // The QR code holds the address that the register tells.
        assert_eq!(told["verificationAddress"], format!("{}/verify/{number}", service.url));
        let file = upload(&visitor, "brevet.pdf", pdf.clone()).await.expect(200).json();
        assert_eq!(file, told, "a file tells what its number tells");
        let page = by_page(&visitor, "brevet.pdf", pdf.clone()).await.expect(200).text();
        assert!(page.contains(words) && page.contains("exactly the one that was issued"), "{page}");
    }
    let never_issued = BrevetNumber::new();
    assert_eq!(visitor.get(&format!("/verifications/{never_issued}")).await.expect(404).problem(), "unknownBrevet");
    let unknown = visitor.page(&format!("/verify/{never_issued}?lang=en")).await.expect(404).text();
    assert!(
        unknown.contains("This number is unknown") && !unknown.contains("revoked"),
        "unknown never looks like revoked"
    );

    let mut lines: Vec<String> = brevets.iter().map(|(name, number, _)| format!("{number};{name} ZOE")).collect();
    lines.push(format!("{};Somebody", never_issued.to_string().to_lowercase().replace('-', " ")));
    lines.push("ABCD-EFGH-JKMN-PQRS;Somebody".into());
    lines.push(format!("{};Somebody Else", brevets[0].1));
    let list = list_of(&visitor, lines.join("\n")).await;
    let items = list["items"].as_array().unwrap();
    let states: Vec<&str> = items.iter().map(|line| line["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["valid", "revoked", "replaced", "unknown", "mistyped", "valid"]);
    let names: Vec<&Value> = items.iter().map(|line| &line["nameMatches"]).collect();
    assert_eq!(names, [&json!(true), &json!(true), &json!(true), &Value::Null, &Value::Null, &json!(false)]);
    assert_eq!(list["counts"]["otherName"], 1);
    assert_eq!((&items[1]["reason"], &items[2]["replacedBy"].is_string()), (&json!("issuedInError"), &true));

    // Two years later a brevet with a validity of one has expired; a decision stays what it is.
    let ends = service.named(Role::Learner, "ends", "Zoë ends").await;
    crate::harness::with_validity(&service, 12).await;
    let number = ends.earn_basic(&service).await;
    let pdf = ends.sealed_pdf(&number).await;
    assert_eq!(visitor.get(&format!("/verifications/{number}")).await.expect(200).json()["state"], "valid");
    service.app.clock.shift(chrono::Duration::days(730));
    assert_eq!(visitor.get(&format!("/verifications/{number}")).await.expect(200).json()["state"], "expired");
    assert_eq!(state_of(&visitor, pdf).await, "expired");
    let page = visitor.page(&format!("/verify/{number}?lang=en")).await.expect(200).text();
    assert!(page.contains("This brevet has expired"));
    let list = list_of(&visitor, format!("{number}\n{}\n", brevets[1].1)).await;
    assert_eq!((&list["items"][0]["state"], &list["items"][1]["state"]), (&json!("expired"), &json!("revoked")));
}

/// Runs a tool that rewrites a PDF; its output.
fn rewritten(program: &str, arguments: &[&str], folder: &Path) -> Vec<u8> {
    let run = Command::new(program).args(arguments).current_dir(folder).output();
    let run = run.unwrap_or_else(|_| panic!("{program} is there: bin/setup test installs it"));
    assert!(
        run.status.success() || run.status.code() == Some(3),
        "{program}: {}",
        String::from_utf8_lossy(&run.stderr)
    );
    std::fs::read(folder.join("out.pdf")).unwrap()
}

fn find(pdf: &[u8], words: &[u8]) -> usize {
    pdf.windows(words.len()).position(|window| window == words).unwrap()
}

fn replaced(pdf: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = find(pdf, from);
    [&pdf[..at], to, &pdf[at + from.len()..]].concat()
}

/// What somebody may do to a sealed file (see `certificates/tests/it/tampering.rs` for the check of the seal itself), with
/// what is said of each.
fn tampered(pdf: &[u8], folder: &Path) -> Vec<(&'static str, Vec<u8>, &'static [&'static str])> {
    const ALTERED: &[&str] = &["altered"];
    const REFUSED: &[&str] = &["altered", "unknown"];
    std::fs::write(folder.join("in.pdf"), pdf).unwrap();
    let at = pdf.len();
    let update = |object: &str| {
        let tail = format!(
            "{object}\nxref\n1 1\n{at:010} 00000 n \ntrailer\n<</Size 99/Prev 9>>\nstartxref\n{}\n%%EOF\n",
            at + object.len() + 1
        );
        [pdf, tail.as_bytes()].concat()
    };
    let (range, contents) = (find(pdf, b"/ByteRange["), find(pdf, b"/Contents<"));
    let overlay = "1 0 obj\n<</Length 44>>stream\nBT /F1 24 Tf 100 300 Td (Somebody Else) Tj ET\nendstream\nendobj";
    let mut emptied = pdf.to_vec();
    let end = contents + find(&pdf[contents..], b">");
    emptied[contents + 10..end].fill(b'0');
    // Wrapped: the signed bytes stay, and something else is put where the seal's gap was moved to.
    let mut wrapped = pdf[..end + 1].to_vec();
    wrapped.extend(overlay.bytes());
    wrapped.extend(&pdf[end + 1..]);
    vec![
        ("a comment appended", [pdf, b"% seen by HR\n%%EOF\n"].concat(), ALTERED),
        ("a comment without an end", [pdf, b"% seen by HR\n"].concat(), ALTERED),
        ("an overlay of the name", update(overlay), ALTERED),
        ("another description appended", update("1 0 obj\n<</Type/Metadata>>\nendobj"), ALTERED),
        ("another number in the description", replaced(pdf, b"<dc:identifier>", b"<dc:identifier>0"), REFUSED),
        ("another title in the description", replaced(pdf, b"<dc:title>", b"<dc:title >"), REFUSED),
        ("the last line end cut off", pdf[..at - 1].to_vec(), ALTERED),
        ("half of it", pdf[..at / 2].to_vec(), REFUSED),
        ("rewritten by qpdf", rewritten("qpdf", &["in.pdf", "out.pdf"], folder), REFUSED),
        ("linearised by qpdf", rewritten("qpdf", &["--linearize", "in.pdf", "out.pdf"], folder), REFUSED),
        (
            "encrypted by qpdf",
            rewritten("qpdf", &["--encrypt", "a", "b", "256", "--", "in.pdf", "out.pdf"], folder),
            REFUSED,
        ),
        ("cleaned by mutool", rewritten("mutool", &["clean", "in.pdf", "out.pdf"], folder), REFUSED),
        (
            "universal forgery: no range",
            [&pdf[..range], b"/ByteRange null".as_slice(), &pdf[range + 11..]].concat(),
            REFUSED,
        ),
        ("universal forgery: an emptied seal", emptied, REFUSED),
        ("signature wrapping", wrapped, REFUSED),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_4_a_file_that_was_tampered_with_is_never_reported_valid() {
    let service = Service::start().await;
    let (learner, visitor) = (service.learner().await, service.visitor());
    let number = learner.earn_basic(&service).await;
    let pdf = learner.sealed_pdf(&number).await;
    let folder = Folder::new("tampered");
    for (what, bytes, expected) in tampered(&pdf, folder.path()) {
        let told = upload(&visitor, "brevet.pdf", bytes).await.expect(200).json();
        assert!(expected.contains(&told["state"].as_str().unwrap()), "{what}: {told}");
        if let Some(original) = told.get("original") {
            assert_eq!(original["number"], number, "{what}");
        }
    }
    // The register cannot be asked for each of fifty thousand bytes: one in each five hundred, straight to the rule.
    let mut db = service.db().await;
    for place in (0..pdf.len()).step_by(501) {
        let mut changed = pdf.clone();
        changed[place] ^= 1;
        let verdict = connectoo::verification::verify_file(&service.app, &mut db, changed.into()).await.unwrap();
        assert!(["altered", "unknown"].contains(&verdict.word()), "byte {place}: {}", verdict.word());
    }
    assert_eq!(state_of(&visitor, pdf).await, "valid");
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_4_a_file_of_another_installation_with_our_seal_is_a_warning_and_never_valid() {
    let (here, elsewhere) = (Service::start().await, Service::start().await);
    let learner = elsewhere.learner().await;
    let number = learner.earn_basic(&elsewhere).await;
    let pdf = learner.sealed_pdf(&number).await;
    assert_eq!(state_of(&elsewhere.visitor(), pdf.clone()).await, "valid");
    // All tests seal with one key, so the seal is known here and the file is not.
    assert_eq!(state_of(&here.visitor(), pdf.clone()).await, "sealedElsewhere");
    let page = by_page(&here.visitor(), "brevet.pdf", pdf).await.expect(200).text();
    assert!(page.contains("Our seal, but not in this register"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_file_that_is_no_brevet_gets_a_clear_answer() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let specimen = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n%%EOF\n".to_vec();
    let locked = b"%PDF-1.7\ntrailer\n<</Encrypt 5 0 R>>\n%%EOF\n".to_vec();
    for (name, bytes, status, words) in [
        ("leeg.pdf", Vec::new(), 400, "This file is empty"),
        ("foto.pdf", b"\xff\xd8\xff\xe0 JFIF".to_vec(), 400, "This is not a PDF file"),
        ("zip.pdf", b"PK\x03\x04\x14\0".to_vec(), 400, "This is not a PDF file"),
        ("groot.pdf", [b"%PDF-1.7\n".to_vec(), vec![b' '; 50 * 1024 * 1024]].concat(), 413, "This file is too large"),
        (
            "net-te-groot.pdf",
            [b"%PDF-1.7\n".to_vec(), vec![b' '; 4 * 1024 * 1024]].concat(),
            413,
            "This file is too large",
        ),
        ("brief.pdf", specimen, 200, "This file is unknown"),
        ("slot.pdf", locked, 200, "protected by a password"),
    ] {
        let reply = upload(&visitor, name, bytes.clone()).await;
        assert_eq!(reply.status, status, "{name}: {}", reply.text());
        match status {
            200 => assert_eq!(reply.json()["state"], "unknown"),
            400 => assert_eq!(reply.json()["issues"][0]["name"], "file"),
            _ => assert_eq!(reply.problem(), "payloadTooLarge"),
        }
        let page = by_page(&visitor, name, bytes).await;
        assert_eq!(page.status, if status == 200 { 200 } else { 400 }, "{name}");
        assert!(page.text().contains(words), "{name}: {}", page.text());
    }
    let elsewhere = Form::new().part("other", Part::bytes(b"%PDF-1.7".to_vec()).file_name("x.pdf"));
    let nothing = Client::send(visitor.request(reqwest::Method::POST, "/verifications").multipart(elsewhere)).await;
    assert_eq!(nothing.expect(400).json()["issues"][0]["name"], "file");
    visitor.post("/verifications", json!({})).await.expect(415);
    // Without its mark the form of the page is refused.
    let unmarked = Form::new().part("file", Part::bytes(b"%PDF-1.7".to_vec()).file_name("x.pdf"));
    Client::send(visitor.http.post(format!("{}/verify", service.url)).multipart(unmarked)).await.expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_4_the_page_shows_every_printed_fact_and_the_picture_of_the_sheet() {
    let service = Service::start().await;
    let (learner, visitor) = (service.learner().await, service.visitor());
    let number = learner.earn_basic(&service).await;
    let page = visitor.page(&format!("/verify/{number}?lang=en")).await.expect(200).text();
    let told = visitor.get(&format!("/verifications/{number}")).await.expect(200).json();
    let printed = BrevetNumber::parse(&number).unwrap().to_string();
    let mut facts = vec!["Łukasz O’Çelebi", printed.as_str(), "FOD BOSA – Connectoo"];
    facts.push(told["verificationAddress"].as_str().unwrap());
    facts.extend(told["competencies"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()));
    for fact in facts {
        assert!(page.contains(&fact.replace('\'', "&#39;")), "{fact} in {page}");
    }
    assert!(page.contains(&format!("src=\"/verify/{number}/picture\"")));

    let picture = visitor.page(&format!("/verify/{number}/picture")).await.expect(200);
    assert_eq!(picture.header("content-type"), "image/png");
    assert!(picture.bytes.starts_with(b"\x89PNG") && picture.bytes.len() > 20_000);
    // A tool that knows nothing of us reads the QR code in it.
    let folder = Folder::new("picture");
    let file = folder.path().join("sheet.png");
    std::fs::write(&file, &picture.bytes).unwrap();
    let read = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(&file).output().expect("zbarimg is there");
    let read = String::from_utf8_lossy(&read.stdout).into_owned();
    assert!(read.trim().starts_with(told["verificationAddress"].as_str().unwrap()), "{read}");
    let etag = picture.header("etag").to_owned();
    let again = visitor.http.get(format!("{}/verify/{number}/picture", service.url)).header("if-none-match", etag);
    Client::send(again).await.expect(304);
    visitor.page(&format!("/verify/{}/picture", BrevetNumber::new())).await.expect(404);
}
