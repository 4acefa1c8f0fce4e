//! How hard a text is to read: for each language the formula that was published for it, from words, sentences, syllables.

use super::prose::{self, Block, BlockKind};
use crate::locale::Language;

/// What a text measures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures {
    pub words: usize,
    pub sentences: usize,
    pub syllables: usize,
    /// Words of the longest sentence.
    pub longest: usize,
    /// Sentences of more than some words, with their number.
    pub long: Vec<(usize, String)>,
}

/// Fewer sentences say little about a text as a whole.
pub const ENOUGH_SENTENCES: usize = 5;

/// Shorter sentences are not kept one by one.
const LONG: usize = 15;

/// Measures the sentences of a text; headings and tables are left out, since they are fragments.
pub fn measure(blocks: &[Block], language: Language) -> Measures {
    let mut measures = Measures::default();
    for block in blocks.iter().filter(|block| block.kind == BlockKind::Sentences) {
        for sentence in prose::sentences(&block.text, language) {
            let words: Vec<&str> = prose::words(sentence).filter(|word| !is_address(word)).collect();
            measures.longest = measures.longest.max(words.len());
            if words.len() > LONG {
                measures.long.push((words.len(), sentence.to_owned()));
            }
            measures.sentences += usize::from(!words.is_empty());
            measures.words += words.len();
            measures.syllables += words.iter().map(|word| syllables(word, language)).sum::<usize>();
        }
    }
    measures
}

/// An address of a site or a mailbox is read as one thing, and no author can shorten it.
fn is_address(word: &str) -> bool {
    word.contains('/')
        || word.contains('@')
        || word.split_once('.').is_some_and(|(_, rest)| rest.chars().any(char::is_alphabetic))
}

impl Measures {
    pub fn words_per_sentence(&self) -> f64 {
        self.words as f64 / self.sentences.max(1) as f64
    }

    /// The reading ease, 0 to 100 and beyond: the higher, the easier.
    ///
    /// English: Flesch, *A new readability yardstick*, 1948. Dutch: Douma, *De leesbaarheid van landbouwbladen*, 1960.
    /// French: Kandel and Moles, *Application de l'indice de Flesch à la langue française*, 1958. German: Amstad, *Wie
    /// verständlich sind unsere Zeitungen?*, 1978.
    pub fn ease(&self, language: Language) -> f64 {
        let length = self.words_per_sentence();
        let syllables = self.syllables as f64 / self.words.max(1) as f64;
        match language {
            Language::Nl => 206.84 - 0.93 * length - 77.0 * syllables,
            Language::Fr => 207.0 - 1.015 * length - 73.6 * syllables,
            Language::De => 180.0 - length - 58.5 * syllables,
            Language::En => 206.835 - 1.015 * length - 84.6 * syllables,
        }
    }
}

/// Groups of vowels that are spoken as one, the longest first; any other vowel is a syllable of its own.
fn together(language: Language) -> &'static [&'static str] {
    match language {
        Language::Nl => &[
            "aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "au", "ou",
            "ey", "ay", "oy",
        ],
        Language::Fr => &[
            "oeu", "œu", "eau", "aie", "ieu", "oui", "uei", "uie", "oie", "ai", "aî", "au", "ay", "ei", "eu", "eû",
            "ey", "ie", "iè", "io", "ia", "ié", "oi", "oî", "ou", "où", "oû", "oy", "ui", "uî", "ue", "ée",
        ],
        Language::De => &["äu", "au", "ei", "eu", "ie", "ai", "ey", "ay", "aa", "ee", "oo"],
        Language::En => &[
            "eau", "iou", "eou", "eo", "aye", "oye", "eye", "ai", "au", "ay", "aw", "ea", "ee", "ei", "eu", "ew", "ey",
            "ie", "oa", "oe", "oi", "oo", "ou", "ow", "oy", "ue", "ui", "uy",
        ],
    }
}

