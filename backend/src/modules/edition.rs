//! Editions in memory: immutable, so rendered once for each language and served with a tag of exactly that content.

use super::{
    Module,
    drawings::{self, Drawing},
    glossary::{Glossary, Term},
    markdown,
    pace::{self, Pace},
    terms::{FirstUses, Terms},
};
use crate::{
    competencies::{Competency, Curriculum, Level},
    ids::EditionId,
    kept::{Kept, Shelf},
    locale::{Language, Localised},
    quizzes::Question,
    routes::API,
};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, OnceLock, PoisonError, RwLock},
};

/// One published state of a module.
pub struct Edition {
    pub id: EditionId,
    pub number: i32,
    pub published_at: DateTime<Utc>,
    pub module: Module,
    /// The questions with the facts' values in their texts.
    questions: HashMap<String, Question>,
    drawings: [OnceLock<HashMap<String, Kept>>; 4],
    pace: OnceLock<Pace>,
}

pub struct RenderedLesson {
    pub slug: String,
    pub title: String,
    pub html: String,
    /// The ids of the glossary's terms that it links.
    pub terms: Vec<String>,
}

impl Edition {
    pub fn new(id: EditionId, number: i32, published_at: DateTime<Utc>, module: Module) -> Self {
        let with_facts = |question| markdown::question_with_facts(question, &module.facts);
        let questions =
            module.questions.iter().map(|question| (question.id.to_string(), with_facts(question))).collect();
        let (drawings, pace) = Default::default();
        Self { id, number, published_at, questions, module, drawings, pace }
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.get(id)
    }

    /// How long its parts take.
    pub fn pace(&self) -> &Pace {
        self.pace.get_or_init(|| Pace::of(&self.module))
    }

    /// The lessons as HTML, with a link where each uses a term for the first time.
    fn lessons(&self, terms: &Terms, language: Language) -> Vec<RenderedLesson> {
        let render = |lesson: &super::Lesson| {
            let mut uses = FirstUses::of(terms);
            RenderedLesson {
                slug: lesson.slug.clone(),
                title: lesson.title.get(language).to_owned(),
                html: markdown::html(&self.module, self.number, lesson.markdown.get(language), language, &mut uses),
                terms: uses.seen().map(str::to_owned).collect(),
            }
        };
        self.module.lessons.iter().map(render).collect()
    }

    /// A lesson's title and address.
    pub fn lesson_link(&self, slug: &str, language: Language) -> Option<(String, String)> {
        let (_, lesson) = self.module.lesson(slug)?;
        let address = format!("/modules/{}/lessons/{slug}", self.module.competency);
        Some((lesson.title.get(language).to_owned(), address))
    }

    /// The summary card: its title and its HTML.
    pub fn card(&self, language: Language) -> Option<(&str, String)> {
        let card = self.module.card.as_ref()?;
        let none = Terms::default();
        let uses = &mut FirstUses::of(&none);
        let html = markdown::html(&self.module, self.number, card.markdown.get(language), language, uses);
        Some((card.title.get(language), html))
    }

    /// A drawing with its words in a language.
    pub fn drawing(&self, name: &str, language: Language) -> Option<&Kept> {
        let render = || {
            let fill = |(name, drawing): (&String, &Drawing)| {
                let drawn = drawing.drawn(&self.module.facts, language);
                (name.clone(), Kept::new(drawn, "image/svg+xml", language))
            };
            self.module.drawings.iter().map(fill).collect()
        };
        self.drawings[language as usize].get_or_init(render).get(name)
    }

    /// The module as the REST door gives it, with its lessons in that language.
    pub fn json(&self, level: Level, lessons: &[RenderedLesson], language: Language) -> Value {
        let module = &self.module;
        let lesson = |((rendered, lesson), minutes): ((&RenderedLesson, &super::Lesson), &f64)| {
            json!({"slug": rendered.slug, "title": rendered.title, "minutes": pace::whole(*minutes),
                   "html": rendered.html, "markdown": lesson.markdown.get(language), "terms": rendered.terms})
        };
        let drawing = |(name, drawing): (&String, &Drawing)| {
            let address = drawings::address(&module.competency, name, language, self.number);
            let words = |text: &Localised| markdown::with_facts(text.get(language), &module.facts, language);
            let mut one = json!({
                "name": name, "href": format!("{API}{address}"), "width": drawing.width, "height": drawing.height,
                "alt": words(&drawing.alt),
            });
            if let Some(caption) = &drawing.caption {
                one["caption"] = words(caption).into();
            }
            one
        };
        let mut body = json!({
            "code": module.competency,
            "competency": module.competency,
            "level": level,
            "edition": self.number,
            "publishedAt": self.published_at,
            "language": language,
            "title": module.title.get(language),
            "summary": module.summary.get(language),
            "minutes": module.minutes,
            "goals": module.goals.iter().map(|goal| goal.get(language)).collect::<Vec<_>>(),
            "lessons": lessons.iter().zip(&module.lessons).zip(&self.pace().lessons).map(lesson).collect::<Vec<_>>(),
            "media": module.drawings.iter().map(drawing).collect::<Vec<_>>(),
            "quiz": {"questions": module.blueprint.length(), "minutes": pace::whole(self.pace().quiz)},
        });
        if let Some(minutes) = module.rules.minutes_allowed {
            body["quiz"]["minutesAllowed"] = minutes.into();
        }
        if let Some(waits) = &module.rules.wait_minutes {
            body["quiz"]["waitMinutes"] = waits.as_slice().into();
        }
        if let (Some((title, html)), Some(card)) = (self.card(language), &module.card) {
            body["card"] = json!({"title": title, "html": html, "markdown": card.markdown.get(language)});
        }
        body
    }
}

