//! When it is clear enough: Wald's sequential probability ratio test (A. Wald, *Sequential Analysis*, 1947), for mastery with
//! the Rasch model as in M. D. Reckase (in D. J. Weiss, *New Horizons in Testing*, 1983) and T. J. H. M. Eggen (1999).
//!
//! Two people are compared: one who stands `INDIFFERENCE` above the cut, and one who stands as far below it. Each answer
//! says by how much the one would have given it sooner than the other. Once the sum is large enough either way, asking ends.

use super::{Response, rasch};
use serde::{Deserialize, Serialize};

/// How often, at most, somebody below the cut is to be told to know it.
pub const FALSE_PROVEN: f64 = 0.05;
/// How often, at most, somebody above the cut is to be sent to the lessons. Reading what one knows costs less than the other.
pub const FALSE_TO_LEARN: f64 = 0.20;
/// How far from the cut, in logits, these two hold; nearer to it nobody is wronged much either way.
pub const INDIFFERENCE: f64 = 1.0;
/// How many questions are asked at least: one answer alone may be a slip or a guess.
pub const LEAST: usize = 2;
/// How many are asked at most.
pub const MOST: usize = 8;

/// What is said of a competency.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// Its lessons may be skipped.
    Proven,
    Partly,
    ToLearn,
}

/// Why asking ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Reason {
    /// The answers were clear enough.
    Clear,
    /// As many questions were asked as are asked at most.
    Limit,
    /// There are no more questions that may be asked.
    Exhausted,
}

/// By how much the answers speak for somebody above the cut rather than below it: the logarithm of Wald's ratio.
pub fn evidence(responses: &[Response], cut: f64) -> f64 {
    let of = |ability: f64, one: &Response| {
        let chance = rasch::chance(ability, one.difficulty);
        if one.right { chance } else { 1.0 - chance }
    };
    responses.iter().map(|one| (of(cut + INDIFFERENCE, one) / of(cut - INDIFFERENCE, one)).ln()).sum()
}

/// Below the first it is clear that somebody stands below the cut, above the second that somebody stands above it.
pub fn bounds() -> (f64, f64) {
    ((FALSE_TO_LEARN / (1.0 - FALSE_PROVEN)).ln(), ((1.0 - FALSE_TO_LEARN) / FALSE_PROVEN).ln())
}

