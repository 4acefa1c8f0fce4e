//! The course: the shipped one is without complaint, a broken one is told whole, an import is all or nothing.

mod complaints;

use crate::harness::{Folder, Service, course};
use connectoo::modules::{check::advice, course as reader, import};
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

/// The next question of that kind after one.
fn single_after(folder: &Folder, first: &str) -> String {
    let without = Folder::new("rest");
    copy(&folder.path().join("basic/05-csam"), &without.path().join("basic/05-csam"));
    fs::remove_file(without.path().join(first)).unwrap();
    first_question(&without, "singleChoice")
}

#[test]
fn the_shipped_course_has_no_complaint_and_what_each_module_must_have() {
    let course = course();
    let taught = |level: usize| course.curriculum.0[level].quiz_codes();
    let codes: Vec<&str> = course.modules.iter().map(|module| module.competency.as_str()).collect();
    assert_eq!((taught(0).len(), taught(1).len(), codes.len()), (12, 3, 15));
    assert!(taught(0).iter().chain(&taught(1)).all(|code| codes.contains(&code.as_str())));
    for module in &course.modules {
        let lessons = if taught(0).contains(&module.competency) { 3..=6 } else { 5..=8 };
        assert!(lessons.contains(&module.lessons.len()), "{}: {}", module.competency, module.lessons.len());
        assert!(!module.drawings.is_empty() && module.card.is_some(), "{}", module.competency);
    }
    // Pools, practice, length, readability and the rest of what a module must have is advice.
    let advice = advice::advise(Path::new("course-content"), course, DAY.parse().unwrap());
    assert_eq!(advice, [], "{advice:#?}");
}

