//! A key for demonstrations, with a certificate that it signed itself.

use std::time::Duration;

use der::pem::LineEnding;

use super::KeyError;

/// Whom a demonstration certificate names.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub organisation: &'a str,
    pub common_name: &'a str,
}

/// A new private key and its self-signed certificate, both PEM. The key is a secret: keep it out of logs.
pub struct GeneratedKey {
    pub key_pem: String,
    pub certificate_pem: String,
}

/// A P-256 key for demonstrations, with a self-signed seal certificate. Times are unix seconds.
///
/// keyUsage is digitalSignature and contentCommitment, as ETSI EN 319 412-2, 4.3.2 has it for seals.
///
/// # Errors
/// When a time is outside what a certificate can hold, or no key can be made.
pub fn generate(subject: Subject, valid_from: i64, valid_until: i64) -> Result<GeneratedKey, KeyError> {
    let key = rcgen::KeyPair::generate()?;
    let mut parameters = rcgen::CertificateParams::default();
    parameters.not_before = rcgen::date_time_ymd(1970, 1, 1) + seconds(valid_from)?;
    parameters.not_after = rcgen::date_time_ymd(1970, 1, 1) + seconds(valid_until)?;
    parameters.distinguished_name = rcgen::DistinguishedName::new();
    parameters.distinguished_name.push(rcgen::DnType::CountryName, "BE");
    parameters.distinguished_name.push(rcgen::DnType::OrganizationName, subject.organisation);
    parameters.distinguished_name.push(rcgen::DnType::CommonName, subject.common_name);
    parameters.is_ca = rcgen::IsCa::ExplicitNoCa;
    parameters.key_usages = vec![rcgen::KeyUsagePurpose::DigitalSignature, rcgen::KeyUsagePurpose::ContentCommitment];
    let certificate = parameters.self_signed(&key)?;
    Ok(GeneratedKey {
        key_pem: pem("PRIVATE KEY", key.serialized_der())?,
        certificate_pem: pem("CERTIFICATE", certificate.der())?,
    })
}

fn pem(label: &'static str, der: &[u8]) -> Result<String, KeyError> {
    der::pem::encode_string(label, LineEnding::LF, der).map_err(KeyError::Pem)
}

/// Up to the end of the year 9999, the last that a certificate can name (RFC 5280, 4.1.2.5).
fn seconds(unix: i64) -> Result<Duration, KeyError> {
    const LAST: u64 = 253_402_300_799;
    u64::try_from(unix).ok().filter(|seconds| *seconds <= LAST).map(Duration::from_secs).ok_or(KeyError::Time)
}
