//! The REST door to verification.

use crate::{
    app::App,
    identity::{access::Db, browser},
    input::Query,
    problem::Answer,
};
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::json;

pub async fn get_verification(
    request: HttpRequest,
    number: web::Path<String>,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    let language = browser::language(&request);
    let verified = super::verify(&app, &mut *db.get().await?, &number, language).await?;
    let brevet = &verified.brevet;
    let mut body = json!({
        "state": verified.state, "number": brevet.number.as_str(), "level": brevet.level, "holder": brevet.holder,
        "issuedOn": brevet.issued_on(), "issuer": app.settings.issuer, "competencies": verified.competencies,
    });
    if let Some(last_day) = brevet.valid_until {
        body["validUntil"] = json!(last_day);
    }
    Ok(HttpResponse::Ok().insert_header(("Content-Language", language.word())).json(body))
}
