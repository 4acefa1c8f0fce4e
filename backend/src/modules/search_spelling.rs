//! How words are compared when the course is searched: without capitals and accents, as people spell who have no key for an
//! umlaut, and with or without the hyphen or space inside a word.

use crate::locale::Language;
use std::ops::RangeInclusive;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// So many words of a question count.
const MOST_WORDS: usize = 8;
/// So many characters has a word that is looked for with a space inside it. Too much would look like a shorter one, and no
/// word of two is longer: with 200 optional spaces the database was busy for seconds.
const APART: RangeInclusive<usize> = 5..=30;

/// In lower case, without accents: as people type who are in a hurry.
pub fn fold(text: &str) -> String {
    text.chars().flat_map(folded).collect()
}

fn folded(character: char) -> impl Iterator<Item = char> {
    let spelled = match character {
        'œ' | 'Œ' => "oe",
        'æ' | 'Æ' => "ae",
        'ß' => "ss",
        '’' => "'",
        _ => "",
    };
    let plain = spelled.is_empty().then_some(character).into_iter().nfkd().filter(|c| !is_combining_mark(*c));
    spelled.chars().chain(plain.flat_map(char::to_lowercase))
}

/// Folded words with a space around each: a German umlaut is two letters, and what only joins the parts of a word is left out.
pub fn loosen(text: &str, language: Language) -> String {
    let composed: Vec<char> = text.nfc().collect();
    Spelled::loose(&composed, language).text
}

/// A text as it is compared, and where each byte of it comes from, in characters.
pub(super) struct Spelled {
    pub text: String,
    origin: Vec<usize>,
}

impl Spelled {
    pub fn folded(characters: &[char]) -> Self {
        let mut spelled = Self { text: String::new(), origin: Vec::new() };
        for (at, character) in characters.iter().enumerate() {
            spelled.push(folded(*character), at);
        }
        spelled
    }

    pub fn loose(characters: &[char], language: Language) -> Self {
        let mut spelled = Self { text: " ".to_owned(), origin: vec![0] };
        for (at, character) in characters.iter().enumerate() {
            let two_letters = match character {
                'ä' | 'Ä' => "ae",
                'ö' | 'Ö' => "oe",
                'ü' | 'Ü' => "ue",
                _ => "",
            };
            let in_word = |at: usize| characters.get(at).is_some_and(|c| c.is_alphanumeric());
            match character {
                _ if language == Language::De && !two_letters.is_empty() => spelled.push(two_letters.chars(), at),
                c if c.is_alphanumeric() => spelled.push(folded(*c).filter(|c| c.is_alphanumeric()), at),
                c if is_combining_mark(*c) => {}
                '-' | '\u{2010}' | '\u{2011}' | '\u{ad}' | '\'' | '’' | '.'
                    if at > 0 && in_word(at - 1) && in_word(at + 1) => {}
                _ if spelled.text.ends_with(' ') => {}
                _ => spelled.push(std::iter::once(' '), at),
            }
        }
        if !spelled.text.ends_with(' ') {
            spelled.push(std::iter::once(' '), characters.len().saturating_sub(1));
        }
        spelled
    }

    fn push(&mut self, characters: impl Iterator<Item = char>, at: usize) {
        self.text.extend(characters);
        self.origin.resize(self.text.len(), at);
    }

    /// The characters of the text behind these bytes.
    pub fn range(&self, bytes: std::ops::Range<usize>) -> std::ops::Range<usize> {
        self.origin[bytes.start]..self.origin[bytes.end - 1] + 1
    }
}

/// A word of a question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word {
    /// As it was typed.
    pub typed: String,
    /// Its letters and digits, folded: several where something else stands between them, as in `log-in`.
    pub parts: Vec<String>,
    /// Loosened, in one piece.
    pub loose: String,
}

impl Word {
    fn new(typed: &str, language: Language) -> Option<Self> {
        let folded = fold(typed);
        let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_owned);
        let parts: Vec<String> = parts.collect();
        let loose: String = loosen(typed, language).chars().filter(|c| *c != ' ').collect();
        (!parts.is_empty() && !loose.is_empty()).then(|| Self { typed: typed.to_owned(), parts, loose })
    }

    /// Whether the word may be found where a text has a space inside it.
    pub fn may_stand_apart(&self) -> bool {
        APART.contains(&self.loose.chars().count())
    }
}

/// What somebody looks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    pub language: Language,
    pub words: Vec<Word>,
}

impl Question {
    pub fn new(text: &str, language: Language) -> Self {
        let words = text.split_whitespace().filter_map(|typed| Word::new(typed, language));
        Self { language, words: words.take(MOST_WORDS).collect() }
    }

    /// All that was typed in one piece, where it is of several and not too long.
    pub fn together(&self) -> Option<String> {
        let whole: String = self.words.iter().map(|word| word.loose.as_str()).collect();
        let parts: usize = self.words.iter().map(|word| word.parts.len()).sum();
        (parts > 1 && whole.chars().count() <= *APART.end()).then_some(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_capitals_do_not_count() {
        assert_eq!(fold("Élève à l’ŒUVRE, Straße"), "eleve a l'oeuvre, strasse");
        let question = Question::new("  Impôts & é-BOX ", Language::Fr);
        let parts: Vec<_> = question.words.iter().map(|word| word.parts.join("+")).collect();
        assert_eq!(parts, ["impots", "e+box"]);
    }

    #[test]
    fn only_words_of_some_length_are_looked_for_in_two_or_put_together() {
        let apart = |text: &str| Question::new(text, Language::Nl).words[0].may_stand_apart();
        assert_eq!(["itsm", "login", &"a".repeat(30), &"a".repeat(31)].map(apart), [false, true, true, false]);
        let together = |text: &str| Question::new(text, Language::Nl).together();
        assert_eq!(together("log in").as_deref(), Some("login"));
        assert_eq!(together("Log-in").as_deref(), Some("login"));
        assert_eq!([together("login"), together(&"abcde ".repeat(8))], [None, None]);
    }

    #[test]
    fn a_loose_spelling_has_two_letters_for_an_umlaut_and_nothing_inside_a_word() {
        assert_eq!(
            loosen("Schlüssel (DOC STOP), log-in – it’s me.", Language::De),
            " schluessel doc stop login its me "
        );
        assert_eq!(loosen("Schlu\u{308}ssel", Language::De), " schluessel ", "composed of two");
        assert_eq!(loosen("coördinatie, e-mailadres", Language::Nl), " coordinatie emailadres ");
        assert_eq!(loosen("", Language::En), " ");
    }
}
