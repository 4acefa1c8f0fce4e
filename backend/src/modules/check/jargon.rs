//! Words that a reader may not know: abbreviations and names of services that the glossary does not explain.

use super::{Finding, prose::Block};
use crate::modules::glossary::Term;
use std::collections::{BTreeMap, BTreeSet};

/// Said by everybody, or a name that nobody writes out; a glossary that explained them would not be read.
const EVERYDAY: &[&str] = &[
    "SMS",
    "GSM",
    "PDF",
    "QR",
    "USB",
    "TV",
    "WC",
    "GPS",
    "OK",
    "ID",
    "EU",
    "UE",
    "IT",
    "DVD",
    "CD",
    "WhatsApp",
    "YouTube",
    "iPhone",
    "iPad",
    "PowerPoint",
    "LinkedIn",
    "KBC",
];

/// Names of services that do not look like one: neither all capitals nor a capital inside.
const SERVICES: &[&str] = &["itsme", "Tax-on-web", "Doccle", "Irisbox", "Safeonweb", "Recip-e", "Peppol", "Kids-ID"];

/// The longest run of capitals that is an abbreviation and no word that somebody shouts.
const LONGEST_ABBREVIATION: usize = 6;

/// The words of the glossary's names in all languages, in small letters; what hyphens and dots join also part by part.
pub fn known(glossary: &[Term]) -> BTreeSet<String> {
    let names = glossary.iter().flat_map(|term| term.names.each().map(|(_, name)| name.to_lowercase()));
    let parts = |name: String| {
        let whole = name.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        whole.into_iter().chain(tokens(&name).map(str::to_owned).collect::<Vec<_>>())
    };
    names.flat_map(parts).collect()
}

/// The parts of words: hyphens and apostrophes part what is put together, as in PIN-code.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty())
}

/// Each unknown word once, where it first stands.
pub fn unexplained(blocks: &[Block], known: &BTreeSet<String>) -> Vec<Finding> {
    let mut seen: BTreeMap<&str, bool> = BTreeMap::new();
    for block in blocks {
        for token in tokens(&block.text).filter(|token| is_abbreviation(token) || has_capital_inside(token)) {
            let explained = seen.entry(token).or_default();
            *explained |= is_explained(&block.text, token);
        }
        for name in SERVICES.iter().filter(|name| block.text.contains(**name)) {
            seen.entry(name).or_default();
        }
    }
    let is_known =
        |word: &str| EVERYDAY.contains(&word) || tokens(word).all(|token| known.contains(&token.to_lowercase()));
    let unknown = seen.into_iter().filter(|(word, explained)| !explained && !is_known(word));
    let finding = |(word, _): (&str, bool)| {
        Finding::new(word, format!("{word} is not in glossary.toml: explain it there, or write it out"))
    };
    unknown.map(finding).collect()
}

fn is_abbreviation(token: &str) -> bool {
    let length = token.chars().count();
    (2..=LONGEST_ABBREVIATION).contains(&length) && token.chars().all(char::is_uppercase)
}

/// As in eBox or MyMinfin.
fn has_capital_inside(token: &str) -> bool {
    let mut before = ' ';
    token.chars().any(|c| {
        let inside = before.is_lowercase() && c.is_uppercase();
        before = c;
        inside
    })
}

/// Written out on the spot: with its words before it in brackets, or after it in brackets.
fn is_explained(text: &str, token: &str) -> bool {
    text.contains(&format!("({token})")) || text.contains(&format!("{token} ("))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{locale::Localised, modules::check::prose};

    fn told(text: &str) -> Vec<String> {
        let names =
            Localised { nl: "PIN-code".into(), fr: "code PIN".into(), de: "eBox".into(), en: "Tax-on-web".into() };
        let known =
            known(&[Term { id: "x".into(), names, explanations: Localised::default(), forms: Default::default() }]);
        unexplained(&prose::blocks(text), &known).into_iter().map(|finding| finding.near).collect()
    }

    #[test]
    fn abbreviations_and_services_are_in_the_glossary_or_explained_on_the_spot() {
        assert_eq!(told("Ask the XYZ, not the ABC-desk. XYZ knows."), ["ABC", "XYZ"]);
        assert_eq!(told("Open MyThing and Doccle."), ["Doccle", "MyThing"]);
        assert!(told("The Office of Yellow Zebras (XYZ) and the ABC (a club). Ask XYZ.").is_empty());
        assert!(
            told("PIN, pins and PINs; eBox; Tax-on-web; an SMS to your GSM. I AM NOT SHOUTINGLY loud.")
                .contains(&"NOT".into())
        );
        assert!(told("PIN, pincodes; eBox; Tax-on-web; an SMS.").is_empty());
    }
}
