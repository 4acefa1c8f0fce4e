//! Who is who: accounts, passwords, sessions and what each role may.

pub mod access;
pub mod api;
pub mod browser;
pub mod kept_form;
pub mod mails;
pub mod pages;
pub mod passwords;
pub mod registering;
pub mod sign_in_pages;
pub mod signing_in;
pub mod store;
pub mod throttle;
pub mod tokens;

use crate::{
    db::pg_enum,
    ids::{AccountId, SessionId},
    locale::Language,
    problem::Reason,
};
use certificates::Unprintable;
use chrono::Duration;
use lettre::message::Mailbox;
use sha2::{Digest, Sha256};
use std::{fmt, net::Ipv4Addr};

pg_enum! {
    Role as crate::schema::sql_types::Role { Learner = "learner", Trainer = "trainer", Hr = "hr", Administrator = "administrator" }
}

pg_enum! {
    SessionKind as crate::schema::sql_types::SessionKind { Browser = "browser", Api = "api" }
}

/// How long a mailed link works.
pub const LINK_LIFETIME: Duration = Duration::hours(24);
/// How long a browser may rest before it must sign in again; each use in the second half starts it anew.
pub const BROWSER_SESSION: Duration = Duration::hours(12);
/// How long an API client may rest before it must sign in again.
pub const API_SESSION: Duration = Duration::days(30);

/// The person behind a request.
#[derive(Clone, Debug)]
pub struct Viewer {
    pub session: SessionId,
    pub account: AccountId,
    pub name: String,
    pub role: Role,
    pub language: Language,
}

/// What a request proves by that it is somebody's.
pub enum Credential {
    /// The session of an access token whose signature was verified.
    Token(SessionId),
    /// The hash of a browser's cookie.
    Cookie([u8; 32]),
}

/// An e-mail address, in lower case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Email(String);

