//! That certificates are not revoked: lists (RFC 5280) and answers (RFC 6960), verified, and kept in the sealed file so
//! that it can still be checked when their addresses are gone (PAdES level B-LT). Fetching them is the caller's.

use der::asn1::{Any, BitString, Null, ObjectIdentifier, OctetString};
use der::{Choice, Decode, Encode, Enumerated, Sequence};
use ring::digest;
use spki::AlgorithmIdentifierOwned;
use x509_cert::crl::{CertificateList, TbsCertList};
use x509_cert::ext::pkix::CrlReason;
use x509_cert::ext::pkix::crl::IssuingDistributionPoint;
use x509_cert::ext::pkix::name::DistributionPointName;
use x509_cert::serial_number::SerialNumber;

use crate::certificate::{Certificate, Signed, general_time, unix};

const SHA1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");
/// deltaCRLIndicator (RFC 5280, 5.2.4).
const DELTA_LIST: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.27");
/// issuingDistributionPoint (RFC 5280, 5.2.5).
const LIST_SCOPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.28");
const BASIC_RESPONSE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.48.1.1");

/// How long an answer counts that does not say it, in seconds.
const DEFAULT_VALIDITY: i64 = 3600;
/// How far ahead an issuer's clock may be, in seconds.
const MOST_DRIFT: i64 = 600;

/// Why something does not prove that a certificate is not revoked.
#[derive(Debug, thiserror::Error)]
pub enum RevocationError {
    #[error("it is no revocation list or answer in DER")]
    Malformed(#[from] der::Error),
    #[error("it is not signed by the issuer of the certificate")]
    Signature,
    #[error("it is not of the present: from {from} to {until} (unix seconds)")]
    Stale { from: i64, until: i64 },
    #[error("its time cannot be read")]
    Time,
    #[error("the responder refused: status {0}")]
    Refused(u8),
    #[error("it says nothing about the certificate")]
    Silent,
    #[error("it is a list of changes, or of other certificates or reasons than of this one")]
    OtherScope,
    #[error("it has a critical extension that is not known: {0}")]
    UnknownExtension(ObjectIdentifier),
    #[error("the certificate {0} IS REVOKED: nothing more is sealed with it")]
    Revoked(String),
    #[error("the issuer of {0} is not known; add it to the certificates")]
    NoIssuer(String),
}

/// A proof that a certificate was not revoked, for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    kind: Kind,
    der: Vec<u8>,
    /// From when and until when it counts, in unix seconds.
    pub from: i64,
    pub until: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    List,
    Answer,
}

impl Proof {
    /// From a revocation list of the certificate's issuer.
    ///
    /// # Errors
    /// When it is not the issuer's, not of the present, not a whole list that covers the certificate, or names it.
    pub fn from_list(
        der: &[u8],
        certificate: &Certificate,
        issuer: &Certificate,
        at: i64,
    ) -> Result<Self, RevocationError> {
        let list = CertificateList::<x509_cert::certificate::Rfc5280>::from_der(der)?;
        let list = &list.tbs_cert_list;
        let is_ours = list.issuer == *issuer.parsed.tbs_certificate().subject();
        if !is_ours || !Signed::from_der(der)?.is_by(issuer) {
            return Err(RevocationError::Signature);
        }
        covers(list, certificate)?;
        let from = unix(list.this_update);
        let until = list.next_update.map_or(from + DEFAULT_VALIDITY, unix);
        let serial = certificate.parsed.tbs_certificate().serial_number();
        if list.revoked_certificates.iter().flatten().any(|revoked| revoked.serial_number == *serial) {
            return Err(RevocationError::Revoked(certificate.facts().subject));
        }
        Self { kind: Kind::List, der: der.to_vec(), from, until }.of_the_present(at)
    }

