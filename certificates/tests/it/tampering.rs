//! A sealed brevet takes no change: the attacks that are known on signed PDF files, and every byte.

use certificates::check::{NotOurs, known_prefixes, strict};
use certificates::{Fingerprint, Language, Level, SealKey, issue, sign};

use crate::keys::seal_key;
use crate::sheets::sheet;

struct Sealed {
    pdf: Vec<u8>,
    ours: [Fingerprint; 1],
    /// Where the seal's `<` and the byte after its `>` are.
    gap: (usize, usize),
}

fn sealed() -> Sealed {
    sealed_with(&seal_key())
}

fn sealed_with(key: &dyn SealKey) -> Sealed {
    of(issue(&sheet(Level::Basic, Language::Fr), key).unwrap(), key)
}

/// With room for a timestamp that it did not get, so that zeros follow the seal: the longest seal of a key leaves none.
fn sealed_with_zeros() -> Sealed {
    let key = seal_key();
    let signed = sign(&sheet(Level::Basic, Language::Fr), &key, 100, None).unwrap();
    of(signed.into_pdf().unwrap(), &key)
}

fn of(pdf: Vec<u8>, key: &dyn SealKey) -> Sealed {
    let from = find(&pdf, b"/Contents<") + "/Contents".len();
    let to = from + find(&pdf[from..], b">") + 1;
    Sealed { pdf, ours: [key.facts().fingerprint], gap: (from, to) }
}

fn find(pdf: &[u8], words: &[u8]) -> usize {
    pdf.windows(words.len()).position(|window| window == words).unwrap()
}

impl Sealed {
    fn verdict(&self, pdf: &[u8]) -> Result<Fingerprint, NotOurs> {
        strict(pdf, &self.ours)
    }

    fn with(&self, change: impl FnOnce(&mut Vec<u8>)) -> Result<Fingerprint, NotOurs> {
        let mut pdf = self.pdf.clone();
        change(&mut pdf);
        self.verdict(&pdf)
    }

    /// Another /ByteRange, as long as ours.
    fn with_range(&self, range: &str) -> Result<Fingerprint, NotOurs> {
        self.with(|pdf| {
            let from = find(pdf, b"/ByteRange[");
            let to = from + find(&pdf[from..], b"/Contents");
            let padded = format!("/ByteRange[{range}]");
            let padded = format!("{padded:<width$}", width = to - from);
            pdf.splice(from..to, padded.bytes());
        })
    }
}

#[test]
fn promise_3_a_sealed_brevet_passes_as_it_is() {
    let sealed = sealed();
    assert_eq!(sealed.verdict(&sealed.pdf), Ok(sealed.ours[0]));
}

#[test]
fn promise_3_no_byte_of_the_file_can_be_changed() {
    let sealed = sealed();
    let mut pdf = sealed.pdf.clone();
    // Every seventh byte, and every byte of the seal.
    let (from, to) = sealed.gap;
    let seal_end = from + 2 * 1100;
    for place in (0..pdf.len()).filter(|place| place % 7 == 0 || (from..seal_end.min(to)).contains(place)) {
        let before = pdf[place];
        pdf[place] = if before == b'7' { b'8' } else { b'7' };
        assert!(sealed.verdict(&pdf).is_err(), "byte {place} was changed from {before} unseen");
        pdf[place] = before;
    }
}

#[test]
fn what_is_changed_under_the_seal_is_called_changed() {
    let sealed = sealed();
    let verdict = sealed.with(|pdf| {
        let place = find(pdf, b"stream\n") + 40;
        pdf[place] ^= 1;
    });
    assert_eq!(verdict, Err(NotOurs::Changed));
}

#[test]
fn an_appended_comment_is_refused_and_our_brevet_found_under_it() {
    let sealed = sealed();
    let mut pdf = sealed.pdf.clone();
    pdf.extend(b"% seen by HR\n%%EOF\n");
    assert_eq!(sealed.verdict(&pdf), Err(NotOurs::Uncovered));
    let original = known_prefixes(&sealed.pdf).pop().unwrap();
    assert_eq!(original.length, sealed.pdf.len());
    assert!(known_prefixes(&pdf).contains(&original));
}

#[test]
fn an_incremental_update_is_refused_and_our_brevet_found_under_it() {
    let sealed = sealed();
    let mut pdf = sealed.pdf.clone();
    let at = pdf.len();
    pdf.extend(format!("1 0 obj\n<</Lang(nl-BE)>>\nendobj\nxref\n1 1\n{at:010} 00000 n \ntrailer\n<</Size 99/Prev 9>>\nstartxref\n{}\n%%EOF\n", at + 40).bytes());
    assert_eq!(sealed.verdict(&pdf), Err(NotOurs::Uncovered));
    let original = known_prefixes(&sealed.pdf).pop().unwrap();
    assert!(known_prefixes(&pdf).contains(&original));
}

