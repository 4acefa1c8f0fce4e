//! Searching the course: what can be found, how words are compared, and the excerpt that shows where.

use super::{Module, course::Course, markdown};
use crate::{
    db::pg_enum,
    locale::{Language, Localised},
};
use pulldown_cmark::{Event, Options, Parser, TagEnd};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

pg_enum! {
    /// What was found.
    Kind as crate::schema::sql_types::SearchKind { Module = "module", Lesson = "lesson", Term = "term" }
}

/// The longest question that is asked, in characters.
pub const LONGEST: usize = 200;
/// So many words of it count.
const MOST_WORDS: usize = 8;
/// How much of a text an excerpt shows before and after the first word that was found, in characters.
const BEFORE: usize = 60;
const AFTER: usize = 160;

/// Something that can be found, in one language.
#[derive(Clone, PartialEq, Debug, diesel::Insertable)]
#[diesel(table_name = crate::schema::search_texts)]
pub struct SearchText {
    pub language: Language,
    pub kind: Kind,
    /// The code of a module, `code/slug` of a lesson, the id of a term.
    pub place: String,
    pub title: String,
    pub body: String,
    folded_title: String,
    folded_body: String,
}

impl SearchText {
    fn new(language: Language, kind: Kind, place: String, title: &str, body: String) -> Self {
        let (folded_title, folded_body) = (fold(title), fold(&body));
        Self { language, kind, place, title: title.to_owned(), body, folded_title, folded_body }
    }
}

/// Everything in a course that can be found.
pub fn texts(course: &Course) -> Vec<SearchText> {
    let terms = course.glossary.iter().flat_map(|term| {
        in_each(move |language| {
            let explanation = term.explanations.get(language).to_owned();
            SearchText::new(language, Kind::Term, term.id.clone(), term.names.get(language), explanation)
        })
    });
    course.modules.iter().flat_map(of_module).chain(terms).collect()
}

fn of_module(module: &Module) -> impl Iterator<Item = SearchText> {
    let code = &module.competency;
    let about = in_each(move |language| {
        let goals = module.goals.iter().map(|goal| goal.get(language));
        let body: Vec<&str> = std::iter::once(module.summary.get(language)).chain(goals).collect();
        SearchText::new(language, Kind::Module, code.clone(), module.title.get(language), body.join(" "))
    });
    let lessons = module.lessons.iter().flat_map(move |lesson| {
        in_each(move |language| {
            let body = plain(module, &lesson.markdown, language);
            let place = format!("{code}/{}", lesson.slug);
            SearchText::new(language, Kind::Lesson, place, lesson.title.get(language), body)
        })
    });
    about.chain(lessons)
}

fn in_each(text: impl Fn(Language) -> SearchText) -> impl Iterator<Item = SearchText> {
    Language::ALL.iter().map(move |language| text(*language))
}

/// A lesson as running text, with the values of its facts and without its practice questions.
fn plain(module: &Module, lesson: &Localised, language: Language) -> String {
    running(&markdown::with_facts(lesson.get(language), &module.facts, language))
}

