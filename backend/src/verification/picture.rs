//! The picture of a brevet: our own sealed file, drawn as it is printed, so that a doctored print is seen beside it.
//! Only files of the register are drawn, never an upload.

use crate::{ids::BrevetId, problem::Problem};
use actix_web::web::Bytes;
use anyhow::Context;
use hayro::{
    PixmapSettings, RenderCache, RenderSettings, hayro_interpret::InterpreterSettings, hayro_syntax::Pdf, render,
    vello_cpu::color::palette::css::WHITE,
};
use std::{
    collections::VecDeque,
    sync::{LazyLock, Mutex, PoisonError},
};
use tokio::sync::Semaphore;

/// A sheet is A4 landscape; so many pixels of it are legible on any screen.
pub const WIDTH: u16 = 1400;
pub const HEIGHT: u16 = 990;
/// Pictures that are kept in memory, of some 200 KB.
const KEPT: usize = 64;

static PICTURES: LazyLock<Mutex<VecDeque<(BrevetId, Bytes)>>> = LazyLock::new(Mutex::default);
/// One at a time: the requests of learners go before.
static DRAWING: Semaphore = Semaphore::const_new(1);

/// The picture as PNG, drawn at its first use in this process. Whoever waits for the drawing holds no connection.
pub async fn drawn(brevet: BrevetId, pdf: Vec<u8>) -> Result<Bytes, Problem> {
    let _turn = DRAWING.acquire().await.map_err(Problem::internal)?;
    if let Some(picture) = kept(brevet) {
        return Ok(picture); // somebody else had it drawn in the meantime
    }
    let drawn = tokio::task::spawn_blocking(move || draw(pdf)).await.map_err(Problem::internal)?;
    let drawn = Bytes::from(drawn.map_err(Problem::internal)?);
    let mut pictures = PICTURES.lock().unwrap_or_else(PoisonError::into_inner);
    pictures.push_front((brevet, drawn.clone()));
    pictures.truncate(KEPT);
    Ok(drawn)
}

/// The picture, when it was drawn before and not forgotten.
pub fn kept(brevet: BrevetId) -> Option<Bytes> {
    let pictures = PICTURES.lock().unwrap_or_else(PoisonError::into_inner);
    pictures.iter().find(|(id, _)| *id == brevet).map(|(_, picture)| picture.clone())
}

fn draw(pdf: Vec<u8>) -> anyhow::Result<Vec<u8>> {
    let pdf = Pdf::new(pdf).map_err(|error| anyhow::anyhow!("a sealed file cannot be read: {error:?}"))?;
    let page = pdf.pages().first().context("a sealed file has no page")?;
    let (width, height) = page.render_dimensions();
    let settings =
        PixmapSettings { x_scale: f32::from(WIDTH) / width, y_scale: f32::from(HEIGHT) / height, bg_color: WHITE };
    let (interpreter, rendering) = (InterpreterSettings::default(), RenderSettings::default());
    let pixels = render(page, &RenderCache::new(), &interpreter, &rendering, &settings);
    pixels.into_png().context("the picture cannot be written")
}
