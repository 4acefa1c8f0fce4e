//! The pages around the questions of a placement test: start, stop, and no thank you.

use super::{
    State, again,
    offer::{self, Offer},
    stopping::{LEAST, MOST},
    store::{self, Head},
    taking::{self, Bound, COMPETENCIES, Wanted},
};
use crate::{
    app::App,
    attempts::{
        learning::{self, Learning},
        policy_words,
    },
    brevets,
    competencies::{Level, LevelRules},
    db::Connection,
    identity::{
        Viewer,
        access::{Db, SignedIn},
        browser,
    },
    input::{self, Fields, Form},
    modules::{Module, edition::Taught},
    page::{Page, go_to, safe_path, show, show_again},
    problem::{Answer, Issue, Kind, Problem},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::{DateTime, Utc};
use diesel::QueryResult;
use std::collections::BTreeSet;

struct SubjectBox {
    code: String,
    name: String,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "placement/start.html")]
struct StartPage {
    page: Page,
    level: String,
    level_link: String,
    action: String,
    locked: bool,
    least: usize,
    most: usize,
    /// The open test: where it goes on and where it is stopped.
    open: Option<(String, String)>,
    /// When the next one may be begun, in words, after many on one day.
    waits_until: Option<String>,
    a_day: usize,
    subjects: Vec<SubjectBox>,
    /// Whether there is nothing left to ask, since all of the level is proven.
    is_proven: bool,
    /// Earlier tests: address and day.
    past: Vec<(String, String)>,
}

/// What the start page is made from.
struct Start<'a> {
    viewer: &'a Viewer,
    taught: &'a Taught,
    rules: &'a LevelRules,
    learning: Learning,
    record: store::Record,
    at: DateTime<Utc>,
}

impl<'a> Start<'a> {
    async fn of(
        app: &App,
        db: &mut Connection,
        viewer: &'a Viewer,
        taught: &'a Taught,
        rules: &'a LevelRules,
        held: BTreeSet<Level>,
    ) -> QueryResult<Self> {
        let learning = learning::learning(db, viewer.account, held).await?;
        let record = store::record(db, viewer.account).await?;
        Ok(Self { viewer, taught, rules, learning, record, at: app.clock.now() })
    }

    fn is_proven(&self) -> bool {
        let mut modules = self.taught.modules(self.rules.level).peekable();
        modules.peek().is_some() && modules.all(|(competency, _)| self.learning.mastered.contains(&competency.code))
    }

    fn page(&self, request: &HttpRequest, chosen: Option<&BTreeSet<String>>, issues: &[Issue]) -> StartPage {
        let (language, rules) = (browser::language(request), self.rules);
        let level = rules.names.get(language).to_owned();
        let page = Page::new(request, Some(self.viewer), t!(language, "placement-title", level = level.as_str()))
            .with_issues(issues);
        let subject = |module: &Module| SubjectBox {
            code: module.competency.clone(),
            name: module.title.get(language).to_owned(),
            is_chosen: chosen.is_none_or(|chosen| chosen.contains(&module.competency)),
        };
        let open = match offer::offer(&self.record, rules.level, &self.learning, self.taught) {
            Offer::GoOn(id) => Some((format!("/placements/{id}"), format!("/placements/{id}/end?then=again"))),
            Offer::None | Offer::AtTheStart | Offer::Quiet => None,
        };
        let of_level = || self.record.placements.iter().filter(|head| head.level == rules.level);
        let begun: Vec<_> = of_level().map(|head| head.started_at).collect();
        let opens = again::opens_at(&begun, self.at);
        let past = |head: &Head| Some((format!("/placements/{}/result", head.id), page.date(&head.finished_at?)));
        StartPage {
            level,
            level_link: format!("/levels/{}", rules.level),
            action: format!("/levels/{}/placement", rules.level),
            locked: self.learning.locked_by(self.taught, rules.level).is_some(),
            least: LEAST,
            most: MOST,
            open,
            subjects: taking::subjects(self.taught, rules, &self.learning.mastered)
                .map(|edition| subject(&edition.module))
                .collect(),
            is_proven: self.is_proven(),
            waits_until: opens.map(|opens| policy_words::when(opens, self.at, language)),
            a_day: again::A_DAY,
            past: of_level().filter_map(past).collect(),
            page,
        }
    }
}

