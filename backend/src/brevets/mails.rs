//! Mails about brevets.

use super::Brevet;
use crate::{
    app::App,
    locale::Language,
    mail::{Action, Letter},
    t,
};

/// Your brevet is ready.
pub fn sealed(app: &App, brevet: &Brevet, language: Language) -> Letter {
    let level = app.course.taught().curriculum.level(brevet.level).map(|rules| rules.names.get(language).to_owned());
    let level = level.unwrap_or_default();
    let number = brevet.number.to_string();
    Letter {
        language,
        subject: t!(language, "mail-brevet-subject", level = level.as_str()),
        greeting: t!(language, "mail-greeting", name = brevet.holder.as_str()),
        paragraphs: vec![
            t!(language, "mail-brevet-text", level = level.as_str()),
            t!(language, "mail-brevet-check", number = number.as_str()),
        ],
        action: Some(Action { label: t!(language, "mail-brevet-action"), address: app.address("/brevets") }),
        closing: t!(language, "mail-closing"),
    }
}
