//! The REST door to quizzes and to the learner's progress.

use super::{
    State, Subject,
    accommodation::Accommodation,
    accommodation_store::{self, Grant},
    breaks, documents,
    learning::{self, Learning},
    next::{Meanwhile, Next},
    own::OwnAttempt,
    policy::Policy,
    store,
    taking::{self, Bound},
    waiting::waits,
};
use crate::{
    app::App,
    brevets::{self, award::Outcome, in_time, number::BrevetNumber, renewal_words, renewing},
    identity::{
        access::{Db, SignedIn},
        browser,
    },
    ids::AttemptId,
    input::{Body, Input, Query},
    live_sessions,
    locale::Language,
    placement,
    problem::{Answer, Kind, Problem, Reason},
    quizzes::{self, answers, scenes},
    routes::API,
};
use actix_web::{HttpRequest, HttpResponse, http::header, web};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};

const LARGEST_PAGE: i64 = 100;

pub async fn post_attempt(
    request: HttpRequest,
    code: web::Path<String>,
    SignedIn(viewer): SignedIn,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let language = read_language(&request, body)?;
    let db = &mut *db.get().await?;
    let held = brevets::store::held_levels(db, viewer.account, app.clock.now()).await?;
    let asked = placement::store::asked_of(db, viewer.account, &code).await?;
    let started = in_time::start(&app, db, viewer.account, &code, language, &held, &asked).await?;
    Ok(begun(&started, language, app.clock.now()))
}

/// A language to answer in, that of the request when none is given; nothing else.
fn read_language(request: &HttpRequest, mut body: Input) -> Result<Language, Problem> {
    let chosen = body.take_optional("language", |text| text.parse::<Language>().map_err(|()| Reason::NotOffered));
    body.finish()?;
    Ok(chosen.unwrap_or_else(|| browser::language(request)))
}

/// An attempt that was started now, or was open already.
fn begun((bound, started): &(Bound, bool), language: Language, at: DateTime<Utc>) -> HttpResponse {
    let mut answer = if *started { HttpResponse::Created() } else { HttpResponse::Ok() };
    answer
        .insert_header(("Location", format!("{API}/attempts/{}", bound.attempt.id)))
        .insert_header((header::CONTENT_LANGUAGE, language.word()))
        .json(documents::open(bound, language, at))
}

/// The refresher that renews a brevet of this person.
pub async fn post_renewal(
    request: HttpRequest,
    number: web::Path<String>,
    SignedIn(viewer): SignedIn,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let language = read_language(&request, body)?;
    let number = BrevetNumber::parse(&number).map_err(|_| Kind::ResourceNotFound)?;
    let started = renewing::start(&app, &mut *db.get().await?, viewer.account, &number, language).await?;
    Ok(begun(&started, language, app.clock.now()))
}

pub async fn get_attempt(
    request: HttpRequest,
    OwnAttempt { bound, .. }: OwnAttempt,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    let bound = in_time::look(&app, &db, bound).await?;
    let language = browser::asked_language(&request).unwrap_or(bound.attempt.language);
    answer_with(&app, &db, &bound, language).await
}

async fn answer_with(app: &App, db: &Db, bound: &Bound, language: Language) -> Answer {
    Ok(match &bound.attempt.state {
        State::Open => told(&documents::open(bound, language, app.clock.now()), language),
        State::Submitted(submission) => {
            let brevet = match submission.passed {
                true => brevets::store::awarded_at(&mut *db.get().await?, bound.attempt.learner, submission.at).await?,
                false => None,
            };
            let brevet = brevet.map(|brevet| {
                let number = brevet.number.as_str();
                json!({"number": number, "level": brevet.level, "href": format!("{API}/brevets/{number}")})
            });
            told(&documents::submitted(bound, submission, language, brevet), language)
        }
    })
}

fn told(body: &impl Serialize, language: Language) -> HttpResponse {
    HttpResponse::Ok().insert_header((header::CONTENT_LANGUAGE, language.word())).json(body)
}

/// Saves an answer. A choice in a scenario is told where it leads, so that the learner can go on.
pub async fn put_answer(
    request: HttpRequest,
    path: web::Path<(String, String)>,
    OwnAttempt { bound, .. }: OwnAttempt,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (_, question) = path.into_inner();
    let bound = in_time::look(&app, &db, bound).await?;
    let saved = taking::answer(&app, &mut *db.get().await?, &bound, &question, body.into_rest()).await?;
    let asked = bound.attempt.questions(&bound.paper).find(|(drawn, _)| drawn.question.as_str() == question);
    let (drawn, question) = asked.ok_or(Kind::ResourceNotFound)?;
    let mut given = drawn.veil(&saved.answer);
    given["savedAt"] = json!(saved.saved_at);
    let language = browser::asked_language(&request).unwrap_or(bound.attempt.language);
    if let (quizzes::Body::Scenario(scenario), answers::Answer::Choices(path)) = (&question.body, &saved.answer) {
        given["scene"] = json!(scenes::last(scenario, path, language));
    }
    // Somebody who did not save that one learns of the other device.
    let before = bound.attempt.answer(&drawn.question).filter(|before| answers::is_lost(&before.answer, &saved.answer));
    if let Some(before) = before {
        given["replacedSavedAt"] = json!(before.saved_at);
    }
    Ok(told(&given, language))
}

