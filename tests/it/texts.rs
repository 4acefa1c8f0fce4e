//! The words of pages and mails: the same keys with the same variables in all four languages, none unused.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

const LANGUAGES: [&str; 4] = ["nl", "fr", "de", "en"];

/// Each key with its variables.
fn texts(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(format!("backend/locales/{language}/connectoo.ftl")).unwrap();
    let resource =
        fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
    let mut texts = BTreeMap::new();
    for entry in resource.body {
        if let fluent_syntax::ast::Entry::Message(message) = entry {
            let shown = format!("{:?}", message.value);
            let names = shown.split("VariableReference { id: Identifier { name: \"").skip(1);
            let variables = names.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect();
            assert!(
                texts.insert(message.id.name.to_owned(), variables).is_none(),
                "{language}: {} stands twice",
                message.id.name
            );
        }
    }
    texts
}

#[test]
fn every_language_has_the_same_keys_with_the_same_variables() {
    let english = texts("en");
    for language in LANGUAGES {
        let other = texts(language);
        let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(*key)).collect();
        let extra: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{language} lacks {missing:?} and has more {extra:?}");
        for (key, variables) in &english {
            assert_eq!(&other[key], variables, "{language}: {key}");
        }
    }
}

#[test]
fn no_text_is_left_untranslated() {
    let text = |language: &str| fs::read_to_string(format!("backend/locales/{language}/connectoo.ftl")).unwrap();
    let english = text("en");
    let sentences: BTreeSet<&str> = english
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(_, text)| text)
        .filter(|text| text.len() > 40)
        .collect();
    for language in ["nl", "fr", "de"] {
        let other = text(language);
        let same: Vec<&str> = other
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .map(|(_, text)| text)
            .filter(|text| sentences.contains(text))
            .collect();
        assert!(same.is_empty(), "{language}: {same:#?}");
    }
}

#[test]
fn no_text_is_unused() {
    let mut sources = String::new();
    let mut folders = vec![Path::new("backend").to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "html") {
                sources.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    let unused: Vec<String> = texts("en").into_keys().filter(|key| !sources.contains(&format!("\"{key}\""))).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn no_french_line_breaks_before_its_punctuation() {
    let text = fs::read_to_string("backend/locales/fr/connectoo.ftl").unwrap();
    let words = text.lines().filter(|line| !line.starts_with('#'));
    let words = words.map(|line| line.split_once(" = ").map_or(line, |(_, text)| text));
    let breaks = |line: &&str| ["« ", " »", " ?", " !", " ;", " :"].iter().any(|pair| line.contains(pair));
    let broken: Vec<&str> = words.filter(breaks).collect();
    assert!(broken.is_empty(), "a no-break space is wanted here: {broken:#?}");
}
