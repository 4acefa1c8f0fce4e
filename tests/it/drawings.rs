//! What a lesson shows beside its words: drawings, the summary card, situations to play.

use crate::{
    browser::Browser,
    content::{change, changed_course},
    harness::{Folder, Service},
};
use connectoo::{
    locale::Language,
    modules::{course as reader, import},
};
use std::fs;

const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" width="640" height="400">
<rect width="640" height="400" fill="#e8f1fa"/>
<text x="20" y="40" font-size="20">{{text:button}}</text>
</svg>
"##;
const TOML: &str = r#"alt = { nl = "Een scherm", fr = "Un écran", de = "Ein Bildschirm", en = "A screen" }
caption = { nl = "Zo ziet het eruit", fr = "Voici l’écran", de = "So sieht es aus", en = "This is what it looks like" }
[texts]
button = { nl = "Aanmelden & <verder>", fr = "Se connecter", de = "Anmelden", en = "Log in" }
"#;
const LESSON: &str = "basic/05-csam/lessons/01-what-csam-is";

/// The shipped course, with a drawing and a situation in the first lesson about CSAM, and a card.
fn course_with_a_drawing() -> Folder {
    let folder = changed_course();
    let module = folder.path().join("basic/05-csam");
    fs::create_dir_all(module.join("media")).unwrap();
    fs::write(module.join("media/test-screen.svg"), SVG).unwrap();
    fs::write(module.join("media/test-screen.toml"), TOML).unwrap();
    for language in ["nl", "fr", "de", "en"] {
        let lesson = module.join(format!("lessons/01-what-csam-is.{language}.md"));
        let shown = "\n{{media:test-screen}}\n\n{{scenario:grandson-and-the-card}}\n";
        fs::write(&lesson, fs::read_to_string(&lesson).unwrap() + shown).unwrap();
        let card = format!(
            "# CSAM in short ({language})\n\n## Five steps\n\n1. Ask.\n2. Wait.\n\n{{{{media:test-screen}}}}\n"
        );
        fs::write(module.join(format!("card.{language}.md")), card).unwrap();
    }
    folder
}