impl Email {
    /// At most 254 characters (RFC 5321, 4.5.3.1.3), and one that lettre can send to: the name of the domain in ASCII (RFC 5891),
    /// nothing in quotation marks, no number of a machine in place of a name.
    pub fn parse(text: &str) -> Result<Self, Reason> {
        let text = text.trim().to_lowercase();
        let (local, domain) = text.rsplit_once('@').ok_or(Reason::NotAnEmail)?;
        let domain = idna::domain_to_ascii(domain).map_err(|_| Reason::NotAnEmail)?;
        let text = format!("{local}@{domain}");
        if text.len() > 254 {
            return Err(Reason::TooLong(254));
        }
        let is_name = domain.contains('.') && !domain.starts_with('[') && domain.parse::<Ipv4Addr>().is_err();
        let can_be_mailed = text.parse::<lettre::Address>().is_ok() && text.parse::<Mailbox>().is_ok();
        if is_name && can_be_mailed { Ok(Self(text)) } else { Err(Reason::NotAnEmail) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A person's name as it will be printed on a brevet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonName(String);

impl PersonName {
    /// One line of at most 100 characters that fits on the brevet; runs of spaces become one.
    pub fn parse(text: &str) -> Result<Self, Reason> {
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match name.chars().count() {
            101.. => Err(Reason::TooLong(100)),
            0 | 1 => Err(Reason::TooShort(2)),
            _ => match certificates::can_print(&name) {
                Ok(()) => Ok(Self(name)),
                Err(Unprintable::NoGlyph(letter)) => Err(Reason::NotPrintable(letter)),
                Err(Unprintable::Invisible) => Err(Reason::Invisible),
                Err(Unprintable::TooLong) => Err(Reason::TooWide),
            },
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A password that somebody chose; never shown, never logged.
pub struct NewPassword(String);

impl NewPassword {
    pub const SHORTEST: usize = 12;
    const LONGEST: usize = 200;

    /// Long enough and not easily guessed (OWASP ASVS 5.0, 6.2), also by whoever knows the person's address and name; no rules
    /// about kinds of characters.
    pub fn parse(text: &str, email: &str, name: &str) -> Result<Self, Reason> {
        match text.chars().count() {
            ..Self::SHORTEST => Err(Reason::TooShort(Self::SHORTEST)),
            count if count > Self::LONGEST => Err(Reason::TooLong(Self::LONGEST)),
            _ if is_easily_guessed(text) || is_easily_guessed(&without(text, &[email, name])) => {
                Err(Reason::CommonPassword)
            }
            _ => Ok(Self(text.to_owned())),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_easily_guessed(text: &str) -> bool {
    zxcvbn::zxcvbn(text, &["connectoo"]).score() < zxcvbn::Score::Two
}

/// What is left of a text when the words of others are taken out: words that everybody knows make nothing harder to guess, and
/// to zxcvbn three of them in a row would do.
fn without(text: &str, others: &[&str]) -> String {
    let others = others.join(" ").to_lowercase();
    let words = others.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    words.fold(text.to_lowercase(), |left, word| left.replace(word, ""))
}

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassword")
    }
}

/// 256 random bits that a person or a browser carries; we keep its hash only.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new() -> Self {
        use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
        use ring::rand::{SecureRandom, SystemRandom};
        let mut bytes = [0; 32];
        SystemRandom::new().fill(&mut bytes).expect("the machine gives random bytes");
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// A secret as it was given out: 43 characters of base64url. Anything else was never one.
    pub fn parse(text: &str) -> Option<Self> {
        let well_formed =
            text.len() == 43 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        well_formed.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

impl Default for Secret {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_kept_in_lower_case() {
        assert_eq!(Email::parse(" An.Peeters@Example.BE ").unwrap().as_str(), "an.peeters@example.be");
        assert_eq!(Email::parse("Zoe@Exämple.be").unwrap().as_str(), "zoe@xn--exmple-cua.be");
        let unmailable = ["\"a b\"@example.be", "a@[127.0.0.1]", "a@127.0.0.1"];
        let wrong = ["", "an", "an@", "@example.be", "an@example", "an peeters@example.be", "an@exa\nmple.be"];
        for wrong in wrong.into_iter().chain(unmailable) {
            assert_eq!(Email::parse(wrong), Err(Reason::NotAnEmail), "{wrong:?}");
        }
    }

    #[test]
    fn a_name_is_one_line() {
        assert_eq!(PersonName::parse("  Łukasz \n  O’Çelebi ").unwrap().as_str(), "Łukasz O’Çelebi");
        assert_eq!(PersonName::parse("x"), Err(Reason::TooShort(2)));
        assert_eq!(PersonName::parse(&"x".repeat(101)), Err(Reason::TooLong(100)));
        assert_eq!(PersonName::parse(&"A".repeat(99)), Err(Reason::TooWide));
        assert_eq!(PersonName::parse("李 小龍"), Err(Reason::NotPrintable('李')));
        assert_eq!(PersonName::parse("Lina\u{200b} Janssens"), Err(Reason::Invisible));
    }

    #[test]
    fn a_password_is_long_and_not_common() {
        let parse = |text| NewPassword::parse(text, "lina.janssens@fedasil.be", "Lina Janssens");
        assert_eq!(parse("short").unwrap_err(), Reason::TooShort(12));
        assert_eq!(parse("password1234").unwrap_err(), Reason::CommonPassword);
        assert_eq!(parse("aaaaaaaaaaaaaaaa").unwrap_err(), Reason::CommonPassword);
        assert!(parse("een koe in de tuin").is_ok() && parse("lina ziet een koe in de tuin").is_ok());
        for own in ["lina.janssens@fedasil.be", "Lina Janssens", "linajanssens", "Janssens-Lina", "LINA.JANSSENS1"] {
            assert_eq!(parse(own).unwrap_err(), Reason::CommonPassword, "{own}");
        }
    }
}
