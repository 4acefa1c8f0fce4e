//! The page of the question that a placement test asks now, and what becomes of its form.

use super::{
    Step,
    pages::here,
    stopping::MOST,
    taking::{self, Bound, Given},
};
use crate::{
    app::App,
    identity::{
        Viewer,
        access::{Db, SignedIn},
        browser,
    },
    input::{self, Fields, Form},
    locale::Language,
    page::{Page, PageIssue, go_to, show, show_again},
    problem::{Answer, Kind, Problem, Reason},
    quizzes::{
        Question,
        asked::AskedQuestion,
        form::{self, Refused},
        practice::{self, Said},
    },
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;
use serde_json::Value;

#[derive(Template)]
#[template(path = "placement/question.html")]
struct QuestionPage {
    page: Page,
    placement: String,
    subject: String,
    /// The place of the subject among those that are asked about.
    place: usize,
    of: usize,
    /// The place of the question within its subject.
    within: usize,
    most: usize,
    number: usize,
    asked: AskedQuestion,
    back: String,
    /// Whether the question before was answered on another device.
    elsewhere: bool,
}

pub async fn get_question(
    request: HttpRequest,
    path: web::Path<(String, usize)>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (id, number) = path.into_inner();
    let bound = taking::own(&app, &mut *db.get().await?, viewer.account, taking::read_id(&id)?).await?;
    let (step, question) = bound.step(number).ok_or(Kind::ResourceNotFound)?;
    if bound.placement.open_step().is_none_or(|(open, _)| open != number) {
        return Ok(go_to(&here(&bound)));
    }
    let query = Fields(input::pairs(request.query_string().as_bytes()));
    let (asked, language) = (Asked { bound: &bound, number, step, question }, browser::language(&request));
    let mut page = asked.page(&request, &viewer, &Value::Null, language);
    page.elsewhere = query.get("elsewhere").is_some();
    show(&page, language)
}

/// Keeps the answer and goes on.
pub async fn post_question(
    request: HttpRequest,
    path: web::Path<(String, usize)>,
    Form(fields): Form,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let ((id, number), db) = (path.into_inner(), &mut *db.get().await?);
    let bound = taking::own(&app, db, viewer.account, taking::read_id(&id)?).await?;
    let (step, question) = bound.step(number).ok_or(Kind::ResourceNotFound)?;
    let (asked, language) = (Asked { bound: &bound, number, step, question }, browser::language(&request));
    let given = match (fields.get("unknown"), asked.hear(&fields, language)) {
        (Some(_), _) => Given::Unknown,
        (None, Said::Answered(answered)) => Given::Answer(answered.answer),
        (None, Said::SoFar(given)) => return asked.in_language(&request, &viewer, &given, form::switch(&fields)),
        (None, Said::Refused(refused)) => return asked.again(&request, &viewer, &refused, language),
    };
    let id = bound.placement.id;
    match taking::answer(&app, db, bound, number, given).await {
        Ok(bound) => Ok(go_to(&here(&bound))),
        Err(problem) if problem.kind == Kind::AlreadyAnswered => {
            let bound = taking::own(&app, db, viewer.account, id).await?;
            Ok(go_to(&format!("{}?elsewhere=1", here(&bound))))
        }
        Err(problem) => Err(problem),
    }
}

/// A question where a learner meets it.
struct Asked<'a> {
    bound: &'a Bound,
    /// From 1.
    number: usize,
    step: &'a Step,
    question: &'a Question,
}

impl Asked<'_> {
    fn hear(&self, fields: &Fields, language: Language) -> Said {
        practice::hear(self.question, &self.step.drawn, fields, language)
    }

    /// The question in another language, with what was entered.
    fn in_language(&self, request: &HttpRequest, viewer: &Viewer, given: &Value, language: Option<Language>) -> Answer {
        let language = language.unwrap_or_else(|| browser::language(request));
        let mut answer = show(&self.page(request, viewer, given, language), language)?;
        answer.add_cookie(&browser::language_cookie(request, language)).map_err(Problem::internal)?;
        Ok(answer)
    }

    /// The question again, with what is wrong about the answer.
    fn again(&self, request: &HttpRequest, viewer: &Viewer, refused: &Refused, language: Language) -> Answer {
        let mut page = self.page(request, viewer, &refused.given, language);
        let wrong = refused.issues.first().map(|issue| match &issue.reason {
            Reason::Missing | Reason::WrongType => t!(language, "placement-missing"),
            _ => issue.detail(language),
        });
        let field = page.asked.id.clone();
        page.page.issues.extend(wrong.clone().map(|text| PageIssue { field, text }));
        page.asked.wrong = wrong;
        show_again(&page, language)
    }

    fn page(&self, request: &HttpRequest, viewer: &Viewer, given: &Value, language: Language) -> QuestionPage {
        let (placement, code) = (&self.bound.placement, &self.step.competency);
        let asked = AskedQuestion::new("answer", self.question, &self.step.drawn, given, language);
        let mut page = Page::new(request, Some(viewer), asked.text.clone()).speaking(language);
        page.language_form = Some("answer");
        let edition = self.bound.editions.get(code);
        let place = placement.subjects.0.iter().position(|subject| &subject.competency == code);
        QuestionPage {
            placement: placement.id.to_string(),
            subject: edition.map(|it| it.module.title.get(language).to_owned()).unwrap_or_default(),
            place: place.map_or(1, |at| at + 1),
            of: placement.subjects.0.len(),
            within: placement.steps_of(code).count(),
            most: MOST,
            number: self.number,
            asked,
            back: format!("/levels/{}/placement", placement.level),
            elsewhere: false,
            page,
        }
    }
}
