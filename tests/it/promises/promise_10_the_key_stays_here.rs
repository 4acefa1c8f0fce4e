//! The key to a question never leaves the server before the submission, by no door.

use crate::harness::{Client, Service, basic_modules, right_answer, wrong_answer};
use connectoo::{
    identity::Role,
    quizzes::{
        Body, Question,
        answers::Answer,
        scenario::{Scenario, Scene},
    },
};
use serde_json::{Value, json};

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
    let body = json!({"language": "nl"});
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
        let practised = learner.get(&format!("/modules/{module}/practiceQuestions?lang=nl")).await.expect(200).json();
        let practised = practised["items"].as_array().unwrap();
        for id in edition.module.practised() {
            let shown = practised.iter().find(|item| item["question"]["id"] == id).unwrap().to_string();
            for key in keys(edition.question(id).unwrap()) {
                assert!(!shown.contains(&key), "{module} practises {key}: {shown}");
            }
        }
        for lesson in &edition.module.lessons {
            seen.push(browser.page(&format!("/modules/{module}/lessons/{}", lesson.slug)).await.text());
        }
    }
    for (number, (drawn, question)) in (1..).zip(bound.questions(&paper)) {
        let page = browser.page(&format!("/attempts/{id}/questions/{number}?lang=nl")).await.expect(200).text();
        if let Body::Scenario(scenario) = &question.body {
            seen.extend(tells_no_more_than_was_walked(learner, browser, id, number, question, scenario).await);
        }
        let shown = attempt["questions"][number - 1].to_string();
        for key in keys(question) {
            assert!(!page.contains(&key) && !shown.contains(&key), "{}: {key}", drawn.question);
        }
        seen.push(page);
        let path = format!("/attempts/{id}/answers/{}", drawn.question);
        seen.push(learner.put(&path, drawn.veil(&wrong_answer(question))).await.expect(200).text());
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
    // The best way through a situation is told after the submission only.
    let best_way = ["\"bestPath\"", "\"better\"", "De beste weg", "Beter:", "The best way", "Better:"];
    for (words, text) in best_way.iter().flat_map(|words| seen.iter().map(move |text| (words, text))) {
        assert!(!text.contains(words), "{words}\n{text}");
    }
    learner.submit(attempt).await.expect(200);
    let result = learner.get(&format!("/attempts/{id}?lang=nl")).await.expect(200).text();
    let page = browser.page(&format!("/attempts/{id}/result?lang=nl")).await.expect(200).text();
    let walked = bound.questions(&paper).any(|(_, question)| question.body.kind() == "scenario");
    for (text, words) in [(&result, best_way[0]), (&result, best_way[1]), (&page, best_way[2]), (&page, best_way[3])] {
        assert_eq!(text.contains(words), walked, "{words}\n{text}");
    }
}

/// Walks a scenario badly, step by step, and looks after each step through every door: nothing of a scene that was not
/// reached is there, nor where a choice leads that was not taken, nor can a step be taken back. Gives what was seen.
async fn tells_no_more_than_was_walked(
    learner: &Client,
    browser: &Client,
    id: &str,
    number: usize,
    question: &Question,
    scenario: &Scenario,
) -> Vec<String> {
    let (Answer::Choices(bad), Answer::Choices(best)) = (wrong_answer(question), right_answer(question)) else {
        unreachable!("a scenario is answered by choices")
    };
    let attempt = || async { learner.get(&format!("/attempts/{id}?lang=nl")).await.expect(200).json() };
    let answers =
        format!("/attempts/{id}/answers/{}", attempt().await["questions"][number - 1]["id"].as_str().unwrap());
    let page = format!("/attempts/{id}/questions/{number}?lang=nl");
    let mut seen = Vec::new();
    for walked in (0..=bad.len()).map(|steps| &bad[..steps]) {
        let mut doors = Vec::new();
        if !walked.is_empty() {
            let saved = learner.put(&answers, json!({"choices": walked})).await.expect(200).json();
            assert!(
                saved["scene"].to_string().contains(&stands(scenario, walked).text.nl),
                "it says where this led: {saved}"
            );
            doors.push(saved.to_string());
            for back in [json!([]), json!(best[..1]), json!(best)] {
                if !back.as_array().unwrap().starts_with(json!(walked).as_array().unwrap()) {
                    let refused = learner.put(&answers, json!({ "choices": back })).await.expect(409);
                    assert_eq!(refused.problem(), "stepTaken");
                }
            }
        }
        let shown = attempt().await["questions"][number - 1].clone();
        assert_eq!(shown["scenes"].as_object().unwrap().len(), walked.len() + 1, "{shown:#}");
        let choices =
            shown["scenes"].as_object().unwrap().values().flat_map(|scene| scene["choices"].as_array().unwrap());
        assert_eq!(choices.filter(|choice| choice.get("next").is_some()).count(), walked.len(), "{shown:#}");
        doors.push(shown.to_string());
        let open = plain(&browser.page(&page).await.expect(200).text());
        assert!(open.contains(&stands(scenario, walked).text.nl), "{open}");
        doors.push(open);
        let (made_up, all) = (best[..best.len() - 1].join(" "), best.join(" "));
        for fields in [
            vec![("path", all.as_str()), ("lang", "nl")],
            vec![("path", made_up.as_str())],
            vec![("path", made_up.as_str()), ("choice", "never-offered")],
            vec![("again", "1")],
        ] {
            doors.push(plain(&browser.form(&page, &page, &fields).await.text()));
        }
        for text in &doors {
            for secret in beyond(scenario, walked) {
                assert!(!text.contains(&secret), "{}, {walked:?}: {secret}\n{text}", question.id);
            }
        }
        seen.append(&mut doors);
    }
    seen
}

