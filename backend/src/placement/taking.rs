//! Taking a placement test: beginning one or finding the open one, answering its question, ending it.

use super::{
    Banks, Placement, State, Step, Steps, Subject, Subjects, Verdicts, again,
    choosing::Bank,
    stopping::{LEAST, MOST},
    store,
};
use crate::{
    app::App,
    attempts,
    competencies::{Competency, Level, LevelRules, Proof},
    db::Connection,
    ids::{AccountId, PlacementId},
    locale::Language,
    modules::{
        self,
        edition::{Edition, Taught},
    },
    problem::{Issue, Kind, Problem, Reason},
    quizzes::{
        Question, QuestionId,
        answers::{self, Answer},
        drawing, marking,
    },
};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// The property or field with the competencies that are asked about.
pub const COMPETENCIES: &str = "competencies";

/// A placement with what it asks from.
#[derive(Clone)]
pub struct Bound {
    pub placement: Placement,
    pub editions: BTreeMap<String, Arc<Edition>>,
    pub banks: Banks,
}

/// What a learner says to a question.
#[derive(Clone, PartialEq, Debug)]
pub enum Given {
    Unknown,
    Answer(Answer),
}

impl Given {
    fn into_answer(self) -> Option<Answer> {
        match self {
            Self::Unknown => None,
            Self::Answer(answer) => Some(answer),
        }
    }
}

impl Bound {
    /// The question of a step.
    pub fn question(&self, step: &Step) -> Option<&Question> {
        self.editions.get(&step.competency)?.question(step.drawn.question.as_str())
    }

    /// The step of this number, from 1, with its question.
    pub fn step(&self, number: usize) -> Option<(&Step, &Question)> {
        let step = self.placement.steps.0.get(number.checked_sub(1)?)?;
        Some((step, self.question(step)?))
    }

    /// Reads an answer to a step's question, in the keys that were shown; nothing of it may be left open.
    pub fn read(&self, number: usize, mut fields: Map<String, Value>) -> Result<Given, Problem> {
        let (step, question) = self.step(number).ok_or(Kind::ResourceNotFound)?;
        if fields.get("unknown") == Some(&Value::Bool(true)) {
            fields.remove("unknown");
            let others: Vec<Issue> = fields.keys().map(|name| Issue::body(name.as_str(), Reason::Unknown)).collect();
            return if others.is_empty() { Ok(Given::Unknown) } else { Err(Problem::input(others)) };
        }
        let answer = answers::from_json(question, step.drawn.unveil(question, fields)).map_err(Problem::input)?;
        match answers::is_complete(question, &answer) {
            true => Ok(Given::Answer(answer)),
            false => Err(Problem::input(vec![Issue::body(answers::property(&question.body), Reason::Incomplete)])),
        }
    }

    fn going_on(&self, placement: Placement, at: DateTime<Utc>) -> Placement {
        let seed = placement.seed;
        let lay_out = |competency: &str, question: &QuestionId| {
            let question = self.editions.get(competency)?.question(question.as_str())?;
            Some(drawing::alone(question, seed))
        };
        placement.going_on(&self.banks, lay_out, at)
    }

    fn after(&self, question: &Question, given: Given, at: DateTime<Utc>) -> Placement {
        let answer = given.into_answer();
        let right = marking::mark(question, answer.as_ref()) >= 1.0;
        self.going_on(self.placement.clone().answering(&self.banks, answer, right, at), at)
    }
}

/// The competencies of a level that a placement can ask about: each that a quiz proves, that is taught with enough questions,
/// and that the learner has not mastered.
pub fn subjects<'a>(
    taught: &'a Taught,
    rules: &'a LevelRules,
    mastered: &'a BTreeSet<String>,
) -> impl Iterator<Item = &'a Arc<Edition>> {
    let is_open =
        move |competency: &Competency| competency.proof == Proof::Quiz && !mastered.contains(&competency.code);
    let of_level = taught.modules(rules.level).filter(move |(competency, _)| is_open(competency));
    of_level.map(|(_, edition)| edition).filter(|edition| edition.module.pool().len() >= LEAST + MOST)
}

/// What somebody wants to be asked.
pub struct Wanted<'a> {
    pub level: Level,
    pub language: Language,
    /// The competencies; all that can be asked about when nothing is said.
    pub competencies: Option<BTreeSet<String>>,
    /// The levels of which the learner holds a valid brevet.
    pub held: &'a BTreeSet<Level>,
}

