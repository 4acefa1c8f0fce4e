//! The brevet: facts and keys in, a sealed PDF out, and the check back.
//!
//! Nothing here reads a clock, a database, the network or the environment; what a timestamp or a proof of validity
//! needs from the network is asked for in bytes and given back in bytes. A brevet is one PDF file that is at
//! once signed (PAdES B-B, B-T or B-LT, ETSI EN 319 142-1), archival (PDF/A-2a, ISO 19005-2) and accessible (PDF/UA-1,
//! ISO 14289-1); it is written once and never touched again.
//!
//! ```no_run
//! # fn wanted(sheet: certificates::Sheet, key: certificates::keys::SoftwareKey) -> Result<(), certificates::IssueError> {
//! let pdf = certificates::issue(&sheet, &key)?;
//! # Ok(())
//! # }
//! ```

pub mod badge;
pub mod check;
pub mod keys;
pub mod revocation;
pub mod statement;
pub mod timestamp;

mod algorithm;
mod attachment;
mod badge_key;
mod certificate;
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
mod store;
mod tags;
mod words;
mod xmp;

pub use badge_key::{BadgeKey, BadgeKeyError, BadgePublicKey};
pub use certificate::{Certificate, CertificateFacts, Fingerprint};
pub use cms::CmsError;
pub use finish::FinishError;
pub use fit::FitError;
pub use font::{MissingGlyph, SubsetError};
pub use holder::{Unprintable, can_print};
pub use keys::{KeyError, SealKey};
pub use layout::LayoutError;
pub use qr::QrError;
pub use seal::{SealError, Signed};
pub use sheet::{Language, Level, Sheet};

use finish::Purpose;
use revocation::Evidence;
use seal::Room;

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

/// The brevet, sealed without a timestamp (level B-B). These bytes are the brevet: store them, for an EC key never
/// makes the same ones again.
///
/// # Errors
/// When a text does not fit or has a letter that no font has, or when the key cannot seal at `sealed_at`.
pub fn issue(sheet: &Sheet, key: &dyn SealKey) -> Result<Vec<u8>, IssueError> {
    Ok(signed(sheet, key, None, None)?.into_pdf()?)
}

/// The brevet with its signature made, and room for a timestamp over it, whose token has at most so many bytes (the file has
/// twice as many for it, used or not): take one over [`Signed::imprint`], then [`Signed::timestamped`] and
/// [`Signed::into_pdf`]. With evidence it can be checked when nothing answers any more.
///
/// # Errors
/// As [`issue`].
pub fn sign(
    sheet: &Sheet,
    key: &dyn SealKey,
    timestamp: usize,
    evidence: Option<&Evidence>,
) -> Result<Signed, IssueError> {
    signed(sheet, key, Some(timestamp), evidence)
}

fn signed(
    sheet: &Sheet,
    key: &dyn SealKey,
    timestamp: Option<usize>,
    evidence: Option<&Evidence>,
) -> Result<Signed, IssueError> {
    if !key.facts().covers(sheet.sealed_at) {
        return Err(IssueError::CertificateOutOfDate);
    }
    let room = Room::of(key, timestamp);
    let pdf = draw(sheet, Purpose::ToBeSealed { room, evidence })?;
    Ok(seal::sign(pdf, room, key)?)
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
