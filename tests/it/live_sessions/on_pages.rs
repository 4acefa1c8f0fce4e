//! The same by forms, without JavaScript.

use super::{brevet::asks_for, planned, registers, service_and_trainer};
use crate::access::sign_in_by_form;
use connectoo::identity::Role;

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_planned_joined_left_and_recorded_by_forms() {
    let (service, _) = service_and_trainer().await;
    let learner = service.learner().await;
    let (giving, joining) = (service.visitor(), service.visitor());
    sign_in_by_form(&giving, Role::Trainer).await;
    sign_in_by_form(&joining, Role::Learner).await;
    let mine = |page: String| page.contains("/live-sessions\"");
    assert!(!mine(joining.page("/learning").await.text()), "none is asked for and none is coming");
    assert!(mine(giving.page("/learning").await.text()), "a trainer plans the first one");

    let empty = giving.form("/live-sessions/new", "/live-sessions/new?lang=en", &[]).await.expect(400).text();
    for told in ["Enter a title.", "when the session begins.", "when the session ends.", "the number of seats."] {
        assert!(empty.contains(told), "{told} {empty}");
    }

    // In Belgian time; a wrong form comes back with all that was typed.
    let mut fields = vec![
        ("level", "basic"),
        ("title", "Oefenen met <Jan>"),
        ("language", "nl"),
        ("startsAt", "2027-07-12T14:00"),
        ("endsAt", "2027-07-12T13:00"),
        ("closesAt", ""),
        ("place", "Zaal 3"),
        ("link", ""),
        ("capacity", "1"),
    ];
    let again = giving.form("/live-sessions/new", "/live-sessions/new", &fields).await.expect(400).text();
    assert!(again.contains("href=\"#endsAt\"") && again.contains("Oefenen met &#60;Jan&#62;"), "{again}");
    fields[4].1 = "2027-07-12 16:30";
    let done = giving.form("/live-sessions/new", "/live-sessions/new", &fields).await.expect(303);
    let session = done.header("location").split('?').next().unwrap().to_owned();
    let rest = format!("/liveSessions/{}", session.rsplit('/').next().unwrap());
    assert_eq!(learner.get(&rest).await.json()["startsAt"], "2027-07-12T12:00:00Z");
    assert!(mine(joining.page("/learning").await.text()), "now one is coming");
    let edit = giving.page(&format!("{session}/edit")).await.expect(200).text();
    assert!(edit.contains("value=\"2027-07-12T14:00\"") && edit.contains("value=\"2027-07-12T16:30\""));

    let form = async |what: &str| joining.form(&session, &format!("{session}/{what}"), &[]).await.expect(303);
    form("registration").await;
    assert!(joining.page(&session).await.text().contains("Je hebt een plaats in deze sessie"));
    let asks = joining.page(&format!("{session}/withdrawal")).await.expect(200).text();
    assert!(asks.contains("Je geeft je plaats terug"));
    form("withdrawal").await;
    assert_eq!(learner.get(&rest).await.json().get("registration"), None);
    assert_eq!(joining.page(&format!("{session}/withdrawal")).await.status, 303, "there is nothing to withdraw from");
    form("registration").await;

    service.live_at("2027-07-12T12:00:00Z");
    sign_in_by_form(&giving, Role::Trainer).await;
    let attendance = format!("{session}/attendance");
    let page = giving.page(&attendance).await.expect(200).text();
    let who = page.split("name=\"listed\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    giving.form(&attendance, &attendance, &[("listed", &who), ("present", &who)]).await.expect(303);
    assert!(giving.page(&attendance).await.text().contains("checked"));
    giving.form(&attendance, &attendance, &[("listed", &who)]).await.expect(303);
    let page = giving.page(&attendance).await.text();
    assert!(page.contains("afwezig (genoteerd op 12 juli 2027 14:00)") && !page.contains("checked"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_cancelled_on_a_page_that_says_what_happens_and_the_level_tells_what_it_asks() {
    let (service, trainer) = service_and_trainer().await;
    let session = planned(&trainer, "basic", 3).await;
    let learner = service.learner().await;
    registers(&learner, &session).await.expect(201);
    let page = session.replace("/liveSessions", "/live-sessions");
    let giving = service.visitor();
    sign_in_by_form(&giving, Role::Trainer).await;
    let cancel = format!("{page}/cancellation");
    assert!(giving.page(&cancel).await.expect(200).text().contains("Aantal ingeschreven mensen: 1."));
    let again = giving.form(&cancel, &cancel, &[("why", "")]).await.expect(400).text();
    assert!(again.contains("href=\"#why\""));
    giving.form(&cancel, &cancel, &[("why", "Zaal niet vrij")]).await.expect(303);
    assert!(giving.page(&page).await.text().contains("De reden: Zaal niet vrij"));
    assert_eq!(giving.page(&cancel).await.status, 303, "to the session, which says why it is cancelled");

    asks_for(&service, 2).await;
    let level = service.visitor().page("/levels/expert?lang=en").await.expect(200).text();
    assert!(level.contains("you also need 2 live sessions with a trainer"), "{level}");
    assert!(!service.visitor().page("/levels/basic?lang=en").await.text().contains("live session"));
}
