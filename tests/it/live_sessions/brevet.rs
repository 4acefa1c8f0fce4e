//! Attendance, and the brevet that may rest on it.

use super::{later, marks, planned, registers, service_and_trainer};
use crate::harness::{Client, Service, course, eventually};
use connectoo::{brevets, identity::Role, ids::LiveSessionId, live_sessions::attendance_store};
use diesel_async::RunQueryDsl;
use futures_util::future::join_all;
use std::collections::BTreeMap;

const EXPERT: [&str; 3] = ["step-by-step", "supportive-attitude", "right-questions"];

/// Lets the expert level ask for so many live sessions.
pub async fn asks_for(service: &Service, count: i32) {
    level_asks_for(service, 1, count).await;
}

/// The same of a level, by its place in the curriculum.
pub async fn level_asks_for(service: &Service, level: usize, count: i32) {
    let mut curriculum = course().curriculum.clone();
    curriculum.0[level].live_sessions = count;
    let mut db = service.db().await;
    connectoo::competencies::store::save(&mut db, &curriculum).await.unwrap();
    diesel::sql_query("NOTIFY connectoo, 'course'").execute(&mut db).await.unwrap();
    eventually("the curriculum", || async {
        (service.app.course.taught().curriculum.0[level].live_sessions == count).then_some(())
    })
    .await;
}

