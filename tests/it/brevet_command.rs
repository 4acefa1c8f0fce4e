//! `connectoo brevet`: specimens, and the check of files and statements without the service.

use crate::harness::{Folder, PROGRAM, Service};
use connectoo::{clock::Clock, keys, settings::Settings};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The exit code and what was printed. Without a database and without keys of its own.
fn brevet(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output = Command::new(PROGRAM)
        .arg("brevet")
        .args(arguments)
        .env_clear()
        .env("CONNECTOO_DATA_DIR", folder)
        .output()
        .unwrap();
    let told = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    (output.status.code().unwrap(), told)
}

#[test]
fn a_specimen_of_each_level_and_language_says_so_and_needs_nothing() {
    let folder = Folder::new("specimen");
    for level in ["basic", "expert"] {
        for (language, word) in [
            ("nl", "voorbeeld zonder waarde"),
            ("fr", "exemple sans valeur"),
            ("de", "Beispiel ohne Wert"),
            ("en", "example without value"),
        ] {
            let file = folder.path().join(format!("{level}-{language}.pdf"));
            let out = file.to_str().unwrap();
            let asked = ["sample", "--level", level, "--lang", language, "--out", out, "--valid-until", "2031-02-03"];
            let (code, told) = brevet(folder.path(), &asked);
            assert_eq!(code, 0, "{told}");
            let text = Command::new("pdftotext").args([out, "-"]).output().unwrap().stdout;
            let text = String::from_utf8(text).unwrap();
            assert!(text.contains(word) && text.contains("2031"), "{level} {language}: {text}");
            let (code, told) = brevet(folder.path(), &asked);
            assert!(code == 1 && told.contains("is there already"), "{told}");
        }
    }
    for (level, language) in [("master", "nl"), ("basic", "es")] {
        let (code, told) = brevet(folder.path(), &["sample", "--level", level, "--lang", language, "--out", "x.pdf"]);
        assert!(code == 2 && told.contains("is"), "{told}");
    }
    let (code, told) =
        brevet(folder.path(), &["sample", "--level", "basic", "--lang", "nl", "--out", "x.pdf", "--holder", "王芳"]);
    assert!(code != 0 && told.contains("no font on the sheet has a glyph"), "{told}");
}

struct Issued {
    service: Service,
    folder: Folder,
    pdf: Vec<u8>,
    certificate: PathBuf,
}

async fn issued() -> Issued {
    let service = Service::start().await;
    let learner = service.learner().await;
    let number = learner.earn_basic(&service).await;
    let pdf = learner.sealed_pdf(&number).await;
    let certificate = service.app.settings.keys_dir().join("seal.cert.pem");
    Issued { service, folder: Folder::new("verify"), pdf, certificate }
}

