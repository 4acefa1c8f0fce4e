//! What an administrator may decide about a brevet: take it back, or replace it by one with the corrected name. Both are final,
//! written once with who, when and why, in the transaction that writes the mail to the holder.

use super::{
    Brevet, BrevetState, mails,
    number::BrevetNumber,
    state::RevocationReason,
    store::{self, NewBrevet, NewReplacement, NewRevocation},
};
use crate::{
    app::App,
    db::Connection,
    identity::{self, PersonName},
    ids::{AccountId, BrevetId},
    jobs::{self, JobKind},
    mail,
    problem::{Issue, Kind, Problem, Reason},
};
use chrono::{DateTime, Utc};
use diesel_async::AsyncConnection;

/// Why something was decided, in the words of who decided it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note(String);

impl Note {
    const LONGEST: usize = 500;

    /// At most 500 characters; line ends become spaces.
    pub fn parse(text: &str) -> Result<Self, Reason> {
        let note = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match note.chars().count() {
            0 => Err(Reason::Missing),
            1..=Self::LONGEST if note.chars().any(char::is_control) => Err(Reason::Invisible),
            1..=Self::LONGEST => Ok(Self(note)),
            _ => Err(Reason::TooLong(Self::LONGEST)),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A revocation that an administrator asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Revoking {
    pub reason: RevocationReason,
    pub note: Option<Note>,
}

/// A replacement that an administrator asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Replacing {
    pub holder: PersonName,
    pub note: Note,
}

/// Whether a brevet can be revoked: false when it is revoked already in just this way, so that asking twice is as asking once.
pub fn may_revoke(brevet: &Brevet, asked: &Revoking, at: DateTime<Utc>) -> Result<bool, Kind> {
    match brevet.state(at) {
        BrevetState::Valid | BrevetState::Expired { .. } => Ok(true),
        BrevetState::Revoked(revocation) => {
            let same = revocation.reason == asked.reason && revocation.note.as_deref() == text(&asked.note);
            if same { Ok(false) } else { Err(Kind::AlreadyRevoked) }
        }
        BrevetState::Replaced(_) => Err(Kind::AlreadyReplaced),
    }
}

/// Whether a brevet can be replaced. One that was replaced already is asked about its successor, by the caller.
pub fn may_replace(brevet: &Brevet, asked: &Replacing, at: DateTime<Utc>) -> Result<(), Problem> {
    match brevet.state(at) {
        BrevetState::Revoked(_) => Err(Kind::AlreadyRevoked.into()),
        BrevetState::Replaced(_) => Err(Kind::AlreadyReplaced.into()),
        BrevetState::Valid | BrevetState::Expired { .. } if brevet.holder == asked.holder.as_str() => {
            Err(Problem::input(vec![Issue::body("holder", Reason::Unchanged)]))
        }
        BrevetState::Valid | BrevetState::Expired { .. } => Ok(()),
    }
}

fn text(note: &Option<Note>) -> Option<&str> {
    note.as_ref().map(Note::as_str)
}

/// Takes a brevet back and writes to its holder. Gives the brevet as it is then.
pub async fn revoke(
    app: &App,
    db: &mut Connection,
    actor: AccountId,
    number: &BrevetNumber,
    asked: &Revoking,
) -> Result<Brevet, Problem> {
    let at = app.clock.now();
    let brevet = db
        .transaction(async |db| -> Result<Brevet, Problem> {
            let brevet = in_turn(db, number).await?;
            if !may_revoke(&brevet, asked, at)? {
                return Ok(brevet);
            }
            let revocation = NewRevocation {
                learner_id: brevet.learner,
                brevet_id: brevet.id,
                reason: asked.reason,
                note: text(&asked.note),
                revoked_by: actor,
                revoked_at: at,
            };
            store::add_revocation(db, &revocation).await?;
            let brevet = store::brevet(db, brevet.id).await?;
            if let Some(holder) = identity::store::account_if_any(db, brevet.learner).await? {
                let letter = mails::revoked(app, &brevet, asked, holder.language);
                mail::store::post(db, &holder.email, &letter, at).await?;
            }
            tracing::info!(brevet.id = %brevet.id, by = %actor, reason = asked.reason.word(), "brevet revoked");
            Ok(brevet)
        })
        .await?;
    app.mail_posted.notify_one();
    Ok(brevet)
}

/// Puts a brevet with the corrected name in the place of another; it is sealed anew. Gives the new one, and whether it was made now.
pub async fn replace(
    app: &App,
    db: &mut Connection,
    actor: AccountId,
    number: &BrevetNumber,
    asked: &Replacing,
) -> Result<(Brevet, bool), Problem> {
    let at = app.clock.now();
    let replaced = db
        .transaction(async |db| -> Result<(Brevet, bool), Problem> {
            let old = in_turn(db, number).await?;
            if let BrevetState::Replaced(replacement) = old.state(at) {
                let successor = store::brevet_by_number(db, &replacement.by).await?;
                let same_note = replacement.note.is_none_or(|note| note == asked.note.as_str());
                return match successor.filter(|successor| same_note && successor.holder == asked.holder.as_str()) {
                    Some(successor) => Ok((successor, false)),
                    None => Err(Kind::AlreadyReplaced.into()),
                };
            }
            may_replace(&old, asked, at)?;
            let new = successor(db, &old, asked, actor, at).await?;
            if let Some(holder) = identity::store::account_if_any(db, old.learner).await? {
                let letter = mails::replaced(app, &old, &new, holder.language);
                mail::store::post(db, &holder.email, &letter, at).await?;
            }
            tracing::info!(brevet.id = %old.id, by = %actor, replacing = %new.id, "brevet replaced");
            Ok((new, true))
        })
        .await?;
    app.mail_posted.notify_one();
    app.brevet_awarded.notify_one();
    Ok(replaced)
}

/// The brevet, once everybody who decides about this learner's brevets has had a turn.
async fn in_turn(db: &mut Connection, number: &BrevetNumber) -> Result<Brevet, Problem> {
    let brevet = store::brevet_by_number(db, number).await?.ok_or(Kind::ResourceNotFound)?;
    store::take_turns(db, brevet.learner).await?;
    Ok(store::brevet(db, brevet.id).await?)
}

/// Writes the brevet that takes the place of another: of the same award, under another number and the corrected name.
async fn successor(
    db: &mut Connection,
    old: &Brevet,
    asked: &Replacing,
    actor: AccountId,
    at: DateTime<Utc>,
) -> Result<Brevet, Problem> {
    let (id, number) = (BrevetId::new(), BrevetNumber::new());
    let new = NewBrevet {
        learner_id: old.learner,
        id,
        number: number.as_str(),
        level: old.level,
        period: old.period,
        issue: old.issue + 1,
        holder: asked.holder.as_str(),
        language: old.language,
        grounds: &old.grounds,
        awarded_at: old.awarded_at,
        valid_until: old.valid_until,
    };
    store::add_brevet(db, &new).await?;
    let replacement = NewReplacement {
        learner_id: old.learner,
        brevet_id: old.id,
        replacing_id: id,
        note: asked.note.as_str(),
        replaced_by: actor,
        replaced_at: at,
    };
    store::add_replacement(db, &replacement).await?;
    jobs::queue(db, JobKind::SealBrevet, id.uuid(), at).await?;
    Ok(store::brevet(db, id).await?)
}
