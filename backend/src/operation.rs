//! What orchestrators and monitors ask.

use crate::{
    app::App,
    identity::access::Db,
    problem::{Answer, Kind, Problem},
};
use actix_web::{HttpRequest, HttpResponse, web};
use diesel_async::RunQueryDsl;
use serde_json::json;

/// The process runs.
pub async fn get_live() -> Answer {
    Ok(HttpResponse::Ok().json(json!({"status": "UP"})))
}

/// The process runs and reaches its database.
pub async fn get_health(db: Db) -> Answer {
    let reached = async {
        let mut db = db.get().await?;
        diesel::sql_query("SELECT 1").execute(&mut db).await.map_err(Problem::from)
    };
    Ok(match reached.await {
        Ok(_) => HttpResponse::Ok().json(json!({"status": "UP"})),
        Err(_) => HttpResponse::ServiceUnavailable().json(json!({"status": "DOWN"})),
    })
}

/// Metrics, to this machine only; a listener of their own is `CONNECTOO_METRICS_LISTEN`.
pub async fn get_metrics(request: HttpRequest, app: web::Data<App>) -> Answer {
    let is_local = request.peer_addr().is_none_or(|peer| peer.ip().to_canonical().is_loopback());
    let is_forwarded = request.headers().contains_key("x-forwarded-for") || request.headers().contains_key("forwarded");
    if app.settings.metrics_listen.is_some() || !is_local || is_forwarded {
        return Err(Kind::ResourceNotFound.into());
    }
    metrics(&app)
}

pub fn metrics(app: &App) -> Answer {
    let text = app.metrics.text().map_err(Problem::internal)?;
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(text))
}
