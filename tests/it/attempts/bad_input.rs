//! Bad input to an attempt, at both doors: it is told, and it changes nothing.

use crate::{
    access::sign_in_by_form,
    harness::{Client, PASSWORD, Service, course},
    pages::forms::question_of,
};
use connectoo::{
    identity::Role,
    modules::{course::Course, import},
    quizzes::{answers::Answer, drawing::Drawn},
};
use serde_json::{Value, json};

/// A learner at both doors, with an open question of a kind.
struct Asked {
    service: Service,
    api: Client,
    browser: Client,
    /// Its page.
    page: String,
    /// Its address by REST.
    path: String,
    drawn: Drawn,
}

async fn asked(kind: &str) -> Asked {
    let service = Service::start().await;
    let (api, browser) = (service.learner().await, service.visitor());
    sign_in_by_form(&browser, Role::Learner).await;
    let (page, drawn, question) = question_of(&service, &api, kind).await;
    let path = format!("/attempts/{}/answers/{}", page.split('/').nth(2).unwrap(), question.id);
    Asked { service, api, browser, page, path, drawn }
}

impl Asked {
    fn id(&self) -> &str {
        self.page.split('/').nth(2).unwrap()
    }

    async fn saved(&self) -> Option<Answer> {
        let (bound, _) = self.service.bound(self.api.account.unwrap(), self.id()).await;
        bound.answer(&self.drawn.question).map(|saved| saved.answer.clone())
    }

