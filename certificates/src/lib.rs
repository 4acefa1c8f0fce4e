//! The brevet: facts and keys in, a sealed PDF out, and the check back.
//!
//! Nothing here reads a clock, a database, the network or the environment. A brevet is one PDF file that is at
//! once signed (PAdES B-B, ETSI EN 319 142-1), archival (PDF/A-2a, ISO 19005-2) and accessible (PDF/UA-1,
//! ISO 14289-1); it is written once and never touched again.
//!
//! ```no_run
//! # fn wanted(sheet: certificates::Sheet, key: certificates::SealKey) -> Result<(), certificates::IssueError> {
//! let pdf = certificates::issue(&sheet, &key)?;
//! # Ok(())
//! # }
//! ```

pub mod badge;
pub mod check;
pub mod keys;
pub mod statement;

mod attachment;
mod badge_key;
mod cms;
mod column;
mod face;
mod field;
mod finish;
mod fit;
mod font;
mod foot;
mod holder;
mod kerning;
mod layout;
mod ornament;
mod paper;
mod pdf;
mod qr;
mod seal;
mod sheet;
mod tags;
mod words;
mod xmp;

pub use badge_key::{BadgeKey, BadgeKeyError, BadgePublicKey};
pub use cms::CmsError;
pub use finish::FinishError;
pub use fit::FitError;
pub use font::{MissingGlyph, SubsetError};
pub use holder::{Unprintable, can_print};
pub use keys::{Fingerprint, KeyError, SealKey};
pub use layout::LayoutError;
pub use qr::QrError;
pub use seal::SealError;
pub use sheet::{Language, Level, Sheet};

use finish::Purpose;

/// Why a sheet could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    #[error("the sheet could not be laid out")]
    Layout(#[from] LayoutError),
    #[error("the file could not be completed")]
    Finish(#[from] FinishError),
}

/// Why a brevet could not be issued.
#[derive(Debug, thiserror::Error)]
pub enum IssueError {
    #[error("the seal's certificate is not valid at the time of sealing")]
    CertificateOutOfDate,
    #[error("the sheet could not be drawn")]
    Render(#[from] RenderError),
    #[error("the brevet could not be sealed")]
    Seal(#[from] SealError),
}

/// The sealed brevet. These bytes are the brevet: store them, for an EC key never makes the same ones again.
///
/// # Errors
/// When a text does not fit or has a letter that no font has, or when the key cannot seal at `sealed_at`.
pub fn issue(sheet: &Sheet, key: &SealKey) -> Result<Vec<u8>, IssueError> {
    if !key.facts().covers(sheet.sealed_at) {
        return Err(IssueError::CertificateOutOfDate);
    }
    let pdf = draw(sheet, Purpose::ToBeSealed)?;
    Ok(seal::seal(pdf, key)?)
}

/// The same sheet without a seal, for a preview. Equal sheets give equal bytes.
///
/// # Errors
/// When a text does not fit or has a letter that no font has.
pub fn render(sheet: &Sheet) -> Result<Vec<u8>, RenderError> {
    draw(sheet, Purpose::Unsealed)
}

fn draw(sheet: &Sheet, purpose: Purpose) -> Result<Vec<u8>, RenderError> {
    let composition = layout::compose(sheet)?;
    Ok(finish::finish(sheet, composition, purpose)?)
}
