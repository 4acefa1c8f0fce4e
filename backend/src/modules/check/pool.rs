//! What makes a pool a good one to draw from: enough questions, of several kinds and difficulties, and enough to differ.

use super::Finding;
use crate::{
    competencies::Level,
    modules::Module,
    quizzes::{Body, Question},
};
use std::collections::BTreeSet;

/// Questions in the pool beside scenarios. A quiz draws about ten: twice as many make two attempts differ.
const fn least_questions(level: Level) -> usize {
    match level {
        Level::Basic => 20,
        Level::Expert => 15, // its quizzes draw four, beside five scenarios
    }
}

/// Scenarios of a module. The expert level teaches conversations, each with another kind of person.
const fn least_scenarios(level: Level) -> usize {
    match level {
        Level::Basic => 1,
        Level::Expert => 6,
    }
}

/// Kinds of question: fewer, and the form is learned in place of the matter.
const LEAST_KINDS: usize = 4;

const DIFFICULTIES: std::ops::RangeInclusive<u8> = 1..=3;

fn is_scenario(question: &Question) -> bool {
    matches!(question.body, Body::Scenario(_))
}

/// All that is missing, said at the quiz in `module.toml`.
pub fn too_small(module: &Module, level: Level) -> Vec<Finding> {
    let pool: Vec<&Question> = module.pool().into_iter().filter(|question| !is_scenario(question)).collect();
    let mut found = Vec::new();
    let mut tell = |text| found.push(Finding::new("[quiz]", text));
    if pool.len() < least_questions(level) {
        tell(format!(
            "the pool has {} questions that no lesson practises: write {} more",
            pool.len(),
            least_questions(level) - pool.len()
        ));
    }
    let kinds: BTreeSet<&str> = pool.iter().map(|question| question.body.kind()).collect();
    if kinds.len() < LEAST_KINDS {
        let kinds: Vec<&str> = kinds.into_iter().collect();
        tell(format!(
            "the pool has {} kinds of question ({}): use at least {LEAST_KINDS}",
            kinds.len(),
            kinds.join(", ")
        ));
    }
    for difficulty in DIFFICULTIES.filter(|one| pool.iter().all(|question| question.difficulty != *one)) {
        tell(format!("no question of the pool has difficulty {difficulty}: use 1, 2 and 3"));
    }
    let scenarios = module.questions.iter().filter(|question| is_scenario(question)).count();
    if scenarios < least_scenarios(level) {
        tell(format!("the module has {scenarios} scenarios: write at least {}", least_scenarios(level)));
    }
    found
}

/// Whether somebody's next attempt may bring more than half of the last one again. A draw prefers what the last attempt
/// did not have; what cannot be avoided is what a topic's pool lacks to twice its draw.
pub fn repeats(module: &Module) -> Option<Finding> {
    let pool = module.pool();
    let scenarios = pool.iter().filter(|question| is_scenario(question)).count();
    let topic = |draw: &crate::quizzes::drawing::Draw| {
        let there = pool.iter().filter(|q| !is_scenario(q) && q.tags.first() == Some(&draw.tag)).count();
        (draw.tag.clone(), draw.questions, there)
    };
    let mut parts: Vec<(String, usize, usize)> = module.blueprint.draws.iter().map(topic).collect();
    parts.push(("scenarios".to_owned(), module.blueprint.scenarios, scenarios));
    let again = |(_, drawn, there): &(String, usize, usize)| (2 * drawn).saturating_sub((*there).max(*drawn));
    let shared: usize = parts.iter().map(again).sum();
    let length = module.blueprint.length();
    (2 * shared > length).then(|| {
        let short = parts.iter().filter(|part| again(part) > 0);
        let short: Vec<String> =
            short.map(|(tag, drawn, there)| format!("{tag} ({there} in the pool, {} are enough)", 2 * drawn)).collect();
        let text = format!(
            "two attempts in a row could share {shared} of {length} questions, more than half: write more, or draw fewer, for {}",
            short.join(", ")
        );
        Finding::new("[quiz]", text)
    })
}

#[cfg(test)]
mod tests {
    use super::{
        super::sample::{module, ordering, scenario, single},
        *,
    };

    fn told(module: &Module, level: Level) -> Vec<String> {
        too_small(module, level).into_iter().map(|finding| finding.text).collect()
    }

    /// Twenty questions of four kinds and three difficulties, and a scenario.
    fn good() -> Module {
        let mut module = module();
        for at in 0..20_u8 {
            let mut question = single(&format!("q{at}"), "alpha", &[true, false, false]);
            question.difficulty = at % 3 + 1;
            module.questions.push(question);
        }
        module.questions[0].body = ordering("q0", "alpha").body;
        module.questions[1].body = Body::Numeric { answer: 1.0, tolerance: 0.0, unit: None, feedback: None };
        module.questions[2].body = Body::Matching { pairs: Vec::new(), distractors: Vec::new() };
        module.questions.push(scenario("s1"));
        module.blueprint.draws[0].questions = 10;
        module
    }

    #[test]
    fn a_pool_of_twenty_of_four_kinds_and_three_difficulties_is_enough() {
        assert_eq!(told(&good(), Level::Basic), Vec::<String>::new());
        assert_eq!(told(&good(), Level::Expert), ["the module has 1 scenarios: write at least 6"]);
    }

    #[test]
    fn what_is_missing_is_told() {
        let mut module = good();
        module.questions.retain(|question| !["q0", "s1"].contains(&question.id.as_str()));
        for question in &mut module.questions {
            question.difficulty = question.difficulty.min(2);
        }
        assert_eq!(
            told(&module, Level::Basic),
            [
                "the pool has 19 questions that no lesson practises: write 1 more",
                "the pool has 3 kinds of question (matching, numeric, singleChoice): use at least 4",
                "no question of the pool has difficulty 3: use 1, 2 and 3",
                "the module has 0 scenarios: write at least 1",
            ]
        );
        module.questions.truncate(14);
        assert!(told(&module, Level::Expert)[0].contains("14 questions"));
    }

    #[test]
    fn two_attempts_share_at_most_half() {
        let mut module = good();
        assert_eq!(repeats(&module), None);
        module.blueprint.draws[0].questions = 13; // 6 of 13 come again
        assert_eq!(repeats(&module), None);
        module.blueprint.draws[0].questions = 14; // 8 of 14
        assert!(repeats(&module).is_some_and(|finding| finding.text.contains("share 8 of 14")));
        module.blueprint.draws[0].questions = 1;
        module.blueprint.scenarios = 1;
        assert_eq!(repeats(&module), None); // the one scenario comes again, the question does not
    }
}
