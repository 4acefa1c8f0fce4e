//! The page of a question, and what becomes of the form that it sends: also in the background, while it is filled in.

use super::{
    AnswerRefusal, SavedAnswer, State, Subject, as_page_issue, break_pages, breaks,
    clock_words::ShownClock,
    own::OwnAttempt,
    pages::{before, elsewhere, here},
    taking::{self, Bound},
};
use crate::{
    app::App,
    brevets::in_time,
    identity::{Viewer, access::Db, browser, pages as identity_pages},
    input::{self, Fields, Form},
    locale::{self, Language},
    page::{Page, go_to, show, show_again},
    problem::{Answer, Issue, Kind, Problem, Reason},
    quizzes::{
        Body, Question, answers,
        asked::AskedQuestion,
        drawing::Drawn,
        form::{self, Refused, entered, switch},
    },
    t,
};
use actix_web::{HttpRequest, HttpResponse, http::header, web};
use askama::Template;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

#[derive(Template)]
#[template(path = "attempts/question.html")]
struct QuestionPage {
    page: Page,
    attempt: String,
    module: String,
    number: usize,
    of: usize,
    asked: AskedQuestion,
    /// When what is shown was saved; none when it is not what was saved.
    saved: Option<String>,
    /// Which saved answer the page was made from, so that one given elsewhere in the meantime is noticed.
    seen: String,
    /// A question whose answer from another device was replaced a moment ago.
    replaced: Option<usize>,
    /// Whether a step was just sent from a page that was behind.
    is_behind: bool,
    back: String,
    to_check: bool,
    clock: Option<ShownClock>,
}

pub async fn get_question(
    request: HttpRequest,
    path: web::Path<(String, usize)>,
    OwnAttempt { viewer, bound }: OwnAttempt,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let ((_, number), at) = (path.into_inner(), app.clock.now());
    let bound = in_time::look(&app, &db, bound).await?;
    if let Some(elsewhere) = elsewhere(&bound, at) {
        return Ok(go_to(&elsewhere));
    }
    let query = Fields(input::pairs(request.query_string().as_bytes()));
    let (asked, language) = (Asked::find(&bound, number, &query)?, browser::language(&request));
    let mut page = asked.page(&request, &viewer, at, language, &asked.saved(), &[]);
    page.replaced = query.get("replaced").and_then(|number| number.parse().ok());
    page.is_behind = query.get("behind").is_some();
    show(&page, language)
}

/// Saves the answer and goes on. A session that ended meanwhile keeps the answer until the next sign-in.
pub async fn post_question(
    request: HttpRequest,
    path: web::Path<(String, usize)>,
    Form(fields): Form,
    own: Result<OwnAttempt, Problem>,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let OwnAttempt { viewer, bound } = match own {
        Err(problem) if problem.kind == Kind::NoAccessToken => {
            return identity_pages::sign_in_and_go_on(&request, &fields);
        }
        own => own?,
    };
    let ((_, number), language, at) = (path.into_inner(), browser::language(&request), app.clock.now());
    let bound = in_time::look(&app, &db, bound).await?;
    if bound.attempt.state != State::Open {
        return Ok(closed(&request, &bound, language));
    }
    let asked = Asked::find(&bound, number, &fields)?;
    let saved = match asked.save(&app, &db, &fields, language).await {
        Err(problem) if problem.kind == Kind::StepTaken => return Ok(asked.behind(&request)),
        saved => saved?,
    };
    if browser::is_by_script(&request) {
        return asked.told(saved, &fields, language);
    }
    if fields.get("break").is_some() && is_saved_or_empty(&saved) {
        let paused = breaks::begin(&app, &mut *db.get().await?, bound).await?;
        return Ok(go_to(&break_pages::address(&paused.attempt.id.to_string())));
    }
    match (saved, switch(&fields)) {
        (Ok(saved), None) => Ok(go_to(&asked.next(&fields, asked.replaces(&saved, &fields)))),
        (Ok(_), Some(other)) => Ok(go_to(&asked.address(Some(other)))),
        (Err(refused), Some(other)) => asked.again_in(&request, &viewer, at, other, &refused.given),
        (Err(refused), None) => {
            let issues: Vec<Issue> = refused.issues.iter().map(as_page_issue).collect();
            show_again(&asked.page(&request, &viewer, at, language, &refused.given, &issues), language)
        }
    }
}

