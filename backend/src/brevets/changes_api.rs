//! The REST door for administrators: finding brevets, revoking and replacing them.

use super::{
    Brevet, Fate,
    api::{href, one},
    changes::{self, Note, Replacing, Revoking},
    number::BrevetNumber,
    state::{Replacement, RevocationReason},
    store,
};
use crate::{
    app::App,
    identity::{
        PersonName,
        access::{Administrator, Db},
    },
    input::{Body, Input, read_sought},
    problem::{Answer, Kind, Problem, Reason},
};
use actix_web::{HttpResponse, web};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

/// A number in a path; one that is none names nothing.
fn named(number: &str) -> Result<BrevetNumber, Kind> {
    BrevetNumber::parse(number).map_err(|_| Kind::ResourceNotFound)
}

/// Reads what a revocation needs. Without a reason of the list there must be one in words.
pub(super) fn read_revoking(mut input: Input) -> Result<Revoking, Problem> {
    let reason = input.take("reason", |text| text.parse::<RevocationReason>().map_err(|()| Reason::NotOffered));
    let note = match reason {
        Some(RevocationReason::Other) => input.take("note", Note::parse),
        _ => input.take_optional("note", Note::parse),
    };
    input.finish()?;
    let reason = reason.ok_or(Kind::BadRequest)?;
    Ok(Revoking { reason, note })
}

pub(super) fn read_replacing(mut input: Input) -> Result<Replacing, Problem> {
    let holder = input.take("holder", PersonName::parse);
    let note = input.take("note", Note::parse);
    input.finish()?;
    Ok(Replacing { holder: holder.ok_or(Kind::BadRequest)?, note: note.ok_or(Kind::BadRequest)? })
}

/// A brevet as administrators see it: with the reason of its replacement, too.
fn administered(brevet: &Brevet, at: DateTime<Utc>) -> Value {
    let mut one = one(brevet, at);
    if let Fate::Replaced(Replacement { note: Some(note), .. }) = &brevet.fate {
        one["note"] = json!(note);
    }
    one
}

/// A search is sent, not asked for by an address, since a name is looked for.
pub async fn post_search(_: Administrator, Body(mut body): Body, app: web::Data<App>, db: Db) -> Answer {
    let sought = body.take("q", read_sought);
    body.finish()?;
    let found = store::find(&mut *db.get().await?, &sought.ok_or(Kind::BadRequest)?).await?;
    let items: Vec<Value> =
        found.iter().take(store::MOST_FOUND).map(|brevet| administered(brevet, app.clock.now())).collect();
    Ok(HttpResponse::Ok().json(json!({ "items": items })))
}

pub async fn post_revocation(
    number: web::Path<String>,
    Administrator(viewer): Administrator,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (number, asked) = (named(&number)?, read_revoking(body)?);
    let brevet = changes::revoke(&app, &mut *db.get().await?, viewer.account, &number, &asked).await?;
    Ok(HttpResponse::Ok().json(one(&brevet, app.clock.now())))
}

pub async fn post_replacement(
    number: web::Path<String>,
    Administrator(viewer): Administrator,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (number, asked) = (named(&number)?, read_replacing(body)?);
    let (brevet, made) = changes::replace(&app, &mut *db.get().await?, viewer.account, &number, &asked).await?;
    let mut answer = if made { HttpResponse::Created() } else { HttpResponse::Ok() };
    Ok(answer.insert_header(("Location", href(&brevet.number))).json(one(&brevet, app.clock.now())))
}
