//! What could not be read is told once, hides nothing else, and is blamed on nobody else.

use super::{change, changed_course, first_question};
use crate::harness::Folder;
use connectoo::modules::course;
use std::fs;

/// Whether these are all complaints about a course: each by its beginning and a part of it, in the order of files.
fn assert_told(folder: &Folder, expected: &[(&str, &str)]) {
    let told: Vec<String> = course::read(folder.path()).complaints.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (one, (start, part)) in told.iter().zip(expected) {
        assert!(one.starts_with(start) && one.contains(part), "{start} {part}: {told:#?}");
    }
}

#[test]
fn a_course_without_a_curriculum_lacks_just_that_and_its_modules_are_checked() {
    let folder = changed_course();
    fs::remove_file(folder.path().join("curriculum.toml")).unwrap();
    change(&folder, "expert/03-supportive-attitude/module.toml", "minutes = ", "minutes = 9");
    assert_told(
        &folder,
        &[
            ("curriculum.toml:1: cannot be read", ""),
            ("expert/03-supportive-attitude/module.toml", "minutes lie between 1 and 600"),
        ],
    );
}

#[test]
fn a_text_that_is_not_utf_8_is_told_once_and_not_as_missing() {
    let folder = changed_course();
    for file in ["card.de.md", "lessons/01-what-csam-is.fr.md"] {
        fs::write(folder.path().join("basic/05-csam").join(file), b"# Caf\xe9\n\nUn texte.\n").unwrap();
    }
    assert_told(
        &folder,
        &[
            ("basic/05-csam/card.de.md:1: cannot be read", "UTF-8"),
            ("basic/05-csam/lessons/01-what-csam-is.fr.md:1: cannot be read", "UTF-8"),
        ],
    );
}

#[test]
fn a_question_that_cannot_be_understood_is_there_for_lessons_and_quizzes() {
    let folder = changed_course();
    change(&folder, "basic/05-csam/questions/two-things-needed.toml", "answer = ", "answer = \"x\" # ");
    assert_told(&folder, &[("basic/05-csam/questions/two-things-needed.toml:", "invalid type: string \"x\"")]);
}

#[test]
fn facts_and_a_module_that_cannot_be_understood_are_told_alone() {
    let folder = changed_course();
    change(&folder, "facts.toml", "checked = 2026-11-21", "checked = 12:00:00");
    assert_told(&folder, &[("facts.toml:", "is not a date")]);
    change(&folder, "facts.toml", "checked = 12:00:00", "checked = 3");
    assert_told(&folder, &[("facts.toml:", "invalid type")]);
    change(&folder, "facts.toml", "checked = 3", "checked = 2026-11-21");
    change(&folder, "basic/05-csam/module.toml", "minutes = ", "minutes = \"x\" # ");
    fs::remove_file(folder.path().join("basic/05-csam/lessons/01-what-csam-is.fr.md")).unwrap();
    assert_told(
        &folder,
        &[
            ("basic/05-csam/lessons/01-what-csam-is.fr.md:1: ", "lacks Français"),
            ("basic/05-csam/module.toml:", "invalid type"),
        ],
    );
}

#[test]
fn an_unknown_key_hides_neither_others_nor_missing_languages_and_what_it_renames_is_not_missing() {
    let folder = changed_course();
    let (single, ordering) = (first_question(&folder, "singleChoice"), first_question(&folder, "ordering"));
    change(&folder, &ordering, "[explanation]", "[explanations]");
    change(&folder, &single, "correct = true", "corect = true");
    change(&folder, &single, "difficulty = ", "dificulty = ");
    change(&folder, &single, "\nde = \"", "\n# de = \"");
    let text = fs::read_to_string(folder.path().join(&single)).unwrap();
    let at = |key: &str| format!("{single}:{}: ", text.lines().position(|line| line.contains(key)).unwrap() + 1);
    let (difficulty, corect) = (at("dificulty"), at("corect"));
    let mut expected = vec![
        (ordering.as_str(), "unknown field `explanations`"),
        (difficulty.as_str(), "unknown field `dificulty`"),
        (single.as_str(), "text lacks Deutsch"),
        (corect.as_str(), "unknown field `corect`"),
    ];
    expected.sort_by_key(|(file, _)| file.split(':').next().unwrap().to_owned());
    assert_told(&folder, &expected);
}
