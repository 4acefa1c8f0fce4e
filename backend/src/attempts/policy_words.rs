//! What a learner is told about taking a quiz again: beforehand, and while there is a wait.

use super::{accommodation::Accommodation, policy::Policy, taking::Bound};
use crate::{
    locale::{self, Language},
    t,
};
use chrono::{DateTime, Duration, DurationRound, Utc};

/// What to know before the first attempt, a sentence each.
pub fn beforehand(policy: &Policy, granted: &Accommodation, language: Language) -> Vec<String> {
    let mut told = vec![t!(language, "quiz-again")];
    let Some(retakes) = policy.retakes.as_ref().filter(|retakes| !retakes.waits().is_empty()) else { return told };
    if granted.waits_waived {
        told.push(t!(language, "granted-no-waits"));
        return told;
    }
    let waits: Vec<String> = retakes.waits().into_iter().map(|minutes| duration(minutes, language)).collect();
    told.push(t!(language, "quiz-waits", free = retakes.free(), waits = waits.join(", ")));
    told
}

/// 10 minutes, 1 hour, 2 days: in the largest unit that is even.
pub fn duration(minutes: u32, language: Language) -> String {
    match minutes {
        _ if minutes > 0 && minutes.is_multiple_of(1440) => t!(language, "duration-days", count = minutes / 1440),
        _ if minutes > 0 && minutes.is_multiple_of(60) => t!(language, "duration-hours", count = minutes / 60),
        _ => t!(language, "duration-minutes", count = minutes),
    }
}

/// A moment to come, as people say it: today at 14:05. Never earlier than it is.
pub fn when(moment: DateTime<Utc>, at: DateTime<Utc>, language: Language) -> String {
    let moment = moment.duration_round_up(Duration::minutes(1)).unwrap_or(moment);
    let (day, today, time) = (locale::day(moment), locale::day(at), locale::time_of_day(moment));
    if day == today {
        t!(language, "when-today", time = time)
    } else if today.succ_opt() == Some(day) {
        t!(language, "when-tomorrow", time = time)
    } else {
        on(moment, language)
    }
}

/// The same by its date, for what is read on another day: a letter.
pub fn on(moment: DateTime<Utc>, language: Language) -> String {
    let moment = moment.duration_round_up(Duration::minutes(1)).unwrap_or(moment);
    t!(language, "when-on", day = locale::date(language, locale::day(moment)), time = locale::time_of_day(moment))
}

/// The lessons to read again after an attempt, each with its link: those of the questions that did not earn all their points.
pub fn to_read_again(Bound { attempt, paper }: &Bound, language: Language) -> Vec<(String, String)> {
    let mut lessons = Vec::new();
    for question in attempt.missed() {
        let found = paper.find(question);
        let lesson = found.and_then(|(edition, question)| edition.lesson_link(question.read_slug()?, language));
        let new = lesson.filter(|lesson| !lessons.contains(lesson));
        lessons.extend(new);
    }
    lessons
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::competencies::Retakes;

    #[test]
    fn a_moment_to_come_is_said_as_people_say_it() {
        let at: DateTime<Utc> = "2026-11-27T22:30:00Z".parse().unwrap(); // 23:30 in Belgium
        let said = |moment: &str| when(moment.parse().unwrap(), at, Language::En);
        assert_eq!(said("2026-11-27T22:39:01Z"), "today at 23:40");
        assert_eq!(said("2026-11-27T22:40:00Z"), "today at 23:40");
        assert_eq!(said("2026-11-27T22:59:30Z"), "tomorrow at 00:00");
        assert_eq!(said("2026-11-28T23:00:00Z"), "on 29 November 2026 at 00:00");
        assert_eq!(on("2026-11-27T22:39:01Z".parse().unwrap(), Language::En), "on 27 November 2026 at 23:40");
    }

    #[test]
    fn the_waits_are_told_beforehand_in_their_largest_unit() {
        let retakes = Retakes { wait_minutes: vec![0, 10, 60, 2880], forget_days: 7 };
        let policy = Policy { pass_mark: 80, minutes_allowed: None, retakes: Some(retakes) };
        let told = beforehand(&policy, &Accommodation::NONE, Language::En);
        assert!(told[1].contains("10 minutes, 1 hour, 2 days"), "{told:?}");
        let waived = Accommodation { waits_waived: true, ..Accommodation::NONE };
        assert_eq!(beforehand(&policy, &waived, Language::En)[1], "No wait after an attempt that is not passed.");
        assert_eq!(beforehand(&Policy { retakes: None, ..policy }, &Accommodation::NONE, Language::En).len(), 1);
    }
}
