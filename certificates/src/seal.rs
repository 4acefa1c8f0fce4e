//! Seals a finished file in place: computes the byte range, signs the rest, fills the gap. One revision, never two.

use memchr::memmem;

use crate::algorithm::Hash;
use crate::cms::{self, CmsError, Parts};
use crate::keys::SealKey;
use crate::timestamp::Timestamp;

/// The bytes kept free for the CMS; the file holds twice as many, since they are written in hexadecimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Room(usize);

/// What a timestamp adds to a seal beside its token: the attribute around it, and longer lengths of all that holds it.
const AROUND_TIMESTAMP: usize = 64;

impl Room {
    /// For the longest seal that this key makes, with a timestamp token of at most so many bytes.
    pub fn of(key: &dyn SealKey, timestamp: Option<usize>) -> Self {
        Self(key.chain().longest_seal + timestamp.map_or(0, |token| token + AROUND_TIMESTAMP))
    }

    pub const fn bytes(self) -> usize {
        self.0
    }
}

/// Stands in /ByteRange until its numbers are known: ten digits, so that no file is too long for them.
pub(crate) const BYTE_RANGE_MARK: i64 = 9_999_999_999;

/// Why a finished file could not be sealed.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    #[error("the finished file does not hold exactly one {0}")]
    Place(&'static str),
    #[error("the seal takes {needed} bytes and only {reserved} are reserved")]
    TooLarge { needed: usize, reserved: usize },
    #[error("the file is too long for its byte range")]
    TooLong,
    #[error("the seal could not be made")]
    Cms(#[from] CmsError),
}

/// A file whose seal is signed and not written into it yet: this is the moment for a timestamp.
pub struct Signed {
    pdf: Vec<u8>,
    gap: Gap,
    parts: Parts,
}

/// Signs the finished file (ISO 32000-1, 12.8.1 and ETSI EN 319 142-1, 5.3).
pub(crate) fn sign(mut pdf: Vec<u8>, room: Room, key: &dyn SealKey) -> Result<Signed, SealError> {
    let gap = open_gap(&mut pdf, room)?;
    write_byte_range(&mut pdf, &gap)?;
    let digest = digest(&pdf, &gap, key.algorithm().hash());
    Ok(Signed { parts: cms::sign(key, &digest)?, pdf, gap })
}

impl Signed {
    /// The SHA-256 over which a timestamp is to be taken.
    pub fn imprint(&self) -> [u8; 32] {
        self.parts.imprint()
    }

    /// With a timestamp: level B-T, or B-LT where the file holds the evidence.
    #[must_use]
    pub fn timestamped(mut self, timestamp: &Timestamp) -> Self {
        self.parts.timestamp = Some(timestamp.token.clone());
        self
    }

    /// The sealed file. These bytes are the brevet: store them, for an EC key never makes the same ones again.
    ///
    /// # Errors
    /// When the seal, with its certificates and its timestamp, is larger than what was kept free for it.
    pub fn into_pdf(self) -> Result<Vec<u8>, SealError> {
        let Self { mut pdf, gap, parts } = self;
        let seal = parts.into_der().map_err(CmsError::Asn1)?;
        let place = &mut pdf[gap.from + 1..gap.to - 1];
        if seal.len() * 2 > place.len() {
            return Err(SealError::TooLarge { needed: seal.len(), reserved: place.len() / 2 });
        }
        let digits = seal.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(hex_digit);
        for (place, digit) in place.iter_mut().zip(digits) {
            *place = digit;
        }
        Ok(pdf)
    }
}

/// The part of a file that a seal does not cover: the hexadecimal string of the seal, with its brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    pub from: usize,
    pub to: usize,
}

/// The hash of all that is outside the gap.
pub(crate) fn digest(pdf: &[u8], gap: &Gap, hash: Hash) -> Vec<u8> {
    hash.of(&[&pdf[..gap.from], &pdf[gap.to..]])
}

/// Finds the digits that are kept free and makes them a hexadecimal string.
fn open_gap(pdf: &mut [u8], room: Room) -> Result<Gap, SealError> {
    const BEFORE: &[u8] = b"/Contents(00000000";
    let from = only(pdf, BEFORE).ok_or(SealError::Place("/Contents"))? + "/Contents".len();
    let to = from + 2 + 2 * room.bytes();
    match pdf.get(to - 1) {
        Some(b')') => {
            pdf[from] = b'<';
            pdf[to - 1] = b'>';
            Ok(Gap { from, to })
        }
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
