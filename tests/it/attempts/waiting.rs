//! While a quiz waits, the next step is what can be done now, and says when the quiz opens: page, REST and digest alike.

use super::{later, retakes::fail};
use crate::{
    access::sign_in_by_form,
    harness::{Client, PASSWORD, Service, course, eventually, with_validity},
};
use connectoo::{
    agenda::digest,
    identity::Role,
    locale::{Language, Localised},
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

async fn read_all_of(learner: &Client, module: &str) {
    for lesson in learner.get(&format!("/modules/{module}")).await.json()["lessons"].as_array().unwrap() {
        let path = format!("/modules/{module}/lessons/{}/reading", lesson["slug"].as_str().unwrap());
        learner.put(&path, json!({})).await.expect(204);
    }
}

/// Reads a module and fails its quiz, until there is a wait.
pub async fn waits_for(learner: &Client, module: &str) {
    read_all_of(learner, module).await;
    for _ in 0..2 {
        fail(learner, module).await;
    }
}

/// The next step in the basic level.
async fn next(learner: &Client) -> Value {
    learner.get("/me/progress").await.expect(200).json()["items"][0]["next"].clone()
}

/// The page of a learner who signs in now, as far as it tells the next step.
async fn next_on_page(service: &Service, language: Language) -> String {
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let html = browser.page(&format!("/learning?lang={language}")).await.expect(200).text();
    html.split("<section class=\"next-step\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned()
}

/// The lessons that the result of an attempt sends back to.
async fn sent_back_to(learner: &Client, attempt: &Value) -> BTreeSet<String> {
    let result = learner.get(&format!("/attempts/{}", attempt["id"].as_str().unwrap())).await.expect(200).json();
    let missed = result["questions"].as_array().unwrap().iter().filter(|question| question["points"] != 1.0);
    missed.filter_map(|question| question["read"].as_str().map(str::to_owned)).collect()
}

fn title(texts: &Localised, language: Language) -> String {
    texts.get(language).replace('\'', "&#39;")
}

#[tokio::test(flavor = "multi_thread")]
async fn while_a_quiz_waits_the_next_step_is_what_can_be_done_now() {
    let service = Service::start().await;
    service.live_at("2026-11-27T10:00:30Z");
    let mut learner = service.learner().await;
    read_all_of(&learner, "csam").await;
    let quiz = json!({"step": "quiz", "module": "csam", "href": "/api/connectoo/v1/modules/csam/attempts"});
    fail(&learner, "csam").await;
    assert_eq!(next(&learner).await, quiz, "the second attempt is free");

    // A short wait: to read again what was missed.
    let second = fail(&learner, "csam").await;
    let step = next(&learner).await;
    let opens = learner.get("/me/attempts?module=csam").await.json()["retakeFrom"].clone();
    assert_eq!(step["waiting"], json!({"href": quiz["href"], "retakeFrom": opens}));
    assert_eq!((&step["step"], &step["module"]), (&json!("lessonsAgain"), &json!("csam")));
    let lessons: BTreeSet<String> =
        step["lessons"].as_array().unwrap().iter().map(|l| l.as_str().unwrap().into()).collect();
    assert_eq!(lessons, sent_back_to(&learner, &second).await);
    let page = next_on_page(&service, Language::En).await;
    assert!(page.contains("You can take the quiz of “") && page.contains("” again today at 11:1"), "{page}");
    let many = format!("read the {} lessons again", lessons.len());
    assert!(lessons.len() > 1 && page.contains(&many) && page.contains("href=\"/modules/csam/quiz\""), "{page}");
    learner.post("/modules/csam/attempts", json!({})).await.expect(429);

    // A wait of a day: another module.
    for minutes in [10, 60] {
        later(&service, &mut learner, minutes).await;
        fail(&learner, "csam").await;
    }
    let step = next(&learner).await;
    let first = &course().modules.iter().find(|module| module.competency == "digital-inclusion").unwrap().lessons[0];
    assert_eq!(
        (&step["step"], &step["module"], &step["lesson"], &step["waiting"]["href"]),
        (&json!("lesson"), &json!("digital-inclusion"), &json!(first.slug), &quiz["href"])
    );
    for (language, tomorrow) in
        Language::ALL.iter().zip(["morgen om 12:1", "demain à 12:1", "morgen um 12:1", "tomorrow at 12:1"])
    {
        let page = next_on_page(&service, *language).await;
        assert!(page.contains(tomorrow) && page.contains(&title(&first.title, *language)), "{language}: {page}");
        assert!(page.contains(&format!("href=\"/modules/digital-inclusion/lessons/{}\"", first.slug)), "{page}");
        assert_eq!(page.matches("class=\"button\"").count(), 1, "{page}");
    }

    // Where no other module is left, the lessons again; and the quiz once it opens.
    learner.pass_all_but(&service, &["csam"]).await;
    assert_eq!(next(&learner).await["step"], "lessonsAgain");
    later(&service, &mut learner, 24 * 60).await;
    assert_eq!(next(&learner).await, quiz);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_whose_waits_are_waived_is_sent_to_the_quiz() {
    let service = Service::start().await;
    let (learner, administrator) = (service.learner().await, service.person(Role::Administrator).await);
    waits_for(&learner, "csam").await;
    assert_eq!(next(&learner).await["step"], "lessonsAgain");
    let path = format!("/accounts/{}/accommodation", learner.account.unwrap());
    let granted = json!({"extraTime": "none", "breakMinutes": 0, "waitsWaived": true});
    administrator.put(&path, granted).await.expect(200);
    assert_eq!(next(&learner).await["step"], "quiz");
    learner.post("/modules/csam/attempts", json!({})).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_a_refresher_waits_the_next_step_is_practice() {
    let service = Service::start().await;
    service.live_at("2027-03-05T09:00:00Z");
    with_validity(&service, 2).await;
    let mut learner = service.learner().await;
    let number = learner.earn_basic(&service).await;
    service.live_at("2027-05-20T10:00:30Z"); // it has ended
    learner.sign_in("learner@example.be", PASSWORD).await;
    let href = format!("/brevets/{number}/renewal");
    assert_eq!(next(&learner).await["step"], "renewal");
    for _ in 0..2 {
        let refresher = learner.post(&href, json!({})).await.expect(201).json();
        learner.submit(&refresher).await.expect(200);
    }
    let step = next(&learner).await;
    assert_eq!(
        (&step["step"], &step["href"], &step["waiting"]["href"]),
        (&json!("practice"), &json!("/api/connectoo/v1/me/practiceCards"), &json!(format!("/api/connectoo/v1{href}")))
    );
    let page = next_on_page(&service, Language::En).await;
    assert!(page.contains("refresher again today at 12:1") && page.contains("href=\"/practice\""), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_digest_never_asks_for_a_quiz_that_waits_and_names_the_day_it_opens() {
    let service = Service::start().await;
    service.live_at("2027-03-08T07:30:00Z"); // a Monday; the first digest comes a week later
    let mut learner = service.learner().await;
    read_all_of(&learner, "csam").await;
    service.live_at("2027-03-14T21:30:00Z");
    learner.sign_in("learner@example.be", PASSWORD).await;
    for minutes in [0, 10, 60, 0] {
        fail(&learner, "csam").await;
        later(&service, &mut learner, minutes).await;
    }
    service.live_at("2027-03-15T07:40:00Z");
    digest::write_due(&service.app, &mut service.db().await).await.unwrap();
    let is_digest = |text: &str| text.contains("/digests/");
    let mail = eventually("the digest", || async {
        service.mail_to("learner@example.be").await.filter(|mail| mail.stop_address.as_deref().is_some_and(is_digest))
    })
    .await;
    for part in
        ["op 15 maart 2027 om 23:4", "Ga intussen verder met een andere module", "/modules/digital-inclusion/lessons/"]
    {
        assert!(mail.body_text.contains(part), "{part}: {}", mail.body_text);
    }
    assert!(!mail.body_text.contains("/modules/csam/quiz"), "{}", mail.body_text);
}
