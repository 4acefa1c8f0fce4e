//! A session as a file for calendar programs, and the sessions of a learner among what lies ahead.

use super::{plan, planned, registers, service_and_trainer, withdraws};
use crate::{
    access::sign_in_by_form,
    harness::{Client, Service, eventually},
};
use connectoo::{agenda::digest, identity::Role};
use serde_json::json;

const LINK: &str = "https://meet.example.be/oefenen";

/// The one event of a calendar by RFC 5545, its lines unfolded: lines end with CRLF and have 75 octets at most, and what an event
/// must have once is there once.
fn event(text: &str) -> String {
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    for name in ["VERSION:2.0\r\n", "PRODID:"] {
        assert_eq!(text.matches(name).count(), 1, "{name} once: {text}");
    }
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{text}");
    let unfolded = text.replace("\r\n ", "");
    let mut events = unfolded.split("BEGIN:VEVENT\r\n").skip(1);
    let (event, more) = (events.next().unwrap().to_owned(), events.next());
    assert_eq!(more, None, "{text}");
    for name in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "URL", "STATUS", "SEQUENCE", "TRANSP"] {
        let is_it = |line: &&str| line.starts_with(&format!("{name}:"));
        assert_eq!(event.lines().filter(is_it).count(), 1, "{name} {event}");
    }
    event
}

fn line<'a>(event: &'a str, name: &str) -> &'a str {
    event.lines().find_map(|line| line.strip_prefix(&format!("{name}:"))).unwrap_or_else(|| panic!("{name} {event}"))
}

