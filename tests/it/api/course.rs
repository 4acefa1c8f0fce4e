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
    assert_eq!(first.header("etag"), "\"csam-1-de\"");
    let again = visitor
        .request(reqwest::Method::GET, "/modules/csam?lang=de")
        .header("if-none-match", "\"other\", W/\"csam-1-de\"");
    let again = Client::send(again).await.expect(304);
    assert!(again.bytes.is_empty());
    let french =
        visitor.request(reqwest::Method::GET, "/modules/csam?lang=fr").header("if-none-match", "\"csam-1-de\"");
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
    assert_eq!(method.header("allow"), "GET");
    assert_eq!(method.problem(), "methodNotAllowed");
}
