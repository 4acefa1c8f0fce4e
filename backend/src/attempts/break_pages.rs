//! The page of a break: the clock stands still until the learner goes on.

use super::{
    State, breaks, clock_words,
    own::OwnAttempt,
    pages::{here, replaced},
};
use crate::{
    app::App,
    brevets::in_time,
    identity::{access::Db, browser},
    input::Form,
    page::{Page, go_to, show},
    problem::Answer,
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;

#[derive(Template)]
#[template(path = "attempts/break.html")]
struct BreakPage {
    page: Page,
    attempt: String,
    module: String,
    /// Until when the clock stands still, and what is left then.
    told: Vec<String>,
    /// A question whose answer from another device was replaced a moment ago.
    replaced: Option<usize>,
}

pub async fn get_break(
    request: HttpRequest,
    OwnAttempt { viewer, bound }: OwnAttempt,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (language, at) = (browser::language(&request), app.clock.now());
    let bound = in_time::look(&app, &db, bound).await?;
    let clock = bound.attempt.time.as_ref().filter(|_| bound.attempt.state == State::Open);
    let Some((clock, ends)) = clock.and_then(|clock| Some((clock, clock.break_ends_at(at)?))) else {
        return Ok(go_to(&here(&bound)));
    };
    let page = BreakPage {
        page: Page::new(&request, Some(&viewer), t!(language, "break-title")),
        attempt: bound.attempt.id.to_string(),
        module: bound.paper.title(language),
        told: clock_words::of_break(clock, ends, at, language),
        replaced: replaced(&request),
    };
    show(&page, language)
}

/// Begins a break, or ends it: `go_on` says which.
pub async fn post_break(
    Form(fields): Form,
    OwnAttempt { bound, .. }: OwnAttempt,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let bound = in_time::look(&app, &db, bound).await?;
    if bound.attempt.state != State::Open {
        return Ok(go_to(&here(&bound)));
    }
    let db = &mut *db.get().await?;
    match fields.get("go_on") {
        Some(_) => Ok(go_to(&here(&breaks::end(&app, db, bound).await?))),
        None => Ok(go_to(&address(&breaks::begin(&app, db, bound).await?.attempt.id.to_string()))),
    }
}

pub(super) fn address(attempt: &str) -> String {
    format!("/attempts/{attempt}/break")
}
