//! The pages around the questions of a quiz: start, and check before handing in.

use super::{
    Attempt, State,
    own::OwnAttempt,
    store,
    taking::{self, Bound},
};
use crate::{
    app::App,
    brevets,
    identity::{
        access::{Db, SignedIn},
        browser,
    },
    input::{self, Fields, Form},
    page::{Page, go_to, show},
    placement,
    problem::{Answer, Kind},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;

pub(super) struct PastAttempt {
    link: String,
    date: String,
    score: String,
    passed: bool,
}

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
    pub past: Vec<PastAttempt>,
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
    let start = StartPage {
        past: past(&page, &attempts),
        page,
        back: (format!("/modules/{code}"), module),
        action: format!("/modules/{code}/quiz"),
        facts: vec![
            t!(language, "quiz-questions", count = edition.module.blueprint.length()),
            t!(language, "quiz-pass-mark", mark = rules.pass_mark),
            t!(language, "quiz-no-hurry"),
            t!(language, "quiz-again"),
        ],
        button: match has_open(&attempts) {
            true => t!(language, "quiz-go-on-button"),
            false => t!(language, "quiz-start-button"),
        },
        locked: rules.requires.is_some_and(|required| !held.contains(&required)),
    };
    show(&start, language)
}

pub(super) fn has_open(attempts: &[Attempt]) -> bool {
    attempts.iter().any(|attempt| attempt.state == State::Open)
}

/// The attempts that were submitted.
pub(super) fn past(page: &Page, attempts: &[Attempt]) -> Vec<PastAttempt> {
    let line = |attempt: &Attempt| {
        let State::Submitted(submission) = &attempt.state else { return None };
        Some(PastAttempt {
            link: format!("/attempts/{}/result", attempt.id),
            date: page.date(&submission.at),
            score: page.percent(&submission.score),
            passed: submission.passed,
        })
    };
    attempts.iter().filter_map(line).collect()
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
    let (bound, _) = taking::start(&app, db, viewer.account, &code, browser::language(&request), &held, &asked).await?;
    Ok(go_to(&here(&bound)))
}

/// Where an attempt goes on.
pub(super) fn here(Bound { attempt, paper }: &Bound) -> String {
    match (&attempt.state, attempt.first_unanswered(paper)) {
        (State::Submitted(_), _) => format!("/attempts/{}/result", attempt.id),
        (State::Open, Some(number)) => format!("/attempts/{}/questions/{number}", attempt.id),
        (State::Open, None) => format!("/attempts/{}/check", attempt.id),
    }
}

pub async fn get_attempt(OwnAttempt { bound, .. }: OwnAttempt) -> Answer {
    Ok(go_to(&here(&bound)))
}

struct CheckLine {
    number: usize,
    text: String,
    answered: bool,
    link: String,
}

#[derive(Template)]
#[template(path = "attempts/check.html")]
struct CheckPage {
    page: Page,
    attempt: String,
    module: String,
    lines: Vec<CheckLine>,
    unanswered: usize,
    /// A question whose answer from another device was replaced a moment ago.
    replaced: Option<usize>,
}

pub async fn get_check(request: HttpRequest, OwnAttempt { viewer, bound }: OwnAttempt) -> Answer {
    let (language, id) = (browser::language(&request), bound.attempt.id);
    if bound.attempt.state != State::Open {
        return Ok(go_to(&here(&bound)));
    }
    let query = Fields(input::pairs(request.query_string().as_bytes()));
    let lines: Vec<CheckLine> = (1..)
        .zip(bound.attempt.questions(&bound.paper))
        .map(|(number, (drawn, question))| CheckLine {
            number,
            text: question.text.get(language).to_owned(),
            answered: bound.attempt.is_answered((drawn, question)),
            link: format!("/attempts/{id}/questions/{number}?then=check"),
        })
        .collect();
    let check = CheckPage {
        page: Page::new(&request, Some(&viewer), t!(language, "check-title")),
        attempt: id.to_string(),
        module: bound.paper.title(language),
        unanswered: lines.iter().filter(|line| !line.answered).count(),
        lines,
        replaced: query.get("replaced").and_then(|number| number.parse().ok()),
    };
    show(&check, language)
}

pub async fn post_submission(_: Form, OwnAttempt { bound, .. }: OwnAttempt, app: web::Data<App>, db: Db) -> Answer {
    let (bound, _) = brevets::award::submit_attempt(&app, &mut *db.get().await?, bound).await?;
    Ok(go_to(&here(&bound)))
}
