//! Drawings of a module: an SVG with places for its words, those words in four languages, and what is refused in one.

use super::{
    Fact,
    files::{Complaint, RawText, Source},
    markdown,
};
use crate::{
    locale::{Language, Localised},
    quizzes::is_slug,
};
use roxmltree::{Document, Node};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// A drawing as an edition keeps it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Drawing {
    /// With `{{text:key}}` where a word of `texts` comes.
    pub svg: String,
    /// In pixels, as drawn.
    pub width: u32,
    pub height: u32,
    /// What the drawing tells, for who does not see it.
    pub alt: Localised,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Localised>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, Localised>,
}

impl Drawing {
    /// The SVG with its words in a language.
    pub fn drawn(&self, facts: &BTreeMap<String, Fact>, language: Language) -> String {
        markdown::fill(&self.svg, |kind, key| {
            let text = (kind == "text").then(|| self.texts.get(key)).flatten()?;
            Some(escaped(&markdown::with_facts(text.get(language), facts, language)))
        })
    }

    /// Words that stand in the SVG itself, where no language changes them.
    pub fn untranslated_words(&self) -> Vec<String> {
        let Ok(document) = Document::parse(&self.svg) else { return Vec::new() };
        let texts =
            document.descendants().filter(|node| matches!(node.tag_name().name(), "text" | "tspan" | "title" | "desc"));
        let own = texts.flat_map(|node| node.children().filter(Node::is_text)).filter_map(|node| node.text());
        let mut words = Vec::new();
        for text in own {
            let rest = markdown::fill(text, |_, _| Some(" ".to_owned()));
            let separate = rest.split(|c: char| !c.is_alphanumeric());
            words.extend(
                separate.filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1).map(str::to_owned),
            );
        }
        words
    }
}

/// Text as XML takes it, in an element or an attribute.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// The name and the language in a file's name as it is served: `login-screen.nl.svg`.
pub fn parse_file(file: &str) -> Option<(&str, Language)> {
    let (name, language) = file.strip_suffix(".svg")?.rsplit_once('.')?;
    Some((name, language.parse().ok()?))
}

/// Where a drawing is served; the edition in it makes the address name this content for ever.
pub fn address(code: &str, name: &str, language: Language, edition: i32) -> String {
    format!("/modules/{code}/media/{name}.{language}.svg?edition={edition}")
}

/// What a drawing may weigh: a lesson with three of them stays below 100 kB on a slow line.
const LARGEST_SVG: usize = 24 * 1024;

/// A drawing larger than any screen, or with no size at all, was not meant.
const SIZES: std::ops::RangeInclusive<u32> = 16..=2000;