async fn publish(service: &Service, folder: &Folder) {
    let course = reader::read(folder.path());
    assert_eq!(course.complaints, [], "{:#?}", course.complaints);
    import::import(&mut service.db().await, &course, service.app.clock.now()).await.unwrap();
    let mut db = service.db().await;
    connectoo::modules::store::load(&mut db, &service.app.course).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drawing_is_served_in_the_readers_language_and_stays_with_its_edition() {
    let service = Service::start().await;
    let folder = course_with_a_drawing();
    publish(&service, &folder).await;
    let visitor = service.visitor();
    let lesson = visitor.page("/modules/csam/lessons/01-what-csam-is?lang=fr").await.expect(200).text();
    let address = "/modules/csam/media/test-screen.fr.svg?edition=2";
    assert!(
        lesson.contains(&format!("<img src=\"{address}\" alt=\"Un écran\" width=\"640\" height=\"400\"")),
        "{lesson}"
    );
    assert!(lesson.contains("Voici l’écran"), "{lesson}");

    let drawing = visitor.page(address).await.expect(200);
    assert_eq!(drawing.header("content-type"), "image/svg+xml");
    assert_eq!(drawing.header("cache-control"), "public, max-age=31536000, immutable");
    assert!(drawing.header("content-security-policy").starts_with("default-src 'none'"));
    assert!(drawing.text().contains(">Se connecter</text>"));
    let dutch = visitor.page("/modules/csam/media/test-screen.nl.svg").await.expect(200);
    assert_eq!(dutch.header("cache-control"), "no-cache");
    assert!(dutch.text().contains(">Aanmelden &amp; &lt;verder&gt;</text>"));
    let known = visitor.http.get(format!("{}{address}", service.url)).header("if-none-match", drawing.header("etag"));
    let known = crate::harness::Client::send(known).await.expect(304);
    assert!(known.bytes.is_empty());

    change(&folder, "basic/05-csam/media/test-screen.svg", "#e8f1fa", "#ffffff");
    publish(&service, &folder).await;
    assert!(visitor.page("/modules/csam/media/test-screen.fr.svg?edition=3").await.text().contains("#ffffff"));
    assert_eq!(visitor.page(address).await.expect(200).text(), drawing.text());

    for (path, status) in [
        ("/modules/csam/media/test-screen.fr.svg?edition=1", 404),
        ("/modules/csam/media/test-screen.fr.svg?edition=9", 404),
        ("/modules/csam/media/test-screen.es.svg", 404),
        ("/modules/csam/media/test-screen.svg", 404),
        ("/modules/csam/media/none.nl.svg", 404),
        ("/modules/none/media/test-screen.nl.svg?edition=1", 404),
        ("/modules/csam/media/test-screen.nl.svg?edition=0", 400),
        ("/modules/csam/media/test-screen.nl.svg?edition=x", 400),
        ("/modules/csam/media/test-screen.nl.svg?size=1", 400),
    ] {
        assert_eq!(visitor.page(path).await.status, status, "{path}");
        assert_eq!(visitor.get(path).await.status, status, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rest_gives_drawings_and_card_with_the_module() {
    let service = Service::start().await;
    publish(&service, &course_with_a_drawing()).await;
    let visitor = service.visitor();
    let module = visitor.get("/modules/csam?lang=de").await.expect(200).json();
    let drawing = module["media"].as_array().unwrap().iter().find(|one| one["name"] == "test-screen").unwrap();
    assert_eq!(
        *drawing,
        serde_json::json!({
            "name": "test-screen", "width": 640, "height": 400, "alt": "Ein Bildschirm", "caption": "So sieht es aus",
            "href": "/api/connectoo/v1/modules/csam/media/test-screen.de.svg?edition=2",
        })
    );
    let href = drawing["href"].as_str().unwrap().strip_prefix("/api/connectoo/v1").unwrap();
    let plain = service.visitor().request(reqwest::Method::GET, href).header("accept", "image/svg+xml");
    assert!(crate::harness::Client::send(plain).await.expect(200).text().contains(">Anmelden</text>"));
    let json = visitor.request(reqwest::Method::GET, href).header("accept", "application/json");
    assert_eq!(crate::harness::Client::send(json).await.expect(406).problem(), "notAcceptable");
    assert_eq!(module["card"]["title"], "CSAM in short (de)");
    assert!(module["card"]["html"].as_str().unwrap().contains("<h2>Five steps</h2>"));
    assert!(module["card"]["markdown"].as_str().unwrap().contains("{{media:test-screen}}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_card_is_linked_from_the_module_and_the_last_lesson_and_prints_on_one_sheet() {
    let service = Service::start().await;
    publish(&service, &course_with_a_drawing()).await;
    let visitor = service.visitor();
    let card = "href=\"/modules/csam/card\"";
    assert!(visitor.page("/modules/csam?lang=nl").await.expect(200).text().contains(card));
    let module = visitor.get("/modules/csam").await.json();
    let lessons: Vec<&str> =
        module["lessons"].as_array().unwrap().iter().map(|lesson| lesson["slug"].as_str().unwrap()).collect();
    for (at, slug) in lessons.iter().enumerate() {
        let page = visitor.page(&format!("/modules/csam/lessons/{slug}")).await.expect(200).text();
        assert_eq!(page.contains(card), at + 1 == lessons.len(), "{slug}");
    }
    visitor.page("/modules/none/card").await.expect(404);
    let browser = Browser::open(&service.url, 320, "nl").await;
    for path in ["/modules/csam/card?lang=nl", "/modules/csam/lessons/01-what-csam-is?lang=nl"] {
        browser.go(path).await;
        let violations = browser.accessibility_violations().await;
        assert!(violations.is_empty(), "{path}: {violations:#?}");
        assert!(browser.overflow().await <= 0, "{path}: {}", browser.wide_elements().await);
    }
    browser.go("/modules/csam/card?lang=nl").await;
    assert_eq!(browser.sheets().await, 1);
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_card_of_the_course_prints_on_one_sheet() {
    let service = Service::start().await;
    let browser = Browser::open(&service.url, 1280, "nl").await;
    let mut long = Vec::new();
    for module in &crate::harness::course().modules {
        for language in Language::ALL {
            let path = format!("/modules/{}/card?lang={language}", module.competency);
            browser.go(&path).await;
            assert!(browser.has("article.sheet").await, "{path}");
            if browser.sheets().await != 1 {
                long.push(path);
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
    browser.close().await;
}

#[test]
fn a_situation_in_a_lesson_never_comes_in_the_quiz() {
    let course = reader::read(course_with_a_drawing().path());
    let module = course.modules.iter().find(|module| module.competency == "csam").unwrap();
    assert!(module.pool().iter().all(|question| question.id.as_str() != "grandson-and-the-card"));
}

#[test]
fn a_wrong_drawing_or_card_is_told_with_file_and_line() {
    let folder = course_with_a_drawing();
    let module = folder.path().join("basic/05-csam");
    change(&folder, "basic/05-csam/media/test-screen.svg", "<text", "<script/>\n<text");
    change(&folder, "basic/05-csam/media/test-screen.toml", "de = \"Ein Bildschirm\", ", "");
    change(
        &folder,
        "basic/05-csam/media/test-screen.toml",
        "[texts]",
        "[texts]\nspare = { nl = \"x\", fr = \"x\", de = \"x\", en = \"x\" }",
    );
    fs::write(module.join("media/unshown.svg"), SVG).unwrap();
    fs::write(module.join("media/unshown.toml"), TOML).unwrap();
    fs::write(module.join("media/alone.svg"), SVG).unwrap();
    fs::write(module.join("media/photo.png"), "x").unwrap();
    fs::remove_file(module.join("card.de.md")).unwrap();
    fs::write(module.join("card.fr.md"), "# Titre\n\nVoir {{practice:x}}\n\n{{practice:x}}\n").unwrap();
    change(&folder, &format!("{LESSON}.nl.md"), "{{media:test-screen}}", "Kijk: {{media:test-screen}}\n{{media:none}}");
    let complaints: Vec<String> = reader::read(folder.path()).complaints.iter().map(ToString::to_string).collect();
    for (file, told) in [
        ("basic/05-csam/media/test-screen.svg:3", "<script> is not allowed"),
        ("basic/05-csam/media/test-screen.toml:1", "alt lacks Deutsch"),
        ("basic/05-csam/media/test-screen.toml:4", "\"spare\" stands nowhere in test-screen.svg"),
        ("basic/05-csam/media/unshown.svg:1", "no lesson and no card shows this drawing"),
        ("basic/05-csam/media/alone.toml:1", "cannot be read"),
        ("basic/05-csam/media/photo.png:1", "only drawings belong here"),
        ("basic/05-csam/card.de.md:1", "the card lacks Deutsch"),
        ("basic/05-csam/card.fr.md:3", "stands on a line of its own"),
        ("basic/05-csam/card.fr.md:3", "stands in lessons only"),
        ("basic/05-csam/lessons/01-what-csam-is.nl.md", "stands on a line of its own"),
        ("basic/05-csam/lessons/01-what-csam-is.nl.md", "there is no drawing media/none.svg"),
    ] {
        assert!(
            complaints.iter().any(|complaint| complaint.starts_with(file) && complaint.contains(told)),
            "{file} {told}: {complaints:#?}"
        );
    }
}
