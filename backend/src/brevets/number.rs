//! The number of a brevet: 75 random bits and a check character, in Crockford's base 32 (no I, L, O, U).
//!
//! The check is the parity symbol of a Reed–Solomon code over GF(32): one wrong character, or two neighbours that changed
//! places, always show. A typo is thereby told from a number that was never issued.

use ring::rand::{SecureRandom, SystemRandom};
use std::fmt;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 16;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BrevetNumber(String);

/// A text that cannot be the number of a brevet: too short, too long, or mistyped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mistyped;

impl BrevetNumber {
    pub fn new() -> Self {
        let mut random = [0; LENGTH - 1];
        SystemRandom::new().fill(&mut random).expect("the machine gives random bytes");
        let values = random.map(|byte| byte & 31);
        let with_check = values.into_iter().chain([parity(&values)]);
        Self(with_check.map(|value| char::from(ALPHABET[usize::from(value)])).collect())
    }

    /// Reads what people type: in any case, with spaces or hyphens, O for 0, I or L for 1.
    pub fn parse(text: &str) -> Result<Self, Mistyped> {
        let typed = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '‑' | '.'));
        let mut values = Vec::with_capacity(LENGTH);
        for character in typed {
            let character = match character.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value = ALPHABET.iter().position(|known| char::from(*known) == character).ok_or(Mistyped)?;
            values.push(value as u8);
        }
        let (check, digits) = values.split_last().ok_or(Mistyped)?;
        if values.len() != LENGTH || parity(digits) != *check {
            return Err(Mistyped);
        }
        Ok(Self(values.iter().map(|value| char::from(ALPHABET[usize::from(*value)])).collect()))
    }

    /// Sixteen characters, as stored and as in addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for BrevetNumber {
    fn default() -> Self {
        Self::new()
    }
}

/// In groups of four, as printed.
impl fmt::Display for BrevetNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}-{}", &self.0[..4], &self.0[4..8], &self.0[8..12], &self.0[12..])
    }
}

/// Horner's rule with the generator x of GF(32): each place weighs another power of it.
fn parity(values: &[u8]) -> u8 {
    times_x(values.iter().fold(0, |sum, value| times_x(sum) ^ value))
}

/// Multiplication by x modulo x⁵ + x² + 1.
fn times_x(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 32 == 0 { shifted } else { shifted ^ 0b10_0101 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_printed_is_read_back_as_people_type_it() {
        let number = BrevetNumber::new();
        let printed = number.to_string();
        assert_eq!(printed.len(), 19);
        for typed in [
            printed.clone(),
            printed.to_lowercase(),
            printed.replace('-', " "),
            printed.replace('0', "o").replace('1', "l"),
        ] {
            assert_eq!(BrevetNumber::parse(&typed), Ok(number.clone()), "{typed}");
        }
        for wrong in ["", "ABCD", &printed[1..], &format!("{printed}0"), "UUUU-UUUU-UUUU-UUUU"] {
            assert_eq!(BrevetNumber::parse(wrong), Err(Mistyped), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn one_wrong_character_always_shows(place in 0usize..LENGTH, other in 0usize..32) {
            let number = BrevetNumber::new();
            let mut typed: Vec<u8> = number.as_str().bytes().collect();
            prop_assume!(typed[place] != ALPHABET[other]);
            typed[place] = ALPHABET[other];
            prop_assert_eq!(BrevetNumber::parse(std::str::from_utf8(&typed).unwrap()), Err(Mistyped));
        }

        #[test]
        fn two_neighbours_that_changed_places_always_show(place in 0usize..LENGTH - 1) {
            let number = BrevetNumber::new();
            let mut typed: Vec<u8> = number.as_str().bytes().collect();
            prop_assume!(typed[place] != typed[place + 1]);
            typed.swap(place, place + 1);
            prop_assert_eq!(BrevetNumber::parse(std::str::from_utf8(&typed).unwrap()), Err(Mistyped));
        }
    }
}
