//! What a screen reader says of a question and of its error, word for word. After a change that is meant: read the new
//! words aloud, and take them over with `INSTA_UPDATE=always`.

use crate::{
    browser::Browser,
    harness::{PASSWORD, Service},
    placement::ask,
};
use connectoo::identity::Role;

async fn transcript(language: &str) -> String {
    let service = Service::start().await;
    let learner = service.named(Role::Learner, "ears", "Only Ears").await;
    let asked = learner.start_with_each_kind(&service, "csam").await;
    let browser = Browser::open(&service.url, 1024, language).await;
    browser.sign_in("ears@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    let mut said = Vec::new();
    for (page, question) in &asked {
        browser.go(&format!("{page}?lang={language}")).await;
        browser.find("#answer").await;
        said.push(format!("# {}\n", question.body.kind()));
        said.extend(browser.spoken("main").await);
        if browser.has("#answer button[type=submit]:not([name])").await {
            browser.click("#answer button[type=submit]:not([name])").await;
            browser.find(".error-summary").await;
            said.push(format!("\n# {}, sent without an answer\n", question.body.kind()));
            said.extend(browser.spoken("main").await);
        }
        said.push(String::new());
    }
    browser.close().await;
    said.join("\n")
}

/// A question of a placement test: as it comes, sent without an answer, and when another device was faster.
async fn placement_transcript(language: &str) -> String {
    let service = Service::start().await;
    let learner = service.named(Role::Learner, "ears", "Only Ears").await;
    let begun = learner.begin_placement("basic", &["csam", "ebox"]).await;
    let page = ask(&service, &learner, &begun, "singleChoice").await;
    let browser = Browser::open(&service.url, 1024, language).await;
    browser.sign_in("ears@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    browser.go(&format!("{page}?lang={language}")).await;
    browser.find("#answer").await;
    let mut said = vec!["# a question\n".to_owned()];
    said.extend(browser.spoken("main").await);
    browser.click("#answer button[type=submit]:not([name])").await;
    browser.find(".error-summary").await;
    said.push("\n# sent without an answer\n".to_owned());
    said.extend(browser.spoken("main").await);
    browser.go(&format!("{page}?elsewhere=1")).await;
    browser.find("[role=status]").await;
    said.push("\n# answered on another device meanwhile\n".to_owned());
    said.extend(browser.spoken("main").await);
    browser.close().await;
    said.join("\n") + "\n"
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_a_question_of_a_placement_is_understood_by_ear_in_dutch() {
    insta::assert_snapshot!("placement_nl", placement_transcript("nl").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_a_question_of_a_placement_is_understood_by_ear_in_french() {
    insta::assert_snapshot!("placement_fr", placement_transcript("fr").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_a_question_of_a_placement_is_understood_by_ear_in_german() {
    insta::assert_snapshot!("placement_de", placement_transcript("de").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_a_question_of_a_placement_is_understood_by_ear_in_english() {
    insta::assert_snapshot!("placement_en", placement_transcript("en").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_every_kind_of_question_is_understood_by_ear_in_dutch() {
    insta::assert_snapshot!("nl", transcript("nl").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_every_kind_of_question_is_understood_by_ear_in_french() {
    insta::assert_snapshot!("fr", transcript("fr").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_every_kind_of_question_is_understood_by_ear_in_german() {
    insta::assert_snapshot!("de", transcript("de").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_every_kind_of_question_is_understood_by_ear_in_english() {
    insta::assert_snapshot!("en", transcript("en").await);
}
