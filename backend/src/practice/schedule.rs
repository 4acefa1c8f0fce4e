//! When a question comes back: Leitner's boxes (S. Leitner, *So lernt man lernen*, 1972), counted in whole days.

use chrono::{Days, NaiveDate};

/// How many days a question waits in each box. What is answered right on the last wait has been remembered for a month.
pub const WAITS: [u64; 5] = [1, 3, 7, 14, 30];

/// Where a question stands for one learner.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// In a box, and asked again from this day on.
    Waiting { place: Place, due: NaiveDate },
    /// Learned, or put away: it is not asked again.
    Resting,
}

/// A box, from the first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place(usize);

impl Place {
    /// From 1 to the number of boxes.
    pub fn numbered(number: i16) -> Option<Self> {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        (at < WAITS.len()).then_some(Self(at))
    }

    pub fn number(self) -> i16 {
        self.0 as i16 + 1
    }

    fn waits_from(self, day: NaiveDate) -> Standing {
        Standing::Waiting { place: self, due: day.checked_add_days(Days::new(WAITS[self.0])).unwrap_or(day) }
    }
}

impl Standing {
    /// A question that was missed on a day: in the first box.
    pub fn missed(day: NaiveDate) -> Self {
        Place(0).waits_from(day)
    }

    /// After an answer that earned so much, from 0 to 1. Only a full one moves a question on, and only when it was due: who
    /// practises ahead of time loses nothing, and an answer that arrives twice counts once.
    pub fn after(self, points: f64, day: NaiveDate) -> Self {
        match self {
            Self::Resting => Self::Resting,
            Self::Waiting { .. } if points < 1.0 => Self::missed(day),
            Self::Waiting { due, .. } if day < due => self,
            Self::Waiting { place: Place(at), .. } if at + 1 < WAITS.len() => Place(at + 1).waits_from(day),
            Self::Waiting { .. } => Self::Resting,
        }
    }

    pub fn due(self) -> Option<NaiveDate> {
        match self {
            Self::Waiting { due, .. } => Some(due),
            Self::Resting => None,
        }
    }

    pub fn is_due(self, day: NaiveDate) -> bool {
        self.due().is_some_and(|due| due <= day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(days: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 27).unwrap().checked_add_days(Days::new(days)).unwrap()
    }

    fn standing() -> impl Strategy<Value = Standing> {
        let waiting = (0..WAITS.len(), 0u64..400);
        prop_oneof![
            1 => Just(Standing::Resting),
            9 => waiting.prop_map(|(at, due)| Standing::Waiting { place: Place(at), due: day(due) }),
        ]
    }

    #[test]
    fn what_is_always_right_comes_after_1_3_7_14_and_30_days_and_then_rests() {
        let (mut standing, mut today, mut waits) = (Standing::missed(day(0)), day(0), Vec::new());
        while let Some(due) = standing.due() {
            waits.push(due.signed_duration_since(today).num_days() as u64);
            today = due;
            standing = standing.after(1.0, today);
        }
        assert_eq!(waits, WAITS);
    }

    proptest! {
        #[test]
        fn an_answer_that_arrives_twice_counts_once(standing in standing(), points in 0.0..=1.0f64, at in 0u64..400) {
            let once = standing.after(points, day(at));
            prop_assert_eq!(once.after(points, day(at)), once);
        }

        #[test]
        fn nothing_but_a_full_answer_on_time_moves_a_question_on(standing in standing(), points in 0.0..1.0f64, at in 0u64..400) {
            let today = day(at);
            let (right, wrong) = (standing.after(1.0, today), standing.after(points, today));
            if let Standing::Waiting { place, due } = standing {
                prop_assert_eq!(wrong, Standing::missed(today));
                match right {
                    Standing::Resting => prop_assert!(due <= today && place.number() == WAITS.len() as i16),
                    Standing::Waiting { place: next, .. } if due <= today => prop_assert_eq!(next.number(), place.number() + 1),
                    Standing::Waiting { .. } => prop_assert_eq!(right, standing),
                }
            } else {
                prop_assert_eq!((right, wrong), (standing, standing));
            }
        }

        #[test]
        fn an_answer_never_leaves_a_question_due_on_its_day(standing in standing(), points in 0.0..=1.0f64, at in 0u64..400) {
            let after = standing.after(points, day(at));
            prop_assert!(!after.is_due(day(at)), "a round ends");
            let longest = day(at + WAITS[WAITS.len() - 1]);
            let before = standing.due().unwrap_or(longest);
            prop_assert!(after.due().is_none_or(|due| due <= longest.max(before)));
        }

        #[test]
        fn a_better_answer_never_brings_a_question_back_sooner(standing in standing(), worse in 0.0..=1.0f64, at in 0u64..400) {
            let due = |points: f64| standing.after(points, day(at)).due().unwrap_or(NaiveDate::MAX);
            prop_assert!(due(1.0) >= due(worse));
        }
    }
}
