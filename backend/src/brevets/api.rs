//! The REST door to one's own brevets.

use super::{
    Brevet, BrevetState, badge_store, issuing,
    number::BrevetNumber,
    renewal::{Record, Refusal},
    renewing,
    seal_certificates::{self, Known},
    store,
    told::tell_state,
};
use crate::{
    app::App,
    db::Connection,
    identity::{
        Viewer,
        access::{Db, SignedIn},
    },
    input::Query,
    locale,
    problem::{Answer, Kind, Problem, Reason},
    routes::API,
};
use actix_web::{HttpResponse, web};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::Instant;

/// So long a request waits for a file that it has sealed: mostly that is a matter of some tens of milliseconds.
pub(super) const PATIENCE: Duration = Duration::from_secs(4);

/// A brevet as its holder and administrators see it.
pub(super) fn one(brevet: &Brevet, at: DateTime<Utc>) -> Value {
    let mut one = json!({
        "number": brevet.number.as_str(), "level": brevet.level, "holder": brevet.holder, "issuedOn": brevet.issued_on(),
        "sealed": brevet.sealed_at.is_some(), "href": href(&brevet.number),
    });
    if let Some(last_day) = brevet.valid_until {
        one["validUntil"] = json!(last_day);
    }
    tell_state(&mut one, brevet, at);
    if let BrevetState::Revoked(super::state::Revocation { note: Some(note), .. }) = brevet.state(at) {
        one["note"] = json!(note);
    }
    one
}

pub fn href(number: &BrevetNumber) -> String {
    format!("{API}/brevets/{}", number.as_str())
}

/// A brevet of this person; that of somebody else does not exist here (anybody may verify it).
pub async fn own(db: &mut Connection, viewer: &Viewer, number: &str) -> Result<Brevet, Problem> {
    let number = BrevetNumber::parse(number).map_err(|_| Kind::ResourceNotFound)?;
    let brevet = store::brevet_by_number(db, &number).await?.filter(|brevet| brevet.learner == viewer.account);
    brevet.ok_or(Kind::ResourceNotFound.into())
}

/// A brevet as its holder sees it: with how it is renewed, when it is the newest of its level and ends.
fn own_one(app: &App, record: &Record, brevet: &Brevet) -> Value {
    let at = app.clock.now();
    let mut one = one(brevet, at);
    let taught = app.course.taught();
    let (Some(newest), Some(rules)) = (record.newest(brevet.level), taught.curriculum.level(brevet.level)) else {
        return one;
    };
    if newest.id == brevet.id {
        let (terms, open) = match record.may_renew(newest, rules, locale::day(at)) {
            Ok(terms) => (terms, true),
            Err(Refusal::Early(terms)) => (terms, false),
            Err(_) => return one,
        };
        one["renewal"] = json!({
            "opensOn": terms.opens_on, "open": open, "questions": terms.questions,
            "passMark": f64::from(terms.pass_mark) / 100.0, "href": format!("{}/renewal", href(&brevet.number)),
        });
    }
    one
}

pub async fn get_brevets(SignedIn(viewer): SignedIn, Query(query): Query, app: web::Data<App>, db: Db) -> Answer {
    query.finish()?;
    let record = renewing::record(&mut *db.get().await?, viewer.account).await?;
    let items: Vec<Value> = record.brevets.iter().map(|brevet| own_one(&app, &record, brevet)).collect();
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
    let number = BrevetNumber::parse(&number).map_err(|_| Kind::ResourceNotFound)?;
    let record = renewing::record(&mut *db.get().await?, viewer.account).await?;
    let brevet = record.brevets.iter().find(|brevet| brevet.number == number).ok_or(Kind::ResourceNotFound)?;
    Ok(HttpResponse::Ok().json(own_one(&app, &record, brevet)))
}

