//! The REST door for who takes part: the sessions that are coming, and one's own registrations.

use super::{LiveSession, Registration, joining, planning::told, store};
use crate::{
    app::App,
    brevets,
    competencies::Level,
    db::Connection,
    identity::{
        Viewer,
        access::{Db, SignedIn},
    },
    ids::LiveSessionId,
    input::{Body, Query},
    problem::{Answer, Kind, Problem, Reason},
    routes::API,
};
use actix_web::{HttpResponse, web};
use diesel::QueryResult;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) fn named(id: &str) -> Result<LiveSessionId, Kind> {
    id.parse().map_err(|_| Kind::ResourceNotFound)
}

pub(super) fn href(id: LiveSessionId) -> String {
    format!("{API}/liveSessions/{id}")
}

/// A session as somebody may see it: the link is for who has a seat, and for who gives it.
pub(super) fn one(session: &LiveSession, registration: Option<&Registration>, viewer: &Viewer) -> Value {
    let mut one = json!({
        "id": session.id, "href": href(session.id), "level": session.level, "title": session.title,
        "language": session.language, "startsAt": told(session.starts_at), "endsAt": told(session.ends_at),
        "closesAt": told(session.closes_at), "capacity": session.capacity, "free": session.free(),
        "waiting": session.waiting, "mostWaiting": session.most_waiting(),
    });
    if let Some(place) = &session.place {
        one["place"] = place.as_str().into();
    }
    if let Some(link) = session.link_for(registration, session.is_run_by(viewer)) {
        one["link"] = link.into();
    }
    if let Some((id, name)) = &session.trainer {
        one["trainer"] = json!({"id": id, "name": name});
    }
    if let Some(cancellation) = &session.cancellation {
        one["cancellation"] = json!({"reason": cancellation.reason, "cancelledAt": told(cancellation.at)});
    }
    if let Some(registration) = registration {
        one["registration"] = registration_json(registration);
    }
    one
}

fn registration_json(registration: &Registration) -> Value {
    let mut one = json!({"state": registration.state});
    if let Some(place) = registration.place_in_line {
        one["placeInLine"] = place.into();
    }
    if let Some(present) = registration.present {
        one["present"] = present.into();
    }
    one
}

pub async fn get_sessions(SignedIn(viewer): SignedIn, Query(mut query): Query, app: web::Data<App>, db: Db) -> Answer {
    let level = query.take_optional("level", |text| text.parse().map_err(|()| Reason::NotOffered));
    query.finish()?;
    let db = &mut *db.get().await?;
    let coming = store::coming(db, level, app.clock.now()).await?;
    let own = store::registered(db, viewer.account).await?;
    let registration = |session: &LiveSession| own.iter().find(|(one, _)| one.id == session.id).map(|(_, it)| it);
    let items: Vec<Value> = coming.iter().map(|session| one(session, registration(session), &viewer)).collect();
    Ok(HttpResponse::Ok().json(json!({ "items": items })))
}

pub async fn get_own(SignedIn(viewer): SignedIn, Query(query): Query, db: Db) -> Answer {
    query.finish()?;
    let own = store::registered(&mut *db.get().await?, viewer.account).await?;
    let items: Vec<Value> = own.iter().map(|(session, it)| one(session, Some(it), &viewer)).collect();
    Ok(HttpResponse::Ok().json(json!({ "items": items })))
}

pub async fn get_session(id: web::Path<String>, SignedIn(viewer): SignedIn, Query(query): Query, db: Db) -> Answer {
    query.finish()?;
    let (id, db) = (named(&id)?, &mut *db.get().await?);
    let session = store::session(db, id).await?.ok_or(Kind::ResourceNotFound)?;
    let registration = store::registration(db, id, viewer.account).await?;
    Ok(HttpResponse::Ok().json(one(&session, registration.as_ref(), &viewer)))
}

/// Of these levels, each whose brevet somebody lacks for a session of it: with the level of that brevet.
pub(super) async fn lacking(
    app: &App,
    db: &mut Connection,
    viewer: &Viewer,
    levels: impl IntoIterator<Item = Level>,
) -> QueryResult<BTreeMap<Level, Level>> {
    let taught = app.course.taught();
    let requires = |level| Some((level, taught.curriculum.level(level)?.requires?));
    let mut lacking: BTreeMap<Level, Level> = levels.into_iter().filter_map(requires).collect();
    if !lacking.is_empty() {
        let held = brevets::store::held_levels(db, viewer.account, app.clock.now()).await?;
        lacking.retain(|_, required| !held.contains(required));
    }
    Ok(lacking)
}

/// A seat, or a place in line where there is none; `true` when it was given now.
pub(super) async fn register(
    app: &App,
    db: &mut Connection,
    viewer: &Viewer,
    id: LiveSessionId,
) -> Result<(LiveSession, Registration, bool), Problem> {
    let lacking = lacking(app, db, viewer, Level::ALL.iter().copied()).await?;
    joining::register(app, db, id, viewer.account, &lacking).await
}

pub async fn put_registration(
    id: web::Path<String>,
    SignedIn(viewer): SignedIn,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    body.finish()?;
    let db = &mut *db.get().await?;
    let (session, registration, is_new) = register(&app, db, &viewer, named(&id)?).await?;
    let mut answer = if is_new { HttpResponse::Created() } else { HttpResponse::Ok() };
    Ok(answer.json(one(&session, Some(&registration), &viewer)))
}

pub async fn delete_registration(
    id: web::Path<String>,
    SignedIn(viewer): SignedIn,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    body.finish()?;
    joining::withdraw(&app, &mut *db.get().await?, named(&id)?, viewer.account).await?;
    Ok(HttpResponse::NoContent().finish())
}
