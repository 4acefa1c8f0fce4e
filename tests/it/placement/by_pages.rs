//! The placement test by its pages: without script, on a small phone, in other languages, on two devices.

use super::Say;
use crate::{
    access::sign_in_by_form,
    browser::Browser,
    harness::{Client, PASSWORD, Service, entered, right_answer, wrong_answer},
};
use connectoo::{
    identity::Role,
    placement::{stopping::Verdict, store},
};

/// The form of the question at this address, filled in.
async fn filled(service: &Service, learner: &Client, path: &str, say: Say) -> Vec<(String, String)> {
    let mut parts = path.split('?').next().unwrap().split('/').skip(2);
    let (id, number) = (parts.next().unwrap(), parts.nth(1).unwrap().parse().unwrap());
    let bound = service.placed(learner, id).await;
    let (step, question) = bound.step(number).unwrap();
    match say {
        Say::Right => entered(&step.drawn, &right_answer(question)),
        Say::Wrong => entered(&step.drawn, &wrong_answer(question)),
        Say::Unknown => vec![("unknown".to_owned(), "yes".to_owned())],
    }
}

/// Sends the form of the question at this address; gives where it leads.
async fn answer(service: &Service, learner: &Client, browser: &Client, path: &str, say: Say) -> String {
    let fields = filled(service, learner, path, say).await;
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.form(path, path, &fields).await.expect(303).header("location").to_owned()
}

