//! The facts that one brevet prints.

use chrono::NaiveDate;

/// Everything that is printed on one brevet. Nothing else is: no clock, no setting, no database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The public number. Printed as it is when it has its own separators, else in groups of four.
    pub number: String,
    /// The holder's name, as the holder wants it printed.
    pub holder: String,
    pub level: Level,
    /// The language of every fixed word on the sheet.
    pub language: Language,
    /// The civil day of award.
    pub issued_on: NaiveDate,
    /// The last day on which the brevet is valid; without it, no end of validity is printed.
    pub valid_until: Option<NaiveDate>,
    /// The competencies, already in the sheet's language, in the order of the programme.
    pub competencies: Vec<String>,
    /// The organisation that awards and seals, named in the sheet's language.
    pub issuer: String,
    /// The address of the page that verifies this brevet: the QR code and the printed link.
    pub verification_address: String,
    /// The signed statement (see [`crate::statement`]): in the QR code and the link, not in print.
    pub statement: Option<String>,
    /// The badge (see [`crate::badge`]) to put inside the file, which then is PDF/A-3a instead of 2a.
    pub badge: Option<String>,
    /// The seal is a demonstration seal: the sheet says that it has no official value.
    pub demonstration: bool,
    /// The sheet is an example: it says so, across the page too.
    pub specimen: bool,
    /// When it is sealed, in unix seconds: the date inside the seal and of the file.
    pub sealed_at: i64,
}

/// The two levels of the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    Basic,
    Expert,
}

impl Level {
    pub const ALL: [Self; 2] = [Self::Basic, Self::Expert];
}

/// The languages in which a brevet can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    Nl,
    Fr,
    De,
    En,
}

impl Language {
    pub const ALL: [Self; 4] = [Self::Nl, Self::Fr, Self::De, Self::En];

    /// The BCP 47 tag that the file carries, so that a screen reader takes the right voice.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl-BE",
            Self::Fr => "fr-BE",
            Self::De => "de-BE",
            Self::En => "en-GB",
        }
    }
}

impl Sheet {
    /// The number as a person reads it aloud.
    pub(crate) fn grouped_number(&self) -> String {
        let number = self.number.trim();
        if number.contains(['-', ' ', '.', '/']) {
            return number.to_owned();
        }
        let characters: Vec<char> = number.chars().collect();
        let groups: Vec<String> = characters.chunks(4).map(|group| group.iter().collect()).collect();
        groups.join(" ")
    }

    /// The verification address with the statement.
    pub(crate) fn scanned_address(&self) -> String {
        let address = self.verification_address.trim();
        match &self.statement {
            Some(statement) => format!("{address}#{statement}"),
            None => address.to_owned(),
        }
    }

    /// The verification address without what a reader need not type.
    pub(crate) fn printed_address(&self) -> &str {
        let address = self.verification_address.trim();
        address.strip_prefix("https://").unwrap_or(address)
    }
}
