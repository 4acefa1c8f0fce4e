//! The signature field: a widget over the drawn seal, and the signature dictionary with room for the seal.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use crate::paper::Area;
use crate::pdf::{Moment, name, rectangle, reference, text};
use crate::seal::{BYTE_RANGE_MARK, Room};
use crate::tags::PRINT;

/// The annotation flag Locked (ISO 32000-1, table 165).
const LOCKED: i64 = 128;

/// Both form flags: signatures exist, and the file may only be appended to (ISO 32000-1, table 219).
const SIGNATURES_EXIST_AND_APPEND_ONLY: i64 = 3;

/// The objects of one signature field.
pub(crate) struct Field {
    pub widget: ObjectId,
    signature: ObjectId,
}

/// Who seals, when, and where the drawn seal is.
pub(crate) struct Sealer<'a> {
    pub issuer: &'a str,
    pub tooltip: &'a str,
    pub at: Moment,
    pub area: Area,
    pub room: Room,
}

impl Field {
    pub fn add(doc: &mut Document, sealer: &Sealer) -> Self {
        let signature = doc.add_object(signature(sealer));
        let area = sealer.area;
        // The seal is drawn on the page; the widget only makes it answer a click.
        let appearance = doc.add_object(
            Stream::new(
                dictionary! {
                    "Type" => "XObject", "Subtype" => "Form", "Resources" => Dictionary::new(),
                    "BBox" => rectangle(Area { left: 0.0, bottom: 0.0, right: area.width(), top: area.top - area.bottom }),
                },
                Vec::new(),
            )
            .with_compression(false),
        );
        let widget = doc.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "T" => Object::string_literal("Seal"),
            "TU" => text(sealer.tooltip), "V" => reference(signature), "F" => PRINT + LOCKED,
            "Rect" => rectangle(area), "AP" => dictionary! { "N" => reference(appearance) },
        });
        Self { widget, signature }
    }

    /// Names the field in the catalogue. The form is an object of its own: some readers miss a direct one.
    pub fn enter(&self, doc: &mut Document, catalog: ObjectId) -> lopdf::Result<()> {
        let form = doc.add_object(dictionary! {
            "Fields" => vec![reference(self.widget)], "SigFlags" => SIGNATURES_EXIST_AND_APPEND_ONLY,
        });
        let catalog = doc.get_dictionary_mut(catalog)?;
        catalog.set("AcroForm", reference(form));
        catalog.set("Perms", dictionary! { "DocMDP" => reference(self.signature) });
        Ok(())
    }
}

/// A certification signature that forbids every change (ISO 32000-1, 12.8.2.2: DocMDP with P 1), in the
/// form of ETSI EN 319 142-1, 5.3. The times of PAdES baseline are /M, not a signed attribute.
fn signature(sealer: &Sealer) -> Dictionary {
    let no_changes = dictionary! { "Type" => "TransformParams", "P" => 1, "V" => name("1.2") };
    let certification =
        dictionary! { "Type" => "SigRef", "TransformMethod" => "DocMDP", "TransformParams" => no_changes };
    dictionary! {
        "Type" => "Sig", "Filter" => name("Adobe.PPKLite"), "SubFilter" => name("ETSI.CAdES.detached"),
        "ByteRange" => vec![0.into(), BYTE_RANGE_MARK.into(), BYTE_RANGE_MARK.into(), BYTE_RANGE_MARK.into()],
        // Digits as a literal string, which lopdf writes at once; the seal puts its own brackets around them.
        "Contents" => Object::String(vec![b'0'; 2 * sealer.room.bytes()], StringFormat::Literal),
        "M" => Object::string_literal(sealer.at.pdf()),
        "Name" => text(sealer.issuer),
        "Reference" => vec![certification.into()],
    }
}
