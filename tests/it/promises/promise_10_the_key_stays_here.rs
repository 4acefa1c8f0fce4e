//! The key to a question never leaves the server before the submission, by no door.

use crate::harness::{Client, Service, basic_modules};
use connectoo::{
    identity::Role,
    quizzes::{Body, Question},
};
use serde_json::Value;

#[tokio::test(flavor = "multi_thread")]
async fn promise_10_no_answer_of_any_door_holds_the_key_before_the_submission() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let browser = service.visitor();
    crate::access::sign_in_by_form(&browser, Role::Learner).await;
    for module in basic_modules() {
        let attempt = learner.start(module).await;
        keeps_its_key(&service, &learner, &browser, &attempt).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_10_no_door_holds_the_key_to_a_refresher_before_its_submission() {
    let service = Service::start().await;
    crate::harness::with_validity(&service, 2).await; // within the window at once
    let learner = service.learner().await;
    learner.pass_all_but(&service, &[]).await;
    let browser = service.visitor();
    crate::access::sign_in_by_form(&browser, Role::Learner).await;
    let renewal = format!("/brevets/{}/renewal", learner.newest_brevet().await);
    let body = serde_json::json!({"language": "nl"});
    let attempt = learner.post(&renewal, body).await.expect(201).json();
    keeps_its_key(&service, &learner, &browser, &attempt).await;
}

/// Looks at an open attempt through every door, and answers it on the way.
async fn keeps_its_key(service: &Service, learner: &Client, browser: &Client, attempt: &Value) {
    let id = attempt["id"].as_str().unwrap();
    let (bound, paper) = service.bound(learner.account.unwrap(), id).await;
    let lessons = || paper.editions().iter().flat_map(|edition| &edition.module.lessons);
    let mut seen = vec![
        attempt.to_string(),
        learner.get(&format!("/attempts/{id}")).await.text(),
        browser.page(&format!("/attempts/{id}/check")).await.text(),
    ];
    for edition in paper.editions() {
        let module = &edition.module.competency;
        seen.push(learner.get(&format!("/modules/{module}?lang=nl")).await.text());
        seen.push(browser.page(&format!("/modules/{module}")).await.text());
        for lesson in &edition.module.lessons {
            seen.push(browser.page(&format!("/modules/{module}/lessons/{}", lesson.slug)).await.text());
        }
    }
    for (number, (drawn, question)) in (1..).zip(bound.questions(&paper)) {
        let page = browser.page(&format!("/attempts/{id}/questions/{number}?lang=nl")).await.expect(200).text();
        let shown = attempt["questions"][number - 1].to_string();
        for key in keys(question) {
            assert!(!page.contains(&key) && !shown.contains(&key), "{}: {key}", drawn.question);
        }
        seen.push(page);
        let path = format!("/attempts/{id}/answers/{}", drawn.question);
        seen.push(learner.put(&path, drawn.veil(&crate::harness::wrong_answer(question))).await.expect(200).text());
    }
    for (drawn, question) in bound.questions(&paper) {
        let secrets = secrets(question, |text| lessons().any(|one| one.markdown.nl.contains(text)));
        for (secret, text) in secrets.iter().flat_map(|secret| seen.iter().map(move |text| (secret, text))) {
            assert!(!text.contains(secret.as_str()), "{}: {secret}", drawn.question);
        }
    }
    for text in &seen[..2] {
        assert!(!text.contains("\"correct\"") && !text.contains("\"feedback\""), "{text}");
    }
}

/// What Dutch says of a question only once it is answered. What is taught in the same words is no secret.
pub fn secrets(question: &Question, is_taught: impl Fn(&str) -> bool) -> Vec<String> {
    let mut secrets = Vec::new();
    match &question.body {
        Body::SingleChoice { options } | Body::MultipleChoice { options } => {
            secrets.extend(options.iter().map(|option| option.feedback.nl.clone()));
        }
        Body::Numeric { feedback, .. } => secrets.extend(feedback.iter().map(|feedback| feedback.nl.clone())),
        Body::Scenario(scenario) => {
            let choices = scenario.scenes.values().flat_map(|scene| &scene.choices);
            secrets.extend(choices.map(|choice| choice.feedback.nl.clone()));
        }
        Body::Ordering { .. } | Body::Matching { .. } => {}
    }
    secrets.extend(question.explanation.iter().map(|explanation| explanation.nl.clone()));
    secrets.retain(|secret| !is_taught(secret));
    secrets
}

/// The content's keys of parts whose keys give the answer away, as a document or a form would carry them.
pub fn keys(question: &Question) -> Vec<String> {
    let own: Vec<&String> = match &question.body {
        Body::Ordering { items } => items.iter().map(|item| &item.key).collect(),
        Body::Matching { pairs, .. } => pairs.iter().map(|pair| &pair.key).collect(),
        _ => Vec::new(),
    };
    own.into_iter().flat_map(|key| carried(key)).collect()
}

/// A key as a document or a form would carry it.
fn carried(key: &str) -> [String; 3] {
    [format!("\"key\":\"{key}\""), format!("value=\"{key}\""), format!("name=\"place-{key}\"")]
}

#[test]
fn promise_10_a_question_that_a_lesson_solves_is_never_drawn() {
    for module in &crate::harness::course().modules {
        let practised = module.practised();
        assert!(!practised.is_empty(), "{}", module.competency);
        assert!(module.pool().iter().all(|question| !practised.contains(question.id.as_str())));
    }
}
