//! What gives an answer away to somebody who knows nothing: the longest option, the usual place, the same question twice.

use super::Finding;
use crate::{
    locale::Language,
    modules::Module,
    quizzes::{Body, Choice, Question},
};
use std::collections::{BTreeMap, BTreeSet};

/// How often the longest option may be the right one. With three or four options chance gives 25 to 33 %.
const LONGEST_RIGHT: f64 = 0.40;

/// Fewer questions say nothing about a habit.
const ENOUGH_QUESTIONS: usize = 5;

/// How far a place may lie from what chance gives: half of it, and one question more.
const UNEVEN_SHARE: f64 = 0.5;

/// Words that two questions have in common, of all that they have. Two questions about one service share up to a third;
/// the same question in other words shares more than two thirds.
const ALIKE: f64 = 0.66;

/// Shorter questions are alike by chance.
const ENOUGH_WORDS: usize = 8;

fn single(question: &Question) -> Option<&[Choice]> {
    match &question.body {
        Body::SingleChoice { options } => Some(options),
        Body::MultipleChoice { .. } | Body::Ordering { .. } | Body::Matching { .. } | Body::Numeric { .. } => None,
        Body::Scenario(_) => None,
    }
}

/// Whether the longest option is a right one, in a language. Several of the same length tell nothing.
fn longest_is_right(options: &[Choice], language: Language) -> bool {
    let length = |option: &&Choice| option.text.get(language).chars().count();
    let most = options.iter().map(|option| length(&option)).max().unwrap_or_default();
    let mut longest = options.iter().filter(|option| length(option) == most);
    longest.next().is_some_and(|option| option.correct) && longest.next().is_none()
}

/// Languages in which taking the longest option wins too often. Only questions with one right option count: of a
/// multiple choice about half the options are right, so half the longest ones must be.
pub fn longest_right(module: &Module) -> Vec<Finding> {
    let choices: Vec<(&str, &[Choice])> =
        module.questions.iter().filter_map(|question| Some((question.id.as_str(), single(question)?))).collect();
    let mut found = Vec::new();
    for language in Language::ALL.iter().filter(|_| choices.len() >= ENOUGH_QUESTIONS) {
        let long = choices.iter().filter(|(_, options)| longest_is_right(options, *language));
        let long: Vec<&str> = long.map(|(id, _)| *id).collect();
        let share = long.len() as f64 / choices.len() as f64;
        if share > LONGEST_RIGHT {
            let most = (choices.len() as f64 * LONGEST_RIGHT).floor();
            let text = format!(
                "in {} the longest option is the right one in {} of {} singleChoice questions ({:.0} %); at most {most}: \
                 shorten right options or fill out wrong ones in {}",
                language.name(),
                long.len(),
                choices.len(),
                share * 100.0,
                long.join(", ")
            );
            found.push(Finding::new("[quiz]", text));
        }
    }
    found
}

/// Places at which the right option stands too often or too seldom. The quiz shuffles; lessons and printed lists do not.
pub fn uneven_places(module: &Module) -> Vec<Finding> {
    let choices: Vec<&[Choice]> = module.questions.iter().filter_map(single).collect();
    let mut places: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
    for options in &choices {
        for (place, option) in options.iter().enumerate() {
            let (expected, there) = places.entry(place).or_default();
            *expected += 1.0 / options.len() as f64;
            *there += usize::from(option.correct);
        }
    }
    let uneven = places.into_iter().filter(|(_, (expected, there))| {
        choices.len() >= ENOUGH_QUESTIONS && (*there as f64 - expected).abs() > 1.0 + expected * UNEVEN_SHARE
    });
    let finding = |(place, (expected, there)): (usize, (f64, usize))| {
        let text = format!(
            "of {} singleChoice questions the right option stands at place {} in {there}, where chance gives {expected:.0}: \
             move some options",
            choices.len(),
            place + 1
        );
        Finding::new("[quiz]", text)
    };
    uneven.map(finding).collect()
}

/// The words of a question with its parts, in a language, each once.
pub fn words(question: &Question, language: Language) -> BTreeSet<String> {
    let mut texts = vec![question.text.get(language)];
    match &question.body {
        Body::SingleChoice { options } | Body::MultipleChoice { options } => {
            texts.extend(options.iter().map(|option| option.text.get(language)));
        }
        Body::Ordering { items } => texts.extend(items.iter().map(|item| item.text.get(language))),
        Body::Matching { pairs, distractors } => {
            texts.extend(pairs.iter().flat_map(|pair| [pair.left.get(language), pair.right.get(language)]));
            texts.extend(distractors.iter().map(|item| item.text.get(language)));
        }
        Body::Numeric { .. } => {}
        Body::Scenario(scenario) => texts.extend(scenario.scenes.values().map(|scene| scene.text.get(language))),
    }
    texts.into_iter().flat_map(super::prose::words).map(str::to_lowercase).collect()
}

