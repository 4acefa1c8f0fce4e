//! The page before handing in: how far each question is answered, and with what; and the handing in.

use super::{
    Standing,
    clock_words::ShownClock,
    own::OwnAttempt,
    pages::{elsewhere, here, replaced},
    taking::Bound,
};
use crate::{
    app::App,
    brevets::{self, in_time},
    identity::{access::Db, browser},
    input::Form,
    locale::Language,
    page::{Page, go_to, show},
    problem::Answer,
    quizzes::{Body, Question, drawing::Drawn, given},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;

/// An answer of more characters is folded.
const LONG: usize = 200;

#[derive(Template)]
#[template(path = "attempts/check.html")]
struct CheckPage {
    page: Page,
    attempt: String,
    module: String,
    lines: Vec<CheckLine>,
    unanswered: usize,
    begun: usize,
    /// Whether an answer can still be changed, and whether steps were taken, which cannot.
    may_change: bool,
    has_steps: bool,
    /// A question whose answer from elsewhere was replaced a moment ago.
    replaced: Option<usize>,
    clock: Option<ShownClock>,
    /// Whether its time is over, so that only the result is left to be seen.
    has_run_out: bool,
}

struct CheckLine {
    number: usize,
    text: String,
    /// What is left to do, or that nothing can be done any more.
    state: Option<String>,
    /// What was answered, and whether it is folded.
    given: Vec<String>,
    is_long: bool,
    link: String,
    action: String,
}

pub async fn get_check(
    request: HttpRequest,
    OwnAttempt { viewer, bound }: OwnAttempt,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (language, id, at) = (browser::language(&request), bound.attempt.id, app.clock.now());
    let bound = in_time::look(&app, &db, bound).await?;
    if let Some(elsewhere) = elsewhere(&bound, at) {
        return Ok(go_to(&elsewhere));
    }
    let asked: Vec<(&Drawn, &Question)> = bound.attempt.questions(&bound.paper).collect();
    let standings: Vec<Standing> = asked.iter().map(|asked| bound.attempt.standing(*asked)).collect();
    let count = |standing: Standing| standings.iter().filter(|one| **one == standing).count();
    let is_situation = |(_, question): &(&Drawn, &Question)| matches!(question.body, Body::Scenario(_));
    let is_walked = |(asked, standing): (_, &Standing)| is_situation(asked) && *standing != Standing::Unanswered;
    let lines = (1..).zip(asked.iter().zip(&standings));
    let lines = lines.map(|(number, (asked, standing))| line(&bound, number, *asked, *standing, language));
    let check = CheckPage {
        page: Page::new(&request, Some(&viewer), t!(language, "check-title")),
        attempt: id.to_string(),
        module: bound.paper.title(language),
        lines: lines.collect(),
        unanswered: count(Standing::Unanswered),
        begun: count(Standing::Begun),
        may_change: !asked.iter().all(is_situation),
        has_steps: asked.iter().zip(&standings).any(is_walked),
        replaced: replaced(&request),
        clock: ShownClock::new(&bound.attempt, at, language),
        has_run_out: bound.attempt.has_run_out(at),
    };
    show(&check, language)
}

fn line(
    bound: &Bound,
    number: usize,
    (drawn, question): (&Drawn, &Question),
    standing: Standing,
    language: Language,
) -> CheckLine {
    let attempt = &bound.attempt;
    let (state, action) = match standing {
        Standing::Unanswered => (Some(t!(language, "check-not-answered")), t!(language, "check-answer")),
        Standing::Begun => (Some(t!(language, "check-begun")), t!(language, "check-go-on")),
        Standing::Answered => (None, t!(language, "check-change")),
        Standing::Ended => (Some(t!(language, "check-ended")), t!(language, "check-view")),
    };
    let saved = attempt.answer(&drawn.question).map(|saved| &saved.answer);
    let given = saved.map(|answer| given::lines(question, answer, &drawn.shown, language)).unwrap_or_default();
    CheckLine {
        number,
        text: question.text.get(language).to_owned(),
        state,
        is_long: given.iter().map(|line| line.chars().count()).sum::<usize>() > LONG,
        given,
        link: format!("/attempts/{}/questions/{number}?then=check", attempt.id),
        action,
    }
}

pub async fn post_submission(_: Form, OwnAttempt { bound, .. }: OwnAttempt, app: web::Data<App>, db: Db) -> Answer {
    let (bound, _) = brevets::award::submit_attempt(&app, &mut *db.get().await?, bound).await?;
    Ok(go_to(&here(&bound)))
}
