//! The one thing that a learner does next in a level, and in words.

use super::{
    learning::{Learning, Status},
    policy_words,
    waiting::Wait,
};
use crate::{
    competencies::{Competency, Level},
    ids::AttemptId,
    live_sessions::Seat,
    locale::Language,
    modules::{
        edition::{Edition, Taught},
        pace,
    },
    t,
};
use chrono::{DateTime, Duration, Utc};
use std::sync::Arc;

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Next {
    /// Go on with an attempt that was begun.
    Attempt {
        code: String,
        attempt: AttemptId,
    },
    Lesson {
        code: String,
        lesson: String,
    },
    Quiz {
        code: String,
        /// Whether lessons are skipped.
        skips: bool,
    },
    /// The quiz comes next and opens later: what can be done until then.
    Waiting {
        code: String,
        opens: DateTime<Utc>,
        meanwhile: Meanwhile,
    },
    /// Every competency is proven; the level asks for more live sessions.
    LiveSession(Level),
    /// The same, and there are seats for as many: the first of these sessions.
    Seat {
        seat: Seat,
        /// Whether it is over, and not recorded yet who was there.
        is_over: bool,
    },
    /// The level is done.
    Brevet,
    /// The required level comes first.
    Locked(Level),
    /// Nothing is taught at this level yet.
    Nothing,
}

/// What can be done while a quiz waits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Meanwhile {
    /// To read again the lessons of what was missed, by their slugs; one at least.
    ReadAgain(Vec<String>),
    /// A lesson or the quiz of another module.
    Other(Box<Next>),
    /// To practise what was missed.
    Practise,
}

/// For a longer wait than this another module comes first: the lessons to read again would not fill it.
const LONG: Duration = Duration::hours(1);

impl Learning {
    pub fn next(&self, taught: &Taught, level: Level, at: DateTime<Utc>) -> Next {
        if self.held.contains(&level) {
            return Next::Brevet;
        }
        // What was begun comes first, then the modules that are not done, in the order of the course.
        let mut unfinished: Vec<_> = taught.modules(level).filter(|(c, _)| !self.mastered.contains(&c.code)).collect();
        let begun =
            unfinished.iter().find_map(|(c, _)| self.open.get(&c.code).map(|attempt| (c.code.clone(), *attempt)));
        if let Some((code, attempt)) = begun {
            return Next::Attempt { code, attempt };
        }
        if let Some(required) = self.locked_by(taught, level) {
            return Next::Locked(required);
        }
        unfinished.sort_by_key(|(c, _)| self.status(&c.code) != Status::InProgress);
        let mut steps = unfinished.into_iter().map(|module| self.step(module));
        match steps.next() {
            Some(Ok(step)) => step,
            Some(Err((code, wait))) => {
                let meanwhile = meanwhile(wait, steps.find_map(Result::ok), at);
                Next::Waiting { code, opens: wait.opens, meanwhile }
            }
            None => match self.live_sessions(taught, level) {
                (attended, asked) if attended < asked => self.live_session(taught, level, at),
                _ if taught.is_complete(level) => Next::Brevet,
                _ => Next::Nothing,
            },
        }
    }

    fn live_session(&self, taught: &Taught, level: Level, at: DateTime<Utc>) -> Next {
        let is_over = |seat: &Seat| seat.ends_at <= at;
        let seats = self.seats(taught, level).unwrap_or_default();
        match seats.into_iter().min_by_key(|seat| (is_over(seat), seat.starts_at)) {
            Some(seat) => Next::Seat { is_over: is_over(seat), seat: seat.clone() },
            None => Next::LiveSession(level),
        }
    }

    /// What comes next in a module; or its code and the wait, when that is a quiz that opens later.
    fn step(&self, (competency, edition): (&Competency, &Arc<Edition>)) -> Result<Next, (String, &Wait)> {
        let code = competency.code.clone();
        let unread = edition.module.lessons.iter().find(|lesson| !self.has_read(&code, &lesson.slug));
        match (unread, self.waits.quizzes.get(&code)) {
            (Some(lesson), _) if !self.may_skip(&code) => Ok(Next::Lesson { code, lesson: lesson.slug.clone() }),
            (_, Some(wait)) => Err((code, wait)),
            (unread, None) => Ok(Next::Quiz { skips: unread.is_some(), code }),
        }
    }
}

/// `other` is the next step in another module.
fn meanwhile(wait: &Wait, other: Option<Next>, at: DateTime<Utc>) -> Meanwhile {
    let again = (!wait.lessons.is_empty()).then(|| Meanwhile::ReadAgain(wait.lessons.clone()));
    let other = other.filter(|_| wait.opens - at > LONG).map(|next| Meanwhile::Other(Box::new(next)));
    other.or(again).unwrap_or(Meanwhile::Practise)
}

/// What is next in words.
pub struct NextWords {
    pub sentence: String,
    pub button: String,
    /// The page where it is done.
    pub link: Option<String>,
}

impl NextWords {
    fn new(sentence: String, button: String, link: String) -> Self {
        Self { sentence, button, link: Some(link) }
    }
}

/// A moment to come: as people say it to who reads now, by its date to who may read another day.
fn when(moment: DateTime<Utc>, read_at: Option<DateTime<Utc>>, language: Language) -> String {
    match read_at {
        Some(at) => policy_words::when(moment, at, language),
        None => policy_words::on(moment, language),
    }
}

