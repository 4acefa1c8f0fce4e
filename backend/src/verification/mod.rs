//! Verification: anyone learns what a brevet is worth, without an account. What is shown comes from the register alone.

pub mod api;
pub mod pages;

use crate::{
    app::App,
    brevets::{Brevet, BrevetState, number::BrevetNumber, printed::Printed, store},
    db::Connection,
    identity::throttle::{self, Counted},
    problem::{Kind, Problem},
};

/// Every fact that is printed on the brevet, and its state now.
pub struct Verified {
    pub brevet: Brevet,
    pub state: BrevetState,
    pub printed: Printed,
}

impl Verified {
    pub fn new(app: &App, brevet: Brevet) -> Self {
        Self { state: brevet.state(app.clock.now()), printed: Printed::of(app, &brevet), brevet }
    }
}

/// Looks a number up. A typo is told from a number that was never issued. Numbers that were never issued are counted for the
/// network address they are asked from, so that nobody can go through them; who asks for brevets that exist never waits.
pub async fn verify(app: &App, db: &mut Connection, number: &str, address: &str) -> Result<Verified, Problem> {
    let number = BrevetNumber::parse(number).map_err(|_| Kind::MistypedBrevetNumber)?;
    let guesses = Counted::NumberFrom(address);
    throttle::pass(db, guesses, Kind::TooManyRequests, app.clock.now()).await?;
    match store::brevet_by_number(db, &number).await? {
        Some(brevet) => Ok(Verified::new(app, brevet)),
        None => {
            throttle::reserve(db, &[guesses], Kind::TooManyRequests, app.clock.now()).await?;
            Err(Kind::UnknownBrevet.into())
        }
    }
}
