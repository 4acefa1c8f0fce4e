//! One wrong input: where it stands, why it is refused, and what to enter instead.

use crate::{locale::Language, t};
use serde_json::{Map, Value};

/// Where a wrong input stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    Body,
    Query,
}

/// Why an input is refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    Unknown,
    Missing,
    /// JSON that cannot be read from this line and column on, both from 1.
    Malformed(usize, usize),
    WrongType,
    TooShort(usize),
    TooLong(usize),
    NotAnEmail,
    CommonPassword,
    /// Not one of what was offered.
    NotOffered,
    Repeated,
    Incomplete,
    NotANumber,
    /// A letter that no font of the brevet has.
    NotPrintable(char),
    /// A character that nobody sees.
    Invisible,
    /// A name for which the brevet has no room, though it is not too long.
    TooWide,
    /// What it is already.
    Unchanged,
    EmptyFile,
    NotAPdf,
    FileTooLarge,
    /// Neither CSV nor XLSX.
    NotAList,
    /// A list without a line.
    EmptyList,
    TooManyRows(usize),
    /// No whole number from one to the other.
    OutOfRange(i32, i32),
    /// No date and time.
    NotAMoment,
    /// No address that begins with https.
    NotAWebAddress,
    /// Before what it must come after.
    TooEarly,
    /// After what it must come before.
    TooLate,
    /// Over already.
    InThePast,
    NotATrainer,
    /// So many seats are taken.
    FewerThanTaken(i32),
    /// What cannot change any more, since people registered for it.
    PeopleRegistered,
    /// Whether one was there oneself.
    OwnAttendance,
}

/// One wrong input.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Issue {
    pub place: Place,
    /// The name of the property or parameter; empty for the whole body.
    pub name: String,
    /// What was given, where it may be repeated (never a password).
    pub value: Option<Value>,
    pub reason: Reason,
}

impl Issue {
    pub fn body(name: impl Into<String>, reason: Reason) -> Self {
        Self { place: Place::Body, name: name.into(), value: None, reason }
    }

    /// A JSON body that cannot be read.
    pub fn malformed(error: &serde_json::Error) -> Self {
        Self::body("", Reason::Malformed(error.line(), error.column()))
    }

