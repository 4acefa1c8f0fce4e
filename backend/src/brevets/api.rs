//! The REST door to one's own brevets.

use super::{Brevet, number::BrevetNumber, store};
use crate::{
    app::App,
    db::Connection,
    identity::{
        Viewer,
        access::{Db, SignedIn},
    },
    input::Query,
    problem::{Answer, Kind, Problem},
    routes::API,
};
use actix_web::{HttpResponse, web};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

fn one(brevet: &Brevet, sealed: bool, at: DateTime<Utc>) -> Value {
    let mut one = json!({
        "number": brevet.number.as_str(), "level": brevet.level, "holder": brevet.holder, "issuedOn": brevet.issued_on(),
        "state": brevet.state(at), "sealed": sealed, "href": format!("{API}/brevets/{}", brevet.number.as_str()),
    });
    if let Some(last_day) = brevet.valid_until {
        one["validUntil"] = json!(last_day);
    }
    one
}

/// A brevet of this person; that of somebody else does not exist here (anybody may verify it).
pub async fn own(db: &mut Connection, viewer: &Viewer, number: &str) -> Result<Brevet, Problem> {
    let number = BrevetNumber::parse(number).map_err(|_| Kind::ResourceNotFound)?;
    let brevet = store::brevet_by_number(db, &number).await?.filter(|brevet| brevet.learner == viewer.account);
    brevet.ok_or(Kind::ResourceNotFound.into())
}

pub async fn get_brevets(SignedIn(viewer): SignedIn, Query(query): Query, app: web::Data<App>, db: Db) -> Answer {
    query.finish()?;
    let db = &mut *db.get().await?;
    let brevets = store::brevets_of(db, viewer.account).await?;
    let sealed = store::sealed(db, &brevets).await?;
    let items: Vec<Value> =
        brevets.iter().map(|brevet| one(brevet, sealed.contains(&brevet.id), app.clock.now())).collect();
    Ok(HttpResponse::Ok().json(json!({ "items": items })))
}

pub async fn get_brevet(
    number: web::Path<String>,
    SignedIn(viewer): SignedIn,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    let db = &mut *db.get().await?;
    let brevet = own(db, &viewer, &number).await?;
    let sealed = store::sealed(db, std::slice::from_ref(&brevet)).await?;
    Ok(HttpResponse::Ok().json(one(&brevet, !sealed.is_empty(), app.clock.now())))
}

pub async fn get_pdf(number: web::Path<String>, SignedIn(viewer): SignedIn, Query(query): Query, db: Db) -> Answer {
    query.finish()?;
    let db = &mut *db.get().await?;
    let brevet = own(db, &viewer, &number).await?;
    file_answer(db, &brevet).await
}

/// The sealed file as a download, or that it is not sealed yet.
pub async fn file_answer(db: &mut Connection, brevet: &Brevet) -> Answer {
    let bytes = store::file(db, brevet.id).await?.ok_or_else(|| Problem::retry_after(Kind::BrevetBeingSealed, 3))?;
    let name = format!("connectoo-{}-{}.pdf", brevet.level, brevet.number.as_str());
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header(("Content-Disposition", format!("attachment; filename=\"{name}\"")))
        .body(bytes))
}
