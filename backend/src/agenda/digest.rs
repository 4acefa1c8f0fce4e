//! Digests: a mail once a week to who has begun a level and not finished it. It says what is next and asks nothing; it stops with
//! the brevet, with one click, and by itself when somebody stays away.

use super::digest_store::{self, Begun, Due, NewDigest};
use crate::{
    app::App,
    attempts::{self, learning::Learning, next::Next, waiting},
    brevets::{
        self,
        renewal::Record,
        renewal_words,
        state::{BrevetState, state},
    },
    db::Connection,
    identity::{self, Secret, store::AccountChange},
    ids::AccountId,
    live_sessions::{self, LiveSession},
    locale,
    mail::{self, Action, Letter},
    modules::{edition::Taught, pace},
    placement,
    practice::{
        cards::{self, Ahead, Shown},
        deck,
    },
    problem::{Kind, Problem},
    t,
};
use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, Utc};
use diesel::QueryResult;
use diesel_async::AsyncConnection;
use std::collections::HashMap;

/// How many are written in one transaction: of each learner all that was marked is read.
const BATCH: i64 = 25;
/// Between two digests lies a week, less the minutes that a look may come sooner than the one of a week ago.
const BETWEEN: Duration = Duration::minutes(7 * 24 * 60 - 10);
/// Who has not been here for four weeks gets none until the next visit.
pub const PATIENCE: Duration = Duration::weeks(4);
/// The first one comes a week after the first step.
const FIRST: Duration = Duration::weeks(1);
/// Nobody is written to before or after these times of the day, in Belgium.
const EARLIEST: &str = "06:00";
const LATEST: &str = "21:00";

/// The Monday of the week in which a day lies.
pub fn week(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into())).unwrap_or(day)
}

/// Puts into the outbox every digest that is due and not written yet. Gives how many.
pub async fn write_due(app: &App, db: &mut Connection) -> Result<usize, Problem> {
    let at = app.clock.now();
    if !(EARLIEST..LATEST).contains(&locale::time_of_day(at).as_str()) {
        return Ok(0);
    }
    let due = Due {
        week: week(locale::day(at)),
        last_before: at - BETWEEN,
        visited_since: at - PATIENCE,
        begun_before: at - FIRST,
    };
    let (mut written, mut after) = (0, None);
    loop {
        let (looked_at, count) = write_batch(app, db, due, after, at).await?;
        written += count;
        after = looked_at.last().map(|begun| begun.learner_id);
        if looked_at.len() < BATCH as usize {
            break;
        }
    }
    if written > 0 {
        app.mail_posted.notify_one();
    }
    Ok(written)
}

/// Whom it looked at, and how many digests it wrote to them.
async fn write_batch(
    app: &App,
    db: &mut Connection,
    due: Due,
    after: Option<AccountId>,
    at: DateTime<Utc>,
) -> Result<(Vec<Begun>, usize), Problem> {
    db.transaction(async |db| {
        digest_store::take_turns(db).await?;
        let begun = digest_store::due(db, due, after, BATCH).await?;
        let mut standings = standings(app, db, &begun, at).await?;
        let mut rows = Vec::new();
        let mut letters = Vec::new();
        for one in &begun {
            let standing = standings.remove(&one.learner_id).unwrap_or_default();
            let secret = Secret::new();
            let Some(letter) = letter(app, one, &standing, secret.as_str()) else { continue };
            rows.push(NewDigest {
                learner_id: one.learner_id,
                week: due.week,
                level: one.level,
                token_hash: secret.hash().to_vec(),
                written_at: at,
            });
            letters.push((one.email.as_str(), letter));
        }
        digest_store::add(db, &rows).await?;
        let addressed: Vec<(&str, &Letter)> = letters.iter().map(|(email, letter)| (*email, letter)).collect();
        mail::store::post_all(db, &addressed, at).await?;
        let written = letters.len();
        Ok((begun, written))
    })
    .await
}

/// What a digest tells of.
#[derive(Default)]
struct Standing {
    learning: Learning,
    deck: Vec<Shown>,
    brevets: Vec<brevets::Brevet>,
    /// The first live session that is coming and for which the learner has a seat.
    session: Option<LiveSession>,
}

