//! The clock of an attempt, where the content asks for one: when it ends, and the breaks that stop it.

use chrono::{DateTime, Duration, Utc};

/// An answer that was on its way when the time ended is still taken for so long.
pub const GRACE: Duration = Duration::seconds(30);

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TimeLimit {
    /// When the time ends if nothing happens; during a break that is with the rest of the break counted in.
    pub ends_at: DateTime<Utc>,
    /// When a break was begun that nobody ended yet.
    pub paused_at: Option<DateTime<Utc>>,
    /// How long breaks may still be; during a break, from its beginning.
    pub break_left: Duration,
}

/// Why no break begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoBreak {
    /// None was granted, or nothing is left of it.
    NothingLeft,
    TimeOver,
}

impl TimeLimit {
    /// Whether answers are no longer taken.
    pub fn is_over(&self, at: DateTime<Utc>) -> bool {
        at > self.ends_at + GRACE
    }

    /// Until when the clock stands still, if it does.
    pub fn break_ends_at(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.paused_at.map(|since| since + self.break_left).filter(|ends| at < *ends)
    }

    /// What is left of the time, without breaks.
    pub fn left(&self, at: DateTime<Utc>) -> Duration {
        let from = self.break_ends_at(at).unwrap_or(at);
        (self.ends_at - from).max(Duration::zero())
    }

    /// What is left of the breaks.
    pub fn break_left(&self, at: DateTime<Utc>) -> Duration {
        let used = self.paused_at.map_or(Duration::zero(), |since| at - since);
        (self.break_left - used).clamp(Duration::zero(), self.break_left)
    }

    /// The clock standing still from now on, or as it is when it does already.
    pub fn pause(&self, at: DateTime<Utc>) -> Result<Self, NoBreak> {
        if self.break_ends_at(at).is_some() {
            return Ok(self.clone());
        }
        let running = self.resume(at);
        if at >= running.ends_at {
            Err(NoBreak::TimeOver)
        } else if running.break_left <= Duration::zero() {
            Err(NoBreak::NothingLeft)
        } else {
            Ok(Self { ends_at: running.ends_at + running.break_left, paused_at: Some(at), ..running })
        }
    }

    /// The clock running again: what was not used of the break is left for another.
    pub fn resume(&self, at: DateTime<Utc>) -> Self {
        match self.paused_at {
            None => self.clone(),
            Some(_) => {
                let unused = self.break_left(at);
                Self { ends_at: self.ends_at - unused, paused_at: None, break_left: unused }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + Duration::minutes(minutes)
    }

    /// 20 minutes from the beginning on, with breaks of 10 in all.
    fn clock() -> TimeLimit {
        TimeLimit { ends_at: at(20), paused_at: None, break_left: Duration::minutes(10) }
    }

    #[test]
    fn an_answer_on_its_way_is_taken_and_a_later_one_is_not() {
        assert!(!clock().is_over(at(20) + GRACE));
        assert!(clock().is_over(at(20) + GRACE + Duration::milliseconds(1)));
        assert_eq!((clock().left(at(5)), clock().left(at(25))), (Duration::minutes(15), Duration::zero()));
    }

    #[test]
    fn a_break_stops_the_clock_and_what_is_not_used_is_left() {
        let paused = clock().pause(at(5)).unwrap();
        assert_eq!((paused.left(at(9)), paused.break_left(at(9))), (Duration::minutes(15), Duration::minutes(6)));
        assert_eq!((paused.break_ends_at(at(9)), paused.pause(at(9))), (Some(at(15)), Ok(paused.clone())));
        let again = paused.resume(at(9));
        assert_eq!(again, TimeLimit { ends_at: at(24), paused_at: None, break_left: Duration::minutes(6) });
        assert_eq!(again.resume(at(11)), again, "a running clock goes on running");
    }

    #[test]
    fn a_break_that_nobody_ends_is_over_when_it_is_used_up() {
        let paused = clock().pause(at(5)).unwrap();
        assert_eq!((paused.break_ends_at(at(15)), paused.left(at(16))), (None, Duration::minutes(14)));
        assert_eq!(paused.resume(at(16)).ends_at, at(30));
        assert_eq!(paused.pause(at(16)), Err(NoBreak::NothingLeft));
        assert!(paused.is_over(at(31)) && !paused.is_over(at(30)));
        assert_eq!(clock().pause(at(20)), Err(NoBreak::TimeOver));
        let none = TimeLimit { break_left: Duration::zero(), ..clock() };
        assert_eq!(none.pause(at(1)), Err(NoBreak::NothingLeft));
    }

    proptest! {
        /// However breaks begin and end, the time for the quiz stays the same and breaks are never longer than granted.
        #[test]
        fn breaks_neither_give_nor_take_time(moments in prop::collection::vec((0i64..40, any::<bool>()), 0..12)) {
            let (mut clock, mut now) = (clock(), 0);
            for (after, begins) in moments {
                now += after;
                let before = clock.left(at(now));
                clock = match begins {
                    true => clock.pause(at(now)).unwrap_or(clock),
                    false => clock.resume(at(now)),
                };
                prop_assert_eq!(clock.left(at(now)), before);
                prop_assert!(clock.ends_at <= at(20 + 10) && clock.break_left(at(now)) <= Duration::minutes(10));
            }
        }
    }
}