/// Takes an answer back: the question is not answered any more.
pub async fn delete_answer(
    path: web::Path<(String, String)>,
    OwnAttempt { bound, .. }: OwnAttempt,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    let bound = in_time::look(&app, &db, bound).await?;
    taking::withdraw(&app, &mut *db.get().await?, &bound, &path.1).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Begins a break, or goes on with it.
pub async fn put_break(
    request: HttpRequest,
    OwnAttempt { bound, .. }: OwnAttempt,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    body.finish()?;
    let bound = in_time::look(&app, &db, bound).await?;
    let bound = breaks::begin(&app, &mut *db.get().await?, bound).await?;
    let language = browser::asked_language(&request).unwrap_or(bound.attempt.language);
    Ok(told(&documents::open(&bound, language, app.clock.now()), language))
}

/// Ends the break, if one runs.
pub async fn delete_break(
    OwnAttempt { bound, .. }: OwnAttempt,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    let bound = in_time::look(&app, &db, bound).await?;
    breaks::end(&app, &mut *db.get().await?, bound).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What is granted to this person for quizzes.
pub async fn get_accommodation(SignedIn(viewer): SignedIn, Query(query): Query, db: Db) -> Answer {
    query.finish()?;
    let granted = accommodation_store::newest(&mut *db.get().await?, viewer.account).await?;
    let mut body = granted.as_ref().map_or(Accommodation::NONE, Grant::accommodation).json();
    if let Some(grant) = granted {
        body["grantedAt"] = json!(grant.granted_at);
    }
    Ok(HttpResponse::Ok().json(body))
}

pub async fn post_submission(
    request: HttpRequest,
    OwnAttempt { bound, .. }: OwnAttempt,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    body.finish()?;
    let (bound, outcome) = brevets::award::submit_attempt(&app, &mut *db.get().await?, bound).await?;
    let language = browser::asked_language(&request).unwrap_or(bound.attempt.language);
    if let (State::Submitted(submission), Some(Outcome::Submitted { brevet: None })) = (&bound.attempt.state, outcome) {
        return Ok(told(&documents::submitted(&bound, submission, language, None), language)); // nobody needs to look for a brevet
    }
    answer_with(&app, &db, &bound, language).await
}

pub async fn get_progress(
    request: HttpRequest,
    SignedIn(viewer): SignedIn,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    let (language, db) = (browser::language(&request), &mut *db.get().await?);
    let held = brevets::store::held_levels(db, viewer.account, app.clock.now()).await?;
    let placed = placement::store::record(db, viewer.account).await?;
    let learning = learning::learning(db, viewer.account, held).await?.skipping(placed.proven());
    let learning = learning.waiting(waits(&app, db, viewer.account).await?);
    let learning = learning.seated(live_sessions::store::seats(db, viewer.account, app.clock.now()).await?);
    let masteries = store::masteries(db, viewer.account).await?;
    let renewals = renewal_words::notices(&app, &renewing::record(db, viewer.account).await?, language);
    let taught = app.course.taught();
    let level = |rules: &crate::competencies::LevelRules| {
        let (proven, of) = learning.progress(&taught, rules.level);
        let competency = |competency: &crate::competencies::Competency| {
            let mut one = json!({
                "code": competency.code, "name": competency.names.get(language), "status": learning.status(&competency.code),
            });
            if learning.may_skip(&competency.code) {
                one["lessonsMayBeSkipped"] = true.into();
            }
            if let Some((_, edition)) = taught.edition(&competency.code) {
                one["minutesLeft"] = json!(learning.minutes_left(edition).round() as u32);
            }
            if let Some(mastery) = masteries.iter().find(|mastery| mastery.competency == competency.code) {
                one["earnedAt"] = json!(mastery.earned_at);
                one["attempt"] =
                    json!({"id": mastery.attempt_id, "href": format!("{API}/attempts/{}", mastery.attempt_id)});
            }
            one
        };
        let competencies: Vec<Value> = rules.competencies.iter().map(competency).collect();
        let ended = renewals.iter().find(|notice| notice.of == rules.level && notice.is_next());
        let next = match ended {
            Some(ended) => renewal_json(ended, &learning),
            None => next_json(learning.next(&taught, rules.level, app.clock.now())),
        };
        let mut one = json!({"level": rules.level, "name": rules.names.get(language), "proven": proven, "of": of,
               "minutesLeft": learning.level_left(&taught, rules.level).round() as u32, "next": next, "competencies": competencies});
        if rules.live_sessions > 0 {
            let (attended, asked) = learning.live_sessions(&taught, rules.level);
            one["liveSessions"] = json!({"attended": attended, "asked": asked});
        }
        one
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_LANGUAGE, language.word()))
        .json(json!({"items": taught.curriculum.0.iter().map(level).collect::<Vec<_>>()})))
}

