//! Breaks: the clock of an attempt stands still until the learner goes on, or the break is used up.

use super::{
    Attempt, State, store,
    taking::Bound,
    time_limit::{NoBreak, TimeLimit},
};
use crate::{
    app::App,
    db::Connection,
    problem::{Kind, Problem},
};
use chrono::{DateTime, Utc};

impl From<NoBreak> for Problem {
    fn from(refusal: NoBreak) -> Self {
        match refusal {
            NoBreak::NothingLeft => Kind::NoBreakLeft.into(),
            NoBreak::TimeOver => Kind::TimeOver.into(),
        }
    }
}

/// Begins a break; one that runs goes on.
pub async fn begin(app: &App, db: &mut Connection, bound: Bound) -> Result<Bound, Problem> {
    change(db, bound, app.clock.now(), TimeLimit::pause).await
}

/// Ends the break, if one runs.
pub async fn end(app: &App, db: &mut Connection, bound: Bound) -> Result<Bound, Problem> {
    change(db, bound, app.clock.now(), |clock, at| Ok(clock.resume(at))).await
}

/// How often an attempt is read again because somebody changed its clock at the same moment.
const PATIENCE: usize = 3;

async fn change(
    db: &mut Connection,
    Bound { mut attempt, paper }: Bound,
    at: DateTime<Utc>,
    change: impl Fn(&TimeLimit, DateTime<Utc>) -> Result<TimeLimit, NoBreak>,
) -> Result<Bound, Problem> {
    for _ in 0..PATIENCE {
        let clock = clock(&attempt)?;
        let changed = change(clock, at)?;
        if changed == *clock || store::set_time(db, &attempt, clock, &changed).await? {
            attempt.time = Some(changed);
            return Ok(Bound { attempt, paper });
        }
        let again = store::attempt(db, attempt.learner, attempt.id).await?;
        attempt = again.ok_or(Kind::ResourceNotFound)?;
    }
    Err(Problem::retry_after(Kind::Busy, 1))
}

fn clock(attempt: &Attempt) -> Result<&TimeLimit, Problem> {
    match (&attempt.state, &attempt.time) {
        (State::Submitted(_), _) => Err(attempt.closed().into()),
        (State::Open, None) => Err(Kind::NoBreakLeft.into()),
        (State::Open, Some(clock)) => Ok(clock),
    }
}
