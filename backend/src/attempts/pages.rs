//! The pages of a quiz: start, one question a page, check, result.

use super::{
    Attempt, State, as_page_issue, store,
    taking::{self, Bound},
};
use crate::{
    app::App,
    brevets,
    identity::{
        Viewer,
        access::{Anyone, Db, SignedIn},
        browser, pages as identity_pages,
    },
    ids::AttemptId,
    input::{Fields, Form},
    locale::{self, Language},
    page::{Page, go_to, show, show_again},
    problem::{Answer, Issue, Kind, Reason},
    quizzes::{Body, Question, answers::parse_number, drawing::Drawn, review},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;
use serde_json::{Map, Value, json};

struct PastAttempt {
    link: String,
    date: String,
    score: String,
    passed: bool,
}

#[derive(Template)]
#[template(path = "attempts/start.html")]
struct StartPage {
    page: Page,
    code: String,
    module: String,
    questions: usize,
    pass_mark: i32,
    has_open: bool,
    locked: bool,
    past: Vec<PastAttempt>,
}

pub async fn get_quiz(
    request: HttpRequest,
    code: web::Path<String>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (language, taught) = (browser::language(&request), app.course.taught());
    let (competency, edition) = taught.edition(&code).ok_or(Kind::ResourceNotFound)?;
    let rules = taught.curriculum.level(competency.level).ok_or(Kind::ResourceNotFound)?;
    let db = &mut *db.get().await?;
    let held = brevets::store::held_levels(db, viewer.account, locale::day(app.clock.now())).await?;
    let attempts = store::attempts_at(db, viewer.account, &code).await?;
    let module = edition.module.title.get(language).to_string();
    let page = Page::new(&request, Some(&viewer), t!(language, "quiz-title", module = module.as_str()));
    let past = attempts
        .iter()
        .filter_map(|attempt| {
            let State::Submitted(submission) = &attempt.state else { return None };
            Some(PastAttempt {
                link: format!("/attempts/{}/result", attempt.id),
                date: page.date(&submission.at),
                score: page.percent(&submission.score),
                passed: submission.passed,
            })
        })
        .collect();
    let start = StartPage {
        page,
        code: code.into_inner(),
        module,
        questions: edition.module.blueprint.length(),
        pass_mark: rules.pass_mark,
        has_open: attempts.iter().any(|attempt| attempt.state == State::Open),
        locked: rules.requires.is_some_and(|required| !held.contains(&required)),
        past,
    };
    show(&start, language)
}

pub async fn post_quiz(
    request: HttpRequest,
    code: web::Path<String>,
    _: Form,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let db = &mut *db.get().await?;
    let held = brevets::store::held_levels(db, viewer.account, locale::day(app.clock.now())).await?;
    let (bound, _) = taking::start(&app, db, viewer.account, &code, browser::language(&request), &held).await?;
    Ok(go_to(&here(&bound.attempt)))
}

/// Where an attempt goes on.
fn here(attempt: &Attempt) -> String {
    match (&attempt.state, attempt.first_unanswered()) {
        (State::Submitted(_), _) => format!("/attempts/{}/result", attempt.id),
        (State::Open, Some(number)) => format!("/attempts/{}/questions/{number}", attempt.id),
        (State::Open, None) => format!("/attempts/{}/check", attempt.id),
    }
}

fn parse_id(text: &str) -> Result<AttemptId, Kind> {
    text.parse().map_err(|_| Kind::ResourceNotFound)
}

pub async fn get_attempt(id: web::Path<String>, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let bound = taking::find(&app, &mut *db.get().await?, viewer.account, parse_id(&id)?).await?;
    Ok(go_to(&here(&bound.attempt)))
}

/// A part of a question that the learner ticks, chooses, places or pairs.
struct Part {
    key: String,
    text: String,
    /// Ticked, or the chosen value of its list.
    chosen: Option<String>,
}

#[derive(Template)]
#[template(path = "attempts/question.html")]
struct QuestionPage {
    page: Page,
    attempt: String,
    module: String,
    number: usize,
    of: usize,
    kind: &'static str,
    text: String,
    rule: String,
    parts: Vec<Part>,
    /// What each part can be given: the places of an ordering, the right sides of a matching.
    choices: Vec<(String, String)>,
    typed: String,
    unit: String,
    saved: Option<String>,
    scenes: Vec<TakenScene>,
    back: String,
    to_check: bool,
}

/// A scene of a scenario that the learner has passed.
struct TakenScene {
    text: String,
    said: String,
}

fn question_page(
    request: &HttpRequest,
    viewer: &Viewer,
    bound: &Bound,
    number: usize,
    given: &Value,
    issues: &[Issue],
) -> Result<QuestionPage, Kind> {
    let (language, attempt) = (browser::language(request), &bound.attempt);
    let at = number.checked_sub(1).ok_or(Kind::ResourceNotFound)?;
    let (drawn, question) = attempt.questions(&bound.edition).nth(at).ok_or(Kind::ResourceNotFound)?;
    let shown = drawn.shown(question, language);
    let mut page = Page::new(request, Some(viewer), question.text.get(language).to_string()).with_issues(issues);
    page.language_form = Some("answer");
    let saved = attempt.answer(&drawn.question).map(|saved| page.time(&saved.saved_at));
    let (parts, choices, scenes) = parts(question, &shown, given, language);
    Ok(QuestionPage {
        attempt: attempt.id.to_string(),
        module: bound.edition.module.title.get(language).to_string(),
        number,
        of: attempt.draw.0.len(),
        kind: question.body.kind(),
        text: question.text.get(language).to_string(),
        rule: rule(&question.body, language),
        parts,
        choices,
        typed: match &given["number"] {
            Value::String(typed) => typed.clone(),
            Value::Number(number) => written_number(number.as_f64().unwrap_or_default(), language),
            _ => String::new(),
        },
        unit: shown["unit"].as_str().unwrap_or_default().to_string(),
        saved,
        scenes,
        back: match number {
            1 => format!("/modules/{}/quiz", attempt.competency),
            _ => format!("/attempts/{}/questions/{}", attempt.id, number - 1),
        },
        to_check: request.query_string().contains("then=check"),
        page,
    })
}

fn written_number(number: f64, language: Language) -> String {
    match language {
        Language::En => number.to_string(),
        Language::Nl | Language::Fr | Language::De => number.to_string().replace('.', ","),
    }
}

/// How the question is marked, told before it is answered.
fn rule(body: &Body, language: Language) -> String {
    match body {
        Body::SingleChoice { .. } => t!(language, "rule-single-choice"),
        Body::MultipleChoice { .. } => t!(language, "rule-multiple-choice"),
        Body::Ordering { .. } => t!(language, "rule-ordering"),
        Body::Matching { .. } => t!(language, "rule-matching"),
        Body::Numeric { .. } => t!(language, "rule-numeric"),
        Body::Scenario(_) => t!(language, "rule-scenario"),
    }
}

type Laid = (Vec<Part>, Vec<(String, String)>, Vec<TakenScene>);

fn parts(question: &Question, shown: &Value, given: &Value, language: Language) -> Laid {
    let list = |name: &str| shown[name].as_array().cloned().unwrap_or_default();
    let text = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_string();
    let holds = |name: &str, key: &str| match &given[name] {
        Value::String(one) => one == key,
        Value::Array(many) => many.iter().any(|one| one == key),
        _ => false,
    };
    match &question.body {
        Body::SingleChoice { .. } | Body::MultipleChoice { .. } => {
            let part = |option: &Value| {
                let key = text(option, "key");
                let chosen = (holds("option", &key) || holds("options", &key)).then(String::new);
                Part { text: text(option, "text"), chosen, key }
            };
            (list("options").iter().map(part).collect(), Vec::new(), Vec::new())
        }
        Body::Ordering { .. } => {
            let items = list("items");
            let places = (1..=items.len()).map(|place| (place.to_string(), place.to_string())).collect();
            let part = |item: &Value| {
                let key = text(item, "key");
                let order = given["order"].as_array().map(Vec::as_slice).unwrap_or_default();
                let place = order.iter().position(|one| one == key.as_str()).map(|at| (at + 1).to_string());
                let chosen = place.or_else(|| given["places"][&key].as_str().map(str::to_string));
                Part { text: text(item, "text"), chosen, key }
            };
            (items.iter().map(part).collect(), places, Vec::new())
        }
        Body::Matching { .. } => {
            let right = list("right").iter().map(|one| (text(one, "key"), text(one, "text"))).collect();
            let part = |left: &Value| {
                let key = text(left, "key");
                let chosen = given["pairs"][&key].as_str().map(str::to_string);
                Part { text: text(left, "text"), chosen, key }
            };
            (list("left").iter().map(part).collect(), right, Vec::new())
        }
        Body::Numeric { .. } => Laid::default(),
        Body::Scenario(scenario) => {
            let path: Vec<String> = serde_json::from_value(given["choices"].clone()).unwrap_or_default();
            let Some(progress) = scenario.follow(&path) else { return Laid::default() };
            let taken = progress.taken.iter().map(|(scene, choice)| TakenScene {
                text: scenario.scenes[*scene].text.get(language).to_string(),
                said: choice.text.get(language).to_string(),
            });
            let mut taken: Vec<TakenScene> = taken.collect();
            let scene = &scenario.scenes[progress.scene];
            taken.push(TakenScene { text: scene.text.get(language).to_string(), said: String::new() });
            let part = |choice: &crate::quizzes::scenario::SceneChoice| Part {
                key: choice.key.clone(),
                text: choice.text.get(language).to_string(),
                chosen: None,
            };
            (scene.choices.iter().map(part).collect(), Vec::new(), taken)
        }
    }
}

/// What was saved for a question, in the keys that are shown.
fn saved_answer(attempt: &Attempt, drawn: &Drawn) -> Value {
    attempt.answer(&drawn.question).map(|saved| drawn.veil(&saved.answer)).unwrap_or_default()
}

pub async fn get_question(
    request: HttpRequest,
    path: web::Path<(String, usize)>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (id, number) = path.into_inner();
    let bound = taking::find(&app, &mut *db.get().await?, viewer.account, parse_id(&id)?).await?;
    if bound.attempt.state != State::Open {
        return Ok(go_to(&here(&bound.attempt)));
    }
    let drawn = bound.attempt.draw.0.get(number.wrapping_sub(1)).ok_or(Kind::ResourceNotFound)?;
    let given = saved_answer(&bound.attempt, drawn);
    show(&question_page(&request, &viewer, &bound, number, &given, &[])?, browser::language(&request))
}

/// A question's form as the fields of an answer. Err with what was typed when the form cannot be one.
fn read_form(
    question: &Question,
    fields: &Fields,
    saved: &Value,
    language: Language,
) -> Result<Map<String, Value>, (Value, Issue)> {
    let missing = |given: Value| (given, Issue::body("answer", Reason::Missing));
    let one = |name: &str| fields.get(name).filter(|value| !value.trim().is_empty());
    let answer = match &question.body {
        Body::SingleChoice { .. } => json!({"option": one("option").ok_or_else(|| missing(Value::Null))?}),
        Body::MultipleChoice { .. } => {
            let ticked: Vec<&str> = fields.all("options").collect();
            if ticked.is_empty() {
                return Err(missing(Value::Null));
            }
            json!({"options": ticked})
        }
        Body::Ordering { items } => {
            let places: Map<String, Value> = fields
                .0
                .iter()
                .filter_map(|(name, value)| Some((name.strip_prefix("place-")?.to_string(), value.as_str().into())))
                .collect();
            let at =
                |place: usize| places.iter().filter(move |(_, value)| **value == place.to_string()).map(|(key, _)| key);
            let order: Vec<&String> = (1..=items.len()).flat_map(at).collect();
            let chosen = places.values().filter(|value| *value != "").count();
            let once = (1..=items.len()).all(|place| at(place).count() <= 1);
            if !once || order.len() < items.len() {
                let reason = match (chosen, once) {
                    (0, _) => Reason::Missing,
                    (_, false) => Reason::Repeated,
                    (_, true) => Reason::Incomplete,
                };
                return Err((json!({ "places": places }), Issue::body("answer", reason)));
            }
            json!({ "order": order })
        }
        Body::Matching { .. } => {
            let given = fields.0.iter().filter(|(_, value)| !value.is_empty());
            let pairs: Map<String, Value> = given
                .filter_map(|(name, value)| Some((name.strip_prefix("pair-")?.to_string(), value.as_str().into())))
                .collect();
            if pairs.is_empty() {
                return Err(missing(Value::Null));
            }
            json!({ "pairs": pairs })
        }
        Body::Numeric { .. } => {
            let typed = one("number").ok_or_else(|| missing(Value::Null))?;
            let number = parse_number(typed, language != Language::En);
            json!({"number": number.ok_or_else(|| (json!({"number": typed}), Issue::body("answer", Reason::NotANumber)))?})
        }
        Body::Scenario(_) => {
            let mut path = if fields.get("again").is_some() {
                Vec::new()
            } else {
                saved["choices"].as_array().cloned().unwrap_or_default()
            };
            match one("choice") {
                Some(choice) => path.push(choice.into()),
                None if fields.get("again").is_none() && path.is_empty() => return Err(missing(Value::Null)),
                None => {}
            }
            json!({ "choices": path })
        }
    };
    match answer {
        Value::Object(answer) => Ok(answer),
        other => Err(missing(other)),
    }
}

/// Saves the answer and goes on. A session that ended meanwhile keeps the answer until the next sign-in.
pub async fn post_question(
    request: HttpRequest,
    path: web::Path<(String, usize)>,
    Form(fields): Form,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let Some(viewer) = viewer else { return identity_pages::sign_in_and_go_on(&request, &fields) };
    let (id, number) = path.into_inner();
    let (language, db) = (browser::language(&request), &mut *db.get().await?);
    let bound = taking::find(&app, db, viewer.account, parse_id(&id)?).await?;
    if bound.attempt.state != State::Open {
        return Ok(go_to(&here(&bound.attempt)));
    }
    let found = bound.attempt.questions(&bound.edition).nth(number.wrapping_sub(1));
    let (drawn, question) = found.ok_or(Kind::ResourceNotFound)?;
    let switch = fields.get("lang").and_then(|language| language.parse::<Language>().ok());
    let given = read_form(question, &fields, &saved_answer(&bound.attempt, drawn), language);
    let refused = match given {
        Ok(answer) => match taking::answer(&app, db, &bound, question.id.as_str(), answer.clone()).await {
            Ok(_) => None,
            Err(problem) if problem.kind == Kind::BadRequest => Some((Value::Object(answer), problem.issues)),
            Err(problem) => return Err(problem),
        },
        Err((given, issue)) => Some((given, vec![issue])),
    };
    match (refused, switch) {
        // A change of language saves what can be saved and stays on the question.
        (_, Some(other)) => Ok(go_to(&format!("/attempts/{id}/questions/{number}?lang={other}"))),
        (Some((given, issues)), None) => {
            let issues: Vec<Issue> = issues.iter().map(as_page_issue).collect();
            show_again(&question_page(&request, &viewer, &bound, number, &given, &issues)?, language)
        }
        (None, None) => Ok(go_to(&after(&bound, question, number, &fields))),
    }
}

fn after(bound: &Bound, question: &Question, number: usize, fields: &Fields) -> String {
    let id = bound.attempt.id;
    let stays = matches!(&question.body, Body::Scenario(_))
        && (fields.get("choice").is_some() || fields.get("again").is_some());
    if stays {
        return format!("/attempts/{id}/questions/{number}");
    }
    let last = number >= bound.attempt.draw.0.len();
    if last || fields.get("then") == Some("check") {
        format!("/attempts/{id}/check")
    } else {
        format!("/attempts/{id}/questions/{}", number + 1)
    }
}

struct CheckLine {
    number: usize,
    text: String,
    answered: bool,
    link: String,
}

#[derive(Template)]
#[template(path = "attempts/check.html")]
struct CheckPage {
    page: Page,
    attempt: String,
    module: String,
    lines: Vec<CheckLine>,
    unanswered: usize,
}

pub async fn get_check(
    request: HttpRequest,
    id: web::Path<String>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let language = browser::language(&request);
    let bound = taking::find(&app, &mut *db.get().await?, viewer.account, parse_id(&id)?).await?;
    if bound.attempt.state != State::Open {
        return Ok(go_to(&here(&bound.attempt)));
    }
    let lines: Vec<CheckLine> = (1..)
        .zip(bound.attempt.questions(&bound.edition))
        .map(|(number, (drawn, question))| CheckLine {
            number,
            text: question.text.get(language).to_string(),
            answered: bound.attempt.answer(&drawn.question).is_some(),
            link: format!("/attempts/{id}/questions/{number}?then=check"),
        })
        .collect();
    let check = CheckPage {
        page: Page::new(&request, Some(&viewer), t!(language, "check-title")),
        attempt: id.into_inner(),
        module: bound.edition.module.title.get(language).to_string(),
        unanswered: lines.iter().filter(|line| !line.answered).count(),
        lines,
    };
    show(&check, language)
}

pub async fn post_submission(
    id: web::Path<String>,
    _: Form,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let attempt = brevets::award::submit_attempt(&app, &mut *db.get().await?, viewer.account, parse_id(&id)?).await?;
    Ok(go_to(&here(&attempt)))
}

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

pub async fn get_result(
    request: HttpRequest,
    id: web::Path<String>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let language = browser::language(&request);
    let db = &mut *db.get().await?;
    let bound = taking::find(&app, db, viewer.account, parse_id(&id)?).await?;
    let State::Submitted(submission) = &bound.attempt.state else { return Ok(go_to(&here(&bound.attempt))) };
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
        module: bound.edition.module.title.get(language).to_string(),
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
        Some((lesson.title.get(language).to_string(), format!("/modules/{}/lessons/{slug}", bound.attempt.competency)))
    });
    Reviewed {
        number,
        text: review.text,
        points: page.percent(&review.points),
        full: review.points >= 1.0,
        parts: review.parts.into_iter().map(part).collect(),
        explanation: question.explanation.as_ref().map(|explanation| explanation.get(language).to_string()),
        read,
    }
}