/// An answer to an attempt that was handed in: the result says so, and whether the answer came too late.
fn closed(request: &HttpRequest, bound: &Bound, language: Language) -> HttpResponse {
    match bound.attempt.closed() {
        AnswerRefusal::TimeOver if browser::is_by_script(request) => {
            HttpResponse::Conflict().json(json!({ "saved": false, "told": Kind::TimeOver.detail(language) }))
        }
        AnswerRefusal::TimeOver => go_to(&format!("{}?late=1", here(bound))),
        AnswerRefusal::Submitted | AnswerRefusal::NotDrawn | AnswerRefusal::StepTaken | AnswerRefusal::Wrong(_) => {
            go_to(&here(bound))
        }
    }
}

/// Whether a form that was sent to take a break holds nothing that would be lost.
fn is_saved_or_empty(saved: &Result<SavedAnswer, Refused>) -> bool {
    match saved {
        Ok(_) => true,
        Err(refused) => refused.issues.iter().all(|issue| issue.reason == Reason::Missing),
    }
}

/// A question where a learner meets it.
struct Asked<'a> {
    bound: &'a Bound,
    /// From 1.
    number: usize,
    drawn: &'a Drawn,
    question: &'a Question,
    /// Whether the learner came from the check page and goes back to it.
    to_check: bool,
}

impl<'a> Asked<'a> {
    /// `fields` are those of the form, or of the address when there is no form.
    fn find(bound: &'a Bound, number: usize, fields: &Fields) -> Result<Self, Kind> {
        let at = number.checked_sub(1).ok_or(Kind::ResourceNotFound)?;
        let (drawn, question) = bound.attempt.questions(&bound.paper).nth(at).ok_or(Kind::ResourceNotFound)?;
        Ok(Self { bound, number, drawn, question, to_check: fields.get("then") == Some("check") })
    }

    /// What was saved, in the keys that are shown.
    fn saved(&self) -> Value {
        let saved = self.bound.attempt.answer(&self.drawn.question);
        saved.map(|saved| self.drawn.veil(&saved.answer)).unwrap_or_default()
    }

    fn address(&self, language: Option<Language>) -> String {
        let path = format!("/attempts/{}/questions/{}", self.bound.attempt.id, self.number);
        match (self.to_check, language) {
            (true, Some(language)) => format!("{path}?then=check&lang={language}"),
            (true, None) => format!("{path}?then=check"),
            (false, Some(language)) => format!("{path}?lang={language}"),
            (false, None) => path,
        }
    }

    /// A step from a page that is behind is not taken: back to where the learner stands, with a word on it.
    fn behind(&self, request: &HttpRequest) -> HttpResponse {
        if browser::is_by_script(request) {
            return HttpResponse::UnprocessableEntity().json(json!({ "saved": false })); // the page sends its form, and goes there
        }
        let here = self.address(None);
        go_to(&format!("{here}{}behind=1", if here.contains('?') { '&' } else { '?' }))
    }

    /// What may be shown of what was entered: of a situation the steps that were taken and no others, or whoever makes up
    /// steps sees where they lead.
    fn showable(&self, given: &Value) -> Value {
        let Body::Scenario(_) = &self.question.body else { return given.clone() };
        let mut saved = self.saved();
        let is_here = given["choices"] == saved["choices"] || (saved.is_null() && given["choices"] == json!([]));
        if is_here && given["ticked"].is_string() {
            saved["ticked"] = given["ticked"].clone();
        }
        saved
    }

    /// Saves what the form says, or gives it back with what is wrong about it.
    async fn save(
        &self,
        app: &App,
        db: &Db,
        fields: &Fields,
        language: Language,
    ) -> Result<Result<SavedAnswer, Refused>, Problem> {
        let given = match form::read(self.question, fields, language) {
            Ok(given) => given,
            Err(refused) => return Ok(Err(refused)),
        };
        let saved =
            taking::answer(app, &mut *db.get().await?, self.bound, self.drawn.question.as_str(), given.clone()).await;
        match saved {
            Ok(saved) => Ok(Ok(saved)),
            Err(problem) if problem.kind == Kind::BadRequest => {
                Ok(Err(Refused { given: given.into(), issues: problem.issues }))
            }
            Err(problem) => Err(problem),
        }
    }

