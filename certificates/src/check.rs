//! What can be said of a file that someone uploads, without a PDF reader ever opening it.
//!
//! A seal alone does not prove that a file is the one we issued: the register of hashes does. [`known_prefixes`]
//! finds our brevet under something that was appended, and [`strict`] tells a genuine seal in a file that the
//! register does not hold.

use cms::content_info::ContentInfo;
use cms::signed_data::{SignerIdentifier, SignerInfo};
use der::asn1::{Any, OctetString, SetOfVec};
use der::{Decode, Encode};
use memchr::memmem;
use sha2::{Digest, Sha256};

use crate::algorithm::Algorithm;
use crate::certificate::{Certificate, Fingerprint};
use crate::cms::{ID_SIGNED_DATA, MESSAGE_DIGEST, Parts, SealedData, only_timestamp, signed_attributes};
use crate::seal::{Gap, digest, only};
use crate::timestamp::Token;

/// The largest file that is looked at, in bytes.
pub const LARGEST: usize = 4 * 1024 * 1024;

/// How many ends of file are looked at; ours have one.
const MOST_ENDS: usize = 16;

/// The beginning of a file, up to an end-of-file mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prefix {
    /// In bytes.
    pub length: usize,
    pub sha256: [u8; 32],
}

/// Why a file is not one that we sealed, or no longer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotOurs {
    #[error("the file is larger than a brevet can be")]
    TooLarge,
    #[error("the file is not in the form in which we seal")]
    Form,
    #[error("the seal does not cover the whole file")]
    Uncovered,
    #[error("the seal is not of one of our certificates")]
    Stranger,
    #[error("the file was changed after it was sealed")]
    Changed,
    #[error("the seal itself was changed")]
    BrokenSeal,
    #[error("the timestamp of the seal is not right, or not of an authority that we use")]
    Timestamp,
}

/// The beginnings of the file that end in `%%EOF`, with and without the newline after it: at most sixteen marks.
///
/// When the register knows one of them and not the whole file, something was appended to a brevet of ours.
pub fn known_prefixes(pdf: &[u8]) -> Vec<Prefix> {
    const MARK: &[u8] = b"%%EOF";
    let pdf = &pdf[..pdf.len().min(LARGEST)];
    let ends = memmem::find_iter(pdf, MARK).map(|place| place + MARK.len());
    let mut hash = Sha256::new();
    let mut hashed = 0;
    let mut prefixes = Vec::new();
    for end in ends.take(MOST_ENDS) {
        let newline = pdf.get(end) == Some(&b'\n');
        for length in std::iter::once(end).chain(newline.then_some(end + 1)) {
            hash.update(&pdf[hashed..length]);
            hashed = length;
            prefixes.push(Prefix { length, sha256: hash.clone().finalize().into() });
        }
    }
    prefixes
}

/// Whether the file is, to the byte, one that we sealed with one of these certificates; gives that certificate.
///
/// It accepts only the form that [`crate::issue`] and [`crate::Signed`] write: one byte range over the whole file but
/// the seal, a seal that is exactly the DER we would write from its parts, and zeros after it. Nothing signs the
/// certificates above the seal's own and those of a timestamp, so each must be among `ours` as well, byte for byte; a
/// timestamp must be right in itself. `ours` are therefore the fingerprints of every certificate that we ever put into
/// a seal.
///
/// # Errors
/// The first reason for which it is not.
pub fn strict(pdf: &[u8], ours: &[Fingerprint]) -> Result<Fingerprint, NotOurs> {
    if pdf.len() > LARGEST {
        return Err(NotOurs::TooLarge);
    }
    let gap = gap(pdf)?;
    let seal = seal_in(&pdf[gap.from + 1..gap.to - 1])?;
    let sealed = sealed_data(&seal)?;
    let [signer] = sealed.signers.as_slice() else { return Err(NotOurs::Form) };
    let algorithm = Algorithm::from_identifier(&signer.signature_algorithm).ok_or(NotOurs::Form)?;
    let digest = digest(pdf, &gap, algorithm.hash());
    if signed_digest(signer).as_ref() != Some(&digest) {
        return Err(NotOurs::Changed);
    }
    let leaf = our_certificate(&sealed.certificates, signer, ours)?;
    let attributes = signed_attributes(&digest, leaf.fingerprint).map_err(|_| NotOurs::BrokenSeal)?;
    let message = attributes.to_der().map_err(|_| NotOurs::BrokenSeal)?;
    let verified = algorithm.verifies(&leaf, &message, signer.signature.as_bytes());
    let fingerprint = leaf.fingerprint;
    let parts = Parts {
        leaf,
        certificates: sealed.certificates.clone(),
        attributes,
        algorithm,
        signature: signer.signature.clone(),
        timestamp: only_timestamp(signer.unsigned_attrs.as_ref()).map_err(|_| NotOurs::Form)?,
    };
    if let Some(token) = &parts.timestamp {
        check_timestamp(token, parts.imprint(), ours)?;
    }
    let rewritten = parts.into_der().map_err(|_| NotOurs::BrokenSeal)?;
    if verified && rewritten == seal { Ok(fingerprint) } else { Err(NotOurs::BrokenSeal) }
}

