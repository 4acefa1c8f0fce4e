//! What was found is shown where it stands: the excerpt of a text, and the pieces to be marked in it.

use super::search_spelling::{Question, Spelled, Word};
use std::{cell::LazyCell, ops::Range};

/// How much of a text an excerpt shows before and after the first word that was found, in characters.
const BEFORE: usize = 60;
const AFTER: usize = 160;

/// A piece of a text, and whether it is one of the words that were asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    pub text: String,
    pub found: bool,
}

/// A question, with the stems of its words: what other forms of them begin with.
pub struct Sought<'a> {
    pub question: &'a Question,
    pub stems: &'a [Option<String>],
}

impl Sought<'_> {
    /// The whole text in pieces.
    pub fn marked(&self, text: &str) -> Vec<Piece> {
        let characters: Vec<char> = text.chars().collect();
        pieces(&characters, &self.places(&characters))
    }

    /// The part of a text around the first word that was found, or its beginning.
    pub fn excerpt(&self, text: &str) -> Vec<Piece> {
        let characters: Vec<char> = text.chars().collect();
        let found = self.places(&characters);
        let first = found.first().map_or(0, |range| range.start);
        let begin = word_begin(&characters, first.saturating_sub(BEFORE));
        let end = word_end(&characters, (first + AFTER).min(characters.len()));
        let inside: Vec<_> = found
            .into_iter()
            .filter(|range| range.start >= begin && range.end <= end)
            .map(|range| range.start - begin..range.end - begin)
            .collect();
        let mut shown = pieces(&characters[begin..end], &inside);
        let dots = |found| Piece { text: "…".to_owned(), found };
        if begin > 0 {
            shown.insert(0, dots(false));
        }
        if end < characters.len() {
            shown.push(dots(false));
        }
        shown
    }

    /// Where the words stand, in characters, in order and without overlaps. A word counts inside a longer one, too: compounds.
    fn places(&self, characters: &[char]) -> Vec<Range<usize>> {
        let folded = Spelled::folded(characters);
        let loose = LazyCell::new(|| Spelled::loose(characters, self.question.language));
        let mut stems = self.stems.iter();
        let mut found = Vec::new();
        for word in &self.question.words {
            let stems: Vec<&str> = stems.by_ref().take(word.parts.len()).flatten().map(String::as_str).collect();
            let mut places = match word.parts.as_slice() {
                [part] => all(&folded, part),
                _ => Vec::new(),
            };
            if places.is_empty() {
                places = all(&loose, &word.loose);
            }
            if places.is_empty() && word.may_stand_apart() {
                places = apart(&loose, word);
            }
            if places.is_empty() {
                places = stems.iter().flat_map(|stem| begun_by(&folded, stem)).collect();
            }
            found.extend(places);
        }
        found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        let mut apart: Vec<Range<usize>> = Vec::new();
        for range in found {
            if apart.last().is_none_or(|last| last.end <= range.start) {
                apart.push(range);
            }
        }
        apart
    }
}

fn all(text: &Spelled, word: &str) -> Vec<Range<usize>> {
    text.text.match_indices(word).map(|(start, word)| text.range(start..start + word.len())).collect()
}

/// Where the word is written as several.
fn apart(text: &Spelled, word: &Word) -> Vec<Range<usize>> {
    let begins = text.text.match_indices(' ').map(|(space, _)| space + 1);
    begins.filter_map(|begin| Some(text.range(begin..written_apart(&text.text, begin, &word.loose)?))).collect()
}

/// Where the word ends that begins here, when the text has it with spaces inside, up to the end of one of its own words.
fn written_apart(text: &str, begin: usize, word: &str) -> Option<usize> {
    let (mut at, mut wanted) = (begin, word.chars().peekable());
    for character in text[begin..].chars() {
        match wanted.peek() {
            None => return (character == ' ').then_some(at),
            Some(next) if *next == character => drop(wanted.next()),
            Some(_) if character == ' ' && at > begin => {}
            Some(_) => return None,
        }
        at += character.len_utf8();
    }
    None
}

/// The words that begin so, each to its end.
fn begun_by(text: &Spelled, stem: &str) -> Vec<Range<usize>> {
    let is_begin = |start: &usize| !text.text[..*start].ends_with(char::is_alphanumeric);
    let begins = text.text.match_indices(stem).map(|(start, _)| start).filter(is_begin);
    let end = |start: usize| {
        let rest = &text.text[start..];
        start + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
    };
    begins.map(|start| text.range(start..end(start))).collect()
}

