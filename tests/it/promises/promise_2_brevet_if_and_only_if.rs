//! A brevet exists if and only if every competency of its level is passed, exactly once, under any parallelism.

use crate::harness::{Client, Service, basic_modules, right_answer, wrong_answer};
use connectoo::{brevets, problem::Kind};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

async fn brevets_of(service: &Service, client: &Client) -> Vec<brevets::Brevet> {
    brevets::store::brevets_of(&mut service.db().await, client.account.unwrap()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_2_the_last_two_passes_at_the_same_moment_award_one_brevet() {
    let service = Service::start().await;
    for round in 0..5 {
        let learner = service.named(connectoo::identity::Role::Learner, &format!("learner-{round}"), "Lina").await;
        let last = ["csam", "ebox", "explain"];
        learner.pass_all_but(&service, &last).await;
        let mut attempts = Vec::new();
        for module in last {
            let attempt = learner.start(module).await;
            learner.answer_all(&service, &attempt, true).await;
            attempts.push(attempt);
        }
        assert!(brevets_of(&service, &learner).await.is_empty());
        // Each several times, all at once.
        let submissions = attempts.iter().cycle().take(9).map(|attempt| learner.submit(attempt));
        let replies = futures_util::future::join_all(submissions).await;
        assert!(replies.iter().all(|reply| reply.status == 200));
        let brevets = brevets_of(&service, &learner).await;
        assert_eq!(brevets.len(), 1);
        assert_eq!(brevets[0].grounds.0.len(), 12, "it rests on all competencies, also those of the same moment");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_2_the_brevet_comes_with_the_submission_that_completes_the_level() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let (last, others) = basic_modules().split_last().map(|(last, others)| (*last, others.to_vec())).unwrap();
    for module in others {
        assert!(learner.pass(&service, module).await.get("brevet").is_none());
    }
    let result = learner.pass(&service, last).await;
    let number = result["brevet"]["number"].as_str().unwrap();
    assert_eq!(learner.get("/me/brevets").await.expect(200).json()["items"][0]["number"], number);
    // Passing again earns nothing more.
    let again = learner.pass(&service, last).await;
    assert!(again.get("brevet").is_none());
    assert_eq!(brevets_of(&service, &learner).await.len(), 1);
}

/// What a learner may do, in any order.
#[derive(Clone, Debug)]
enum Step {
    Pass(usize),
    Fail(usize),
    LeaveOpen(usize),
    SubmitTwice(usize),
}

fn histories() -> impl Strategy<Value = Vec<Step>> {
    let module = || 0..basic_modules().len();
    let step = prop_oneof![
        6 => module().prop_map(Step::Pass),
        1 => module().prop_map(Step::Fail),
        1 => module().prop_map(Step::LeaveOpen),
        1 => module().prop_map(Step::SubmitTwice),
    ];
    prop::collection::vec(step, 10..45)
}

/// The same steps below the REST door, so that many histories can be lived.
async fn live(service: &Service, learner: connectoo::ids::AccountId, step: &Step) {
    use connectoo::attempts::taking;
    let (Step::Pass(at) | Step::Fail(at) | Step::LeaveOpen(at) | Step::SubmitTwice(at)) = step;
    let db = &mut service.db().await;
    let module = basic_modules()[*at];
    let language = connectoo::locale::Language::Nl;
    let (held, asked) = Default::default();
    let (bound, _) = taking::start(&service.app, db, learner, module, language, &held, &asked).await.unwrap();
    let right = !matches!(step, Step::Fail(_));
    for (drawn, question) in bound.attempt.questions(&bound.paper) {
        let answer = if right { right_answer(question) } else { wrong_answer(question) };
        let serde_json::Value::Object(fields) = drawn.veil(&answer) else { unreachable!() };
        let saved = taking::answer(&service.app, db, &bound, drawn.question.as_str(), fields).await;
        // What was said in a scenario of an attempt that was left open stays said.
        assert!(saved.as_ref().err().is_none_or(|problem| !right && problem.kind == Kind::StepTaken), "{saved:?}");
    }
    let times = match step {
        Step::Pass(_) | Step::Fail(_) => 1,
        Step::LeaveOpen(_) => 0,
        Step::SubmitTwice(_) => 2,
    };
    for _ in 0..times {
        // As it was read before the answers: the award must notice.
        brevets::award::submit_attempt(&service.app, db, bound.clone()).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_2_over_random_histories() {
    let service = Service::start().await;
    let mut runner = TestRunner::deterministic();
    for case in 0..12 {
        let history = histories().new_tree(&mut runner).unwrap().current();
        let client = service.named(connectoo::identity::Role::Learner, &format!("case-{case}"), "Lina").await;
        let learner = client.account.unwrap();
        let mut mastered = std::collections::BTreeSet::new();
        for step in &history {
            live(&service, learner, step).await;
            if let Step::Pass(at) | Step::SubmitTwice(at) = step {
                mastered.insert(*at);
            }
            let expected = usize::from(mastered.len() == basic_modules().len());
            assert_eq!(
                brevets_of(&service, &client).await.len(),
                expected,
                "{mastered:?} after {step:?} of {history:?}"
            );
        }
        let held = connectoo::attempts::store::masteries(&mut service.db().await, learner).await.unwrap();
        assert_eq!(held.len(), mastered.len());
    }
}

/// What may happen to somebody who holds a brevet of twelve months.
#[derive(Clone, Debug)]
enum Event {
    Wait {
        days: i64,
    },
    /// A refresher, handed in so many times at once.
    Refresh {
        right: bool,
        times: usize,
    },
    Replace,
    Revoke,
}

fn lives() -> impl Strategy<Value = Vec<Event>> {
    let event = prop_oneof![
        6 => (1i64..200).prop_map(|days| Event::Wait { days }),
        6 => (prop::bool::weighted(0.8), 1usize..4).prop_map(|(right, times)| Event::Refresh { right, times }),
        2 => Just(Event::Replace),
        1 => prop::bool::weighted(0.2).prop_map(|revoke| if revoke { Event::Revoke } else { Event::Replace }),
    ];
    prop::collection::vec(event, 10..30)
}

/// The brevets that there must be.
#[derive(Clone, PartialEq, Debug)]
struct Expected {
    period: i32,
    issue: i32,
    last_day: chrono::NaiveDate,
    revoked: bool,
    brevets: usize,
}

async fn refresh(service: &Service, client: &Client, right: bool, times: usize) -> bool {
    let learner = client.account.unwrap();
    let db = &mut service.db().await;
    let newest = brevets_of(service, client).await.remove(0);
    let language = connectoo::locale::Language::Nl;
    let begun = brevets::renewing::start(&service.app, db, learner, &newest.number, language).await;
    let Ok((bound, _)) = begun else { return false };
    for (drawn, question) in bound.attempt.questions(&bound.paper) {
        let answer = if right { right_answer(question) } else { wrong_answer(question) };
        let serde_json::Value::Object(fields) = drawn.veil(&answer) else { unreachable!() };
        let id = drawn.question.as_str();
        connectoo::attempts::taking::answer(&service.app, db, &bound, id, fields).await.unwrap();
    }
    let submissions = (0..times).map(|_| async {
        brevets::award::submit_attempt(&service.app, &mut service.db().await, bound.clone()).await.unwrap();
    });
    futures_util::future::join_all(submissions).await;
    true
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_2_over_random_lives_with_renewals() {
    use connectoo::{brevets::changes, identity::Role};
    let service = Service::start().await;
    crate::harness::with_validity(&service, 12).await;
    let administrator = service.person(Role::Administrator).await.account.unwrap();
    let mut runner = TestRunner::deterministic();
    for case in 0..8 {
        let life = lives().new_tree(&mut runner).unwrap().current();
        let client = service.named(Role::Learner, &format!("life-{case}"), "Lina").await;
        client.pass_all_but(&service, &[]).await;
        let today = || connectoo::locale::day(service.app.clock.now());
        let year = |first: chrono::NaiveDate| (first + chrono::Months::new(12)).pred_opt().unwrap();
        let mut expected = Expected { period: 1, issue: 1, last_day: year(today()), revoked: false, brevets: 1 };
        for event in &life {
            let db = &mut service.db().await;
            let newest = brevets_of(&service, &client).await.remove(0);
            match event {
                Event::Wait { days } => service.app.clock.shift(chrono::Duration::days(*days)),
                Event::Refresh { right, times } => {
                    let open = !expected.revoked && today() >= expected.last_day - chrono::Duration::days(90);
                    assert_eq!(refresh(&service, &client, *right, *times).await, open, "{event:?} of {life:?}");
                    if open && *right {
                        expected.last_day = year(today().max(expected.last_day.succ_opt().unwrap()));
                        (expected.period, expected.issue) = (expected.period + 1, 1);
                        expected.brevets += 1;
                    }
                }
                Event::Replace => {
                    let holder = connectoo::identity::PersonName::parse(&format!("Lina {}", expected.brevets)).unwrap();
                    let asked = changes::Replacing { holder, note: changes::Note::parse("Typing error.").unwrap() };
                    let replaced = changes::replace(&service.app, db, administrator, &newest.number, &asked).await;
                    assert_eq!(replaced.is_ok(), !expected.revoked);
                    if !expected.revoked {
                        expected.issue += 1;
                        expected.brevets += 1;
                    }
                }
                Event::Revoke => {
                    let reason = brevets::state::RevocationReason::HolderAsked;
                    let asked = changes::Revoking { reason, note: None };
                    changes::revoke(&service.app, db, administrator, &newest.number, &asked).await.unwrap();
                    expected.revoked = true;
                }
            }
            let all = brevets_of(&service, &client).await;
            let standing = all.iter().filter(|brevet| brevet.fate == brevets::Fate::Standing).count();
            let found = Expected {
                period: all[0].period,
                issue: all[0].issue,
                last_day: all[0].valid_until.unwrap(),
                revoked: matches!(all[0].fate, brevets::Fate::Revoked(_)),
                brevets: all.len(),
            };
            assert_eq!(found, expected, "after {event:?} of {life:?}");
            assert_eq!(standing as i32, expected.period - i32::from(expected.revoked), "one of each period stands");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_2_a_refresher_handed_in_many_times_at_once_beside_a_correction_renews_once() {
    let service = Service::start().await;
    crate::harness::with_validity(&service, 2).await; // within the window at once
    let administrator = service.person(connectoo::identity::Role::Administrator).await;
    for round in 0..5 {
        let name = format!("learner-{round}");
        let learner = service.named(connectoo::identity::Role::Learner, &name, "Lina").await;
        learner.pass_all_but(&service, &[]).await;
        let number = learner.newest_brevet().await;
        let begin = || async { learner.post(&format!("/brevets/{number}/renewal"), serde_json::json!({})).await };
        let begun = futures_util::future::join_all((0..6).map(|_| begin())).await;
        let mut ids: Vec<String> = begun.iter().map(|one| one.json()["id"].to_string()).collect();
        ids.dedup();
        assert_eq!(ids.len(), 1, "one refresher is open");
        let attempt = begun[0].json();
        learner.answer_all(&service, &attempt, true).await;
        let submissions = futures_util::future::join_all((0..8).map(|_| learner.submit(&attempt)));
        let path = format!("/brevets/{number}/replacement");
        let correction =
            administrator.post(&path, serde_json::json!({"holder": "Lina Claes", "note": "Typing error."}));
        let (replies, corrected) = tokio::join!(submissions, correction);
        corrected.expect(201);
        assert!(replies.iter().all(|reply| reply.status == 200));
        let brevets = brevets_of(&service, &learner).await;
        let mut places: Vec<(i32, i32)> = brevets.iter().map(|one| (one.period, one.issue)).collect();
        places.sort_unstable();
        assert_eq!(places, [(1, 1), (1, 2), (2, 1)], "whichever came first");
        let renewed: Vec<_> = brevets.iter().filter(|one| one.kin.renewed_by.is_some()).collect();
        assert_eq!(renewed.len(), 1);
        assert_eq!(brevets[0].grounds.0.len(), 12, "it rests on every competency");
    }
}
