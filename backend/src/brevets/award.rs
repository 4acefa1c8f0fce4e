//! The award: one statement writes the submission of a quiz and all that follows from it, or nothing. (Of a refresher: `renewing.rs`.)
//!
//! A submission is written only over the answers it marked (`revision`) and only once (`submitted_at IS NULL`). A pass adds the
//! mastery and merges into the learner's standing (what was proven first stays), whose row lock puts simultaneous passes in a
//! line; the standing that completes the level (`Complete`) inserts the brevet, of which the table allows one for each learner, level and
//! period; a brevet queues its sealing. Promises 1 and 2 rest on this statement.

use super::{number::BrevetNumber, renewal::last_day, renewing, store};
use crate::{
    app::App,
    attempts::{self, Attempt, State, Subject, Submission, taking::Bound},
    competencies::{Level, LevelRules},
    db::Connection,
    ids::{BrevetId, JobId},
    locale,
    problem::{Kind, Problem},
    schema::sql_types::Level as LevelSql,
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    QueryResult,
    pg::Pg,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    sql_types::{Array, Bool, Date, Double, Integer, Jsonb, Nullable, Text, Timestamptz, Uuid},
};
use diesel_async::{AsyncConnection, RunQueryDsl};

/// When the row `standing` completes its level: every competency is proven, the learner was at as many live sessions as the level
/// asks for, and a brevet of the level below is valid. The one rule of both statements that award: of a submission here, of an
/// attendance in `attending`.
pub(super) struct Complete {
    required: Vec<String>,
    live_sessions: i32,
    requires: Option<Level>,
    /// In Belgium.
    day: NaiveDate,
}

impl Complete {
    pub fn new(rules: &LevelRules, at: DateTime<Utc>) -> Self {
        Self {
            required: rules.quiz_codes(),
            live_sessions: rules.live_sessions,
            requires: rules.requires,
            day: locale::day(at),
        }
    }

    pub fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.walk_own(out.reborrow())?;
        out.push_sql(" AND (");
        out.push_bind_param::<Nullable<LevelSql>, _>(&self.requires)?;
        out.push_sql(" IS NULL OR EXISTS (SELECT FROM brevets AS held WHERE held.learner_id = standing.learner_id AND held.level = ");
        out.push_bind_param::<Nullable<LevelSql>, _>(&self.requires)?;
        out.push_sql(" AND coalesce(held.valid_until >= ");
        out.push_bind_param::<Date, _>(&self.day)?;
        out.push_sql(
            ", true)
                AND NOT EXISTS (SELECT FROM revocations AS r WHERE r.learner_id = held.learner_id AND r.brevet_id = held.id)
                AND NOT EXISTS (SELECT FROM replacements AS p WHERE p.learner_id = held.learner_id AND p.brevet_id = held.id)))",
        );
        Ok(())
    }

    /// What the level itself asks for: all there is to ask of one that stands on no other.
    fn walk_own<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("standing.mastered ?& ");
        out.push_bind_param::<Array<Text>, _>(&self.required)?;
        out.push_sql(" AND cardinality(standing.attended) >= ");
        out.push_bind_param::<Integer, _>(&self.live_sessions)
    }
}

/// `ABOVE`: of a level that stands on another. Most submissions are of the basic level and need not look for other brevets.
struct Submit<'a, const ABOVE: bool> {
    attempt: &'a Attempt,
    submission: &'a Submission,
    level: Level,
    complete: Complete,
    brevet: BrevetId,
    number: &'a str,
    valid_until: Option<NaiveDate>,
    job: JobId,
}

impl<const ABOVE: bool> QueryId for Submit<'_, ABOVE> {
    type QueryId = Submit<'static, ABOVE>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl<const ABOVE: bool> Query for Submit<'_, ABOVE> {
    type SqlType = (Bool, Nullable<Text>);
}

impl<C, const ABOVE: bool> diesel::RunQueryDsl<C> for Submit<'_, ABOVE> {}

