//! The faces inside the program: which letters they have, how wide text is, and their subsets.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use printpdf::{FontMetrics, FontType, ParsedFont, PdfFontMetricsStub, TextItem};
use ttf_parser::{Face, GlyphId};
use unicode_normalization::UnicodeNormalization;

use crate::kerning::Kerning;

/// A face that is embedded, as a subset, where it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Typeface {
    Serif,
    SerifSemibold,
    SerifItalic,
    Sans,
    SansBold,
}

/// No embedded face can draw this character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no font on the sheet has a glyph for {character:?} (U+{:04X})", *.character as u32)]
pub struct MissingGlyph {
    pub character: char,
}

/// The face's subset could not be made.
#[derive(Debug, thiserror::Error)]
#[error("the face {name} could not be cut down to the letters used")]
pub struct SubsetError {
    name: String,
    source: subsetter::Error,
}

/// One line of text, ready to be drawn at any size.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub runs: Vec<Run>,
    /// In thousandths of the font size.
    width: f32,
    letters: usize,
}

/// A part of a line in one face.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    pub typeface: Typeface,
    pub text: String,
    /// The text with its kerning, in thousandths of the font size.
    pub items: Vec<TextItem>,
}

impl Line {
    /// In points, at `size` points with `tracking` points between letters.
    pub fn width(&self, size: f32, tracking: f32) -> f32 {
        self.width * size / 1000.0 + tracking * self.letters.saturating_sub(1) as f32
    }
}

/// Composes and sets a text on one line. A letter that the face lacks is drawn with its second face.
pub(crate) fn line(text: &str, typeface: Typeface) -> Result<Line, MissingGlyph> {
    let mut line = Line { runs: Vec::new(), width: 0.0, letters: 0 };
    let mut part = String::new();
    let mut current = typeface;
    for character in text.nfc().map(plain_space) {
        let found = face_for(character, typeface)?;
        if found != current && !part.is_empty() {
            line.push(current, std::mem::take(&mut part));
        }
        current = found;
        part.push(character);
    }
    if !part.is_empty() {
        line.push(current, part);
    }
    Ok(line)
}

/// The subset of a face for these letters, in printpdf's plain form.
///
/// The glyphs are renumbered in the order of the letters, so equal letters give equal bytes.
pub(crate) fn subset(typeface: Typeface, letters: &BTreeSet<char>) -> Result<ParsedFont, SubsetError> {
    let loaded = typeface.loaded();
    let face = &loaded.face;
    let mut glyphs = subsetter::GlyphRemapper::new();
    let mut codepoint_to_glyph = BTreeMap::new();
    let mut glyph_widths = BTreeMap::from([(0, face.glyph_hor_advance(GlyphId(0)).unwrap_or(0))]);
    for letter in letters {
        let glyph = loaded.glyph(*letter).unwrap_or(GlyphId(0));
        let new = glyphs.remap(glyph.0);
        codepoint_to_glyph.insert(u32::from(*letter), new);
        glyph_widths.insert(new, face.glyph_hor_advance(glyph).unwrap_or(0));
    }
    let original_bytes = subsetter::subset(loaded.bytes, 0, &glyphs)
        .map_err(|source| SubsetError { name: loaded.name.clone(), source })?;
    let bounds = face.global_bounding_box();
    Ok(ParsedFont {
        original_bytes,
        font_index: 0,
        font_name: Some(format!("{}+{}", typeface.tag(), loaded.name)),
        codepoint_to_glyph,
        glyph_widths,
        units_per_em: face.units_per_em(),
        font_metrics: FontMetrics { ascent: face.ascender(), descent: face.descender() },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: face.units_per_em(),
            x_min: bounds.x_min,
            y_min: bounds.y_min,
            x_max: bounds.x_max,
            y_max: bounds.y_max,
            caret_slope_rise: 1000,
            caret_slope_run: (-face.italic_angle().to_radians().tan() * 1000.0) as i16,
            us_weight_class: face.weight().to_number(),
        },
    })
}

