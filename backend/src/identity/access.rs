//! Extractors: the actor in a handler's signature is the permission to run it.

use super::{BROWSER_SESSION, Role, Viewer, browser, store};
use crate::{
    app::App,
    db::{Pool, PooledConnection},
    problem::{Kind, Problem},
};
use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header, web::Data};
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

/// API requests carry a bearer token, pages a cookie; neither is looked at on the other's addresses.
async fn viewer(request: &HttpRequest) -> Result<Viewer, Problem> {
    let app = request.app_data::<Data<App>>().ok_or_else(|| Problem::internal(anyhow::anyhow!("no app")))?;
    let db = Db::extract(request).await?;
    let at = app.clock.now();
    if crate::routes::is_api(request.path()) {
        let header = request.headers().get(header::AUTHORIZATION).ok_or(Kind::NoAccessToken)?;
        let token = header.to_str().ok().and_then(bearer).ok_or(Kind::InvalidAccessToken)?;
        let session = app.tokens.verify(token, at)?;
        let found = store::api_viewer(&mut *db.get().await?, session, at).await?;
        return found.ok_or(Kind::InvalidAccessToken.into());
    }
    let secret = browser::session_secret(request).ok_or(Kind::NoAccessToken)?;
    let mut db = db.get().await?;
    let Some((viewer, expires_at)) = store::browser_viewer(&mut db, &secret.hash(), at).await? else {
        return Err(Kind::NoAccessToken.into());
    };
    if expires_at - at < BROWSER_SESSION / 2 {
        store::extend_session(&mut db, viewer.session, at + BROWSER_SESSION).await?;
    }
    Ok(viewer)
}

fn bearer(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
