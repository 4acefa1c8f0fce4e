//! Reminders: a mail on the day before a session to who has a seat since before that day. Written under the lock of the session,
//! as everything is that happens to one: so it comes once, whichever process looks first, and never after a cancellation.

use super::{mails, reminder_store, store};
use crate::{app::App, db::Connection, ids::LiveSessionId, locale, problem::Problem};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use diesel_async::AsyncConnection;

/// Nobody is written to before this time of the day, in Belgium.
const EARLIEST: &str = "06:00";

/// A day of sessions, and who is to be reminded of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Occasion {
    /// In Belgium.
    pub day: NaiveDate,
    pub from: DateTime<Utc>,
    /// The first moment of the next day.
    pub until: DateTime<Utc>,
    /// Who got the seat later was told of the session then.
    pub seated_before: DateTime<Utc>,
}

/// Puts into the outbox every reminder that is due and not written yet. Gives how many.
pub async fn write_due(app: &App, db: &mut Connection) -> Result<usize, Problem> {
    let at = app.clock.now();
    if locale::time_of_day(at).as_str() < EARLIEST {
        return Ok(0);
    }
    let mut written = 0;
    for occasion in occasions(locale::day(at)) {
        for id in reminder_store::of_day(db, &occasion, at).await? {
            written += write_of(app, db, id, &occasion, at).await?;
        }
    }
    if written > 0 {
        app.mail_posted.notify_one();
    }
    Ok(written)
}

async fn write_of(
    app: &App,
    db: &mut Connection,
    id: LiveSessionId,
    occasion: &Occasion,
    at: DateTime<Utc>,
) -> Result<usize, Problem> {
    db.transaction(async |db| {
        // It may have been moved or cancelled, or another process may have written, before the lock was ours.
        let session = store::locked(db, id).await?;
        let is_due = |start| (occasion.from..occasion.until).contains(&start);
        let Some(session) = session.filter(|one| is_due(one.starts_at) && one.may_change(at).is_ok()) else {
            return Ok(0);
        };
        let to = reminder_store::to_remind(db, id, occasion).await?;
        if to.is_empty() {
            return Ok(0);
        }
        reminder_store::add(db, id, occasion.day, &to, at).await?;
        mails::post(db, &to, at, |one| mails::reminder(app, &session, one)).await?;
        Ok(to.len())
    })
    .await
}

/// Tomorrow's sessions; and today's, should no process have lived yesterday.
fn occasions(today: NaiveDate) -> [Occasion; 2] {
    let midnight = |day: NaiveDate| locale::moment(day.and_time(NaiveTime::MIN));
    [1, 0].map(|ahead| {
        let day = today + Days::new(ahead);
        let day_before = day - Days::new(1);
        Occasion { day, from: midnight(day), until: midnight(day + Days::new(1)), seated_before: midnight(day_before) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_one_in_belgium_also_when_it_has_23_hours() {
        let [tomorrow, today] = occasions("2027-03-27".parse().unwrap());
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        assert_eq!(tomorrow.day, "2027-03-28".parse().unwrap());
        assert_eq!((tomorrow.from, tomorrow.until), (at("2027-03-27T23:00:00Z"), at("2027-03-28T22:00:00Z")));
        assert_eq!(tomorrow.seated_before, at("2027-03-26T23:00:00Z"));
        assert_eq!((today.until, today.seated_before), (tomorrow.from, at("2027-03-25T23:00:00Z")));
    }
}
