//! Placements in the database, and how hard questions are.

use super::{Decided, Placement, State, Steps, Subjects, Verdicts, stopping::Verdict};
use crate::{
    competencies::Level,
    db::Connection,
    ids::{AccountId, EditionId, PlacementId},
    locale::Language,
    quizzes::QuestionId,
    schema::{attempts, placement_declines, placements, question_difficulties},
};
use chrono::{DateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, HasQuery, Insertable, OptionalExtension, QueryDsl, QueryResult,
    SelectableHelper, dsl::max,
};
use diesel_async::RunQueryDsl;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How many placements of a learner are looked at, the newest first.
const PLACEMENTS: i64 = 50;

#[derive(HasQuery, Insertable)]
#[diesel(table_name = placements)]
struct PlacementRow {
    learner_id: AccountId,
    id: PlacementId,
    level: Level,
    language: Language,
    seed: i64,
    started_at: DateTime<Utc>,
    subjects: Subjects,
    steps: Steps,
    verdicts: Verdicts,
    revision: i32,
    finished_at: Option<DateTime<Utc>>,
}

impl From<PlacementRow> for Placement {
    fn from(row: PlacementRow) -> Self {
        Self {
            id: row.id,
            learner: row.learner_id,
            level: row.level,
            language: row.language,
            seed: row.seed,
            started_at: row.started_at,
            subjects: row.subjects,
            steps: row.steps,
            verdicts: row.verdicts,
            revision: row.revision,
            state: row.finished_at.map_or(State::Open, |at| State::Finished { at }),
        }
    }
}

impl From<Placement> for PlacementRow {
    fn from(placement: Placement) -> Self {
        Self {
            learner_id: placement.learner,
            id: placement.id,
            level: placement.level,
            language: placement.language,
            seed: placement.seed,
            started_at: placement.started_at,
            subjects: placement.subjects,
            steps: placement.steps,
            verdicts: placement.verdicts,
            revision: placement.revision,
            finished_at: finished_at(placement.state),
        }
    }
}

fn finished_at(state: State) -> Option<DateTime<Utc>> {
    match state {
        State::Open => None,
        State::Finished { at } => Some(at),
    }
}

/// A placement of this learner; somebody else's does not exist.
pub async fn placement(db: &mut Connection, learner: AccountId, id: PlacementId) -> QueryResult<Option<Placement>> {
    let own = placements::learner_id.eq(learner).and(placements::id.eq(id));
    let row = PlacementRow::query().filter(own).first(db).await.optional()?;
    Ok(row.map(Placement::from))
}

/// The learner's open placement of a level.
pub async fn open(db: &mut Connection, learner: AccountId, level: Level) -> QueryResult<Option<Placement>> {
    let own = placements::learner_id.eq(learner).and(placements::level.eq(level));
    let row = PlacementRow::query().filter(own).filter(placements::finished_at.is_null()).first(db).await.optional()?;
    Ok(row.map(Placement::from))
}

/// When the learner's newest tests of a level were begun, the newest first.
pub async fn begun(
    db: &mut Connection,
    learner: AccountId,
    level: Level,
    most: usize,
) -> QueryResult<Vec<DateTime<Utc>>> {
    let own = placements::learner_id.eq(learner).and(placements::level.eq(level));
    let newest = placements::table.filter(own).order(placements::started_at.desc()).limit(most as i64);
    newest.select(placements::started_at).load(db).await
}

/// Whether a placement was begun: not when one of the level is open, also by a click at the same moment.
pub async fn begin(db: &mut Connection, placement: Placement) -> QueryResult<bool> {
    let row = PlacementRow::from(placement);
    let begun = diesel::insert_into(placements::table).values(&row).on_conflict_do_nothing().execute(db).await?;
    Ok(begun == 1)
}

/// Whether what follows from an answer, or an end, was written: not when something else was since the placement was read.
pub async fn save(db: &mut Connection, placement: &Placement) -> QueryResult<bool> {
    let as_read = placements::table
        .find((placement.learner, placement.id))
        .filter(placements::finished_at.is_null())
        .filter(placements::revision.eq(placement.revision));
    let written = diesel::update(as_read)
        .set((
            placements::steps.eq(&placement.steps),
            placements::verdicts.eq(&placement.verdicts),
            placements::finished_at.eq(finished_at(placement.state)),
            placements::revision.eq(placement.revision + 1),
        ))
        .execute(db)
        .await?;
    Ok(written == 1)
}

/// A placement without its trace.
#[derive(HasQuery, Clone, Debug)]
#[diesel(table_name = placements)]
pub struct Head {
    pub id: PlacementId,
    pub level: Level,
    pub started_at: DateTime<Utc>,
    pub verdicts: Verdicts,
    pub finished_at: Option<DateTime<Utc>>,
}

/// What a learner did about placements.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// The newest first.
    pub placements: Vec<Head>,
    /// The levels for which the learner wants none.
    pub declined: BTreeSet<Level>,
    /// When a quiz was last not passed, by competency.
    pub failed: BTreeMap<String, DateTime<Utc>>,
}

