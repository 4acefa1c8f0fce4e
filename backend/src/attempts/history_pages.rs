//! The pages of one's own attempts, at one module or at all: each leads to its answers with their explanations.

use super::{Attempt, State, Subject, pages::before, policy::Policy, policy_words, store, taking::opens_at};
use crate::{
    app::App,
    db::Connection,
    identity::{
        access::{Db, SignedIn},
        browser,
    },
    ids::{AccountId, AttemptId},
    input::{Fields, pairs},
    locale::Language,
    modules::edition::Taught,
    page::{Page, show},
    problem::{Answer, Kind, Problem},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;

/// A line of the table.
pub(super) struct PastAttempt {
    pub link: String,
    pub date: String,
    /// Where those of several modules stand together.
    pub module: Option<String>,
    pub score: String,
    pub outcome: String,
}

impl PastAttempt {
    fn new(page: &Page, attempt: &Attempt) -> Self {
        let (at, score, outcome) = match &attempt.state {
            State::Open => (attempt.started_at, String::new(), t!(page.language, "outcome-open")),
            State::Submitted(submission) => {
                let outcome = match submission.passed {
                    true => t!(page.language, "outcome-passed"),
                    false => t!(page.language, "outcome-not-yet"),
                };
                (submission.at, page.percent(&submission.score), outcome)
            }
        };
        let date = format!("{} {}", page.date(&at), page.time(&at));
        Self { link: format!("/attempts/{}", attempt.id), date, module: None, score, outcome }
    }
}

/// The attempts that were handed in.
pub(super) fn past(page: &Page, attempts: &[Attempt]) -> Vec<PastAttempt> {
    let submitted = attempts.iter().filter(|attempt| attempt.state != State::Open);
    submitted.map(|attempt| PastAttempt::new(page, attempt)).collect()
}

#[derive(Template)]
#[template(path = "attempts/history.html")]
struct HistoryPage {
    page: Page,
    /// Address and words.
    back: (String, String),
    /// Where there is nothing yet, what to do: address and words.
    start: (String, String),
    waits_until: Option<String>,
    past: Vec<PastAttempt>,
    /// The address of the attempts before these.
    earlier: Option<String>,
}

/// The attempts at one module.
pub async fn get_of_module(
    request: HttpRequest,
    code: web::Path<String>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (language, taught) = (browser::language(&request), app.course.taught());
    let (competency, edition) = taught.edition(&code).ok_or(Kind::ResourceNotFound)?;
    let rules = taught.curriculum.level(competency.level).ok_or(Kind::ResourceNotFound)?;
    let module = edition.module.title.get(language).to_owned();
    let title = t!(language, "history-title", module = module.as_str());
    let page = Page::new(&request, Some(&viewer), title);
    let db = &mut *db.get().await?;
    let (attempts, earlier) = attempts(&request, viewer.account, Some(&code), db).await?;
    let subject = Subject::Quiz { competency: code.to_string(), edition: edition.id };
    let (at, policy) = (app.clock.now(), Policy::of_quiz(rules, &edition.module));
    let opens = match attempts.first() {
        Some(last) if last.is_failed() => opens_at(db, viewer.account, &subject, &policy, at).await?,
        _ => None,
    };
    let history = HistoryPage {
        back: (format!("/modules/{code}"), module),
        start: (before(&code), t!(language, "to-the-quiz")),
        waits_until: opens.map(|opens| policy_words::when(opens, at, language)),
        past: attempts.iter().map(|attempt| PastAttempt::new(&page, attempt)).collect(),
        earlier,
        page,
    };
    show(&history, language)
}

/// The attempts at all modules, and the refreshers.
pub async fn get_all(request: HttpRequest, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let (language, taught) = (browser::language(&request), app.course.taught());
    let page = Page::new(&request, Some(&viewer), t!(language, "quiz-past"));
    let (attempts, earlier) = attempts(&request, viewer.account, None, &mut *db.get().await?).await?;
    let line = |attempt: &Attempt| PastAttempt {
        module: Some(title(&attempt.subject, &taught, language)),
        ..PastAttempt::new(&page, attempt)
    };
    let history = HistoryPage {
        back: ("/learning".to_owned(), t!(language, "learning-title")),
        start: ("/learning".to_owned(), t!(language, "result-passed-button")),
        waits_until: None,
        past: attempts.iter().map(line).collect(),
        earlier,
        page,
    };
    show(&history, language)
}

/// How many stand on a page.
const PAGE: usize = 50;

/// A page of attempts, the newest first, and where those before them are.
async fn attempts(
    request: &HttpRequest,
    learner: AccountId,
    module: Option<&str>,
    db: &mut Connection,
) -> Result<(Vec<Attempt>, Option<String>), Problem> {
    let query = Fields(pairs(request.query_string().as_bytes()));
    let before = query.get("before").map(str::parse::<AttemptId>).transpose().map_err(|_| Kind::ResourceNotFound)?;
    let mut attempts = store::attempts_before(db, learner, before, module, PAGE as i64 + 1).await?;
    let is_cut = attempts.len() > PAGE;
    attempts.truncate(PAGE);
    let last = attempts.last().filter(|_| is_cut);
    let earlier = last.map(|last| format!("{}?before={}", request.path(), last.id));
    Ok((attempts, earlier))
}

/// What an attempt was about, by the name that it bears now.
fn title(subject: &Subject, taught: &Taught, language: Language) -> String {
    match subject {
        Subject::Quiz { competency, .. } => {
            match (taught.edition(competency), taught.curriculum.competency(competency)) {
                (Some((_, edition)), _) => edition.module.title.get(language).to_owned(),
                (None, Some(competency)) => competency.names.get(language).to_owned(),
                (None, None) => competency.clone(),
            }
        }
        Subject::Refresher { level, .. } => {
            let name = taught.curriculum.level(*level).map(|rules| rules.names.get(language)).unwrap_or_default();
            t!(language, "refresher-title", level = name)
        }
    }
}
