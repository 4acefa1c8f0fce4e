//! What other pages say of live sessions.

use super::store;
use crate::{
    app::App,
    competencies::{Level, LevelRules},
    db::Connection,
    identity::{Role, Viewer},
    locale::Language,
    problem::Problem,
    t,
};

/// What "my learning" says of live sessions: None where no level asks for any and none is coming. `has_seats` tells for
/// which levels nothing is to be registered for any more.
pub async fn notice(
    app: &App,
    db: &mut Connection,
    viewer: &Viewer,
    has_seats: impl Fn(Level) -> bool,
    language: Language,
) -> Result<Option<String>, Problem> {
    let taught = app.course.taught();
    let asking = taught.curriculum.0.iter().filter(|rules| rules.live_sessions > 0 && !has_seats(rules.level));
    let sentence = |rules: &LevelRules| {
        t!(language, "live-notice-asked", level = rules.names.get(language), count = rules.live_sessions)
    };
    let asked: Vec<String> = asking.map(sentence).collect();
    if !asked.is_empty() {
        return Ok(Some(asked.join(" ")));
    }
    let gives = matches!(viewer.role, Role::Trainer | Role::Administrator);
    let is_any = gives || store::is_any_coming(db, Level::ALL, app.clock.now()).await?;
    Ok(is_any.then(|| t!(language, "live-notice")))
}