/// The lessons of an edition in each language.
type Rendered = [OnceLock<Vec<RenderedLesson>>; 4];

/// The course as it is taught now.
#[derive(Default)]
pub struct Taught {
    pub curriculum: Curriculum,
    pub glossary: Arc<Glossary>,
    /// The newest edition of each module, by competency.
    pub editions: HashMap<String, Arc<Edition>>,
    /// Their lessons with links to this glossary, rendered when somebody first asks for them.
    lessons: HashMap<EditionId, Arc<Rendered>>,
    /// The answers about it that are the same for everybody.
    pub shelf: Shelf,
}

impl Taught {
    pub fn edition(&self, code: &str) -> Option<(&Competency, &Arc<Edition>)> {
        Some((self.curriculum.competency(code)?, self.editions.get(code)?))
    }

    /// The lessons of a module as HTML.
    pub fn lessons(&self, code: &str, language: Language) -> Option<&[RenderedLesson]> {
        let edition = self.editions.get(code)?;
        let rendered = &self.lessons.get(&edition.id)?[language as usize];
        Some(rendered.get_or_init(|| edition.lessons(self.glossary.of(language), language)))
    }

    /// The modules of a level in the order of the course.
    pub fn modules(&self, level: Level) -> impl Iterator<Item = (&Competency, &Arc<Edition>)> {
        let competencies = self.curriculum.level(level).map(|rules| rules.competencies.as_slice()).unwrap_or_default();
        competencies.iter().filter_map(|competency| Some((competency, self.editions.get(&competency.code)?)))
    }

    /// What it takes to pass and to hold the brevet is all there: every competency that a quiz proves has a module.
    pub fn is_complete(&self, level: Level) -> bool {
        self.curriculum.level(level).is_some_and(|rules| {
            let codes = rules.quiz_codes();
            !codes.is_empty() && codes.iter().all(|code| self.editions.contains_key(code))
        })
    }
}

/// The course in the memory of this process. Readers never wait for the database.
#[derive(Default)]
pub struct CourseMemory {
    taught: RwLock<Arc<Taught>>,
    /// Editions that open or old attempts rest on, too.
    by_id: RwLock<HashMap<EditionId, Arc<Edition>>>,
}

impl CourseMemory {
    pub fn taught(&self) -> Arc<Taught> {
        self.taught.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Lessons that neither an import nor the glossary changed keep their rendered form, and when nothing changed all that is kept
    /// stays.
    pub fn teach(&self, curriculum: Curriculum, terms: Vec<Term>, editions: HashMap<String, Arc<Edition>>) {
        let before = self.taught();
        let is_same = before.glossary.terms == terms;
        let ids = |editions: &HashMap<String, Arc<Edition>>| {
            editions.values().map(|edition| edition.id).collect::<BTreeSet<_>>()
        };
        if is_same && before.curriculum == curriculum && ids(&before.editions) == ids(&editions) {
            return;
        }
        let glossary = if is_same { before.glossary.clone() } else { Arc::new(Glossary::new(terms)) };
        let rendered = |edition: &Arc<Edition>| {
            let known = before.lessons.get(&edition.id).filter(|_| is_same);
            (edition.id, known.cloned().unwrap_or_default())
        };
        let lessons = editions.values().map(rendered).collect();
        let taught = Taught { curriculum, glossary, editions, lessons, shelf: Shelf::default() };
        let mut by_id = self.by_id.write().unwrap_or_else(PoisonError::into_inner);
        by_id.extend(taught.editions.values().map(|edition| (edition.id, edition.clone())));
        drop(by_id);
        *self.taught.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(taught);
    }

    pub fn edition(&self, id: EditionId) -> Option<Arc<Edition>> {
        self.by_id.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }

    pub fn remember(&self, edition: Arc<Edition>) {
        self.by_id.write().unwrap_or_else(PoisonError::into_inner).insert(edition.id, edition);
    }
}
