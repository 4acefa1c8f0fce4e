//! The foot of the sheet: dates and number, how to check the brevet, and what it is not.

use crate::face::{Face, GREY, INK};
use crate::fit::{FitError, Fitted, fit, sizes};
use crate::font::Typeface;
use crate::layout::{COLUMN, LayoutError, rule};
use crate::paper::{Area, Element, Ink, Link, Paper, Role};
use crate::qr::{Modules, modules};
use crate::sheet::Sheet;
use crate::words::{Words, date_in_words};

const QR_SIDE: f32 = 110.0;
/// Between the text and the QR code.
const GAP: f32 = 18.0;
/// Between two facts side by side, at least.
const FACT_GAP: f32 = 16.0;
pub(crate) const WARNING: Ink = Ink(0x8c1d18);
pub(crate) const WARNING_GROUND: Ink = Ink(0xfceeec);

/// The foot, set and measured.
pub(crate) struct Foot {
    facts: Vec<(Fitted, Fitted)>,
    verify: Fitted,
    address: Fitted,
    print_note: Fitted,
    notices: Vec<Fitted>,
    qr: Modules,
    qr_alt: String,
    link: (String, String),
}

impl Foot {
    pub fn prepare(sheet: &Sheet, words: &Words) -> Result<Self, LayoutError> {
        let width = COLUMN.width() - QR_SIDE - GAP;
        let mut pairs = vec![(words.issued_on, date_in_words(sheet.issued_on, sheet.language))];
        pairs.extend(sheet.valid_until.map(|day| (words.valid_until, date_in_words(day, sheet.language))));
        pairs.push((words.number, sheet.grouped_number()));
        let warnings = [(sheet.specimen, words.specimen), (sheet.demonstration, words.demonstration)];
        let notices = warnings
            .into_iter()
            .filter(|(applies, _)| *applies)
            .map(|(_, text)| fit(text, Typeface::SansBold, &sizes(9.0, 6.5), COLUMN.width() - 20.0, 1));
        Ok(Self {
            facts: side_by_side(&pairs, width)?,
            verify: fit(words.verify, Typeface::SansBold, &sizes(9.0, 7.0), width, 1)?,
            address: fit(sheet.printed_address(), Typeface::Sans, &sizes(9.0, 6.0), width, 2)?,
            print_note: fit(words.print_note, Typeface::Sans, &sizes(7.5, 6.0), width, 2)?,
            notices: notices.collect::<Result<_, _>>()?,
            qr: modules(&sheet.scanned_address())?,
            qr_alt: words.qr_alt.to_owned(),
            link: (sheet.scanned_address(), words.link_alt.to_owned()),
        })
    }

    /// The height that the text above must keep free.
    pub fn top(&self) -> f32 {
        self.base() + QR_SIDE + 20.0
    }

    pub fn draw(&self, paper: &mut Paper, face: &Face) {
        let top = self.base() + QR_SIDE;
        rule(paper, top + 8.0, face.engraving);
        let y = self.draw_facts(paper, top - 6.0);
        self.draw_check(paper, face, y - 13.0);
        // The quiet zone reaches past the column, so that the code itself ends flush with it.
        let right = COLUMN.right + self.qr.quiet_part() * QR_SIDE;
        let qr = Area { left: right - QR_SIDE, bottom: self.base(), right, top };
        let mut figure = paper.tagged(Role::Figure, |paper| self.qr.draw(paper, qr));
        figure.figure = Some((self.qr_alt.clone(), qr));
        paper.elements.push(figure);
        self.draw_notices(paper);
    }

    fn base(&self) -> f32 {
        match self.notices.len() {
            0 => COLUMN.bottom,
            count => COLUMN.bottom + 14.0 + count as f32 * 13.0,
        }
    }

    fn draw_facts(&self, paper: &mut Paper, top: f32) -> f32 {
        let room = COLUMN.width() - QR_SIDE - GAP - self.facts.iter().map(column_width).sum::<f32>();
        let gap = (room / self.facts.len() as f32).max(FACT_GAP);
        let (mut x, mut lowest) = (COLUMN.left, top);
        for fact in &self.facts {
            let (label, value) = fact;
            let value_top = top - label.height() - 1.0;
            for (text, y, ink) in [(label, top, GREY), (value, value_top, INK)] {
                let element = paper.tagged(Role::P, |paper| text.draw(paper, x, y, ink));
                paper.elements.push(element);
            }
            x += column_width(fact) + gap;
            lowest = lowest.min(value_top - value.height());
        }
        lowest
    }

    fn draw_check(&self, paper: &mut Paper, face: &Face, top: f32) {
        let verify = paper.tagged(Role::P, |paper| self.verify.draw(paper, COLUMN.left, top, face.accent));
        paper.elements.push(verify);
        let y = top - self.verify.height() - 1.0;
        let mut link = paper.tagged(Role::Link, |paper| self.address.draw(paper, COLUMN.left, y, INK));
        link.link = Some(self.link(y));
        paper.elements.push(Element::group(Role::P, vec![link]));
        let y = y - self.address.height() - 5.0;
        let note = paper.tagged(Role::P, |paper| self.print_note.draw(paper, COLUMN.left, y, GREY));
        paper.elements.push(note);
    }

    fn link(&self, top: f32) -> Link {
        let right = COLUMN.left + self.address.width();
        let area = Area { left: COLUMN.left, bottom: top - self.address.height(), right, top };
        Link { address: self.link.0.clone(), alt: self.link.1.clone(), area }
    }

    fn draw_notices(&self, paper: &mut Paper) {
        if self.notices.is_empty() {
            return;
        }
        let top = COLUMN.bottom - 2.0 + self.notices.len() as f32 * 13.0;
        let box_area = Area { left: COLUMN.left, bottom: COLUMN.bottom - 6.0, right: COLUMN.right, top: top + 3.0 };
        paper.artifact(|paper| {
            paper.fill(vec![box_area.ring()], WARNING_GROUND);
            paper.stroke(vec![box_area.ring()], WARNING, 0.8);
        });
        for (place, notice) in self.notices.iter().enumerate() {
            let y = top - 1.5 - place as f32 * 13.0;
            let element = paper.tagged(Role::P, |paper| notice.draw(paper, COLUMN.left + 10.0, y, WARNING));
            paper.elements.push(element);
        }
    }
}

/// Each label over its value, all in the largest size at which every value stays on one line: a number in two lines is typed
/// wrongly.
fn side_by_side(pairs: &[(&str, String)], width: f32) -> Result<Vec<(Fitted, Fitted)>, FitError> {
    let at = |(label, value): &(&str, String), size: f32| {
        let label = fit(label, Typeface::Sans, &[8.0_f32.min(size)], f32::INFINITY, 1)?;
        let value = fit(value, Typeface::SerifSemibold, &[size], f32::INFINITY, 1)?;
        Ok((label, value))
    };
    for size in sizes(14.0, 8.0) {
        let facts: Vec<_> = pairs.iter().map(|pair| at(pair, size)).collect::<Result<_, FitError>>()?;
        let gaps = FACT_GAP * (facts.len() - 1) as f32;
        if facts.iter().map(column_width).sum::<f32>() + gaps <= width {
            return Ok(facts);
        }
    }
    Err(FitError::TooLong { characters: pairs.iter().map(|(_, value)| value.chars().count()).sum() })
}

/// As wide as the wider of the two.
fn column_width((label, value): &(Fitted, Fitted)) -> f32 {
    label.width().max(value.width())
}
