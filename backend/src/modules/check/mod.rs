//! What a course must be beyond its form: rules that hold between the parts of a question, a lesson, a module.
//! In the files beside this one, what makes it good: those rules give advice, see `advice.rs`.

pub mod advice;
pub mod figures;
mod giveaways;
mod jargon;
mod lessons;
mod pool;
mod prose;
mod readability;
pub mod renewal;
pub mod retakes;
#[cfg(test)]
pub(crate) mod sample;
mod translations;
mod truth;

use super::{Module, files::Source, glossary::Term};
use crate::{
    locale::{Language, Localised},
    quizzes::{Body, Question, is_slug},
};
use std::collections::{BTreeSet, HashMap};

/// What a rule found: a text that stands where it is (or none: the whole file), and what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    pub near: String,
    pub text: String,
}

impl Finding {
    fn new(near: impl Into<String>, text: impl Into<String>) -> Self {
        Self { near: near.into(), text: text.into() }
    }
}

/// Addresses in a file that is not `facts.toml`.
pub fn addresses(source: &mut Source<'_>) {
    let text = source.text.clone();
    for (at, line) in text.lines().enumerate() {
        if let Some(address) = truth::address(line) {
            source.complain_at(
                at + 1,
                format!("addresses belong in facts.toml: write {address:?} there, and {{{{fact:…}}}} here"),
            );
        }
    }
}

/// What a lesson says must lead to one term, and a term must have an address.
pub fn glossary(source: &mut Source<'_>, terms: &[Term]) {
    for term in terms.iter().filter(|term| !is_slug(&term.id)) {
        source.complain(&term.id, format!("the id {:?} is not in small letters, digits and hyphens", term.id));
    }
    for language in Language::ALL {
        let mut known: HashMap<&str, &str> = HashMap::new();
        for term in terms {
            let id = &term.id;
            if term.forms.get(*language).iter().any(|form| form.is_empty() || form.trim() != form) {
                source.complain(&format!("[{id}]"), format!("a form of {id} is empty or has spaces around it"));
            }
            for form in term.written(*language).filter(|form| !form.is_empty()) {
                if let Some(other) = known.insert(form, id) {
                    source.complain(
                        &format!("[{id}]"),
                        format!("{form:?} ({}) is a form of {other} too", language.name()),
                    );
                }
            }
        }
    }
}

/// The rules of a single question.
pub fn question(source: &mut Source<'_>, question: &Question, module: &Module) {
    if !(1..=3).contains(&question.difficulty) {
        source.complain("difficulty", "difficulty is 1, 2 or 3");
    }
    for tag in question.tags.iter().filter(|tag| !module.tags.contains(tag)) {
        source.complain("tags", format!("the tag {tag:?} is not in the tags of module.toml"));
    }
    if let Some(slug) = question.read_slug().filter(|slug| module.lesson(slug).is_none()) {
        source.complain("read", format!("there is no lesson {slug:?} to read again"));
    }
    keys(source, question);
    let explained = question.explanation.is_some();
    match &question.body {
        Body::SingleChoice { options } | Body::MultipleChoice { options } => {
            let right = options.iter().filter(|option| option.correct).count();
            let single = matches!(question.body, Body::SingleChoice { .. });
            if options.len() < 2 {
                source.complain("options", "a choice needs at least two options");
            }
            if single && right != 1 {
                source.complain_of_lack("kind", format!("a singleChoice has one correct option, not {right}"));
            }
            if !single && (right == 0 || right == options.len()) {
                source.complain_of_lack("kind", "a multipleChoice has both correct and wrong options");
            }
            texts_differ(source, options.iter().map(|option| &option.text));
        }
        Body::Ordering { items } => {
            if items.len() < 3 {
                source.complain("items", "an ordering needs at least three items");
            }
            if !explained {
                source.complain_of_lack("kind", "an ordering needs an [explanation]");
            }
            texts_differ(source, items.iter().map(|item| &item.text));
        }
        Body::Matching { pairs, distractors } => {
            if pairs.len() < 2 {
                source.complain("pairs", "a matching needs at least two pairs");
            }
            if !explained {
                source.complain_of_lack("kind", "a matching needs an [explanation]");
            }
            texts_differ(source, pairs.iter().map(|pair| &pair.left));
            texts_differ(source, pairs.iter().map(|pair| &pair.right).chain(distractors.iter().map(|item| &item.text)));
        }
        Body::Numeric { answer, tolerance, feedback, .. } => {
            if !answer.is_finite() || !tolerance.is_finite() || *tolerance < 0.0 {
                source.complain("answer", "answer and tolerance are numbers, tolerance not below 0");
            }
            if feedback.is_none() && !explained {
                source.complain_of_lack("kind", "a numeric question needs a [feedback] or an [explanation]");
            }
        }
        Body::Scenario(_) => {}
    }
}

