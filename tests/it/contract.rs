//! The REST contract tells the truth: it names every route, and every answer that any test gets is held against it.

use jsonschema::Validator;
use serde_json::{Value, json};
use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, LazyLock, Mutex},
};

fn contract() -> &'static Value {
    connectoo::contract::json()
}

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// The contract's path for an address below the base.
fn pattern(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |pattern: &&String| {
        let pattern: Vec<&str> = pattern.split('/').collect();
        pattern.len() == parts.len() && pattern.iter().zip(&parts).all(|(p, part)| p.starts_with('{') || p == part)
    };
    let mut patterns: Vec<&String> = contract()["paths"].as_object()?.keys().filter(fits).collect();
    patterns.sort_by_key(|pattern| pattern.contains('{'));
    patterns.first().map(ToString::to_string)
}

static VALIDATORS: LazyLock<Mutex<HashMap<String, Arc<Validator>>>> = LazyLock::new(Mutex::default);

/// The schema at a pointer, with the shared ones it refers to.
fn validator(pointer: &str) -> Arc<Validator> {
    let mut validators = VALIDATORS.lock().unwrap();
    let build = || {
        let schema = json!({"allOf": [contract().pointer(pointer).unwrap()], "components": contract()["components"]});
        Arc::new(jsonschema::draft4::options().build(&schema).unwrap_or_else(|error| panic!("{pointer}: {error}")))
    };
    validators.entry(pointer.to_owned()).or_insert_with(build).clone()
}

fn resolved(pointer: &str) -> String {
    match contract().pointer(pointer).and_then(|value| value["$ref"].as_str()) {
        Some(reference) => reference.trim_start_matches('#').to_owned(),
        None => pointer.to_owned(),
    }
}

/// Fails when an answer is not what the contract says of this operation and status.
pub fn check(method: &str, path: &str, status: u16, content_type: &str, body: &[u8]) {
    let Some(pattern) = pattern(path) else { return };
    let escaped = pattern.replace('~', "~0").replace('/', "~1");
    let operation = format!("/paths/{escaped}/{}", method.to_lowercase());
    if contract().pointer(&operation).is_none() {
        return; // a method that the resource does not take: 405
    }
    let by_status = format!("{operation}/responses/{status}");
    let named = contract().pointer(&by_status).is_some();
    assert!(
        named || status >= 400 || status == 304,
        "{method} {pattern} answers {status}, which the contract does not name"
    );
    let answer = resolved(&if named { by_status } else { format!("{operation}/responses/default") });
    let media = content_type.split(';').next().unwrap_or_default().trim();
    if body.is_empty() || !media.ends_with("json") {
        return;
    }
    let pointer = format!("{answer}/content/{}/schema", media.replace('/', "~1"));
    assert!(contract().pointer(&pointer).is_some(), "{method} {pattern} {status}: the contract has no {media}");
    let value: Value = serde_json::from_slice(body).unwrap();
    let complaints: Vec<String> =
        validator(&pointer).iter_errors(&value).map(|error| format!("{} at {}", error, error.instance_path)).collect();
    assert!(complaints.is_empty(), "{method} {pattern} {status}: {complaints:#?}\n{value:#}");
}

#[test]
fn the_contract_names_every_route_and_no_other() {
    let source = std::fs::read_to_string("backend/src/routes.rs").unwrap();
    let body = source.split("fn api(service").nth(1).unwrap().split("\n}\n").next().unwrap().to_owned();
    let mut routes = BTreeSet::new();
    for line in body.split("at!(\"").skip(1) {
        let (path, rest) = line.split_once('"').unwrap();
        for handler in rest.split("))").next().unwrap().trim_start_matches(',').split(',') {
            routes.insert(format!("{} {path}", handler.split_whitespace().next().unwrap()));
        }
    }
    let mut described = BTreeSet::new();
    for (path, item) in contract()["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys().filter(|key| METHODS.contains(&key.as_str())) {
            described.insert(format!("{method} {path}"));
        }
    }
    assert_eq!(described, routes);
}

#[test]
fn the_contract_follows_the_belgian_conventions() {
    let contract = contract();
    assert!(contract["openapi"].as_str().unwrap().starts_with("3.0."));
    let mut ids = BTreeSet::new();
    for (path, item) in contract["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap().iter().filter(|(key, _)| METHODS.contains(&key.as_str())) {
            let id = operation["operationId"].as_str().unwrap();
            assert!(
                ids.insert(id) && id.chars().all(char::is_alphanumeric) && id.starts_with(char::is_lowercase),
                "{id}"
            );
            assert!(operation["responses"].get("default").is_some(), "{method} {path} has no default answer");
            assert!(!operation["summary"].as_str().unwrap().is_empty());
            if let Some(body) = operation.get("requestBody") {
                assert!(body["required"].is_boolean(), "{method} {path}: requestBody.required");
            }
        }
    }
    let schemas = contract["components"]["schemas"].as_object().unwrap();
    for (name, schema) in schemas.iter().filter(|(name, _)| *name != "Contract") {
        for (property, of) in schema["properties"].as_object().into_iter().flatten() {
            assert!(
                of.get("description").is_some() || of.get("$ref").is_some() || of.get("allOf").is_some(),
                "{name}.{property} is not described"
            );
            assert!(property != "data" && property != "info", "{name}.{property}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contract_is_served_as_yaml_as_json_and_as_a_page() {
    let service = crate::harness::Service::start().await;
    let visitor = service.visitor();
    let yaml = visitor.get("/doc/openapi.yaml").await.expect(200);
    assert_eq!(yaml.text(), connectoo::contract::YAML);
    assert_eq!(&visitor.get("/doc/openapi.json").await.expect(200).json(), contract());
    let page = visitor.page("/api?lang=en").await.expect(200).text();
    assert!(page.contains("/attempts/{id}/submission") && page.contains("id=\"alreadySubmitted\""));
}
