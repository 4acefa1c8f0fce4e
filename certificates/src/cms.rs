//! The seal itself: a detached CMS SignedData with the signed attributes of a CAdES baseline signature.

use cms::cert::IssuerAndSerialNumber;
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{EncapsulatedContentInfo, SignedAttributes, SignerIdentifier, SignerInfo, UnsignedAttributes};
use der::asn1::{Any, ObjectIdentifier, OctetString, SetOfVec};
use der::{Encode, Sequence};
use spki::AlgorithmIdentifierOwned;
use x509_cert::attr::Attribute;

use crate::algorithm::{Algorithm, Hash};
use crate::certificate::{Certificate, Fingerprint};
use crate::keys::{KeyError, SealKey};

const ID_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
pub(crate) const ID_SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
pub(crate) const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
pub(crate) const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
pub(crate) const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const TIMESTAMP_TOKEN: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");

/// Why no CMS could be made.
#[derive(Debug, thiserror::Error)]
pub enum CmsError {
    #[error("the seal's ASN.1 could not be written")]
    Asn1(#[from] der::Error),
    #[error("the seal was not signed")]
    Key(#[from] KeyError),
}

/// The parts of a seal; from equal parts comes the same CMS, byte for byte.
pub(crate) struct Parts {
    pub leaf: Certificate,
    /// Every certificate in the CMS, the leaf among them, each as it was read.
    pub certificates: SetOfVec<Any>,
    pub attributes: SignedAttributes,
    pub algorithm: Algorithm,
    pub signature: OctetString,
    /// A timestamp token over the signature (ETSI EN 319 122-1, 5.3: level B-T), and nothing else.
    pub timestamp: Option<Any>,
}

/// Signs the digest (PAdES level B-B, ETSI EN 319 142-1, 6).
pub(crate) fn sign(key: &dyn SealKey, digest: &[u8]) -> Result<Parts, CmsError> {
    let chain = key.chain();
    let attributes = signed_attributes(digest, chain.leaf.fingerprint)?;
    let signature = key.sign(&attributes.to_der()?)?;
    Ok(parts(&chain.leaf, &chain.above, key.algorithm(), attributes, signature)?)
}

/// In bytes, the longest seal with these certificates and no timestamp. A signature has another length each time.
pub(crate) fn longest(leaf: &Certificate, above: &[Certificate], algorithm: Algorithm) -> der::Result<usize> {
    let attributes = signed_attributes(&algorithm.hash().of(&[]), leaf.fingerprint)?;
    let signature = vec![0; leaf.key_kind().longest_signature()];
    Ok(parts(leaf, above, algorithm, attributes, signature)?.into_der()?.len())
}

fn parts(
    leaf: &Certificate,
    above: &[Certificate],
    algorithm: Algorithm,
    attributes: SignedAttributes,
    signature: Vec<u8>,
) -> der::Result<Parts> {
    let certificates = SetOfVec::from_iter(std::iter::once(leaf).chain(above).map(|one| one.der.clone()))?;
    let signature = OctetString::new(signature)?;
    Ok(Parts { leaf: leaf.clone(), certificates, attributes, algorithm, signature, timestamp: None })
}

/// contentType, messageDigest and signingCertificateV2 (ETSI EN 319 122-1, 5.1 and 5.2). No signing time: in a
/// PDF it stands in the signature dictionary. The DER of this set is what is signed (RFC 5652, 5.4).
pub(crate) fn signed_attributes(digest: &[u8], leaf: Fingerprint) -> der::Result<SignedAttributes> {
    let certificate = EssCertIdV2 { hash_alg: None, cert_hash: OctetString::new(leaf.0)?, issuer_serial: None };
    let signing_certificate = SigningCertificateV2 { certs: vec![certificate], policies: None };
    let mut attributes = SetOfVec::new();
    attributes.insert(attribute(CONTENT_TYPE, Any::encode_from(&ID_DATA)?)?)?;
    attributes.insert(attribute(MESSAGE_DIGEST, Any::encode_from(&OctetString::new(digest)?)?)?)?;
    attributes.insert(attribute(SIGNING_CERTIFICATE_V2, Any::encode_from(&signing_certificate)?)?)?;
    Ok(attributes)
}

impl Parts {
    /// What a timestamp is taken over: SHA-256 of the signature value.
    pub fn imprint(&self) -> [u8; 32] {
        use sha2::Digest;
        sha2::Sha256::digest(self.signature.as_bytes()).into()
    }

    pub fn into_der(self) -> der::Result<Vec<u8>> {
        let leaf = self.leaf.parsed.tbs_certificate();
        let hash = self.algorithm.hash().identifier();
        let token = |token| SetOfVec::try_from([attribute(TIMESTAMP_TOKEN, token)?]);
        let signer = SignerInfo {
            version: CmsVersion::V1,
            sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
                issuer: leaf.issuer().clone(),
                serial_number: leaf.serial_number().clone(),
            }),
            digest_alg: hash.clone(),
            signed_attrs: Some(self.attributes),
            signature_algorithm: self.algorithm.identifier(),
            signature: self.signature,
            unsigned_attrs: self.timestamp.map(token).transpose()?,
        };
        let sealed = SealedData {
            version: CmsVersion::V1,
            digest_algorithms: SetOfVec::try_from([hash])?,
            content: EncapsulatedContentInfo { econtent_type: ID_DATA, econtent: None },
            certificates: self.certificates,
            signers: SetOfVec::try_from([signer])?,
        };
        ContentInfo { content_type: ID_SIGNED_DATA, content: Any::encode_from(&sealed)? }.to_der()
    }
}

