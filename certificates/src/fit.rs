//! Makes a text fit a box: it shrinks, then breaks into lines, and never overflows.

use crate::font::{Line, MissingGlyph, Typeface, line};

/// A text in lines, and the size at which they all fit.
#[derive(Clone, Debug)]
pub(crate) struct Fitted {
    pub lines: Vec<Line>,
    /// In points.
    pub size: f32,
}

/// Why a text could not be set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FitError {
    /// Without the text: it may be a name, and errors end up in logs.
    #[error("a text of {characters} characters does not fit its place on the sheet, even in the smallest size")]
    TooLong { characters: usize },
    #[error(transparent)]
    Missing(#[from] MissingGlyph),
}

/// The largest of `sizes` (points, falling) at which the text takes at most `most` lines of `width` points.
///
/// Lines are then made as equal as they can be without another line.
pub(crate) fn fit(text: &str, typeface: Typeface, sizes: &[f32], width: f32, most: usize) -> Result<Fitted, FitError> {
    let pieces = pieces(text, typeface)?;
    let fits = |size: &&f32| wrap(&pieces, width / **size).is_some_and(|lines| lines.len() <= most);
    let size = *sizes.iter().find(fits).ok_or_else(|| FitError::TooLong { characters: text.chars().count() })?;
    let lines = balanced(&pieces, width / size).into_iter().map(|pieces| {
        let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        // The space at the end of a line stays: without it a screen reader joins two words.
        line(&text, typeface)
    });
    Ok(Fitted { lines: lines.collect::<Result<_, _>>()?, size })
}

/// The sizes from `from` down to `to`, in half points.
pub(crate) fn sizes(from: f32, to: f32) -> Vec<f32> {
    let steps = ((from - to) * 2.0) as usize;
    (0..=steps).map(|step| from - step as f32 / 2.0).collect()
}

/// A part of the text after which a line may end; it keeps its space. Widths are of one point's size.
struct Piece {
    text: String,
    width: f32,
    width_at_end: f32,
}

/// As few lines as `width` allows, each as narrow as it can be.
fn balanced(pieces: &[Piece], width: f32) -> Vec<&[Piece]> {
    let lines = wrap(pieces, width).unwrap_or_default();
    let (mut narrow, mut wide) = (width / (lines.len() as f32 + 1.0), width);
    while lines.len() > 1 && wide - narrow > 0.1 {
        let middle = (narrow + wide) / 2.0;
        match wrap(pieces, middle) {
            Some(narrower) if narrower.len() <= lines.len() => wide = middle,
            Some(_) | None => narrow = middle,
        }
    }
    wrap(pieces, wide).unwrap_or(lines)
}

/// The lines, filled from the first on, or none when one piece alone is too wide.
fn wrap(pieces: &[Piece], width: f32) -> Option<Vec<&[Piece]>> {
    let mut lines = Vec::new();
    let (mut from, mut used) = (0, 0.0);
    for (place, piece) in pieces.iter().enumerate() {
        if piece.width_at_end > width {
            return None;
        }
        if used + piece.width_at_end > width {
            lines.push(&pieces[from..place]);
            (from, used) = (place, 0.0);
        }
        used += piece.width;
    }
    lines.push(&pieces[from..]);
    Some(lines)
}

fn pieces(text: &str, typeface: Typeface) -> Result<Vec<Piece>, MissingGlyph> {
    let measured = |text: String| {
        let width_at_end = line(text.trim_end(), typeface)?.width(1.0, 0.0);
        let width = line(&text, typeface)?.width(1.0, 0.0);
        Ok(Piece { text, width, width_at_end })
    };
    broken(text).into_iter().map(measured).collect()
}

fn broken(text: &str) -> Vec<String> {
    let breakable = |character: char| character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{202f}');
    let mut pieces: Vec<String> = Vec::new();
    for word in text.split(breakable).filter(|word| !word.is_empty()) {
        if let Some(last) = pieces.last_mut() {
            last.push(' ');
            if closes(word) {
                last.push_str(word);
                continue;
            }
        }
        pieces.extend(word.split_inclusive(['-', '/', '–']).map(str::to_owned));
    }
    pieces
}

/// French puts a space before these; a line must still not begin with one.
fn closes(word: &str) -> bool {
    word.chars().all(|character| matches!(character, ':' | ';' | '!' | '?' | '»' | '–' | '·'))
}
