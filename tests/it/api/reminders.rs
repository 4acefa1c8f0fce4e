//! Reminders that a brevet ends: each once, in the language of the person, until that person has had enough.

use crate::harness::{Client, PASSWORD, Service, eventually, hears_of_validity, with_validity};
use connectoo::{brevets::reminders, identity::Role, mail::store::Mail};
use futures_util::future::join_all;
use serde_json::json;

const EARNED: &str = "2027-03-01T09:00:00Z"; // the last day is 28 February 2030
/// The first moment of each occasion: 90, 30 and 7 days before, at midnight in Belgium.
const OCCASIONS: [&str; 3] = ["2029-11-29T23:00:00Z", "2030-01-28T23:00:00Z", "2030-02-20T23:00:00Z"];

/// The reminders that this address was written, the oldest first.
async fn reminders_to(service: &Service, address: &str) -> Vec<Mail> {
    let mails = connectoo::mail::store::newest(&mut service.db().await).await.unwrap();
    let reminds = |mail: &Mail| mail.recipient == address && mail.stop_address.is_some();
    mails.into_iter().rev().filter(reminds).collect()
}

async fn write_due(service: &Service) -> usize {
    reminders::write_due(&service.app, &mut service.db().await).await.unwrap()
}

async fn earned(service: &Service, role: Role, address: &str, name: &str) -> (Client, String) {
    let learner = service.named(role, address, name).await;
    let number = learner.earn_basic(service).await;
    (learner, number)
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_write_each_reminder_once_from_its_first_minute_on() {
    let one = Service::start().await;
    let other = Service::on(one.app.database_url.clone()).await;
    with_validity(&one, 36).await;
    hears_of_validity(&other, 36).await;
    one.live_at(EARNED);
    other.live_at(EARNED);
    let (learner, _) = earned(&one, Role::Learner, "learner", "Łukasz O’Çelebi").await;
    let french = json!({"language": "fr"});
    Client::send(learner.request(reqwest::Method::PATCH, "/me").json(&french)).await.expect(200);
    for (at, moment) in OCCASIONS.iter().enumerate() {
        let moment: chrono::DateTime<chrono::Utc> = moment.parse().unwrap();
        let before = (moment - chrono::Duration::minutes(1)).to_rfc3339();
        one.live_at(&before);
        other.live_at(&before);
        assert_eq!(write_due(&one).await, 0, "not a minute before {moment}");
        one.live_at(&moment.to_rfc3339());
        other.live_at(&moment.to_rfc3339());
        // Both workers come by within the hour; these race with them.
        join_all([&one, &other, &one, &other].map(write_due)).await;
        let written = || async { Some(reminders_to(&one, "learner@example.be").await).filter(|all| all.len() > at) };
        assert_eq!(eventually("the reminder", written).await.len(), at + 1);
    }
    for moment in ["2030-02-28T22:00:00Z", "2030-03-10T12:00:00Z"] {
        one.live_at(moment);
        assert_eq!(write_due(&one).await, 0, "nothing more at {moment}");
    }
    let all = reminders_to(&one, "learner@example.be").await;
    let subjects: Vec<&str> = all.iter().map(|mail| mail.subject.as_str()).collect();
    assert!(
        subjects[0].contains("pouvez maintenant renouveler") && subjects[1].contains("28 février 2030"),
        "{subjects:?}"
    );
    assert_eq!(subjects[1], subjects[2]);
    for mail in all {
        assert_eq!(mail.language.word(), "fr");
        assert!(mail.body_text.contains(&mail.stop_address.unwrap()) && mail.body_text.contains("/brevets"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_worker_writes_reminders_by_itself() {
    let service = Service::start().await;
    with_validity(&service, 36).await;
    service.live_at(EARNED);
    earned(&service, Role::Learner, "learner", "Lina").await;
    service.live_at("2029-12-10T12:00:00Z");
    eventually("the reminder", || async { reminders_to(&service, "learner@example.be").await.pop() }).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_reminded_of_a_brevet_that_was_revoked_or_renewed_and_of_a_replaced_one_once() {
    let service = Service::start().await;
    with_validity(&service, 36).await;
    service.live_at(EARNED);
    let (_, revoked) = earned(&service, Role::Learner, "revoked", "Zoë").await;
    let (mut renewing, renewed) = earned(&service, Role::Learner, "renewed", "Lina").await;
    let (_, replaced) = earned(&service, Role::Learner, "replaced", "Jan").await;
    let mut administrator = service.person(Role::Administrator).await;
    let revocation = json!({"reason": "holderAsked"});
    administrator.post(&format!("/brevets/{revoked}/revocation"), revocation).await.expect(200);

    service.live_at("2030-01-10T12:00:00Z");
    write_due(&service).await;
    renewing.sign_in("renewed@example.be", PASSWORD).await;
    renewing.renew(&service, &renewed).await;
    administrator.sign_in("administrator@example.be", PASSWORD).await;
    administrator
        .post(&format!("/brevets/{replaced}/replacement"), json!({"holder": "Jan Claes", "note": "Typing error."}))
        .await
        .expect(201);
    assert_eq!(write_due(&service).await, 0, "the corrected issue is of the same period");
    for moment in OCCASIONS {
        service.live_at(moment);
        write_due(&service).await;
    }
    let count = async |address: &str| reminders_to(&service, address).await.len();
    assert_eq!(count("revoked@example.be").await, 0);
    assert_eq!(count("renewed@example.be").await, 1, "before it was renewed");
    assert_eq!(count("replaced@example.be").await, 3);
}

/// The address of a link of ours, without the service's own.
fn path_of(service: &Service, mail: &Mail) -> String {
    mail.stop_address.clone().unwrap().strip_prefix(&service.url).unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_click_in_a_reminder_stops_them_and_the_account_takes_them_back() {
    let service = Service::start().await;
    with_validity(&service, 36).await;
    service.live_at(EARNED);
    let (mut learner, _) = earned(&service, Role::Learner, "learner", "Lina").await;
    assert_eq!(learner.get("/me").await.expect(200).json()["reminders"], true);
    service.live_at(OCCASIONS[0]);
    write_due(&service).await;
    let path = path_of(&service, &reminders_to(&service, "learner@example.be").await[0]);
    learner.sign_in("learner@example.be", PASSWORD).await;

    // A program that looks at every link changes nothing; the button of the mail program does, with neither cookie nor mark.
    let visitor = service.visitor();
    visitor.page(&path).await.expect(200);
    assert_eq!(learner.get("/me").await.json()["reminders"], true);
    let click = visitor.http.post(format!("{}{path}", service.url)).form(&[("List-Unsubscribe", "One-Click")]);
    for _ in 0..2 {
        Client::send(click.try_clone().unwrap()).await.expect(200);
        assert_eq!(learner.get("/me").await.json()["reminders"], false);
    }
    service.live_at(OCCASIONS[1]);
    assert_eq!(write_due(&service).await, 0);

    // Taken back, the occasion of today is told, and no older one.
    learner.sign_in("learner@example.be", PASSWORD).await;
    let wrong = learner.request(reqwest::Method::PATCH, "/me").json(&json!({"reminders": "yes"}));
    assert_eq!(Client::send(wrong).await.expect(400).json()["issues"][0]["name"], "reminders");
    let back = learner.request(reqwest::Method::PATCH, "/me").json(&json!({"reminders": true}));
    assert_eq!(Client::send(back).await.expect(200).json()["reminders"], true);
    service.live_at(OCCASIONS[2]);
    write_due(&service).await;
    let all = reminders_to(&service, "learner@example.be").await;
    assert_eq!(all.len(), 2);

    // By REST, and on the page of the account.
    let token = path_of(&service, &all[1]).split(['/', '?']).nth(2).unwrap().to_owned();
    visitor.post(&format!("/reminderOptOuts/{token}"), json!({})).await.expect(204);
    learner.sign_in("learner@example.be", PASSWORD).await;
    assert_eq!(learner.get("/me").await.json()["reminders"], false);
    crate::access::sign_in_by_form(&visitor, Role::Learner).await;
    let fields = |reminders| [("name", "Lina"), ("language", "nl"), ("reminders", reminders)];
    visitor.form("/account", "/account", &fields("maybe")).await.expect(400);
    visitor.form("/account", "/account", &fields("yes")).await.expect(303);
    assert_eq!(learner.get("/me").await.json()["reminders"], true);
    // What never was a secret of ours stops nothing.
    for wrong in ["x", &"0".repeat(43)] {
        let refused = visitor.post(&format!("/reminderOptOuts/{wrong}"), json!({})).await.expect(400);
        assert_eq!(refused.problem(), "linkExpired");
        visitor.page(&format!("/reminders/{wrong}")).await.expect(400);
    }
}
