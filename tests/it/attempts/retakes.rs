//! After failed attempts a learner waits, a little longer each time; and the next attempt asks other questions.

use super::{later, with_rules};
use crate::{
    access::sign_in_by_form,
    harness::{Client, Service, basic_modules, course, curriculum_with_validity, eventually, with_validity},
};
use connectoo::{
    competencies::{self, Curriculum, Retakes},
    identity::Role,
    modules::QuizRules,
    quizzes::Body,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Hands in a module's quiz without an answer.
pub async fn fail(learner: &Client, module: &str) -> Value {
    let attempt = learner.start(module).await;
    assert_eq!(learner.submit(&attempt).await.expect(200).json()["passed"], false);
    attempt
}

/// How many minutes there are to wait, as the refusal says.
async fn wait(learner: &Client, module: &str) -> i64 {
    let reply = learner.post(&format!("/modules/{module}/attempts"), json!({})).await.expect(429);
    assert_eq!(reply.problem(), "retakeTooEarly");
    let seconds: i64 = reply.header("retry-after").parse().unwrap();
    assert_eq!(reply.json()["retryAfterSec"], seconds);
    (seconds + 30) / 60
}

#[tokio::test(flavor = "multi_thread")]
async fn the_third_attempt_waits_and_both_doors_say_until_when() {
    let service = Service::start().await;
    service.live_at("2026-11-27T10:00:30Z");
    let mut learner = service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let html = browser.page("/modules/csam/quiz?lang=en").await.expect(200).text();
    assert!(html.contains("2 times in a row without waiting") && html.contains("10 minutes, 1 hour, 1 day"), "{html}");
    fail(&learner, "csam").await;
    assert_eq!(learner.get("/me/attempts?module=csam").await.expect(200).json().get("retakeFrom"), None);
    let second = fail(&learner, "csam").await;

    assert_eq!(wait(&learner, "csam").await, 10);
    let refused = learner.post("/modules/csam/attempts?lang=en", json!({})).await.expect(429).json();
    assert_eq!(refused["limit"], 2);
    let opens = learner.get("/me/attempts?module=csam").await.expect(200).json()["retakeFrom"].clone();
    assert!(opens.as_str().unwrap().starts_with("2026-11-27T10:1"), "{opens}");

    let result = format!("/attempts/{}/result?lang=en", second["id"].as_str().unwrap());
    for page in ["/modules/csam/quiz?lang=en", "/modules/csam/attempts?lang=en", &result] {
        let html = browser.page(page).await.expect(200).text();
        assert!(html.contains("You can start a new attempt today at 11:1"), "{page}: {html}");
        assert!(!html.contains("action=\"/modules/csam/quiz\""), "{page}: no button that is refused");
    }
    let html = browser.page("/modules/csam/quiz?lang=nl").await.expect(200).text();
    assert!(html.contains("vandaag om 11:1"), "{html}");
    assert!(
        html.contains("href=\"/modules/csam/lessons/") && html.contains("href=\"/practice\""),
        "what to do meanwhile"
    );
    let sent_all_the_same = browser.form("/account", "/modules/csam/quiz", &[]).await.expect(303);
    assert_eq!(sent_all_the_same.header("location"), "/modules/csam/quiz");

    learner.start("ebox").await; // another module is not concerned
    later(&service, &mut learner, 10).await;
    assert!(browser.page("/modules/csam/quiz").await.text().contains("action=\"/modules/csam/quiz\""));
    learner.post("/modules/csam/attempts", json!({})).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_wait_grows_to_a_day_and_a_quiet_week_or_a_pass_forgets() {
    let service = Service::start().await;
    let mut learner = service.learner().await;
    fail(&learner, "csam").await;
    for minutes in [10, 60, 1440, 1440] {
        fail(&learner, "csam").await;
        assert_eq!(wait(&learner, "csam").await, minutes);
        later(&service, &mut learner, minutes).await;
    }
    later(&service, &mut learner, 7 * 1440).await;
    fail(&learner, "csam").await;
    learner.pass(&service, "csam").await; // the second attempt in a row is free again
    fail(&learner, "csam").await;
    fail(&learner, "csam").await;
    assert_eq!(wait(&learner, "csam").await, 10, "the count began anew with the pass");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_attempt_is_never_refused_and_there_is_one_whoever_starts_at_once() {
    let service = Service::start().await;
    let mut learner = service.learner().await;
    fail(&learner, "csam").await;
    fail(&learner, "csam").await;
    let at_once = async |learner: &Client| {
        let starts = (0..8).map(|_| learner.post("/modules/csam/attempts", json!({})));
        futures_util::future::join_all(starts).await
    };
    assert!(at_once(&learner).await.iter().all(|reply| reply.status == 429));
    later(&service, &mut learner, 10).await;
    let replies = at_once(&learner).await;
    let ids: BTreeSet<String> = replies.iter().map(|reply| reply.json()["id"].to_string()).collect();
    let started = replies.iter().filter(|reply| reply.status == 201).count();
    assert_eq!((ids.len(), started), (1, 1));
    with_retakes(&service, Some(Retakes { wait_minutes: vec![600], forget_days: 7 })).await;
    assert!(at_once(&learner).await.iter().all(|reply| reply.status == 200), "what is open goes on");
}

async fn save(service: &Service, curriculum: &Curriculum) {
    let mut db = service.db().await;
    competencies::store::save(&mut db, curriculum).await.unwrap();
    diesel_async::RunQueryDsl::execute(diesel::sql_query("NOTIFY connectoo, 'course'"), &mut db).await.unwrap();
}

/// Gives both levels these rules.
async fn with_retakes(service: &Service, retakes: Option<Retakes>) {
    let mut curriculum = course().curriculum.clone();
    curriculum.0.iter_mut().for_each(|level| level.retakes = retakes.clone());
    save(service, &curriculum).await;
    eventually("the rules", || async {
        let taught = service.app.course.taught();
        taught.curriculum.0.iter().all(|level| level.retakes == retakes).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_curriculum_without_waits_lets_nobody_wait() {
    let service = Service::start().await;
    let learner = service.learner().await;
    with_retakes(&service, None).await;
    for _ in 0..6 {
        fail(&learner, "csam").await;
    }
    assert_eq!(service.visitor().get("/levels").await.expect(200).json()["items"][0].get("retakes"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_module_may_state_waits_of_its_own() {
    let service = Service::start().await;
    let learner = service.learner().await;
    with_rules(&service, "csam", QuizRules { wait_minutes: Some(vec![30]), ..QuizRules::default() }).await;
    let told = service.visitor().get("/modules/csam").await.expect(200).json();
    assert_eq!(told["quiz"]["waitMinutes"], json!([30]));
    fail(&learner, "csam").await;
    assert_eq!(wait(&learner, "csam").await, 30);
    fail(&learner, "ebox").await;
    learner.post("/modules/ebox/attempts", json!({})).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refresher_waits_like_a_quiz() {
    let service = Service::start().await;
    with_validity(&service, 2).await;
    let learner = service.learner().await;
    let number = learner.earn_basic(&service).await;
    let (path, page) = (format!("/brevets/{number}/renewal"), format!("/brevets/{number}/renewal?lang=en"));
    for _ in 0..2 {
        let refresher = learner.post(&path, json!({})).await.expect(201).json();
        learner.submit(&refresher).await.expect(200);
    }
    let refused = learner.post(&path, json!({})).await.expect(429);
    assert_eq!(refused.problem(), "retakeTooEarly");
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let html = browser.page(&page).await.expect(200).text();
    assert!(html.contains("You can start a new attempt") && !html.contains(&format!("action=\"{path}\"")), "{html}");
    let sent_all_the_same = browser.form("/account", &path, &[]).await.expect(303);
    assert_eq!(sent_all_the_same.header("location"), path);
    assert_eq!(curriculum_with_validity(2).0[0].retakes, course().curriculum.0[0].retakes, "the shipped rules");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_attempts_in_a_row_share_no_question_that_the_pool_could_spare() {
    let service = Service::start().await;
    let learner = service.learner().await;
    for code in basic_modules() {
        let drawn = async |attempt: &Value| {
            let (attempt, _) = service.bound(learner.account.unwrap(), attempt["id"].as_str().unwrap()).await;
            attempt.draw.0.into_iter().map(|drawn| drawn.question).collect::<BTreeSet<_>>()
        };
        let first = drawn(&fail(&learner, code).await).await;
        let second = drawn(&learner.start(code).await).await;
        let module = course().modules.iter().find(|module| module.competency == code).unwrap();
        let (scenarios, questions): (Vec<_>, Vec<_>) =
            module.pool().into_iter().partition(|question| matches!(question.body, Body::Scenario(_)));
        let of_tag = |tag: &str| questions.iter().filter(|q| q.tags[0] == tag).copied().collect::<Vec<_>>();
        let mut parts: Vec<_> = module.blueprint.draws.iter().map(|draw| (draw.questions, of_tag(&draw.tag))).collect();
        parts.push((module.blueprint.scenarios, scenarios));
        for (wanted, pool) in parts {
            let of = |drawn: &BTreeSet<_>| pool.iter().filter(|question| drawn.contains(&question.id)).count();
            let shared: BTreeSet<_> = first.intersection(&second).cloned().collect();
            assert_eq!((of(&first), of(&second)), (wanted, wanted), "{code}: what the blueprint asks");
            assert_eq!(of(&shared), (2 * wanted).saturating_sub(pool.len()), "{code}: as few as can be");
        }
    }
}
