//! The REST door to the curriculum and the course.

use super::{
    edition::Edition,
    search::{self, Kind as FoundKind},
    search_excerpt::Sought,
    search_spelling::Question,
    search_store::{self, Find},
};
use crate::{
    app::App,
    attempts::learning,
    brevets,
    competencies::{Competency, Level},
    identity::{
        access::{Anyone, Db},
        browser,
    },
    input::Query,
    kept::Kept,
    problem::{Answer, Kind, Reason},
    routes::API,
};
use actix_web::{HttpRequest, HttpResponse, http::header, web};
use serde_json::{Value, json};

pub async fn get_levels(Query(query): Query, app: web::Data<App>) -> Answer {
    query.finish()?;
    let taught = app.course.taught();
    let level = |rules: &crate::competencies::LevelRules| {
        let mut one = json!({
            "code": rules.level, "name": rules.names, "passMark": f64::from(rules.pass_mark) / 100.0,
            "competencies": rules.competencies.iter().map(|competency| competency.code.as_str()).collect::<Vec<_>>(),
        });
        if let Some(required) = rules.requires {
            one["requires"] = json!(required);
        }
        if let Some(months) = rules.validity_months {
            one["validityMonths"] = months.into();
        }
        if let Some(retakes) = &rules.retakes {
            one["retakes"] = json!({"waitMinutes": retakes.wait_minutes, "forgetDays": retakes.forget_days});
        }
        if let Some(renewal) = &rules.renewal {
            one["renewal"] = json!({
                "opensDays": renewal.opens_days, "questions": renewal.questions,
                "passMark": f64::from(renewal.pass_mark) / 100.0, "graceDays": renewal.grace_days,
                "lateQuestions": renewal.late_questions, "reminderDays": renewal.reminder_days,
            });
        }
        if rules.live_sessions > 0 {
            one["liveSessions"] = rules.live_sessions.into();
        }
        one
    };
    Ok(HttpResponse::Ok().json(json!({"items": taught.curriculum.0.iter().map(level).collect::<Vec<_>>()})))
}

pub async fn get_competencies(Query(mut query): Query, app: web::Data<App>) -> Answer {
    let level = query.take_optional("level", level_of);
    query.finish()?;
    let taught = app.course.taught();
    let all = taught.curriculum.0.iter().flat_map(|rules| &rules.competencies);
    let one = |competency: &Competency| {
        let mut one = json!({
            "code": competency.code, "level": competency.level, "name": competency.names, "proof": competency.proof,
        });
        if taught.editions.contains_key(&competency.code) {
            one["module"] = format!("{API}/modules/{}", competency.code).into();
        }
        one
    };
    let items: Vec<Value> = all.filter(|c| level.is_none_or(|level| c.level == level)).map(one).collect();
    Ok(HttpResponse::Ok().json(json!({ "items": items })))
}

fn level_of(text: &str) -> Result<Level, Reason> {
    text.parse().map_err(|()| Reason::NotOffered)
}

pub async fn get_modules(
    request: HttpRequest,
    Query(mut query): Query,
    Anyone(viewer): Anyone,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let level = query.take_optional("level", level_of);
    query.finish()?;
    let (language, taught) = (browser::language(&request), app.course.taught());
    let learning = match &viewer {
        Some(viewer) => {
            let db = &mut *db.get().await?;
            let held = brevets::store::held_levels(db, viewer.account, app.clock.now()).await?;
            Some(learning::learning(db, viewer.account, held).await?)
        }
        None => None,
    };
    let one = |(competency, edition): (&Competency, &std::sync::Arc<Edition>)| {
        let mut one = json!({
            "code": competency.code, "href": format!("{API}/modules/{}", competency.code), "level": competency.level,
            "competency": competency.code, "title": edition.module.title.get(language),
            "summary": edition.module.summary.get(language), "edition": edition.number, "minutes": edition.module.minutes,
        });
        if let Some(learning) = &learning {
            one["status"] = json!(learning.status(&competency.code));
        }
        one
    };
    let levels = Level::ALL.iter().filter(|one| level.is_none_or(|level| **one == level));
    let items: Vec<Value> = levels.flat_map(|level| taught.modules(*level)).map(one).collect();
    Ok(HttpResponse::Ok().insert_header((header::CONTENT_LANGUAGE, language.word())).json(json!({ "items": items })))
}

pub async fn get_module(
    request: HttpRequest,
    code: web::Path<String>,
    Query(query): Query,
    app: web::Data<App>,
) -> Answer {
    query.finish()?;
    let (language, taught) = (browser::language(&request), app.course.taught());
    let (competency, edition) = taught.edition(&code).ok_or(Kind::ResourceNotFound)?;
    let lessons = taught.lessons(&code, language).unwrap_or_default();
    let body = edition.json(competency.level, lessons, language).to_string();
    taught.shelf.keep(&request, Kept::new(body, "application/json", language)).await
}

pub async fn get_glossary(Query(query): Query, app: web::Data<App>) -> Answer {
    query.finish()?;
    let taught = app.course.taught();
    let one = |term: &super::glossary::Term| {
        let mut one = json!({"id": term.id, "name": term.names, "explanation": term.explanations});
        if !term.forms.is_empty() {
            one["forms"] = json!(term.forms);
        }
        one
    };
    Ok(HttpResponse::Ok().json(json!({"items": taught.glossary.terms.iter().map(one).collect::<Vec<_>>()})))
}

/// Lessons, modules and terms that hold every word of `q`, the best first.
pub async fn get_search_results(request: HttpRequest, Query(mut query): Query, db: Db) -> Answer {
    let asked = query.take("q", |text| match text.chars().count() {
        ..=search::LONGEST => Ok(text.to_owned()),
        _ => Err(Reason::TooLong(search::LONGEST)),
    });
    query.finish()?;
    let language = browser::language(&request);
    let question = Question::new(&asked.unwrap_or_default(), language);
    let (found, closest) = match question.words.is_empty() {
        true => Default::default(),
        false => search_store::search(&mut *db.get().await?, &question).await?,
    };
    let sought = Sought { question: &question, stems: &found.stems };
    let one = |find: Find| {
        let excerpt: String = sought.excerpt(&find.body).into_iter().map(|piece| piece.text).collect();
        let mut one = json!({"kind": find.kind, "title": find.title, "excerpt": excerpt});
        let (code, lesson) = find.place.split_once('/').unwrap_or((&find.place, ""));
        match find.kind {
            FoundKind::Term => {
                one["term"] = code.into();
                one["href"] = format!("{API}/glossaryTerms").into();
            }
            FoundKind::Module | FoundKind::Lesson => {
                one["module"] = code.into();
                one["href"] = format!("{API}/modules/{code}").into();
            }
        }
        if find.kind == FoundKind::Lesson {
            one["lesson"] = lesson.into();
        }
        one
    };
    let items: Vec<Value> = found.finds.into_iter().map(one).collect();
    let mut body = json!({ "items": items, "total": found.total });
    if let Some(closest) = closest {
        body["closest"] = closest.asked.into();
    }
    Ok(HttpResponse::Ok().insert_header((header::CONTENT_LANGUAGE, language.word())).json(body))
}
