//! The statement in the QR code: what a brevet says, signed, so that it can be checked when the register is out of reach.
//!
//! The code stands in the fragment of the verification address, which no browser sends to a server. 17 bytes and an
//! ES256 signature over them and the brevet's number, in base 32 (RFC 4648), which a QR code holds in 5.5 bits a character:
//!
//! ```text
//! 1  version (high half) and level (low half: 1 basic, 2 expert)
//! 2  day of issue, counted from 1 January 2020
//! 2  last day of validity, counted likewise; 0 when there is none
//! 8  the beginning of SHA-256 over number and name, so that a name can be compared and none be read
//! 4  the beginning of the key's thumbprint
//! 64 the signature, over "connectoo-statement" 0x01, the number and these 17 bytes
//! ```

use chrono::{Days, NaiveDate};
use data_encoding::BASE32_NOPAD;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::badge_key::{BadgeKey, BadgeKeyError, BadgePublicKey};
use crate::sheet::Level;

const VERSION: u8 = 1;
const BODY: usize = 17;
const LENGTH: usize = BODY + 64;
/// Keeps a statement from ever being taken for another thing that the same key signs: a JWT begins with "eyJ".
const DOMAIN: &[u8] = b"connectoo-statement\x01";
/// In characters: longer than any address of ours, shorter than what would be work to read.
const LONGEST: usize = 2000;

/// What the QR code of a brevet says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Statement {
    /// Without separators.
    pub number: String,
    pub level: Level,
    pub issued_on: NaiveDate,
    pub valid_until: Option<NaiveDate>,
    /// Of the holder's name.
    pub name: NameMark,
}

/// Tells whether a name is the holder's without telling the name. Salted with the brevet's number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NameMark([u8; 8]);

/// Why a text is no statement of ours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NoStatement {
    #[error("there is no signed statement in it, only an address or a number")]
    Absent,
    #[error("the statement is incomplete or mistyped")]
    Damaged,
    #[error("the statement is signed with a key that is not among the known ones")]
    UnknownKey,
    #[error("the signature does not fit: number or statement were changed")]
    Forged,
}

/// A day outside the years 2020 to 2199, or a key that cannot sign.
#[derive(Debug, thiserror::Error)]
pub enum StatementError {
    #[error("the day {0} is outside what a statement can hold")]
    Day(NaiveDate),
    #[error("the statement was not signed")]
    Key(#[from] BadgeKeyError),
}

/// Of a name; each is tried as the first.
const MOST_WORDS: usize = 50;

impl NameMark {
    pub fn of(number: &str, holder: &str) -> Self {
        let digest = Sha256::digest(format!("{}\n{}", bare(number), comparable(holder)));
        let [a, b, c, d, e, f, g, h, ..] = <[u8; 32]>::from(digest);
        Self([a, b, c, d, e, f, g, h])
    }
}

impl Statement {
    /// The code for the fragment of the verification address.
    ///
    /// # Errors
    /// When a day is outside the years 2020 to 2199, or the key cannot sign.
    pub fn sign(&self, key: &BadgeKey) -> Result<String, StatementError> {
        let mut body = vec![VERSION << 4 | self.level.code()];
        body.extend(day_code(self.issued_on)?.to_be_bytes());
        body.extend(self.valid_until.map_or(Ok(0), day_code)?.to_be_bytes());
        body.extend(self.name.0);
        body.extend(key.public().hint());
        let signature = key.sign(&signed(&self.number, &body))?;
        body.extend(signature);
        Ok(BASE32_NOPAD.encode(&body))
    }

    /// Reads a scanned address (or `NUMBER#CODE`) and checks its signature with the keys that are known.
    ///
    /// # Errors
    /// The first reason for which it is not a statement of one of these keys.
    pub fn check(text: &str, keys: &[BadgePublicKey]) -> Result<Self, NoStatement> {
        let (number, bytes) = read(text)?;
        let (body, signature) = bytes.split_at(BODY);
        let statement = Self::decode(number, body).ok_or(NoStatement::Damaged)?;
        let mut candidates = keys.iter().filter(|key| body.ends_with(&key.hint())).peekable();
        if candidates.peek().is_none() {
            return Err(NoStatement::UnknownKey);
        }
        let message = signed(&statement.number, body);
        if candidates.any(|key| key.verifies(&message, signature)) { Ok(statement) } else { Err(NoStatement::Forged) }
    }

    /// Whether this is the holder's name; case, accents, spaces and hyphens do not count, nor whether the family name comes first
    /// or last.
    pub fn names(&self, holder: &str) -> bool {
        let mut words: Vec<&str> = holder.split_whitespace().take(MOST_WORDS).collect();
        (0..words.len()).any(|_| {
            words.rotate_left(1);
            NameMark::of(&self.number, &words.concat()) == self.name
        })
    }

    fn decode(number: String, body: &[u8]) -> Option<Self> {
        let &[head, i1, i2, u1, u2, ref rest @ ..] = body else { return None };
        (head >> 4 == VERSION).then_some(())?;
        let until = u16::from_be_bytes([u1, u2]);
        Some(Self {
            number,
            level: Level::from_code(head & 15)?,
            issued_on: day(u16::from_be_bytes([i1, i2]))?,
            valid_until: if until == 0 { None } else { Some(day(until)?) },
            name: NameMark(rest.get(..8)?.try_into().ok()?),
        })
    }
}

impl Level {
    fn code(self) -> u8 {
        match self {
            Self::Basic => 1,
            Self::Expert => 2,
        }
    }

    fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// Number and bytes of a scanned address.
fn read(text: &str) -> Result<(String, Vec<u8>), NoStatement> {
    if text.chars().nth(LONGEST).is_some() {
        return Err(NoStatement::Damaged);
    }
    let (address, code) = text.trim().rsplit_once('#').ok_or(NoStatement::Absent)?;
    let path = address.split('?').next().unwrap_or_default().trim_end_matches('/');
    let number = bare(path.rsplit('/').next().unwrap_or_default());
    let code: String = code.chars().filter(|character| !character.is_whitespace()).collect();
    if code.is_empty() {
        return Err(NoStatement::Absent);
    }
    let bytes = BASE32_NOPAD.decode(code.to_ascii_uppercase().as_bytes()).map_err(|_| NoStatement::Damaged)?;
    let whole = bytes.len() == LENGTH && !number.is_empty() && number.chars().all(|one| one.is_ascii_alphanumeric());
    if whole { Ok((number, bytes)) } else { Err(NoStatement::Damaged) }
}

fn signed(number: &str, body: &[u8]) -> Vec<u8> {
    [DOMAIN, bare(number).as_bytes(), body].concat()
}

/// A number without what people put between its characters.
fn bare(number: &str) -> String {
    number.chars().filter(|one| !one.is_whitespace() && *one != '-').collect::<String>().to_ascii_uppercase()
}

/// Letters and digits alone, in lower case and without accents. The script of the verification page does the same.
fn comparable(name: &str) -> String {
    let letters: String = name.nfkd().filter(|one| one.is_alphanumeric()).collect();
    letters.to_lowercase().replace('ς', "σ")
}

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 1, 1).expect("the first of January 2020 was a day")
}

fn day_code(day: NaiveDate) -> Result<u16, StatementError> {
    let days = (day - first_day()).num_days();
    u16::try_from(days).ok().filter(|days| *days > 0).ok_or(StatementError::Day(day))
}

fn day(code: u16) -> Option<NaiveDate> {
    first_day().checked_add_days(Days::new(code.into()))
}
