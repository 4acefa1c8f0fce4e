//! An author's edit never changes earned progress: an attempt goes on in its edition, a mastery stays.

use crate::harness::{Service, course};
use connectoo::modules::{course::Course, import};

/// The course with another csam: fewer questions and other keys.
pub fn edited() -> Course {
    let original = course();
    let mut modules = original.modules.clone();
    let csam = modules.iter_mut().find(|module| module.competency == "csam").unwrap();
    csam.minutes += 1;
    csam.blueprint.draws.truncate(1);
    for question in &mut csam.questions {
        question.text.nl.push_str(" (nieuw)");
        if let connectoo::quizzes::Body::SingleChoice { options } = &mut question.body {
            options.rotate_left(1);
            for option in options {
                option.correct = !option.correct;
                option.key.push_str("-new");
            }
        }
    }
    Course {
        curriculum: original.curriculum.clone(),
        glossary: original.glossary.clone(),
        modules,
        folders: Default::default(),
        complaints: Vec::new(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_5_an_attempt_goes_on_in_the_edition_it_was_drawn_from() {
    let service = Service::start().await;
    let learner = service.learner().await;
    learner.pass(&service, "ebox").await;
    let attempt = learner.start("csam").await;
    import::import(&mut service.db().await, &edited(), service.app.clock.now()).await.unwrap();
    connectoo::modules::store::load(&mut service.db().await, &service.app.course).await.unwrap();
    assert_eq!(service.visitor().get("/modules/csam").await.json()["edition"], 2);

    let id = attempt["id"].as_str().unwrap();
    let open = learner.get(&format!("/attempts/{id}")).await.expect(200).json();
    assert_eq!(open, attempt, "an open attempt does not move");
    learner.answer_all(&service, &attempt, true).await;
    let result = learner.submit(&attempt).await.expect(200).json();
    assert_eq!((result["passed"].as_bool(), result["edition"].as_i64()), (Some(true), Some(1)));

    // Another process, with nothing in its memory, says the same.
    let other = connectoo::modules::edition::CourseMemory::default();
    connectoo::modules::store::load(&mut service.db().await, &other).await.unwrap();
    let old = connectoo::modules::store::edition(
        &mut service.db().await,
        &other,
        service.bound(learner.account.unwrap(), id).await.1.editions()[0].id,
    )
    .await
    .unwrap();
    assert_eq!(old.number, 1);

    import::import(&mut service.db().await, course(), service.app.clock.now()).await.unwrap();
    let progress = learner.get("/me/progress").await.expect(200).json();
    assert_eq!(progress["items"][0]["proven"], 2);
    assert_eq!(
        learner.get(&format!("/attempts/{id}")).await.expect(200).json(),
        result,
        "a result does not move either"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_5_a_refresher_goes_on_in_the_editions_it_was_drawn_from() {
    let service = Service::start().await;
    crate::harness::with_validity(&service, 2).await; // within the window at once
    let learner = service.learner().await;
    learner.pass_all_but(&service, &[]).await;
    let number = learner.newest_brevet().await;
    let begin = || async { learner.post(&format!("/brevets/{number}/renewal"), serde_json::json!({})).await };
    let attempt = begin().await.expect(201).json();
    let id = attempt["id"].as_str().unwrap();
    let (_, before) = service.bound(learner.account.unwrap(), id).await;
    let course = Course { curriculum: crate::harness::curriculum_with_validity(2), ..edited() };
    import::import(&mut service.db().await, &course, service.app.clock.now()).await.unwrap();
    crate::harness::eventually("the new edition", || async {
        (service.visitor().get("/modules/csam").await.json()["edition"] == 2).then_some(())
    })
    .await;

    // Also in a process that has nothing in its memory.
    let other = Service::on(service.app.database_url.clone()).await;
    let mut elsewhere = other.visitor();
    elsewhere.sign_in("learner@example.be", crate::harness::PASSWORD).await;
    for client in [&learner, &elsewhere] {
        assert_eq!(client.get(&format!("/attempts/{id}")).await.expect(200).json(), attempt, "it does not move");
    }
    assert_eq!(begin().await.expect(200).json(), attempt);
    learner.answer_all(&service, &attempt, true).await;
    let result = learner.submit(&attempt).await.expect(200).json();
    assert_eq!(result["passed"], true);
    let brevets =
        connectoo::brevets::store::brevets_of(&mut service.db().await, learner.account.unwrap()).await.unwrap();
    let csam = before.editions().iter().find(|edition| edition.module.competency == "csam").unwrap();
    assert_eq!((csam.number, &brevets[0].grounds.0["csam"]), (1, &csam.id.to_string()));
}