    /// Which saved answer this was, when it was read.
    fn seen(&self) -> String {
        let saved = self.bound.attempt.answer(&self.drawn.question);
        saved.map(|saved| saved.saved_at.timestamp_micros().to_string()).unwrap_or_default()
    }

    /// The answer that was given elsewhere since the page was shown, when this one takes its place: the last one counts.
    fn replaces(&self, saved: &SavedAnswer, fields: &Fields) -> Option<&SavedAnswer> {
        let before = self.bound.attempt.answer(&self.drawn.question)?;
        let seen = fields.get("seen")?;
        (seen != self.seen() && answers::is_lost(&before.answer, &saved.answer)).then_some(before)
    }

    /// To the page's script: when the answer was saved and where it leads, or that it is no answer yet.
    fn told(&self, saved: Result<SavedAnswer, Refused>, fields: &Fields, language: Language) -> Answer {
        let Ok(saved) = saved else {
            return Ok(HttpResponse::UnprocessableEntity().json(json!({ "saved": false })));
        };
        let mut told = json!({
            "saved": t!(language, "saved-at", time = locale::time_of_day(saved.saved_at)),
            "seen": saved.saved_at.timestamp_micros().to_string(),
            "next": self.next(fields, None),
        });
        if let Some(before) = self.replaces(&saved, fields) {
            told["replaced"] = t!(language, "answer-replaced", time = locale::time_of_day(before.saved_at)).into();
        }
        Ok(HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-store")).json(told))
    }

    /// Where a saved answer leads. A choice in a scenario leads to its next scene.
    fn next(&self, fields: &Fields, replaces: Option<&SavedAnswer>) -> String {
        let id = self.bound.attempt.id;
        let goes_on_here = matches!(self.question.body, Body::Scenario(_)) && entered(fields, "choice").is_some();
        let next = if goes_on_here {
            self.address(None)
        } else if self.to_check || self.number >= self.bound.attempt.draw.0.len() {
            format!("/attempts/{id}/check")
        } else {
            format!("/attempts/{id}/questions/{}", self.number + 1)
        };
        match replaces {
            Some(_) if next.contains('?') => format!("{next}&replaced={}", self.number),
            Some(_) => format!("{next}?replaced={}", self.number),
            None => next,
        }
    }

    /// The question in another language, with what was entered but cannot be saved.
    fn again_in(
        &self,
        request: &HttpRequest,
        viewer: &Viewer,
        at: DateTime<Utc>,
        language: Language,
        given: &Value,
    ) -> Answer {
        if self.showable(given) == self.saved() {
            return Ok(go_to(&self.address(Some(language))));
        }
        let mut answer = show(&self.page(request, viewer, at, language, given, &[]), language)?;
        answer.add_cookie(&browser::language_cookie(request, language)).map_err(Problem::internal)?;
        Ok(answer)
    }

    fn page(
        &self,
        request: &HttpRequest,
        viewer: &Viewer,
        at: DateTime<Utc>,
        language: Language,
        given: &Value,
        issues: &[Issue],
    ) -> QuestionPage {
        let (attempt, question) = (&self.bound.attempt, self.question);
        let given = &self.showable(given);
        let mut asked = AskedQuestion::new("answer", question, self.drawn, given, language).counting(question);
        let mut page = Page::new(request, Some(viewer), asked.text.clone()).speaking(language).with_issues(issues);
        page.language_form = Some("answer");
        asked.wrong = page.issue("answer").map(str::to_owned);
        let saved = attempt.answer(&self.drawn.question).filter(|_| *given == self.saved());
        QuestionPage {
            attempt: attempt.id.to_string(),
            module: self.bound.paper.title(language),
            number: self.number,
            of: attempt.draw.0.len(),
            asked,
            saved: saved.map(|saved| page.time(&saved.saved_at)),
            seen: self.seen(),
            replaced: None,
            is_behind: false,
            back: match self.number {
                1 => start_of(&attempt.subject),
                _ => format!("/attempts/{}/questions/{}", attempt.id, self.number - 1),
            },
            to_check: self.to_check,
            clock: ShownClock::new(attempt, at, language),
            page,
        }
    }
}

/// The page from which an attempt is begun.
fn start_of(subject: &Subject) -> String {
    match subject {
        Subject::Quiz { competency, .. } => before(competency),
        Subject::Refresher { .. } => "/brevets".to_owned(),
    }
}
