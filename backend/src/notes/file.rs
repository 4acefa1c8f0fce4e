//! All that a learner keeps, as files and as the REST door gives it.

use super::{
    Earlier, Note,
    places::{self, Place},
};
use crate::{
    locale::{self, Language},
    routes::API,
    t,
};
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::fmt::Write;

/// As Markdown: a heading for each module and lesson, and the note below it as it was written. `root` is the address of the
/// service.
pub fn markdown(places: &[Place], root: &str, today: NaiveDate, language: Language) -> String {
    let mut text = format!("# {}\n\n{}\n", t!(language, "notes-title"), locale::date(language, today));
    let mut module = None;
    for place in places.iter().filter(|place| place.note.is_some() || place.bookmark.is_some()) {
        if module.replace(&place.at.module) != Some(&place.at.module) {
            write!(text, "\n## {}\n", place.module).expect("a text takes what is written to it");
        }
        let title = match place.is_taught {
            true => format!("[{}]({root}{})", place.lesson, place.address()),
            false => format!("{} ({})", place.lesson, t!(language, "notes-left")),
        };
        let bookmark = place.bookmark.as_ref().map(|_| t!(language, "bookmark-is-set"));
        let note = place.note.as_ref().map(|note| note.text.clone());
        let parts: Vec<String> = [Some(format!("### {title}")), bookmark, note].into_iter().flatten().collect();
        write!(text, "\n{}\n", parts.join("\n\n")).expect("a text takes what is written to it");
    }
    text
}

/// Notes, bookmarks and earlier texts.
pub fn json(places: &[Place]) -> Value {
    json!({"notes": notes(places), "bookmarks": bookmarks(places), "earlierNotes": earlier(places)})
}

fn named(place: &Place) -> Value {
    let mut named = json!({
        "module": place.at.module, "lesson": place.at.lesson, "moduleTitle": place.module, "lessonTitle": place.lesson,
        "taught": place.is_taught,
    });
    if place.is_taught {
        named["page"] = places::address(&place.at).into();
    }
    named
}

pub fn note(place: &Place, note: &Note) -> Value {
    let mut one = named(place);
    one["href"] = format!("{API}/me/notes/{}/{}", place.at.module, place.at.lesson).into();
    tell(&mut one, note);
    one
}

/// What a text of a note says of itself.
pub fn tell(one: &mut Value, note: &Note) {
    one["text"] = note.text.as_str().into();
    one["revision"] = json!(note.revision);
    one["writtenAt"] = json!(note.written_at);
}

pub fn notes(places: &[Place]) -> Vec<Value> {
    places.iter().filter_map(|place| Some(note(place, place.note.as_ref()?))).collect()
}

pub fn bookmarks(places: &[Place]) -> Vec<Value> {
    let one = |place: &Place| {
        let mut one = named(place);
        one["href"] = format!("{API}/me/bookmarks/{}/{}", place.at.module, place.at.lesson).into();
        one["setAt"] = json!(place.bookmark.as_ref()?.set_at);
        Some(one)
    };
    places.iter().filter_map(one).collect()
}

pub fn earlier(places: &[Place]) -> Vec<Value> {
    let one = |place: &Place, earlier: &Earlier| {
        let mut one = named(place);
        one["href"] = format!("{API}/me/earlierNotes/{}", earlier.note.revision).into();
        one["replacedAt"] = json!(earlier.replaced_at);
        tell(&mut one, &earlier.note);
        one
    };
    places.iter().flat_map(|place| place.earlier.iter().map(move |earlier| one(place, earlier))).collect()
}
