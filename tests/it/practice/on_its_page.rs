//! A question of a lesson on its own page and by REST: answered, explained, and kept nowhere.

use crate::{
    access::sign_in_by_form,
    browser::Browser,
    harness::{Service, course, entered, right_answer, wrong_answer},
};
use connectoo::{
    identity::Role,
    locale::Language,
    modules::edition::Edition,
    practice::practised,
    quizzes::{Body, Question, answers::Answer, best::Best, practice::as_in_a_lesson},
};
use serde_json::{Value, json};
use std::{collections::BTreeSet, sync::Arc};

/// Every question that a lesson asks, with its module's edition and the lesson.
pub fn all_practised(service: &Service) -> Vec<(Arc<Edition>, Question, String)> {
    let taught = service.app.course.taught();
    let of = |edition: &Arc<Edition>| {
        let one = |one: &connectoo::practice::Practised| (edition.clone(), one.question.clone(), one.lesson.to_owned());
        practised(edition).iter().map(one).collect::<Vec<_>>()
    };
    let mut all: Vec<_> = taught.editions.values().flat_map(of).collect();
    all.sort_by_key(|(edition, question, _)| (edition.module.competency.clone(), question.id.clone()));
    all
}

/// One question of a kind, with where it is asked.
pub fn one(service: &Service, kind: &str) -> (String, Question, String) {
    let found = all_practised(service).into_iter().find(|(_, question, _)| question.body.kind() == kind);
    let (edition, question, lesson) = found.unwrap_or_else(|| panic!("no lesson asks a {kind}"));
    (edition.module.competency.clone(), question, lesson)
}

