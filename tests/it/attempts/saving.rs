//! Saving an answer while it is given: the page says what is so, and an answer can be taken back, at both doors.

use crate::{
    access::sign_in_by_form,
    browser::Browser,
    harness::{Client, PASSWORD, Service, eventually, right_answer},
    pages::forms::question_of,
};
use connectoo::{
    identity::Role,
    quizzes::{Body, answers::Answer, drawing::Drawn},
};
use serde_json::json;

/// A learner before an open question of a kind.
struct Asked {
    service: Service,
    api: Client,
    page: String,
    drawn: Drawn,
}

async fn asked(kind: &str) -> Asked {
    let service = Service::start().await;
    let api = service.learner().await;
    let (page, drawn, _) = question_of(&service, &api, kind).await;
    Asked { service, api, page, drawn }
}

impl Asked {
    async fn saved(&self) -> Option<Answer> {
        let (bound, _) = self.service.bound(self.api.account.unwrap(), self.page.split('/').nth(2).unwrap()).await;
        bound.answer(&self.drawn.question).map(|saved| saved.answer.clone())
    }

    /// The page in a window of the learner.
    async fn open(&self) -> Browser {
        let browser = Browser::open(&self.service.url, 320, "nl").await;
        sign_in(&browser).await;
        browser.is_at("/learning").await;
        browser.go(&self.page).await;
        browser
    }

    /// Ticks what stands in this place, or takes the tick away.
    async fn tick(&self, browser: &Browser, at: usize) {
        browser.click(&format!("#answer input[value=option{}]", at + 1)).await;
    }
}

async fn sign_in(browser: &Browser) {
    if !browser.path().await.starts_with("/sign-in") && !browser.has("#password").await {
        browser.go("/sign-in").await;
    }
    browser.fill("#email", "learner@example.be").await;
    browser.fill("#password", PASSWORD).await;
    browser.submit().await;
}

