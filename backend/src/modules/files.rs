//! The course's files as authors write them: TOML and Markdown into our types, every complaint with its file and line.

use super::{
    Fact, Module, QuizRules,
    glossary::{Forms, Term},
    toml_file,
};
use crate::{
    locale::{Language, Localised},
    quizzes::{
        Body, Choice, Item, Pair, Question, QuestionId,
        drawing::{Blueprint, Draw},
    },
};
use serde::{Deserialize, de::DeserializeOwned};
use std::{collections::BTreeMap, fmt, fs, path::Path};

/// Something an author must mend.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Complaint {
    pub file: String,
    pub line: usize,
    pub text: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.text)
    }
}

const UNREADABLE: &str = "cannot be read";

impl Complaint {
    /// What the file holds is not known: what others lack may stand in it.
    pub fn is_of_an_unreadable_file(&self) -> bool {
        self.text.starts_with(UNREADABLE)
    }
}

/// A file that is being read, and where its complaints go.
pub struct Source<'a> {
    /// As shown to the author, relative to the course's folder.
    pub name: String,
    pub text: String,
    complaints: &'a mut Vec<Complaint>,
    has_unknown_keys: bool,
}

impl<'a> Source<'a> {
    pub fn new(name: &str, text: &str, complaints: &'a mut Vec<Complaint>) -> Self {
        Self { name: name.to_owned(), text: text.to_owned(), complaints, has_unknown_keys: false }
    }

    /// None, with a complaint, when the file cannot be read.
    pub fn open(root: &Path, name: &str, complaints: &'a mut Vec<Complaint>) -> Option<Self> {
        match fs::read_to_string(root.join(name)) {
            Ok(text) => Some(Self { name: name.to_owned(), text, complaints, has_unknown_keys: false }),
            Err(error) => {
                let text = format!("{UNREADABLE}: {error}");
                complaints.push(Complaint { file: name.to_owned(), line: 1, text });
                None
            }
        }
    }

    /// A complaint about the first line that holds `near`.
    pub fn complain(&mut self, near: &str, text: impl Into<String>) {
        let line = self.text.lines().position(|line| line.contains(near)).map_or(1, |at| at + 1);
        self.complain_at(line, text);
    }

    /// A complaint about a line, counted from 1.
    pub fn complain_at(&mut self, line: usize, text: impl Into<String>) {
        self.complaints.push(Complaint { file: self.name.clone(), line, text: text.into() });
    }

    /// A complaint that something is not there. It may only bear a name that nobody knows; that is told already.
    pub fn complain_of_lack(&mut self, near: &str, text: impl Into<String>) {
        if !self.has_unknown_keys {
            self.complain(near, text);
        }
    }

    /// None, with a complaint, when the file is not what it must be; a key that nobody knows is a complaint only.
    pub fn parse<T: DeserializeOwned>(&mut self) -> Option<T> {
        let (parsed, faults) = toml_file::read(&self.text);
        for fault in faults {
            let before = self.text.as_bytes().iter().take(fault.at);
            let line = before.filter(|byte| **byte == b'\n').count() + 1;
            self.complain_at(line, fault.text);
            self.has_unknown_keys |= fault.is_unknown_key;
        }
        parsed
    }

    /// A text that must be there in four languages.
    pub fn text_of(&mut self, raw: RawText, what: &str) -> Localised {
        self.localised(Some(raw), what)
    }