/// Where these learners stand, by a few queries for all of them.
async fn standings(
    app: &App,
    db: &mut Connection,
    begun: &[Begun],
    at: DateTime<Utc>,
) -> QueryResult<HashMap<AccountId, Standing>> {
    let ids: Vec<AccountId> = begun.iter().map(|one| one.learner_id).collect();
    let mut standings: HashMap<AccountId, Standing> = HashMap::new();
    for (learner, competency) in digest_store::masteries(db, &ids).await? {
        standings.entry(learner).or_default().learning.mastered.insert(competency);
    }
    for (learner, competency, lesson) in digest_store::readings(db, &ids).await? {
        standings.entry(learner).or_default().learning.read.insert((competency, lesson));
    }
    for (learner, competency, attempt) in digest_store::open_attempts(db, &ids).await? {
        standings.entry(learner).or_default().learning.open.insert(competency, attempt);
    }
    for (learner, proven) in placement::store::proven_of_all(db, &ids).await? {
        let standing = standings.entry(learner).or_default();
        standing.learning = std::mem::take(&mut standing.learning).skipping(proven);
    }
    for (learner, level, count) in attempts::store::attended_of_all(db, &ids).await? {
        standings.entry(learner).or_default().learning.attended.insert(level, count);
    }
    for (learner, waits) in waiting::waits_of_all(app, db, &ids).await? {
        standings.entry(learner).or_default().learning.waits = waits;
    }
    for (learner, seat) in live_sessions::store::seats_of_all(db, &ids, at).await? {
        standings.entry(learner).or_default().learning.seats.push(seat);
    }
    for (learner, deck) in deck::decks(app, db, &ids).await? {
        standings.entry(learner).or_default().deck = deck;
    }
    for (learner, session) in live_sessions::store::next_of_all(db, &ids, at).await? {
        standings.entry(learner).or_default().session = Some(session);
    }
    for brevet in brevets::store::brevets_of_all(db, &ids).await? {
        let standing = standings.entry(brevet.learner).or_default();
        if state(&brevet.fate, brevet.valid_until, locale::day(at)) == BrevetState::Valid {
            standing.learning.held.insert(brevet.level);
        }
        standing.brevets.push(brevet);
    }
    Ok(standings)
}

/// None when there is nothing to do next in the level: it is locked, or all of it is proven, and there is a seat in the live
/// session that it asks for.
fn letter(app: &App, begun: &Begun, standing: &Standing, secret: &str) -> Option<Letter> {
    let (taught, language) = (app.course.taught(), begun.language);
    let next = standing.learning.next(&taught, begun.level, app.clock.now());
    if matches!(next, Next::Seat { .. } | Next::Brevet | Next::Locked(_) | Next::Nothing) {
        return None;
    }
    let next = next.words(&taught, language, None);
    let stop = Action {
        label: t!(language, "mail-digest-stop"),
        address: app.address(&format!("/digests/{secret}?lang={language}")),
    };
    Some(Letter {
        language,
        subject: t!(language, "mail-digest-subject"),
        greeting: t!(language, "mail-greeting", name = begun.name.as_str()),
        paragraphs: paragraphs(app, &taught, begun, standing, next.sentence),
        action: next.link.map(|path| Action { label: next.button, address: app.address(&path) }),
        also: None,
        closing: t!(language, "mail-closing"),
        stop: Some(stop),
    })
}

fn paragraphs(app: &App, taught: &Taught, begun: &Begun, standing: &Standing, next: String) -> Vec<String> {
    let (language, learning) = (begun.language, &standing.learning);
    let (proven, total) = learning.progress(taught, begun.level);
    let level = taught.curriculum.level(begun.level).map(|rules| rules.names.get(language)).unwrap_or_default();
    let mut paragraphs = vec![
        t!(language, "mail-digest-progress", level = level, proven = proven, total = total),
        t!(language, "mail-digest-next", next = next),
    ];
    let minutes = learning.level_left(taught, begun.level);
    if minutes > 0.0 {
        paragraphs.push(t!(language, "time-left-level", time = pace::about(minutes, language)));
    }
    if let Some(session) = &standing.session {
        let when = live_sessions::mails::when(session, language);
        paragraphs.push(t!(language, "mail-digest-live", title = session.title.as_str(), when = when));
    }
    let ahead = cards::ahead(&standing.deck, locale::day(app.clock.now()));
    if let Ahead::Today(_) = ahead {
        paragraphs.push(ahead.words(language));
    }
    let proven = learning.mastered.iter().map(|code| (code.clone(), String::new())).collect();
    let record = Record { brevets: standing.brevets.clone(), proven, attended: learning.attended.clone() };
    let notices = renewal_words::notices(app, &record, language).into_iter().filter(|notice| notice.link.is_some());
    paragraphs.extend(notices.map(|one| format!("{}: {} {}", one.level, one.valid_until, one.sentence)));
    paragraphs.push(t!(language, "mail-digest-calm"));
    paragraphs
}

/// Whose digest carries this secret, as the link in it does.
pub async fn written_to(db: &mut Connection, secret: &str) -> Result<AccountId, Problem> {
    let secret = Secret::parse(secret).ok_or(Kind::LinkExpired)?;
    digest_store::learner_of(db, &secret.hash()).await?.ok_or(Kind::LinkExpired.into())
}

/// Writes no more digests to the person whose digest carries this secret. Twice is as once.
pub async fn stop(db: &mut Connection, secret: &str) -> Result<(), Problem> {
    let learner = written_to(db, secret).await?;
    let change = AccountChange { digests: Some(false), ..AccountChange::default() };
    identity::store::change_account(db, learner, &change).await?;
    tracing::info!(account.id = %learner, "a person wants no more digests");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_on_monday() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (any, monday) in [("2026-11-23", "2026-11-23"), ("2026-11-29", "2026-11-23"), ("2027-01-01", "2026-12-28")]
        {
            assert_eq!(week(day(any)), day(monday));
        }
    }
}
