//! The whole course as its folder holds it, and every complaint about it.

use super::{
    Card, Fact, Lesson, Module, check, drawings,
    files::{self, Complaint, RawText, Source},
    glossary::Term,
    markdown, scenario_file,
};
use crate::{
    competencies::{Competency, Curriculum, Level, LevelRules, Proof, Renewal, Retakes},
    locale::Language,
    quizzes::{Body, JOINT, Question, is_slug},
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
    /// The folder of each module, by its competency, relative to the course's.
    pub folders: BTreeMap<String, String>,
    pub complaints: Vec<Complaint>,
}

/// Reads and checks a course; never stops at the first complaint.
pub fn read(root: &Path) -> Course {
    let mut course = Course::default();
    let complaints = &mut course.complaints;
    let curriculum = Source::open(root, "curriculum.toml", complaints).and_then(|mut source| curriculum(&mut source));
    let facts = Source::open(root, "facts.toml", complaints).and_then(|mut source| files::facts(&mut source));
    if root.join("glossary.toml").exists()
        && let Some(mut source) = Source::open(root, "glossary.toml", complaints)
    {
        course.glossary = files::glossary(&mut source);
    }
    let levels = match &curriculum {
        Some(curriculum) => curriculum.0.iter().map(|rules| rules.level).collect(),
        None => vec![Level::Basic, Level::Expert], // its absence hides nothing else
    };
    let mut are_all_read = curriculum.is_some();
    let mut used = BTreeSet::new();
    for level in levels {
        for folder in entries(root, level.word()).into_iter().filter(|entry| root.join(entry).is_dir()) {
            let around = Around { level, curriculum: curriculum.as_ref(), facts: facts.as_ref() };
            match read_module(root, &folder, &around, complaints) {
                Some(module) => {
                    used.extend(module.facts.keys().cloned());
                    course.folders.insert(module.competency.clone(), folder);
                    course.modules.push(module);
                }
                None => are_all_read = false,
            }
        }
    }
    course.curriculum = curriculum.unwrap_or_default();
    are_all_read &= !complaints.iter().any(Complaint::is_of_an_unreadable_file);
    for id in facts.iter().flat_map(BTreeMap::keys).filter(|id| are_all_read && !used.contains(*id)) {
        if let Some(mut source) = Source::open(root, "facts.toml", complaints) {
            source.complain(&format!("[{id}]"), format!("the fact {id} is used nowhere"));
        }
    }
    if let Some(mut source) = Source::open(root, "curriculum.toml", complaints) {
        for rules in &course.curriculum.0 {
            let of_level = course.modules.iter().filter(|module| {
                course.curriculum.competency(&module.competency).is_some_and(|one| one.level == rules.level)
            });
            let pool = of_level.map(|module| module.pool().len()).sum();
            let found = check::renewal::renewal(rules, pool).into_iter().chain(check::retakes::of_level(rules));
            found.for_each(|found| source.complain(&found.near, found.text));
        }
    }
    complaints.sort();
    complaints.dedup(); // some files are opened for more than one rule
    course
}

/// The file of a question or a scenario.
pub fn file_of(folder: &str, question: &Question) -> String {
    let part = if matches!(question.body, Body::Scenario(_)) { "scenarios" } else { "questions" };
    format!("{folder}/{part}/{}.toml", question.id)
}

/// The files of a module that hold words: all but the drawings themselves.
pub fn texts(root: &Path, folder: &str) -> Vec<String> {
    let own = entries(root, folder).into_iter();
    let mut files: Vec<String> = own.filter(|name| name.ends_with(".md") || name.ends_with(".toml")).collect();
    for part in ["lessons", "questions", "scenarios", "media"] {
        files.extend(entries(root, &format!("{folder}/{part}")).into_iter().filter(|name| !name.ends_with(".svg")));
    }
    files
}

/// The names in a folder below the root, sorted, each with the folder's name before it.
fn entries(root: &Path, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy())).collect();
    names.sort();
    names
}

/// What a module stands in; without what could not be understood.
struct Around<'a> {
    level: Level,
    curriculum: Option<&'a Curriculum>,
    facts: Option<&'a BTreeMap<String, Fact>>,
}