async fn file(who: &Client, session: &str) -> String {
    let file = who.get(&format!("{session}/calendar.ics?lang=en")).await.expect(200);
    assert!(file.header("content-type").starts_with("text/calendar"));
    assert!(file.header("content-disposition").contains("live-session.ics"));
    event(&file.text())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_file_holds_the_link_for_who_has_a_seat_and_tells_of_changes_and_the_cancellation() {
    let (service, trainer) = service_and_trainer().await;
    let session = planned(&trainer, "basic", 1).await;
    let seated = service.learner().await;
    let waiting = service.named(Role::Learner, "waiting", "Jan").await;
    let stranger = service.named(Role::Learner, "stranger", "Zoë").await;
    registers(&seated, &session).await.expect(201);
    registers(&waiting, &session).await.expect(201);
    let own = file(&seated, &session).await;
    for (name, value) in [
        ("DTSTART", "20270112T130000Z"),
        ("DTEND", "20270112T150000Z"),
        ("SUMMARY", "Gesprekken oefenen"),
        ("LOCATION", "Simon Bolivarlaan 30"),
        ("STATUS", "CONFIRMED"),
        ("SEQUENCE", "0"),
        ("TRANSP", "OPAQUE"),
    ] {
        assert_eq!(line(&own, name), value);
    }
    let page = session.replace("/liveSessions", "/live-sessions");
    assert_eq!(line(&own, "URL"), format!("{}{page}", service.url));
    assert!(line(&own, "DESCRIPTION").contains(LINK), "{own}");
    assert!(line(&file(&trainer, &session).await, "DESCRIPTION").contains(LINK), "who gives it needs it, too");
    for without in [&waiting, &stranger] {
        let file = file(without, &session).await;
        assert!(!file.contains("meet.example.be"), "{file}");
        assert_eq!([line(&file, "STATUS"), line(&file, "TRANSP")], ["TENTATIVE", "TRANSPARENT"]);
    }
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    assert!(browser.page(&page).await.expect(200).text().contains(&format!("href=\"{page}/calendar.ics\"")));
    let by_page = event(&browser.page(&format!("{page}/calendar.ics?lang=en")).await.expect(200).text());
    let stamped = |text: &str| text.lines().filter(|line| !line.starts_with("DTSTAMP")).collect::<Vec<_>>().join("\n");
    assert_eq!(stamped(&by_page), stamped(&own));
    browser.page("/live-sessions/01900000-0000-7000-8000-000000000000/calendar.ics").await.expect(404);
    seated.get(&format!("{session}/calendar.ics?seat=1")).await.expect(400);

    let mut online = plan("basic", 1);
    online.as_object_mut().unwrap().remove("place");
    online["title"] = "Luisteren, vragen; en héél goed uitleggen wat er op het scherm van de dienst te zien is".into();
    trainer.put(&session, online).await.expect(200);
    let changed = file(&seated, &session).await;
    assert_eq!([line(&changed, "UID"), line(&changed, "SEQUENCE")], [line(&own, "UID"), "1"]);
    assert_eq!(line(&changed, "LOCATION"), "Online");
    assert!(line(&changed, "SUMMARY").starts_with("Luisteren\\, vragen\\; en héél goed"), "{changed}");
    trainer.post(&format!("{session}/cancellation"), json!({"why": "De lesgever is ziek"})).await.expect(200);
    for told in [&seated, &trainer, &stranger] {
        let file = file(told, &session).await;
        let state = ["UID", "STATUS", "SEQUENCE", "TRANSP"].map(|name| line(&file, name));
        assert_eq!(state, [line(&own, "UID"), "CANCELLED", "2", "TRANSPARENT"]);
        assert!(!file.contains("meet.example.be"), "nobody joins it any more: {file}");
    }
    assert_eq!(seated.get(&session).await.json().get("link"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sessions_of_a_learner_stand_in_the_agenda_and_its_calendar_file() {
    let (service, trainer) = service_and_trainer().await;
    let [seated, waiting, cancelled, left] = [
        planned(&trainer, "basic", 1).await,
        planned(&trainer, "basic", 1).await,
        planned(&trainer, "basic", 1).await,
        planned(&trainer, "basic", 1).await,
    ];
    let (learner, other) = (service.learner().await, service.named(Role::Learner, "other", "Jan").await);
    registers(&other, &waiting).await.expect(201);
    for session in [&seated, &waiting, &cancelled, &left] {
        registers(&learner, session).await.expect(201);
    }
    withdraws(&learner, &left).await.expect(204);
    trainer.post(&format!("{cancelled}/cancellation"), json!({"why": "Ziek"})).await.expect(200);
    let agenda = learner.get("/me/agenda?lang=en").await.expect(200).json();
    let items = agenda["items"].as_array().unwrap();
    let of = |session: &str| items.iter().find(|item| item["href"].as_str().unwrap().ends_with(session)).cloned();
    let (own, line) = (of(&seated).unwrap(), of(&waiting).unwrap());
    assert_eq!((items.len(), of(&left)), (3, None));
    assert_eq!([&own["day"], &own["kind"], &own["state"]], ["2027-01-12", "liveSession", "seated"]);
    assert_eq!([&own["startsAt"], &own["text"]], ["2027-01-12T13:00:00Z", "14:00: live session “Gesprekken oefenen”"]);
    assert_eq!((&line["state"], &line["cancelled"]), (&json!("waiting"), &json!(false)));
    assert!(line["text"].as_str().unwrap().contains("waiting list"));
    assert_eq!(of(&cancelled).unwrap()["cancelled"], true);
    let page = service.visitor();
    sign_in_by_form(&page, Role::Learner).await;
    let html = page.page("/agenda?lang=en").await.expect(200).text();
    for part in ["12 January 2027", "14:00: live session", "Cancelled: live session", own["page"].as_str().unwrap()] {
        assert!(html.contains(part), "{part}: {html}");
    }
    // A program that has read one of the files knows the entry in the other.
    let calendar = page.page("/agenda/calendar.ics?lang=en").await.expect(200).text().replace("\r\n ", "");
    let without_stamp =
        |text: &str| text.lines().filter(|line| !line.starts_with("DTSTAMP")).collect::<Vec<_>>().join("\n");
    for session in [&seated, &waiting, &cancelled] {
        let alone = file(&learner, session).await;
        let entry = without_stamp(alone.split("END:VEVENT").next().unwrap());
        assert!(without_stamp(&calendar).contains(&entry), "{entry} in {calendar}");
    }
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 3);
    service.live_at("2027-01-12T15:00:00Z");
    let page = service.visitor();
    sign_in_by_form(&page, Role::Learner).await;
    assert!(page.page("/agenda?lang=en").await.text().contains("Nothing is planned"), "they are over");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_digest_names_the_next_session_with_a_seat_that_takes_place() {
    let service = Service::start().await;
    service.live_at("2027-01-01T09:00:00Z"); // a Friday
    let (trainer, learner) = (service.person(Role::Trainer).await, service.learner().await);
    learner.put("/modules/csam/lessons/01-what-csam-is/reading", json!({})).await.expect(204);
    let full = service.named(Role::Learner, "full", "Jan").await;
    for (title, day) in [("Afgelast", 12), ("Volzet", 13), ("Gaat door", 14), ("Later", 15)] {
        let mut plan = plan("basic", 1);
        plan["title"] = title.into();
        plan["startsAt"] = format!("2027-01-{day}T13:00:00Z").into();
        plan["endsAt"] = format!("2027-01-{day}T15:00:00Z").into();
        let made = trainer.post("/liveSessions", plan).await.expect(201).json();
        let session = format!("/liveSessions/{}", made["id"].as_str().unwrap());
        if title == "Volzet" {
            registers(&full, &session).await.expect(201);
        }
        registers(&learner, &session).await.expect(201);
        if title == "Afgelast" {
            trainer.post(&format!("{session}/cancellation"), json!({"why": "Ziek"})).await.expect(200);
        }
    }
    service.live_at("2027-01-11T07:00:00Z");
    digest::write_due(&service.app, &mut service.db().await).await.unwrap();
    let digest = eventually("the digest", || async {
        let mails = connectoo::mail::store::newest(&mut service.db().await).await.unwrap();
        mails.into_iter().find(|mail| mail.recipient == "learner@example.be" && mail.stop_address.is_some())
    })
    .await;
    let told = digest.body_text;
    assert!(told.contains("Je volgende live sessie: “Gaat door” op 14 januari 2027, 14:00–16:00 uur."), "{told}");
    assert!(!["Afgelast", "Volzet", "Later"].iter().any(|other| told.contains(other)), "{told}");
}
