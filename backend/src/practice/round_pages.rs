//! The pages of practice: what comes back and when, and a round of questions one after the other.

use super::{
    cards::{self, Ahead, CardId, Shown},
    deck,
    round::{Round, Turn},
    schedule::Standing,
    store,
};
use crate::{
    app::App,
    identity::{
        Viewer,
        access::{Db, SignedIn},
        browser,
    },
    input::{self, Fields, Form},
    locale::{self, Language},
    page::{Page, PageIssue, go_to, safe_path, show, show_again},
    problem::{Answer, Kind},
    quizzes::{
        asked::AskedQuestion,
        drawing::{self, Drawn},
        form,
        outcome::{self, Outcome},
        practice::{self, Said},
        review::review,
    },
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;
use serde_json::{Value, json};

struct CardLine {
    module: String,
    text: String,
    /// When it comes back, in words; empty when it rests.
    when: String,
    /// Where the form leads that puts it away or brings it back.
    address: String,
}

#[derive(Template)]
#[template(path = "practice/overview.html")]
struct OverviewPage {
    page: Page,
    ahead: String,
    due: usize,
    /// Where the round goes on that was begun today.
    goes_on: Option<String>,
    waiting: Vec<CardLine>,
    resting: Vec<CardLine>,
}

pub async fn get_practice(request: HttpRequest, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let db = &mut *db.get().await?;
    let (deck, round) = (deck::deck(&app, db, viewer.account).await?, store::round(db, viewer.account).await?);
    let (language, today) = (browser::language(&request), locale::day(app.clock.now()));
    let round = round.filter(|round| round.goes_on(&deck, today));
    let ahead = cards::ahead(&deck, today);
    let (waiting, resting): (Vec<&Shown>, Vec<&Shown>) = deck.iter().partition(|one| one.card.standing.due().is_some());
    let line = |one: &Shown| CardLine {
        module: one.edition.module.title.get(language).to_owned(),
        text: one.question().text.get(language).to_owned(),
        when: one.card.standing.due().map(|due| when(due, today, language)).unwrap_or_default(),
        address: format!("/practice/{}/{}", one.card.id.module, one.card.id.question),
    };
    let overview = OverviewPage {
        page: Page::new(&request, Some(&viewer), t!(language, "repeat-title")),
        ahead: ahead.words(language),
        due: if let Ahead::Today(count) = ahead { count } else { 0 },
        goes_on: round.and_then(|round| Some(place_address(round.next(0, &deck)?))),
        waiting: waiting.into_iter().map(line).collect(),
        resting: resting.into_iter().map(line).collect(),
    };
    show(&overview, language)
}

fn when(due: chrono::NaiveDate, today: chrono::NaiveDate, language: Language) -> String {
    if due <= today { t!(language, "repeat-due-today") } else { locale::date(language, due) }
}

fn place_address(place: usize) -> String {
    format!("/practice/round/{place}")
}

/// Begins a round, or goes on with the one of today.
pub async fn post_round(_: Form, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let db = &mut *db.get().await?;
    let (deck, at) = (deck::deck(&app, db, viewer.account).await?, app.clock.now());
    let open = store::round(db, viewer.account).await?.filter(|round| round.goes_on(&deck, locale::day(at)));
    let round = match open {
        Some(round) => round,
        None => {
            let round = Round::of(&deck, at);
            if round.cards.0.is_empty() {
                return Ok(go_to("/practice"));
            }
            store::begin(db, viewer.account, &round).await?;
            round
        }
    };
    Ok(go_to(&round.next(0, &deck).map_or_else(|| "/practice".to_owned(), place_address)))
}

/// A question's place in the learner's round.
struct Place<'a> {
    round: &'a Round,
    deck: &'a [Shown],
    number: usize,
    viewer: &'a Viewer,
}

#[derive(Template)]
#[template(path = "practice/turn.html")]
struct TurnPage {
    page: Page,
    module: String,
    number: usize,
    of: usize,
    asked: AskedQuestion,
    outcome: Option<Outcome>,
    /// When it comes back.
    then: String,
    /// Where the round goes on.
    next: Option<String>,
    put_away: String,
}

pub async fn get_turn(
    request: HttpRequest,
    number: web::Path<usize>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let db = &mut *db.get().await?;
    let Some(round) = store::round(db, viewer.account).await? else { return Ok(go_to("/practice")) };
    let deck = deck::deck(&app, db, viewer.account).await?;
    let place = Place { round: &round, deck: &deck, number: *number, viewer: &viewer };
    let language = browser::language(&request);
    match round.turn(*number, &deck).ok_or(Kind::ResourceNotFound)? {
        Turn::Gone => Ok(go_to(&place.next().unwrap_or_else(|| "/practice/round".to_owned()))),
        Turn::Answered(one, answered) => {
            let drawn = place.drawn(one);
            let mut turn = place.page(&request, one, &drawn.veil(&answered.answer), language);
            turn.asked.is_answered = true;
            let review = review(one.question(), &drawn.shown, Some(&answered.answer), answered.points, language);
            let read = review.read.and_then(|slug| one.edition.lesson_link(slug, language));
            turn.outcome = Some(Outcome::new(one.question(), review, read, language));
            turn.page.language_form = None;
            show(&turn, language)
        }
        Turn::Open(one) => {
            let query = Fields(input::pairs(request.query_string().as_bytes()));
            let given = query.get("path").map(|path| json!({"choices": path.split_whitespace().collect::<Vec<_>>()}));
            show(&place.page(&request, one, &given.unwrap_or_default(), language), language)
        }
    }
}

