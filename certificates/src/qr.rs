//! The QR code of the verification address, as vectors.

use printpdf::PolygonRing;
use qrcode::{Color, EcLevel, QrCode};

use crate::ornament::{Spot, scale};
use crate::paper::{Area, Ink, Paper};

/// Light modules that must stay around the code (ISO/IEC 18004).
const QUIET_ZONE: f32 = 4.0;

const BLACK: Ink = Ink(0x000000);
const WHITE: Ink = Ink(0xffffff);

/// The address is longer than a QR code can hold.
#[derive(Debug, thiserror::Error)]
#[error("the verification address does not fit a QR code: {0}")]
pub struct QrError(qrcode::types::QrError);

/// A code with its modules, not yet on paper.
pub(crate) struct Modules {
    colours: Vec<Color>,
    width: usize,
}

pub(crate) fn modules(address: &str) -> Result<Modules, QrError> {
    let code = QrCode::with_error_correction_level(address.as_bytes(), EcLevel::M).map_err(QrError)?;
    Ok(Modules { width: code.width(), colours: code.to_colors() })
}

impl Modules {
    /// The share of the whole width that is the quiet zone on one side.
    pub fn quiet_part(&self) -> f32 {
        QUIET_ZONE / (self.width as f32 + 2.0 * QUIET_ZONE)
    }

    /// Draws the code with its quiet zone, so that both fill the area.
    pub fn draw(&self, paper: &mut Paper, area: Area) {
        let module = area.width() / (self.width as f32 + 2.0 * QUIET_ZONE);
        let origin = Spot { x: area.left + QUIET_ZONE * module, y: area.top - QUIET_ZONE * module };
        let rows = self.colours.chunks(self.width).zip(1_u16..);
        let bars = rows.flat_map(|(colours, below)| dark_runs(colours).into_iter().map(move |run| bar(run, below)));
        paper.fill(vec![area.ring()], WHITE);
        // In modules and not in points: small whole numbers, which take half of the room.
        paper.aside(|paper| {
            scale(paper, origin, module);
            paper.fill(bars.collect(), BLACK);
        });
    }
}

/// Where dark modules begin and end in a row: one bar instead of many squares shows no seams.
fn dark_runs(colours: &[Color]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (place, colour) in colours.iter().enumerate() {
        match (colour, runs.last_mut()) {
            (Color::Dark, Some(run)) if run.1 == place => run.1 += 1,
            (Color::Dark, Some(_) | None) => runs.push((place, place + 1)),
            (Color::Light, _) => {}
        }
    }
    runs
}

/// The dark modules of a run in the row that ends `below` modules under the code's top.
fn bar((from, to): (usize, usize), below: u16) -> PolygonRing {
    let bottom = -f32::from(below);
    Area { left: from as f32, bottom, right: to as f32, top: bottom + 1.0 }.ring()
}
