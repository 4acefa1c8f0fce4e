//! The REST door to jobs and mails, for administrators.

use super::brevets_of;
use crate::{
    identity::access::{Administrator, Db},
    input::Query,
    jobs,
    mail::store::newest,
    problem::Answer,
};
use actix_web::HttpResponse;
use serde_json::{Value, json};

pub async fn get_jobs(_: Administrator, Query(query): Query, db: Db) -> Answer {
    query.finish()?;
    let db = &mut *db.get().await?;
    let waiting = jobs::waiting(db).await?;
    let brevets = brevets_of(db, &waiting).await?;
    let one = |job: &jobs::Job| {
        let mut one = json!({
            "id": job.id, "kind": job.kind, "subject": job.subject_id, "createdAt": job.created_at, "dueAt": job.due_at,
            "tries": job.tries,
        });
        if let Some(number) = brevets.get(&job.id) {
            one["brevet"] = number.as_str().into();
        }
        if let Some(error) = &job.last_error {
            one["lastError"] = error.as_str().into();
        }
        one
    };
    let items: Vec<Value> = waiting.iter().map(one).collect();
    Ok(HttpResponse::Ok().json(json!({ "items": items })))
}

pub async fn get_mails(_: Administrator, Query(query): Query, db: Db) -> Answer {
    query.finish()?;
    let items: Vec<Value> = newest(&mut *db.get().await?)
        .await?
        .iter()
        .map(|mail| {
            let mut one = json!({"id": mail.id, "recipient": mail.recipient, "language": mail.language, "subject": mail.subject,
                                 "state": mail.state, "writtenAt": mail.written_at});
            if let Some(text) = mail.readable_text() {
                one["text"] = text.into();
            }
            one
        })
        .collect();
    Ok(HttpResponse::Ok().json(json!({ "items": items })))
}
