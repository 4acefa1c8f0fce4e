//! Bookmarks and notes: kept at lessons for oneself alone, by pages and by REST, and never lost in silence.

use crate::{
    access::sign_in_by_form,
    browser::Browser,
    content::changed_course,
    harness::{Client, PASSWORD, Service, eventually},
};
use connectoo::{identity::Role, modules::import, notes::LONGEST};
use serde_json::{Value, json};
use std::fs;

const LESSON: &str = "csam/01-what-csam-is";

fn note_path() -> String {
    format!("/me/notes/{LESSON}")
}

fn page_path() -> String {
    LESSON.replace('/', "/lessons/").replacen("csam", "/modules/csam", 1)
}

async fn items(client: &Client, path: &str) -> Vec<Value> {
    client.get(path).await.expect(200).json()["items"].as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_written_changed_deleted_and_put_back_by_rest() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let first = learner.put(&note_path(), json!({"text": "Ask first.\r\nThen wait. "})).await.expect(200).json();
    assert_eq!(first["text"], "Ask first.\nThen wait.");
    let same = learner.put(&note_path(), json!({"text": "Ask first.\nThen wait."})).await.expect(200).json();
    assert_eq!(same, first, "the same text changes nothing");
    let changed = json!({"text": "Ask.", "revision": first["revision"]});
    let second = learner.put(&note_path(), changed).await.expect(200).json();
    assert!(second.get("replaced").is_none(), "{second}");
    let listed = items(&learner, "/me/notes?lang=en").await;
    assert_eq!((listed.len(), &listed[0]["text"], &listed[0]["taught"]), (1, &json!("Ask."), &json!(true)));
    assert_eq!(listed[0]["page"], page_path());
    assert_eq!(items(&learner, "/me/earlierNotes").await, [] as [Value; 0], "one's own change is no loss");

    learner.delete(&note_path()).await.expect(204);
    learner.delete(&note_path()).await.expect(404);
    assert_eq!(items(&learner, "/me/notes").await.len(), 0);
    let earlier = items(&learner, "/me/earlierNotes").await;
    assert_eq!((earlier.len(), &earlier[0]["text"]), (1, &json!("Ask.")));
    // What was written since does not go when the deleted text comes back.
    learner.put(&note_path(), json!({"text": "Another."})).await.expect(200);
    let revision = earlier[0]["revision"].as_str().unwrap();
    let back = learner.post(&format!("/me/earlierNotes/{revision}/restoration"), json!({})).await.expect(200).json();
    assert_eq!(back["text"], "Ask.");
    learner.post(&format!("/me/earlierNotes/{revision}/restoration"), json!({})).await.expect(404);
    let earlier = items(&learner, "/me/earlierNotes").await;
    assert_eq!((earlier.len(), &earlier[0]["text"]), (1, &json!("Another.")));
    let forgotten = format!("/me/earlierNotes/{}", earlier[0]["revision"].as_str().unwrap());
    learner.delete(&forgotten).await.expect(204);
    learner.delete(&forgotten).await.expect(404);
    assert_eq!(items(&learner, "/me/earlierNotes").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_note_is_refused_and_what_is_another_persons_does_not_exist() {
    let service = Service::start().await;
    let learner = service.learner().await;
    for (body, name) in [
        (json!({}), "text"),
        (json!({"text": " \n"}), "text"),
        (json!({"text": "x".repeat(LONGEST + 1)}), "text"),
        (json!({"text": "x", "revision": "1"}), "revision"),
        (json!({"text": "x", "colour": "red"}), "colour"),
    ] {
        let refused = learner.put(&note_path(), body).await.expect(400).json();
        assert_eq!(refused["issues"][0]["name"], name);
    }
    learner.put("/me/notes/csam/99-none", json!({"text": "x"})).await.expect(404);
    learner.put("/me/notes/none/01-none", json!({"text": "x"})).await.expect(404);
    learner.put("/me/bookmarks/csam/99-none", json!({})).await.expect(404);
    learner.delete(&format!("/me/bookmarks/{LESSON}")).await.expect(404);
    learner.put(&note_path(), json!({"text": "é".repeat(LONGEST)})).await.expect(200);
    learner.put(&format!("/me/bookmarks/{LESSON}"), json!({})).await.expect(204);
    learner.delete(&note_path()).await.expect(204);
    let earlier = items(&learner, "/me/earlierNotes").await[0]["revision"].as_str().unwrap().to_owned();
    let stranger = service.named(Role::Learner, "stranger", "An Vreemd").await;
    for path in ["/me/notes", "/me/bookmarks", "/me/earlierNotes"] {
        assert_eq!(items(&stranger, path).await.len(), 0, "{path}");
    }
    stranger.post(&format!("/me/earlierNotes/{earlier}/restoration"), json!({})).await.expect(404);
    stranger.delete(&format!("/me/earlierNotes/{earlier}")).await.expect(404);
    stranger.delete("/me/earlierNotes/x").await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_devices_the_last_note_counts_and_the_other_can_be_put_back() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let seen = learner.put(&note_path(), json!({"text": "One."})).await.json()["revision"].clone();
    learner.put(&note_path(), json!({"text": "From the phone.", "revision": seen})).await.expect(200);
    let told = learner.put(&note_path(), json!({"text": "From the desk.", "revision": seen})).await.expect(200).json();
    assert_eq!((&told["text"], &told["replaced"]["text"]), (&json!("From the desk."), &json!("From the phone.")));
    // Many at once: one stands, and each of the others is there to be put back.
    let texts: Vec<String> = (0..8).map(|at| format!("Device {at}.")).collect();
    let writing = texts.iter().map(|text| learner.put("/me/notes/ebox/01-what-ebox-is", json!({"text": text})));
    let replies = futures_util::future::join_all(writing).await;
    assert!(replies.iter().all(|reply| reply.status == 200));
    let standing =
        items(&learner, "/me/notes").await.iter().find(|note| note["module"] == "ebox").unwrap()["text"].clone();
    let mut all: Vec<Value> = items(&learner, "/me/earlierNotes")
        .await
        .iter()
        .filter(|one| one["module"] == "ebox")
        .map(|one| one["text"].clone())
        .collect();
    all.push(standing);
    all.sort_by_key(ToString::to_string);
    assert_eq!(all, texts);
    // Of each lesson the last twenty are kept, for thirty days.
    for at in 0..25 {
        learner.put(&note_path(), json!({"text": format!("Again {at}.")})).await.expect(200);
    }
    let csam = items(&learner, "/me/earlierNotes").await.iter().filter(|one| one["module"] == "csam").count();
    assert_eq!(csam, 20);
    service.app.clock.shift(chrono::Duration::days(31));
    let mut later = learner.clone();
    later.sign_in("learner@example.be", PASSWORD).await;
    assert_eq!(items(&later, "/me/earlierNotes").await.len(), 0);
    assert!(connectoo::sweep::sweep(&mut service.db().await, service.app.clock.now()).await.unwrap() >= 27);
    assert_eq!(items(&later, "/me/notes").await.len(), 2, "notes themselves stay");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_script_a_note_and_a_bookmark_are_kept_from_the_lesson_and_found_on_their_page() {
    let service = Service::start().await;
    service.learner().await;
    let learner = service.visitor();
    sign_in_by_form(&learner, Role::Learner).await;
    let lesson = page_path();
    assert!(learner.page("/notes?lang=en").await.expect(200).text().contains("You have none yet"));
    let kept = learner.form(&lesson, &format!("{lesson}/bookmark"), &[("bookmark", "yes")]).await.expect(303);
    assert_eq!(kept.header("location"), format!("{lesson}#bookmark"));
    let fields = [("text", "Two lines\r\n<b>bold</b>"), ("seen", "")];
    let saved = learner.form(&lesson, &format!("{lesson}/note"), &fields).await.expect(303);
    assert_eq!(saved.header("location"), format!("{lesson}#note"));
    let page = learner.page(&format!("{lesson}?lang=en")).await.expect(200).text();
    assert!(page.contains("You have a bookmark here") && page.contains("Saved on ") && page.contains("Two lines\n"));
    assert!(!page.contains("<b>bold"), "a note is text");
    let visitor = service.visitor().page(&lesson).await.expect(200).text();
    assert!(!visitor.contains("id=\"note\"") && !visitor.contains("note.js"), "nothing of it for visitors");
    // Too long: nothing is lost, and the words beside the field say what to do.
    let long = "x".repeat(LONGEST + 1);
    let refused = learner.form(&lesson, &format!("{lesson}/note"), &[("text", &*long), ("seen", "")]).await.expect(400);
    assert!(refused.text().contains(&long) && refused.text().contains("id=\"text-error\""));
    // Another device in the meantime: the person is told, with the text.
    let other =
        learner.form(&lesson, &format!("{lesson}/note"), &[("text", "Elsewhere"), ("seen", "")]).await.expect(303);
    assert!(other.header("location").starts_with(&format!("{lesson}/note?replaced=")), "{}", other.header("location"));
    let told = learner.page(other.header("location")).await.expect(200).text();
    assert!(told.contains("Two lines") && told.contains("role=\"status\""));
    // All of it on one page, and as files.
    let notes = learner.page("/notes?lang=en").await.expect(200).text();
    assert!(
        notes.contains("Elsewhere")
            && notes.contains("1 deleted or replaced text")
            && notes.contains(&format!("{lesson}#note"))
    );
    let file = learner.page("/notes/file?lang=en").await.expect(200);
    assert!(file.header("content-disposition").contains("connectoo-notes.md"));
    assert!(
        file.text().contains("\nElsewhere\n") && file.text().contains(&format!("]({}{lesson})", service.url)),
        "{}",
        file.text()
    );
    let json = learner.page("/notes/json").await.expect(200).json();
    assert_eq!((&json["notes"][0]["text"], json["bookmarks"].as_array().unwrap().len()), (&json!("Elsewhere"), 1));
    assert_eq!(json["earlierNotes"][0]["text"], "Two lines\n<b>bold</b>");
    // Deleted, and put back.
    let gone = learner.form("/notes", &format!("/notes/{LESSON}"), &[("delete", "note")]).await.expect(303);
    let offered = learner.page(gone.header("location")).await.expect(200).text();
    let revision = offered.split("action=\"/notes/earlier/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    learner.form("/notes", &format!("/notes/earlier/{revision}"), &[("then", "put-back")]).await.expect(303);
    assert_eq!(learner.page("/notes/json").await.json()["notes"][0]["text"], "Elsewhere");
    learner.form("/notes", &format!("/notes/{LESSON}"), &[("delete", "bookmark")]).await.expect(303);
    assert_eq!(learner.page("/notes/json").await.json()["bookmarks"], json!([]));
    // An emptied note is a deleted one.
    learner.form(&lesson, &format!("{lesson}/note"), &[("text", " "), ("seen", "")]).await.expect(303);
    assert_eq!(learner.page("/notes/json").await.json()["notes"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_that_is_sent_after_the_session_has_ended_is_kept_through_the_sign_in() {
    let service = Service::start().await;
    service.learner().await;
    let learner = service.visitor();
    sign_in_by_form(&learner, Role::Learner).await;
    let lesson = page_path();
    let html = learner.page(&lesson).await.expect(200).text();
    let mark = html.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    service.app.clock.shift(chrono::Duration::hours(13));
    let fields = [("form_mark", &*mark), ("text", "Written while away"), ("seen", "")];
    let sent = learner.http.post(format!("{}{lesson}/note", service.url)).form(&fields);
    let page = Client::send(sent).await.expect(200).text();
    assert!(page.contains("name=\"kept_text\" value=\"Written while away\""), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_note_at_a_lesson_that_left_the_course_stays_readable_and_can_be_deleted() {
    let service = Service::start().await;
    let learner = service.learner().await;
    learner.put("/me/notes/csam/02-choosing-a-key", json!({"text": "x"})).await;
    let lessons = learner.get("/modules/csam?lang=en").await.json()["lessons"].as_array().unwrap().clone();
    let last = lessons.last().unwrap();
    let (slug, title) = (last["slug"].as_str().unwrap(), last["title"].as_str().unwrap());
    learner.put(&format!("/me/notes/csam/{slug}"), json!({"text": "Still mine."})).await.expect(200);
    learner.put(&format!("/me/bookmarks/csam/{slug}"), json!({})).await.expect(204);
    let folder = changed_course();
    for file in fs::read_dir(folder.path().join("basic/05-csam/lessons")).unwrap().flatten() {
        if file.file_name().to_string_lossy().starts_with(slug) {
            fs::remove_file(file.path()).unwrap();
        }
    }
    let mut course = connectoo::modules::course::read(folder.path());
    course.complaints.clear(); // questions still point to the lesson
    let mut db = service.db().await;
    import::import(&mut db, &course, service.app.clock.now()).await.unwrap();
    connectoo::modules::store::load(&mut db, &service.app.course).await.unwrap();
    learner.put(&format!("/me/notes/csam/{slug}"), json!({"text": "new"})).await.expect(404);
    let note = items(&learner, "/me/notes?lang=en").await.into_iter().find(|note| note["lesson"] == slug).unwrap();
    assert_eq!(
        (&note["text"], &note["taught"], &note["lessonTitle"]),
        (&json!("Still mine."), &json!(false), &json!(title))
    );
    assert!(note.get("page").is_none());
    let page = service.visitor();
    sign_in_by_form(&page, Role::Learner).await;
    let html = page.page("/notes?lang=en").await.expect(200).text();
    assert!(html.contains("Still mine.") && html.contains("no longer part of the course"), "{html}");
    assert!(page.page("/notes/file?lang=en").await.text().contains(&format!("### {title} (no longer in the course)")));
    learner.delete(&format!("/me/notes/csam/{slug}")).await.expect(204);
    learner.delete(&format!("/me/bookmarks/csam/{slug}")).await.expect(204);
    let earlier = items(&learner, "/me/earlierNotes").await[0]["revision"].as_str().unwrap().to_owned();
    learner.post(&format!("/me/earlierNotes/{earlier}/restoration"), json!({})).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_script_runs_a_note_is_saved_while_it_is_written_and_says_so() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let browser = Browser::open(&service.url, 320, "en").await;
    browser.sign_in("learner@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    browser.go(&page_path()).await;
    browser.fill("#text", "Typed and not sent").await;
    browser.find("#saved.saved").await;
    let kept = || async { items(&learner, "/me/notes").await.pop().map(|note| note["text"].clone()) };
    assert_eq!(eventually("saving", kept).await, json!("Typed and not sent"));
    // Another device writes; what is typed here next says so and loses nothing.
    learner.put(&note_path(), json!({"text": "From the phone"})).await.expect(200);
    browser.find("#text").await.send_keys(", and more").await.unwrap();
    let told = || async {
        Some(browser.find("#saved").await.text().await.unwrap()).filter(|text| text.contains("ander toestel"))
    };
    eventually("the warning", told).await;
    assert_eq!(items(&learner, "/me/earlierNotes").await[0]["text"], "From the phone");
    // The button takes what was typed at the last moment.
    browser.fill("#text", "By the button").await;
    browser.click("#note button").await;
    browser.find("#saved.saved").await;
    let is_saved = || async { (items(&learner, "/me/notes").await[0]["text"] == "By the button").then_some(()) };
    eventually("the button", is_saved).await;
    browser.close().await;
}
