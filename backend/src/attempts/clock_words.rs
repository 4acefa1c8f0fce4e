//! What a learner is told about the time of a quiz: beforehand, while it runs, in a break, and when it was over.

use super::{Attempt, State, accommodation::Accommodation, time_limit::TimeLimit};
use crate::{
    locale::{self, Language},
    t,
};
use chrono::{DateTime, Duration, DurationRound, Utc};

/// What to know beforehand, a sentence each.
pub fn beforehand(allowed: Option<u32>, granted: &Accommodation, language: Language) -> Vec<String> {
    let Some(minutes) = allowed.and_then(|allowed| granted.minutes(allowed)) else {
        return vec![t!(language, "quiz-no-hurry")];
    };
    let mut told = vec![t!(language, "quiz-time-limit", minutes = minutes), t!(language, "quiz-time-saved")];
    if Some(minutes) != allowed {
        told.push(t!(language, "quiz-time-granted"));
    }
    if granted.break_minutes > 0 {
        told.push(t!(language, "granted-breaks", minutes = granted.break_minutes));
    }
    told.push(t!(language, "quiz-time-more"));
    told
}

/// What to know before going on with an attempt, a sentence each.
pub fn of_open(attempt: &Attempt, at: DateTime<Utc>, language: Language) -> Vec<String> {
    match ShownClock::new(attempt, at, language) {
        Some(clock) => vec![clock.text, t!(language, "quiz-time-saved")],
        None => vec![t!(language, "quiz-no-hurry")],
    }
}

/// The clock as a page shows it. The script counts on; without it, it says until when.
pub struct ShownClock {
    pub text: String,
    /// What is left, in seconds.
    pub left_s: i64,
    /// The words that the script puts in place of the text: for several minutes (`#` stands for how many), for the last, and
    /// when the time is over.
    pub many: String,
    pub last: String,
    pub over: String,
    /// What is left of the breaks, in words.
    pub breaks: Option<String>,
}

impl ShownClock {
    pub fn new(attempt: &Attempt, at: DateTime<Utc>, language: Language) -> Option<Self> {
        let clock = attempt.time.as_ref().filter(|_| attempt.state == State::Open)?;
        let left = clock.left(at);
        let until = locale::time_of_day(clock.ends_at);
        let last = t!(language, "clock-last", until = until.as_str());
        let over = t!(language, "clock-over");
        let text = match whole_minutes(left) {
            ..=0 => over.clone(),
            1 => last.clone(),
            minutes => t!(language, "clock-minutes", minutes = minutes.to_string(), until = until.as_str()),
        };
        let rest = whole_minutes(clock.break_left(at));
        Some(Self {
            text,
            left_s: left.num_seconds(),
            many: t!(language, "clock-minutes", minutes = "#", until = until.as_str()),
            last,
            over,
            breaks: (rest > 0).then(|| t!(language, "break-left", minutes = rest)),
        })
    }
}

/// The page of a break: until when the clock stands still, and what is left.
pub fn of_break(clock: &TimeLimit, ends: DateTime<Utc>, at: DateTime<Utc>, language: Language) -> Vec<String> {
    let ends = ends.duration_trunc(Duration::minutes(1)).unwrap_or(ends);
    vec![
        t!(language, "break-until", time = locale::time_of_day(ends)),
        t!(language, "break-then", minutes = whole_minutes(clock.left(at))),
        t!(language, "break-safe"),
    ]
}

/// What is said of an attempt that was handed in because its time was over.
pub fn when_over(attempt: &Attempt, language: Language) -> Option<String> {
    let State::Submitted(submission) = &attempt.state else { return None };
    let clock = attempt.time.as_ref().filter(|clock| submission.at > clock.ends_at)?;
    let (time, saved, of) = (locale::time_of_day(clock.ends_at), attempt.answers.0.len(), attempt.draw.0.len());
    Some(t!(language, "result-time-over", time = time, saved = saved, total = of))
}

/// In minutes, rounded up: what is left is never said to be less.
fn whole_minutes(left: Duration) -> i64 {
    (left.num_seconds() + 59) / 60
}
