//! Advice on a course: what its form allows and its readers or its quizzes would be better without. It never stops an
//! import; `content check` tells it, and `--strict` fails on it.

use super::{Finding, giveaways, jargon, lessons, pool, prose, readability, translations, truth};
use crate::{
    competencies::Level,
    locale::{Language, Localised},
    modules::{
        Module,
        course::{self, Course},
        files::{self, Complaint, Source},
        markdown,
    },
};
use chrono::NaiveDate;
use std::{collections::BTreeSet, path::Path};

/// Where advice is collected: it reads a file again to find the line.
struct Advice<'a> {
    root: &'a Path,
    /// The words of the glossary's names, in small letters.
    known: BTreeSet<String>,
    complaints: Vec<Complaint>,
}

impl Advice<'_> {
    fn tell(&mut self, file: &str, findings: impl IntoIterator<Item = Finding>) {
        let findings: Vec<Finding> = findings.into_iter().collect();
        if findings.is_empty() {
            return;
        }
        let text = std::fs::read_to_string(self.root.join(file)).unwrap_or_default();
        let mut source = Source::new(file, &text, &mut self.complaints);
        for finding in findings {
            source.complain_at(line_of(&text, &finding.near), finding.text);
        }
    }
}

/// The line on which a text stands. Markup may stand between its words, so the longest run of them that is found decides.
fn line_of(text: &str, near: &str) -> usize {
    let words: Vec<&str> = near.split_whitespace().collect();
    let line = |part: &str| text.lines().position(|line| line.contains(part)).map(|at| at + 1);
    for length in (1..=words.len().min(8)).rev() {
        if let Some(found) = words.windows(length).find_map(|run| line(&run.join(" "))) {
            return found;
        }
    }
    1
}

/// All advice on a course whose files are at `root`.
pub fn advise(root: &Path, course: &Course, today: NaiveDate) -> Vec<Complaint> {
    let mut advice = Advice { root, known: jargon::known(&course.glossary), complaints: Vec::new() };
    let mut unread = Vec::new();
    let facts = Source::open(root, "facts.toml", &mut unread).and_then(|mut source| files::facts(&mut source));
    if let Some(facts) = facts {
        advice.tell("facts.toml", truth::aged(&facts, today));
    }
    for module in &course.modules {
        let Some(folder) = course.folders.get(&module.competency) else { continue };
        let level = course.curriculum.competency(&module.competency).map_or(Level::Basic, |one| one.level);
        of_quiz(&mut advice, module, folder, level);
        of_texts(&mut advice, module, folder);
        of_questions(&mut advice, module, folder);
        of_drawings(&mut advice, module, folder);
        of_sites(&mut advice, folder);
    }
    of_doubles(&mut advice, course);
    advice.complaints.sort();
    advice.complaints.dedup();
    advice.complaints
}

fn of_quiz(advice: &mut Advice<'_>, module: &Module, folder: &str, level: Level) {
    let file = format!("{folder}/module.toml");
    let with_facts = |question| markdown::question_with_facts(question, &module.facts);
    let module = &Module { questions: module.questions.iter().map(with_facts).collect(), ..module.clone() };
    advice.tell(&file, pool::too_small(module, level));
    advice.tell(&file, pool::repeats(module));
    advice.tell(&file, giveaways::longest_right(module));
    advice.tell(&file, giveaways::uneven_places(module));
    if module.card.is_none() {
        let text =
            "the module has no summary card: write card.nl.md, card.fr.md, card.de.md and card.en.md beside this file";
        advice.tell(&file, [Finding::new("", text)]);
    }
}

