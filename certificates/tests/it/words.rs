//! The words of each level and language, as a screen reader gets them.

use certificates::{Language, Level, Sheet, render};
use chrono::NaiveDate;

use crate::golden::golden;
use crate::sheets::{name, sheet};
use crate::tools::{scratch, tool};

#[test]
fn each_sheet_is_read_in_its_order() {
    let Some(pdfinfo) = tool("pdfinfo") else { return };
    for level in Level::ALL {
        for language in Language::ALL {
            let file = scratch(&format!("words-{}", name(level, language)), &render(&sheet(level, language)).unwrap());
            let read = pdfinfo.read(["-struct-text".as_ref(), file.as_os_str()]);
            golden(level, language, &texts(&read).join("\n"));
        }
    }
}

#[test]
fn the_structure_has_one_heading_and_one_list() {
    let Some(pdfinfo) = tool("pdfinfo") else { return };
    let file = scratch("structure", &render(&sheet(Level::Expert, Language::En)).unwrap());
    let read = pdfinfo.read(["-struct".as_ref(), file.as_os_str()]);
    let roles: Vec<&str> = read.lines().filter_map(|line| line.trim().strip_suffix("(block)").map(str::trim)).collect();
    let count = |role: &str| roles.iter().filter(|one| **one == role).count();
    assert_eq!((count("H1"), count("H2"), count("L"), count("LI"), count("LBody")), (1, 1, 1, 4, 4), "{read}");
}

#[test]
fn the_first_of_the_month_is_written_as_each_language_does() {
    let Some(pdftotext) = tool("pdftotext") else { return };
    let days = [
        (Language::Nl, "1 maart 2027"),
        (Language::Fr, "1er mars 2027"),
        (Language::De, "1. März 2027"),
        (Language::En, "1 March 2027"),
    ];
    for (language, day) in days {
        let issued_on = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
        let sheet = Sheet { issued_on, ..sheet(Level::Basic, language) };
        let file = scratch(&format!("day-{language:?}"), &render(&sheet).unwrap());
        let text = pdftotext.read([file.as_os_str(), "-".as_ref()]);
        assert!(text.contains(day), "{text}");
    }
}

#[test]
fn a_demonstration_and_a_specimen_say_so_and_a_real_one_does_not() {
    let Some(pdftotext) = tool("pdftotext") else { return };
    for language in Language::ALL {
        for (demonstration, specimen) in [(true, true), (true, false), (false, true), (false, false)] {
            let sheet = Sheet { demonstration, specimen, ..sheet(Level::Expert, language) };
            let file = scratch(&format!("notice-{language:?}-{demonstration}-{specimen}"), &render(&sheet).unwrap());
            let text = pdftotext.read([file.as_os_str(), "-".as_ref()]);
            let (of_demonstration, of_specimen) = notices(language);
            assert_eq!(text.contains(of_demonstration), demonstration, "{text}");
            assert_eq!(text.contains(of_specimen), specimen, "{text}");
        }
    }
}

#[test]
fn a_brevet_without_an_end_prints_none() {
    let Some(pdftotext) = tool("pdftotext") else { return };
    let sheet = Sheet { valid_until: None, ..sheet(Level::Basic, Language::Nl) };
    let file = scratch("endless", &render(&sheet).unwrap());
    let text = pdftotext.read([file.as_os_str(), "-".as_ref()]);
    assert!(!text.contains("Geldig") && text.contains("Uitgereikt op"), "{text}");
}

#[test]
fn a_number_with_its_own_separators_keeps_them() {
    let Some(pdftotext) = tool("pdftotext") else { return };
    let sheet = Sheet { number: "CTOO-2026-7Q4M".to_owned(), ..sheet(Level::Basic, Language::Nl) };
    let file = scratch("separators", &render(&sheet).unwrap());
    assert!(pdftotext.read([file.as_os_str(), "-".as_ref()]).contains("CTOO-2026-7Q4M"));
}

/// The quoted texts of `pdfinfo -struct-text`, an element's lines joined.
fn texts(read: &str) -> Vec<String> {
    let quoted = |line: &str| line.trim().strip_prefix('"').map(|text| text.trim_end_matches('"').trim().to_owned());
    read.lines().filter_map(quoted).filter(|text| !text.is_empty()).collect()
}

fn notices(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Nl => ("geen officiële waarde", "voorbeeld zonder waarde"),
        Language::Fr => ("aucune valeur officielle", "exemple sans valeur"),
        Language::De => ("keinen amtlichen Wert", "Beispiel ohne Wert"),
        Language::En => ("no official value", "example without value"),
    }
}
