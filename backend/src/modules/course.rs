//! The whole course as its folder holds it, and every complaint about it.

use super::{
    Fact, Module, check,
    files::{self, Complaint, RawText, Source},
    glossary::Term,
    markdown,
};
use crate::{
    competencies::{Competency, Curriculum, Level, LevelRules, Proof},
    locale::Language,
};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// The version of the format that this program reads.
const FORMAT_VERSION: u32 = 1;

/// The course of a folder. `complaints` is empty when it may be imported.
#[derive(Default)]
pub struct Course {
    pub curriculum: Curriculum,
    pub glossary: Vec<Term>,
    pub modules: Vec<Module>,
    pub complaints: Vec<Complaint>,
}

/// Reads and checks a course; never stops at the first complaint.
pub fn read(root: &Path) -> Course {
    let mut course = Course::default();
    let complaints = &mut course.complaints;
    if let Some(mut source) = Source::open(root, "curriculum.toml", complaints) {
        course.curriculum = curriculum(&mut source);
    }
    let facts =
        Source::open(root, "facts.toml", complaints).map(|mut source| files::facts(&mut source)).unwrap_or_default();
    if root.join("glossary.toml").exists()
        && let Some(mut source) = Source::open(root, "glossary.toml", complaints)
    {
        course.glossary = files::glossary(&mut source);
    }
    let mut used = BTreeSet::new();
    for level in &course.curriculum.0 {
        for folder in entries(root, level.level.word()).into_iter().filter(|entry| root.join(entry).is_dir()) {
            if let Some(module) = read_module(root, &folder, level.level, &course.curriculum, &facts, complaints) {
                used.extend(module.facts.keys().cloned());
                course.modules.push(module);
            }
        }
    }
    for id in facts.keys().filter(|id| !used.contains(*id)) {
        if let Some(mut source) = Source::open(root, "facts.toml", complaints) {
            source.complain(&format!("[{id}]"), format!("the fact {id} is used nowhere"));
        }
    }
    complaints.sort();
    course
}

/// The names in a folder below the root, sorted, each with the folder's name before it.
fn entries(root: &Path, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy())).collect();
    names.sort();
    names
}

