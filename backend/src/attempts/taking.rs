//! Taking a quiz or a refresher: starting an attempt or finding the open one, and saving answers.

use super::{
    Answers, Attempt, Draw, SavedAnswer, State, Subject, accommodation_store, breaks,
    paper::Paper,
    policy::Policy,
    store::{self, NewAttempt},
};
use crate::{
    app::App,
    competencies::{Level, LevelRules},
    db::Connection,
    ids::{AccountId, AttemptId},
    locale::Language,
    modules::{self, edition::CourseMemory},
    problem::{Kind, Problem},
    quizzes::{QuestionId, answers::Answer},
};
use chrono::{DateTime, Utc};
use diesel::QueryResult;
use ring::rand::{SecureRandom, SystemRandom};
use serde_json::{Map, Value};
use std::{collections::BTreeSet, sync::Arc};

/// An attempt with what it is bound to.
#[derive(Clone)]
pub struct Bound {
    pub attempt: Attempt,
    pub paper: Paper,
}

/// What somebody sits down to.
struct Sitting {
    subject: Subject,
    paper: Paper,
    /// Of a refresher; a quiz follows its blueprint.
    questions: usize,
    policy: Policy,
    /// Whether the learner lacks the brevet that it stands on: what is open goes on all the same.
    is_locked: bool,
    /// What the learner was asked before any attempt.
    asked: BTreeSet<QuestionId>,
}

/// Starts an attempt at a module, or gives the open one; `true` when it was started now. `held` are the levels of which the
/// learner holds a valid brevet; what was `asked` in a placement test comes in the first quiz only where there is nothing else.
pub async fn start(
    app: &App,
    db: &mut Connection,
    learner: AccountId,
    code: &str,
    language: Language,
    held: &BTreeSet<Level>,
    asked: &BTreeSet<QuestionId>,
) -> Result<(Bound, bool), Problem> {
    let taught = app.course.taught();
    let (competency, edition) = taught.edition(code).ok_or(Kind::ResourceNotFound)?;
    let rules = taught.curriculum.level(competency.level).ok_or(Kind::ResourceNotFound)?;
    let sitting = Sitting {
        subject: Subject::Quiz { competency: code.to_owned(), edition: edition.id },
        paper: Paper::Quiz(edition.clone()),
        questions: edition.module.blueprint.length(),
        policy: Policy::of_quiz(rules, &edition.module),
        is_locked: rules.requires.is_some_and(|required| !held.contains(&required)),
        asked: asked.clone(),
    };
    sit(app, db, learner, language, sitting).await
}

/// A refresher over the modules of a level.
#[derive(Clone, Copy)]
pub struct Refresher<'a> {
    pub rules: &'a LevelRules,
    pub questions: usize,
    /// In percent.
    pub pass_mark: i32,
}

/// Starts a refresher, or gives the open one; `true` when it was started now. Whether the learner may is for the caller to say.
pub async fn start_refresher(
    app: &App,
    db: &mut Connection,
    learner: AccountId,
    language: Language,
    Refresher { rules, questions, pass_mark }: Refresher<'_>,
) -> Result<(Bound, bool), Problem> {
    let taught = app.course.taught();
    let editions: Vec<Arc<_>> = taught.modules(rules.level).map(|(_, edition)| edition.clone()).collect();
    let ids = editions.iter().map(|edition| edition.id).collect();
    let sitting = Sitting {
        subject: Subject::Refresher { level: rules.level, editions: ids },
        paper: Paper::Refresher { level: rules.names.clone(), editions },
        questions,
        policy: Policy::of_refresher(rules, pass_mark),
        is_locked: false,
        asked: BTreeSet::new(),
    };
    sit(app, db, learner, language, sitting).await
}

async fn sit(
    app: &App,
    db: &mut Connection,
    learner: AccountId,
    language: Language,
    Sitting { subject, paper, questions, policy, is_locked, asked }: Sitting,
) -> Result<(Bound, bool), Problem> {
    // Again only when a click at the same moment was first: then that attempt is found.
    for _ in 0..2 {
        let seen = match store::last(db, learner, &subject).await? {
            Some(open) if open.state == State::Open => return Ok((bind(&app.course, db, open).await?, false)),
            _ if is_locked => return Err(Kind::LevelLocked.into()),
            Some(done) => {
                if done.is_failed()
                    && let Some(opens) = opens_at(db, learner, &subject, &policy, app.clock.now()).await?
                {
                    return Err(policy.too_early(opens, app.clock.now()));
                }
                done.draw.0.into_iter().map(|drawn| drawn.question).collect()
            }
            None => asked.clone(),
        };
        let (seed, at) = (seed()?, app.clock.now());
        let time = match policy.minutes_allowed {
            Some(minutes) => accommodation_store::accommodation(db, learner).await?.time_limit(minutes, at),
            None => None,
        };
        let attempt = Attempt {
            id: AttemptId::new(),
            learner,
            subject: subject.clone(),
            language,
            draw: Draw(paper.draw(questions, &seen, seed)),
            pass_mark: policy.pass_mark,
            started_at: at,
            answers: Answers::default(),
            revision: 0,
            time,
            state: State::Open,
        };
        if store::start(db, &NewAttempt::new(&attempt, seed)).await? {
            return Ok((Bound { attempt, paper }, true));
        }
    }
    Err(Problem::retry_after(Kind::Busy, 1))
}