fn running(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_GFM) {
        match event {
            Event::Text(words) | Event::Code(words) if !words.starts_with("{{") => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {}
            Event::End(TagEnd::TableCell) => text.push_str(" · "),
            Event::End(TagEnd::Table) => {
                text.truncate(text.trim_end_matches([' ', '·']).len());
                text.push(' ');
            }
            Event::End(_) => text.push(' '),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

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

/// The words of a question, folded.
pub fn words(question: &str) -> Vec<String> {
    let folded = fold(question);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.take(MOST_WORDS).map(str::to_owned).collect()
}

/// A piece of a text, and whether it is one of the words that were asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    pub text: String,
    pub found: bool,
}

/// The whole text in pieces.
pub fn marked(text: &str, words: &[String]) -> Vec<Piece> {
    let characters: Vec<char> = text.chars().collect();
    pieces(&characters, &places(&characters, words))
}

/// The part of a text around the first word that was found, or its beginning.
pub fn excerpt(text: &str, words: &[String]) -> Vec<Piece> {
    let characters: Vec<char> = text.chars().collect();
    let found = places(&characters, words);
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

fn word_begin(characters: &[char], at: usize) -> usize {
    if at == 0 {
        return 0;
    }
    characters[at..].iter().position(|c| *c == ' ').map_or(at, |space| at + space + 1)
}

fn word_end(characters: &[char], at: usize) -> usize {
    characters[at..].iter().position(|c| *c == ' ').map_or(characters.len(), |space| at + space)
}

/// Where the words stand, in characters, in order and without overlaps. A word counts inside a longer one, too: compounds.
fn places(characters: &[char], words: &[String]) -> Vec<std::ops::Range<usize>> {
    // Folding may change the number of characters, so each folded one remembers where it comes from.
    let (mut folded_text, mut origin) = (String::new(), Vec::new());
    for (at, character) in characters.iter().enumerate() {
        for one in folded(*character) {
            folded_text.push(one);
            origin.resize(folded_text.len(), at);
        }
    }
    let mut found: Vec<_> = words
        .iter()
        .flat_map(|word| folded_text.match_indices(word.as_str()))
        .map(|(start, word)| origin[start]..origin[start + word.len() - 1] + 1)
        .collect();
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut apart: Vec<std::ops::Range<usize>> = Vec::new();
    for range in found {
        if apart.last().is_none_or(|last| last.end <= range.start) {
            apart.push(range);
        }
    }
    apart
}

fn pieces(characters: &[char], found: &[std::ops::Range<usize>]) -> Vec<Piece> {
    let mut shown = Vec::new();
    let mut done = 0;
    let mut push = |range: std::ops::Range<usize>, found| {
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
    use proptest::prelude::*;

    fn told(pieces: &[Piece]) -> String {
        pieces.iter().map(|p| if p.found { format!("[{}]", p.text) } else { p.text.clone() }).collect()
    }

    #[test]
    fn accents_and_capitals_do_not_count() {
        assert_eq!(fold("Élève à l’ŒUVRE, Straße"), "eleve a l'oeuvre, strasse");
        assert_eq!(words("  Impôts & é-BOX "), ["impots", "e", "box"]);
    }

    #[test]
    fn a_word_is_found_inside_a_compound_and_shown_as_it_is_written() {
        let shown = excerpt("Je vult de belastingaangifte in. De AANGIFTE staat klaar.", &words("aangifte"));
        assert_eq!(told(&shown), "Je vult de belasting[aangifte] in. De [AANGIFTE] staat klaar.");
        assert_eq!(told(&marked("Déclaration d’impôts", &words("impots"))), "Déclaration d’[impôts]");
    }

    #[test]
    fn the_cells_of_a_table_stand_apart() {
        let table = "| Wat | Waar |\n|---|---|\n| een **code** | de gemeente |\n| een kaart | DOC STOP |\n\nDaarna.";
        assert_eq!(running(table), "Wat · Waar · een code · de gemeente · een kaart · DOC STOP Daarna.");
    }

    #[test]
    fn a_long_text_is_cut_at_words_around_the_first_find() {
        let text = format!("{}here {}", "word ".repeat(60), "more ".repeat(60));
        let shown = told(&excerpt(&text, &words("here")));
        assert!(shown.starts_with("…word") && shown.contains(" [here] more") && shown.ends_with('…'), "{shown}");
        assert!(shown.chars().count() < BEFORE + AFTER + 20, "{shown}");
        assert_eq!(told(&excerpt("Nothing of it.", &words("absent"))), "Nothing of it.");
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_text(text in ".{0,80}", question in ".{0,20}") {
            let whole: String = marked(&text, &words(&question)).into_iter().map(|piece| piece.text).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
