//! What the pages tell of a session before it, during it and after it: to who takes part, and to who gives it.

use super::{brevet::level_asks_for, later, marks, plan, registers, service_and_trainer};
use crate::{
    access::sign_in_by_form,
    harness::{Client, Service},
};
use connectoo::identity::Role;

/// Plans a session of an afternoon in January; its path by REST and that of its page.
async fn on_day(trainer: &Client, level: &str, day: u32, title: &str) -> (String, String) {
    let mut plan = plan(level, 1);
    for (name, time) in [("startsAt", "13:00"), ("endsAt", "15:00"), ("closesAt", "12:00")] {
        plan[name] = format!("2027-01-{day:02}T{time}:00Z").into();
    }
    plan["title"] = title.into();
    let id = trainer.post("/liveSessions", plan).await.expect(201).json()["id"].as_str().unwrap().to_owned();
    (format!("/liveSessions/{id}"), format!("/live-sessions/{id}"))
}

/// A page in English, as somebody sees it who signs in now.
async fn seen_by(service: &Service, role: Role, page: &str) -> String {
    let visitor = service.visitor();
    sign_in_by_form(&visitor, role).await;
    visitor.page(&format!("{page}?lang=en")).await.expect(200).text()
}

/// Where in a text these stand: all of them, in this order.
#[track_caller]
fn assert_in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        rest = rest.split_once(part).unwrap_or_else(|| panic!("{part} after what comes before it, in {text}")).1;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn having_been_there_counts_only_where_the_level_asks_for_sessions() {
    let (service, mut trainer) = service_and_trainer().await;
    let learner = service.learner().await;
    let (session, page) = on_day(&trainer, "basic", 12, "Oefenen").await;
    registers(&learner, &session).await.expect(201);
    later(&service, "2027-01-12T15:00:00Z", &mut [(&mut trainer, "trainer")]).await;
    let over = seen_by(&service, Role::Learner, &page).await;
    assert!(
        over.contains("Whether you were there is not recorded yet.") && !over.contains("You have a seat"),
        "{over}"
    );
    marks(&trainer, &session, &[&learner], &[]).await.expect(200);
    let attendance = format!("{page}/attendance");
    for asked in [0, 1] {
        level_asks_for(&service, 0, asked).await;
        let (told, to_trainer) =
            (seen_by(&service, Role::Learner, &page).await, seen_by(&service, Role::Trainer, &attendance).await);
        assert_eq!(told.contains("It counts for your level."), asked == 1, "{told}");
        assert_eq!(told.contains("and that is recorded. Thank you"), asked == 0, "{told}");
        assert_eq!(to_trainer.contains("A brevet that was awarded stays"), asked == 1, "{to_trainer}");
        let learning = seen_by(&service, Role::Learner, "/learning").await;
        assert!(!learning.contains("you also need live sessions"), "nothing is to be registered for: {learning}");
    }
    level_asks_for(&service, 0, 2).await;
    assert!(seen_by(&service, Role::Learner, "/learning").await.contains("you also need live sessions"));
}

