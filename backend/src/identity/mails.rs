//! Mails about accounts.

use crate::{
    app::App,
    locale::Language,
    mail::{Action, Letter},
    t,
};

/// Confirm that you read mail at this address.
pub fn confirmation(app: &App, language: Language, name: &str, secret: &str) -> Letter {
    Letter {
        language,
        subject: t!(language, "mail-confirm-subject"),
        greeting: t!(language, "mail-greeting", name = name),
        paragraphs: vec![t!(language, "mail-confirm-text"), t!(language, "mail-ignore")],
        action: Some(Action {
            label: t!(language, "mail-confirm-action"),
            address: app.address(&format!("/confirm/{secret}?lang={language}")),
        }),
        also: None,
        closing: t!(language, "mail-closing"),
        stop: None,
    }
}

/// Somebody registered with an address that has an account.
pub fn account_exists(app: &App, language: Language, name: &str) -> Letter {
    Letter {
        language,
        subject: t!(language, "mail-exists-subject"),
        greeting: t!(language, "mail-greeting", name = name),
        paragraphs: vec![t!(language, "mail-exists-text"), t!(language, "mail-ignore")],
        action: Some(Action { label: t!(language, "mail-exists-action"), address: app.address("/forgotten-password") }),
        also: None,
        closing: t!(language, "mail-closing"),
        stop: None,
    }
}

/// Choose a new password.
pub fn password_reset(app: &App, language: Language, name: &str, secret: &str) -> Letter {
    Letter {
        language,
        subject: t!(language, "mail-reset-subject"),
        greeting: t!(language, "mail-greeting", name = name),
        paragraphs: vec![t!(language, "mail-reset-text"), t!(language, "mail-ignore")],
        action: Some(Action {
            label: t!(language, "mail-reset-action"),
            address: app.address(&format!("/new-password/{secret}?lang={language}")),
        }),
        also: None,
        closing: t!(language, "mail-closing"),
        stop: None,
    }
}
