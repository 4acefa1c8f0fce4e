//! The extractor of every handler for who gives a session: who is signed in, and the session that the path names.

use super::{LiveSession, store};
use crate::{
    identity::{
        Viewer,
        access::{Db, Trainer},
    },
    problem::{Kind, Problem},
};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures_util::future::LocalBoxFuture;

/// A trainer with a session of their own, or an administrator with anybody's. No connection is kept: others may need it while
/// the request's body still arrives.
pub struct Run {
    pub viewer: Viewer,
    pub session: LiveSession,
}

impl FromRequest for Run {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let Trainer(viewer) = Trainer::extract(&request).await?;
            let id = request.match_info().get("id").and_then(|id| id.parse().ok()).ok_or(Kind::ResourceNotFound)?;
            let db = &mut *Db::extract(&request).await?.get().await?;
            let session = store::session(db, id).await?.ok_or(Kind::ResourceNotFound)?;
            if session.is_run_by(&viewer) { Ok(Self { viewer, session }) } else { Err(Kind::MissingPermission.into()) }
        })
    }
}
