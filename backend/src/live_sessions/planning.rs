//! Planning: making, changing and cancelling a session. Who is registered is told by mail, in the same transaction.

use super::{LiveSession, MOST_SEATS, Plan, Why, joining, mails, store};
use crate::{
    app::App,
    db::Connection,
    identity::{self, Email, Role, Viewer},
    ids::{AccountId, LiveSessionId},
    input::Input,
    locale,
    problem::{Issue, Kind, Problem, Reason},
};
use chrono::{DateTime, Datelike, NaiveDateTime, SecondsFormat, Timelike, Utc};
use diesel_async::AsyncConnection;
use std::ops::RangeInclusive;

/// A moment as the API gives it (RFC 3339).
pub fn instant(text: &str) -> Result<DateTime<Utc>, Reason> {
    let read = DateTime::parse_from_rfc3339(text.trim()).map_err(|_| Reason::NotAMoment)?;
    to_the_minute(read.naive_utc()).map(|at| at.and_utc())
}

/// A date and a clock time in Belgium, as a form gives them, with a space where there is no field for both.
pub fn wall_time(text: &str) -> Result<DateTime<Utc>, Reason> {
    let text = text.trim().replace(' ', "T");
    let read = |form| NaiveDateTime::parse_from_str(&text, form);
    let read = read("%Y-%m-%dT%H:%M").or_else(|_| read("%Y-%m-%dT%H:%M:%S")).map_err(|_| Reason::NotAMoment)?;
    to_the_minute(read).map(locale::moment)
}

/// Without its seconds, so that the form of a change gives back what was planned by REST; in years that a calendar can show.
fn to_the_minute(at: NaiveDateTime) -> Result<NaiveDateTime, Reason> {
    let at = Some(at).filter(|at| YEARS.contains(&at.year()));
    at.and_then(|at| at.with_second(0)?.with_nanosecond(0)).ok_or(Reason::NotAMoment)
}

const YEARS: RangeInclusive<i32> = 2000..=2199;

/// Reads a plan and who gives the session: all complaints at once. `old` is the session that is changed: its trainer stays where
/// none is named, and its closing may be over. Of a new one the viewer is the trainer.
pub async fn read(
    db: &mut Connection,
    viewer: &Viewer,
    mut input: Input,
    moment: fn(&str) -> Result<DateTime<Utc>, Reason>,
    old: Option<&LiveSession>,
    at: DateTime<Utc>,
) -> Result<(Plan, AccountId), Problem> {
    let level = input.take("level", |text| text.parse().map_err(|()| Reason::NotOffered));
    let title = input.take("title", super::Line::parse);
    let language = input.take("language", |text| text.parse().map_err(|()| Reason::NotOffered));
    let starts_at = input.take("startsAt", |text| match moment(text)? {
        starts_at if starts_at <= at => Err(Reason::InThePast),
        starts_at => Ok(starts_at),
    });
    let ends_at = input.take("endsAt", |text| match moment(text)? {
        ends_at if starts_at.is_some_and(|starts_at| ends_at <= starts_at) => Err(Reason::TooEarly),
        ends_at => Ok(ends_at),
    });
    let stays = |closes_at| old.is_some_and(|old| old.closes_at == closes_at);
    let closes_at = input.take_optional("closesAt", |text| match moment(text)? {
        closes_at if starts_at.is_some_and(|starts_at| closes_at > starts_at) => Err(Reason::TooLate),
        closes_at if closes_at <= at && !stays(closes_at) => Err(Reason::InThePast),
        closes_at => Ok(closes_at),
    });
    let had_place = input.has_text("place") || input.has_text("link");
    let place = input.take_optional("place", super::Line::parse);
    let link = input.take_optional("link", super::Link::parse);
    if !had_place {
        input.complain("place", None, Reason::Missing);
    }
    let capacity = input.take_whole("capacity", 1, MOST_SEATS);
    let named = input.take_optional("trainer", Email::parse);
    let trainer = match named {
        None => old.and_then(|old| old.trainer.as_ref()).map_or(viewer.account, |(id, _)| *id),
        Some(email) => {
            let found = identity::store::account_by_email(db, email.as_str()).await?;
            let gives = |role| matches!(role, Role::Trainer | Role::Administrator);
            let may = |id| viewer.role == Role::Administrator || id == viewer.account;
            match found.filter(|found| gives(found.role) && may(found.id)) {
                Some(found) => found.id,
                None => {
                    input.complain("trainer", Some(email.as_str().into()), Reason::NotATrainer);
                    viewer.account
                }
            }
        }
    };
    input.finish()?;
    let plan = || {
        let starts_at = starts_at?;
        let closes_at = closes_at.unwrap_or(starts_at);
        Some(Plan {
            level: level?,
            title: title?,
            language: language?,
            starts_at,
            ends_at: ends_at?,
            place,
            link,
            capacity: capacity?,
            closes_at,
        })
    };
    Ok((plan().ok_or(Kind::BadRequest)?, trainer))
}

