//! The pages of bookmarks and notes: all of them, and the note of a lesson.

use super::{
    EARLIER_KEPT, Earlier, LessonName, MOST_EARLIER, Note, NoteText, file,
    keeping::{self, Saved},
    own::{self, NoteField},
    places::{self, Place},
    store,
};
use crate::{
    app::App,
    identity::{
        Viewer,
        access::{Db, SignedIn},
        browser,
    },
    ids::NoteRevision,
    input::{self, Fields, Form},
    locale::{self, Language},
    page::{Page, PageIssue, go_to, show, show_again},
    problem::{Answer, Issue, Kind, Problem, Reason},
    t,
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, ContentType},
    web,
};
use askama::Template;
use serde_json::{Value, json};

/// A text that can be put back.
struct EarlierLine {
    revision: String,
    text: String,
    /// When it was written and when it went.
    when: String,
}

impl EarlierLine {
    fn new(earlier: &Earlier, language: Language) -> Self {
        let day = |at| locale::date(language, locale::day(at));
        Self {
            revision: earlier.note.revision.to_string(),
            text: earlier.note.text.clone(),
            when: t!(
                language,
                "note-earlier-when",
                written = day(earlier.note.written_at),
                day = day(earlier.replaced_at),
                time = locale::time_of_day(earlier.replaced_at)
            ),
        }
    }
}

/// A lesson with what is kept there.
struct LessonLine {
    title: String,
    address: String,
    /// Where bookmark and note are deleted.
    own: String,
    is_taught: bool,
    is_bookmarked: bool,
    /// The text, and when it was saved.
    note: Option<(String, String)>,
    earlier: Vec<EarlierLine>,
}

struct ModuleGroup {
    title: String,
    lessons: Vec<LessonLine>,
}

#[derive(Template)]
#[template(path = "notes/notes.html")]
struct NotesPage {
    page: Page,
    modules: Vec<ModuleGroup>,
    /// There is something to download.
    has_notes: bool,
    /// The text that was deleted a moment ago.
    deleted: Option<String>,
    days: i64,
    most_earlier: i64,
}

pub async fn get_notes(request: HttpRequest, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let language = browser::language(&request);
    let places = places::all(&app, &mut *db.get().await?, viewer.account, language).await?;
    let query = Fields(input::pairs(request.query_string().as_bytes()));
    let earlier = places.iter().flat_map(|place| &place.earlier).map(|one| one.note.revision.to_string());
    let deleted = earlier.into_iter().find(|revision| query.get("deleted") == Some(revision));
    let page = NotesPage {
        page: Page::new(&request, Some(&viewer), t!(language, "notes-title")),
        has_notes: places.iter().any(|place| place.note.is_some() || place.bookmark.is_some()),
        modules: groups(&places, language),
        deleted,
        days: EARLIER_KEPT.num_days(),
        most_earlier: MOST_EARLIER,
    };
    show(&page, language)
}

fn groups(places: &[Place], language: Language) -> Vec<ModuleGroup> {
    let line = |place: &Place| LessonLine {
        title: place.lesson.clone(),
        address: place.address(),
        own: format!("/notes/{}/{}", place.at.module, place.at.lesson),
        is_taught: place.is_taught,
        is_bookmarked: place.bookmark.is_some(),
        note: place.note.as_ref().map(|note| (note.text.clone(), own::saved(note, language))),
        earlier: place.earlier.iter().map(|earlier| EarlierLine::new(earlier, language)).collect(),
    };
    let of_one =
        |places: &[Place]| ModuleGroup { title: places[0].module.clone(), lessons: places.iter().map(line).collect() };
    places.chunk_by(|one, other| one.at.module == other.at.module).map(of_one).collect()
}

/// The note of a lesson by itself: where it goes on when saving it in the lesson raised a question.
#[derive(Template)]
#[template(path = "notes/note.html")]
struct NotePage {
    page: Page,
    lesson_link: String,
    field: NoteField,
    /// The text from another device that was replaced a moment ago.
    replaced: Option<EarlierLine>,
}

type Path = web::Path<(String, String)>;

/// The title of a lesson of the course.
fn title(app: &App, at: &LessonName, language: Language) -> Result<String, Kind> {
    let taught = app.course.taught();
    let (_, edition) = taught.edition(&at.module).ok_or(Kind::ResourceNotFound)?;
    let (_, lesson) = edition.module.lesson(&at.lesson).ok_or(Kind::ResourceNotFound)?;
    Ok(lesson.title.get(language).to_owned())
}

fn note_page(request: &HttpRequest, viewer: &Viewer, title: &str, at: &LessonName, note: Option<&Note>) -> NotePage {
    let language = browser::language(request);
    let page = Page::new(request, Some(viewer), t!(language, "note-title", lesson = title));
    let field = NoteField::new(note, at, &page.form_mark, language);
    NotePage { page, lesson_link: places::address(at), field, replaced: None }
}

pub async fn get_note(
    request: HttpRequest,
    path: Path,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (at, language, db) = (LessonName::from(path.into_inner()), browser::language(&request), &mut *db.get().await?);
    let title = title(&app, &at, language)?;
    let note = store::note(db, viewer.account, &at).await?;
    let mut page = note_page(&request, &viewer, &title, &at, note.as_ref());
    let query = Fields(input::pairs(request.query_string().as_bytes()));
    if let Some(replaced) = query.get("replaced") {
        let earlier = store::earlier(db, viewer.account, app.clock.now()).await?;
        let found = earlier.iter().find(|one| one.note.at == at && one.note.revision.to_string() == replaced);
        page.replaced = found.map(|earlier| EarlierLine::new(earlier, language));
    }
    show(&page, language)
}

