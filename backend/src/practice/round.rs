//! A round: up to ten questions, one after the other.

use super::{
    cards::{Answered, CardId, Shown},
    schedule::Standing,
};
use crate::locale;
use chrono::{DateTime, NaiveDate, Utc};

/// How many questions a round has at most.
pub const LONGEST: usize = 10;

crate::db::jsonb! {
    /// The cards of a round, in the order in which they are asked.
    pub struct RoundCards(pub Vec<CardId>);
}

#[derive(Clone, PartialEq, Debug)]
pub struct Round {
    pub begun_at: DateTime<Utc>,
    pub cards: RoundCards,
}

/// A question's place in a round.
pub enum Turn<'a> {
    Open(&'a Shown),
    Answered(&'a Shown, &'a Answered),
    /// Put away, or not taught any more.
    Gone,
}

impl Round {
    /// The longest due first; when nothing is due, those that come next. `shown` is in that order.
    pub fn of(shown: &[Shown], at: DateTime<Utc>) -> Self {
        let today = locale::day(at);
        let waiting: Vec<&Shown> = shown.iter().filter(|one| one.card.standing.due().is_some()).collect();
        let any_due = waiting.iter().any(|one| one.card.standing.is_due(today));
        let wanted = waiting.into_iter().filter(|one| !any_due || one.card.standing.is_due(today));
        Self { begun_at: at, cards: RoundCards(wanted.take(LONGEST).map(|one| one.card.id.clone()).collect()) }
    }

