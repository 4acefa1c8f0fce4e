//! Seals a finished file in place: computes the byte range, signs the rest, fills the gap. One revision, never two.

use memchr::memmem;
use sha2::{Digest, Sha256};

use crate::cms::{self, CmsError};
use crate::keys::SealKey;

/// Bytes kept free for the CMS; the file holds twice as many, since they are written in hexadecimal. A seal with one
/// certificate takes 0.9 KB with a P-256 key and 2.1 KB with RSA-4096. With a timestamp token and its chain this
/// must grow to 16 KiB.
pub(crate) const RESERVED: usize = 8 * 1024;

/// Stands in /ByteRange until its numbers are known: ten digits, so that no file is too long for them.
pub(crate) const BYTE_RANGE_MARK: i64 = 9_999_999_999;

/// Why a finished file could not be sealed.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    #[error("the finished file does not hold exactly one {0}")]
    Place(&'static str),
    #[error("the seal takes {needed} bytes and only {RESERVED} are reserved")]
    TooLarge { needed: usize },
    #[error("the file is too long for its byte range")]
    TooLong,
    #[error("the seal could not be made")]
    Cms(#[from] CmsError),
}

/// The sealed file (ISO 32000-1, 12.8.1 and ETSI EN 319 142-1, 5.3).
pub(crate) fn seal(mut pdf: Vec<u8>, key: &SealKey) -> Result<Vec<u8>, SealError> {
    let gap = gap(&pdf)?;
    write_byte_range(&mut pdf, &gap)?;
    let digest = digest(&pdf, &gap);
    let seal = cms::sign(key, digest)?;
    if seal.len() > RESERVED {
        return Err(SealError::TooLarge { needed: seal.len() });
    }
    let digits = seal.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(hex_digit);
    for (place, digit) in pdf[gap.from + 1..gap.to - 1].iter_mut().zip(digits) {
        *place = digit;
    }
    Ok(pdf)
}

/// The part of a file that a seal does not cover: the hexadecimal string of the seal, with its brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    pub from: usize,
    pub to: usize,
}

/// SHA-256 of all that is outside the gap.
pub(crate) fn digest(pdf: &[u8], gap: &Gap) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(&pdf[..gap.from]);
    hash.update(&pdf[gap.to..]);
    hash.finalize().into()
}

fn gap(pdf: &[u8]) -> Result<Gap, SealError> {
    const BEFORE: &[u8] = b"/Contents<00000000";
    let from = only(pdf, BEFORE).ok_or(SealError::Place("/Contents"))? + "/Contents".len();
    let to = from + 2 + 2 * RESERVED;
    match pdf.get(to - 1) {
        Some(b'>') => Ok(Gap { from, to }),
        Some(_) | None => Err(SealError::Place("/Contents")),
    }
}

fn write_byte_range(pdf: &mut [u8], gap: &Gap) -> Result<(), SealError> {
    let mark = format!("/ByteRange[0 {BYTE_RANGE_MARK} {BYTE_RANGE_MARK} {BYTE_RANGE_MARK}]");
    let place = only(pdf, mark.as_bytes()).ok_or(SealError::Place("/ByteRange"))?;
    let range = format!("/ByteRange[0 {} {} {}]", gap.from, gap.to, pdf.len() - gap.to);
    if range.len() > mark.len() {
        return Err(SealError::TooLong);
    }
    let padded = format!("{range:<width$}", width = mark.len());
    pdf[place..place + mark.len()].copy_from_slice(padded.as_bytes());
    Ok(())
}

/// Where the words stand, when they stand there once only.
pub(crate) fn only(pdf: &[u8], words: &[u8]) -> Option<usize> {
    let mut places = memmem::find_iter(pdf, words);
    places.next().filter(|_| places.next().is_none())
}

fn hex_digit(value: u8) -> u8 {
    b"0123456789ABCDEF"[usize::from(value)]
}
