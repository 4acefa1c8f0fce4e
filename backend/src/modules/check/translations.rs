//! Texts that were left in another language.

use super::Finding;
use crate::{
    locale::{Language, Localised},
    quizzes::{Body, Question},
};

/// Shorter texts may be the same in two languages: a name, a number, “itsme”.
const ENOUGH_WORDS: usize = 5;

/// Every text of a question.
pub fn texts(question: &Question) -> Vec<&Localised> {
    let mut texts = vec![&question.text];
    texts.extend(&question.explanation);
    match &question.body {
        Body::SingleChoice { options } | Body::MultipleChoice { options } => {
            texts.extend(options.iter().flat_map(|option| [&option.text, &option.feedback]));
        }
        Body::Ordering { items } => texts.extend(items.iter().map(|item| &item.text)),
        Body::Matching { pairs, distractors } => {
            texts.extend(pairs.iter().flat_map(|pair| [&pair.left, &pair.right]));
            texts.extend(distractors.iter().map(|item| &item.text));
        }
        Body::Numeric { unit, feedback, .. } => texts.extend(unit.iter().chain(feedback)),
        Body::Scenario(scenario) => {
            for scene in scenario.scenes.values() {
                texts.push(&scene.text);
                texts.extend(scene.screen.iter().flat_map(|screen| screen.texts()));
                texts.extend(scene.choices.iter().flat_map(|choice| [&choice.text, &choice.feedback]));
            }
        }
    }
    texts
}

/// The same words in two languages.
pub fn untranslated(text: &Localised) -> Option<Finding> {
    let all: Vec<(Language, &str)> =
        text.each().filter(|(_, text)| super::prose::words(text).count() >= ENOUGH_WORDS).collect();
    all.iter().enumerate().find_map(|(at, (language, one))| {
        let (other, _) = all[..at].iter().find(|(_, other)| other.trim() == one.trim())?;
        let text = format!("the {} text is the same as the {} one: translate it", language.name(), other.name());
        Some(Finding::new(one.lines().next().unwrap_or_default(), text))
    })
}

#[cfg(test)]
mod tests {
    use super::{super::sample, *};

    #[test]
    fn the_same_sentence_in_two_languages_was_forgotten() {
        let mut text = sample::text("Ask first what he wants to do.");
        (text.nl, text.fr, text.de) = (
            "Vraag eerst wat hij wil doen.".into(),
            "Demandez d’abord ce qu’il veut.".into(),
            "Fragen Sie zuerst, was er will.".into(),
        );
        assert_eq!(untranslated(&text), None);
        text.de = text.nl.clone();
        assert_eq!(
            untranslated(&text).unwrap().text,
            "the Deutsch text is the same as the Nederlands one: translate it"
        );
        assert_eq!(untranslated(&sample::text("itsme of eID")), None);
    }

    #[test]
    fn every_text_of_a_question_is_looked_at() {
        assert_eq!(texts(&sample::single("q", "alpha", &[true, false])).len(), 5);
        assert_eq!(texts(&sample::scenario("q")).len(), 2);
    }
}
