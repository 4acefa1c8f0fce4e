//! Marking: a pure function from a question and its answer to a share of its points.
//!
//! Stated to the learner beforehand: single choice all or nothing; multiple choice (right ticks − wrong ticks) / right
//! options, never below 0; ordering and matching the share of right places; numeric within the tolerance; scenario the share
//! of the best path's points. No answer is worth nothing.

use super::{Body, Question, answers::Answer};

/// The share of a question's points that an answer earns, from 0 to 1. An answer of another kind of question earns nothing.
pub fn mark(question: &Question, answer: Option<&Answer>) -> f64 {
    match (&question.body, answer) {
        (Body::SingleChoice { options }, Some(Answer::Option(key))) => {
            let right = options.iter().any(|option| option.correct && &option.key == key);
            if right { 1.0 } else { 0.0 }
        }
        (Body::MultipleChoice { options }, Some(Answer::Options(ticked))) => {
            let ticks =
                |correct| options.iter().filter(|o| o.correct == correct && ticked.contains(&o.key)).count() as f64;
            let right_options = options.iter().filter(|option| option.correct).count();
            share((ticks(true) - ticks(false)).max(0.0), right_options)
        }
        (Body::Ordering { items }, Some(Answer::Order(order))) => {
            let right_places = items.iter().zip(order).filter(|(item, key)| &item.key == *key).count();
            share(right_places as f64, items.len())
        }
        (Body::Matching { pairs, .. }, Some(Answer::Pairs(given))) => {
            let right_pairs = pairs.iter().filter(|pair| given.get(&pair.key) == Some(&pair.key)).count();
            share(right_pairs as f64, pairs.len())
        }
        (Body::Numeric { answer, tolerance, .. }, Some(Answer::Number(number)))
            if (number - answer).abs() <= *tolerance =>
        {
            1.0
        }
        (Body::Scenario(scenario), Some(Answer::Choices(path))) => {
            let points = scenario.follow(path).map_or(0, |progress| progress.points);
            share(f64::from(points), scenario.max_points as usize).min(1.0)
        }
        _ => 0.0,
    }
}

fn share(points: f64, of: usize) -> f64 {
    if of == 0 { 0.0 } else { points / of as f64 }
}

/// The score of a quiz: every question weighs the same. From 0 to 1, rounded to a thousandth so that it is shown as it counts.
pub fn score(marks: &[f64]) -> f64 {
    if marks.is_empty() {
        return 0.0;
    }
    let mean = marks.iter().sum::<f64>() / marks.len() as f64;
    (mean * 1000.0).round() / 1000.0
}

/// Whether a score reaches a pass mark in percent.
pub fn is_pass(score: f64, pass_mark: i32) -> bool {
    score * 100.0 >= f64::from(pass_mark) - 1e-9
}

#[cfg(test)]
mod tests {
    use super::super::{Choice, Item, Pair, QuestionId};
    use super::*;
    use crate::locale::Localised;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn question(body: Body) -> Question {
        let id = QuestionId::parse("q").unwrap();
        Question { id, tags: vec![], difficulty: 1, text: Localised::default(), explanation: None, read: None, body }
    }

    fn options(correct: &[bool]) -> Vec<Choice> {
        let option = |(at, correct): (usize, &bool)| Choice {
            key: format!("o{at}"),
            correct: *correct,
            text: Localised::default(),
            feedback: Localised::default(),
        };
        correct.iter().enumerate().map(option).collect()
    }

    fn items(count: usize) -> Vec<Item> {
        (0..count).map(|at| Item { key: format!("i{at}"), text: Localised::default() }).collect()
    }

