//! The file with the badge inside, for people: the download, or a page that waits for it with them.

use super::{Brevet, api};
use crate::{
    app::App,
    identity::{Viewer, access::Db, browser},
    page::{Page, show, show_waiting},
    problem::Answer,
    t,
};
use actix_web::HttpRequest;
use askama::Template;
use std::time::Duration;

/// After so many seconds the page looks again by itself, and so often: a minute in all.
const AGAIN_S: u8 = 10;
const MOST_LOOKS: u8 = 6;

#[derive(Template)]
#[template(path = "brevets/badge_file.html")]
struct BadgeFilePage {
    page: Page,
    number: String,
    plain_number: String,
    wait: Wait,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wait {
    /// It is there.
    Over,
    /// The page has looked so often, and looks again by itself.
    Looking(u8),
    /// The reader looks.
    Still,
    /// It takes longer than usual.
    Long,
}

impl Wait {
    /// What a page was asked for with.
    fn read(wait: &str) -> Self {
        match wait.parse() {
            Ok(looks @ 0..MOST_LOOKS) => Self::Looking(looks),
            Ok(_) => Self::Long,
            Err(_) => Self::Still,
        }
    }
}

/// Who asks first waits a little and mostly gets the file; who is shown the page then sees there when it is ready, since a
/// download that begins by itself leaves the page as it is.
pub(super) async fn badge_file(
    request: &HttpRequest,
    viewer: &Viewer,
    app: &App,
    db: &Db,
    brevet: &Brevet,
    waited: Option<&str>,
) -> Answer {
    let patience = if waited.is_some() { Duration::ZERO } else { api::PATIENCE };
    let wait = match (api::badge_file(app, db, brevet, patience).await?, waited) {
        (Some(file), None) => return Ok(api::download(brevet, true, file)),
        (Some(_), Some(_)) => Wait::Over,
        (None, waited) => Wait::read(waited.unwrap_or("0")),
    };
    let language = browser::language(request);
    let title = match wait {
        Wait::Over => t!(language, "badge-file-ready-title"),
        Wait::Looking(_) | Wait::Still | Wait::Long => t!(language, "badge-file-title"),
    };
    let (number, plain_number) = (brevet.number.to_string(), brevet.number.as_str().to_owned());
    let again = format!("/brevets/{plain_number}/pdf?badge=true&wait=");
    let page = BadgeFilePage { page: Page::new(request, Some(viewer), title), number, plain_number, wait };
    match wait {
        Wait::Over => show(&page, language),
        Wait::Looking(looks) => show_waiting(&page, language, Some((AGAIN_S, &format!("{again}{}", looks + 1)))),
        Wait::Still | Wait::Long => show_waiting(&page, language, None),
    }
}
