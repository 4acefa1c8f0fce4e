//! Which question comes next: the one that tells most about whether somebody stands above or below the cut, each topic in its
//! turn, and never one that the next quiz needs.
//!
//! By the information at the cut (J. A. Spray, M. D. Reckase 1994), with the topics kept in proportion (G. G. Kingsbury,
//! A. R. Zara 1989) and chance among equals, so that not everybody gets the same.

use super::rasch;
use crate::{
    modules::Module,
    quizzes::{Body, Question, QuestionId, random::Random},
};
use std::collections::{BTreeMap, BTreeSet};

/// A question that may be asked.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    pub question: QuestionId,
    pub topic: String,
    /// In logits.
    pub difficulty: f64,
}

/// The questions of a subject.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Bank {
    pub items: Vec<Item>,
    /// How many questions of each topic the quiz draws.
    pub quiz: BTreeMap<String, usize>,
    /// What an attempt that is open asks the learner: the result of a placement would tell whether it is answered right.
    pub held_back: BTreeSet<QuestionId>,
}

impl Bank {
    /// The pool of a module without its situations. A question without a difficulty of its own has that of its author.
    pub fn of(module: &Module, difficulties: &BTreeMap<String, f64>) -> Self {
        let item = |question: &Question| Item {
            question: question.id.clone(),
            topic: question.tags.first().cloned().unwrap_or_default(),
            difficulty: difficulties.get(question.id.as_str()).copied().unwrap_or_else(|| question.logits()),
        };
        let pool = module.pool();
        let asked = pool.iter().filter(|question| !matches!(question.body, Body::Scenario(_)));
        let quiz = module.blueprint.draws.iter().map(|draw| (draw.tag.clone(), draw.questions)).collect();
        Self { items: asked.map(|question| item(question)).collect(), quiz, held_back: BTreeSet::new() }
    }

    /// The ability at which this share of the pool is to be expected right.
    pub fn cut(&self, share: f64) -> f64 {
        rasch::ability_for(share, &self.difficulties())
    }

    pub fn difficulties(&self) -> Vec<f64> {
        self.items.iter().map(|item| item.difficulty).collect()
    }

    /// The next question after those that were asked. `before` were asked in earlier placements: they come again only when
    /// each other one must be left to the quiz. What is held back never comes. The same seed gives the same questions.
    pub fn next(
        &self,
        asked: &BTreeSet<QuestionId>,
        before: &BTreeSet<QuestionId>,
        cut: f64,
        seed: i64,
    ) -> Option<&Item> {
        let may_be_asked = |item: &&Item| !asked.contains(&item.question) && !self.held_back.contains(&item.question);
        let open: Vec<&Item> = self.items.iter().filter(may_be_asked).collect();
        let is_fresh = |item: &Item| !before.contains(&item.question);
        let fresh = |topic: &str| open.iter().filter(|item| item.topic == topic && is_fresh(item)).count();
        let may_go = |item: &Item| fresh(&item.topic) > self.drawn(&item.topic);
        let free: Vec<&Item> = open.iter().filter(|item| is_fresh(item) && may_go(item)).copied().collect();
        let mut wanted = match free.is_empty() {
            false => free,
            true => open.iter().filter(|item| !is_fresh(item)).copied().collect(),
        };
        wanted.sort_by(|one, other| one.question.cmp(&other.question)); // not by the order of files
        Random::new(seed).shuffle(&mut wanted);
        let share = |item: &Item| {
            let of_topic =
                self.items.iter().filter(|other| other.topic == item.topic && asked.contains(&other.question));
            of_topic.count() as f64 / self.drawn(&item.topic).max(1) as f64
        };
        let rank = |item: &&Item| (share(item), -rasch::information(cut, item.difficulty));
        wanted.into_iter().min_by(|one, other| {
            let ((share, told), (other_share, other_told)) = (rank(one), rank(other));
            share.total_cmp(&other_share).then(told.total_cmp(&other_told))
        })
    }

