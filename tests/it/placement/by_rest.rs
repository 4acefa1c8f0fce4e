//! The placement test by REST.

use super::{Say, body, finish, id_of, number_of, say, send};
use crate::harness::{Client, PASSWORD, Service, basic_modules, course};
use connectoo::{identity::Role, modules::import, quizzes::QuestionId};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Where a learner stands in the basic level.
async fn basic(learner: &Client) -> Value {
    learner.get("/me/progress").await.expect(200).json()["items"][0].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_knows_a_subject_may_skip_its_lessons_and_still_takes_its_quiz() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let begun = learner.begin_placement("basic", &["digital-inclusion"]).await;
    assert_eq!((begun["status"].as_str(), number_of(&begun)), (Some("open"), 1));
    let done = finish(&service, &learner, begun, |_| Say::Right).await;
    let subject = &done["subjects"][0];
    assert_eq!((subject["verdict"].as_str(), subject["reason"].as_str()), (Some("proven"), Some("clear")));
    let trace = done["trace"].as_array().unwrap();
    assert_eq!(subject["asked"], json!(trace.len()));
    assert!((3..=6).contains(&trace.len()), "it stops as soon as it is clear: {done:#}");
    let rises =
        |name: &str| trace.windows(2).all(|two| two[0][name].as_f64().unwrap() < two[1][name].as_f64().unwrap());
    assert!(rises("ability") && rises("evidence") && rises("expectedShare"), "{trace:#?}");
    assert!(trace.iter().all(|step| step["right"] == true && step["standardError"].as_f64().unwrap() < 1.5));

    let standing = basic(&learner).await;
    assert_eq!((&standing["proven"], &standing["competencies"][0]["status"]), (&json!(0), &json!("notStarted")));
    assert_eq!(standing["competencies"][0]["lessonsMayBeSkipped"], true);
    assert!(standing["competencies"][1].get("lessonsMayBeSkipped").is_none());
    assert_eq!((&standing["next"]["step"], &standing["next"]["module"]), (&json!("quiz"), &json!("digital-inclusion")));
    assert_eq!(learner.get("/me/brevets").await.json()["items"], json!([]));

    // A quiz that was not passed says otherwise: the lessons come first again.
    let attempt = learner.start("digital-inclusion").await;
    learner.answer_all(&service, &attempt, false).await;
    learner.submit(&attempt).await.expect(200);
    let standing = basic(&learner).await;
    assert_eq!(standing["next"]["step"], "lesson");
    assert!(standing["competencies"][0].get("lessonsMayBeSkipped").is_none());
    learner.pass(&service, "digital-inclusion").await;
    let standing = basic(&learner).await;
    assert_eq!((&standing["proven"], &standing["next"]["module"]), (&json!(1), &json!("typical-problems")));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_says_twice_not_to_know_goes_on_to_the_next_subject_and_loses_nothing() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let mut placement = learner.begin_placement("basic", &["csam", "ebox"]).await;
    for _ in 0..2 {
        assert_eq!(placement["question"]["competency"], "csam");
        placement = say(&service, &learner, &placement, Say::Unknown).await;
    }
    assert_eq!(placement["question"]["competency"], "ebox");
    let csam = &placement["subjects"][0];
    assert_eq!((&csam["verdict"], &csam["reason"], &csam["asked"]), (&json!("toLearn"), &json!("clear"), &json!(2)));
    let done = finish(&service, &learner, placement, |_| Say::Unknown).await;
    assert!(done["trace"].as_array().unwrap().iter().all(|step| step["answer"] == json!({"unknown": true})));
    let standing = basic(&learner).await;
    assert_eq!((&standing["proven"], &standing["next"]["step"]), (&json!(0), &json!("lesson")));
    assert!(!standing.to_string().contains("lessonsMayBeSkipped"));
    assert_eq!(learner.get("/me/attempts").await.json()["items"], json!([]), "it is no attempt");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stays_unclear_is_partly_known_after_eight_questions() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let begun = learner.begin_placement("basic", &["csam"]).await;
    // Wrong, right, right, wrong, right, right …: never clear either way.
    let how = |number: u64| if number % 3 == 2 { Say::Wrong } else { Say::Right };
    let done = finish(&service, &learner, begun, how).await;
    let subject = &done["subjects"][0];
    assert_eq!(
        (&subject["verdict"], &subject["reason"], &subject["asked"]),
        (&json!("partly"), &json!("limit"), &json!(8))
    );
    assert!(basic(&learner).await["competencies"][4].get("lessonsMayBeSkipped").is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_quiz_asks_nothing_that_the_placement_asked() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let begun = learner.post("/levels/basic/placements", json!({})).await.expect(201).json();
    assert_eq!(begun["subjects"].as_array().unwrap().len(), basic_modules().len(), "about all of the level");
    let done = finish(&service, &learner, begun, |number| if number % 3 == 2 { Say::Wrong } else { Say::Right }).await;
    let bound = service.placed(&learner, id_of(&done)).await;
    for module in basic_modules() {
        let asked: BTreeSet<QuestionId> =
            bound.placement.steps_of(module).map(|step| step.drawn.question.clone()).collect();
        assert!(asked.len() >= 2, "{module}");
        let attempt = learner.start(module).await;
        let (attempt, _) = service.bound(learner.account.unwrap(), id_of(&attempt)).await;
        let drawn: BTreeSet<QuestionId> = attempt.draw.0.iter().map(|drawn| drawn.question.clone()).collect();
        assert_eq!(asked.intersection(&drawn).count(), 0, "{module}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_is_none_is_refused_and_changes_nothing() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let open = learner.begin_placement("basic", &["csam"]).await;
    let id = id_of(&open);
    let kind = open["question"]["question"]["kind"].as_str().unwrap();
    let foreign = match kind {
        "singleChoice" => json!({"option": "never-offered"}),
        "multipleChoice" => json!({"options": ["never-offered"]}),
        "ordering" => json!({"order": ["item1", "item1"]}),
        "matching" => json!({"pairs": {"left1": "right99"}}),
        _ => json!({"number": "many"}),
    };
    for wrong in [
        json!({}),
        foreign,
        json!({"unknown": false}),
        json!({"unknown": "yes"}),
        json!({"unknown": true, "option": "any"}),
        json!({"answer": 1, "other": 2}),
    ] {
        let refused = send(&learner, &open, wrong.clone()).await.expect(400);
        assert_eq!(refused.problem(), "badRequest", "{wrong}");
        assert!(!refused.json()["issues"].as_array().unwrap().is_empty(), "{wrong}");
    }
    let two = send(&learner, &open, json!({"unknown": true, "one": 1, "two": 2})).await.json();
    assert_eq!(two["issues"].as_array().unwrap().len(), 2, "all complaints at once");
    learner.put(&format!("/placements/{id}/answers/2"), json!({"unknown": true})).await.expect(404);
    learner.put(&format!("/placements/{id}/answers/0"), json!({"unknown": true})).await.expect(404);
    let big = json!({"option": "x".repeat(10_000_000)});
    assert_eq!(send(&learner, &open, big).await.expect(413).problem(), "payloadTooLarge");
    assert_eq!(learner.get(&format!("/placements/{id}")).await.expect(200).json(), open);
}

#[tokio::test(flavor = "multi_thread")]
async fn half_an_ordering_or_a_matching_is_no_answer() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let mut placement = learner.post("/levels/basic/placements", json!({})).await.expect(201).json();
    let mut seen = BTreeSet::new();
    // Never clear either way, so that as many are asked as can be: of eight in twelve modules some are of these kinds.
    while seen.len() < 2 {
        let half = match placement["question"]["question"]["kind"].as_str().unwrap() {
            "ordering" => Some(("order", json!({"order": ["item1"]}))),
            "matching" => Some(("pairs", json!({"pairs": {"left1": "right1"}}))),
            _ => None,
        };
        if let Some((property, half)) = half {
            let refused = send(&learner, &placement, half).await.expect(400).json();
            assert_eq!(refused["issues"][0]["name"], property);
            seen.insert(property);
        }
        let how = if number_of(&placement) % 3 == 2 { Say::Wrong } else { Say::Right };
        placement = say(&service, &learner, &placement, how).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_answer_twice_counts_once_and_another_comes_too_late() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let open = learner.begin_placement("basic", &["csam"]).await;
    let (right, wrong) =
        (body(&service, &learner, &open, Say::Right).await, body(&service, &learner, &open, Say::Wrong).await);
    let next = send(&learner, &open, right.clone()).await.expect(200).json();
    assert_eq!(number_of(&next), 2);
    assert_eq!(send(&learner, &open, right).await.expect(200).json(), next, "sent twice it counts once");
    for late in [wrong, json!({"unknown": true})] {
        assert_eq!(send(&learner, &open, late).await.expect(409).problem(), "alreadyAnswered");
    }
    let ended = learner.post(&format!("/placements/{}/completion", id_of(&open)), json!({})).await.expect(200).json();
    assert_eq!((&ended["status"], &ended["answered"]), (&json!("finished"), &json!(1)));
    assert!(ended["subjects"][0].get("verdict").is_none(), "of what is not clear nothing is said");
    let again = learner.post(&format!("/placements/{}/completion", id_of(&open)), json!({})).await.expect(200).json();
    assert_eq!(again, ended, "ended twice it is ended once");
    assert_eq!(send(&learner, &next, json!({"unknown": true})).await.expect(409).problem(), "alreadyAnswered");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_devices_that_answer_at_once_exactly_one_counts() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let mut open = learner.begin_placement("basic", &["csam", "ebox", "explain"]).await;
    for _ in 0..5 {
        let (one, other) =
            (body(&service, &learner, &open, Say::Right).await, body(&service, &learner, &open, Say::Unknown).await);
        let (one, other) = tokio::join!(send(&learner, &open, one), send(&learner, &open, other));
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409]);
        let now = learner.get(&format!("/placements/{}", id_of(&open))).await.expect(200).json();
        assert_eq!(number_of(&now), number_of(&open) + 1);
        open = now;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_starts_at_once_begin_one_and_what_cannot_be_asked_is_told() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let begin = || learner.post("/levels/basic/placements", json!({"competencies": ["csam"]}));
    let begun = futures_util::future::join_all((0..6).map(|_| begin())).await;
    let ids: BTreeSet<String> = begun.iter().map(|reply| id_of(&reply.json()).to_owned()).collect();
    assert_eq!((ids.len(), begun.iter().filter(|reply| reply.status == 201).count()), (1, 1));
    let wrong = json!({"competencies": ["csam", "cooking"]});
    learner.post("/levels/basic/placements", wrong).await.expect(400); // though one is open

    let stranger = service.named(Role::Learner, "stranger", "An Vreemd").await;
    let path = |level: &str| format!("/levels/{level}/placements");
    assert_eq!(stranger.post(&path("expert"), json!({})).await.expect(409).problem(), "levelLocked");
    stranger.post(&path("middle"), json!({})).await.expect(404);
    for (wrong, issues) in [
        (json!({"competencies": []}), 1),
        (json!({"competencies": "csam"}), 1),
        (json!({"competencies": ["csam", "cooking", "step-by-step"]}), 2),
        (json!({"competencies": [], "language": "es", "more": 1}), 2),
    ] {
        let refused = stranger.post(&path("basic"), wrong.clone()).await.expect(400).json();
        assert_eq!(refused["issues"].as_array().unwrap().len(), issues, "{wrong}: {refused:#}");
    }
    assert_eq!(stranger.get("/me/placements").await.expect(200).json(), json!({"items": [], "declined": []}));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_proven_is_not_asked_and_when_all_is_there_is_nothing_to_ask() {
    let service = Service::start().await;
    let learner = service.learner().await;
    learner.pass_all_but(&service, &["ebox"]).await;
    let path = "/levels/basic/placements";
    learner.post(path, json!({"competencies": ["csam"]})).await.expect(400);
    let begun = learner.post(path, json!({})).await.expect(201).json();
    assert_eq!((&begun["subjects"][0]["competency"], begun["subjects"].as_array().unwrap().len()), (&json!("ebox"), 1));
    finish(&service, &learner, begun, |_| Say::Right).await;
    learner.pass(&service, "ebox").await;
    assert_eq!(learner.post(path, json!({})).await.expect(409).problem(), "nothingToAsk");
    let expert = learner.post("/levels/expert/placements", json!({})).await.expect(201).json();
    assert_eq!(expert["subjects"].as_array().unwrap().len(), 3, "those that a quiz proves");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_elses_placement_is_not_found() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let open = learner.begin_placement("basic", &["csam"]).await;
    let stranger = service.named(Role::Administrator, "stranger", "An Vreemd").await;
    let path = format!("/placements/{}", id_of(&open));
    stranger.get(&path).await.expect(404);
    stranger.put(&format!("{path}/answers/1"), json!({"unknown": true})).await.expect(404);
    stranger.post(&format!("{path}/completion"), json!({})).await.expect(404);
    stranger.get("/placements/none").await.expect(404);
    assert_eq!(learner.get(&path).await.expect(200).json(), open);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_goes_on_in_another_process_and_in_its_edition_when_the_course_is_published_anew() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let open = learner.begin_placement("basic", &["csam"]).await;
    let open = say(&service, &learner, &open, Say::Right).await;
    let mut edited = crate::promises::promise_5_an_edit_never_changes_progress::edited();
    edited.modules.iter_mut().flat_map(|module| &mut module.questions).for_each(|question| question.difficulty = 1);
    import::import(&mut service.db().await, &edited, service.app.clock.now()).await.unwrap();
    connectoo::modules::store::load(&mut service.db().await, &service.app.course).await.unwrap();

    let other = Service::on(service.app.database_url.clone()).await;
    let mut elsewhere = other.visitor();
    elsewhere.account = learner.account;
    elsewhere.sign_in("learner@example.be", PASSWORD).await;
    let path = format!("/placements/{}", id_of(&open));
    assert_eq!(elsewhere.get(&path).await.expect(200).json(), open, "it does not move");
    let done = finish(&other, &elsewhere, open, |_| Say::Right).await;
    assert!(!done.to_string().contains("(nieuw)"), "{done:#}");
    let csam = course().modules.iter().find(|module| module.competency == "csam").unwrap();
    for step in done["trace"].as_array().unwrap() {
        let asked = csam.question(step["question"]["id"].as_str().unwrap()).unwrap();
        assert_eq!(step["difficulty"], json!(asked.logits()), "as it was when it began");
    }
    let next = elsewhere.begin_placement("basic", &["csam"]).await;
    assert!(
        next["question"]["question"]["text"].as_str().unwrap().ends_with("(nieuw)"),
        "a new one is in the new edition"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn begun_again_it_asks_others_and_the_newest_answer_about_a_competency_holds() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let begun = learner.begin_placement("basic", &["csam", "ebox"]).await;
    let first = finish(&service, &learner, begun, |_| Say::Right).await;
    let again = learner.begin_placement("basic", &["csam"]).await;
    let second = finish(&service, &learner, again, |_| Say::Unknown).await;
    let asked = |placement: &Value| -> BTreeSet<String> {
        let csam = |step: &&Value| step["competency"] == "csam";
        let trace = placement["trace"].as_array().unwrap().iter().filter(csam);
        trace.map(|step| step["question"]["id"].as_str().unwrap().to_owned()).collect()
    };
    assert!(asked(&first).is_disjoint(&asked(&second)));
    let standing = basic(&learner).await;
    let may_skip = |at: usize| standing["competencies"][at].get("lessonsMayBeSkipped").is_some();
    let at = |code: &str| basic_modules().iter().position(|module| *module == code).unwrap();
    assert_eq!((may_skip(at("csam")), may_skip(at("ebox"))), (false, true));
    let list = learner.get("/me/placements").await.expect(200).json();
    assert_eq!(list["items"][0]["verdicts"], json!({"csam": "toLearn"}));
    assert_eq!(list["items"][1]["verdicts"], json!({"csam": "proven", "ebox": "proven"}));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calibrated_difficulty_is_taken_from_then_on() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let edition = service.app.course.taught().editions["csam"].clone();
    let calibrate = "UPDATE question_difficulties SET logits = 2.5, answers = 400 WHERE edition_id = $1";
    let update = diesel::sql_query(calibrate).bind::<diesel::sql_types::Uuid, _>(edition.id.uuid());
    let written = diesel_async::RunQueryDsl::execute(update, &mut service.db().await).await.unwrap();
    assert_eq!(written, edition.module.questions.len(), "every question has its difficulty");
    let begun = learner.begin_placement("basic", &["csam"]).await;
    let cut = begun["subjects"][0]["cut"].as_f64().unwrap();
    assert!((cut - (2.5 + 4.0f64.ln())).abs() < 1e-6, "where 80 % of such a pool is to be expected: {cut}");
    let done = finish(&service, &learner, begun, |_| Say::Right).await;
    assert!(done["trace"].as_array().unwrap().iter().all(|step| step["difficulty"] == 2.5));
}

#[tokio::test(flavor = "multi_thread")]
async fn editions_from_before_have_the_difficulties_of_their_authors_too() {
    let service = Service::start().await;
    let db = &mut service.db().await;
    let up = std::fs::read_to_string("migrations/2026-11-27-001001_placements/up.sql").unwrap();
    let fill = up.split(';').find(|statement| statement.contains("INSERT INTO question_difficulties")).unwrap();
    for statement in ["DELETE FROM question_difficulties", fill] {
        diesel_async::RunQueryDsl::execute(diesel::sql_query(statement), db).await.unwrap();
    }
    let taught = service.app.course.taught();
    let ids: Vec<_> = taught.editions.values().map(|edition| edition.id).collect();
    let filled = connectoo::placement::store::difficulties(db, &ids).await.unwrap();
    for edition in taught.editions.values() {
        let authored = edition.module.questions.iter().map(|question| (question.id.to_string(), question.logits()));
        assert_eq!(filled[&edition.id], authored.collect(), "{}", edition.module.competency);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_10_no_door_of_a_placement_ever_holds_a_key() {
    use crate::promises::promise_10_the_key_stays_here::{keys, secrets};
    let service = Service::start().await;
    let learner = service.learner().await;
    let browser = service.visitor();
    crate::access::sign_in_by_form(&browser, Role::Learner).await;
    let mut placement = learner.post("/levels/basic/placements", json!({"language": "nl"})).await.expect(201).json();
    let path = format!("/placements/{}", id_of(&placement));
    let mut seen = vec![];
    while placement["status"] == "open" {
        let number = number_of(&placement);
        seen.push(placement.to_string());
        seen.push(browser.page(&format!("{path}/questions/{number}?lang=nl")).await.expect(200).text());
        // Of everything something: right, wrong and not known.
        let how = [Say::Right, Say::Wrong, Say::Right, Say::Unknown][number as usize % 4];
        placement = say(&service, &learner, &placement, how).await;
    }
    seen.push(placement.to_string());
    seen.push(browser.page(&format!("{path}/result?lang=nl")).await.expect(200).text());
    let bound = service.placed(&learner, id_of(&placement)).await;
    for (at, step) in bound.placement.steps.0.iter().enumerate() {
        let question = bound.question(step).unwrap();
        let lessons = &bound.editions[&step.competency].module.lessons;
        for secret in secrets(question, |text| lessons.iter().any(|lesson| lesson.markdown.nl.contains(text))) {
            assert!(seen.iter().all(|text| !text.contains(&secret)), "{}: {secret}", question.id);
        }
        for (key, own) in keys(question).iter().flat_map(|key| [&seen[2 * at], &seen[2 * at + 1]].map(|own| (key, own)))
        {
            assert!(!own.contains(key.as_str()), "{}: {key}", question.id);
        }
    }
    assert!(seen.iter().all(|text| !text.contains("\"correct\"") && !text.contains("\"feedback\"")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_test_of_a_level_is_begun_five_times_a_day_and_not_once_more() {
    let service = Service::start().await;
    service.live_at("2026-11-27T10:00:30Z");
    let mut learner = service.learner().await;
    let begin = async |learner: &Client| {
        learner.post("/levels/basic/placements?lang=en", json!({"competencies": ["csam"]})).await
    };
    let end = async |learner: &Client, begun: &Value| {
        learner.post(&format!("/placements/{}/completion", id_of(begun)), json!({})).await.expect(200);
    };
    for _ in 0..5 {
        let begun = begin(&learner).await.expect(201).json();
        assert_eq!(begin(&learner).await.expect(200).json()["id"], begun["id"], "the open one goes on");
        end(&learner, &begun).await;
    }
    let refused = begin(&learner).await.expect(429);
    assert_eq!(refused.problem(), "placementTooOften");
    let seconds: i64 = refused.header("retry-after").parse().unwrap();
    let told = refused.json();
    assert_eq!((&told["limit"], &told["retryAfterSec"]), (&json!(5), &json!(seconds)));
    assert!((86_000..=86_401).contains(&seconds), "{told}");
    assert!(told["detail"].as_str().unwrap().contains("begin again tomorrow"), "{told}");
    assert!(futures_util::future::join_all((0..6).map(|_| begin(&learner))).await.iter().all(|one| one.status == 429));
    // Another learner is not concerned, and a day later it opens.
    let stranger = service.named(Role::Learner, "stranger", "An Vreemd").await;
    begin(&stranger).await.expect(201);
    service.app.clock.shift(chrono::Duration::days(1));
    learner.sign_in("learner@example.be", PASSWORD).await;
    begin(&learner).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_10_a_placement_asks_nothing_that_an_open_attempt_asks() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let mut placement = learner.begin_placement("basic", &["csam"]).await;
    // Begun in the middle of the placement, so that what follows has to look for it.
    let attempt = learner.start("csam").await;
    let drawn: BTreeSet<&str> =
        attempt["questions"].as_array().unwrap().iter().map(|question| question["id"].as_str().unwrap()).collect();
    for round in 0..3 {
        let mut right = false;
        while placement["status"] == "open" {
            right = !right; // so that it has to ask for long
            let asked = placement["question"]["question"]["id"].as_str().unwrap();
            assert!(!drawn.contains(asked), "{round}: {asked}");
            placement = say(&service, &learner, &placement, if right { Say::Right } else { Say::Wrong }).await;
        }
        assert!(placement["trace"].as_array().unwrap().len() >= 3, "{placement:#}");
        placement = learner.begin_placement("basic", &["csam"]).await;
    }
}
