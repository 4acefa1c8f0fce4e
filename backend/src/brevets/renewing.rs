//! Renewing: the refresher that somebody may begin, and the brevet of the next period that comes with passing it.

use super::{
    Grounds,
    award::{Outcome, submit_attempt},
    number::BrevetNumber,
    renewal::{self, Record, Refusal, Terms},
    store::{self, NewBrevet, NewRenewal},
};
use crate::{
    app::App,
    attempts::{
        self, Attempt, Submission,
        paper::Paper,
        taking::{self, Bound, Refresher},
    },
    competencies::{Curriculum, Level, LevelRules},
    db::Connection,
    identity,
    ids::{AccountId, BrevetId},
    jobs::{self, JobKind},
    locale::{self, Language},
    problem::{Kind, Problem},
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::QueryResult;
use diesel_async::AsyncConnection;
use std::collections::BTreeMap;

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Revoked => Kind::AlreadyRevoked.into(),
            Refusal::Renewed => Kind::AlreadyRenewed.into(),
            Refusal::Endless => Kind::NotRenewable.into(),
            Refusal::Early(_) => Kind::RenewalNotOpen.into(),
            Refusal::Locked(_) => Kind::LevelLocked.into(),
            Refusal::Incomplete => Kind::LevelIncomplete.into(),
        }
    }
}

/// What the renewals of a learner are judged by.
pub async fn record(db: &mut Connection, learner: AccountId) -> QueryResult<Record> {
    let brevets = store::brevets_of(db, learner).await?;
    let masteries = attempts::store::masteries(db, learner).await?;
    let proven = masteries.into_iter().map(|mastery| (mastery.competency, mastery.edition_id.to_string())).collect();
    let attended = attempts::store::attended(db, learner).await?.into_iter().collect();
    Ok(Record { brevets, proven, attended })
}

/// The terms on which the brevet that is named is renewed today, or the one in its place, with the rules of its level. Somebody
/// else's does not exist.
pub fn terms(app: &App, record: &Record, number: &BrevetNumber) -> Result<(LevelRules, Terms), Problem> {
    let named = record.brevets.iter().find(|brevet| brevet.number == *number).ok_or(Kind::ResourceNotFound)?;
    let newest = record.newest(named.level).ok_or(Kind::ResourceNotFound)?;
    if newest.period > named.period {
        return Err(Refusal::Renewed.into());
    }
    let taught = app.course.taught();
    let rules = taught.curriculum.level(named.level).ok_or(Refusal::Endless)?;
    let terms = record.may_renew(newest, rules, locale::day(app.clock.now()))?;
    Ok((rules.clone(), terms))
}

/// Starts the refresher that renews a brevet, or gives the open one; `true` when it was started now. An open one that has become
/// too short is handed in as it is.
pub async fn start(
    app: &App,
    db: &mut Connection,
    learner: AccountId,
    number: &BrevetNumber,
    language: Language,
) -> Result<(Bound, bool), Problem> {
    let record = record(db, learner).await?;
    let (rules, terms) = terms(app, &record, number)?;
    let refresher = Refresher { rules: &rules, questions: terms.questions, pass_mark: terms.pass_mark };
    let (bound, started) = taking::start_refresher(app, db, learner, language, refresher).await?;
    if is_long_enough(&bound.attempt, &bound.paper, &terms) {
        return Ok((bound, started));
    }
    submit_attempt(app, db, bound).await?; // it would renew nothing any more
    taking::start_refresher(app, db, learner, language, refresher).await
}

/// Whether a refresher that was begun earlier asks as much as is asked today, or all there is.
fn is_long_enough(attempt: &Attempt, paper: &Paper, terms: &Terms) -> bool {
    attempt.draw.0.len() >= terms.questions.min(paper.pool_size())
}