/// What the page says about saving, once it says this.
async fn told(browser: &Browser, words: &str) -> String {
    eventually(words, || async {
        let text = browser.find("#saved").await.text().await.ok()?;
        text.contains(words).then_some(text)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_a_session_that_ended_is_told_while_answering_and_the_answer_is_saved_after_signing_in() {
    let asked = asked("singleChoice").await;
    let browser = asked.open().await;
    asked.tick(&browser, 0).await;
    browser.find("#saved.saved").await;
    let before = asked.saved().await;
    asked.service.app.clock.shift(chrono::Duration::hours(13));
    asked.tick(&browser, 1).await;
    told(&browser, "sessie is afgelopen").await;
    assert!(browser.has("#saved.unsaved").await);
    assert_eq!(asked.saved().await, before);
    browser.click("#answer button[type=submit]:not([name])").await;
    browser.find("#password").await;
    sign_in(&browser).await;
    browser.find("form[action^='/attempts/'] button").await;
    browser.submit().await;
    eventually("the second answer", || async { (asked.saved().await != before).then_some(()) }).await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_a_page_of_an_earlier_session_goes_on_saving_in_the_new_one() {
    let asked = asked("singleChoice").await;
    let browser = asked.open().await;
    let stale = "document.querySelector('#answer [name=form_mark]').value = 'of an earlier session'";
    browser.driver.execute(stale, vec![]).await.unwrap();
    asked.tick(&browser, 0).await;
    browser.find("#saved.saved").await;
    let before = asked.saved().await;
    assert!(before.is_some());
    // Signed out in another tab: it is told, and what was given waits in the browser until somebody has signed in.
    browser.driver.delete_all_cookies().await.unwrap();
    asked.tick(&browser, 1).await;
    told(&browser, "sessie is afgelopen").await;
    browser.click("#answer button[type=submit]:not([name])").await;
    browser.find("#password").await;
    assert!(browser.text().await.contains("deze browser houdt het bij"), "{}", browser.text().await);
    browser.fill("#email", "learner@example.be").await;
    browser.fill("#password", "not my password").await;
    browser.submit().await;
    browser.find(".error-summary").await;
    assert!(browser.text().await.contains("deze browser houdt het bij"), "{}", browser.text().await);
    sign_in(&browser).await;
    browser.is_at(&asked.page).await;
    browser.find("#saved.saved").await;
    eventually("the second answer", || async { (asked.saved().await != before).then_some(()) }).await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_is_not_whole_is_told_and_the_one_of_before_counts_until_it_is() {
    let asked = asked("ordering").await;
    let browser = asked.open().await;
    let place = async |item: usize, place: usize| {
        let list = browser.find(&format!("select[name='place-item{item}']")).await;
        list.send_keys(&place.to_string()).await.unwrap(); // as a keyboard does: WebDriver's own way tells the page less
    };
    place(1, 1).await;
    told(&browser, "niet volledig").await;
    for item in 2..=asked.drawn.shown.len() {
        place(item, item).await;
    }
    browser.find("#saved.saved").await;
    let before = asked.saved().await;
    assert!(before.is_some());
    place(1, 2).await;
    let text = told(&browser, "twee keer hetzelfde").await;
    assert!(text.contains("Tot dan telt je antwoord van"), "{text}");
    assert!(browser.has("#saved.unsaved").await);
    assert_eq!(asked.saved().await, before);
    // Left and opened anew it stands as it was left, and nothing is promised that does not happen.
    browser.go("/learning").await;
    browser.go(&asked.page).await;
    let text = told(&browser, "twee keer hetzelfde").await;
    assert!(!text.contains("blijven proberen"), "{text}");
    assert_eq!(browser.value_of("select[name='place-item1']").await, "2");
    place(2, 1).await;
    browser.find("#saved.saved").await;
    assert_ne!(asked.saved().await, before);
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_taken_back_by_emptying_the_form() {
    let asked = asked("multipleChoice").await;
    let browser = asked.open().await;
    asked.tick(&browser, 0).await;
    browser.find("#saved.saved").await;
    assert!(asked.saved().await.is_some());
    asked.tick(&browser, 0).await;
    told(&browser, "verwijderd").await;
    assert_eq!(asked.saved().await, None);
    browser.click("#answer button[type=submit]:not([name])").await;
    let next = browser.at("what comes after it", |path| path != asked.page).await;
    assert!(!browser.has(".error-summary").await, "{next}");
    // Skipped: what was ticked last counts, and nothing of it when everything was taken away.
    browser.go(&asked.page).await;
    assert_eq!(browser.find("#saved").await.text().await.unwrap(), "");
    asked.tick(&browser, 0).await;
    browser.click("#answer button[name=skip]").await;
    browser.is_at(&next).await;
    eventually("saved", || async { asked.saved().await }).await;
    browser.go(&asked.page).await;
    asked.tick(&browser, 0).await;
    browser.click("#answer button[name=skip]").await;
    browser.is_at(&next).await;
    eventually("taken back", || async { asked.saved().await.is_none().then_some(()) }).await;
    browser.go(&asked.page).await;
    assert!(!browser.has("#answer input:checked").await);
    assert_eq!(browser.find("#saved").await.text().await.unwrap(), "");
    // Nothing saved, and nothing given: there is nothing to try.
    asked.tick(&browser, 0).await;
    asked.tick(&browser, 0).await;
    eventually("nothing promised", || async {
        let text = browser.find("#saved").await.text().await.ok()?;
        (text.contains("Nog geen antwoord") || text.contains("verwijderd")).then_some(())
    })
    .await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_emptied_form_takes_the_answer_back_without_script_and_rest_does_the_same() {
    let service = Service::start().await;
    let (api, browser) = (service.learner().await, service.visitor());
    sign_in_by_form(&browser, Role::Learner).await;
    let asked = api.start_with_each_kind(&service, "csam").await;
    let id = asked[0].0.split('/').nth(2).unwrap().to_owned();
    let bound = async || service.bound(api.account.unwrap(), &id).await.0;
    let draw = bound().await.draw.0;
    let mut kinds = 0;
    for ((page, question), drawn) in asked.iter().zip(&draw) {
        if let Body::Scenario(_) = &question.body {
            continue;
        }
        kinds += 1;
        let path = format!("/attempts/{id}/answers/{}", question.id);
        let answer = async || api.put(&path, drawn.veil(&right_answer(question))).await.expect(200);
        let is_saved = async || bound().await.answer(&question.id).is_some();
        let seen = async || {
            let html = browser.page(page).await.expect(200).text();
            html.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
        };
        let kind = question.body.kind();
        // Who never answered is asked for an answer, and skips without one.
        assert!(browser.form(page, page, &[]).await.expect(400).text().contains("error-summary"), "{kind}");
        browser.form(page, page, &[("skip", "1")]).await.expect(303);
        // Who emptied the form takes the answer back, whichever button it is.
        for button in [&[][..], &[("skip", "1")]] {
            answer().await;
            let seen = seen().await;
            let fields = [&[("seen", seen.as_str())], button].concat();
            let next = browser.form(page, page, &fields).await.expect(303);
            assert_ne!(next.header("location"), page, "{kind}");
            assert!(!is_saved().await, "{kind} {button:?}");
        }
        // What was answered elsewhere meanwhile stays, and is shown.
        answer().await;
        browser.form(page, page, &[("seen", ""), ("skip", "1")]).await.expect(303);
        let html = browser.form(page, page, &[("seen", "")]).await.expect(400).text();
        assert!(html.contains("class=\"saved\"") && is_saved().await, "{kind}: {html}");
        for _ in 0..2 {
            api.delete(&path).await.expect(204);
            assert!(!is_saved().await, "{kind}");
        }
    }
    assert_eq!(kinds, 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_skipped_situation_takes_no_step_and_none_is_taken_back() {
    let service = Service::start().await;
    let (api, browser) = (service.learner().await, service.visitor());
    sign_in_by_form(&browser, Role::Learner).await;
    let asked = api.start_with_each_kind(&service, "csam").await;
    let (page, question) = asked.into_iter().find(|(_, question)| question.body.kind() == "scenario").unwrap();
    let id = page.split('/').nth(2).unwrap();
    let path = format!("/attempts/{id}/answers/{}", question.id);
    let Body::Scenario(scenario) = &question.body else { unreachable!() };
    let first = scenario.scenes[&scenario.start].choices[0].key.as_str();
    let is_saved = async || service.bound(api.account.unwrap(), id).await.0.answer(&question.id).is_some();
    browser.form(&page, &page, &[("path", ""), ("choice", first), ("skip", "1")]).await.expect(303);
    assert!(!is_saved().await);
    // Without a time limit there are no breaks; whoever asks for one all the same has sent no step either.
    browser.form(&page, &page, &[("path", ""), ("choice", first), ("break", "1")]).await;
    assert!(!is_saved().await);
    api.delete(&path).await.expect(204);
    api.put(&path, json!({"choices": [first]})).await.expect(200);
    assert_eq!(api.delete(&path).await.expect(409).problem(), "stepTaken");
    assert!(is_saved().await);
    api.delete(&format!("/attempts/{id}/answers/no-such-question")).await.expect(404);
    api.submit(&json!({ "id": id })).await.expect(200);
    assert_eq!(api.delete(&path).await.expect(409).problem(), "alreadySubmitted");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_replaces_an_answer_of_another_device_is_told_whatever_button_it_was() {
    let asked = asked("multipleChoice").await;
    let browser = asked.service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let answer = format!("/attempts/{}/answers/{}", asked.page.split('/').nth(2).unwrap(), asked.drawn.question);
    let number = asked.page.rsplit('/').next().unwrap();
    for (fields, saved) in [
        (vec![("seen", "1"), ("options", "option1")], json!(["option1"])),
        (vec![("seen", "1"), ("options", "option1"), ("lang", "fr")], json!(["option1"])),
        (vec![("seen", "1")], json!(null)),
    ] {
        asked.api.put(&answer, json!({"options": ["option2"]})).await.expect(200); // on another device
        let next = browser.form(&asked.page, &asked.page, &fields).await.expect(303).header("location").to_owned();
        assert!(next.contains(&format!("replaced={number}")), "{fields:?}: {next}");
        let told = browser.page(&next).await.expect(200).text();
        assert!(told.contains("class=\"notice\" role=\"status\""), "{told}");
        let attempt = asked.api.get(&format!("/attempts/{}", asked.page.split('/').nth(2).unwrap())).await.json();
        assert_eq!(attempt["answers"][asked.drawn.question.as_str()]["options"], saved, "the last one counts");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_a_number_is_read_in_the_language_of_the_page_it_was_typed_on() {
    let asked = asked("numeric").await;
    let browser = asked.service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let page = browser.page(&format!("{}?lang=nl", asked.page)).await.expect(200).text();
    assert!(page.contains("name=\"written\" value=\"nl\""), "{page}");
    browser.page(&format!("{}?lang=en", asked.page)).await.expect(200); // in another tab
    for (typed, written, number) in [("1.500", "nl", 1500.0), ("1.500", "en", 1.5), ("0,125", "nl", 0.125)] {
        browser.form(&asked.page, &asked.page, &[("number", typed), ("written", written)]).await.expect(303);
        assert_eq!(asked.saved().await, Some(Answer::Number(number)), "{typed} {written}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_what_was_refused_stays_in_the_browser() {
    let asked = asked("ordering").await;
    let browser = asked.open().await;
    let list = browser.find("select[name='place-item1']").await;
    list.send_keys("2").await.unwrap();
    told(&browser, "bewaard").await;
    browser.click("#answer button[type=submit]:not([name])").await;
    browser.find(".error-summary").await;
    assert_eq!(asked.saved().await, None);
    browser.go(&asked.page).await;
    eventually("the half answer", || async {
        (browser.value_of("select[name='place-item1']").await == "2").then_some(())
    })
    .await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_could_not_be_sent_waits_for_its_button() {
    let asked = asked("scenario").await;
    let browser = asked.open().await;
    let cut = "window.real = window.fetch; window.fetch = () => Promise.reject(new TypeError('cut'));";
    browser.driver.execute(cut, vec![]).await.unwrap();
    let choices = browser.values_of("#answer input[name=choice]").await;
    browser.click(&format!("#answer input[value='{}']", choices[0])).await;
    browser.click("#answer button[type=submit]:not([name])").await;
    told(&browser, "Druk nog eens op de knop").await;
    browser.click(&format!("#answer input[value='{}']", choices[1])).await;
    browser.driver.execute("window.fetch = window.real", vec![]).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(2500)).await; // a first retry would have come
    assert_eq!(asked.saved().await, None, "nobody sent this step");
    browser.click("#answer button[type=submit]:not([name])").await;
    browser.at("the next scene", |path| path.contains("step=1")).await;
    assert_eq!(asked.saved().await, Some(Answer::Choices(vec![choices[1].clone()])));
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_came_back_to_is_removed_after_seven_days() {
    let asked = asked("singleChoice").await;
    let browser = asked.open().await;
    let keep = "for (const [name, days] of [['old', 8], ['new', 6]])
        localStorage.setItem('connectoo answer /attempts/x/questions/' + name,
            JSON.stringify({ given: 'option=option1', seen: '', at: Date.now() - days * 24 * 3600 * 1000 }));";
    browser.driver.execute(keep, vec![]).await.unwrap();
    browser.go(&asked.page).await;
    let kept = "return Object.keys(localStorage).filter(name => name.startsWith('connectoo answer')).join()";
    let kept = browser.driver.execute(kept, vec![]).await.unwrap();
    assert_eq!(kept, "connectoo answer /attempts/x/questions/new");
    browser.close().await;
}
