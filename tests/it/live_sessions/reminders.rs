//! The reminder on the day before: once, to who has a seat since longer, and never of what does not take place.

use super::{plan, planned, registers, service_and_trainer, withdraws};
use crate::harness::{Client, PASSWORD, Service, eventually};
use connectoo::{identity::Role, live_sessions::reminders, mail::store::Mail};
use futures_util::future::join_all;
use serde_json::json;

/// Six in the morning, in Belgium, on the day before.
const DAY_BEFORE: &str = "2027-01-11T05:00:00Z";

async fn write_due(service: &Service) -> usize {
    reminders::write_due(&service.app, &mut service.db().await).await.unwrap()
}

async fn reminders_to(service: &Service, name: &str) -> Vec<Mail> {
    let mails = connectoo::mail::store::newest(&mut service.db().await).await.unwrap();
    let is_one = |mail: &Mail| {
        let subject = |word| mail.subject.starts_with(word);
        mail.recipient == format!("{name}@example.be") && (subject("Herinnering") || subject("Rappel"))
    };
    mails.into_iter().filter(is_one).collect()
}

/// Waits for so many; the workers of the services write as well.
async fn eventually_reminded(service: &Service, name: &str, count: usize) -> Mail {
    let written = || async { Some(reminders_to(service, name).await).filter(|all| all.len() >= count) };
    let mut all = eventually("the reminder", written).await;
    assert_eq!(all.len(), count);
    all.remove(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_remind_once_on_the_day_before_and_only_who_has_a_seat_since_before_that_day() {
    let (one, trainer) = service_and_trainer().await;
    let other = Service::on(one.app.database_url.clone()).await;
    let at = |moment: &str| {
        one.live_at(moment);
        other.live_at(moment);
    };
    at(super::NOW);
    let session = planned(&trainer, "basic", 3).await;
    let learner = one.learner().await;
    let french = json!({"language": "fr"});
    Client::send(learner.request(reqwest::Method::PATCH, "/me").json(&french)).await.expect(200);
    registers(&learner, &session).await.expect(201);
    let leaving = one.named(Role::Learner, "leaving", "An").await;
    registers(&leaving, &session).await.expect(201);
    let moving_up = one.named(Role::Learner, "moving-up", "Jan").await;
    let full = one.named(Role::Learner, "full", "Zoë").await;
    registers(&full, &session).await.expect(201);
    registers(&moving_up, &session).await.expect(201);
    at("2027-01-10T22:59:00Z");
    assert_eq!(write_due(&one).await, 0, "not two days before");
    at("2027-01-11T04:59:00Z");
    assert_eq!(write_due(&one).await, 0, "nobody is written to at night");
    let mut leaving = leaving;
    leaving.sign_in("leaving@example.be", PASSWORD).await;
    withdraws(&leaving, &session).await.expect(204); // somebody moves up, on the day before
    at(DAY_BEFORE);
    join_all([&one, &other, &one, &other].map(write_due)).await;
    let mail = eventually_reminded(&one, "learner", 1).await;
    eventually_reminded(&one, "full", 1).await;
    assert_eq!(mail.language.word(), "fr");
    for part in
        ["12 janvier 2027, de 14:00 à 16:00", "Simon Bolivarlaan 30", "https://meet.example.be/oefenen", "calendar.ics"]
    {
        assert!(mail.body_text.contains(part), "{part}: {}", mail.body_text);
    }
    at("2027-01-11T20:00:00Z");
    assert_eq!(join_all([&one, &other].map(write_due)).await, [0, 0], "once");
    at("2027-01-12T06:00:00Z");
    assert_eq!(join_all([&one, &other].map(write_due)).await, [0, 0], "once");
    for nobody in ["leaving", "moving-up"] {
        assert!(reminders_to(&one, nobody).await.is_empty(), "{nobody}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_reminded_of_a_cancelled_session_and_everybody_anew_of_one_that_was_moved() {
    let (service, mut trainer) = service_and_trainer().await;
    let (cancelled, moved) = (planned(&trainer, "basic", 3).await, planned(&trainer, "basic", 3).await);
    let (learner, other) = (service.learner().await, service.named(Role::Learner, "other", "Jan").await);
    registers(&learner, &cancelled).await.expect(201);
    registers(&other, &moved).await.expect(201);
    trainer.post(&format!("{cancelled}/cancellation"), json!({"why": "De lesgever is ziek"})).await.expect(200);
    service.live_at(DAY_BEFORE);
    write_due(&service).await;
    eventually_reminded(&service, "other", 1).await;
    trainer.sign_in("trainer@example.be", PASSWORD).await;
    let mut plan = plan("basic", 3);
    for (name, moment) in [("startsAt", "2027-01-20T13:00:00Z"), ("endsAt", "2027-01-20T15:00:00Z")] {
        plan[name] = moment.into();
    }
    trainer.put(&moved, plan).await.expect(200);
    service.live_at("2027-01-12T09:00:00Z");
    assert_eq!(write_due(&service).await, 0);
    service.live_at("2027-01-19T09:00:00Z");
    write_due(&service).await;
    assert!(eventually_reminded(&service, "other", 2).await.body_text.contains("20 januari 2027"));
    assert!(reminders_to(&service, "learner").await.is_empty(), "what does not take place needs no reminder");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_worker_reminds_by_itself_also_on_the_day_when_nobody_lived_the_day_before() {
    let (service, trainer) = service_and_trainer().await;
    let session = planned(&trainer, "basic", 3).await;
    registers(&service.learner().await, &session).await.expect(201);
    service.live_at("2027-01-12T08:00:00Z");
    eventually_reminded(&service, "learner", 1).await;
    service.live_at("2027-01-12T13:00:00Z");
    assert_eq!(write_due(&service).await, 0, "it has begun");
}
