//! Missed questions come back over days, by pages and by REST, and never count.

use super::on_its_page::{answered, one};
use crate::{
    access::sign_in_by_form,
    browser::Browser,
    harness::{Client, PASSWORD, Service, course, entered, right_answer, wrong_answer},
};
use connectoo::{
    identity::Role,
    ids::AccountId,
    modules::{course::Course, import},
    practice::{deck, round::Round, store},
    quizzes::{
        Body, drawing,
        practice::{Answered, as_in_a_lesson},
    },
};
use diesel_async::RunQueryDsl;
use serde_json::{Value, json};

/// A learner who has failed the quiz about CSAM, in full.
pub async fn failed(service: &Service) -> Client {
    let learner = service.learner().await;
    let attempt = learner.start("csam").await;
    learner.answer_all(service, &attempt, false).await;
    learner.submit(&attempt).await.expect(200);
    learner
}

/// Begins a round of somebody who has missed questions, and answers the first one wrong.
pub async fn begin_a_round(service: &Service, learner: AccountId) {
    let db = &mut service.db().await;
    let deck = deck::deck(&service.app, db, learner).await.unwrap();
    let round = Round::of(&deck, service.app.clock.now());
    store::begin(db, learner, &round).await.unwrap();
    let one = deck::find(&deck, &round.cards.0[0]).unwrap();
    let given = Answered { given: Value::Null, answer: wrong_answer(one.question()), points: 0.0 };
    deck::answer(&service.app, db, learner, &one.card, given).await.unwrap();
}

fn days(service: &Service, days: i64) {
    service.app.clock.shift(chrono::Duration::days(days));
}

/// The cards, as REST gives them to somebody who signs in anew: sessions end while days go by.
async fn cards(learner: &mut Client, status: &str) -> Vec<Value> {
    learner.sign_in("learner@example.be", PASSWORD).await;
    learner.get(&format!("/me/practiceCards?status={status}")).await.expect(200).json()["items"]
        .as_array()
        .unwrap()
        .clone()
}