    fn ticks(keys: &[&str]) -> Answer {
        Answer::Options(keys.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn single_choice_is_all_or_nothing() {
        let question = question(Body::SingleChoice { options: options(&[false, true, false]) });
        assert_eq!(mark(&question, Some(&Answer::Option("o1".into()))), 1.0);
        assert_eq!(mark(&question, Some(&Answer::Option("o0".into()))), 0.0);
        assert_eq!(mark(&question, None), 0.0);
    }

    #[test]
    fn a_wrong_tick_takes_a_right_one_away() {
        let question = question(Body::MultipleChoice { options: options(&[true, true, false, false]) });
        for (given, points) in [
            (&["o0", "o1"][..], 1.0),
            (&["o0"][..], 0.5),
            (&["o0", "o1", "o2"][..], 0.5),
            (&["o0", "o1", "o2", "o3"][..], 0.0),
            (&["o2", "o3"][..], 0.0),
            (&[][..], 0.0),
        ] {
            assert_eq!(mark(&question, Some(&ticks(given))), points, "{given:?}");
        }
    }

    #[test]
    fn ordering_and_matching_give_the_share_of_right_places() {
        let ordering = question(Body::Ordering { items: items(4) });
        let order = |keys: &[&str]| Answer::Order(keys.iter().map(ToString::to_string).collect());
        assert_eq!(mark(&ordering, Some(&order(&["i0", "i1", "i2", "i3"]))), 1.0);
        assert_eq!(mark(&ordering, Some(&order(&["i1", "i0", "i2", "i3"]))), 0.5);
        assert_eq!(mark(&ordering, Some(&order(&["i3", "i0", "i1", "i2"]))), 0.0);

        let pair = |key: &str| Pair { key: key.into(), left: Localised::default(), right: Localised::default() };
        let matching = question(Body::Matching { pairs: vec![pair("a"), pair("b")], distractors: items(1) });
        let pairs = |given: &[(&str, &str)]| {
            Answer::Pairs(given.iter().map(|(left, right)| (left.to_string(), right.to_string())).collect())
        };
        assert_eq!(mark(&matching, Some(&pairs(&[("a", "a"), ("b", "b")]))), 1.0);
        assert_eq!(mark(&matching, Some(&pairs(&[("a", "a"), ("b", "i0")]))), 0.5);
        assert_eq!(mark(&matching, Some(&pairs(&[("a", "b"), ("b", "a")]))), 0.0);
    }

    #[test]
    fn a_number_counts_within_its_tolerance() {
        let question = question(Body::Numeric { answer: 4.0, tolerance: 0.5, unit: None, feedback: None });
        assert_eq!(mark(&question, Some(&Answer::Number(4.5))), 1.0);
        assert_eq!(mark(&question, Some(&Answer::Number(4.51))), 0.0);
    }

    #[test]
    fn a_score_just_at_the_pass_mark_passes() {
        assert!(is_pass(score(&[1.0, 1.0, 1.0, 1.0, 0.0]), 80));
        assert!(!is_pass(score(&[1.0, 1.0, 1.0, 0.995, 0.0]), 80));
        assert_eq!(score(&[]), 0.0);
    }

    proptest! {
        #[test]
        fn marks_lie_between_0_and_1_and_one_more_right_tick_never_costs(
            correct in prop::collection::vec(any::<bool>(), 1..8), given in prop::collection::vec(any::<bool>(), 8)
        ) {
            let question = question(Body::MultipleChoice { options: options(&correct) });
            let ticked = |given: &[bool]| -> Answer {
                Answer::Options((0..correct.len()).filter(|at| given[*at]).map(|at| format!("o{at}")).collect())
            };
            let before = mark(&question, Some(&ticked(&given)));
            prop_assert!((0.0..=1.0).contains(&before));
            for at in 0..correct.len() {
                let mut more = given.clone();
                more[at] = correct[at];
                prop_assert!(mark(&question, Some(&ticked(&more))) >= before);
            }
            let all: Vec<bool> = correct.iter().copied().chain(std::iter::repeat(false)).take(8).collect();
            let full = if correct.contains(&true) { 1.0 } else { 0.0 };
            prop_assert_eq!(mark(&question, Some(&ticked(&all))), full);
        }

        #[test]
        fn an_order_is_full_only_when_it_is_right(order in Just((0..5).collect::<Vec<usize>>()).prop_shuffle()) {
            let question = question(Body::Ordering { items: items(5) });
            let keys: Vec<String> = order.iter().map(|at| format!("i{at}")).collect();
            let points = mark(&question, Some(&Answer::Order(keys)));
            prop_assert!((0.0..=1.0).contains(&points));
            prop_assert_eq!(points == 1.0, order == [0, 1, 2, 3, 4]);
        }

        #[test]
        fn the_order_of_the_questions_does_not_matter(mut marks in prop::collection::vec(0.0..=1.0f64, 1..20)) {
            let before = score(&marks);
            marks.reverse();
            prop_assert!((score(&marks) - before).abs() <= 0.001);
            prop_assert!((0.0..=1.0).contains(&before));
        }

        #[test]
        fn an_answer_of_another_kind_earns_nothing(number in any::<f64>()) {
            let question = question(Body::SingleChoice { options: options(&[true]) });
            for answer in [Answer::Number(number), Answer::Options(BTreeSet::new()), Answer::Pairs(BTreeMap::new())] {
                prop_assert_eq!(mark(&question, Some(&answer)), 0.0);
            }
        }
    }
}