/// Lessons and card, in each language.
fn of_texts(advice: &mut Advice<'_>, module: &Module, folder: &str) {
    for lesson in &module.lessons {
        of_text(advice, module, &format!("{folder}/lessons/{}", lesson.slug), Kind::Lesson, &lesson.markdown);
    }
    if let Some(card) = &module.card {
        of_text(advice, module, &format!("{folder}/card"), Kind::Card, &card.markdown);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Lesson,
    Card,
}

/// One text in its languages; `stem` is its file without language.
fn of_text(advice: &mut Advice<'_>, module: &Module, stem: &str, kind: Kind, markdown: &Localised) {
    let file = |language: Language| format!("{stem}.{language}.md");
    let mut lengths = Vec::new();
    for (language, text) in markdown.each().filter(|(_, text)| !text.is_empty()) {
        let blocks = prose::blocks(&markdown::with_facts(text, &module.facts, language));
        let measures = readability::measure(&blocks, language);
        let length = lessons::length(&blocks);
        lengths.push((language, length));
        let mut found = lessons::hard_to_read(&measures, language);
        found.extend(jargon::unexplained(&blocks, &advice.known));
        match kind {
            Kind::Lesson => {
                found.extend(lessons::wrong_length("lesson", length, &lessons::LESSON_WORDS));
                found.extend(lessons::telegram(&measures));
                found.extend(lessons::little_practice(text));
            }
            Kind::Card => found.extend(lessons::wrong_length("card", length, &lessons::CARD_WORDS)),
        }
        advice.tell(&file(language), found);
    }
    for (language, text) in lessons::unequal(&lengths) {
        advice.tell(&file(language), [Finding::new("", text)]);
    }
    for (language, finding) in lessons::set_in_differently(markdown) {
        advice.tell(&file(language), [finding]);
    }
}

fn of_questions(advice: &mut Advice<'_>, module: &Module, folder: &str) {
    for question in &module.questions {
        let untranslated = translations::texts(question).into_iter().filter_map(translations::untranslated);
        advice.tell(&course::file_of(folder, question), untranslated);
    }
}

fn of_drawings(advice: &mut Advice<'_>, module: &Module, folder: &str) {
    for (name, drawing) in &module.drawings {
        let words =
            drawing.untranslated_words().into_iter().filter(|word| !advice.known.contains(&word.to_lowercase()));
        let finding = |word: String| {
            let text = format!("{word:?} stands in the drawing itself and is not translated: move it to [texts]");
            Finding::new(word, text)
        };
        let findings: Vec<Finding> = words.map(finding).collect();
        advice.tell(&format!("{folder}/media/{name}.svg"), findings);
        let texts = drawing.texts.values().chain([&drawing.alt]).chain(&drawing.caption);
        advice.tell(&format!("{folder}/media/{name}.toml"), texts.filter_map(translations::untranslated));
    }
}

/// Sites that are named without being a link.
fn of_sites(advice: &mut Advice<'_>, folder: &str) {
    for file in course::texts(advice.root, folder) {
        let text = std::fs::read_to_string(advice.root.join(&file)).unwrap_or_default();
        let mut source = Source::new(&file, &text, &mut advice.complaints);
        for (at, line) in text.lines().enumerate() {
            if let Some(site) = truth::bare_site(line, &advice.known) {
                let told = format!(
                    "{site} is named without a link: write [{site}]({{{{fact:…}}}}), or explain it in the glossary"
                );
                source.complain_at(at + 1, told);
            }
        }
    }
}

/// Questions that ask nearly the same as another, wherever in the course.
fn of_doubles(advice: &mut Advice<'_>, course: &Course) {
    let all: Vec<(&str, &crate::quizzes::Question)> = course
        .modules
        .iter()
        .filter_map(|module| Some((course.folders.get(&module.competency)?.as_str(), module)))
        .flat_map(|(folder, module)| module.questions.iter().map(move |question| (folder, question)))
        .collect();
    for language in [Language::Nl, Language::En] {
        let words: Vec<BTreeSet<String>> =
            all.iter().map(|(_, question)| giveaways::words(question, language)).collect();
        for (one, other, alike) in giveaways::nearly_the_same(&words) {
            let ((folder, first), (other_folder, second)) = (all[one], all[other]);
            let text = format!(
                "asks nearly the same as {} ({:.0} % of the words in {}): ask something else",
                course::file_of(folder, first),
                alike * 100.0,
                language.name()
            );
            advice.tell(&course::file_of(other_folder, second), [Finding::new("", text)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_found_although_markup_stands_between_its_words() {
        let text = "# Title\n\nFirst line.\n\nSay **this** now and [that]({{fact:x}}) then.\n";
        assert_eq!(line_of(text, "Say this now and that then."), 5);
        assert_eq!((line_of(text, ""), line_of(text, "absent")), (1, 1));
    }
}
