//! The page of a result: the score, and each question with what was right and why.

use super::{
    Attempt, State, Subject, Submission, clock_words,
    own::OwnAttempt,
    pages::{before, here},
    policy::Policy,
    policy_words,
    taking::opens_at,
};
use crate::{
    app::App,
    brevets::{self, in_time, renewal_words, renewing},
    db::Connection,
    identity::{access::Db, browser},
    locale::Language,
    modules::edition::Edition,
    page::{Page, go_to, show},
    problem::{Answer, Kind, Problem},
    quizzes::{Question, outcome::Reviewed, review},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;

struct ReviewLine {
    number: usize,
    text: String,
    points: String,
    full: bool,
    reviewed: Reviewed,
}

#[derive(Template)]
#[template(path = "attempts/result.html")]
struct ResultPage {
    page: Page,
    title: String,
    score: String,
    pass_mark: i32,
    passed: bool,
    next: Next,
    /// When it was handed in since the time was over: what counted, and that an answer came too late.
    time_over: Vec<String>,
    reviews: Vec<ReviewLine>,
}

/// What the result leads to.
struct Next {
    told: String,
    /// A link and its words.
    link: Option<(String, String)>,
    /// Where another attempt is begun, after one that was not passed.
    again: Option<String>,
    /// Until when it cannot be begun yet.
    waits_until: Option<String>,
    /// The page of all attempts at the module.
    history: Option<String>,
}

impl ResultPage {
    /// Whether some question comes back for practice.
    fn has_missed(&self) -> bool {
        self.reviews.iter().any(|review| !review.full)
    }
}

pub async fn get_result(
    request: HttpRequest,
    OwnAttempt { viewer, bound }: OwnAttempt,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let language = browser::language(&request);
    let bound = in_time::look(&app, &db, bound).await?;
    let State::Submitted(submission) = &bound.attempt.state else { return Ok(go_to(&here(&bound))) };
    let next = next(&app, &bound.attempt, submission, language, &mut *db.get().await?).await?;
    let title = if submission.passed { t!(language, "result-passed") } else { t!(language, "result-not-yet") };
    let page = Page::new(&request, Some(&viewer), title);
    let reviews = (1..).zip(&bound.attempt.draw.0).filter_map(|(number, drawn)| {
        let (edition, question) = bound.paper.find(&drawn.question)?;
        let answer = bound.attempt.answer(&drawn.question).map(|saved| &saved.answer);
        let points = submission.marks.0.get(&drawn.question).copied().unwrap_or_default();
        let review = review::review(question, &drawn.shown, answer, points, language);
        Some(reviewed(number, question, review, edition, &page))
    });
    let late = request.query_string().contains("late").then(|| t!(language, "result-late"));
    let over = clock_words::when_over(&bound.attempt, language);
    let time_over = over.map(|over| [Some(over), late].into_iter().flatten().collect()).unwrap_or_default();
    let result = ResultPage {
        time_over,
        reviews: reviews.collect(),
        score: page.percent(&submission.score),
        title: bound.paper.title(language),
        pass_mark: bound.attempt.pass_mark,
        passed: submission.passed,
        next,
        page,
    };
    show(&result, language)
}

async fn next(
    app: &App,
    attempt: &Attempt,
    submission: &Submission,
    language: Language,
    db: &mut Connection,
) -> Result<Next, Problem> {
    let brevet = match submission.passed {
        true => brevets::store::awarded_at(db, attempt.learner, submission.at).await?.is_some(),
        false => false,
    };
    let history = match &attempt.subject {
        Subject::Quiz { competency, .. } => Some(format!("/modules/{competency}/attempts")),
        Subject::Refresher { .. } => None,
    };
    let waits_until = match submission.passed {
        true => None,
        false => waits_until(app, attempt, language, db).await?,
    };
    let to = |told: String, link: &str, words: String| Next {
        told,
        link: Some((link.to_owned(), words)),
        again: None,
        waits_until,
        history,
    };
    let brevets = || t!(language, "result-brevet-button");
    Ok(match (&attempt.subject, submission.passed, brevet) {
        (Subject::Quiz { .. }, true, true) => to(t!(language, "result-brevet"), "/brevets", brevets()),
        (Subject::Quiz { .. }, true, false) => {
            to(t!(language, "result-passed-text"), "/learning", t!(language, "result-passed-button"))
        }
        (Subject::Quiz { competency, .. }, false, _) => Next {
            again: Some(before(competency)),
            ..to(
                t!(language, "result-not-yet-text"),
                &format!("/modules/{competency}"),
                t!(language, "result-read-again"),
            )
        },
        (Subject::Refresher { .. }, true, true) => to(t!(language, "refresher-renewed"), "/brevets", brevets()),
        (Subject::Refresher { .. }, true, false) => to(t!(language, "refresher-not-renewed"), "/brevets", brevets()),
        (Subject::Refresher { level, .. }, false, _) => {
            let record = renewing::record(db, attempt.learner).await?;
            let again = record.newest(*level).map(renewal_words::address);
            Next {
                again,
                ..to(t!(language, "refresher-not-yet"), &format!("/levels/{level}"), t!(language, "result-read-again"))
            }
        }
    })
}

/// Until when the next attempt at the same cannot be begun.
async fn waits_until(
    app: &App,
    attempt: &Attempt,
    language: Language,
    db: &mut Connection,
) -> Result<Option<String>, Problem> {
    let taught = app.course.taught();
    let policy = match &attempt.subject {
        Subject::Quiz { competency, .. } => taught.edition(competency).and_then(|(competency, edition)| {
            Some(Policy::of_quiz(taught.curriculum.level(competency.level)?, &edition.module))
        }),
        Subject::Refresher { level, .. } => {
            taught.curriculum.level(*level).map(|rules| Policy::of_refresher(rules, attempt.pass_mark))
        }
    };
    let policy = policy.ok_or(Kind::ResourceNotFound)?;
    let at = app.clock.now();
    let opens = opens_at(db, attempt.learner, &attempt.subject, &policy, at).await?;
    Ok(opens.map(|opens| policy_words::when(opens, at, language)))
}

fn reviewed(number: usize, question: &Question, review: review::Review, edition: &Edition, page: &Page) -> ReviewLine {
    let language = page.language;
    let read = review.read.and_then(|slug| edition.lesson_link(slug, language));
    ReviewLine {
        number,
        text: review.text.to_string(),
        points: page.percent(&review.points),
        full: review.points >= 1.0,
        reviewed: Reviewed::new(question, review, read, language),
    }
}
