//! Verification: anyone learns what a brevet is worth, without an account. What is shown comes from the register alone.

pub mod api;
pub mod batches;
mod columns;
pub mod file;
pub mod file_pages;
mod given;
pub mod list;
pub mod list_api;
mod list_form;
pub mod list_pages;
pub mod pages;
pub mod picture;
mod spreadsheet;
pub mod statement;
pub mod store;
mod table;

use crate::{
    app::App,
    brevets::{Brevet, BrevetState, number::BrevetNumber, printed::Printed, seal_certificates, store as brevet_store},
    db::Connection,
    identity::throttle::{self, Counted},
    problem::{Kind, Problem},
};
use actix_web::web::Bytes;
use file::{Prints, Seal};

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
    match brevet_store::brevet_by_number(db, &number).await? {
        Some(brevet) => Ok(Verified::new(app, brevet)),
        None => {
            throttle::reserve(db, &[guesses], Kind::TooManyRequests, app.clock.now()).await?;
            Err(Kind::UnknownBrevet.into())
        }
    }
}

/// What an uploaded file is worth.
pub enum FileVerdict {
    /// To the byte the file that was issued. What the brevet is worth is another matter.
    Original(Box<Verified>),
    /// Made of a brevet of ours, but not the file that was issued; with the brevet when we can tell which.
    Altered(Option<Box<Verified>>),
    /// Our seal is genuine, but the register does not hold this file: it comes from another installation, or of a time that a
    /// restored backup has forgotten. Never as good as valid.
    SealedElsewhere,
    Unknown {
        encrypted: bool,
    },
}

impl FileVerdict {
    pub fn word(&self) -> &'static str {
        match self {
            Self::Original(verified) => verified.state.word(),
            Self::Altered(_) => "altered",
            Self::SealedElsewhere => "sealedElsewhere",
            Self::Unknown { .. } => "unknown",
        }
    }
}

/// Tells what a file is: the register of hashes first, then what it was made of, then its seal.
pub async fn verify_file(app: &App, db: &mut Connection, bytes: Bytes) -> Result<FileVerdict, Problem> {
    let looked_at = bytes.clone();
    let prints = tokio::task::spawn_blocking(move || Prints::of(&looked_at)).await.map_err(Problem::internal)?;
    let altered = |brevet| FileVerdict::Altered(Some(Box::new(Verified::new(app, brevet))));
    if let Some(brevet) = brevet_store::brevet_of_file(db, &[prints.whole]).await? {
        return Ok(FileVerdict::Original(Box::new(Verified::new(app, brevet))));
    }
    if let Some(brevet) = brevet_store::brevet_of_file(db, &prints.beginnings).await? {
        return Ok(altered(brevet));
    }
    let ours = seal_certificates::believed(db).await?;
    let seal = tokio::task::spawn_blocking(move || file::seal(&bytes, &ours)).await.map_err(Problem::internal)?;
    if seal == Seal::Genuine {
        return Ok(FileVerdict::SealedElsewhere);
    }
    let claimed = match &prints.claim {
        Some(number) => brevet_store::brevet_by_number(db, number).await?,
        None => None,
    };
    Ok(match (claimed, seal) {
        (Some(brevet), _) => altered(brevet),
        (None, Seal::Misused) => FileVerdict::Altered(None),
        (None, _) => FileVerdict::Unknown { encrypted: prints.encrypted },
    })
}
