//! What must be right about taking a quiz again, and about its clock, as the curriculum and a module state it.

use super::Finding;
use crate::{
    competencies::{LevelRules, Retakes},
    modules::Module,
};

const MOST_WAITS: usize = 10;
const MOST_FORGET_DAYS: u16 = 90;
const MINUTES_OF_A_DAY: u32 = 24 * 60;

/// The rules of one level.
pub fn of_level(rules: &LevelRules) -> Vec<Finding> {
    let Some(retakes) = &rules.retakes else { return Vec::new() };
    let mut found = waits(&retakes.wait_minutes, retakes);
    if !(1..=MOST_FORGET_DAYS).contains(&retakes.forget_days) {
        found.push(Finding::new("forget_days", format!("forget_days is from 1 to {MOST_FORGET_DAYS}")));
    }
    found
}

/// Where a module says otherwise than its level.
pub fn of_module(module: &Module, level: Option<&LevelRules>) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(own) = &module.rules.wait_minutes {
        match level.and_then(|level| level.retakes.as_ref()) {
            Some(retakes) => found.extend(waits(own, retakes)),
            None => found.push(Finding::new(
                "wait_minutes",
                "the level has no waits to differ from: write [levels.retakes] in curriculum.toml",
            )),
        }
    }
    if module.rules.minutes_allowed.is_some_and(|minutes| !(5..=240).contains(&minutes)) {
        found.push(Finding::new(
            "minutes_allowed",
            "minutes_allowed is from 5 to 240; without it there is no time limit",
        ));
    }
    found
}

fn waits(minutes: &[u32], retakes: &Retakes) -> Vec<Finding> {
    let remembered = u32::from(retakes.forget_days) * MINUTES_OF_A_DAY;
    let rules = [
        (
            !(1..=MOST_WAITS).contains(&minutes.len()),
            format!(
                "wait_minutes has 1 to {MOST_WAITS} numbers: after the first failed attempt, after the second and so on"
            ),
        ),
        (!minutes.is_sorted(), "wait_minutes never go down: a wait grows".to_owned()),
        (
            minutes.iter().any(|minutes| *minutes >= remembered),
            "each of wait_minutes is less than forget_days, or the attempt is forgotten before the wait is over"
                .to_owned(),
        ),
    ];
    rules.into_iter().filter(|(broken, _)| *broken).map(|(_, text)| Finding::new("wait_minutes", text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{competencies::Level, locale::Localised, modules::QuizRules};

    fn level(wait_minutes: &[u32], forget_days: u16) -> LevelRules {
        LevelRules {
            level: Level::Basic,
            names: Localised::default(),
            requires: None,
            pass_mark: 80,
            validity_months: None,
            renewal: None,
            live_sessions: 0,
            retakes: Some(Retakes { wait_minutes: wait_minutes.to_vec(), forget_days }),
            competencies: Vec::new(),
        }
    }

    fn near(found: Vec<Finding>) -> Vec<String> {
        found.into_iter().map(|one| one.near).collect()
    }

    #[test]
    fn the_waits_of_a_level_grow_and_end_before_they_are_forgotten() {
        assert!(near(of_level(&level(&[0, 10, 60, 1440], 7))).is_empty());
        assert!(near(of_level(&level(&[1439], 1))).is_empty());
        assert!(near(of_level(&LevelRules { retakes: None, ..level(&[], 0) })).is_empty());
        for (wrong, days) in [(&[][..], 7), (&[0; 11], 7), (&[10, 0], 7), (&[0, 1440], 1)] {
            assert_eq!(near(of_level(&level(wrong, days))), ["wait_minutes"], "{wrong:?}");
        }
        assert_eq!(near(of_level(&level(&[0], 0))), ["wait_minutes", "forget_days"]);
        assert_eq!(near(of_level(&level(&[0], 91))), ["forget_days"]);
    }

    #[test]
    fn a_module_may_say_otherwise_within_the_same_limits() {
        let basic = level(&[0], 1);
        let near_of = |rules: QuizRules, level: Option<&LevelRules>| {
            near(of_module(&Module { rules, ..super::super::sample::module() }, level))
        };
        let waits = |minutes: &[u32]| QuizRules { wait_minutes: Some(minutes.to_vec()), ..QuizRules::default() };
        assert!(near_of(QuizRules::default(), None).is_empty());
        assert!(near_of(waits(&[0, 30]), Some(&basic)).is_empty());
        assert_eq!(near_of(waits(&[30, 0]), Some(&basic)), ["wait_minutes"]);
        assert_eq!(near_of(waits(&[0]), None), ["wait_minutes"]);
        for (minutes, wrong) in [(4, true), (5, false), (240, false), (241, true)] {
            let clock = QuizRules { minutes_allowed: Some(minutes), ..QuizRules::default() };
            assert_eq!(!near_of(clock, Some(&basic)).is_empty(), wrong, "{minutes}");
        }
    }
}
