//! Searching the course: what can be found. How words are compared, shown and corrected stands in `search_spelling`,
//! `search_excerpt` and `search_near`.

use super::{
    Module,
    course::Course,
    markdown,
    search_spelling::{fold, loosen},
};
use crate::{
    db::pg_enum,
    locale::{Language, Localised},
};
use pulldown_cmark::{Event, Options, Parser, TagEnd};

pg_enum! {
    /// What was found.
    Kind as crate::schema::sql_types::SearchKind { Module = "module", Lesson = "lesson", Term = "term" }
}

/// The longest question that is asked, in characters.
pub const LONGEST: usize = 200;

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
    /// Title and body, loosened.
    loose: String,
}

impl SearchText {
    fn new(language: Language, kind: Kind, place: String, title: &str, body: String) -> Self {
        let (folded_title, folded_body) = (fold(title), fold(&body));
        let loose = loosen(&format!("{title} – {body}"), language);
        Self { language, kind, place, title: title.to_owned(), body, folded_title, folded_body, loose }
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
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cells_of_a_table_stand_apart() {
        let table = "| Wat | Waar |\n|---|---|\n| een **code** | de gemeente |\n| een kaart | DOC STOP |\n\nDaarna.";
        assert_eq!(running(table), "Wat · Waar · een code · de gemeente · een kaart · DOC STOP Daarna.");
    }
}
