//! A time limit, where the content asks for one: told beforehand, stopped by breaks, and nothing is lost when it is over.

use super::{later, with_rules};
use crate::{
    access::sign_in_by_form,
    browser::Browser,
    harness::{Client, PASSWORD, Service, eventually},
};
use chrono::{DateTime, Duration, Utc};
use connectoo::{
    attempts::{self, State},
    brevets::in_time,
    identity::Role,
    modules::QuizRules,
    quizzes::answers::Answer,
};
use serde_json::{Value, json};

/// A service whose csam quiz may take 20 minutes, with a learner.
async fn timed() -> (Service, Client) {
    let service = Service::start().await;
    service.live_at("2026-11-27T10:00:00Z");
    with_rules(&service, "csam", QuizRules { minutes_allowed: Some(20), ..QuizRules::default() }).await;
    let learner = service.learner().await;
    (service, learner)
}

/// The minutes from an attempt's beginning to its end.
fn minutes(attempt: &Value) -> i64 {
    let at = |name: &str| attempt[name].as_str().unwrap().parse::<DateTime<Utc>>().unwrap();
    ((at("endsAt") - at("startedAt")).num_seconds() + 1) / 60 // the rest of a break is kept in whole seconds
}

fn path(attempt: &Value) -> String {
    format!("/attempts/{}", attempt["id"].as_str().unwrap())
}

