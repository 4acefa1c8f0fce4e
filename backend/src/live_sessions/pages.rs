//! The pages for who takes part: what is coming, one session, and withdrawing from it.

use super::{
    LiveSession, Refusal, Registration, RegistrationState,
    api::{lacking, named, register},
    attendance_store::{self, Attendance},
    calendar, joining, mails, store,
};
use crate::{
    app::App,
    competencies::Level,
    download,
    identity::{
        Role,
        access::{Db, SignedIn},
        browser,
    },
    ids::AccountId,
    input::{Fields, Form, Query, pairs},
    locale::Language,
    page::{Page, go_to, show},
    problem::{Answer, Kind, Problem},
    t,
};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

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
    /// Those that the viewer is registered for, the soonest first.
    own: Vec<SessionLine>,
    coming: Vec<SessionLine>,
    /// Whether one of them can be joined.
    may_choose: bool,
    /// For trainers and administrators: what they give.
    given: Option<Vec<SessionLine>>,
    /// Those that the viewer was registered for, the newest first.
    past: Vec<SessionLine>,
}

fn level_name(app: &App, level: Level, language: Language) -> String {
    let taught = app.course.taught();
    taught.curriculum.level(level).map(|rules| rules.names.get(language).to_owned()).unwrap_or_default()
}

/// Whether a session of this level is evidence for its brevet.
pub(super) fn counts(app: &App, level: Level) -> bool {
    app.course.taught().curriculum.level(level).is_some_and(|rules| rules.live_sessions > 0)
}

/// How a session stands, for somebody who looks at it. `lacks`: the name of the level whose brevet they need first.
fn status(
    session: &LiveSession,
    registration: Option<&Registration>,
    lacks: Option<&str>,
    language: Language,
    at: DateTime<Utc>,
) -> (String, &'static str) {
    match registration {
        _ if session.cancellation.is_some() => (t!(language, "live-cancelled"), "cannot-start"),
        Some(Registration { present: Some(true), .. }) => (t!(language, "live-was-present"), "completed"),
        Some(Registration { present: Some(false), .. }) => (t!(language, "live-was-absent"), "cannot-start"),
        _ if session.is_over(at) => (t!(language, "live-over"), "cannot-start"),
        Some(Registration { state: RegistrationState::Seated, .. }) => (t!(language, "live-seated"), "completed"),
        Some(_) if session.may_register(at).is_err() => (t!(language, "live-no-seat"), "cannot-start"),
        Some(Registration { state: RegistrationState::Waiting, .. }) => (t!(language, "live-waiting"), "in-progress"),
        None if session.may_register(at).is_err() => (t!(language, "live-closed"), "cannot-start"),
        None if let Some(level) = lacks => (t!(language, "live-locked-short", level = level), "cannot-start"),
        None if session.may_join(at).is_err() => (t!(language, "live-full"), "cannot-start"),
        None if session.free() == 0 => (t!(language, "live-full-line"), "not-started"),
        None => (t!(language, "live-free", count = session.free()), "not-started"),
    }
}

fn line(
    app: &App,
    session: &LiveSession,
    registration: Option<&Registration>,
    lacks: Option<&str>,
    language: Language,
    at: DateTime<Utc>,
) -> SessionLine {
    let (status, status_class) = status(session, registration, lacks, language, at);
    let place = session.place.clone().unwrap_or_else(|| t!(language, "live-online"));
    SessionLine {
        id: session.id.to_string(),
        link: session.page(),
        title: session.title.clone(),
        language: session.language,
        when: mails::when(session, language),
        about: [level_name(app, session.level, language), session.language.name().to_owned(), place].join(" · "),
        status,
        status_class,
    }
}

