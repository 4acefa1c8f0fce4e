//! An answer in words, without a word on whether it is right.

use super::{Body, Question, answers::Answer};
use crate::locale::{self, Language, Localised};

/// What was answered, as a sentence tells it: the chosen options, the order, the pairs, the number.
pub fn words(question: &Question, answer: &Answer, language: Language) -> String {
    lines(question, answer, &[], language).join("; ")
}

/// The same, a line for each part. Options and pairs stand in the order of `shown`: that of the content could tell what is right.
pub fn lines(question: &Question, answer: &Answer, shown: &[String], language: Language) -> Vec<String> {
    let say = |text: &Localised| text.get(language).to_owned();
    match (&question.body, answer) {
        (Body::SingleChoice { options } | Body::MultipleChoice { options }, Answer::Option(_) | Answer::Options(_)) => {
            let is_chosen = |key: &String| match answer {
                Answer::Option(chosen) => chosen == key,
                Answer::Options(chosen) => chosen.contains(key),
                _ => false,
            };
            let options = as_shown(options, shown, |option| &option.key);
            options.filter(|option| is_chosen(&option.key)).map(|option| say(&option.text)).collect()
        }
        (Body::Ordering { items }, Answer::Order(order)) => {
            let text = |key: &String| items.iter().find(|item| &item.key == key).map(|item| say(&item.text));
            let placed = (1..).zip(order.iter().filter_map(text));
            placed.map(|(place, text): (usize, String)| format!("{place}. {text}")).collect()
        }
        (Body::Matching { pairs, distractors }, Answer::Pairs(given)) => {
            let right = |key: &String| {
                let pair = pairs.iter().find(|pair| &pair.key == key).map(|pair| &pair.right);
                pair.or_else(|| distractors.iter().find(|item| &item.key == key).map(|item| &item.text)).map(say)
            };
            let one = |pair: &super::Pair| Some(format!("{} – {}", say(&pair.left), right(given.get(&pair.key)?)?));
            as_shown(pairs, shown, |pair| &pair.key).filter_map(one).collect()
        }
        (Body::Numeric { unit, .. }, Answer::Number(number)) => {
            vec![number_in(unit.as_ref(), *number, language)]
        }
        (Body::Scenario(scenario), Answer::Choices(path)) => {
            let taken = scenario.follow(path).map(|progress| progress.taken).unwrap_or_default();
            taken.into_iter().map(|(_, choice)| say(&choice.text)).collect()
        }
        _ => Vec::new(),
    }
}

/// A number with its unit.
pub(super) fn number_in(unit: Option<&Localised>, number: f64, language: Language) -> String {
    let number = locale::number(language, number);
    match unit {
        Some(unit) => format!("{number} {}", unit.get(language)),
        None => number,
    }
}

/// The parts of a question in the order in which they were shown.
pub(super) fn as_shown<'a, T>(
    parts: &'a [T],
    shown: &[String],
    key: impl Fn(&T) -> &String,
) -> impl Iterator<Item = &'a T> {
    let mut parts: Vec<&T> = parts.iter().collect();
    parts.sort_by_key(|part| shown.iter().position(|one| one == key(part)));
    parts.into_iter()
}

#[cfg(test)]
mod tests {
    use super::super::{Choice, Item, Pair, QuestionId};
    use super::*;

    fn text(text: &str) -> Localised {
        Localised { fr: text.to_owned(), ..Localised::default() }
    }

    fn asking(body: Body) -> Question {
        let id = QuestionId::parse("q").unwrap();
        let (tags, text) = (vec![], Localised::default());
        Question { id, tags, difficulty: 1, text, explanation: None, read: None, body }
    }

    fn said(body: Body, answer: Answer) -> String {
        words(&asking(body), &answer, Language::Fr)
    }

    fn listed(body: Body, answer: Answer, shown: &[&str]) -> Vec<String> {
        lines(&asking(body), &answer, &keys(shown), Language::Fr)
    }

    fn keys(keys: &[&str]) -> Vec<String> {
        keys.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_answer_of_each_kind_is_told_as_it_was_given_and_not_as_it_should_be() {
        let option = |key: &str| Choice {
            key: key.into(),
            correct: key == "a",
            text: text(&key.to_uppercase()),
            feedback: text("why"),
        };
        let options: Vec<Choice> = ["a", "b", "c"].map(option).into();
        assert_eq!(said(Body::SingleChoice { options: options.clone() }, Answer::Option("b".into())), "B");
        let ticked = Answer::Options(keys(&["c", "b"]).into_iter().collect());
        assert_eq!(said(Body::MultipleChoice { options: options.clone() }, ticked.clone()), "B; C");
        assert_eq!(listed(Body::MultipleChoice { options }, ticked, &["c", "a", "b"]), ["C", "B"]);
        let item = |key: &str| Item { key: key.into(), text: text(&key.to_uppercase()) };
        let items = vec![item("a"), item("b"), item("c")];
        assert_eq!(said(Body::Ordering { items }, Answer::Order(keys(&["c", "a", "b"]))), "1. C; 2. A; 3. B");
        let pair = |key: &str| Pair { key: key.into(), left: text(key), right: text(&format!("of {key}")) };
        let matching = Body::Matching { pairs: vec![pair("a"), pair("b")], distractors: vec![item("c")] };
        let pairs = [("a", "b"), ("b", "c")].map(|(left, right)| (left.to_owned(), right.to_owned()));
        assert_eq!(said(matching.clone(), Answer::Pairs(pairs.clone().into())), "a – of b; b – C");
        assert_eq!(listed(matching, Answer::Pairs(pairs.into()), &["b", "a"]), ["b – C", "a – of b"]);
        let numeric = Body::Numeric { answer: 3.0, tolerance: 0.0, unit: Some(text("jours")), feedback: None };
        assert_eq!(said(numeric, Answer::Number(2.5)), "2,5 jours");
    }
}
