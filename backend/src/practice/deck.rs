//! A learner's cards as they stand now, and what the learner does with one.

use super::{
    cards::{self, Answered, Card, CardId, Kept, Record, Shown},
    schedule::Standing,
    store,
};
use crate::{
    app::App,
    db::Connection,
    ids::AccountId,
    locale,
    problem::{Kind, Problem},
    quizzes::practice,
};
use diesel::QueryResult;
use std::collections::HashMap;

/// The cards whose question is still taught and that no open attempt asks, those first that are due longest.
pub async fn deck(app: &App, db: &mut Connection, learner: AccountId) -> QueryResult<Vec<Shown>> {
    let record = store::record(db, learner).await?;
    Ok(cards::shown(record.cards(), &app.course.taught()))
}

/// The same of several learners at once.
pub async fn decks(
    app: &App,
    db: &mut Connection,
    learners: &[AccountId],
) -> QueryResult<HashMap<AccountId, Vec<Shown>>> {
    let (found, taught) = (store::of_all(db, learners).await?, app.course.taught());
    let deck = |(learner, record)| (learner, cards::shown(Record::cards(record), &taught));
    Ok(found.into_iter().map(deck).collect())
}

/// Keeps an answer and says where its card stands from now on.
pub async fn answer(
    app: &App,
    db: &mut Connection,
    learner: AccountId,
    card: &Card,
    given: practice::Answered,
) -> QueryResult<Standing> {
    let at = app.clock.now();
    let standing = card.standing.after(given.points, locale::day(at));
    let answered = Some(Answered { answer: given.answer, points: given.points, at });
    store::keep(db, learner, Kept { id: card.id.clone(), standing, at, answered }).await?;
    Ok(standing)
}

/// Puts a card away: it is not asked again, until its question is missed in a quiz once more.
pub async fn put_away(app: &App, db: &mut Connection, learner: AccountId, id: &CardId) -> Result<(), Problem> {
    let deck = deck(app, db, learner).await?;
    let Shown { card, .. } = find(&deck, id)?;
    if card.standing != Standing::Resting {
        let kept =
            Kept { id: id.clone(), standing: Standing::Resting, at: app.clock.now(), answered: card.answered.clone() };
        store::keep(db, learner, kept).await?;
    }
    Ok(())
}

/// Lets a question come back from tomorrow on: a card that rests, or a question that a lesson asks. What comes back already
/// keeps its day. Any other question of a module is not known before it was marked in a quiz.
pub async fn repeat(app: &App, db: &mut Connection, learner: AccountId, id: &CardId) -> Result<(), Problem> {
    let (deck, taught, at) = (deck(app, db, learner).await?, app.course.taught(), app.clock.now());
    let answered = match find(&deck, id) {
        Ok(known) if known.card.standing != Standing::Resting => return Ok(()),
        Ok(known) => known.card.answered.clone(),
        Err(_) => {
            let (_, edition) = taught.edition(&id.module).ok_or(Kind::ResourceNotFound)?;
            let is_asked = edition.module.practised().contains(id.question.as_str());
            is_asked.then_some(None).ok_or(Kind::ResourceNotFound)?
        }
    };
    let standing = Standing::missed(locale::day(at));
    Ok(store::keep(db, learner, Kept { id: id.clone(), standing, at, answered }).await?)
}

/// A card of the deck.
pub fn find<'a>(deck: &'a [Shown], id: &CardId) -> Result<&'a Shown, Kind> {
    deck.iter().find(|one| one.card.id == *id).ok_or(Kind::ResourceNotFound)
}