/// When the learner may begin the next attempt at a quiz or refresher, if that is not now.
pub async fn opens_at(
    db: &mut Connection,
    learner: AccountId,
    subject: &Subject,
    policy: &Policy,
    at: DateTime<Utc>,
) -> QueryResult<Option<DateTime<Utc>>> {
    let Some(retakes) = &policy.retakes else { return Ok(None) };
    let outcomes = store::outcomes(db, learner, subject, retakes.wait_minutes.len()).await?;
    match retakes.opens_at(&outcomes, at) {
        Some(opens) => Ok((!accommodation_store::accommodation(db, learner).await?.waits_waived).then_some(opens)),
        None => Ok(None),
    }
}

/// What a draw is made from.
pub fn seed() -> Result<i64, Problem> {
    let mut random = [0; 8];
    SystemRandom::new().fill(&mut random).map_err(|_| Problem::internal(anyhow::anyhow!("no random bytes")))?;
    Ok(i64::from_le_bytes(random))
}

/// An attempt with what it is bound to.
pub async fn bind(memory: &CourseMemory, db: &mut Connection, attempt: Attempt) -> Result<Bound, Problem> {
    let paper = match &attempt.subject {
        Subject::Quiz { edition, .. } => Paper::Quiz(modules::store::edition(db, memory, *edition).await?),
        Subject::Refresher { level, editions } => {
            let taught = memory.taught();
            let rules = taught.curriculum.level(*level).ok_or(Kind::ResourceNotFound)?;
            let editions = modules::store::editions(db, memory, editions).await?;
            Paper::Refresher { level: rules.names.clone(), editions }
        }
    };
    Ok(Bound { attempt, paper })
}

/// Saves an answer. Once this returns, it is on disk.
pub async fn answer(
    app: &App,
    db: &mut Connection,
    bound: &Bound,
    question: &str,
    fields: Map<String, Value>,
) -> Result<SavedAnswer, Problem> {
    let (question, answer) = bound.attempt.read_answer(&bound.paper, question, fields)?;
    end_break(app, db, bound).await?;
    let saved = SavedAnswer { answer, saved_at: app.clock.now() };
    let (attempt, before) = (&bound.attempt, bound.attempt.answer(&question));
    let is_saved = match &saved.answer {
        Answer::Choices(_) => store::save_step(db, attempt.learner, attempt.id, &question, &saved, before).await?,
        _ => store::save_answer(db, attempt.learner, attempt.id, &question, &saved).await?,
    };
    if is_saved { Ok(saved) } else { outrun(db, attempt, &question, saved).await }
}

/// Takes a saved answer back: the question is not answered any more. Does nothing where none was saved.
pub async fn withdraw(app: &App, db: &mut Connection, bound: &Bound, question: &str) -> Result<(), Problem> {
    let Some(question) = bound.attempt.withdrawn(question)? else { return Ok(()) };
    end_break(app, db, bound).await?;
    let attempt = &bound.attempt;
    if store::remove_answer(db, attempt.learner, attempt.id, question).await? {
        return Ok(());
    }
    let now = store::attempt(db, attempt.learner, attempt.id).await?.ok_or(Kind::ResourceNotFound)?;
    Err(now.closed().into())
}

/// Who answers goes on.
async fn end_break(app: &App, db: &mut Connection, bound: &Bound) -> Result<(), Problem> {
    if bound.attempt.time.as_ref().is_some_and(|clock| clock.paused_at.is_some()) {
        breaks::end(app, db, bound.clone()).await?;
    }
    Ok(())
}

/// What becomes of an answer when the attempt was handed in, or another step of a scenario taken, at the same moment.
async fn outrun(
    db: &mut Connection,
    attempt: &Attempt,
    question: &QuestionId,
    given: SavedAnswer,
) -> Result<SavedAnswer, Problem> {
    let now = store::attempt(db, attempt.learner, attempt.id).await?.ok_or(Kind::ResourceNotFound)?;
    match now.answer(question) {
        _ if now.state != State::Open => Err(now.closed().into()),
        Some(same) if same.answer == given.answer => Ok(same.clone()), // sent twice
        _ => Err(Kind::StepTaken.into()),
    }
}