async fn grant(administrator: &Client, learner: &Client, granted: Value) {
    let path = format!("/accounts/{}/accommodation", learner.account.unwrap());
    administrator.put(&path, granted).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_limit_is_told_beforehand_and_kept_with_the_attempt() {
    let (service, learner) = timed().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    assert_eq!(service.visitor().get("/modules/csam").await.json()["quiz"]["minutesAllowed"], 20);
    let html = browser.page("/modules/csam/quiz?lang=en").await.expect(200).text();
    assert!(html.contains("You have 20 minutes") && html.contains("what is saved counts"), "{html}");
    assert!(!html.contains("There is no time limit") && html.contains("You need not say why"), "{html}");
    let other = browser.page("/modules/ebox/quiz?lang=en").await.expect(200).text();
    assert!(other.contains("There is no time limit") && !other.contains("You need not say why"), "{other}");
    assert_eq!(learner.start("ebox").await.get("endsAt"), None);
    let attempt = learner.start("csam").await;
    assert_eq!((minutes(&attempt), attempt["breakSecondsLeft"].as_i64()), (20, Some(0)));
    for page in [format!("{}/questions/1?lang=en", path(&attempt)), format!("{}/check?lang=en", path(&attempt))] {
        let html = browser.page(&page).await.expect(200).text();
        assert!(html.contains("Time left: 20 min (until 11:20)") && html.contains("/static/clock.js"), "{html}");
        assert!(!html.contains("Take a break"), "none was granted");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_time_is_over_what_was_saved_counts_and_a_late_answer_is_told() {
    let (service, mut learner) = timed().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let attempt = learner.start("csam").await;
    let question = format!("{}/questions/1", path(&attempt));
    let html = browser.page(&question).await.expect(200).text();
    let mark = html.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    later(&service, &mut learner, 20).await;
    learner.answer_all(&service, &attempt, true).await; // on its way when the time ended
    service.app.clock.shift(Duration::seconds(31));

    let first = attempt["questions"][0]["id"].as_str().unwrap();
    let late = learner.put(&format!("{}/answers/{first}", path(&attempt)), json!({})).await.expect(409);
    assert_eq!(late.problem(), "timeOver");
    let result = learner.get(&path(&attempt)).await.expect(200).json();
    assert_eq!(
        (result["status"].as_str(), result["passed"].as_bool(), result["endedByTime"].as_bool()),
        (Some("submitted"), Some(true), Some(true))
    );
    assert_eq!(learner.submit(&attempt).await.expect(200).json(), result, "handing in afterwards changes nothing");
    assert_eq!(learner.get("/me/progress").await.expect(200).json()["items"][0]["proven"], 1);

    let fields = [("form_mark", mark.as_str()), ("option", "any")];
    let sent = || browser.http.post(format!("{}{question}?lang=en", service.url)).form(&fields);
    let on = Client::send(sent()).await.expect(303);
    assert_eq!(on.header("location"), format!("{}/result?late=1", path(&attempt)));
    let html = browser.page(&format!("{}/result?late=1&lang=en", path(&attempt))).await.expect(200).text();
    let answered = format!("{0} of {0} questions had an answer", attempt["questions"].as_array().unwrap().len());
    assert!(html.contains(&answered) && html.contains("came too late"), "{html}");
    let html = browser.page(&format!("{}/result?lang=en", path(&attempt))).await.expect(200).text();
    assert!(html.contains(&answered) && !html.contains("came too late"), "{html}");
    let background = Client::send(sent().header("accept", "application/json")).await.expect(409).json();
    assert_eq!(background["saved"], false);
    assert!(background["told"].as_str().unwrap().contains("came too late"), "{background}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_touches_is_handed_in_once_and_may_complete_the_level() {
    let (service, learner) = timed().await;
    learner.pass_all_but(&service, &["csam"]).await;
    let attempt = learner.start("csam").await;
    learner.answer_all(&service, &attempt, true).await;
    service.app.clock.shift(Duration::minutes(21));
    let hand_in = async || {
        let mut db = service.db().await;
        in_time::hand_in_what_is_over(&service.app, &mut db).await.unwrap()
    };
    let by_hand: usize = futures_util::future::join_all((0..4).map(|_| hand_in())).await.into_iter().sum();
    assert!(by_hand <= 1, "the worker may have been first");
    let (bound, _) = service.bound(learner.account.unwrap(), attempt["id"].as_str().unwrap()).await;
    assert!(matches!(&bound.state, State::Submitted(submission) if submission.passed), "{:?}", bound.state);
    let brevets = connectoo::brevets::store::brevets_of(&mut service.db().await, learner.account.unwrap()).await;
    assert_eq!(brevets.unwrap().len(), 1);
}

/// Waits until the worker has handed this attempt in.
async fn handed_in(service: &Service, learner: &Client, attempt: &Value) {
    eventually("handing in", || async {
        let (bound, _) = service.bound(learner.account.unwrap(), attempt["id"].as_str().unwrap()).await;
        (bound.state != State::Open).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_worker_hands_in_by_itself_also_after_the_clock_was_set_back() {
    let (service, learner) = timed().await;
    let attempt = learner.start("csam").await;
    service.app.clock.shift(Duration::days(2));
    handed_in(&service, &learner, &attempt).await;

    service.app.clock.shift(Duration::days(-1));
    let learner = service.named(Role::Learner, "other", "Ona Petit").await;
    let attempt = learner.start("csam").await;
    service.app.clock.shift(Duration::minutes(21));
    handed_in(&service, &learner, &attempt).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_after_the_time_hands_in_the_old_attempt_first() {
    let (service, mut learner) = timed().await;
    let first = learner.start("csam").await;
    later(&service, &mut learner, 25).await;
    let second = learner.post("/modules/csam/attempts", json!({})).await.expect(201).json();
    assert_ne!(first["id"], second["id"]);
    let listed = learner.get("/me/attempts?module=csam").await.expect(200).json();
    assert_eq!((listed["items"].as_array().unwrap().len(), listed["items"][1]["passed"].as_bool()), (2, Some(false)));
}

#[tokio::test(flavor = "multi_thread")]
async fn extra_time_and_breaks_hold_for_the_attempts_that_begin_afterwards() {
    let (service, mut learner) = timed().await;
    let usual = learner.start("csam").await;
    grant(&service.person(Role::Administrator).await, &learner, json!({"extraTime": "half", "breakMinutes": 10})).await;
    assert_eq!(minutes(&learner.get(&path(&usual)).await.json()), 20);
    learner.submit(&usual).await.expect(200);
    let attempt = learner.start("csam").await;
    assert_eq!((minutes(&attempt), attempt["breakSecondsLeft"].as_i64()), (30, Some(600)));

    let pause = format!("{}/break", path(&attempt));
    let paused = learner.put(&pause, json!({})).await.expect(200).json();
    assert_eq!((&paused["questions"], &paused["answers"], minutes(&paused)), (&json!([]), &json!({}), 40));
    assert_eq!(learner.put(&pause, json!({})).await.expect(200).json()["breakEndsAt"], paused["breakEndsAt"]);
    service.app.clock.shift(Duration::minutes(4));
    learner.delete(&pause).await.expect(204);
    learner.delete(&pause).await.expect(204);
    let running = learner.get(&path(&attempt)).await.expect(200).json();
    assert_eq!((minutes(&running), running["questions"] == attempt["questions"]), (34, true));
    assert!((358..=360).contains(&running["breakSecondsLeft"].as_i64().unwrap()), "{running}");

    learner.put(&pause, json!({})).await.expect(200);
    later(&service, &mut learner, 7).await; // longer than what was left
    let running = learner.get(&path(&attempt)).await.expect(200).json();
    assert_eq!(
        (minutes(&running), running.get("breakEndsAt"), running["breakSecondsLeft"].as_i64()),
        (40, None, Some(0))
    );
    assert_eq!(learner.put(&pause, json!({})).await.expect(409).problem(), "noBreakLeft");
    learner.submit(&attempt).await.expect(200);
    assert_eq!(learner.put(&pause, json!({})).await.expect(409).problem(), "alreadySubmitted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_learner_without_a_limit_has_no_clock_and_where_there_is_none_there_is_no_break() {
    let (service, learner) = timed().await;
    grant(&service.person(Role::Administrator).await, &learner, json!({"extraTime": "unlimited", "breakMinutes": 10}))
        .await;
    let attempt = learner.start("csam").await;
    assert_eq!(attempt.get("endsAt"), None);
    let refused = learner.put(&format!("{}/break", path(&attempt)), json!({})).await.expect(409);
    assert_eq!(refused.problem(), "noBreakLeft");
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let html = browser.page("/modules/csam/quiz?lang=en").await.expect(200).text();
    assert!(html.contains("There is no time limit"), "{html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_break_hides_the_questions_saves_what_was_given_and_ends_with_an_answer() {
    let (service, learner) = timed().await;
    grant(&service.person(Role::Administrator).await, &learner, json!({"breakMinutes": 10})).await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let attempt = learner.start("csam").await;
    let (bound, paper) = service.bound(learner.account.unwrap(), attempt["id"].as_str().unwrap()).await;
    let (number, drawn) = (1..)
        .zip(bound.questions(&paper))
        .find(|(_, (_, question))| question.body.kind() == "singleChoice")
        .map(|(number, (drawn, _))| (number, drawn.clone()))
        .unwrap();
    let question = format!("{}/questions/{number}", path(&attempt));
    let html = browser.page(&format!("{question}?lang=en")).await.expect(200).text();
    assert!(html.contains("Take a break (10 minutes left)"), "{html}");
    let pause = format!("{}/break", path(&attempt));
    let given = [("option", "option1"), ("break", "1")];
    assert_eq!(browser.form(&question, &question, &given).await.expect(303).header("location"), pause);
    for page in [question.clone(), format!("{}/check", path(&attempt))] {
        assert_eq!(browser.page(&page).await.expect(303).header("location"), pause, "{page}");
    }
    let html = browser.page(&format!("{pause}?lang=en")).await.expect(200).text();
    assert!(html.contains("The time stands still until") && html.contains("20 minutes left"), "{html}");
    let saved = || async {
        let (bound, _) = service.bound(learner.account.unwrap(), attempt["id"].as_str().unwrap()).await;
        (bound.answer(&drawn.question).cloned(), bound.time.unwrap().paused_at)
    };
    assert!(saved().await.0.is_some(), "the break saved what was ticked");
    browser.form(&pause, &pause, &[("go_on", "1")]).await.expect(303);
    assert_eq!(saved().await.1, None);
    assert!(!browser.page(&pause).await.expect(303).header("location").contains("/break"));

    browser.form(&question, &question, &[("break", "1")]).await.expect(303); // nothing new was given
    let other = json!({"option": "option2"});
    learner.put(&format!("{}/answers/{}", path(&attempt), drawn.question), other).await.expect(200);
    assert_eq!(saved().await.1, None, "who answers goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_script_counts_and_speaks_five_minutes_before_the_end() {
    let (service, learner) = timed().await;
    let attempt = learner.start("csam").await;
    let browser = Browser::open(&service.url, 320, "nl").await;
    browser.sign_in("learner@example.be", PASSWORD).await;
    service.app.clock.shift(Duration::minutes(15) - Duration::seconds(20));
    browser.go(&format!("{}/questions/1", path(&attempt))).await;
    let told = async || {
        let script = "return document.getElementById('clock-told').textContent";
        let said = browser.driver.execute(script, vec![]).await.unwrap();
        said.as_str().unwrap().to_owned()
    };
    assert_eq!(told().await, "", "nothing is said before there is something to say");
    let said =
        eventually("the word of the clock", || async { Some(told().await).filter(|said| !said.is_empty()) }).await;
    assert!(said.starts_with("Resterende tijd: 5 min"), "{said}");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edition_with_another_limit_changes_no_attempt_that_runs() {
    let (service, learner) = timed().await;
    let attempt = learner.start("csam").await;
    with_rules(&service, "csam", QuizRules { minutes_allowed: Some(5), ..QuizRules::default() }).await;
    assert_eq!(minutes(&learner.get(&path(&attempt)).await.expect(200).json()), 20);
    service.app.clock.shift(Duration::minutes(6));
    let mut db = service.db().await;
    let kept = attempts::store::over(&mut db, service.app.clock.now()).await.unwrap();
    assert!(kept.is_empty());
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let start = browser.page("/modules/csam/quiz?lang=en").await.expect(200).text();
    assert!(start.contains("Time left: 14 min") && !start.contains("You have 5 minutes"), "{start}");
    learner.submit(&attempt).await.expect(200);
    let start = browser.page("/modules/csam/quiz?lang=en").await.expect(200).text();
    assert!(start.contains("You have 5 minutes") && !start.contains("Time left"), "{start}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_need_not_wait_is_told_of_no_waits() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let administrator = service.person(Role::Administrator).await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let start = async || browser.page("/modules/csam/quiz?lang=en").await.expect(200).text();
    assert!(start().await.contains("After that you wait"));
    let grant = serde_json::json!({"waitsWaived": true});
    let account = learner.account.unwrap();
    administrator.put(&format!("/accounts/{account}/accommodation"), grant).await.expect(200);
    let html = start().await;
    assert!(html.contains("No wait after an attempt") && !html.contains("After that you wait"), "{html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_opened_after_the_time_offers_the_result_and_nothing_else() {
    let (service, learner) = timed().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let attempt = learner.start("csam").await;
    let (bound, paper) = service.bound(learner.account.unwrap(), attempt["id"].as_str().unwrap()).await;
    let asked = (1..).zip(bound.questions(&paper)).find(|(_, (_, question))| question.body.kind() == "singleChoice");
    let (number, (drawn, _)) = asked.unwrap();
    let (question, check) = (format!("{}/questions/{number}", path(&attempt)), format!("{}/check", path(&attempt)));
    let html = browser.page(&question).await.expect(200).text();
    let mark = html.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    service.app.clock.shift(Duration::minutes(20));
    assert_eq!(browser.page(&question).await.expect(303).header("location"), check);
    // What was on its way is still taken, and leads to no further question.
    let fields = [("form_mark", mark.as_str()), ("option", "option1")];
    let sent = browser.http.post(format!("{}{question}", service.url)).form(&fields);
    let next = Client::send(sent).await.expect(303).header("location").to_owned();
    assert!(next == check || browser.page(&next).await.expect(303).header("location") == check, "{next}");
    let html = browser.page(&format!("{check}?lang=en")).await.expect(200).text();
    assert!(html.contains("The time is over. What is saved counts."), "{html}");
    assert!(html.contains(">See my result</button>") && !html.contains("clock.js"), "{html}");
    for gone in ["?then=check", "Hand in", "gives no points", "Take a break"] {
        assert!(!html.replace("Hand in without", "").contains(gone), "{gone}: {html}");
    }
    let on = browser.form(&check, &format!("{}/submission", path(&attempt)), &[]).await.expect(303);
    assert_eq!(on.header("location"), format!("{}/result", path(&attempt)));
    let (bound, _) = service.bound(learner.account.unwrap(), attempt["id"].as_str().unwrap()).await;
    assert!(bound.answer(&drawn.question).is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn at_the_end_of_the_time_what_stands_there_is_sent_and_the_page_takes_no_more() {
    let (service, learner) = timed().await;
    let asked = learner.start_with_each_kind(&service, "csam").await;
    let (page, question) = asked.iter().find(|(_, question)| question.body.kind() == "numeric").unwrap();
    let id = page.split('/').nth(2).unwrap();
    let browser = Browser::open(&service.url, 320, "nl").await;
    browser.sign_in("learner@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    browser.go(page).await;
    // Typed in the moment in which the clock comes to its end.
    let end = "const field = document.getElementById('answer-first');
        field.value = '7';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        document.dispatchEvent(new Event('timeover'));
        return field.disabled";
    assert_eq!(browser.driver.execute(end, vec![]).await.unwrap(), true);
    eventually("the result is offered", || async { browser.is_focused("#time-over").await.then_some(()) }).await;
    assert!(!browser.has("#answer button").await && !browser.has("button.language:enabled").await);
    assert!(browser.text().await.contains("De tijd is om. Wat bewaard is, telt."));
    assert!(browser.accessibility_violations().await.is_empty());
    let (bound, _) = service.bound(learner.account.unwrap(), id).await;
    assert_eq!(bound.answer(&question.id).map(|saved| saved.answer.clone()), Some(Answer::Number(7.0)));
    browser.click("#time-over button").await;
    browser.is_at(&format!("/attempts/{id}/result")).await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_clock_itself_locks_the_page() {
    let (service, learner) = timed().await;
    let attempt = learner.start("csam").await;
    let browser = Browser::open(&service.url, 320, "nl").await;
    browser.sign_in("learner@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    service.app.clock.shift(Duration::minutes(20) - Duration::seconds(15));
    browser.go(&format!("{}/questions/1", path(&attempt))).await;
    eventually("the result is offered", || async { browser.is_focused("#time-over").await.then_some(()) }).await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_break_that_follows_a_tick_at_once_is_not_ended_by_what_the_script_saves() {
    let (service, learner) = timed().await;
    grant(&service.person(Role::Administrator).await, &learner, json!({"breakMinutes": 10})).await;
    let attempt = learner.start("csam").await;
    let (bound, paper) = service.bound(learner.account.unwrap(), attempt["id"].as_str().unwrap()).await;
    let asked = (1..).zip(bound.questions(&paper)).find(|(_, (_, question))| question.body.kind() == "singleChoice");
    let (number, (drawn, _)) = asked.unwrap();
    let browser = Browser::open(&service.url, 320, "nl").await;
    browser.sign_in("learner@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    browser.go(&format!("{}/questions/{number}", path(&attempt))).await;
    let both = "document.querySelector('#answer input[value=option1]').click();
        document.querySelector('#answer button[name=break]').click();";
    browser.driver.execute(both, vec![]).await.unwrap();
    browser.is_at(&format!("{}/break", path(&attempt))).await;
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await; // what the script had in mind would be sent by now
    let (now, _) = service.bound(learner.account.unwrap(), attempt["id"].as_str().unwrap()).await;
    assert!(now.time.as_ref().unwrap().paused_at.is_some(), "the clock stands still");
    assert!(now.answer(&drawn.question).is_some(), "and what was ticked is saved");
    browser.close().await;
}
