//! The questions that come back to a learner: missed in a quiz, or kept from a lesson. Derived, never counted.

use super::schedule::Standing;
use crate::{
    attempts::{Answers, Marks},
    locale::{self, Language},
    modules::edition::{Edition, Taught},
    problem::{Kind, Reason},
    quizzes::{
        JOINT, Question, QuestionId,
        answers::{self, Answer},
    },
    t,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// A question of the course.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct CardId {
    pub module: String,
    pub question: QuestionId,
}

impl CardId {
    /// As addresses name it: the module, and the question.
    pub fn at((module, question): (String, String)) -> Result<Self, Kind> {
        Ok(Self { module, question: QuestionId::parse(&question).ok_or(Kind::ResourceNotFound)? })
    }

    /// A question of an attempt; without a module that of a refresher, which names it.
    pub fn of(module: Option<&str>, question: QuestionId) -> Option<Self> {
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

/// From what a learner's cards come.
#[derive(Default)]
pub struct Record {
    pub marked: Vec<Marked>,
    pub kept: Vec<Kept>,
    /// The questions of attempts that are open.
    pub asked: BTreeSet<CardId>,
}

impl Record {
    /// The learner's cards. What an open attempt asks is none meanwhile: a card tells what is right.
    pub fn cards(self) -> Vec<Card> {
        let mut cards = cards(self.marked, self.kept);
        cards.retain(|card| !self.asked.contains(&card.id));
        cards
    }
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

#[cfg(test)]
mod tests {
    use super::{
        super::sample::{self, MODULE, day, deck, due, id, noon, taught},
        *,
    };
    use crate::{attempts::SavedAnswer, modules::check::sample::ordering};
    use proptest::prelude::*;

    /// A quiz that was marked on a day: the points of some questions.
    fn marked(days: u64, points: &[(usize, f64)]) -> Marked {
        let marks = points.iter().map(|(number, points)| (id(*number).question, *points)).collect();
        Marked {
            module: Some(MODULE.to_owned()),
            answers: Answers::default(),
            marks: Marks(marks),
            submitted_at: noon(days),
        }
    }

    fn kept(number: usize, standing: Standing, days: u64) -> Kept {
        Kept { at: noon(days), ..sample::kept(number, standing) }
    }

    /// Where each card stands, by its question.
    fn standings(cards: &[Card]) -> BTreeMap<CardId, Standing> {
        let standings: BTreeMap<_, _> = cards.iter().map(|card| (card.id.clone(), card.standing)).collect();
        assert_eq!(standings.len(), cards.len(), "a question has one card");
        standings
    }

    #[test]
    fn what_was_not_fully_right_comes_back_the_next_day_and_what_was_right_does_not() {
        let cards = cards(vec![marked(0, &[(0, 0.0), (1, 0.5), (2, 0.99), (3, 1.0)])], vec![]);
        let tomorrow = Standing::missed(day(0));
        assert_eq!(tomorrow.due(), Some(day(1)));
        assert_eq!(standings(&cards), [0, 1, 2].map(|number| (id(number), tomorrow)).into());
    }

    #[test]
    fn of_several_marks_the_newest_counts_in_whatever_order_they_are_read() {
        let (older, newer) = (|| marked(0, &[(0, 0.0), (1, 1.0)]), || marked(3, &[(0, 1.0), (1, 0.0)]));
        for both in [vec![older(), newer()], vec![newer(), older()]] {
            assert_eq!(standings(&cards(both, vec![])), [(id(1), Standing::missed(day(3)))].into());
        }
    }

    #[test]
    fn practice_after_a_mark_says_where_a_card_stands_and_a_mark_after_practice_says_it_anew() {
        let second_box = Standing::missed(day(0)).after(1.0, day(1));
        let missed = || vec![marked(0, &[(0, 0.0)])];
        let practised = |days| vec![kept(0, second_box, days)];
        assert_eq!(standings(&cards(missed(), practised(1))), [(id(0), second_box)].into());
        let again = || vec![marked(0, &[(0, 0.0)]), marked(5, &[(0, 0.0)])];
        assert_eq!(standings(&cards(again(), practised(1))), [(id(0), Standing::missed(day(5)))].into());
        let known = vec![marked(0, &[(0, 0.0)]), marked(5, &[(0, 1.0)])];
        assert_eq!(standings(&cards(known, practised(1))), BTreeMap::new(), "a full mark needs no practice");
        let away = cards(missed(), vec![kept(0, Standing::Resting, 1)]);
        assert_eq!(standings(&away), [(id(0), Standing::Resting)].into(), "what was put away rests");
        let at_once = cards(missed(), practised(0));
        assert_eq!(standings(&at_once), [(id(0), second_box)].into(), "at the same moment practice holds");
    }

    #[test]
    fn a_card_that_is_missed_anew_keeps_the_last_answer_in_practice() {
        let answered = Answered { answer: Answer::Option("k0".to_owned()), points: 1.0, at: noon(1) };
        let practised = Kept { answered: Some(answered.clone()), ..kept(0, Standing::missed(day(0)), 1) };
        let cards = cards(vec![marked(5, &[(0, 0.0)])], vec![practised]);
        assert_eq!((cards[0].standing, &cards[0].answered), (Standing::missed(day(5)), &Some(answered)));
    }

    #[test]
    fn a_question_of_a_refresher_is_the_card_of_its_module() {
        let refresher = |text: &str| Marked {
            module: None,
            marks: Marks([(QuestionId::parse(text).unwrap(), 0.0)].into()),
            ..marked(2, &[])
        };
        let both = vec![marked(0, &[(0, 0.0)]), refresher("sample--q00"), refresher("of-no-module")];
        assert_eq!(standings(&cards(both, vec![])), [(id(0), Standing::missed(day(2)))].into());
    }

    #[test]
    fn what_is_due_longest_is_shown_first_and_what_is_not_taught_any_more_goes() {
        let shown = deck(&[due(9), Standing::Resting, due(2), due(9), due(5)]);
        let order: Vec<CardId> = shown.iter().map(|one| one.card.id.clone()).collect();
        assert_eq!(order, [2, 4, 0, 3, 1].map(id));
        let cards = cards(vec![marked(0, &[(0, 0.0), (7, 0.0)])], vec![]);
        let shown = super::shown(cards, &taught(1));
        assert_eq!(shown.len(), 1);
        assert_eq!(shown[0].question().id, id(0).question);
    }

    #[test]
    fn a_question_that_has_become_one_of_another_kind_goes() {
        let saved = SavedAnswer { answer: Answer::Option("k1".to_owned()), saved_at: noon(0) };
        let answers = Answers([(id(0).question, saved)].into());
        let missed = || cards(vec![Marked { answers: answers.clone(), ..marked(0, &[(0, 0.0)]) }], vec![]);
        assert_eq!(super::shown(missed(), &taught(1)).len(), 1);
        let other = sample::teaching(vec![ordering(id(0).question.as_str(), "alpha")]);
        assert_eq!(super::shown(missed(), &other).len(), 0);
    }

    #[test]
    fn ahead_counts_what_is_due_today_or_names_the_next_day() {
        let mine = deck(&[due(3), due(3), due(8), Standing::Resting]);
        assert_eq!(ahead(&mine, day(2)), Ahead::Later { day: day(3), count: 2 });
        assert_eq!(ahead(&mine, day(3)), Ahead::Today(2));
        assert_eq!(ahead(&mine, day(30)), Ahead::Today(3));
        assert_eq!(ahead(&deck(&[Standing::Resting]), day(3)), Ahead::Nothing);
        assert_eq!(ahead(&[], day(3)), Ahead::Nothing);
    }

    /// What happens to a question on a day.
    #[derive(Clone, Copy, Debug)]
    enum Event {
        Marked(f64),
        Practised(Standing),
    }

    fn event() -> impl Strategy<Value = Event> {
        prop_oneof![
            Just(Event::Marked(1.0)),
            (0.0..1.0f64).prop_map(Event::Marked),
            (0u64..60).prop_map(|days| Event::Practised(due(days))),
            Just(Event::Practised(Standing::Resting)),
        ]
    }

    proptest! {
        /// One event a day, to one of four questions: the last one to each says where its card stands.
        #[test]
        fn the_last_event_says_where_a_card_stands(events in prop::collection::vec((0usize..4, event()), 0..40)) {
            let (mut all, mut kept) = (Vec::new(), BTreeMap::new());
            let mut expected = BTreeMap::new();
            for (days, (number, event)) in (0u64..).zip(events) {
                match event {
                    Event::Marked(points) => {
                        all.push(marked(days, &[(number, points)]));
                        expected.insert(id(number), (points < 1.0).then(|| Standing::missed(day(days))));
                    }
                    Event::Practised(standing) => {
                        kept.insert(number, self::kept(number, standing, days));
                        expected.insert(id(number), Some(standing));
                    }
                }
            }
            all.reverse(); // as the database gives them
            let found = cards(all, kept.into_values().collect());
            let expected: BTreeMap<_, _> = expected.into_iter().filter_map(|(id, it)| Some((id, it?))).collect();
            prop_assert_eq!(standings(&found), expected);
        }

        #[test]
        fn a_deck_is_in_the_order_of_its_days_and_ahead_agrees_with_it(
            days in prop::collection::vec(prop::option::of(0u64..40), 0..30),
            today in 0u64..40,
        ) {
            let standings: Vec<_> = days.iter().map(|days| days.map_or(Standing::Resting, due)).collect();
            let shown = deck(&standings);
            prop_assert_eq!(shown.len(), days.len());
            let order: Vec<_> = shown.iter().map(|one| one.card.standing.due().unwrap_or(NaiveDate::MAX)).collect();
            prop_assert!(order.is_sorted());
            let waiting: Vec<u64> = days.into_iter().flatten().collect();
            let due = waiting.iter().filter(|days| **days <= today).count();
            let soonest = waiting.iter().min();
            prop_assert_eq!(ahead(&shown, day(today)), match (due, soonest) {
                (0, None) => Ahead::Nothing,
                (0, Some(soonest)) => Ahead::Later {
                    day: day(*soonest),
                    count: waiting.iter().filter(|days| *days == soonest).count(),
                },
                (count, _) => Ahead::Today(count),
            });
        }
    }
}
