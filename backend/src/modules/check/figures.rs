//! The figures of a course, module by module: how much there is, and how it reads.

use super::{lessons, prose, readability};
use crate::{
    locale::Language,
    modules::{Module, markdown},
    quizzes::Body,
};
use std::{collections::BTreeMap, fmt::Write};

/// One line a module and a total, then how it reads, as plain text.
pub fn table(modules: &[Module]) -> String {
    let mut table = String::new();
    let mut line = |cells: [String; 12]| {
        let _ = write!(table, "{:<20}", cells[0]);
        for cell in &cells[1..] {
            let _ = write!(table, " {cell:>11}");
        }
        table.push('\n');
    };
    let heads = [
        "module",
        "lessons",
        "words nl",
        "words fr",
        "words de",
        "words en",
        "pool",
        "1/2/3",
        "practice",
        "scenarios",
        "drawings",
        "card nl",
    ];
    line(heads.map(str::to_owned));
    let mut total = [0_usize; 9];
    for module in modules {
        let counts = counts(module);
        for (total, count) in total.iter_mut().zip(counts) {
            *total += count;
        }
        let [lessons, nl, fr, de, en, pool, practice, scenarios, drawings] = counts.map(|count| count.to_string());
        let by_difficulty = (1..=3).map(|difficulty| {
            module.pool().iter().filter(|q| !is_scenario(&q.body) && q.difficulty == difficulty).count().to_string()
        });
        let difficulty = by_difficulty.collect::<Vec<_>>().join("/");
        let card = module.card.as_ref().map(|card| words_of(module, &card.markdown.nl, Language::Nl));
        let card = card.map_or_else(|| "-".to_owned(), |words| words.to_string());
        line([
            module.competency.clone(),
            lessons,
            nl,
            fr,
            de,
            en,
            pool,
            difficulty,
            practice,
            scenarios,
            drawings,
            card,
        ]);
    }
    let [lessons, nl, fr, de, en, pool, practice, scenarios, drawings] = total.map(|count| count.to_string());
    let none = String::new;
    line(["all".into(), lessons, nl, fr, de, en, pool, none(), practice, scenarios, drawings, none()]);
    table + &kinds(modules) + &readings(modules)
}

fn is_scenario(body: &Body) -> bool {
    matches!(body, Body::Scenario(_))
}

fn words_of(module: &Module, markdown: &str, language: Language) -> usize {
    lessons::length(&prose::blocks(&markdown::with_facts(markdown, &module.facts, language)))
}

/// Lessons, words in each language, pool, practice, scenarios, drawings.
fn counts(module: &Module) -> [usize; 9] {
    let words = |language: Language| -> usize {
        module.lessons.iter().map(|lesson| words_of(module, lesson.markdown.get(language), language)).sum()
    };
    let practised = module.practised();
    let of = |question: &&crate::quizzes::Question| is_scenario(&question.body);
    [
        module.lessons.len(),
        words(Language::Nl),
        words(Language::Fr),
        words(Language::De),
        words(Language::En),
        module.pool().iter().filter(|question| !of(question)).count(),
        module.questions.iter().filter(|q| !of(q) && practised.contains(q.id.as_str())).count(),
        module.questions.iter().filter(of).count(),
        module.drawings.len(),
    ]
}

fn kinds(modules: &[Module]) -> String {
    let mut table = String::from("\nThe pool by kind\n");
    for module in modules {
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        for question in module.pool() {
            *kinds.entry(question.body.kind()).or_default() += 1;
        }
        let kinds: Vec<String> = kinds.into_iter().map(|(kind, count)| format!("{kind} {count}")).collect();
        let _ = writeln!(table, "{:<20} {}", module.competency, kinds.join(", "));
    }
    table
}

/// For each lesson and language: reading ease, average and longest sentence.
fn readings(modules: &[Module]) -> String {
    let mut table = String::from("\nReading ease / words of an average / of the longest sentence; at least");
    for language in Language::ALL {
        let _ = write!(table, " {language} {:.0}", lessons::least_ease(*language));
    }
    table.push('\n');
    for module in modules {
        for lesson in &module.lessons {
            let name = format!("{}/{}", module.competency, lesson.slug);
            let _ = write!(table, "{name:<55}");
            for language in Language::ALL {
                let text = markdown::with_facts(lesson.markdown.get(*language), &module.facts, *language);
                let measures = readability::measure(&prose::blocks(&text), *language);
                let longest = measures.longest;
                let _ = write!(
                    table,
                    "  {language} {:>3.0} / {:>4.1} / {longest:>2}",
                    measures.ease(*language),
                    measures.words_per_sentence()
                );
            }
            table.push('\n');
        }
    }
    table
}
