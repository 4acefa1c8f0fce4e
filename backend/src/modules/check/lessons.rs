//! What makes a lesson or a card good to read: its length, its sentences, its practice, the same in every language.

use super::{
    Finding,
    prose::{self, Block},
    readability::{self, Measures},
};
use crate::{
    locale::{Language, Localised},
    modules::markdown,
};
use std::ops::RangeInclusive;

/// A lesson is read in one sitting of 5 to 10 minutes; shorter ones leave questions open, longer ones are not finished.
pub const LESSON_WORDS: RangeInclusive<usize> = 500..=1000;

/// A card fits on one side of an A4 in a type that is read standing at a counter.
pub const CARD_WORDS: RangeInclusive<usize> = 120..=260;

/// Average words of a sentence. Writing guides for level B1 advise 10 to 15; below 5 a text reads like a telegram.
const AVERAGE_SENTENCE: RangeInclusive<f64> = 5.0..=14.0;

/// Words of a single sentence. Beyond about 25 to 30 a reader at B1 has lost its beginning.
const LONGEST_SENTENCE: usize = 28;

/// Practice in a lesson: one at its half and one at its end, so that nobody only reads.
const PRACTICES: usize = 2;

/// How far the length of one language may lie from the others'. Beyond it, something was left out or added.
const UNEQUAL: f64 = 0.35;

/// The reading ease that a text for everybody reaches. By the scale of Flesch and its translations 60 to 70 is what a
/// reader of 13 to 15 years follows, which is B1; course texts speak of known things to adults, so they must lie above.
/// German words are longer, and Amstad's formula gives the same text some 10 points less. See decision 31.
pub const fn least_ease(language: Language) -> f64 {
    match language {
        Language::Nl | Language::Fr => 70.0,
        Language::De => 60.0,
        Language::En => 65.0,
    }
}

/// Words that the same content takes, beside Dutch: as measured over the lessons of this course.
const fn expansion(language: Language) -> f64 {
    match language {
        Language::Nl => 1.0,
        Language::Fr => 1.02,
        Language::De => 0.99,
        Language::En => 1.04,
    }
}

/// All words of a text, headings and tables too.
pub fn length(blocks: &[Block]) -> usize {
    blocks.iter().map(|block| prose::words(&block.text).count()).sum()
}

pub fn wrong_length(what: &str, words: usize, wanted: &RangeInclusive<usize>) -> Option<Finding> {
    let (least, most) = (wanted.start(), wanted.end());
    let text = match words {
        few if few < *least => format!("the {what} has {few} words: write at least {least}, or join it to another"),
        many if many > *most => format!("the {what} has {many} words: cut it to {most}, or make two of it"),
        _ => return None,
    };
    Some(Finding::new("", text))
}

/// Sentences that are too long, and a text that is too hard as a whole.
pub fn hard_to_read(measures: &Measures, language: Language) -> Vec<Finding> {
    let mut found = Vec::new();
    for (words, sentence) in measures.long.iter().filter(|(words, _)| *words > LONGEST_SENTENCE) {
        let text = format!("a sentence of {words} words: make two of it, {LONGEST_SENTENCE} is the most: {sentence:?}");
        found.push(Finding::new(sentence, text));
    }
    let average = measures.words_per_sentence();
    if average > *AVERAGE_SENTENCE.end() {
        let most = AVERAGE_SENTENCE.end();
        found.push(Finding::new(
            "",
            format!("its sentences have {average:.1} words on average: shorten them to {most}"),
        ));
    }
    let (ease, least) = (measures.ease(language), least_ease(language));
    if ease < least && measures.sentences >= readability::ENOUGH_SENTENCES {
        let text = format!(
            "the text is hard to read: reading ease {ease:.0}, at least {least:.0} for {}. Use shorter words and sentences",
            language.name()
        );
        found.push(Finding::new("", text));
    }
    found
}

/// A lesson in telegram style; a card may be.
pub fn telegram(measures: &Measures) -> Option<Finding> {
    let average = measures.words_per_sentence();
    let is_one = average < *AVERAGE_SENTENCE.start() && measures.sentences >= readability::ENOUGH_SENTENCES;
    let text = || format!("its sentences have {average:.1} words on average: join some, it reads like a telegram");
    is_one.then(|| Finding::new("", text()))
}

