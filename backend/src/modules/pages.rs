//! The pages of the course: level, module, lesson, glossary.

use super::{edition::Taught, pace, search_spelling};
use crate::{
    app::App,
    assets,
    attempts::{
        learning::{self, Learning, Status},
        store,
    },
    brevets,
    competencies::{Competency, Level, Proof},
    db::Connection,
    identity::{
        Viewer,
        access::{Anyone, Db, SignedIn},
        browser,
    },
    input::Form,
    locale::Language,
    notes::{self, LessonName, own::Own},
    page::{Page, go_to, show, show_public},
    placement::{
        self,
        offer::{self, OfferBox},
        store::Record,
    },
    problem::{Answer, Kind, Problem},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;

/// One row of a level's list.
pub struct ModuleLine {
    pub code: String,
    pub name: String,
    pub minutes: Option<u32>,
    /// In words; empty for a visitor.
    pub status: String,
    pub status_class: &'static str,
    /// None: cannot be opened, and `status` says why.
    pub link: Option<String>,
    pub picture: Option<String>,
    /// Whether a placement test found that its lessons may be skipped.
    pub may_skip: bool,
}

pub fn status_words(status: Status, language: Language) -> (String, &'static str) {
    match status {
        Status::Completed => (t!(language, "status-completed"), "completed"),
        Status::InProgress => (t!(language, "status-in-progress"), "in-progress"),
        Status::NotStarted => (t!(language, "status-not-started"), "not-started"),
    }
}

#[derive(Template)]
#[template(path = "modules/level.html")]
struct LevelPage {
    page: Page,
    lines: Vec<ModuleLine>,
    proven: usize,
    of: usize,
    signed_in: bool,
    locked: bool,
    /// In which language a learner on the way to the brevet will receive it.
    brevet_language: Option<Language>,
    minutes: u32,
    pass_mark: i32,
    /// The placement test.
    offer: Option<OfferBox>,
    /// At how many live sessions the learner was, and how many the level asks for.
    live_sessions: Option<(i32, i32)>,
    /// The level that this one opens: name and address.
    next: Option<(String, String)>,
}

/// What a learner has done, and the placement tests among it.
pub async fn learning_of(app: &App, db: &mut Connection, viewer: &Viewer) -> Result<(Learning, Record), Problem> {
    let held = brevets::store::held_levels(db, viewer.account, app.clock.now()).await?;
    let placed = placement::store::record(db, viewer.account).await?;
    Ok((learning::learning(db, viewer.account, held).await?.skipping(placed.proven()), placed))
}

pub async fn get_level(
    request: HttpRequest,
    level: web::Path<String>,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (language, taught) = (browser::language(&request), app.course.taught());
    let level: Level = level.parse().map_err(|()| Kind::ResourceNotFound)?;
    let rules = taught.curriculum.level(level).ok_or(Kind::ResourceNotFound)?;
    let (learning, placed) = match &viewer {
        Some(viewer) => learning_of(&app, &mut *db.get().await?, viewer).await?,
        None => Default::default(),
    };
    let locked = viewer.is_some() && learning.locked_by(&taught, level).is_some();
    let line = |competency: &Competency| {
        let edition = taught.editions.get(&competency.code);
        let (status, status_class) = match (competency.proof, edition) {
            (Proof::Brevet, _) if viewer.is_none() => (t!(language, "status-by-brevet"), "cannot-start"),
            (Proof::Brevet, _) if locked => (t!(language, "status-needs-basic"), "not-started"),
            (Proof::Brevet, _) => status_words(Status::Completed, language),
            (Proof::Quiz, None) => (t!(language, "status-coming"), "cannot-start"),
            (Proof::Quiz, Some(_)) if locked => (t!(language, "status-locked"), "not-started"),
            (Proof::Quiz, Some(_)) if viewer.is_none() => (String::new(), "not-started"),
            (Proof::Quiz, Some(_)) => status_words(learning.status(&competency.code), language),
        };
        let link = match competency.proof {
            Proof::Brevet => Some("/levels/basic".to_owned()),
            Proof::Quiz => edition.map(|_| format!("/modules/{}", competency.code)),
        };
        ModuleLine {
            name: competency.names.get(language).to_owned(),
            minutes: edition.map(|edition| edition.module.minutes),
            status,
            status_class,
            link,
            picture: assets::illustration(&competency.code),
            may_skip: learning.may_skip(&competency.code),
            code: competency.code.clone(),
        }
    };
    let lines: Vec<ModuleLine> = rules.competencies.iter().map(line).collect();
    let (proven, of) = learning.progress(&taught, level);
    let minutes = lines.iter().filter_map(|line| line.minutes).sum();
    let page = Page::new(&request, viewer.as_ref(), rules.names.get(language).to_owned());
    let signed_in = viewer.is_some();
    let offer = viewer.as_ref().and_then(|_| {
        let offer = offer::offer(&placed, level, &learning, &taught);
        OfferBox::new(offer, level, language, &page.form_mark, &format!("/levels/{level}"))
    });
    let next = taught.curriculum.0.iter().find(|other| other.requires == Some(level));
    let live_sessions = Some(learning.live_sessions(&taught, level)).filter(|(_, asked)| *asked > 0);
    let page = LevelPage {
        page,
        lines,
        proven,
        of,
        signed_in,
        locked,
        brevet_language: viewer.filter(|_| proven < of).map(|viewer| viewer.language),
        minutes,
        pass_mark: rules.pass_mark,
        offer,
        live_sessions,
        next: next.map(|next| (next.names.get(language).to_owned(), format!("/levels/{}", next.level))),
    };
    show_public(&request, &taught.shelf, &page, language).await
}

pub struct LessonLine {
    pub title: String,
    pub link: String,
    pub time: String,
    pub is_read: bool,
}

#[derive(Template)]
#[template(path = "modules/module.html")]
struct ModulePage {
    page: Page,
    code: String,
    level: String,
    level_link: String,
    picture: Option<String>,
    summary: String,
    goals: Vec<String>,
    minutes: u32,
    questions: usize,
    lessons: Vec<LessonLine>,
    status: Option<(String, &'static str)>,
    /// How much of it is left for somebody who has begun it.
    left: Option<String>,
    has_open: bool,
    /// Whether a placement test found that the lessons may be skipped.
    may_skip: bool,
    /// The level whose brevet the quiz asks for, of somebody who does not hold it: its address.
    locked: Option<String>,
    /// The address of the summary card.
    card: Option<String>,
}

pub async fn get_module(
    request: HttpRequest,
    code: web::Path<String>,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (language, taught) = (browser::language(&request), app.course.taught());
    let (competency, edition) = taught.edition(&code).ok_or(Kind::ResourceNotFound)?;
    let level = taught.curriculum.level(competency.level).ok_or(Kind::ResourceNotFound)?;
    let learning = match &viewer {
        Some(viewer) => Some(learning_of(&app, &mut *db.get().await?, viewer).await?.0),
        None => None,
    };
    let module = &edition.module;
    let begun = learning.as_ref().filter(|learning| learning.status(&code) == Status::InProgress);
    let lacking = learning.as_ref().and_then(|learning| learning.locked_by(&taught, competency.level));
    let left = begun.map(|learning| learning.minutes_left(edition));
    let lesson = |(lesson, minutes): (&super::Lesson, &f64)| LessonLine {
        title: lesson.title.get(language).to_owned(),
        link: format!("/modules/{code}/lessons/{}", lesson.slug),
        time: pace::about(*minutes, language),
        is_read: learning.as_ref().is_some_and(|learning| learning.has_read(&code, &lesson.slug)),
    };
    let page = ModulePage {
        page: Page::new(&request, viewer.as_ref(), module.title.get(language).to_owned()),
        code: code.to_string(),
        level: level.names.get(language).to_owned(),
        level_link: format!("/levels/{}", level.level),
        picture: assets::illustration(&code),
        summary: module.summary.get(language).to_owned(),
        goals: module.goals.iter().map(|goal| goal.get(language).to_owned()).collect(),
        minutes: module.minutes,
        questions: module.blueprint.length(),
        lessons: module.lessons.iter().zip(&edition.pace().lessons).map(lesson).collect(),
        status: learning.as_ref().map(|learning| status_words(learning.status(&code), language)),
        may_skip: learning.as_ref().is_some_and(|learning| learning.may_skip(&code)),
        locked: lacking.map(|required| format!("/levels/{required}")),
        left: left.map(|minutes| t!(language, "time-left-module", time = pace::about(minutes, language))),
        has_open: learning.as_ref().is_some_and(|learning| learning.open.contains_key(code.as_str())),
        card: module.card.is_some().then(|| format!("/modules/{code}/card")),
    };
    show_public(&request, &taught.shelf, &page, language).await
}

#[derive(Template)]
#[template(path = "modules/lesson.html")]
struct LessonPage {
    page: Page,
    module: String,
    module_link: String,
    html: String,
    number: usize,
    of: usize,
    /// About how long it takes.
    time: String,
    previous: Option<String>,
    next: Option<String>,
    quiz: String,
    is_read: bool,
    /// The address of the summary card, after the last lesson.
    card: Option<String>,
    /// Bookmark and note of somebody who is signed in.
    own: Option<Own>,
}

fn lesson_page(
    request: &HttpRequest,
    viewer: Option<&Viewer>,
    taught: &Taught,
    (code, slug): (&str, &str),
    is_read: bool,
) -> Result<LessonPage, Kind> {
    let language = browser::language(request);
    let (_, edition) = taught.edition(code).ok_or(Kind::ResourceNotFound)?;
    let lessons = taught.lessons(code, language).ok_or(Kind::ResourceNotFound)?;
    let at = lessons.iter().position(|lesson| lesson.slug == slug).ok_or(Kind::ResourceNotFound)?;
    let link = |at: usize| lessons.get(at).map(|lesson| format!("/modules/{code}/lessons/{}", lesson.slug));
    Ok(LessonPage {
        page: Page::new(request, viewer, lessons[at].title.clone()),
        module: edition.module.title.get(language).to_owned(),
        module_link: format!("/modules/{code}"),
        html: lessons[at].html.clone(),
        number: at + 1,
        of: lessons.len(),
        time: pace::about(edition.pace().lessons[at], language),
        previous: at.checked_sub(1).and_then(link),
        next: link(at + 1),
        quiz: format!("/modules/{code}/quiz"),
        is_read,
        card: (edition.module.card.is_some() && at + 1 == lessons.len()).then(|| format!("/modules/{code}/card")),
        own: None,
    })
}

pub async fn get_lesson(
    request: HttpRequest,
    path: web::Path<(String, String)>,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (code, slug) = path.into_inner();
    let (language, taught) = (browser::language(&request), app.course.taught());
    taught.edition(&code).and_then(|(_, edition)| edition.module.lesson(&slug)).ok_or(Kind::ResourceNotFound)?;
    let Some(viewer) = viewer else {
        let page = lesson_page(&request, None, &taught, (&code, &slug), false)?;
        return show_public(&request, &taught.shelf, &page, language).await;
    };
    let db = &mut *db.get().await?;
    let is_read = store::is_read(db, viewer.account, &code, &slug).await?;
    let mut page = lesson_page(&request, Some(&viewer), &taught, (&code, &slug), is_read)?;
    let at = LessonName { module: code, lesson: slug };
    page.own = Some(notes::own::own(db, viewer.account, &at, &page.page.form_mark, language).await?);
    show(&page, language)
}

/// "I have read this": on to the next lesson, or to the quiz after the last.
pub async fn post_lesson(
    path: web::Path<(String, String)>,
    _: Form,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (code, slug) = path.into_inner();
    let taught = app.course.taught();
    let (_, edition) = taught.edition(&code).ok_or(Kind::ResourceNotFound)?;
    let (at, _) = edition.module.lesson(&slug).ok_or(Kind::ResourceNotFound)?;
    store::add_reading(&mut *db.get().await?, viewer.account, &code, &slug, app.clock.now()).await?;
    Ok(match edition.module.lessons.get(at + 1) {
        Some(next) => go_to(&format!("/modules/{code}/lessons/{}", next.slug)),
        None => go_to(&format!("/modules/{code}/quiz")),
    })
}

#[derive(Template)]
#[template(path = "modules/glossary.html")]
struct GlossaryPage {
    page: Page,
    terms: Vec<TermLine>,
}

struct TermLine {
    id: String,
    name: String,
    explanation: String,
    /// Its first letter, where it is the first with it.
    letter: Option<char>,
}

pub async fn get_glossary(request: HttpRequest, Anyone(viewer): Anyone, app: web::Data<App>) -> Answer {
    let (language, taught) = (browser::language(&request), app.course.taught());
    let folded = |term: &super::glossary::Term| search_spelling::fold(term.names.get(language));
    let mut sorted: Vec<_> = taught.glossary.terms.iter().map(|term| (folded(term), term)).collect();
    sorted.sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut before = None;
    let line = |(folded, term): (String, &super::glossary::Term)| {
        let first = folded.chars().next();
        let letter = first.filter(|_| first != before);
        before = first;
        let (name, explanation) = (term.names.get(language).to_owned(), term.explanations.get(language).to_owned());
        TermLine { id: term.id.clone(), name, explanation, letter }
    };
    let terms = sorted.into_iter().map(line).collect();
    let page = Page::new(&request, viewer.as_ref(), t!(language, "glossary-title"));
    show_public(&request, &taught.shelf, &GlossaryPage { page, terms }, language).await
}
