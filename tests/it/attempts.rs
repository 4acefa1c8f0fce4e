//! Attempts at a quiz: how often, how long, what is granted, what is refused, and what is kept of them.

use crate::harness::{Client, PASSWORD, Service, course, eventually};
use connectoo::modules::{QuizRules, course::Course, import};

mod accommodations;
mod bad_input;
mod check;
pub mod clock;
mod history;
mod kept;
mod looking_back;
mod numbers;
mod retakes;
mod saving;
mod steps;
pub mod waiting;

/// Lets time pass; an access token does not last that long.
async fn later(service: &Service, learner: &mut Client, minutes: i64) {
    service.app.clock.shift(chrono::Duration::minutes(minutes));
    learner.sign_in("learner@example.be", PASSWORD).await;
}

/// Publishes a module with rules of its own, and waits until the service teaches it.
pub async fn with_rules(service: &Service, module: &str, rules: QuizRules) {
    let mut modules = course().modules.clone();
    modules.iter_mut().find(|one| one.competency == module).unwrap().rules = rules.clone();
    let curriculum = service.app.course.taught().curriculum.clone();
    let changed = Course { curriculum, glossary: course().glossary.clone(), modules, ..Course::default() };
    import::import(&mut service.db().await, &changed, service.app.clock.now()).await.unwrap();
    eventually("the new edition", || async {
        let taught = service.app.course.taught();
        taught.edition(module).is_some_and(|(_, edition)| edition.module.rules == rules).then_some(())
    })
    .await;
}
