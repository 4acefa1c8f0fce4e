//! What other pages say of live sessions.

use super::{RegistrationState, mails, store};
use crate::{
    app::App,
    competencies::{Level, LevelRules},
    db::Connection,
    identity::{Role, Viewer},
    locale::Language,
    problem::Problem,
    t,
};

/// What "my learning" says of live sessions.
pub struct Notice {
    /// What levels ask for; else, to who has no seat, that one can take part.
    pub sentences: Vec<String>,
    pub next: Option<Next>,
}

/// The next session in which a person has a seat or waits for one.
pub struct Next {
    pub title: String,
    /// Of the title.
    pub language: Language,
    pub link: String,
    pub when: String,
    pub is_seated: bool,
}

/// None where no level asks for any session, none is coming, and the viewer gives none. `needs_seats` tells for which levels
/// the viewer has to register still.
pub async fn notice(
    app: &App,
    db: &mut Connection,
    viewer: &Viewer,
    needs_seats: impl Fn(Level) -> bool,
    language: Language,
) -> Result<Option<Notice>, Problem> {
    let (taught, at) = (app.course.taught(), app.clock.now());
    let ahead = store::ahead(db, viewer.account, at).await?;
    let next = ahead.into_iter().find(|(session, registration)| session.is_ahead_of(registration, at));
    let next = next.map(|(session, registration)| Next {
        link: session.page(),
        when: mails::when(&session, language),
        is_seated: registration.state == RegistrationState::Seated,
        language: session.language,
        title: session.title,
    });
    let asking = taught.curriculum.0.iter().filter(|rules| needs_seats(rules.level));
    let sentence = |rules: &LevelRules| {
        t!(language, "live-notice-asked", level = rules.names.get(language), count = rules.live_sessions)
    };
    let sentences: Vec<String> = asking.map(sentence).collect();
    if next.is_some() || !sentences.is_empty() {
        return Ok(Some(Notice { sentences, next }));
    }
    let gives = matches!(viewer.role, Role::Trainer | Role::Administrator);
    let is_any = gives || store::is_any_coming(db, Level::ALL, at).await?;
    Ok(is_any.then(|| Notice { sentences: vec![t!(language, "live-notice")], next }))
}
