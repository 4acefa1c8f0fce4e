//! What an uploaded file is, told from its bytes alone: no PDF reader ever opens it, and it is never stored.

use crate::{brevets::number::BrevetNumber, problem::Reason};
use certificates::{
    Fingerprint,
    check::{self, NotOurs},
};
use memchr::memmem;
use sha2::{Digest, Sha256};

/// Whether a file can be a brevet at all.
pub fn refusal(bytes: &[u8]) -> Option<Reason> {
    match bytes {
        [] => Some(Reason::EmptyFile),
        bytes if !bytes.starts_with(b"%PDF-") => Some(Reason::NotAPdf),
        _ => None,
    }
}

/// What the register is asked about a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Prints {
    pub whole: [u8; 32],
    /// Of its beginnings that end as a PDF does.
    pub beginnings: Vec<[u8; 32]>,
    /// The number in the file's own description. It proves nothing: only what the register says of it counts.
    pub claim: Option<BrevetNumber>,
    /// A brevet never asks for a password.
    pub encrypted: bool,
}

impl Prints {
    pub fn of(bytes: &[u8]) -> Self {
        Self {
            whole: Sha256::digest(bytes).into(),
            beginnings: check::known_prefixes(bytes).into_iter().map(|prefix| prefix.sha256).collect(),
            claim: claim(bytes),
            encrypted: memmem::find(bytes, b"/Encrypt").is_some(),
        }
    }
}

/// The number between the marks that our description (XMP) has, which rewriting a file leaves readable.
fn claim(bytes: &[u8]) -> Option<BrevetNumber> {
    const BEFORE: &[u8] = b"<dc:identifier>";
    let from = memmem::find(bytes, BEFORE)? + BEFORE.len();
    let text = bytes[from..].split(|byte| *byte == b'<').next()?;
    BrevetNumber::parse(std::str::from_utf8(text).ok()?).ok()
}

/// What the seal of a file says that the register does not know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Seal {
    /// One of ours, and the file is as it was sealed.
    Genuine,
    /// One of ours, on something else than was sealed with it.
    Misused,
    /// None of ours.
    Foreign,
}

pub fn seal(bytes: &[u8], ours: &[Fingerprint]) -> Seal {
    match check::strict(bytes, ours) {
        Ok(_) => Seal::Genuine,
        Err(NotOurs::Changed | NotOurs::BrokenSeal) => Seal::Misused,
        Err(_) => Seal::Foreign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_pdf_is_told_at_once() {
        assert_eq!(refusal(b""), Some(Reason::EmptyFile));
        assert_eq!(refusal(b"PK\x03\x04"), Some(Reason::NotAPdf));
        assert_eq!(refusal(b" %PDF-1.7"), Some(Reason::NotAPdf));
        assert_eq!(refusal(b"%PDF-1.7\n"), None);
    }

    #[test]
    fn the_number_that_a_file_claims_is_read_and_nothing_else() {
        let number = BrevetNumber::new();
        let file = format!("%PDF-1.7 <dc:identifier>{number}</dc:identifier>");
        assert_eq!(Prints::of(file.as_bytes()).claim, Some(number));
        for none in ["%PDF-1.7", "<dc:identifier>", "<dc:identifier>ABCD</dc:identifier>", "<dc:identifier>\u{e9}<"] {
            assert_eq!(Prints::of(none.as_bytes()).claim, None, "{none}");
        }
    }
}
