//! Mail: letters in the person's language, written into the outbox in the transaction they belong to, sent after it.

pub mod deliver;
pub mod opt_out;
pub mod store;

use crate::{db::pg_enum, locale::Language, t};
use askama::Template;

pg_enum! {
    MailState as crate::schema::sql_types::MailState {
        Waiting = "waiting",
        Sent = "sent",
        /// No mail server is configured.
        Kept = "kept",
        /// The mail server said for good that the recipient takes no mail.
        Refused = "refused",
    }
}

/// What a mail says: a greeting by name, paragraphs, and one thing to do; at most one more that some want as well.
pub struct Letter {
    pub language: Language,
    pub subject: String,
    pub greeting: String,
    pub paragraphs: Vec<String>,
    pub action: Option<Action>,
    pub also: Option<Action>,
    pub closing: String,
    /// The way to get no more such letters.
    pub stop: Option<Action>,
}

pub struct Action {
    pub label: String,
    pub address: String,
}

impl Action {
    /// What stands above its address where there are no buttons.
    fn line(&self, language: &Language) -> String {
        t!(*language, "mail-link", label = self.label.as_str())
    }
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    letter: &'a Letter,
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct Text<'a> {
    letter: &'a Letter,
}

impl Letter {
    pub fn html(&self) -> Result<String, askama::Error> {
        Html { letter: self }.render()
    }

    pub fn text(&self) -> Result<String, askama::Error> {
        Text { letter: self }.render()
    }
}