impl<const ABOVE: bool> QueryFragment<Pg> for Submit<'_, ABOVE> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let (attempt, submission) = (self.attempt, self.submission);
        out.push_sql("WITH submitted AS (UPDATE attempts SET submitted_at = ");
        out.push_bind_param::<Timestamptz, _>(&submission.at)?;
        out.push_sql(", marks = ");
        out.push_bind_param::<Jsonb, _>(&submission.marks)?;
        out.push_sql(", score = ");
        out.push_bind_param::<Double, _>(&submission.score)?;
        out.push_sql(", passed = ");
        out.push_bind_param::<Bool, _>(&submission.passed)?;
        out.push_sql(" WHERE learner_id = ");
        out.push_bind_param::<Uuid, _>(&attempt.learner)?;
        out.push_sql(" AND id = ");
        out.push_bind_param::<Uuid, _>(&attempt.id)?;
        out.push_sql(" AND submitted_at IS NULL AND revision = ");
        out.push_bind_param::<Integer, _>(&attempt.revision)?;
        out.push_sql(
            " RETURNING learner_id, id, competency, edition_id, submitted_at, passed),
            mastered AS (INSERT INTO masteries (learner_id, competency, attempt_id, edition_id, earned_at)
                SELECT learner_id, competency, id, edition_id, submitted_at FROM submitted WHERE passed
                ON CONFLICT DO NOTHING),
            standing AS (INSERT INTO standings AS s (learner_id, level, mastered)
                SELECT learner_id, ",
        );
        out.push_bind_param::<LevelSql, _>(&self.level)?;
        out.push_sql(
            ", jsonb_build_object(competency, edition_id) FROM submitted WHERE passed
                ON CONFLICT (learner_id, level) DO UPDATE SET mastered = excluded.mastered || s.mastered
                RETURNING learner_id, level, mastered, attended),
            awarded AS (INSERT INTO brevets (learner_id, id, number, level, holder, language, grounds, awarded_at, valid_until)
                SELECT standing.learner_id, ",
        );
        out.push_bind_param::<Uuid, _>(&self.brevet)?;
        out.push_sql(", ");
        out.push_bind_param::<Text, _>(self.number)?;
        out.push_sql(", standing.level, accounts.name, accounts.language, standing.mastered, ");
        out.push_bind_param::<Timestamptz, _>(&submission.at)?;
        out.push_sql(", ");
        out.push_bind_param::<Nullable<Date>, _>(&self.valid_until)?;
        out.push_sql(" FROM standing JOIN accounts ON accounts.id = standing.learner_id WHERE ");
        match ABOVE {
            true => self.complete.walk_ast(out.reborrow())?,
            false => self.complete.walk_own(out.reborrow())?,
        }
        out.push_sql(
            " ON CONFLICT DO NOTHING RETURNING id, number, awarded_at),
            sealing AS (INSERT INTO jobs (id, kind, subject_id, created_at, due_at) SELECT ",
        );
        out.push_bind_param::<Uuid, _>(&self.job)?;
        out.push_sql(
            ", 'sealBrevet', id, awarded_at, awarded_at FROM awarded)
            SELECT EXISTS (SELECT FROM submitted), (SELECT number FROM awarded)",
        );
        Ok(())
    }
}

/// What a submission led to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Written; with the number of the brevet that it completed or renewed.
    Submitted { brevet: Option<String> },
    /// Not written: submitted before, or answered since it was read. Read it again.
    Overtaken,
}

/// How often an attempt is read again because answers to it kept arriving.
const PATIENCE: usize = 5;

/// Submits a learner's quiz or refresher, with what came of it now: None when it had been submitted before, which changes nothing.
pub async fn submit_attempt(
    app: &App,
    db: &mut Connection,
    Bound { mut attempt, paper }: Bound,
) -> Result<(Bound, Option<Outcome>), Problem> {
    let taught = app.course.taught();
    let level = match &attempt.subject {
        Subject::Quiz { competency, .. } => taught.curriculum.competency(competency).map(|found| found.level),
        Subject::Refresher { level, .. } => Some(*level),
    };
    let rules = level.and_then(|level| taught.curriculum.level(level));
    let rules =
        rules.ok_or_else(|| Problem::internal(anyhow::anyhow!("{:?} is not in the curriculum", attempt.subject)))?;
    for _ in 0..PATIENCE {
        if attempt.state != State::Open {
            return Ok((Bound { attempt, paper }, None));
        }
        let submission = attempt.mark(&paper, app.clock.now());
        let outcome = match &attempt.subject {
            Subject::Quiz { .. } => write(db, &attempt, &submission, rules).await?,
            Subject::Refresher { .. } => {
                renewing::write(db, &attempt, &paper, &submission, rules, &taught.curriculum).await?
            }
        };
        if let Outcome::Submitted { brevet } = &outcome {
            tracing::info!(attempt.id = %attempt.id, score = submission.score, passed = submission.passed, "attempt submitted");
            if brevet.is_some() {
                app.brevet_awarded.notify_one();
            }
            attempt.state = State::Submitted(submission);
            return Ok((Bound { attempt, paper }, Some(outcome)));
        }
        let again = attempts::store::attempt(db, attempt.learner, attempt.id).await?;
        attempt = again.ok_or(Kind::ResourceNotFound)?;
    }
    Err(Problem::retry_after(Kind::Busy, 1))
}

/// Writes the submission of a quiz and what follows from it. A level that stands on another is also completed by a renewal of
/// the brevet below (`renewing.rs`), which looks for who waits for it: one comes after the other, so that the later sees the earlier.
async fn write(
    db: &mut Connection,
    attempt: &Attempt,
    submission: &Submission,
    rules: &LevelRules,
) -> QueryResult<Outcome> {
    if rules.requires.is_none() {
        return submit::<false>(db, attempt, submission, rules).await;
    }
    db.transaction(async |db| {
        store::take_turns(db, attempt.learner).await?;
        submit::<true>(db, attempt, submission, rules).await
    })
    .await
}

async fn submit<const ABOVE: bool>(
    db: &mut Connection,
    attempt: &Attempt,
    submission: &Submission,
    rules: &LevelRules,
) -> QueryResult<Outcome> {
    let number = BrevetNumber::new();
    let statement = Submit::<ABOVE> {
        attempt,
        submission,
        level: rules.level,
        complete: Complete::new(rules, submission.at),
        brevet: BrevetId::new(),
        number: number.as_str(),
        valid_until: last_day(locale::day(submission.at), rules.validity_months),
        job: JobId::new(),
    };
    let (written, brevet): (bool, Option<String>) = statement.get_result(db).await?;
    Ok(if written { Outcome::Submitted { brevet } } else { Outcome::Overtaken })
}
