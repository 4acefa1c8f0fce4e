//! The face of each level: its colours and its ornaments. The levels differ in shape too, not by colour alone.

use printpdf::{PaintMode, PolygonRing};

use crate::ornament::{Rosette, Spot, circle, linked_rings, scalloped, star};
use crate::paper::{Area, Ink, Paper, corner};
use crate::sheet::Level;

/// Colours of one level. Inks for text have a contrast of at least 4.5 on white (WCAG 2.2, 1.4.3).
pub(crate) struct Face {
    /// The panel, the heading.
    pub deep: Ink,
    /// Guilloche on the panel.
    pub veil: Ink,
    /// Smaller headings.
    pub accent: Ink,
    /// Guilloche on the paper.
    pub pale: Ink,
    /// The seal's metal: light, and its engraving.
    pub metal: Ink,
    pub engraving: Ink,
    level: Level,
}

pub(crate) const INK: Ink = Ink(0x1f272b);
pub(crate) const GREY: Ink = Ink(0x555f64);
pub(crate) const WHITE: Ink = Ink(0xffffff);

impl Face {
    pub fn of(level: Level) -> Self {
        match level {
            Level::Basic => Self {
                deep: Ink(0x0d4658),
                veil: Ink(0x276678),
                accent: Ink(0x0f6f68),
                pale: Ink(0xe3eeef),
                metal: Ink(0xdfe6e8),
                engraving: Ink(0x7f98a1),
                level,
            },
            Level::Expert => Self {
                deep: Ink(0x471436),
                veil: Ink(0x6e3759),
                accent: Ink(0x7d5710),
                pale: Ink(0xf1e8ec),
                metal: Ink(0xe3c06b),
                engraving: Ink(0x9a6f18),
                level,
            },
        }
    }

    /// The coloured panel with its guilloche.
    pub fn panel(&self, paper: &mut Paper, area: Area) {
        paper.fill(vec![area.ring()], self.deep);
        paper.aside(|paper| {
            paper.polygon(vec![area.ring()], PaintMode::Clip);
            let centre = Spot { x: (area.left + area.right) / 2.0, y: area.bottom + 330.0 };
            for rosette in self.rosettes() {
                rosette.draw(paper, centre, self.veil);
            }
        });
        paper.stroke(vec![area.inset(6.0).ring()], self.veil, 0.6);
    }

    /// A pale rosette under the text, cut off by the frame.
    pub fn ground(&self, paper: &mut Paper, area: Area) {
        paper.aside(|paper| {
            paper.polygon(vec![area.ring()], PaintMode::Clip);
            let centre = Spot { x: area.right - 70.0, y: area.top - 60.0 };
            for rosette in self.rosettes() {
                rosette.draw(paper, centre, self.pale);
            }
        });
    }

    /// The drawn seal: ribbons, metal, the linked rings and one star a level.
    pub fn seal(&self, paper: &mut Paper, centre: Spot, radius: f32) {
        for side in [-1.0, 1.0] {
            paper.fill(vec![ribbon(centre, radius, side)], self.engraving);
        }
        paper.fill(vec![scalloped(centre, radius, self.lobes(), radius * 0.07)], self.metal);
        paper.stroke(vec![circle(centre, radius * 0.86)], self.engraving, 0.8);
        let chain =
            Rosette { petals: 60, reach: radius * 0.74, long: radius * 0.1, short: radius * 0.1, thickness: 0.35 };
        chain.draw(paper, centre, self.engraving);
        paper.fill(vec![circle(centre, radius * 0.62)], self.deep);
        paper.stroke(vec![circle(centre, radius * 0.57)], self.metal, 0.6);
        let emblem = Spot { x: centre.x, y: centre.y + radius * 0.1 };
        linked_rings(paper, emblem, radius * 0.2, (WHITE, self.metal), self.deep);
        for spot in self.stars(centre, radius) {
            paper.fill(vec![star(spot, radius * 0.1)], self.metal);
        }
    }

    fn rosettes(&self) -> Vec<Rosette> {
        match self.level {
            Level::Basic => vec![
                Rosette { petals: 48, reach: 62.0, long: 62.0, short: 30.0, thickness: 0.35 },
                Rosette { petals: 60, reach: 132.0, long: 46.0, short: 46.0, thickness: 0.35 },
            ],
            Level::Expert => vec![
                Rosette { petals: 72, reach: 54.0, long: 78.0, short: 18.0, thickness: 0.35 },
                Rosette { petals: 36, reach: 120.0, long: 66.0, short: 34.0, thickness: 0.35 },
            ],
        }
    }

    fn lobes(&self) -> u16 {
        match self.level {
            Level::Basic => 24,
            Level::Expert => 40,
        }
    }

    fn stars(&self, centre: Spot, radius: f32) -> Vec<Spot> {
        let y = centre.y - radius * 0.32;
        match self.level {
            Level::Basic => vec![Spot { x: centre.x, y }],
            Level::Expert => [-0.14, 0.14].map(|part| Spot { x: centre.x + part * radius, y }).to_vec(),
        }
    }
}

fn ribbon(centre: Spot, radius: f32, side: f32) -> PolygonRing {
    let at = |across: f32, down: f32| corner(centre.x + side * across * radius, centre.y - down * radius);
    PolygonRing { points: vec![at(0.08, 0.6), at(0.62, 0.6), at(0.78, 1.5), at(0.52, 1.36), at(0.34, 1.56)] }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2.2, “relative luminance” and “contrast ratio”.
    fn contrast(one: Ink, other: Ink) -> f32 {
        let luminance = |ink: Ink| {
            let part = |shift: u32| {
                let value = (ink.0 >> shift & 0xff) as f32 / 255.0;
                if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
        };
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn every_text_has_the_contrast_that_readers_need() {
        for face in Level::ALL.map(Face::of) {
            for ink in [face.deep, face.accent, INK, GREY] {
                assert!(contrast(ink, WHITE) >= 4.5, "{ink:?} on white");
                // Where the pale guilloche or the watermark crosses a letter.
                assert!(contrast(ink, face.pale) >= 4.5, "{ink:?} on {:?}", face.pale);
            }
            assert!(contrast(WHITE, face.deep) >= 4.5);
            assert!(contrast(WHITE, face.veil) >= 4.5);
        }
        assert!(contrast(crate::foot::WARNING, crate::foot::WARNING_GROUND) >= 4.5);
    }
}
