//! Timestamps (RFC 3161): the request, and whether what came back proves the time. Fetching it is the caller's.

use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{EncapsulatedContentInfo, SignerIdentifier};
use der::asn1::{Any, BitString, Int, ObjectIdentifier, OctetString, SetOfVec};
use der::{Decode, Encode, Sequence, Tag};
use ring::rand::{SecureRandom, SystemRandom};
use spki::AlgorithmIdentifierOwned;
use x509_cert::attr::Attribute;
use x509_cert::ext::pkix::SubjectKeyIdentifier;

use crate::algorithm::{Hash, verify};
use crate::certificate::{Certificate, general_time};
use crate::cms::{CONTENT_TYPE, ID_SIGNED_DATA, MESSAGE_DIGEST, SIGNING_CERTIFICATE_V2, names_certificate};
use crate::keys::KeyError;

const TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");
const SIGNING_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.12");

/// How far the clock of a timestamp authority may be from ours, in seconds.
const MOST_DRIFT: i64 = 600;

/// Why a timestamp does not prove the time.
#[derive(Debug, thiserror::Error)]
pub enum TimestampError {
    #[error("the answer is no timestamp response in DER")]
    Malformed(#[from] der::Error),
    #[error("a certificate in the timestamp cannot be read")]
    Certificate(#[from] KeyError),
    #[error("the timestamp authority refused: status {status}{}", told(.text))]
    Refused { status: u8, text: String },
    #[error("the timestamp is not in the form of RFC 3161: {0}")]
    Form(&'static str),
    #[error("the timestamp is over something else than was asked for")]
    Imprint,
    #[error("the timestamp answers another request: its nonce differs")]
    Nonce,
    #[error("the timestamp does not say who signed it: its certificate is not in it")]
    NoSigner,
    #[error("the signature of the timestamp is wrong")]
    Signature,
    #[error("the certificate of the timestamp authority is not for time-stamping alone (critical extended key usage)")]
    Usage,
    #[error("the timestamp authority is not among the trusted ones: {0}")]
    Untrusted(String),
    #[error("the timestamp's time is outside the validity of the certificate {0}")]
    OutOfDate(String),
    #[error("the clock of the timestamp authority and ours differ by {0} seconds")]
    Clock(i64),
    #[error("no random number could be had")]
    Random,
}

fn told(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(" ({text})") }
}

/// A question for a timestamp over a SHA-256.
#[derive(Clone, Copy, Debug)]
pub struct TimestampRequest {
    imprint: [u8; 32],
    nonce: [u8; 8],
}

/// A timestamp that was verified.
#[derive(Clone, Debug)]
pub struct Timestamp {
    pub(crate) token: Any,
    /// Unix seconds.
    pub time: i64,
    /// The authority's certificate, then those above it as far as they are known.
    pub path: Vec<Certificate>,
    /// Those that the token carries.
    pub certificates: Vec<Certificate>,
}

impl Timestamp {
    /// Of its token, in bytes: what must be kept free for it, see [`crate::sign`].
    pub fn length(&self) -> usize {
        // It was read from DER and can be written again.
        self.token.encoded_len().map_or(usize::MAX, |length| u32::from(length) as usize)
    }
}

impl TimestampRequest {
    pub const MEDIA_TYPE: &str = "application/timestamp-query";

    /// # Errors
    /// When the system gives no random number for the nonce.
    pub fn over(imprint: [u8; 32]) -> Result<Self, TimestampError> {
        let mut nonce = [0; 8];
        SystemRandom::new().fill(&mut nonce).map_err(|_| TimestampError::Random)?;
        // Positive and without a leading zero, so that the integer has one form.
        nonce[0] = nonce[0] & 0x7f | 0x40;
        Ok(Self { imprint, nonce })
    }

    /// # Errors
    /// When the ASN.1 cannot be written, which does not happen.
    pub fn to_der(&self) -> Result<Vec<u8>, TimestampError> {
        let imprint =
            MessageImprint { algorithm: Hash::Sha256.identifier(), hashed: OctetString::new(self.imprint.as_slice())? };
        let nonce = Some(Int::new(&self.nonce)?);
        Ok(Query { version: 1, imprint, policy: None, nonce, with_certificates: true }.to_der()?)
    }

    /// The timestamp in the response, when it answers this request, was signed by an authority that one of the trusted
    /// certificates is or vouches for, and its time is near `at` (unix seconds).
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn verify(&self, response: &[u8], trusted: &[Certificate], at: i64) -> Result<Timestamp, TimestampError> {
        let response = Response::from_der(response)?;
        if response.status.status > 1 {
            let text = response.status.text.unwrap_or_default();
            let text: Vec<&str> = text.iter().filter_map(|one| std::str::from_utf8(one.value()).ok()).collect();
            return Err(TimestampError::Refused { status: response.status.status, text: text.join("; ") });
        }
        let token = Token::read(response.token.ok_or(TimestampError::Form("no token"))?)?;
        let signer = token.signer()?;
        token.verify(&signer, self.imprint)?;
        if token.info.nonce.as_ref().map(Int::as_bytes) != Some(&self.nonce) {
            return Err(TimestampError::Nonce);
        }
        let time = general_time(&token.info.time).ok_or(TimestampError::Form("its time cannot be read"))?;
        if (time - at).abs() > MOST_DRIFT {
            return Err(TimestampError::Clock(time - at));
        }
        let path = token.path(signer, trusted, time)?;
        Ok(Timestamp { token: token.der, time, path, certificates: token.certificates })
    }
}

/// A token as it stands in a seal: read, not yet trusted.
pub(crate) struct Token {
    der: Any,
    data: TokenData,
    /// What is signed.
    content: Vec<u8>,
    info: TstInfo,
    certificates: Vec<Certificate>,
}

impl Token {
    pub fn read(der: Any) -> Result<Self, TimestampError> {
        let outer: ContentInfo = der.decode_as()?;
        if outer.content_type != ID_SIGNED_DATA {
            return Err(TimestampError::Form("the token is no signed data"));
        }
        let data: TokenData = outer.content.decode_as()?;
        if data.version != CmsVersion::V3 || data.content.econtent_type != TST_INFO {
            return Err(TimestampError::Form("the token holds something else"));
        }
        let content = data.content.econtent.as_ref().ok_or(TimestampError::Form("the token is empty"))?;
        let content = content.decode_as::<OctetString>()?.into_bytes().to_vec();
        let info = TstInfo::from_der(&content)?;
        if info.version != 1 {
            return Err(TimestampError::Form("another version"));
        }
        let certificates = data.certificates.iter().flatten();
        let certificates =
            certificates.map(|one| Certificate::from_der(&one.to_der()?)).collect::<Result<_, KeyError>>()?;
        Ok(Self { der, data, content, info, certificates })
    }

    pub fn certificates(&self) -> &[Certificate] {
        &self.certificates
    }

    /// The certificate that the token names as its signer's; it must be in the token, since we asked for that.
    pub fn signer(&self) -> Result<Certificate, TimestampError> {
        let [signer] = self.data.signers.as_slice() else { return Err(TimestampError::Form("not one signer")) };
        let is_named = |one: &&Certificate| match &signer.sid {
            SignerIdentifier::IssuerAndSerialNumber(named) => {
                let certificate = one.parsed.tbs_certificate();
                *certificate.issuer() == named.issuer && *certificate.serial_number() == named.serial_number
            }
            SignerIdentifier::SubjectKeyIdentifier(named) => {
                let own = one.parsed.tbs_certificate().get_extension::<SubjectKeyIdentifier>();
                own.ok().flatten().is_some_and(|(_, own)| own == *named)
            }
        };
        self.certificates.iter().find(is_named).cloned().ok_or(TimestampError::NoSigner)
    }

    /// Whether the signer signed this imprint, and may: everything but whom to trust.
    pub fn verify(&self, signer: &Certificate, imprint: [u8; 32]) -> Result<(), TimestampError> {
        let [signed] = self.data.signers.as_slice() else { return Err(TimestampError::Form("not one signer")) };
        let version = match signed.sid {
            SignerIdentifier::IssuerAndSerialNumber(_) => CmsVersion::V1,
            SignerIdentifier::SubjectKeyIdentifier(_) => CmsVersion::V3,
        };
        if signed.version != version || self.data.digest_algorithms.as_slice() != [signed.digest_algorithm.clone()] {
            return Err(TimestampError::Form("another version or hash"));
        }
        let hash = Hash::from_identifier(&signed.digest_algorithm).ok_or(TimestampError::Form("an unknown hash"))?;
        let attributes = signed.attributes()?;
        let value = |oid| attributes.iter().find(|one| one.oid == oid).and_then(|one| one.values.get(0));
        let named = match (value(SIGNING_CERTIFICATE_V2), value(SIGNING_CERTIFICATE)) {
            (Some(named), _) => names_certificate(named, signer),
            (None, Some(named)) => names_by_sha1(named, signer),
            (None, None) => false,
        };
        let typed = value(CONTENT_TYPE).is_some_and(|kind| kind.decode_as() == Ok(TST_INFO));
        let digest = value(MESSAGE_DIGEST).and_then(|digest| digest.decode_as::<OctetString>().ok());
        let digest = digest.is_some_and(|digest| digest.as_bytes() == hash.of(&[&self.content]));
        let signature = signed.signature.as_bytes();
        let message = signed.message()?;
        if !(named && typed && digest && verify(signer, &signed.signature_algorithm, Some(hash), &message, signature)) {
            return Err(TimestampError::Signature);
        }
        if !signer.may_stamp_time() {
            return Err(TimestampError::Usage);
        }
        if self.info.imprint.algorithm.oid != Hash::Sha256.identifier().oid
            || self.info.imprint.hashed.as_bytes() != imprint
        {
            return Err(TimestampError::Imprint);
        }
        Ok(())
    }

    /// From the signer up; one of it must be trusted, and each valid at the time.
    fn path(
        &self,
        signer: Certificate,
        trusted: &[Certificate],
        time: i64,
    ) -> Result<Vec<Certificate>, TimestampError> {
        let pool: Vec<Certificate> = trusted.iter().chain(&self.certificates).cloned().collect();
        let mut path: Vec<Certificate> = signer.path_above(&pool).into_iter().cloned().collect();
        path.insert(0, signer);
        let Some(anchor) = path.iter().position(|one| trusted.contains(one)) else {
            return Err(TimestampError::Untrusted(path[0].facts().subject));
        };
        if let Some(late) = path[..=anchor].iter().find(|one| !one.facts().covers(time)) {
            return Err(TimestampError::OutOfDate(late.facts().subject));
        }
        Ok(path)
    }
}

/// ESSCertID of RFC 2634, which most authorities still write: a SHA-1.
fn names_by_sha1(value: &Any, certificate: &Certificate) -> bool {
    let Ok(named) = value.decode_as::<SigningCertificate>() else { return false };
    let hash = ring::digest::digest(&ring::digest::SHA1_FOR_LEGACY_USE_ONLY, &certificate.to_der());
    named.certs.first().is_some_and(|first| first.hash.as_bytes() == hash.as_ref())
}

#[derive(Clone, Debug, Sequence)]
struct MessageImprint {
    algorithm: AlgorithmIdentifierOwned,
    hashed: OctetString,
}

/// TimeStampReq (RFC 3161, 2.4.1).
#[derive(Clone, Debug, Sequence)]
struct Query {
    version: u8,
    imprint: MessageImprint,
    #[asn1(optional = "true")]
    policy: Option<ObjectIdentifier>,
    #[asn1(optional = "true")]
    nonce: Option<Int>,
    with_certificates: bool,
}

/// TimeStampResp (RFC 3161, 2.4.2).
#[derive(Clone, Debug, Sequence)]
struct Response {
    status: Status,
    #[asn1(optional = "true")]
    token: Option<Any>,
}

#[derive(Clone, Debug, Sequence)]
struct Status {
    status: u8,
    #[asn1(optional = "true")]
    text: Option<Vec<Any>>,
    #[asn1(optional = "true")]
    failure: Option<BitString>,
}

/// SignedData of a token. Sets are read in the order in which the authority wrote them. Revocation lists and unsigned
/// attributes are not taken: no signature would cover them.
#[derive(Clone, Debug, Sequence)]
struct TokenData {
    version: CmsVersion,
    digest_algorithms: SetOfVec<AlgorithmIdentifierOwned>,
    content: EncapsulatedContentInfo,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    certificates: Option<Vec<Any>>,
    signers: SetOfVec<TokenSigner>,
}

#[derive(Clone, Debug, PartialEq, Eq, Sequence, der::ValueOrd)]
struct TokenSigner {
    version: CmsVersion,
    sid: SignerIdentifier,
    digest_algorithm: AlgorithmIdentifierOwned,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", constructed = "true")]
    attributes: Vec<Any>,
    signature_algorithm: AlgorithmIdentifierOwned,
    signature: OctetString,
}

impl TokenSigner {
    fn attributes(&self) -> der::Result<Vec<Attribute>> {
        self.attributes.iter().map(Any::decode_as).collect()
    }

    /// The attributes as a SET, in their own order: that is what was signed (RFC 5652, 5.4).
    fn message(&self) -> der::Result<Vec<u8>> {
        let mut value = Vec::new();
        for attribute in &self.attributes {
            value.extend(attribute.to_der()?);
        }
        Any::new(Tag::Set, value)?.to_der()
    }
}

/// RFC 3161, 2.4.2.
#[derive(Clone, Debug, Sequence)]
struct TstInfo {
    version: u8,
    policy: ObjectIdentifier,
    imprint: MessageImprint,
    serial: Int,
    time: Any,
    #[asn1(optional = "true")]
    accuracy: Option<Accuracy>,
    #[asn1(default = "bool::default")]
    ordering: bool,
    #[asn1(optional = "true")]
    nonce: Option<Int>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    authority: Option<Any>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", constructed = "true", optional = "true")]
    extensions: Option<Vec<Any>>,
}

#[derive(Clone, Debug, Sequence)]
struct Accuracy {
    #[asn1(optional = "true")]
    seconds: Option<u32>,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    millis: Option<u16>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    micros: Option<u16>,
}

#[derive(Clone, Debug, Sequence)]
struct SigningCertificate {
    certs: Vec<EssCertId>,
    #[asn1(optional = "true")]
    policies: Option<Any>,
}

#[derive(Clone, Debug, Sequence)]
struct EssCertId {
    hash: OctetString,
    #[asn1(optional = "true")]
    issuer_serial: Option<Any>,
}
