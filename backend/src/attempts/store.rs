//! Attempts, readings and masteries in the database.

use super::{
    Answers, Attempt, Draw, Marks, SavedAnswer, State, Subject, Submission,
    retakes::Outcome,
    time_limit::{GRACE, TimeLimit},
};
use crate::{
    competencies::Level,
    db::Connection,
    identity::{self, Credential, store::LivingSession},
    ids::{AccountId, AttemptId, EditionId},
    locale::Language,
    quizzes::QuestionId,
    schema::{accounts, attempts, masteries, readings, sessions, standings},
};
use chrono::{DateTime, Duration, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, HasQuery, Insertable, JoinOnDsl, NullableExpressionMethods,
    OptionalExtension, PgExpressionMethods, PgJsonbExpressionMethods, QueryDsl, QueryResult, SelectableHelper,
    pg::Pg,
    query_builder::{AstPass, QueryFragment, QueryId},
    sql_types,
};
use diesel_async::RunQueryDsl;

#[derive(HasQuery)]
#[diesel(table_name = attempts)]
struct AttemptRow {
    learner_id: AccountId,
    id: AttemptId,
    competency: Option<String>,
    edition_id: Option<EditionId>,
    refreshes: Option<Level>,
    edition_ids: Option<Vec<EditionId>>,
    language: Language,
    drawn: Draw,
    pass_mark: i32,
    started_at: DateTime<Utc>,
    answers: Answers,
    revision: i32,
    submitted_at: Option<DateTime<Utc>>,
    marks: Option<Marks>,
    score: Option<f64>,
    passed: Option<bool>,
    ends_at: Option<DateTime<Utc>>,
    paused_at: Option<DateTime<Utc>>,
    break_seconds: i32,
}

impl TryFrom<AttemptRow> for Attempt {
    type Error = diesel::result::Error;

    fn try_from(row: AttemptRow) -> QueryResult<Self> {
        let state = match (row.submitted_at, row.marks, row.score, row.passed) {
            (Some(at), Some(marks), Some(score), Some(passed)) => {
                State::Submitted(Submission { at, marks, score, passed })
            }
            _ => State::Open, // the table's CHECK allows all four or none
        };
        let subject = match (row.competency, row.edition_id, row.refreshes, row.edition_ids) {
            (Some(competency), Some(edition), None, None) => Subject::Quiz { competency, edition },
            (None, None, Some(level), Some(editions)) => Subject::Refresher { level, editions },
            _ => {
                let text = format!("attempt {} is neither a quiz nor a refresher", row.id);
                return Err(Self::Error::DeserializationError(text.into()));
            }
        };
        Ok(Self {
            id: row.id,
            learner: row.learner_id,
            subject,
            language: row.language,
            draw: row.drawn,
            pass_mark: row.pass_mark,
            started_at: row.started_at,
            answers: row.answers,
            revision: row.revision,
            time: row.ends_at.map(|ends_at| TimeLimit {
                ends_at,
                paused_at: row.paused_at,
                break_left: Duration::seconds(i64::from(row.break_seconds)),
            }),
            state,
        })
    }
}

fn one(row: Option<AttemptRow>) -> QueryResult<Option<Attempt>> {
    row.map(Attempt::try_from).transpose()
}

fn all(rows: Vec<AttemptRow>) -> QueryResult<Vec<Attempt>> {
    rows.into_iter().map(Attempt::try_from).collect()
}

/// An attempt of this learner; somebody else's does not exist.
pub async fn attempt(db: &mut Connection, learner: AccountId, id: AttemptId) -> QueryResult<Option<Attempt>> {
    let row = AttemptRow::query().filter(attempts::learner_id.eq(learner)).filter(attempts::id.eq(id)).first(db).await;
    one(row.optional()?)
}