/// Answers a card by REST.
async fn answer(service: &Service, learner: &Client, card: &Value, right: bool) -> Value {
    let (id, module) = (card["question"]["id"].as_str().unwrap(), card["module"].as_str().unwrap());
    let edition = service.app.course.taught().editions[module].clone();
    let question = edition.question(id).unwrap();
    let given = if right { right_answer(question) } else { wrong_answer(question) };
    let path = format!("/me/practiceCards/{module}/{id}/answers");
    learner.post(&path, as_in_a_lesson(question).veil(&given)).await.expect(200).json()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missed_question_comes_back_after_1_3_7_14_and_30_days_and_then_rests() {
    let service = Service::start().await;
    let mut learner = failed(&service).await;
    assert_eq!(cards(&mut learner, "due").await.len(), 0, "not on the day on which it was explained");
    let waiting = cards(&mut learner, "waiting").await;
    let all = waiting.len();
    assert!(all >= 10 && waiting.iter().all(|card| card["box"] == 1), "every question of the quiz was missed");
    assert!(!waiting.iter().any(|card| card.to_string().contains("feedback")), "no key before the answer");
    let first = waiting[0]["question"]["id"].clone();
    for (place, wait) in (1..).zip([1, 3, 7, 14, 30]) {
        days(&service, wait - 1);
        let early = cards(&mut learner, "due").await;
        assert!(!early.iter().any(|card| card["question"]["id"] == first), "not before its day");
        days(&service, 1);
        let due = cards(&mut learner, "due").await;
        let card = due.iter().find(|card| card["question"]["id"] == first).unwrap();
        assert_eq!(card["box"], place);
        let told = answer(&service, &learner, card, true).await;
        assert_eq!(told["review"]["points"], 1.0);
        assert_eq!(answer(&service, &learner, card, true).await["due"], told["due"], "sent twice it counts once");
        if place == 5 {
            assert!(told.get("due").is_none() && told.get("box").is_none(), "{told}");
            break;
        }
        assert_eq!(told["box"], place + 1);
    }
    assert_eq!(cards(&mut learner, "resting").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_answer_comes_back_tomorrow_and_practice_counts_nowhere() {
    let service = Service::start().await;
    let mut learner = failed(&service).await;
    let before = learner.get("/me/attempts").await.json();
    days(&service, 1);
    let card = cards(&mut learner, "due").await.remove(0);
    let moved = answer(&service, &learner, &card, true).await;
    days(&service, 3);
    cards(&mut learner, "due").await;
    let back = answer(&service, &learner, &card, false).await;
    assert_eq!((&moved["box"], &back["box"]), (&json!(2), &json!(1)));
    assert_eq!(learner.get("/me/attempts").await.json(), before);
    let progress = learner.get("/me/progress").await.json();
    assert_eq!(progress["items"][0]["proven"], 0, "{progress}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_is_put_away_and_brought_back_and_another_learner_has_none_of_it() {
    let service = Service::start().await;
    let mut learner = failed(&service).await;
    let card = cards(&mut learner, "waiting").await.remove(0);
    let path = format!("/me/practiceCards/csam/{}", card["question"]["id"].as_str().unwrap());
    let stranger = service.named(Role::Learner, "stranger", "An Vreemd").await;
    stranger.delete(&path).await.expect(404);
    stranger.put(&path, json!({})).await.expect(404);
    stranger.post(&format!("{path}/answers"), json!({"option": "any"})).await.expect(404);
    assert_eq!(stranger.get("/me/practiceCards?status=waiting").await.json()["items"], json!([]));
    stranger.get("/me/practiceCards?status=all").await.expect(400);
    for _ in 0..2 {
        learner.delete(&path).await.expect(204);
    }
    assert_eq!(cards(&mut learner, "resting").await.len(), 1);
    learner.post(&format!("{path}/answers"), json!({"option": "any"})).await.expect(404);
    learner.put(&path, json!({})).await.expect(204);
    assert_eq!(cards(&mut learner, "resting").await.len(), 0);
    learner.post(&format!("{path}/answers"), json!({})).await.expect(400);
    // A question of a lesson may come back too.
    let (module, question, _) = super::on_its_page::one(&service, "numeric");
    stranger.put(&format!("/me/practiceCards/{module}/{}", question.id), json!({})).await.expect(204);
    assert_eq!(stranger.get("/me/practiceCards?status=waiting").await.json()["items"].as_array().unwrap().len(), 1);
}

/// Publishes the module about CSAM with another key to each question, and teaches it.
async fn teach_with_other_keys(service: &Service) {
    let mut modules = course().modules.clone();
    let csam = modules.iter_mut().find(|module| module.competency == "csam").unwrap();
    for question in &mut csam.questions {
        if let Body::SingleChoice { options } = &mut question.body {
            options.iter_mut().for_each(|option| option.correct = !option.correct);
        }
    }
    let curriculum = course().curriculum.clone();
    let anew = Course { curriculum, glossary: course().glossary.clone(), modules, ..Course::default() };
    import::import(&mut service.db().await, &anew, service.app.clock.now()).await.unwrap();
    connectoo::modules::store::load(&mut service.db().await, &service.app.course).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_10_no_card_tells_the_key_to_what_an_open_attempt_asks() {
    let service = Service::start().await;
    let mut learner = failed(&service).await;
    teach_with_other_keys(&service).await;
    days(&service, 1);
    let all = cards(&mut learner, "due").await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    browser.form("/practice", "/practice/round", &[]).await.expect(303);
    let attempt = learner.start("csam").await;
    // The pool holds enough for another draw: so that it asks what was missed, the same questions are drawn once more.
    let ids: Vec<&str> = all.iter().map(|card| card["question"]["id"].as_str().unwrap()).collect();
    let drawn: Vec<Value> = ids.iter().map(|id| json!({ "question": id })).collect();
    let set = diesel::sql_query("UPDATE attempts SET drawn = $1 WHERE id = $2")
        .bind::<diesel::sql_types::Jsonb, _>(json!(drawn))
        .bind::<diesel::sql_types::Uuid, _>(attempt["id"].as_str().unwrap().parse::<uuid::Uuid>().unwrap());
    assert_eq!(set.execute(&mut service.db().await).await.unwrap(), 1);

    for status in ["due", "waiting", "resting"] {
        assert_eq!(cards(&mut learner, status).await, Vec::<Value>::new(), "{status}");
    }
    for card in &all {
        let (id, edition) = (card["question"]["id"].as_str().unwrap(), &service.app.course.taught().editions["csam"]);
        let question = edition.question(id).unwrap();
        let given = as_in_a_lesson(question).veil(&right_answer(question));
        learner.post(&format!("/me/practiceCards/csam/{id}/answers"), given).await.expect(404);
    }
    for place in 1..=10 {
        let turn = browser.page(&format!("/practice/round/{place}")).await.expect(303);
        assert_eq!(turn.header("location"), "/practice/round", "gone while the quiz is open");
        let fields = [("option", "any")];
        let sent = browser.form("/practice", &format!("/practice/round/{place}"), &fields).await.expect(303);
        assert_eq!(sent.header("location"), format!("/practice/round/{place}"));
    }
    let round = browser.page("/practice/round?lang=en").await.expect(200).text();
    assert!(round.contains("No question of this round is left.") && !round.contains("class=\"score\""), "{round}");
    let overview = browser.page("/practice").await.expect(200).text();
    assert!(ids.iter().all(|id| !overview.contains(&format!("/practice/csam/{id}"))), "{overview}");

    // Once it is handed in they come back as they were marked.
    learner.submit(&attempt).await.expect(200);
    assert!(!cards(&mut learner, "waiting").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_quiz_says_anew_what_comes_back() {
    let service = Service::start().await;
    let mut learner = failed(&service).await;
    let before = cards(&mut learner, "waiting").await;
    days(&service, 1);
    learner.sign_in("learner@example.be", PASSWORD).await;
    let result = learner.pass(&service, "csam").await;
    let right: Vec<&Value> = result["questions"].as_array().unwrap().iter().map(|question| &question["id"]).collect();
    let after = cards(&mut learner, "due").await;
    assert!(after.iter().all(|card| !right.contains(&&card["question"]["id"])), "what is right now does not come back");
    assert!(after.len() <= before.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_is_led_by_pages_without_script_and_ends_with_the_next_day() {
    let service = Service::start().await;
    let learner = failed(&service).await;
    let account = learner.account.unwrap();
    let browser = Browser::open_without_script(&service.url, 320, "en").await;
    browser.sign_in("learner@example.be", PASSWORD).await;
    browser.go("/practice?lang=en").await;
    assert!(browser.text().await.contains("You have nothing to repeat today."));
    browser.driver.delete_all_cookies().await.unwrap();
    days(&service, 1);
    browser.sign_in("learner@example.be", PASSWORD).await;
    browser.at("my learning", |path| path.starts_with("/learning")).await;
    browser.go("/practice?lang=en").await;
    browser.submit().await;
    browser.is_at("/practice/round/1").await;
    let db = &mut service.db().await;
    let round = store::round(db, account).await.unwrap().unwrap();
    assert_eq!(round.cards.0.len(), 10);
    for place in 1..=round.cards.0.len() {
        browser.is_at(&format!("/practice/round/{place}")).await;
        let deck = deck::deck(&service.app, db, account).await.unwrap();
        let one = deck::find(&deck, &round.cards.0[place - 1]).unwrap();
        let drawn = drawing::alone(one.question(), round.seed(place));
        let answer = if place == 1 { wrong_answer(one.question()) } else { right_answer(one.question()) };
        match &answer {
            connectoo::quizzes::answers::Answer::Choices(path) => {
                for (step, key) in path.iter().enumerate() {
                    browser.find(&format!("main .dialogue > :nth-child({})", step + 1)).await;
                    browser.take_step("main form", key).await;
                }
            }
            _ => {
                for (name, value) in entered(&drawn, &answer) {
                    if name.starts_with("place-") || name.starts_with("pair-") {
                        browser.choose(&format!("main select[name='{name}']"), &value).await;
                    } else if name == "number" {
                        browser.fill("main input[name=number]", &value).await;
                    } else {
                        browser.click(&format!("main input[name={name}][value='{value}']")).await;
                    }
                }
                browser.submit().await;
            }
        }
        browser.find(if place == 1 { ".outcome-wrong, .outcome-partly" } else { ".outcome-right" }).await;
        browser.click("main .buttons a.button").await;
    }
    browser.is_at("/practice/round").await;
    let told = browser.text().await;
    assert!(told.contains("9 of 10 right"), "{told}");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_tells_what_is_no_answer_counts_a_second_one_not_and_keeps_to_its_learner() {
    let service = Service::start().await;
    failed(&service).await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    assert_eq!(browser.page("/practice/round/1").await.expect(303).header("location"), "/practice");
    // Nothing is due: those that come next are practised ahead.
    let begun = browser.form("/practice", "/practice/round", &[]).await.expect(303);
    assert_eq!(begun.header("location"), "/practice/round/1");
    assert_eq!(browser.form("/practice", "/practice/round", &[]).await.header("location"), "/practice/round/1");
    let page = browser.form("/practice/round/1?lang=en", "/practice/round/1", &[]).await.expect(400).text();
    assert!(page.contains("error-summary") && page.contains("<title>Error: "), "{page}");
    browser.page("/practice/round/11").await.expect(404);
    let overview = browser.page("/practice?lang=en").await.text();
    assert!(overview.contains("You have begun a round") && !overview.contains("nothing to repeat today"), "{overview}");
    for (language, none_yet) in [
        ("nl", "Je hebt in deze ronde nog geen vraag beantwoord."),
        ("fr", "Vous n’avez encore répondu à aucune question de cette série."),
        ("de", "Sie haben in dieser Runde noch keine Frage beantwortet."),
        ("en", "You have not answered a question in this round yet."),
    ] {
        let so_far = browser.page(&format!("/practice/round?lang={language}")).await.text();
        assert!(so_far.contains(none_yet) && !so_far.contains("class=\"score\""), "{so_far}");
    }
    let so_far = browser.page("/practice/round?lang=en").await.text();
    assert!(so_far.contains("Go on with your round") && !so_far.contains("nothing to repeat today"), "{so_far}");
    let address = overview.split("action=\"/practice/csam/").nth(1).unwrap().split('"').next().unwrap();
    browser.form("/practice", &format!("/practice/csam/{address}"), &[]).await.expect(303);
    assert!(browser.page("/practice?lang=en").await.text().contains("Questions that rest (1)"));
    let stranger = service.named(Role::Trainer, "trainer", "An").await;
    drop(stranger);
    let other = service.visitor();
    sign_in_by_form(&other, Role::Trainer).await;
    let empty = other.page("/practice?lang=en").await.expect(200).text();
    assert!(empty.contains("You have nothing to repeat.") && !empty.contains("Start a round"), "{empty}");
    assert_eq!(other.form("/practice", "/practice/csam/any", &[]).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_a_lesson_asks_comes_back_to_whoever_wants_it() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let (module, question, _) = one(&service, "singleChoice");
    let address = answered(&module, &question, &wrong_answer(&question));
    let offered = "name=\"repeat\"";
    let visitor = service.visitor();
    assert!(!visitor.page(&address).await.expect(200).text().contains(offered), "nobody is there to come back to");
    sign_in_by_form(&visitor, Role::Learner).await;
    assert!(visitor.page(&address).await.expect(200).text().contains(offered));
    let fields = [("repeat", "yes"), ("then", &*format!("{address}&kept=1"))];
    let reply = visitor.form(&address, &format!("/practice/{module}/{}", question.id), &fields).await.expect(303);
    let told = visitor.page(reply.header("location")).await.expect(200).text();
    assert!(told.contains("href=\"/practice\"") && !told.contains(offered), "{told}");
    let cards = learner.get("/me/practiceCards?status=waiting").await.expect(200).json();
    let waiting: Vec<&str> =
        cards["items"].as_array().unwrap().iter().map(|card| card["question"]["id"].as_str().unwrap()).collect();
    assert_eq!(waiting, [question.id.as_str()]);
}
