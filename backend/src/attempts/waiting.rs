//! The quizzes and refreshers that open later for a learner, and what to read again until then.

use super::{Attempt, State, Subject, accommodation_store, policy::Policy, retakes::Outcome, store};
use crate::{
    app::App,
    competencies::{Level, Retakes},
    db::Connection,
    ids::AccountId,
    modules::edition::{Edition, Taught},
};
use chrono::{DateTime, Duration, Utc};
use diesel::QueryResult;
use std::collections::{BTreeMap, HashMap};

#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Waits {
    /// By the code of the module.
    pub quizzes: BTreeMap<String, Wait>,
    /// When the refresher of a level opens.
    pub refreshers: BTreeMap<Level, DateTime<Utc>>,
}

/// A quiz that opens later.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wait {
    pub opens: DateTime<Utc>,
    /// The lessons about what the last attempt missed, by their slugs, as they are taught now.
    pub lessons: Vec<String>,
}

/// What a learner waits for.
pub async fn waits(app: &App, db: &mut Connection, learner: AccountId) -> QueryResult<Waits> {
    Ok(waits_of_all(app, db, &[learner]).await?.remove(&learner).unwrap_or_default())
}

/// The same of several learners; who waits for nothing is not among them.
pub async fn waits_of_all(
    app: &App,
    db: &mut Connection,
    learners: &[AccountId],
) -> QueryResult<HashMap<AccountId, Waits>> {
    let (taught, at) = (app.course.taught(), app.clock.now());
    let policies = taught.curriculum.0.iter().filter_map(|rules| rules.retakes.as_ref());
    let Some(days) = policies.map(|retakes| retakes.forget_days).max() else { return Ok(HashMap::new()) };
    let mut handed_in: HashMap<AccountId, Vec<Attempt>> = HashMap::new();
    for attempt in store::handed_in_since(db, learners, at - Duration::days(i64::from(days))).await? {
        handed_in.entry(attempt.learner).or_default().push(attempt);
    }
    let waits = handed_in.into_iter().map(|(learner, attempts)| (learner, Waits::of(&taught, &attempts, at)));
    let mut waits: HashMap<AccountId, Waits> = waits.filter(|(_, waits)| *waits != Waits::default()).collect();
    if !waits.is_empty() {
        let waiting: Vec<AccountId> = waits.keys().copied().collect();
        for learner in accommodation_store::without_waits(db, &waiting).await? {
            waits.remove(&learner);
        }
    }
    Ok(waits)
}

impl Waits {
    /// `attempts` are those of one learner that still count, the newest first.
    fn of(taught: &Taught, attempts: &[Attempt], at: DateTime<Utc>) -> Self {
        let mut waits = Self::default();
        for rules in &taught.curriculum.0 {
            for (competency, edition) in taught.modules(rules.level) {
                let is_it = |subject: &Subject| matches!(subject, Subject::Quiz { competency: of, .. } if *of == competency.code);
                let retakes = Policy::of_quiz(rules, &edition.module).retakes;
                if let Some((last, opens)) = opens(attempts, is_it, retakes.as_ref(), at) {
                    let wait = Wait { opens, lessons: to_read_again(last, edition) };
                    waits.quizzes.insert(competency.code.clone(), wait);
                }
            }
            let is_it =
                |subject: &Subject| matches!(subject, Subject::Refresher { level, .. } if *level == rules.level);
            if let Some((_, opens)) = opens(attempts, is_it, rules.retakes.as_ref(), at) {
                waits.refreshers.insert(rules.level, opens);
            }
        }
        waits
    }
}

/// The last attempt at a subject and when the next may begin, if that is not now.
fn opens<'a>(
    attempts: &'a [Attempt],
    is_it: impl Fn(&Subject) -> bool,
    retakes: Option<&Retakes>,
    at: DateTime<Utc>,
) -> Option<(&'a Attempt, DateTime<Utc>)> {
    let at_it: Vec<&Attempt> = attempts.iter().filter(|attempt| is_it(&attempt.subject)).collect();
    let outcomes = at_it.iter().filter_map(|attempt| match &attempt.state {
        State::Open => None,
        State::Submitted(submission) => Some(Outcome { at: submission.at, passed: submission.passed }),
    });
    let opens = retakes?.opens_at(&outcomes.collect::<Vec<_>>(), at)?;
    Some((at_it.first()?, opens))
}

fn to_read_again(attempt: &Attempt, edition: &Edition) -> Vec<String> {
    let mut lessons: Vec<String> = Vec::new();
    for question in attempt.missed() {
        let read = edition.question(question.as_str()).and_then(|question| question.read_slug());
        let lesson = read.filter(|slug| edition.module.lesson(slug).is_some());
        let new = lesson.filter(|slug| !lessons.iter().any(|known| known == slug));
        lessons.extend(new.map(str::to_owned));
    }
    lessons
}
