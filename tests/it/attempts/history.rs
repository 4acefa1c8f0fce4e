//! All earlier attempts stay visible, with answers and explanations, to whose they are.

use crate::{
    access::sign_in_by_form,
    harness::{PASSWORD, Service},
};
use connectoo::identity::Role;

#[tokio::test(flavor = "multi_thread")]
async fn every_earlier_attempt_is_listed_and_leads_to_its_answers() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let html = browser.page("/modules/csam/attempts?lang=en").await.expect(200).text();
    assert!(html.contains("You have not taken a quiz here yet") && html.contains("/modules/csam/quiz"), "{html}");

    let failed = learner.start("csam").await;
    learner.answer_all(&service, &failed, false).await;
    learner.submit(&failed).await.expect(200);
    let passed = learner.start("csam").await;
    learner.answer_all(&service, &passed, true).await;
    learner.submit(&passed).await.expect(200);
    let open = learner.start("csam").await;
    let elsewhere = learner.start("ebox").await;
    let id = |attempt: &serde_json::Value| attempt["id"].as_str().unwrap().to_owned();

    let html = browser.page("/modules/csam/attempts?lang=en").await.expect(200).text();
    for words in ["In progress", "Passed", "Not passed yet", "100%", &id(&open), &id(&failed)] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(!html.contains(&id(&elsewhere)), "{html}");
    let review = browser.page(&format!("/attempts/{}", id(&failed))).await.expect(303);
    let html = browser.page(&format!("{}?lang=en", review.header("location"))).await.expect(200).text();
    assert!(html.contains("Your answers, with explanations") && html.contains("/modules/csam/attempts"), "{html}");
    assert!(!html.contains("<details>"), "what was wrong stands open: {html}");
    let html = browser.page(&format!("/attempts/{}/result", id(&passed))).await.expect(200).text();
    assert_eq!(html.matches("<details>").count(), html.matches("<li class=\"review ").count(), "{html}");
    assert!(html.contains("<details>"), "what is right is closed: {html}");
    let all = browser.page("/attempts?lang=en").await.expect(200).text();
    assert!(all.contains(&id(&elsewhere)) && all.contains(&id(&failed)), "{all}");
    for page in ["/modules/csam", "/learning"] {
        assert!(browser.page(page).await.expect(200).text().contains("/attempts\""), "{page} leads there");
    }

    let listed = learner.get("/me/attempts?module=csam&pageSize=2").await.expect(200).json();
    assert_eq!(
        (listed["items"][0]["status"].as_str(), listed["items"][1]["passed"].as_bool()),
        (Some("open"), Some(true))
    );
    let rest = learner.get(listed["next"].as_str().unwrap().strip_prefix("/api/connectoo/v1").unwrap()).await;
    assert_eq!(rest.expect(200).json()["items"][0]["id"], failed["id"]);
    learner.get("/me/attempts?module=nothing").await.expect(400);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_sees_the_attempts_of_somebody_else() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let attempt = learner.pass(&service, "csam").await;
    let id = attempt["id"].as_str().unwrap();
    let other = service.named(Role::Trainer, "trainer", "Other").await;
    assert_eq!(other.get("/me/attempts?module=csam").await.expect(200).json()["items"], serde_json::json!([]));
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Trainer).await;
    for page in ["/modules/csam/attempts", "/attempts"] {
        assert!(!browser.page(page).await.expect(200).text().contains(id), "{page}");
    }
    browser.page(&format!("/attempts/{id}/result")).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_attempts_are_shown_page_by_page() {
    let service = Service::start().await;
    let mut learner = service.learner().await;
    let browser = service.visitor();
    let mut ids = Vec::new();
    for _ in 0..52 {
        learner.sign_in("learner@example.be", PASSWORD).await;
        let attempt = learner.start("csam").await;
        learner.submit(&attempt).await.expect(200);
        ids.push(attempt["id"].as_str().unwrap().to_owned());
        service.app.clock.shift(chrono::Duration::days(8)); // nobody waits after a quiet week
    }
    sign_in_by_form(&browser, Role::Learner).await;
    let first = browser.page("/modules/csam/attempts").await.expect(200).text();
    assert!(first.contains(&ids[51]) && !first.contains(&ids[1]));
    let earlier = first.split("href=\"/modules/csam/attempts?before=").nth(1).unwrap().split('"').next().unwrap();
    let second = browser.page(&format!("/modules/csam/attempts?before={earlier}")).await.expect(200).text();
    let shows = |at: usize| second.contains(&format!("\"/attempts/{}\"", ids[at]));
    assert!(shows(1) && shows(0) && !shows(2), "{second}");
    browser.page("/modules/csam/attempts?before=nonsense").await.expect(404);
}