/// The languages whose text is much shorter or longer than the others', with what to do.
pub fn unequal(words: &[(Language, usize)]) -> Vec<(Language, String)> {
    let scaled = |(language, words): &(Language, usize)| *words as f64 / expansion(*language);
    let mut found = Vec::new();
    for one in words {
        let others: Vec<f64> = words.iter().filter(|other| other.0 != one.0).map(scaled).collect();
        let expected = others.iter().sum::<f64>() / others.len().max(1) as f64 * expansion(one.0);
        let share = one.1 as f64 / expected.max(1.0) - 1.0;
        if share.abs() > UNEQUAL {
            let (way, advice) = if share > 0.0 { ("longer", "added") } else { ("shorter", "left out") };
            let percent = share.abs() * 100.0;
            let text = format!(
                "with {} words it is {percent:.0} % {way} than the other languages ({expected:.0}): is something {advice}?",
                one.1
            );
            found.push((one.0, text));
        }
    }
    found
}

/// Too little to practise. Situations count: they are practice too.
pub fn little_practice(markdown: &str) -> Option<Finding> {
    let there = markdown::references(markdown, &["practice", "scenario"]).len();
    (there < PRACTICES).then(|| {
        let text =
            format!("the lesson has {there} practice questions: write {PRACTICES} and show them by {{{{practice:…}}}}");
        Finding::new("", text)
    })
}