    /// What has become of the question at a place, from 1. None where the round has no such place.
    pub fn turn<'a>(&self, place: usize, shown: &'a [Shown]) -> Option<Turn<'a>> {
        let id = self.cards.0.get(place.checked_sub(1)?)?;
        let Some(one) = shown.iter().find(|one| one.card.id == *id) else { return Some(Turn::Gone) };
        Some(match &one.card.answered {
            Some(answered) if answered.at >= self.begun_at => Turn::Answered(one, answered),
            _ if one.card.standing == Standing::Resting => Turn::Gone,
            _ => Turn::Open(one),
        })
    }

    /// The first place after this one that is not answered yet, else the first of all.
    pub fn next(&self, after: usize, shown: &[Shown]) -> Option<usize> {
        let is_open = |place: &usize| matches!(self.turn(*place, shown), Some(Turn::Open(_)));
        let length = self.cards.0.len();
        (after + 1..=length).chain(1..=after.min(length)).find(is_open)
    }

    /// Whether it goes on: begun today, and not all answered.
    pub fn goes_on(&self, shown: &[Shown], today: NaiveDate) -> bool {
        locale::day(self.begun_at) == today && self.next(0, shown).is_some()
    }

    /// What the parts of its questions are shuffled with: another round shows them in another order.
    pub fn seed(&self, place: usize) -> i64 {
        self.begun_at.timestamp_micros().wrapping_add(place as i64)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            cards::{self, Kept},
            sample::{day, deck, deck_of, due, id, kept, noon, taught},
            schedule::WAITS,
        },
        *,
    };
    use crate::quizzes::answers::Answer;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn numbers(round: &Round, of: usize) -> Vec<usize> {
        let number = |card: &CardId| (0..of).find(|number| id(*number) == *card).unwrap();
        round.cards.0.iter().map(number).collect()
    }

    fn answered(points: f64, at: DateTime<Utc>) -> Option<Answered> {
        Some(Answered { answer: Answer::Option("k0".to_owned()), points, at })
    }

    #[test]
    fn a_round_asks_what_is_due_longest_first_and_nothing_that_is_not_due() {
        let shown = deck(&[due(5), due(1), due(6), Standing::Resting, due(3)]);
        assert_eq!(numbers(&Round::of(&shown, noon(5)), 5), [1, 4, 0]);
    }

    #[test]
    fn when_nothing_is_due_a_round_asks_what_comes_next_and_what_rests_is_never_asked() {
        let shown = deck(&[due(5), due(1), Standing::Resting]);
        assert_eq!(numbers(&Round::of(&shown, noon(0)), 3), [1, 0]);
        assert_eq!(numbers(&Round::of(&deck(&[Standing::Resting; 3]), noon(9)), 3), [0; 0]);
    }

    #[test]
    fn a_round_has_ten_questions_at_most() {
        assert_eq!(numbers(&Round::of(&deck(&[due(1); 25]), noon(2)), 25), (0..LONGEST).collect::<Vec<_>>());
    }

    #[test]
    fn a_day_of_practice_begins_at_midnight_in_belgium() {
        let shown = deck(&[due(5), due(6)]);
        let minute = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let (before, after) = (minute("2026-01-10T22:59:00Z"), minute("2026-01-10T23:01:00Z")); // day(5), day(6)
        assert_eq!((locale::day(before), locale::day(after)), (day(5), day(6)));
        assert_eq!(numbers(&Round::of(&shown, before), 2), [0]);
        assert_eq!(numbers(&Round::of(&shown, after), 2), [0, 1]);
        let round = Round::of(&shown, before);
        assert!(round.goes_on(&shown, day(5)) && !round.goes_on(&shown, day(6)), "tomorrow there is another");
    }

    #[test]
    fn what_was_answered_since_it_began_what_was_put_away_and_what_left_the_course_is_not_asked_again() {
        let begun = noon(2);
        let round = Round { begun_at: begun, cards: RoundCards([0, 1, 2, 9].map(id).into()) };
        let cards = cards::cards(
            Vec::new(),
            vec![
                Kept { answered: answered(1.0, begun), ..kept(0, due(9)) },
                kept(1, Standing::Resting),
                Kept { answered: answered(1.0, begun - chrono::Duration::seconds(1)), ..kept(2, due(1)) },
                kept(9, due(1)),
            ],
        );
        let shown = cards::shown(cards, &taught(3));
        let turn = |place| round.turn(place, &shown);
        assert!(matches!(turn(1), Some(Turn::Answered(_, answered)) if answered.points == 1.0));
        assert!(matches!(turn(2), Some(Turn::Gone)), "put away");
        assert!(matches!(turn(3), Some(Turn::Open(one)) if one.card.id == id(2)), "answered before the round");
        assert!(matches!(turn(4), Some(Turn::Gone)), "not taught any more");
        assert!(turn(0).is_none() && turn(5).is_none() && turn(usize::MAX).is_none(), "no such place");
        // From wherever one stands, the open place is next; there is no other.
        for place in 0..=4 {
            assert_eq!(round.next(place, &shown), Some(3), "after {place}");
        }
        assert_eq!(round.next(usize::MAX - 1, &shown), Some(3));
    }

    #[test]
    fn after_the_last_place_comes_the_first_that_was_skipped() {
        let shown = deck(&[due(1); 3]);
        let round = Round::of(&shown, noon(1));
        assert_eq!([0, 1, 2, 3].map(|place| round.next(place, &shown)), [Some(1), Some(2), Some(3), Some(1)]);
    }

    #[test]
    fn another_place_and_another_round_are_shuffled_otherwise() {
        let round = |days| Round { begun_at: noon(days), cards: RoundCards(Vec::new()) };
        let seeds = [round(1).seed(1), round(1).seed(2), round(2).seed(1)];
        assert_eq!(BTreeSet::from(seeds).len(), 3);
        assert_eq!(round(1).seed(1), seeds[0], "and shown again it is the same");
    }

    /// Does a round a day, each answer right or wrong as `right` says of question and day; gives the days on which each
    /// question was asked, and how many were asked on each day.
    fn practise(questions: usize, days: u64, right: impl Fn(usize, u64) -> bool) -> (Vec<Vec<u64>>, Vec<usize>) {
        let (taught, mut standings) = (taught(questions), vec![Standing::missed(day(0)); questions]);
        let (mut asked, mut counts) = (vec![Vec::new(); questions], Vec::new());
        for today in 1..=days {
            let round = Round::of(&deck_of(&taught, &standings), noon(today));
            let round = numbers(&round, questions);
            counts.push(round.len());
            for number in round {
                if standings[number].is_due(day(today)) {
                    asked[number].push(today);
                }
                let points = if right(number, today) { 1.0 } else { 0.0 };
                standings[number] = standings[number].after(points, day(today));
            }
        }
        (asked, counts)
    }

    #[test]
    fn ten_questions_that_are_always_right_are_asked_after_1_3_7_14_and_30_days() {
        let (asked, _) = practise(10, 60, |_, _| true);
        assert_eq!(asked, vec![vec![1, 4, 11, 25, 55]; 10]);
    }

    #[test]
    fn more_than_ten_at_once_spread_over_days_and_none_is_forgotten() {
        let (asked, counts) = practise(25, 120, |_, _| true);
        assert!(counts.iter().all(|count| *count <= LONGEST));
        assert_eq!((asked[0][0], asked[10][0], asked[24][0]), (1, 2, 3), "the first of each ten a day later");
        assert!(asked.iter().all(|days| days.len() == WAITS.len()), "each rests after five right answers: {asked:?}");
    }

    #[test]
    fn a_wrong_answer_brings_a_question_back_the_next_day_and_to_the_first_wait() {
        let (asked, _) = practise(1, 80, |_, day| day != 4);
        assert_eq!(asked[0], [1, 4, 5, 8, 15, 29, 59]);
    }

    proptest! {
        #[test]
        fn a_round_is_ten_at_most_each_once_in_order_and_of_what_is_due(
            days in prop::collection::vec(prop::option::of(0u64..20), 0..40),
            today in 0u64..20,
        ) {
            let standings: Vec<_> = days.iter().map(|days| days.map_or(Standing::Resting, due)).collect();
            let shown = deck(&standings);
            let round = numbers(&Round::of(&shown, noon(today)), days.len());
            let due = days.iter().flatten().filter(|days| **days <= today).count();
            let waiting = days.iter().flatten().count();
            prop_assert_eq!(round.len(), LONGEST.min(if due > 0 { due } else { waiting }));
            prop_assert_eq!(round.iter().collect::<BTreeSet<_>>().len(), round.len());
            let in_order: Vec<u64> = round.iter().map(|number| days[*number].unwrap()).collect();
            prop_assert!(in_order.is_sorted());
            prop_assert!(due == 0 || in_order.iter().all(|days| *days <= today));
            // Nothing that was left out had waited longer.
            let longest = in_order.last().copied().unwrap_or(u64::MAX);
            let left: Vec<u64> =
                (0..days.len()).filter(|number| !round.contains(number)).filter_map(|number| days[number]).collect();
            prop_assert!(round.is_empty() || left.iter().all(|days| *days >= longest));
        }

        #[test]
        fn answering_what_comes_next_goes_through_a_round_once_and_ends(
            questions in 0usize..15,
            away in prop::collection::btree_set(0usize..15, 0..5),
            from in 0usize..12,
        ) {
            let (begun, taught) = (noon(3), taught(questions));
            let mut standings = vec![due(1); questions];
            let round = Round::of(&deck(&standings), begun);
            away.iter().filter(|number| **number < questions).for_each(|number| standings[*number] = Standing::Resting);
            let mut done = BTreeSet::new();
            let shown = |done: &BTreeSet<usize>| {
                let one = |(number, standing): (usize, &Standing)| Kept {
                    answered: answered(0.0, begun).filter(|_| done.contains(&number)),
                    ..kept(number, *standing)
                };
                let kept = standings.iter().enumerate().map(one).collect();
                cards::shown(cards::cards(Vec::new(), kept), &taught)
            };
            let mut place = from;
            while let Some(next) = round.next(place, &shown(&done)) {
                prop_assert!(done.insert(next - 1), "no place comes twice");
                place = next;
            }
            let expected: BTreeSet<usize> =
                (0..round.cards.0.len()).filter(|number| standings[*number] != Standing::Resting).collect();
            prop_assert_eq!(done, expected);
        }

        #[test]
        fn whatever_is_answered_no_question_is_asked_twice_a_day_and_known_ones_come_to_rest(
            wrong in prop::collection::btree_set((0usize..12, 1u64..20), 0..30),
        ) {
            let (asked, counts) = practise(12, 140, |number, day| !wrong.contains(&(number, day)));
            prop_assert!(counts.iter().all(|count| *count <= LONGEST));
            prop_assert_eq!(*counts.last().unwrap(), 0, "after the last miss all come to rest");
            for days in asked {
                prop_assert!(days.windows(2).all(|two| two[0] < two[1]));
                prop_assert!(days.len() >= WAITS.len());
            }
        }
    }
}
