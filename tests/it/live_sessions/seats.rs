//! Seats and the line for them.

use super::{crowd, later, plan, planned, registers, service_and_trainer, withdraws};
use crate::harness::{Client, PASSWORD, Reply, Service};
use connectoo::{identity::Role, live_sessions::store, mail::store::Mail};
use futures_util::future::join_all;
use serde_json::json;

async fn learners(service: &Service, count: usize) -> Vec<Client> {
    let mut all = Vec::new();
    for at in 0..count {
        all.push(service.named(Role::Learner, &format!("learner-{at}"), &format!("Learner {at:02}")).await);
    }
    all
}

async fn mails(service: &Service, to: &str) -> Vec<Mail> {
    let all = connectoo::mail::store::newest(&mut service.db().await).await.unwrap();
    all.into_iter().filter(|mail| mail.recipient == format!("{to}@example.be")).collect()
}

/// Registers, and again when all connections to the database were in use, as `Retry-After` asks.
async fn patiently(person: &Client, session: &str) -> Reply {
    loop {
        let reply = registers(person, session).await;
        if reply.status == 503 {
            assert_eq!(reply.problem(), "serviceUnavailable");
            continue;
        }
        let is_told = reply.status == 409 && reply.problem() == "liveSessionFull";
        assert!(reply.status == 200 || reply.status == 201 || is_told, "{}", reply.text());
        return reply;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_people_who_register_at_once_five_get_a_seat_and_ten_a_place_in_a_line_without_gaps() {
    let (one, trainer) = service_and_trainer().await;
    let same = one.url.parse().unwrap(); // processes of one service have one public address, the issuer of its tokens
    let database = one.app.database_url.clone();
    let other = Service::on_with(database, |settings| settings.public_url = Some(same)).await;
    other.live_at(&one.app.clock.now().to_rfc3339());
    let session = planned(&trainer, "basic", 5).await;
    let mut people = learners(&one, 50).await;
    for (at, person) in people.iter_mut().enumerate() {
        if at % 2 == 1 {
            person.url = other.url.clone(); // half of them by another process
        }
    }
    // Each twice at once: the second changes nothing.
    let replies = join_all(people.iter().chain(&people).map(|person| patiently(person, &session))).await;
    let with = |status| replies.iter().filter(|reply| reply.status == status).count();
    assert_eq!([201, 200, 409].map(with), [15, 15, 70]);
    let own = join_all(people.iter().map(|person| person.get(&session))).await;
    let own: Vec<_> = own.iter().map(|reply| reply.json()["registration"].clone()).collect();
    assert_eq!(own.iter().filter(|it| it["state"] == "seated").count(), 5);
    let mut line: Vec<u64> = own.iter().filter_map(|it| it["placeInLine"].as_u64()).collect();
    line.sort_unstable();
    assert_eq!(line, (1..=10).collect::<Vec<_>>());
    let full = trainer.get(&session).await.json();
    assert_eq!([&full["free"], &full["waiting"], &full["mostWaiting"]], [0, 10, 10]);

    // Three with a seat withdraw at once, each twice; the first three of the line move up, each told once.
    let at = |wanted: &str| own.iter().position(|it| it["state"] == wanted).unwrap();
    let seated: Vec<usize> = (0..50).filter(|at| own[*at]["state"] == "seated").take(3).collect();
    let leaving = seated.iter().chain(&seated).map(|at| withdraws(&people[*at], &session));
    assert!(join_all(leaving).await.iter().all(|reply| reply.status == 204));
    for place in 1..=4u64 {
        let at = own.iter().position(|it| it["placeInLine"] == place).unwrap();
        let now = people[at].get(&session).await.json();
        let mails = mails(&one, &format!("learner-{at}")).await;
        if place <= 3 {
            assert_eq!(now["registration"], json!({"state": "seated"}));
            assert_eq!(mails.len(), 1);
            assert!(mails[0].subject.contains("Je hebt een plaats") && mails[0].body_text.contains("/live-sessions/"));
            assert!(mails[0].body_html.contains("Gesprekken oefenen"));
            assert!(mails[0].body_html.contains("/calendar.ics\""), "{}", mails[0].body_html);
        } else {
            assert_eq!(now["registration"], json!({"state": "waiting", "placeInLine": 1}));
            assert!(mails.is_empty());
        }
    }
    assert_eq!(mails(&one, &format!("learner-{}", at("seated"))).await.len(), 1, "with each seat goes one mail");
    let items = trainer.get(&format!("{session}/participants")).await.expect(200).json();
    let states: Vec<_> = items["items"].as_array().unwrap().iter().map(|one| one["state"].clone()).collect();
    assert_eq!(states.iter().filter(|state| **state == "seated").count(), 5);
    assert_eq!(states.len(), 12);
    let refused = own.iter().position(|it| it.is_null()).unwrap();
    let joined = registers(&people[refused], &session).await.expect(201).json();
    assert_eq!(joined["registration"], json!({"state": "waiting", "placeInLine": 8}), "now the line has room");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_itself_refuses_a_seat_too_many_and_a_line_without_end() {
    use diesel_async::RunQueryDsl;
    let (service, trainer) = service_and_trainer().await;
    let session = planned(&trainer, "basic", 1).await;
    for person in learners(&service, 2).await {
        registers(&person, &session).await.expect(201);
    }
    let overbook = diesel::sql_query("UPDATE live_session_registrations SET state = 'seated', seated_at = now()");
    let refused = overbook.execute(&mut service.db().await).await.unwrap_err().to_string();
    assert!(refused.contains("live_sessions_never_overbooked"), "{refused}");
    let refused = crowd(&service, &session, 0, 100).await.unwrap_err().to_string();
    assert!(refused.contains("live_sessions_line_has_an_end"), "one waits already: {refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn registration_ends_when_it_closes_and_withdrawing_when_it_begins() {
    let (service, mut trainer) = service_and_trainer().await;
    let session = planned(&trainer, "basic", 1).await;
    let mut people = learners(&service, 3).await;
    for person in &people[..2] {
        registers(person, &session).await.expect(201);
    }
    let mut seated = people.remove(0);
    let (mut waiting, mut late) = (people.remove(0), people.remove(0));
    let everybody = &mut [(&mut seated, "learner-0"), (&mut waiting, "learner-1"), (&mut late, "learner-2")];
    later(&service, "2027-01-11T13:00:00Z", everybody).await;
    assert_eq!(registers(&late, &session).await.expect(409).problem(), "registrationClosed");
    registers(&waiting, &session).await.expect(200);
    withdraws(&seated, &session).await.expect(204);
    withdraws(&seated, &session).await.expect(204);
    assert_eq!(waiting.get(&session).await.json()["registration"]["state"], "waiting", "nobody moves up any more");
    later(&service, "2027-01-12T13:00:00Z", &mut [(&mut waiting, "learner-1"), (&mut trainer, "trainer")]).await;
    assert_eq!(withdraws(&waiting, &session).await.expect(409).problem(), "liveSessionBegun");
    assert_eq!(trainer.put(&session, plan("basic", 2)).await.expect(400).json()["issues"][0]["name"], "startsAt");
    let why = json!({"why": "Ziek"});
    assert_eq!(trainer.post(&format!("{session}/cancellation"), why).await.expect(409).problem(), "liveSessionBegun");
    let moved = json!({"startsAt": "2027-02-12T13:00:00Z", "endsAt": "2027-02-12T15:00:00Z"});
    let mut changed = plan("basic", 2);
    changed.as_object_mut().unwrap().extend(moved.as_object().unwrap().clone());
    assert_eq!(trainer.put(&session, changed).await.expect(409).problem(), "liveSessionBegun");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_of_the_expert_level_is_for_who_holds_the_basic_brevet_and_its_link_for_who_has_a_seat() {
    let (service, trainer) = service_and_trainer().await;
    let session = planned(&trainer, "expert", 1).await;
    let people = learners(&service, 3).await;
    assert_eq!(registers(&people[0], &session).await.expect(409).problem(), "levelLocked");
    for person in &people[..2] {
        person.pass_all_but(&service, &[]).await;
        registers(person, &session).await.expect(201);
    }
    assert_eq!(people[0].get(&session).await.json()["link"], "https://meet.example.be/oefenen");
    for without in &people[1..] {
        assert_eq!(without.get(&session).await.expect(200).json().get("link"), None);
        let all = without.get("/liveSessions?level=expert").await.expect(200).json();
        assert!(all["items"].as_array().unwrap().len() == 1 && !all.to_string().contains("meet.example.be"));
    }
    assert_eq!(people[0].get("/liveSessions?level=basic").await.json()["items"], json!([]));
    assert_eq!(people[1].get("/me/liveSessions").await.json()["items"][0]["registration"]["placeInLine"], 1);
    assert_eq!(people[2].get("/me/liveSessions").await.expect(200).json()["items"], json!([]));
    people[2].get("/liveSessions?level=other").await.expect(400);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_keeps_the_seats_that_are_taken_moves_people_up_and_tells_everybody() {
    let (service, trainer) = service_and_trainer().await;
    let session = planned(&trainer, "basic", 2).await;
    let people = learners(&service, 3).await;
    for person in &people {
        registers(person, &session).await.expect(201);
    }
    let refused = trainer.put(&session, plan("basic", 1)).await.expect(400).json();
    assert_eq!(refused["issues"][0]["name"], "capacity");
    assert!(refused["issues"][0]["detail"].as_str().unwrap().contains('2'), "{refused}");
    let both = trainer.put(&session, plan("expert", 1)).await.expect(400).json();
    assert_eq!((&both["issues"][0]["name"], &both["issues"][1]["name"]), (&json!("capacity"), &json!("level")));
    let mut more = plan("basic", 3);
    more["place"] = "Luik".into();
    trainer.put(&session, more).await.expect(200);
    assert_eq!(people[2].get(&session).await.json()["registration"]["state"], "seated");
    let moved_up = mails(&service, "learner-2").await;
    assert!(moved_up.len() == 1 && moved_up[0].body_text.contains("Luik"), "one letter tells all: {moved_up:?}");
    assert_eq!(mails(&service, "learner-0").await.len(), 2, "another place is news");
    let mut more = plan("basic", 4);
    more["place"] = "Luik".into();
    trainer.put(&session, more).await.expect(200);
    assert_eq!(mails(&service, "learner-0").await.len(), 2, "more seats are no news for who has one");
    let mut moved = plan("basic", 4);
    moved["place"] = "Namen".into();
    trainer.put(&session, moved.clone()).await.expect(200);
    trainer.put(&session, moved).await.expect(200);
    let told = mails(&service, "learner-0").await;
    assert!(told.len() == 3 && told[0].subject.contains("Aangepast") && told[0].body_text.contains("Namen"));

    let cancel = |why: &str| {
        let (path, body) = (format!("{session}/cancellation"), json!({"why": why}));
        let trainer = trainer.clone();
        async move { trainer.post(&path, body).await }
    };
    assert_eq!(cancel("").await.expect(400).json()["issues"][0]["name"], "why");
    for _ in 0..2 {
        let cancelled = cancel("De lesgever is ziek").await.expect(200).json();
        assert_eq!(cancelled["cancellation"]["reason"], "De lesgever is ziek");
    }
    assert_eq!(cancel("Te weinig volk").await.expect(409).problem(), "liveSessionCancelled");
    let told = mails(&service, "learner-1").await;
    assert!(told.len() == 4 && told[0].body_text.contains("De lesgever is ziek"));
    assert_eq!(registers(&trainer, &session).await.expect(409).problem(), "liveSessionCancelled");
    assert_eq!(withdraws(&people[0], &session).await.expect(409).problem(), "liveSessionCancelled");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_tells_all_its_complaints_at_once_and_a_trainer_runs_only_their_own() {
    let (service, trainer) = service_and_trainer().await;
    let wrong = json!({
        "level": "master", "title": "x", "language": "es", "startsAt": "2027-01-03T13:00:00Z", "endsAt": "tomorrow",
        "closesAt": "2027-13-01", "link": "http://example.be", "capacity": 501, "trainer": "nobody@example.be", "other": 1,
    });
    let told = trainer.post("/liveSessions", wrong).await.expect(400).json();
    let mut names: Vec<_> =
        told["issues"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    let expected =
        ["capacity", "closesAt", "endsAt", "language", "level", "link", "other", "startsAt", "title", "trainer"];
    assert_eq!(names, expected);
    let with = |name: &str, value: serde_json::Value| {
        let mut plan = plan("basic", 5);
        plan[name] = value;
        plan
    };
    for (name, value) in [
        ("endsAt", json!("2027-01-12T13:00:00Z")),
        ("closesAt", json!("2027-01-12T13:01:00Z")),
        ("capacity", json!(0)),
        ("capacity", json!("five")),
        ("capacity", json!(2.5)),
        ("title", json!("x".repeat(121))),
    ] {
        let told = trainer.post("/liveSessions", with(name, value.clone())).await.expect(400).json();
        assert_eq!(told["issues"].as_array().unwrap().len(), 1, "{name} {value}");
        assert_eq!(told["issues"][0]["name"], name);
    }
    let mut nowhere = plan("basic", 5);
    nowhere.as_object_mut().unwrap().retain(|name, _| name != "place" && name != "link");
    assert_eq!(trainer.post("/liveSessions", nowhere).await.expect(400).json()["issues"][0]["name"], "place");

    let other = service.named(Role::Trainer, "other", "Other Trainer").await;
    let administrator = service.person(Role::Administrator).await;
    let session = planned(&trainer, "basic", 5).await;
    for refused in [
        other.put(&session, plan("basic", 6)).await,
        other.post(&format!("{session}/cancellation"), json!({"why": "Zomaar"})).await,
        other.get(&format!("{session}/participants")).await,
        other.put(&format!("{session}/attendance"), json!({})).await,
    ] {
        assert_eq!(refused.expect(403).problem(), "missingPermission");
    }
    let given = with("trainer", json!("other@example.be"));
    assert_eq!(trainer.put(&session, given.clone()).await.expect(400).json()["issues"][0]["name"], "trainer");
    assert_eq!(administrator.put(&session, given).await.expect(200).json()["trainer"]["name"], "Other Trainer");
    administrator.put(&session, plan("basic", 7)).await.expect(200);
    other.get(&format!("{session}/participants")).await.expect(200);
    trainer.get(&format!("{session}/participants")).await.expect(403);
    let learner = service.learner().await;
    let named = with("trainer", json!("learner@example.be"));
    assert_eq!(administrator.post("/liveSessions", named).await.expect(400).json()["issues"][0]["name"], "trainer");
    learner.get("/liveSessions/01900000-0000-7000-8000-000000000000").await.expect(404);
    registers(&learner, "/liveSessions/x").await.expect(404);
    let id = session.rsplit('/').next().unwrap().parse().unwrap();
    assert_eq!(store::session(&mut service.db().await, id).await.unwrap().unwrap().capacity, 7);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_level_of_a_session_stays_while_somebody_waits_for_a_seat() {
    let (service, mut trainer) = service_and_trainer().await;
    let session = planned(&trainer, "basic", 1).await;
    let mut people = learners(&service, 2).await;
    for person in &people {
        registers(person, &session).await.expect(201);
    }
    // Registration has closed: nobody moves up.
    service.live_at("2027-01-11T14:00:00Z");
    trainer.sign_in("trainer@example.be", PASSWORD).await;
    people[0].sign_in("learner-0@example.be", PASSWORD).await;
    withdraws(&people[0], &session).await.expect(204);
    let mut other = plan("expert", 1);
    other["closesAt"] = "2027-01-12T12:00:00Z".into();
    let refused = trainer.put(&session, other).await.expect(400).json();
    assert_eq!(refused["issues"][0]["name"], "level");
}