/// What is set in must be the same in each language, in the same order; Dutch is the measure.
pub fn set_in_differently(markdown: &Localised) -> Vec<(Language, Finding)> {
    let set_in = |text| -> Vec<(String, String)> {
        let mut all: Vec<_> =
            markdown::placeholders(text).map(|(_, kind, id)| (kind.to_owned(), id.to_owned())).collect();
        all.sort(); // word order differs between languages
        all.dedup();
        all
    };
    let dutch = set_in(&markdown.nl);
    let mut found = Vec::new();
    for (language, text) in markdown.each().filter(|(language, text)| *language != Language::Nl && !text.is_empty()) {
        let own = set_in(text);
        for (kind, id) in dutch.iter().filter(|one| !own.contains(one)) {
            found.push((
                language,
                Finding::new("", format!("{{{{{kind}:{id}}}}} stands in the Dutch text and not here")),
            ));
        }
        for (kind, id) in own.iter().filter(|one| !dutch.contains(one)) {
            let near = format!("{{{{{kind}:{id}}}}}");
            let text = format!("{near} stands here and not in the Dutch text");
            found.push((language, Finding::new(near, text)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(markdown: &str, language: Language) -> Vec<String> {
        let measures = readability::measure(&prose::blocks(markdown), language);
        hard_to_read(&measures, language).into_iter().map(|finding| finding.text).collect()
    }

    /// A letter in plain language and one as administrations write them, in each language.
    const LETTERS: [(Language, &str, &str); 4] = [
        (
            Language::Nl,
            "U wilt een premie aanvragen. Vul daarvoor het formulier in en zet uw handtekening. Stuur het ons \
             binnen de dertig dagen. Komt uw formulier te laat? Dan kunnen we u geen premie geven. Hebt u hulp \
             nodig? Bel ons gerust. Een medewerker bekijkt dan samen met u welke papieren u nodig hebt.",
            "U dient het volledig ingevulde aanvraagformulier binnen de dertig dagen terug te sturen naar onze \
             administratie. Na ontvangst van uw aanvraag onderzoekt de bevoegde dienst of u aan alle voorwaarden \
             voldoet. Indien bepaalde documenten ontbreken, vragen wij u bijkomende inlichtingen. De beslissing \
             wordt u schriftelijk meegedeeld. Tegen deze beslissing kunt u beroep aantekenen bij de \
             arbeidsrechtbank.",
        ),
        (
            Language::Fr,
            "Vous voulez demander une prime. Remplissez le formulaire et signez-le. Envoyez-le dans les trente \
             jours. Votre formulaire arrive trop tard ? Alors nous ne pouvons pas vous donner la prime. Vous avez \
             besoin d’aide ? Appelez-nous. Un collègue regarde avec vous quels papiers il vous faut.",
            "Vous devez renvoyer le formulaire de demande dûment complété à notre administration dans les trente \
             jours. Après réception de votre demande, le service compétent examine si vous remplissez toutes les \
             conditions. Si certains documents manquent, nous vous demandons des renseignements complémentaires. \
             La décision vous est communiquée par écrit. Vous pouvez introduire un recours contre cette décision \
             auprès du tribunal du travail.",
        ),
        (
            Language::De,
            "Sie möchten eine Prämie beantragen. Füllen Sie das Formular aus und unterschreiben Sie es. Schicken \
             Sie es uns innerhalb von dreißig Tagen. Kommt Ihr Formular zu spät? Dann können wir Ihnen keine \
             Prämie geben. Brauchen Sie Hilfe? Rufen Sie uns an. Wir schauen gemeinsam mit Ihnen, welche Papiere \
             Sie brauchen.",
            "Das vollständig ausgefüllte Antragsformular ist innerhalb von dreißig Tagen an unsere Verwaltung \
             zurückzusenden. Nach Erhalt Ihres Antrags prüft die zuständige Dienststelle, ob Sie alle \
             Voraussetzungen erfüllen. Falls bestimmte Unterlagen fehlen, bitten wir Sie um zusätzliche \
             Auskünfte. Die Entscheidung wird Ihnen schriftlich mitgeteilt. Gegen diese Entscheidung können Sie \
             beim Arbeitsgericht Einspruch einlegen.",
        ),
        (
            Language::En,
            "You want to apply for a grant. Fill in the form and sign it. Send it to us within thirty days. Is \
             your form late? Then we cannot give you the grant. Do you need help? Call us. A colleague will look \
             with you at which papers you need.",
            "You are required to return the completed application form to our administration within thirty days. \
             On receipt of your application, the competent department will examine whether you satisfy all \
             conditions. If certain documents are missing, we will request additional information. The decision \
             will be communicated to you in writing. You may lodge an appeal against this decision with the \
             labour tribunal.",
        ),
    ];

    #[test]
    fn a_plain_letter_passes_and_an_official_one_of_short_sentences_does_not() {
        for (language, plain, stiff) in LETTERS {
            assert_eq!(findings(plain, language), Vec::<String>::new(), "{language}");
            let found = findings(stiff, language);
            assert!(found.len() == 1 && found[0].contains("hard to read"), "{language}: {found:#?}");
        }
    }

    #[test]
    fn long_sentences_are_told_one_by_one_and_the_average_once() {
        let (long, short) =
            (format!("Now {}here. ", "word ".repeat(LONGEST_SENTENCE - 1)), "So it is for you. ".repeat(20));
        let found = findings(&format!("{short}{long}Short now."), Language::En);
        assert!(found.len() == 1 && found[0].starts_with("a sentence of 29 words"), "{found:#?}");
        assert!(findings(&format!("{short}{}Short now.", long.replacen("word ", "", 1)), Language::En).is_empty());
        let average = findings(&"We go on and on and on with it and do not end here at all. ".repeat(6), Language::En);
        assert_eq!(average, ["its sentences have 16.0 words on average: shorten them to 14"]);
        let short = |text: &str| telegram(&readability::measure(&prose::blocks(text), Language::En));
        assert!(short(&"Go on. ".repeat(30)).is_some_and(|finding| finding.text.contains("telegram")));
        assert_eq!(short(&"Go on until the end now. ".repeat(30)), None);
    }

    #[test]
    fn lengths_have_limits_on_both_sides() {
        let told = |words| wrong_length("lesson", words, &LESSON_WORDS).map(|finding| finding.text);
        assert!(told(499).is_some_and(|text| text.contains("at least 500")));
        assert!(told(1001).is_some_and(|text| text.contains("cut it to 1000")));
        assert_eq!((told(500), told(1000)), (None, None));
    }

    #[test]
    fn a_language_that_is_much_shorter_or_longer_is_named() {
        let of = |nl, fr, de, en| {
            let all = [(Language::Nl, nl), (Language::Fr, fr), (Language::De, de), (Language::En, en)];
            unequal(&all).into_iter().map(|(language, _)| language).collect::<Vec<_>>()
        };
        assert_eq!(of(600, 640, 580, 660), []);
        assert_eq!(of(600, 640, 350, 660), [Language::De]);
        assert_eq!(of(600, 900, 600, 600), [Language::Fr]);
    }

    #[test]
    fn a_lesson_has_two_practices_and_the_same_in_each_language() {
        assert!(little_practice("{{practice:a}}\n").is_some());
        assert_eq!(little_practice("{{practice:a}}\n\n{{scenario:b}}\n").map(|finding| finding.text), None);
        let text = |body: &str| body.to_owned();
        let markdown = Localised {
            nl: text("{{practice:a}} {{fact:x}}"),
            fr: text("{{fact:x}} {{practice:a}}"),
            de: text("{{practice:a}}"),
            en: text("{{practice:a}} {{fact:x}} {{media:y}}"),
        };
        let told: Vec<(Language, String)> =
            set_in_differently(&markdown).into_iter().map(|(language, finding)| (language, finding.text)).collect();
        assert_eq!(
            told,
            [
                (Language::De, text("{{fact:x}} stands in the Dutch text and not here")),
                (Language::En, text("{{media:y}} stands here and not in the Dutch text")),
            ]
        );
    }
}