/// What drawings are made of. Nothing here fetches, runs, or holds HTML.
const ELEMENTS: &[&str] = &[
    "svg",
    "g",
    "defs",
    "title",
    "desc",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "marker",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "pattern",
    "symbol",
    "use",
    "style",
    "filter",
    "feDropShadow",
    "feGaussianBlur",
    "feOffset",
    "feMerge",
    "feMergeNode",
    "feFlood",
    "feComposite",
    "feColorMatrix",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDrawing {
    alt: Option<RawText>,
    caption: Option<RawText>,
    #[serde(default)]
    texts: BTreeMap<String, RawText>,
}

/// Reads a drawing's two files. `name` is that of the SVG, without its ending; `folder` is the module's media folder.
pub fn read(root: &Path, folder: &str, name: &str, complaints: &mut Vec<Complaint>) -> Option<Drawing> {
    let (alt, caption, texts) = {
        let mut source = Source::open(root, &format!("{folder}/{name}.toml"), complaints)?;
        let raw: RawDrawing = source.parse()?;
        if !is_slug(name) {
            source.complain("", "a drawing is named with lower-case letters, digits and hyphens");
        }
        let alt = source.localised(raw.alt, "alt");
        let caption = raw.caption.map(|raw| source.localised(Some(raw), "caption"));
        let text = |(key, raw)| {
            let text = source.localised(Some(raw), &format!("the text {key}"));
            (key, text)
        };
        (alt, caption, raw.texts.into_iter().map(text).collect::<BTreeMap<_, _>>())
    };
    let (svg, size) = {
        let mut source = Source::open(root, &format!("{folder}/{name}.svg"), complaints)?;
        let size = check_svg(&mut source, &texts);
        (source.text.clone(), size)
    };
    let used: BTreeSet<&str> = markdown::references(&svg, &["text"]).into_iter().collect();
    let mut source = Source::open(root, &format!("{folder}/{name}.toml"), complaints)?;
    for key in texts.keys().filter(|key| !used.contains(key.as_str())) {
        source.complain(
            key,
            format!(
                "the text {key:?} stands nowhere in {name}.svg: remove it, or write {{{{text:{key}}}}} in the drawing"
            ),
        );
    }
    let (width, height) = size?;
    Some(Drawing { svg, width, height, alt, caption, texts })
}

/// Complains of all that does not belong in a drawing; the size when it has one.
fn check_svg(source: &mut Source<'_>, texts: &BTreeMap<String, Localised>) -> Option<(u32, u32)> {
    let svg = source.text.clone();
    if svg.len() > LARGEST_SVG {
        source
            .complain("", format!("the drawing has {} bytes; at most {LARGEST_SVG} are taken: simplify it", svg.len()));
    }
    for (range, kind, key) in markdown::placeholders(&svg) {
        match kind {
            "text" if texts.contains_key(key) => {}
            "text" => source.complain(
                &svg[range],
                format!("the text {key:?} is not in [texts] of the .toml file beside the drawing"),
            ),
            _ => source.complain(
                &svg[range],
                format!("{{{{{kind}:…}}}} is not filled in in a drawing; only {{{{text:…}}}} is"),
            ),
        }
    }
    let document = match Document::parse(&svg) {
        Ok(document) => document,
        Err(error) => {
            source.complain_at(error.pos().row as usize, format!("this is no well-formed SVG: {error}"));
            return None;
        }
    };
    for node in document.descendants() {
        let line = document.text_pos_at(node.range().start).row as usize;
        for complaint in complaints_of(node) {
            source.complain_at(line, complaint);
        }
    }
    size(source, document.root_element())
}

fn complaints_of(node: Node<'_, '_>) -> Vec<String> {
    let mut complaints = Vec::new();
    if node.is_pi() {
        complaints.push("a drawing holds no <?…?> instruction".to_owned());
    }
    if !node.is_element() {
        return complaints;
    }
    let name = node.tag_name().name();
    if node.tag_name().namespace() != Some("http://www.w3.org/2000/svg") {
        complaints
            .push(format!("<{name}> is not SVG: the drawing begins with <svg xmlns=\"http://www.w3.org/2000/svg\" …>"));
    } else if !ELEMENTS.contains(&name) {
        complaints.push(format!("<{name}> is not allowed in a drawing: only shapes, lines and text are"));
    }
    if name == "style" {
        let style = node.text().unwrap_or_default();
        if style.contains("{{") {
            complaints.push("{{text:…}} stands in <text> only, not in <style>".into());
        }
        if fetches(style) {
            complaints.push("the style fetches something from elsewhere".into());
        }
    }
    for attribute in node.attributes() {
        let (key, value) = (attribute.name(), attribute.value());
        if key.to_lowercase().starts_with("on") {
            complaints.push(format!("{key} runs a script: drawings hold none"));
        }
        if matches!(key, "href" | "src") && !value.starts_with('#') || fetches(value) {
            complaints.push(format!("{key}={value:?} points outside the drawing: only #… is allowed"));
        }
        if value.contains("{{") {
            complaints.push(format!("{{{{text:…}}}} stands between <text> and </text>, not in {key}"));
        }
    }
    complaints
}

/// Whether a style or an attribute's value would make a browser fetch something.
fn fetches(value: &str) -> bool {
    let value: String = value.to_lowercase().chars().filter(|character| !character.is_whitespace()).collect();
    let outside = value.split("url(").skip(1).any(|rest| !rest.trim_start_matches(['"', '\'']).starts_with('#'));
    // A backslash could spell any of these words differently.
    outside
        || ["@import", "@font-face", "image(", "image-set(", "javascript:", "\\"].iter().any(|way| value.contains(way))
}

fn size(source: &mut Source<'_>, root: Node<'_, '_>) -> Option<(u32, u32)> {
    let mut side = |name: &str| {
        let given = root.attribute(name).and_then(|text| text.trim_end_matches("px").parse().ok());
        let side = given.filter(|side| SIZES.contains(side));
        if side.is_none() {
            source.complain(
                "<svg",
                format!("<svg …> needs a {name} in whole pixels, from {} to {}", SIZES.start(), SIZES.end()),
            );
        }
        side
    };
    let (width, height) = (side("width"), side("height"));
    let view_box = root.attribute("viewBox").unwrap_or_default();
    let numbers: Vec<f64> = view_box.split([' ', ',']).filter_map(|number| number.parse().ok()).collect();
    if numbers.len() != 4 {
        source.complain("<svg", "<svg …> needs a viewBox with four numbers, as in viewBox=\"0 0 640 400\"");
    }
    Some((width?, height?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" width="640" height="400">
<style>.a{fill:url(#g)}</style><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
<rect class="a" width="640" height="400"/><use href="#g"/><text x="9" y="20">{{text:button}}</text>
</svg>"##;

    fn texts() -> BTreeMap<String, Localised> {
        let button =
            Localised { nl: "Ja & <nee>".into(), fr: "Oui".into(), de: "Ja".into(), en: "{{fact:who}}".into() };
        [("button".to_owned(), button)].into()
    }

    fn complaints(svg: &str) -> Vec<String> {
        let mut complaints = Vec::new();
        check_svg(&mut Source::new("x.svg", svg, &mut complaints), &texts());
        complaints.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_drawing_of_shapes_lines_and_text_is_taken() {
        assert_eq!(complaints(GOOD), Vec::<String>::new());
    }

    #[test]
    fn whatever_runs_fetches_or_holds_html_is_refused_with_its_line() {
        for (from, to, told) in [
            ("<rect", "<script>alert(1)</script><rect", "x.svg:3: <script> is not allowed"),
            ("<rect", "<foreignObject/><rect", "<foreignObject> is not allowed"),
            ("<rect", "<image href='#g'/><rect", "<image> is not allowed"),
            ("<rect", "<animate/><rect", "<animate> is not allowed"),
            ("<rect", "<p xmlns='http://www.w3.org/1999/xhtml'/><rect", "<p> is not SVG"),
            ("<rect", "<rect onclick='x()'", "onclick runs a script"),
            ("<rect", "<rect ONload='x()'", "ONload runs a script"),
            ("href=\"#g\"", "href=\"https://example.be/x.svg#g\"", "points outside"),
            ("<use href", "<use xmlns:x='http://www.w3.org/1999/xlink' x:href='/a.svg' href", "points outside"),
            ("<rect", "<rect style='fill:URL( \"//example.be/x\")'", "points outside"),
            ("url(#g)", "url(//example.be/x)", "x.svg:2: the style fetches"),
            (".a{", "@import 'x';.a{", "the style fetches"),
            (".a{", "@font-face{}.a{", "the style fetches"),
            (".a{", "@\\69mport 'x';.a{", "the style fetches"),
            ("<rect", "<?xml-stylesheet href='x'?><rect", "instruction"),
            ("{{text:button}}", "{{text:bouton}}", "x.svg:3: the text \"bouton\" is not in [texts]"),
            ("{{text:button}}", "{{fact:x}}", "only {{text:…}} is"),
            ("x=\"9\"", "x=\"{{text:button}}\"", "not in x"),
            (".a{", "{{text:button}} .a{", "not in <style>"),
            ("</svg>", "", "no well-formed SVG"),
            (" width=\"640\" height=\"400\">\n<style", " height=\"400\">\n<style", "needs a width"),
            (" height=\"400\">\n<style", " height=\"100%\">\n<style", "needs a height"),
            ("viewBox=\"0 0 640 400\"", "viewBox=\"640 400\"", "needs a viewBox"),
            ("xmlns=\"http://www.w3.org/2000/svg\" ", "", "is not SVG"),
        ] {
            assert!(GOOD.contains(from), "{from}");
            let found = complaints(&GOOD.replacen(from, to, 1));
            assert!(found.iter().any(|complaint| complaint.contains(told)), "{to}: {told}: {found:#?}");
        }
        let doctype = format!("<!DOCTYPE svg [<!ENTITY a 'b'>]>{GOOD}");
        assert!(complaints(&doctype)[0].contains("no well-formed SVG"));
        let large = GOOD.replace("</svg>", &format!("<!--{}--></svg>", "x".repeat(LARGEST_SVG)));
        assert!(complaints(&large)[0].contains("at most 24576"));
    }

    #[test]
    fn words_and_facts_are_escaped_where_they_are_put() {
        let drawing = Drawing {
            svg: GOOD.into(),
            width: 640,
            height: 400,
            alt: Localised::default(),
            caption: None,
            texts: texts(),
        };
        let value = Localised { en: "A & B".into(), ..Localised::default() };
        let fact = Fact { value, source: String::new(), age: None, checked: chrono::NaiveDate::default() };
        let facts = [("who".to_owned(), fact)].into();
        assert!(drawing.drawn(&facts, Language::Nl).contains(">Ja &amp; &lt;nee&gt;</text>"));
        assert!(drawing.drawn(&facts, Language::En).contains(">A &amp; B</text>"));
        assert_eq!(drawing.untranslated_words(), Vec::<String>::new());
        let svg = GOOD.replace("{{text:button}}", "{{text:button}} Log in 12 A");
        assert_eq!(Drawing { svg, ..drawing }.untranslated_words(), ["Log", "in"]);
    }

    #[test]
    fn a_file_name_gives_name_and_language() {
        assert_eq!(parse_file("log-in.nl.svg"), Some(("log-in", Language::Nl)));
        assert!(
            ["log-in.svg", "log-in.es.svg", "log-in.nl.png", ".svg", ""].iter().all(|file| parse_file(file).is_none())
        );
    }
}
