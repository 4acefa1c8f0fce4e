//! The page behind the link that stops mails of one kind (RFC 8058): it asks first, for programs open the links of mails by
//! themselves.

use crate::{
    identity::{Viewer, browser},
    page::{Page, show},
    problem::Answer,
};
use actix_web::HttpRequest;
use askama::Template;

#[derive(Template)]
#[template(path = "mail/opt_out.html")]
struct OptOutPage {
    page: Page,
    text: String,
    /// What is still to be pressed.
    button: Option<Button>,
}

/// Its address and words.
pub struct Button {
    pub action: String,
    pub label: String,
}

/// With a button it asks; without one it is done.
pub fn page(
    request: &HttpRequest,
    viewer: Option<&Viewer>,
    title: String,
    text: String,
    button: Option<Button>,
) -> Answer {
    show(&OptOutPage { page: Page::new(request, viewer, title), text, button }, browser::language(request))
}