fn keys(source: &mut Source<'_>, question: &Question) {
    let keys: Vec<&String> = match &question.body {
        Body::SingleChoice { options } | Body::MultipleChoice { options } => {
            options.iter().map(|option| &option.key).collect()
        }
        Body::Ordering { items } => items.iter().map(|item| &item.key).collect(),
        Body::Matching { pairs, distractors } => {
            pairs.iter().map(|pair| &pair.key).chain(distractors.iter().map(|item| &item.key)).collect()
        }
        Body::Numeric { .. } => Vec::new(),
        // A scene's keys may stand in another scene as well, so each scene is its own list.
        Body::Scenario(scenario) => {
            let wrong =
                scenario.scenes.values().flat_map(|scene| &scene.choices).filter(|choice| !is_slug(&choice.key));
            for choice in wrong {
                source.complain(
                    &choice.key,
                    format!("the key {:?} is not made of lower-case letters, digits and hyphens", choice.key),
                );
            }
            Vec::new()
        }
    };
    let mut seen = BTreeSet::new();
    for key in keys {
        if !is_slug(key) {
            source.complain(key, format!("the key {key:?} is not made of lower-case letters, digits and hyphens"));
        }
        if ["correct", "wrong", "right", "incorrect", "answer"].contains(&key.as_str()) {
            source.complain(key, format!("the key {key:?} gives the answer away: learners' browsers see it"));
        }
        if !seen.insert(key) {
            source.complain(key, format!("the key {key:?} stands twice"));
        }
    }
}

/// Two parts that read the same in a language cannot be told apart.
fn texts_differ<'a>(source: &mut Source<'_>, texts: impl Iterator<Item = &'a Localised>) {
    let mut seen = BTreeSet::new();
    for text in texts {
        for (language, text) in text.each().filter(|(_, text)| !text.is_empty()) {
            if !seen.insert((language, text.trim().to_lowercase())) {
                source.complain(text, format!("{text:?} stands twice in {}", language.name()));
            }
        }
    }
}

/// The rules of a lesson or a card in one language.
pub fn prose(source: &mut Source<'_>, markdown: &str) {
    for line in markdown.lines() {
        if line.starts_with("# ") {
            source.complain(line, "there is one title; sections begin with ##");
        }
        if line.contains("![") {
            source.complain(line, "pictures are drawings in media/, shown by {{media:name}}");
        }
    }
    if markdown.trim().is_empty() {
        source.complain("", "there is nothing below the title");
    }
}

/// The rules of a whole module: it teaches, and its quiz can be drawn, again and differently. Whether its pool is large enough
/// is not known unless all its questions could be read.
pub fn module(source: &mut Source<'_>, module: &Module, has_all_questions: bool) {
    if module.lessons.is_empty() {
        source.complain("title", "a module has at least one lesson");
    }
    if !(1..=600).contains(&module.minutes) {
        source.complain("minutes", "minutes lie between 1 and 600");
    }
    let mut seen = BTreeSet::new();
    for question in module.questions.iter().filter(|question| !question.text.en.is_empty()) {
        if !seen.insert(question.text.en.trim().to_lowercase()) {
            source.complain("title", format!("the question {} asks the same as another", question.id));
        }
    }
    let pool = module.pool();
    for draw in &module.blueprint.draws {
        if !module.tags.contains(&draw.tag) {
            source.complain(&draw.tag, format!("the quiz draws for {:?}, which is not in tags", draw.tag));
        }
        let tagged = |q: &&&Question| q.tags.first() == Some(&draw.tag) && !matches!(q.body, Body::Scenario(_));
        let there = pool.iter().filter(tagged).count();
        if has_all_questions && there < draw.questions {
            let text = format!("the quiz draws {} questions for {}, the pool has {there}", draw.questions, draw.tag);
            source.complain(&draw.tag, text);
        }
    }
    let scenarios = pool.iter().filter(|question| matches!(question.body, Body::Scenario(_))).count();
    if has_all_questions && scenarios < module.blueprint.scenarios {
        source.complain(
            "scenarios",
            format!("the quiz draws {} scenarios, the pool has {scenarios}", module.blueprint.scenarios),
        );
    }
    if module.blueprint.length() == 0 {
        source.complain("[quiz]", "the quiz draws no question at all");
    }
}