#[test]
fn a_lost_last_newline_is_found_too() {
    let sealed = sealed();
    let prefixes = known_prefixes(&sealed.pdf);
    assert_eq!(prefixes.len(), 2);
    let cut = &sealed.pdf[..sealed.pdf.len() - 1];
    assert_eq!(known_prefixes(cut), prefixes[..1]);
    assert_eq!(sealed.verdict(cut), Err(NotOurs::Uncovered));
}

#[test]
fn at_most_sixteen_ends_of_file_are_looked_at() {
    assert_eq!(known_prefixes(&b"%%EOF\n".repeat(40)).len(), 32);
    assert_eq!(known_prefixes(b"no end").len(), 0);
}

#[test]
fn the_seal_of_a_stranger_is_refused() {
    let (ours, theirs) = (sealed(), sealed());
    assert_eq!(ours.verdict(&theirs.pdf), Err(NotOurs::Stranger));
}

#[test]
fn any_of_several_certificates_of_ours_is_known() {
    let (one, other) = (sealed(), sealed());
    let both = [one.ours[0], other.ours[0]];
    assert_eq!(strict(&other.pdf, &both), Ok(other.ours[0]));
    assert_eq!(strict(&other.pdf, &[]), Err(NotOurs::Stranger));
}

#[test]
fn nothing_can_hide_in_the_zeros_after_the_seal() {
    let sealed = sealed_with_zeros();
    let (_, to) = sealed.gap;
    assert_eq!(sealed.verdict(&sealed.pdf), Ok(sealed.ours[0]));
    assert_eq!(sealed.with(|pdf| pdf[to - 2] = b'1'), Err(NotOurs::Form));
    assert_eq!(sealed.with(|pdf| pdf[to - 2] = b' '), Err(NotOurs::Form));
}

#[test]
fn an_emptied_seal_is_refused() {
    let sealed = sealed();
    let (from, to) = sealed.gap;
    assert_eq!(sealed.with(|pdf| pdf[from + 1..to - 1].fill(b'0')), Err(NotOurs::Form));
}

#[test]
fn games_with_the_byte_range_are_refused() {
    let sealed = sealed();
    let (from, to) = sealed.gap;
    let length = sealed.pdf.len();
    let rest = length - to;
    let tail = length - 40;
    for (range, refusal) in [
        (format!("0 {from} {to} {rest}"), None),
        (format!("1 {} {to} {rest}", from - 1), Some(NotOurs::Form)),
        (format!("0 {from} {to} {}", rest - 1), Some(NotOurs::Uncovered)),
        (format!("0 {from} {tail} 40"), Some(NotOurs::Form)),
        (format!("0 {} {to} {rest}", from - 20), Some(NotOurs::Form)),
        (format!("0 0 0 {length}"), Some(NotOurs::Uncovered)),
        (format!("0 {to} {from} {rest}"), Some(NotOurs::Uncovered)),
        (format!("0 {from} {to} 9999999999"), Some(NotOurs::Uncovered)),
        (format!("0 {from} {to} +{rest}"), Some(NotOurs::Form)),
        (format!("0 {from} {to} 0{rest}"), Some(NotOurs::Form)),
        ("null".to_owned(), Some(NotOurs::Form)),
        (String::new(), Some(NotOurs::Form)),
    ] {
        let verdict = sealed.with_range(&range);
        assert_eq!(verdict.err(), refusal, "{range}");
    }
}

#[test]
fn a_second_byte_range_is_refused() {
    let sealed = sealed();
    let verdict = sealed.with(|pdf| pdf.extend(b"%/ByteRange[0 1 2 3]\n"));
    assert_eq!(verdict, Err(NotOurs::Form));
}

#[test]
fn a_seal_on_another_page_is_refused() {
    let key = seal_key();
    let (one, mut sheet) = (sealed_with(&key), sheet(Level::Basic, Language::Fr));
    sheet.holder = "Eva Mendes".to_owned();
    let other = issue(&sheet, &key).unwrap();
    let from = find(&other, b"/Contents<") + "/Contents".len();
    let mut forged = other.clone();
    forged[from..from + (one.gap.1 - one.gap.0)].copy_from_slice(&one.pdf[one.gap.0..one.gap.1]);
    assert_eq!(one.verdict(&other), Ok(one.ours[0]));
    assert_eq!(one.verdict(&forged), Err(NotOurs::Changed));
}

#[test]
fn a_file_that_is_no_pdf_is_refused() {
    let sealed = sealed();
    for bytes in [&b""[..], b"%PDF-1.7", b"/ByteRange[0 0 0 0]", &[b'<'; 4096]] {
        assert!(sealed.verdict(bytes).is_err());
    }
    assert_eq!(sealed.verdict(&vec![0; 5 * 1024 * 1024]), Err(NotOurs::TooLarge));
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let sealed = sealed();
    for length in (0..sealed.pdf.len()).step_by(211) {
        assert!(sealed.verdict(&sealed.pdf[..length]).is_err(), "{length} bytes were accepted");
    }
}
