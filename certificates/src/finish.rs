//! From a drawn page to a complete PDF/A-2a (with a badge inside: 3a) and PDF/UA-1 file, with or without a place for the seal.
//!
//! printpdf writes the page and embeds the fonts; everything that makes the file archival and accessible is
//! added here, on the lopdf document that printpdf hands out. The two crates must therefore agree on lopdf's
//! version, which is why both are pinned.

use std::io::Write;

use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::{FontId, PdfDocument, PdfFont, PdfPage, PdfParseErrorSeverity, PdfSaveOptions, Pt, Rect};
use sha2::{Digest, Sha256};

use crate::attachment;
use crate::field::{Field, Sealer};
use crate::font::{self, SubsetError};
use crate::layout::Composition;
use crate::paper::{HEIGHT, Paper, WIDTH};
use crate::pdf::{Moment, name, reference, text};
use crate::revocation::Evidence;
use crate::seal::Room;
use crate::sheet::Sheet;
use crate::store;
use crate::tags::{self, Widget};
use crate::words::words;
use crate::xmp;

/// Why the drawn page could not become a file.
#[derive(Debug, thiserror::Error)]
pub enum FinishError {
    #[error("the second {0} since 1970 has no date")]
    Moment(i64),
    #[error(transparent)]
    Subset(#[from] SubsetError),
    #[error("printpdf refused the page: {0}")]
    Page(String),
    #[error("the PDF objects could not be completed")]
    Objects(#[from] lopdf::Error),
    #[error("the file could not be written")]
    Write(#[from] std::io::Error),
}

/// Whether the file gets a signature field, and what it then carries for those who check it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Purpose<'a> {
    ToBeSealed { room: Room, evidence: Option<&'a Evidence> },
    Unsealed,
}

/// The complete file; one that is to be sealed still has zeros where the seal comes (see [`crate::seal`]).
///
/// Equal sheets give equal bytes.
pub(crate) fn finish(sheet: &Sheet, composition: Composition, purpose: Purpose) -> Result<Vec<u8>, FinishError> {
    let at = Moment::from_unix(sheet.sealed_at).ok_or(FinishError::Moment(sheet.sealed_at))?;
    let words = words(sheet.language, sheet.level);
    let facts = xmp::Facts {
        title: format!("{} – {} – {}", words.heading, words.level, sheet.grouped_number()),
        author: &sheet.issuer,
        language: sheet.language.tag(),
        number: sheet.number.trim(),
        at,
        part: if sheet.badge.is_some() { 3 } else { 2 },
    };
    let Composition { mut paper, seal } = composition;
    let elements = std::mem::take(&mut paper.elements);
    let mut doc = drawn(paper, &facts.title)?;
    let catalog = doc.trailer.get(b"Root")?.as_reference()?;
    let page = *doc.get_pages().get(&1).ok_or(lopdf::Error::PageNumberNotFound(1))?;

    let tooltip = format!("{} {}", words.seal_of, sheet.issuer);
    let field = match purpose {
        Purpose::ToBeSealed { room, evidence } => {
            if let Some(evidence) = evidence {
                store::enter(&mut doc, catalog, evidence)?;
            }
            Some(Field::add(&mut doc, &Sealer { issuer: &sheet.issuer, tooltip: &tooltip, at, area: seal, room }))
        }
        Purpose::Unsealed => None,
    };
    let widget = field.as_ref().map(|field| Widget { id: field.widget, alt: &tooltip });
    let structure = tags::structure(&mut doc, page, &elements, widget.as_ref());
    tie_to_page(&mut doc, page, structure.annotations)?;
    describe(&mut doc, catalog, &facts, structure.root)?;
    if let Some(badge) = &sheet.badge {
        attachment::attach(&mut doc, catalog, badge, at)?;
    }
    if let Some(field) = &field {
        field.enter(&mut doc, catalog)?;
    }
    identify(&mut doc, sheet);
    compress(&mut doc)?;
    written(doc)
}

fn drawn(paper: Paper, title: &str) -> Result<Document, FinishError> {
    let mut pdf = PdfDocument::new(title);
    for (typeface, letters) in &paper.letters {
        let font = PdfFont::new(font::subset(*typeface, letters)?);
        pdf.resources.fonts.map.insert(FontId(typeface.tag().to_owned()), font);
    }
    let sheet = Rect::from_wh(Pt(WIDTH), Pt(HEIGHT));
    let page = PdfPage { media_box: sheet.clone(), trim_box: sheet.clone(), crop_box: sheet, ops: paper.ops };
    pdf.pages = vec![page];
    let mut warnings = Vec::new();
    let mut doc = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if let Some(warning) = warnings.iter().find(|warning| warning.severity == PdfParseErrorSeverity::Error) {
        return Err(FinishError::Page(warning.msg.clone()));
    }
    doc.version = "1.7".to_owned();
    Ok(doc)
}

fn tie_to_page(doc: &mut Document, page: ObjectId, annotations: Vec<Object>) -> lopdf::Result<()> {
    let page = doc.get_dictionary_mut(page)?;
    page.set("StructParents", 0);
    page.set("Tabs", name("S"));
    page.set("Annots", annotations);
    Ok(())
}

fn describe(doc: &mut Document, catalog: ObjectId, facts: &xmp::Facts, root: ObjectId) -> Result<(), FinishError> {
    let date = || Object::string_literal(facts.at.pdf());
    let info = doc.trailer.get(b"Info")?.as_reference()?;
    doc.set_object(info, dictionary! {
        "Title" => text(&facts.title), "Author" => text(facts.author), "Producer" => Object::string_literal(xmp::PRODUCER),
        "CreationDate" => date(), "ModDate" => date(),
    });
    let metadata =
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp::packet(facts).into_bytes());
    // Uncompressed, so that archives find it without a PDF reader.
    let metadata = doc.add_object(metadata.with_compression(false));
    let profile = doc.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    let intent = dictionary! {
        "Type" => "OutputIntent", "S" => name("GTS_PDFA1"), "DestOutputProfile" => reference(profile),
        "OutputConditionIdentifier" => Object::string_literal("sRGB IEC61966-2.1"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
    };
    let catalog = doc.get_dictionary_mut(catalog)?;
    catalog.set("Lang", Object::string_literal(facts.language));
    catalog.set("MarkInfo", dictionary! { "Marked" => true, "Suspects" => false });
    catalog.set("StructTreeRoot", reference(root));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("PageLayout", name("SinglePage"));
    catalog.set("Metadata", reference(metadata));
    catalog.set("OutputIntents", vec![intent.into()]);
    Ok(())
}

/// An sRGB profile (CC0, from saucecontrol's Compact ICC Profiles): the file's colours are defined, not guessed.
const SRGB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sRGB-v4.icc"));

/// printpdf's own /ID comes from a fixed seed and would be the same in every brevet.
fn identify(doc: &mut Document, sheet: &Sheet) {
    let kind = if sheet.badge.is_some() { "\nwith its badge" } else { "" };
    let facts = format!("{}\n{}\n{}{kind}", sheet.number, sheet.holder, sheet.sealed_at);
    let id = Object::String(Sha256::digest(facts)[..16].to_vec(), StringFormat::Hexadecimal);
    doc.trailer.set("ID", vec![id.clone(), id]);
}

/// Level 6: lopdf's own `compress` takes level 9, twice the time for under one percent of the size.
const LEVEL: u32 = 6;

fn compress(doc: &mut Document) -> std::io::Result<()> {
    for object in doc.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let compressed = deflated(&stream.content, LEVEL)?;
        if compressed.len() < stream.content.len() {
            filter(stream, 1, compressed);
        }
        end_clearly(stream)?;
    }
    Ok(())
}

/// A stream whose last byte is a carriage return is one byte shorter to a reader that takes it, with the line feed before
/// `endstream`, for one end of line (ISO 32000-1, 7.3.8.1, allows both); PDF/A asks that /Length is right for every
/// reader (ISO 19005-2, 6.1.7.1). Packed once more it ends otherwise.
fn end_clearly(stream: &mut Stream) -> std::io::Result<()> {
    let mut filters = usize::from(stream.dict.has(b"Filter"));
    while stream.content.last() == Some(&b'\r') {
        filters += 1;
        let packed = deflated(&stream.content, 0)?;
        filter(stream, filters, packed);
    }
    Ok(())
}

fn filter(stream: &mut Stream, times: usize, content: Vec<u8>) {
    let filters = match times {
        1 => name("FlateDecode"),
        _ => vec![name("FlateDecode"); times].into(),
    };
    stream.dict.set("Filter", filters);
    stream.set_content(content);
}

fn deflated(content: &[u8], level: u32) -> std::io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(level));
    encoder.write_all(content)?;
    encoder.finish()
}