    /// What is wrong and what to enter instead.
    pub fn detail(&self, language: Language) -> String {
        match &self.reason {
            Reason::Unknown => t!(language, "issue-unknown", name = self.name.as_str()),
            Reason::Missing => match self.name.as_str() {
                "email" => t!(language, "issue-missing-email"),
                "name" => t!(language, "issue-missing-name"),
                "password" => t!(language, "issue-missing-password"),
                "answer" => t!(language, "issue-missing-answer"),
                "number" => t!(language, "issue-missing-number"),
                "file" => t!(language, "issue-missing-file"),
                "list" => t!(language, "issue-missing-list"),
                "reason" => t!(language, "issue-missing-reason"),
                "note" => t!(language, "issue-missing-note"),
                "competencies" => t!(language, "issue-missing-competencies"),
                "title" => t!(language, "issue-missing-title"),
                "startsAt" => t!(language, "issue-missing-start"),
                "endsAt" => t!(language, "issue-missing-end"),
                "capacity" => t!(language, "issue-missing-capacity"),
                "place" => t!(language, "issue-missing-place"),
                _ => t!(language, "issue-missing"),
            },
            Reason::Malformed(line, column) => t!(language, "issue-malformed", line = *line, column = *column),
            Reason::WrongType => t!(language, "issue-wrong-type"),
            Reason::TooShort(least) => match self.name.as_str() {
                "password" => t!(language, "issue-short-password", least = *least),
                _ => t!(language, "issue-too-short", least = *least),
            },
            Reason::TooLong(most) => t!(language, "issue-too-long", most = *most),
            Reason::NotAnEmail => t!(language, "issue-not-an-email"),
            Reason::CommonPassword => t!(language, "issue-common-password"),
            Reason::NotOffered => t!(language, "issue-not-offered"),
            Reason::Repeated => t!(language, "issue-repeated"),
            Reason::Incomplete => t!(language, "issue-incomplete"),
            Reason::NotANumber => match self.name.as_str() {
                "answer" => t!(language, "issue-only-a-number"),
                _ => t!(language, "issue-not-a-number"),
            },
            Reason::NotPrintable(letter) => t!(language, "issue-not-printable", letter = letter.to_string()),
            Reason::Invisible => match self.name.as_str() {
                "name" | "holder" => t!(language, "issue-invisible"),
                _ => t!(language, "issue-invisible-text"),
            },
            Reason::TooWide => t!(language, "issue-too-wide"),
            Reason::Unchanged => t!(language, "issue-unchanged"),
            Reason::EmptyFile => t!(language, "issue-empty-file"),
            Reason::NotAPdf => t!(language, "issue-not-a-pdf"),
            Reason::FileTooLarge => t!(language, "issue-file-too-large"),
            Reason::NotAList => t!(language, "issue-not-a-list"),
            Reason::EmptyList => t!(language, "issue-empty-list"),
            Reason::TooManyRows(most) => t!(language, "issue-too-many-rows", most = *most),
            Reason::OutOfRange(least, most) => t!(language, "issue-out-of-range", least = *least, most = *most),
            Reason::NotAMoment => t!(language, "issue-not-a-moment"),
            Reason::NotAWebAddress => t!(language, "issue-not-a-web-address"),
            Reason::TooEarly => t!(language, "issue-too-early"),
            Reason::TooLate => t!(language, "issue-too-late"),
            Reason::InThePast => t!(language, "issue-in-the-past"),
            Reason::NotATrainer => t!(language, "issue-not-a-trainer"),
            Reason::FewerThanTaken(taken) => t!(language, "issue-fewer-than-taken", taken = *taken),
            Reason::PeopleRegistered => t!(language, "issue-people-registered"),
            Reason::OwnAttendance => t!(language, "issue-own-attendance"),
        }
    }

    /// As the problem document lists it.
    pub(super) fn json(&self, language: Language) -> Value {
        let kind = match self.reason {
            Reason::Unknown => "unknownInput",
            Reason::Missing | Reason::Malformed(..) | Reason::WrongType | Reason::TooShort(_) | Reason::TooLong(_) => {
                "schemaViolation"
            }
            Reason::NotOffered => "referencedResourceNotFound",
            Reason::NotAnEmail
            | Reason::CommonPassword
            | Reason::Repeated
            | Reason::Incomplete
            | Reason::NotANumber
            | Reason::NotPrintable(_)
            | Reason::Invisible
            | Reason::TooWide
            | Reason::Unchanged
            | Reason::EmptyFile
            | Reason::NotAPdf
            | Reason::FileTooLarge
            | Reason::NotAList
            | Reason::EmptyList
            | Reason::TooManyRows(_)
            | Reason::OutOfRange(..)
            | Reason::NotAMoment
            | Reason::NotAWebAddress
            | Reason::TooEarly
            | Reason::TooLate
            | Reason::InThePast
            | Reason::NotATrainer
            | Reason::FewerThanTaken(_)
            | Reason::PeopleRegistered
            | Reason::OwnAttendance => "invalidInput",
        };
        let mut issue = Map::new();
        issue.insert("type".into(), format!("urn:problem-type:belgif:input-validation:{kind}").into());
        issue.insert(
            "in".into(),
            match self.place {
                Place::Body => "body".into(),
                Place::Query => "query".into(),
            },
        );
        if !self.name.is_empty() {
            issue.insert("name".into(), self.name.as_str().into());
        }
        if let Some(value) = &self.value {
            issue.insert("value".into(), value.clone());
        }
        issue.insert("detail".into(), self.detail(language).into());
        issue.into()
    }
}
