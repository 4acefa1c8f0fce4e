//! Editions in memory: immutable, so rendered once for each language and served with a tag of exactly that content.

use super::{
    Module,
    drawings::{self, Drawing},
    markdown,
};
use crate::{
    competencies::{Competency, Curriculum, Level},
    ids::EditionId,
    locale::{Language, Localised},
    modules::glossary::Term,
    quizzes::Question,
    routes::API,
};
use actix_web::{http::header::HeaderValue, web::Bytes};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
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
    json: [OnceLock<Kept>; 4],
}

/// Something rendered once, with the tag that names exactly this.
#[derive(Clone)]
pub struct Kept {
    pub bytes: Bytes,
    /// As a header says it. Weak, since the compression of the answer may differ.
    pub etag: HeaderValue,
}

impl Kept {
    pub fn new(text: String) -> Self {
        let hash: String = Sha256::digest(&text)[..12].iter().map(|byte| format!("{byte:02x}")).collect();
        let etag = HeaderValue::from_str(&format!("W/\"{hash}\"")).expect("hexadecimal digits may stand in a header");
        Self { bytes: Bytes::from(text), etag }
    }
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
        let (lessons, drawings, json) = Default::default();
        Self { id, number, published_at, questions, module, lessons, drawings, json }
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
                (name.clone(), Kept::new(drawing.drawn(&self.module.facts, language)))
            };
            self.module.drawings.iter().map(fill).collect()
        };
        self.drawings[language as usize].get_or_init(render).get(name)
    }

    /// The module as the REST door gives it.
    pub fn json(&self, level: Level, language: Language) -> Kept {
        let render = || {
            let lessons: Vec<Value> = self
                .lessons(language)
                .iter()
                .zip(&self.module.lessons)
                .map(|(rendered, lesson)| {
                    json!({"slug": rendered.slug, "title": rendered.title, "html": rendered.html,
                           "markdown": lesson.markdown.get(language)})
                })
                .collect();
            let module = &self.module;
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
                "lessons": lessons,
                "media": module.drawings.iter().map(drawing).collect::<Vec<_>>(),
                "quiz": {"questions": module.blueprint.length()},
            });
            if let (Some((title, html)), Some(card)) = (self.card(language), &module.card) {
                body["card"] = json!({"title": title, "html": html, "markdown": card.markdown.get(language)});
            }
            Kept::new(body.to_string())
        };
        self.json[language as usize].get_or_init(render).clone()
    }
}

/// The course as it is taught now.
#[derive(Default)]
pub struct Taught {
    pub curriculum: Curriculum,
    pub glossary: Vec<Term>,
    /// The newest edition of each module, by competency.
    pub editions: HashMap<String, Arc<Edition>>,
    /// The modules' pages as visitors see them, who are not signed in.
    pages: RwLock<HashMap<(String, Language), Kept>>,
}

impl Taught {
    pub fn edition(&self, code: &str) -> Option<(&Competency, &Arc<Edition>)> {
        Some((self.curriculum.competency(code)?, self.editions.get(code)?))
    }

    /// The visitors' page of a module, rendered at its first use since the course was loaded.
    pub fn page<E>(
        &self,
        code: &str,
        language: Language,
        render: impl FnOnce() -> Result<String, E>,
    ) -> Result<Kept, E> {
        let key = (code.to_owned(), language);
        if let Some(kept) = self.pages.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(kept.clone());
        }
        let kept = Kept::new(render()?);
        self.pages.write().unwrap_or_else(PoisonError::into_inner).insert(key, kept.clone());
        Ok(kept)
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
        let taught = Taught { curriculum, glossary, editions, pages: RwLock::default() };
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
