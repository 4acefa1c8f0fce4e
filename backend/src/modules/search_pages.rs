//! The page that searches lessons and glossary.

use super::{
    search::{self, Kind, Piece},
    search_store::{self, Find},
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

#[derive(Template)]
#[template(path = "modules/search.html")]
struct SearchPage {
    page: Page,
    asked: String,
    /// None when nothing was asked.
    lines: Option<Vec<Line>>,
}

pub async fn get_search(request: HttpRequest, Anyone(viewer): Anyone, app: web::Data<App>, db: Db) -> Answer {
    let (language, taught) = (browser::language(&request), app.course.taught());
    let query = Fields(input::pairs(request.query_string().as_bytes()));
    let asked: String = query.get("q").unwrap_or_default().trim().chars().take(search::LONGEST).collect();
    let words = search::words(&asked);
    let title = match words.is_empty() {
        true => t!(language, "search-title"),
        false => t!(language, "search-title-asked", asked = asked.as_str()),
    };
    let module = |code: &str| {
        taught.edition(code).map_or_else(String::new, |(_, edition)| edition.module.title.get(language).to_owned())
    };
    let line = |find: Find| {
        let (link, what) = match (find.kind, find.place.split_once('/')) {
            (Kind::Lesson, Some((code, slug))) => {
                (format!("/modules/{code}/lessons/{slug}"), t!(language, "search-lesson", module = module(code)))
            }
            (Kind::Term, _) => (format!("/glossary#term-{}", find.place), t!(language, "search-term")),
            (Kind::Module | Kind::Lesson, _) => (format!("/modules/{}", find.place), t!(language, "search-module")),
        };
        Line { link, what, title: search::marked(&find.title, &words), excerpt: search::excerpt(&find.body, &words) }
    };
    let lines = match words.is_empty() {
        true => None,
        false => {
            let found = search_store::find(&mut *db.get().await?, language, &words).await?;
            Some(found.into_iter().map(line).collect())
        }
    };
    show(&SearchPage { page: Page::new(&request, viewer.as_ref(), title), asked, lines }, language)
}
