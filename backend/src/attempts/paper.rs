//! What an attempt asks: the quiz of one edition, or a refresher over the editions of a level's modules.

use crate::{
    locale::{Language, Localised},
    modules::edition::Edition,
    quizzes::{
        Question, QuestionId,
        drawing::{self, Drawn},
    },
    t,
};
use std::{collections::BTreeSet, sync::Arc};

/// The editions that an attempt is bound to.
#[derive(Clone)]
pub enum Paper {
    Quiz(Arc<Edition>),
    Refresher {
        /// The name of the level.
        level: Localised,
        editions: Vec<Arc<Edition>>,
    },
}

impl Paper {
    pub fn title(&self, language: Language) -> String {
        match self {
            Self::Quiz(edition) => edition.module.title.get(language).to_owned(),
            Self::Refresher { level, .. } => t!(language, "refresher-title", level = level.get(language)),
        }
    }

    pub fn editions(&self) -> &[Arc<Edition>] {
        match self {
            Self::Quiz(edition) => std::slice::from_ref(edition),
            Self::Refresher { editions, .. } => editions,
        }
    }

    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.find(id).map(|(_, question)| question)
    }

    /// A question by its id in the attempt, with the edition that holds it.
    pub fn find(&self, id: &QuestionId) -> Option<(&Edition, &Question)> {
        match self {
            Self::Quiz(edition) => Some((edition, edition.question(id.as_str())?)),
            Self::Refresher { editions, .. } => editions.iter().find_map(|edition| {
                let id = id.within_module(&edition.module.competency)?;
                Some((&**edition, edition.question(id.as_str())?))
            }),
        }
    }

    /// How many questions there are to draw from.
    pub fn pool_size(&self) -> usize {
        self.editions().iter().map(|edition| edition.module.pool().len()).sum()
    }

    /// Draws the quiz by its blueprint, or so many questions of a refresher over all its modules.
    pub fn draw(&self, questions: usize, seen: &BTreeSet<QuestionId>, seed: i64) -> Vec<Drawn> {
        match self {
            Self::Quiz(edition) => drawing::draw(&edition.module.pool(), &edition.module.blueprint, seen, seed),
            Self::Refresher { editions, .. } => {
                let pools: Vec<_> = editions
                    .iter()
                    .map(|edition| (edition.module.competency.as_str(), edition.module.pool()))
                    .collect();
                drawing::draw_evenly(&pools, questions, seen, seed)
            }
        }
    }
}