async fn expert_brevets(service: &Service, client: &Client) -> usize {
    let all = brevets::store::brevets_of(&mut service.db().await, client.account.unwrap()).await.unwrap();
    all.iter().filter(|brevet| brevet.level == connectoo::competencies::Level::Expert).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_2_a_level_that_asks_for_a_live_session_awards_with_whichever_comes_last() {
    let (service, mut trainer) = service_and_trainer().await;
    asks_for(&service, 1).await;
    let session = planned(&trainer, "expert", 5).await;
    let mut quiz_last = service.named(Role::Learner, "quiz", "Lina").await;
    let mut session_last = service.named(Role::Learner, "session", "Jan").await;
    for learner in [&quiz_last, &session_last] {
        learner.pass_all_but(&service, &[]).await;
        registers(learner, &session).await.expect(201);
    }
    for module in EXPERT {
        assert!(session_last.pass(&service, module).await.get("brevet").is_none(), "the session is wanting");
    }
    let progress = session_last.get("/me/progress").await.expect(200).json();
    assert_eq!(progress["items"][1]["next"]["step"], "seat");
    assert_eq!(progress["items"][1]["liveSessions"], serde_json::json!({"attended": 0, "asked": 1}));
    assert_eq!(quiz_last.get("/levels").await.json()["items"][1]["liveSessions"], 1);

    assert_eq!(marks(&trainer, &session, &[&session_last], &[]).await.expect(409).problem(), "liveSessionNotBegun");
    let everybody = &mut [(&mut trainer, "trainer"), (&mut quiz_last, "quiz"), (&mut session_last, "session")];
    later(&service, "2027-01-12T15:00:00Z", everybody).await;
    for _ in 0..2 {
        let told = marks(&trainer, &session, &[&session_last, &quiz_last], &[]).await.expect(200).json();
        assert!(told["items"].as_array().unwrap().iter().all(|one| one["present"] == true));
    }
    assert_eq!(expert_brevets(&service, &session_last).await, 1, "the session came last");
    let number = session_last.newest_brevet().await;
    session_last.sealed_pdf(&number).await;
    assert_eq!(expert_brevets(&service, &quiz_last).await, 0, "nothing of the quizzes is proven");
    let (last, first) = EXPERT.split_last().unwrap();
    for module in first {
        assert!(quiz_last.pass(&service, module).await.get("brevet").is_none());
    }
    assert!(quiz_last.pass(&service, last).await.get("brevet").is_some(), "the quiz came last");

    // A correction takes no brevet back, and is kept beside what it corrects.
    marks(&trainer, &session, &[], &[&session_last]).await.expect(200);
    assert_eq!(expert_brevets(&service, &session_last).await, 1);
    let id: LiveSessionId = session.rsplit('/').next().unwrap().parse().unwrap();
    let recorded = attendance_store::attendances(&mut service.db().await, id).await.unwrap();
    let of = |client: &Client| recorded[&client.account.unwrap()];
    assert_eq!((of(&session_last).present, of(&session_last).revision), (false, 2));
    assert_eq!((of(&quiz_last).present, of(&quiz_last).revision), (true, 1), "the same again is no correction");
    assert_eq!(session_last.get(&session).await.json()["registration"]["present"], false);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_2_the_last_quiz_and_the_attendance_at_the_same_moment_award_one_brevet() {
    let (service, mut trainer) = service_and_trainer().await;
    asks_for(&service, 1).await;
    let session = planned(&trainer, "expert", 20).await;
    let mut learners = Vec::new();
    for at in 0..8 {
        let learner = service.named(Role::Learner, &format!("learner-{at}"), "Lina").await;
        learner.pass_all_but(&service, &[]).await;
        registers(&learner, &session).await.expect(201);
        learners.push(learner);
    }
    service.live_at("2027-01-12T15:00:00Z");
    trainer.sign_in("trainer@example.be", crate::harness::PASSWORD).await;
    let mut attempts = Vec::new();
    for (at, learner) in learners.iter_mut().enumerate() {
        learner.sign_in(&format!("learner-{at}@example.be"), crate::harness::PASSWORD).await;
        let (last, first) = EXPERT.split_last().unwrap();
        for module in first {
            learner.pass(&service, module).await;
        }
        let attempt = learner.start(last).await;
        learner.answer_all(&service, &attempt, true).await;
        attempts.push(attempt);
    }
    // Each submission three times, the attendance of each by itself and of all together, all at once.
    let submissions =
        join_all(learners.iter().zip(&attempts).cycle().take(24).map(|(who, attempt)| who.submit(attempt)));
    let one_by_one = join_all(learners.iter().map(|learner| {
        let (trainer, session) = (&trainer, &session);
        async move { marks(trainer, session, &[learner], &[]).await }
    }));
    let all: Vec<&Client> = learners.iter().collect();
    let (submitted, marked, together) = tokio::join!(submissions, one_by_one, marks(&trainer, &session, &all, &[]));
    assert!(submitted.iter().chain(&marked).chain([&together]).all(|reply| reply.status == 200));
    for learner in &learners {
        assert_eq!(expert_brevets(&service, learner).await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_2_over_random_histories_with_attendance() {
    use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
    let (service, trainer) = service_and_trainer().await;
    asks_for(&service, 2).await;
    let mut sessions = Vec::new();
    for _ in 0..3 {
        sessions.push(planned(&trainer, "expert", 20).await);
    }
    let mut learners = Vec::new();
    for at in 0..6 {
        let learner = service.named(Role::Learner, &format!("case-{at}"), "Lina").await;
        learner.pass_all_but(&service, &[]).await;
        for session in &sessions {
            registers(&learner, session).await.expect(201);
        }
        learners.push(learner);
    }
    service.live_at("2027-01-12T15:00:00Z");
    let mut runner = TestRunner::deterministic();
    // 0 to 2: a quiz is passed. 3 to 5: present at a session. 6 to 8: absent from it after all.
    let histories = prop::collection::vec(prop_oneof![3 => 0usize..6, 1 => 6usize..9], 8..20);
    for (at, learner) in learners.iter_mut().enumerate() {
        learner.sign_in(&format!("case-{at}@example.be"), crate::harness::PASSWORD).await;
        let (who, history) = (learner.account.unwrap(), histories.new_tree(&mut runner).unwrap().current());
        let (mut passed, mut present, mut awarded) = ([false; 3], [false; 3], false);
        for step in &history {
            match step {
                0..=2 => {
                    learner.pass(&service, EXPERT[*step]).await;
                    passed[*step] = true;
                }
                _ => {
                    let (session, is_present) = (step % 3, *step < 6);
                    let id = sessions[session].rsplit('/').next().unwrap().parse().unwrap();
                    let marks = BTreeMap::from([(who, is_present)]);
                    let db = &mut service.db().await;
                    let by = trainer.account.unwrap();
                    brevets::attending::record(&service.app, db, by, id, &marks).await.unwrap();
                    present[session] = is_present;
                }
            }
            let complete = passed.iter().all(|it| *it) && present.iter().filter(|it| **it).count() >= 2;
            awarded = awarded || complete;
            let found = expert_brevets(&service, learner).await;
            assert_eq!(found, usize::from(awarded), "{passed:?} {present:?} after {step} of {history:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn attendance_is_recorded_for_who_registered_until_fourteen_days_after_the_end() {
    let (service, mut trainer) = service_and_trainer().await;
    let session = planned(&trainer, "basic", 1).await;
    let (learner, stranger) = (service.learner().await, service.named(Role::Learner, "stranger", "Zoë").await);
    let waiting = service.named(Role::Learner, "waiting", "Jan").await;
    for person in [&learner, &waiting, &trainer] {
        registers(person, &session).await.expect(201);
    }
    later(&service, "2027-01-12T13:00:00Z", &mut [(&mut trainer, "trainer")]).await;
    let refused = marks(&trainer, &session, &[&stranger], &[]).await.expect(400).json();
    assert_eq!(refused["issues"][0]["name"], "present");
    let both = marks(&trainer, &session, &[&learner], &[&learner]).await.expect(400).json();
    assert_eq!(both["issues"][0]["name"], "absent");
    let wrong = trainer.put(&format!("{session}/attendance"), serde_json::json!({"present": "all"})).await;
    assert_eq!(wrong.expect(400).json()["issues"][0]["name"], "present");
    marks(&trainer, &session, &[&waiting], &[&learner]).await.expect(200); // who waited took the seat
    let own = marks(&trainer, &session, &[&trainer], &[]).await.expect(400).json();
    assert!(
        own["issues"][0]["detail"].as_str().unwrap().contains("iemand anders"),
        "nobody vouches for themselves: {own}"
    );
    let page = service.visitor();
    crate::access::sign_in_by_form(&page, Role::Trainer).await;
    let page = page.page(&format!("{}/attendance", session.replace("/liveSessions", "/live-sessions"))).await.text();
    let box_of = |client: &Client| format!("id=\"present-{}\"", client.account.unwrap());
    assert!(page.contains(&box_of(&learner)) && !page.contains(&box_of(&trainer)) && page.contains("iemand anders"));
    let administrator = service.person(Role::Administrator).await;
    marks(&administrator, &session, &[], &[&trainer]).await.expect(200);
    later(&service, "2027-01-26T14:59:00Z", &mut [(&mut trainer, "trainer")]).await;
    marks(&trainer, &session, &[&learner], &[]).await.expect(200);
    service.live_at("2027-01-26T15:00:00Z");
    assert_eq!(marks(&trainer, &session, &[], &[&learner]).await.expect(409).problem(), "attendanceClosed");
}
