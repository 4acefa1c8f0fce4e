use crate::harness::{Service, basic_modules};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_next_leads_from_lesson_to_lesson_to_the_quiz() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let next = || async { learner.get("/me/progress").await.expect(200).json()["items"][0]["next"].clone() };
    let first = basic_modules()[0];
    let lessons: Vec<String> = learner.get(&format!("/modules/{first}")).await.json()["lessons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|lesson| lesson["slug"].as_str().unwrap().to_owned())
        .collect();
    for lesson in &lessons {
        assert_eq!(
            (next().await["step"].as_str(), next().await["lesson"].as_str()),
            (Some("lesson"), Some(lesson.as_str()))
        );
        learner.put(&format!("/modules/{first}/lessons/{lesson}/reading"), json!({})).await.expect(204);
    }
    assert_eq!(
        next().await,
        json!({"step": "quiz", "module": first, "href": format!("/api/connectoo/v1/modules/{first}/attempts")})
    );
    let attempt = learner.start(first).await;
    assert_eq!(next().await["step"], "attempt");
    learner.answer_all(&service, &attempt, true).await;
    learner.submit(&attempt).await.expect(200);
    assert_eq!(next().await["module"], basic_modules()[1]);
    let modules = learner.get("/modules?level=basic").await.json();
    assert_eq!(
        (modules["items"][0]["status"].as_str(), modules["items"][1]["status"].as_str()),
        (Some("completed"), Some("notStarted"))
    );
    learner.put(&format!("/modules/{first}/lessons/nothing/reading"), json!({})).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn attempts_are_listed_page_by_page() {
    let service = Service::start().await;
    let learner = service.learner().await;
    for module in &basic_modules()[..5] {
        learner.pass(&service, module).await;
    }
    let (mut path, mut seen) = ("/me/attempts?pageSize=2".to_owned(), Vec::new());
    loop {
        let page = learner.get(&path).await.expect(200).json();
        seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["module"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(next) => path = next.strip_prefix("/api/connectoo/v1").unwrap().to_owned(),
            None => break,
        }
    }
    let mut expected: Vec<String> = basic_modules()[..5].iter().map(ToString::to_string).collect();
    expected.reverse();
    assert_eq!(seen, expected);
    learner.get("/me/attempts?pageSize=1000").await.expect(400);
}
