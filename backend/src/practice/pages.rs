//! The page of a question that a lesson asks: everything about it stands in its address, and nothing is kept.

use super::{Practised, practised};
use crate::{
    app::App,
    identity::{Viewer, access::Anyone, browser},
    input::{self, Fields},
    locale::Language,
    modules::edition::Edition,
    page::{Page, PageIssue, show, show_again},
    problem::{Answer, Kind, Problem},
    quizzes::{
        outcome::Outcome,
        practice::{self, Answered, PracticeBox, Repeat, Said},
        review::review,
    },
};
use actix_web::{HttpRequest, HttpResponse, http::header, web};
use askama::Template;
use serde_json::{Value, json};

#[derive(Template)]
#[template(path = "practice/question.html")]
struct PracticePage {
    page: Page,
    lesson: String,
    lesson_link: String,
    practice: PracticeBox,
}

pub async fn get_practice(
    request: HttpRequest,
    path: web::Path<(String, String)>,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
) -> Answer {
    let ((code, id), taught) = (path.into_inner(), app.course.taught());
    let (_, edition) = taught.edition(&code).ok_or(Kind::ResourceNotFound)?;
    let all = practised(edition);
    let practised = all.iter().find(|one| one.question.id.as_str() == id).ok_or(Kind::ResourceNotFound)?;
    let (language, query) = (browser::language(&request), Fields(input::pairs(request.query_string().as_bytes())));
    let asked = Asked { edition, practised, language };
    let is_kept = query.get("kept").is_some();
    let (mut practice, wrong) = asked.practice(said(asked.practised, query, language));
    if viewer.is_some() && practice.outcome.is_some() {
        practice.repeat = Some(Repeat {
            form_mark: browser::form_mark_to_show(&request),
            action: format!("/practice/{code}/{id}"),
            then: format!("{}?{}&kept=1", request.path(), request.query_string()),
            is_kept,
        });
    }
    if browser::is_by_script(&request) {
        return asked.give(practice, wrong.is_some());
    }
    let page = asked.page(&request, viewer.as_ref(), practice, wrong)?;
    if page.page.issues.is_empty() { show(&page, language) } else { show_again(&page, language) }
}

/// What the address says. `check` is there when an answer is looked at in another language: then the language is no reason
/// to wait with the marking, as it is while the form is filled in.
fn said(practised: &Practised, mut query: Fields, language: Language) -> Said {
    if query.get("asked").is_none() {
        return Said::SoFar(Value::Null);
    }
    if query.get("check").is_some() {
        query.0.retain(|(name, _)| name != "lang");
    }
    practice::hear(practised.question, &practice::as_in_a_lesson(practised.question), &query, language)
}

struct Asked<'a> {
    edition: &'a Edition,
    practised: &'a Practised<'a>,
    language: Language,
}

impl Asked<'_> {
    /// The question with what became of the form, and what is wrong with it.
    fn practice(&self, said: Said) -> (PracticeBox, Option<String>) {
        let (language, question) = (self.language, self.practised.question);
        let shown = |given: &Value| PracticeBox::new(&self.edition.module.competency, question, given, language);
        match said {
            Said::SoFar(given) => (shown(&given), None),
            Said::Refused(refused) => {
                let wrong = practice::complaint(&refused.issues, language);
                let mut practice = shown(&refused.given);
                practice.asked.wrong = wrong.clone();
                (practice, wrong)
            }
            Said::Answered(Answered { given, answer, points }) => {
                let drawn = practice::as_in_a_lesson(question);
                let review = review(question, &drawn.shown, Some(&answer), points, language);
                let read = review.read.filter(|slug| *slug != self.practised.lesson);
                let read = read.and_then(|slug| self.edition.lesson_link(slug, language));
                (shown(&given).answered(Outcome::new(question, review, read, language)), None)
            }
        }
    }

    fn give(&self, practice: PracticeBox, is_wrong: bool) -> Answer {
        let html = practice.inside().render().map_err(Problem::internal)?;
        let mut answer = if is_wrong { HttpResponse::BadRequest() } else { HttpResponse::Ok() };
        answer.insert_header((header::CONTENT_LANGUAGE, self.language.word()));
        Ok(answer.insert_header((header::CACHE_CONTROL, "no-store")).json(json!({ "html": html })))
    }

    fn page(
        &self,
        request: &HttpRequest,
        viewer: Option<&Viewer>,
        practice: PracticeBox,
        wrong: Option<String>,
    ) -> Result<PracticePage, Kind> {
        let (lesson, link) =
            self.edition.lesson_link(self.practised.lesson, self.language).ok_or(Kind::ResourceNotFound)?;
        let mut page = Page::new(request, viewer, practice.asked.text.clone());
        if practice.outcome.is_some() {
            page = page.with_parameter("check", "1");
        } else {
            page.language_form = Some("answer");
        }
        let field = practice.asked.id.clone();
        page.issues.extend(wrong.map(|text| PageIssue { field, text }));
        let lesson_link = format!("{link}#{}", practice.asked.id);
        Ok(PracticePage { page, lesson, lesson_link, practice })
    }
}
