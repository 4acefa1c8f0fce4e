//! Reminders: mails to learners whose brevet ends, each written once, whichever process comes first.

use super::{
    mails,
    renewal::{self, Occasion},
};
use crate::{
    app::App,
    competencies::Level,
    db::Connection,
    identity::{self, Secret, store::AccountChange},
    ids::AccountId,
    locale::{self, Language},
    mail,
    problem::{Kind, Problem},
    schema::reminders,
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    ExpressionMethods, Insertable, OptionalExtension, QueryDsl, QueryResult, QueryableByName,
    sql_types::{BigInt, Date, Integer, Text, Uuid},
};
use diesel_async::{AsyncConnection, RunQueryDsl};

/// How many are written in one transaction.
const BATCH: i64 = 100;

/// A brevet that ends, and whom to tell.
#[derive(QueryableByName, Clone, Debug)]
pub struct Ending {
    #[diesel(sql_type = Uuid)]
    learner_id: AccountId,
    #[diesel(sql_type = Integer)]
    period: i32,
    #[diesel(sql_type = Text)]
    pub number: String,
    #[diesel(sql_type = Date)]
    pub valid_until: NaiveDate,
    #[diesel(sql_type = Text)]
    email: String,
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = crate::schema::sql_types::Language)]
    pub language: Language,
}

#[derive(Insertable)]
#[diesel(table_name = reminders)]
struct NewReminder {
    learner_id: AccountId,
    level: Level,
    period: i32,
    days_before: i32,
    token_hash: Vec<u8>,
    written_at: DateTime<Utc>,
}

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
        take_turns(db).await?;
        let ending = due(db, level, occasion).await?;
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
        diesel::insert_into(reminders::table).values(rows).execute(db).await?;
        let letter =
            |(ending, secret): (_, &Secret)| mails::reminder(app, level, ending, occasion.opens, secret.as_str());
        let letters: Vec<_> = ending.iter().zip(&secrets).map(letter).collect();
        let addressed: Vec<_> = ending.iter().map(|ending| ending.email.as_str()).zip(&letters).collect();
        mail::store::post_all(db, &addressed, at).await?;
        Ok(ending.len())
    })
    .await
}

/// Lets the processes that write reminders take turns, until the end of the caller's transaction.
async fn take_turns(db: &mut Connection) -> QueryResult<()> {
    diesel::sql_query("SELECT pg_advisory_xact_lock(hashtextextended('reminders', 0))").execute(db).await?;
    Ok(())
}

/// Those to remind on an occasion: of brevets that nothing came after and nobody took back, of people who want it.
async fn due(db: &mut Connection, level: Level, occasion: &Occasion) -> QueryResult<Vec<Ending>> {
    // diesel cannot compare rows, (period, issue), nor a table with itself inside NOT EXISTS.
    diesel::sql_query(
        "SELECT b.learner_id, b.period, b.number, b.valid_until, a.email, a.name, a.language
         FROM brevets AS b JOIN accounts AS a ON a.id = b.learner_id
         WHERE a.reminders AND b.level = $1 AND b.valid_until BETWEEN $2 AND $3
           AND NOT EXISTS (SELECT FROM revocations AS r WHERE r.learner_id = b.learner_id AND r.brevet_id = b.id)
           AND NOT EXISTS (SELECT FROM brevets AS later WHERE later.learner_id = b.learner_id AND later.level = b.level
                AND (later.period, later.issue) > (b.period, b.issue))
           AND NOT EXISTS (SELECT FROM reminders AS m WHERE m.learner_id = b.learner_id AND m.level = b.level
                AND m.period = b.period AND m.days_before = $4)
         ORDER BY b.valid_until, b.id LIMIT $5",
    )
    .bind::<crate::schema::sql_types::Level, _>(level)
    .bind::<Date, _>(*occasion.last_days.start())
    .bind::<Date, _>(*occasion.last_days.end())
    .bind::<Integer, _>(i32::from(occasion.days_before))
    .bind::<BigInt, _>(BATCH)
    .load(db)
    .await
}

/// Whose reminder carries this secret, as the link in it does.
pub async fn reminded(db: &mut Connection, secret: &str) -> Result<AccountId, Problem> {
    let secret = Secret::parse(secret).ok_or(Kind::LinkExpired)?;
    let found = reminders::table.filter(reminders::token_hash.eq(secret.hash().to_vec())).select(reminders::learner_id);
    found.first(db).await.optional()?.ok_or(Kind::LinkExpired.into())
}

/// Writes no more reminders to the person whose reminder carries this secret. Twice is as once.
pub async fn stop(db: &mut Connection, secret: &str) -> Result<(), Problem> {
    let learner = reminded(db, secret).await?;
    let change = AccountChange { reminders: Some(false), ..AccountChange::default() };
    identity::store::change_account(db, learner, &change).await?;
    tracing::info!(account.id = %learner, "a person wants no more reminders");
    Ok(())
}
