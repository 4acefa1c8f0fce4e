//! The REST door to verification.

use super::{FileVerdict, Verified, file, picture};
use crate::{
    app::App,
    brevets::{self, told::tell_state},
    identity::{
        access::Db,
        browser,
        throttle::{self, Counted},
    },
    input::Query,
    kept::is_known,
    problem::{Answer, Issue, Kind, Problem, Reason},
    upload::Sent,
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderValue},
    web,
};
use serde_json::{Value, json};

/// What anybody may know of a brevet: its state and every fact that is printed on it, as it is printed.
fn verified_json(app: &App, verified: &Verified) -> Value {
    let Verified { brevet, printed, .. } = verified;
    let mut body = json!({
        "number": brevet.number.as_str(), "level": brevet.level, "holder": brevet.holder, "language": brevet.language,
        "issuedOn": brevet.issued_on(), "issuer": printed.issuer, "competencies": printed.competencies,
        "verificationAddress": printed.verification_address,
    });
    if let Some(last_day) = brevet.valid_until {
        body["validUntil"] = json!(last_day);
    }
    tell_state(&mut body, brevet, app.clock.now());
    body
}

pub async fn get_verification(
    request: HttpRequest,
    number: web::Path<String>,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    let address = browser::remote_address(&request);
    let verified = super::verify(&app, &mut *db.get().await?, &number, &address).await?;
    let language = browser::language(&request);
    Ok(HttpResponse::Ok().insert_header(("Content-Language", language.word())).json(verified_json(&app, &verified)))
}

pub async fn post_verification(
    request: HttpRequest,
    Query(query): Query,
    sent: Sent,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    let parts = sent.parts().await?;
    let unknown = parts.fields.0.iter().map(|(name, _)| Issue::body(name, Reason::Unknown));
    let mut issues: Vec<Issue> = unknown.collect();
    let bytes = parts.file.map(|file| file.bytes);
    let refusal = bytes.as_ref().map_or(Some(Reason::Missing), |bytes| file::refusal(bytes));
    issues.extend(refusal.map(|reason| Issue::body("file", reason)));
    let (Some(bytes), []) = (bytes, issues.as_slice()) else { return Err(Problem::input(issues)) };
    let address = browser::remote_address(&request);
    let db = &mut *db.get().await?;
    throttle::reserve(db, &[Counted::FileFrom(&address)], Kind::TooManyRequests, app.clock.now()).await?;
    let verdict = super::verify_file(&app, db, bytes).await?;
    let language = browser::language(&request);
    Ok(HttpResponse::Ok().insert_header(("Content-Language", language.word())).json(verdict_json(&app, &verdict)))
}

fn verdict_json(app: &App, verdict: &FileVerdict) -> Value {
    match verdict {
        FileVerdict::Original(verified) => verified_json(app, verified),
        FileVerdict::Altered(Some(original)) => {
            json!({"state": verdict.word(), "original": verified_json(app, original)})
        }
        FileVerdict::Unknown { encrypted: true } => json!({"state": verdict.word(), "encrypted": true}),
        FileVerdict::Altered(None) | FileVerdict::SealedElsewhere | FileVerdict::Unknown { .. } => {
            json!({"state": verdict.word()})
        }
    }
}

/// The picture of a brevet's sheet, for the API and for the page alike.
pub async fn get_picture(
    request: HttpRequest,
    number: web::Path<String>,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    let address = browser::remote_address(&request);
    let mut db = db.get().await?;
    let brevet = super::verify(&app, &mut db, &number, &address).await?.brevet;
    let etag = format!("\"{}-1\"", brevet.number.as_str()); // 1: how it is drawn
    let etag = HeaderValue::from_str(&etag).map_err(Problem::internal)?;
    let is_held = is_known(&request, &etag);
    let mut answer = if is_held { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer.insert_header((header::CACHE_CONTROL, "private, no-cache")).insert_header((header::ETAG, etag));
    if is_held {
        return Ok(answer.finish());
    }
    throttle::reserve(&mut db, &[Counted::PictureFrom(&address)], Kind::TooManyRequests, app.clock.now()).await?;
    let png = match picture::kept(brevet.id) {
        Some(png) => png,
        None => {
            let pdf = brevets::store::file(&mut db, brevet.id).await?;
            drop(db);
            picture::drawn(brevet.id, pdf.ok_or_else(brevets::issuing::being_sealed)?).await?
        }
    };
    Ok(answer.content_type("image/png").body(png))
}
