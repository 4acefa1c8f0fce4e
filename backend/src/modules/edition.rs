//! Editions in memory: immutable, so rendered once for each language and served with a tag of exactly that content.

use super::{
    Module,
    drawings::{self, Drawing},
    markdown,
};
use crate::{
    competencies::{Competency, Curriculum, Level},
    ids::EditionId,
    kept::{Kept, Shelf},
    locale::{Language, Localised},
    modules::glossary::Term,
    quizzes::Question,
    routes::API,
};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use std::{
    collections::HashMap,
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
    lessons: [OnceLock<Vec<RenderedLesson>>; 4],
    drawings: [OnceLock<HashMap<String, Kept>>; 4],
}

pub struct RenderedLesson {
    pub slug: String,
    pub title: String,
    pub html: String,
}

impl Edition {
    pub fn new(id: EditionId, number: i32, published_at: DateTime<Utc>, module: Module) -> Self {
        let with_facts = |question| markdown::question_with_facts(question, &module.facts);
        let questions =
            module.questions.iter().map(|question| (question.id.to_string(), with_facts(question))).collect();
        let (lessons, drawings) = Default::default();
        Self { id, number, published_at, questions, module, lessons, drawings }
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.get(id)
    }

    /// The lessons as HTML.
    pub fn lessons(&self, language: Language) -> &[RenderedLesson] {
        self.lessons[language as usize].get_or_init(|| {
            let render = |lesson: &super::Lesson| RenderedLesson {
                slug: lesson.slug.clone(),
                title: lesson.title.get(language).to_owned(),
                html: markdown::html(&self.module, self.number, lesson.markdown.get(language), language),
            };
            self.module.lessons.iter().map(render).collect()
        })
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
        let html = markdown::html(&self.module, self.number, card.markdown.get(language), language);
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

    /// The module as the REST door gives it.
    pub fn json(&self, level: Level, language: Language) -> Value {
        let module = &self.module;
        let lesson = |(rendered, lesson): (&RenderedLesson, &super::Lesson)| {
            json!({"slug": rendered.slug, "title": rendered.title, "html": rendered.html,
                   "markdown": lesson.markdown.get(language)})
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
            "lessons": self.lessons(language).iter().zip(&module.lessons).map(lesson).collect::<Vec<_>>(),
            "media": module.drawings.iter().map(drawing).collect::<Vec<_>>(),
            "quiz": {"questions": module.blueprint.length()},
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

/// The course as it is taught now.
#[derive(Default)]
pub struct Taught {
    pub curriculum: Curriculum,
    pub glossary: Vec<Term>,
    /// The newest edition of each module, by competency.
    pub editions: HashMap<String, Arc<Edition>>,
    /// The answers about it that are the same for everybody.
    pub shelf: Shelf,
}

impl Taught {
    pub fn edition(&self, code: &str) -> Option<(&Competency, &Arc<Edition>)> {
        Some((self.curriculum.competency(code)?, self.editions.get(code)?))
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

    pub fn teach(&self, curriculum: Curriculum, glossary: Vec<Term>, editions: HashMap<String, Arc<Edition>>) {
        let taught = Taught { curriculum, glossary, editions, shelf: Shelf::default() };
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
