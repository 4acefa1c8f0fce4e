//! The page on which a refresher is begun; its questions and its result have the pages of a quiz.

use super::{
    accommodation_store,
    history_pages::past,
    pages::{StartPage, Waiting, here, open_of},
    policy::Policy,
    policy_words, store,
};
use crate::{
    app::App,
    brevets::{number::BrevetNumber, renewal, renewing},
    identity::{
        access::{Db, SignedIn},
        browser,
    },
    input::Form,
    locale,
    page::{Page, go_to, show},
    problem::{Answer, Kind},
    t,
};
use actix_web::{HttpRequest, web};

pub async fn get_renewal(
    request: HttpRequest,
    number: web::Path<String>,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let language = browser::language(&request);
    let named = BrevetNumber::parse(&number).map_err(|_| Kind::ResourceNotFound)?;
    let db = &mut *db.get().await?;
    let record = renewing::record(db, viewer.account).await?;
    let (rules, terms) = renewing::terms(&app, &record, &named)?;
    let refreshers = store::refreshers(db, viewer.account, rules.level, store::MOST_SHOWN).await?;
    let level = rules.names.get(language);
    let page = Page::new(&request, Some(&viewer), t!(language, "refresher-title", level = level));
    let next = renewal::next_last_day(terms.last_day, locale::day(app.clock.now()), rules.validity_months);
    let renewed = match next {
        Some(day) => t!(language, "refresher-renews-until", day = page.day(&day)),
        None => t!(language, "refresher-renews-for-good"),
    };
    let policy = Policy::of_refresher(&rules, terms.pass_mark);
    let granted = accommodation_store::accommodation(db, viewer.account).await?;
    let open = open_of(&refreshers);
    let (questions, pass_mark) = match open {
        Some(open) => (open.draw.0.len(), open.pass_mark),
        None => (terms.questions, terms.pass_mark),
    };
    let mut facts = vec![
        t!(language, "refresher-questions", count = questions),
        t!(language, "quiz-pass-mark", mark = pass_mark),
        renewed,
        t!(language, "quiz-no-hurry"),
    ];
    facts.extend(policy_words::beforehand(&policy, &granted, language));
    let start = StartPage {
        back: ("/brevets".to_owned(), t!(language, "brevets-title")),
        action: format!("/brevets/{}/renewal", named.as_str()),
        facts,
        button: match open {
            Some(_) => t!(language, "refresher-go-on-button"),
            None => t!(language, "refresher-start-button"),
        },
        locked: false,
        waiting: Waiting::find(&app, db, &refreshers, &policy, language).await?,
        past: past(&page, &refreshers),
        page,
    };
    show(&start, language)
}

pub async fn post_renewal(
    request: HttpRequest,
    number: web::Path<String>,
    _: Form,
    SignedIn(viewer): SignedIn,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let named = BrevetNumber::parse(&number).map_err(|_| Kind::ResourceNotFound)?;
    let language = browser::language(&request);
    match renewing::start(&app, &mut *db.get().await?, viewer.account, &named, language).await {
        Ok((bound, _)) => Ok(go_to(&here(&bound))),
        Err(problem) if problem.kind == Kind::RetakeTooEarly => {
            Ok(go_to(&format!("/brevets/{}/renewal", named.as_str())))
        }
        Err(problem) => Err(problem),
    }
}