pub async fn get_pdf(
    number: web::Path<String>,
    SignedIn(viewer): SignedIn,
    Query(mut query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let with_badge = query.take_optional("badge", |text| text.parse::<bool>().map_err(|_| Reason::NotOffered));
    query.finish()?;
    let brevet = own(&mut *db.get().await?, &viewer, &number).await?;
    if with_badge != Some(true) {
        return plain_file(&db, &brevet).await;
    }
    let file = badge_file(&app, &db, &brevet, PATIENCE).await?.ok_or_else(issuing::being_sealed)?;
    Ok(download(&brevet, true, file))
}

/// The sealed file as a download, or that it is not sealed yet.
pub(super) async fn plain_file(db: &Db, brevet: &Brevet) -> Answer {
    let file = store::file(&mut *db.get().await?, brevet.id).await?.ok_or_else(issuing::being_sealed)?;
    Ok(download(brevet, false, file))
}

/// The file with the badge inside, which is sealed when it is first asked for. None when that takes longer than `patience`;
/// then it goes on without anybody who waits.
pub(super) async fn badge_file(
    app: &App,
    db: &Db,
    brevet: &Brevet,
    patience: Duration,
) -> Result<Option<Vec<u8>>, Problem> {
    if let Some(file) = badge_store::badge_file(&mut *db.get().await?, brevet.id).await? {
        return Ok(Some(file));
    }
    issuing::ask_for_badge_file(app, &mut *db.get().await?, brevet).await?;
    let until = Instant::now() + patience;
    let mut pause = Duration::from_millis(50);
    while Instant::now() < until {
        // The connection is back in its pool meanwhile. Another process may seal: only the database knows when it has.
        tokio::time::sleep(pause).await;
        if let Some(file) = badge_store::badge_file(&mut *db.get().await?, brevet.id).await? {
            return Ok(Some(file));
        }
        pause = (pause * 2).min(Duration::from_millis(400));
    }
    Ok(None)
}

/// A sealed file to be saved.
pub(super) fn download(brevet: &Brevet, with_badge: bool, bytes: Vec<u8>) -> HttpResponse {
    let kind = if with_badge { "-badge" } else { "" };
    let name = format!("connectoo-{}-{}{kind}.pdf", brevet.level, brevet.number.as_str());
    HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header(("Content-Disposition", format!("attachment; filename=\"{name}\"")))
        .body(bytes)
}

fn one_certificate(known: &Known, current: Option<certificates::Fingerprint>) -> Value {
    let facts = known.certificate.facts();
    let moment = |at: i64| DateTime::from_timestamp(at, 0).unwrap_or_default();
    let mut one = json!({
        "fingerprint": facts.fingerprint.to_string(), "use": known.used_as, "subject": facts.subject,
        "current": current == Some(facts.fingerprint), "issuer": facts.issuer, "validFrom": moment(facts.not_before),
        "validUntil": moment(facts.not_after), "knownSince": known.since, "pem": known.certificate.to_pem(),
    });
    if let Some(withdrawn) = &known.withdrawn {
        one["withdrawnAt"] = json!(withdrawn.at);
        one["withdrawalReason"] = json!(withdrawn.reason);
    }
    one
}

/// Every certificate that ever stood in a seal.
pub async fn get_seal_certificates(Query(query): Query, app: web::Data<App>, db: Db) -> Answer {
    query.finish()?;
    let current = app.seal.facts().map(|facts| facts.fingerprint);
    let known = seal_certificates::all(&mut *db.get().await?).await?;
    let items: Vec<Value> = known.iter().map(|one| one_certificate(one, current)).collect();
    Ok(HttpResponse::Ok().json(json!({ "items": items })))
}

/// Those that are believed, as one PEM file.
pub async fn get_seal_certificates_pem(db: Db) -> Answer {
    let pem = seal_certificates::believed_pem(&mut *db.get().await?).await?;
    Ok(HttpResponse::Ok()
        .content_type("application/x-pem-file")
        .insert_header(("Cache-Control", "public, max-age=300"))
        .body(pem))
}
