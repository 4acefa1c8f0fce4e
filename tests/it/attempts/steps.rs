//! A situation that counts is walked forwards: each step is seen when it is taken, and none is taken back.

use crate::{
    access::sign_in_by_form,
    browser::Browser,
    harness::{Client, PASSWORD, Service, eventually},
};
use connectoo::{
    identity::Role,
    quizzes::{Body, answers::Answer, scenario::Scenario},
};
use serde_json::json;

/// A learner at both doors of a situation that begins with a talk and goes on at a drawn screen.
struct Situation {
    service: Service,
    api: Client,
    browser: Client,
    page: String,
    path: String,
    scenario: Scenario,
}

async fn situation() -> Situation {
    let service = Service::start().await;
    let (api, browser) = (service.learner().await, service.visitor());
    sign_in_by_form(&browser, Role::Learner).await;
    let asked = api.start_with_each_kind(&service, "csam").await;
    let (page, question) = asked.into_iter().find(|(_, question)| question.body.kind() == "scenario").unwrap();
    let path = format!("/attempts/{}/answers/{}", page.split('/').nth(2).unwrap(), question.id);
    let Body::Scenario(scenario) = question.body else { unreachable!() };
    Situation { service, api, browser, page, path, scenario }
}

impl Situation {
    async fn take(&self, path: &[&str]) -> crate::harness::Reply {
        self.api.put(&self.path, json!({ "choices": path })).await
    }

    async fn saved(&self) -> Option<Answer> {
        let (bound, _) = self.service.bound(self.api.account.unwrap(), self.page.split('/').nth(2).unwrap()).await;
        let id = self.path.rsplit('/').next().unwrap();
        bound.answers.0.iter().find(|(question, _)| question.as_str() == id).map(|(_, saved)| saved.answer.clone())
    }

    /// The keys of the first scene's choices.
    fn first(&self) -> Vec<&str> {
        self.scenario.scenes[&self.scenario.start].choices.iter().map(|choice| choice.key.as_str()).collect()
    }
}

