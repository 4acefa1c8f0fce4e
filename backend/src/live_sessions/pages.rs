//! The pages for who takes part: what is coming, one session, and withdrawing from it.

use super::{
    LiveSession, Registration, RegistrationState,
    api::{holds_required, named, register},
    calendar, joining, mails, store,
};
use crate::{
    app::App,
    download,
    identity::{
        Role,
        access::{Db, SignedIn},
        browser,
    },
    input::{Fields, Form, Query, pairs},
    locale::Language,
    page::{Page, go_to, show},
    problem::{Answer, Kind},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::{DateTime, Utc};

/// One session in a list.
struct SessionLine {
    id: String,
    link: String,
    title: String,
    /// Of the title.
    language: Language,
    when: String,
    /// Level, language and place.
    about: String,
    status: String,
    status_class: &'static str,
}

#[derive(Template)]
#[template(path = "live_sessions/list.html")]
struct ListPage {
    page: Page,
    own: Vec<SessionLine>,
    coming: Vec<SessionLine>,
    /// For trainers and administrators: what they give.
    given: Option<Vec<SessionLine>>,
}

pub(super) fn level_name(app: &App, session: &LiveSession, language: Language) -> String {
    let taught = app.course.taught();
    taught.curriculum.level(session.level).map(|rules| rules.names.get(language).to_owned()).unwrap_or_default()
}

/// How a session stands, for somebody who looks at it.
fn status(
    session: &LiveSession,
    registration: Option<&Registration>,
    language: Language,
    at: DateTime<Utc>,
) -> (String, &'static str) {
    match registration {
        _ if session.cancellation.is_some() => (t!(language, "live-cancelled"), "cannot-start"),
        Some(Registration { present: Some(true), .. }) => (t!(language, "live-was-present"), "completed"),
        Some(Registration { present: Some(false), .. }) => (t!(language, "live-was-absent"), "cannot-start"),
        Some(Registration { state: RegistrationState::Seated, .. }) => (t!(language, "live-seated"), "completed"),
        Some(Registration { state: RegistrationState::Waiting, .. }) => (t!(language, "live-waiting"), "in-progress"),
        None if session.may_register(at).is_err() => (t!(language, "live-closed"), "cannot-start"),
        None if session.may_join(at).is_err() => (t!(language, "live-full"), "cannot-start"),
        None if session.free() == 0 => (t!(language, "live-full-line"), "not-started"),
        None => (t!(language, "live-free", count = session.free()), "not-started"),
    }
}

fn line(
    app: &App,
    session: &LiveSession,
    registration: Option<&Registration>,
    language: Language,
    at: DateTime<Utc>,
) -> SessionLine {
    let (status, status_class) = status(session, registration, language, at);
    let place = session.place.clone().unwrap_or_else(|| t!(language, "live-online"));
    SessionLine {
        id: session.id.to_string(),
        link: session.page(),
        title: session.title.clone(),
        language: session.language,
        when: mails::when(session, language),
        about: [level_name(app, session, language), session.language.name().to_owned(), place].join(" · "),
        status,
        status_class,
    }
}

pub async fn get_list(request: HttpRequest, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let (language, at) = (browser::language(&request), app.clock.now());
    let db = &mut *db.get().await?;
    let own = store::registered(db, viewer.account).await?;
    let coming = store::coming(db, None, at).await?;
    let given = match viewer.role {
        Role::Trainer => Some(store::given(db, Some(viewer.account), at - super::ATTENDANCE).await?),
        Role::Administrator => Some(store::given(db, None, at - super::ATTENDANCE).await?),
        Role::Learner | Role::Hr => None,
    };
    let others = coming.iter().filter(|session| session.cancellation.is_none());
    let others = others.filter(|session| own.iter().all(|(one, _)| one.id != session.id));
    let page = ListPage {
        page: Page::new(&request, Some(&viewer), t!(language, "live-title")),
        own: own.iter().map(|(session, it)| line(&app, session, Some(it), language, at)).collect(),
        coming: others.map(|session| line(&app, session, None, language, at)).collect(),
        given: given.map(|all| all.iter().map(|session| line(&app, session, None, language, at)).collect()),
    };
    show(&page, language)
}

#[derive(Template)]
#[template(path = "live_sessions/session.html")]
struct SessionPage {
    page: Page,
    /// In which it is held.
    language: Language,
    /// What was just done.
    done: Option<String>,
    /// Why it is cancelled.
    cancelled: Option<String>,
    facts: Vec<(String, String)>,
    /// Where to join it online.
    meeting: Option<String>,
    /// How the viewer stands to it.
    told: Option<String>,
    /// The words of the button that registers.
    register: Option<String>,
    /// Why nobody can register though registration is open.
    refused: Option<String>,
    may_withdraw: bool,
    address: String,
    runs: bool,
    may_change: bool,
    may_record: bool,
}

pub async fn get_session(
    request: HttpRequest,
    id: web::Path<String>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (language, at) = (browser::language(&request), app.clock.now());
    let (id, db) = (named(&id)?, &mut *db.get().await?);
    let session = store::session(db, id).await?.ok_or(Kind::ResourceNotFound)?;
    let own = store::registration(db, id, viewer.account).await?;
    let is_open = own.is_none() && session.may_register(at).is_ok();
    let refused = match session.may_join(at) {
        _ if !is_open => None,
        Err(_) => Some(t!(language, "live-full-told")),
        Ok(()) if holds_required(&app, db, &viewer, session.level).await? => None,
        Ok(()) => Some(t!(language, "live-locked")),
    };
    let register = if session.free() > 0 { t!(language, "live-register") } else { t!(language, "live-line-up") };
    let runs = session.is_run_by(&viewer);
    let page = SessionPage {
        page: Page::new(&request, Some(&viewer), session.title.clone()),
        language: session.language,
        done: done(&request, own.as_ref(), language),
        cancelled: session
            .cancellation
            .as_ref()
            .map(|why| t!(language, "live-cancelled-why", why = why.reason.as_str())),
        facts: facts(&app, &session, language),
        meeting: session.link_for(own.as_ref(), runs).map(str::to_owned),
        told: own.as_ref().and_then(|own| told(&session, own, language)),
        register: (is_open && refused.is_none()).then_some(register),
        refused,
        may_withdraw: own.is_some() && session.may_change(at).is_ok(),
        address: session.page(),
        runs,
        may_change: runs && session.may_change(at).is_ok(),
        may_record: runs && session.may_record(at).is_ok(),
    };
    show(&page, language)
}

/// What the form that led here did.
fn done(request: &HttpRequest, own: Option<&Registration>, language: Language) -> Option<String> {
    match (Fields(pairs(request.query_string().as_bytes())).get("done")?, own.map(|own| own.state)) {
        ("registered", Some(RegistrationState::Seated)) => Some(t!(language, "live-done-registered")),
        ("registered", Some(RegistrationState::Waiting)) => Some(t!(language, "live-done-waiting")),
        ("withdrawn", None) => Some(t!(language, "live-done-withdrawn")),
        ("planned", _) => Some(t!(language, "live-done-planned")),
        ("changed", _) => Some(t!(language, "live-done-changed")),
        ("recorded", _) => Some(t!(language, "live-done-recorded")),
        _ => None,
    }
}

pub(super) fn facts(app: &App, session: &LiveSession, language: Language) -> Vec<(String, String)> {
    let day = |at| crate::locale::date(language, crate::locale::day(at));
    let closes = format!("{} {}", day(session.closes_at), crate::locale::time_of_day(session.closes_at));
    let place = session.place.clone().unwrap_or_else(|| t!(language, "live-online"));
    let seats = t!(language, "live-seats", free = session.free(), capacity = session.capacity);
    let line = || t!(language, "live-line", waiting = session.waiting, most = session.most_waiting());
    let facts = [
        Some((t!(language, "live-fact-when"), mails::when(session, language))),
        Some((t!(language, "live-fact-place"), place)),
        Some((t!(language, "live-fact-level"), level_name(app, session, language))),
        Some((t!(language, "live-fact-language"), session.language.name().to_owned())),
        Some((t!(language, "live-fact-seats"), seats)),
        (session.free() == 0).then(|| (t!(language, "live-fact-line"), line())),
        Some((t!(language, "live-fact-closes"), closes)),
        session.trainer.as_ref().map(|(_, name)| (t!(language, "live-fact-trainer"), name.clone())),
    ];
    facts.into_iter().flatten().collect()
}

fn told(session: &LiveSession, own: &Registration, language: Language) -> Option<String> {
    match own {
        _ if session.cancellation.is_some() => None,
        Registration { present: Some(true), .. } => Some(t!(language, "live-told-present")),
        Registration { present: Some(false), .. } => Some(t!(language, "live-told-absent")),
        Registration { state: RegistrationState::Seated, .. } => Some(t!(language, "live-told-seated")),
        Registration { state: RegistrationState::Waiting, place_in_line, .. } => {
            Some(t!(language, "live-told-waiting", place = place_in_line.unwrap_or(1)))
        }
    }
}

pub async fn post_registration(
    id: web::Path<String>,
    SignedIn(viewer): SignedIn,
    _: Form,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let db = &mut *db.get().await?;
    let (session, ..) = register(&app, db, &viewer, named(&id)?).await?;
    Ok(go_to(&format!("{}?done=registered", session.page())))
}

#[derive(Template)]
#[template(path = "live_sessions/withdrawal.html")]
struct WithdrawalPage {
    page: Page,
    title: String,
    /// Of the title.
    language: Language,
    when: String,
    address: String,
    is_seated: bool,
}

/// Asks first.
pub async fn get_withdrawal(
    request: HttpRequest,
    id: web::Path<String>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (language, at) = (browser::language(&request), app.clock.now());
    let (id, db) = (named(&id)?, &mut *db.get().await?);
    let session = store::session(db, id).await?.ok_or(Kind::ResourceNotFound)?;
    let own = store::registration(db, id, viewer.account).await?;
    let Some(own) = own.filter(|_| session.may_change(at).is_ok()) else { return Ok(go_to(&session.page())) };
    let page = WithdrawalPage {
        page: Page::new(&request, Some(&viewer), t!(language, "live-withdraw-title")),
        title: session.title.clone(),
        language: session.language,
        when: mails::when(&session, language),
        address: session.page(),
        is_seated: own.state == RegistrationState::Seated,
    };
    show(&page, language)
}

pub async fn post_withdrawal(
    id: web::Path<String>,
    SignedIn(viewer): SignedIn,
    _: Form,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let id = named(&id)?;
    joining::withdraw(&app, &mut *db.get().await?, id, viewer.account).await?;
    Ok(go_to(&format!("/live-sessions/{id}?done=withdrawn")))
}

/// For the pages and for REST.
pub async fn get_calendar(
    request: HttpRequest,
    id: web::Path<String>,
    SignedIn(viewer): SignedIn,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    let (id, db) = (named(&id)?, &mut *db.get().await?);
    let session = store::session(db, id).await?.ok_or(Kind::ResourceNotFound)?;
    let own = store::registration(db, id, viewer.account).await?;
    let (language, runs) = (browser::language(&request), session.is_run_by(&viewer));
    let event = calendar::event(&app, &session, own.as_ref(), runs, language, app.clock.now());
    Ok(download::calendar("live-session.ics", calendar::blank().push(event).to_string(), language))
}
