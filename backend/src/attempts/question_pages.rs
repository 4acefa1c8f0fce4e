//! The page of a question, and what becomes of the form that it sends: also in the background, while it is filled in.

use super::{
    AnswerRefusal, SavedAnswer, State, Subject, as_page_issue, break_pages, breaks,
    clock_words::ShownClock,
    own::OwnAttempt,
    pages::{before, elsewhere, here, replaced},
    taking::{self, Bound},
};
use crate::{
    app::App,
    brevets::in_time,
    identity::{Viewer, access::Db, browser},
    input::{self, Fields, Form},
    locale::{self, Language},
    page::{Page, go_to, show, show_again, with_query},
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
use serde_json::{Map, Value, json};

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
    if bound.attempt.has_run_out(at) {
        return Ok(go_to(&format!("/attempts/{}/check", bound.attempt.id)));
    }
    let query = Fields(input::pairs(request.query_string().as_bytes()));
    let (asked, language) = (Asked::find(&bound, number, &query)?, browser::language(&request));
    let mut page = asked.page(&request, &viewer, at, language, &asked.saved(), &[]);
    page.replaced = replaced(&request);
    page.is_behind = query.get("behind").is_some();
    show(&page, language)
}

/// Saves the answer and goes on.
pub async fn post_question(
    request: HttpRequest,
    path: web::Path<(String, usize)>,
    Form(fields): Form,
    OwnAttempt { viewer, bound }: OwnAttempt,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let ((_, number), language, at) = (path.into_inner(), browser::language(&request), app.clock.now());
    let bound = in_time::look(&app, &db, bound).await?;
    if bound.attempt.state != State::Open {
        return Ok(closed(&request, &bound, language));
    }
    let asked = Asked::find(&bound, number, &fields)?;
    let outcome = match asked.save(&app, &db, &fields, language).await {
        Err(problem) if problem.kind == Kind::StepTaken => return Ok(asked.behind(&request)),
        outcome => outcome?,
    };
    if browser::is_by_script(&request) {
        return asked.told(outcome, &fields, language);
    }
    let is_replaced = asked.replaces(&outcome, &fields).is_some();
    if fields.get("break").is_some() && outcome.loses_nothing() {
        let to = asked.telling(is_replaced, break_pages::address(&bound.attempt.id.to_string()));
        breaks::begin(&app, &mut *db.get().await?, bound).await?;
        return Ok(go_to(&to));
    }
    match (outcome, switch(&fields)) {
        (Outcome::Left, _) => Ok(go_to(&asked.onward())),
        (Outcome::Contested, _) => Ok(go_to(&asked.address(None))),
        (Outcome::Saved(_) | Outcome::Withdrawn, None) => Ok(go_to(&asked.next(&fields, is_replaced))),
        (Outcome::Saved(_) | Outcome::Withdrawn, Some(other)) => {
            Ok(go_to(&asked.telling(is_replaced, asked.address(Some(other)))))
        }
        (Outcome::Refused(refused), Some(other)) => asked.again_in(&request, &viewer, at, other, &refused.given),
        (Outcome::Refused(_), None) if fields.get("skip").is_some() => Ok(go_to(&asked.onward())),
        (Outcome::Refused(refused), None) => asked.again(&request, &viewer, at, language, &refused),
    }
}

/// What became of a form.
enum Outcome {
    Saved(SavedAnswer),
    /// It was emptied, and the answer that was saved is taken back.
    Withdrawn,
    /// A situation was left without a step: a tick is one only when it is sent as one.
    Left,
    /// What a browser kept would take the place of an answer that its page did not know: the person says which one counts.
    Contested,
    Refused(Refused),
}

impl Outcome {
    /// Whether the form holds nothing that would be lost when it is left.
    fn loses_nothing(&self) -> bool {
        match self {
            Self::Saved(_) | Self::Withdrawn | Self::Left => true,
            Self::Contested => false,
            Self::Refused(refused) => refused.issues.iter().all(|issue| issue.reason == Reason::Missing),
        }
    }
}

