//! A situation that is handed in is looked back on: what was chosen, what would have been better, and the best way.

use crate::{
    access::sign_in_by_form,
    harness::{Client, Service, course, right_answer, wrong_answer},
};
use connectoo::{
    identity::Role,
    locale::Language,
    quizzes::{Body, Question, answers::Answer, best::Best, marking, scenario::Scenario},
};
use serde_json::{Value, json};

/// What a learner sees at both doors who answered nothing but the situation.
struct Result {
    browser: Client,
    page: String,
    rest: Value,
    question: Question,
}

impl Result {
    async fn of(path: impl Fn(&Question) -> Vec<String>) -> Self {
        let service = Service::start().await;
        let (api, browser) = (service.learner().await, service.visitor());
        sign_in_by_form(&browser, Role::Learner).await;
        let asked = api.start_with_each_kind(&service, "csam").await;
        let (page, question) = asked.into_iter().find(|(_, question)| question.body.kind() == "scenario").unwrap();
        let page = format!("/attempts/{}", page.split('/').nth(2).unwrap());
        let path = path(&question);
        for steps in 1..=path.len() {
            let answer = format!("{page}/answers/{}", question.id);
            api.put(&answer, json!({"choices": path[..steps]})).await.expect(200);
        }
        api.post(&format!("{page}/submission"), json!({})).await.expect(200);
        let result = api.get(&format!("{page}?lang=nl")).await.expect(200).json();
        let reviewed = result["questions"].as_array().unwrap().iter().find(|one| one["kind"] == "scenario").unwrap();
        Self { browser, page: format!("{page}/result"), rest: reviewed.clone(), question }
    }

    fn scenario(&self) -> &Scenario {
        let Body::Scenario(scenario) = &self.question.body else { unreachable!() };
        scenario
    }

    /// The part of the page that reviews the situation, as its reader sees it.
    async fn shown(&self, language: Language) -> String {
        let html = self.browser.page(&format!("{}?lang={language}", self.page)).await.expect(200).text();
        let title = self.question.text.get(language).replace('\'', "&#39;");
        let review = html.split("<li class=\"review").find(|review| review.contains(&title));
        review.unwrap_or_else(|| panic!("{html}")).replace("&#39;", "'").replace("&#34;", "\"").replace("&#38;", "&")
    }
}

fn keys(question: &Question, answer: fn(&Question) -> Answer) -> Vec<String> {
    let Answer::Choices(path) = answer(question) else { unreachable!() };
    path
}

