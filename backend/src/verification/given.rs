//! What stands where a number is asked for: the number, the address that is printed on the sheet, or either beside a name.

use crate::brevets::number::{BrevetNumber, Mistyped};

/// What precedes the number in an address of ours.
const BEFORE: &str = "/verify/";

/// Characters within which a number ends that has a name behind it.
const FARTHEST: usize = 60;

/// The number in an address of ours, without the statement behind it; any other text as it is.
pub fn number_in(text: &str) -> &str {
    // Lower-casing ASCII moves no byte.
    let Some(at) = text.to_ascii_lowercase().find(BEFORE) else { return text };
    let after = &text[at + BEFORE.len()..];
    after.split(|c: char| matches!(c, '#' | '?' | '/') || c.is_whitespace()).next().unwrap_or_default()
}

pub fn parse(text: &str) -> Result<BrevetNumber, Mistyped> {
    BrevetNumber::parse(number_in(text))
}

/// A number, or one with a mistake in it: sixteen letters and digits with what people put between them.
pub fn looks_like_a_number(text: &str) -> bool {
    let text = number_in(text);
    BrevetNumber::parse(text).is_ok()
        || text.chars().filter(char::is_ascii_alphanumeric).count() == 16 && text.chars().any(|c| c.is_ascii_digit())
}

/// Takes a number and the name that stands on the same line apart. None when there is no number, or nothing beside it.
pub fn apart(text: &str) -> Option<(&str, String)> {
    if BrevetNumber::parse(text).is_ok() {
        return None;
    }
    let is_address = |word: &&str| word.to_ascii_lowercase().contains(BEFORE);
    if let Some(address) = text.split_whitespace().find(is_address) {
        let others: Vec<&str> = text.split_whitespace().filter(|word| !is_address(word)).collect();
        return (!others.is_empty()).then(|| (address, others.join(" ")));
    }
    let mut ends = text.char_indices().take(FARTHEST).filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let end = ends.find(|end| looks_like_a_number(&text[..*end]))?;
    let name = text[end..].trim_matches(|c: char| !c.is_alphanumeric());
    (!name.is_empty()).then(|| (&text[..end], name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_on_the_sheet_is_a_number() {
        let number = BrevetNumber::new();
        for text in [
            format!("http://127.0.0.1:8080/verify/{}", number.as_str()),
            format!("https://connectoo.example/verify/{}#CE5IABCDEFGHJKMN", number.as_str()),
            format!("HTTPS://CONNECTOO.EXAMPLE/VERIFY/{}?lang=fr", number.as_str()),
            format!("connectoo.example/verify/{number}/picture"),
            format!("ŁİÉ: https://connectoo.example/verify/{number} "),
        ] {
            assert_eq!(parse(&text), Ok(number.clone()), "{text}");
        }
        for text in ["https://connectoo.example/verify/", "https://connectoo.example/verify/statement", "/verify/é"] {
            assert_eq!(parse(text), Err(Mistyped), "{text}");
        }
    }

    #[test]
    fn a_name_beside_a_number_is_taken_apart() {
        let number = BrevetNumber::new();
        let spaced = number.to_string().replace('-', " ");
        let address = format!("https://connectoo.example/verify/{}#CE5I", number.as_str());
        let named = |number: &str| Some((number.to_owned(), "An Peeters".to_owned()));
        let read = |text: &str| apart(text).map(|(number, name)| (number.to_owned(), name));
        for given in [number.as_str(), &number.to_string(), &spaced, &address] {
            assert_eq!(read(&format!("{given} An Peeters")), named(given));
            assert_eq!(read(given), None);
        }
        assert_eq!(read(&format!("{number} – An Peeters")), named(&number.to_string()));
        assert_eq!(read(&format!("An Peeters {address}")), named(&address));
        for alone in ["", "An Peeters", "ABCD An Peeters", " "] {
            assert_eq!(read(alone), None, "{alone}");
        }
    }
}
