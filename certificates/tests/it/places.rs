//! Where the words stand: inside the sheet, and never on each other.

use std::path::Path;

use certificates::{Language, Level, Sheet, render};

use crate::sheets::{longest, name, sheet};
use crate::tools::{Tool, scratch, tool};

/// A word's box in points, from the top left of the page.
#[derive(Clone, Debug)]
struct Word {
    text: String,
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

#[test]
fn no_word_leaves_the_sheet_or_stands_on_another() {
    let Some(pdftotext) = tool("pdftotext") else { return };
    for level in Level::ALL {
        for language in Language::ALL {
            for (kind, sheet) in [("usual", sheet(level, language)), ("longest", longest(level, language))] {
                let file = scratch(&format!("places-{kind}-{}", name(level, language)), &render(&sheet).unwrap());
                let words = words(&pdftotext, &file);
                assert_orderly(&words);
                assert!(words.iter().any(|word| word.text == sheet.number), "the number of {kind} stays in one line");
            }
        }
    }
}

#[test]
fn names_of_every_length_stay_orderly() {
    let Some(pdftotext) = tool("pdftotext") else { return };
    let syllables = ["Van", "den", "Broeck", "Mc", "Quinn-", "Øystein", "Ğ", "Wwww", "Iljč", "de", "la", "Tourette"];
    for count in 1..=syllables.len() * 2 {
        let holder = syllables.iter().cycle().take(count).copied().collect::<Vec<_>>().join(" ").replace("- ", "-");
        let sheet = Sheet { holder: holder.clone(), ..sheet(Level::Basic, Language::Fr) };
        let file = scratch("places-name", &render(&sheet).unwrap());
        let words = words(&pdftotext, &file);
        assert_orderly(&words);
        let printed: String = words.iter().map(|word| word.text.as_str()).collect();
        assert!(printed.contains(&holder.replace(' ', "")), "{holder} became {printed}");
    }
}

fn assert_orderly(words: &[Word]) {
    assert!(words.len() > 40, "only {} words", words.len());
    for (place, word) in words.iter().enumerate() {
        let inside = word.left > 30.0 && word.right < 812.0 && word.top > 30.0 && word.bottom < 566.0;
        assert!(inside, "{word:?} leaves the sheet");
        let on_panel = word.left < 240.0;
        assert!(!on_panel || word.right < 230.0, "{word:?} leaves the panel");
        for other in &words[place + 1..] {
            assert!(!overlap(word, other), "{word:?} stands on {other:?}");
        }
    }
}

/// A box reaches from the font's ascent to its descent, more than any letter does: a third of it may be shared.
fn overlap(one: &Word, other: &Word) -> bool {
    let across = one.right.min(other.right) - one.left.max(other.left);
    let down = one.bottom.min(other.bottom) - one.top.max(other.top);
    let lower = (one.bottom - one.top).min(other.bottom - other.top);
    across > 0.5 && down > lower / 3.0
}

fn words(pdftotext: &Tool, file: &Path) -> Vec<Word> {
    let report = pdftotext.read(["-bbox".as_ref(), file.as_os_str(), "-".as_ref()]);
    report.lines().filter_map(|line| word(line.trim())).collect()
}

/// A line such as `<word xMin="1" yMin="2" xMax="3" yMax="4">text</word>`.
fn word(line: &str) -> Option<Word> {
    let (attributes, rest) = line.strip_prefix("<word ")?.split_once('>')?;
    let numbers: Vec<f32> = attributes.split('"').skip(1).step_by(2).map(|number| number.parse().unwrap()).collect();
    let [left, top, right, bottom] = numbers[..] else { return None };
    Some(Word { text: rest.strip_suffix("</word>")?.to_owned(), left, top, right, bottom })
}