impl Typeface {
    /// Six capitals: the subset tag of ISO 32000-1 9.6.4, and the font's name in the page's resources.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Serif => "CTOOSR",
            Self::SerifSemibold => "CTOOSS",
            Self::SerifItalic => "CTOOSI",
            Self::Sans => "CTOONR",
            Self::SansBold => "CTOONB",
        }
    }

    fn second(self) -> Self {
        match self {
            Self::Serif | Self::SerifItalic => Self::Sans,
            Self::SerifSemibold => Self::SansBold,
            Self::Sans => Self::Serif,
            Self::SansBold => Self::SerifSemibold,
        }
    }

    fn loaded(self) -> &'static Loaded {
        match self {
            Self::Serif => &SERIF,
            Self::SerifSemibold => &SERIF_SEMIBOLD,
            Self::SerifItalic => &SERIF_ITALIC,
            Self::Sans => &SANS,
            Self::SansBold => &SANS_BOLD,
        }
    }
}

static SERIF: LazyLock<Loaded> =
    LazyLock::new(|| Loaded::new(include_bytes!(concat!(env!("OUT_DIR"), "/LibertinusSerif-Regular.otf"))));
static SERIF_SEMIBOLD: LazyLock<Loaded> =
    LazyLock::new(|| Loaded::new(include_bytes!(concat!(env!("OUT_DIR"), "/LibertinusSerif-Semibold.otf"))));
static SERIF_ITALIC: LazyLock<Loaded> =
    LazyLock::new(|| Loaded::new(include_bytes!(concat!(env!("OUT_DIR"), "/LibertinusSerif-Italic.otf"))));
static SANS: LazyLock<Loaded> = LazyLock::new(|| Loaded::new(notosans::REGULAR_TTF));
static SANS_BOLD: LazyLock<Loaded> = LazyLock::new(|| Loaded::new(notosans::BOLD_TTF));

/// A face, parsed once in the life of the program.
struct Loaded {
    bytes: &'static [u8],
    face: Face<'static>,
    kerning: Kerning<'static>,
    name: String,
}

impl Loaded {
    fn new(bytes: &'static [u8]) -> Self {
        let face = Face::parse(bytes, 0).expect("the faces inside the program are well formed");
        let name = face
            .names()
            .into_iter()
            .find(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME && name.is_unicode())
            .and_then(|name| name.to_string())
            .expect("the faces inside the program have a PostScript name");
        let kerning = Kerning::of(&face);
        Self { bytes, face, kerning, name }
    }

    fn glyph(&self, character: char) -> Option<GlyphId> {
        self.face.glyph_index(character).filter(|glyph| glyph.0 != 0)
    }

    fn per_mille(&self, units: i32) -> f32 {
        // Truncated as in the widths that printpdf writes, so that we measure what a reader draws.
        (units as f32 * 1000.0 / f32::from(self.face.units_per_em())).trunc()
    }
}

impl Line {
    fn push(&mut self, typeface: Typeface, text: String) {
        let loaded = typeface.loaded();
        let mut items = Vec::new();
        let mut part = String::new();
        let mut previous = None;
        for character in text.chars() {
            let glyph = loaded.glyph(character).unwrap_or(GlyphId(0));
            let kern = previous
                .filter(|_| character != ' ')
                .map_or(0.0, |left| loaded.per_mille(loaded.kerning.between(left, glyph).into()));
            if kern != 0.0 {
                items.push(TextItem::Text(std::mem::take(&mut part)));
                items.push(TextItem::Offset(-kern));
            }
            self.width += kern + loaded.per_mille(loaded.face.glyph_hor_advance(glyph).unwrap_or(0).into());
            self.letters += 1;
            part.push(character);
            // Kerning over a space would join the groups of a number.
            previous = (character != ' ').then_some(glyph);
        }
        items.push(TextItem::Text(part));
        self.runs.push(Run { typeface, text, items });
    }
}

/// The face, or else its second face, that has a glyph for this character.
pub(crate) fn face_for(character: char, typeface: Typeface) -> Result<Typeface, MissingGlyph> {
    if invisible(character) {
        return Err(MissingGlyph { character });
    }
    [typeface, typeface.second()]
        .into_iter()
        .find(|face| face.loaded().glyph(character).is_some())
        .ok_or(MissingGlyph { character })
}

/// Characters that fonts may map to nothing or that reorder what stands around them: on a brevet they only deceive.
pub(crate) fn invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// No-break spaces have done their work once lines are broken; one glyph must not stand for two characters.
fn plain_space(character: char) -> char {
    if matches!(character, '\u{a0}' | '\u{202f}') { ' ' } else { character }
}