/// Writes the submission of a refresher and, when it was passed and the brevet can still be renewed, the brevet of the next
/// period with what belongs to it: all or nothing. In turn with whoever decides about the learner's brevets, so that neither a
/// revocation nor another renewal comes in between.
pub async fn write(
    db: &mut Connection,
    attempt: &Attempt,
    paper: &Paper,
    submission: &Submission,
    rules: &LevelRules,
    curriculum: &Curriculum,
) -> QueryResult<Outcome> {
    db.transaction(async |db| {
        store::take_turns(db, attempt.learner).await?;
        if !attempts::store::submit(db, attempt, submission).await? {
            return Ok(Outcome::Overtaken);
        }
        if !submission.passed {
            return Ok(Outcome::Submitted { brevet: None });
        }
        let record = record(db, attempt.learner).await?;
        let brevet = renew(db, &record, attempt, paper, submission, rules).await?;
        if brevet.is_some() {
            let waiting = curriculum.0.iter().filter(|other| record.waits_for(other, rules.level));
            for other in waiting {
                complete(db, &record, attempt.learner, submission, other).await?;
            }
        }
        Ok(Outcome::Submitted { brevet })
    })
    .await
}

async fn renew(
    db: &mut Connection,
    record: &Record,
    attempt: &Attempt,
    paper: &Paper,
    submission: &Submission,
    rules: &LevelRules,
) -> QueryResult<Option<String>> {
    let today = locale::day(submission.at);
    let Some(old) = record.newest(rules.level) else { return Ok(None) };
    let terms = match record.may_renew(old, rules, today) {
        Ok(terms) => terms,
        Err(refusal) => {
            tracing::info!(brevet.id = %old.id, refusal = format!("{refusal:?}"), "a refresher was passed and renews nothing");
            return Ok(None);
        }
    };
    if !is_long_enough(attempt, paper, &terms) {
        tracing::info!(brevet.id = %old.id, questions = terms.questions, "a refresher was passed that had become too short");
        return Ok(None);
    }
    let new = Award {
        level: old.level,
        period: old.period + 1,
        grounds: Grounds(record.grounds(rules, &refreshed(attempt, paper))),
        valid_until: renewal::next_last_day(terms.last_day, today, rules.validity_months),
    };
    let Some((id, number)) = award(db, attempt.learner, &new, submission.at).await? else { return Ok(None) };
    let renewal = NewRenewal {
        learner_id: attempt.learner,
        brevet_id: old.id,
        renewing_id: id,
        attempt_id: attempt.id,
        renewed_at: submission.at,
    };
    store::add_renewal(db, &renewal).await?;
    Ok(Some(number.as_str().to_owned()))
}

/// Awards the first brevet of a level, all of which was proven while no brevet of the level below was valid.
async fn complete(
    db: &mut Connection,
    record: &Record,
    learner: AccountId,
    submission: &Submission,
    rules: &LevelRules,
) -> QueryResult<()> {
    let first = Award {
        level: rules.level,
        period: 1,
        grounds: Grounds(record.grounds(rules, &BTreeMap::new())),
        valid_until: renewal::last_day(locale::day(submission.at), rules.validity_months),
    };
    award(db, learner, &first, submission.at).await?;
    Ok(())
}

struct Award {
    level: Level,
    period: i32,
    grounds: Grounds,
    valid_until: Option<NaiveDate>,
}

/// Writes a brevet and has it sealed: not when the period has one already.
async fn award(
    db: &mut Connection,
    learner: AccountId,
    award: &Award,
    at: DateTime<Utc>,
) -> QueryResult<Option<(BrevetId, BrevetNumber)>> {
    let holder = identity::store::account(db, learner).await?;
    let (id, number) = (BrevetId::new(), BrevetNumber::new());
    let new = NewBrevet {
        learner_id: learner,
        id,
        number: number.as_str(),
        level: award.level,
        period: award.period,
        issue: 1,
        holder: &holder.name,
        language: holder.language,
        grounds: &award.grounds,
        awarded_at: at,
        valid_until: award.valid_until,
    };
    if !store::add_first_issue(db, &new).await? {
        return Ok(None);
    }
    jobs::queue(db, JobKind::SealBrevet, id.uuid(), at).await?;
    Ok(Some((id, number)))
}

/// The competencies that the refresher asked about, each with its edition.
fn refreshed(attempt: &Attempt, paper: &Paper) -> BTreeMap<String, String> {
    let asked = attempt.draw.0.iter().filter_map(|drawn| paper.find(&drawn.question));
    asked.map(|(edition, _)| (edition.module.competency.clone(), edition.id.to_string())).collect()
}
