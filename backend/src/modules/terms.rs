//! Where a text uses terms of the glossary, and the link that the first use in a lesson becomes.
//!
//! A use is a term's name, or one of the forms that the glossary lists with it, as whole words; the longest wins. The first letter
//! may be small or a capital, since a term may begin a sentence; the others stand as they are listed. No ending is guessed: a
//! plural, a German case or a compound is a use when it is listed. What a hyphen, a dot or an @ joins is one word: neither
//! "eID-Karte" nor "www.itsme.be" uses "eID" or "itsme", but "d’eID" and "eID/itsme" do.

use super::glossary::Term;
use crate::locale::Language;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
};

/// The terms of a language, by the first word of each form in small letters; the longest forms first.
#[derive(Default)]
pub struct Terms(HashMap<String, Vec<Form>>);

struct Form {
    text: String,
    /// The id of the term.
    term: String,
}

impl Terms {
    pub fn new(glossary: &[Term], language: Language) -> Self {
        let mut terms: HashMap<String, Vec<Form>> = HashMap::new();
        for term in glossary {
            for text in term.written(language).filter(|text| !text.is_empty()) {
                let form = Form { text: text.to_owned(), term: term.id.clone() };
                terms.entry(first_word(text).to_lowercase()).or_default().push(form);
            }
        }
        terms.values_mut().for_each(|forms| forms.sort_by_key(|form| std::cmp::Reverse(form.text.len())));
        Self(terms)
    }

    /// Each use in a text: where it stands, and the id of its term. In order, without overlaps.
    pub fn uses<'a>(&'a self, text: &str) -> Vec<(Range<usize>, &'a str)> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(start) = next_word(text, at) {
            let rest = &text[start..];
            let word = first_word(rest);
            let forms = self.0.get(&word.to_lowercase()).filter(|_| !is_joined_before(text, start));
            let used = |form: &'a Form| Some((whole(rest, &form.text)?, form.term.as_str()));
            match forms.into_iter().flatten().find_map(used) {
                Some((length, term)) => {
                    found.push((start..start + length, term));
                    at = start + length;
                }
                None => at = start + word.len(),
            }
        }
        found
    }
}

/// The letters and digits with which a text begins.
fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())]
}

/// Where the next letter or digit stands.
fn next_word(text: &str, at: usize) -> Option<usize> {
    text[at..].find(char::is_alphanumeric).map(|start| at + start)
}

/// Joins two words into one.
fn is_joint(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '.' | '@')
}

fn is_joined_before(text: &str, start: usize) -> bool {
    let mut before = text[..start].chars().rev();
    match before.next() {
        Some(c) if is_joint(c) => before.next().is_some_and(char::is_alphanumeric),
        Some(c) => c.is_alphanumeric(),
        None => false,
    }
}

fn is_joined_after(rest: &str) -> bool {
    let mut after = rest.chars();
    match after.next() {
        Some(c) if is_joint(c) => after.next().is_some_and(char::is_alphanumeric),
        Some(c) => c.is_alphanumeric(),
        None => false,
    }
}

/// How much of a text a form covers, in bytes, when the text begins with it and no word goes on there.
fn whole(text: &str, form: &str) -> Option<usize> {
    length(text, form).filter(|length| !is_joined_after(&text[*length..]))
}

fn length(text: &str, form: &str) -> Option<usize> {
    let mut written = text.char_indices();
    for (at, expected) in form.chars().enumerate() {
        let (_, c) = written.next()?;
        let is_same = match expected {
            ' ' => matches!(c, ' ' | '\u{a0}' | '\u{202f}'),
            '’' | '\'' => matches!(c, '’' | '\''),
            _ if at == 0 => c == expected || c.to_lowercase().eq(expected.to_lowercase()),
            _ => c == expected,
        };
        if !is_same {
            return None;
        }
    }
    Some(written.next().map_or(text.len(), |(end, _)| end))
}

/// Goes through a lesson and links the first use of each term. Links, headings, code and the values of facts stay as they are: a
/// use there is not yet the first.
pub struct FirstUses<'t> {
    terms: &'t Terms,
    /// How many elements are open in which nothing is linked.
    closed: usize,
    seen: BTreeSet<&'t str>,
}

/// Where a link to a term leads.
pub fn address(term: &str) -> String {
    format!("/glossary#term-{term}")
}

impl<'t> FirstUses<'t> {
    pub fn of(terms: &'t Terms) -> Self {
        Self { terms, closed: 0, seen: BTreeSet::new() }
    }

    /// The ids of the terms that were linked so far.
    pub fn seen(&self) -> impl Iterator<Item = &'t str> {
        self.seen.iter().copied()
    }

    /// An event of the lesson, with links in it. `at` is where it stands in the source, `facts` where values of facts do.
    pub fn linked<'e>(&mut self, event: Event<'e>, at: &Range<usize>, facts: &[Range<usize>]) -> Vec<Event<'e>> {
        match &event {
            Event::Start(Tag::Link { .. } | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::TableHead) => {
                self.closed += 1;
            }
            Event::End(TagEnd::Link | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::TableHead) => {
                self.closed = self.closed.saturating_sub(1);
            }
            // Where the source says it in other signs (an entity), nobody knows where in it a fact stands.
            Event::Text(text) if self.closed == 0 && text.len() == at.len() => {
                let is_fact = |used: &Range<usize>| {
                    facts.iter().any(|f| f.start < at.start + used.end && at.start + used.start < f.end)
                };
                let mut uses = self.terms.uses(text);
                uses.retain(|(used, term)| !is_fact(used) && self.seen.insert(*term));
                if !uses.is_empty() {
                    return with_links(text, &uses);
                }
            }
            _ => {}
        }
        vec![event]
    }
}

