//! The extractor of every handler about one attempt: who is signed in, and the attempt of theirs that the path names.

use super::{
    store,
    taking::{self, Bound},
};
use crate::{
    app::App,
    identity::{
        Viewer,
        access::{self, Db},
    },
    problem::{Kind, Problem},
};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures_util::future::LocalBoxFuture;

/// A person who is signed in, with an attempt of their own; somebody else's does not exist. The two are read by one query, since
/// answering is what the service does most. No connection is kept: others may need it while the request's body still arrives.
pub struct OwnAttempt {
    pub viewer: Viewer,
    pub bound: Bound,
}

impl FromRequest for OwnAttempt {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { own_attempt(&request).await })
    }
}

async fn own_attempt(request: &HttpRequest) -> Result<OwnAttempt, Problem> {
    let app = App::of(request)?;
    let at = app.clock.now();
    let credential = access::credential(app, request, at)?;
    let id = request.match_info().get("id").and_then(|id| id.parse().ok());
    let db = &mut *Db::extract(request).await?.get().await?;
    let (session, attempt) = store::own_attempt(db, &credential, id, at).await?.unzip();
    let viewer = access::admit(db, &credential, session, at).await?;
    access::remember(request, &viewer);
    let attempt = attempt.flatten().ok_or(Kind::ResourceNotFound)?;
    Ok(OwnAttempt { viewer, bound: taking::bind(&app.course, db, attempt).await? })
}
