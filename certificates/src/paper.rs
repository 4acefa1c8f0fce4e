//! The page being drawn: every mark on it is either tagged or an artifact (ISO 14289-1, 7.1).

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    Color, DictItem, FontId, Line as Path, LinePoint, Op, PaintMode, PdfFontHandle, Point, Polygon, PolygonRing, Pt,
    Rgb, WindingOrder,
};

use crate::font::{Line, Typeface};

/// A4 landscape, in points.
pub(crate) const WIDTH: f32 = 841.89;
pub(crate) const HEIGHT: f32 = 595.276;

/// A rectangle in points: left, bottom, right, top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub left: f32,
    pub bottom: f32,
    pub right: f32,
    pub top: f32,
}

/// A colour as 0xRRGGBB in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ink(pub u32);

/// What a structure element is (ISO 32000-1, 14.8.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    H1,
    H2,
    P,
    L,
    Li,
    LBody,
    Figure,
    Link,
}

/// One structure element, in reading order.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    pub role: Role,
    /// The marked-content ids it holds.
    pub content: Vec<i64>,
    pub kids: Vec<Element>,
    /// What a figure shows, and where.
    pub figure: Option<(String, Area)>,
    pub link: Option<Link>,
}

/// A link to a page on the web.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub address: String,
    pub alt: String,
    pub area: Area,
}

/// A line of text at its place.
pub(crate) struct Placed<'a> {
    pub line: &'a Line,
    /// Left end and baseline.
    pub x: f32,
    pub y: f32,
    pub size: f32,
    pub tracking: f32,
    pub ink: Ink,
}

/// The page: its operators, its structure and the letters that its fonts need.
#[derive(Default)]
pub(crate) struct Paper {
    pub ops: Vec<Op>,
    pub elements: Vec<Element>,
    pub letters: BTreeMap<Typeface, BTreeSet<char>>,
    next_content: i64,
}

impl Paper {
    /// Draws what has no meaning for a reader.
    pub fn artifact(&mut self, draw: impl FnOnce(&mut Self)) {
        self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
        draw(self);
        self.ops.push(Op::EndMarkedContent);
    }

    /// Draws the content of an element with this role; the caller puts the element in its place.
    pub fn tagged(&mut self, role: Role, draw: impl FnOnce(&mut Self)) -> Element {
        let id = self.next_content;
        self.next_content += 1;
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: role.name().to_owned(),
            properties: DictItem::Dict { map: BTreeMap::from([("MCID".to_owned(), DictItem::Int(id))]) },
        });
        draw(self);
        self.ops.push(Op::EndMarkedContent);
        Element { role, content: vec![id], kids: Vec::new(), figure: None, link: None }
    }

    pub fn text(&mut self, placed: &Placed) {
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetFillColor { col: placed.ink.into() });
        self.ops.push(Op::SetCharacterSpacing { multiplier: placed.tracking });
        self.ops.push(Op::SetTextCursor { pos: point(placed.x, placed.y) });
        for run in &placed.line.runs {
            self.letters.entry(run.typeface).or_default().extend(run.text.chars());
            let font = PdfFontHandle::External(FontId(run.typeface.tag().to_owned()));
            self.ops.push(Op::SetFont { font, size: Pt(placed.size) });
            self.ops.push(Op::ShowText { items: run.items.clone() });
        }
        self.ops.push(Op::EndTextSection);
    }

    pub fn fill(&mut self, rings: Vec<PolygonRing>, ink: Ink) {
        self.ops.push(Op::SetFillColor { col: ink.into() });
        self.polygon(rings, PaintMode::Fill);
    }

    pub fn stroke(&mut self, rings: Vec<PolygonRing>, ink: Ink, thickness: f32) {
        self.pen(ink, thickness);
        self.polygon(rings, PaintMode::Stroke);
    }

    pub fn stroke_open(&mut self, points: Vec<LinePoint>, ink: Ink, thickness: f32) {
        self.pen(ink, thickness);
        self.ops.push(Op::DrawLine { line: Path { points, is_closed: false } });
    }

    pub fn pen(&mut self, ink: Ink, thickness: f32) {
        self.ops.push(Op::SetOutlineColor { col: ink.into() });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(thickness) });
    }

    pub fn polygon(&mut self, rings: Vec<PolygonRing>, mode: PaintMode) {
        let polygon = Polygon { rings, mode, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    /// Draws with a graphics state of its own, so that what it clips or turns ends with it.
    pub fn aside(&mut self, draw: impl FnOnce(&mut Self)) {
        self.ops.push(Op::SaveGraphicsState);
        draw(self);
        self.ops.push(Op::RestoreGraphicsState);
    }
}

impl Element {
    /// An element that only groups others.
    pub fn group(role: Role, kids: Vec<Self>) -> Self {
        Self { role, content: Vec::new(), kids, figure: None, link: None }
    }
}

impl Role {
    pub fn name(self) -> &'static str {
        match self {
            Self::H1 => "H1",
            Self::H2 => "H2",
            Self::P => "P",
            Self::L => "L",
            Self::Li => "LI",
            Self::LBody => "LBody",
            Self::Figure => "Figure",
            Self::Link => "Link",
        }
    }
}

impl Area {
    pub fn width(self) -> f32 {
        self.right - self.left
    }

    pub fn ring(self) -> PolygonRing {
        let corners =
            [(self.left, self.bottom), (self.right, self.bottom), (self.right, self.top), (self.left, self.top)];
        PolygonRing { points: corners.into_iter().map(|(x, y)| corner(x, y)).collect() }
    }

    pub fn inset(self, by: f32) -> Self {
        Self { left: self.left + by, bottom: self.bottom + by, right: self.right - by, top: self.top - by }
    }
}

impl From<Ink> for Color {
    fn from(ink: Ink) -> Self {
        let part = |shift: u32| ((ink.0 >> shift & 0xff) as f32 / 255.0 * 1000.0).round() / 1000.0;
        Self::Rgb(Rgb { r: part(16), g: part(8), b: part(0), icc_profile: None })
    }
}

/// Rounded to hundredths of a point: finer than any printer, and short in the file.
pub(crate) fn point(x: f32, y: f32) -> Point {
    let hundredths = |value: f32| Pt((value * 100.0).round() / 100.0);
    Point { x: hundredths(x), y: hundredths(y) }
}

pub(crate) fn corner(x: f32, y: f32) -> LinePoint {
    LinePoint { p: point(x, y), bezier: false }
}

/// A control point of a Bézier curve.
pub(crate) fn control(x: f32, y: f32) -> LinePoint {
    LinePoint { p: point(x, y), bezier: true }
}
