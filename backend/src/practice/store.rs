//! Cards and rounds in the database, and the marks from which cards come.

use super::{
    cards::{Answered, CardId, Kept, Marked, Record},
    round::{Round, RoundCards},
    schedule::{Place, Standing},
};
use crate::{
    attempts::{Answers, Marks, store::asked_now},
    db::Connection,
    ids::AccountId,
    quizzes::QuestionId,
    schema::{attempts, practice_cards, practice_rounds},
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    AsChangeset, BoolExpressionMethods, ExpressionMethods, HasQuery, Insertable, OptionalExtension, QueryDsl,
    QueryResult, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use std::collections::HashMap;

/// How many submitted attempts are looked at, the newest first.
const ATTEMPTS: i64 = 200;

#[derive(HasQuery)]
#[diesel(table_name = attempts)]
struct MarkedRow {
    competency: Option<String>,
    answers: Answers,
    marks: Option<Marks>,
    submitted_at: Option<DateTime<Utc>>,
}

impl MarkedRow {
    fn marked(self) -> Option<Marked> {
        let (marks, submitted_at) = (self.marks?, self.submitted_at?);
        Some(Marked { module: self.competency, answers: self.answers, marks, submitted_at })
    }
}

/// What the open attempts of these learners ask.
async fn asked(db: &mut Connection, learners: &[AccountId]) -> QueryResult<Vec<(AccountId, CardId)>> {
    let asked = asked_now(db, learners).await?.into_iter();
    Ok(asked.filter_map(|(learner, module, id)| Some((learner, CardId::of(module.as_deref(), id)?))).collect())
}

/// From what the cards of these learners come.
pub async fn of_all(db: &mut Connection, learners: &[AccountId]) -> QueryResult<HashMap<AccountId, Record>> {
    let mut found: HashMap<AccountId, Record> = HashMap::new();
    let theirs = attempts::learner_id.eq_any(learners).and(attempts::submitted_at.is_not_null());
    let rows: Vec<(AccountId, MarkedRow)> =
        attempts::table.filter(theirs).select((attempts::learner_id, MarkedRow::as_select())).load(db).await?;
    for (learner, row) in rows {
        found.entry(learner).or_default().marked.extend(row.marked());
    }
    for row in CardRow::query().filter(practice_cards::learner_id.eq_any(learners)).load(db).await? {
        let row: CardRow = row;
        found.entry(row.learner_id).or_default().kept.extend(row.kept());
    }
    for (learner, id) in asked(db, learners).await? {
        found.entry(learner).or_default().asked.insert(id);
    }
    Ok(found)
}

/// From what a learner's cards come.
pub async fn record(db: &mut Connection, learner: AccountId) -> QueryResult<Record> {
    let rows = MarkedRow::query()
        .filter(attempts::learner_id.eq(learner).and(attempts::submitted_at.is_not_null()))
        .order(attempts::submitted_at.desc())
        .limit(ATTEMPTS)
        .load(db)
        .await?;
    let marked = rows.into_iter().filter_map(MarkedRow::marked).collect();
    let rows = CardRow::query().filter(practice_cards::learner_id.eq(learner)).load(db).await?;
    let kept = rows.into_iter().filter_map(CardRow::kept).collect();
    let asked = asked(db, &[learner]).await?.into_iter().map(|(_, id)| id).collect();
    Ok(Record { marked, kept, asked })
}

#[derive(HasQuery, Insertable, AsChangeset)]
#[diesel(table_name = practice_cards, treat_none_as_null = true)]
struct CardRow {
    learner_id: AccountId,
    competency: String,
    question: String,
    place: Option<i16>,
    due: Option<NaiveDate>,
    at: DateTime<Utc>,
    answered: Option<Answered>,
}

impl CardRow {
    fn new(learner_id: AccountId, kept: Kept) -> Self {
        let (place, due) = match kept.standing {
            Standing::Waiting { place, due } => (Some(place.number()), Some(due)),
            Standing::Resting => (None, None),
        };
        let CardId { module: competency, question } = kept.id;
        Self {
            learner_id,
            competency,
            question: question.as_str().to_owned(),
            place,
            due,
            at: kept.at,
            answered: kept.answered,
        }
    }

    fn kept(self) -> Option<Kept> {
        let standing = match (self.place.and_then(Place::numbered), self.due) {
            (Some(place), Some(due)) => Standing::Waiting { place, due },
            _ => Standing::Resting, // the table's CHECK allows both or none
        };
        let id = CardId { module: self.competency, question: QuestionId::parse(&self.question)? };
        Some(Kept { id, standing, at: self.at, answered: self.answered })
    }
}

/// Where a card stands from now on.
pub async fn keep(db: &mut Connection, learner: AccountId, kept: Kept) -> QueryResult<()> {
    let row = CardRow::new(learner, kept);
    diesel::insert_into(practice_cards::table)
        .values(&row)
        .on_conflict((practice_cards::learner_id, practice_cards::competency, practice_cards::question))
        .do_update()
        .set(&row)
        .execute(db)
        .await?;
    Ok(())
}

#[derive(HasQuery, Insertable, AsChangeset)]
#[diesel(table_name = practice_rounds)]
struct RoundRow {
    learner_id: AccountId,
    begun_at: DateTime<Utc>,
    cards: RoundCards,
}

pub async fn round(db: &mut Connection, learner: AccountId) -> QueryResult<Option<Round>> {
    let row = RoundRow::query().filter(practice_rounds::learner_id.eq(learner)).first(db).await.optional()?;
    Ok(row.map(|RoundRow { begun_at, cards, .. }| Round { begun_at, cards }))
}

/// Begins a round in place of the last one.
pub async fn begin(db: &mut Connection, learner: AccountId, round: &Round) -> QueryResult<()> {
    let row = RoundRow { learner_id: learner, begun_at: round.begun_at, cards: round.cards.clone() };
    diesel::insert_into(practice_rounds::table)
        .values(&row)
        .on_conflict(practice_rounds::learner_id)
        .do_update()
        .set(&row)
        .execute(db)
        .await?;
    Ok(())
}
