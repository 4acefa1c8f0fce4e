//! The words of a text as a reader meets them: blocks of a Markdown text, their sentences, their words.

use crate::locale::Language;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A piece of a text that stands by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    pub kind: BlockKind,
    pub text: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockKind {
    /// A paragraph or an item of a list: made of sentences.
    Sentences,
    /// A heading or a cell of a table: often no sentence.
    Fragment,
}

/// The blocks of a Markdown text in which facts are filled in. What is set in on a line of its own (practice, drawing,
/// situation) is not the text's own and is left out.
pub fn blocks(markdown: &str) -> Vec<Block> {
    let own: String = markdown
        .split_inclusive('\n')
        .filter(|line| !(line.starts_with("{{") && line.trim_end().ends_with("}}")))
        .collect();
    let (mut blocks, mut text, mut kind) = (Vec::new(), String::new(), BlockKind::Sentences);
    let mut end = |text: &mut String, kind: BlockKind| {
        let whole = std::mem::take(text);
        if !whole.trim().is_empty() {
            blocks.push(Block { kind, text: whole.trim().to_owned() });
        }
    };
    for event in Parser::new_ext(&own, Options::ENABLE_TABLES | Options::ENABLE_GFM) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::TableCell) => {
                end(&mut text, kind);
                kind = BlockKind::Fragment;
            }
            Event::End(TagEnd::Heading(_) | TagEnd::TableCell) => {
                end(&mut text, kind);
                kind = BlockKind::Sentences;
            }
            Event::Start(Tag::Paragraph | Tag::Item | Tag::List(_) | Tag::BlockQuote(_))
            | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::List(_) | TagEnd::BlockQuote(_)) => {
                end(&mut text, kind);
            }
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    end(&mut text, kind);
    blocks
}

/// Short forms that end in a full stop and do not end a sentence.
fn shortened(language: Language) -> &'static [&'static str] {
    match language {
        Language::Nl => &[
            "bv", "bijv", "nr", "dr", "mr", "mevr", "dhr", "m.a.w", "d.w.z", "o.a", "i.v.m", "t.e.m", "art", "tel",
            "blz", "st",
        ],
        Language::Fr => &["p. ex", "ex", "n°", "dr", "m", "mme", "mm", "art", "tél", "c.-à-d", "cf", "st"],
        Language::De => {
            &["z. b", "b", "z", "nr", "dr", "hr", "fr", "u", "d. h", "bzw", "usw", "ggf", "art", "tel", "str", "st"]
        }
        Language::En => &["e.g", "i.e", "no", "dr", "mr", "mrs", "ms", "art", "tel", "st", "vs"],
    }
}

/// The sentences of a block. A colon before a quotation ends one too: what is said aloud is a sentence of its own.
pub fn sentences(text: &str, language: Language) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let marks: Vec<(usize, char)> = text.char_indices().collect();
    for (at, (place, mark)) in marks.iter().enumerate() {
        if *place < start || !matches!(mark, '.' | '!' | '?' | '…' | ':') {
            continue;
        }
        // Closing quotes and brackets belong to the sentence they close.
        let closed = |c: char| {
            matches!(c, '”' | '’' | '"' | ')' | '»' | '.' | '!' | '?')
                || *mark != ':' && matches!(c, '“' | '\u{a0}' | '\u{202f}')
        };
        let mut next = at + 1;
        while marks.get(next).is_some_and(|(_, c)| closed(*c)) {
            next += 1;
        }
        // French: a space before the closing quote.
        if marks.get(next).is_some_and(|(_, c)| c.is_whitespace())
            && marks.get(next + 1).is_some_and(|(_, c)| *c == '»')
        {
            next += 2;
        }
        let Some((end, after)) = marks.get(next) else { break };
        if !after.is_whitespace() {
            continue;
        }
        let follows = marks[next..].iter().map(|(_, c)| *c).find(|c| !c.is_whitespace());
        let Some(follows) = follows else { break };
        let opens = matches!(follows, '“' | '„' | '«' | '"' | '‘' | '(');
        let begins = follows.is_uppercase() || follows.is_numeric() || opens;
        let ends = match mark {
            ':' => matches!(follows, '“' | '„' | '«' | '"'),
            '.' => begins && !is_shortened(&text[start..*place], language),
            _ => begins,
        };
        if ends {
            found.push(text[start..*end].trim());
            start = *end;
        }
    }
    found.push(text[start..].trim());
    found.retain(|sentence| words(sentence).next().is_some());
    found
}

fn is_shortened(before: &str, language: Language) -> bool {
    let last = before.rsplit([' ', '\u{a0}', '(', '“', '«', '„']).next().unwrap_or_default().to_lowercase();
    let ordinal =
        language == Language::De && !last.is_empty() && last.len() <= 2 && last.chars().all(|c| c.is_ascii_digit());
    ordinal || shortened(language).contains(&last.as_str())
}

/// The words of a text: what stands between spaces and holds a letter or a digit.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, language: Language) -> Vec<&str> {
        sentences(text, language)
    }

    #[test]
    fn sentences_end_where_a_reader_takes_breath() {
        assert_eq!(split("Vraag eerst: “Wat hebt u bij u?” Wacht dan. Kijk weg!", Language::Nl).len(), 4);
        assert_eq!(
            split("“Kent u dat?” vraagt ze. Hij knikt.", Language::Nl),
            ["“Kent u dat?” vraagt ze.", "Hij knikt."]
        );
        assert_eq!(
            split("Dites : « Que voulez-vous ? » Attendez.", Language::Fr),
            ["Dites :", "« Que voulez-vous ? »", "Attendez."]
        );
        assert_eq!(split("Am 1. Januar kommt Dr. Maes, z. B. um 9 Uhr. Gut.", Language::De).len(), 2);
        assert_eq!(split("Take e.g. Mr. Maes. He waits", Language::En), ["Take e.g. Mr. Maes.", "He waits"]);
        assert_eq!(split("Ga naar mypension.be en kijk: alles staat er. 3 stappen volstaan.", Language::Nl).len(), 2);
        assert_eq!(split("“U wilt …. Klopt dat?”", Language::Nl), ["“U wilt ….", "Klopt dat?”"]);
        assert!(split("…", Language::Nl).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn no_word_is_lost_between_sentences(text in "[A-Za-z0-9 .:!?…“”«»()\u{a0}éß]{0,60}") {
            for language in Language::ALL {
                let apart: Vec<&str> = sentences(&text, *language).into_iter().flat_map(words).collect();
                proptest::prop_assert_eq!(apart, words(&text).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn blocks_are_the_texts_own() {
        let text =
            "# Title\n\nA *b*\nc.\n\n{{practice:x}}\n\n- one\n- two\n\n> [!TIP]\n> Tip.\n\n| a |\n| - |\n| b |\n";
        let texts: Vec<(BlockKind, String)> = blocks(text).into_iter().map(|block| (block.kind, block.text)).collect();
        let (sentence, fragment) = (BlockKind::Sentences, BlockKind::Fragment);
        let expected = [
            (fragment, "Title"),
            (sentence, "A b c."),
            (sentence, "one"),
            (sentence, "two"),
            (sentence, "Tip."),
            (fragment, "a"),
            (fragment, "b"),
        ];
        assert_eq!(texts, expected.map(|(kind, text)| (kind, text.to_owned())));
        assert_eq!(words("l’eau – “PIN-code” (2) …").collect::<Vec<_>>(), ["l’eau", "PIN-code", "2"]);
    }
}