/// Begins a placement, or gives the open one of the level; `true` when it was begun now.
pub async fn begin(
    app: &App,
    db: &mut Connection,
    learner: AccountId,
    wanted: Wanted<'_>,
) -> Result<(Bound, bool), Problem> {
    let taught = app.course.taught();
    let rules = taught.curriculum.level(wanted.level).ok_or(Kind::ResourceNotFound)?;
    if rules.requires.is_some_and(|required| !wanted.held.contains(&required)) {
        return Err(Kind::LevelLocked.into());
    }
    let is_there = |code: &String| rules.competencies.iter().any(|competency| &competency.code == code);
    let strangers: Vec<Issue> =
        wanted.competencies.iter().flatten().filter(|code| !is_there(code)).map(|code| stranger(code)).collect();
    if !strangers.is_empty() {
        return Err(Problem::input(strangers)); // also of whom an open placement is given
    }
    // Again only when a click at the same moment was first: then that placement is found.
    for _ in 0..2 {
        if let Some(open) = store::open(db, learner, wanted.level).await? {
            return Ok((bind(app, db, open).await?, false));
        }
        not_too_often(app, db, learner, wanted.level).await?;
        let masteries = attempts::store::masteries(db, learner).await?;
        let mastered = masteries.into_iter().map(|mastery| mastery.competency).collect();
        let editions = chosen(subjects(&taught, rules, &mastered), wanted.competencies.as_ref())?;
        let bound = drawn_up(app, db, learner, &wanted, rules, editions).await?;
        if store::begin(db, bound.placement.clone()).await? {
            return Ok((bound, true));
        }
    }
    Err(Problem::retry_after(Kind::Busy, 1))
}

async fn not_too_often(app: &App, db: &mut Connection, learner: AccountId, level: Level) -> Result<(), Problem> {
    let (begun, at) = (store::begun(db, learner, level, again::A_DAY).await?, app.clock.now());
    match again::opens_at(&begun, at) {
        Some(opens) => {
            let seconds = (opens - at).num_seconds() + 1;
            Err(Problem::limited(Kind::PlacementTooOften, again::A_DAY as i32, seconds))
        }
        None => Ok(()),
    }
}

/// That this competency cannot be asked about.
fn stranger(code: &str) -> Issue {
    Issue { value: Some(code.into()), ..Issue::body(COMPETENCIES, Reason::NotOffered) }
}

/// Those of the subjects that are wanted. Every one that cannot be asked about is complained of.
fn chosen<'a>(
    offered: impl Iterator<Item = &'a Arc<Edition>>,
    wanted: Option<&BTreeSet<String>>,
) -> Result<Vec<Arc<Edition>>, Problem> {
    let offered: Vec<&Arc<Edition>> = offered.collect();
    if offered.is_empty() {
        return Err(Kind::NothingToAsk.into());
    }
    let Some(wanted) = wanted else { return Ok(offered.into_iter().cloned().collect()) };
    let is_offered = |code: &&String| offered.iter().any(|edition| edition.module.competency == **code);
    let strangers = wanted.iter().filter(|code| !is_offered(code)).map(|code| stranger(code));
    let issues: Vec<Issue> = match wanted.is_empty() {
        true => vec![Issue::body(COMPETENCIES, Reason::Missing)],
        false => strangers.collect(),
    };
    if !issues.is_empty() {
        return Err(Problem::input(issues));
    }
    Ok(offered.into_iter().filter(|edition| wanted.contains(&edition.module.competency)).cloned().collect())
}

/// A placement over these editions, with its first question.
async fn drawn_up(
    app: &App,
    db: &mut Connection,
    learner: AccountId,
    wanted: &Wanted<'_>,
    rules: &LevelRules,
    editions: Vec<Arc<Edition>>,
) -> Result<Bound, Problem> {
    let mut before = store::asked(db, learner).await?;
    let (editions, banks) = banks(db, learner, editions).await?;
    let share = f64::from(rules.pass_mark) / 100.0;
    let in_order = rules.competencies.iter().filter_map(|competency| editions.get(&competency.code));
    let subjects = in_order.map(|edition| {
        let competency = edition.module.competency.clone();
        Subject {
            edition: edition.id,
            cut: banks.get(&competency).map_or(0.0, |bank| bank.cut(share)),
            before: before.remove(&competency).unwrap_or_default(),
            competency,
        }
    });
    let at = app.clock.now();
    let placement = Placement {
        id: PlacementId::new(),
        learner,
        level: wanted.level,
        language: wanted.language,
        seed: attempts::taking::seed()?,
        started_at: at,
        subjects: Subjects(subjects.collect()),
        steps: Steps::default(),
        verdicts: Verdicts::default(),
        revision: 0,
        state: State::Open,
    };
    let mut bound = Bound { placement, editions, banks };
    bound.placement = bound.going_on(bound.placement.clone(), at);
    Ok(bound)
}

