//! The course: the shipped one is without complaint, a broken one is told whole, an import is all or nothing.

use crate::harness::{Folder, Service, course};
use connectoo::modules::{course as reader, import};
use std::{fs, path::Path};

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            fs::copy(entry.path(), target).map(drop).unwrap()
        }
    }
}

/// A copy of the shipped course, to be changed.
pub fn changed_course() -> Folder {
    let folder = Folder::new("course");
    copy(Path::new("course-content"), folder.path());
    folder
}

/// Replaces the first `from` of a file, which must be there.
pub fn change(folder: &Folder, file: &str, from: &str, to: &str) {
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} lacks {from:?}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

fn first_question(folder: &Folder, kind: &str) -> String {
    let questions = folder.path().join("basic/05-csam/questions");
    let mut names: Vec<String> = fs::read_dir(questions)
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let is = |name: &&String| {
        let text = fs::read_to_string(folder.path().join("basic/05-csam/questions").join(name)).unwrap();
        text.contains(&format!("kind = \"{kind}\""))
    };
    format!("basic/05-csam/questions/{}", names.iter().find(is).unwrap())
}

#[test]
fn the_shipped_course_has_no_complaint_and_what_each_module_must_have() {
    let course = course();
    let taught = |level: usize| course.curriculum.0[level].quiz_codes();
    let codes: Vec<&str> = course.modules.iter().map(|module| module.competency.as_str()).collect();
    assert_eq!((taught(0).len(), taught(1).len(), codes.len()), (12, 3, 15));
    assert!(taught(0).iter().chain(&taught(1)).all(|code| codes.contains(&code.as_str())));
    for module in &course.modules {
        assert!(!module.lessons.is_empty(), "{}", module.competency);
        assert!(module.pool().len() >= 8, "{}: {}", module.competency, module.pool().len());
        let kinds: std::collections::BTreeSet<&str> =
            module.pool().iter().map(|question| question.body.kind()).collect();
        assert!(kinds.len() >= 4, "{}: {kinds:?}", module.competency);
    }
}

#[test]
fn every_complaint_comes_at_once_with_file_and_line() {
    let folder = changed_course();
    let single = first_question(&folder, "singleChoice");
    let ordering = first_question(&folder, "ordering");
    change(&folder, &single, "correct = true", "corect = true");
    change(&folder, &ordering, "[explanation]", "[explanations]");
    change(&folder, "basic/05-csam/module.toml", "minutes = ", "minutes = 9");
    fs::remove_file(
        folder.path().join("basic/09-ebox/lessons").join(
            fs::read_dir(folder.path().join("basic/09-ebox/lessons"))
                .unwrap()
                .flatten()
                .map(|e| e.file_name())
                .find(|n| n.to_string_lossy().ends_with(".de.md"))
                .unwrap(),
        ),
    )
    .unwrap();
    fs::write(folder.path().join("basic/05-csam/lessons/99-extra.nl.md"), "no title\n\nSee https://example.be\n")
        .unwrap();
    let complaints: Vec<String> = reader::read(folder.path()).complaints.iter().map(ToString::to_string).collect();
    let told = |file: &str, text: &str| {
        complaints.iter().any(|complaint| complaint.starts_with(file) && complaint.contains(text))
    };
    for (file, text) in [
        (single.as_str(), "unknown field `corect`"),
        (ordering.as_str(), "unknown field `explanations`"),
        ("basic/05-csam/lessons/99-extra.nl.md", "begins with its title"),
        ("basic/05-csam/lessons/99-extra.nl.md:3", "addresses belong in facts.toml"),
        ("basic/05-csam/lessons/99-extra.fr.md", "lacks Français"),
        ("basic/09-ebox/lessons", "lacks Deutsch"),
        ("basic/05-csam/module.toml", "minutes"),
    ] {
        assert!(told(file, text), "{file} {text}: {complaints:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_course_is_not_imported_at_all() {
    let service = Service::start().await;
    let folder = changed_course();
    change(&folder, "basic/01-digital-inclusion/module.toml", "minutes = ", "minutes = 1"); // a change that would be imported
    let single = first_question(&folder, "singleChoice");
    change(&folder, &single, "correct = true", "correct = false");
    let course = reader::read(folder.path());
    let mut db = service.db().await;
    assert!(import::import(&mut db, &course, service.app.clock.now()).await.is_err());
    let newest = connectoo::modules::store::newest(&mut db).await.unwrap();
    assert!(newest.values().all(|edition| edition.number == 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_publishes_what_changed_and_a_running_service_hears_of_it() {
    let service = Service::start().await;
    let folder = changed_course();
    change(&folder, "basic/05-csam/module.toml", "minutes = ", "minutes = 1");
    let course = reader::read(folder.path());
    let imported = import::import(&mut service.db().await, &course, service.app.clock.now()).await.unwrap();
    assert_eq!((imported.published, imported.unchanged), (vec![("csam".to_owned(), 2)], course.modules.len() - 1));
    let visitor = service.visitor();
    crate::harness::eventually("the new edition", || async {
        (visitor.get("/modules/csam?lang=nl").await.json()["edition"] == 2).then_some(())
    })
    .await;
}
