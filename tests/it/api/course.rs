use crate::harness::{Client, Service, basic_modules};

#[tokio::test(flavor = "multi_thread")]
async fn the_basic_level_has_twelve_modules_in_order() {
    let service = Service::start().await;
    let modules = service.visitor().get("/modules?level=basic&lang=fr").await.expect(200).json();
    let codes: Vec<&str> =
        modules["items"].as_array().unwrap().iter().map(|module| module["code"].as_str().unwrap()).collect();
    assert_eq!(codes, basic_modules());
    assert_eq!(codes.len(), 12);
    assert!(modules["items"][0].get("status").is_none(), "a visitor has no status");
    let levels = service.visitor().get("/levels").await.expect(200).json();
    assert_eq!(levels["items"][1]["requires"], "basic");
    let competencies = service.visitor().get("/competencies?level=expert").await.expect(200).json();
    assert_eq!(competencies["items"].as_array().unwrap().len(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_module_is_answered_304_to_whoever_has_it() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let first = visitor.get("/modules/csam?lang=de").await.expect(200);
    assert_eq!(first.header("content-language"), "de");
    let etag = first.header("etag").trim_start_matches("W/").to_owned();
    let again = visitor
        .request(reqwest::Method::GET, "/modules/csam?lang=de")
        .header("if-none-match", format!("\"other\", W/{etag}"));
    let again = Client::send(again).await.expect(304);
    assert!(again.bytes.is_empty());
    let french = visitor.request(reqwest::Method::GET, "/modules/csam?lang=fr").header("if-none-match", &etag);
    Client::send(french).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_module_shows_its_lessons_and_nothing_of_its_pool() {
    let service = Service::start().await;
    let module = service.visitor().get("/modules/csam?lang=nl").await.expect(200).json();
    assert!(module["lessons"].as_array().unwrap().len() >= 3);
    assert!(module.get("questions").is_none());
    assert!(module["lessons"][0]["html"].as_str().unwrap().contains("<h2>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_exist_is_a_problem_in_the_callers_language() {
    let service = Service::start().await;
    let reply = service.visitor().get("/modules/nothing?lang=fr").await.expect(404);
    assert_eq!((reply.problem().as_str(), reply.header("content-language")), ("resourceNotFound", "fr"));
    let unknown = service.visitor().get("/modules?size=3").await.expect(400);
    assert_eq!(unknown.json()["issues"][0]["in"], "query");
    service.visitor().get("/modules?level=middle").await.expect(400);
    service.visitor().get("/nowhere").await.expect(404);
    let method = service.visitor().delete("/modules").await.expect(405);
    assert_eq!(method.header("allow"), "GET, HEAD");
    assert_eq!(method.problem(), "methodNotAllowed");
}

#[tokio::test(flavor = "multi_thread")]
async fn head_is_answered_wherever_get_is_and_what_nobody_takes_is_406() {
    let service = Service::start().await;
    let visitor = service.visitor();
    for path in ["/", "/health", "/api/connectoo/v1/modules/csam"] {
        let head = Client::send(visitor.http.head(format!("{}{path}", service.url))).await.expect(200);
        assert!(head.bytes.is_empty() && head.header("content-length").parse::<usize>().unwrap() > 0, "{path}");
    }
    let accepting =
        |accept: &str| Client::send(visitor.request(reqwest::Method::GET, "/levels").header("accept", accept));
    assert_eq!(accepting("text/csv").await.expect(406).problem(), "notAcceptable");
    for accept in ["application/json", "text/html, */*;q=0.1", "application/*"] {
        accepting(accept).await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn translated_answers_say_what_they_vary_by() {
    let service = Service::start().await;
    let learner = service.learner().await;
    for path in ["/modules?lang=fr", "/modules/csam?lang=fr", "/me/progress?lang=fr", "/modules/nothing?lang=fr"] {
        let reply = learner.get(path).await;
        assert_eq!(reply.header("content-language"), "fr", "{path}");
        assert!(reply.header("vary").split(", ").any(|header| header == "Accept-Language"), "{path}");
    }
    assert_eq!(learner.get("/me?verbose=1").await.expect(400).json()["issues"][0]["in"], "query");
    let reply = learner.put("/modules/csam/lessons/x/reading?dry=1", serde_json::json!({})).await.expect(400);
    assert_eq!(reply.json()["issues"][0]["name"], "dry");
}