/// The address that the form of a practised question leads to.
pub fn answered(module: &str, question: &Question, answer: &Answer) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("asked", "1");
    query.extend_pairs(entered(&as_in_a_lesson(question), answer));
    format!("/modules/{module}/practice/{}?{}", question.id, query.finish())
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test(flavor = "multi_thread")]
async fn every_practice_answer_is_marked_and_explained_and_kept_nowhere() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let mut kinds = BTreeSet::new();
    for module in &course().modules {
        let path = format!("/modules/{}/practiceQuestions", module.competency);
        let list = visitor.get(&path).await.expect(200);
        assert!(!list.text().contains("\"feedback\"") && !list.text().contains("\"correct\""));
        assert_eq!(list.json()["items"].as_array().unwrap().len(), module.practised().len(), "{}", module.competency);
    }
    for (edition, question, lesson) in all_practised(&service) {
        let (module, id) = (&edition.module.competency, &question.id);
        kinds.insert(question.body.kind());
        let drawn = as_in_a_lesson(&question);
        let path = format!("/modules/{module}/practiceQuestions/{id}/checks");
        let right = visitor.post(&path, drawn.veil(&right_answer(&question))).await.expect(200).json();
        assert_eq!(right["points"], 1.0, "{module} {id}");
        let wrong = visitor.post(&path, drawn.veil(&wrong_answer(&question))).await.expect(200).json();
        assert!(wrong["points"].as_f64().unwrap() < 1.0, "{module} {id}: {wrong}");
        assert_eq!(wrong["answer"], drawn.veil(&wrong_answer(&question)));
        let page = visitor.page(&answered(module, &question, &right_answer(&question))).await.expect(200).text();
        assert!(page.contains("outcome-right"), "{module} {id}");
        let back = format!("href=\"/modules/{module}/lessons/{lesson}#practice-{id}\"");
        assert!(page.contains(&back), "{module} {id}: the way back leads to where the lesson asks it");
    }
    assert_eq!(kinds.len(), 6, "the course practises every kind: {kinds:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_10_no_practice_door_knows_a_question_of_the_quiz() {
    let service = Service::start().await;
    let visitor = service.visitor();
    for module in &course().modules {
        for question in module.pool() {
            let code = &module.competency;
            visitor.page(&format!("/modules/{code}/practice/{}", question.id)).await.expect(404);
            let path = format!("/modules/{code}/practiceQuestions/{}/checks", question.id);
            let given = as_in_a_lesson(question).veil(&right_answer(question));
            assert_eq!(visitor.post(&path, given).await.expect(404).problem(), "resourceNotFound");
        }
    }
    visitor.get("/modules/nothing/practiceQuestions").await.expect(404);
    visitor.page("/modules/nothing/practice/any").await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_answer_is_told_on_the_page_and_by_rest() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let (module, question, _) = one(&service, "singleChoice");
    let address = format!("/modules/{module}/practice/{}", question.id);
    for query in ["?asked=1&lang=en&check=1", "?asked=1&option=nothing&lang=en&check=1"] {
        let page = visitor.page(&format!("{address}{query}")).await.expect(400).text();
        assert!(page.contains("<title>Error: ") && page.contains("error-summary"), "{page}");
        assert!(page.contains(&format!("href=\"#practice-{}-first\"", question.id)), "{page}");
        assert!(
            page.contains(&format!("id=\"practice-{}-first\"", question.id)) && !page.contains("outcome"),
            "{page}"
        );
    }
    let path = format!("/modules/{module}/practiceQuestions/{}/checks", question.id);
    for body in [json!({}), json!({"option": "nothing"}), json!({"number": 2})] {
        assert_eq!(visitor.post(&path, body).await.expect(400).problem(), "badRequest");
    }
    visitor.get(&format!("/modules/{module}/practiceQuestions?page=2")).await.expect(400);
    let (module, question, _) = one(&service, "matching");
    let (name, value) = entered(&as_in_a_lesson(&question), &right_answer(&question)).remove(0);
    let half = format!("/modules/{module}/practice/{}?asked=1&{name}={value}", question.id);
    let page = visitor.page(&half).await.expect(400).text();
    assert!(page.contains(&format!("<option value=\"{value}\" selected>")), "what was chosen stays: {page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_switch_of_languages_keeps_what_was_ticked_and_what_was_answered() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let (module, question, _) = one(&service, "singleChoice");
    let address = answered(&module, &question, &right_answer(&question));
    // The form's own switch sends what is ticked: nothing is marked yet.
    let ticked = visitor.page(&format!("{address}&lang=fr")).await.expect(200).text();
    assert!(ticked.contains(" checked>") && !ticked.contains("outcome"), "{ticked}");
    // The page of an answered question leads to the same answer in the other language.
    let told = visitor.page(&address).await.expect(200).text();
    let link = told.split("hreflang=\"de\"").next().unwrap().rsplit("href=\"").next().unwrap();
    let link = link.split('"').next().unwrap().replace("&#38;", "&");
    let told = visitor.page(&link).await.expect(200);
    assert_eq!(told.header("content-language"), "de");
    assert!(told.text().contains("outcome-right"), "{link}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lesson_is_the_same_for_everybody_and_can_be_kept() {
    let service = Service::start().await;
    service.learner().await;
    let (module, _, lesson) = one(&service, "singleChoice");
    let path = format!("/modules/{module}/lessons/{lesson}");
    let (one, other) = (service.visitor(), service.visitor());
    let first = one.page(&path).await.expect(200);
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with("W/\"") && first.header("set-cookie").is_empty(), "{tag}");
    assert_eq!(other.page(&path).await.expect(200).header("etag"), tag);
    let kept = other.http.get(format!("{}{path}", service.url)).header("if-none-match", tag);
    crate::harness::Client::send(kept).await.expect(304);
    let text = |html: &str| html.split("<article").nth(1).unwrap().split("</article>").next().unwrap().to_owned();
    sign_in_by_form(&other, Role::Learner).await;
    let signed_in = other.page(&path).await.expect(200);
    assert_eq!(text(&signed_in.text()), text(&first.text()), "nothing in a lesson's text is a person's");
    let of = |reply: crate::harness::Reply| reply.header("etag").to_owned();
    let learner = service.person(Role::Trainer).await;
    assert_eq!(of(learner.get(&format!("/modules/{module}")).await), of(one.get(&format!("/modules/{module}")).await));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_script_a_lesson_is_practised_on_pages_that_lead_back_to_it() {
    let service = Service::start().await;
    let browser = Browser::open_without_script(&service.url, 768, "en").await;
    for kind in ["singleChoice", "multipleChoice", "ordering", "matching", "numeric"] {
        let (module, question, lesson) = one(&service, kind);
        let form = format!("#practice-{} form", question.id);
        browser.go(&format!("/modules/{module}/lessons/{lesson}?lang=en")).await;
        fill_in(&browser, &form, &question, &wrong_answer(&question)).await;
        browser.click(&format!("{form} button")).await;
        let page = format!("/modules/{module}/practice/{}", question.id);
        browser.at("the practice page", |path| path.starts_with(&page)).await;
        let told = flat(&browser.text().await);
        assert!(browser.has(".outcome-wrong, .outcome-partly").await, "{kind}: {told}");
        if let Body::SingleChoice { options } = &question.body {
            for option in options {
                let why = flat(option.feedback.get(Language::En));
                assert!(told.contains(&why), "each choice says why: {why}\n{told}");
            }
        }
        browser.click("a[data-again]").await;
        browser.is_at(&page).await;
        fill_in(&browser, "main form", &question, &right_answer(&question)).await;
        browser.submit().await;
        browser.find(".outcome-right").await;
        browser.click("main a.button:not([data-again])").await;
        let back = format!("/modules/{module}/lessons/{lesson}");
        browser.at("the lesson", |path| path.starts_with(&back)).await;
        let anchor = browser.driver.current_url().await.unwrap().fragment().map(str::to_owned);
        assert_eq!(anchor, Some(format!("practice-{}", question.id)));
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_script_a_situation_is_walked_scene_by_scene() {
    let service = Service::start().await;
    let (module, question, lesson) = one(&service, "scenario");
    let Body::Scenario(scenario) = &question.body else { unreachable!() };
    let Answer::Choices(path) = wrong_answer(&question) else { unreachable!() };
    let browser = Browser::open_without_script(&service.url, 320, "en").await;
    browser.go(&format!("/modules/{module}/lessons/{lesson}?lang=en")).await;
    let mut form = format!("#practice-{} form", question.id);
    for (step, key) in path.iter().enumerate() {
        let taken = scenario.follow(&path[..=step]).unwrap().taken;
        let (_, choice) = taken.last().unwrap();
        browser.take_step(&form, key).await;
        browser.find(&format!("main .dialogue > :nth-child({})", step + 2)).await;
        let told = flat(&browser.text().await);
        assert!(told.contains(&flat(choice.feedback.get(Language::En))), "step {step} says why: {told}");
        let ended = step + 1 == path.len();
        assert_eq!(told.contains("Better:"), ended, "what would have been better is told at the end: {told}");
        assert_eq!(browser.has(".outcome details").await, ended);
        form = "main form".to_owned();
    }
    assert!(!browser.has("main form").await && browser.has(".outcome").await);
    // The best way is there for who asks for it: it may be tried again first.
    let best = Best::of(scenario).path();
    let why = flat(best.last().unwrap().1.feedback.get(Language::En));
    let told = flat(&browser.find(".outcome").await.text().await.unwrap());
    assert!(told.contains("The best way, from start to end") && !told.contains(&why), "{told}");
    browser.click(".outcome details summary").await;
    let told = flat(&browser.find(".outcome").await.text().await.unwrap());
    assert!(told.contains(&why) && told.contains("points in all: the full score."), "{told}");
    browser.close().await;
}

/// Fills in the form of a practised question on the screen.
pub async fn fill_in(browser: &Browser, form: &str, question: &Question, answer: &Answer) {
    for (name, value) in entered(&as_in_a_lesson(question), answer) {
        match answer {
            Answer::Order(_) | Answer::Pairs(_) => {
                browser.choose(&format!("{form} select[name='{name}']"), &value).await
            }
            Answer::Number(_) => browser.fill(&format!("{form} input[name=number]"), &value.replace('.', ",")).await,
            _ => browser.click(&format!("{form} input[name={name}][value='{value}']")).await,
        }
    }
}

#[test]
fn every_practice_question_is_laid_out_the_same_each_time_and_never_as_its_answer() {
    for module in &course().modules {
        for id in module.practised() {
            let question = module.question(id).unwrap();
            let drawn = as_in_a_lesson(question);
            assert_eq!(drawn, as_in_a_lesson(question));
            let shown: Value = drawn.shown(question, Language::Nl);
            assert!(!shown.to_string().contains("feedback"));
            if let Body::Ordering { items } = &question.body {
                assert_ne!(drawn.shown, items.iter().map(|item| item.key.clone()).collect::<Vec<_>>());
            }
        }
    }
}