/// The timestamp token among unsigned attributes: none, or one alone. Otherwise it is not our form.
pub(crate) fn only_timestamp(unsigned: Option<&UnsignedAttributes>) -> Result<Option<Any>, NoSingleTimestamp> {
    let Some(unsigned) = unsigned else { return Ok(None) };
    match unsigned.as_slice() {
        [attribute] if attribute.oid == TIMESTAMP_TOKEN => match attribute.values.as_slice() {
            [token] => Ok(Some(token.clone())),
            _ => Err(NoSingleTimestamp),
        },
        _ => Err(NoSingleTimestamp),
    }
}

pub(crate) struct NoSingleTimestamp;

/// SignedData (RFC 5652, 5.1) as a seal has it: no content, no revocation lists, and certificates that keep
/// their own bytes, since a signature covers each.
#[derive(Clone, Debug, Sequence)]
pub(crate) struct SealedData {
    version: CmsVersion,
    digest_algorithms: SetOfVec<AlgorithmIdentifierOwned>,
    content: EncapsulatedContentInfo,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", constructed = "true")]
    pub certificates: SetOfVec<Any>,
    pub signers: SetOfVec<SignerInfo>,
}

/// RFC 5035, 4. An absent hash algorithm means SHA-256.
#[derive(Clone, Debug, Sequence)]
struct EssCertIdV2 {
    #[asn1(optional = "true")]
    hash_alg: Option<AlgorithmIdentifierOwned>,
    cert_hash: OctetString,
    #[asn1(optional = "true")]
    issuer_serial: Option<Any>,
}

#[derive(Clone, Debug, Sequence)]
struct SigningCertificateV2 {
    certs: Vec<EssCertIdV2>,
    #[asn1(optional = "true")]
    policies: Option<Any>,
}

/// Whether the value of a signingCertificateV2 names this certificate first.
pub(crate) fn names_certificate(value: &Any, certificate: &Certificate) -> bool {
    let Ok(named) = value.decode_as::<SigningCertificateV2>() else { return false };
    let Some(first) = named.certs.first() else { return false };
    let hash = first.hash_alg.as_ref().map_or(Some(Hash::Sha256), Hash::from_identifier);
    hash.is_some_and(|hash| hash.of(&[&certificate.to_der()]) == first.cert_hash.as_bytes())
}

fn attribute(oid: ObjectIdentifier, value: Any) -> der::Result<Attribute> {
    let mut values = SetOfVec::new();
    values.insert(value)?;
    Ok(Attribute { oid, values })
}
