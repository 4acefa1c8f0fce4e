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
