//! The QR code of the verification address, as vectors.

use printpdf::PolygonRing;
use qrcode::{Color, EcLevel, QrCode};

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
        let left = area.left + QUIET_ZONE * module;
        let top = area.top - QUIET_ZONE * module;
        let rings = self.colours.chunks(self.width).enumerate().flat_map(|(row, colours)| {
            let bar_top = top - row as f32 * module;
            dark_runs(colours).into_iter().map(move |(from, to)| bar(left, bar_top, from, to, module))
        });
        let rings = rings.collect();
        paper.fill(vec![area.ring()], WHITE);
        paper.fill(rings, BLACK);
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

fn bar(left: f32, top: f32, from: usize, to: usize, module: f32) -> PolygonRing {
    let (from, to) = (from as f32 * module, to as f32 * module);
    Area { left: left + from, bottom: top - module, right: left + to, top }.ring()
}