/// An answer to an attempt that was handed in: the result says so, and whether the answer came too late.
fn closed(request: &HttpRequest, bound: &Bound, language: Language) -> HttpResponse {
    let refusal = bound.attempt.closed();
    if browser::is_by_script(request) {
        let told = Problem::from(refusal).kind.detail(language);
        return HttpResponse::Conflict().json(json!({ "saved": false, "told": told }));
    }
    match refusal {
        AnswerRefusal::TimeOver => go_to(&format!("{}?late=1", here(bound))),
        AnswerRefusal::Submitted | AnswerRefusal::NotDrawn | AnswerRefusal::StepTaken | AnswerRefusal::Wrong(_) => {
            go_to(&here(bound))
        }
    }
}

/// The language of the page on which a form was filled in: 1.500 is another number in Dutch than in English.
fn language_of(fields: &Fields) -> Option<Language> {
    fields.get("written")?.parse().ok()
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
        go_to(&with_query(&self.address(None), "behind=1"))
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

    /// Saves what the form says, or gives it back with what is wrong about it. A form that was emptied takes back the answer
    /// that its page showed; one that was empty from the start does not touch what was saved elsewhere meanwhile.
    async fn save(&self, app: &App, db: &Db, fields: &Fields, language: Language) -> Result<Outcome, Problem> {
        let is_left = fields.get("skip").is_some() || fields.get("break").is_some();
        if is_left && matches!(self.question.body, Body::Scenario(_)) {
            return Ok(Outcome::Left);
        }
        let question = self.drawn.question.as_str();
        let read = form::read(self.question, fields, language_of(fields).unwrap_or(language));
        if fields.get("kept").is_some() && self.is_contested(read.as_ref().ok(), fields) {
            return Ok(Outcome::Contested);
        }
        let given = match read {
            Ok(given) => given,
            Err(refused) if refused.is_empty() && self.was_answered(fields) => {
                taking::withdraw(app, &mut *db.get().await?, self.bound, question).await?;
                return Ok(Outcome::Withdrawn);
            }
            Err(refused) => return Ok(Outcome::Refused(refused)),
        };
        match taking::answer(app, &mut *db.get().await?, self.bound, question, given.clone()).await {
            Ok(saved) => Ok(Outcome::Saved(saved)),
            Err(problem) if problem.kind == Kind::BadRequest => {
                Ok(Outcome::Refused(Refused { given: given.into(), issues: problem.issues }))
            }
            Err(problem) => Err(problem),
        }
    }

    /// Whether an answer is saved and the form comes from a page that knew of one.
    fn was_answered(&self, fields: &Fields) -> bool {
        self.bound.attempt.answer(&self.drawn.question).is_some() && entered(fields, "seen").is_some()
    }

    /// Which saved answer this was, when it was read.
    fn seen(&self) -> String {
        let saved = self.bound.attempt.answer(&self.drawn.question);
        saved.map(|saved| saved.saved_at.timestamp_micros().to_string()).unwrap_or_default()
    }

    /// Whether another answer was saved, or taken back, since the page was shown on which this one was given.
    fn is_contested(&self, given: Option<&Map<String, Value>>, fields: &Fields) -> bool {
        let given = given
            .and_then(|given| answers::from_json(self.question, self.drawn.unveil(self.question, given.clone())).ok());
        let saved = self.bound.attempt.answer(&self.drawn.question).map(|saved| &saved.answer);
        fields.get("seen") != Some(self.seen().as_str()) && given.as_ref() != saved
    }

    /// The answer that was given elsewhere since the page was shown, when this form takes its place: the last one counts.
    fn replaces(&self, outcome: &Outcome, fields: &Fields) -> Option<&SavedAnswer> {
        let before = self.bound.attempt.answer(&self.drawn.question)?;
        let is_lost = match outcome {
            Outcome::Saved(saved) => answers::is_lost(&before.answer, &saved.answer),
            Outcome::Withdrawn => true,
            Outcome::Left | Outcome::Contested | Outcome::Refused(_) => false,
        };
        (is_lost && fields.get("seen")? != self.seen()).then_some(before)
    }

    /// A page that says too, where it is so, that an answer from elsewhere was replaced.
    fn telling(&self, is_replaced: bool, address: String) -> String {
        if is_replaced { with_query(&address, &format!("replaced={}", self.number)) } else { address }
    }

    /// To the page's script: when the answer was saved and where it leads, that it was taken back, or why it is no answer yet.
    fn told(&self, outcome: Outcome, fields: &Fields, language: Language) -> Answer {
        let replaces = self.replaces(&outcome, fields);
        let not_saved = |told: Value| Ok(HttpResponse::UnprocessableEntity().json(told));
        let (saved, seen, is_same) = match &outcome {
            Outcome::Left => return not_saved(json!({ "saved": false })),
            Outcome::Contested => return not_saved(json!({ "saved": false, "asks": true })),
            Outcome::Refused(refused) => {
                let (told, is_empty) = (self.not_saved(refused, language), refused.is_empty());
                return not_saved(json!({ "saved": false, "told": told, "isEmpty": is_empty }));
            }
            Outcome::Withdrawn => (t!(language, "answer-withdrawn"), String::new(), false),
            Outcome::Saved(saved) => {
                let before = self.bound.attempt.answer(&self.drawn.question);
                let is_same = before.is_some_and(|before| before.answer == saved.answer);
                let told = t!(language, "saved-at", time = locale::time_of_day(saved.saved_at));
                (told, saved.saved_at.timestamp_micros().to_string(), is_same)
            }
        };
        let next = self.next(fields, replaces.is_some());
        let mut told = json!({ "saved": saved, "seen": seen, "isSame": is_same, "next": next });
        if let Some(before) = replaces {
            let time = locale::time_of_day(before.saved_at);
            told["replaced"] = t!(language, "answer-replaced", time = time).into();
        }
        Ok(HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-store")).json(told))
    }

    /// Why a form is not saved, and that the answer of before counts until it is.
    fn not_saved(&self, refused: &Refused, language: Language) -> String {
        if refused.is_empty() {
            return t!(language, "answer-none");
        }
        let why: Vec<String> = refused.issues.iter().map(|issue| as_page_issue(issue).detail(language)).collect();
        let told = t!(language, "answer-not-saved", why = why.join(" "));
        match self.bound.attempt.answer(&self.drawn.question) {
            None => told,
            Some(before) => {
                let time = locale::time_of_day(before.saved_at);
                format!("{told} {}", t!(language, "answer-before-counts", time = time))
            }
        }
    }

    /// Where a saved answer leads. A choice in a scenario leads to its next scene: the step is in the address, or a browser would
    /// take it for the page that it has.
    fn next(&self, fields: &Fields, is_replaced: bool) -> String {
        let goes_on_here = matches!(self.question.body, Body::Scenario(_)) && entered(fields, "choice").is_some();
        let steps = fields.get("path").unwrap_or_default().split_whitespace().count() + 1;
        let next = match goes_on_here {
            true => with_query(&self.address(None), &format!("step={steps}")),
            false => self.onward(),
        };
        let next = self.telling(is_replaced, next);
        if goes_on_here { next + "#answer-now" } else { next }
    }

    /// What comes after this question.
    fn onward(&self) -> String {
        let id = self.bound.attempt.id;
        if self.to_check || self.number >= self.bound.attempt.draw.0.len() {
            format!("/attempts/{id}/check")
        } else {
            format!("/attempts/{id}/questions/{}", self.number + 1)
        }
    }

    /// The question again, with what is wrong. What was saved elsewhere meanwhile is shown where nothing was entered.
    fn again(
        &self,
        request: &HttpRequest,
        viewer: &Viewer,
        at: DateTime<Utc>,
        language: Language,
        refused: &Refused,
    ) -> Answer {
        let given = if refused.is_empty() { self.saved() } else { refused.given.clone() };
        let issues: Vec<Issue> = refused.issues.iter().map(as_page_issue).collect();
        show_again(&self.page(request, viewer, at, language, &given, &issues), language)
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
