//! With script, the feedback comes in its place in the lesson.

use super::on_its_page::{fill_in, one};
use crate::{
    browser::Browser,
    harness::{Service, right_answer, wrong_answer},
};
use connectoo::quizzes::{Body, answers::Answer};
use serde_json::Value;

/// What has the focus: its id or its classes.
async fn focused(browser: &Browser) -> String {
    let script = "const it = document.activeElement; return it.id || it.className";
    browser.driver.execute(script, Vec::new()).await.unwrap().as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_feedback_comes_in_place_and_has_the_focus() {
    let service = Service::start().await;
    let browser = Browser::open(&service.url, 768, "en").await;
    for kind in ["singleChoice", "multipleChoice", "ordering", "matching", "numeric"] {
        let (module, question, lesson) = one(&service, kind);
        let place = format!("#practice-{}", question.id);
        let address = format!("/modules/{module}/lessons/{lesson}?lang=en");
        browser.go(&address).await;
        // Nothing given: the form stays and says so.
        browser.click(&format!("{place} button")).await;
        browser.find(&format!("{place} .field-wrong .field-error")).await;
        assert_eq!(focused(&browser).await, format!("practice-{}-first", question.id), "{kind}");
        fill_in(&browser, &format!("{place} form"), &question, &wrong_answer(&question)).await;
        browser.click(&format!("{place} button")).await;
        browser.find(&format!("{place} .outcome")).await;
        assert_eq!(focused(&browser).await, "outcome-word", "{kind}");
        assert_eq!(browser.accessibility_violations().await, Vec::<String>::new(), "{kind}");
        browser.click(&format!("{place} a[data-again]")).await;
        browser.find(&format!("{place} form")).await;
        fill_in(&browser, &format!("{place} form"), &question, &right_answer(&question)).await;
        browser.click(&format!("{place} button")).await;
        browser.find(&format!("{place} .outcome-right")).await;
        browser.is_at(&address).await;
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_situation_is_led_in_place_by_the_keyboard_alone() {
    let service = Service::start().await;
    let (module, question, lesson) = one(&service, "scenario");
    let Body::Scenario(scenario) = &question.body else { unreachable!() };
    let Answer::Choices(path) = right_answer(&question) else { unreachable!() };
    let browser = Browser::open(&service.url, 320, "nl").await;
    let address = format!("/modules/{module}/lessons/{lesson}?lang=nl");
    browser.go(&address).await;
    let place = format!("#practice-{}", question.id);
    for (step, key) in path.iter().enumerate() {
        let choice = browser.find(&format!("{place} [name=choice][value='{key}']")).await;
        if choice.tag_name().await.unwrap() == "input" {
            choice.send_keys(" ").await.unwrap();
        }
        choice.send_keys("\u{e007}").await.unwrap(); // Enter sends the form, or presses what is on the screen
        browser.find(&format!("{place} .dialogue > :nth-child({})", step + 2)).await;
        let here = focused(&browser).await;
        let is_last = step + 1 == path.len();
        assert!(if is_last { here == "outcome-word" } else { here.ends_with("-now") }, "{step}: {here}");
        assert_eq!(browser.overflow().await, 0, "{}", browser.wide_elements().await);
    }
    assert!(scenario.follow(&path).unwrap().ended && browser.has(&format!("{place} .outcome-right")).await);
    browser.is_at(&address).await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_connection_the_answer_stays_and_the_lesson_says_so() {
    let service = Service::start().await;
    let (module, question, lesson) = one(&service, "singleChoice");
    let browser = Browser::open(&service.url, 768, "en").await;
    browser.go(&format!("/modules/{module}/lessons/{lesson}?lang=en")).await;
    let place = format!("#practice-{}", question.id);
    fill_in(&browser, &format!("{place} form"), &question, &right_answer(&question)).await;
    service.stop().await;
    browser.click(&format!("{place} button")).await;
    let said = browser.find(&format!("{place} [role=status]:not(:empty)")).await.text().await.unwrap();
    assert!(said.contains("no connection"), "{said}");
    let ticked = format!("return document.querySelector('{place} input:checked') !== null");
    assert_eq!(browser.driver.execute(&ticked, Vec::new()).await.unwrap(), Value::Bool(true));
    browser.close().await;
}
