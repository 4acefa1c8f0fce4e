//! The page of a placement test's result: what may be skipped, what was asked, and why asking stopped. Never a key.

use super::{
    Answered, Decided, State, Subject,
    pages::here,
    rasch::expected_share,
    stopping::{Reason, Verdict},
    taking::{self, Bound},
};
use crate::{
    app::App,
    identity::{
        access::{Db, SignedIn},
        browser,
    },
    locale::{self, Language},
    modules::edition::Edition,
    page::{Page, go_to, show},
    problem::Answer,
    quizzes::{Question, given},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;

#[derive(Template)]
#[template(path = "placement/result.html")]
struct ResultPage {
    page: Page,
    level: String,
    level_link: String,
    again: String,
    proven: usize,
    subjects: Vec<SubjectLine>,
}

struct SubjectLine {
    name: String,
    word: String,
    class: &'static str,
    /// Where it goes on: address and words.
    next: (String, String),
    /// The lessons that explain what was not right: title and address.
    lessons: Vec<(String, String)>,
    /// Why asking stopped.
    why: String,
    steps: Vec<StepLine>,
}

struct StepLine {
    text: String,
    /// What was answered, in words; none when it was not known.
    answer: Option<String>,
    word: String,
    class: &'static str,
    estimate: String,
}

pub async fn get_result(
    request: HttpRequest,
    id: web::Path<String>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let bound = taking::own(&app, &mut *db.get().await?, viewer.account, taking::read_id(&id)?).await?;
    let (placement, language) = (&bound.placement, browser::language(&request));
    if placement.state == State::Open {
        return Ok(go_to(&here(&bound)));
    }
    let taught = app.course.taught();
    let level = taught.curriculum.level(placement.level).map(|rules| rules.names.get(language).to_owned());
    let line = |subject: &Subject| subject_line(&bound, subject, language);
    let result = ResultPage {
        page: Page::new(&request, Some(&viewer), t!(language, "placement-result-title")),
        level: level.unwrap_or_default(),
        level_link: format!("/levels/{}", placement.level),
        again: format!("/levels/{}/placement", placement.level),
        proven: placement.verdicts.0.values().filter(|decided| decided.verdict == Verdict::Proven).count(),
        subjects: placement.subjects.0.iter().filter_map(line).collect(),
    };
    show(&result, language)
}

fn subject_line(bound: &Bound, subject: &Subject, language: Language) -> Option<SubjectLine> {
    let code = &subject.competency;
    let edition = bound.editions.get(code)?;
    let difficulties = bound.banks.get(code)?.difficulties();
    let decided = bound.placement.verdicts.0.get(code);
    let steps = bound.placement.steps_of(code);
    let answered: Vec<(&Answered, &Question)> =
        steps.filter_map(|step| Some((step.answered.as_ref()?, bound.question(step)?))).collect();
    let (word, class) = word(decided, language);
    let mut lessons: Vec<(String, String)> = Vec::new();
    for (answered, question) in &answered {
        lessons.extend(lesson(edition, question, language).filter(|one| !answered.right && !lessons.contains(one)));
    }
    let line = |(answered, question): &(&Answered, &Question)| step_line(answered, question, &difficulties, language);
    Some(SubjectLine {
        name: edition.module.title.get(language).to_owned(),
        word,
        class,
        next: match decided.map(|decided| decided.verdict) {
            Some(Verdict::Proven) => (format!("/modules/{code}/quiz"), t!(language, "to-the-quiz")),
            Some(Verdict::Partly | Verdict::ToLearn) | None => {
                (format!("/modules/{code}"), t!(language, "placement-to-lessons"))
            }
        },
        lessons,
        why: why(decided, answered.len(), language),
        steps: answered.iter().map(line).collect(),
    })
}

/// What was found, in words and as the class that shows it.
pub(super) fn word(decided: Option<&Decided>, language: Language) -> (String, &'static str) {
    match decided.map(|decided| decided.verdict) {
        Some(Verdict::Proven) => (t!(language, "placement-proven"), "completed"),
        Some(Verdict::Partly) => (t!(language, "placement-partly"), "in-progress"),
        Some(Verdict::ToLearn) => (t!(language, "placement-to-learn"), "not-started"),
        None => (t!(language, "placement-open-subject"), "not-started"),
    }
}

fn why(decided: Option<&Decided>, count: usize, language: Language) -> String {
    match decided.map(|decided| (decided.verdict, decided.reason)) {
        Some((Verdict::Proven, _)) => t!(language, "placement-why-proven", count = count),
        Some((Verdict::ToLearn, _)) => t!(language, "placement-why-to-learn", count = count),
        Some((Verdict::Partly, Reason::Exhausted)) => t!(language, "placement-why-exhausted", count = count),
        Some((Verdict::Partly, Reason::Limit | Reason::Clear)) => t!(language, "placement-why-partly", count = count),
        None if count == 0 => t!(language, "placement-why-not-asked"),
        None => t!(language, "placement-why-stopped", count = count),
    }
}

fn lesson(edition: &Edition, question: &Question, language: Language) -> Option<(String, String)> {
    edition.lesson_link(question.read_slug()?, language)
}

fn step_line(answered: &Answered, question: &Question, difficulties: &[f64], language: Language) -> StepLine {
    // In whole percents: more would feign an exactness that the standard error denies.
    let percent =
        |ability: f64| locale::percent(language, (expected_share(ability, difficulties) * 100.0).round() / 100.0);
    let (word, class) = match (&answered.answer, answered.right) {
        (None, _) => (t!(language, "placement-said-unknown"), "untouched"),
        (Some(_), true) => (t!(language, "verdict-right"), "right"),
        (Some(_), false) => (t!(language, "verdict-wrong"), "wrong"),
    };
    StepLine {
        text: question.text.get(language).to_owned(),
        answer: answered.answer.as_ref().map(|answer| given::words(question, answer, language)),
        word,
        class,
        estimate: t!(
            language,
            "placement-estimate",
            share = percent(answered.ability),
            low = percent(answered.ability - answered.error),
            high = percent(answered.ability + answered.error)
        ),
    }
}