impl Next {
    /// `read_at` is now where it is read at once, and none in a letter.
    pub fn words(self, taught: &Taught, language: Language, read_at: Option<DateTime<Utc>>) -> NextWords {
        let module = |code: &str| title(taught, code, language);
        match self {
            Self::Attempt { code, attempt } => NextWords::new(
                t!(language, "next-attempt", module = module(&code)),
                t!(language, "next-attempt-button"),
                format!("/attempts/{attempt}"),
            ),
            Self::Lesson { code, lesson } => {
                let (name, time) = named(taught, &code, &lesson, language);
                NextWords::new(
                    t!(language, "next-lesson", lesson = name, module = module(&code), time = time),
                    t!(language, "next-lesson-button"),
                    format!("/modules/{code}/lessons/{lesson}"),
                )
            }
            Self::Quiz { code, skips } => NextWords::new(
                match skips {
                    true => t!(language, "next-quiz-skipping", module = module(&code)),
                    false => {
                        t!(language, "next-quiz", module = module(&code), time = quiz_time(taught, &code, language))
                    }
                },
                t!(language, "next-quiz-button"),
                format!("/modules/{code}/quiz"),
            ),
            Self::Waiting { code, opens, meanwhile } => {
                let when = when(opens, read_at, language);
                let opens = t!(language, "next-waiting", module = module(&code), when = when);
                let NextWords { sentence, button, link } = meanwhile.words(taught, language, &code);
                NextWords { sentence: format!("{opens} {sentence}"), button, link }
            }
            Self::LiveSession(_) => NextWords::new(
                t!(language, "next-live-session"),
                t!(language, "next-live-session-button"),
                "/live-sessions".to_owned(),
            ),
            Self::Seat { seat, is_over } => {
                let session = seat.title.as_str();
                let told = match is_over {
                    true => t!(language, "next-seat-over", session = session),
                    false => {
                        t!(language, "next-seat", session = session, when = when(seat.starts_at, read_at, language))
                    }
                };
                let link = format!("/live-sessions/{}", seat.session);
                NextWords::new(told, t!(language, "next-seat-button"), link)
            }
            Self::Brevet => {
                NextWords::new(t!(language, "next-brevet"), t!(language, "next-brevet-button"), "/brevets".to_owned())
            }
            Self::Locked(_) | Self::Nothing => {
                NextWords { sentence: t!(language, "next-nothing"), button: String::new(), link: None }
            }
        }
    }
}

impl Meanwhile {
    /// `code` is of the module whose quiz waits.
    fn words(self, taught: &Taught, language: Language, code: &str) -> NextWords {
        match self {
            Self::ReadAgain(lessons) => match lessons.as_slice() {
                [lesson] => {
                    let (name, time) = named(taught, code, lesson, language);
                    NextWords::new(
                        t!(language, "next-waiting-lesson", lesson = name, time = time),
                        t!(language, "next-waiting-lesson-button"),
                        format!("/modules/{code}/lessons/{lesson}"),
                    )
                }
                lessons => NextWords::new(
                    t!(language, "next-waiting-lessons", count = lessons.len()),
                    t!(language, "next-waiting-lessons-button"),
                    format!("/modules/{code}/quiz"), // that page lists them
                ),
            },
            Self::Other(next) => {
                let NextWords { sentence, button, link } = next.words(taught, language, None);
                NextWords { sentence: t!(language, "next-waiting-other", next = sentence), button, link }
            }
            Self::Practise => NextWords::new(
                t!(language, "next-waiting-practice"),
                t!(language, "repeat-link"),
                "/practice".to_owned(),
            ),
        }
    }
}

fn title(taught: &Taught, code: &str, language: Language) -> String {
    taught.edition(code).map_or_else(String::new, |(_, edition)| edition.module.title.get(language).to_owned())
}

/// A lesson's title, and about how long it takes.
fn named(taught: &Taught, code: &str, lesson: &str, language: Language) -> (String, String) {
    let found = taught.edition(code).and_then(|(_, edition)| Some((edition, edition.module.lesson(lesson)?)));
    let (name, minutes) = found.map_or((String::new(), 0.0), |(edition, (at, lesson))| {
        (lesson.title.get(language).to_owned(), edition.pace().lessons[at])
    });
    (name, pace::about(minutes, language))
}

fn quiz_time(taught: &Taught, code: &str, language: Language) -> String {
    pace::about(taught.edition(code).map_or(0.0, |(_, edition)| edition.pace().quiz), language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_of_an_hour_is_for_reading_again_and_a_longer_one_for_another_module() {
        let at = DateTime::UNIX_EPOCH;
        let wait = |opens: Duration, lessons: &[&str]| Wait {
            opens: at + opens,
            lessons: lessons.iter().copied().map(str::to_owned).collect(),
        };
        let other = Next::Quiz { code: "ebox".to_owned(), skips: false };
        let again = Meanwhile::ReadAgain(vec!["01-one".to_owned()]);
        let (short, long) = (Duration::hours(1), Duration::minutes(61));
        assert_eq!(meanwhile(&wait(short, &["01-one"]), Some(other.clone()), at), again);
        assert_eq!(
            meanwhile(&wait(long, &["01-one"]), Some(other.clone()), at),
            Meanwhile::Other(Box::new(other.clone()))
        );
        assert_eq!(meanwhile(&wait(long, &["01-one"]), None, at), again);
        assert_eq!(meanwhile(&wait(short, &[]), Some(other), at), Meanwhile::Practise);
        assert_eq!(meanwhile(&wait(long, &[]), None, at), Meanwhile::Practise);
    }
}
