//! Mails about live sessions.

use super::{LiveSession, RegistrationState, Why, store::Participant};
use crate::{
    app::App,
    db::Connection,
    locale::{self, Language},
    mail::{self, Action, Letter},
    problem::Problem,
    t,
};
use chrono::{DateTime, Utc};

/// Writes to each of these people, in the caller's transaction.
pub async fn post(
    db: &mut Connection,
    to: &[Participant],
    at: DateTime<Utc>,
    letter: impl Fn(&Participant) -> Letter,
) -> Result<(), Problem> {
    if to.is_empty() {
        return Ok(());
    }
    let letters: Vec<Letter> = to.iter().map(letter).collect();
    let addressed: Vec<_> = to.iter().zip(&letters).map(|(one, letter)| (one.email.as_str(), letter)).collect();
    mail::store::post_all(db, &addressed, at).await
}

/// You have a seat: at once, or since one came free.
pub fn seated(app: &App, session: &LiveSession, to: &Participant) -> Letter {
    let language = to.language;
    let (title, when) = (session.title.as_str(), when(session, language));
    let told = t!(language, "mail-live-seated-text", title = title, when = when.as_str());
    let paragraphs = with_places(told, session, to, t!(language, "mail-live-withdraw"));
    letter(app, session, to, t!(language, "mail-live-seated-subject", title = title), paragraphs)
}

/// It is soon; with the link itself, so that nobody has to look for it then.
pub fn reminder(app: &App, session: &LiveSession, to: &Participant) -> Letter {
    let language = to.language;
    let (title, when) = (session.title.as_str(), when(session, language));
    let told = t!(language, "mail-live-reminder-text", title = title, when = when.as_str());
    let place = session.place.as_ref().map(|place| t!(language, "mail-live-place", place = place.as_str()));
    let link = session.link.as_ref().map(|link| t!(language, "mail-live-join", link = link.as_str()));
    let paragraphs =
        [Some(told), place, link, Some(t!(language, "mail-live-withdraw"))].into_iter().flatten().collect();
    letter(app, session, to, t!(language, "mail-live-reminder-subject", title = title), paragraphs)
}

/// It takes place at another time or somewhere else.
pub fn changed(app: &App, session: &LiveSession, to: &Participant) -> Letter {
    let language = to.language;
    let (title, when) = (session.title.as_str(), when(session, language));
    let told = t!(language, "mail-live-changed-text", title = title, when = when.as_str());
    let paragraphs = with_places(told, session, to, t!(language, "mail-live-changed-withdraw"));
    letter(app, session, to, t!(language, "mail-live-changed-subject", title = title), paragraphs)
}

/// It does not take place, and why.
pub fn cancelled(app: &App, session: &LiveSession, why: &Why, to: &Participant) -> Letter {
    let language = to.language;
    let (title, when) = (session.title.as_str(), when(session, language));
    let paragraphs = vec![
        t!(language, "mail-live-cancelled-text", title = title, when = when.as_str()),
        t!(language, "mail-live-cancelled-why", why = why.as_str()),
        t!(language, "mail-live-cancelled-others"),
    ];
    letter(app, session, to, t!(language, "mail-live-cancelled-subject", title = title), paragraphs)
}

/// Day and times, in words.
pub fn when(session: &LiveSession, language: Language) -> String {
    let day = |at| locale::date(language, locale::day(at));
    let (from, until) = (locale::time_of_day(session.starts_at), locale::time_of_day(session.ends_at));
    if locale::day(session.starts_at) == locale::day(session.ends_at) {
        t!(language, "live-when", day = day(session.starts_at), from = from, until = until)
    } else {
        format!("{} {from} – {} {until}", day(session.starts_at), day(session.ends_at))
    }
}

/// Where it is, a sentence each, between two others. Who waits is not told of the link: the page does not show it to them yet.
fn with_places(told: String, session: &LiveSession, to: &Participant, last: String) -> Vec<String> {
    let language = to.language;
    let place = session.place.as_ref().map(|place| t!(language, "mail-live-place", place = place.as_str()));
    let link = session.link.as_ref().filter(|_| to.state == RegistrationState::Seated);
    let link = link.map(|_| t!(language, "mail-live-link"));
    [Some(told), place, link, Some(last)].into_iter().flatten().collect()
}

fn letter(app: &App, session: &LiveSession, to: &Participant, subject: String, paragraphs: Vec<String>) -> Letter {
    let language = to.language;
    let address = app.address(&session.page());
    Letter {
        language,
        subject,
        greeting: t!(language, "mail-greeting", name = to.name.as_str()),
        paragraphs,
        also: Some(Action { label: t!(language, "live-calendar"), address: format!("{address}/calendar.ics") }),
        action: Some(Action { label: t!(language, "mail-live-action"), address }),
        closing: t!(language, "mail-closing"),
        stop: None,
    }
}
