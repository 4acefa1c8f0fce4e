//! Which names can be printed, told before there is a sheet.

use std::error::Error;

use certificates::{Language, Level, Sheet, Unprintable, can_print, issue, render};

use crate::keys::seal_key;
use crate::sheets::{longest, sheet};

#[test]
fn names_in_the_scripts_of_europe_and_in_vietnamese_can_be_printed() {
    let names = [
        "Amélie Van den Broeck",
        "Ame\u{301}lie Van den Broeck",
        "Łukasz Đặng Șerban Ağaoğlu",
        "Þórunn Ŵŷn Żółć Ķēniņš",
        "Jean-Noël d’Udekem d’Acoz",
        "Siobhán O'Connor, jr.",
        "Ελένη Παπαδοπούλου",
        "Цветкова Ђорђевић",
        "Nguyễn Thị Phương Thảo",
        "Nguye\u{302}\u{303}n Thi\u{323} Phu\u{31b}o\u{31b}ng Tha\u{309}o",
        "Anne\u{a0}Marie  Dupont",
        "Wilhelmina-Maximiliana Wolfgangsburg-Vanderstraetenmaeckers",
    ];
    for name in names {
        assert_eq!(can_print(name), Ok(()), "{name}");
        // As good as its word, beside the longest texts too.
        for level in Level::ALL {
            let sheet = Sheet { holder: name.to_owned(), specimen: true, ..longest(level, Language::De) };
            render(&sheet).unwrap();
        }
    }
}

#[test]
fn a_name_that_no_font_can_write_is_refused_with_its_first_such_character() {
    let names = [("李 小龍", '李'), ("Bruce 李", '李'), ("سمير", 'س'), ("Anna 🎓", '🎓'), ("👩\u{200d}🎓", '👩')];
    for (name, character) in names {
        assert_eq!(can_print(name), Err(Unprintable::NoGlyph(character)), "{name}");
    }
}

#[test]
fn a_name_that_would_be_set_backwards_is_refused() {
    for (name, character) in [("משה כהן", 'מ'), ("Anna שָׁלוֹם", 'ש')] {
        assert_eq!(can_print(name), Err(Unprintable::NoGlyph(character)), "{name}");
        assert!(render(&Sheet { holder: name.to_owned(), ..sheet(Level::Basic, Language::Nl) }).is_err(), "{name}");
    }
}

#[test]
fn a_name_with_something_unseen_is_refused() {
    let unseen = [
        '\0',
        '\t',
        '\n',
        '\r',
        '\u{85}',
        '\u{ad}',
        '\u{34f}',
        '\u{61c}',
        '\u{1d45}',
        '\u{200b}',
        '\u{200c}',
        '\u{200d}',
        '\u{200e}',
        '\u{200f}',
        '\u{2028}',
        '\u{2029}',
        '\u{202e}',
        '\u{2060}',
        '\u{2066}',
        '\u{2069}',
        '\u{2800}',
        '\u{3164}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{e0041}',
    ];
    for character in unseen {
        assert_eq!(can_print(&format!("An{character}na")), Err(Unprintable::Invisible), "{character:?}");
    }
    for blank in ["", "  ", "\u{a0}", "\u{3000}"] {
        assert_eq!(can_print(blank), Err(Unprintable::Invisible), "{blank:?}");
    }
}

#[test]
fn a_name_that_fits_in_no_size_is_too_long_for_both() {
    let word: String = "Wolfgang".chars().cycle().take(100).collect();
    for name in [word.as_str(), &"Wolfgang ".repeat(40), &"Wolfgang ".repeat(400)] {
        assert_eq!(can_print(name), Err(Unprintable::TooLong), "{name}");
        assert!(render(&Sheet { holder: name.to_owned(), ..sheet(Level::Basic, Language::De) }).is_err(), "{name}");
    }
}

/// The last name that fits and the first that does not, letter by letter.
#[test]
fn what_can_be_printed_is_what_the_sheet_prints() {
    for unit in ["W", "n", "l", "i.", "Anna ", "Van-den-"] {
        let longest = (1..400).take_while(|&count| can_print(&unit.repeat(count)).is_ok()).last().unwrap();
        let printed =
            |count: usize| render(&Sheet { holder: unit.repeat(count), ..sheet(Level::Basic, Language::Nl) }).is_ok();
        assert!(printed(longest) && !printed(longest + 1), "{unit:?} {longest}");
    }
}

#[test]
fn no_error_has_the_name_in_it() {
    let name = "Wolfgang".repeat(40);
    let sheet = Sheet { holder: name.clone(), ..sheet(Level::Basic, Language::De) };
    let failure = issue(&sheet, &seal_key()).unwrap_err();
    let mut said = format!("{failure:?}\n{:?}\n{}", can_print(&name), can_print(&name).unwrap_err());
    let mut cause: Option<&dyn Error> = Some(&failure);
    while let Some(error) = cause {
        said += &format!("\n{error}");
        cause = error.source();
    }
    assert!(!said.contains("Wolfgang"), "{said}");
    assert!(said.contains("the name does not fit its place"), "{said}");
}
