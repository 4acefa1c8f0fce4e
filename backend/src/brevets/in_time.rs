//! Time limits: an attempt whose time is over is handed in as it stands, by whoever touches it first or by the worker, once.

use super::award;
use crate::{
    app::App,
    attempts::{
        self,
        taking::{self, Bound},
    },
    competencies::Level,
    db::Connection,
    identity::access::Db,
    ids::AccountId,
    locale::Language,
    problem::Problem,
    quizzes::QuestionId,
};
use std::collections::BTreeSet;

/// An attempt as it is now.
pub async fn look(app: &App, db: &Db, bound: Bound) -> Result<Bound, Problem> {
    if !bound.attempt.is_over(app.clock.now()) {
        return Ok(bound);
    }
    Ok(award::submit_attempt(app, &mut *db.get().await?, bound).await?.0)
}

/// Starts an attempt at a module, or gives the open one, as `taking::start`.
pub async fn start(
    app: &App,
    db: &mut Connection,
    learner: AccountId,
    code: &str,
    language: Language,
    held: &BTreeSet<Level>,
    asked: &BTreeSet<QuestionId>,
) -> Result<(Bound, bool), Problem> {
    let begun = taking::start(app, db, learner, code, language, held, asked).await?;
    if !begun.0.attempt.is_over(app.clock.now()) {
        return Ok(begun);
    }
    award::submit_attempt(app, db, begun.0).await?;
    taking::start(app, db, learner, code, language, held, asked).await
}

/// Hands in what is over. One that cannot be handed in delays no other. Gives how many were.
pub async fn hand_in_what_is_over(app: &App, db: &mut Connection) -> Result<usize, Problem> {
    let mut handed_in = 0;
    for attempt in attempts::store::over(db, app.clock.now()).await? {
        let id = attempt.id;
        let submitted = async {
            let bound = taking::bind(&app.course, db, attempt).await?;
            award::submit_attempt(app, db, bound).await
        };
        match submitted.await {
            Ok((_, outcome)) => handed_in += usize::from(outcome.is_some()),
            Err(problem) => {
                let problem = problem.kind.name();
                tracing::warn!(attempt.id = %id, problem, "an attempt whose time is over cannot be handed in and waits");
            }
        }
    }
    Ok(handed_in)
}
