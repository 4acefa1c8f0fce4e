//! Verification: anyone learns what a brevet is worth, without an account. What is shown comes from the register alone.

pub mod api;
pub mod pages;

use crate::{
    app::App,
    brevets::{Brevet, BrevetState, number::BrevetNumber, store},
    db::Connection,
    locale::Language,
    problem::{Kind, Problem},
};

/// Every fact that is printed on the brevet, and its state now.
pub struct Verified {
    pub brevet: Brevet,
    pub state: BrevetState,
    pub level: String,
    pub competencies: Vec<String>,
}

/// Looks a number up. A typo is told from a number that was never issued.
pub async fn verify(app: &App, db: &mut Connection, number: &str, language: Language) -> Result<Verified, Problem> {
    let number = BrevetNumber::parse(number).map_err(|_| Kind::MistypedBrevetNumber)?;
    let brevet = store::brevet_by_number(db, &number).await?.ok_or(Kind::UnknownBrevet)?;
    let taught = app.course.taught();
    let level = taught.curriculum.level(brevet.level).map(|rules| rules.names.get(language).to_owned());
    let competencies = brevet.competencies(&taught.curriculum, language);
    Ok(Verified {
        state: brevet.state(app.clock.now()),
        level: level.unwrap_or_default(),
        competencies: competencies.into_iter().map(str::to_owned).collect(),
        brevet,
    })
}
