use super::assert_sealed;
use crate::{
    browser::Browser,
    harness::{Client, PASSWORD, Service, basic_modules, eventually, right_answer, wrong_answer},
};
use connectoo::{ids::AccountId, quizzes::answers::Answer, quizzes::drawing::Drawn};
use serde_json::Value;

/// Fills in the form of the question on the screen.
async fn fill_in(browser: &Browser, drawn: &Drawn, answer: &Answer) {
    let given = drawn.veil(answer);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    match answer {
        Answer::Option(_) => browser.click(&format!("input[name=option][value='{}']", text(&given["option"]))).await,
        Answer::Options(_) => {
            for key in given["options"].as_array().unwrap() {
                browser.click(&format!("input[name=options][value='{}']", text(key))).await;
            }
        }
        Answer::Order(_) => {
            for (at, key) in given["order"].as_array().unwrap().iter().enumerate() {
                browser.choose(&format!("select[name='place-{}']", text(key)), &(at + 1).to_string()).await;
            }
        }
        Answer::Pairs(_) => {
            for (left, right) in given["pairs"].as_object().unwrap() {
                browser.choose(&format!("select[name='pair-{left}']"), &text(right)).await;
            }
        }
        Answer::Number(number) => browser.fill("input[name=number]", &number.to_string().replace('.', ",")).await,
        // A conversation is led step by step; its end is sent like any other answer.
        Answer::Choices(keys) => {
            for (step, key) in keys.iter().enumerate() {
                browser.find(&format!("#answer[data-kind=scenario] .dialogue > :nth-child({})", step + 1)).await;
                browser.take_step("#answer", key).await;
            }
            browser.find(&format!("#answer .dialogue > :nth-child({})", keys.len() + 1)).await;
        }
    }
    browser.click("#answer button[type=submit]:not([name])").await;
}

/// From the start page of a quiz to its result.
async fn take_quiz(browser: &Browser, service: &Service, learner: AccountId, module: &str, right: bool) {
    browser.go(&format!("/modules/{module}/quiz")).await;
    browser.submit().await;
    answer_all(browser, service, learner, right).await;
}

/// From the first question to the result.
pub async fn answer_all(browser: &Browser, service: &Service, learner: AccountId, right: bool) {
    let path = browser.at("the first question", |path| path.ends_with("/questions/1")).await;
    let id = path.split('/').nth(2).unwrap().to_owned();
    let (bound, paper) = service.bound(learner, &id).await;
    for (number, (drawn, question)) in (1..).zip(bound.questions(&paper)) {
        browser.is_at(&format!("/attempts/{id}/questions/{number}")).await;
        let answer = if right { right_answer(question) } else { wrong_answer(question) };
        fill_in(browser, drawn, &answer).await;
    }
    browser.is_at(&format!("/attempts/{id}/check")).await;
    browser.submit().await;
    browser.is_at(&format!("/attempts/{id}/result")).await;
}

async fn journey(service: &Service, browser: Browser, language: &str, name: &str) {
    browser.go("/").await;
    assert_eq!(browser.find("html").await.attr("lang").await.unwrap().as_deref(), Some(language));
    browser.click("main a[href='/register']").await;
    browser.fill("#name", name).await;
    browser.fill("#email", "an@example.be").await;
    browser.fill("#password", PASSWORD).await;
    browser.submit().await;
    browser.is_at("/register/sent").await;

    let mail = service.mail_to("an@example.be").await.unwrap();
    assert_eq!(mail.language.word(), language);
    let link = mail.body_text.lines().find(|line| line.contains("/confirm/")).unwrap().trim().to_owned();
    browser.go(link.strip_prefix(&service.url).unwrap()).await;
    browser.submit().await;
    browser.click("main a[href='/sign-in']").await;
    browser.fill("#email", "an@example.be").await;
    browser.fill("#password", PASSWORD).await;
    browser.submit().await;
    browser.is_at("/learning").await;
    let account =
        connectoo::identity::store::account_by_email(&mut service.db().await, "an@example.be").await.unwrap().unwrap();

    // The one button leads to the first lesson; reading on leads to its quiz.
    let first = basic_modules()[0];
    browser.click("main a.button").await;
    for lesson in &crate::harness::course().modules.iter().find(|module| module.competency == first).unwrap().lessons {
        browser.is_at(&format!("/modules/{first}/lessons/{}", lesson.slug)).await;
        browser.click("main form[method=post] button").await;
    }
    browser.is_at(&format!("/modules/{first}/quiz")).await;

    take_quiz(&browser, service, account.id, first, false).await;
    let told = browser.text().await;
    let attempts = connectoo::attempts::store::attempts_at(&mut service.db().await, account.id, first).await.unwrap();
    let (failed, paper) = service.bound(account.id, &attempts[0].id.to_string()).await;
    let language = language.parse().unwrap();
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (_, question) in failed.questions(&paper) {
        assert!(flat(&told).contains(&flat(question.text.get(language))), "{}: {told}", question.id);
        if let Some(explanation) = &question.explanation {
            assert!(flat(&told).contains(&flat(explanation.get(language))), "{}: it says why", question.id);
        }
    }
    for module in basic_modules() {
        take_quiz(&browser, service, account.id, module, true).await;
    }
    browser.go("/brevets").await;
    let pdf_path = eventually("sealing", || async {
        browser.go("/brevets").await;
        match browser.has("main a[href$='/pdf']").await {
            true => browser.find("main a[href$='/pdf']").await.attr("href").await.unwrap(),
            false => None,
        }
    })
    .await;
    let cookies = browser.driver.get_all_cookies().await.unwrap();
    let session = cookies.iter().find(|cookie| cookie.name() == "session").unwrap().value().to_owned();
    let download = Client::new(&service.url)
        .http
        .get(format!("{}{pdf_path}", service.url))
        .header("cookie", format!("session={session}"));
    let pdf = Client::send(download).await.expect(200);
    let number = pdf_path.split('/').nth(2).unwrap().to_owned();
    let address = format!("{}/verify/{number}", service.url);
    assert_sealed(&pdf.bytes, &address);
    browser.close().await;

    // A stranger scans the code.
    let stranger = Browser::open(&service.url, 320, language.word()).await;
    stranger.go(&format!("/verify/{number}")).await;
    let shown = stranger.text().await;
    assert!(shown.contains(name) && stranger.has(".panel-valid").await, "{shown}");
    stranger.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_civil_servant_earns_the_brevet_in_dutch() {
    let service = Service::start().await;
    let browser = Browser::open(&service.url, 768, "nl").await;
    journey(&service, browser, "nl", "Łukasz O’Çelebi-Đặng").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_a_civil_servant_earns_the_brevet_in_french_without_javascript() {
    let service = Service::start().await;
    let browser = Browser::open_without_script(&service.url, 320, "fr").await;
    journey(&service, browser, "fr", "Zoë Leclercq").await;
}
