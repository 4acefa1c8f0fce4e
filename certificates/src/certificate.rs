//! Certificates: read from PEM or DER, what they say, and whether one issued the other.

use std::fmt;

use der::asn1::{Any, BitString, ObjectIdentifier};
use der::pem::LineEnding;
use der::{Decode, Encode, Sequence, Tag, Tagged};
use sha2::{Digest, Sha256};
use spki::AlgorithmIdentifierOwned;
use x509_cert::ext::pkix::name::{DistributionPointName, GeneralName};
use x509_cert::ext::pkix::{AuthorityInfoAccessSyntax, BasicConstraints, CrlDistributionPoints, ExtendedKeyUsage};
use x509_cert::ext::pkix::{KeyUsage, KeyUsages};

use crate::algorithm::{PublicKey, verify};
use crate::keys::KeyError;

const TIME_STAMPING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.8");
const OCSP_SIGNING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.9");
const OCSP: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.48.1");
const OCSP_NO_CHECK: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.48.1.5");

/// The SHA-256 of a certificate's DER: by this, a seal is known to be ours.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(pub [u8; 32]);

/// What a certificate says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateFacts {
    /// As RFC 4514 writes it: `CN=…,O=…`.
    pub subject: String,
    pub issuer: String,
    /// Unix seconds.
    pub not_before: i64,
    /// Unix seconds.
    pub not_after: i64,
    pub fingerprint: Fingerprint,
}

/// A certificate, and the bytes that it was read from: those go into the seal.
#[derive(Clone)]
pub struct Certificate {
    pub(crate) parsed: x509_cert::Certificate,
    pub(crate) der: Any,
    pub(crate) fingerprint: Fingerprint,
}

/// What a certificate and a list of revocations have in common: what is signed, how, and the signature.
#[derive(Clone, Debug, Sequence)]
pub(crate) struct Signed {
    pub content: Any,
    pub algorithm: AlgorithmIdentifierOwned,
    pub signature: BitString,
}

impl Certificate {
    /// # Errors
    /// When the bytes are no certificate.
    pub fn from_der(der: &[u8]) -> Result<Self, KeyError> {
        Ok(Self {
            parsed: x509_cert::Certificate::from_der(der)?,
            der: Any::from_der(der)?,
            fingerprint: Fingerprint::of(der),
        })
    }

    /// Every certificate of a PEM file, in its order. Other blocks are passed over.
    ///
    /// # Errors
    /// When one of them cannot be read.
    pub fn all_from_pem(pem: &str) -> Result<Vec<Self>, KeyError> {
        const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
        const END: &str = "-----END CERTIFICATE-----";
        pem.split_inclusive(END)
            .filter_map(|part| part.find(BEGIN).map(|start| &part[start..]))
            .map(|block| {
                let (_, der) = der::pem::decode_vec(block.as_bytes()).map_err(KeyError::Pem)?;
                Self::from_der(&der)
            })
            .collect()
    }

    pub fn facts(&self) -> CertificateFacts {
        let certificate = self.parsed.tbs_certificate();
        CertificateFacts {
            subject: certificate.subject().to_string(),
            issuer: certificate.issuer().to_string(),
            not_before: unix(certificate.validity().not_before),
            not_after: unix(certificate.validity().not_after),
            fingerprint: self.fingerprint,
        }
    }

    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// The bytes it was read from.
    pub fn to_der(&self) -> Vec<u8> {
        // It was read from DER, so its tag and length can be written again.
        self.der.to_der().unwrap_or_default()
    }

    pub fn to_pem(&self) -> String {
        der::pem::encode_string("CERTIFICATE", LineEnding::LF, &self.to_der()).unwrap_or_default()
    }

    /// Where its issuer publishes the list of revoked certificates, by HTTP.
    pub fn crl_addresses(&self) -> Vec<String> {
        self.crl_points().iter().filter_map(http_address).collect()
    }

    /// What it calls the places where lists of revoked certificates speak of it.
    pub(crate) fn crl_points(&self) -> Vec<GeneralName> {
        let points = self.extension::<CrlDistributionPoints>().map(|points| points.0).unwrap_or_default();
        let names = points.into_iter().filter_map(|point| match point.distribution_point {
            Some(DistributionPointName::FullName(names)) => Some(names),
            Some(DistributionPointName::NameRelativeToCRLIssuer(_)) | None => None,
        });
        names.flatten().collect()
    }

    /// Where its issuer answers whether it is revoked (OCSP), by HTTP.
    pub fn ocsp_addresses(&self) -> Vec<String> {
        let access = self.extension::<AuthorityInfoAccessSyntax>().map(|access| access.0).unwrap_or_default();
        let responders = access.into_iter().filter(|one| one.access_method == OCSP);
        responders.filter_map(|one| http_address(&one.access_location)).collect()
    }

    /// Whether it signed itself, as the top of a chain does.
    pub fn is_self_issued(&self) -> bool {
        self.issued(self)
    }