fn stands<'a>(scenario: &'a Scenario, path: &[String]) -> &'a Scene {
    &scenario.scenes[scenario.follow(path).unwrap().scene]
}

/// What the scenes say in Dutch that a path did not reach, and what authors call any scene.
fn beyond(scenario: &Scenario, path: &[String]) -> Vec<String> {
    let said = |scene: &Scene| {
        let choices = scene.choices.iter().map(|choice| choice.text.nl.clone());
        choices.chain([scene.text.nl.clone()]).collect::<Vec<_>>()
    };
    let reached = (0..=path.len()).map(|steps| stands(scenario, &path[..steps])).collect::<Vec<_>>();
    let known = reached.iter().flat_map(|scene| said(scene)).collect::<Vec<_>>().join("\n");
    let unreached = scenario.scenes.values().filter(|scene| !reached.contains(scene)).flat_map(said);
    unreached.filter(|text| !known.contains(text)).chain(names(scenario)).collect()
}

/// The names that authors give to scenes, as a document would carry them.
fn names(scenario: &Scenario) -> impl Iterator<Item = String> {
    scenario.scenes.keys().flat_map(|name| {
        [format!("\"next\":\"{name}\""), format!("\"start\":\"{name}\""), format!("\"{name}\":{{\"choices\"")]
    })
}

/// A page without what HTML writes otherwise.
fn plain(html: &str) -> String {
    html.replace("&#39;", "'").replace("&#34;", "\"").replace("&#38;", "&")
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

/// What authors call the parts of a question, which may give the answer away, as a document or a form would carry it.
pub fn keys(question: &Question) -> Vec<String> {
    match &question.body {
        Body::Ordering { items } => items.iter().flat_map(|item| carried(&item.key)).collect(),
        Body::Matching { pairs, .. } => pairs.iter().flat_map(|pair| carried(&pair.key)).collect(),
        Body::Scenario(scenario) => names(scenario).collect(),
        Body::SingleChoice { options } | Body::MultipleChoice { options } => {
            options.iter().flat_map(|option| ticked(&option.key)).collect()
        }
        Body::Numeric { .. } => Vec::new(),
    }
}

/// The key of an item or of a side as a document or a form would carry it.
fn carried(key: &str) -> [String; 4] {
    [
        format!("\"key\":\"{key}\""),
        format!("value=\"{key}\""),
        format!("name=\"place-{key}\""),
        format!("name=\"pair-{key}\""),
    ]
}

/// The key of an option: as words of their own such keys stand in other controls of a page too.
fn ticked(key: &str) -> [String; 3] {
    [
        format!("\"key\":\"{key}\""),
        format!("name=\"option\" value=\"{key}\""),
        format!("name=\"options\" value=\"{key}\""),
    ]
}

#[test]
fn promise_10_a_question_that_a_lesson_solves_is_never_drawn() {
    for module in &crate::harness::course().modules {
        let practised = module.practised();
        assert!(!practised.is_empty(), "{}", module.competency);
        assert!(module.pool().iter().all(|question| !practised.contains(question.id.as_str())));
    }
}