fn written(mut doc: Document) -> Result<Vec<u8>, FinishError> {
    let mut bytes = Vec::with_capacity(64 * 1024);
    doc.save_to(&mut bytes)?;
    if bytes.last() != Some(&b'\n') {
        bytes.push(b'\n');
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::{compress, deflated};
    use lopdf::{Dictionary, Document, Object, Stream};

    /// Compressed by our level, and what is in it.
    fn compressed(content: &[u8]) -> (Stream, Vec<u8>) {
        let mut doc = Document::new();
        let id = doc.add_object(Stream::new(Dictionary::new(), content.to_vec()));
        compress(&mut doc).unwrap();
        let Object::Stream(stream) = doc.get_object(id).unwrap() else { panic!("a stream stays one") };
        (stream.clone(), stream.get_plain_content().unwrap())
    }

    #[test]
    fn no_stream_ends_in_a_carriage_return() {
        let text = |last: u8| [&[b'a'; 400][..], &[last]].concat();
        let ends_so = |text: &Vec<u8>| deflated(text, 6).unwrap().last() == Some(&b'\r');
        let compressible = (0..=255).map(text).find(ends_so).unwrap();
        let incompressible = b"\x17\x02\r".to_vec();
        for content in [compressible, incompressible] {
            let (stream, plain) = compressed(&content);
            assert_ne!(stream.content.last(), Some(&b'\r'));
            assert_eq!(stream.dict.get(b"Length").unwrap().as_i64().unwrap(), stream.content.len() as i64);
            assert_eq!(plain, content);
        }
        assert_eq!(compressed(&text(0)).0.dict.get(b"Filter").unwrap().as_name().unwrap(), b"FlateDecode");
        assert!(!compressed(b"short").0.dict.has(b"Filter"));
    }
}