fn word_begin(characters: &[char], at: usize) -> usize {
    if at == 0 {
        return 0;
    }
    characters[at..].iter().position(|c| *c == ' ').map_or(at, |space| at + space + 1)
}

fn word_end(characters: &[char], at: usize) -> usize {
    characters[at..].iter().position(|c| *c == ' ').map_or(characters.len(), |space| at + space)
}

fn pieces(characters: &[char], found: &[Range<usize>]) -> Vec<Piece> {
    let mut shown = Vec::new();
    let mut done = 0;
    let mut push = |range: Range<usize>, found| {
        if !range.is_empty() {
            shown.push(Piece { text: characters[range].iter().collect(), found });
        }
    };
    for range in found {
        push(done..range.start, false);
        push(range.clone(), true);
        done = range.end;
    }
    push(done..characters.len(), false);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;
    use proptest::prelude::*;

    fn told(pieces: &[Piece]) -> String {
        pieces.iter().map(|p| if p.found { format!("[{}]", p.text) } else { p.text.clone() }).collect()
    }

    fn marked(text: &str, asked: &str, language: Language, stems: &[&str]) -> Vec<Piece> {
        let stems: Vec<_> = stems.iter().map(|stem| Some((*stem).to_owned())).collect();
        Sought { question: &Question::new(asked, language), stems: &stems }.marked(text)
    }

    fn excerpt(text: &str, asked: &str) -> String {
        told(&Sought { question: &Question::new(asked, Language::Nl), stems: &[] }.excerpt(text))
    }

    #[test]
    fn a_word_is_found_inside_a_compound_and_shown_as_it_is_written() {
        let shown = excerpt("Je vult de belastingaangifte in. De AANGIFTE staat klaar.", "aangifte");
        assert_eq!(shown, "Je vult de belasting[aangifte] in. De [AANGIFTE] staat klaar.");
        assert_eq!(told(&marked("Déclaration d’impôts", "impots", Language::Fr, &[])), "Déclaration d’[impôts]");
    }

    #[test]
    fn every_spelling_is_marked_where_it_stands() {
        for (text, asked, language, stems, shown) in [
            ("Die Schlüssel, groß", "Schluessel", Language::De, &[][..], "Die [Schlüssel], groß"),
            ("Hausschlüssel", "schluessel", Language::De, &[], "Haus[schlüssel]"),
            ("Bel DOC STOP, dag en nacht.", "docstop", Language::Nl, &[], "Bel [DOC STOP], dag en nacht."),
            ("docs topper", "docstop", Language::Nl, &[], "docs topper"),
            ("De log-in, en log-ins", "login", Language::Nl, &[], "De [log-in], en [log-in]s"),
            ("Login or log in", "log-in", Language::En, &[], "[Login] or log in"),
            ("Please log in.", "log-in", Language::En, &[], "Please [log in]."),
            ("Je e-mailadres", "email", Language::Nl, &[], "Je [e-mail]adres"),
            ("Een sleutel; de sleutelbos", "sleutels", Language::Nl, &["sleutel"], "Een [sleutel]; de [sleutelbos]"),
        ] {
            assert_eq!(told(&marked(text, asked, language, stems)), shown, "{asked}");
        }
    }

    #[test]
    fn a_long_text_is_cut_at_words_around_the_first_find() {
        let text = format!("{}here {}", "word ".repeat(60), "more ".repeat(60));
        let shown = excerpt(&text, "here");
        assert!(shown.starts_with("…word") && shown.contains(" [here] more") && shown.ends_with('…'), "{shown}");
        assert!(shown.chars().count() < BEFORE + AFTER + 20, "{shown}");
        assert_eq!(excerpt("Nothing of it.", "absent"), "Nothing of it.");
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_text(text in ".{0,80}", asked in ".{0,20}", stem in "[a-z]{1,3}") {
            for language in Language::ALL {
                let whole: String = marked(&text, &asked, *language, &[&stem]).into_iter().map(|piece| piece.text).collect();
                prop_assert_eq!(&whole, &text);
            }
        }
    }
}
