//! What keeps a course true: facts that were looked up lately, and addresses that stand among the facts and nowhere else.

use super::Finding;
use crate::modules::Fact;
use chrono::{Months, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// After a year a telephone number, a price or an address is likely enough to have changed to be looked up again.
const OLDEST: Months = Months::new(12);

/// Facts that were last looked up too long ago, or at a day that has not come.
pub fn aged(facts: &BTreeMap<String, Fact>, today: NaiveDate) -> Vec<Finding> {
    let told = |(id, fact): (&String, &Fact)| {
        let text = match fact.checked {
            checked if checked > today => {
                format!("{id} is checked on {checked}, which is still to come: mend the date")
            }
            checked if checked + OLDEST < today => {
                format!("{id} was last checked on {checked}, more than 12 months ago: look it up in its source again")
            }
            _ => return None,
        };
        Some(Finding::new(format!("[{id}]"), text))
    };
    facts.iter().filter_map(told).collect()
}

/// Ends of the names of sites that courses like ours speak of.
const DOMAINS: &[&str] = &["be", "eu", "com", "org", "net", "brussels", "vlaanderen", "gov"];

/// Whether a text holds an address that belongs in `facts.toml`: what it is, as it stands.
pub fn address(line: &str) -> Option<&str> {
    let separated = |c: char| c.is_whitespace() || "\"'“”„«»()[]<>,;".contains(c);
    line.split(separated).find(|word| {
        let word = word.trim_end_matches(['.', ':', '!', '?']);
        let is_mailbox = word.split_once('@').is_some_and(|(name, site)| !name.is_empty() && site.contains('.'));
        word.contains("http://") || word.contains("https://") || word.starts_with("www.") || is_mailbox
    })
}

/// A site named as `example.be` without being a link or a name in the glossary: it moves, and nobody will find it here.
pub fn bare_site<'a>(line: &'a str, known: &BTreeSet<String>) -> Option<&'a str> {
    if line.trim_start().starts_with('#') {
        return None; // a comment of a TOML file, or a heading
    }
    let linked = |word: &str| line.contains(&format!("[{word}]("));
    let separated = |c: char| c.is_whitespace() || "\"'“”„«»()[]<>,;|*".contains(c);
    line.split(separated).map(|word| word.trim_end_matches(['.', ':', '!', '?'])).find(|word| {
        let is_site = word.rsplit_once('.').is_some_and(|(name, end)| {
            !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-.".contains(c)) && DOMAINS.contains(&end)
        });
        is_site && !linked(word) && !known.contains(&word.to_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::{super::sample::text, *};

    #[test]
    fn a_fact_is_looked_up_every_year() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let fact = |checked: &str| Fact { value: text("1"), source: String::new(), age: None, checked: day(checked) };
        let facts: BTreeMap<String, Fact> = [
            ("old".to_owned(), fact("2025-11-26")),
            ("year".to_owned(), fact("2025-11-27")),
            ("later".to_owned(), fact("2026-11-28")),
        ]
        .into();
        let near: Vec<String> = aged(&facts, day("2026-11-27")).into_iter().map(|finding| finding.near).collect();
        assert_eq!(near, ["[later]", "[old]"]);
    }

    #[test]
    fn addresses_are_found_in_whatever_they_are_wrapped() {
        for line in ["See https://example.be.", "nl = \"www.example.be\"", "(mail: info@example.be)"] {
            assert!(address(line).is_some(), "{line}");
        }
        for line in ["See {{fact:site}}.", "read = \"lessons/01\"", "@home or a@b", "example.be"] {
            assert_eq!(address(line), None, "{line}");
        }
    }

    #[test]
    fn a_site_is_a_link_or_a_name_of_the_glossary() {
        let known = ["mypension.be".to_owned()].into();
        assert_eq!(bare_site("Go to example.be, please.", &known), Some("example.be"));
        for line in ["[example.be]({{fact:site}})", "MyPension.be", "e.g. this", "# example.be"] {
            assert_eq!(bare_site(line, &known), None, "{line}");
        }
    }
}
