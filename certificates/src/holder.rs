//! The holder's name: how it is set, and whether it can be, asked long before there is a sheet.

use unicode_normalization::UnicodeNormalization;

use crate::fit::{FitError, Fitted, fit, sizes};
use crate::font::{MissingGlyph, Typeface, face_for, invisible};
use crate::layout::COLUMN;

const TYPEFACE: Typeface = Typeface::SerifSemibold;

/// In characters. Two lines of the thinnest letters have fewer; what is longer is not even measured.
const LONGEST: usize = 1000;

/// Why a holder's name cannot be printed. It never has the name in it, so that it may stand in a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unprintable {
    /// The first character that cannot be drawn.
    #[error("no font on the sheet has a glyph for {0:?} (U+{code:04X})", code = u32::from(*.0))]
    NoGlyph(char),
    #[error("the name does not fit its place on the sheet, even in the smallest size")]
    TooLong,
    /// Also a name of nothing but space.
    #[error("the name is blank or has a character that cannot be seen")]
    Invisible,
}

/// Whether a sheet can bear this holder's name: [`issue`](crate::issue) then never fails because of it.
///
/// The name is looked at as it is printed: composed (NFC), with each run of space as one. Nothing is drawn, so ask it
/// when the name is typed.
///
/// ```
/// use certificates::{Unprintable, can_print};
///
/// assert_eq!(can_print("Amélie Van den Broeck"), Ok(()));
/// assert_eq!(can_print("李 小龍"), Err(Unprintable::NoGlyph('李')));
/// assert_eq!(can_print("An\u{200b}na"), Err(Unprintable::Invisible));
/// ```
///
/// # Errors
/// When a character has no glyph or cannot be seen, whichever comes first, or else when the name is too long. A letter
/// that is written from right to left counts as one without a glyph, since the sheet would set its word backwards.
pub fn can_print(holder: &str) -> Result<(), Unprintable> {
    if holder.trim().is_empty() {
        return Err(Unprintable::Invisible);
    }
    if holder.chars().nth(LONGEST).is_some() {
        return Err(Unprintable::TooLong);
    }
    holder.nfc().try_for_each(can_print_character)?;
    match fitted(holder) {
        Ok(_) => Ok(()),
        Err(FitError::TooLong { .. }) => Err(Unprintable::TooLong),
        Err(FitError::Missing(MissingGlyph { character })) => Err(Unprintable::NoGlyph(character)),
    }
}

/// On one line while it is large enough, else on two.
pub(crate) fn fitted(name: &str) -> Result<Fitted, FitError> {
    match fit(name, TYPEFACE, &sizes(34.0, 24.0), COLUMN.width(), 1) {
        Err(FitError::TooLong { .. }) => fit(name, TYPEFACE, &sizes(26.0, 11.0), COLUMN.width(), 2),
        fitted_or_missing => fitted_or_missing,
    }
}

fn can_print_character(character: char) -> Result<(), Unprintable> {
    if invisible(character) || looks_empty(character) {
        return Err(Unprintable::Invisible);
    }
    // Every other space is printed as the plain one.
    let drawn = character.is_whitespace() || (!is_hebrew(character) && face_for(character, TYPEFACE).is_ok());
    if drawn { Ok(()) } else { Err(Unprintable::NoGlyph(character)) }
}

/// The joiner and the fillers of Unicode that are no white space, and the one letter that our face leaves empty (ᵅ).
fn looks_empty(character: char) -> bool {
    matches!(character, '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{1d45}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}')
}

/// The only letters from right to left that our faces have.
fn is_hebrew(character: char) -> bool {
    matches!(character, '\u{591}'..='\u{5f4}' | '\u{fb1d}'..='\u{fb4f}')
}
