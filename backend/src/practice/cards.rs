//! The questions that come back to a learner: missed in a quiz, or kept from a lesson. Derived, never counted.

use super::schedule::Standing;
use crate::{
    attempts::{Answers, Marks},
    locale::{self, Language},
    modules::edition::{Edition, Taught},
    problem::Reason,
    quizzes::{
        JOINT, Question, QuestionId,
        answers::{self, Answer},
    },
    t,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

/// A question of the course.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct CardId {
    pub module: String,
    pub question: QuestionId,
}

impl CardId {
    fn of(module: Option<&str>, question: QuestionId) -> Option<Self> {
        if let Some(module) = module {
            return Some(Self { module: module.to_owned(), question });
        }
        let (module, question) = question.as_str().split_once(JOINT)?;
        Some(Self { module: module.to_owned(), question: QuestionId::parse(question)? })
    }
}

/// A submitted attempt, as far as it says what was missed.
pub struct Marked {
    /// None for a refresher, whose questions name their module.
    pub module: Option<String>,
    pub answers: Answers,
    pub marks: Marks,
    pub submitted_at: DateTime<Utc>,
}

/// What the learner last did with a card.
#[derive(Clone, PartialEq, Debug)]
pub struct Kept {
    pub id: CardId,
    pub standing: Standing,
    pub at: DateTime<Utc>,
    pub answered: Option<Answered>,
}

crate::db::jsonb! {
    /// The last answer in practice.
    pub struct Answered {
        pub answer: Answer,
        /// From 0 to 1.
        pub points: f64,
        pub at: DateTime<Utc>,
    }
}

/// A question that comes back, or that rests.
#[derive(Clone, PartialEq, Debug)]
pub struct Card {
    pub id: CardId,
    pub standing: Standing,
    pub answered: Option<Answered>,
    /// An answer to it, from before; tells of which kind the question was.
    before: Option<Answer>,
}

/// A learner's cards: each question whose newest mark in a quiz is not full, and each that was kept. Whichever is newer, the
/// mark or what was done in practice, says where a card stands.
pub fn cards(marked: Vec<Marked>, kept: Vec<Kept>) -> Vec<Card> {
    let mut newest: BTreeMap<CardId, (DateTime<Utc>, f64, Option<Answer>)> = BTreeMap::new();
    for Marked { module, mut answers, marks, submitted_at } in marked {
        for (question, points) in marks.0 {
            let answer = answers.0.remove(&question).map(|saved| saved.answer);
            let Some(id) = CardId::of(module.as_deref(), question) else { continue };
            let mark = newest.entry(id).or_insert((submitted_at, 1.0, None));
            if submitted_at >= mark.0 {
                *mark = (submitted_at, points, answer);
            }
        }
    }
    let mut cards = Vec::new();
    for Kept { id, standing, at, answered } in kept {
        let before = answered.as_ref().map(|answered| answered.answer.clone());
        match newest.remove(&id) {
            Some((marked_at, points, answer)) if marked_at > at => {
                cards.extend(missed(id, marked_at, points, answer).map(|card| Card { answered, ..card }));
            }
            _ => cards.push(Card { id, standing, answered, before }),
        }
    }
    cards.extend(newest.into_iter().filter_map(|(id, (at, points, answer))| missed(id, at, points, answer)));
    cards
}

fn missed(id: CardId, at: DateTime<Utc>, points: f64, before: Option<Answer>) -> Option<Card> {
    let standing = Standing::missed(locale::day(at));
    (points < 1.0).then_some(Card { id, standing, answered: None, before })
}

/// A card with its question as it is taught now.
pub struct Shown {
    pub card: Card,
    pub edition: Arc<Edition>,
}

impl Shown {
    /// None when the question is not taught any more, or has become one of another kind: then the card quietly goes.
    pub fn of(card: Card, taught: &Taught) -> Option<Self> {
        let (_, edition) = taught.edition(&card.id.module)?;
        let question = edition.question(card.id.question.as_str())?;
        let is_other =
            |answer: &Answer| answers::refusal(question, answer).is_some_and(|reason| reason == Reason::WrongType);
        let edition = (!card.before.as_ref().is_some_and(is_other)).then(|| edition.clone())?;
        Some(Self { card, edition })
    }

    pub fn question(&self) -> &Question {
        self.edition.question(self.card.id.question.as_str()).expect("`of` found it in this edition")
    }
}

/// What is shown of a learner's cards, those first that are due longest.
pub fn shown(cards: Vec<Card>, taught: &Taught) -> Vec<Shown> {
    let mut shown: Vec<Shown> = cards.into_iter().filter_map(|card| Shown::of(card, taught)).collect();
    shown.sort_by_key(|one| (one.card.standing.due().unwrap_or(NaiveDate::MAX), one.card.id.clone()));
    shown
}

/// How many questions come back today, or when the next ones do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ahead {
    Nothing,
    Today(usize),
    Later { day: NaiveDate, count: usize },
}

impl Ahead {
    pub fn words(self, language: Language) -> String {
        match self {
            Self::Nothing => t!(language, "repeat-nothing"),
            Self::Today(count) => t!(language, "repeat-today", count = count),
            Self::Later { day, count } => {
                t!(language, "repeat-later", count = count, day = locale::date(language, day))
            }
        }
    }
}

pub fn ahead(shown: &[Shown], today: NaiveDate) -> Ahead {
    let due = |day: NaiveDate| shown.iter().filter(|one| one.card.standing.is_due(day)).count();
    match (due(today), shown.iter().filter_map(|one| one.card.standing.due()).min()) {
        (0, None) => Ahead::Nothing,
        (0, Some(day)) => Ahead::Later { day, count: due(day) },
        (count, _) => Ahead::Today(count),
    }
}