/// Begins a test about some subjects by its page; gives the address of the first question.
async fn begin(browser: &Client, level: &str, subjects: &[&str]) -> String {
    let start = format!("/levels/{level}/placement");
    let fields: Vec<(&str, &str)> = subjects.iter().map(|subject| ("competencies", *subject)).collect();
    browser.form(&start, &start, &fields).await.expect(303).header("location").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_learner_finds_out_without_script_which_lessons_to_skip() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let browser = Browser::open_without_script(&service.url, 320, "en").await;
    browser.sign_in("learner@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    browser.go("/learning?lang=en").await;
    browser.click("section[aria-labelledby=placement-offer] a").await;
    browser.is_at("/levels/basic/placement").await;
    for module in crate::harness::basic_modules().iter().filter(|module| !["csam", "ebox"].contains(module)) {
        browser.click(&format!("main input[value='{module}']")).await;
    }
    browser.submit().await;
    let mut number = 1;
    let first = browser.at("the first question", |path| path.ends_with("/questions/1")).await;
    loop {
        let path = browser.at("a question or the result", |path| {
            path.ends_with(&format!("/questions/{number}")) || path.ends_with("/result")
        });
        let path = path.await;
        if path.ends_with("/result") {
            break;
        }
        let is_csam = browser.text().await.contains("Subject 1 of 2");
        for (name, value) in filled(&service, &learner, &path, if is_csam { Say::Right } else { Say::Unknown }).await {
            match name.as_str() {
                "unknown" => browser.click("main button[name=unknown]").await,
                "number" => browser.fill("main input[name=number]", &value).await,
                _ if name.starts_with("place-") || name.starts_with("pair-") => {
                    browser.choose(&format!("main select[name='{name}']"), &value).await;
                }
                _ => browser.click(&format!("main input[name={name}][value='{value}']")).await,
            }
        }
        if is_csam {
            browser.submit().await;
        }
        number += 1;
    }
    let told = browser.text().await;
    for expected in
        ["skip the lessons of one module", "You know this", "There is something to learn here", "after 2 questions"]
    {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    browser.click("main details summary").await;
    assert!(browser.text().await.contains("After this answer we expected"));
    browser.go("/modules/csam").await;
    assert!(browser.text().await.contains("you may skip these lessons"));
    browser.go("/modules/ebox").await;
    assert!(!browser.text().await.contains("you may skip these lessons"));
    browser.go("/levels/basic").await;
    let told = browser.text().await;
    assert_eq!(told.matches("You may skip the lessons").count(), 1, "{told}");
    browser.go("/learning").await;
    browser.click("section[aria-labelledby=may-skip] a[href='/modules/csam/quiz']").await;
    browser.is_at("/modules/csam/quiz").await;
    browser.go(&first).await;
    browser.at("the result, since it is over", |path| path.ends_with("/result")).await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_proven_a_level_is_led_back_to_it_and_who_may_not_begin_to_the_one_below() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let to_basic = "<a class=\"button\" href=\"/levels/basic\">";
    for locked in ["/levels/expert", "/levels/expert/placement", "/modules/right-questions/quiz"] {
        assert!(browser.page(locked).await.expect(200).text().contains(to_basic), "{locked}");
    }
    learner.earn_basic(&service).await;
    let page = browser.page("/levels/basic/placement?lang=en").await.expect(200).text();
    assert!(page.contains("You have proven everything of this level already") && page.contains(to_basic), "{page}");
    assert!(!browser.page("/levels/expert").await.expect(200).text().contains(to_basic));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_offer_stands_at_the_start_until_it_is_taken_or_declined() {
    let service = Service::start().await;
    service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let page = async |path: &str| browser.page(&format!("{path}?lang=en")).await.expect(200).text();
    let (offer, quiet, go_on) = ("placement-offer", "which lessons may I skip", "Go on with the placement test");
    for path in ["/learning", "/levels/basic"] {
        assert!(page(path).await.contains(offer), "{path}");
    }
    assert!(!page("/levels/expert").await.contains("lacement test"), "it is locked");
    assert!(!service.visitor().page("/levels/basic?lang=en").await.text().contains("lacement test"));
    let back =
        browser.form("/levels/basic", "/levels/basic/placement/decline", &[("then", "/learning")]).await.expect(303);
    assert_eq!(back.header("location"), "/learning");
    let elsewhere = [("then", "https://evil.example")];
    let back = browser.form("/levels/basic/placement", "/levels/basic/placement/decline", &elsewhere).await.expect(303);
    assert_eq!(back.header("location"), "/levels/basic");
    assert!(!page("/learning").await.contains("lacement test"));
    let level = page("/levels/basic").await;
    assert!(level.contains(quiet) && !level.contains(offer), "{level}");
    begin(&browser, "basic", &["csam"]).await;
    for path in ["/learning", "/levels/basic", "/levels/basic/placement"] {
        assert!(page(path).await.contains(go_on), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_begun_to_learn_is_not_stopped_by_an_offer() {
    let service = Service::start().await;
    let learner = service.learner().await;
    learner.put(&format!("/modules/csam/lessons/{}/reading", lesson()), serde_json::json!({})).await.expect(204);
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let level = browser.page("/levels/basic?lang=en").await.text();
    assert!(!level.contains("placement-offer") && level.contains("which lessons may I skip"), "{level}");
    assert!(!browser.page("/learning?lang=en").await.text().contains("lacement test"));
}

fn lesson() -> &'static str {
    let csam = crate::harness::course().modules.iter().find(|module| module.competency == "csam").unwrap();
    &csam.lessons[0].slug
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_left_gone_on_with_elsewhere_stopped_and_begun_again() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let (one, other) = (service.visitor(), service.visitor());
    sign_in_by_form(&one, Role::Learner).await;
    sign_in_by_form(&other, Role::Learner).await;
    let first = begin(&one, "basic", &["csam", "ebox"]).await;
    let second = answer(&service, &learner, &one, &first, Say::Right).await;
    let placement = first.split("/questions/").next().unwrap().to_owned();
    assert_eq!(second, format!("{placement}/questions/2"));
    assert_eq!(begin(&other, "basic", &["explain"]).await, second, "the open one goes on, on another device too");
    assert_eq!(other.page(&placement).await.expect(303).header("location"), second);
    assert_eq!(other.page(&first).await.expect(303).header("location"), second, "there is no way back to a question");
    other.page(&format!("{placement}/questions/9")).await.expect(404);
    assert_eq!(other.page(&format!("{placement}/result")).await.expect(303).header("location"), second);

    // Another answer to the same question comes too late, and the person is told.
    let third = answer(&service, &learner, &other, &second, Say::Wrong).await;
    let late = filled(&service, &learner, &second, Say::Right).await;
    let late: Vec<(&str, &str)> = late.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let told = one.form(&third, &second, &late).await.expect(303).header("location").to_owned();
    assert_eq!(told, format!("{third}?elsewhere=1"));
    let page = one.page(&format!("{told}&lang=en")).await.expect(200).text();
    assert!(page.contains("That question had an answer already"), "{page}");
    // The same one again, as by a double click, tells nothing.
    let same = filled(&service, &learner, &second, Say::Wrong).await;
    let same: Vec<(&str, &str)> = same.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(one.form(&third, &second, &same).await.expect(303).header("location"), third);

    let confirm = one.page(&format!("{placement}/end?then=again&lang=en")).await.expect(200).text();
    assert!(
        confirm.contains("You have answered 2 questions.") && confirm.contains("Stop this test and begin again"),
        "{confirm}"
    );
    assert_eq!(one.page(&placement).await.header("location"), third, "asking is not stopping");
    let end = format!("{placement}/end");
    let ended = one.form(&format!("{end}?then=again"), &end, &[("then", "again")]).await.expect(303);
    assert_eq!(ended.header("location"), "/levels/basic/placement");
    let result = one.page(&format!("{placement}/result?lang=en")).await.expect(200).text();
    assert!(
        result.contains("You stopped the test after 2 questions")
            && result.contains("not asked you about this subject"),
        "{result}"
    );
    assert!(one.page("/levels/basic/placement").await.text().contains(&format!("{placement}/result")));
    assert_ne!(begin(&one, "basic", &["csam"]).await, first);
    let record = store::record(&mut service.db().await, learner.account.unwrap()).await.unwrap();
    assert_eq!(record.placements.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_without_an_answer_or_without_a_subject_says_what_to_do() {
    let service = Service::start().await;
    service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let start = "/levels/basic/placement";
    let page = browser.form(&format!("{start}?lang=en"), start, &[]).await.expect(400).text();
    assert!(page.contains("Choose at least one subject.") && page.contains("<title>Error: "), "{page}");
    assert!(
        page.contains("href=\"#competencies\"") && page.contains("id=\"competencies\""),
        "the summary leads to the field"
    );
    browser.form(start, start, &[("competencies", "cooking")]).await.expect(400);
    let question = begin(&browser, "basic", &["csam"]).await;
    let page = browser.form(&question, &question, &[]).await.expect(400).text();
    assert!(
        page.contains("Give an answer, or choose “I don’t know”.") && page.contains("href=\"#answer-first\""),
        "{page}"
    );
    browser.form(&question, &question, &[("option", "never"), ("options", "never"), ("number", "x")]).await.expect(400);
    assert_eq!(browser.page(question.split("/questions/").next().unwrap()).await.header("location"), question);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_switch_of_languages_keeps_what_is_entered_and_answers_nothing() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let question = begin(&browser, "basic", &["csam"]).await;
    let mut fields = filled(&service, &learner, &question, Say::Right).await;
    fields.push(("lang".to_owned(), "fr".to_owned()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let french = browser.form(&question, &question, &fields).await.expect(200);
    assert_eq!(french.header("content-language"), "fr");
    let page = french.text();
    assert!(page.contains("Je ne sais pas"), "{page}");
    for (name, value) in fields.iter().filter(|(name, _)| *name != "lang") {
        let kept = match *name {
            "option" | "options" => format!("name=\"{name}\" value=\"{value}\" checked"),
            "number" => format!("value=\"{value}\""),
            _ => format!("<option value=\"{value}\" selected"),
        };
        assert!(page.contains(&kept), "{kept}: {page}");
    }
    assert_eq!(browser.page(question.split("/questions/").next().unwrap()).await.header("location"), question);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_sent_after_the_session_has_ended_is_kept_until_the_next_sign_in() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let question = begin(&browser, "basic", &["csam"]).await;
    let answer = filled(&service, &learner, &question, Say::Right).await;
    let mark = browser.page(&question).await.text();
    let mark = mark.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let mut fields = answer.clone();
    fields.push(("form_mark".to_owned(), mark));
    diesel_async::RunQueryDsl::execute(diesel::sql_query("DELETE FROM sessions"), &mut service.db().await)
        .await
        .unwrap();
    let page =
        Client::send(browser.http.post(format!("{}{question}", service.url)).form(&fields)).await.expect(200).text();
    assert!(page.contains("name=\"password\""), "{page}");
    for (name, value) in &answer {
        let kept =
            page.split("<input").any(|field| field.contains(name) && field.contains(&format!("value=\"{value}\"")));
        assert!(kept, "{name}: {page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_and_rest_say_the_same_of_a_placement() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let mut path = begin(&browser, "basic", &["csam", "ebox", "explain"]).await;
    let id = path.split('/').nth(2).unwrap().to_owned();
    let mut number = 0;
    while path.contains("/questions/") {
        number += 1;
        let say = [Say::Right, Say::Right, Say::Unknown][number % 3];
        path = answer(&service, &learner, &browser, &path, say).await;
    }
    let by_rest = learner.get(&format!("/placements/{id}")).await.expect(200).json();
    let page = browser.page(&format!("{path}?lang=en")).await.expect(200).text();
    let bound = service.placed(&learner, &id).await;
    let proven = bound.placement.verdicts.0.values().filter(|decided| decided.verdict == Verdict::Proven).count();
    let told = by_rest["subjects"].as_array().unwrap().iter().filter(|subject| subject["verdict"] == "proven").count();
    assert_eq!((told, page.matches("You know this: you may skip the lessons").count()), (proven, proven));
    assert_eq!(page.matches("After this answer we expected").count(), by_rest["trace"].as_array().unwrap().len());
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_fifth_test_of_a_day_the_page_says_when_the_next_may_begin() {
    let service = Service::start().await;
    service.live_at("2026-11-27T10:00:30Z");
    let learner = service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let start = "/levels/basic/placement";
    assert!(browser.page(&format!("{start}?lang=en")).await.text().contains("up to 5 times a day"), "told beforehand");
    for _ in 0..5 {
        let question = begin(&browser, "basic", &["csam"]).await;
        let end = question.split("/questions/").next().unwrap().to_owned() + "/end";
        browser.form(&end, &end, &[]).await.expect(303);
    }
    for (language, until) in
        [("nl", "morgen om 11:0"), ("fr", "demain à 11:0"), ("de", "morgen um 11:0"), ("en", "tomorrow at 11:0")]
    {
        let page = browser.page(&format!("{start}?lang={language}")).await.expect(200).text();
        assert!(page.contains(until) && !page.contains("name=\"competencies\""), "{page}");
        assert!(page.contains("/result\""), "the results stay: {page}");
    }
    let sent_all_the_same = browser.form("/account", start, &[("competencies", "csam")]).await.expect(303);
    assert_eq!(sent_all_the_same.header("location"), start);
    let record = store::record(&mut service.db().await, learner.account.unwrap()).await.unwrap();
    assert_eq!(record.placements.len(), 5);
}