/// Whether asking ends with these answers. `more` says whether there is another question.
pub fn verdict(responses: &[Response], cut: f64, more: bool) -> Option<(Verdict, Reason)> {
    let (low, high) = bounds();
    let evidence = evidence(responses, cut);
    if responses.len() >= LEAST && evidence >= high {
        Some((Verdict::Proven, Reason::Clear))
    } else if responses.len() >= LEAST && evidence <= low {
        Some((Verdict::ToLearn, Reason::Clear))
    } else if responses.len() >= MOST {
        Some((Verdict::Partly, Reason::Limit))
    } else {
        (!more).then_some((Verdict::Partly, Reason::Exhausted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(right: bool, difficulty: f64, count: usize) -> Vec<Response> {
        vec![Response { difficulty, right }; count]
    }

    #[test]
    fn the_bounds_are_walds() {
        let (low, high) = bounds();
        // ln(0.20/0.95) and ln(0.80/0.05) = ln 16.
        assert!((low + 1.558).abs() < 0.001 && (high - 2.773).abs() < 0.001, "{low} {high}");
    }

    #[test]
    fn a_question_at_the_cut_weighs_as_much_as_the_indifference_either_way() {
        // At the cut the two chances are p and 1 − p, and ln(p/(1−p)) is the difference itself: here 1, by hand.
        for cut in [-1.0, 0.0, 1.5] {
            assert!((evidence(&all(true, cut, 1), cut) - 1.0).abs() < 1e-12);
            assert!((evidence(&all(false, cut, 1), cut) + 1.0).abs() < 1e-12);
        }
        // So three right answers at the cut prove (3 > 2.773), and two wrong ones end it (−2 < −1.558).
        assert_eq!(verdict(&all(true, 0.0, 2), 0.0, true), None);
        assert_eq!(verdict(&all(true, 0.0, 3), 0.0, true), Some((Verdict::Proven, Reason::Clear)));
        assert_eq!(verdict(&all(false, 0.0, 1), 0.0, true), None);
        assert_eq!(verdict(&all(false, 0.0, 2), 0.0, true), Some((Verdict::ToLearn, Reason::Clear)));
    }

    #[test]
    fn on_hard_questions_of_a_usual_pool_four_right_answers_prove_and_two_wrong_ones_end() {
        // Cut 1.55 (80 % of a pool of 5, 14 and 6 questions at −1, 0 and 1): p is 0.825 above and 0.390 below it at difficulty 1.
        let (cut, hard) = (1.5523, 1.0);
        assert!((evidence(&all(true, hard, 1), cut) - (0.8252f64 / 0.3899).ln()).abs() < 0.001);
        assert_eq!(verdict(&all(true, hard, 3), cut, true), None);
        assert_eq!(verdict(&all(true, hard, 4), cut, true), Some((Verdict::Proven, Reason::Clear)));
        assert_eq!(verdict(&all(false, hard, 2), cut, true), Some((Verdict::ToLearn, Reason::Clear)));
    }

    #[test]
    fn one_answer_alone_never_ends_it_and_what_stays_unclear_is_partly_known() {
        assert_eq!(verdict(&all(false, -4.0, 1), 2.0, true), None, "an easy question missed may be a slip");
        let torn: Vec<Response> = (0..MOST).map(|at| Response { difficulty: 0.0, right: at % 2 == 0 }).collect();
        assert_eq!(verdict(&torn[..MOST - 1], 0.0, true), None);
        assert_eq!(verdict(&torn, 0.0, true), Some((Verdict::Partly, Reason::Limit)));
        assert_eq!(verdict(&torn[..3], 0.0, false), Some((Verdict::Partly, Reason::Exhausted)));
    }

    fn answers() -> impl Strategy<Value = Vec<Response>> {
        let one = (-2.0..2.0f64, any::<bool>()).prop_map(|(difficulty, right)| Response { difficulty, right });
        prop::collection::vec(one, 0..12)
    }

    /// From what must be learned to what is proven.
    fn rank(verdict: Option<(Verdict, Reason)>) -> u8 {
        match verdict {
            Some((Verdict::ToLearn, _)) => 0,
            None | Some((Verdict::Partly, _)) => 1,
            Some((Verdict::Proven, _)) => 2,
        }
    }

    proptest! {
        #[test]
        fn asking_ends_at_the_limit_whatever_is_answered(answers in answers(), cut in -2.0..3.0f64) {
            prop_assert!(answers.len() < MOST || verdict(&answers, cut, true).is_some());
            prop_assert!(verdict(&answers, cut, false).is_some());
        }

        #[test]
        fn a_wrong_answer_made_right_never_makes_it_worse(answers in answers(), at in any::<prop::sample::Index>(), cut in -2.0..3.0f64) {
            prop_assume!(!answers.is_empty());
            let mut better = answers.clone();
            better[at.index(answers.len())].right = true;
            prop_assert!(evidence(&better, cut) >= evidence(&answers, cut));
            prop_assert!(rank(verdict(&better, cut, true)) >= rank(verdict(&answers, cut, true)));
        }

        #[test]
        fn the_order_of_the_answers_and_what_the_cut_asks_are_as_they_should(answers in answers(), cut in -2.0..3.0f64) {
            let reversed: Vec<Response> = answers.iter().rev().copied().collect();
            prop_assert!((evidence(&answers, cut) - evidence(&reversed, cut)).abs() < 1e-9);
            let each = answers.iter().map(|one| evidence(std::slice::from_ref(one), cut)).sum::<f64>();
            prop_assert!((evidence(&answers, cut) - each).abs() < 1e-9);
        }
    }
}
