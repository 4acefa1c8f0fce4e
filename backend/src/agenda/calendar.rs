//! The agenda as a file for calendar programs (iCalendar, RFC 5545): whole days that block nothing and ring no bell, and live
//! sessions at their hours.

use super::{Entry, What};
use crate::{
    app::App,
    ids::AccountId,
    live_sessions,
    locale::{self, Language},
    t,
};
use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{Component, Event, EventLike, Property};

/// What of the agenda has a day of its own: a quiz that waits has none.
pub fn file(app: &App, learner: AccountId, entries: &[Entry], language: Language, at: DateTime<Utc>) -> String {
    let taught = app.course.taught();
    let mut calendar = live_sessions::calendar::blank();
    calendar.name(&t!(language, "agenda-calendar-name"));
    for Entry { day, what } in entries {
        if let What::LiveSession { session, registration } = what {
            calendar.push(live_sessions::calendar::event(app, session, Some(registration), false, language, at));
        }
        let Some(name) = name(what, *day, locale::day(at)) else { continue };
        let address = app.address(&what.address());
        calendar.push(
            Event::new()
                .uid(&format!("{name}-{learner}@connectoo"))
                .timestamp(at)
                .all_day(*day)
                .summary(&what.words(&taught, language))
                .description(&address)
                .url(&address)
                .append_property(Property::new("TRANSP", "TRANSPARENT").done())
                .done(),
        );
    }
    calendar.to_string()
}

/// Whether an entry stands in the file.
pub fn has_day(what: &What) -> bool {
    !matches!(what, What::OpenQuiz { .. })
}

/// What names a whole day among those of a learner, so that a program that reads the file again changes it and adds none.
fn name(what: &What, day: NaiveDate, today: NaiveDate) -> Option<String> {
    Some(match what {
        What::OpenQuiz { .. } | What::LiveSession { .. } => return None,
        What::Practice { .. } if day == today => "practice-due".to_owned(), // until it is done
        What::Practice { .. } => format!("practice-{day}"),
        What::RenewalOpens { number, .. } => format!("renewal-{number}"),
        What::BrevetEnds { number, .. } => format!("end-{number}"),
    })
}
