//! Planning and changing: when registration may close, and how many people a session can hold.

use super::{crowd, later, plan, planned, registers, service_and_trainer};
use crate::{access::sign_in_by_form, harness::Reply};
use connectoo::{identity::Role, live_sessions::attendance_store};
use serde_json::{Value, json};

fn complaints(reply: &Reply) -> Vec<String> {
    let told = reply.json();
    let name = |issue: &Value| issue["name"].as_str().unwrap().to_owned();
    let mut names: Vec<String> = told["issues"].as_array().unwrap().iter().map(name).collect();
    names.sort();
    names
}

fn with(changes: &[(&str, &str)]) -> Value {
    let mut plan = plan("basic", 1);
    for (name, value) in changes {
        plan[*name] = (*value).into();
    }
    plan
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closing_in_the_past_or_after_the_start_is_refused_with_the_other_complaints() {
    let (service, trainer) = service_and_trainer().await;
    for closes_at in ["2027-01-03T13:00:00Z", "2027-01-04T08:00:00Z", "2027-01-12T13:01:00Z"] {
        let refused = trainer.post("/liveSessions", with(&[("closesAt", closes_at), ("title", "x")])).await.expect(400);
        assert_eq!(complaints(&refused), ["closesAt", "title"], "{closes_at}");
    }
    let giving = service.visitor();
    sign_in_by_form(&giving, Role::Trainer).await;
    let form = |closes_at: &'static str| {
        let fields = [
            ("level", "basic"),
            ("title", "Oefenen"),
            ("language", "nl"),
            ("startsAt", "2027-01-12T14:00"),
            ("endsAt", "2027-01-12T16:00"),
            ("closesAt", closes_at),
            ("place", "Zaal 3"),
            ("link", ""),
            ("capacity", "0"),
        ];
        let giving = &giving;
        async move { giving.form("/live-sessions/new", "/live-sessions/new", &fields).await.expect(400).text() }
    };
    let told = form("2027-01-03T14:00").await;
    assert!(told.contains("href=\"#closesAt\"") && told.contains("href=\"#capacity\""), "{told}");
    assert!(told.contains("Dit moment is voorbij") && told.contains("value=\"2027-01-03T14:00\""));
    assert!(form("2027-01-12T14:01").await.contains("De inschrijving moet vóór of bij het begin sluiten"));
    // Seats come whole: no example of half of one.
    let fields = |seats| [("title", "Oefenen"), ("capacity", seats)];
    for seats in ["1.000", "1 000", "2,5", "twee", "501"] {
        let told = giving.form("/live-sessions/new", "/live-sessions/new", &fields(seats)).await.expect(400).text();
        assert!(told.contains("Vul een geheel getal in van 1 tot 500.") && !told.contains("2,5."), "{seats}: {told}");
    }
    // Years that no calendar shows, which browsers do not stop anybody from sending.
    for nonsense in ["-262143-01-01T00:00", "+99999-01-01T00:00", "0000-01-01T00:00"] {
        assert!(form(nonsense).await.contains("href=\"#closesAt\""), "{nonsense}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closing_that_is_over_stays_when_the_rest_is_changed_and_can_be_opened_again() {
    let (service, mut trainer) = service_and_trainer().await;
    let odd = with(&[("closesAt", "2027-01-11T13:00:59Z"), ("startsAt", "2027-01-12T13:00:30.5Z")]);
    let made = trainer.post("/liveSessions", odd).await.expect(201).json();
    assert_eq!((&made["closesAt"], &made["startsAt"]), (&plan("", 1)["closesAt"], &plan("", 1)["startsAt"]));
    let session = format!("/liveSessions/{}", made["id"].as_str().unwrap());
    let mut learner = service.learner().await;
    later(&service, "2027-01-12T08:00:00Z", &mut [(&mut trainer, "trainer"), (&mut learner, "learner")]).await;
    assert_eq!(registers(&learner, &session).await.expect(409).problem(), "registrationClosed");

    let moved = trainer.put(&session, with(&[("place", "Namen")])).await.expect(200).json();
    assert_eq!((&moved["place"], &moved["closesAt"]), (&json!("Namen"), &made["closesAt"]));
    let other = trainer.put(&session, with(&[("closesAt", "2027-01-11T14:00:00Z")])).await.expect(400);
    assert_eq!(complaints(&other), ["closesAt"]);
    // The form of the change shows it as it is, and takes it back.
    let (page, giving) = (session.replace("/liveSessions", "/live-sessions"), service.visitor());
    sign_in_by_form(&giving, Role::Trainer).await;
    let edit = format!("{page}/edit");
    let shown = giving.page(&edit).await.expect(200).text();
    let field = |name: &str| {
        let input = shown.split(&format!("name=\"{name}\"")).nth(1).unwrap();
        input.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let kept = ["startsAt", "endsAt", "closesAt", "place", "link", "capacity"].map(|name| (name, field(name)));
    assert_eq!(kept[2].1, "2027-01-11T14:00");
    let mut fields: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.extend([("title", "Andere titel"), ("level", "basic"), ("language", "fr")]);
    giving.form(&edit, &edit, &fields).await.expect(303);
    let changed = trainer.get(&session).await.json();
    assert_eq!([&changed["title"], &changed["language"], &changed["place"]], ["Andere titel", "fr", "Namen"]);

    trainer.put(&session, with(&[("closesAt", "2027-01-12T13:00:00Z")])).await.expect(200);
    registers(&learner, &session).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closing_that_nobody_chose_goes_along_with_the_start() {
    let (service, trainer) = service_and_trainer().await;
    let giving = service.visitor();
    sign_in_by_form(&giving, Role::Trainer).await;
    let plan_at = |starts: &'static str, ends: &'static str, closes: String| {
        let fixed = [("level", "basic"), ("title", "Oefenen"), ("language", "nl"), ("place", "Zaal 3"), ("link", "")];
        let given = [("startsAt", starts), ("endsAt", ends), ("capacity", "3")];
        let fields: Vec<(&str, String)> =
            fixed.into_iter().chain(given).map(|(name, value)| (name, value.to_owned())).collect();
        fields.into_iter().chain([("closesAt", closes)]).collect::<Vec<_>>()
    };
    let send = async |path: &str, fields: Vec<(&str, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        giving.form(path, path, &fields).await.expect(303).header("location").split('?').next().unwrap().to_owned()
    };
    let page = send("/live-sessions/new", plan_at("2027-01-12T14:00", "2027-01-12T16:00", String::new())).await;
    let (session, edit) = (page.replace("/live-sessions", "/liveSessions"), format!("{page}/edit"));
    let closes_at = async || trainer.get(&session).await.json()["closesAt"].clone();
    assert_eq!(closes_at().await, "2027-01-12T13:00:00Z");
    // The form gives back what was typed: nothing. Earlier and later, the closing goes along.
    for (starts, ends, expected) in [
        ("2027-01-11T14:00", "2027-01-11T16:00", "2027-01-11T13:00:00Z"),
        ("2027-01-22T14:00", "2027-01-22T16:00", "2027-01-22T13:00:00Z"),
    ] {
        let shown = giving.page(&edit).await.expect(200).text();
        let field = shown.split("name=\"closesAt\"").nth(1).unwrap();
        let value = field.split("value=\"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(value, "");
        send(&edit, plan_at(starts, ends, value.to_owned())).await;
        assert_eq!(closes_at().await, expected);
    }
    // The same by REST; a closing that was chosen stays where it is.
    let mut moved = with(&[("startsAt", "2027-01-14T13:00:00Z"), ("endsAt", "2027-01-14T15:00:00Z")]);
    moved.as_object_mut().unwrap().remove("closesAt");
    assert_eq!(trainer.put(&session, moved).await.expect(200).json()["closesAt"], "2027-01-14T13:00:00Z");
    send(&edit, plan_at("2027-01-14T14:00", "2027-01-14T16:00", "2027-01-13T14:00".into())).await;
    assert!(giving.page(&edit).await.text().contains("value=\"2027-01-13T14:00\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_attendance_of_the_fullest_session_fits_in_one_form() {
    let (service, trainer) = service_and_trainer().await;
    let session = planned(&trainer, "basic", 500).await;
    assert_eq!(crowd(&service, &session, 500, 100).await, Ok(600));
    assert_eq!(trainer.get(&session).await.json()["waiting"], 100);
    service.live_at("2027-01-12T13:00:00Z");
    let giving = service.visitor();
    sign_in_by_form(&giving, Role::Trainer).await;
    let page = format!("{}/attendance", session.replace("/liveSessions", "/live-sessions"));
    // The second time also those who waited are listed, since they were marked.
    for listed in [500, 600] {
        let html = giving.page(&page).await.expect(200).text();
        let ids = |name: &str| -> Vec<String> {
            let start = format!("name=\"{name}\" value=\"");
            html.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
        };
        let (seated, everybody) = (ids("listed"), ids("present"));
        assert_eq!((seated.len(), everybody.len()), (listed, 600));
        let listed = seated.iter().map(|id| ("listed", id.as_str()));
        let fields: Vec<_> = everybody.iter().map(|id| ("present", id.as_str())).chain(listed).collect();
        giving.form(&page, &page, &fields).await.expect(303);
    }
    let id = session.rsplit('/').next().unwrap().parse().unwrap();
    let recorded = attendance_store::attendances(&mut service.db().await, id).await.unwrap();
    assert!(recorded.len() == 600 && recorded.values().all(|one| one.present && one.revision == 1));
}
