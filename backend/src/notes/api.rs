//! The REST door to bookmarks and notes.

use super::{
    LessonName, NoteText, file,
    keeping::{self, Saved},
    places, store,
};
use crate::{
    app::App,
    identity::{
        access::{Db, SignedIn},
        browser,
    },
    ids::NoteRevision,
    input::{Body, Query},
    problem::{Answer, Kind, Reason},
};
use actix_web::{HttpRequest, HttpResponse, http::header, web};
use serde_json::{Value, json};

/// All notes, all bookmarks or all earlier texts, with the titles in the language of the request.
async fn list(
    request: &HttpRequest,
    SignedIn(viewer): SignedIn,
    app: &App,
    db: &Db,
    items: fn(&[places::Place]) -> Vec<Value>,
) -> Answer {
    let language = browser::language(request);
    let places = places::all(app, &mut *db.get().await?, viewer.account, language).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_LANGUAGE, language.word()))
        .json(json!({"items": items(&places)})))
}

pub async fn get_notes(
    request: HttpRequest,
    signed_in: SignedIn,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    list(&request, signed_in, &app, &db, file::notes).await
}

pub async fn get_bookmarks(
    request: HttpRequest,
    signed_in: SignedIn,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    list(&request, signed_in, &app, &db, file::bookmarks).await
}

pub async fn get_earlier(
    request: HttpRequest,
    signed_in: SignedIn,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    list(&request, signed_in, &app, &db, file::earlier).await
}

type Path = web::Path<(String, String)>;

/// Writes the note of a lesson. With `revision` it says which text it was made from; when another one is there by now, the answer
/// has that one as `replaced`, and it can be put back.
pub async fn put_note(
    path: Path,
    SignedIn(viewer): SignedIn,
    Body(mut body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let text = body.take("text", NoteText::parse);
    let seen = body.take_optional("revision", |text| text.parse::<NoteRevision>().map_err(|_| Reason::WrongType));
    body.finish()?;
    let (at, db) = (LessonName::from(path.into_inner()), &mut *db.get().await?);
    let text = text.ok_or(Kind::BadRequest)?;
    let Saved { note, replaced } = keeping::save(&app, db, viewer.account, at, &text, seen).await?;
    let mut told = json!({"module": note.at.module, "lesson": note.at.lesson});
    file::tell(&mut told, &note);
    if let Some(before) = replaced {
        told["replaced"] = json!({});
        file::tell(&mut told["replaced"], &before);
    }
    Ok(HttpResponse::Ok().json(told))
}

pub async fn delete_note(
    path: Path,
    SignedIn(viewer): SignedIn,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    let deleted =
        keeping::delete(&app, &mut *db.get().await?, viewer.account, &LessonName::from(path.into_inner())).await?;
    deleted.ok_or(Kind::ResourceNotFound)?;
    Ok(HttpResponse::NoContent().finish())
}

pub async fn put_bookmark(
    path: Path,
    SignedIn(viewer): SignedIn,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    body.finish()?;
    keeping::bookmark(&app, &mut *db.get().await?, viewer.account, LessonName::from(path.into_inner())).await?;
    Ok(HttpResponse::NoContent().finish())
}

pub async fn delete_bookmark(path: Path, SignedIn(viewer): SignedIn, Query(query): Query, db: Db) -> Answer {
    query.finish()?;
    let was_set =
        store::remove_bookmark(&mut *db.get().await?, viewer.account, &LessonName::from(path.into_inner())).await?;
    was_set.then_some(()).ok_or(Kind::ResourceNotFound)?;
    Ok(HttpResponse::NoContent().finish())
}

fn revision(path: &str) -> Result<NoteRevision, Kind> {
    path.parse().map_err(|_| Kind::ResourceNotFound)
}

/// Puts an earlier text back.
pub async fn post_restoration(
    path: web::Path<String>,
    SignedIn(viewer): SignedIn,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    body.finish()?;
    let note = keeping::put_back(&app, &mut *db.get().await?, viewer.account, revision(&path)?).await?;
    let mut told = json!({"module": note.at.module, "lesson": note.at.lesson});
    file::tell(&mut told, &note);
    Ok(HttpResponse::Ok().json(told))
}

/// Deletes an earlier text for good.
pub async fn delete_earlier(
    path: web::Path<String>,
    SignedIn(viewer): SignedIn,
    Query(query): Query,
    db: Db,
) -> Answer {
    query.finish()?;
    keeping::forget(&mut *db.get().await?, viewer.account, revision(&path)?).await?;
    Ok(HttpResponse::NoContent().finish())
}
