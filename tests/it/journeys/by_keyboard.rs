use crate::{
    browser::Browser,
    harness::{PASSWORD, Service, basic_modules, right_answer},
};
use connectoo::{
    identity::Role,
    quizzes::{answers::Answer, drawing},
};
use fantoccini::key::Key;

/// More than any page has places to stop at.
const STOPS: usize = 80;

/// Goes on with Tab until the focus is on what this selector means.
pub async fn tab_to(browser: &Browser, css: &str) {
    for _ in 0..STOPS {
        if browser.is_focused(css).await {
            return;
        }
        browser.press(Key::Tab).await;
    }
    panic!("Tab never reaches {css} on {}", browser.path().await);
}

/// Tab reaches one radio button of a group, and the arrows the others.
async fn arrow_to(browser: &Browser, css: &str) {
    for _ in 0..STOPS {
        if browser.is_focused(css).await {
            return;
        }
        browser.press(Key::Down).await;
    }
    panic!("the arrows never reach {css}");
}

/// Chooses a value of the list that has the focus.
async fn choose(browser: &Browser, select: &str, value: &str) {
    for _ in 0..STOPS {
        if browser.value_of(select).await == value {
            return;
        }
        browser.press(Key::Down).await;
    }
    panic!("the arrows never reach {value} in {select}");
}

async fn answer(browser: &Browser, given: &serde_json::Value, answer: &Answer) {
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    match answer {
        Answer::Option(_) => {
            tab_to(browser, "input[name=option]").await;
            arrow_to(browser, &format!("input[value='{}']", text(&given["option"]))).await;
            browser.press(Key::Space).await;
        }
        Answer::Options(_) => {
            let wanted: Vec<String> = given["options"].as_array().unwrap().iter().map(text).collect();
            for key in browser.values_of("input[name=options]").await {
                tab_to(browser, &format!("input[value='{key}']")).await;
                if wanted.contains(&key) {
                    browser.press(Key::Space).await;
                }
            }
        }
        Answer::Order(_) => {
            let order: Vec<String> = given["order"].as_array().unwrap().iter().map(text).collect();
            for name in browser.names_of("main select").await {
                let select = format!("select[name='{name}']");
                let place = order.iter().position(|key| name.ends_with(key.as_str())).unwrap() + 1;
                tab_to(browser, &select).await;
                choose(browser, &select, &place.to_string()).await;
            }
        }
        Answer::Pairs(_) => {
            for name in browser.names_of("main select").await {
                let select = format!("select[name='{name}']");
                tab_to(browser, &select).await;
                choose(browser, &select, &text(&given["pairs"][name.strip_prefix("pair-").unwrap()])).await;
            }
        }
        Answer::Number(number) => {
            tab_to(browser, "input[name=number]").await;
            browser.type_in(&number.to_string().replace('.', ",")).await;
        }
        Answer::Choices(path) => {
            for (step, key) in path.iter().enumerate() {
                browser.find(&format!(".dialogue > :nth-child({})", step + 1)).await;
                let choice = format!("[name=choice][value='{key}']");
                if browser.has(&format!("input{choice}")).await {
                    tab_to(browser, "input[name=choice]").await;
                    arrow_to(browser, &choice).await;
                    browser.press(Key::Space).await;
                } else {
                    tab_to(browser, &choice).await;
                }
                browser.press(Key::Enter).await;
            }
            browser.find(&format!(".dialogue > :nth-child({})", path.len() + 1)).await;
        }
    }
}

/// Somebody who has signed in by the keys.
async fn signed_in(service: &Service) -> Browser {
    let browser = Browser::open(&service.url, 1024, "nl").await;
    browser.go("/sign-in").await;
    tab_to(&browser, "#email").await;
    browser.type_in("keys@example.be").await;
    tab_to(&browser, "#password").await;
    browser.type_in(PASSWORD).await;
    browser.press(Key::Enter).await;
    browser.is_at("/learning").await;
    browser
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_a_quiz_with_every_kind_of_question_is_taken_by_the_keyboard_alone() {
    let service = Service::start().await;
    let learner = service.named(Role::Learner, "keys", "Only Keys").await;
    let asked = learner.start_with_each_kind(&service, "csam").await;
    let browser = signed_in(&service).await;
    browser.go(&asked[0].0).await;
    for (page, question) in &asked {
        browser.is_at(page).await;
        let right = right_answer(question);
        let drawn = drawing::alone(question, 1);
        answer(&browser, &drawn.veil(&right), &right).await;
        tab_to(&browser, "#answer button[type=submit]:not([name])").await;
        browser.press(Key::Enter).await;
    }
    let attempt = asked[0].0.split("/questions").next().unwrap().to_owned();
    browser.is_at(&format!("{attempt}/check")).await;
    tab_to(&browser, "main form button[type=submit]").await;
    browser.press(Key::Enter).await;
    browser.is_at(&format!("{attempt}/result")).await;
    let result = learner.get(&attempt).await.expect(200).json();
    assert_eq!((&result["score"], &result["passed"]), (&1.0.into(), &true.into()), "{result:#}");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_a_placement_test_is_begun_answered_left_and_stopped_by_the_keyboard_alone() {
    let service = Service::start().await;
    let learner = service.named(Role::Learner, "keys", "Only Keys").await;
    let browser = signed_in(&service).await;
    tab_to(&browser, "section[aria-labelledby=placement-offer] a").await;
    browser.press(Key::Enter).await;
    browser.is_at("/levels/basic/placement").await;
    let wanted = ["csam", "ebox", "explain"];
    for module in basic_modules().into_iter().filter(|module| !wanted.contains(module)) {
        tab_to(&browser, &format!("main input[value='{module}']")).await;
        browser.press(Key::Space).await;
    }
    tab_to(&browser, "main form button[type=submit]").await;
    browser.press(Key::Enter).await;

    // The first subject is known, of the second nothing, and at the third the test is stopped.
    let path = browser.at("the first question", |path| path.ends_with("/questions/1")).await;
    let id = path.split('/').nth(2).unwrap().to_owned();
    for number in 1.. {
        browser.is_at(&format!("/placements/{id}/questions/{number}")).await;
        let bound = service.placed(&learner, &id).await;
        let (step, question) = bound.step(number).unwrap();
        match step.competency.as_str() {
            "csam" => {
                let right = right_answer(question);
                answer(&browser, &step.drawn.veil(&right), &right).await;
                tab_to(&browser, "#answer button[type=submit]:not([name])").await;
            }
            "ebox" => tab_to(&browser, "#answer button[name=unknown]").await,
            _ => break,
        }
        browser.press(Key::Enter).await;
    }
    tab_to(&browser, "#answer a[href$='/end']").await;
    browser.press(Key::Enter).await;
    browser.is_at(&format!("/placements/{id}/end")).await;
    tab_to(&browser, "main form button[type=submit]").await;
    browser.press(Key::Enter).await;
    browser.is_at(&format!("/placements/{id}/result")).await;
    let told = learner.get(&format!("/placements/{id}")).await.expect(200).json();
    let verdicts: Vec<_> = told["subjects"].as_array().unwrap().iter().map(|subject| &subject["verdict"]).collect();
    assert_eq!(verdicts, [&"proven".into(), &"toLearn".into(), &serde_json::Value::Null], "{told:#}");
    browser.close().await;
}
