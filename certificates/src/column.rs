//! The text beside the panel, from the issuer down to the last competency, spread over the height it has.

use crate::face::{Face, GREY, INK};
use crate::fit::{FitError, Fitted, fit, sizes};
use crate::font::Typeface;
use crate::holder;
use crate::layout::{COLUMN, LayoutError};
use crate::paper::{Element, Ink, Paper, Role, corner};
use crate::sheet::Sheet;
use crate::words::Words;

/// Space between the two columns of competencies, and before the text of each.
const GUTTER: f32 = 16.0;
const BULLET: f32 = 15.0;

/// Past this much spare room the page is not airier, only emptier.
const MOST_SPARE: f32 = 130.0;

/// The blocks and the list, set and measured.
pub(crate) struct Column {
    blocks: Vec<Block>,
    list: List,
    above_list: Gap,
    /// The room that is left over, in points.
    spare: f32,
}

struct Block {
    above: Gap,
    role: Role,
    ink: Ink,
    text: Fitted,
}

/// Space above something: at least so much, and a share of what is left over.
struct Gap {
    least: f32,
    share: f32,
}

struct List {
    items: Vec<Fitted>,
    size: f32,
}

impl Column {
    pub fn prepare(sheet: &Sheet, words: &Words, face: &Face, height: f32) -> Result<Self, LayoutError> {
        let mut column = Self {
            blocks: blocks(sheet, words, face)?,
            list: List { items: Vec::new(), size: 0.0 },
            above_list: Gap { least: 5.0, share: 0.6 },
            spare: 0.0,
        };
        let largest = if sheet.competencies.len() > 6 { 9.0 } else { 12.0 };
        for size in sizes(largest, 6.5) {
            column.list = match List::prepare(&sheet.competencies, size) {
                Ok(list) => list,
                Err(FitError::TooLong { .. }) => continue,
                Err(missing @ FitError::Missing(_)) => return Err(missing.into()),
            };
            column.spare = height - column.height();
            if column.spare >= 0.0 {
                return Ok(column);
            }
        }
        Err(LayoutError::TooManyCompetencies(sheet.competencies.len()))
    }

    pub fn draw(&self, paper: &mut Paper, face: &Face) {
        let share = self.spare.min(MOST_SPARE) / self.gaps().map(|gap| gap.share).sum::<f32>();
        let mut y = COLUMN.top;
        for block in &self.blocks {
            y -= block.above.least + block.above.share * share;
            let element = paper.tagged(block.role, |paper| block.text.draw(paper, COLUMN.left, y, block.ink));
            paper.elements.push(element);
            y -= block.text.height();
        }
        y -= self.above_list.least + self.above_list.share * share;
        let list = self.list.draw(paper, face, y);
        paper.elements.push(list);
    }

    fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.blocks.iter().map(|block| &block.above).chain([&self.above_list])
    }

    fn height(&self) -> f32 {
        let gaps: f32 = self.gaps().map(|gap| gap.least).sum();
        let blocks: f32 = self.blocks.iter().map(|block| block.text.height()).sum();
        gaps + blocks + self.list.height()
    }
}

fn blocks(sheet: &Sheet, words: &Words, face: &Face) -> Result<Vec<Block>, FitError> {
    let width = COLUMN.width();
    let set = |text: &str, typeface, (from, to), most| fit(text, typeface, &sizes(from, to), width, most);
    let block = |least, share, role, ink, text| Block { above: Gap { least, share }, role, ink, text };
    let issuer = set(&sheet.issuer, Typeface::SansBold, (10.0, 7.0), 2)?;
    let heading = set(words.heading, Typeface::SerifSemibold, (40.0, 24.0), 1)?;
    let role = set(words.role, Typeface::SerifItalic, (20.0, 12.0), 1)?;
    let awarded_to = set(words.awarded_to, Typeface::Sans, (10.5, 8.0), 1)?;
    let statement = set(words.statement, Typeface::SerifItalic, (14.0, 10.0), 2)?;
    let competencies = set(words.competencies, Typeface::SansBold, (10.0, 8.0), 1)?;
    Ok(vec![
        block(0.0, 0.0, Role::P, face.accent, issuer),
        block(10.0, 1.0, Role::H1, face.deep, heading),
        block(0.0, 0.2, Role::P, face.accent, role),
        block(14.0, 1.8, Role::P, GREY, awarded_to),
        block(3.0, 0.5, Role::P, INK, holder::fitted(&sheet.holder)?),
        block(2.0, 0.5, Role::P, INK, statement),
        block(13.0, 1.8, Role::H2, face.accent, competencies),
    ])
}

impl List {
    fn prepare(competencies: &[String], size: f32) -> Result<Self, FitError> {
        let items = competencies.iter().map(|name| fit(name, Typeface::Sans, &[size], item_width(), 4));
        Ok(Self { items: items.collect::<Result<_, _>>()?, size })
    }

    /// Two, the first filled first.
    fn columns(&self) -> impl Iterator<Item = &[Fitted]> {
        self.items.chunks(self.items.len().div_ceil(2).max(1))
    }

    fn height(&self) -> f32 {
        self.columns().map(|items| items.iter().map(|item| self.item_height(item)).sum()).fold(0.0, f32::max)
    }

    fn item_height(&self, item: &Fitted) -> f32 {
        (item.lines.len() as f32 * 1.25 + 0.5) * self.size
    }

    fn draw(&self, paper: &mut Paper, face: &Face, top: f32) -> Element {
        let mut kids = Vec::new();
        for (column, items) in self.columns().enumerate() {
            let x = COLUMN.left + column as f32 * (item_width() + BULLET + GUTTER);
            let mut y = top;
            for item in items {
                paper.artifact(|paper| tick(paper, x, y - self.size * 0.92, self.size, face.accent));
                let body = paper.tagged(Role::LBody, |paper| item.draw(paper, x + BULLET, y, INK));
                kids.push(Element::group(Role::Li, vec![body]));
                y -= self.item_height(item);
            }
        }
        Element::group(Role::L, kids)
    }
}

fn item_width() -> f32 {
    (COLUMN.width() - GUTTER) / 2.0 - BULLET
}

fn tick(paper: &mut Paper, x: f32, y: f32, size: f32, ink: Ink) {
    let points = vec![
        corner(x + size * 0.05, y + size * 0.32),
        corner(x + size * 0.32, y + size * 0.06),
        corner(x + size * 0.82, y + size * 0.68),
    ];
    paper.stroke_open(points, ink, size * 0.14);
}
