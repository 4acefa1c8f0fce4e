//! A brevet exists if and only if every competency of its level is passed, exactly once, under any parallelism.

use crate::harness::{Client, Service, basic_modules, right_answer, wrong_answer};
use connectoo::brevets;
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
    let (bound, _) = taking::start(&service.app, db, learner, module, language, &Default::default()).await.unwrap();
    let right = !matches!(step, Step::Fail(_));
    for (drawn, question) in bound.attempt.questions(&bound.edition) {
        let answer = if right { right_answer(question) } else { wrong_answer(question) };
        let serde_json::Value::Object(fields) = drawn.veil(&answer) else { unreachable!() };
        taking::answer(&service.app, db, &bound, question.id.as_str(), fields).await.unwrap();
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
