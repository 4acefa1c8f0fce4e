//! The badge as a file inside the PDF, which makes it PDF/A-3 (ISO 19005-3, 6.8).

use lopdf::{Document, Object, ObjectId, Stream, dictionary};

use crate::pdf::{Moment, name, reference, text};

/// What a reader shows and saves it as.
const FILE_NAME: &str = "openbadge.jwt";
const DESCRIPTION: &str = "Open Badge 3.0 (VC-JWT)";

/// Embeds the badge and enters it in the catalog, associated with the whole document (ISO 32000-2, 14.13).
pub(crate) fn attach(doc: &mut Document, catalog: ObjectId, badge: &str, at: Moment) -> lopdf::Result<()> {
    let parameters = dictionary! {
        "Size" => badge.len() as i64, "ModDate" => Object::string_literal(at.pdf()),
    };
    let file = doc.add_object(Stream::new(
        dictionary! { "Type" => "EmbeddedFile", "Subtype" => name("application/jwt"), "Params" => parameters },
        badge.as_bytes().to_vec(),
    ));
    let entry = doc.add_object(dictionary! {
        "Type" => "Filespec", "F" => Object::string_literal(FILE_NAME), "UF" => text(FILE_NAME),
        "Desc" => text(DESCRIPTION), "AFRelationship" => name("Data"),
        "EF" => dictionary! { "F" => reference(file), "UF" => reference(file) },
    });
    let catalog = doc.get_dictionary_mut(catalog)?;
    catalog.set("AF", vec![reference(entry)]);
    let files = dictionary! { "Names" => vec![text(FILE_NAME), reference(entry)] };
    catalog.set("Names", dictionary! { "EmbeddedFiles" => files });
    Ok(())
}
