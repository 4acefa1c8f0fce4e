//! The REST contract: OpenAPI 3.0, written by hand beside the doors, served as YAML, as JSON and as a readable page.
//! `tests/it/contract.rs` holds it against the routes and against real answers.

use crate::{
    app::App,
    identity::{access::Anyone, browser},
    input::Query,
    page::{Page, show_public},
    problem::{Answer, Problem},
    t,
};
use actix_web::{HttpRequest, HttpResponse, http::header, web};
use askama::Template;
use serde_json::Value;
use std::sync::LazyLock;

/// The text as it is served.
pub const YAML: &str = include_str!("openapi.yaml");

static JSON: LazyLock<Value> =
    LazyLock::new(|| serde_yaml_ng::from_str(YAML).expect("the contract is part of the program and a test parses it"));

pub fn json() -> &'static Value {
    &JSON
}

pub async fn get_yaml(Query(query): Query) -> Answer {
    query.finish()?;
    Ok(HttpResponse::Ok()
        .content_type("application/yaml")
        .insert_header((header::CACHE_CONTROL, "public, max-age=300"))
        .body(YAML))
}

pub async fn get_json(Query(query): Query) -> Answer {
    query.finish()?;
    Ok(HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "public, max-age=300")).json(json()))
}

struct Operation {
    method: String,
    path: String,
    summary: String,
    description: String,
    answers: Vec<(String, String)>,
}

struct Group {
    name: String,
    operations: Vec<Operation>,
}

#[derive(Template)]
#[template(path = "programme/api.html")]
struct ApiPage {
    page: Page,
    groups: Vec<Group>,
    problems: Vec<(String, String)>,
}

pub async fn get_page(request: HttpRequest, Anyone(viewer): Anyone, app: web::Data<App>) -> Answer {
    let language = browser::language(&request);
    let groups = groups().ok_or_else(|| Problem::internal(anyhow::anyhow!("the contract has another shape")))?;
    let problems =
        crate::problem::Kind::ALL.iter().map(|kind| (kind.name().to_owned(), kind.detail(language))).collect();
    let page = ApiPage { page: Page::new(&request, viewer.as_ref(), t!(language, "api-title")), groups, problems };
    show_public(&request, &app.course.taught().shelf, &page, language).await
}

/// The operations by their first tag, in the order of the contract's tags.
fn groups() -> Option<Vec<Group>> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let contract = json();
    let mut groups: Vec<Group> = contract["tags"]
        .as_array()?
        .iter()
        .map(|tag| Group { name: text(&tag["name"]), operations: Vec::new() })
        .collect();
    for (path, item) in contract["paths"].as_object()? {
        for (method, operation) in item.as_object()?.iter().filter(|(method, _)| *method != "parameters") {
            let answers = operation["responses"].as_object()?.iter();
            let entry = Operation {
                method: method.to_uppercase(),
                path: path.clone(),
                summary: text(&operation["summary"]),
                description: text(&operation["description"]),
                answers: answers.map(|(status, answer)| (status.clone(), text(&answer["description"]))).collect(),
            };
            let group = groups.iter_mut().find(|group| operation["tags"][0] == group.name.as_str())?;
            group.operations.push(entry);
        }
    }
    Some(groups)
}
