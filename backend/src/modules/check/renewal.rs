//! What must be right about the renewal of a level's brevet, as the curriculum states it.

use super::Finding;
use crate::competencies::{LevelRules, Renewal};

/// The fewest days that a month has.
const DAYS_OF_A_MONTH: i64 = 28;

/// The rules of one level. `pool` is how many questions the pools of its modules hold together.
pub fn renewal(rules: &LevelRules, pool: usize) -> Vec<Finding> {
    let mut found = Vec::new();
    if rules.validity_months.is_some_and(|months| !(1..=1200).contains(&months)) {
        found.push(Finding::new("validity_months", "validity_months is from 1 to 1200"));
    }
    match (&rules.renewal, rules.validity_months) {
        (None, Some(_)) => found.push(Finding::new(
            "validity_months",
            format!("a brevet that ends must be renewable: write [levels.renewal] below the level {}", rules.level),
        )),
        (Some(renewal), months) => found.extend(of(renewal, months, pool)),
        (None, None) => {}
    }
    found
}

fn of(renewal: &Renewal, validity_months: Option<i32>, pool: usize) -> Vec<Finding> {
    let opens = i64::from(renewal.opens_days);
    let too_early = validity_months.is_some_and(|months| opens >= i64::from(months) * DAYS_OF_A_MONTH);
    let reminders = &renewal.reminder_days;
    let descends = reminders.windows(2).all(|pair| pair[0] > pair[1]);
    let rules = [
        (
            too_early,
            "opens_days",
            "opens_days is less than the validity, or a new brevet could be renewed at once".to_owned(),
        ),
        (renewal.opens_days == 0, "opens_days", "opens_days is at least 1".to_owned()),
        (renewal.questions < 5, "questions", "a refresher has at least 5 questions".to_owned()),
        (!(1..=100).contains(&renewal.pass_mark), "pass_mark", "pass_mark is a percentage from 1 to 100".to_owned()),
        (
            renewal.late_questions < renewal.questions,
            "late_questions",
            "late_questions is not less than questions".to_owned(),
        ),
        (
            !descends || reminders.first().is_some_and(|first| *first >= renewal.opens_days),
            "reminder_days",
            "reminder_days go down, and each is less than opens_days, when the first reminder is written".to_owned(),
        ),
        (
            usize::from(renewal.late_questions) > pool,
            "late_questions",
            format!("late_questions is more than the {pool} questions in the pools of the level"),
        ),
    ];
    rules.into_iter().filter(|(broken, ..)| *broken).map(|(_, near, text)| Finding::new(near, text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{competencies::Level, locale::Localised};

    fn rules(validity_months: Option<i32>, change: impl FnOnce(&mut Renewal)) -> LevelRules {
        let mut renewal = Renewal {
            opens_days: 90,
            questions: 12,
            pass_mark: 80,
            grace_days: 180,
            late_questions: 36,
            reminder_days: vec![30, 7],
        };
        change(&mut renewal);
        LevelRules {
            level: Level::Basic,
            names: Localised::default(),
            requires: None,
            pass_mark: 80,
            validity_months,
            renewal: Some(renewal),
            retakes: None,
            live_sessions: 0,
            competencies: Vec::new(),
        }
    }

    #[test]
    fn each_number_of_a_renewal_is_held_against_the_others() {
        let near = |rules: &LevelRules| renewal(rules, 36).into_iter().map(|one| one.near).collect::<Vec<_>>();
        assert!(near(&rules(Some(36), |_| {})).is_empty());
        assert!(near(&rules(None, |_| {})).is_empty(), "for brevets of a time when there was a validity");
        assert_eq!(near(&LevelRules { renewal: None, ..rules(Some(36), |_| {}) }), ["validity_months"]);
        assert_eq!(near(&rules(Some(0), |_| {}))[0], "validity_months");
        assert_eq!(near(&rules(Some(3), |renewal| renewal.opens_days = 84)), ["opens_days"]);
        assert!(near(&rules(Some(3), |renewal| renewal.opens_days = 83)).is_empty());
        assert_eq!(near(&rules(Some(36), |renewal| renewal.questions = 4)), ["questions"]);
        assert_eq!(near(&rules(Some(36), |renewal| renewal.pass_mark = 101)), ["pass_mark"]);
        assert_eq!(near(&rules(Some(36), |renewal| renewal.late_questions = 11)), ["late_questions"]);
        assert_eq!(near(&rules(Some(36), |renewal| renewal.late_questions = 37)), ["late_questions"]);
        for wrong in [vec![7, 30], vec![30, 30], vec![90], vec![91, 7]] {
            assert_eq!(near(&rules(Some(36), |renewal| renewal.reminder_days = wrong)), ["reminder_days"]);
        }
    }
}