pub async fn get_start(
    request: HttpRequest,
    level: web::Path<String>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (level, taught) = (read_level(&level)?, app.course.taught());
    let rules = taught.curriculum.level(level).ok_or(Kind::ResourceNotFound)?;
    let db = &mut *db.get().await?;
    let held = brevets::store::held_levels(db, viewer.account, app.clock.now()).await?;
    let start = Start::of(&app, db, &viewer, &taught, rules, held).await?;
    show(&start.page(&request, None, &[]), browser::language(&request))
}

fn read_level(level: &str) -> Result<Level, Kind> {
    level.parse().map_err(|()| Kind::ResourceNotFound)
}

/// Begins a test, or goes on with the open one.
pub async fn post_start(
    request: HttpRequest,
    level: web::Path<String>,
    Form(fields): Form,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (level, language, taught) = (read_level(&level)?, browser::language(&request), app.course.taught());
    let rules = taught.curriculum.level(level).ok_or(Kind::ResourceNotFound)?;
    let chosen: BTreeSet<String> = fields.all(COMPETENCIES).map(str::to_owned).collect();
    let db = &mut *db.get().await?;
    let held = brevets::store::held_levels(db, viewer.account, app.clock.now()).await?;
    let wanted = Wanted { level, language, competencies: Some(chosen.clone()), held: &held };
    match taking::begin(&app, db, viewer.account, wanted).await {
        Ok((bound, _)) => Ok(go_to(&here(&bound))),
        Err(Problem { kind: Kind::BadRequest, issues, .. }) => {
            let start = Start::of(&app, db, &viewer, &taught, rules, held).await?;
            show_again(&start.page(&request, Some(&chosen), &issues), language)
        }
        // The page says from when on.
        Err(problem) if problem.kind == Kind::PlacementTooOften => Ok(go_to(&format!("/levels/{level}/placement"))),
        Err(problem) => Err(problem),
    }
}

/// Takes the offer away; back to the page that it stood on.
pub async fn post_decline(
    level: web::Path<String>,
    Form(fields): Form,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let level = read_level(&level)?;
    store::decline(&mut *db.get().await?, viewer.account, level, app.clock.now()).await?;
    let level_page = format!("/levels/{level}");
    Ok(go_to(fields.get("then").and_then(safe_path).unwrap_or(&level_page)))
}

/// Where a placement goes on.
pub(super) fn here(Bound { placement, .. }: &Bound) -> String {
    match placement.open_step() {
        Some((number, _)) => format!("/placements/{}/questions/{number}", placement.id),
        None => format!("/placements/{}/result", placement.id),
    }
}

pub async fn get_placement(id: web::Path<String>, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let bound = taking::own(&app, &mut *db.get().await?, viewer.account, taking::read_id(&id)?).await?;
    Ok(go_to(&here(&bound)))
}

/// Before a test is stopped.
#[derive(Template)]
#[template(path = "placement/end.html")]
struct EndPage {
    page: Page,
    action: String,
    go_on: String,
    again: bool,
    answered: usize,
    found: usize,
    of: usize,
}

pub async fn get_end(
    request: HttpRequest,
    id: web::Path<String>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let bound = taking::own(&app, &mut *db.get().await?, viewer.account, taking::read_id(&id)?).await?;
    let (placement, language) = (&bound.placement, browser::language(&request));
    if placement.state != State::Open {
        return Ok(go_to(&here(&bound)));
    }
    let query = Fields(input::pairs(request.query_string().as_bytes()));
    let again = query.get("then") == Some("again");
    let title = if again { t!(language, "placement-again-title") } else { t!(language, "placement-end-title") };
    let end = EndPage {
        page: Page::new(&request, Some(&viewer), title),
        action: format!("/placements/{}/end", placement.id),
        go_on: here(&bound),
        again,
        answered: placement.answered(),
        found: placement.verdicts.0.len(),
        of: placement.subjects.0.len(),
    };
    show(&end, language)
}

/// Stops a test; on to its result, or to where another is begun.
pub async fn post_end(
    id: web::Path<String>,
    Form(fields): Form,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let db = &mut *db.get().await?;
    let bound = taking::own(&app, db, viewer.account, taking::read_id(&id)?).await?;
    let ended = taking::end(&app, db, bound).await?;
    Ok(match fields.get("then") {
        Some("again") => go_to(&format!("/levels/{}/placement", ended.placement.level)),
        _ => go_to(&here(&ended)),
    })
}