    /// Refused at both doors, with the reason that REST gives.
    async fn refuses(&self, body: Value, fields: &[(&str, &str)], reason: &str) {
        let refused = self.api.put(&self.path, body.clone()).await.expect(400).json();
        let kinds = refused["issues"].as_array().unwrap().iter().map(|issue| issue["type"].as_str().unwrap());
        assert!(kinds.clone().any(|kind| kind.ends_with(reason)), "{body}: {refused:#}");
        let html = self.browser.form(&self.page, &self.page, fields).await.expect(400).text();
        assert!(html.contains("error-summary"), "{fields:?}: {html}");
        assert_eq!(self.saved().await, None, "{body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_to_a_question_that_was_not_drawn_is_not_found() {
    let asked = asked("singleChoice").await;
    let (bound, paper) = asked.service.bound(asked.api.account.unwrap(), asked.id()).await;
    let edition = &paper.editions()[0];
    let drawn = |id: &str| bound.draw.0.iter().any(|drawn| drawn.question.as_str() == id);
    let other = edition.module.questions.iter().find(|question| !drawn(question.id.as_str())).unwrap();
    for id in [other.id.as_str(), "no-such-question"] {
        let path = format!("/attempts/{}/answers/{id}", asked.id());
        assert_eq!(asked.api.put(&path, json!({"option": "a"})).await.expect(404).problem(), "resourceNotFound");
    }
    for number in ["0", "99", "-1", "first"] {
        let page = format!("/attempts/{}/questions/{number}", asked.id());
        asked.browser.page(&page).await.expect(404);
        asked.browser.form(&asked.page, &page, &[("option", "a")]).await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_offered_is_refused_whatever_the_kind_of_question() {
    let not_offered = "referencedResourceNotFound";
    let single = asked("singleChoice").await;
    single.refuses(json!({"option": "not-offered"}), &[("option", "not-offered")], not_offered).await;
    let multiple = asked("multipleChoice").await;
    let fields = [("options", "option1"), ("options", "option99")];
    multiple.refuses(json!({"options": ["option1", "option99"]}), &fields, not_offered).await;
    let twice = [("options", "option1"), ("options", "option1")];
    multiple.refuses(json!({"options": ["option1", "option1"]}), &twice, "invalidInput").await;
    // What authors call an option is nobody's business.
    let own = multiple.drawn.shown[0].as_str();
    multiple.refuses(json!({"options": [own]}), &[("options", own)], not_offered).await;
    let matching = asked("matching").await;
    matching.refuses(json!({"pairs": {"left1": "right99"}}), &[("pair-left1", "right99")], not_offered).await;
    matching.refuses(json!({"pairs": {"left99": "right1"}}), &[("pair-left99", "right1")], not_offered).await;
    let scenario = asked("scenario").await;
    scenario
        .refuses(json!({"choices": ["not-offered"]}), &[("path", ""), ("choice", "not-offered")], not_offered)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ordering_with_an_item_twice_or_too_few_is_refused() {
    let ordering = asked("ordering").await;
    let items = ordering.drawn.shown.len();
    let names: Vec<String> = (1..=items).map(|at| format!("item{at}")).collect();
    let mut twice = names.clone();
    twice[1] = twice[0].clone();
    let places: Vec<String> = names.iter().map(|name| format!("place-{name}")).collect();
    let same: Vec<(&str, &str)> = places.iter().map(|place| (place.as_str(), "1")).collect();
    ordering.refuses(json!({"order": twice}), &same, "invalidInput").await;
    ordering.refuses(json!({"order": names[1..]}), &[(places[0].as_str(), "1")], "invalidInput").await;
    let foreign = [names[..items - 1].to_vec(), vec!["item99".to_owned()]].concat();
    let numbers: Vec<String> = (1..=items).map(|place| place.to_string()).collect();
    let mut fields: Vec<(&str, &str)> =
        places.iter().zip(&numbers).map(|(place, number)| (place.as_str(), number.as_str())).collect();
    fields[items - 1].0 = "place-item99";
    ordering.refuses(json!({"order": foreign}), &fields, "referencedResourceNotFound").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_is_read_as_the_language_of_the_page_writes_it() {
    let numeric = asked("numeric").await;
    for (language, typed, number) in [
        ("nl", "1.000,5", 1000.5),
        ("fr", "1 000,5", 1000.5),
        ("fr", "1\u{202f}000,5", 1000.5),
        ("fr", "1\u{a0}000,5", 1000.5),
        ("de", "2.000,25", 2000.25),
        ("en", "1,000.5", 1000.5),
        ("en", "3.000", 3.0),
        ("de", "3.000", 3000.0),
    ] {
        let page = format!("{}?lang={language}", numeric.page);
        numeric.browser.form(&page, &page, &[("number", typed)]).await.expect(303);
        assert_eq!(numeric.saved().await, Some(Answer::Number(number)), "{language}: {typed:?}");
    }
    let before = numeric.saved().await;
    for (language, typed) in [("nl", "1,000.5"), ("en", "1.000,5"), ("fr", "mille"), ("de", "12.34.56"), ("nl", "1e3")]
    {
        let page = format!("{}?lang={language}", numeric.page);
        let html = numeric.browser.form(&page, &page, &[("number", typed)]).await.expect(400).text();
        assert!(html.contains("error-summary") && html.contains(&format!("value=\"{typed}\"")), "{language}: {html}");
    }
    // A number in JSON has one way of being written; a text is none.
    for wrong in [json!("1.000,5"), json!("3"), json!([3]), json!(true)] {
        let refused = numeric.api.put(&numeric.path, json!({"number": wrong})).await.expect(400).json();
        assert_eq!(refused["issues"][0]["type"], "urn:problem-type:belgif:input-validation:schemaViolation");
    }
    assert_eq!(numeric.saved().await, before);
    numeric.api.put(&numeric.path, json!({"number": 1000.5})).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_megabytes_are_refused_before_they_are_read_at_both_doors() {
    let numeric = asked("numeric").await;
    let large = || "1".repeat(10 * 1024 * 1024);
    let by_rest = numeric.api.request(reqwest::Method::PUT, &numeric.path).header("content-type", "application/json");
    assert_eq!(Client::send(by_rest.body(large())).await.expect(413).problem(), "payloadTooLarge");
    let by_form = numeric.browser.http.post(format!("{}{}", numeric.service.url, numeric.page));
    let by_form =
        by_form.header("content-type", "application/x-www-form-urlencoded").body("number=".to_owned() + &large());
    let html = Client::send(by_form).await.expect(413).text();
    assert!(html.contains("<h1"), "a page that says so: {html}");
    assert_eq!(numeric.saved().await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_devices_that_answer_by_rest_the_second_is_told_what_it_replaced() {
    let numeric = asked("numeric").await;
    let mut elsewhere = numeric.service.visitor();
    elsewhere.sign_in("learner@example.be", PASSWORD).await;
    let first = numeric.api.put(&numeric.path, json!({"number": 1})).await.expect(200).json();
    assert_eq!(first.get("replacedSavedAt"), None);
    let second = elsewhere.put(&numeric.path, json!({"number": 2})).await.expect(200).json();
    assert_eq!(second["replacedSavedAt"], first["savedAt"]);
    let same = elsewhere.put(&numeric.path, json!({"number": 2})).await.expect(200).json();
    assert_eq!(same.get("replacedSavedAt"), None, "nothing was replaced");
    assert_eq!(numeric.saved().await, Some(Answer::Number(2.0)), "the last write wins");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_module_that_is_published_anew_in_the_middle_changes_no_page_of_the_attempt() {
    let single = asked("singleChoice").await;
    let before = single.browser.page(&single.page).await.expect(200).text();
    let mut modules = course().modules.clone();
    for question in modules.iter_mut().flat_map(|module| &mut module.questions) {
        question.text.nl.push_str(" (nieuw)");
    }
    let anew = Course {
        curriculum: course().curriculum.clone(),
        glossary: course().glossary.clone(),
        modules,
        ..Course::default()
    };
    import::import(&mut single.service.db().await, &anew, single.service.app.clock.now()).await.unwrap();
    connectoo::modules::store::load(&mut single.service.db().await, &single.service.app.course).await.unwrap();
    let without_mark = |html: String| {
        let mark = html.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        html.replace(&mark, "")
    };
    assert_eq!(without_mark(single.browser.page(&single.page).await.expect(200).text()), without_mark(before));
    let given = [("option", "option1")];
    single.browser.form(&single.page, &single.page, &given).await.expect(303);
    assert!(single.saved().await.is_some());
}
