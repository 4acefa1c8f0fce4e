//! My learning: what is next, in one sentence and one button, and everything that was begun.

use super::{
    edition::{Edition, Taught},
    pace,
    pages::learning_of,
};
use crate::{
    app::App,
    attempts::{
        learning::{Learning, Status},
        next::NextWords,
        policy_words, waiting,
    },
    brevets::{
        renewal_words::{self, Notice},
        renewing,
    },
    competencies::{Competency, Level},
    identity::{
        access::{Db, SignedIn},
        browser,
    },
    live_sessions,
    locale::{self, Language},
    page::{Page, show},
    placement::offer::{self, Offer, OfferBox},
    practice::{self, cards::Ahead},
    problem::Answer,
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::{DateTime, Utc};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "attempts/learning.html")]
struct LearningPage {
    page: Page,
    next: NextWords,
    begun: Vec<BegunModule>,
    levels: Vec<LevelCard>,
    /// About the brevets that end.
    renewals: Vec<Notice>,
    /// What comes back for practice, in a sentence; none while nothing does.
    repeat: Option<String>,
    /// The placement test of the level, at its start.
    offer: Option<OfferBox>,
    /// About live sessions; none where there are none and none is asked for.
    live_sessions: Option<live_sessions::words::Notice>,
    /// The modules whose lessons may be skipped: name and address of the quiz.
    may_skip: Vec<(String, String)>,
}

/// A module that was begun and is not done.
struct BegunModule {
    title: String,
    link: String,
    /// How much of it is left.
    left: String,
}

struct LevelCard {
    name: String,
    link: String,
    proven: usize,
    of: usize,
    percent: usize,
    /// How much of it is left, for a level that may be begun and is not done.
    left: Option<String>,
}

/// The learner's first page: what is next, in one sentence and one button.
pub async fn get_learning(request: HttpRequest, SignedIn(viewer): SignedIn, app: web::Data<App>, db: Db) -> Answer {
    let (language, taught) = (browser::language(&request), app.course.taught());
    let db = &mut *db.get().await?;
    let (learning, placed) = learning_of(&app, db, &viewer).await?;
    let learning = learning.waiting(waiting::waits(&app, db, viewer.account).await?);
    let learning = learning.seated(live_sessions::store::seats(db, viewer.account, app.clock.now()).await?);
    let renewals = renewal_words::notices(&app, &renewing::record(db, viewer.account).await?, language);
    let at = app.clock.now();
    let ahead = practice::cards::ahead(&practice::deck::deck(&app, db, viewer.account).await?, locale::day(at));
    let repeat = (ahead != Ahead::Nothing).then(|| ahead.words(language));
    let has_basic = learning.held.contains(&Level::Basic);
    let level = if has_basic && taught.is_complete(Level::Expert) { Level::Expert } else { Level::Basic };
    let next = match renewals.iter().find(|notice| notice.is_next()) {
        Some(ended) => renewal(ended, &learning, language, at),
        None => learning.next(&taught, level, at).words(&taught, language, Some(at)),
    };
    let card = |rules: &crate::competencies::LevelRules| {
        let (proven, of) = learning.progress(&taught, rules.level);
        let name = rules.names.get(language).to_owned();
        let minutes = learning.level_left(&taught, rules.level);
        let is_ahead = minutes > 0.0 && learning.locked_by(&taught, rules.level).is_none();
        let left = is_ahead.then(|| t!(language, "time-left-level", time = pace::about(minutes, language)));
        let link = format!("/levels/{}", rules.level);
        LevelCard { name, link, proven, of, percent: proven * 100 / of.max(1), left }
    };
    let needs_seats = |level| learning.needs_seats(&taught, level);
    let live_sessions = live_sessions::words::notice(&app, db, &viewer, needs_seats, language).await?;
    let levels = taught.curriculum.0.iter().map(card).collect();
    let begun = begun(&taught, &learning, language);
    let page = Page::new(&request, Some(&viewer), t!(language, "learning-title"));
    let offer = Some(offer::offer(&placed, level, &learning, &taught)).filter(|offer| *offer != Offer::Quiet);
    let offer = offer.and_then(|offer| OfferBox::new(offer, level, language, &page.form_mark, "/learning"));
    let may_skip = skipped(&learning, &taught, level, language);
    let page = LearningPage { page, next, begun, levels, renewals, repeat, offer, may_skip, live_sessions };
    show(&page, language)
}

/// To renew a brevet that has ended; while its refresher waits, to practise.
fn renewal(ended: &Notice, learning: &Learning, language: Language, at: DateTime<Utc>) -> NextWords {
    let level = ended.level.as_str();
    match learning.waits.refreshers.get(&ended.of) {
        Some(opens) => NextWords {
            sentence: t!(
                language,
                "next-renewal-waiting",
                level = level,
                when = policy_words::when(*opens, at, language)
            ),
            button: t!(language, "repeat-link"),
            link: Some("/practice".to_owned()),
        },
        None => NextWords {
            sentence: t!(language, "next-renewal", level = level),
            button: t!(language, "renewal-button"),
            link: ended.link.clone(),
        },
    }
}

/// The modules of a level whose lessons may be skipped: name and address of the quiz.
fn skipped(learning: &Learning, taught: &Taught, level: Level, language: Language) -> Vec<(String, String)> {
    let known = taught.modules(level).filter(|(competency, _)| learning.may_skip(&competency.code));
    let to_quiz = |(competency, edition): (&Competency, &Arc<Edition>)| {
        (edition.module.title.get(language).to_owned(), format!("/modules/{}/quiz", competency.code))
    };
    known.map(to_quiz).collect()
}

fn begun(taught: &Taught, learning: &Learning, language: Language) -> Vec<BegunModule> {
    let of_level = Level::ALL.iter().flat_map(|level| taught.modules(*level));
    let begun = of_level.filter(|(competency, _)| learning.status(&competency.code) == Status::InProgress);
    begun
        .map(|(competency, edition)| BegunModule {
            title: edition.module.title.get(language).to_owned(),
            link: format!("/modules/{}", competency.code),
            left: t!(language, "time-left-module", time = pace::about(learning.minutes_left(edition), language)),
        })
        .collect()
}