/// How many words two sets share, of all that they have (Jaccard). Each is a sorted list without doubles.
fn likeness(one: &[u32], other: &[u32]) -> f64 {
    let (mut at, mut other_at, mut shared) = (0, 0, 0_u32);
    while let (Some(word), Some(other_word)) = (one.get(at), other.get(other_at)) {
        at += usize::from(word <= other_word);
        other_at += usize::from(word >= other_word);
        shared += u32::from(word == other_word);
    }
    let shared = f64::from(shared);
    shared / ((one.len() + other.len()) as f64 - shared).max(1.0)
}

/// Pairs of questions that ask nearly the same: the places of both in the list, and how much they share.
pub fn nearly_the_same(questions: &[BTreeSet<String>]) -> Vec<(usize, usize, f64)> {
    // Numbers in place of words: there are a hundred thousand pairs in a course.
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    for word in questions.iter().flatten() {
        let next = numbers.len() as u32;
        numbers.entry(word).or_insert(next);
    }
    let numbered = |words: &BTreeSet<String>| {
        let mut numbers: Vec<u32> = words.iter().filter_map(|word| numbers.get(word.as_str()).copied()).collect();
        numbers.sort_unstable();
        numbers
    };
    let questions: Vec<Vec<u32>> = questions.iter().map(numbered).collect();
    let mut found = Vec::new();
    for (at, one) in questions.iter().enumerate().filter(|(_, words)| words.len() >= ENOUGH_WORDS) {
        for (other_at, other) in questions.iter().enumerate().skip(at + 1) {
            let (few, many) = (one.len().min(other.len()), one.len().max(other.len()));
            if few >= ENOUGH_WORDS && few as f64 > many as f64 * ALIKE {
                let alike = likeness(one, other);
                if alike > ALIKE {
                    found.push((at, other_at, alike));
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{
        super::sample::{module, multiple, single},
        *,
    };

    fn with(rights: &[&[bool]]) -> Module {
        let mut module = module();
        module.questions =
            rights.iter().enumerate().map(|(at, right)| single(&format!("q{at}"), "alpha", right)).collect();
        module
    }

    /// Makes the option of this place the longest, in Dutch.
    fn lengthen(question: &mut Question, place: usize) {
        if let Body::SingleChoice { options } | Body::MultipleChoice { options } = &mut question.body {
            options[place].text.nl += " and some words more";
        }
    }

    #[test]
    fn taking_the_longest_option_must_not_win() {
        let rights: [&[bool]; 5] = [&[true, false, false]; 5];
        let mut module = with(&rights);
        assert_eq!(longest_right(&module), []);
        lengthen(&mut module.questions[0], 0);
        lengthen(&mut module.questions[1], 0);
        lengthen(&mut module.questions[2], 1); // the longest is wrong
        assert_eq!(longest_right(&module), [], "2 of 5 are 40 %");
        lengthen(&mut module.questions[3], 0);
        let found = longest_right(&module);
        assert!(
            found.len() == 1 && found[0].text.contains("Nederlands") && found[0].text.contains("q0, q1, q3"),
            "{found:?}"
        );
        module.questions.push(multiple("m", "alpha", &[true, true, false]));
        lengthen(module.questions.last_mut().unwrap(), 0);
        assert_eq!(longest_right(&module), found, "a multiple choice does not count");
        module.questions.truncate(4);
        assert_eq!(longest_right(&module), [], "too few to tell");
    }

    #[test]
    fn the_right_option_stands_evenly() {
        let (first, second, third): (&[bool], &[bool], &[bool]) =
            (&[true, false, false], &[false, true, false], &[false, false, true]);
        assert_eq!(uneven_places(&with(&[first, second, third, first, second, third])), []);
        assert_eq!(uneven_places(&with(&[first, first, first, second, third, third])), []);
        let found = uneven_places(&with(&[first, first, first, first, first, third]));
        assert!(found.iter().any(|finding| finding.text.contains("place 1 in 5, where chance gives 2")), "{found:?}");
    }

    #[test]
    fn the_same_question_in_nearly_the_same_words_is_found() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
        let one = words("a man has lost his phone with itsme what do you suggest first");
        let same = words("a woman has lost her phone with itsme what do you suggest first");
        let other = words("a man cannot find his letter from the tax office what do you ask");
        let found = nearly_the_same(&[one.clone(), other.clone(), same.clone()]);
        assert!(found.len() == 1 && (found[0].0, found[0].1) == (0, 2), "{found:?}");
        assert_eq!(nearly_the_same(&[one, other]), []);
        assert_eq!(nearly_the_same(&[words("what now"), words("what now")]), []);
        assert_eq!(super::words(&single("q", "alpha", &[true]), Language::Nl).len(), 5);
    }
}