    /// The text in four languages; each missing one is a complaint.
    pub fn localised(&mut self, raw: Option<RawText>, what: &str) -> Localised {
        let Some(raw) = raw else {
            self.complain_of_lack(what, format!("{what} is missing"));
            return Localised::default();
        };
        let near = [&raw.nl, &raw.fr, &raw.de, &raw.en].into_iter().flatten().next().cloned().unwrap_or_default();
        let near = near.lines().next().unwrap_or_default().to_owned();
        let mut take = |text: Option<String>, language: Language| match text {
            Some(text) if !text.trim().is_empty() => text,
            _ => {
                self.complain(&near, format!("{what} lacks {}", language.name()));
                String::new()
            }
        };
        Localised {
            nl: take(raw.nl, Language::Nl),
            fr: take(raw.fr, Language::Fr),
            de: take(raw.de, Language::De),
            en: take(raw.en, Language::En),
        }
    }
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub struct RawText {
    nl: Option<String>,
    fr: Option<String>,
    de: Option<String>,
    en: Option<String>,
}

/// One text for all languages, or one for each.
#[derive(Deserialize, Clone)]
#[serde(untagged)]
pub enum OneOrEach {
    One(String),
    Each(RawText),
}

impl OneOrEach {
    pub fn each(self) -> RawText {
        match self {
            Self::One(text) => {
                RawText { nl: Some(text.clone()), fr: Some(text.clone()), de: Some(text.clone()), en: Some(text) }
            }
            Self::Each(raw) => raw,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFact {
    value: OneOrEach,
    source: String,
    age: Option<String>,
    checked: toml::value::Datetime,
}

/// `facts.toml`: by id the facts. None when it cannot be understood.
pub fn facts(source: &mut Source<'_>) -> Option<BTreeMap<String, Fact>> {
    let raw: BTreeMap<String, RawFact> = source.parse()?;
    let mut facts = BTreeMap::new();
    for (id, raw) in raw {
        let value = source.localised(Some(raw.value.each()), &id);
        let checked = raw.checked.date.and_then(|date| {
            chrono::NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
        });
        if !raw.source.starts_with("https://") && !raw.source.starts_with("http://") {
            source.complain(&format!("[{id}]"), format!("the source of {id} is not an address"));
        }
        if checked.is_none() {
            source.complain(&format!("[{id}]"), format!("checked of {id} is not a date"));
        }
        // It is there all the same, and nobody knows that it is old.
        let checked = checked.unwrap_or(chrono::NaiveDate::MAX);
        facts.insert(id, Fact { value, source: raw.source, age: raw.age, checked });
    }
    Some(facts)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTerm {
    name: RawText,
    explanation: RawText,
    #[serde(default)]
    forms: RawForms,
}

/// The other forms of a name, in whichever languages there are some.
#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct RawForms {
    nl: Vec<String>,
    fr: Vec<String>,
    de: Vec<String>,
    en: Vec<String>,
}

/// The glossary: by id the name, its other forms and the explanation of a term.
pub fn glossary(source: &mut Source<'_>) -> Vec<Term> {
    let raw: BTreeMap<String, RawTerm> = source.parse().unwrap_or_default();
    let term = |(id, raw): (String, RawTerm)| Term {
        names: source.localised(Some(raw.name), &format!("the name of {id}")),
        explanations: source.localised(Some(raw.explanation), &format!("the explanation of {id}")),
        forms: Forms { nl: raw.forms.nl, fr: raw.forms.fr, de: raw.forms.de, en: raw.forms.en },
        id,
    };
    let terms: Vec<Term> = raw.into_iter().map(term).collect();
    super::check::glossary(source, &terms);
    terms
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawModule {
    competency: String,
    title: Option<RawText>,
    summary: Option<RawText>,
    minutes: u32,
    tags: Vec<String>,
    #[serde(default)]
    goals: Vec<RawText>,
    quiz: RawQuiz,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuiz {
    #[serde(default)]
    scenarios: usize,
    draw: Vec<Draw>,
    minutes_allowed: Option<u32>,
    wait_minutes: Option<Vec<u32>>,
}

/// `module.toml`: everything but lessons, questions and facts.
pub fn module(source: &mut Source<'_>) -> Option<Module> {
    let raw: RawModule = source.parse()?;
    Some(Module {
        competency: raw.competency,
        title: source.localised(raw.title, "title"),
        summary: source.localised(raw.summary, "summary"),
        minutes: raw.minutes,
        tags: raw.tags,
        goals: raw.goals.into_iter().map(|goal| source.localised(Some(goal), "a goal")).collect(),
        blueprint: Blueprint { draws: raw.quiz.draw, scenarios: raw.quiz.scenarios },
        rules: QuizRules { minutes_allowed: raw.quiz.minutes_allowed, wait_minutes: raw.quiz.wait_minutes },
        lessons: Vec::new(),
        questions: Vec::new(),
        drawings: BTreeMap::new(),
        card: None,
        facts: BTreeMap::new(),
    })
}

/// One language of a lesson or a card: its title and what stands below.
pub fn titled(source: &mut Source<'_>) -> (String, String) {
    let text = source.text.replace("\r\n", "\n");
    let text = text.trim_start();
    match text.strip_prefix("# ") {
        Some(rest) => {
            let (title, body) = rest.split_once('\n').unwrap_or((rest, ""));
            (title.trim().to_owned(), body.trim().to_owned() + "\n")
        }
        None => {
            source.complain("", "the file begins with its title: # Title");
            (String::new(), text.to_owned())
        }
    }
}

/// Titles and texts in four languages; what is missing stays empty.
pub fn assemble(mut texts: BTreeMap<Language, (String, String)>) -> (Localised, Localised) {
    let (mut title, mut markdown) = (Localised::default(), Localised::default());
    for (language, slot) in [
        (Language::Nl, (&mut title.nl, &mut markdown.nl)),
        (Language::Fr, (&mut title.fr, &mut markdown.fr)),
        (Language::De, (&mut title.de, &mut markdown.de)),
        (Language::En, (&mut title.en, &mut markdown.en)),
    ] {
        (*slot.0, *slot.1) = texts.remove(&language).unwrap_or_default();
    }
    (title, markdown)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestion {
    kind: String,
    tags: Vec<String>,
    difficulty: Option<u8>,
    read: Option<String>,
    text: Option<RawText>,
    explanation: Option<RawText>,
    options: Option<Vec<RawOption>>,
    items: Option<Vec<RawItem>>,
    pairs: Option<Vec<RawPair>>,
    distractors: Option<Vec<RawDistractor>>,
    answer: Option<f64>,
    tolerance: Option<f64>,
    unit: Option<OneOrEach>,
    feedback: Option<RawText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOption {
    key: String,
    #[serde(default)]
    correct: bool,
    text: Option<RawText>,
    feedback: Option<RawText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawItem {
    key: String,
    text: Option<RawText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPair {
    key: String,
    left: Option<RawText>,
    right: Option<RawText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDistractor {
    key: String,
    right: Option<RawText>,
}

/// A question file; its id is the name of the file.
pub fn question(source: &mut Source<'_>, id: &str) -> Option<Question> {
    let mut raw: RawQuestion = source.parse()?;
    let Some(id) = QuestionId::parse(id) else {
        source.complain("", "the name of the file is not an id: lower-case letters, digits and hyphens");
        return None;
    };
    let text = source.localised(raw.text.take(), "text");
    let explanation = raw.explanation.take().map(|raw| source.localised(Some(raw), "explanation"));
    let (tags, difficulty, read) = (std::mem::take(&mut raw.tags), raw.difficulty.unwrap_or(2), raw.read.take());
    let body = body(source, raw)?;
    Some(Question { id, tags, difficulty, text, explanation, read, body })
}

fn body(source: &mut Source<'_>, raw: RawQuestion) -> Option<Body> {
    let given = [
        ("options", raw.options.is_some()),
        ("items", raw.items.is_some()),
        ("pairs", raw.pairs.is_some()),
        ("distractors", raw.distractors.is_some()),
        ("answer", raw.answer.is_some()),
        ("tolerance", raw.tolerance.is_some()),
        ("unit", raw.unit.is_some()),
        ("feedback", raw.feedback.is_some()),
    ];
    let wanted: (&[&str], &[&str]) = match raw.kind.as_str() {
        "singleChoice" | "multipleChoice" => (&["options"], &[]),
        "ordering" => (&["items"], &[]),
        "matching" => (&["pairs"], &["distractors"]),
        "numeric" => (&["answer"], &["tolerance", "unit", "feedback"]),
        other => {
            source.complain("kind", format!("unknown kind {other:?}; a scenario is a file of its own in scenarios/"));
            return None;
        }
    };
    for (name, is_given) in given {
        if is_given && !wanted.0.contains(&name) && !wanted.1.contains(&name) {
            source.complain(name, format!("a question of kind {} has no {name}", raw.kind));
        }
        if !is_given && wanted.0.contains(&name) {
            source.complain_of_lack("kind", format!("a question of kind {} needs {name}", raw.kind));
        }
    }
    let mut option = |raw: RawOption| Choice {
        text: source.localised(raw.text, &format!("the text of {}", raw.key)),
        feedback: source.localised(raw.feedback, &format!("the feedback of {}", raw.key)),
        key: raw.key,
        correct: raw.correct,
    };
    Some(match raw.kind.as_str() {
        "singleChoice" => Body::SingleChoice { options: raw.options?.into_iter().map(&mut option).collect() },
        "multipleChoice" => Body::MultipleChoice { options: raw.options?.into_iter().map(&mut option).collect() },
        "ordering" => {
            let item = |raw: RawItem| Item {
                text: source.localised(raw.text, &format!("the text of {}", raw.key)),
                key: raw.key,
            };
            Body::Ordering { items: raw.items?.into_iter().map(item).collect() }
        }
        "matching" => {
            let pairs = raw.pairs?.into_iter().map(|raw| Pair {
                left: source.localised(raw.left, &format!("the left side of {}", raw.key)),
                right: source.localised(raw.right, &format!("the right side of {}", raw.key)),
                key: raw.key,
            });
            let pairs = pairs.collect();
            let distractor = |raw: RawDistractor| Item {
                text: source.localised(raw.right, &format!("the right side of {}", raw.key)),
                key: raw.key,
            };
            Body::Matching {
                pairs,
                distractors: raw.distractors.unwrap_or_default().into_iter().map(distractor).collect(),
            }
        }
        _ => Body::Numeric {
            answer: raw.answer?,
            tolerance: raw.tolerance.unwrap_or(0.0),
            unit: raw.unit.map(|unit| source.localised(Some(unit.each()), "unit")),
            feedback: raw.feedback.map(|raw| source.localised(Some(raw), "feedback")),
        },
    })
}
