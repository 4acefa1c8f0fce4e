//! The file itself: its size, its sameness, and what does not fit.

use std::error::Error;

use certificates::{
    FitError, IssueError, Language, LayoutError, Level, MissingGlyph, RenderError, Sheet, Unprintable, issue, render,
};

use crate::keys::seal_key;
use crate::sheets::{SEALED_AT, longest, sheet};

#[test]
fn the_same_sheet_gives_the_same_bytes_before_sealing() {
    for level in Level::ALL {
        for language in Language::ALL {
            let sheet = sheet(level, language);
            assert!(render(&sheet).unwrap() == render(&sheet).unwrap(), "{level:?} {language:?} differs");
        }
    }
}

#[test]
fn another_holder_gives_another_document_id() {
    let one = sheet(Level::Basic, Language::Fr);
    let other = Sheet { holder: "Jean Dupont".to_owned(), ..one.clone() };
    assert_ne!(document_id(&render(&one).unwrap()), document_id(&render(&other).unwrap()));
}

#[test]
fn a_sealed_brevet_stays_under_50_kilobytes() {
    let key = seal_key();
    for level in Level::ALL {
        for language in Language::ALL {
            let sheet = Sheet { statement: Some("A".repeat(130)), ..sheet(level, language) };
            let pdf = issue(&sheet, &key).unwrap();
            assert!(pdf.len() < 50_000, "{level:?} {language:?} has {} bytes", pdf.len());
        }
    }
}

#[test]
fn the_longest_texts_fit_under_both_notices() {
    for level in Level::ALL {
        for language in Language::ALL {
            let sheet = Sheet { specimen: true, ..longest(level, language) };
            render(&sheet).unwrap();
        }
    }
}

#[test]
fn letters_of_all_europe_are_drawn() {
    let mut sheet = sheet(Level::Basic, Language::En);
    for name in ["Łukasz Đặng Șerban Ağaoğlu", "Цветкова Ђорђевић", "Ελένη Παπαδοπούλου", "Þórunn Ŵŷn Żółć Ķēniņš"]
    {
        sheet.holder = name.to_owned();
        render(&sheet).unwrap();
    }
}

#[test]
fn a_letter_in_two_parts_is_drawn_as_one() {
    let mut sheet = sheet(Level::Basic, Language::Fr);
    sheet.holder = "Ame\u{301}lie Van den Broeck".to_owned();
    let composed = document_text(&render(&sheet).unwrap());
    sheet.holder = "Amélie Van den Broeck".to_owned();
    assert_eq!(composed, document_text(&render(&sheet).unwrap()));
}

#[test]
fn a_letter_that_no_font_has_is_refused_and_named() {
    for (holder, reason) in [
        ("王芳", Unprintable::NoGlyph('王')),
        ("Ali \u{202e}ilA", Unprintable::Invisible),
        ("An\u{200b}na", Unprintable::Invisible),
        ("سمير", Unprintable::NoGlyph('س')),
    ] {
        let sheet = Sheet { holder: holder.to_owned(), ..sheet(Level::Basic, Language::Nl) };
        let refusal = render(&sheet).unwrap_err();
        let RenderError::Layout(LayoutError::Holder(told)) = refusal else { panic!("{refusal:?}") };
        assert_eq!(told, reason);
    }
    let issuer = Sheet { issuer: "王芳".to_owned(), ..sheet(Level::Basic, Language::Nl) };
    let refusal = render(&issuer).unwrap_err();
    let RenderError::Layout(LayoutError::Text(FitError::Missing(missing))) = refusal else { panic!("{refusal:?}") };
    assert_eq!(missing, MissingGlyph { character: '王' });
}

#[test]
fn a_name_that_fits_in_no_size_is_refused() {
    let sheet = Sheet { holder: "Wolfgang".repeat(40), ..sheet(Level::Basic, Language::De) };
    let refusal = render(&sheet).unwrap_err();
    assert!(matches!(refusal, RenderError::Layout(LayoutError::Holder(Unprintable::TooLong))), "{refusal:?}");
}

#[test]
fn a_very_long_competency_makes_the_list_smaller() {
    let mut sheet = sheet(Level::Expert, Language::De);
    sheet.competencies[3] = "Gezielt fragen und die Sprache an das Gegenüber anpassen, ".repeat(4);
    render(&sheet).unwrap();
}

#[test]
fn too_many_competencies_are_refused() {
    let sheet = Sheet { competencies: vec!["Helfen".to_owned(); 80], ..sheet(Level::Basic, Language::De) };
    let refusal = render(&sheet).unwrap_err();
    assert!(matches!(refusal, RenderError::Layout(LayoutError::TooManyCompetencies(80))), "{refusal:?}");
}

#[test]
fn a_sheet_without_a_holder_or_a_competency_is_refused() {
    let whole = sheet(Level::Basic, Language::Nl);
    let without_holder = Sheet { holder: " \t".to_owned(), ..whole.clone() };
    let without_competency = Sheet { competencies: Vec::new(), ..whole };
    for (sheet, part) in [(without_holder, "holder"), (without_competency, "competency")] {
        let refusal = render(&sheet).unwrap_err();
        let RenderError::Layout(LayoutError::Blank(blank)) = refusal else { panic!("{refusal:?}") };
        assert_eq!(blank, part);
    }
}

#[test]
fn a_certificate_out_of_date_seals_nothing() {
    let key = seal_key();
    let late = Sheet { sealed_at: SEALED_AT + 10 * 365 * 86_400, ..sheet(Level::Basic, Language::Nl) };
    assert!(matches!(issue(&late, &key), Err(IssueError::CertificateOutOfDate)));
}

#[test]
fn an_error_says_what_failed_and_leaves_the_reason_to_its_source() {
    let sheet = Sheet { holder: "王芳".to_owned(), ..sheet(Level::Basic, Language::Nl) };
    let error = issue(&sheet, &seal_key()).unwrap_err();
    let mut chain = vec![error.to_string()];
    let mut source = error.source();
    while let Some(cause) = source {
        chain.push(cause.to_string());
        source = cause.source();
    }
    assert_eq!(
        chain,
        [
            "the sheet could not be drawn",
            "the sheet could not be laid out",
            "no font on the sheet has a glyph for '王' (U+738B)",
        ]
    );
}

fn document_id(pdf: &[u8]) -> &[u8] {
    let at = pdf.windows(4).rposition(|window| window == b"/ID[").unwrap();
    &pdf[at..at + 40]
}

/// Everything but the document id, which is made from the name as it was typed.
fn document_text(pdf: &[u8]) -> Vec<u8> {
    let at = pdf.windows(4).rposition(|window| window == b"/ID[").unwrap();
    pdf[..at].to_vec()
}
