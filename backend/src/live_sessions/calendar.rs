//! A session as a file for calendar programs (iCalendar, RFC 5545). Its name and its revision in the file let a program that reads
//! a newer file change the entry, or strike it out when the session is cancelled.

use super::{LiveSession, Registration, RegistrationState};
use crate::{app::App, locale::Language, t};
use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};

/// A calendar of ours, still empty. What the library calls a new one names the library as its maker, and there can be one only.
pub fn blank() -> Calendar {
    let mut calendar = Calendar::empty();
    for (name, value) in [("VERSION", "2.0"), ("PRODID", "-//Connectoo//Connectoo//EN"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(name, value));
    }
    calendar
}

/// The entry of a session, for somebody who is registered or not. `runs`: whether the person gives it. It blocks the time of who
/// takes part; the link stands in it for them alone.
pub fn event(
    app: &App,
    session: &LiveSession,
    registration: Option<&Registration>,
    runs: bool,
    language: Language,
    at: DateTime<Utc>,
) -> Event {
    let takes_part = runs || registration.is_some_and(|one| one.state == RegistrationState::Seated);
    let (status, shown_as) = match takes_part {
        _ if session.cancellation.is_some() => (EventStatus::Cancelled, "TRANSPARENT"),
        true => (EventStatus::Confirmed, "OPAQUE"),
        false => (EventStatus::Tentative, "TRANSPARENT"),
    };
    let address = app.address(&session.page());
    let link = session.link_for(registration, runs).map(|link| t!(language, "mail-live-join", link = link));
    let told: Vec<String> = link.into_iter().chain([address.clone()]).collect();
    Event::new()
        .uid(&format!("live-session-{}@connectoo", session.id))
        .timestamp(at)
        .sequence(session.changes())
        .starts(session.starts_at)
        .ends(session.ends_at)
        .summary(&session.title)
        .location(&session.place.clone().unwrap_or_else(|| t!(language, "live-online")))
        .description(&told.join("\n"))
        .url(&address)
        .status(status)
        .append_property(Property::new("TRANSP", shown_as).done())
        .done()
}