fn steps(path: &[&str]) -> Option<Answer> {
    Some(Answer::Choices(path.iter().map(ToString::to_string).collect()))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_shows_the_next_scene_and_is_not_taken_back_at_either_door() {
    let situation = situation().await;
    let (one, other) = (situation.first()[0], situation.first()[1]);
    let told = situation.take(&[one]).await.expect(200).json();
    let next = &situation.scenario.scenes[&situation.scenario.scenes[&situation.scenario.start].choices[0].next];
    assert_eq!((&told["choices"], &told["scene"]["text"]), (&json!([one]), &json!(next.text.nl)));
    assert_eq!(told.get("replacedSavedAt"), None);
    for back in [&[][..], &[other], &[other, "phone-app"]] {
        assert_eq!(situation.take(back).await.expect(409).problem(), "stepTaken", "{back:?}");
    }
    situation.take(&[one]).await.expect(200);
    let page = situation.page.as_str();
    for fields in [&[("path", ""), ("choice", other)][..], &[("path", other), ("choice", "phone-app")]] {
        let behind = situation.browser.form(page, page, fields).await.expect(303);
        assert_eq!(behind.header("location"), format!("{page}?behind=1"));
        let html = situation.browser.page(&format!("{page}?behind=1&lang=en")).await.expect(200).text();
        assert!(html.contains("role=\"status\">You have gone on"), "{html}");
        assert!(html.contains(&format!("name=\"path\" value=\"{one}\"")), "{html}");
    }
    assert_eq!(situation.saved().await, steps(&[one]));
    let further = situation.take(&[one, "phone-app"]).await.expect(200).json();
    assert_eq!(further.get("replacedSavedAt"), None, "a path that goes on replaces nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_steps_at_the_same_moment_one_is_taken() {
    let situation = situation().await;
    let (one, other) = (situation.first()[0], situation.first()[1]);
    let paths = [[one], [other], [one], [other], [one], [other]];
    let answers = futures_util::future::join_all(paths.iter().map(|path| situation.take(path))).await;
    let Some(Answer::Choices(saved)) = situation.saved().await else { panic!("none was taken") };
    for (path, answer) in paths.iter().zip(answers) {
        match saved == path {
            true => drop(answer.expect(200)),
            false => assert_eq!(answer.expect(409).problem(), "stepTaken"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_on_a_drawn_screen_is_chosen_before_it_is_sent() {
    let situation = situation().await;
    let one = situation.first()[0];
    situation.take(&[one]).await.expect(200);
    let page = situation.page.as_str();
    let html = situation.browser.page(page).await.expect(200).text();
    assert!(html.contains("class=\"screen\"") && !html.contains("<button class=\"screen-"), "{html}");
    let missing = situation.browser.form(page, page, &[("path", one)]).await.expect(400).text();
    assert!(missing.contains("error-summary") && missing.contains("href=\"#answer-first\""), "{missing}");
    let clicked = [("path", one), ("choice", "phone-app"), ("lang", "fr")];
    let other = situation.browser.form(page, page, &clicked).await.expect(200).text();
    assert!(other.contains("<html lang=\"fr\"") && other.contains("value=\"phone-app\" checked"), "{other}");
    assert_eq!(situation.saved().await, steps(&[one]), "a click alone takes no step");

    let browser = Browser::open(&situation.service.url, 320, "nl").await;
    browser.sign_in("learner@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    browser.go(page).await;
    browser.click("input[value='phone-app'] + label").await;
    browser.click("input[value='card-reader'] + label").await;
    assert_eq!(situation.saved().await, steps(&[one]), "a slip of the finger is put right");
    browser.click("#answer button[type=submit]:not([name])").await;
    browser.find(".dialogue > :nth-child(3)").await;
    assert_eq!(situation.saved().await, steps(&[one, "card-reader"]));
    stands_at_what_is_new(&browser).await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_behind_leads_to_where_the_situation_stands() {
    let situation = situation().await;
    let (one, other) = (situation.first()[0], situation.first()[1]);
    let browser = Browser::open(&situation.service.url, 320, "en").await;
    browser.sign_in("learner@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    browser.go(&situation.page).await;
    situation.take(&[one]).await.expect(200); // on another device
    browser.take_step("#answer", other).await;
    browser.find(".dialogue > :nth-child(2)").await;
    let told = eventually("a word on it", || async {
        let text = browser.text().await;
        text.contains(&situation.scenario.scenes["choose"].text.nl).then_some(text)
    })
    .await;
    assert!(told.contains("Een stap terug kan niet"), "{told}");
    assert_eq!(situation.saved().await, steps(&[one]));
    browser.close().await;
}

/// Whether the newest line has the focus, and is in sight.
async fn stands_at_what_is_new(browser: &Browser) {
    let look = "const line = document.querySelector('.dialogue > :last-child'), top = line.getBoundingClientRect().top;
        return document.activeElement === line && top >= 0 && top < innerHeight";
    eventually("the newest line", || async {
        (browser.driver.execute(look, vec![]).await.ok()? == true).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_leads_to_what_is_new_with_script_and_without() {
    let situation = situation().await;
    let one = situation.first()[0];
    for with_script in [true, false] {
        let browser = match with_script {
            true => Browser::open(&situation.service.url, 320, "nl").await,
            false => Browser::open_without_script(&situation.service.url, 320, "nl").await,
        };
        browser.sign_in("learner@example.be", PASSWORD).await;
        browser.is_at("/learning").await;
        browser.go(&situation.page).await;
        let choice = if with_script { one } else { "phone-app" };
        browser.click(&format!("#answer input[value='{choice}'] + label")).await;
        browser.click("#answer button[type=submit]:not([name])").await;
        let step = if with_script { 1 } else { 2 };
        browser.is_at(&format!("{}?step={step}", situation.page)).await;
        stands_at_what_is_new(&browser).await;
        browser.close().await;
    }
}