impl Issued {
    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn verify(&self, arguments: &[&str]) -> (i32, String) {
        let certificate = self.certificate.to_str().unwrap();
        brevet(self.folder.path(), &[&["verify", "--certificate", certificate], arguments].concat())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_file_gets_its_line_and_the_worst_is_the_exit_code() {
    let issued = issued().await;
    let good = issued.file("good/brevet.pdf", &issued.pdf);
    let (code, told) = issued.verify(&[&good]);
    assert!(code == 0 && told.contains("valid seal, unchanged"), "{told}");

    let mut changed = issued.pdf.clone();
    let place = changed.windows(7).position(|window| window == b"stream\n").unwrap() + 40;
    changed[place] ^= 1;
    let appended = [&issued.pdf[..], b"% seen by HR\n%%EOF\n"].concat();
    let stranger = issued.folder.path().join("specimen.pdf");
    let made = ["sample", "--level", "basic", "--lang", "nl", "--out", stranger.to_str().unwrap()];
    assert_eq!(brevet(issued.folder.path(), &made).0, 0);
    for (name, bytes, word) in [
        ("changed.pdf", changed, "changed: the file was changed"),
        ("appended.pdf", appended, "something was appended: the first"),
        ("cut.pdf", issued.pdf[..30_000].to_vec(), "not ours"),
        ("stranger.pdf", fs::read(&stranger).unwrap(), "not ours: the seal is not of one of our certificates"),
        ("other.pdf", b"%PDF-1.7\n%%EOF\n".to_vec(), "not ours: the file is not in the form"),
        ("picture.pdf", b"PK\x03\x04 a zip".to_vec(), "not a PDF"),
        ("empty.pdf", Vec::new(), "not a PDF: the file is empty"),
        ("huge.pdf", vec![0; 5_000_000], "larger than a brevet can be"),
    ] {
        let file = issued.file(&format!("bad/{name}"), &bytes);
        let (code, told) = issued.verify(&[&file]);
        assert!(code == 1 && told.contains(word), "{name}: {code} {told}");
    }
    // Folders and files together, a line each.
    let (code, told) = issued.verify(&[&good, issued.folder.path().join("bad").to_str().unwrap()]);
    assert_eq!((code, told.lines().count()), (1, 9), "{told}");

    let missing = issued.verify(&["/nowhere.pdf"]);
    assert!(missing.0 == 2 && missing.1.contains("cannot be read"), "{missing:?}");
    fs::create_dir_all(issued.folder.path().join("none")).unwrap();
    for (arguments, word) in [
        (vec!["verify"], "required"),
        (vec!["verify", &good], "name the published certificates with --certificate"),
        (vec!["verify", "--certificate", &good, &good], "cannot read"),
        (vec!["verify", "--statement", "nothing", "--statement-key", &good], "cannot"),
    ] {
        let (code, told) = brevet(issued.folder.path(), &arguments);
        assert!(code == 2 && told.contains(word), "{arguments:?}: {code} {told}");
    }
    let none = issued.verify(&[issued.folder.path().join("none").to_str().unwrap()]);
    assert!(none.0 == 2 && none.1.contains("there is no .pdf"), "{none:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scanned_statement_is_checked_with_the_published_keys() {
    let issued = issued().await;
    let published = issued.service.visitor().get("/issuer/keys").await.expect(200).bytes;
    let keys = issued.file("keys.json", &published);
    let text = String::from_utf8_lossy(&issued.pdf).into_owned();
    let address = text.split("/URI(").nth(1).unwrap().split(')').next().unwrap();
    let verify = |statement: &str, holder: &str| {
        let asked = ["verify", "--statement-key", &keys, "--holder", holder, "--statement", statement];
        brevet(issued.folder.path(), &asked)
    };
    let (code, told) = verify(address, "Łukasz O’Çelebi");
    assert!(code == 0 && told.contains("genuine statement") && told.contains("the name is the holder's"), "{told}");
    let (code, told) = verify(address, "Eva Mendes");
    assert!(code == 1 && told.contains("THE NAME IS ANOTHER"), "{told}");
    let many =
        issued.file("scanned.txt", format!("{address}\n\n{}\n", address.replace("verify/", "verify/A")).as_bytes());
    let (code, told) = verify("\u{1b}[2Jhttps://elsewhere.example/verify/A#B", "Eva Mendes");
    assert!(code == 1 && told.contains("elsewhere.example") && !told.contains('\u{1b}'), "{told:?}");
    let (code, told) = verify(&many, "Łukasz O’Çelebi");
    assert!(code == 1 && told.lines().count() == 2 && told.contains("the signature does not fit"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brevet_of_an_earlier_key_is_checked_offline_until_its_certificate_is_withdrawn() {
    let keys_folder = Folder::new("earlier");
    keys::generate(keys_folder.path(), "Testdienst", Clock::default().now()).unwrap();
    let with_keys = |settings: &mut Settings| settings.keys_dir = Some(keys_folder.path().to_owned());
    let service = Service::start_with(with_keys).await;
    let learner = service.learner().await;
    let number = learner.earn_basic(&service).await;
    let pdf = learner.sealed_pdf(&number).await;
    let sealed_with = service.app.seal.facts().unwrap().fingerprint.to_string();
    let database = service.app.database_url.clone();
    keys::rotate(&service.app.settings, None, Clock::default().now()).unwrap();
    service.stop().await;
    let service = Service::on_with(database.clone(), with_keys).await;

    // What is published is what lies beside the keys, and the page says where.
    let known = keys_folder.path().join(keys::KNOWN_CERTIFICATES);
    let visitor = service.visitor();
    let page = visitor.page("/verify?lang=en").await.expect(200).text();
    assert!(page.contains("href=\"/.well-known/seal-certificates.pem\"") && page.contains("connectoo brevet verify"));
    let published = visitor.page("/.well-known/seal-certificates.pem").await.expect(200).text();
    assert_eq!(published.matches("BEGIN CERTIFICATE").count(), 2);
    assert_eq!(fs::read_to_string(&known).unwrap(), published);

    let file = keys_folder.path().join("brevet.pdf");
    fs::write(&file, &pdf).unwrap();
    let run = |arguments: &[&str]| {
        let output = Command::new(PROGRAM)
            .args(arguments)
            .env_clear()
            .env("CONNECTOO_DATA_DIR", keys_folder.path())
            .env("CONNECTOO_KEYS_DIR", keys_folder.path())
            .env("DATABASE_URL", if arguments[0] == "keys" { &database } else { "postgres://nowhere.invalid/none" })
            .output()
            .unwrap();
        let told = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        (output.status.code().unwrap(), told)
    };
    let verify = ["brevet", "verify", file.to_str().unwrap()];
    let (code, told) = run(&verify);
    assert!(code == 0 && told.contains(&sealed_with[..16]), "{told}");
    let (code, told) = run(&["keys", "withdraw", &sealed_with[..16], "--reason", "The old disk was lost."]);
    assert!(code == 0 && told.contains("Withdrawn"), "{told}");
    let (code, told) = run(&verify);
    assert!(code == 1 && told.contains("not of one of our certificates"), "{told}");
    let (code, told) = run(&["keys", "list"]);
    assert!(code == 0 && told.contains("WITHDRAWN") && told.contains("The old disk was lost."), "{told}");
    // Only a seal proves nothing any more: the register still knows the file.
    let file = crate::promises::upload(&visitor, "brevet.pdf", pdf).await.expect(200).json();
    assert_eq!(file["state"], "valid");
}
