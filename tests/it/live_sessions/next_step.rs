//! Who has a seat in the session that a level asks for is told to take part, not to register.

use super::{brevet::asks_for, crowd, later, marks, plan, planned, registers, service_and_trainer, withdraws};
use crate::{
    access::sign_in_by_form,
    harness::{Client, Service, eventually},
};
use connectoo::{agenda::digest, identity::Role};
use serde_json::{Value, json};

const EXPERT: [&str; 3] = ["step-by-step", "supportive-attitude", "right-questions"];

async fn next(learner: &Client) -> Value {
    learner.get("/me/progress").await.expect(200).json()["items"][1]["next"].clone()
}

async fn digest(service: &Service) -> Option<String> {
    let mails = connectoo::mail::store::newest(&mut service.db().await).await.unwrap();
    let to_stop = |address: &Option<String>| address.as_ref().is_some_and(|stop| stop.contains("/digests/"));
    let digest = mails.into_iter().find(|mail| mail.recipient == "learner@example.be" && to_stop(&mail.stop_address));
    digest.map(|digest| digest.body_text)
}

/// What "my learning" says in English, without markup.
async fn told(service: &Service) -> String {
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    browser.page("/learning?lang=en").await.expect(200).text()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_step_of_who_has_a_seat_is_the_session_and_then_to_wait_until_it_is_recorded() {
    let (service, mut trainer) = service_and_trainer().await;
    asks_for(&service, 1).await;
    let mut learner = service.learner().await;
    learner.pass_all_but(&service, &[]).await;
    for module in EXPERT {
        learner.pass(&service, module).await;
    }
    let (session, basic, full) = (
        planned(&trainer, "expert", 5).await,
        planned(&trainer, "basic", 5).await,
        planned(&trainer, "expert", 1).await,
    );
    let register = json!({"step": "liveSession", "href": "/api/connectoo/v1/liveSessions?level=expert"});
    assert_eq!(next(&learner).await, register);
    let page = told(&service).await;
    assert!(page.contains("register for one") && page.contains("Register in time."), "{page}");

    // A seat at another level and a place in a line are no seat.
    registers(&learner, &basic).await.expect(201);
    assert_eq!(crowd(&service, &full, 1, 0).await, Ok(1));
    registers(&learner, &full).await.expect(201);
    assert_eq!(next(&learner).await, register);
    withdraws(&learner, &full).await.expect(204);

    registers(&learner, &session).await.expect(201);
    let seat = json!({
        "step": "seat", "href": format!("/api/connectoo/v1{session}"), "startsAt": "2027-01-12T13:00:00Z",
        "endsAt": "2027-01-12T15:00:00Z",
    });
    assert_eq!(next(&learner).await, seat);
    let page = told(&service).await;
    let link = session.replace("/liveSessions", "/live-sessions");
    assert!(
        page.contains("you have a seat in the live session “Gesprekken oefenen” on 12 January 2027 at 14:00."),
        "{page}"
    );
    assert!(page.contains(&format!("class=\"button\" href=\"{link}\"")), "{page}");
    assert!(!page.contains("register for one") && !page.contains("Register in time."), "{page}");

    withdraws(&learner, &session).await.expect(204);
    assert_eq!(next(&learner).await, register);
    registers(&learner, &session).await.expect(201);
    let with = |learner| [(learner, "learner")];
    later(&service, "2027-01-12T14:59:00Z", &mut with(&mut learner)).await;
    assert_eq!(next(&learner).await, seat, "it is going on");
    later(&service, "2027-01-12T15:00:00Z", &mut [(&mut learner, "learner"), (&mut trainer, "trainer")]).await;
    assert_eq!(next(&learner).await, seat, "it is over, and nobody has recorded who was there");
    let page = told(&service).await;
    assert!(page.contains("“Gesprekken oefenen” is over. There is nothing to do"), "{page}");
    marks(&trainer, &session, &[], &[&learner]).await.expect(200);
    assert_eq!(next(&learner).await, register, "absent");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seat_that_leads_nowhere_asks_for_another_session() {
    let (service, trainer) = service_and_trainer().await;
    asks_for(&service, 2).await;
    let mut learner = service.learner().await;
    learner.pass_all_but(&service, &[]).await;
    for module in EXPERT {
        learner.pass(&service, module).await;
    }
    let first = planned(&trainer, "expert", 5).await;
    registers(&learner, &first).await.expect(201);
    assert_eq!(next(&learner).await["step"], "liveSession", "the level asks for two");
    let mut later_one = plan("expert", 5);
    for (name, at) in [("startsAt", "13:00"), ("endsAt", "15:00"), ("closesAt", "12:00")] {
        later_one[name] = format!("2027-01-20T{at}:00Z").into();
    }
    let second = trainer.post("/liveSessions", later_one).await.expect(201);
    let second = second.header("location").strip_prefix("/api/connectoo/v1").unwrap().to_owned();
    registers(&learner, &second).await.expect(201);
    assert_eq!(next(&learner).await["startsAt"], "2027-01-12T13:00:00Z", "the first of them");
    let mut with = [(&mut learner, "learner")];
    later(&service, "2027-01-13T08:00:00Z", &mut with).await;
    assert_eq!(next(&learner).await["startsAt"], "2027-01-20T13:00:00Z", "the one that is still to come");
    // A digest tells what there is to do.
    digest::write_due(&service.app, &mut service.db().await).await.unwrap();
    assert_eq!(digest(&service).await, None);
    withdraws(&learner, &second).await.expect(204);
    digest::write_due(&service.app, &mut service.db().await).await.unwrap();
    let told = eventually("the digest", || digest(&service)).await;
    assert!(!told.contains("minu"), "nothing is left to learn: {told}");
    assert!(told.contains("schrijf je in"), "{told}");
    registers(&learner, &second).await.expect(201);
    // Nobody recorded the first one, and now nobody can.
    let mut with = [(&mut learner, "learner")];
    later(&service, "2027-01-26T15:00:00Z", &mut with).await;
    assert_eq!(next(&learner).await["step"], "liveSession");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_session_is_no_next_step() {
    let (service, trainer) = service_and_trainer().await;
    asks_for(&service, 1).await;
    let learner = service.learner().await;
    learner.pass_all_but(&service, &[]).await;
    for module in EXPERT {
        learner.pass(&service, module).await;
    }
    let session = planned(&trainer, "expert", 5).await;
    registers(&learner, &session).await.expect(201);
    assert_eq!(next(&learner).await["step"], "seat");
    let why = json!({"why": "De lesgever is ziek"});
    trainer.post(&format!("{session}/cancellation"), why).await.expect(200);
    assert_eq!(next(&learner).await["step"], "liveSession");
}