/// The session of a credential together with the holder's attempt of this id; without an id there is none.
pub async fn own_attempt(
    db: &mut Connection,
    credential: &Credential,
    id: Option<AttemptId>,
    at: DateTime<Utc>,
) -> QueryResult<Option<(LivingSession, Option<Attempt>)>> {
    let theirs = attempts::learner_id.eq(accounts::id).and(attempts::id.nullable().eq(id));
    let both = sessions::table
        .inner_join(accounts::table)
        .left_join(attempts::table.on(theirs))
        .select((LivingSession::as_select(), Option::<AttemptRow>::as_select()));
    let found: Option<(LivingSession, Option<AttemptRow>)> = match credential {
        Credential::Token(session) => {
            both.filter(identity::store::of_token(*session, at)).first(db).await.optional()?
        }
        Credential::Cookie(hash) => both.filter(identity::store::of_cookie(hash, at)).first(db).await.optional()?,
    };
    found.map(|(session, row)| Ok((session, one(row)?))).transpose()
}

/// The learner's newest attempt at the same quiz or refresher, whatever the editions.
pub async fn last(db: &mut Connection, learner: AccountId, subject: &Subject) -> QueryResult<Option<Attempt>> {
    match subject {
        Subject::Quiz { competency, .. } => last_attempt(db, learner, competency).await,
        Subject::Refresher { level, .. } => Ok(refreshers(db, learner, *level, 1).await?.pop()),
    }
}

async fn last_attempt(db: &mut Connection, learner: AccountId, competency: &str) -> QueryResult<Option<Attempt>> {
    let row = AttemptRow::query()
        .filter(attempts::learner_id.eq(learner))
        .filter(attempts::competency.eq(competency))
        .order(attempts::started_at.desc())
        .first(db)
        .await
        .optional()?;
    one(row)
}

/// How many earlier attempts a page shows.
pub const MOST_SHOWN: i64 = 50;

/// The learner's attempts at a module, the newest first.
pub async fn attempts_at(db: &mut Connection, learner: AccountId, competency: &str) -> QueryResult<Vec<Attempt>> {
    let rows = AttemptRow::query()
        .filter(attempts::learner_id.eq(learner))
        .filter(attempts::competency.eq(competency))
        .order(attempts::started_at.desc())
        .limit(MOST_SHOWN)
        .load(db)
        .await?;
    all(rows)
}

/// The learner's refreshers of a level, the newest first.
pub async fn refreshers(db: &mut Connection, learner: AccountId, level: Level, most: i64) -> QueryResult<Vec<Attempt>> {
    let rows = AttemptRow::query()
        .filter(attempts::learner_id.eq(learner))
        .filter(attempts::refreshes.eq(level))
        .order(attempts::started_at.desc())
        .limit(most)
        .load(db)
        .await?;
    all(rows)
}

/// How the learner's last attempts at the same quiz or refresher came out, the newest first.
pub async fn outcomes(
    db: &mut Connection,
    learner: AccountId,
    subject: &Subject,
    most: usize,
) -> QueryResult<Vec<Outcome>> {
    let of_learner = attempts::table
        .filter(attempts::learner_id.eq(learner))
        .filter(attempts::submitted_at.is_not_null())
        .order(attempts::started_at.desc()) // one is open at a time: the newest was handed in last
        .limit(most as i64)
        .select((attempts::submitted_at.assume_not_null(), attempts::passed.assume_not_null()));
    let outcomes: Vec<(DateTime<Utc>, bool)> = match subject {
        Subject::Quiz { competency, .. } => of_learner.filter(attempts::competency.eq(competency)).load(db).await?,
        Subject::Refresher { level, .. } => of_learner.filter(attempts::refreshes.eq(level)).load(db).await?,
    };
    Ok(outcomes.into_iter().map(|(at, passed)| Outcome { at, passed }).collect())
}

/// What the open attempts of these learners ask, each question with its module; without one in a refresher, whose questions name
/// theirs.
pub async fn asked_now(
    db: &mut Connection,
    learners: &[AccountId],
) -> QueryResult<Vec<(AccountId, Option<String>, QuestionId)>> {
    let rows: Vec<(AccountId, Option<String>, Draw)> = attempts::table
        .filter(attempts::learner_id.eq_any(learners))
        .filter(attempts::submitted_at.is_null())
        .select((attempts::learner_id, attempts::competency, attempts::drawn))
        .load(db)
        .await?;
    let each = |(learner, module, Draw(drawn)): (AccountId, Option<String>, Draw)| {
        drawn.into_iter().map(move |drawn| (learner, module.clone(), drawn.question))
    };
    Ok(rows.into_iter().flat_map(each).collect())
}

