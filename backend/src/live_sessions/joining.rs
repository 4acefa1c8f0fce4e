//! Registering and withdrawing. Under the lock of the session everybody joins the end of the line, and the head of the line gets
//! what seats are free: so no seat is given twice, none stays empty while somebody waits, and with each seat goes one mail.

use super::{LiveSession, Registration, mails, store};
use crate::{
    app::App,
    competencies::Level,
    db::Connection,
    ids::{AccountId, LiveSessionId},
    problem::{Kind, Problem},
};
use chrono::{DateTime, Utc};
use diesel_async::AsyncConnection;
use std::collections::BTreeMap;

/// Gives a seat, or a place in line where all are taken; `true` when it was given now. Asking twice is as asking once.
/// `lacking`: the levels whose required brevet the person does not hold; that of the session may change until it is locked.
pub async fn register(
    app: &App,
    db: &mut Connection,
    id: LiveSessionId,
    learner: AccountId,
    lacking: &BTreeMap<Level, Level>,
) -> Result<(LiveSession, Registration, bool), Problem> {
    let at = app.clock.now();
    let done = db
        .transaction(async |db| -> Result<_, Problem> {
            let session = store::locked(db, id).await?.ok_or(Kind::ResourceNotFound)?;
            if let Some(registration) = store::registration(db, id, learner).await? {
                return Ok((session, registration, false));
            }
            session.may_join(at)?;
            if lacking.contains_key(&session.level) {
                return Err(Kind::LevelLocked.into());
            }
            store::line_up(db, id, learner, at).await?;
            let (session, _) = move_up(app, db, id, at).await?;
            let registration = store::registration(db, id, learner).await?.ok_or(Kind::ResourceNotFound)?;
            tracing::info!(live_session.id = %id, state = registration.state.word(), "registered for a live session");
            Ok((session, registration, true))
        })
        .await?;
    app.mail_posted.notify_one();
    Ok(done)
}

/// Gives the seat, or the place in line, back. Who is not registered stays so.
pub async fn withdraw(app: &App, db: &mut Connection, id: LiveSessionId, learner: AccountId) -> Result<(), Problem> {
    let at = app.clock.now();
    db.transaction(async |db| -> Result<(), Problem> {
        let session = store::locked(db, id).await?.ok_or(Kind::ResourceNotFound)?;
        if store::registration(db, id, learner).await?.is_none() {
            return Ok(());
        }
        session.may_change(at)?;
        store::withdraw(db, id, learner).await?;
        move_up(app, db, id, at).await?;
        tracing::info!(live_session.id = %id, "withdrew from a live session");
        Ok(())
    })
    .await?;
    app.mail_posted.notify_one();
    Ok(())
}

/// Gives the free seats to the head of the line, until registration closes, and writes to who got one. In the transaction that has
/// locked the session; gives it as it is then, and who moved up.
pub async fn move_up(
    app: &App,
    db: &mut Connection,
    id: LiveSessionId,
    at: DateTime<Utc>,
) -> Result<(LiveSession, Vec<AccountId>), Problem> {
    let session = store::session(db, id).await?.ok_or(Kind::ResourceNotFound)?;
    if session.free() == 0 || session.may_register(at).is_err() {
        return Ok((session, Vec::new()));
    }
    let moved = store::seat_next(db, id, session.free(), at).await?;
    if moved.is_empty() {
        return Ok((session, moved));
    }
    let mut told = store::participants(db, id).await?;
    told.retain(|one| moved.contains(&one.account));
    mails::post(db, &told, at, |to| mails::seated(app, &session, to)).await?;
    Ok((store::session(db, id).await?.ok_or(Kind::ResourceNotFound)?, moved))
}
