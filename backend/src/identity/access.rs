//! Extractors: the actor in a handler's signature is the permission to run it.

use super::{
    BROWSER_SESSION, Credential, Role, Viewer, browser,
    store::{self, LivingSession},
};
use crate::{
    app::App,
    db::{Connection, Pool, PooledConnection},
    problem::{Kind, Problem},
};
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, http::header, web::Data};
use chrono::{DateTime, Utc};
use futures_util::future::LocalBoxFuture;

/// The worker's pool; a handler takes its one connection from it.
pub struct Db(Pool);

impl Db {
    pub async fn get(&self) -> Result<PooledConnection, Problem> {
        Ok(self.0.get().await?)
    }
}

impl FromRequest for Db {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let pool = request.app_data::<Data<Pool>>().map(|pool| Self(pool.get_ref().clone()));
        std::future::ready(pool.ok_or_else(|| Problem::internal(anyhow::anyhow!("no pool in this scope"))))
    }
}

/// Whoever it is: somebody signed in, or nobody.
pub struct Anyone(pub Option<Viewer>);

/// A person who is signed in, in whatever role.
pub struct SignedIn(pub Viewer);

/// A trainer, or an administrator of the programme.
pub struct Trainer(pub Viewer);

/// An administrator of the programme.
pub struct Administrator(pub Viewer);

impl FromRequest for Anyone {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            match viewer(&request).await {
                Ok(viewer) => Ok(Self(Some(viewer))),
                Err(problem) if problem.kind == Kind::NoAccessToken => Ok(Self(None)),
                Err(problem) => Err(problem),
            }
        })
    }
}

impl FromRequest for SignedIn {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { viewer(&request).await.map(Self) })
    }
}

impl FromRequest for Trainer {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let viewer = viewer(&request).await?;
            match viewer.role {
                Role::Trainer | Role::Administrator => Ok(Self(viewer)),
                Role::Learner | Role::Hr => Err(Kind::MissingPermission.into()),
            }
        })
    }
}

impl FromRequest for Administrator {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let viewer = viewer(&request).await?;
            if viewer.role == Role::Administrator { Ok(Self(viewer)) } else { Err(Kind::MissingPermission.into()) }
        })
    }
}

async fn viewer(request: &HttpRequest) -> Result<Viewer, Problem> {
    let app = App::of(request)?;
    let at = app.clock.now();
    let credential = credential(app, request, at)?;
    let db = &mut *Db::extract(request).await?.get().await?;
    let session = store::session(db, &credential, at).await?;
    let viewer = admit(db, &credential, session, at).await?;
    remember(request, &viewer);
    Ok(viewer)
}

/// Keeps with a page's request who was let in: should it come to a problem, the problem's page knows without asking again.
pub fn remember(request: &HttpRequest, viewer: &Viewer) {
    if !crate::routes::is_api(request) {
        request.extensions_mut().insert(viewer.clone());
    }
}

/// Who was let in, if that was asked.
pub fn remembered(request: &HttpRequest) -> Option<Viewer> {
    let extensions = request.extensions();
    extensions.get::<Viewer>().cloned()
}

/// API requests carry a bearer token, pages a cookie; neither is looked at on the other's addresses.
pub fn credential(app: &App, request: &HttpRequest, at: DateTime<Utc>) -> Result<Credential, Kind> {
    if crate::routes::is_api(request) {
        let header = request.headers().get(header::AUTHORIZATION).ok_or(Kind::NoAccessToken)?;
        let token = header.to_str().ok().and_then(bearer).ok_or(Kind::InvalidAccessToken)?;
        return app.tokens.verify(token, at).map(Credential::Token);
    }
    let secret = browser::session_secret(request).ok_or(Kind::NoAccessToken)?;
    Ok(Credential::Cookie(secret.hash()))
}

/// Lets in who holds a living session. A browser's session lasts on while it is used.
pub async fn admit(
    db: &mut Connection,
    credential: &Credential,
    session: Option<LivingSession>,
    at: DateTime<Utc>,
) -> Result<Viewer, Problem> {
    let session = session.ok_or(match credential {
        Credential::Token(_) => Kind::InvalidAccessToken,
        Credential::Cookie(_) => Kind::NoAccessToken,
    })?;
    let expires_at = session.expires_at;
    let viewer = Viewer::from(session);
    if matches!(credential, Credential::Cookie(_)) && expires_at - at < BROWSER_SESSION / 2 {
        store::extend_session(db, &viewer, at, at + BROWSER_SESSION).await?;
    }
    Ok(viewer)
}

fn bearer(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