/// That the texts stand in this order.
#[track_caller]
fn in_order<'a>(html: &str, texts: impl IntoIterator<Item = &'a str>) {
    let mut rest = html;
    for text in texts {
        let found = rest.find(text).unwrap_or_else(|| panic!("{text:?} is not there, or not in its place:\n{html}"));
        rest = &rest[found + text.len()..];
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_scene_that_was_walked_shows_the_choice_and_the_better_one_and_then_comes_the_best_way() {
    let result = Result::of(|question| keys(question, wrong_answer)).await;
    let scenario = result.scenario();
    let walked = scenario.follow(&keys(&result.question, wrong_answer)).unwrap();
    let best = Best::of(scenario);
    let parts = result.rest["parts"].as_array().unwrap();
    assert_eq!(parts.len(), walked.taken.len());
    let say = |text: &connectoo::locale::Localised| text.get(Language::Nl).to_owned();
    let mut shown = vec!["Zo deed jij het".to_owned()];
    for (part, (name, choice)) in parts.iter().zip(&walked.taken) {
        let scene = &scenario.scenes[*name];
        assert_eq!(part["scene"]["text"], json!(say(&scene.text)));
        assert_eq!(part["scene"].get("screen").is_some(), scene.screen.is_some());
        assert_eq!((&part["key"], &part["text"]), (&json!(choice.key), &json!(say(&choice.text))));
        assert_eq!((&part["feedback"], &part["points"]), (&json!(say(&choice.feedback)), &json!(choice.points)));
        shown.extend([say(&scene.text), say(&choice.text), say(&choice.feedback)]);
        let better = best.choice(name).filter(|better| better.points != choice.points);
        let Some(better) = better else {
            assert_eq!((part.get("better"), &part["verdict"]), (None, &json!("right")));
            continue;
        };
        let told = json!({"key": better.key, "text": say(&better.text), "feedback": say(&better.feedback), "points": better.points});
        assert_eq!((&part["better"], &part["verdict"]), (&told, &json!("wrong")));
        shown.extend(["Beter:".to_owned(), say(&better.text), say(&better.feedback)]);
    }
    assert_eq!(
        (&result.rest["lastScene"]["text"], &result.rest["lastScene"]["isEnd"]),
        (&json!(say(&scenario.scenes[walked.scene].text)), &json!(true))
    );
    shown.extend([say(&scenario.scenes[walked.scene].text), "De beste weg, van begin tot eind".to_owned()]);
    let steps = result.rest["bestPath"].as_array().unwrap();
    for (step, (name, choice)) in steps.iter().zip(best.path()) {
        let scene = &scenario.scenes[name];
        assert_eq!(step["scene"]["text"], json!(say(&scene.text)));
        assert_eq!(step["choice"]["key"], json!(choice.key));
        shown.extend([say(&scene.text), say(&choice.text), say(&choice.feedback)]);
    }
    let last = steps.last().unwrap();
    assert_eq!((last.get("choice"), &last["scene"]["isEnd"]), (None, &json!(true)));
    let points: u64 = steps.iter().filter_map(|step| step["choice"]["points"].as_u64()).sum();
    assert_eq!(points, u64::from(scenario.max_points));
    shown.push(format!("Samen {points} punten: de volle score."));
    in_order(&result.shown(Language::Nl).await, shown.iter().map(String::as_str));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_situation_without_an_answer_shows_the_best_way_alone_in_every_language() {
    let result = Result::of(|_| Vec::new()).await;
    assert_eq!((&result.rest["parts"], result.rest.get("lastScene")), (&json!([]), None));
    let best = Best::of(result.scenario()).path();
    assert_eq!(result.rest["bestPath"].as_array().unwrap().len(), best.len() + 1);
    for (language, unanswered, heading, screen) in [
        (Language::Nl, "Je hebt deze situatie niet beantwoord.", "De beste weg, van begin tot eind", "Op het scherm:"),
        (
            Language::Fr,
            "Vous n’avez pas répondu à cette situation.",
            "Le meilleur chemin, du début à la fin",
            "À l’écran\u{a0}:",
        ),
        (
            Language::De,
            "Sie haben diese Situation nicht beantwortet.",
            "Der beste Weg, vom Anfang bis zum Ende",
            "Auf dem Bildschirm:",
        ),
        (Language::En, "You did not answer this situation.", "The best way, from start to end", "On the screen:"),
    ] {
        let html = result.shown(language).await;
        let heading = format!("<h4>{heading}</h4>");
        let said = best.iter().flat_map(|(_, choice)| [choice.text.get(language), choice.feedback.get(language)]);
        in_order(&html, [unanswered, &heading].into_iter().chain(said));
        assert_eq!(html.matches("<h4>").count(), 1, "{html}");
        // What the first screen showed is there to look at, with the best place on it marked, and nothing to press.
        in_order(&html, [screen, "class=\"screen-bar\"", "screen-clicked", best[1].1.text.get(language)]);
        assert!(!html.contains("<button") && !html.contains("<input"), "{html}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_situation_that_was_left_says_so_and_one_walked_best_needs_no_best_way() {
    let left = Result::of(|question| keys(question, wrong_answer)[..2].to_vec()).await;
    assert_eq!((left.rest["parts"].as_array().unwrap().len(), &left.rest["lastScene"]["isEnd"]), (2, &json!(false)));
    in_order(&left.shown(Language::En).await, ["What you did", "You stopped here.", "The best way"]);

    let full = Result::of(|question| keys(question, right_answer)).await;
    assert_eq!((&full.rest["points"], full.rest.get("bestPath")), (&json!(1.0), None));
    let parts = full.rest["parts"].as_array().unwrap();
    assert!(parts.iter().all(|part| part["verdict"] == "right" && part.get("better").is_none()), "{parts:#?}");
    let html = full.shown(Language::En).await;
    in_order(&html, ["What you did", "Well chosen."]);
    assert!(!html.contains("Better:") && !html.contains("The best way"), "{html}");
}

#[test]
fn the_best_way_of_every_situation_of_the_course_earns_all_points() {
    let mut seen = 0;
    for question in course().modules.iter().flat_map(|module| &module.questions) {
        let Body::Scenario(scenario) = &question.body else { continue };
        let path = Best::of(scenario).path();
        let keys = path.iter().map(|(_, choice)| choice.key.clone()).collect();
        assert_eq!(marking::mark(question, Some(&Answer::Choices(keys))), 1.0, "{}", question.id);
        for (scene, best) in path {
            // An author who writes that a choice is good gives it points.
            assert!(best.points > 0, "{}.{scene}", question.id);
        }
        seen += 1;
    }
    assert!(seen >= 50, "{seen}");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_an_option_is_called_not_chosen_and_what_else_is_open_not_answered() {
    let service = Service::start().await;
    let (api, browser) = (service.learner().await, service.visitor());
    sign_in_by_form(&browser, Role::Learner).await;
    let asked = api.start_with_each_kind(&service, "csam").await;
    let attempt = format!("/attempts/{}", asked[0].0.split('/').nth(2).unwrap());
    api.post(&format!("{attempt}/submission"), json!({})).await.expect(200);
    let html = browser.page(&format!("{attempt}/result?lang=en")).await.expect(200).text();
    for (_, question) in &asked {
        let title = question.text.get(Language::En).replace('\'', "&#39;");
        let review = html.split("<li class=\"review").find(|review| review.contains(&title)).unwrap();
        let (is_option, is_open) = match question.body.kind() {
            "singleChoice" | "multipleChoice" => (true, false),
            "scenario" => (false, false),
            _ => (false, true),
        };
        let told = ["Not chosen, was right", "Not answered"].map(|words| review.contains(words));
        assert_eq!(told, [is_option, is_open], "{review}");
    }
}
