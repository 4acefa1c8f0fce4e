//! The REST door to the questions that lessons ask.

use super::{Practised, practised};
use crate::{
    app::App,
    identity::browser,
    input::{Body, Query},
    kept::Kept,
    problem::{Answer, Kind, Problem},
    quizzes::{answers, layout, marking, practice::as_in_a_lesson, review::review},
    routes::API,
};
use actix_web::{HttpRequest, HttpResponse, http::header, web};
use serde_json::{Value, json};

/// The questions without their keys, the same for everybody.
pub async fn get_questions(
    request: HttpRequest,
    code: web::Path<String>,
    Query(query): Query,
    app: web::Data<App>,
) -> Answer {
    query.finish()?;
    let (language, taught) = (browser::language(&request), app.course.taught());
    let (_, edition) = taught.edition(&code).ok_or(Kind::ResourceNotFound)?;
    let one = |Practised { question, lesson }: &Practised| {
        json!({
            "lesson": lesson, "rule": layout::rule(&question.body, language),
            "question": as_in_a_lesson(question).shown(question, language),
            "checks": format!("{API}/modules/{code}/practiceQuestions/{}/checks", question.id),
        })
    };
    let items: Vec<Value> = practised(edition).iter().map(one).collect();
    let body = json!({"edition": edition.number, "language": language, "items": items}).to_string();
    taught.shelf.keep(&request, Kept::new(body, "application/json", language)).await
}

/// Marks an answer. Nothing of it is kept.
pub async fn post_check(
    request: HttpRequest,
    path: web::Path<(String, String)>,
    Body(body): Body,
    app: web::Data<App>,
) -> Answer {
    let ((code, id), taught) = (path.into_inner(), app.course.taught());
    let (_, edition) = taught.edition(&code).ok_or(Kind::ResourceNotFound)?;
    let all = practised(edition);
    let Practised { question, .. } =
        all.iter().find(|one| one.question.id.as_str() == id).ok_or(Kind::ResourceNotFound)?;
    let (language, drawn) = (browser::language(&request), as_in_a_lesson(question));
    let answer = answers::from_json(question, drawn.unveil(question, body.into_rest())).map_err(Problem::input)?;
    let points = marking::mark(question, Some(&answer));
    let mut told = json!(review(question, &drawn.shown, Some(&answer), points, language));
    told["id"] = id.into();
    told["answer"] = drawn.veil(&answer);
    Ok(HttpResponse::Ok().insert_header((header::CONTENT_LANGUAGE, language.word())).json(told))
}
