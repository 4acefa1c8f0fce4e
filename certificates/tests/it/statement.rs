//! The statement of the QR code: what it proves, and that nothing else passes for one.

use certificates::statement::{NameMark, NoStatement, Statement};
use certificates::{BadgeKey, BadgePublicKey, Language, Level, Sheet, issue};
use chrono::NaiveDate;

use crate::keys::seal_key;
use crate::sheets::{longest, name, sheet};
use crate::tools::{scratch, tool};

pub const ADDRESS: &str = "https://connectoo.example.be/verify/CB7Q4M9XW2KD3HTR";

pub fn key() -> BadgeKey {
    BadgeKey::from_pem(&BadgeKey::generate().unwrap()).unwrap()
}

fn statement() -> Statement {
    Statement {
        number: "CB7Q4M9XW2KD3HTR".to_owned(),
        level: Level::Basic,
        issued_on: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
        valid_until: NaiveDate::from_ymd_opt(2029, 11, 20),
        name: NameMark::of("CB7Q4M9XW2KD3HTR", "Amélie Van den Broeck"),
    }
}

#[test]
fn what_is_signed_is_read_back_from_the_scanned_address() {
    let key = key();
    let ours = [key.public().clone()];
    for statement in [statement(), Statement { level: Level::Expert, valid_until: None, ..statement() }] {
        let code = statement.sign(&key).unwrap();
        assert_eq!(code.len(), 130);
        let typed = format!(" cb7q-4m9x-w2kd-3htr#{} \n", code.to_lowercase());
        for text in [format!("{ADDRESS}#{code}"), format!("{ADDRESS}/?lang=nl#{code}"), typed] {
            assert_eq!(Statement::check(&text, &ours).as_ref(), Ok(&statement), "{text}");
        }
    }
}

#[test]
fn a_name_is_compared_and_never_told() {
    let statement = statement();
    for same in
        ["Amélie Van den Broeck", "AMELIE VAN DEN BROECK", "Ame\u{301}lie van-den  Broeck", "VAN DEN BROECK, Amélie"]
    {
        assert!(statement.names(same), "{same}");
    }
    for other in ["Amélie Van den Broek", "Broeck", "Van Amélie den Broeck", ""] {
        assert!(!statement.names(other), "{other}");
    }
    // The same name on another brevet has another mark: nobody can be followed by it.
    assert_ne!(NameMark::of("A", "Eva"), NameMark::of("B", "Eva"));
}

#[test]
fn every_changed_bit_is_refused() {
    let key = key();
    let ours = [key.public().clone()];
    let code = statement().sign(&key).unwrap();
    let bytes = data_encoding::BASE32_NOPAD.decode(code.as_bytes()).unwrap();
    for bit in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let text = format!("{ADDRESS}#{}", data_encoding::BASE32_NOPAD.encode(&changed));
        assert!(Statement::check(&text, &ours).is_err(), "bit {bit}");
    }
    let other_number = format!("{}#{code}", ADDRESS.replace("KD", "KE"));
    assert_eq!(Statement::check(&other_number, &ours), Err(NoStatement::Forged));
}

#[test]
fn the_statement_of_a_stranger_or_an_older_key_is_told_apart() {
    let (ours, older, stranger) = (key(), key(), key());
    let known = [ours.public().clone(), older.public().clone()];
    let text = |key: &BadgeKey| format!("{ADDRESS}#{}", statement().sign(key).unwrap());
    assert!(Statement::check(&text(&older), &known).is_ok());
    assert_eq!(Statement::check(&text(&stranger), &known), Err(NoStatement::UnknownKey));
    assert_eq!(Statement::check(&text(&ours), &[]), Err(NoStatement::UnknownKey));
}

#[test]
fn what_is_no_statement_gets_its_reason() {
    let key = key();
    let ours = [key.public().clone()];
    let code = statement().sign(&key).unwrap();
    for (text, reason) in [
        (String::new(), NoStatement::Absent),
        (ADDRESS.to_owned(), NoStatement::Absent),
        (format!("{ADDRESS}#"), NoStatement::Absent),
        (format!("{ADDRESS}#{}", &code[1..]), NoStatement::Damaged),
        (format!("{ADDRESS}#{code}A"), NoStatement::Damaged),
        (format!("{ADDRESS}#{}", code.replace(&code[..1], "1")), NoStatement::Damaged),
        (format!("#{code}"), NoStatement::Damaged),
        (format!("{}#{code}", "a".repeat(5000)), NoStatement::Damaged),
    ] {
        assert_eq!(Statement::check(&text, &ours), Err(reason), "{text:.60}");
    }
    let ancient = Statement { issued_on: NaiveDate::from_ymd_opt(2019, 12, 31).unwrap(), ..statement() };
    assert!(ancient.sign(&key).is_err());
}

#[test]
fn a_public_key_is_read_from_a_jwk_set_and_from_pem() {
    let key = key();
    let set = format!(r#"{{"keys":[{{"kty":"RSA"}},{}]}}"#, key.public().jwk());
    assert_eq!(BadgePublicKey::read(&set).unwrap(), [key.public().clone()]);
    for wrong in ["", "{}", r#"{"keys":[]}"#, "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"] {
        assert!(BadgePublicKey::read(wrong).is_err(), "{wrong}");
    }
    let Some(openssl) = tool("openssl") else { return };
    let file = scratch("badge-key", BadgeKey::generate().unwrap().as_bytes());
    let public = openssl.read(["pkey".as_ref(), "-in".as_ref(), file.as_os_str(), "-pubout".as_ref()]);
    let key = BadgeKey::from_pem(&std::fs::read_to_string(file).unwrap()).unwrap();
    assert_eq!(BadgePublicKey::read(&public).unwrap(), [key.public().clone()]);
}

/// At a resolution far below that of a telephone's camera over a sheet of paper.
#[test]
fn the_printed_code_with_its_statement_is_scanned_on_every_sheet() {
    let (Some(pdftoppm), Some(zbarimg)) = (tool("pdftoppm"), tool("zbarimg")) else { return };
    let (key, seal) = (key(), seal_key());
    for level in Level::ALL {
        for language in Language::ALL {
            for (kind, sheet) in [("usual", sheet(level, language)), ("longest", longest(level, language))] {
                let path = sheet.verification_address.split('?').next().unwrap();
                let number = path.rsplit('/').next().unwrap().to_owned();
                let statement = Statement { number, level, ..statement() };
                let sheet = Sheet { statement: Some(statement.sign(&key).unwrap()), ..sheet };
                let file =
                    scratch(&format!("scanned-{kind}-{}", name(level, language)), &issue(&sheet, &seal).unwrap());
                let picture = file.with_extension("");
                let size = ["-r".as_ref(), "100".as_ref(), "-gray".as_ref(), "-png".as_ref(), "-singlefile".as_ref()];
                pdftoppm.read(size.into_iter().chain([file.as_os_str(), picture.as_os_str()]));
                let found = zbarimg.read(["-q".as_ref(), "--raw".as_ref(), picture.with_extension("png").as_os_str()]);
                let read = Statement::check(&found, &[key.public().clone()]);
                assert_eq!(read.as_ref(), Ok(&statement), "{found}");
                assert!(found.starts_with(&sheet.verification_address));
            }
        }
    }
}
