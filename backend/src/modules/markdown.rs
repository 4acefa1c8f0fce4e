//! Lessons from Markdown to HTML: facts and practice questions filled in, rendered, sanitised.

use super::{
    Module,
    drawings::{self, Drawing},
    terms::FirstUses,
};
use crate::{
    locale::{Language, Localised},
    quizzes::{Body, Question, practice::PracticeBox},
    t,
};
use ammonia::Builder;
use askama::Template;
use pulldown_cmark::{BlockQuoteKind, Event, Options, Parser, Tag, TagEnd, html};
use serde_json::Value;
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::LazyLock,
};

/// The ids in `{{kind:id}}` for these kinds, in order.
pub fn references<'a>(text: &'a str, kinds: &[&str]) -> Vec<&'a str> {
    placeholders(text).filter(|(_, kind, _)| kinds.contains(kind)).map(|(_, _, id)| id).collect()
}

/// Each `{{kind:id}}`: where it stands, its kind and its id.
pub fn placeholders(text: &str) -> impl Iterator<Item = (std::ops::Range<usize>, &str, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find("{{")?;
            let end = start + text[start..].find("}}")? + 2;
            at = end;
            if let Some((kind, id)) = text[start + 2..end - 2].split_once(':') {
                return Some((start..end, kind.trim(), id.trim()));
            }
        }
    })
}

/// Whether a placeholder is all that its line holds, from the line's beginning.
pub fn stands_alone(text: &str, range: &std::ops::Range<usize>) -> bool {
    let starts_line = range.start == 0 || text[..range.start].ends_with('\n');
    starts_line && text[range.end..].lines().next().unwrap_or_default().trim().is_empty()
}

/// Puts something in the place of each placeholder; None leaves it as it stands.
pub fn fill(text: &str, mut with: impl FnMut(&str, &str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut done = 0;
    for (range, kind, id) in placeholders(text) {
        if let Some(replacement) = with(kind, id) {
            filled.push_str(&text[done..range.start]);
            filled.push_str(&replacement);
            done = range.end;
        }
    }
    filled.push_str(&text[done..]);
    filled
}

/// A text with the values of the facts it names.
pub fn with_facts(text: &str, facts: &BTreeMap<String, super::Fact>, language: Language) -> String {
    if !text.contains("{{") {
        return text.to_owned();
    }
    with_values(text, facts, language).0
}

/// A text with the values of the facts it names, and where in it they stand.
fn with_values(
    text: &str,
    facts: &BTreeMap<String, super::Fact>,
    language: Language,
) -> (String, Vec<std::ops::Range<usize>>) {
    let (mut filled, mut values, mut done) = (String::with_capacity(text.len()), Vec::new(), 0);
    for (range, kind, id) in placeholders(text) {
        if let Some(fact) = facts.get(id).filter(|_| kind == "fact") {
            filled.push_str(&text[done..range.start]);
            let start = filled.len();
            filled.push_str(fact.value.get(language));
            values.push(start..filled.len());
            done = range.end;
        }
    }
    filled.push_str(&text[done..]);
    (filled, values)
}

/// A question's texts with the values of the facts they name.
pub fn question_with_facts(question: &Question, facts: &BTreeMap<String, super::Fact>) -> Question {
    let mut question = question.clone();
    let fill = |text: &mut Localised| *text = text.map(|language, text| with_facts(text, facts, language));
    fill(&mut question.text);
    question.explanation.iter_mut().for_each(fill);
    match &mut question.body {
        Body::SingleChoice { options } | Body::MultipleChoice { options } => {
            for option in options {
                fill(&mut option.text);
                fill(&mut option.feedback);
            }
        }
        Body::Ordering { items } => items.iter_mut().for_each(|item| fill(&mut item.text)),
        Body::Matching { pairs, distractors } => {
            for pair in pairs {
                fill(&mut pair.left);
                fill(&mut pair.right);
            }
            distractors.iter_mut().for_each(|item| fill(&mut item.text));
        }
        Body::Numeric { unit, feedback, .. } => unit.iter_mut().chain(feedback).for_each(fill),
        Body::Scenario(scenario) => {
            for scene in scenario.scenes.values_mut() {
                fill(&mut scene.text);
                scene.screen = scene.screen.as_ref().map(|screen| {
                    screen.map(|text| {
                        let mut text = text.clone();
                        fill(&mut text);
                        text
                    })
                });
                for choice in &mut scene.choices {
                    fill(&mut choice.text);
                    fill(&mut choice.feedback);
                }
            }
        }
    }
    question
}

/// A drawing with its text alternative. `address` serves it in the page's language.
#[derive(Template)]
#[template(path = "modules/drawing.html")]
struct Figure<'a> {
    language: Language,
    address: String,
    drawing: &'a Drawing,
    alt: String,
    caption: Option<String>,
}