impl Record {
    /// The competencies whose lessons may be skipped: found to be known, and no quiz has said otherwise since.
    pub fn proven(&self) -> BTreeSet<String> {
        let holds = |code: &str, decided: &Decided| {
            decided.verdict == Verdict::Proven && self.failed.get(code).is_none_or(|failed| *failed < decided.at)
        };
        // What was found last is found first.
        let mut newest = BTreeMap::<&str, &Decided>::new();
        for (code, decided) in self.placements.iter().flat_map(|head| &head.verdicts.0) {
            newest.entry(code).or_insert(decided);
        }
        newest.into_iter().filter(|(code, decided)| holds(code, decided)).map(|(code, _)| code.to_owned()).collect()
    }
}

pub async fn record(db: &mut Connection, learner: AccountId) -> QueryResult<Record> {
    let own = Head::query().filter(placements::learner_id.eq(learner));
    let placements = own.order(placements::started_at.desc()).limit(PLACEMENTS).load(db).await?;
    let declined: Vec<Level> = placement_declines::table
        .filter(placement_declines::learner_id.eq(learner))
        .select(placement_declines::level)
        .load(db)
        .await?;
    let record = Record { placements, declined: declined.into_iter().collect(), failed: BTreeMap::new() };
    // Most learners have nothing that a quiz could speak against.
    if record.proven().is_empty() {
        return Ok(record);
    }
    let failed: Vec<(Option<String>, Option<DateTime<Utc>>)> = attempts::table
        .filter(attempts::learner_id.eq(learner).and(attempts::passed.eq(false)))
        .group_by(attempts::competency)
        .select((attempts::competency, max(attempts::submitted_at)))
        .load(db)
        .await?;
    let failed = failed.into_iter().filter_map(|(code, at)| Some((code?, at?))).collect();
    Ok(Record { failed, ..record })
}

/// The competencies whose lessons each of these learners may skip.
pub async fn proven_of_all(
    db: &mut Connection,
    learners: &[AccountId],
) -> QueryResult<HashMap<AccountId, BTreeSet<String>>> {
    let mut records: HashMap<AccountId, Record> = HashMap::new();
    let heads: Vec<(AccountId, Head)> = placements::table
        .filter(placements::learner_id.eq_any(learners))
        .order(placements::started_at.desc())
        .select((placements::learner_id, Head::as_select()))
        .load(db)
        .await?;
    for (learner, head) in heads {
        records.entry(learner).or_default().placements.push(head);
    }
    let failed: Vec<(AccountId, Option<String>, Option<DateTime<Utc>>)> = attempts::table
        .filter(attempts::learner_id.eq_any(learners).and(attempts::passed.eq(false)))
        .group_by((attempts::learner_id, attempts::competency))
        .select((attempts::learner_id, attempts::competency, max(attempts::submitted_at)))
        .load(db)
        .await?;
    for (learner, code, at) in failed {
        if let (Some(record), Some(code), Some(at)) = (records.get_mut(&learner), code, at) {
            record.failed.insert(code, at);
        }
    }
    Ok(records.into_iter().map(|(learner, record)| (learner, record.proven())).collect())
}

/// Takes the offer of a level away. Idempotent.
pub async fn decline(db: &mut Connection, learner: AccountId, level: Level, at: DateTime<Utc>) -> QueryResult<()> {
    let row = (
        placement_declines::learner_id.eq(learner),
        placement_declines::level.eq(level),
        placement_declines::declined_at.eq(at),
    );
    diesel::insert_into(placement_declines::table).values(row).on_conflict_do_nothing().execute(db).await?;
    Ok(())
}

/// The questions that the learner's placements asked, by competency.
pub async fn asked(db: &mut Connection, learner: AccountId) -> QueryResult<BTreeMap<String, BTreeSet<QuestionId>>> {
    let traces: Vec<Steps> = placements::table
        .filter(placements::learner_id.eq(learner))
        .order(placements::started_at.desc())
        .limit(PLACEMENTS)
        .select(placements::steps)
        .load(db)
        .await?;
    let mut asked = BTreeMap::<String, BTreeSet<QuestionId>>::new();
    for step in traces.into_iter().flat_map(|steps| steps.0) {
        asked.entry(step.competency).or_default().insert(step.drawn.question);
    }
    Ok(asked)
}

/// Those about one competency.
pub async fn asked_of(db: &mut Connection, learner: AccountId, competency: &str) -> QueryResult<BTreeSet<QuestionId>> {
    Ok(asked(db, learner).await?.remove(competency).unwrap_or_default())
}

#[derive(HasQuery)]
#[diesel(table_name = question_difficulties)]
struct DifficultyRow {
    edition_id: EditionId,
    question: String,
    logits: f64,
}

/// How hard the questions of some editions are, in logits.
pub async fn difficulties(
    db: &mut Connection,
    editions: &[EditionId],
) -> QueryResult<BTreeMap<EditionId, BTreeMap<String, f64>>> {
    let of_these = question_difficulties::edition_id.eq_any(editions);
    let mut found = BTreeMap::<EditionId, BTreeMap<String, f64>>::new();
    for row in DifficultyRow::query().filter(of_these).load(db).await? {
        found.entry(row.edition_id).or_default().insert(row.question, row.logits);
    }
    Ok(found)
}