/// A quiz or refresher that opens later, beside what can be done until then.
fn waiting(href: String, opens: &DateTime<Utc>) -> Value {
    json!({"href": href, "retakeFrom": opens})
}

fn practise() -> Value {
    json!({"step": "practice", "href": format!("{API}/me/practiceCards")})
}

fn renewal_json(ended: &renewal_words::Notice, learning: &Learning) -> Value {
    let href = format!("{API}/brevets/{}/renewal", ended.number.as_str());
    match learning.waits.refreshers.get(&ended.of) {
        Some(opens) => {
            let mut step = practise();
            step["waiting"] = waiting(href, opens);
            step
        }
        None => json!({"step": "renewal", "href": href}),
    }
}

fn next_json(next: Next) -> Value {
    match next {
        Next::Attempt { code, attempt } => {
            json!({"step": "attempt", "module": code, "href": format!("{API}/attempts/{attempt}")})
        }
        Next::Lesson { code, lesson } => {
            json!({"step": "lesson", "module": code, "lesson": lesson, "href": format!("{API}/modules/{code}")})
        }
        Next::Quiz { code, .. } => {
            json!({"step": "quiz", "module": code, "href": format!("{API}/modules/{code}/attempts")})
        }
        Next::Waiting { code, opens, meanwhile } => {
            let mut step = match meanwhile {
                Meanwhile::ReadAgain(lessons) => json!({
                    "step": "lessonsAgain", "module": code, "lessons": lessons, "href": format!("{API}/modules/{code}"),
                }),
                Meanwhile::Other(next) => next_json(*next),
                Meanwhile::Practise => practise(),
            };
            step["waiting"] = waiting(format!("{API}/modules/{code}/attempts"), &opens);
            step
        }
        Next::LiveSession(level) => {
            json!({"step": "liveSession", "href": format!("{API}/liveSessions?level={level}")})
        }
        Next::Seat { seat, .. } => json!({
            "step": "seat", "href": format!("{API}/liveSessions/{}", seat.session), "startsAt": seat.starts_at,
            "endsAt": seat.ends_at,
        }),
        Next::Brevet => json!({"step": "brevet", "href": format!("{API}/me/brevets")}),
        Next::Locked(required) => json!({"step": "locked", "requires": required}),
        Next::Nothing => json!({"step": "nothing"}),
    }
}

pub async fn get_attempts(SignedIn(viewer): SignedIn, Query(mut query): Query, app: web::Data<App>, db: Db) -> Answer {
    let taught = app.course.taught();
    let after = query.take_optional("afterAttempt", |text| text.parse::<AttemptId>().map_err(|_| Reason::NotOffered));
    let module = query.take_optional("module", |text| match taught.edition(text) {
        Some(_) => Ok(text.to_owned()),
        None => Err(Reason::NotOffered),
    });
    let size = query.take_optional("pageSize", |text| match text.parse() {
        Ok(size @ 1..=LARGEST_PAGE) => Ok(size),
        _ => Err(Reason::OutOfRange(1, LARGEST_PAGE as i32)),
    });
    query.finish()?;
    let (size, db) = (size.unwrap_or(20), &mut *db.get().await?);
    let mut attempts = store::attempts_before(db, viewer.account, after, module.as_deref(), size + 1).await?;
    let more = attempts.len() as i64 > size;
    attempts.truncate(size as usize);
    let mut body = json!({"items": attempts.iter().map(documents::summary).collect::<Vec<_>>()});
    if let (true, Some(last)) = (more, attempts.last()) {
        let of_module = module.as_ref().map(|code| format!("&module={code}")).unwrap_or_default();
        body["next"] = format!("{API}/me/attempts?afterAttempt={}&pageSize={size}{of_module}", last.id).into();
    }
    if let Some((competency, edition)) = module.as_deref().and_then(|code| taught.edition(code)) {
        let rules = taught.curriculum.level(competency.level).ok_or(Kind::ResourceNotFound)?;
        let subject = Subject::Quiz { competency: competency.code.clone(), edition: edition.id };
        let policy = Policy::of_quiz(rules, &edition.module);
        let opens = taking::opens_at(db, viewer.account, &subject, &policy, app.clock.now()).await?;
        if let Some(opens) = opens {
            body["retakeFrom"] = json!(opens);
        }
    }
    Ok(HttpResponse::Ok().json(body))
}

pub async fn put_reading(
    path: web::Path<(String, String)>,
    SignedIn(viewer): SignedIn,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    body.finish()?;
    let (code, lesson) = path.into_inner();
    let taught = app.course.taught();
    let (_, edition) = taught.edition(&code).ok_or(Kind::ResourceNotFound)?;
    edition.module.lesson(&lesson).ok_or(Kind::ResourceNotFound)?;
    store::add_reading(&mut *db.get().await?, viewer.account, &code, &lesson, app.clock.now()).await?;
    Ok(HttpResponse::NoContent().finish())
}
