//! The sheet: A4 landscape, a panel in the level's colours, the text beside it.

use crate::column::Column;
use crate::face::{Face, WHITE};
use crate::fit::{FitError, Fitted, fit, sizes};
use crate::font::{Line, Typeface, line};
use crate::foot;
use crate::holder::{Unprintable, can_print};
use crate::ornament::{Spot, band, linked_rings, turn};
use crate::paper::{Area, Element, HEIGHT, Ink, Paper, Placed, Role, WIDTH};
use crate::qr::QrError;
use crate::sheet::Sheet;
use crate::words::{Words, words};

const PANEL: Area = Area { left: 24.0, bottom: 24.0, right: 236.0, top: HEIGHT - 24.0 };
const FRAME: Area = Area { left: 246.0, bottom: 24.0, right: WIDTH - 24.0, top: HEIGHT - 24.0 };
/// Where text may stand beside the panel.
pub(crate) const COLUMN: Area = Area { left: 274.0, bottom: 42.0, right: WIDTH - 48.0, top: HEIGHT - 46.0 };
const SEAL: Spot = Spot { x: 130.0, y: 158.0 };
const SEAL_RADIUS: f32 = 62.0;

/// After the issuer, the heading and the role: the level is drawn on the panel and read with them.
const READ_LEVEL_AT: usize = 3;

/// Why a sheet could not be laid out.
#[derive(Debug, thiserror::Error)]
pub enum LayoutError {
    #[error("the sheet has no {0}")]
    Blank(&'static str),
    #[error("{0} competencies do not fit the sheet")]
    TooManyCompetencies(usize),
    #[error(transparent)]
    Holder(#[from] Unprintable),
    #[error(transparent)]
    Text(#[from] FitError),
    #[error(transparent)]
    Address(#[from] QrError),
}

/// A drawn page, and where its seal is: a click there opens the signature.
pub(crate) struct Composition {
    pub paper: Paper,
    pub seal: Area,
}

pub(crate) fn compose(sheet: &Sheet) -> Result<Composition, LayoutError> {
    nothing_blank(sheet)?;
    can_print(&sheet.holder)?;
    let words = words(sheet.language, sheet.level);
    let face = Face::of(sheet.level);
    let mut paper = Paper::default();
    decorate(&mut paper, sheet, &face, &words)?;
    let foot = foot::Foot::prepare(sheet, &words)?;
    let column = Column::prepare(sheet, &words, &face, COLUMN.top - foot.top())?;
    column.draw(&mut paper, &face);
    let level = level(&mut paper, &words)?;
    paper.elements.insert(READ_LEVEL_AT, level);
    foot.draw(&mut paper, &face);
    let seal = seal(&mut paper, &face, &words);
    Ok(Composition { paper, seal })
}

fn nothing_blank(sheet: &Sheet) -> Result<(), LayoutError> {
    let parts = [
        ("holder", &sheet.holder),
        ("number", &sheet.number),
        ("issuer", &sheet.issuer),
        ("verification address", &sheet.verification_address),
    ];
    let blank = parts.into_iter().find(|(_, text)| text.trim().is_empty()).map(|(part, _)| part);
    let empty_competency = sheet.competencies.iter().any(|name| name.trim().is_empty());
    match blank {
        Some(part) => Err(LayoutError::Blank(part)),
        None if sheet.competencies.is_empty() || empty_competency => Err(LayoutError::Blank("competency")),
        None => Ok(()),
    }
}

fn decorate(paper: &mut Paper, sheet: &Sheet, face: &Face, words: &Words) -> Result<(), FitError> {
    let name = line("Connectoo", Typeface::SerifSemibold)?;
    let watermark = line(words.watermark, Typeface::SansBold)?;
    paper.artifact(|paper| {
        face.panel(paper, PANEL);
        face.ground(paper, FRAME);
        if sheet.specimen {
            across(paper, &watermark, face.pale);
        }
        paper.stroke(vec![FRAME.ring()], face.deep, 1.2);
        paper.stroke(vec![FRAME.inset(4.0).ring()], face.deep, 0.4);
        let emblem = Spot { x: SEAL.x, y: PANEL.top - 58.0 };
        linked_rings(paper, emblem, 17.0, (WHITE, face.metal), face.deep);
        let size = 31.0;
        let x = SEAL.x - name.width(size, 0.0) / 2.0;
        paper.text(&Placed { line: &name, x, y: PANEL.top - 114.0, size, tracking: 0.0, ink: WHITE });
    });
    Ok(())
}

fn across(paper: &mut Paper, watermark: &Line, ink: Ink) {
    let size = 92.0;
    let centre = Spot { x: (FRAME.left + FRAME.right) / 2.0, y: (FRAME.bottom + FRAME.top) / 2.0 };
    paper.aside(|paper| {
        turn(paper, centre, 0.62);
        let x = -watermark.width(size, 4.0) / 2.0;
        paper.text(&Placed { line: watermark, x, y: -size / 3.0, size, tracking: 4.0, ink });
    });
}

/// The level's name on the panel, over the seal.
fn level(paper: &mut Paper, words: &Words) -> Result<Element, FitError> {
    let fitted = fit(words.level, Typeface::SerifSemibold, &sizes(23.0, 12.0), PANEL.width() - 36.0, 1)?;
    Ok(paper.tagged(Role::P, |paper| {
        for line in &fitted.lines {
            let x = SEAL.x - line.width(fitted.size, 0.0) / 2.0;
            let y = SEAL.y + SEAL_RADIUS + 22.0;
            paper.text(&Placed { line, x, y, size: fitted.size, tracking: 0.0, ink: WHITE });
        }
    }))
}

fn seal(paper: &mut Paper, face: &Face, words: &Words) -> Area {
    let area = Area {
        left: SEAL.x - SEAL_RADIUS,
        bottom: SEAL.y - SEAL_RADIUS,
        right: SEAL.x + SEAL_RADIUS,
        top: SEAL.y + SEAL_RADIUS,
    };
    let mut element = paper.tagged(Role::Figure, |paper| face.seal(paper, SEAL, SEAL_RADIUS));
    element.figure = Some((words.seal_alt.to_owned(), area));
    paper.elements.push(element);
    area
}

impl Fitted {
    pub(crate) fn height(&self) -> f32 {
        self.lines.len() as f32 * self.size * 1.2
    }

    /// Of the widest line.
    pub(crate) fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width(self.size, 0.0)).fold(0.0, f32::max)
    }

    /// Draws the lines below `top`, flush left.
    pub(crate) fn draw(&self, paper: &mut Paper, x: f32, top: f32, ink: Ink) {
        for (place, line) in self.lines.iter().enumerate() {
            let y = top - self.size * (0.92 + 1.2 * place as f32);
            paper.text(&Placed { line, x, y, size: self.size, tracking: 0.0, ink });
        }
    }
}

pub(crate) fn rule(paper: &mut Paper, y: f32, ink: Ink) {
    paper.artifact(|paper| band(paper, COLUMN.left, COLUMN.right, y, 5.0, ink));
}
