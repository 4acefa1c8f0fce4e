//! An answer in words, without a word on whether it is right.

use super::{Body, Question, answers::Answer};
use crate::locale::{self, Language, Localised};

/// What was answered, as a sentence tells it: the chosen options, the order, the pairs, the number.
pub fn words(question: &Question, answer: &Answer, language: Language) -> String {
    let say = |text: &Localised| text.get(language).to_owned();
    match (&question.body, answer) {
        (Body::SingleChoice { options } | Body::MultipleChoice { options }, Answer::Option(_) | Answer::Options(_)) => {
            let is_chosen = |key: &String| match answer {
                Answer::Option(chosen) => chosen == key,
                Answer::Options(chosen) => chosen.contains(key),
                _ => false,
            };
            let chosen = options.iter().filter(|option| is_chosen(&option.key)).map(|option| say(&option.text));
            chosen.collect::<Vec<_>>().join("; ")
        }
        (Body::Ordering { items }, Answer::Order(order)) => {
            let text = |key: &String| items.iter().find(|item| &item.key == key).map(|item| say(&item.text));
            let placed = (1..).zip(order.iter().filter_map(text));
            placed.map(|(place, text): (usize, String)| format!("{place}. {text}")).collect::<Vec<_>>().join(" ")
        }
        (Body::Matching { pairs, distractors }, Answer::Pairs(given)) => {
            let right = |key: &String| {
                let pair = pairs.iter().find(|pair| &pair.key == key).map(|pair| &pair.right);
                pair.or_else(|| distractors.iter().find(|item| &item.key == key).map(|item| &item.text)).map(say)
            };
            let one = |pair: &super::Pair| Some(format!("{} – {}", say(&pair.left), right(given.get(&pair.key)?)?));
            pairs.iter().filter_map(one).collect::<Vec<_>>().join("; ")
        }
        (Body::Numeric { unit, .. }, Answer::Number(number)) => {
            let number = locale::number(language, *number);
            unit.as_ref().map_or(number.clone(), |unit| format!("{number} {}", say(unit)))
        }
        (Body::Scenario(scenario), Answer::Choices(path)) => {
            let taken = scenario.follow(path).map(|progress| progress.taken).unwrap_or_default();
            taken.into_iter().map(|(_, choice)| say(&choice.text)).collect::<Vec<_>>().join("; ")
        }
        _ => String::new(),
    }
}
