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

/// What the page shows, with what is marked in brackets.
async fn shown(visitor: &Client, query: &str) -> String {
    let page = visitor.page(&format!("/search?{query}")).await.expect(200).text();
    let main = page.split("<h2 id=\"found\">").nth(1).unwrap_or_default().split("</main>").next().unwrap().to_owned();
    main.replace("<mark>", "[").replace("</mark>", "]").replace("&#39;", "'")
}

#[tokio::test(flavor = "multi_thread")]
async fn hyphens_spaces_and_umlauts_are_typed_as_one_likes_and_the_right_place_is_marked() {
    let service = Service::start().await;
    let visitor = service.visitor();
    for (asked, as_written, marked) in [
        ("lang=de&q=Schluessel", "lang=de&q=Schl%C3%BCssel", "[Schlüssel]"),
        ("lang=de&q=schlussel", "lang=de&q=Schl%C3%BCssel", "[Schlüssel]"),
        ("lang=nl&q=docstop", "lang=nl&q=%22DOC+STOP%22", "[DOC STOP]"),
        ("lang=nl&q=doc-stop", "lang=nl&q=doc+stop", "[DOC STOP]"),
        ("lang=fr&q=docstop", "lang=fr&q=doc-stop", "[DOC STOP]"),
        ("lang=de&q=docstop", "lang=de&q=doc-stop", "[DOC STOP]"),
        ("lang=en&q=docstop", "lang=en&q=doc-stop", "[DOC STOP]"),
        ("lang=en&q=login", "lang=en&q=log+in", "[log in]"),
        ("lang=nl&q=email", "lang=nl&q=e-mail", "[e-mail]"),
        ("lang=fr&q=email", "lang=fr&q=e-mail", "[e-mail]"),
    ] {
        let (found, expected) = (places(&visitor, asked).await, places(&visitor, as_written).await);
        assert!(!found.is_empty(), "{asked} finds nothing");
        assert!(found.iter().all(|place| expected.contains(place)), "{asked}: {found:?}, {as_written}: {expected:?}");
        let page = shown(&visitor, asked).await;
        assert!(page.contains(marked), "{asked}: {page}");
    }
    // Words that stand together come first, joined or not.
    let together = shown(&visitor, "lang=en&q=log+in").await;
    let first = together.split("</li>").next().unwrap().to_lowercase();
    assert!(first.contains("[log]-[in]") || first.contains("[log] [in]") || first.contains("[log][in]"), "{first}");
    // What another form of the word is found by is marked, too.
    let plural = shown(&visitor, "lang=nl&q=sleutelen").await;
    assert!(plural.contains("[sleutel"), "{plural}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_typing_error_leads_to_what_comes_close_and_says_so() {
    let service = Service::start().await;
    let visitor = service.visitor();
    for (language, typed, meant, told) in [
        ("nl", "aangfite", "aangifte", "Geen plaats heeft precies “aangfite”"),
        ("fr", "d%C3%A9claratoin", "déclaration", "Aucun endroit ne contient exactement «\u{a0}déclaratoin\u{a0}»"),
        ("de", "Schluesel", "Schlüssel", "Keine Stelle enthält genau „Schluesel“"),
        ("en", "declaraton", "declaration", "No place has exactly “declaraton”"),
    ] {
        let query = format!("lang={language}&q={typed}");
        let answer = visitor.get(&format!("/searchResults?{query}")).await.expect(200).json();
        assert_eq!((answer["total"].as_i64(), answer["closest"].as_str()), (Some(0), Some(meant)), "{answer:#}");
        let page = shown(&visitor, &query).await;
        assert!(page.starts_with(told) && page.contains("<ol class=\"finds\">"), "{query}: {page}");
        let again = page.split("href=\"/search?q=").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let exactly = visitor.get(&format!("/searchResults?lang={language}&q={again}")).await.expect(200).json();
        assert!(exactly["total"].as_i64().unwrap() > 0 && exactly.get("closest").is_none(), "{exactly:#}");
    }
    // Only the mistyped word is another; what nothing comes close to is not guessed.
    let answer = visitor.get("/searchResults?lang=nl&q=sleutel+verlroen").await.expect(200).json();
    assert_eq!(answer["closest"], "sleutel verloren", "{answer:#}");
    let answer = visitor.get("/searchResults?lang=nl&q=xyzzyxyzzy").await.expect(200).json();
    assert!(answer.get("closest").is_none() && answer["total"] == 0, "{answer:#}");
    assert!(shown(&visitor, "lang=nl&q=xyzzyxyzzy").await.contains("Geen les en geen term"));
}

#[tokio::test(flavor = "multi_thread")]
async fn more_finds_than_are_shown_are_counted() {
    let service = Service::start().await;
    let visitor = service.visitor();
    for (language, word, cut) in [
        ("nl", "de", "Dit zijn de 50 die het best passen"),
        ("fr", "le", "Voici les 50 qui conviennent le mieux"),
        ("de", "die", "Das sind die 50, die am besten passen"),
        ("en", "the", "These are the 50 that fit best"),
    ] {
        let answer = visitor.get(&format!("/searchResults?lang={language}&q={word}")).await.expect(200).json();
        let total = answer["total"].as_i64().unwrap();
        assert!(total > 50 && answer["items"].as_array().unwrap().len() == 50, "{language}: {total}");
        let page = shown(&visitor, &format!("lang={language}&q={word}")).await;
        assert!(page.starts_with(&format!("{total} ")) && page.contains(cut), "{page}");
    }
    let few = visitor.get("/searchResults?lang=nl&q=docstop").await.expect(200).json();
    assert_eq!(few["total"], few["items"].as_array().unwrap().len());
    assert!(!shown(&visitor, "lang=nl&q=docstop").await.contains("die het best passen"));
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
