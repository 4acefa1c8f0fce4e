//! The Rasch model (G. Rasch, *Probabilistic Models for Some Intelligence and Attainment Tests*, 1960): how likely somebody
//! answers a question right, and what answers say about somebody.
//!
//! Ability and difficulty stand on one scale, in logits: the chance of a right answer is the logistic function of their
//! difference. The estimate is the mean of the posterior (*expected a posteriori*: R. D. Bock, R. J. Mislevy 1982, Applied
//! Psychological Measurement 6, 431–444). In this model the number of right answers tells all that the answers tell, so
//! their order does not matter.

use super::Response;

/// What is thought of somebody before the first answer: a normal distribution around an ability of 0, this wide.
pub const SPREAD: f64 = 1.5;

/// How far from 0 an ability is looked for.
const REACH: f64 = 8.0;
const STEP: f64 = 0.1;

/// How likely a right answer is.
pub fn chance(ability: f64, difficulty: f64) -> f64 {
    1.0 / (1.0 + (difficulty - ability).exp())
}

/// How much an answer tells about an ability (Fisher's information), from 0 to ¼: most where both answers are as likely.
pub fn information(ability: f64, difficulty: f64) -> f64 {
    let chance = chance(ability, difficulty);
    chance * (1.0 - chance)
}

/// The share of questions that is to be expected right, from 0 to 1 (the *test characteristic curve*: F. M. Lord 1980).
pub fn expected_share(ability: f64, difficulties: &[f64]) -> f64 {
    let sum: f64 = difficulties.iter().map(|difficulty| chance(ability, *difficulty)).sum();
    sum / difficulties.len().max(1) as f64
}

