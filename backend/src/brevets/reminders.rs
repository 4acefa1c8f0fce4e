//! Reminders: mails to learners whose brevet ends, each written once, whichever process comes first.

use super::{
    mails,
    reminder_store::{self, NewReminder},
    renewal::{self, Occasion},
};
use crate::{
    app::App,
    competencies::Level,
    db::Connection,
    identity::{self, Secret, store::AccountChange},
    ids::AccountId,
    locale, mail,
    problem::{Kind, Problem},
};
use chrono::{DateTime, Utc};
use diesel_async::AsyncConnection;

/// How many are written in one transaction.
const BATCH: i64 = 100;

/// Puts into the outbox every reminder that is due and not written yet. Gives how many.
pub async fn write_due(app: &App, db: &mut Connection) -> Result<usize, Problem> {
    let (taught, at) = (app.course.taught(), app.clock.now());
    let mut written = 0;
    for rules in &taught.curriculum.0 {
        let Some(renewal) = &rules.renewal else { continue };
        for occasion in renewal::occasions(renewal, locale::day(at)) {
            loop {
                let batch = write_batch(app, db, rules.level, &occasion, at).await?;
                written += batch;
                if batch < BATCH as usize {
                    break;
                }
            }
        }
    }
    if written > 0 {
        app.mail_posted.notify_one();
    }
    Ok(written)
}

async fn write_batch(
    app: &App,
    db: &mut Connection,
    level: Level,
    occasion: &Occasion,
    at: DateTime<Utc>,
) -> Result<usize, Problem> {
    db.transaction(async |db| {
        reminder_store::take_turns(db).await?;
        let ending = reminder_store::due(db, level, occasion, BATCH).await?;
        let secrets: Vec<Secret> = ending.iter().map(|_| Secret::new()).collect();
        let rows: Vec<NewReminder> = ending
            .iter()
            .zip(&secrets)
            .map(|(ending, secret)| NewReminder {
                learner_id: ending.learner_id,
                level,
                period: ending.period,
                days_before: occasion.days_before.into(),
                token_hash: secret.hash().to_vec(),
                written_at: at,
            })
            .collect();
        reminder_store::add(db, &rows).await?;
        let letter =
            |(ending, secret): (_, &Secret)| mails::reminder(app, level, ending, occasion.opens, secret.as_str());
        let letters: Vec<_> = ending.iter().zip(&secrets).map(letter).collect();
        let addressed: Vec<_> = ending.iter().map(|ending| ending.email.as_str()).zip(&letters).collect();
        mail::store::post_all(db, &addressed, at).await?;
        Ok(ending.len())
    })
    .await
}

/// Whose reminder carries this secret, as the link in it does.
pub async fn reminded(db: &mut Connection, secret: &str) -> Result<AccountId, Problem> {
    let secret = Secret::parse(secret).ok_or(Kind::LinkExpired)?;
    reminder_store::learner_of(db, &secret.hash()).await?.ok_or(Kind::LinkExpired.into())
}

/// Writes no more reminders to the person whose reminder carries this secret. Twice is as once.
pub async fn stop(db: &mut Connection, secret: &str) -> Result<(), Problem> {
    let learner = reminded(db, secret).await?;
    let change = AccountChange { reminders: Some(false), ..AccountChange::default() };
    identity::store::change_account(db, learner, &change).await?;
    tracing::info!(account.id = %learner, "a person wants no more reminders");
    Ok(())
}