fn with_links<'e>(text: &str, uses: &[(Range<usize>, &str)]) -> Vec<Event<'e>> {
    let piece = |range: Range<usize>| Event::Text(CowStr::from(text[range].to_owned()));
    let mut events = Vec::with_capacity(uses.len() * 4 + 1);
    let mut done = 0;
    for (used, term) in uses {
        let open = format!(r#"<a class="term-link" href="{}">"#, address(term));
        events.extend([piece(done..used.start), Event::InlineHtml(open.into()), piece(used.clone())]);
        events.push(Event::InlineHtml("</a>".into()));
        done = used.end;
    }
    events.push(piece(done..text.len()));
    events
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{locale::Localised, modules::glossary::Forms};
    use proptest::prelude::*;

    fn term(id: &str, names: [&str; 4], forms: [&[&str]; 4]) -> Term {
        let [nl, fr, de, en] = names.map(str::to_owned);
        let [of_nl, of_fr, of_de, of_en] = forms.map(|forms| forms.iter().map(|form| (*form).to_owned()).collect());
        let explanations = Localised::default();
        let forms = Forms { nl: of_nl, fr: of_fr, de: of_de, en: of_en };
        Term { id: id.into(), names: Localised { nl, fr, de, en }, explanations, forms }
    }

    fn glossary() -> Vec<Term> {
        vec![
            term(
                "key",
                ["digitale sleutel", "clé numérique", "digitaler Schlüssel", "digital key"],
                [&["digitale sleutels"], &["clés numériques"], &["digitalen Schlüssel"], &["digital keys"]],
            ),
            term("eid", ["eID"; 4], [&[]; 4]),
            term("ebox", ["eBox"; 4], [&[]; 4]),
            term("enterprise", ["eBox Enterprise"; 4], [&[]; 4]),
            term("pin", ["pincode", "code PIN", "PIN-Code", "PIN"], [&[], &[], &["PIN-Codes"], &["PINs"]]),
            term("belgium", ["belgium.be"; 4], [&[]; 4]),
            term("letter", ["aangetekende zending", "envoi recommandé", "Einschreiben", "registered letter"], [&[]; 4]),
        ]
    }

    /// The text with each use in brackets, and its term.
    fn told(language: Language, text: &str) -> String {
        let terms = Terms::new(&glossary(), language);
        let (mut told, mut done) = (String::new(), 0);
        for (used, term) in terms.uses(text) {
            told += &format!("{}[{}|{term}]", &text[done..used.start], &text[used.clone()]);
            done = used.end;
        }
        told + &text[done..]
    }

    #[test]
    fn a_use_is_a_whole_word_in_a_form_that_is_listed() {
        for (language, text, expected) in [
            (Language::Nl, "Digitale sleutels: een pincode.", "[Digitale sleutels|key]: een [pincode|pin]."),
            (Language::Nl, "pincodes en pincodebrief", "pincodes en pincodebrief"),
            (Language::Fr, "Le code\u{a0}PIN d’eID", "Le [code\u{a0}PIN|pin] d’[eID|eid]"),
            (Language::Fr, "Clés numériques", "[Clés numériques|key]"),
            (Language::De, "mit dem digitalen Schlüssel", "mit dem [digitalen Schlüssel|key]"),
            // Neither a compound nor a case that nobody listed.
            (Language::De, "die eID-Karte, des digitalen Schlüssels", "die eID-Karte, des digitalen Schlüssels"),
            (Language::De, "der PIN-Code-Brief, zwei PIN-Codes", "der PIN-Code-Brief, zwei [PIN-Codes|pin]"),
            (Language::En, "the GP’s PIN and his eID/PINs", "the GP’s [PIN|pin] and his [eID|eid]/[PINs|pin]"),
            (Language::En, "pin it, spin, eid", "pin it, spin, eid"),
            (Language::En, "EID at the beginning", "[EID|eid] at the beginning"),
        ] {
            assert_eq!(told(language, text), expected);
        }
    }

    #[test]
    fn the_longest_form_wins_and_an_address_is_one_word() {
        assert_eq!(told(Language::En, "eBox Enterprise, eBox"), "[eBox Enterprise|enterprise], [eBox|ebox]");
        assert_eq!(told(Language::En, "eBox Enterprises"), "[eBox|ebox] Enterprises");
        assert_eq!(told(Language::En, "See belgium.be."), "See [belgium.be|belgium].");
        assert_eq!(told(Language::En, "www.belgium.be or me@belgium.be"), "www.belgium.be or me@belgium.be");
    }

    proptest! {
        #[test]
        fn uses_stand_in_order_and_are_what_the_glossary_lists(text in "(eID|eBox| Enterprise|PIN|-|\\.|s| |’|é|digital keys){0,30}") {
            let (glossary, mut done) = (glossary(), 0);
            for (used, id) in Terms::new(&glossary, Language::En).uses(&text) {
                prop_assert!(used.start >= done && used.end > used.start);
                let term = glossary.iter().find(|term| term.id == id).unwrap();
                prop_assert!(term.written(Language::En).any(|form| form == &text[used.clone()]));
                done = used.end;
            }
        }
    }
}
