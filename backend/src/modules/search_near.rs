//! A question with a typing error: the words of the course, and the question in those of them that come closest.

use super::{
    search::SearchText,
    search_spelling::{Question, fold, loosen},
};
use crate::locale::Language;
use std::collections::{BTreeMap, HashMap};

/// A shorter word is not corrected: too many would come close.
const SHORTEST: usize = 4;
/// From so many characters on, two errors are forgiven; else one.
const LONG: usize = 8;

/// A word of the course, as it is mostly written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SearchWord {
    pub language: Language,
    pub word: String,
    /// How often it stands in the course.
    pub times: i32,
}

/// The words of these texts.
pub fn words(texts: &[SearchText]) -> Vec<SearchWord> {
    /// How often each way to write a word stands in the course.
    type Written<'a> = HashMap<&'a str, i32>;
    let mut spellings: BTreeMap<(&str, String), (Language, Written)> = BTreeMap::new();
    for text in texts {
        for word in text.title.split(is_between).chain(text.body.split(is_between)) {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            if word.chars().any(char::is_alphabetic) {
                let spelling = spellings.entry((text.language.word(), loosen(word, text.language)));
                *spelling.or_insert_with(|| (text.language, HashMap::new())).1.entry(word).or_default() += 1;
            }
        }
    }
    let mostly = |(language, written): (Language, Written)| {
        let times = written.values().sum();
        // Of those that are as frequent, the one in small letters.
        let word = written.into_iter().max_by_key(|(word, times)| (*times, *word))?.0.to_owned();
        Some(SearchWord { language, word, times })
    };
    spellings.into_values().filter_map(mostly).collect()
}

fn is_between(character: char) -> bool {
    !character.is_alphanumeric() && !matches!(character, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}')
}

/// The question with each word that the course does not have replaced by the one that comes closest; none when nothing was
/// mistyped, or nothing comes close.
pub fn closest(question: &Question, words: &[SearchWord]) -> Option<String> {
    let known: Vec<Known> = words.iter().map(Known::new).collect();
    let mut corrected = false;
    let mut typed = Vec::new();
    for word in &question.words {
        let has = |known: &Known| known.loose.contains(&word.loose) || known.folded.contains(&word.parts.concat());
        if known.iter().any(has) {
            typed.push(word.typed.as_str());
        } else {
            typed.push(nearest(&word.loose, &word.parts.concat(), &known)?);
            corrected = true;
        }
    }
    corrected.then(|| typed.join(" "))
}

struct Known<'a> {
    word: &'a SearchWord,
    folded: String,
    loose: String,
}

impl<'a> Known<'a> {
    fn new(word: &'a SearchWord) -> Self {
        let loose = loosen(&word.word, word.language).trim().to_owned();
        Self { word, folded: fold(&word.word), loose }
    }
}

/// The known word with the fewest letters that are wrong, missing, too many or exchanged; of several the one most often used.
fn nearest<'a>(loose: &str, folded: &str, known: &[Known<'a>]) -> Option<&'a str> {
    let length = folded.chars().count();
    let forgiven = match length {
        ..SHORTEST => return None,
        SHORTEST..LONG => 1,
        _ => 2,
    };
    let errors = |typed: &str, known: &str| {
        let apart = typed.chars().count().abs_diff(known.chars().count());
        (apart <= forgiven).then(|| strsim::osa_distance(typed, known)).filter(|errors| *errors <= forgiven)
    };
    let near = known.iter().filter_map(|known| {
        let errors = errors(loose, &known.loose).into_iter().chain(errors(folded, &known.folded)).min()?;
        Some((errors, std::cmp::Reverse(known.word.times), known.word.word.as_str()))
    });
    near.min().map(|(_, _, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corrected(asked: &str, language: Language, words: &[(&str, i32)]) -> Option<String> {
        let word = |(word, times): &(&str, i32)| SearchWord { language, word: (*word).to_owned(), times: *times };
        closest(&Question::new(asked, language), &words.iter().map(word).collect::<Vec<_>>())
    }

    #[test]
    fn a_word_that_nobody_wrote_becomes_the_closest_one() {
        let words = [("sleutel", 9), ("verloren", 3), ("Verlaten", 1), ("log-in", 2), ("een", 99), ("stelen", 99)];
        for (asked, meant) in [
            ("slutel", Some("sleutel")),   // missing
            ("sleuttel", Some("sleutel")), // too many
            ("slewtel", Some("sleutel")),  // wrong
            ("seutlel", None),             // two in a short word
            ("lsuetel", None),
            ("een sluetel", Some("een sleutel")), // exchanged; what is right stays
            ("verlroen sluetel", Some("verloren sleutel")),
            ("vreloern", Some("verloren")), // two in a long one
            ("logim", Some("log-in")),
            ("sleut verloren", None), // the beginning of a word is none
            ("xyz", None),
            ("xyzzyxyzzy", None),
            ("xyzzyxyzzy sluetel", None),
        ] {
            assert_eq!(corrected(asked, Language::Nl, &words).as_deref(), meant, "{asked}");
        }
        assert_eq!(corrected("Schluesel", Language::De, &[("Schlüssel", 1)]).as_deref(), Some("Schlüssel"));
        assert_eq!(corrected("Schlusel", Language::De, &[("Schlüssel", 1)]).as_deref(), Some("Schlüssel"));
    }
}
