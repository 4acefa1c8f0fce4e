//! Taking a quiz: starting an attempt or finding the open one, and saving answers.

use super::{
    Answers, Attempt, Draw, SavedAnswer, State,
    store::{self, NewAttempt},
};
use crate::{
    app::App,
    db::Connection,
    ids::{AccountId, AttemptId},
    locale::Language,
    modules::{self, edition::Edition},
    problem::{Kind, Problem},
    quizzes::drawing,
};
use ring::rand::{SecureRandom, SystemRandom};
use serde_json::{Map, Value};
use std::{collections::BTreeSet, sync::Arc};

/// An attempt with the edition it is bound to.
#[derive(Clone)]
pub struct Bound {
    pub attempt: Attempt,
    pub edition: Arc<Edition>,
}

/// Starts an attempt at a module, or gives the open one; `true` when it was started now. `held` are the levels of which the
/// learner holds a valid brevet.
pub async fn start(
    app: &App,
    db: &mut Connection,
    learner: AccountId,
    code: &str,
    language: Language,
    held: &BTreeSet<crate::competencies::Level>,
) -> Result<(Bound, bool), Problem> {
    let taught = app.course.taught();
    let (competency, edition) = taught.edition(code).ok_or(Kind::ResourceNotFound)?;
    let rules = taught.curriculum.level(competency.level).ok_or(Kind::ResourceNotFound)?;
    if rules.requires.is_some_and(|required| !held.contains(&required)) {
        return Err(Kind::LevelLocked.into());
    }
    // Again only when a click at the same moment was first: then that attempt is found.
    for _ in 0..2 {
        let last = store::last_attempt(db, learner, code).await?;
        let seen = match last {
            Some(open) if open.state == State::Open => return Ok((bind(app, db, open).await?, false)),
            Some(done) => done.draw.0.into_iter().map(|drawn| drawn.question).collect(),
            None => BTreeSet::new(),
        };
        let mut random = [0; 8];
        SystemRandom::new().fill(&mut random).map_err(|_| Problem::internal(anyhow::anyhow!("no random bytes")))?;
        let seed = i64::from_le_bytes(random);
        let new = NewAttempt {
            learner_id: learner,
            id: AttemptId::new(),
            competency: code,
            edition_id: edition.id,
            language,
            drawn: Draw(drawing::draw(&edition.module.pool(), &edition.module.blueprint, &seen, seed)),
            seed,
            pass_mark: rules.pass_mark,
            started_at: app.clock.now(),
        };
        if store::start(db, &new).await? {
            let attempt = Attempt {
                id: new.id,
                learner,
                competency: code.to_owned(),
                edition: edition.id,
                language,
                draw: new.drawn,
                pass_mark: rules.pass_mark,
                started_at: new.started_at,
                answers: Answers::default(),
                revision: 0,
                state: State::Open,
            };
            return Ok((Bound { attempt, edition: edition.clone() }, true));
        }
    }
    Err(Problem::retry_after(Kind::Busy, 1))
}

/// An attempt with its edition.
pub async fn bind(app: &App, db: &mut Connection, attempt: Attempt) -> Result<Bound, Problem> {
    let edition = modules::store::edition(db, &app.course, attempt.edition).await?;
    Ok(Bound { attempt, edition })
}

/// Saves an answer. Once this returns, it is on disk.
pub async fn answer(
    app: &App,
    db: &mut Connection,
    bound: &Bound,
    question: &str,
    fields: Map<String, Value>,
) -> Result<SavedAnswer, Problem> {
    let (question, answer) = bound.attempt.read_answer(&bound.edition, question, fields)?;
    let saved = SavedAnswer { answer, saved_at: app.clock.now() };
    let is_saved = store::save_answer(db, bound.attempt.learner, bound.attempt.id, &question, &saved).await?;
    if is_saved { Ok(saved) } else { Err(Kind::AlreadySubmitted.into()) }
}