/// Saves the note; an empty one is deleted.
pub async fn post_note(
    request: HttpRequest,
    path: Path,
    Form(fields): Form,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (at, language, db) = (LessonName::from(path.into_inner()), browser::language(&request), &mut *db.get().await?);
    let title = title(&app, &at, language)?;
    let seen = fields.get("seen").and_then(|seen| seen.parse::<NoteRevision>().ok());
    match (NoteText::parse(fields.get("text").unwrap_or_default()), browser::is_by_script(&request)) {
        (Ok(text), in_background) => {
            let saved = keeping::save(&app, db, viewer.account, at.clone(), &text, seen).await?;
            Ok(if in_background { told(&saved, language) } else { go_to(&after(&at, &saved)) })
        }
        (Err(Reason::Missing), in_background) => {
            let deleted = keeping::delete(&app, db, viewer.account, &at).await?;
            let words = deleted.map(|_| t!(language, "note-deleted")).unwrap_or_default();
            let lesson = places::address(&at);
            let next = deleted.map_or(lesson, |revision| format!("/notes?deleted={revision}"));
            Ok(if in_background { answer(&json!({"saved": words, "seen": ""})) } else { go_to(&next) })
        }
        (Err(reason), true) => {
            let wrong = Issue::body("text", reason).detail(language);
            Ok(HttpResponse::UnprocessableEntity().json(json!({ "wrong": wrong })))
        }
        (Err(reason), false) => {
            let wrong = Issue::body("text", reason).detail(language);
            let page = note_page(&request, &viewer, &title, &at, None);
            show_again(&page.with_wrong(&fields, wrong), language)
        }
    }
}

impl NotePage {
    /// With what was sent, and what is wrong about it.
    fn with_wrong(mut self, sent: &Fields, wrong: String) -> Self {
        self.field.text = sent.get("text").unwrap_or_default().to_owned();
        self.field.seen = sent.get("seen").unwrap_or_default().to_owned();
        self.page.issues = vec![PageIssue { field: "text".into(), text: wrong.clone() }];
        self.field.wrong = Some(wrong);
        self
    }
}

/// To the page's script.
fn told(saved: &Saved, language: Language) -> HttpResponse {
    let mut told = json!({"saved": own::saved(&saved.note, language), "seen": saved.note.revision});
    if let Some(before) = &saved.replaced {
        let day = locale::date(language, locale::day(before.written_at));
        told["replaced"] =
            t!(language, "note-replaced", day = day, time = locale::time_of_day(before.written_at)).into();
    }
    answer(&told)
}

fn answer(told: &Value) -> HttpResponse {
    HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-store")).json(told)
}

/// Where a saved note leads.
fn after(at: &LessonName, saved: &Saved) -> String {
    match &saved.replaced {
        Some(before) => format!("{}/note?replaced={}", places::address(at), before.revision),
        None => format!("{}#note", places::address(at)),
    }
}

pub async fn post_bookmark(
    path: Path,
    Form(fields): Form,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (at, db) = (LessonName::from(path.into_inner()), &mut *db.get().await?);
    let address = places::address(&at);
    match fields.get("bookmark") {
        Some("no") => drop(store::remove_bookmark(db, viewer.account, &at).await?),
        _ => keeping::bookmark(&app, db, viewer.account, at).await?,
    }
    Ok(go_to(&format!("{address}#bookmark")))
}

/// Deletes the note or the bookmark of a lesson, also of one that the course no longer has.
pub async fn post_own(
    path: Path,
    Form(fields): Form,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (at, db) = (LessonName::from(path.into_inner()), &mut *db.get().await?);
    if fields.get("delete") == Some("bookmark") {
        store::remove_bookmark(db, viewer.account, &at).await?;
        return Ok(go_to("/notes"));
    }
    let deleted = keeping::delete(&app, db, viewer.account, &at).await?;
    Ok(go_to(&deleted.map_or_else(|| "/notes".to_owned(), |revision| format!("/notes?deleted={revision}"))))
}

/// Puts an earlier text back, or deletes it for good.
pub async fn post_earlier(
    revision: web::Path<String>,
    Form(fields): Form,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let revision: NoteRevision = revision.parse().map_err(|_| Kind::ResourceNotFound)?;
    let db = &mut *db.get().await?;
    match fields.get("then") {
        Some("forget") => keeping::forget(db, viewer.account, revision).await?,
        _ => drop(keeping::put_back(&app, db, viewer.account, revision).await?),
    }
    Ok(go_to("/notes"))
}

/// All notes and bookmarks as a file that every program of texts opens.
pub async fn get_file(request: HttpRequest, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let language = browser::language(&request);
    let places = places::all(&app, &mut *db.get().await?, viewer.account, language).await?;
    let text = file::markdown(&places, &app.address(""), locale::day(app.clock.now()), language);
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/markdown; charset=utf-8"))
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"connectoo-notes.md\""))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_LANGUAGE, language.word()))
        .body(text))
}

/// The same for programs: what the REST door gives.
pub async fn get_json(request: HttpRequest, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let language = browser::language(&request);
    let places = places::all(&app, &mut *db.get().await?, viewer.account, language).await?;
    Ok(HttpResponse::Ok()
        .insert_header(ContentType::json())
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"connectoo-notes.json\""))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_LANGUAGE, language.word()))
        .body(serde_json::to_string_pretty(&file::json(&places)).map_err(Problem::internal)?))
}