fn read_module(root: &Path, folder: &str, around: &Around<'_>, complaints: &mut Vec<Complaint>) -> Option<Module> {
    let name = format!("{folder}/module.toml");
    let read = Source::open(root, &name, complaints).and_then(|mut source| files::module(&mut source));
    let Some(mut module) = read else {
        lessons(root, folder, complaints);
        card(root, folder, complaints);
        read_drawings(root, folder, complaints);
        return None;
    };
    let teaches = |curriculum: &Curriculum| {
        let competency = curriculum.competency(&module.competency);
        competency.is_some_and(|one| one.level == around.level && one.proof == Proof::Quiz)
    };
    if !around.curriculum.is_none_or(teaches)
        && let Some(mut source) = Source::open(root, &name, complaints)
    {
        let text = format!("{:?} is no competency that a module of this level teaches", module.competency);
        source.complain("competency", text);
    }
    module.lessons = lessons(root, folder, complaints);
    module.card = card(root, folder, complaints);
    module.drawings = read_drawings(root, folder, complaints);
    let mut unread = BTreeSet::new();
    for (kind, read) in
        [("questions", files::question as fn(&mut Source<'_>, &str) -> _), ("scenarios", scenario_file::scenario)]
    {
        for name in entries(root, &format!("{folder}/{kind}")) {
            let Some(id) = name.rsplit('/').next().and_then(|file| file.strip_suffix(".toml")) else {
                complaints.push(Complaint { file: name, line: 1, text: "only .toml files belong here".into() });
                continue;
            };
            let id = id.to_owned();
            let mut source = Source::open(root, &name, complaints);
            let Some((source, question)) =
                source.as_mut().and_then(|source| read(source, &id).map(|one| (source, one)))
            else {
                unread.insert(id);
                continue;
            };
            check::question(source, &question, &module);
            if module.question(question.id.as_str()).is_some() {
                source.complain("", "a question and a scenario bear the same id");
            }
            module.questions.push(question);
        }
    }
    take_facts(root, folder, &mut module, &unread, around.facts, complaints);
    if let Some(mut source) = Source::open(root, &name, complaints) {
        check::module(&mut source, &module, unread.is_empty());
        let rules =
            around.curriculum.map(|curriculum| check::retakes::of_module(&module, curriculum.level(around.level)));
        let found = rules.unwrap_or_default();
        found.into_iter().for_each(|found| source.complain(&found.near, found.text));
    }
    Some(module)
}

/// The languages of one text: of each its title and what stands below.
type Texts = BTreeMap<Language, (String, String)>;

fn lessons(root: &Path, folder: &str, complaints: &mut Vec<Complaint>) -> Vec<Lesson> {
    let mut texts: BTreeMap<String, Texts> = BTreeMap::new();
    for name in entries(root, &format!("{folder}/lessons")) {
        let file = name.rsplit('/').next().unwrap_or_default();
        let parts = file.strip_suffix(".md").and_then(|stem| stem.rsplit_once('.'));
        let parsed = parts.and_then(|(slug, language)| Some((slug.to_owned(), language.parse::<Language>().ok()?)));
        let Some((slug, language)) = parsed else {
            complaints.push(Complaint { file: name, line: 1, text: "a lesson is named as in 01-title.nl.md".into() });
            continue;
        };
        texts.entry(slug).or_default().insert(language, text(root, &name, complaints));
    }
    for (slug, of_lesson) in &texts {
        complain_of_missing(of_lesson, &format!("{folder}/lessons/{slug}"), "the lesson", complaints);
    }
    let lesson = |(slug, texts)| {
        let (title, markdown) = files::assemble(texts);
        Lesson { slug, title, markdown }
    };
    texts.into_iter().map(lesson).collect()
}

/// Title and text of a file. One that cannot be read is there all the same, empty: it is not missing.
fn text(root: &Path, name: &str, complaints: &mut Vec<Complaint>) -> (String, String) {
    let Some(mut source) = Source::open(root, name, complaints) else { return Default::default() };
    let text = files::titled(&mut source);
    check::prose(&mut source, &text.1);
    text
}

fn complain_of_missing(texts: &Texts, stem: &str, what: &str, complaints: &mut Vec<Complaint>) {
    for language in Language::ALL.iter().filter(|language| !texts.contains_key(language)) {
        let file = format!("{stem}.{}.md", language.word());
        complaints.push(Complaint { file, line: 1, text: format!("{what} lacks {}", language.name()) });
    }
}

/// The summary card, when the module has one.
fn card(root: &Path, folder: &str, complaints: &mut Vec<Complaint>) -> Option<Card> {
    let mut texts = Texts::new();
    for language in Language::ALL {
        let name = format!("{folder}/card.{}.md", language.word());
        if root.join(&name).exists() {
            texts.insert(*language, text(root, &name, complaints));
        }
    }
    if texts.is_empty() {
        return None;
    }
    complain_of_missing(&texts, &format!("{folder}/card"), "the card", complaints);
    let (title, markdown) = files::assemble(texts);
    Some(Card { title, markdown })
}

/// The drawings of the media folder; each is an SVG and a TOML file of the same name.
fn read_drawings(root: &Path, folder: &str, complaints: &mut Vec<Complaint>) -> BTreeMap<String, drawings::Drawing> {
    let media = format!("{folder}/media");
    let mut names = BTreeSet::new();
    for file in entries(root, &media) {
        let stem = |ending| file.strip_suffix(ending).and_then(|stem| stem.rsplit('/').next()).map(str::to_owned);
        match stem(".svg").or_else(|| stem(".toml")) {
            Some(name) => drop(names.insert(name)),
            None => {
                let text = "only drawings belong here, each as name.svg and name.toml".to_owned();
                complaints.push(Complaint { file, line: 1, text });
            }
        }
    }
    let mut read = |name: String| drawings::read(root, &media, &name, complaints).map(|drawing| (name, drawing));
    names.into_iter().filter_map(&mut read).collect()
}

/// Gives the module the facts it names; complains of what nobody wrote down, of what stands in the wrong place, and of
/// drawings that nothing shows. Of what could not be read, which is told already, it says nothing.
fn take_facts(
    root: &Path,
    folder: &str,
    module: &mut Module,
    unread_questions: &BTreeSet<String>,
    facts: Option<&BTreeMap<String, Fact>>,
    complaints: &mut Vec<Complaint>,
) {
    let (mut shown, mut are_all_read) = (BTreeSet::new(), true);
    for name in texts(root, folder) {
        let Some(mut source) = Source::open(root, &name, complaints) else {
            are_all_read = false;
            continue;
        };
        check::addresses(&mut source);
        let text = source.text.clone();
        let (is_prose, is_lesson) = (name.ends_with(".md"), name.contains("/lessons/"));
        for (range, kind, id) in markdown::placeholders(&text) {
            if is_prose && kind != "fact" && !markdown::stands_alone(&text, &range) {
                source.complain(
                    &text[range.clone()],
                    format!("{{{{{kind}:{id}}}}} stands on a line of its own, at its beginning"),
                );
            }
            match (kind, facts.and_then(|facts| facts.get(id))) {
                ("fact", Some(fact)) => drop(module.facts.insert(id.to_owned(), fact.clone())),
                ("fact", None) if facts.is_none() => {}
                ("fact", None) => source.complain(&text[range], format!("the fact {id:?} is not in facts.toml")),
                ("practice" | "scenario", _) if !is_lesson => {
                    source.complain(&text[range], format!("a {kind} stands in lessons only"));
                }
                ("practice" | "scenario", _) if module.question(id).is_some() || unread_questions.contains(id) => {}
                ("practice" | "scenario", _) => source.complain(&text[range], format!("there is no {kind} {id:?}")),
                ("media", _) if !is_prose => {
                    source.complain(&text[range], "a drawing stands in lessons and on the card only");
                }
                ("media", _) if root.join(format!("{folder}/media/{id}.svg")).exists() => {
                    shown.insert(id.to_owned());
                }
                ("media", _) => source.complain(&text[range], format!("there is no drawing media/{id}.svg")),
                (other, _) => {
                    source.complain(&text[range], format!("{other:?} is none of fact, practice, scenario, media"));
                }
            }
        }
    }
    for name in module.drawings.keys().filter(|name| are_all_read && !shown.contains(*name)) {
        let text = format!(
            "no lesson and no card shows this drawing: write {{{{media:{name}}}}} on a line of its own, or remove it"
        );
        complaints.push(Complaint { file: format!("{folder}/media/{name}.svg"), line: 1, text });
    }
}

/// As the database has it.
const MOST_LIVE_SESSIONS: i32 = 20;

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
    renewal: Option<Renewal>,
    retakes: Option<Retakes>,
    #[serde(default)]
    live_sessions: i32,
    competencies: Vec<RawCompetency>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCompetency {
    code: String,
    name: RawText,
    proof: Option<Proof>,
}

fn curriculum(source: &mut Source<'_>) -> Option<Curriculum> {
    let raw: RawCurriculum = source.parse()?;
    if raw.format_version != FORMAT_VERSION {
        source.complain("format_version", format!("this program reads format_version {FORMAT_VERSION}"));
    }
    let mut codes = BTreeSet::new();
    let mut levels = Vec::new();
    for raw in raw.levels {
        if !(1..=100).contains(&raw.pass_mark) {
            source.complain("pass_mark", "pass_mark is a percentage from 1 to 100");
        }
        if !(0..=MOST_LIVE_SESSIONS).contains(&raw.live_sessions) {
            let text = format!("live_sessions is a number from 0 to {MOST_LIVE_SESSIONS}");
            source.complain("live_sessions", text);
        }
        let mut competencies = Vec::new();
        for competency in raw.competencies {
            // A refresher names its questions code--question.
            if !is_slug(&competency.code) || competency.code.contains(JOINT) {
                let text = format!("the code {:?} is not lower-case words joined by single hyphens", competency.code);
                source.complain(&competency.code, text);
            }
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
            renewal: raw.renewal,
            retakes: raw.retakes,
            live_sessions: raw.live_sessions,
            competencies,
        });
    }
    Some(Curriculum(levels))
}