    /// Whether the other certificate names this one as its issuer and bears its signature.
    pub fn issued(&self, other: &Self) -> bool {
        self.parsed.tbs_certificate().subject() == other.parsed.tbs_certificate().issuer()
            && Signed::from_der(&other.to_der()).is_ok_and(|signed| signed.is_by(self))
    }

    /// Those of the pool that stand above this one, from its issuer to a certificate that issued itself, or as far as
    /// the pool goes. An issuer must be an authority.
    pub(crate) fn path_above<'a>(&self, pool: &'a [Self]) -> Vec<&'a Self> {
        const LONGEST: usize = 8;
        let mut path: Vec<&Self> = Vec::new();
        let mut last = self;
        while path.len() < LONGEST && !last.is_self_issued() {
            let Some(issuer) = pool.iter().find(|one| one.is_authority() && one.issued(last)) else { break };
            path.push(issuer);
            last = issuer;
        }
        path
    }

    pub(crate) fn public_key(&self) -> &[u8] {
        self.parsed.tbs_certificate().subject_public_key_info().subject_public_key.raw_bytes()
    }

    pub(crate) fn key_kind(&self) -> PublicKey {
        PublicKey::of(self.parsed.tbs_certificate().subject_public_key_info())
    }

    /// The parameters of its key, which for an elliptic curve name the curve.
    pub(crate) fn key_parameters(&self) -> Option<&Any> {
        self.parsed.tbs_certificate().subject_public_key_info().algorithm.parameters.as_ref()
    }

    pub(crate) fn is_authority(&self) -> bool {
        self.extension::<BasicConstraints>().is_some_and(|constraints| constraints.ca)
    }

    /// Whether its key may sign documents; without a key usage it may do everything.
    pub(crate) fn may_seal(&self) -> bool {
        self.extension::<KeyUsage>().is_none_or(|usage| {
            usage.0.contains(KeyUsages::DigitalSignature) || usage.0.contains(KeyUsages::NonRepudiation)
        })
    }

    /// RFC 3161, 2.3: time-stamping, nothing else, and critical.
    pub(crate) fn may_stamp_time(&self) -> bool {
        match self.parsed.tbs_certificate().get_extension::<ExtendedKeyUsage>() {
            Ok(Some((critical, usage))) => critical && usage.0 == [TIME_STAMPING],
            Ok(None) | Err(_) => false,
        }
    }

    /// Whether it may answer for its issuer, and needs no proof that it is not revoked itself (RFC 6960, 4.2.2.2).
    pub(crate) fn may_answer_ocsp(&self) -> bool {
        let extensions = self.parsed.tbs_certificate().extensions().map(Vec::as_slice).unwrap_or_default();
        self.extension::<ExtendedKeyUsage>().is_some_and(|usage| usage.0.contains(&OCSP_SIGNING))
            && extensions.iter().any(|extension| extension.extn_id == OCSP_NO_CHECK)
    }

    fn extension<'a, T: Decode<'a> + der::oid::AssociatedOid>(&'a self) -> Option<T> {
        self.parsed.tbs_certificate().get_extension().ok().flatten().map(|(_, extension)| extension)
    }
}

impl Signed {
    pub fn is_by(&self, signer: &Certificate) -> bool {
        let Ok(message) = self.content.to_der() else { return false };
        verify(signer, &self.algorithm, None, &message, self.signature.raw_bytes())
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Certificate({})", self.fingerprint)
    }
}

impl PartialEq for Certificate {
    fn eq(&self, other: &Self) -> bool {
        self.fingerprint == other.fingerprint
    }
}

impl Eq for Certificate {}

impl CertificateFacts {
    /// Whether the certificate is valid at this unix second.
    pub fn covers(&self, at: i64) -> bool {
        (self.not_before..=self.not_after).contains(&at)
    }
}

impl Fingerprint {
    pub(crate) fn of(der: &[u8]) -> Self {
        Self(Sha256::digest(der).into())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

/// A GeneralizedTime in unix seconds. Timestamps and responders may write a fraction, which is cut off.
pub(crate) fn general_time(time: &Any) -> Option<i64> {
    if time.tag() != Tag::GeneralizedTime {
        return None;
    }
    let text = std::str::from_utf8(time.value()).ok()?.strip_suffix('Z')?;
    let whole = text.split('.').next()?;
    Some(chrono::NaiveDateTime::parse_from_str(whole, "%Y%m%d%H%M%S").ok()?.and_utc().timestamp())
}

pub(crate) fn unix(time: x509_cert::time::Time) -> i64 {
    i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX)
}

fn http_address(name: &GeneralName) -> Option<String> {
    match name {
        GeneralName::UniformResourceIdentifier(address) => {
            let address = address.as_str();
            (address.starts_with("http://") || address.starts_with("https://")).then(|| address.to_owned())
        }
        GeneralName::OtherName(_)
        | GeneralName::Rfc822Name(_)
        | GeneralName::DnsName(_)
        | GeneralName::DirectoryName(_)
        | GeneralName::EdiPartyName(_)
        | GeneralName::IpAddress(_)
        | GeneralName::RegisteredId(_) => None,
    }
}
