//! The page that searches lessons and glossary.

use super::{
    edition::Taught,
    search::{self, Kind},
    search_excerpt::{Piece, Sought},
    search_spelling::Question,
    search_store::{self, Find, Found},
};
use crate::{
    app::App,
    identity::{
        access::{Anyone, Db},
        browser,
    },
    input::{self, Fields},
    page::{Page, show},
    problem::Answer,
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;

struct Line {
    link: String,
    title: Vec<Piece>,
    /// What it is: a lesson and of which module, a module, a term.
    what: String,
    excerpt: Vec<Piece>,
}

impl Line {
    fn new(taught: &Taught, sought: &Sought, find: Find) -> Self {
        let language = sought.question.language;
        let module = |code: &str| {
            taught.edition(code).map_or_else(String::new, |(_, edition)| edition.module.title.get(language).to_owned())
        };
        let (link, what) = match (find.kind, find.place.split_once('/')) {
            (Kind::Lesson, Some((code, slug))) => {
                (format!("/modules/{code}/lessons/{slug}"), t!(language, "search-lesson", module = module(code)))
            }
            (Kind::Term, _) => (format!("/glossary#term-{}", find.place), t!(language, "search-term")),
            (Kind::Module | Kind::Lesson, _) => (format!("/modules/{}", find.place), t!(language, "search-module")),
        };
        Self { link, what, title: sought.marked(&find.title), excerpt: sought.excerpt(&find.body) }
    }
}

struct Near {
    question: String,
    link: String,
}

impl Near {
    fn new(question: String) -> Self {
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", &question).finish();
        Self { question, link: format!("/search?{query}") }
    }
}

/// What a question led to.
struct Shown {
    /// The question that was answered, when nothing was found for the one that was asked.
    near: Option<Near>,
    lines: Vec<Line>,
    total: i64,
}

impl Shown {
    fn new(taught: &Taught, question: &Question, found: Found, near: Option<Near>) -> Self {
        let sought = Sought { question, stems: &found.stems };
        let lines = found.finds.into_iter().map(|find| Line::new(taught, &sought, find)).collect();
        Self { near, lines, total: found.total }
    }

    fn is_cut(&self) -> bool {
        i64::try_from(self.lines.len()).is_ok_and(|shown| shown < self.total)
    }
}

#[derive(Template)]
#[template(path = "modules/search.html")]
struct SearchPage {
    page: Page,
    asked: String,
    /// None when nothing was asked.
    shown: Option<Shown>,
}

pub async fn get_search(request: HttpRequest, Anyone(viewer): Anyone, app: web::Data<App>, db: Db) -> Answer {
    let (language, taught) = (browser::language(&request), app.course.taught());
    let query = Fields(input::pairs(request.query_string().as_bytes()));
    let asked: String = query.get("q").unwrap_or_default().trim().chars().take(search::LONGEST).collect();
    let question = Question::new(&asked, language);
    let (title, shown) = match question.words.is_empty() {
        true => (t!(language, "search-title"), None),
        false => {
            let (found, closest) = search_store::search(&mut *db.get().await?, &question).await?;
            let shown = match closest {
                Some(it) => Shown::new(&taught, &it.question, it.found, Some(Near::new(it.asked))),
                None => Shown::new(&taught, &question, found, None),
            };
            (t!(language, "search-title-asked", asked = asked.as_str()), Some(shown))
        }
    };
    show(&SearchPage { page: Page::new(&request, viewer.as_ref(), title), asked, shown }, language)
}