pub async fn plan(
    app: &App,
    db: &mut Connection,
    viewer: &Viewer,
    (plan, trainer): (Plan, AccountId),
) -> Result<LiveSession, Problem> {
    let id = LiveSessionId::new();
    store::add(db, id, &plan, trainer, viewer.account, app.clock.now()).await?;
    tracing::info!(live_session.id = %id, by = %viewer.account, "live session planned");
    Ok(store::session(db, id).await?.ok_or(Kind::ResourceNotFound)?)
}

/// Changes a session that has not begun; never to fewer seats than are taken, nor to a level that those who have one may not join.
/// Where there are more seats, who waits moves up.
pub async fn change(
    app: &App,
    db: &mut Connection,
    id: LiveSessionId,
    (plan, trainer): (Plan, AccountId),
) -> Result<LiveSession, Problem> {
    let at = app.clock.now();
    let session = db
        .transaction(async |db| -> Result<LiveSession, Problem> {
            let old = store::locked(db, id).await?.ok_or(Kind::ResourceNotFound)?;
            old.may_change(at)?;
            let fewer = (plan.capacity < old.taken).then(|| Issue::body("capacity", Reason::FewerThanTaken(old.taken)));
            let moved = (plan.level != old.level && old.taken + old.waiting > 0)
                .then(|| Issue::body("level", Reason::PeopleRegistered));
            let issues: Vec<Issue> = [fewer, moved].into_iter().flatten().collect();
            if !issues.is_empty() {
                return Err(Problem::input(issues));
            }
            store::change(db, id, &plan, trainer).await?;
            let (new, seated) = joining::move_up(app, db, id, at).await?;
            let facts = |one: &LiveSession| (one.starts_at, one.ends_at, one.place.clone(), one.link.clone());
            if facts(&old) != facts(&new) {
                let mut told = store::participants(db, new.id).await?;
                told.retain(|one| !seated.contains(&one.account)); // their letter tells all of it
                mails::post(db, &told, at, |to| mails::changed(app, &new, to)).await?;
            }
            Ok(new)
        })
        .await?;
    app.mail_posted.notify_one();
    Ok(session)
}

/// Cancels a session that has not begun. For good; cancelling it again for the same reason changes nothing.
pub async fn cancel(
    app: &App,
    db: &mut Connection,
    viewer: &Viewer,
    id: LiveSessionId,
    why: &Why,
) -> Result<LiveSession, Problem> {
    let at = app.clock.now();
    let session = db
        .transaction(async |db| -> Result<LiveSession, Problem> {
            let session = store::locked(db, id).await?.ok_or(Kind::ResourceNotFound)?;
            if session.cancellation.as_ref().is_some_and(|done| done.reason == why.as_str()) {
                return Ok(session);
            }
            session.may_change(at)?;
            store::cancel(db, id, why.as_str(), viewer.account, at).await?;
            let all = store::participants(db, session.id).await?;
            mails::post(db, &all, at, |to| mails::cancelled(app, &session, why, to)).await?;
            tracing::info!(live_session.id = %id, by = %viewer.account, "live session cancelled");
            Ok(store::session(db, id).await?.ok_or(Kind::ResourceNotFound)?)
        })
        .await?;
    app.mail_posted.notify_one();
    Ok(session)
}

/// A moment as the API gives it.
pub fn told(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