/// The HTML of a lesson or a card of an edition, in a language. Safe whatever the Markdown holds.
pub fn html(module: &Module, edition: i32, markdown: &str, language: Language, uses: &mut FirstUses<'_>) -> String {
    // What is ours keeps its form; it is set in after the author's part was sanitised.
    let mut ours: Vec<String> = Vec::new();
    let marked = fill(markdown, |kind, id| {
        let html = match kind {
            "practice" | "scenario" => {
                let question = question_with_facts(module.question(id)?, &module.facts);
                PracticeBox::new(&module.competency, &question, &Value::Null, language).inside().render().ok()?
            }
            "media" => {
                let drawing = module.drawings.get(id)?;
                let address = drawings::address(&module.competency, id, language, edition);
                let words = |text: &Localised| with_facts(text.get(language), &module.facts, language);
                let (alt, caption) = (words(&drawing.alt), drawing.caption.as_ref().map(words));
                Figure { language, address, drawing, alt, caption }.render().ok()?
            }
            _ => return None,
        };
        ours.push(html);
        Some(format!("\n\nSET-IN-PLACE-{}-\n\n", ours.len()))
    });
    let (filled, facts) = with_values(&marked, &module.facts, language);
    let options = Options::ENABLE_TABLES | Options::ENABLE_GFM;
    let events = Parser::new_ext(&filled, options).into_offset_iter().flat_map(|(event, at)| {
        let framed = framed(event, language).into_iter();
        framed.flat_map(|event| uses.linked(event, &at, &facts)).collect::<Vec<_>>()
    });
    let mut rendered = String::with_capacity(filled.len() * 3 / 2);
    html::push_html(&mut rendered, events);
    let clean = SANITISER.clean(&rendered).to_string().replace("<th>", "<th scope=\"col\">");
    (1..).zip(&ours).fold(clean, |html, (at, ours)| html.replacen(&format!("<p>SET-IN-PLACE-{at}-</p>"), ours, 1))
}

