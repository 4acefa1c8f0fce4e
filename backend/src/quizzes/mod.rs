//! Questions: their kinds, what is shown of them and what an answer to them is.

pub mod answers;
pub mod asked;
pub mod best;
pub mod drawing;
pub mod form;
pub mod given;
pub mod layout;
pub mod marking;
pub mod outcome;
pub mod practice;
pub mod random;
pub mod review;
pub mod scenario;
pub mod scenes;
pub mod screen;
pub mod way;

use crate::locale::Localised;
use scenario::Scenario;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The stable id of a question within its module: the name of its file.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct QuestionId(String);

impl QuestionId {
    /// Lower-case words joined by hyphens.
    pub fn parse(text: &str) -> Option<Self> {
        is_slug(text).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its name where questions of several modules stand together: `csam--lost-phone`.
    pub fn of_module(&self, code: &str) -> Self {
        Self(format!("{code}{JOINT}{}", self.0))
    }

    /// The id within a module of a question that stands among those of others; none when it is of another module.
    pub fn within_module(&self, code: &str) -> Option<Self> {
        let id = self.0.strip_prefix(code)?.strip_prefix(JOINT)?;
        Some(Self(id.to_owned()))
    }
}

/// Between a module's code, which does not contain it, and the id of a question.
pub const JOINT: &str = "--";

impl fmt::Display for QuestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a text may be a key or an id: lower-case letters, digits and hyphens, beginning with a letter or digit.
pub fn is_slug(text: &str) -> bool {
    let bytes = text.as_bytes();
    !bytes.is_empty()
        && bytes.len() <= 80
        && bytes[0] != b'-'
        && bytes.iter().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-')
}

/// A question as an edition holds it, with its key.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Question {
    pub id: QuestionId,
    /// Its topics; the first is the one it is drawn for.
    pub tags: Vec<String>,
    /// 1 easy, 2, 3 hard.
    pub difficulty: u8,
    pub text: Localised,
    /// Why the right answer is right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Localised>,
    /// The lesson to read again, as in `lessons/01-what-csam-is`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<String>,
    #[serde(flatten)]
    pub body: Body,
}

impl Question {
    /// How hard it is by its author's word, on the scale of the Rasch model: 1, 2 and 3 are −1, 0 and 1 logit.
    pub fn logits(&self) -> f64 {
        f64::from(self.difficulty) - 2.0
    }

    /// The slug of the lesson to read again.
    pub fn read_slug(&self) -> Option<&str> {
        self.read.as_deref().map(|read| read.strip_prefix("lessons/").unwrap_or(read))
    }
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Body {
    SingleChoice {
        options: Vec<Choice>,
    },
    MultipleChoice {
        options: Vec<Choice>,
    },
    /// The items stand in the right order.
    Ordering {
        items: Vec<Item>,
    },
    Matching {
        pairs: Vec<Pair>,
        #[serde(default)]
        distractors: Vec<Item>,
    },
    Numeric {
        answer: f64,
        tolerance: f64,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<Localised>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        feedback: Option<Localised>,
    },
    Scenario(Scenario),
}

impl Body {
    pub fn kind(&self) -> &'static str {
        match self {
            Self::SingleChoice { .. } => "singleChoice",
            Self::MultipleChoice { .. } => "multipleChoice",
            Self::Ordering { .. } => "ordering",
            Self::Matching { .. } => "matching",
            Self::Numeric { .. } => "numeric",
            Self::Scenario(_) => "scenario",
        }
    }
}

/// An option of a choice question.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Choice {
    pub key: String,
    pub correct: bool,
    pub text: Localised,
    pub feedback: Localised,
}

/// Something to put in order, or a right side that no left side belongs to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Item {
    pub key: String,
    pub text: Localised,
}

/// Two sides that belong together.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Pair {
    pub key: String,
    pub left: Localised,
    pub right: Localised,
}
