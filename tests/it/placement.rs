//! The placement test: which lessons may be skipped. By REST, by pages, and on a made population.

mod by_pages;
mod by_rest;
mod simulation;

use crate::harness::{Client, Reply, Service, right_answer, wrong_answer};
use connectoo::{
    placement::taking::{self, Bound},
    quizzes::drawing,
};
use diesel::sql_types::{Jsonb, Uuid};
use diesel_async::RunQueryDsl;
use serde_json::{Value, json};

/// What somebody does at a question.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Say {
    Right,
    Wrong,
    Unknown,
}

impl Service {
    /// A placement as the service itself sees it.
    pub async fn placed(&self, learner: &Client, id: &str) -> Bound {
        let db = &mut self.db().await;
        taking::own(&self.app, db, learner.account.unwrap(), id.parse().unwrap()).await.unwrap()
    }
}

impl Client {
    /// Begins a placement about some competencies.
    pub async fn begin_placement(&self, level: &str, competencies: &[&str]) -> Value {
        let body = json!({"language": "nl", "competencies": competencies});
        self.post(&format!("/levels/{level}/placements"), body).await.expect(201).json()
    }
}

fn id_of(placement: &Value) -> &str {
    placement["id"].as_str().unwrap()
}

fn number_of(placement: &Value) -> u64 {
    placement["question"]["number"].as_u64().unwrap_or_else(|| panic!("no question waits: {placement:#}"))
}

/// What is sent for the question that waits.
async fn body(service: &Service, learner: &Client, placement: &Value, say: Say) -> Value {
    let bound = service.placed(learner, id_of(placement)).await;
    let (step, question) = bound.step(number_of(placement) as usize).unwrap();
    match say {
        Say::Right => step.drawn.veil(&right_answer(question)),
        Say::Wrong => step.drawn.veil(&wrong_answer(question)),
        Say::Unknown => json!({"unknown": true}),
    }
}

async fn send(learner: &Client, placement: &Value, body: Value) -> Reply {
    learner.put(&format!("/placements/{}/answers/{}", id_of(placement), number_of(placement)), body).await
}

/// Answers the question that waits.
async fn say(service: &Service, learner: &Client, placement: &Value, say: Say) -> Value {
    send(learner, placement, body(service, learner, placement, say).await).await.expect(200).json()
}

/// Answers until it is over, each question as `how` says of its number.
pub async fn finish(service: &Service, learner: &Client, mut placement: Value, how: impl Fn(u64) -> Say) -> Value {
    while placement["status"] == "open" {
        placement = say(service, learner, &placement, how(number_of(&placement))).await;
    }
    placement
}

/// A placement that leaves something in every state: known, partly known, to learn; below the doors, for the list of pages.
pub async fn furnish(service: &Service, learner: &Client, level: &str, competencies: &[&str]) -> (String, String) {
    let begun = learner.begin_placement(level, competencies).await;
    let done =
        finish(service, learner, begun, |number| [Say::Right, Say::Right, Say::Wrong][number as usize % 3]).await;
    let open = learner.begin_placement(level, competencies).await;
    let open = say(service, learner, &open, Say::Unknown).await;
    (id_of(&done).to_owned(), id_of(&open).to_owned())
}

/// Lets the question that waits be the first of a kind, always the same and in the same order; gives its page.
pub async fn ask(service: &Service, learner: &Client, placement: &Value, kind: &str) -> String {
    let bound = service.placed(learner, id_of(placement)).await;
    let mut steps = bound.placement.steps.clone();
    let step = steps.0.last_mut().unwrap();
    let mut pool = bound.editions[&step.competency].module.pool();
    pool.sort_by(|one, other| one.id.cmp(&other.id));
    let question = pool.into_iter().find(|question| question.body.kind() == kind).unwrap();
    step.drawn = drawing::alone(question, 1);
    let set = diesel::sql_query("UPDATE placements SET steps = $1 WHERE id = $2");
    let set = set.bind::<Jsonb, _>(json!(steps)).bind::<Uuid, _>(bound.placement.id.uuid());
    assert_eq!(set.execute(&mut service.db().await).await.unwrap(), 1);
    format!("/placements/{}/questions/{}", bound.placement.id, number_of(placement))
}
