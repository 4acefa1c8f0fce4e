//! Small PDF values, written the same way everywhere.

use chrono::{DateTime, Datelike, Timelike};
use lopdf::{Object, ObjectId, StringFormat};

use crate::paper::Area;

pub(crate) fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

pub(crate) fn reference(id: ObjectId) -> Object {
    Object::Reference(id)
}

/// A text string in UTF-16BE with its mark (ISO 32000-1, 7.9.2.2).
pub(crate) fn text(text: &str) -> Object {
    let bytes = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes.collect(), StringFormat::Hexadecimal)
}

pub(crate) fn rectangle(area: Area) -> Vec<Object> {
    [area.left, area.bottom, area.right, area.top].map(|value| Object::Real((value * 100.0).round() / 100.0)).to_vec()
}

/// One moment, in the two ways in which a PDF file writes it. Unix seconds in, UTC out.
#[derive(Clone, Copy)]
pub(crate) struct Moment(DateTime<chrono::Utc>);

impl Moment {
    /// None when the second lies outside the years that chrono knows.
    pub fn from_unix(seconds: i64) -> Option<Self> {
        DateTime::from_timestamp(seconds, 0).filter(|moment| (0..=9999).contains(&moment.year())).map(Self)
    }

    /// ISO 32000-1, 7.9.4.
    pub fn pdf(self) -> String {
        let Self(at) = self;
        let (year, month, day) = (at.year(), at.month(), at.day());
        format!("D:{year:04}{month:02}{day:02}{:02}{:02}{:02}Z", at.hour(), at.minute(), at.second())
    }

    /// ISO 8601, as XMP writes it.
    pub fn xmp(self) -> String {
        let Self(at) = self;
        let (year, month, day) = (at.year(), at.month(), at.day());
        format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", at.hour(), at.minute(), at.second())
    }
}
