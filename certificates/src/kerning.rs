//! The space between two letters, as the face's designer wished it (OpenType GPOS, feature `kern`).

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::opentype_layout::LookupSubtables;
use ttf_parser::{Face, GlyphId, Tag};

/// The pair adjustments of one face.
pub(crate) struct Kerning<'a> {
    lookups: Vec<Vec<PairAdjustment<'a>>>,
}

impl<'a> Kerning<'a> {
    pub fn of(face: &Face<'a>) -> Self {
        let Some(table) = face.tables().gpos else { return Self { lookups: Vec::new() } };
        let mut indices: Vec<u16> = table
            .features
            .into_iter()
            .filter(|feature| feature.tag == Tag::from_bytes(b"kern"))
            .flat_map(|feature| feature.lookup_indices)
            .collect();
        indices.sort_unstable();
        indices.dedup();
        let lookups =
            indices.into_iter().filter_map(|index| table.lookups.get(index)).map(|lookup| pairs(lookup.subtables));
        Self { lookups: lookups.collect() }
    }

    /// In units of the face; negative draws the letters together.
    pub fn between(&self, left: GlyphId, right: GlyphId) -> i16 {
        self.lookups
            .iter()
            .filter_map(|subtables| subtables.iter().find_map(|pair| adjustment(pair, left, right)))
            .sum()
    }
}

fn pairs<'a>(subtables: LookupSubtables<'a>) -> Vec<PairAdjustment<'a>> {
    subtables
        .into_iter::<PositioningSubtable<'a>>()
        .filter_map(|subtable| if let PositioningSubtable::Pair(pair) = subtable { Some(pair) } else { None })
        .collect()
}

fn adjustment(pair: &PairAdjustment, left: GlyphId, right: GlyphId) -> Option<i16> {
    let covered = pair.coverage().get(left)?;
    let (first, _) = match pair {
        PairAdjustment::Format1 { sets, .. } => sets.get(covered)?.get(right)?,
        PairAdjustment::Format2 { classes, matrix, .. } => matrix.get((classes.0.get(left), classes.1.get(right)))?,
    };
    Some(first.x_advance)
}
