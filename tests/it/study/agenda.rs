//! The agenda: what comes when, as a page, by REST and as a calendar file; and the digest, once a week until it is enough.

use crate::{
    access::sign_in_by_form,
    harness::{Client, PASSWORD, Service, eventually, hears_of_validity, with_validity},
};
use connectoo::{agenda::digest, identity::Role, mail::store::Mail};
use futures_util::future::join_all;
use serde_json::{Value, json};

/// A Friday; people read their first lesson.
const BEGUN: &str = "2027-03-05T09:00:00Z";
/// The Mondays after, and a moment each at which digests are written.
const MONDAYS: [&str; 7] = [
    "2027-03-15T07:00:00Z",
    "2027-03-22T07:00:00Z",
    "2027-03-29T07:00:00Z",
    "2027-04-05T07:00:00Z",
    "2027-04-12T07:00:00Z",
    "2027-04-19T07:00:00Z",
    "2027-04-26T07:00:00Z",
];

async fn digests_to(service: &Service, address: &str) -> Vec<Mail> {
    let mails = connectoo::mail::store::newest(&mut service.db().await).await.unwrap();
    let is_one = |mail: &Mail| {
        mail.recipient == address && mail.stop_address.as_ref().is_some_and(|stop| stop.contains("/digests/"))
    };
    mails.into_iter().rev().filter(is_one).collect()
}

async fn write_due(service: &Service) -> usize {
    digest::write_due(&service.app, &mut service.db().await).await.unwrap()
}

/// Somebody who has read the first lesson about CSAM.
async fn begun(service: &Service, address: &str) -> Client {
    let learner = service.named(Role::Learner, address, "Lina Vos").await;
    read(&learner).await;
    learner
}

async fn read(learner: &Client) {
    learner.put("/modules/csam/lessons/01-what-csam-is/reading", json!({})).await.expect(204);
}