    /// From the answer to [`question`], signed by the issuer or by a responder that it named.
    ///
    /// # Errors
    /// When it is not the issuer's, not of the present, or says that the certificate is revoked.
    pub fn from_answer(
        der: &[u8],
        certificate: &Certificate,
        issuer: &Certificate,
        at: i64,
    ) -> Result<Self, RevocationError> {
        let response = Response::from_der(der)?;
        let bytes = match (response.status, response.bytes) {
            (ResponseStatus::Successful, Some(bytes)) if bytes.kind == BASIC_RESPONSE => bytes.response.into_bytes(),
            (status, _) => return Err(RevocationError::Refused(status as u8)),
        };
        let basic = BasicResponse::from_der(&bytes)?;
        let named = basic.certificates.iter().flatten();
        let named: Vec<Certificate> = named.filter_map(|one| Certificate::from_der(&one.to_der().ok()?).ok()).collect();
        let may_answer = |one: &&Certificate| one.may_answer_ocsp() && issuer.issued(one) && one.facts().covers(at);
        let signed = Signed { content: basic.data.clone(), algorithm: basic.algorithm, signature: basic.signature };
        if !std::iter::once(issuer).chain(named.iter().filter(may_answer)).any(|signer| signed.is_by(signer)) {
            return Err(RevocationError::Signature);
        }
        let data: ResponseData = basic.data.decode_as()?;
        let asked = certificate_id(certificate, issuer)?;
        let about = data.answers.into_iter().find(|one| one.certificate.is_same(&asked));
        let about = about.ok_or(RevocationError::Silent)?;
        match about.status {
            CertificateStatus::Good(_) => {}
            CertificateStatus::Revoked(_) => return Err(RevocationError::Revoked(certificate.facts().subject)),
            CertificateStatus::Unknown(_) => return Err(RevocationError::Silent),
        }
        let from = general_time(&about.this_update).ok_or(RevocationError::Time)?;
        let until = match &about.next_update {
            Some(until) => general_time(until).ok_or(RevocationError::Time)?,
            None => from + DEFAULT_VALIDITY,
        };
        Self { kind: Kind::Answer, der: der.to_vec(), from, until }.of_the_present(at)
    }

    fn of_the_present(self, at: i64) -> Result<Self, RevocationError> {
        let Self { from, until, .. } = self;
        if (from - MOST_DRIFT..until).contains(&at) { Ok(self) } else { Err(RevocationError::Stale { from, until }) }
    }
}

/// Whether a list is whole and speaks of this certificate, for every reason (RFC 5280, 5.2 and 6.3.3). What else it says must
/// be known where it is critical.
fn covers(list: &TbsCertList, certificate: &Certificate) -> Result<(), RevocationError> {
    for extension in list.crl_extensions.iter().flatten() {
        match extension.extn_id {
            DELTA_LIST => return Err(RevocationError::OtherScope),
            LIST_SCOPE => {
                let scope = IssuingDistributionPoint::from_der(extension.extn_value.as_bytes())?;
                if !is_within(&scope, certificate) {
                    return Err(RevocationError::OtherScope);
                }
            }
            other if extension.critical => return Err(RevocationError::UnknownExtension(other)),
            _ => {}
        }
    }
    // An entry may be of another issuer's certificate, which only an indirect list may say, or bring what nobody knows.
    let entries = list.revoked_certificates.iter().flatten();
    let critical = entries.flat_map(|entry| entry.crl_entry_extensions.iter().flatten()).find(|one| one.critical);
    critical.map_or(Ok(()), |one| Err(RevocationError::UnknownExtension(one.extn_id)))
}

fn is_within(scope: &IssuingDistributionPoint, certificate: &Certificate) -> bool {
    let kind_is_listed = match certificate.is_authority() {
        true => !scope.only_contains_user_certs,
        false => !scope.only_contains_ca_certs,
    };
    let place_is_ours = match &scope.distribution_point {
        None => true,
        Some(DistributionPointName::FullName(names)) => {
            let ours = certificate.crl_points();
            names.iter().any(|name| ours.contains(name))
        }
        Some(DistributionPointName::NameRelativeToCRLIssuer(_)) => false,
    };
    let is_for_all = scope.only_some_reasons.is_none();
    kind_is_listed && place_is_ours && is_for_all && !scope.indirect_crl && !scope.only_contains_attribute_certs
}

/// The question whether a certificate is revoked, for its issuer's responder.
///
/// # Errors
/// When the ASN.1 cannot be written, which does not happen.
pub fn question(certificate: &Certificate, issuer: &Certificate) -> Result<Vec<u8>, RevocationError> {
    let ask = Ask { certificate: certificate_id(certificate, issuer)? };
    Ok(Question { question: Asks { list: vec![ask] } }.to_der()?)
}

/// What a sealed file carries so that it can be checked for long: the document security store of PAdES.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    pub(crate) certificates: Vec<Vec<u8>>,
    pub(crate) lists: Vec<Vec<u8>>,
    pub(crate) answers: Vec<Vec<u8>>,
}

