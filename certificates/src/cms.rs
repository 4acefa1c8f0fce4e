//! The seal itself: a detached CMS SignedData with the signed attributes of a CAdES baseline signature.

use cms::cert::IssuerAndSerialNumber;
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{EncapsulatedContentInfo, SignedAttributes, SignerIdentifier, SignerInfo, UnsignedAttributes};
use der::asn1::{Any, ObjectIdentifier, OctetString, SetOfVec};
use der::{Encode, Sequence};
use spki::AlgorithmIdentifierOwned;
use x509_cert::attr::Attribute;

use crate::keys::{Algorithm, Fingerprint, KeyError, SealCertificate, SealKey};

const ID_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
pub(crate) const ID_SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
pub(crate) const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const RSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");

/// Why no CMS could be made.
#[derive(Debug, thiserror::Error)]
pub enum CmsError {
    #[error("the seal's ASN.1 could not be written")]
    Asn1(#[from] der::Error),
    #[error("the seal was not signed")]
    Key(#[from] KeyError),
}

/// The parts of a seal; from equal parts comes the same CMS, byte for byte.
pub(crate) struct Parts<'a> {
    pub leaf: &'a SealCertificate,
    /// Every certificate in the CMS, the leaf among them, each as it was read.
    pub certificates: SetOfVec<Any>,
    pub attributes: SignedAttributes,
    pub algorithm: Algorithm,
    pub signature: OctetString,
    /// A timestamp token would stand here (ETSI EN 319 122-1, 5.3: level B-T).
    pub unsigned: Option<UnsignedAttributes>,
}

/// Signs the digest and gives the DER of the CMS (PAdES level B-B, ETSI EN 319 142-1, 6).
pub(crate) fn sign(key: &SealKey, digest: [u8; 32]) -> Result<Vec<u8>, CmsError> {
    let attributes = signed_attributes(digest, key.leaf().fingerprint)?;
    let signature = OctetString::new(key.sign(&attributes.to_der()?)?)?;
    let certificates = SetOfVec::from_iter(key.chain().map(|one| one.der.clone()))?;
    let algorithm = key.algorithm();
    let parts = Parts { leaf: key.leaf(), certificates, attributes, algorithm, signature, unsigned: None };
    Ok(parts.into_der()?)
}

/// contentType, messageDigest and signingCertificateV2 (ETSI EN 319 122-1, 5.1 and 5.2). No signing time: in a
/// PDF it stands in the signature dictionary. The DER of this set is what is signed (RFC 5652, 5.4).
pub(crate) fn signed_attributes(digest: [u8; 32], leaf: Fingerprint) -> der::Result<SignedAttributes> {
    let certificate = EssCertIdV2 { hash_alg: None, cert_hash: OctetString::new(leaf.0)?, issuer_serial: None };
    let signing_certificate = SigningCertificateV2 { certs: vec![certificate], policies: None };
    let mut attributes = SetOfVec::new();
    attributes.insert(attribute(CONTENT_TYPE, Any::encode_from(&ID_DATA)?)?)?;
    attributes.insert(attribute(MESSAGE_DIGEST, Any::encode_from(&OctetString::new(digest)?)?)?)?;
    attributes.insert(attribute(SIGNING_CERTIFICATE_V2, Any::encode_from(&signing_certificate)?)?)?;
    Ok(attributes)
}

impl Parts<'_> {
    pub fn into_der(self) -> der::Result<Vec<u8>> {
        let leaf = self.leaf.certificate.tbs_certificate();
        let signer = SignerInfo {
            version: CmsVersion::V1,
            sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
                issuer: leaf.issuer().clone(),
                serial_number: leaf.serial_number().clone(),
            }),
            digest_alg: sha256(),
            signed_attrs: Some(self.attributes),
            signature_algorithm: self.algorithm.identifier(),
            signature: self.signature,
            unsigned_attrs: self.unsigned,
        };
        let sealed = SealedData {
            version: CmsVersion::V1,
            digest_algorithms: SetOfVec::try_from([sha256()])?,
            content: EncapsulatedContentInfo { econtent_type: ID_DATA, econtent: None },
            certificates: self.certificates,
            signers: SetOfVec::try_from([signer])?,
        };
        ContentInfo { content_type: ID_SIGNED_DATA, content: Any::encode_from(&sealed)? }.to_der()
    }
}

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

impl Algorithm {
    /// With absent parameters for ECDSA (RFC 5754, 3.2) and NULL for RSA (RFC 4055, 5).
    fn identifier(self) -> AlgorithmIdentifierOwned {
        match self {
            Self::EcdsaSha256 => AlgorithmIdentifierOwned { oid: ECDSA_WITH_SHA256, parameters: None },
            Self::RsaSha256 => AlgorithmIdentifierOwned { oid: RSA_WITH_SHA256, parameters: Some(Any::null()) },
        }
    }

    pub fn from_identifier(identifier: &AlgorithmIdentifierOwned) -> Option<Self> {
        [Self::EcdsaSha256, Self::RsaSha256].into_iter().find(|algorithm| algorithm.identifier() == *identifier)
    }
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

fn sha256() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid: SHA256, parameters: None }
}

fn attribute(oid: ObjectIdentifier, value: Any) -> der::Result<Attribute> {
    let mut values = SetOfVec::new();
    values.insert(value)?;
    Ok(Attribute { oid, values })
}
