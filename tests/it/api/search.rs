//! Searching lessons, modules and glossary.

use crate::harness::{Client, Service};

async fn places(visitor: &Client, query: &str) -> Vec<String> {
    let found = visitor.get(&format!("/searchResults?{query}")).await.expect(200).json();
    let text = |find: &serde_json::Value, name: &str| find[name].as_str().unwrap_or_default().to_owned();
    let place = |find: &serde_json::Value| {
        format!("{} {}{} {}", text(find, "kind"), text(find, "module"), text(find, "term"), text(find, "lesson"))
    };
    found["items"].as_array().unwrap().iter().map(place).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lesson_is_found_by_another_form_without_accents_and_inside_a_compound() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let has = |found: &[String], start: &str| found.iter().any(|place| place.starts_with(start));
    // Another form of the word.
    let singular = places(&visitor, "lang=nl&q=sleutel").await;
    let plural = places(&visitor, "lang=nl&q=sleutels").await;
    assert!(has(&singular, "lesson csam") && has(&plural, "lesson csam"), "{singular:?} {plural:?}");
    // Without accents, in capitals.
    let plain = places(&visitor, "lang=fr&q=IMPOTS").await;
    assert!(has(&plain, "lesson myminfin"), "{plain:?}");
    assert_eq!(plain, places(&visitor, "lang=fr&q=imp%C3%B4ts").await);
    // Inside a longer word.
    let inside = places(&visitor, "lang=de&q=erkl%C3%A4rung").await;
    assert!(has(&inside, "lesson myminfin"), "Steuererklärung: {inside:?}");
    // Every word counts, and each language for itself.
    let both = places(&visitor, "lang=en&q=key+lost").await;
    assert!(has(&both, "lesson csam"), "{both:?}");
    assert_eq!(places(&visitor, "lang=en&q=key+xyzzy").await, Vec::<String>::new());
    assert_eq!(places(&visitor, "lang=de&q=aangifte").await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_word_finds_nothing_and_does_no_harm() {
    let service = Service::start().await;
    let visitor = service.visitor();
    for odd in ["%25", "_", "%27%29%3B--", "a%26%7C%21%28", "%3A%2A", "%F0%9F%98%80", "de+het+een"] {
        places(&visitor, &format!("lang=nl&q={odd}")).await;
    }
    assert_eq!(visitor.get("/searchResults").await.expect(400).problem(), "badRequest");
    let long = "a".repeat(201);
    assert_eq!(visitor.get(&format!("/searchResults?q={long}")).await.expect(400).problem(), "badRequest");
    let page = visitor.page("/search?q=%3Cscript%3E&lang=nl").await.expect(200).text();
    assert!(page.contains("value=\"&#60;script&#62;\"") || page.contains("value=\"&lt;script&gt;\""), "escaped");
}
