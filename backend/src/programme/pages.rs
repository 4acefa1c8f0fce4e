//! Home, accessibility statement, privacy and cookies: the same for everybody, signed in or not.

use crate::{
    app::App,
    competencies::Level,
    identity::{access::Anyone, browser},
    page::{Page, show_public},
    problem::Answer,
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;

#[derive(Template)]
#[template(path = "programme/home.html")]
struct HomePage {
    page: Page,
    /// Of the basic level.
    modules: usize,
    minutes: u32,
}

pub async fn get_home(request: HttpRequest, Anyone(viewer): Anyone, app: web::Data<App>) -> Answer {
    let taught = app.course.taught();
    let page = Page::new(&request, viewer.as_ref(), "Connectoo".to_owned());
    let modules = taught.modules(Level::Basic).count();
    let minutes = taught.modules(Level::Basic).map(|(_, edition)| edition.module.minutes).sum();
    show_public(&request, &taught.shelf, &HomePage { page, modules, minutes }, browser::language(&request)).await
}

#[derive(Template)]
#[template(path = "programme/accessibility.html")]
struct AccessibilityPage {
    page: Page,
}

pub async fn get_accessibility(request: HttpRequest, Anyone(viewer): Anyone, app: web::Data<App>) -> Answer {
    let language = browser::language(&request);
    let page = AccessibilityPage { page: Page::new(&request, viewer.as_ref(), t!(language, "accessibility-title")) };
    show_public(&request, &app.course.taught().shelf, &page, language).await
}

#[derive(Template)]
#[template(path = "programme/privacy.html")]
struct PrivacyPage {
    page: Page,
    issuer: String,
}

pub async fn get_privacy(request: HttpRequest, Anyone(viewer): Anyone, app: web::Data<App>) -> Answer {
    let language = browser::language(&request);
    let page = Page::new(&request, viewer.as_ref(), t!(language, "privacy-title"));
    let page = PrivacyPage { page, issuer: app.settings.issuer.get(language).to_owned() };
    show_public(&request, &app.course.taught().shelf, &page, language).await
}

#[derive(Template)]
#[template(path = "programme/cookies.html")]
struct CookiesPage {
    page: Page,
}

pub async fn get_cookies(request: HttpRequest, Anyone(viewer): Anyone, app: web::Data<App>) -> Answer {
    let language = browser::language(&request);
    let page = CookiesPage { page: Page::new(&request, viewer.as_ref(), t!(language, "cookies-title")) };
    show_public(&request, &app.course.taught().shelf, &page, language).await
}
