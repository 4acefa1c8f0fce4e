//! The structure tree: what a screen reader reads, in order (ISO 32000-1, 14.7; ISO 14289-1, 7).

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::paper::{Area, Element, Link};
use crate::pdf::{name, rectangle, reference, text};

/// The structure tree, complete, and the annotations that the page must list.
pub(crate) struct Structure {
    pub root: ObjectId,
    pub annotations: Vec<Object>,
}

/// A form field's widget, which needs a place in the tree, and what it is called.
pub(crate) struct Widget<'a> {
    pub id: ObjectId,
    pub alt: &'a str,
}

/// Writes the tree of these elements and ties it to the page and to each annotation.
pub(crate) fn structure(
    doc: &mut Document,
    page: ObjectId,
    elements: &[Element],
    widget: Option<&Widget>,
) -> Structure {
    let root = doc.new_object_id();
    let document = doc.new_object_id();
    let mut tree = Tree { doc, page, owners: Vec::new(), annotations: Vec::new(), annotation_owners: Vec::new() };
    let mut kids: Vec<Object> = elements.iter().map(|element| tree.element(element, document)).collect();
    kids.extend(widget.map(|widget| tree.form(widget, document)));
    let (parents, next) = tree.parents();
    let annotations = tree.annotations;
    doc.set_object(
        document,
        dictionary! {
            "Type" => "StructElem", "S" => "Document", "P" => reference(root), "K" => kids,
        },
    );
    doc.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot", "K" => vec![reference(document)],
            "ParentTree" => reference(parents), "ParentTreeNextKey" => next,
        },
    );
    Structure { root, annotations }
}

struct Tree<'a> {
    doc: &'a mut Document,
    page: ObjectId,
    /// The element that holds marked content 0, 1, 2 …
    owners: Vec<(i64, ObjectId)>,
    annotations: Vec<Object>,
    /// The element that holds the annotation with StructParent 1, 2 … (0 is the page).
    annotation_owners: Vec<ObjectId>,
}

impl Tree<'_> {
    fn element(&mut self, element: &Element, parent: ObjectId) -> Object {
        let id = self.doc.new_object_id();
        self.owners.extend(element.content.iter().map(|content| (*content, id)));
        let mut kids: Vec<Object> = element.content.iter().map(|content| Object::Integer(*content)).collect();
        kids.extend(element.kids.iter().map(|kid| self.element(kid, id)));
        kids.extend(element.link.as_ref().map(|link| self.link(link, id)));
        let mut dictionary = self.bare(element.role.name(), parent, kids);
        if let Some((alt, area)) = &element.figure {
            dictionary.set("Alt", text(alt));
            dictionary.set("A", bounds(*area));
        }
        self.doc.set_object(id, dictionary);
        reference(id)
    }

    fn link(&mut self, link: &Link, owner: ObjectId) -> Object {
        let key = self.key_for(owner);
        let annotation = self.doc.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "Link", "Rect" => rectangle(link.area),
            "F" => PRINT, "Border" => vec![0.into(), 0.into(), 0.into()],
            "Contents" => text(&link.alt), "StructParent" => key,
            "A" => dictionary! { "S" => "URI", "URI" => Object::string_literal(link.address.as_str()) },
        });
        self.annotation(annotation)
    }

    fn form(&mut self, widget: &Widget, parent: ObjectId) -> Object {
        let id = self.doc.new_object_id();
        let key = self.key_for(id);
        if let Ok(dictionary) = self.doc.get_dictionary_mut(widget.id) {
            dictionary.set("StructParent", key);
            dictionary.set("P", reference(self.page));
        }
        let kids = vec![self.annotation(widget.id)];
        let mut dictionary = self.bare("Form", parent, kids);
        dictionary.set("Alt", text(widget.alt));
        self.doc.set_object(id, dictionary);
        reference(id)
    }

    fn bare(&self, role: &str, parent: ObjectId, kids: Vec<Object>) -> Dictionary {
        dictionary! {
            "Type" => "StructElem", "S" => name(role), "P" => reference(parent),
            "Pg" => reference(self.page), "K" => kids,
        }
    }

    fn annotation(&mut self, id: ObjectId) -> Object {
        self.annotations.push(reference(id));
        dictionary! { "Type" => "OBJR", "Obj" => reference(id), "Pg" => reference(self.page) }.into()
    }

    fn key_for(&mut self, owner: ObjectId) -> i64 {
        self.annotation_owners.push(owner);
        self.annotation_owners.len() as i64
    }

    /// The number tree from content and annotations back to their elements, and its next free key.
    fn parents(&mut self) -> (ObjectId, i64) {
        // By id, not by reading order: what is drawn first may be read last.
        self.owners.sort_unstable();
        let page: Vec<Object> = self.owners.iter().map(|(_, owner)| reference(*owner)).collect();
        let mut numbers = vec![0.into(), reference(self.doc.add_object(page))];
        for (key, owner) in (1_i64..).zip(&self.annotation_owners) {
            numbers.extend([key.into(), reference(*owner)]);
        }
        let tree = self.doc.add_object(dictionary! { "Nums" => numbers });
        (tree, self.annotation_owners.len() as i64 + 1)
    }
}

/// The annotation flag Print (ISO 32000-1, table 165).
pub(crate) const PRINT: i64 = 4;

fn bounds(area: Area) -> Dictionary {
    dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => rectangle(area) }
}