/// Tables that scroll inside themselves, alerts that say in a word what they are, and no HTML of the author's own.
fn framed(event: Event<'_>, language: Language) -> Vec<Event<'_>> {
    match event {
        Event::Start(Tag::BlockQuote(Some(kind))) => {
            let (class, word) = match kind {
                BlockQuoteKind::Note => ("note", t!(language, "alert-note")),
                BlockQuoteKind::Tip => ("tip", t!(language, "alert-tip")),
                BlockQuoteKind::Important => ("important", t!(language, "alert-important")),
                BlockQuoteKind::Warning | BlockQuoteKind::Caution => ("warning", t!(language, "alert-warning")),
            };
            vec![Event::Html(format!(r#"<div class="alert alert-{class}"><p class="alert-word">{word}</p>"#).into())]
        }
        Event::End(TagEnd::BlockQuote(Some(_))) => vec![Event::Html("</div>".into())],
        table @ Event::Start(Tag::Table(_)) => {
            vec![Event::Html(r#"<div class="table-scroll" tabindex="0">"#.into()), table]
        }
        table @ Event::End(TagEnd::Table) => vec![table, Event::Html("</div>".into())],
        Event::Html(_) | Event::InlineHtml(_) => Vec::new(),
        other => vec![other],
    }
}

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let alerts = ["alert", "alert-note", "alert-tip", "alert-important", "alert-warning", "table-scroll"];
    let mut builder = Builder::default();
    builder
        .url_schemes(HashSet::from(["https", "http", "mailto", "tel"]))
        .link_rel(Some("noopener noreferrer"))
        .allowed_classes(HashMap::from([
            ("a", HashSet::from(["term-link"])),
            ("div", HashSet::from(alerts)),
            ("p", HashSet::from(["alert-word"])),
        ]))
        .add_tag_attributes("div", ["tabindex"])
        .rm_tags(["img", "map", "area"]);
    builder
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::modules::{
        glossary::{Forms, Term},
        terms::Terms,
    };

    fn html(markdown: &str) -> String {
        linked(markdown, &Terms::default())
    }

    fn linked(markdown: &str, terms: &Terms) -> String {
        let text = || Localised { nl: "x".into(), fr: "x".into(), de: "x".into(), en: "x".into() };
        let fact = super::super::Fact {
            value: Localised { en: "1 & 2".into(), ..text() },
            source: "https://example.be".into(),
            age: None,
            checked: chrono::NaiveDate::default(),
        };
        let drawing = Drawing {
            svg: String::new(),
            width: 640,
            height: 400,
            alt: Localised { en: "A \"counter\" & {{fact:stop}}".into(), ..text() },
            caption: None,
            texts: Default::default(),
        };
        let module = Module {
            competency: "csam".into(),
            title: text(),
            summary: text(),
            minutes: 1,
            tags: vec![],
            goals: vec![],
            blueprint: Default::default(),
            rules: Default::default(),
            lessons: vec![],
            questions: vec![],
            drawings: [("counter".to_owned(), drawing)].into(),
            card: None,
            facts: [("stop".to_owned(), fact)].into(),
        };
        super::html(&module, 3, markdown, Language::En, &mut FirstUses::of(terms))
    }

    #[test]
    fn the_first_use_of_a_term_is_a_link_but_not_in_links_headings_code_and_facts() {
        let name = |name: &str| Localised { en: name.into(), ..Localised::default() };
        let (explanations, forms) = (Localised::default(), Forms { en: vec!["keys".into()], ..Forms::default() });
        let key = Term { id: "key".into(), names: name("key"), explanations: explanations.clone(), forms };
        let two = Term { id: "two".into(), names: name("2"), explanations, forms: Forms::default() };
        let terms = Terms::new(&[key, two], Language::En);
        let link = |id: &str, word: &str| {
            format!("<a class=\"term-link\" href=\"/glossary#term-{id}\" rel=\"noopener noreferrer\">{word}</a>")
        };
        let html = linked(
            "# The key\n\n[A key](https://x.be) and `key`: {{fact:stop}}\n\n| key |\n| --- |\n| **Keys** & key |\n\nNo key, 2 times.",
            &terms,
        );
        assert_eq!(html.matches("term-link").count(), 2, "{html}");
        assert!(html.contains(&format!("<strong>{}</strong> &amp; key", link("key", "Keys"))), "{html}");
        assert!(html.contains(&format!("No key, {} times", link("two", "2"))), "{html}");
        assert!(linked("> [!TIP]\n> A key.", &terms).contains(&format!("<p>A {}.</p>", link("key", "key"))));
    }

    #[test]
    fn facts_are_filled_in_and_unknown_ones_stay_visible() {
        assert_eq!(html("Call {{fact:stop}} or {{fact:go}}."), "<p>Call 1 &amp; 2 or {{fact:go}}.</p>\n");
    }

    #[test]
    fn an_alert_says_what_it_is() {
        let html = html("> [!TIP]\n> Ask first.");
        assert_eq!(html, "<div class=\"alert alert-tip\"><p class=\"alert-word\">Tip</p>\n<p>Ask first.</p>\n</div>");
    }

    #[test]
    fn a_drawing_is_shown_with_its_alternative_in_the_edition_of_the_lesson() {
        let html = html("Look.\n{{media:counter}}\nAnd on.");
        for part in [
            "<p>Look.</p>\n<figure class=\"drawing\">",
            "src=\"/modules/csam/media/counter.en.svg?edition=3\"",
            "alt=\"A &#34;counter&#34; &#38; 1 &#38; 2\" width=\"640\" height=\"400\"",
            "</figure>\n<p>And on.</p>",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
        assert!(self::html("{{media:none}}").contains("{{media:none}}"));
    }

    #[test]
    fn no_html_of_an_author_gets_through() {
        let html =
            html("<script>alert(1)</script>\n\n<b onclick=x>bold</b> [link](javascript:alert(1)) ![i](http://x/y.png)");
        for trace in ["script", "onclick", "javascript:", "<img", "<b"] {
            assert!(!html.contains(trace), "{html}");
        }
    }
}
