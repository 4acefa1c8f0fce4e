//! The one direction of imports. Before changing a list here, think: the order is the design.

use std::{fs, path::Path};

/// A slice's rules and queries use only slices before it. Mail and jobs are called by all and call none.
const SLICES: &[&[&str]] = &[
    &["identity"],
    &["competencies"],
    &["quizzes"],
    &["modules"],
    &["live_sessions"],
    &["attempts"],
    &["placement"],
    &["practice"],
    &["notes"],
    &["brevets"],
    &["agenda"],
    &["verification"],
    &["programme"],
];
/// What speaks HTTP; it may use everything, and only `routes.rs` uses it.
const DOORS: &[&str] = &["api.rs", "pages.rs"];
/// Where HTTP and people meet outside the slices.
const EDGE: &[&str] = &["routes", "server", "cli", "contract", "operation", "administration", "worker", "programme"];

struct File {
    path: String,
    text: String,
}

fn files(root: &str) -> Vec<File> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(root).to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else if entry.path().extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(entry.path()).unwrap();
                let code = text.split("#[cfg(test)]").next().unwrap().to_owned();
                found.push(File { path: entry.path().strip_prefix(root).unwrap().display().to_string(), text: code });
            }
        }
    }
    found
}

/// What a file names of this crate, each as a whole path, as in `crate::brevets::…`; of nested `use` trees every leaf.
fn uses(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(rest.len());
        match rest[end..].strip_prefix('{') {
            Some(tree) => drop(leaves(tree, &rest[..end], &mut found)),
            None => found.push(rest[..end].to_owned()),
        }
    }
    found
}

/// Reads a `use` tree behind its opening brace; gives what stands behind its closing one.
fn leaves<'a>(mut tree: &'a str, before: &str, found: &mut Vec<String>) -> &'a str {
    while let Some(end) = tree.find([',', '{', '}']) {
        let (path, sign) = (format!("{before}{}", tree[..end].trim()), &tree[end..=end]);
        tree = &tree[end + 1..];
        match sign {
            "{" => tree = leaves(tree, &path, found),
            _ if path.len() > before.len() => found.push(path),
            _ => {}
        }
        if sign == "}" {
            return tree;
        }
    }
    tree
}

/// What a file calls by a path that begins elsewhere than at the root, as in `brevets::api::…`: two names at a time.
fn called(text: &str) -> Vec<String> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let pair = |(at, _): (usize, &str)| {
        let before = text[..at].rsplit(|c: char| !is_name(c)).next().unwrap_or_default();
        let after = text[at + 2..].split(|c: char| !is_name(c)).next().unwrap_or_default();
        format!("{before}::{after}")
    };
    text.match_indices("::").map(pair).collect()
}

/// `question_pages.rs` is a door like `pages.rs`, `changes_api.rs` like `api.rs`.
fn is_door(file: &str) -> bool {
    DOORS.contains(&file) || file.ends_with("_pages.rs") || file.ends_with("_api.rs")
}

fn rank(module: &str) -> Option<usize> {
    SLICES.iter().position(|slices| slices.contains(&module))
}

#[test]
fn every_leaf_of_a_nested_use_is_seen_and_every_call_by_path() {
    let text =
        "use crate::{app::App, brevets::{self, api::{one, own as mine}}, t};\nuse crate::clock;\nbrevets::api::one();";
    let leaves = ["app::App", "brevets::self", "brevets::api::one", "brevets::api::own as mine", "t", "clock"];
    assert_eq!(uses(text), leaves);
    assert!(called(text).contains(&"brevets::api".to_owned()));
}

#[test]
fn rules_and_queries_use_only_slices_before_their_own() {
    let mut broken = Vec::new();
    for file in files("backend/src") {
        let slice = file.path.split('/').next().unwrap();
        let name = file.path.rsplit('/').next().unwrap();
        let Some(own) = rank(slice).filter(|_| !is_door(name) && !EDGE.contains(&slice)) else { continue };
        for used in uses(&file.text) {
            let other = used.split("::").next().unwrap();
            if rank(other).is_some_and(|other| other > own) {
                broken.push(format!("{} uses {used}", file.path));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn nobody_uses_a_door_but_the_routes() {
    let mut broken = Vec::new();
    for file in files("backend/src").iter().filter(|file| file.path != "routes.rs") {
        let own = file.path.split('/').next().unwrap();
        for used in uses(&file.text).into_iter().chain(called(&file.text)) {
            let mut parts = used.split("::");
            let (slice, part) = (parts.next().unwrap(), parts.next().unwrap_or_default());
            let part = part.split_whitespace().next().unwrap_or_default(); // without `as …`
            if rank(slice).is_some() && slice != own && is_door(&format!("{part}.rs")) {
                broken.push(format!("{} uses {used}", file.path));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn rules_know_no_database_and_pure_files_no_http() {
    let pure = [
        "quizzes/",
        "placement/mod.rs",
        "placement/rasch.rs",
        "placement/stopping.rs",
        "placement/choosing.rs",
        "brevets/number.rs",
        "brevets/renewal.rs",
        "locale.rs",
        "clock.rs",
    ];
    let mut broken = Vec::new();
    for file in files("backend/src") {
        let is_store = file.path.ends_with("store.rs");
        if is_store && file.text.contains("actix_web") {
            broken.push(format!("{} knows HTTP", file.path));
        }
        let is_pure = pure.iter().any(|start| file.path.starts_with(start));
        if is_pure && (file.text.contains("actix_web") || file.text.contains("diesel_async")) {
            broken.push(format!("{} is not pure", file.path));
        }
    }
    for file in files("certificates/src") {
        for foreign in ["actix", "diesel", "tokio", "reqwest", "std::env", "SystemTime"] {
            if file.text.contains(foreign) {
                broken.push(format!("certificates/{} knows {foreign}", file.path));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn a_file_is_one_idea() {
    let long: Vec<String> = files("backend/src")
        .into_iter()
        .chain(files("certificates/src"))
        .filter(|file| file.text.lines().count() > 520 && file.path != "schema.rs")
        .map(|file| format!("{} has {} lines", file.path, file.text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}
