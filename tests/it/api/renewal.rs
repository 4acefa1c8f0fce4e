//! Renewing a brevet by a refresher, by REST.

use crate::harness::{Client, PASSWORD, Service, basic_modules, eventually, with_validity};
use connectoo::identity::Role;
use diesel_async::RunQueryDsl;
use futures_util::future::join_all;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The day on which the brevets of these tests are earned. With a validity of 36 months they end on 28 February 2030.
const EARNED: &str = "2027-03-01T09:00:00Z";

/// A learner who holds a basic brevet of 36 months, and its number.
async fn holder(service: &Service) -> (Client, String) {
    with_validity(service, 36).await;
    service.live_at(EARNED);
    let learner = service.learner().await;
    let number = learner.earn_basic(service).await;
    (learner, number)
}

/// Lets the service live at a moment, and the learner sign in anew.
async fn later(service: &Service, learner: &mut Client, moment: &str) {
    service.live_at(moment);
    learner.sign_in("learner@example.be", PASSWORD).await;
}

async fn own(learner: &Client, number: &str) -> Value {
    learner.get(&format!("/brevets/{number}")).await.expect(200).json()
}

async fn begin(learner: &Client, number: &str) -> crate::harness::Reply {
    learner.post(&format!("/brevets/{number}/renewal"), json!({"language": "nl"})).await
}