async fn banks(
    db: &mut Connection,
    learner: AccountId,
    editions: Vec<Arc<Edition>>,
) -> Result<(BTreeMap<String, Arc<Edition>>, Banks), Problem> {
    let ids: Vec<_> = editions.iter().map(|edition| edition.id).collect();
    let difficulties = store::difficulties(db, &ids).await?;
    let asked = attempts::store::asked_now(db, &[learner]).await?;
    let asked_of = |code: &str| -> BTreeSet<QuestionId> {
        let of_module = |(_, module, id): &(AccountId, Option<String>, QuestionId)| match module {
            Some(module) => (module == code).then(|| id.clone()),
            None => id.within_module(code),
        };
        asked.iter().filter_map(of_module).collect()
    };
    let none = BTreeMap::new();
    let bank = |edition: &Arc<Edition>| {
        let code = &edition.module.competency;
        let bank = Bank::of(&edition.module, difficulties.get(&edition.id).unwrap_or(&none));
        (code.clone(), Bank { held_back: asked_of(code), ..bank })
    };
    let banks = editions.iter().map(bank).collect();
    Ok((editions.into_iter().map(|edition| (edition.module.competency.clone(), edition)).collect(), banks))
}

/// The id in an address; any other text names none.
pub fn read_id(id: &str) -> Result<PlacementId, Kind> {
    id.parse().map_err(|_| Kind::ResourceNotFound)
}

/// A placement of this learner, with what it asks from; somebody else's is not found.
pub async fn own(app: &App, db: &mut Connection, learner: AccountId, id: PlacementId) -> Result<Bound, Problem> {
    let placement = store::placement(db, learner, id).await?.ok_or(Kind::ResourceNotFound)?;
    bind(app, db, placement).await
}

async fn bind(app: &App, db: &mut Connection, placement: Placement) -> Result<Bound, Problem> {
    let ids: Vec<_> = placement.subjects.0.iter().map(|subject| subject.edition).collect();
    let editions = modules::store::editions(db, &app.course, &ids).await?;
    let (editions, banks) = banks(db, placement.learner, editions).await?;
    Ok(Bound { placement, editions, banks })
}

/// Takes an answer to the question of this number and goes on. Once this returns, it is on disk. The same answer again
/// changes nothing; another one comes too late, since the next question rests on the first.
pub async fn answer(
    app: &App,
    db: &mut Connection,
    mut bound: Bound,
    number: usize,
    given: Given,
) -> Result<Bound, Problem> {
    // Again only when something was written since it was read: then the question is answered already, or it is over.
    for _ in 0..2 {
        let (step, question) = bound.step(number).ok_or(Kind::ResourceNotFound)?;
        if let Some(answered) = &step.answered {
            let is_same = answered.answer == given.clone().into_answer();
            return if is_same { Ok(bound) } else { Err(Kind::AlreadyAnswered.into()) };
        }
        if bound.placement.state != State::Open {
            return Err(Kind::AlreadyAnswered.into());
        }
        let after = bound.after(question, given.clone(), app.clock.now());
        if store::save(db, &after).await? {
            return Ok(Bound { placement: after, ..bound });
        }
        bound = own(app, db, bound.placement.learner, bound.placement.id).await?;
    }
    Err(Problem::retry_after(Kind::Busy, 1))
}

/// Ends a placement where it stands. One that is finished stays as it is.
pub async fn end(app: &App, db: &mut Connection, mut bound: Bound) -> Result<Bound, Problem> {
    for _ in 0..3 {
        if bound.placement.state != State::Open {
            return Ok(bound);
        }
        let ended = bound.placement.clone().ending(app.clock.now());
        if store::save(db, &ended).await? {
            return Ok(Bound { placement: ended, ..bound });
        }
        bound = own(app, db, bound.placement.learner, bound.placement.id).await?;
    }
    Err(Problem::retry_after(Kind::Busy, 1))
}
