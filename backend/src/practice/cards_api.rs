//! The REST door to one's own cards: the same as the pages of practice, for clients that shuffle and lay out by themselves.

use super::{
    cards::{self, CardId, Shown},
    deck,
    schedule::Standing,
};
use crate::{
    app::App,
    identity::{
        access::{Db, SignedIn},
        browser,
    },
    input::{Body, Query},
    locale,
    problem::{Answer, Issue, Kind, Problem, Reason},
    quizzes::{
        answers, layout, marking,
        practice::{Answered, as_in_a_lesson},
        review::review,
    },
    routes::API,
};
use actix_web::{HttpRequest, HttpResponse, http::header, web};
use chrono::NaiveDate;
use serde_json::{Value, json};

/// How many cards an answer holds at most.
const MOST: usize = 100;

/// Which cards are wanted.
#[derive(Clone, Copy)]
enum Which {
    Due,
    Waiting,
    Resting,
}

impl Which {
    fn parse(word: &str) -> Result<Self, Reason> {
        match word {
            "due" => Ok(Self::Due),
            "waiting" => Ok(Self::Waiting),
            "resting" => Ok(Self::Resting),
            _ => Err(Reason::NotOffered),
        }
    }

    fn holds(self, standing: Standing, today: NaiveDate) -> bool {
        match self {
            Self::Due => standing.is_due(today),
            Self::Waiting => standing.due().is_some() && !standing.is_due(today),
            Self::Resting => standing == Standing::Resting,
        }
    }
}

pub async fn get_cards(
    request: HttpRequest,
    SignedIn(viewer): SignedIn,
    Query(mut query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let which = query.take_optional("status", Which::parse).unwrap_or(Which::Due);
    query.finish()?;
    let deck = deck::deck(&app, &mut *db.get().await?, viewer.account).await?;
    let (language, today) = (browser::language(&request), locale::day(app.clock.now()));
    let one = |shown: &Shown| {
        let (question, id) = (shown.question(), &shown.card.id);
        let mut one = json!({
            "module": id.module, "href": format!("{API}/me/practiceCards/{}/{}", id.module, id.question),
            "rule": layout::rule(&question.body, language), "question": as_in_a_lesson(question).shown(question, language),
        });
        tell(&mut one, shown.card.standing);
        one
    };
    let wanted = deck.iter().filter(|shown| which.holds(shown.card.standing, today));
    let items: Vec<Value> = wanted.take(MOST).map(one).collect();
    let mut body =
        json!({"dueToday": deck.iter().filter(|shown| shown.card.standing.is_due(today)).count(), "items": items});
    if let cards::Ahead::Later { day, .. } = cards::ahead(&deck, today) {
        body["nextDue"] = json!(day);
    }
    Ok(HttpResponse::Ok().insert_header((header::CONTENT_LANGUAGE, language.word())).json(body))
}

fn tell(one: &mut Value, standing: Standing) {
    if let Standing::Waiting { place, due } = standing {
        one["box"] = place.number().into();
        one["due"] = json!(due);
    }
}

/// Marks an answer to one's card and says when it comes back. Sent twice, it counts once.
pub async fn post_answer(
    request: HttpRequest,
    path: web::Path<(String, String)>,
    SignedIn(viewer): SignedIn,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (id, db) = (CardId::at(path.into_inner())?, &mut *db.get().await?);
    let deck = deck::deck(&app, db, viewer.account).await?;
    let shown = deck::find(&deck, &id)?;
    // The answer that let it rest may arrive once more.
    let today = locale::day(app.clock.now());
    let is_repeated = shown.card.answered.as_ref().is_some_and(|answered| locale::day(answered.at) == today);
    if shown.card.standing == Standing::Resting && !is_repeated {
        return Err(Kind::ResourceNotFound.into());
    }
    let (question, language) = (shown.question(), browser::language(&request));
    let drawn = as_in_a_lesson(question);
    let answer = answers::from_json(question, drawn.unveil(question, body.into_rest())).map_err(Problem::input)?;
    if !answers::is_complete(question, &answer) {
        return Err(Problem::input(vec![Issue::body(answers::property(&question.body), Reason::Incomplete)]));
    }
    let points = marking::mark(question, Some(&answer));
    let mut told = json!(review(question, &drawn.shown, Some(&answer), points, language));
    told["id"] = json!(id.question);
    told["answer"] = drawn.veil(&answer);
    let given = Answered { given: Value::Null, answer, points };
    let mut body = json!({ "review": told });
    tell(&mut body, deck::answer(&app, db, viewer.account, &shown.card, given).await?);
    Ok(HttpResponse::Ok().insert_header((header::CONTENT_LANGUAGE, language.word())).json(body))
}

/// Lets a question come back from tomorrow on.
pub async fn put_card(
    path: web::Path<(String, String)>,
    SignedIn(viewer): SignedIn,
    Body(body): Body,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    body.finish()?;
    deck::repeat(&app, &mut *db.get().await?, viewer.account, &CardId::at(path.into_inner())?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Puts a card away.
pub async fn delete_card(
    path: web::Path<(String, String)>,
    SignedIn(viewer): SignedIn,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    deck::put_away(&app, &mut *db.get().await?, viewer.account, &CardId::at(path.into_inner())?).await?;
    Ok(HttpResponse::NoContent().finish())
}
