//! A whole module on one page, to print: lessons, drawings, summary card, the words it uses and the facts it names.

use super::edition::{RenderedLesson, Taught};
use crate::{
    app::App,
    identity::{access::Anyone, browser},
    locale::Language,
    page::{Page, show_public},
    problem::{Answer, Kind},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::NaiveDate;
use std::collections::BTreeSet;

struct PrintedLesson {
    title: String,
    html: String,
}

struct PrintedTerm {
    id: String,
    name: String,
    explanation: String,
}

struct PrintedFact {
    value: String,
    source: String,
    checked: NaiveDate,
}

#[derive(Template)]
#[template(path = "modules/print.html")]
struct PrintPage {
    page: Page,
    module: String,
    module_link: String,
    level: String,
    summary: String,
    goals: Vec<String>,
    lessons: Vec<PrintedLesson>,
    /// Title and HTML.
    card: Option<(String, String)>,
    terms: Vec<PrintedTerm>,
    facts: Vec<PrintedFact>,
    edition: i32,
    published: NaiveDate,
}

pub async fn get_print(
    request: HttpRequest,
    code: web::Path<String>,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
) -> Answer {
    let (language, taught) = (browser::language(&request), app.course.taught());
    let (competency, edition) = taught.edition(&code).ok_or(Kind::ResourceNotFound)?;
    let lessons = taught.lessons(&code, language).ok_or(Kind::ResourceNotFound)?;
    let rules = taught.curriculum.level(competency.level).ok_or(Kind::ResourceNotFound)?;
    let module = &edition.module;
    let title = module.title.get(language).to_owned();
    let fact = |fact: &super::Fact| PrintedFact {
        value: fact.value.get(language).to_owned(),
        source: fact.source.clone(),
        checked: fact.checked,
    };
    let page = PrintPage {
        page: Page::new(&request, viewer.as_ref(), t!(language, "print-title", module = title.as_str())),
        module: title,
        module_link: format!("/modules/{code}"),
        level: rules.names.get(language).to_owned(),
        summary: module.summary.get(language).to_owned(),
        goals: module.goals.iter().map(|goal| goal.get(language).to_owned()).collect(),
        lessons: lessons
            .iter()
            .map(|lesson| PrintedLesson { title: lesson.title.clone(), html: below(&lesson.html) })
            .collect(),
        card: edition.card(language).map(|(title, html)| (title.to_owned(), below(&html))),
        terms: terms(&taught, lessons, language),
        facts: module.facts.values().map(fact).collect(),
        edition: edition.number,
        published: crate::locale::day(edition.published_at),
    };
    show_public(&request, &taught.shelf, &page, language).await
}

/// HTML of ours as a part of a page: its headings one level lower, its terms explained on this page, its drawings there at once,
/// since a browser that prints does not scroll.
fn below(html: &str) -> String {
    let mut html = html.to_owned();
    for (from, to) in [("h5>", "h6>"), ("h4>", "h5>"), ("h3>", "h4>"), ("h2>", "h3>")] {
        html = html.replace(&format!("<{from}"), &format!("<{to}")).replace(&format!("</{from}"), &format!("</{to}"));
    }
    html.replace(" loading=\"lazy\"", "").replace("href=\"/glossary#", "href=\"#")
}

/// The terms that these lessons use, by the alphabet.
fn terms(taught: &Taught, lessons: &[RenderedLesson], language: Language) -> Vec<PrintedTerm> {
    let used: BTreeSet<&str> = lessons.iter().flat_map(|lesson| &lesson.terms).map(String::as_str).collect();
    let printed = |term: &super::glossary::Term| PrintedTerm {
        id: term.id.clone(),
        name: term.names.get(language).to_owned(),
        explanation: term.explanations.get(language).to_owned(),
    };
    let mut terms: Vec<PrintedTerm> = used.into_iter().filter_map(|id| taught.glossary.term(id)).map(printed).collect();
    terms.sort_by_key(|term| super::search_spelling::fold(&term.name));
    terms
}