/// A timestamp over this signature, by a certificate of ours.
fn check_timestamp(token: &Any, imprint: [u8; 32], ours: &[Fingerprint]) -> Result<(), NotOurs> {
    let token = Token::read(token.clone()).map_err(|_| NotOurs::Timestamp)?;
    let known = token.certificates().iter().all(|one| ours.contains(&one.fingerprint));
    let signer = token.signer().map_err(|_| NotOurs::Timestamp)?;
    match token.verify(&signer, imprint) {
        Ok(()) if known => Ok(()),
        Ok(()) | Err(_) => Err(NotOurs::Timestamp),
    }
}

/// The gap of the only /ByteRange, when the range covers everything else and the gap is the /Contents after it.
fn gap(pdf: &[u8]) -> Result<Gap, NotOurs> {
    const KEY: &[u8] = b"/ByteRange[";
    let place = only(pdf, KEY).ok_or(NotOurs::Form)? + KEY.len();
    let range = pdf[place..].split(|byte| *byte == b']').next().unwrap_or_default();
    let numbers: Vec<usize> =
        range.split(|byte| *byte == b' ').map(number).collect::<Option<_>>().ok_or(NotOurs::Form)?;
    let [0, from, to, rest] = numbers[..] else { return Err(NotOurs::Form) };
    if from + 1 >= to || to.checked_add(rest) != Some(pdf.len()) || place >= from {
        return Err(NotOurs::Uncovered);
    }
    let bracketed = pdf[from] == b'<' && pdf[to - 1] == b'>' && pdf[..from].ends_with(b"/Contents");
    if bracketed { Ok(Gap { from, to }) } else { Err(NotOurs::Form) }
}

/// Digits only, without a leading zero, at most ten.
fn number(digits: &[u8]) -> Option<usize> {
    let plain = digits.iter().all(u8::is_ascii_digit) && (1..=10).contains(&digits.len());
    let canonical = digits.len() == 1 || digits.first() != Some(&b'0');
    if plain && canonical { std::str::from_utf8(digits).ok()?.parse().ok() } else { None }
}

/// The DER at the start of the hexadecimal string, when only zeros follow it.
fn seal_in(hex: &[u8]) -> Result<Vec<u8>, NotOurs> {
    let (pairs, []) = hex.as_chunks::<2>() else { return Err(NotOurs::Form) };
    let mut bytes: Vec<u8> = pairs
        .iter()
        .map(|[high, low]| Some(hex_value(*high)? << 4 | hex_value(*low)?))
        .collect::<Option<_>>()
        .ok_or(NotOurs::Form)?;
    // Every seal is longer than 255 and shorter than 65,536 bytes, so its length takes two bytes.
    let [0x30, 0x82, high, low, ..] = bytes[..] else { return Err(NotOurs::Form) };
    let length = 4 + usize::from(u16::from_be_bytes([high, low]));
    if length > bytes.len() || bytes[length..].iter().any(|byte| *byte != 0) {
        return Err(NotOurs::Form);
    }
    bytes.truncate(length);
    Ok(bytes)
}

fn hex_value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

fn sealed_data(seal: &[u8]) -> Result<SealedData, NotOurs> {
    let content = ContentInfo::from_der(seal).map_err(|_| NotOurs::Form)?;
    if content.content_type != ID_SIGNED_DATA {
        return Err(NotOurs::Form);
    }
    content.content.decode_as().map_err(|_| NotOurs::Form)
}

/// The certificate that the signer names, when it and every other certificate in the seal is ours, and its key is one that
/// seals: those above it and those of timestamps are ours too, and sign other things.
fn our_certificate(
    certificates: &SetOfVec<Any>,
    signer: &SignerInfo,
    ours: &[Fingerprint],
) -> Result<Certificate, NotOurs> {
    let SignerIdentifier::IssuerAndSerialNumber(named) = &signer.sid else { return Err(NotOurs::Form) };
    let mut leaf = None;
    for certificate in certificates.iter() {
        let der = certificate.to_der().map_err(|_| NotOurs::Form)?;
        if !ours.contains(&Fingerprint::of(&der)) {
            return Err(NotOurs::Stranger);
        }
        let certificate = Certificate::from_der(&der).map_err(|_| NotOurs::Form)?;
        let own = certificate.parsed.tbs_certificate();
        if *own.issuer() == named.issuer && *own.serial_number() == named.serial_number {
            leaf = Some(certificate);
        }
    }
    leaf.filter(|leaf| leaf.may_seal() && !leaf.may_stamp_time()).ok_or(NotOurs::Stranger)
}

fn signed_digest(signer: &SignerInfo) -> Option<Vec<u8>> {
    let attribute = signer.signed_attrs.as_ref()?.iter().find(|attribute| attribute.oid == MESSAGE_DIGEST)?;
    Some(attribute.values.get(0)?.decode_as::<OctetString>().ok()?.into_bytes().into())
}
