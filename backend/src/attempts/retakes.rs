//! When a quiz that was failed may be taken again: at once at first, then after a wait that grows.

use crate::competencies::Retakes;
use chrono::{DateTime, Duration, Utc};

/// How an attempt that was handed in came out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outcome {
    pub at: DateTime<Utc>,
    pub passed: bool,
}

impl Retakes {
    /// How many attempts may follow each other without a wait.
    pub fn free(&self) -> usize {
        self.wait_minutes.iter().take_while(|minutes| **minutes == 0).count() + 1
    }

    /// The waits that grow, in minutes, each once.
    pub fn waits(&self) -> Vec<u32> {
        let mut waits: Vec<u32> = self.wait_minutes.iter().copied().filter(|minutes| *minutes > 0).collect();
        waits.dedup();
        waits
    }

    /// When the next attempt may begin, if that is not now. `outcomes` are those of the learner's attempts at the same quiz, the
    /// newest first, as many as there are waits. Only failed attempts since the last pass count, and none that is forgotten.
    pub fn opens_at(&self, outcomes: &[Outcome], at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let remembered = at - Duration::days(i64::from(self.forget_days));
        let failed = outcomes.iter().take_while(|outcome| !outcome.passed && outcome.at > remembered).count();
        let wait = self.wait_minutes.get(failed.checked_sub(1)?).or(self.wait_minutes.last())?;
        let opens = outcomes.first()?.at + Duration::minutes(i64::from(*wait));
        (opens > at).then_some(opens)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + Duration::minutes(minutes)
    }

    /// Failed attempts, the newest `ago` minutes before `at(100_000)`, one a minute before it.
    fn failed(count: i64, ago: i64) -> Vec<Outcome> {
        (0..count).map(|before| Outcome { at: at(100_000 - ago - before), passed: false }).collect()
    }

    fn retakes() -> Retakes {
        Retakes { wait_minutes: vec![0, 10, 60, 1440], forget_days: 7 }
    }

    #[test]
    fn the_wait_grows_with_each_failed_attempt_and_stays_at_the_last() {
        for (count, wait) in [(1, 0), (2, 10), (3, 60), (4, 1440), (9, 1440)] {
            let opens = retakes().opens_at(&failed(count, 0), at(100_000));
            assert_eq!(opens, (wait > 0).then(|| at(100_000 + wait)), "{count}");
            assert_eq!(retakes().opens_at(&failed(count, wait), at(100_000)), None, "{count}: the wait is over");
        }
        assert_eq!(retakes().opens_at(&[], at(0)), None, "nobody waits for the first attempt");
    }

    #[test]
    fn a_pass_or_a_quiet_week_forgets() {
        let mut outcomes = failed(2, 0);
        outcomes[1].passed = true;
        assert_eq!(retakes().opens_at(&outcomes, at(100_000)), None, "one failed attempt since the pass");
        outcomes[0].passed = true;
        assert_eq!(retakes().opens_at(&outcomes, at(100_000)), None);
        let week = 7 * 1440;
        let long_ago = [failed(1, 0), failed(3, week)].concat();
        assert_eq!(retakes().opens_at(&long_ago, at(100_000)), None, "only one is remembered");
        let just_remembered = [failed(1, 0), failed(1, week - 1)].concat();
        assert_eq!(retakes().opens_at(&just_remembered, at(100_000)), Some(at(100_010)));
    }

    #[test]
    fn what_is_free_and_what_is_waited_for_is_told_beforehand() {
        assert_eq!((retakes().free(), retakes().waits()), (2, vec![10, 60, 1440]));
        let none = Retakes { wait_minutes: vec![0], forget_days: 1 };
        assert_eq!((none.free(), none.waits()), (2, vec![]));
        let at_once = Retakes { wait_minutes: vec![5, 5], forget_days: 1 };
        assert_eq!((at_once.free(), at_once.waits()), (1, vec![5]));
    }
}