fn is_vowel(c: char) -> bool {
    "aeiouyàâäáéèêëíîïìóôöòúùûüœæ".contains(c)
}

/// How many syllables a word has, by its vowels: no dictionary, so a word here and there is one off.
pub fn syllables(word: &str, language: Language) -> usize {
    let word = word.to_lowercase().replace("qu", "q");
    let count: usize = word
        .split(|c: char| !c.is_alphabetic())
        .filter(|part| !part.is_empty())
        .map(|part| of_part(part, language))
        .sum();
    count.max(1)
}

fn of_part(word: &str, language: Language) -> usize {
    if word.chars().count() > 1 && !word.chars().any(is_vowel) {
        return word.chars().count(); // spelled out: CPF, tv
    }
    let mut count = 0;
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let group = together(language).iter().find(|group| rest.starts_with(**group));
        if let Some(group) = group {
            count += 1;
            rest = &rest[group.len()..];
        } else {
            // An y that begins a syllable sounds like a j.
            let glides = first == 'y' && rest[1..].starts_with(is_vowel);
            count += usize::from(is_vowel(first) && !glides);
            rest = &rest[first.len_utf8()..];
        }
    }
    count - usize::from(count > 1 && ends_mute(word, language))
}

/// Whether the last vowel is written and not spoken.
fn ends_mute(word: &str, language: Language) -> bool {
    let before = |ending: &str| word.strip_suffix(ending).and_then(|stem| stem.chars().last());
    let after_consonant = |ending: &str| before(ending).is_some_and(|c| !is_vowel(c));
    match language {
        Language::Nl | Language::De => false,
        Language::Fr => after_consonant("e") || after_consonant("es"),
        Language::En => {
            // A final e is spoken in “table”, an ending -ed in “needed”, an ending -es in “pages”.
            let le = word.ends_with("le") && word.chars().rev().nth(2).is_some_and(|c| !is_vowel(c));
            let ed = after_consonant("ed") && !word.ends_with("ted") && !word.ends_with("ded");
            let es = after_consonant("es")
                && !["ses", "ces", "zes", "xes", "ges", "shes", "ches"].iter().any(|ending| word.ends_with(ending));
            after_consonant("e") && !le || ed || es
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_they_are_spoken() {
        for (language, words) in [
            (
                Language::Nl,
                "gemeente 3 aanmelden 3 theater 3 radio 3 nieuw 1 overheid 3 identiteitskaart 5 coördinatie 5 tv 2",
            ),
            (Language::Fr, "commune 2 identité 4 question 2 aider 2 numérique 3 code 1 codes 1 le 1 eau 1 CPF 3"),
            (Language::De, "Gemeinde 3 anmelden 3 Personalausweis 5 neue 2 aktuell 3 Behörde 3 häufig 2"),
            (Language::En, "table 2 code 1 asked 1 needed 2 pages 2 identity 4 people 2 key 1 the 1 yes 1"),
        ] {
            for pair in words.split(' ').collect::<Vec<_>>().chunks(2) {
                assert_eq!(syllables(pair[0], language).to_string(), pair[1], "{language} {}", pair[0]);
            }
        }
    }

    #[test]
    fn a_text_is_measured_without_headings_tables_and_addresses() {
        let text = "## A heading here\n\nAsk first. Then wait for https://example.be/x to open.\n\n| a | b |\n| - | - |\n| c | d |\n\n- One item\n";
        let measures = measure(&prose::blocks(text), Language::En);
        assert_eq!((measures.words, measures.sentences), (9, 3));
        assert!((measures.words_per_sentence() - 3.0).abs() < f64::EPSILON);
        let flat = Measures { words: 100, sentences: 10, syllables: 150, longest: 10, long: Vec::new() };
        let eases = Language::ALL.iter().map(|language| format!("{:.2}", flat.ease(*language))).collect::<Vec<_>>();
        assert_eq!(eases, ["82.04", "86.45", "82.25", "69.79"]);
    }
}
