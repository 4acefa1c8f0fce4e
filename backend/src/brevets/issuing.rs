//! Issuing: a job that renders and seals an awarded brevet, keeps the file once, and tells the holder.

use super::{Brevet, Fate, badge, badge_store, mails, printed::Printed, seal_certificates, store};
use crate::{
    app::App,
    db::Connection,
    identity,
    ids::BrevetId,
    jobs::{self, JobKind},
    keys, mail,
    problem::{Kind, Problem},
};
use certificates::{
    SealKey, Sheet,
    statement::{NameMark, Statement, StatementError},
};
use diesel_async::AsyncConnection;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Seals a brevet unless it is sealed. Killed at any step and run again, it leaves exactly one file and one mail.
pub async fn seal(app: &Arc<App>, db: &mut Connection, id: BrevetId) -> anyhow::Result<()> {
    if store::file(db, id).await?.is_some() {
        return Ok(());
    }
    let brevet = store::brevet(db, id).await?;
    let sealed_at = app.clock.now();
    let key = opened(app).await?;
    let facts = key.facts();
    let certificate = facts.fingerprint;
    let printed = Printed::with(app, &brevet, keys::is_demonstration(&facts));
    let sheet = Sheet { sealed_at: sealed_at.timestamp(), ..sheet(app, &brevet, &printed)? };
    let sealed = app.sealing.seal(sheet, key).await?;
    let bytes = sealed.bytes;
    let hash: [u8; 32] = Sha256::digest(&bytes).into();
    let file = store::NewFile {
        brevet_id: id,
        bytes: &bytes,
        sha256: &hash,
        seal_certificate: &certificate.0,
        sealed_at,
        printed: &printed,
    };
    // The holder may have erased the account while the job waited; the brevet is sealed all the same.
    let holder = identity::store::account_if_any(db, brevet.learner).await?;
    // Nor does anybody want to read that a brevet is ready which was taken back before it was.
    let holder = holder.filter(|_| brevet.fate == Fate::Standing);
    let letter = holder.as_ref().map(|holder| mails::sealed(app, &brevet, holder.language));
    let new_certificates = db.transaction(async |db| -> anyhow::Result<usize> {
        let first = store::keep_file(db, &file).await?;
        let new = seal_certificates::keep(db, &sealed.certificates, sealed_at).await?;
        if let (true, Some(holder), Some(letter)) = (first, &holder, &letter) {
            mail::store::post(db, &holder.email, letter, sealed_at).await?;
        }
        Ok(new)
    });
    if new_certificates.await? > 0 {
        seal_certificates::write_beside_keys(db, &app.settings.keys_dir()).await?;
    }
    app.mail_posted.notify_one();
    tracing::info!(brevet.id = %id, bytes = bytes.len(), "brevet sealed");
    Ok(())
}

/// That a file is not there yet, and when to ask again.
pub fn being_sealed() -> Problem {
    Problem::retry_after(Kind::BrevetBeingSealed, 3)
}

/// Has the file with the badge inside sealed by a job, when the holder first asks for it. None before the brevet is sealed.
pub async fn ask_for_badge_file(app: &App, db: &mut Connection, brevet: &Brevet) -> Result<(), Problem> {
    if brevet.sealed_at.is_none() {
        return Err(being_sealed());
    }
    jobs::queue(db, JobKind::SealBadgeFile, brevet.id.uuid(), app.clock.now()).await?;
    app.badge_file_asked.notify_one();
    Ok(())
}

/// Seals the file with the badge inside unless there is one. Killed at any step and run again, it leaves exactly one.
pub async fn seal_with_badge(app: &Arc<App>, db: &mut Connection, id: BrevetId) -> anyhow::Result<()> {
    if badge_store::badge_file(db, id).await?.is_some() {
        return Ok(());
    }
    let brevet = store::brevet(db, id).await?;
    let badge = badge::badge(app, db, &brevet).await?;
    let sheet = sheet(app, &brevet, &Printed::of(app, &brevet))?;
    let (sealed_at, key) = (app.clock.now(), opened(app).await?);
    let certificate = key.facts().fingerprint;
    let sheet = Sheet { badge: Some(badge), sealed_at: sealed_at.timestamp(), ..sheet };
    let sealed = app.sealing.seal(sheet, key).await?;
    let hash: [u8; 32] = Sha256::digest(&sealed.bytes).into();
    let file = badge_store::NewBadgeFile {
        brevet_id: id,
        bytes: &sealed.bytes,
        sha256: &hash,
        seal_certificate: &certificate.0,
        sealed_at,
    };
    let new_certificates = db.transaction(async |db| -> diesel::QueryResult<usize> {
        badge_store::keep_badge_file(db, &file).await?;
        seal_certificates::keep(db, &sealed.certificates, sealed_at).await
    });
    if new_certificates.await? > 0 {
        seal_certificates::write_beside_keys(db, &app.settings.keys_dir()).await?;
    }
    tracing::info!(brevet.id = %id, bytes = sealed.bytes.len(), "brevet sealed with its badge inside");
    Ok(())
}

/// The key, from a thread that may wait for a token.
async fn opened(app: &Arc<App>) -> anyhow::Result<Arc<dyn SealKey>> {
    let app = app.clone();
    tokio::task::spawn_blocking(move || app.seal.key()).await?
}

/// What the QR code says, signed, so that it can be checked without the register.
fn statement(app: &App, brevet: &Brevet) -> Result<String, StatementError> {
    let statement = Statement {
        number: brevet.number.as_str().to_owned(),
        level: brevet.level.into(),
        issued_on: brevet.issued_on(),
        valid_until: brevet.valid_until,
        name: NameMark::of(brevet.number.as_str(), &brevet.holder),
    };
    statement.sign(app.badges.signing())
}

/// What will be printed. Nothing of it changes later, whatever becomes of the course or the name.
fn sheet(app: &App, brevet: &Brevet, printed: &Printed) -> Result<Sheet, StatementError> {
    Ok(Sheet {
        number: brevet.number.to_string(),
        holder: brevet.holder.clone(),
        level: brevet.level.into(),
        language: brevet.language.into(),
        issued_on: brevet.issued_on(),
        valid_until: brevet.valid_until,
        competencies: printed.competencies.clone(),
        issuer: printed.issuer.clone(),
        verification_address: printed.verification_address.clone(),
        statement: Some(statement(app, brevet)?),
        badge: None,
        demonstration: printed.demonstration,
        specimen: false,
        sealed_at: 0,
    })
}
