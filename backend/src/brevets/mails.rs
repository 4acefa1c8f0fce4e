//! Mails about brevets.

use super::{Brevet, changes::Revoking, number::BrevetNumber, reminder_store::Ending, state::RevocationReason};
use crate::{
    app::App,
    competencies::Level,
    locale::{self, Language},
    mail::{Action, Letter},
    t,
};

/// Your brevet is ready: the first, a renewed or a corrected one.
pub fn sealed(app: &App, brevet: &Brevet, language: Language) -> Letter {
    let level = level(app, brevet.level, language);
    let number = brevet.number.to_string();
    let text = match brevet {
        Brevet { issue: 2.., .. } => t!(language, "mail-brevet-corrected", level = level.as_str()),
        Brevet { period: 2.., .. } => t!(language, "mail-brevet-renewed", level = level.as_str()),
        _ => t!(language, "mail-brevet-text", level = level.as_str()),
    };
    Letter {
        language,
        subject: t!(language, "mail-brevet-subject", level = level.as_str()),
        greeting: t!(language, "mail-greeting", name = brevet.holder.as_str()),
        paragraphs: vec![text, t!(language, "mail-brevet-check", number = number.as_str())],
        action: Some(to_brevets(app, language)),
        also: None,
        closing: t!(language, "mail-closing"),
        stop: None,
    }
}

/// Your brevet was revoked, and why.
pub fn revoked(app: &App, brevet: &Brevet, revoking: &Revoking, language: Language) -> Letter {
    let (level, number) = (level(app, brevet.level, language), brevet.number.to_string());
    let reason = reason(revoking.reason, language);
    let note = revoking.note.as_ref().map(|note| t!(language, "mail-revoked-note", note = note.as_str()));
    let told = t!(language, "mail-revoked-text", level = level.as_str(), number = number.as_str());
    let why = t!(language, "mail-revoked-reason", reason = reason.as_str());
    let paragraphs = [Some(told), Some(why), note, Some(t!(language, "mail-revoked-meaning"))];
    Letter {
        language,
        subject: t!(language, "mail-revoked-subject", level = level.as_str()),
        greeting: t!(language, "mail-greeting", name = brevet.holder.as_str()),
        paragraphs: paragraphs.into_iter().flatten().collect(),
        action: Some(to_brevets(app, language)),
        also: None,
        closing: t!(language, "mail-closing"),
        stop: None,
    }
}

/// Another brevet with the corrected name stands in the place of yours.
pub fn replaced(app: &App, old: &Brevet, new: &Brevet, language: Language) -> Letter {
    let (level, number, by) = (level(app, old.level, language), old.number.to_string(), new.number.to_string());
    let told = t!(
        language,
        "mail-replaced-text",
        level = level.as_str(),
        number = number.as_str(),
        by = by.as_str(),
        name = new.holder.as_str()
    );
    Letter {
        language,
        subject: t!(language, "mail-replaced-subject", level = level.as_str()),
        greeting: t!(language, "mail-greeting", name = new.holder.as_str()),
        paragraphs: vec![told, t!(language, "mail-replaced-meaning")],
        action: Some(to_brevets(app, language)),
        also: None,
        closing: t!(language, "mail-closing"),
        stop: None,
    }
}

/// Your brevet ends, and how to renew it. `secret` is that of the link to get no more of these.
pub fn reminder(app: &App, of: Level, ending: &Ending, opens: bool, secret: &str) -> Letter {
    let language = ending.language;
    let (level, last_day) = (level(app, of, language), locale::date(language, ending.valid_until));
    let number =
        BrevetNumber::parse(&ending.number).map_or_else(|_| ending.number.clone(), |number| number.to_string());
    let subject = match opens {
        true => t!(language, "mail-reminder-opens", level = level.as_str()),
        false => t!(language, "mail-reminder-ends", level = level.as_str(), day = last_day.as_str()),
    };
    let text =
        t!(language, "mail-reminder-text", level = level.as_str(), number = number.as_str(), day = last_day.as_str());
    Letter {
        language,
        subject,
        greeting: t!(language, "mail-greeting", name = ending.name.as_str()),
        paragraphs: vec![text, t!(language, "mail-reminder-how")],
        action: Some(to_brevets(app, language)),
        also: None,
        closing: t!(language, "mail-closing"),
        stop: Some(Action {
            label: t!(language, "mail-reminder-stop"),
            address: app.address(&format!("/reminders/{secret}?lang={language}")),
        }),
    }
}

/// Why a brevet was revoked, in words that anybody may read.
pub fn reason(reason: RevocationReason, language: Language) -> String {
    match reason {
        RevocationReason::IssuedInError => t!(language, "revoked-issued-in-error"),
        RevocationReason::RulesBroken => t!(language, "revoked-rules-broken"),
        RevocationReason::HolderAsked => t!(language, "revoked-holder-asked"),
        RevocationReason::Other => t!(language, "revoked-other"),
    }
}

fn level(app: &App, level: Level, language: Language) -> String {
    let taught = app.course.taught();
    taught.curriculum.level(level).map(|rules| rules.names.get(language).to_owned()).unwrap_or_default()
}

fn to_brevets(app: &App, language: Language) -> Action {
    Action { label: t!(language, "mail-brevet-action"), address: app.address("/brevets") }
}