/// What these learners have handed in since a moment, the newest first.
pub async fn handed_in_since(
    db: &mut Connection,
    learners: &[AccountId],
    since: DateTime<Utc>,
) -> QueryResult<Vec<Attempt>> {
    let rows = AttemptRow::query()
        .filter(attempts::learner_id.eq_any(learners))
        .filter(attempts::submitted_at.gt(since))
        .order(attempts::started_at.desc())
        .load(db)
        .await?;
    all(rows)
}

/// The learner's attempts that began before one, the newest first: at one module, or all.
pub async fn attempts_before(
    db: &mut Connection,
    learner: AccountId,
    before: Option<AttemptId>,
    competency: Option<&str>,
    count: i64,
) -> QueryResult<Vec<Attempt>> {
    let mut query = AttemptRow::query().filter(attempts::learner_id.eq(learner)).into_boxed();
    if let Some(competency) = competency {
        query = query.filter(attempts::competency.eq(competency));
    }
    if let Some(before) = before {
        query = query.filter(attempts::id.lt(before));
    }
    let rows: Vec<AttemptRow> = query.order(attempts::id.desc()).limit(count).load(db).await?;
    all(rows)
}

#[derive(Insertable)]
#[diesel(table_name = attempts)]
pub struct NewAttempt<'a> {
    pub learner_id: AccountId,
    pub id: AttemptId,
    pub competency: Option<&'a str>,
    pub edition_id: Option<EditionId>,
    pub refreshes: Option<Level>,
    pub edition_ids: Option<&'a [EditionId]>,
    pub language: Language,
    pub drawn: &'a Draw,
    pub seed: i64,
    pub pass_mark: i32,
    pub started_at: DateTime<Utc>,
    pub ends_at: Option<DateTime<Utc>>,
    pub break_seconds: i32,
}

impl<'a> NewAttempt<'a> {
    pub fn new(attempt: &'a Attempt, seed: i64) -> Self {
        let (competency, edition_id, refreshes, edition_ids) = match &attempt.subject {
            Subject::Quiz { competency, edition } => (Some(competency.as_str()), Some(*edition), None, None),
            Subject::Refresher { level, editions } => (None, None, Some(*level), Some(editions.as_slice())),
        };
        Self {
            learner_id: attempt.learner,
            id: attempt.id,
            competency,
            edition_id,
            refreshes,
            edition_ids,
            language: attempt.language,
            drawn: &attempt.draw,
            seed,
            pass_mark: attempt.pass_mark,
            started_at: attempt.started_at,
            ends_at: attempt.time.as_ref().map(|clock| clock.ends_at),
            break_seconds: attempt.time.as_ref().map_or(0, seconds_of_breaks),
        }
    }
}

fn seconds_of_breaks(clock: &TimeLimit) -> i32 {
    i32::try_from(clock.break_left.num_seconds()).unwrap_or(i32::MAX)
}

/// Whether the clock of an open attempt was changed: not when somebody changed it, or handed in, since it was read.
pub async fn set_time(
    db: &mut Connection,
    attempt: &Attempt,
    before: &TimeLimit,
    after: &TimeLimit,
) -> QueryResult<bool> {
    let as_read = attempts::table
        .find((attempt.learner, attempt.id))
        .filter(attempts::submitted_at.is_null())
        .filter(attempts::ends_at.eq(before.ends_at))
        .filter(attempts::paused_at.is_not_distinct_from(before.paused_at));
    let changed = diesel::update(as_read)
        .set((
            attempts::ends_at.eq(after.ends_at),
            attempts::paused_at.eq(after.paused_at),
            attempts::break_seconds.eq(seconds_of_breaks(after)),
        ))
        .execute(db)
        .await?;
    Ok(changed == 1)
}