impl Evidence {
    /// A chain and the proofs for its certificates. What is there already is not added again.
    pub fn add<'a>(&mut self, chain: &[Certificate], proofs: impl IntoIterator<Item = &'a Proof>) {
        let add = |list: &mut Vec<Vec<u8>>, der: Vec<u8>| {
            if !list.contains(&der) {
                list.push(der);
            }
        };
        chain.iter().for_each(|one| add(&mut self.certificates, one.to_der()));
        for proof in proofs {
            let list = match proof.kind {
                Kind::List => &mut self.lists,
                Kind::Answer => &mut self.answers,
            };
            add(list, proof.der.clone());
        }
    }

    /// Whether it has every certificate of this chain, and so was made for it.
    pub fn knows(&self, chain: &[Certificate]) -> bool {
        chain.iter().all(|one| self.certificates.contains(&one.to_der()))
    }
}

/// The certificates of a chain that need a proof, each with its issuer: all but one that issued itself. The issuers are
/// looked for in the pool.
///
/// # Errors
/// When one of them is not there.
pub fn to_prove(leaf: &Certificate, pool: &[Certificate]) -> Result<Vec<(Certificate, Certificate)>, RevocationError> {
    let path: Vec<&Certificate> = std::iter::once(leaf).chain(leaf.path_above(pool)).collect();
    match path.last() {
        Some(top) if !top.is_self_issued() => return Err(RevocationError::NoIssuer(top.facts().subject)),
        Some(_) | None => {}
    }
    Ok(path.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect())
}

/// With SHA-1, the one hash that every responder knows (RFC 5019, 2.1.1); nothing rests on its strength here.
fn certificate_id(certificate: &Certificate, issuer: &Certificate) -> der::Result<CertificateId> {
    let sha1 = |bytes: &[u8]| digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, bytes).as_ref().to_vec();
    let name = issuer.parsed.tbs_certificate().subject().to_der()?;
    Ok(CertificateId {
        algorithm: AlgorithmIdentifierOwned { oid: SHA1, parameters: Some(Any::null()) },
        issuer_name: OctetString::new(sha1(&name))?,
        issuer_key: OctetString::new(sha1(issuer.public_key()))?,
        serial: certificate.parsed.tbs_certificate().serial_number().clone(),
    })
}

#[derive(Clone, Debug, Sequence)]
struct CertificateId {
    algorithm: AlgorithmIdentifierOwned,
    issuer_name: OctetString,
    issuer_key: OctetString,
    serial: SerialNumber,
}

impl CertificateId {
    fn is_same(&self, other: &Self) -> bool {
        (self.algorithm.oid, &self.issuer_name, &self.issuer_key, &self.serial)
            == (other.algorithm.oid, &other.issuer_name, &other.issuer_key, &other.serial)
    }
}

/// OCSPRequest (RFC 6960, 4.1.1).
#[derive(Clone, Debug, Sequence)]
struct Question {
    question: Asks,
}

#[derive(Clone, Debug, Sequence)]
struct Asks {
    list: Vec<Ask>,
}

#[derive(Clone, Debug, Sequence)]
struct Ask {
    certificate: CertificateId,
}

/// OCSPResponse (RFC 6960, 4.2.1).
#[derive(Clone, Debug, Sequence)]
struct Response {
    status: ResponseStatus,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    bytes: Option<ResponseBytes>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumerated)]
#[repr(u8)]
enum ResponseStatus {
    Successful = 0,
    MalformedRequest = 1,
    InternalError = 2,
    TryLater = 3,
    SignatureRequired = 5,
    Unauthorized = 6,
}

#[derive(Clone, Debug, Sequence)]
struct ResponseBytes {
    kind: ObjectIdentifier,
    response: OctetString,
}

#[derive(Clone, Debug, Sequence)]
struct BasicResponse {
    data: Any,
    algorithm: AlgorithmIdentifierOwned,
    signature: BitString,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    certificates: Option<Vec<Any>>,
}

#[derive(Clone, Debug, Sequence)]
struct ResponseData {
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    version: Option<u8>,
    responder: Any,
    produced: Any,
    answers: Vec<SingleResponse>,
    #[asn1(context_specific = "1", tag_mode = "EXPLICIT", optional = "true")]
    extensions: Option<Any>,
}

#[derive(Clone, Debug, Sequence)]
struct SingleResponse {
    certificate: CertificateId,
    status: CertificateStatus,
    this_update: Any,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    next_update: Option<Any>,
    #[asn1(context_specific = "1", tag_mode = "EXPLICIT", optional = "true")]
    extensions: Option<Any>,
}

#[derive(Clone, Debug, Choice)]
enum CertificateStatus {
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT")]
    Good(Null),
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", constructed = "true")]
    Revoked(RevokedInfo),
    #[asn1(context_specific = "2", tag_mode = "IMPLICIT")]
    Unknown(Null),
}

#[derive(Clone, Debug, Sequence)]
struct RevokedInfo {
    at: Any,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    reason: Option<CrlReason>,
}
