//! The page of a result: the score, and each question with what was right and why.

use super::{State, own::OwnAttempt, pages::here, taking::Bound};
use crate::{
    brevets,
    identity::{access::Db, browser},
    page::{Page, go_to, show},
    problem::Answer,
    quizzes::{Question, review},
    t,
};
use actix_web::HttpRequest;
use askama::Template;

struct ReviewedPart {
    text: String,
    given: Option<String>,
    expected: Option<String>,
    word: String,
    class: &'static str,
    feedback: Option<String>,
}

struct Reviewed {
    number: usize,
    text: String,
    points: String,
    full: bool,
    parts: Vec<ReviewedPart>,
    explanation: Option<String>,
    read: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "attempts/result.html")]
struct ResultPage {
    page: Page,
    code: String,
    module: String,
    score: String,
    pass_mark: i32,
    passed: bool,
    brevet: bool,
    reviews: Vec<Reviewed>,
}

pub async fn get_result(request: HttpRequest, OwnAttempt { viewer, bound }: OwnAttempt, db: Db) -> Answer {
    let language = browser::language(&request);
    let State::Submitted(submission) = &bound.attempt.state else { return Ok(go_to(&here(&bound))) };
    let db = &mut *db.get().await?;
    let brevet = submission.passed && brevets::store::awarded_at(db, viewer.account, submission.at).await?.is_some();
    let title = if submission.passed { t!(language, "result-passed") } else { t!(language, "result-not-yet") };
    let page = Page::new(&request, Some(&viewer), title);
    let reviews = (1..)
        .zip(bound.attempt.questions(&bound.edition))
        .map(|(number, (drawn, question))| {
            let answer = bound.attempt.answer(&drawn.question).map(|saved| &saved.answer);
            let points = submission.marks.0.get(&drawn.question).copied().unwrap_or_default();
            reviewed(number, question, review::review(question, answer, points, language), &bound, &page)
        })
        .collect();
    let result = ResultPage {
        score: page.percent(&submission.score),
        code: bound.attempt.competency.clone(),
        module: bound.edition.module.title.get(language).to_owned(),
        pass_mark: bound.attempt.pass_mark,
        passed: submission.passed,
        brevet,
        reviews,
        page,
    };
    show(&result, language)
}

fn reviewed(number: usize, question: &Question, review: review::Review, bound: &Bound, page: &Page) -> Reviewed {
    let language = page.language;
    let part = |part: review::Part| {
        let (word, class) = match part.verdict {
            review::Verdict::Right => (t!(language, "verdict-right"), "right"),
            review::Verdict::Wrong => (t!(language, "verdict-wrong"), "wrong"),
            review::Verdict::Missed => (t!(language, "verdict-missed"), "missed"),
            review::Verdict::Untouched => (String::new(), "untouched"),
        };
        ReviewedPart {
            text: part.text,
            given: part.given,
            expected: part.expected,
            word,
            class,
            feedback: part.feedback,
        }
    };
    let read = review.read.and_then(|slug| {
        let (_, lesson) = bound.edition.module.lesson(&slug)?;
        Some((lesson.title.get(language).to_owned(), format!("/modules/{}/lessons/{slug}", bound.attempt.competency)))
    });
    Reviewed {
        number,
        text: review.text,
        points: page.percent(&review.points),
        full: review.points >= 1.0,
        parts: review.parts.into_iter().map(part).collect(),
        explanation: question.explanation.as_ref().map(|explanation| explanation.get(language).to_owned()),
        read,
    }
}
