//! The REST door for who gives sessions: trainers their own, administrators all.

use super::{
    Why,
    api::{href, one},
    attendance_store,
    planning::{self, instant},
    run::Run,
    store,
};
use crate::{
    app::App,
    brevets::attending::{self, Marks},
    db::Connection,
    identity::access::{Db, Trainer},
    ids::{AccountId, LiveSessionId},
    input::{Body, Input, Query},
    problem::{Answer, Kind, Problem, Reason},
};
use actix_web::{HttpResponse, http::header, web};
use serde_json::{Value, json};

pub async fn post_session(Trainer(viewer): Trainer, Body(body): Body, app: web::Data<App>, db: Db) -> Answer {
    let db = &mut *db.get().await?;
    let asked = planning::read(db, &viewer, body, instant, None, app.clock.now()).await?;
    let session = planning::plan(&app, db, &viewer, asked).await?;
    let at = (header::LOCATION, href(session.id));
    Ok(HttpResponse::Created().insert_header(at).json(one(&session, None, &viewer)))
}

pub async fn put_session(Run { viewer, session }: Run, Body(body): Body, app: web::Data<App>, db: Db) -> Answer {
    let db = &mut *db.get().await?;
    let asked = planning::read(db, &viewer, body, instant, Some(&session), app.clock.now()).await?;
    let session = planning::change(&app, db, session.id, asked).await?;
    let registration = store::registration(db, session.id, viewer.account).await?;
    Ok(HttpResponse::Ok().json(one(&session, registration.as_ref(), &viewer)))
}

pub(super) fn read_why(mut input: Input) -> Result<Why, Problem> {
    let why = input.take("why", Why::parse);
    input.finish()?;
    Ok(why.ok_or(Kind::BadRequest)?)
}

pub async fn post_cancellation(Run { viewer, session }: Run, Body(body): Body, app: web::Data<App>, db: Db) -> Answer {
    let (why, db) = (read_why(body)?, &mut *db.get().await?);
    let session = planning::cancel(&app, db, &viewer, session.id, &why).await?;
    let registration = store::registration(db, session.id, viewer.account).await?;
    Ok(HttpResponse::Ok().json(one(&session, registration.as_ref(), &viewer)))
}

pub async fn get_participants(Run { session, .. }: Run, Query(query): Query, db: Db) -> Answer {
    query.finish()?;
    Ok(HttpResponse::Ok().json(participants(&mut *db.get().await?, session.id).await?))
}

async fn participants(db: &mut Connection, id: LiveSessionId) -> Result<Value, Problem> {
    let recorded = attendance_store::attendances(db, id).await?;
    let participant = |one: &store::Participant| {
        let mut told = json!({"id": one.account, "name": one.name, "email": one.email, "state": one.state});
        if let Some(attendance) = recorded.get(&one.account) {
            told["present"] = attendance.present.into();
            told["recordedAt"] = planning::told(attendance.at).into();
        }
        told
    };
    let items: Vec<Value> = store::participants(db, id).await?.iter().map(participant).collect();
    Ok(json!({ "items": items }))
}

pub async fn put_attendance(Run { viewer, session }: Run, Body(body): Body, app: web::Data<App>, db: Db) -> Answer {
    let (marks, db) = (read_marks(body)?, &mut *db.get().await?);
    attending::record(&app, db, viewer.account, session.id, &marks).await?;
    Ok(HttpResponse::Ok().json(participants(db, session.id).await?))
}

fn read_marks(mut input: Input) -> Result<Marks, Problem> {
    let (present, absent) = (take_people(&mut input, "present"), take_people(&mut input, "absent"));
    if present.iter().any(|one| absent.contains(one)) {
        input.complain("absent", None, Reason::Repeated);
    }
    input.finish()?;
    let mark = |present| move |who| (who, present);
    Ok(present.into_iter().map(mark(true)).chain(absent.into_iter().map(mark(false))).collect())
}

fn take_people(input: &mut Input, name: &str) -> Vec<AccountId> {
    let ids: Option<Vec<AccountId>> =
        input.take_texts(name).unwrap_or_default().iter().map(|id| id.parse().ok()).collect();
    if ids.is_none() {
        input.complain(name, None, Reason::NotOffered);
    }
    ids.unwrap_or_default()
}