    fn drawn(&self, topic: &str) -> usize {
        self.quiz.get(topic).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bank(topics: &[(&str, usize, usize)]) -> Bank {
        let item = |topic: &str, at: usize| Item {
            question: QuestionId::parse(&format!("{topic}-{at}")).unwrap(),
            topic: topic.to_owned(),
            difficulty: (at % 3) as f64 - 1.0,
        };
        let items = topics.iter().flat_map(|(topic, count, _)| (0..*count).map(move |at| item(topic, at)));
        let quiz = topics.iter().map(|(topic, _, drawn)| (topic.to_string(), *drawn)).collect();
        Bank { items: items.collect(), quiz, ..Bank::default() }
    }

    /// Everything that is asked when nothing ends it.
    fn ask_all(bank: &Bank, before: &BTreeSet<QuestionId>, cut: f64, seed: i64) -> Vec<Item> {
        let (mut asked, mut order) = (BTreeSet::new(), Vec::new());
        while let Some(item) = bank.next(&asked, before, cut, seed) {
            assert!(asked.insert(item.question.clone()), "asked twice");
            order.push(item.clone());
        }
        order
    }

    #[test]
    fn the_first_question_of_a_topic_is_the_one_that_tells_most_at_the_cut() {
        let bank = bank(&[("keys", 6, 2), ("care", 6, 2)]);
        for (cut, difficulty) in [(1.5, 1.0), (-2.0, -1.0), (0.1, 0.0)] {
            let asked = ask_all(&bank, &BTreeSet::new(), cut, 7);
            assert_eq!((asked[0].difficulty, asked[1].difficulty), (difficulty, difficulty));
            assert_ne!(asked[0].topic, asked[1].topic, "each topic in its turn");
        }
    }

    #[test]
    fn another_seed_gives_others_among_equals() {
        let bank = bank(&[("keys", 30, 5)]);
        let first = |seed: i64| ask_all(&bank, &BTreeSet::new(), 1.0, seed)[0].question.clone();
        let different: BTreeSet<QuestionId> = (0..20).map(first).collect();
        assert!(different.len() > 3, "{different:?}");
        assert_eq!(first(5), first(5));
    }

    proptest! {
        #[test]
        fn the_quiz_keeps_as_many_fresh_questions_as_it_draws(
            keys in 1usize..10, care in 1usize..10, drawn in 1usize..4, cut in -1.0..2.0f64, seed in any::<i64>()
        ) {
            let bank = bank(&[("keys", keys, drawn), ("care", care, drawn)]);
            let asked = ask_all(&bank, &BTreeSet::new(), cut, seed);
            for (topic, count) in [("keys", keys), ("care", care)] {
                let gone = asked.iter().filter(|item| item.topic == topic).count();
                prop_assert_eq!(gone, count.saturating_sub(drawn));
            }
        }

        #[test]
        fn a_later_placement_takes_nothing_more_from_the_quiz(seed in any::<i64>(), other in any::<i64>(), taken in 0usize..9) {
            let bank = bank(&[("keys", 8, 3), ("care", 7, 3)]);
            let first = ask_all(&bank, &BTreeSet::new(), 1.0, seed);
            let before: BTreeSet<QuestionId> = first.into_iter().take(taken).map(|item| item.question).collect();
            let second = ask_all(&bank, &before, 1.0, other);
            for topic in ["keys", "care"] {
                let is_left = |item: &&Item| item.topic == topic && !before.contains(&item.question) && !second.contains(item);
                prop_assert!(bank.items.iter().filter(is_left).count() >= 3);
            }
            let fresh = second.iter().position(|item| before.contains(&item.question)).unwrap_or(second.len());
            prop_assert!(second[fresh..].iter().all(|item| before.contains(&item.question)), "those asked before come last");
        }
    }
}
