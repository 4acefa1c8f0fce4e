//! The document security store: certificates and proofs that they are not revoked, inside the sealed revision.

use lopdf::{Dictionary, Document, ObjectId, Stream, dictionary};

use crate::pdf::{name, reference};
use crate::revocation::Evidence;

/// Enters the store in the catalogue (ETSI EN 319 142-1, 5.4.2), and the developer extension that names it (5.6).
pub(crate) fn enter(doc: &mut Document, catalog: ObjectId, evidence: &Evidence) -> lopdf::Result<()> {
    let mut store = dictionary! { "Type" => "DSS" };
    let parts = [("Certs", &evidence.certificates), ("CRLs", &evidence.lists), ("OCSPs", &evidence.answers)];
    for (key, list) in parts.into_iter().filter(|(_, list)| !list.is_empty()) {
        let streams: Vec<_> =
            list.iter().map(|der| reference(doc.add_object(Stream::new(Dictionary::new(), der.clone())))).collect();
        store.set(key, streams);
    }
    let store = doc.add_object(store);
    let extension =
        dictionary! { "Type" => "DeveloperExtensions", "BaseVersion" => name("1.7"), "ExtensionLevel" => 5 };
    let catalog = doc.get_dictionary_mut(catalog)?;
    catalog.set("DSS", reference(store));
    catalog.set("Extensions", dictionary! { "ESIC" => extension });
    Ok(())
}