#[tokio::test(flavor = "multi_thread")]
async fn my_learning_shows_the_next_session_and_the_list_begins_with_the_nearest() {
    let (service, trainer) = service_and_trainer().await;
    let (learner, other) = (service.learner().await, service.named(Role::Learner, "other", "Jan").await);
    let none = seen_by(&service, Role::Learner, "/live-sessions").await;
    assert!(none.contains("New ones appear on this page") && none.contains("<a href=\"/learning\">Go on learning</a>"));
    let (last, last_page) = on_day(&trainer, "basic", 20, "De laatste").await;
    let (next, next_page) = on_day(&trainer, "basic", 8, "De volgende").await;
    let (past, _) = on_day(&trainer, "basic", 5, "De vorige").await;
    let (first, _) = on_day(&trainer, "basic", 4, "De allereerste").await;
    registers(&other, &last).await.expect(201);
    for session in [&last, &past, &next, &first] {
        registers(&learner, session).await.expect(201);
    }
    service.live_at("2027-01-06T08:00:00Z");
    let learning = seen_by(&service, Role::Learner, "/learning").await;
    let told = learning.split("id=\"live-sessions\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert_in_order(
        told,
        &[&next_page, "De volgende", "8 January 2027, 14:00–16:00", "You have a seat", "/live-sessions\""],
    );
    assert!(!told.contains("De laatste") && !told.contains("You can practise"), "{told}");
    let list = seen_by(&service, Role::Learner, "/live-sessions").await;
    let expected =
        ["My sessions", "De volgende", "De laatste", "Other coming", "My past sessions", "De vorige", "Over"];
    assert_in_order(&list, &expected);
    assert_in_order(&list, &["De vorige", "De allereerste"]);

    service.live_at("2027-01-09T08:00:00Z");
    let learning = seen_by(&service, Role::Learner, "/learning").await;
    assert_in_order(&learning, &[&last_page, "De laatste", "On the waiting list"]);
    level_asks_for(&service, 0, 4).await; // one more than the seats that may still count
    let asked = seen_by(&service, Role::Learner, "/learning").await;
    assert_in_order(&asked, &["Basic level: you also need live sessions with a trainer (4).", "De laatste"]);
    // After registration has closed nobody moves up.
    service.live_at("2027-01-20T12:00:00Z");
    let late = seen_by(&service, Role::Learner, &last_page).await;
    assert!(late.contains("Registration has closed, and you did not get a seat.") && !late.contains("we write to you"));
    let list = seen_by(&service, Role::Learner, "/live-sessions").await;
    assert_in_order(&list, &["De laatste", "No seat"]);
    for page in ["/live-sessions", "/learning", "/agenda"] {
        assert!(!seen_by(&service, Role::Learner, page).await.contains("waiting list"), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_lacks_the_brevet_is_told_which_and_who_gives_the_session_is_not_asked_to_register() {
    let (service, trainer) = service_and_trainer().await;
    service.learner().await;
    let (_, page) = on_day(&trainer, "expert", 12, "Gesprekken").await;
    let told = seen_by(&service, Role::Learner, &page).await;
    let expected =
        ["you first need a valid brevet of this level: Basic level.", "<a href=\"/levels/basic\">", "Basic level"];
    assert_in_order(&told, &expected);
    assert!(!told.contains("/registration\""));
    let list = seen_by(&service, Role::Learner, "/live-sessions").await;
    assert_in_order(&list, &["Other coming sessions", "Gesprekken", "First you need a brevet: Basic level"]);
    assert!(!list.contains("seat left") && !list.contains("Choose one below."), "{list}");

    let own = seen_by(&service, Role::Trainer, &page).await;
    assert!(!own.contains("/registration\"") && !own.contains("you first need a valid brevet"), "{own}");
    let to_do =
        [&*format!("class=\"button\" href=\"{page}/attendance\">Who is registered"), "/edit\"", "/cancellation\""];
    assert_in_order(&own, &to_do);
    let list = seen_by(&service, Role::Trainer, "/live-sessions").await;
    assert_eq!(list.matches("Gesprekken").count(), 1, "{list}");
    assert_in_order(&list, &["Sessions I run", "task-link", "Gesprekken", "1 seat left"]);
    // An administrator reads of it twice, each time with words of its own.
    service.person(Role::Administrator).await;
    let list = seen_by(&service, Role::Administrator, "/live-sessions").await;
    let mut ids: Vec<&str> = list.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(list.matches(">Gesprekken</a>").count(), 2, "{list}");
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "no id stands twice: {list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_has_begun_says_who_was_there_and_its_forms_lead_back_to_it() {
    let (service, trainer) = service_and_trainer().await;
    let learner = service.learner().await;
    let (session, page) = on_day(&trainer, "basic", 12, "Oefenen").await;
    registers(&learner, &session).await.expect(201);
    let before = seen_by(&service, Role::Learner, &page).await;
    assert_in_order(&before, &["0 of 1 free", "Register before"]);
    service.live_at("2027-01-12T12:00:00Z");
    let closed = seen_by(&service, Role::Trainer, &page).await;
    assert_in_order(&closed, &["1 of 1 taken", "Registration closed", "12 January 2027 13:00"]);
    service.live_at("2027-01-12T13:00:00Z");
    let under_way = seen_by(&service, Role::Learner, &page).await;
    assert!(under_way.contains("1 of 1 taken") && !under_way.contains(" free<"), "{under_way}");
    assert!(!under_way.contains("Register before") && !under_way.contains("Registration closed"), "{under_way}");

    let giving = service.visitor();
    sign_in_by_form(&giving, Role::Trainer).await;
    let joining = service.visitor();
    sign_in_by_form(&joining, Role::Learner).await;
    for (who, form) in [(&giving, "edit"), (&giving, "cancellation"), (&joining, "withdrawal")] {
        let reply = who.page(&format!("{page}/{form}?lang=en")).await.expect(303);
        let led_to = who.page(reply.header("location")).await.expect(200).text();
        assert!(led_to.contains("This session has begun."), "{form}: {led_to}");
        assert_eq!(led_to.contains("Record who was there"), form != "withdrawal", "{form}: {led_to}");
    }

    let attendance = format!("{page}/attendance");
    let id = learner.account.unwrap().to_string();
    let saved = giving.form(&attendance, &attendance, &[("listed", &id), ("present", &id)]).await.expect(303);
    let told = giving.page(saved.header("location")).await.expect(200).text();
    assert_in_order(&told, &["The attendance is saved. Present: 1. Absent: 0.", "checked", "present (noted"]);
    assert!(giving.page(&page).await.text().contains("<p>Present: 1. Absent: 0.</p>"));
    assert!(!giving.page(&attendance).await.text().contains("The attendance is saved."));
    assert!(!joining.page(&page).await.text().contains("Present: 1."), "that is for who gives it");
}
