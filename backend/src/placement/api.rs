//! The REST door to placement tests.

use super::{
    Placement, State, Step,
    rasch::expected_share,
    stopping::MOST,
    store,
    taking::{self, Bound, COMPETENCIES, Wanted},
};
use crate::{
    app::App,
    brevets,
    competencies::Level,
    identity::{
        access::{Db, SignedIn},
        browser,
    },
    input::{Body, Query},
    locale::Language,
    problem::{Answer, Kind, Reason},
    quizzes::layout,
    routes::API,
};
use actix_web::{HttpRequest, HttpResponse, http::header, web};
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub async fn post_placement(
    request: HttpRequest,
    level: web::Path<String>,
    SignedIn(viewer): SignedIn,
    Body(mut body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let level = level.parse().map_err(|()| Kind::ResourceNotFound)?;
    let language = body.take_optional("language", |text| text.parse::<Language>().map_err(|()| Reason::NotOffered));
    let competencies = body.take_texts(COMPETENCIES).map(BTreeSet::from_iter);
    body.finish()?;
    let language = language.unwrap_or_else(|| browser::language(&request));
    let db = &mut *db.get().await?;
    let held = brevets::store::held_levels(db, viewer.account, app.clock.now()).await?;
    let wanted = Wanted { level, language, competencies, held: &held };
    let (bound, begun) = taking::begin(&app, db, viewer.account, wanted).await?;
    let mut answer = if begun { HttpResponse::Created() } else { HttpResponse::Ok() };
    Ok(answer
        .insert_header((header::LOCATION, format!("{API}/placements/{}", bound.placement.id)))
        .insert_header((header::CONTENT_LANGUAGE, language.word()))
        .json(whole(&bound, language)))
}

pub async fn get_placement(
    request: HttpRequest,
    id: web::Path<String>,
    SignedIn(viewer): SignedIn,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    let bound = taking::own(&app, &mut *db.get().await?, viewer.account, taking::read_id(&id)?).await?;
    Ok(told(&request, &bound))
}

fn told(request: &HttpRequest, bound: &Bound) -> HttpResponse {
    let language = browser::asked_language(request).unwrap_or(bound.placement.language);
    HttpResponse::Ok().insert_header((header::CONTENT_LANGUAGE, language.word())).json(whole(bound, language))
}

/// Takes the answer to a question and gives the next one, or the result.
pub async fn put_answer(
    request: HttpRequest,
    path: web::Path<(String, usize)>,
    SignedIn(viewer): SignedIn,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let ((id, number), db) = (path.into_inner(), &mut *db.get().await?);
    let bound = taking::own(&app, db, viewer.account, taking::read_id(&id)?).await?;
    let given = bound.read(number, body.into_rest())?;
    Ok(told(&request, &taking::answer(&app, db, bound, number, given).await?))
}

/// Ends a placement where it stands.
pub async fn post_completion(
    request: HttpRequest,
    id: web::Path<String>,
    SignedIn(viewer): SignedIn,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    body.finish()?;
    let db = &mut *db.get().await?;
    let bound = taking::own(&app, db, viewer.account, taking::read_id(&id)?).await?;
    Ok(told(&request, &taking::end(&app, db, bound).await?))
}

pub async fn get_placements(SignedIn(viewer): SignedIn, Query(query): Query, db: Db) -> Answer {
    query.finish()?;
    let record = store::record(&mut *db.get().await?, viewer.account).await?;
    let one = |head: &store::Head| {
        let mut one = json!({
            "id": head.id, "href": format!("{API}/placements/{}", head.id), "level": head.level,
            "status": if head.finished_at.is_some() { "finished" } else { "open" }, "startedAt": head.started_at,
            "verdicts": head.verdicts.0.iter().map(|(code, decided)| (code.clone(), json!(decided.verdict)))
                .collect::<serde_json::Map<_, _>>(),
        });
        if let Some(at) = head.finished_at {
            one["finishedAt"] = json!(at);
        }
        one
    };
    let items: Vec<Value> = record.placements.iter().map(one).collect();
    Ok(HttpResponse::Ok().json(json!({ "items": items, "declined": record.declined })))
}

/// Takes the offer of a level away.
pub async fn put_decline(
    level: web::Path<String>,
    SignedIn(viewer): SignedIn,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    body.finish()?;
    let level: Level = level.parse().map_err(|()| Kind::ResourceNotFound)?;
    store::decline(&mut *db.get().await?, viewer.account, level, app.clock.now()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A placement: while it is open with its question, then with all that was asked and found.
fn whole(bound: &Bound, language: Language) -> Value {
    let placement = &bound.placement;
    let mut body = json!({
        "id": placement.id, "href": format!("{API}/placements/{}", placement.id), "level": placement.level,
        "language": language, "startedAt": placement.started_at, "answered": placement.answered(),
        "mostPerSubject": MOST, "subjects": subjects(placement),
    });
    match (placement.state, placement.open_step()) {
        (State::Finished { at }, _) => {
            body["status"] = "finished".into();
            body["finishedAt"] = json!(at);
            body["trace"] = (1..).zip(&placement.steps.0).filter_map(|asked| traced(bound, asked, language)).collect();
        }
        (State::Open, open) => {
            body["status"] = "open".into();
            if let Some((number, step)) = open {
                body["question"] = asked(bound, number, step, language);
            }
        }
    }
    body
}

fn subjects(placement: &Placement) -> Vec<Value> {
    let one = |subject: &super::Subject| {
        let asked = placement.steps_of(&subject.competency).filter(|step| step.answered.is_some()).count();
        let mut one = json!({"competency": subject.competency, "asked": asked, "cut": subject.cut});
        if let Some(decided) = placement.verdicts.0.get(&subject.competency) {
            one["verdict"] = json!(decided.verdict);
            one["reason"] = json!(decided.reason);
        }
        one
    };
    placement.subjects.0.iter().map(one).collect()
}

fn asked(bound: &Bound, number: usize, step: &Step, language: Language) -> Value {
    let mut one = json!({
        "number": number, "competency": step.competency,
        "answers": format!("{API}/placements/{}/answers/{number}", bound.placement.id),
    });
    if let Some(question) = bound.question(step) {
        one["rule"] = layout::rule(&question.body, language).into();
        one["question"] = step.drawn.shown(question, language);
    }
    one
}

/// A question that was answered, without its key.
fn traced(bound: &Bound, (number, step): (usize, &Step), language: Language) -> Option<Value> {
    let (answered, question) = (step.answered.as_ref()?, bound.question(step)?);
    let bank = bound.banks.get(&step.competency)?;
    let mut one = json!({
        "number": number, "competency": step.competency, "difficulty": step.difficulty,
        "question": step.drawn.shown(question, language), "right": answered.right, "answeredAt": answered.at,
        "ability": answered.ability, "standardError": answered.error, "evidence": answered.evidence,
        "expectedShare": expected_share(answered.ability, &bank.difficulties()),
    });
    match &answered.answer {
        Some(answer) => one["answer"] = step.drawn.veil(answer),
        None => one["answer"] = json!({"unknown": true}),
    }
    Some(one)
}