pub async fn get_list(request: HttpRequest, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let (language, at) = (browser::language(&request), app.clock.now());
    let db = &mut *db.get().await?;
    let (past, mut own): (Vec<_>, Vec<_>) =
        store::registered(db, viewer.account).await?.into_iter().partition(|(session, _)| session.is_over(at));
    own.reverse();
    let mut coming = store::coming(db, None, at).await?;
    coming.retain(|session| session.cancellation.is_none() && !session.is_given_by(viewer.account));
    coming.retain(|session| own.iter().all(|(one, _)| one.id != session.id));
    let lacking = lacking(&app, db, &viewer, coming.iter().map(|session| session.level)).await?;
    let lacks = |level| Some(level_name(&app, *lacking.get(&level)?, language));
    let may_choose = |one: &LiveSession| one.may_join(at).is_ok() && !lacking.contains_key(&one.level);
    let registered = |all: &[(LiveSession, Registration)]| {
        all.iter().map(|(session, it)| line(&app, session, Some(it), None, language, at)).collect()
    };
    let not_registered = |one: &LiveSession| line(&app, one, None, lacks(one.level).as_deref(), language, at);
    let given = match viewer.role {
        Role::Trainer => Some(store::given(db, Some(viewer.account), at - super::ATTENDANCE).await?),
        Role::Administrator => Some(store::given(db, None, at - super::ATTENDANCE).await?),
        Role::Learner | Role::Hr => None,
    };
    let page = ListPage {
        page: Page::new(&request, Some(&viewer), t!(language, "live-title")),
        own: registered(&own),
        may_choose: coming.iter().any(may_choose),
        coming: coming.iter().map(not_registered).collect(),
        given: given.map(|all| all.iter().map(|session| line(&app, session, None, None, language, at)).collect()),
        past: registered(&past),
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
    /// Why a page that changes it led back here.
    led_back: Option<String>,
    /// Why it is cancelled.
    cancelled: Option<String>,
    facts: Vec<(String, String)>,
    /// Where to join it online.
    meeting: Option<String>,
    /// How the viewer stands to it.
    told: Option<String>,
    invitation: Invitation,
    may_withdraw: bool,
    address: String,
    runs: bool,
    may_change: bool,
    may_record: bool,
    /// For who runs it: how many were there, once that is recorded.
    attended: Option<String>,
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
    let is_invited = own.is_none() && session.may_register(at).is_ok() && !session.is_given_by(viewer.account);
    let lacks = match is_invited {
        true => lacking(&app, db, &viewer, [session.level]).await?.remove(&session.level),
        false => None,
    };
    let runs = session.is_run_by(&viewer);
    let recorded = if runs { attendance_store::attendances(db, id).await? } else { BTreeMap::new() };
    let page = SessionPage {
        page: Page::new(&request, Some(&viewer), session.title.clone()),
        language: session.language,
        done: done(&request, own.as_ref(), language),
        led_back: led_back(&request, &session, language, at),
        cancelled: session
            .cancellation
            .as_ref()
            .map(|why| t!(language, "live-cancelled-why", why = why.reason.as_str())),
        facts: facts(&app, &session, language, at),
        meeting: session.link_for(own.as_ref(), runs).map(str::to_owned),
        told: own.as_ref().and_then(|own| told(&app, &session, own, language, at)),
        invitation: if is_invited { invitation(&app, &session, lacks, language, at) } else { Invitation::default() },
        may_withdraw: own.is_some() && session.may_change(at).is_ok(),
        address: session.page(),
        runs,
        may_change: runs && session.may_change(at).is_ok(),
        may_record: runs && session.may_record(at).is_ok(),
        attended: attended(&recorded, language),
    };
    show(&page, language)
}

/// To who is not registered while one can: the button, or why there is none.
#[derive(Default)]
struct Invitation {
    /// The words of the button.
    register: Option<String>,
    refused: Option<String>,
    /// The level whose brevet is needed first: name and address.
    lacks: Option<(String, String)>,
}

fn invitation(
    app: &App,
    session: &LiveSession,
    lacks: Option<Level>,
    language: Language,
    at: DateTime<Utc>,
) -> Invitation {
    let only = Invitation::default;
    match lacks.map(|level| (level_name(app, level, language), format!("/levels/{level}"))) {
        Some((level, link)) => {
            let refused = Some(t!(language, "live-locked", level = level.as_str()));
            Invitation { refused, lacks: Some((level, link)), ..only() }
        }
        None if session.may_join(at).is_err() => Invitation { refused: Some(t!(language, "live-full-told")), ..only() },
        None if session.free() > 0 => Invitation { register: Some(t!(language, "live-register")), ..only() },
        None => Invitation { register: Some(t!(language, "live-line-up")), ..only() },
    }
}

/// What the form that led here did.
fn done(request: &HttpRequest, own: Option<&Registration>, language: Language) -> Option<String> {
    match (Fields(pairs(request.query_string().as_bytes())).get("done")?, own.map(|own| own.state)) {
        ("registered", Some(RegistrationState::Seated)) => Some(t!(language, "live-done-registered")),
        ("registered", Some(RegistrationState::Waiting)) => Some(t!(language, "live-done-waiting")),
        ("withdrawn", None) => Some(t!(language, "live-done-withdrawn")),
        ("planned", _) => Some(t!(language, "live-done-planned")),
        ("changed", _) => Some(t!(language, "live-done-changed")),
        _ => None,
    }
}

/// Leads back from a page that changes a session, or withdraws from it, to that of the session, which says why.
pub(super) fn lead_back(session: &LiveSession) -> HttpResponse {
    go_to(&format!("{}?{LED_BACK}", session.page()))
}

const LED_BACK: &str = "back=1";

fn led_back(request: &HttpRequest, session: &LiveSession, language: Language, at: DateTime<Utc>) -> Option<String> {
    let refusal = session.may_change(at).err().filter(|_| request.query_string().contains(LED_BACK));
    // Why it is cancelled stands on its page anyway.
    refusal.filter(|refusal| *refusal != Refusal::Cancelled).map(|refusal| Problem::from(refusal).kind.detail(language))
}

/// How many were at a session and how many were not, once that is recorded.
pub(super) fn attended(recorded: &BTreeMap<AccountId, Attendance>, language: Language) -> Option<String> {
    let present = recorded.values().filter(|one| one.present).count();
    let absent = recorded.len() - present;
    (!recorded.is_empty()).then(|| t!(language, "live-attended", present = present, absent = absent))
}

/// What is so of a session; how to register only as long as one can.
pub(super) fn facts(app: &App, session: &LiveSession, language: Language, at: DateTime<Utc>) -> Vec<(String, String)> {
    let day = |at| crate::locale::date(language, crate::locale::day(at));
    let closes = format!("{} {}", day(session.closes_at), crate::locale::time_of_day(session.closes_at));
    let place = session.place.clone().unwrap_or_else(|| t!(language, "live-online"));
    let seats = match session.may_register(at) {
        Ok(()) => t!(language, "live-seats", free = session.free(), capacity = session.capacity),
        Err(_) => t!(language, "live-seats-taken", taken = session.taken, capacity = session.capacity),
    };
    let closes_as = match session.may_register(at) {
        Ok(()) => Some(t!(language, "live-fact-closes")),
        Err(Refusal::Closed) if at < session.starts_at => Some(t!(language, "live-closed")),
        Err(_) => None,
    };
    let line = || t!(language, "live-line", waiting = session.waiting, most = session.most_waiting());
    let facts = [
        Some((t!(language, "live-fact-when"), mails::when(session, language))),
        Some((t!(language, "live-fact-place"), place)),
        Some((t!(language, "live-fact-level"), level_name(app, session.level, language))),
        Some((t!(language, "live-fact-language"), session.language.name().to_owned())),
        Some((t!(language, "live-fact-seats"), seats)),
        (session.free() == 0 && closes_as.is_some()).then(|| (t!(language, "live-fact-line"), line())),
        closes_as.map(|name| (name, closes)),
        session.trainer.as_ref().map(|(_, name)| (t!(language, "live-fact-trainer"), name.clone())),
    ];
    facts.into_iter().flatten().collect()
}

fn told(app: &App, session: &LiveSession, own: &Registration, language: Language, at: DateTime<Utc>) -> Option<String> {
    match own {
        _ if session.cancellation.is_some() => None,
        Registration { present: Some(true), .. } if counts(app, session.level) => {
            Some(t!(language, "live-told-present-counts"))
        }
        Registration { present: Some(true), .. } => Some(t!(language, "live-told-present")),
        Registration { present: Some(false), .. } => Some(t!(language, "live-told-absent")),
        _ if session.is_over(at) => Some(t!(language, "live-told-over")),
        Registration { state: RegistrationState::Seated, .. } => Some(t!(language, "live-told-seated")),
        _ if session.may_register(at).is_err() => Some(t!(language, "live-told-no-seat")),
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
    let Some(own) = own else { return Ok(go_to(&session.page())) };
    if session.may_change(at).is_err() {
        return Ok(lead_back(&session));
    }
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