/// How many attempts are handed in at once when their time is over.
const MOST_AT_ONCE: i64 = 100;

/// Attempts that are open and whose time is over, the longest over first.
pub async fn over(db: &mut Connection, at: DateTime<Utc>) -> QueryResult<Vec<Attempt>> {
    let rows = AttemptRow::query()
        .filter(attempts::submitted_at.is_null())
        .filter(attempts::ends_at.lt(at - GRACE))
        .order(attempts::ends_at)
        .limit(MOST_AT_ONCE)
        .load(db)
        .await?;
    all(rows)
}

/// Whether an attempt was begun: not when one of the same subject is open, also by a click at the same moment.
pub async fn start(db: &mut Connection, attempt: &NewAttempt<'_>) -> QueryResult<bool> {
    let begun = diesel::insert_into(attempts::table).values(attempt).on_conflict_do_nothing().execute(db).await?;
    Ok(begun == 1)
}

/// One answer into the attempt's row. By hand, since diesel's UPDATE is prepared anew each time and this is the hottest write.
struct SaveAnswer<'a> {
    learner: AccountId,
    attempt: AttemptId,
    question: &'a str,
    answer: &'a SavedAnswer,
}

impl QueryId for SaveAnswer<'_> {
    type QueryId = SaveAnswer<'static>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl QueryFragment<Pg> for SaveAnswer<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("UPDATE attempts SET answers = jsonb_set(answers, ARRAY[");
        out.push_bind_param::<sql_types::Text, _>(self.question)?;
        out.push_sql("], ");
        out.push_bind_param::<sql_types::Jsonb, _>(self.answer)?;
        out.push_sql("), revision = revision + 1 WHERE submitted_at IS NULL AND learner_id = ");
        out.push_bind_param::<sql_types::Uuid, _>(&self.learner)?;
        out.push_sql(" AND id = ");
        out.push_bind_param::<sql_types::Uuid, _>(&self.attempt)?;
        Ok(())
    }
}

impl<C> diesel::RunQueryDsl<C> for SaveAnswer<'_> {}

/// Whether the answer was saved: not when the attempt was submitted in the meantime. The last answer to a question wins.
pub async fn save_answer(
    db: &mut Connection,
    learner: AccountId,
    attempt: AttemptId,
    question: &QuestionId,
    answer: &SavedAnswer,
) -> QueryResult<bool> {
    let save = SaveAnswer { learner, attempt, question: question.as_str(), answer };
    Ok(save.execute(db).await? == 1)
}

/// Whether the answer was taken out: not when the attempt was submitted in the meantime.
pub async fn remove_answer(
    db: &mut Connection,
    learner: AccountId,
    attempt: AttemptId,
    question: &QuestionId,
) -> QueryResult<bool> {
    let open = attempts::table.find((learner, attempt)).filter(attempts::submitted_at.is_null());
    let removed = diesel::update(open)
        .set((
            attempts::answers.eq(attempts::answers.remove(question.as_str())),
            attempts::revision.eq(attempts::revision + 1),
        ))
        .execute(db)
        .await?;
    Ok(removed == 1)
}

/// A step in a scenario: saved only while nothing but what was read stands there.
struct SaveStep<'a> {
    save: SaveAnswer<'a>,
    before: Option<serde_json::Value>,
}

impl QueryId for SaveStep<'_> {
    type QueryId = SaveStep<'static>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl QueryFragment<Pg> for SaveStep<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.save.walk_ast(out.reborrow())?;
        out.push_sql(" AND answers -> ");
        out.push_bind_param::<sql_types::Text, _>(self.save.question)?;
        out.push_sql(" -> 'answer' IS NOT DISTINCT FROM ");
        out.push_bind_param::<sql_types::Nullable<sql_types::Jsonb>, _>(&self.before)
    }
}

impl<C> diesel::RunQueryDsl<C> for SaveStep<'_> {}