fn read_module(
    root: &Path,
    folder: &str,
    level: Level,
    curriculum: &Curriculum,
    facts: &BTreeMap<String, Fact>,
    complaints: &mut Vec<Complaint>,
) -> Option<Module> {
    let name = format!("{folder}/module.toml");
    let mut source = Source::open(root, &name, complaints)?;
    let mut module = files::module(&mut source)?;
    match curriculum.competency(&module.competency) {
        Some(competency) if competency.level == level && competency.proof == Proof::Quiz => {}
        _ => source.complain(
            "competency",
            format!("{:?} is no competency that a module of this level teaches", module.competency),
        ),
    }
    module.lessons = lessons(root, folder, complaints);
    for (kind, read) in
        [("questions", files::question as fn(&mut Source<'_>, &str) -> _), ("scenarios", files::scenario)]
    {
        for name in entries(root, &format!("{folder}/{kind}")) {
            let Some(id) = name.rsplit('/').next().and_then(|file| file.strip_suffix(".toml")) else {
                complaints.push(Complaint { file: name, line: 1, text: "only .toml files belong here".into() });
                continue;
            };
            let id = id.to_owned();
            if let Some(mut source) = Source::open(root, &name, complaints)
                && let Some(question) = read(&mut source, &id)
            {
                check::question(&mut source, &question, &module);
                if module.question(question.id.as_str()).is_some() {
                    source.complain("", "a question and a scenario bear the same id");
                }
                module.questions.push(question);
            }
        }
    }
    take_facts(root, folder, &mut module, facts, complaints);
    if let Some(mut source) = Source::open(root, &name, complaints) {
        check::module(&mut source, &module);
    }
    Some(module)
}

fn lessons(root: &Path, folder: &str, complaints: &mut Vec<Complaint>) -> Vec<super::Lesson> {
    let mut texts: BTreeMap<String, BTreeMap<Language, (String, String)>> = BTreeMap::new();
    for name in entries(root, &format!("{folder}/lessons")) {
        let file = name.rsplit('/').next().unwrap_or_default();
        let parts = file.strip_suffix(".md").and_then(|stem| stem.rsplit_once('.'));
        let parsed = parts.and_then(|(slug, language)| Some((slug.to_owned(), language.parse::<Language>().ok()?)));
        let Some((slug, language)) = parsed else {
            complaints.push(Complaint { file: name, line: 1, text: "a lesson is named as in 01-title.nl.md".into() });
            continue;
        };
        if let Some(mut source) = Source::open(root, &name, complaints) {
            let text = files::lesson(&mut source);
            check::lesson(&mut source, &text.1);
            texts.entry(slug).or_default().insert(language, text);
        }
    }
    for (slug, of_lesson) in &texts {
        for language in Language::ALL.iter().filter(|language| !of_lesson.contains_key(language)) {
            let file = format!("{folder}/lessons/{slug}.{}.md", language.word());
            complaints.push(Complaint { file, line: 1, text: format!("the lesson lacks {}", language.name()) });
        }
    }
    texts.into_iter().map(|(slug, texts)| files::assemble(&slug, texts)).collect()
}

/// Gives the module the facts it names, and complains of those that nobody wrote down.
fn take_facts(
    root: &Path,
    folder: &str,
    module: &mut Module,
    facts: &BTreeMap<String, Fact>,
    complaints: &mut Vec<Complaint>,
) {
    let mut files: Vec<String> = entries(root, &format!("{folder}/lessons"));
    files.extend(entries(root, &format!("{folder}/questions")));
    files.extend(entries(root, &format!("{folder}/scenarios")));
    for name in files {
        let Some(mut source) = Source::open(root, &name, complaints) else { continue };
        let text = source.text.clone();
        for (range, kind, id) in markdown::placeholders(&text) {
            match (kind, facts.get(id)) {
                ("fact", Some(fact)) => drop(module.facts.insert(id.to_owned(), fact.clone())),
                ("fact", None) => source.complain(&text[range], format!("the fact {id:?} is not in facts.toml")),
                ("practice" | "scenario", _) if module.question(id).is_some() => {}
                ("practice" | "scenario", _) => source.complain(&text[range], format!("there is no {kind} {id:?}")),
                (other, _) => source.complain(&text[range], format!("{other:?} is none of fact, practice, scenario")),
            }
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCurriculum {
    format_version: u32,
    levels: Vec<RawLevel>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLevel {
    code: Level,
    name: RawText,
    #[serde(default)]
    requires: Vec<Level>,
    pass_mark: i32,
    validity_months: Option<i32>,
    competencies: Vec<RawCompetency>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCompetency {
    code: String,
    name: RawText,
    proof: Option<Proof>,
}

fn curriculum(source: &mut Source<'_>) -> Curriculum {
    let Some(raw) = source.parse::<RawCurriculum>() else { return Curriculum::default() };
    if raw.format_version != FORMAT_VERSION {
        source.complain("format_version", format!("this program reads format_version {FORMAT_VERSION}"));
    }
    let mut codes = BTreeSet::new();
    let mut levels = Vec::new();
    for raw in raw.levels {
        if !(1..=100).contains(&raw.pass_mark) {
            source.complain("pass_mark", "pass_mark is a percentage from 1 to 100");
        }
        let mut competencies = Vec::new();
        for competency in raw.competencies {
            if !codes.insert(competency.code.clone()) {
                source.complain(&competency.code, format!("the competency {} stands twice", competency.code));
            }
            competencies.push(Competency {
                names: source.text_of(competency.name, &competency.code),
                level: raw.code,
                proof: competency.proof.unwrap_or(Proof::Quiz),
                code: competency.code,
            });
        }
        levels.push(LevelRules {
            level: raw.code,
            names: source.text_of(raw.name, raw.code.word()),
            requires: raw.requires.first().copied(),
            pass_mark: raw.pass_mark,
            validity_months: raw.validity_months,
            competencies,
        });
    }
    Curriculum(levels)
}
