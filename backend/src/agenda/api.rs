//! The REST door to the agenda.

use super::{Entry, What, agenda};
use crate::{
    app::App,
    identity::{
        access::{Db, SignedIn},
        browser,
    },
    input::Query,
    live_sessions::planning,
    locale,
    problem::Answer,
    routes::API,
};
use actix_web::{HttpRequest, HttpResponse, http::header, web};
use serde_json::{Value, json};

pub async fn get_agenda(
    request: HttpRequest,
    SignedIn(viewer): SignedIn,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    let (language, taught) = (browser::language(&request), app.course.taught());
    let entries = agenda(&app, &mut *db.get().await?, viewer.account).await?;
    let one = |entry: &Entry| {
        let mut one = told(&entry.what);
        one["day"] = json!(entry.day);
        one["text"] = entry.what.words(&taught, language).into();
        one["page"] = entry.what.address().into();
        one
    };
    let items: Vec<Value> = entries.iter().map(one).collect();
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_LANGUAGE, language.word()))
        .json(json!({"today": locale::day(app.clock.now()), "items": items})))
}

fn told(what: &What) -> Value {
    match what {
        What::LiveSession { session, registration } => json!({
            "kind": "liveSession", "level": session.level, "href": format!("{API}/liveSessions/{}", session.id),
            "startsAt": planning::told(session.starts_at), "endsAt": planning::told(session.ends_at), "state": registration.state,
            "cancelled": session.cancellation.is_some(),
        }),
        What::OpenQuiz { module, attempt } => {
            json!({"kind": "openQuiz", "module": module, "href": format!("{API}/attempts/{attempt}")})
        }
        What::Practice { count } => {
            json!({"kind": "practice", "count": count, "href": format!("{API}/me/practiceCards")})
        }
        What::RenewalOpens { level, number } => {
            json!({"kind": "renewalOpens", "level": level, "href": format!("{API}/brevets/{number}/renewal")})
        }
        What::BrevetEnds { level, number } => {
            json!({"kind": "brevetEnds", "level": level, "href": format!("{API}/brevets/{number}")})
        }
    }
}