/// Marks the answer and shows what became of it. Sent twice, it counts once.
pub async fn post_turn(
    request: HttpRequest,
    number: web::Path<usize>,
    Form(fields): Form,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let db = &mut *db.get().await?;
    let Some(round) = store::round(db, viewer.account).await? else { return Ok(go_to("/practice")) };
    let deck = deck::deck(&app, db, viewer.account).await?;
    let place = Place { round: &round, deck: &deck, number: *number, viewer: &viewer };
    let language = browser::language(&request);
    let Turn::Open(one) = round.turn(*number, &deck).ok_or(Kind::ResourceNotFound)? else {
        return Ok(go_to(&place_address(*number)));
    };
    let other = form::switch(&fields);
    match practice::hear(one.question(), &place.drawn(one), &fields, language) {
        Said::SoFar(given) if other.is_some() => place.in_language(&request, one, &given, other.unwrap_or(language)),
        Said::SoFar(given) => Ok(go_to(&place.step(&given))),
        Said::Refused(refused) => {
            let mut turn = place.page(&request, one, &refused.given, language);
            turn.asked.wrong = practice::complaint(&refused.issues, language);
            let field = turn.asked.id.clone();
            turn.page.issues.extend(turn.asked.wrong.clone().map(|text| PageIssue { field, text }));
            show_again(&turn, language)
        }
        Said::Answered(given) => {
            deck::answer(&app, db, viewer.account, &one.card, given).await?;
            Ok(go_to(&place_address(*number)))
        }
    }
}

impl Place<'_> {
    fn drawn(&self, one: &Shown) -> Drawn {
        drawing::alone(one.question(), self.round.seed(self.number))
    }

    fn next(&self) -> Option<String> {
        self.round.next(self.number, self.deck).map(place_address)
    }

    /// The next scene of a situation.
    fn step(&self, given: &Value) -> String {
        let path: Vec<&str> = given["choices"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        format!("{}?path={}#answer-now", place_address(self.number), path.join("+"))
    }

    /// The question in another language, with what was entered.
    fn in_language(&self, request: &HttpRequest, one: &Shown, given: &Value, language: Language) -> Answer {
        let mut answer = show(&self.page(request, one, given, language), language)?;
        answer.add_cookie(&browser::language_cookie(request, language)).map_err(crate::problem::Problem::internal)?;
        Ok(answer)
    }

    fn page(&self, request: &HttpRequest, one: &Shown, given: &Value, language: Language) -> TurnPage {
        let question = one.question();
        let asked = AskedQuestion::new("answer", question, &self.drawn(one), given, language).practised(question);
        let mut page = Page::new(request, Some(self.viewer), asked.text.clone()).speaking(language);
        page.language_form = Some("answer");
        TurnPage {
            page,
            module: one.edition.module.title.get(language).to_owned(),
            number: self.number,
            of: self.round.cards.0.len(),
            asked,
            outcome: None,
            then: match one.card.standing {
                Standing::Waiting { due, .. } => t!(language, "repeat-then", day = locale::date(language, due)),
                Standing::Resting => t!(language, "repeat-learned"),
            },
            next: self.next(),
            put_away: format!("/practice/{}/{}", one.card.id.module, one.card.id.question),
        }
    }
}

struct RoundLine {
    text: String,
    word: String,
    class: &'static str,
    when: String,
    read: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "practice/round.html")]
struct RoundPage {
    page: Page,
    right: usize,
    lines: Vec<RoundLine>,
    ahead: String,
    due: usize,
    /// Where it goes on when it is not over.
    next: Option<String>,
}

/// How the round went, and when the next one is due.
pub async fn get_round(request: HttpRequest, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let db = &mut *db.get().await?;
    let Some(round) = store::round(db, viewer.account).await? else { return Ok(go_to("/practice")) };
    let deck = deck::deck(&app, db, viewer.account).await?;
    let (language, today) = (browser::language(&request), locale::day(app.clock.now()));
    let line = |place: usize| {
        let Some(Turn::Answered(one, answered)) = round.turn(place, &deck) else { return None };
        let (word, class) = outcome::verdict(answered.points, language);
        let read = one.question().read_slug();
        Some(RoundLine {
            text: one.question().text.get(language).to_owned(),
            word,
            class,
            when: match one.card.standing {
                Standing::Waiting { due, .. } => t!(language, "repeat-then", day = locale::date(language, due)),
                Standing::Resting => t!(language, "repeat-learned"),
            },
            read: read.filter(|_| class != "right").and_then(|slug| one.edition.lesson_link(slug, language)),
        })
    };
    let lines: Vec<RoundLine> = (1..=round.cards.0.len()).filter_map(line).collect();
    let ahead = cards::ahead(&deck, today);
    let page = RoundPage {
        page: Page::new(&request, Some(&viewer), t!(language, "repeat-round-title")),
        right: lines.iter().filter(|line| line.class == "right").count(),
        lines,
        ahead: ahead.words(language),
        due: if let Ahead::Today(count) = ahead { count } else { 0 },
        next: round.next(0, &deck).map(place_address),
    };
    show(&page, language)
}

/// Puts a card away, or brings it back; on to where the form stands.
pub async fn post_card(
    path: web::Path<(String, String)>,
    Form(fields): Form,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let (id, db) = (CardId::at(path.into_inner())?, &mut *db.get().await?);
    match fields.get("repeat") {
        Some("yes") => deck::repeat(&app, db, viewer.account, &id).await?,
        _ => deck::put_away(&app, db, viewer.account, &id).await?,
    }
    Ok(go_to(fields.get("then").and_then(safe_path).unwrap_or("/practice")))
}
