//! The pages for who gives sessions: planning, changing, cancelling, and recording who was there.

use super::{
    LiveSession, RegistrationState, attendance_store, mails,
    pages::{attended, counts, facts, lead_back},
    planning::{self, wall_time},
    run::Run,
    store,
    trainer_api::read_why,
};
use crate::{
    app::App,
    brevets::attending::{self, Marks},
    competencies::LevelRules,
    db::Connection,
    identity::{
        Role, Viewer,
        access::{Db, Trainer},
        browser,
    },
    input::{Fields, Form},
    locale::{self, Language},
    page::{Page, go_to, show, show_again},
    problem::{Answer, Kind, Problem},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;

#[derive(Template)]
#[template(path = "live_sessions/plan.html")]
struct PlanPage {
    page: Page,
    /// Where the form is sent.
    action: String,
    /// Address and words.
    back: (String, String),
    /// Code and name.
    levels: Vec<(&'static str, String)>,
    fields: Fields,
    most_seats: i32,
    /// Whether somebody else can be the trainer.
    chooses_trainer: bool,
    is_change: bool,
}

impl PlanPage {
    fn new(request: &HttpRequest, app: &App, viewer: &Viewer, session: Option<&LiveSession>, fields: Fields) -> Self {
        let language = browser::language(request);
        let title = match session {
            Some(_) => t!(language, "live-change-title"),
            None => t!(language, "live-plan-title"),
        };
        let taught = app.course.taught();
        let level = |rules: &LevelRules| (rules.level.word(), rules.names.get(language).to_owned());
        Self {
            page: Page::new(request, Some(viewer), title),
            action: session.map_or("/live-sessions/new".to_owned(), |session| format!("{}/edit", session.page())),
            back: match session {
                Some(session) => (session.page(), session.title.clone()),
                None => ("/live-sessions".to_owned(), t!(language, "live-title")),
            },
            levels: taught.curriculum.0.iter().map(level).collect(),
            fields,
            most_seats: super::MOST_SEATS,
            chooses_trainer: viewer.role == Role::Administrator,
            is_change: session.is_some(),
        }
    }

    fn given(&self, name: &str) -> &str {
        self.fields.get(name).unwrap_or_default()
    }

    fn has(&self, name: &str, value: &str) -> bool {
        self.given(name) == value
    }

    /// The same form again, with what was wrong.
    fn again(mut self, problem: Problem, language: Language) -> Answer {
        if problem.kind != Kind::BadRequest {
            return Err(problem);
        }
        self.page = self.page.with_issues(&problem.issues);
        show_again(&self, language)
    }
}

/// A session as its form shows it. A closing at the start is an empty field: it goes along when the start is moved.
fn fields_of(session: &LiveSession) -> Fields {
    let closes_at = Some(session.closes_at).filter(|closes_at| *closes_at != session.starts_at);
    let text = |name: &str, value: String| (name.to_owned(), value);
    Fields(vec![
        text("level", session.level.word().to_owned()),
        text("title", session.title.clone()),
        text("language", session.language.word().to_owned()),
        text("startsAt", locale::wall(session.starts_at)),
        text("endsAt", locale::wall(session.ends_at)),
        text("closesAt", closes_at.map(locale::wall).unwrap_or_default()),
        text("place", session.place.clone().unwrap_or_default()),
        text("link", session.link.clone().unwrap_or_default()),
        text("capacity", session.capacity.to_string()),
    ])
}

pub async fn get_plan(request: HttpRequest, Trainer(viewer): Trainer, app: web::Data<App>) -> Answer {
    let language = browser::language(&request);
    let fields = Fields(vec![
        ("level".to_owned(), "expert".to_owned()),
        ("language".to_owned(), viewer.language.word().to_owned()),
    ]);
    show(&PlanPage::new(&request, &app, &viewer, None, fields), language)
}

pub async fn post_plan(
    request: HttpRequest,
    Trainer(viewer): Trainer,
    Form(fields): Form,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let db = &mut *db.get().await?;
    match planning::read(db, &viewer, fields.input(), wall_time, None, app.clock.now()).await {
        Ok(asked) => {
            let session = planning::plan(&app, db, &viewer, asked).await?;
            Ok(go_to(&format!("{}?done=planned", session.page())))
        }
        Err(problem) => {
            let page = PlanPage::new(&request, &app, &viewer, None, fields);
            page.again(problem, browser::language(&request))
        }
    }
}

pub async fn get_change(request: HttpRequest, Run { viewer, session }: Run, app: web::Data<App>) -> Answer {
    if session.may_change(app.clock.now()).is_err() {
        return Ok(lead_back(&session));
    }
    let page = PlanPage::new(&request, &app, &viewer, Some(&session), fields_of(&session));
    show(&page, browser::language(&request))
}

pub async fn post_change(
    request: HttpRequest,
    Run { viewer, session }: Run,
    Form(fields): Form,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let db = &mut *db.get().await?;
    let read = planning::read(db, &viewer, fields.input(), wall_time, Some(&session), app.clock.now()).await;
    let changed = match read {
        Ok(asked) => planning::change(&app, db, session.id, asked).await,
        Err(problem) => Err(problem),
    };
    match changed {
        Ok(session) => Ok(go_to(&format!("{}?done=changed", session.page()))),
        Err(problem) => {
            let page = PlanPage::new(&request, &app, &viewer, Some(&session), fields);
            page.again(problem, browser::language(&request))
        }
    }
}

#[derive(Template)]
#[template(path = "live_sessions/cancellation.html")]
struct CancellationPage {
    page: Page,
    title: String,
    /// Of the title.
    language: Language,
    when: String,
    address: String,
    registered: usize,
    why: String,
}

async fn cancellation_page(
    request: &HttpRequest,
    viewer: &Viewer,
    db: &mut Connection,
    session: &LiveSession,
    fields: &Fields,
) -> Result<CancellationPage, Problem> {
    let language = browser::language(request);
    Ok(CancellationPage {
        page: Page::new(request, Some(viewer), t!(language, "live-cancel-title")),
        title: session.title.clone(),
        language: session.language,
        when: mails::when(session, language),
        address: session.page(),
        registered: store::participants(db, session.id).await?.len(),
        why: fields.get("why").unwrap_or_default().to_owned(),
    })
}

/// Says what will happen; the form below it is the confirmation.
pub async fn get_cancellation(
    request: HttpRequest,
    Run { viewer, session }: Run,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    if session.may_change(app.clock.now()).is_err() {
        return Ok(lead_back(&session));
    }
    let page = cancellation_page(&request, &viewer, &mut *db.get().await?, &session, &Fields::default()).await?;
    show(&page, browser::language(&request))
}

pub async fn post_cancellation(
    request: HttpRequest,
    Run { viewer, session }: Run,
    Form(fields): Form,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let db = &mut *db.get().await?;
    match read_why(fields.input()) {
        Ok(why) => {
            planning::cancel(&app, db, &viewer, session.id, &why).await?;
            Ok(go_to(&session.page()))
        }
        Err(problem) => {
            let mut page = cancellation_page(&request, &viewer, db, &session, &fields).await?;
            page.page = page.page.with_issues(&problem.issues);
            show_again(&page, browser::language(&request))
        }
    }
}

struct PersonLine {
    id: String,
    name: String,
    email: String,
    is_waiting: bool,
    is_present: bool,
    /// What was recorded last, and when.
    recorded: Option<String>,
}

#[derive(Template)]
#[template(path = "live_sessions/attendance.html")]
struct AttendancePage {
    page: Page,
    title: String,
    /// Of the title.
    language: Language,
    facts: Vec<(String, String)>,
    /// Whether the attendance was just saved.
    is_saved: bool,
    /// How many were there, once that is recorded.
    attended: Option<String>,
    /// Whether being there is evidence for a brevet.
    counts: bool,
    address: String,
    people: Vec<PersonLine>,
    /// Whether the viewer is registered as well: what is recorded of them, another records.
    takes_part: bool,
    /// Until when it can be recorded, in words; None when it cannot be now.
    until: Option<String>,
}

/// Who is registered, and, from the start on, who was there.
pub async fn get_attendance(request: HttpRequest, Run { viewer, session }: Run, app: web::Data<App>, db: Db) -> Answer {
    let (language, at) = (browser::language(&request), app.clock.now());
    let db = &mut *db.get().await?;
    let recorded = attendance_store::attendances(db, session.id).await?;
    let page = Page::new(&request, Some(&viewer), t!(language, "live-attendance-title"));
    let moment = |at: &chrono::DateTime<chrono::Utc>| format!("{} {}", page.date(at), page.time(at));
    let person = |one: store::Participant| {
        let mark = recorded.get(&one.account);
        PersonLine {
            id: one.account.to_string(),
            name: one.name,
            email: one.email,
            is_waiting: one.state == RegistrationState::Waiting,
            is_present: mark.is_some_and(|mark| mark.present),
            recorded: mark.map(|mark| match mark.present {
                true => t!(language, "live-recorded-present", at = moment(&mark.at)),
                false => t!(language, "live-recorded-absent", at = moment(&mark.at)),
            }),
        }
    };
    let mut people = store::participants(db, session.id).await?;
    let registered = people.len();
    people.retain(|one| one.account != viewer.account);
    let shown = AttendancePage {
        title: session.title.clone(),
        language: session.language,
        facts: facts(&app, &session, language, at),
        is_saved: request.query_string().contains(SAVED),
        attended: attended(&recorded, language),
        counts: counts(&app, session.level),
        address: session.page(),
        takes_part: people.len() < registered,
        people: people.into_iter().map(person).collect(),
        until: session.may_record(at).is_ok().then(|| moment(&session.record_until())),
        page,
    };
    show(&shown, language)
}

const SAVED: &str = "done=recorded";

/// Whoever the form listed and is not ticked was absent. It does not list who only waited, unless they were marked before.
pub async fn post_attendance(Run { viewer, session }: Run, Form(fields): Form, app: web::Data<App>, db: Db) -> Answer {
    let db = &mut *db.get().await?;
    let ids = |name| fields.all(name).map(|id| id.parse().map_err(|_| Kind::BadRequest)).collect::<Result<Vec<_>, _>>();
    let (listed, present) = (ids("listed")?, ids("present")?);
    let absent = listed.into_iter().map(|who| (who, false));
    let marks: Marks = absent.chain(present.into_iter().map(|who| (who, true))).collect();
    attending::record(&app, db, viewer.account, session.id, &marks).await?;
    Ok(go_to(&format!("{}/attendance?{SAVED}", session.page())))
}
