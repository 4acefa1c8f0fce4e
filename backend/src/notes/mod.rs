//! Bookmarks and notes: what a learner keeps at lessons, for nobody else to see. There is one note and one bookmark for a lesson.

pub mod api;
pub mod file;
pub mod keeping;
pub mod own;
pub mod pages;
pub mod places;
pub mod store;

use crate::{
    ids::{EditionId, NoteRevision},
    problem::Reason,
};
use chrono::{DateTime, Duration, Utc};

/// The longest note, in characters.
pub const LONGEST: usize = 5000;
/// So long a text that was deleted or replaced can be put back.
pub const EARLIER_KEPT: Duration = Duration::days(30);
/// And so many of them for each lesson.
pub const MOST_EARLIER: i64 = 20;

/// A lesson of a module, by their names.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LessonName {
    pub module: String,
    pub lesson: String,
}

/// As addresses name it: the module, and the lesson.
impl From<(String, String)> for LessonName {
    fn from((module, lesson): (String, String)) -> Self {
        Self { module, lesson }
    }
}

/// The text of a note: lines of readable characters, not too many.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoteText(String);

impl NoteText {
    /// An empty text is no note. Line ends become one sign; what else cannot be read, as programs paste it, is left out.
    pub fn parse(text: &str) -> Result<Self, Reason> {
        let lines = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'], "\n");
        let readable: String = lines.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        let text = readable.trim_end();
        match text.chars().count() {
            0 => Err(Reason::Missing),
            1..=LONGEST if text.trim().is_empty() => Err(Reason::Missing),
            1..=LONGEST => Ok(Self(text.to_owned())),
            _ => Err(Reason::TooLong(LONGEST)),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    pub at: LessonName,
    /// At which it was written.
    pub edition: EditionId,
    pub text: String,
    pub revision: NoteRevision,
    pub written_at: DateTime<Utc>,
}

/// A text that was deleted or replaced.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Earlier {
    pub note: Note,
    pub replaced_at: DateTime<Utc>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bookmark {
    pub at: LessonName,
    pub edition: EditionId,
    pub set_at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_note_is_lines_of_readable_text() {
        let text = |text: &str| NoteText::parse(text).map(|text| text.0);
        assert_eq!(text("a\r\nb\u{b}c\u{0}\td \n\n"), Ok("a\nb\nc\td".into()));
        assert_eq!(text(" \n\u{0}"), Err(Reason::Missing));
        assert_eq!(text(&"é".repeat(LONGEST)).map(|text| text.chars().count()), Ok(LONGEST));
        assert_eq!(text(&"é".repeat(LONGEST + 1)), Err(Reason::TooLong(LONGEST)));
    }

    proptest! {
        #[test]
        fn what_was_taken_is_taken_again_unchanged(text in "\\PC{0,40}[\r\n\t\u{b}]{0,4}\\PC{0,40}") {
            if let Ok(taken) = NoteText::parse(&text) {
                prop_assert_eq!(NoteText::parse(taken.as_str()), Ok(taken));
            }
        }
    }
}
