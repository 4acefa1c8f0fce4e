//! The certificates that ever stood in a seal: known for ever, so that old brevets stay verifiable, and published.

use crate::{
    db::{Connection, pg_enum},
    keys,
    schema::{seal_certificates, seal_withdrawals},
};
use certificates::{Certificate, Fingerprint};
use chrono::{DateTime, Utc};
use diesel::{ExpressionMethods, Insertable, NullableExpressionMethods, QueryDsl, QueryResult};
use diesel_async::RunQueryDsl;
use std::{fs, path::Path};

pg_enum! {
    /// What a certificate does in a seal.
    CertificateUse as crate::schema::sql_types::SealCertificateUse {
        /// It is of a key that seals.
        Seal = "seal",
        /// It stands above one.
        Issuer = "issuer",
        /// It is in a timestamp.
        Timestamp = "timestamp",
    }
}

/// A certificate of a seal, and whether it is still believed.
pub struct Known {
    pub certificate: Certificate,
    pub used_as: CertificateUse,
    pub since: DateTime<Utc>,
    pub withdrawn: Option<Withdrawal>,
}

pub struct Withdrawal {
    pub at: DateTime<Utc>,
    pub reason: String,
}

#[derive(Insertable)]
#[diesel(table_name = seal_certificates)]
struct NewCertificate {
    fingerprint: Vec<u8>,
    der: Vec<u8>,
    used_as: CertificateUse,
    known_since: DateTime<Utc>,
}

/// Keeps certificates that are not known yet, and tells how many were not. One that is known stays as it is.
pub async fn keep(
    db: &mut Connection,
    certificates: &[(Certificate, CertificateUse)],
    at: DateTime<Utc>,
) -> QueryResult<usize> {
    let new: Vec<NewCertificate> = certificates
        .iter()
        .map(|(certificate, used_as)| NewCertificate {
            fingerprint: certificate.fingerprint().0.to_vec(),
            der: certificate.to_der(),
            used_as: *used_as,
            known_since: at,
        })
        .collect();
    diesel::insert_into(seal_certificates::table).values(new).on_conflict_do_nothing().execute(db).await
}

/// All of them, the newest first.
pub async fn all(db: &mut Connection) -> QueryResult<Vec<Known>> {
    type Row = (Vec<u8>, CertificateUse, DateTime<Utc>, Option<DateTime<Utc>>, Option<String>);
    let rows: Vec<Row> = seal_certificates::table
        .left_join(seal_withdrawals::table)
        .order((seal_certificates::known_since.desc(), seal_certificates::fingerprint))
        .select((
            seal_certificates::der,
            seal_certificates::used_as,
            seal_certificates::known_since,
            seal_withdrawals::withdrawn_at.nullable(),
            seal_withdrawals::reason.nullable(),
        ))
        .load(db)
        .await?;
    rows.into_iter()
        .map(|(der, used_as, since, withdrawn_at, reason)| {
            let certificate = Certificate::from_der(&der)
                .map_err(|error| diesel::result::Error::DeserializationError(error.into()))?;
            let withdrawn = withdrawn_at.zip(reason).map(|(at, reason)| Withdrawal { at, reason });
            Ok(Known { certificate, used_as, since, withdrawn })
        })
        .collect()
}

/// What the strict check of a file takes for ours: [`certificates::check::strict`].
pub async fn believed(db: &mut Connection) -> QueryResult<Vec<Fingerprint>> {
    let known = all(db).await?;
    Ok(known.into_iter().filter(|one| one.withdrawn.is_none()).map(|one| one.certificate.fingerprint()).collect())
}

/// Those that are believed as one PEM file, the seals first: for checks without this service.
pub async fn believed_pem(db: &mut Connection) -> QueryResult<String> {
    let mut known = all(db).await?;
    known.retain(|one| one.withdrawn.is_none());
    known.sort_by_key(|one| one.used_as != CertificateUse::Seal);
    Ok(known.iter().map(|one| one.certificate.to_pem()).collect())
}

/// Writes them beside the keys, where `connectoo brevet verify` finds them. The folder may be closed to the service: this is
/// told and hinders nothing.
pub async fn write_beside_keys(db: &mut Connection, folder: &Path) -> QueryResult<()> {
    let pem = believed_pem(db).await?;
    // Several processes may write at once: each its own file, then the whole one takes its place.
    let new = folder.join(format!(".{:016x}.pem", fastrand::u64(..)));
    let place = folder.join(keys::KNOWN_CERTIFICATES);
    if let Err(error) = fs::write(&new, pem).and_then(|()| fs::rename(&new, &place)) {
        tracing::info!(error = error.to_string(), "the known certificates are not written beside the keys");
    }
    Ok(())
}

/// No longer believes a certificate whose key may be in wrong hands. False when it was withdrawn before.
pub async fn withdraw(
    db: &mut Connection,
    certificate: Fingerprint,
    reason: &str,
    at: DateTime<Utc>,
) -> QueryResult<bool> {
    let row = (
        seal_withdrawals::fingerprint.eq(certificate.0.to_vec()),
        seal_withdrawals::withdrawn_at.eq(at),
        seal_withdrawals::reason.eq(reason),
    );
    let written = diesel::insert_into(seal_withdrawals::table).values(row).on_conflict_do_nothing().execute(db);
    Ok(written.await? == 1)
}
