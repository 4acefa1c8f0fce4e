//! Granting: what an administrator decides for a learner, kept with who and when.

use super::{
    accommodation::Accommodation,
    accommodation_store::{self, Grant},
};
use crate::{app::App, db::Connection, ids::AccountId};
use diesel::QueryResult;

/// Grants this from now on, in place of what was granted before. The same again is no new decision.
pub async fn grant(
    app: &App,
    db: &mut Connection,
    actor: AccountId,
    learner: AccountId,
    asked: Accommodation,
) -> QueryResult<()> {
    if accommodation_store::accommodation(db, learner).await? == asked {
        return Ok(());
    }
    let grant = Grant {
        learner_id: learner,
        extra_time: asked.extra_time,
        break_minutes: asked.break_minutes,
        waits_waived: asked.waits_waived,
        granted_by: actor,
        granted_at: app.clock.now(),
    };
    accommodation_store::add(db, &grant).await?;
    tracing::info!(by = %actor, "an accommodation was decided");
    Ok(())
}
