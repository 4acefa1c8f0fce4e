//! What is granted to a learner so that quizzes are fair: more time, breaks, no waiting. Never why: that is sensitive, and
//! nobody is asked.

use super::time_limit::TimeLimit;
use crate::{
    db::pg_enum,
    input::Input,
    locale::Language,
    problem::{Problem, Reason},
    t,
};
use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};

pg_enum! {
    /// How much longer a quiz with a time limit may take.
    ExtraTime as crate::schema::sql_types::ExtraTime {
        Usual = "none",
        Quarter = "quarter",
        Half = "half",
        Double = "double",
        /// There is no time limit.
        Unlimited = "unlimited",
    }
}

/// The longest breaks that can be granted for one attempt, in all.
pub const MOST_BREAK_MINUTES: i32 = 120;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Accommodation {
    pub extra_time: ExtraTime,
    /// In one attempt, in all.
    pub break_minutes: i32,
    /// Whether failed attempts are followed by no wait.
    pub waits_waived: bool,
}

impl Accommodation {
    /// What holds for everybody.
    pub const NONE: Self = Self { extra_time: ExtraTime::Usual, break_minutes: 0, waits_waived: false };

    /// How many minutes a quiz may take for which the content allows so many; without an end, none.
    pub fn minutes(&self, allowed: u32) -> Option<u32> {
        match self.extra_time {
            ExtraTime::Usual => Some(allowed),
            ExtraTime::Quarter => Some((allowed * 5).div_ceil(4)),
            ExtraTime::Half => Some((allowed * 3).div_ceil(2)),
            ExtraTime::Double => Some(allowed * 2),
            ExtraTime::Unlimited => None,
        }
    }

    /// The clock of an attempt that begins now.
    pub fn time_limit(&self, allowed: u32, at: DateTime<Utc>) -> Option<TimeLimit> {
        let ends_at = at + Duration::minutes(i64::from(self.minutes(allowed)?));
        Some(TimeLimit { ends_at, paused_at: None, break_left: Duration::minutes(i64::from(self.break_minutes)) })
    }

    pub fn json(&self) -> Value {
        json!({"extraTime": self.extra_time, "breakMinutes": self.break_minutes, "waitsWaived": self.waits_waived})
    }

    /// What is granted, a sentence each; nothing when nothing is.
    pub fn words(&self, language: Language) -> Vec<String> {
        let extra = match self.extra_time {
            ExtraTime::Usual => None,
            extra => Some(extra_time_words(extra, language)),
        };
        let breaks = (self.break_minutes > 0).then(|| t!(language, "granted-breaks", minutes = self.break_minutes));
        let waits = self.waits_waived.then(|| t!(language, "granted-no-waits"));
        [extra, breaks, waits].into_iter().flatten().collect()
    }
}

pub fn extra_time_words(extra: ExtraTime, language: Language) -> String {
    match extra {
        ExtraTime::Usual => t!(language, "extra-time-none"),
        ExtraTime::Quarter => t!(language, "extra-time-percent", percent = 25),
        ExtraTime::Half => t!(language, "extra-time-percent", percent = 50),
        ExtraTime::Double => t!(language, "extra-time-double"),
        ExtraTime::Unlimited => t!(language, "extra-time-unlimited"),
    }
}

/// What an administrator grants, from a form or a body; what is left out is not granted.
pub fn read(mut input: Input) -> Result<Accommodation, Problem> {
    let extra = input.take_optional("extraTime", |text| text.parse::<ExtraTime>().map_err(|()| Reason::NotOffered));
    let breaks = input.take_number("breakMinutes", 0, MOST_BREAK_MINUTES);
    let waived = input.take_yes_or_no("waitsWaived");
    input.finish()?;
    Ok(Accommodation {
        extra_time: extra.unwrap_or(ExtraTime::Usual),
        break_minutes: breaks.unwrap_or_default(),
        waits_waived: waived.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extra_time_is_a_share_of_what_is_allowed_and_never_less_than_that() {
        let minutes = |extra_time, allowed| Accommodation { extra_time, ..Accommodation::NONE }.minutes(allowed);
        assert_eq!(minutes(ExtraTime::Usual, 20), Some(20));
        assert_eq!((minutes(ExtraTime::Quarter, 20), minutes(ExtraTime::Quarter, 21)), (Some(25), Some(27)));
        assert_eq!((minutes(ExtraTime::Half, 20), minutes(ExtraTime::Half, 21)), (Some(30), Some(32)));
        assert_eq!((minutes(ExtraTime::Double, 20), minutes(ExtraTime::Unlimited, 20)), (Some(40), None));
    }

    #[test]
    fn only_what_is_granted_is_said() {
        assert!(Accommodation::NONE.words(Language::Nl).is_empty());
        let all = Accommodation { extra_time: ExtraTime::Half, break_minutes: 10, waits_waived: true };
        assert_eq!(all.words(Language::En).len(), 3);
    }
}
