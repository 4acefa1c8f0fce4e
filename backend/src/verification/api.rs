//! The REST door to verification.

use super::Verified;
use crate::{
    app::App,
    brevets,
    identity::{access::Db, browser},
    input::Query,
    problem::Answer,
};
use actix_web::{HttpRequest, HttpResponse, web};
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
    brevets::api::tell_state(&mut body, brevet, app.clock.now());
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
