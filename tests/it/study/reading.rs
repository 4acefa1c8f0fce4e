//! Reading: the first use of a term leads to the glossary, the time left is told, and a module can be printed.

use crate::{
    browser::Browser,
    content::{change, changed_course},
    harness::{Folder, Service, basic_modules, course},
};
use connectoo::{
    locale::Language,
    modules::{course as reader, import},
};
use std::collections::BTreeSet;

/// The ids of the terms that a page links, in order.
fn linked(html: &str) -> Vec<String> {
    let links = html.split("class=\"term-link\" href=\"").skip(1);
    links.map(|rest| rest.split('"').next().unwrap().split("#term-").nth(1).unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_use_of_a_term_in_a_lesson_leads_to_its_place_in_the_glossary() {
    let service = Service::start().await;
    let visitor = service.visitor();
    for language in Language::ALL {
        let glossary = visitor.page(&format!("/glossary?lang={language}")).await.expect(200).text();
        let module = visitor.get(&format!("/modules/csam?lang={language}")).await.expect(200).json();
        for lesson in module["lessons"].as_array().unwrap() {
            let path = format!("/modules/csam/lessons/{}?lang={language}", lesson["slug"].as_str().unwrap());
            let page = visitor.page(&path).await.expect(200).text();
            let links = linked(&page);
            let once: BTreeSet<&str> = links.iter().map(String::as_str).collect();
            assert!(!links.is_empty() && once.len() == links.len(), "{path}: {links:?}");
            assert!(links.iter().all(|id| glossary.contains(&format!("id=\"term-{id}\""))), "{path}: {links:?}");
            let told: BTreeSet<&str> =
                lesson["terms"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
            assert_eq!(told, once, "{path}");
            // Not in a heading, and the word itself is the link.
            let headings = page.split("<h2>").skip(1).map(|rest| rest.split("</h2>").next().unwrap());
            assert!(headings.into_iter().all(|heading| !heading.contains("term-link")), "{path}");
        }
    }
}

async fn import_from(service: &Service, folder: &Folder) -> import::Imported {
    let course = reader::read(folder.path());
    assert_eq!(course.complaints, [], "{:#?}", course.complaints);
    let mut db = service.db().await;
    let imported = import::import(&mut db, &course, service.app.clock.now()).await.unwrap();
    connectoo::modules::store::load(&mut db, &service.app.course).await.unwrap();
    imported
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_glossary_links_the_lessons_anew_though_no_edition_changes() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let lesson = "/modules/csam/lessons/01-what-csam-is"; // without a query: kept whole
    assert!(!linked(&visitor.page(lesson).await.expect(200).text()).contains(&"bakery".to_owned()));
    let folder = changed_course();
    let four = |word: &str| format!("{{ nl = \"{word}\", fr = \"{word}\", de = \"{word}\", en = \"{word}\" }}");
    let term = format!(
        "[bakery]\nname = {}\nforms = {{ nl = [\"bakkerij\"] }}\nexplanation = {}\n\n[browser]",
        four("xyz"),
        four("x")
    );
    change(&folder, "glossary.toml", "[browser]", &term);
    let imported = import_from(&service, &folder).await;
    assert_eq!(imported.published, []);
    let page = visitor.page(lesson).await.expect(200).text();
    assert!(page.contains("href=\"/glossary#term-bakery\" rel=\"noopener noreferrer\">bakkerij</a>"), "{page}");
    let terms = visitor.get("/glossaryTerms").await.expect(200).json();
    let bakery = terms["items"].as_array().unwrap().iter().find(|term| term["id"] == "bakery").unwrap();
    assert_eq!(bakery["forms"], serde_json::json!({"nl": ["bakkerij"]}));
}

#[test]
fn a_form_that_leads_to_two_terms_and_an_id_without_address_are_complaints() {
    let folder = changed_course();
    change(&folder, "glossary.toml", "forms = { nl = [\"browsers\"]", "forms = { nl = [\"pincode\", \" browsers\"]");
    change(&folder, "glossary.toml", "[csam]", "[\"CSAM is\"]");
    let complaints = reader::read(folder.path()).complaints;
    let said: Vec<&str> = complaints.iter().map(|complaint| complaint.text.as_str()).collect();
    for part in
        ["\"pincode\" (Nederlands) is a form of", "a form of browser is empty or has spaces", "the id \"CSAM is\""]
    {
        assert!(said.iter().any(|text| text.contains(part)), "{part}: {said:?}");
    }
    assert!(complaints.iter().all(|complaint| complaint.file == "glossary.toml" && complaint.line > 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_time_of_lessons_and_quiz_is_that_of_the_module_and_shrinks_as_one_goes_on() {
    let service = Service::start().await;
    let learner = service.learner().await;
    for code in basic_modules() {
        let module = learner.get(&format!("/modules/{code}")).await.expect(200).json();
        let lessons = module["lessons"].as_array().unwrap();
        let sum: i64 = lessons.iter().chain([&module["quiz"]]).map(|part| part["minutes"].as_i64().unwrap()).sum();
        let parts = lessons.len() as i64 + 1;
        assert!(
            (sum - module["minutes"].as_i64().unwrap()).abs() <= parts,
            "{code}: rounded by less than a minute each"
        );
    }
    let left = async |client: &crate::harness::Client| {
        let progress = client.get("/me/progress").await.expect(200).json();
        let basic = &progress["items"][0];
        let csam = basic["competencies"].as_array().unwrap().iter().find(|one| one["code"] == "csam").unwrap();
        (basic["minutesLeft"].as_i64().unwrap(), csam["minutesLeft"].as_i64().unwrap())
    };
    let (level, module) = left(&learner).await;
    let minutes: u32 = course().modules[..]
        .iter()
        .filter(|one| basic_modules().contains(&one.competency.as_str()))
        .map(|one| one.minutes)
        .sum();
    assert_eq!(level, i64::from(minutes));
    let csam = learner.get("/modules/csam").await.json();
    let first = &csam["lessons"][0];
    let reading = format!("/modules/csam/lessons/{}/reading", first["slug"].as_str().unwrap());
    learner.put(&reading, serde_json::json!({})).await.expect(204);
    let (after_level, after) = left(&learner).await;
    assert!((module - after - first["minutes"].as_i64().unwrap()).abs() <= 1, "{module} {after}");
    assert!(level - after_level >= module - after - 1);
    let browser = service.visitor();
    crate::access::sign_in_by_form(&browser, connectoo::identity::Role::Learner).await;
    let page = browser.page("/modules/csam?lang=en").await.expect(200).text();
    assert!(page.contains("Still to do in this module: about "), "{page}");
    let begun = browser.page("/learning?lang=en").await.expect(200).text();
    assert!(
        begun.contains("href=\"/modules/csam\"") && begun.contains("Still to do in this module: about "),
        "{begun}"
    );
    learner.pass(&service, "csam").await;
    assert_eq!(left(&learner).await.1, 0);
    assert!(!browser.page("/modules/csam?lang=en").await.text().contains("Still to do"));
    let learning = browser.page("/learning?lang=en").await.expect(200).text();
    assert_eq!(learning.matches("Still to do: about ").count(), 1, "not of the level that is locked: {learning}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_module_stands_on_one_page_and_prints_on_paper() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let module = course().modules.iter().find(|module| module.competency == "csam").unwrap();
    for language in Language::ALL {
        let html = visitor.page(&format!("/modules/csam/print?lang={language}")).await.expect(200).text();
        for lesson in &module.lessons {
            let title = lesson.title.get(*language).replace('\'', "&#39;");
            assert!(html.contains(&format!(". {title}</h2>")), "{language}: {title}");
        }
        assert!(html.contains(module.card.as_ref().unwrap().title.get(*language)), "{language}");
        assert_eq!(html.matches("<figure class=\"drawing\">").count(), html.matches("<img ").count(), "{language}");
        assert!(
            html.matches("<img ").count() >= module.drawings.len() && !html.contains("loading=\"lazy\""),
            "{language}"
        );
        let used = linked(&html);
        assert!(!used.is_empty() && used.iter().all(|id| html.contains(&format!("id=\"term-{id}\""))), "{language}");
        assert!(!html.contains("/glossary#"), "every word is explained on this page");
        assert!(module.facts.values().all(|fact| html.contains(&fact.source.replace('&', "&#38;"))), "{language}");
        assert!(visitor.page(&format!("/modules/csam?lang={language}")).await.text().contains("/modules/csam/print"));
    }
    visitor.page("/modules/none/print").await.expect(404);
    let browser = Browser::open(&service.url, 1280, "de").await;
    browser.go("/modules/csam/print").await;
    let sheets = browser.sheets().await;
    assert!((4..=30).contains(&sheets), "{sheets}");
    browser.close().await;
}
