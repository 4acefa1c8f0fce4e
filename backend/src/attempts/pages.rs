//! The page before a quiz, and the way to where an attempt goes on.

use super::{
    Attempt, State, accommodation_store, break_pages, clock_words,
    history_pages::{PastAttempt, past},
    own::OwnAttempt,
    policy::Policy,
    policy_words, store,
    taking::{self, Bound},
};
use crate::{
    app::App,
    brevets::{self, in_time},
    db::Connection,
    identity::{
        access::{Db, SignedIn},
        browser,
    },
    input::{self, Fields, Form},
    locale::Language,
    page::{Page, go_to, show},
    placement,
    problem::{Answer, Kind, Problem},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::{DateTime, Utc};

/// Before a quiz or a refresher.
#[derive(Template)]
#[template(path = "attempts/start.html")]
pub(super) struct StartPage {
    pub page: Page,
    /// Address and words.
    pub back: (String, String),
    pub action: String,
    /// What to know beforehand, a sentence each.
    pub facts: Vec<String>,
    pub button: String,
    pub locked: bool,
    pub waiting: Option<Waiting>,
    pub past: Vec<PastAttempt>,
}

/// What somebody is told who must wait before the next attempt.
pub(super) struct Waiting {
    when: String,
    /// To read again meanwhile: title and address.
    lessons: Vec<(String, String)>,
}

impl Waiting {
    /// None when the learner may begin, or go on with what is open. `attempts` are the newest first.
    pub async fn find(
        app: &App,
        db: &mut Connection,
        attempts: &[Attempt],
        policy: &Policy,
        language: Language,
    ) -> Result<Option<Self>, Problem> {
        let Some(last) = attempts.first().filter(|last| last.is_failed()) else { return Ok(None) };
        let at = app.clock.now();
        let Some(opens) = taking::opens_at(db, last.learner, &last.subject, policy, at).await? else { return Ok(None) };
        let last = taking::bind(&app.course, db, last.clone()).await?;
        let lessons = policy_words::to_read_again(&last, language);
        Ok(Some(Self { when: policy_words::when(opens, at, language), lessons }))
    }
}

pub async fn get_quiz(
    request: HttpRequest,
    code: web::Path<String>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (language, taught) = (browser::language(&request), app.course.taught());
    let (competency, edition) = taught.edition(&code).ok_or(Kind::ResourceNotFound)?;
    let rules = taught.curriculum.level(competency.level).ok_or(Kind::ResourceNotFound)?;
    let db = &mut *db.get().await?;
    let held = brevets::store::held_levels(db, viewer.account, app.clock.now()).await?;
    let attempts = store::attempts_at(db, viewer.account, &code).await?;
    let module = edition.module.title.get(language).to_owned();
    let page = Page::new(&request, Some(&viewer), t!(language, "quiz-title", module = module.as_str()));
    let policy = Policy::of_quiz(rules, &edition.module);
    let granted = accommodation_store::accommodation(db, viewer.account).await?;
    // What is open goes on in its edition, whatever a newer one asks.
    let open = open_of(&attempts);
    let (questions, pass_mark) = match open {
        Some(open) => (open.draw.0.len(), open.pass_mark),
        None => (edition.module.blueprint.length(), policy.pass_mark),
    };
    let mut facts =
        vec![t!(language, "quiz-questions", count = questions), t!(language, "quiz-pass-mark", mark = pass_mark)];
    facts.extend(match open {
        Some(open) => clock_words::of_open(open, app.clock.now(), language),
        None => clock_words::beforehand(policy.minutes_allowed, &granted, language),
    });
    facts.extend(policy_words::beforehand(&policy, &granted, language));
    let start = StartPage {
        past: past(&page, &attempts),
        waiting: Waiting::find(&app, db, &attempts, &policy, language).await?,
        page,
        back: (format!("/modules/{code}"), module),
        action: format!("/modules/{code}/quiz"),
        facts,
        button: match open {
            Some(_) => t!(language, "quiz-go-on-button"),
            None => t!(language, "quiz-start-button"),
        },
        locked: open.is_none() && rules.requires.is_some_and(|required| !held.contains(&required)),
    };
    show(&start, language)
}

pub(super) fn open_of(attempts: &[Attempt]) -> Option<&Attempt> {
    attempts.iter().find(|attempt| attempt.state == State::Open)
}

pub async fn post_quiz(
    request: HttpRequest,
    code: web::Path<String>,
    _: Form,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let db = &mut *db.get().await?;
    let held = brevets::store::held_levels(db, viewer.account, app.clock.now()).await?;
    let asked = placement::store::asked_of(db, viewer.account, &code).await?;
    match in_time::start(&app, db, viewer.account, &code, browser::language(&request), &held, &asked).await {
        Ok((bound, _)) => Ok(go_to(&here(&bound))),
        // The page says until when, and what to do meanwhile.
        Err(problem) if problem.kind == Kind::RetakeTooEarly => Ok(go_to(&before(&code))),
        Err(problem) => Err(problem),
    }
}

/// The page from which a module's quiz is begun.
pub(super) fn before(code: &str) -> String {
    format!("/modules/{code}/quiz")
}

/// The question whose answer from another window or device was replaced a moment ago, as the address says.
pub(super) fn replaced(request: &HttpRequest) -> Option<usize> {
    Fields(input::pairs(request.query_string().as_bytes())).get("replaced")?.parse().ok()
}

/// Where an attempt goes on.
pub(super) fn here(Bound { attempt, paper }: &Bound) -> String {
    match (&attempt.state, attempt.first_unanswered(paper)) {
        (State::Submitted(_), _) => format!("/attempts/{}/result", attempt.id),
        (State::Open, Some(number)) => format!("/attempts/{}/questions/{number}", attempt.id),
        (State::Open, None) => format!("/attempts/{}/check", attempt.id),
    }
}

/// Where to go in place of a page that shows questions: to the result when all is handed in, to the break while one runs.
pub(super) fn elsewhere(bound: &Bound, at: DateTime<Utc>) -> Option<String> {
    if bound.attempt.state != State::Open {
        return Some(here(bound));
    }
    bound.attempt.break_ends_at(at).map(|_| break_pages::address(&bound.attempt.id.to_string()))
}

pub async fn get_attempt(OwnAttempt { bound, .. }: OwnAttempt, app: web::Data<App>, db: Db) -> Answer {
    Ok(go_to(&here(&in_time::look(&app, &db, bound).await?)))
}
