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
            if is_within(*number, *answer, *tolerance) =>
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

/// Whether a number is at most so far from another. All three were written in decimals, which are not exact in binary: 3.1 is
/// within 0.1 of 3.
pub fn is_within(number: f64, answer: f64, tolerance: f64) -> bool {
    let rounding = 4.0 * f64::EPSILON * number.abs().max(answer.abs());
    (number - answer).abs() <= tolerance + rounding
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
    use super::super::{
        Choice, Item, Pair, QuestionId,
        answers::refusal,
        scenario::{Scenario, Scene, SceneChoice, SceneKind},
    };
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

    fn matching(count: usize) -> Body {
        let pair = |at| Pair { key: format!("i{at}"), left: Localised::default(), right: Localised::default() };
        let distractor = Item { key: "spare".into(), text: Localised::default() };
        Body::Matching { pairs: (0..count).map(pair).collect(), distractors: vec![distractor] }
    }

    /// Scene after scene, each with a choice for every number of points.
    fn scenario(points: &[Vec<u32>]) -> Body {
        let scene = |(at, points): (usize, &Vec<u32>)| {
            let choice = |(place, points): (usize, &u32)| SceneChoice {
                key: format!("o{place}"),
                text: Localised::default(),
                feedback: Localised::default(),
                points: *points,
                next: format!("s{}", at + 1),
            };
            (format!("s{at}"), points.iter().enumerate().map(choice).collect())
        };
        let scenes = points.iter().enumerate().map(scene).chain([(format!("s{}", points.len()), vec![])]);
        let scenes = scenes.map(|(name, choices)| {
            let kind = SceneKind::Dialogue;
            (name, Scene { kind, speaker: None, service: None, text: Localised::default(), screen: None, choices })
        });
        let best = points.iter().filter_map(|points| points.iter().max()).sum();
        Body::Scenario(Scenario { start: "s0".into(), max_points: best, scenes: scenes.collect() })
    }

    fn any_body() -> impl Strategy<Value = Body> {
        prop_oneof![
            prop::collection::vec(any::<bool>(), 1..5).prop_map(|is| Body::SingleChoice { options: options(&is) }),
            prop::collection::vec(any::<bool>(), 1..5).prop_map(|is| Body::MultipleChoice { options: options(&is) }),
            (1..5usize).prop_map(|count| Body::Ordering { items: items(count) }),
            (1..5usize).prop_map(matching),
            (-9.0..9.0f64, 0.0..2.0f64).prop_map(|(answer, tolerance)| Body::Numeric {
                answer,
                tolerance,
                unit: None,
                feedback: None
            }),
            prop::collection::vec(prop::collection::vec(0..4u32, 1..4), 1..4).prop_map(|points| scenario(&points)),
        ]
    }

    /// Of every kind, with keys that are offered and keys that never are.
    fn any_answer() -> impl Strategy<Value = Answer> {
        let key = || "[oi][0-4]|spare|stranger";
        prop_oneof![
            key().prop_map(Answer::Option),
            prop::collection::btree_set(key(), 0..5).prop_map(Answer::Options),
            prop::collection::vec(key(), 0..5).prop_map(Answer::Order),
            prop::collection::btree_map(key(), key(), 0..5).prop_map(Answer::Pairs),
            any::<f64>().prop_map(Answer::Number),
            prop::collection::vec(key(), 0..4).prop_map(Answer::Choices),
        ]
    }

    /// The keys that a question offers, and those that an answer names.
    fn offered(body: &Body) -> BTreeSet<&String> {
        match body {
            Body::SingleChoice { options } | Body::MultipleChoice { options } => {
                options.iter().map(|o| &o.key).collect()
            }
            Body::Ordering { items } => items.iter().map(|item| &item.key).collect(),
            Body::Matching { pairs, distractors } => {
                pairs.iter().map(|pair| &pair.key).chain(distractors.iter().map(|item| &item.key)).collect()
            }
            Body::Numeric { .. } => BTreeSet::new(),
            Body::Scenario(scenario) => {
                scenario.scenes.values().flat_map(|scene| scene.choices.iter().map(|choice| &choice.key)).collect()
            }
        }
    }

    fn named(answer: &Answer) -> BTreeSet<&String> {
        match answer {
            Answer::Option(key) => [key].into(),
            Answer::Options(keys) => keys.iter().collect(),
            Answer::Order(keys) | Answer::Choices(keys) => keys.iter().collect(),
            Answer::Pairs(pairs) => pairs.iter().flat_map(|(left, right)| [left, right]).collect(),
            Answer::Number(_) => BTreeSet::new(),
        }
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
        /// In whole thousandths, as people write them: what is just within counts, what is a thousandth beyond does not.
        #[test]
        fn the_edge_of_a_tolerance_counts_whatever_the_decimals(
            answer in -9_999_999i64..9_999_999, tolerance in 0i64..99_999, sign in prop_oneof![Just(1), Just(-1)]
        ) {
            let written = |thousandths: i64| format!("{thousandths}e-3").parse::<f64>().unwrap();
            let body = Body::Numeric { answer: written(answer), tolerance: written(tolerance), unit: None, feedback: None };
            let question = question(body);
            let mark = |thousandths: i64| mark(&question, Some(&Answer::Number(written(thousandths))));
            prop_assert_eq!(mark(answer + sign * tolerance), 1.0);
            prop_assert_eq!(mark(answer + sign * (tolerance + 1)), 0.0);
        }

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
        fn whatever_is_answered_to_whatever_question_earns_between_0_and_1(body in any_body(), answer in any_answer()) {
            let mark = mark(&question(body), Some(&answer));
            prop_assert!((0.0..=1.0).contains(&mark), "{}", mark);
        }

        #[test]
        fn an_answer_that_names_what_was_not_offered_is_refused(body in any_body(), answer in any_answer()) {
            let question = question(body);
            if refusal(&question, &answer).is_none() {
                let (named, offered) = (named(&answer), offered(&question.body));
                prop_assert!(named.is_subset(&offered), "{:?} of {:?}", named, offered);
            }
        }

        #[test]
        fn one_more_right_pair_or_place_never_costs(
            given in prop::collection::vec(0..6usize, 5), order in Just((0..5).collect::<Vec<usize>>()).prop_shuffle(),
            at in 0..5usize
        ) {
            let matching = question(matching(5));
            let pairs = |given: &[usize]| {
                let pair = |(left, right): (usize, &usize)| (format!("i{left}"), format!("i{right}"));
                mark(&matching, Some(&Answer::Pairs(given.iter().enumerate().map(pair).collect())))
            };
            let mut better = given.clone();
            better[at] = at;
            prop_assert!(pairs(&better) >= pairs(&given));

            let ordering = question(Body::Ordering { items: items(5) });
            let ordered = |order: &[usize]| {
                mark(&ordering, Some(&Answer::Order(order.iter().map(|item| format!("i{item}")).collect())))
            };
            let mut better = order.clone();
            let place = order.iter().position(|item| *item == at).unwrap();
            better.swap(at, place);
            prop_assert!(ordered(&better) >= ordered(&order));
        }

        #[test]
        fn a_better_choice_in_a_scenario_never_earns_less_and_the_best_path_earns_all(
            points in prop::collection::vec(prop::collection::vec(0..4u32, 3), 1..4),
            path in prop::collection::vec(0..3usize, 3), at in 0..3usize
        ) {
            let question = question(scenario(&points));
            let walked = |path: &[usize]| {
                let choices = path.iter().take(points.len()).map(|place| format!("o{place}")).collect();
                mark(&question, Some(&Answer::Choices(choices)))
            };
            let best = |scene: usize| (0..3).max_by_key(|place| points[scene][*place]).unwrap();
            let mut better = path.clone();
            better[at] = best(at.min(points.len() - 1));
            if at < points.len() {
                prop_assert!(walked(&better) >= walked(&path));
            }
            let all: Vec<usize> = (0..points.len()).map(best).collect();
            let most: u32 = points.iter().filter_map(|points| points.iter().max()).sum();
            prop_assert_eq!(walked(&all), if most == 0 { 0.0 } else { 1.0 });
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
        fn the_order_of_the_questions_does_not_matter(
            (marks, shuffled) in prop::collection::vec(0.0..=1.0f64, 1..20)
                .prop_flat_map(|marks| (Just(marks.clone()), Just(marks).prop_shuffle()))
        ) {
            let before = score(&marks);
            prop_assert!((score(&shuffled) - before).abs() <= 0.001);
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