/// Whether the step was saved: not when the attempt was submitted, or another step taken, since `before` was read.
pub async fn save_step(
    db: &mut Connection,
    learner: AccountId,
    attempt: AttemptId,
    question: &QuestionId,
    answer: &SavedAnswer,
    before: Option<&SavedAnswer>,
) -> QueryResult<bool> {
    let before = before.map(|before| serde_json::to_value(&before.answer)).transpose();
    let before = before.map_err(|error| diesel::result::Error::SerializationError(error.into()))?;
    let save = SaveAnswer { learner, attempt, question: question.as_str(), answer };
    Ok(SaveStep { save, before }.execute(db).await? == 1)
}

/// Whether the submission was written: not when there was one, or another answer, since the attempt was read.
pub async fn submit(db: &mut Connection, attempt: &Attempt, submission: &Submission) -> QueryResult<bool> {
    let as_read = attempts::table
        .find((attempt.learner, attempt.id))
        .filter(attempts::submitted_at.is_null())
        .filter(attempts::revision.eq(attempt.revision));
    let written = diesel::update(as_read)
        .set((
            attempts::submitted_at.eq(submission.at),
            attempts::marks.eq(&submission.marks),
            attempts::score.eq(submission.score),
            attempts::passed.eq(submission.passed),
        ))
        .execute(db)
        .await?;
    Ok(written == 1)
}

#[derive(HasQuery, Clone, Debug)]
#[diesel(table_name = masteries)]
pub struct Mastery {
    pub competency: String,
    pub edition_id: EditionId,
    pub attempt_id: AttemptId,
    pub earned_at: DateTime<Utc>,
}

pub async fn masteries(db: &mut Connection, learner: AccountId) -> QueryResult<Vec<Mastery>> {
    Mastery::query().filter(masteries::learner_id.eq(learner)).order(masteries::earned_at).load(db).await
}

/// The modules with an open attempt, each with the attempt.
pub async fn open_attempts(db: &mut Connection, learner: AccountId) -> QueryResult<Vec<(String, AttemptId)>> {
    attempts::table
        .filter(attempts::learner_id.eq(learner).and(attempts::submitted_at.is_null()))
        .filter(attempts::competency.is_not_null())
        .select((attempts::competency.assume_not_null(), attempts::id))
        .load(db)
        .await
}

/// The lessons the learner has read, each with its module.
pub async fn readings(db: &mut Connection, learner: AccountId) -> QueryResult<Vec<(String, String)>> {
    readings::table
        .filter(readings::learner_id.eq(learner))
        .select((readings::competency, readings::lesson))
        .load(db)
        .await
}

/// Whether the learner has read a lesson.
pub async fn is_read(db: &mut Connection, learner: AccountId, competency: &str, lesson: &str) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(readings::table.find((learner, competency, lesson)))).get_result(db).await
}

pub async fn add_reading(
    db: &mut Connection,
    learner: AccountId,
    competency: &str,
    lesson: &str,
    at: DateTime<Utc>,
) -> QueryResult<()> {
    let row = (
        readings::learner_id.eq(learner),
        readings::competency.eq(competency),
        readings::lesson.eq(lesson),
        readings::read_at.eq(at),
    );
    diesel::insert_into(readings::table).values(row).on_conflict_do_nothing().execute(db).await?;
    Ok(())
}

/// At how many live sessions of each level the learner was.
pub async fn attended(db: &mut Connection, learner: AccountId) -> QueryResult<Vec<(Level, i32)>> {
    let all = attended_of_all(db, &[learner]).await?;
    Ok(all.into_iter().map(|(_, level, count)| (level, count)).collect())
}

/// The same of several learners.
pub async fn attended_of_all(db: &mut Connection, learners: &[AccountId]) -> QueryResult<Vec<(AccountId, Level, i32)>> {
    let rows: Vec<(AccountId, Level, Vec<uuid::Uuid>)> = standings::table
        .filter(standings::learner_id.eq_any(learners))
        .select((standings::learner_id, standings::level, standings::attended))
        .load(db)
        .await?;
    Ok(rows.into_iter().map(|(learner, level, sessions)| (learner, level, sessions.len() as i32)).collect())
}
