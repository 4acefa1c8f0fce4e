use crate::harness::{Client, Service, right_answer};
use connectoo::identity::Role;
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn starting_twice_finds_the_same_attempt() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let first = learner.post("/modules/csam/attempts", json!({"language": "fr"})).await.expect(201);
    let id = first.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(first.header("location"), format!("/api/connectoo/v1/attempts/{id}"));
    let again = learner.post("/modules/csam/attempts", json!({"language": "fr"})).await.expect(200);
    assert_eq!(again.json(), first.json());
    let starts = (0..8).map(|_| learner.post("/modules/ebox/attempts", json!({})));
    let replies = futures_util::future::join_all(starts).await;
    let ids: std::collections::BTreeSet<String> = replies.iter().map(|reply| reply.json()["id"].to_string()).collect();
    assert_eq!(ids.len(), 1);
    assert_eq!(replies.iter().filter(|reply| reply.status == 201).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_saved_and_found_again_on_another_device() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let attempt = learner.start("csam").await;
    let (bound, paper) = service.bound(learner.account.unwrap(), attempt["id"].as_str().unwrap()).await;
    let mut elsewhere = service.visitor();
    elsewhere.sign_in("learner@example.be", crate::harness::PASSWORD).await;
    for (drawn, question) in bound.questions(&paper) {
        let given = drawn.veil(&right_answer(question));
        let path = format!("/attempts/{}/answers/{}", attempt["id"].as_str().unwrap(), question.id);
        let mut saved = learner.put(&path, given.clone()).await.expect(200).json();
        saved.as_object_mut().unwrap().remove("scene"); // what comes next in a scenario is no part of the answer
        let found = elsewhere.get(&format!("/attempts/{}", attempt["id"].as_str().unwrap())).await.expect(200).json();
        let found = &found["answers"][question.id.as_str()];
        assert_eq!(found, &saved);
        for (name, value) in given.as_object().unwrap() {
            assert_eq!(&found[name], value);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_answers_are_told_and_change_nothing() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let attempt = learner.start("csam").await;
    let id = attempt["id"].as_str().unwrap();
    let single = attempt["questions"].as_array().unwrap().iter().find(|q| q["kind"] == "singleChoice").unwrap();
    let path = format!("/attempts/{id}/answers/{}", single["id"].as_str().unwrap());
    for (body, name, kind) in [
        (json!({}), "option", "schemaViolation"),
        (json!({"option": 3}), "option", "schemaViolation"),
        (json!({"option": "not-offered"}), "option", "referencedResourceNotFound"),
        (json!({"options": ["a"]}), "options", "unknownInput"),
    ] {
        let reply = learner.put(&path, body.clone()).await.expect(400);
        let issues = reply.json()["issues"].as_array().unwrap().clone();
        let told = issues.iter().any(|i| i["name"] == name && i["type"].as_str().unwrap().ends_with(kind));
        assert!(told, "{body}: {issues:?}");
    }
    learner.put(&format!("/attempts/{id}/answers/not-drawn"), json!({"option": "a"})).await.expect(404);
    learner.put("/attempts/not-an-id/answers/x", json!({})).await.expect(404);
    let not_json =
        learner.request(reqwest::Method::PUT, &path).header("content-type", "application/json").body("{\"option\": ");
    assert_eq!(Client::send(not_json).await.expect(400).problem(), "badRequest");
    let not_typed = learner.request(reqwest::Method::PUT, &path).header("content-type", "text/plain").body("option=a");
    assert_eq!(Client::send(not_typed).await.expect(415).problem(), "unsupportedMediaType");
    let large = learner
        .request(reqwest::Method::PUT, &path)
        .header("content-type", "application/json")
        .body("x".repeat(70_000));
    assert_eq!(Client::send(large).await.expect(413).problem(), "payloadTooLarge");
    let list = learner.request(reqwest::Method::PUT, &path).json(&json!([1]));
    Client::send(list).await.expect(400);
    assert_eq!(learner.get(&format!("/attempts/{id}")).await.json()["answers"], json!({}));
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_elses_attempt_does_not_exist() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let attempt = learner.start("csam").await;
    let id = attempt["id"].as_str().unwrap();
    let other = service.named(Role::Learner, "other", "Other").await;
    let administrator = service.person(Role::Administrator).await;
    for stranger in [other, administrator] {
        stranger.get(&format!("/attempts/{id}")).await.expect(404);
        stranger.put(&format!("/attempts/{id}/answers/x"), json!({"option": "a"})).await.expect(404);
        stranger.post(&format!("/attempts/{id}/submission"), json!({})).await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_submission_changes_nothing() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let attempt = learner.start("csam").await;
    learner.answer_all(&service, &attempt, true).await;
    let submissions = futures_util::future::join_all((0..6).map(|_| learner.submit(&attempt))).await;
    let first = submissions[0].json();
    assert_eq!(
        (first["status"].as_str(), first["passed"].as_bool(), first["score"].as_f64()),
        (Some("submitted"), Some(true), Some(1.0))
    );
    for reply in submissions {
        assert_eq!(reply.expect(200).json(), first);
    }
    service.app.clock.shift(chrono::Duration::hours(1));
    let mut later = service.visitor();
    later.sign_in("learner@example.be", crate::harness::PASSWORD).await;
    assert_eq!(later.submit(&attempt).await.expect(200).json(), first);
    let path = format!(
        "/attempts/{}/answers/{}",
        attempt["id"].as_str().unwrap(),
        attempt["questions"][0]["id"].as_str().unwrap()
    );
    assert_eq!(later.put(&path, json!({"option": "x"})).await.expect(409).problem(), "alreadySubmitted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_quiz_says_why_and_a_retake_draws_others() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let attempt = learner.start("csam").await;
    learner.answer_all(&service, &attempt, false).await;
    let result = learner.submit(&attempt).await.expect(200).json();
    assert_eq!(result["passed"], false);
    assert!(result["score"].as_f64().unwrap() < 0.3, "{}", result["score"]);
    for question in result["questions"].as_array().unwrap() {
        assert!(!question["feedback"].as_str().unwrap().is_empty(), "{question:#}");
        assert!(question["parts"].as_array().unwrap().iter().any(|part| part["verdict"] != "untouched"));
    }
    let ids = |attempt: &Value| -> std::collections::BTreeSet<String> {
        attempt["questions"].as_array().unwrap().iter().map(|question| question["id"].to_string()).collect()
    };
    let retake = learner.start("csam").await;
    let (first, second) = (ids(&attempt), ids(&retake));
    assert!(first.intersection(&second).count() * 2 <= first.len(), "at least half is new: {first:?} {second:?}");
    assert_eq!(learner.get("/me/progress").await.json()["items"][0]["proven"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_submission_is_marked_and_fails() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let attempt = learner.start("csam").await;
    let result = learner.submit(&attempt).await.expect(200).json();
    assert_eq!((result["score"].as_f64(), result["passed"].as_bool()), (Some(0.0), Some(false)));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_expert_level_waits_for_the_basic_brevet() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let progress = learner.get("/me/progress?lang=nl").await.expect(200).json();
    assert_eq!(progress["items"][1]["next"], json!({"step": "locked", "requires": "basic"}));
}