fn ids(attempt: &Value) -> BTreeSet<String> {
    attempt["questions"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

async fn verified(service: &Service, number: &str) -> Value {
    service.visitor().get(&format!("/verifications/{number}")).await.expect(200).json()
}

async fn file_state(service: &Service, pdf: Vec<u8>) -> String {
    let part = reqwest::multipart::Part::bytes(pdf).file_name("brevet.pdf");
    let form = reqwest::multipart::Form::new().part("file", part);
    let visitor = service.visitor();
    let sent = visitor.request(reqwest::Method::POST, "/verifications").multipart(form);
    Client::send(sent).await.expect(200).json()["state"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brevet_is_renewed_in_its_window_and_both_are_verifiable_and_linked() {
    let service = Service::start().await;
    let (mut learner, old) = holder(&service).await;
    let told = own(&learner, &old).await;
    assert_eq!(told["validUntil"], "2030-02-28");
    assert_eq!((&told["renewal"]["opensOn"], &told["renewal"]["open"]), (&json!("2029-11-30"), &json!(false)));

    // A window opens at midnight in Belgium.
    later(&service, &mut learner, "2029-11-29T22:59:00Z").await;
    assert_eq!(begin(&learner, &old).await.expect(409).problem(), "renewalNotOpen");
    later(&service, &mut learner, "2029-11-29T23:00:00Z").await;
    assert_eq!(own(&learner, &old).await["renewal"]["open"], true);
    let started = begin(&learner, &old).await.expect(201);
    let attempt = started.json();
    assert_eq!(started.header("location"), attempt["href"].as_str().unwrap());
    assert_eq!((&attempt["refreshes"], &attempt["passMark"]), (&json!("basic"), &json!(0.8)));
    let modules: BTreeSet<String> = ids(&attempt).iter().map(|id| id.split("--").next().unwrap().to_owned()).collect();
    assert_eq!(modules, basic_modules().iter().map(|code| code.to_string()).collect(), "one question of each module");
    assert_eq!(begin(&learner, &old).await.expect(200).json(), attempt, "one is open at a time");

    learner.answer_all(&service, &attempt, true).await;
    let result = learner.submit(&attempt).await.expect(200).json();
    let new = result["brevet"]["number"].as_str().unwrap().to_owned();
    assert_eq!((&result["passed"], &result["questions"][0]["module"].is_string()), (&json!(true), &true));
    assert_eq!(learner.submit(&attempt).await.expect(200).json(), result, "twice is as once");

    // Nothing of the old validity is lost, and the two know of each other.
    let (before, after) = (own(&learner, &old).await, own(&learner, &new).await);
    assert_eq!((&after["validUntil"], &after["issuedOn"]), (&json!("2033-02-28"), &json!("2029-11-30")));
    assert_eq!((&before["state"], &before["renewedBy"]), (&json!("valid"), &json!(new)));
    assert_eq!((&after["state"], &after["renews"]), (&json!("valid"), &json!(old)));
    assert_eq!((before.get("renewal"), &after["renewal"]["opensOn"]), (None, &json!("2032-11-30")));
    assert_eq!(begin(&learner, &old).await.expect(409).problem(), "alreadyRenewed");
    assert_eq!(begin(&learner, &new).await.expect(409).problem(), "renewalNotOpen");
    let listed = learner.get("/me/attempts?pageSize=1").await.expect(200).json();
    assert_eq!((&listed["items"][0]["refreshes"], listed["items"][0].get("module")), (&json!("basic"), None));

    let (first, second) = (learner.sealed_pdf(&old).await, learner.sealed_pdf(&new).await);
    let list = || async {
        let sent = service.visitor().request(reqwest::Method::POST, "/verificationBatches");
        let csv = sent.header("content-type", "text/csv").body(format!("{old}\n{new}\n"));
        let id = Client::send(csv).await.expect(202).json()["id"].as_str().unwrap().to_owned();
        eventually("the list", || async {
            let list = service.visitor().get(&format!("/verificationBatches/{id}")).await.expect(200).json();
            (list["status"] == "done").then(|| (list["items"][0].clone(), list["items"][1].clone()))
        })
        .await
    };
    // The old one is worth something until the end of its last day in Belgium.
    for (moment, state) in [("2030-02-28T22:59:00Z", "valid"), ("2030-02-28T23:00:00Z", "expired")] {
        service.live_at(moment);
        let (before, after) = (verified(&service, &old).await, verified(&service, &new).await);
        assert_eq!((&before["state"], &before["renewedBy"]), (&json!(state), &json!(new)));
        assert_eq!((&after["state"], &after["renews"]), (&json!("valid"), &json!(old)));
        assert_eq!(file_state(&service, first.clone()).await, state);
        assert_eq!(file_state(&service, second.clone()).await, "valid");
        let (before, after) = list().await;
        assert_eq!((&before["state"], &after["state"]), (&json!(state), &json!("valid")));
    }
    let mail = service.mail_to("learner@example.be").await.unwrap();
    assert!(mail.body_text.contains("vernieuwd"), "{}", mail.body_text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refresher_that_is_not_passed_renews_nothing_and_the_next_asks_something_else() {
    let service = Service::start().await;
    let (mut learner, number) = holder(&service).await;
    later(&service, &mut learner, "2030-01-15T09:00:00Z").await;
    let first = begin(&learner, &number).await.expect(201).json();
    learner.answer_all(&service, &first, false).await;
    let result = learner.submit(&first).await.expect(200).json();
    assert_eq!((&result["passed"], result.get("brevet")), (&json!(false), None));
    assert_eq!(own(&learner, &number).await.get("renewedBy"), None);
    let second = begin(&learner, &number).await.expect(201).json();
    assert!(ids(&first).is_disjoint(&ids(&second)), "{first:#} {second:#}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brevet_that_has_ended_is_renewed_from_the_day_of_passing_and_long_after_by_a_longer_refresher() {
    let service = Service::start().await;
    let (mut learner, number) = holder(&service).await;
    // 180 days after the last day, still and no longer, in Belgium's summer time.
    later(&service, &mut learner, "2030-08-27T21:59:00Z").await;
    let told = own(&learner, &number).await;
    assert_eq!((&told["state"], &told["renewal"]["questions"]), (&json!("expired"), &json!(12)));
    later(&service, &mut learner, "2030-08-27T22:00:00Z").await;
    let next = learner.get("/me/progress").await.expect(200).json()["items"][0]["next"].clone();
    assert_eq!(next, json!({"step": "renewal", "href": format!("/api/connectoo/v1/brevets/{number}/renewal")}));
    assert_eq!(own(&learner, &number).await["renewal"]["questions"], 24);
    let result = learner.renew(&service, &number).await;
    assert_eq!(result["questions"].as_array().unwrap().len(), 24);
    let new = own(&learner, result["brevet"]["number"].as_str().unwrap()).await;
    assert_eq!((&new["issuedOn"], &new["validUntil"]), (&json!("2030-08-28"), &json!("2033-08-27")));
    assert_eq!(verified(&service, &number).await["state"], "expired");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_brevet_is_not_renewed_also_when_its_refresher_was_begun_before() {
    let service = Service::start().await;
    let (mut learner, number) = holder(&service).await;
    later(&service, &mut learner, "2030-01-15T09:00:00Z").await;
    let administrator = service.person(Role::Administrator).await;
    let attempt = begin(&learner, &number).await.expect(201).json();
    learner.answer_all(&service, &attempt, true).await;
    let path = format!("/brevets/{number}/revocation");
    administrator.post(&path, json!({"reason": "holderAsked"})).await.expect(200);
    let result = learner.submit(&attempt).await.expect(200).json();
    assert_eq!((&result["passed"], result.get("brevet")), (&json!(true), None));
    assert_eq!(begin(&learner, &number).await.expect(409).problem(), "alreadyRevoked");
    assert_eq!(learner.get("/me/brevets").await.json()["items"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_replaced_brevet_the_latest_is_renewed_and_an_old_period_never() {
    let service = Service::start().await;
    let (mut learner, first) = holder(&service).await;
    later(&service, &mut learner, "2030-01-15T09:00:00Z").await;
    let administrator = service.person(Role::Administrator).await;
    let replace = async |number: &str, holder: &str| {
        let path = format!("/brevets/{number}/replacement");
        administrator.post(&path, json!({"holder": holder, "note": "Typing error."})).await.expect(201).json()["number"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let corrected = replace(&first, "Łukasz O’Çelebi-Đặng").await;
    let result = learner.renew(&service, &first).await;
    let renewed = own(&learner, result["brevet"]["number"].as_str().unwrap()).await;
    assert_eq!(renewed["renews"], json!(corrected));
    // The name of an old period may be corrected still; that opens no second renewal.
    let again = replace(&corrected, "Łukasz O’Çelebi").await;
    for number in [&first, &corrected, &again] {
        assert_eq!(begin(&learner, number).await.expect(409).problem(), "alreadyRenewed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expert_brevet_is_renewed_only_while_a_basic_one_is_valid() {
    let service = Service::start().await;
    let (mut learner, basic) = holder(&service).await;
    for module in ["step-by-step", "supportive-attitude", "right-questions"] {
        learner.pass(&service, module).await;
    }
    let expert = learner.newest_brevet().await;
    assert_eq!(own(&learner, &expert).await["level"], "expert");
    later(&service, &mut learner, "2030-02-28T12:00:00Z").await;
    let attempt = begin(&learner, &expert).await.expect(201).json();
    learner.answer_all(&service, &attempt, true).await;
    // The basic brevet ends at midnight, before the answers are handed in.
    later(&service, &mut learner, "2030-02-28T23:00:00Z").await;
    let result = learner.submit(&attempt).await.expect(200).json();
    assert_eq!((&result["passed"], result.get("brevet")), (&json!(true), None));
    assert_eq!(begin(&learner, &expert).await.expect(409).problem(), "levelLocked");
    learner.renew(&service, &basic).await;
    let result = learner.renew(&service, &expert).await;
    assert_eq!(result["brevet"]["level"], "expert");
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_2_an_expert_level_that_waited_for_the_basic_brevet_is_completed_by_its_renewal() {
    let service = Service::start().await;
    let (mut learner, basic) = holder(&service).await;
    learner.pass(&service, "step-by-step").await;
    learner.pass(&service, "supportive-attitude").await;
    later(&service, &mut learner, "2030-02-28T12:00:00Z").await;
    let last = learner.start("right-questions").await;
    learner.answer_all(&service, &last, true).await;
    later(&service, &mut learner, "2030-02-28T23:00:00Z").await;
    let result = learner.submit(&last).await.expect(200).json();
    assert_eq!((&result["passed"], result.get("brevet")), (&json!(true), None), "the basic brevet has ended");
    let renewed = learner.renew(&service, &basic).await;
    assert_eq!(renewed["brevet"]["level"], "basic");
    let brevets = learner.get("/me/brevets").await.expect(200).json();
    let levels: Vec<&str> =
        brevets["items"].as_array().unwrap().iter().map(|one| one["level"].as_str().unwrap()).collect();
    assert_eq!(levels.iter().filter(|level| **level == "expert").count(), 1, "{brevets:#}");
    let expert = brevets["items"].as_array().unwrap().iter().find(|one| one["level"] == "expert").unwrap();
    assert_eq!((&expert["state"], &expert["validUntil"]), (&json!("valid"), &json!("2033-02-28")));
    learner.sealed_pdf(expert["number"].as_str().unwrap()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_2_the_last_expert_quiz_and_the_renewal_it_waits_for_at_the_same_moment_award_both() {
    let service = Service::start().await;
    with_validity(&service, 36).await;
    service.live_at(EARNED);
    let mut learners = Vec::new();
    for at in 0..8 {
        let learner = service.named(Role::Learner, &format!("learner-{at}"), "Lina").await;
        learner.pass_all_but(&service, &[]).await;
        let basic = learner.newest_brevet().await;
        learner.pass(&service, "step-by-step").await;
        learner.pass(&service, "supportive-attitude").await;
        learners.push((learner, basic));
    }
    service.live_at("2030-03-02T09:00:00Z");
    let mut refreshers = Vec::new();
    for (at, (learner, basic)) in learners.iter_mut().enumerate() {
        learner.sign_in(&format!("learner-{at}@example.be"), PASSWORD).await;
        let refresher = begin(learner, basic).await.expect(201).json();
        learner.answer_all(&service, &refresher, true).await;
        refreshers.push(refresher);
    }
    // While the basic brevets were valid.
    service.live_at("2030-02-28T12:00:00Z");
    let mut quizzes = Vec::new();
    for (learner, _) in &learners {
        let quiz = learner.start("right-questions").await;
        learner.answer_all(&service, &quiz, true).await;
        quizzes.push(quiz);
    }
    service.live_at("2030-03-02T09:00:00Z");
    let hand_in = async |attempts: &[Value]| {
        join_all(learners.iter().zip(attempts).map(|((learner, _), attempt)| learner.submit(attempt))).await
    };
    let (by_quiz, by_refresher) = tokio::join!(hand_in(&quizzes), hand_in(&refreshers));
    assert!(by_quiz.iter().chain(&by_refresher).all(|reply| reply.status == 200));
    for (learner, _) in &learners {
        let brevets = learner.get("/me/brevets").await.expect(200).json();
        let of = |level: &str| brevets["items"].as_array().unwrap().iter().filter(|one| one["level"] == level).count();
        assert_eq!((of("basic"), of("expert")), (2, 1), "{brevets:#}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_short_refresher_that_is_handed_in_too_late_renews_nothing_and_the_next_is_a_long_one() {
    let service = Service::start().await;
    let (mut learner, number) = holder(&service).await;
    later(&service, &mut learner, "2030-08-27T21:00:00Z").await;
    let short = begin(&learner, &number).await.expect(201).json();
    assert_eq!(short["questions"].as_array().unwrap().len(), 12);
    learner.answer_all(&service, &short, true).await;
    later(&service, &mut learner, "2030-08-27T22:00:00Z").await;
    let result = learner.submit(&short).await.expect(200).json();
    assert_eq!((&result["passed"], result.get("brevet")), (&json!(true), None));
    // One that is still open is handed in when the long one is asked for.
    later(&service, &mut learner, "2030-08-27T21:30:00Z").await;
    let open = begin(&learner, &number).await.expect(201).json();
    later(&service, &mut learner, "2030-08-28T09:00:00Z").await;
    let long = begin(&learner, &number).await.expect(201).json();
    assert_eq!(long["questions"].as_array().unwrap().len(), 24);
    let path = format!("/attempts/{}", open["id"].as_str().unwrap());
    assert_eq!(learner.get(&path).await.expect(200).json()["status"], "submitted");
    learner.answer_all(&service, &long, true).await;
    let result = learner.submit(&long).await.expect(200).json();
    assert_eq!(result["brevet"]["level"], "basic");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refresher_is_begun_and_handed_in_by_plain_forms() {
    let service = Service::start().await;
    with_validity(&service, 2).await; // within the window at once
    let learner = service.learner().await;
    let number = learner.earn_basic(&service).await;
    let browser = service.visitor();
    crate::access::sign_in_by_form(&browser, Role::Learner).await;
    let start = format!("/brevets/{number}/renewal");
    let first = browser.form(&start, &start, &[]).await.expect(303).header("location").to_owned();
    let id = first.split('/').nth(2).unwrap().to_owned();
    assert_eq!(first, format!("/attempts/{id}/questions/1"));
    browser.page(&first).await.expect(200);
    let again = browser.page(&format!("{start}?lang=en")).await.expect(200).text();
    assert!(again.contains("Go on with the refresher"), "{again}");
    let attempt = learner.get(&format!("/attempts/{id}")).await.expect(200).json();
    learner.answer_all(&service, &attempt, true).await;
    let check = format!("/attempts/{id}/check");
    let handed_in = browser.form(&check, &format!("/attempts/{id}/submission"), &[]).await.expect(303);
    assert_eq!(handed_in.header("location"), format!("/attempts/{id}/result"));
    let told = browser.page(&format!("/attempts/{id}/result?lang=en")).await.expect(200).text();
    assert!(told.contains("Your brevet is renewed"), "{told}");
    assert_eq!(browser.page(&start).await.expect(409).header("content-type"), "text/html; charset=utf-8");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_last_day_or_an_offer_or_with_a_new_module_nothing_is_renewed() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let endless = learner.earn_basic(&service).await;
    assert_eq!(own(&learner, &endless).await.get("renewal"), None);
    assert_eq!(begin(&learner, &endless).await.expect(409).problem(), "notRenewable");
    let other = service.named(Role::Learner, "other", "Zoë Leclercq").await;
    assert_eq!(begin(&other, &endless).await.expect(404).problem(), "resourceNotFound");
    let wrong = learner.post(&format!("/brevets/{endless}/renewal"), json!({"language": "es", "x": 1})).await;
    assert_eq!(wrong.expect(400).json()["issues"].as_array().unwrap().len(), 2);

    with_validity(&service, 2).await; // shorter than the window: open at once
    let number = other.earn_basic(&service).await;
    let mastered = "DELETE FROM masteries WHERE competency = 'ebox'"; // as if ebox were new
    diesel::sql_query(mastered).execute(&mut service.db().await).await.unwrap();
    assert_eq!(begin(&other, &number).await.expect(409).problem(), "levelIncomplete");
    other.pass(&service, "ebox").await;
    begin(&other, &number).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_refuses_a_second_renewal_and_an_attempt_that_is_neither_quiz_nor_refresher() {
    let service = Service::start().await;
    let (mut learner, number) = holder(&service).await;
    later(&service, &mut learner, "2030-01-15T09:00:00Z").await;
    learner.renew(&service, &number).await;
    let mut db = service.db().await;
    let brevet = |number: char, period: i32| {
        format!(
            "INSERT INTO brevets (learner_id, id, number, level, period, holder, language, grounds, awarded_at)
             SELECT learner_id, gen_random_uuid(), repeat('{number}', 16), level, {period}, holder, language, grounds, awarded_at
             FROM brevets WHERE period = 2"
        )
    };
    diesel::sql_query(brevet('A', 3)).execute(&mut db).await.unwrap();
    let third = "(SELECT id FROM brevets WHERE period = 3)";
    let attempt = |about: &str| {
        format!(
            "INSERT INTO attempts (learner_id, id, language, drawn, seed, pass_mark, started_at, competency, edition_id, refreshes)
             SELECT learner_id, gen_random_uuid(), language, drawn, seed, pass_mark, started_at, {about} FROM attempts LIMIT 1"
        )
    };
    for (statement, constraint) in [
        (brevet('B', 2), "brevets_learner_id_level_period_issue_key"),
        (
            format!("INSERT INTO renewals SELECT learner_id, brevet_id, {third}, attempt_id, renewed_at FROM renewals"),
            "renewals_pkey",
        ),
        (
            format!(
                "INSERT INTO renewals SELECT learner_id, {third}, renewing_id, attempt_id, renewed_at FROM renewals"
            ),
            "renewals_renewing_id_key",
        ),
        (attempt("NULL, NULL, NULL"), "attempts_quiz_or_refresher"),
        (attempt("NULL, NULL, 'basic'"), "attempts_quiz_or_refresher"),
        (attempt("'csam', NULL, NULL"), "attempts_quiz_or_refresher"),
    ] {
        let refused = diesel::sql_query(&statement).execute(&mut db).await.unwrap_err().to_string();
        assert!(refused.contains(constraint), "{statement}: {refused}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_attempt_at_the_expert_level_goes_on_when_the_basic_brevet_has_ended() {
    let service = Service::start().await;
    let (mut learner, _) = holder(&service).await;
    let attempt = learner.start("step-by-step").await;
    later(&service, &mut learner, "2030-03-01T12:00:00Z").await;
    let again = learner.post("/modules/step-by-step/attempts", json!({"language": "nl"})).await.expect(200).json();
    assert_eq!(again["id"], attempt["id"]);
    let other = learner.post("/modules/right-questions/attempts", json!({"language": "nl"})).await.expect(409);
    assert_eq!(other.problem(), "levelLocked");
    let browser = service.visitor();
    crate::access::sign_in_by_form(&browser, Role::Learner).await;
    let start = browser.page("/modules/step-by-step/quiz?lang=en").await.expect(200).text();
    assert!(start.contains("Go on with the quiz") && !start.contains("Finish the basic level first"), "{start}");
    let next = browser.form("/modules/step-by-step/quiz", "/modules/step-by-step/quiz", &[]).await.expect(303);
    assert!(next.header("location").starts_with(&format!("/attempts/{}/", attempt["id"].as_str().unwrap())));
    let progress = learner.get("/me/progress").await.expect(200).json();
    let expert = progress["items"].as_array().unwrap().iter().find(|one| one["level"] == "expert").unwrap();
    assert_eq!(expert["next"]["step"], "attempt", "{progress}");
}
