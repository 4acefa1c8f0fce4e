//! Issuing: a job that renders and seals an awarded brevet, keeps the file once, and tells the holder.

use super::{Brevet, Fate, mails, printed::Printed, seal_certificates, store};
use crate::{app::App, db::Connection, identity, ids::BrevetId, keys, mail};
use certificates::Sheet;
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
    let opening = app.clone();
    let key = tokio::task::spawn_blocking(move || opening.seal.key()).await??;
    let facts = key.facts();
    let certificate = facts.fingerprint;
    let printed = Printed::with(app, &brevet, keys::is_demonstration(&facts));
    let sheet = Sheet { sealed_at: sealed_at.timestamp(), ..sheet(&brevet, &printed) };
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
    db.transaction(async |db| -> anyhow::Result<()> {
        let first = store::keep_file(db, &file).await?;
        seal_certificates::keep(db, &sealed.certificates, sealed_at).await?;
        if let (true, Some(holder), Some(letter)) = (first, &holder, &letter) {
            mail::store::post(db, &holder.email, letter, sealed_at).await?;
        }
        Ok(())
    })
    .await?;
    app.mail_posted.notify_one();
    tracing::info!(brevet.id = %id, bytes = bytes.len(), "brevet sealed");
    Ok(())
}

/// What will be printed. Nothing of it changes later, whatever becomes of the course or the name.
fn sheet(brevet: &Brevet, printed: &Printed) -> Sheet {
    Sheet {
        number: brevet.number.to_string(),
        holder: brevet.holder.clone(),
        level: brevet.level.into(),
        language: brevet.language.into(),
        issued_on: brevet.issued_on(),
        valid_until: brevet.valid_until,
        competencies: printed.competencies.clone(),
        issuer: printed.issuer.clone(),
        verification_address: printed.verification_address.clone(),
        statement: None,
        badge: None,
        demonstration: printed.demonstration,
        specimen: false,
        sealed_at: 0,
    }
}