/// The ability of which this share of the questions is to be expected right: where a pass mark lies on the scale.
pub fn ability_for(share: f64, difficulties: &[f64]) -> f64 {
    let (mut low, mut high) = (-REACH, REACH);
    for _ in 0..50 {
        let middle = f64::midpoint(low, high);
        if expected_share(middle, difficulties) < share {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// What is thought of somebody after some answers.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Estimate {
    /// In logits.
    pub ability: f64,
    /// Its standard error, in logits.
    pub error: f64,
}

pub fn estimate(responses: &[Response]) -> Estimate {
    let density = |ability: f64| {
        let likelihood = |one: &Response| {
            let chance = chance(ability, one.difficulty);
            if one.right { chance } else { 1.0 - chance }
        };
        let prior = (-0.5 * (ability / SPREAD).powi(2)).exp();
        responses.iter().map(likelihood).fold(prior, |product, factor| product * factor)
    };
    let steps = (2.0 * REACH / STEP).round() as usize;
    let points: Vec<(f64, f64)> =
        (0..=steps).map(|at| -REACH + at as f64 * STEP).map(|ability| (ability, density(ability))).collect();
    let total: f64 = points.iter().map(|(_, weight)| weight).sum();
    let mean = points.iter().map(|(ability, weight)| ability * weight).sum::<f64>() / total;
    let variance = points.iter().map(|(ability, weight)| (ability - mean).powi(2) * weight).sum::<f64>() / total;
    Estimate { ability: mean, error: variance.sqrt() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(one: f64, other: f64) -> bool {
        (one - other).abs() < 0.0005
    }

    fn answers() -> impl Strategy<Value = Vec<Response>> {
        let one = (-3.0..3.0f64, any::<bool>()).prop_map(|(difficulty, right)| Response { difficulty, right });
        prop::collection::vec(one, 0..12)
    }

    #[test]
    fn the_chance_of_a_right_answer_is_what_the_tables_of_the_model_say() {
        // B. D. Wright, M. H. Stone, Best Test Design, 1979, table 1.5.1: by the difference of ability and difficulty.
        for (difference, expected) in [(0.0, 0.5), (1.0, 0.73), (2.0, 0.88), (3.0, 0.95), (-1.0, 0.27), (-2.0, 0.12)] {
            assert!((chance(0.5 + difference, 0.5) - expected).abs() < 0.005, "{difference}");
        }
        assert!(close(information(0.0, 0.0), 0.25) && close(information(1.0, 0.0), 0.1966));
    }

    #[test]
    fn one_answer_moves_the_estimate_as_computed_by_hand() {
        let nothing = estimate(&[]);
        assert!(close(nothing.ability, 0.0) && close(nothing.error, SPREAD), "{nothing:?}");
        // One right answer at difficulty 0: by Stein's lemma the mean is 2·σ²·E[p(1−p)] over the prior, 2 · 2.25 · 0.1767.
        let one = estimate(&[Response { difficulty: 0.0, right: true }]);
        let by_hand = 2.0 * 2.25 * mean_over_prior(|ability| information(ability, 0.0));
        assert!(close(one.ability, by_hand) && close(one.ability, 0.7953), "{one:?} {by_hand}");
        let both = estimate(&[Response { difficulty: 0.0, right: true }, Response { difficulty: 0.0, right: false }]);
        assert!(close(both.ability, 0.0) && both.error < one.error, "{both:?}");
    }

    /// Simpson's rule, as another way than that of the estimate.
    fn mean_over_prior(of: impl Fn(f64) -> f64) -> f64 {
        let (width, count) = (0.01, 2400);
        let weight = |at: usize| if at == 0 || at == count { 1.0 } else { 2.0 + 2.0 * (at % 2) as f64 };
        let prior = |x: f64| (-0.5 * (x / SPREAD).powi(2)).exp();
        let sum = |with: &dyn Fn(f64) -> f64| -> f64 {
            (0..=count).map(|at| (at, -12.0 + at as f64 * width)).map(|(at, x)| weight(at) * prior(x) * with(x)).sum()
        };
        sum(&of) / sum(&|_| 1.0)
    }

    #[test]
    fn the_cut_is_where_the_pass_mark_is_expected() {
        assert!(close(ability_for(0.8, &[0.0]), 4.0f64.ln()), "ln(0.8/0.2)");
        assert!(close(ability_for(0.5, &[-1.0, 1.0]), 0.0), "half of a pool that lies around 0");
    }

    proptest! {
        #[test]
        fn an_estimate_is_finite_within_the_prior_and_surer_than_nothing(answers in answers()) {
            let estimate = estimate(&answers);
            prop_assert!(estimate.ability.abs() < REACH && estimate.error > 0.0 && estimate.error <= SPREAD + 1e-6);
        }

        #[test]
        fn one_more_right_answer_raises_an_estimate_and_a_wrong_one_lowers_it(answers in answers(), difficulty in -3.0..3.0f64) {
            let with = |right: bool| {
                estimate(&[answers.clone(), vec![Response { difficulty, right }]].concat()).ability
            };
            let before = estimate(&answers).ability;
            prop_assert!(with(true) > before && with(false) < before);
        }

        #[test]
        fn the_order_of_the_answers_does_not_matter(answers in answers()) {
            let reversed: Vec<Response> = answers.iter().rev().copied().collect();
            let (one, other) = (estimate(&answers), estimate(&reversed));
            prop_assert!((one.ability - other.ability).abs() < 1e-9 && (one.error - other.error).abs() < 1e-9);
        }

        #[test]
        fn of_the_same_questions_only_the_number_of_right_answers_matters(
            difficulties in prop::collection::vec(-2.0..2.0f64, 2..8), right in 0usize..8
        ) {
            let right = right.min(difficulties.len());
            let marked = |is_right: &dyn Fn(usize) -> bool| {
                let one = |(at, difficulty): (usize, &f64)| Response { difficulty: *difficulty, right: is_right(at) };
                estimate(&difficulties.iter().enumerate().map(one).collect::<Vec<_>>()).ability
            };
            let (first, last) = (marked(&|at| at < right), marked(&|at| at >= difficulties.len() - right));
            prop_assert!((first - last).abs() < 1e-9);
        }

        #[test]
        fn the_cut_rises_with_the_pass_mark_and_is_what_it_says(
            difficulties in prop::collection::vec(-2.0..2.0f64, 1..30), share in 0.1..0.95f64
        ) {
            let cut = ability_for(share, &difficulties);
            prop_assert!((expected_share(cut, &difficulties) - share).abs() < 1e-6);
            prop_assert!(ability_for(share + 0.01, &difficulties) > cut);
        }
    }
}