async fn patch(learner: &Client, change: Value) -> Value {
    Client::send(learner.request(reqwest::Method::PATCH, "/me").json(&change)).await.expect(200).json()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_write_one_digest_a_week_until_somebody_has_stayed_away_for_four_weeks() {
    let one = Service::start().await;
    let other = Service::on(one.app.database_url.clone()).await;
    let at = |moment: &str| {
        one.live_at(moment);
        other.live_at(moment);
    };
    at(BEGUN);
    let mut learner = begun(&one, "learner").await;
    patch(&learner, json!({"language": "fr"})).await;
    service_has_only_registered(&one).await;
    at("2027-03-08T07:00:00Z");
    assert_eq!(write_due(&one).await, 0, "the first comes after a week");
    at("2027-03-15T04:30:00Z");
    assert_eq!(write_due(&one).await, 0, "nobody is written to at night");
    // She was here on 5 March: four weeks later it stops.
    for (weeks, monday) in MONDAYS.iter().enumerate() {
        at(monday);
        join_all([&one, &other, &one, &other].map(write_due)).await;
        let expected = (weeks + 1).min(3);
        let written =
            || async { Some(digests_to(&one, "learner@example.be").await).filter(|all| all.len() >= expected) };
        assert_eq!(eventually("the digest", written).await.len(), expected, "on {monday}");
        assert_eq!(write_due(&one).await, 0, "one a week");
    }
    // Who comes back hears of it again the next week.
    learner.sign_in("learner@example.be", PASSWORD).await;
    at("2027-04-28T07:00:00Z");
    write_due(&one).await;
    assert_eq!(digests_to(&one, "learner@example.be").await.len(), 4);
    let mail = digests_to(&one, "learner@example.be").await.remove(0);
    assert_eq!(mail.language.word(), "fr");
    for part in
        ["Lina Vos", "0 des 12 compétences", "Lisez la leçon", "(environ ", "/modules/csam/lessons/02-choosing-a-key"]
    {
        assert!(mail.body_text.contains(part), "{part}: {}", mail.body_text);
    }
    assert_eq!(digests_to(&one, "registered@example.be").await.len(), 0, "nothing was begun");
}

async fn service_has_only_registered(service: &Service) {
    service.named(Role::Learner, "registered", "Jan").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_digest_tells_what_comes_back_today_and_none_comes_after_the_brevet() {
    let service = Service::start().await;
    with_validity(&service, 36).await;
    service.live_at(BEGUN);
    let mut learner = service.named(Role::Learner, "learner", "Lina").await;
    let attempt = learner.start("csam").await;
    learner.answer_all(&service, &attempt, false).await;
    learner.submit(&attempt).await.expect(200);
    let open = learner.start("ebox").await;
    service.live_at(MONDAYS[0]);
    write_due(&service).await;
    let mail = eventually("the digest", || async { digests_to(&service, "learner@example.be").await.pop() }).await;
    assert!(mail.body_text.contains("Vandaag herhaal je"), "{}", mail.body_text);
    assert!(mail.body_text.contains(&format!("/attempts/{}", open["id"].as_str().unwrap())), "{}", mail.body_text);
    learner.sign_in("learner@example.be", PASSWORD).await;
    learner.pass_all_but(&service, &["ebox"]).await;
    learner.answer_all(&service, &open, true).await;
    learner.submit(&open).await.expect(200);
    service.live_at(MONDAYS[1]);
    write_due(&service).await;
    assert_eq!(digests_to(&service, "learner@example.be").await.len(), 1, "the level is done");
    // The next level begins a new row of them.
    let lesson = learner.get("/modules/step-by-step").await.json()["lessons"][0]["slug"].as_str().unwrap().to_owned();
    learner.sign_in("learner@example.be", PASSWORD).await;
    learner.put(&format!("/modules/step-by-step/lessons/{lesson}/reading"), json!({})).await.expect(204);
    service.live_at(MONDAYS[3]);
    write_due(&service).await;
    let written = || async { Some(digests_to(&service, "learner@example.be").await).filter(|all| all.len() == 2) };
    let expert = eventually("the digest of the expert level", written).await.remove(1);
    assert!(expert.body_text.contains("1 van de 4 competenties"), "{}", expert.body_text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_digest_of_the_expert_level_tells_that_the_basic_brevet_can_be_renewed() {
    let service = Service::start().await;
    with_validity(&service, 2).await; // it can be renewed at once
    service.live_at(BEGUN);
    let learner = service.learner().await;
    learner.earn_basic(&service).await;
    let lesson = learner.get("/modules/step-by-step").await.json()["lessons"][0]["slug"].as_str().unwrap().to_owned();
    learner.put(&format!("/modules/step-by-step/lessons/{lesson}/reading"), json!({})).await.expect(204);
    service.live_at(MONDAYS[0]);
    write_due(&service).await;
    let mail = eventually("the digest", || async { digests_to(&service, "learner@example.be").await.pop() }).await;
    assert!(mail.body_text.contains("Geldig tot en met 4 mei 2027"), "{}", mail.body_text);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_worker_writes_digests_by_itself() {
    let service = Service::start().await;
    service.live_at(BEGUN);
    begun(&service, "learner").await;
    service.live_at(MONDAYS[0]);
    eventually("the digest", || async { digests_to(&service, "learner@example.be").await.pop() }).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_click_in_a_digest_stops_digests_and_nothing_else_and_the_account_takes_them_back() {
    let service = Service::start().await;
    service.live_at(BEGUN);
    let mut learner = begun(&service, "learner").await;
    assert_eq!(learner.get("/me").await.expect(200).json()["digests"], true);
    service.live_at(MONDAYS[0]);
    write_due(&service).await;
    let mail = eventually("the digest", || async { digests_to(&service, "learner@example.be").await.pop() }).await;
    let path = mail.stop_address.unwrap().strip_prefix(&service.url).unwrap().to_owned();
    let visitor = service.visitor();
    learner.sign_in("learner@example.be", PASSWORD).await;
    visitor.page(&path).await.expect(200);
    assert_eq!(learner.get("/me").await.json()["digests"], true, "a program that looks at links changes nothing");
    let click = visitor.http.post(format!("{}{path}", service.url)).form(&[("List-Unsubscribe", "One-Click")]);
    for _ in 0..2 {
        Client::send(click.try_clone().unwrap()).await.expect(200);
        let me = learner.get("/me").await.json();
        assert_eq!((&me["digests"], &me["reminders"]), (&json!(false), &json!(true)));
    }
    service.live_at(MONDAYS[1]);
    assert_eq!(write_due(&service).await, 0);
    // The account takes them back, by REST and on its page; the link of the mail stops them by REST too.
    learner.sign_in("learner@example.be", PASSWORD).await;
    assert_eq!(patch(&learner, json!({"digests": true})).await["digests"], true);
    let token = path.split(['/', '?']).nth(2).unwrap();
    visitor.post(&format!("/digestOptOuts/{token}"), json!({})).await.expect(204);
    assert_eq!(learner.get("/me").await.json()["digests"], false);
    sign_in_by_form(&visitor, Role::Learner).await;
    let fields = |digests| [("name", "Lina"), ("language", "nl"), ("digests", digests)];
    visitor.form("/account", "/account", &fields("maybe")).await.expect(400);
    visitor.form("/account", "/account", &fields("yes")).await.expect(303);
    assert_eq!(learner.get("/me").await.json()["digests"], true);
    for wrong in ["x", &"0".repeat(43)] {
        assert_eq!(
            visitor.post(&format!("/digestOptOuts/{wrong}"), json!({})).await.expect(400).problem(),
            "linkExpired"
        );
        visitor.page(&format!("/digests/{wrong}")).await.expect(400);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_agenda_says_what_comes_when_on_its_page_by_rest_and_in_a_calendar_file() {
    let service = Service::start().await;
    with_validity(&service, 36).await;
    hears_of_validity(&service, 36).await;
    service.live_at(BEGUN);
    let mut learner = service.learner().await;
    let empty = learner.get("/me/agenda").await.expect(200).json();
    assert_eq!((&empty["today"], &empty["items"]), (&json!("2027-03-05"), &json!([])));
    let page = service.visitor();
    sign_in_by_form(&page, Role::Learner).await;
    assert!(page.page("/agenda?lang=en").await.expect(200).text().contains("Nothing is planned"));
    let failed = learner.start("csam").await;
    learner.answer_all(&service, &failed, false).await;
    learner.submit(&failed).await.expect(200);
    let number = learner.earn_basic(&service).await;
    let open = learner.start("ebox").await;
    let missed = learner.start("myhealth").await;
    learner.answer_all(&service, &missed, false).await;
    learner.submit(&missed).await.expect(200);
    let agenda = learner.get("/me/agenda?lang=en").await.expect(200).json();
    let told: Vec<(&str, &str)> = agenda["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (item["day"].as_str().unwrap(), item["kind"].as_str().unwrap()))
        .collect();
    let expected = [
        ("2027-03-05", "openQuiz"),
        ("2027-03-06", "practice"),
        ("2029-12-04", "renewalOpens"),
        ("2030-03-04", "brevetEnds"),
    ];
    assert_eq!(told, expected, "{agenda:#}");
    assert_eq!(agenda["items"][0]["page"], format!("/attempts/{}", open["id"].as_str().unwrap()));
    let html = page.page("/agenda?lang=en").await.expect(200).text();
    for part in ["Today", "6 March 2027", "4 December 2029", &format!("/brevets#brevet-{number}"), "calendar.ics"] {
        assert!(html.contains(part), "{part}: {html}");
    }
    for (door, file) in [
        ("page", page.page("/agenda/calendar.ics?lang=en").await.expect(200)),
        ("REST", learner.get("/me/agenda/calendar.ics?lang=en").await.expect(200)),
    ] {
        assert!(file.header("content-type").starts_with("text/calendar"), "{door}");
        assert!(file.header("content-disposition").contains("connectoo.ics"), "{door}");
        is_a_calendar(&file.text(), &["20270306", "20291204", "20300304"]);
    }
    // A file that is made anew names the same entries alike.
    let uids = |text: &str| text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    let first = uids(&page.page("/agenda/calendar.ics").await.text());
    service.app.clock.shift(chrono::Duration::hours(2));
    learner.sign_in("learner@example.be", PASSWORD).await;
    assert_eq!(uids(&learner.get("/me/agenda/calendar.ics").await.text()), first);
    // What was due yesterday is due today.
    service.live_at("2027-03-09T09:00:00Z");
    learner.sign_in("learner@example.be", PASSWORD).await;
    let late = learner.get("/me/agenda").await.expect(200).json();
    assert_eq!((&late["items"][1]["day"], &late["items"][1]["kind"]), (&json!("2027-03-09"), &json!("practice")));
    let due = uids(&learner.get("/me/agenda/calendar.ics").await.text());
    service.app.clock.shift(chrono::Duration::days(1));
    learner.sign_in("learner@example.be", PASSWORD).await;
    assert_eq!(uids(&learner.get("/me/agenda/calendar.ics").await.text()), due, "until it is done");
}

/// Whether a text is a calendar by RFC 5545 with whole days of these dates: lines end with CRLF and have 75 octets at most, and each
/// event has what it must have.
fn is_a_calendar(text: &str, days: &[&str]) {
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    for name in ["VERSION:2.0\r\n", "PRODID:"] {
        assert_eq!(text.matches(name).count(), 1, "{name} once: {text}");
    }
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{text}");
    let unfolded = text.replace("\r\n ", "");
    let events: Vec<&str> = unfolded.split("BEGIN:VEVENT\r\n").skip(1).collect();
    assert_eq!(events.len(), days.len(), "{text}");
    for (event, day) in events.iter().zip(days) {
        for part in ["UID:", "DTSTAMP:", "SUMMARY:", "URL:", "TRANSP:TRANSPARENT"] {
            assert_eq!(event.lines().filter(|line| line.starts_with(part)).count(), 1, "{part} {event}");
        }
        assert!(event.contains(&format!("DTSTART;VALUE=DATE:{day}\r\n")), "{event}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_digest_comes_by_day_and_a_week_after_the_one_before_however_often_is_looked() {
    let service = Service::start().await;
    // In the late evening before the change to summer time.
    service.live_at("2027-03-19T21:40:00Z");
    let mut learner = begun(&service, "learner").await;
    let begun_at = service.app.clock.now();
    for hour in (0..5 * 7 * 24).step_by(2) {
        let at = begun_at + chrono::Duration::hours(hour);
        service.app.clock.shift(at - service.app.clock.now());
        if hour % (7 * 24) == 100 {
            learner.sign_in("learner@example.be", PASSWORD).await; // they are here each week
        }
        write_due(&service).await; // the worker does the same, now and then
    }
    let mut written: Vec<_> =
        digests_to(&service, "learner@example.be").await.into_iter().map(|mail| mail.written_at).collect();
    written.sort();
    assert_eq!(written.len(), 4, "{written:?}");
    let week = chrono::Duration::days(7) - chrono::Duration::minutes(10); // looks come a little sooner or later
    assert!(written.windows(2).all(|two| two[1] - two[0] >= week), "{written:?}");
    let hour = |at: &chrono::DateTime<chrono::Utc>| connectoo::locale::time_of_day(*at);
    assert!(written.iter().all(|at| ("06:00".to_owned().."21:00".to_owned()).contains(&hour(at))), "{written:?}");
}