#[test]
fn every_complaint_comes_at_once_with_file_and_line() {
    let folder = changed_course();
    let single = first_question(&folder, "singleChoice");
    let ordering = first_question(&folder, "ordering");
    let second_single = single_after(&folder, &single);
    change(&folder, &single, "correct = true", "corect = true");
    change(&folder, &ordering, "[explanation]", "[explanations]");
    change(&folder, &second_single, "feedback = ", "# feedback = ");
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
        (second_single.as_str(), "is missing"),
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
async fn a_validity_and_its_renewal_are_read_checked_imported_and_told() {
    let folder = changed_course();
    let renewal = |opens: u16, late: u16| {
        format!(
            "pass_mark = 80\nvalidity_months = 36\n[levels.renewal]\nopens_days = {opens}\nquestions = 12\npass_mark = 75\n\
             grace_days = 180\nlate_questions = {late}\nreminder_days = [30, 7]\n"
        )
    };
    change(&folder, "curriculum.toml", "pass_mark = 80\n", "pass_mark = 80\nvalidity_months = 36\n");
    let complaints = |folder: &Folder| -> Vec<String> {
        reader::read(folder.path()).complaints.iter().map(ToString::to_string).collect()
    };
    let told = complaints(&folder);
    assert!(
        told.len() == 1 && told[0].starts_with("curriculum.toml:7: a brevet that ends must be renewable"),
        "{told:#?}"
    );
    change(&folder, "curriculum.toml", "pass_mark = 80\nvalidity_months = 36\n", &renewal(1100, 9999));
    let told = complaints(&folder);
    for text in ["opens_days is less than the validity", "late_questions is more than the"] {
        assert!(told.iter().any(|one| one.starts_with("curriculum.toml:") && one.contains(text)), "{text}: {told:#?}");
    }
    change(&folder, "curriculum.toml", &renewal(1100, 9999), &renewal(90, 36));
    change(&folder, "curriculum.toml", "code = \"csam\"", "code = \"cs--am\"");
    let told = complaints(&folder);
    assert!(told.iter().any(|one| one.contains("lower-case words joined by single hyphens")), "{told:#?}");
    change(&folder, "curriculum.toml", "code = \"cs--am\"", "code = \"csam\"");
    assert!(complaints(&folder).is_empty());

    let service = Service::start().await;
    assert_eq!(service.visitor().get("/levels").await.json()["items"][0].get("renewal"), None, "as it ships");
    let course = reader::read(folder.path());
    import::import(&mut service.db().await, &course, service.app.clock.now()).await.unwrap();
    connectoo::modules::store::load(&mut service.db().await, &service.app.course).await.unwrap();
    let levels = service.visitor().get("/levels").await.expect(200).json();
    let expected = serde_json::json!({
        "opensDays": 90, "questions": 12, "passMark": 0.75, "graceDays": 180, "lateQuestions": 36, "reminderDays": [30, 7],
    });
    assert_eq!((&levels["items"][0]["renewal"], levels["items"][1].get("renewal")), (&expected, None));
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
async fn looking_for_news_of_the_course_keeps_what_is_kept_when_there_are_none() {
    let service = Service::start().await;
    let before = service.app.course.taught();
    connectoo::modules::store::load(&mut service.db().await, &service.app.course).await.unwrap();
    assert!(std::sync::Arc::ptr_eq(&before, &service.app.course.taught()));
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

/// What `content check` advises on a course on a day.
fn advice(folder: &Folder, today: &str) -> Vec<String> {
    let course = reader::read(folder.path());
    assert_eq!(course.complaints, [], "{:#?}", course.complaints);
    advice::advise(folder.path(), &course, today.parse().unwrap()).iter().map(ToString::to_string).collect()
}

const DAY: &str = "2026-11-27";
const LESSON: &str = "basic/05-csam/lessons/01-what-csam-is";

#[test]
fn advice_names_file_and_line_of_what_is_hard_to_read_uneven_old_or_given_away() {
    let folder = changed_course();
    assert_eq!(advice(&folder, DAY), [] as [&str; 0]);
    let path = |file: &str| folder.path().join(file);
    let long = format!("Nu volgt {}het einde.\n", "heel ".repeat(30));
    let lesson = format!("{LESSON}.nl.md");
    let text = fs::read_to_string(path(&lesson)).unwrap();
    let lines = text.lines().count();
    fs::write(
        path(&lesson),
        format!("{text}\n{long}\nVraag het aan de XQZ en aan MijnVerzinsel.\n\nGa naar voorbeeld.be.\n"),
    )
    .unwrap();
    fs::write(path(&format!("{LESSON}.de.md")), "# Das Tor\n\nKurz.\n").unwrap();
    change(&folder, "facts.toml", "checked = 2026-11-21", "checked = 2025-11-21");
    let single = first_question(&folder, "singleChoice");
    let other = single.replace(".toml", "-again.toml");
    let twin = fs::read_to_string(path(&single)).unwrap().replacen("en = \"", "en = \"Well: ", 1).replacen(
        "nl = \"",
        "nl = \"Zo: ",
        1,
    );
    fs::write(path(&other), twin).unwrap();
    let questions = path("expert/03-supportive-attitude/questions");
    for file in fs::read_dir(questions).unwrap().flatten() {
        let text = fs::read_to_string(file.path()).unwrap();
        fs::write(file.path(), text.replace("difficulty = 3", "difficulty = 2")).unwrap();
    }
    let told = advice(&folder, DAY);
    for (file, text) in [
        (format!("{lesson}:{}", lines + 2), "a sentence of 34 words"),
        (format!("{lesson}:{}", lines + 4), "XQZ is not in glossary.toml"),
        (format!("{lesson}:{}", lines + 4), "MijnVerzinsel is not in glossary.toml"),
        (format!("{lesson}:{}", lines + 6), "voorbeeld.be is named without a link"),
        (format!("{LESSON}.de.md:1"), "shorter than the other languages"),
        (format!("{LESSON}.de.md:1"), "write at least 500"),
        (format!("{LESSON}.de.md:1"), "the lesson has 0 practice questions"),
        (format!("{LESSON}.de.md:1"), "stands in the Dutch text and not here"),
        ("facts.toml:1".to_owned(), "more than 12 months ago"),
        (format!("{single}:1"), "asks nearly the same as"),
        ("expert/03-supportive-attitude/module.toml".to_owned(), "has difficulty 3"),
    ] {
        let is = |one: &&String| one.starts_with(&file) && one.contains(text);
        assert!(told.iter().any(|one| is(&one)), "{file} {text}: {told:#?}");
    }
    let aged = advice(&folder, "2027-11-22");
    assert!(aged.iter().filter(|one| one.contains("more than 12 months ago")).count() > 40);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_course_with_advice_is_imported_and_a_strict_check_fails_on_it() {
    let service = Service::start().await;
    let folder = changed_course();
    fs::write(
        folder.path().join(format!("{LESSON}.en.md")),
        fs::read_to_string(folder.path().join(format!("{LESSON}.en.md"))).unwrap() + "\nAsk the XQZ.\n",
    )
    .unwrap();
    let check = |flags: &[&str]| {
        let mut command = std::process::Command::new(crate::harness::PROGRAM);
        let ran = command.args(["content", "check"]).arg(folder.path()).args(flags).output().unwrap();
        (ran.status.success(), String::from_utf8(ran.stdout).unwrap())
    };
    let (passed, told) = check(&[]);
    assert!(passed && told.contains(&format!("{LESSON}.en.md:")) && told.contains(": advice: XQZ is not"), "{told}");
    let (passed, told) = check(&["--strict", "--figures"]);
    assert!(!passed && told.contains("words nl") && told.contains("csam/01-what-csam-is"), "{told}");
    let course = reader::read(folder.path());
    let imported = import::import(&mut service.db().await, &course, service.app.clock.now()).await.unwrap();
    assert_eq!(imported.published, [("csam".to_owned(), 2)]);
}

#[test]
fn an_address_in_any_file_but_the_facts_is_refused() {
    let folder = changed_course();
    let single = first_question(&folder, "singleChoice");
    change(&folder, &single, "en = \"", "en = \"Mail info@example.be: ");
    change(&folder, "basic/09-ebox/module.toml", "en = \"", "en = \"See www.example.be: ");
    let complaints: Vec<String> = reader::read(folder.path()).complaints.iter().map(ToString::to_string).collect();
    for file in [single.as_str(), "basic/09-ebox/module.toml"] {
        assert!(
            complaints.iter().any(|one| one.starts_with(file) && one.contains("addresses belong")),
            "{complaints:#?}"
        );
    }
    assert_eq!(complaints.len(), 2, "{complaints:#?}");
}

/// The blocks of code of a kind in the authors' guide, in order: first those of the Dutch part, then those of the French.
fn examples(kind: &str) -> Vec<String> {
    let guide = fs::read_to_string("course-content/README.md").unwrap();
    let opening = format!("```{kind}\n");
    guide.split(&opening).skip(1).map(|rest| rest.split("\n```").next().unwrap().to_owned() + "\n").collect()
}

#[test]
fn what_the_authors_guide_shows_is_taken_as_it_stands() {
    let toml = examples("toml");
    assert_eq!(toml.len() % 2, 0);
    let (dutch, french) = toml.split_at(toml.len() / 2);
    assert_eq!(dutch, french, "the two parts of the guide show the same");
    let with = |start: &str| toml.iter().find(|block| block.starts_with(start)).unwrap();
    let folder = changed_course();
    let module = folder.path().join("basic/05-csam");
    fs::create_dir_all(module.join("media")).unwrap();
    fs::write(module.join("questions/phone-with-itsme-lost.toml"), with("kind = \"singleChoice\"")).unwrap();
    fs::write(module.join("media/guide-screen.toml"), with("alt = ")).unwrap();
    fs::write(module.join("media/guide-screen.svg"), &examples("svg")[0]).unwrap();
    for language in ["nl", "fr", "de", "en"] {
        let lesson = module.join(format!("lessons/01-what-csam-is.{language}.md"));
        fs::write(&lesson, fs::read_to_string(&lesson).unwrap() + "\n{{media:guide-screen}}\n").unwrap();
    }
    let told = advice(&folder, DAY);
    assert!(!told.iter().any(|one| one.contains("guide-screen") || one.contains("phone-with-itsme-lost")), "{told:#?}");
}

#[test]
fn the_live_sessions_that_a_level_asks_for_are_read_and_checked() {
    let folder = changed_course();
    change(&folder, "curriculum.toml", "requires = [\"basic\"]\n", "requires = [\"basic\"]\nlive_sessions = 21\n");
    let told: Vec<String> = reader::read(folder.path()).complaints.iter().map(ToString::to_string).collect();
    assert!(told.len() == 1 && told[0].contains("live_sessions is a number from 0 to 20"), "{told:#?}");
    change(&folder, "curriculum.toml", "live_sessions = 21", "live_sessions = 2");
    let course = reader::read(folder.path());
    assert!(course.complaints.is_empty(), "{:#?}", course.complaints);
    let asked: Vec<i32> = course.curriculum.0.iter().map(|rules| rules.live_sessions).collect();
    assert_eq!(asked, [0, 2]);
}
