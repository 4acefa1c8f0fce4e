//! Renewal, as pure rules over days in Belgium: until when a brevet is valid, from when it may be renewed and by how long a
//! refresher, and when its holder is reminded.

use super::{Brevet, Fate};
use crate::competencies::{Level, LevelRules, Renewal};
use chrono::{Days, Months, NaiveDate};
use std::{collections::BTreeMap, ops::RangeInclusive};

/// The last day of a brevet whose validity begins on a day: the day before the same date, so many months later.
pub fn last_day(first: NaiveDate, validity_months: Option<i32>) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(validity_months?).ok()?);
    first.checked_add_months(months)?.pred_opt()
}

/// The last day of the next brevet when one that ends on `old` is renewed today: in time nothing of the old one is lost, too
/// late the gap is not filled.
pub fn next_last_day(old: NaiveDate, today: NaiveDate, validity_months: Option<i32>) -> Option<NaiveDate> {
    last_day(today.max(after(old, 1)), validity_months)
}

fn after(day: NaiveDate, days: u16) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
}

fn before(day: NaiveDate, days: u16) -> NaiveDate {
    day.checked_sub_days(Days::new(days.into())).unwrap_or(NaiveDate::MIN)
}

/// How a day lies to the end of a brevet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Phase {
    /// It cannot be renewed yet.
    Early,
    /// It is valid, and can be renewed.
    Open,
    /// It has ended; the short refresher still does.
    Ended,
    /// It ended long ago: the refresher is a long one.
    Late,
}

/// What it takes to renew a brevet with a last day, seen from one day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Terms {
    pub phase: Phase,
    pub opens_on: NaiveDate,
    pub last_day: NaiveDate,
    /// In the refresher.
    pub questions: usize,
    /// In percent of the refresher's points.
    pub pass_mark: i32,
}

impl Terms {
    pub fn new(last_day: NaiveDate, renewal: &Renewal, today: NaiveDate) -> Self {
        let opens_on = before(last_day, renewal.opens_days);
        let phase = match today {
            today if today < opens_on => Phase::Early,
            today if today <= last_day => Phase::Open,
            today if today <= after(last_day, renewal.grace_days) => Phase::Ended,
            _ => Phase::Late,
        };
        let questions = match phase {
            Phase::Early | Phase::Open | Phase::Ended => renewal.questions,
            Phase::Late => renewal.late_questions,
        };
        Self { phase, opens_on, last_day, questions: questions.into(), pass_mark: renewal.pass_mark }
    }
}

/// Why a brevet cannot be renewed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    Revoked,
    /// The next period has a brevet already.
    Renewed,
    /// It has no last day, or the curriculum offers no renewal.
    Endless,
    Early(Terms),
    /// This level must be held, and is not.
    Locked(Level),
    /// The level has competencies that the learner never proved.
    Incomplete,
}

/// What a renewal is judged by.
pub struct Record {
    /// All of the learner.
    pub brevets: Vec<Brevet>,
    /// The competencies that the learner has proven, each with its edition.
    pub proven: BTreeMap<String, String>,
    /// At how many live sessions of each level the learner was.
    pub attended: BTreeMap<Level, i32>,
}

impl Record {
    /// The brevet of a level that stands, or fell, last. Only this one can be renewed.
    pub fn newest(&self, level: Level) -> Option<&Brevet> {
        let of_level = self.brevets.iter().filter(|brevet| brevet.level == level);
        of_level.max_by_key(|brevet| (brevet.period, brevet.issue))
    }

    /// Whether the newest brevet of a level can be renewed today. One that was replaced is never the newest.
    pub fn may_renew(&self, newest: &Brevet, rules: &LevelRules, today: NaiveDate) -> Result<Terms, Refusal> {
        if let Fate::Revoked(_) = newest.fate {
            return Err(Refusal::Revoked);
        }
        let (Some(last_day), Some(renewal)) = (newest.valid_until, &rules.renewal) else {
            return Err(Refusal::Endless);
        };
        let terms = Terms::new(last_day, renewal, today);
        if terms.phase == Phase::Early {
            return Err(Refusal::Early(terms));
        }
        if let Some(required) = rules.requires.filter(|required| !self.holds(*required, today)) {
            return Err(Refusal::Locked(required));
        }
        if self.has_proven(rules) { Ok(terms) } else { Err(Refusal::Incomplete) }
    }

    fn has_proven(&self, rules: &LevelRules) -> bool {
        rules.quiz_codes().iter().all(|code| self.proven.contains_key(code))
    }

    /// Whether the learner was at as many live sessions as the first brevet of a level asks for.
    fn has_attended(&self, rules: &LevelRules) -> bool {
        self.attended.get(&rules.level).copied().unwrap_or_default() >= rules.live_sessions
    }

    /// Whether all of a level is done and only a valid brevet of `required` is wanting for its first brevet.
    pub fn waits_for(&self, rules: &LevelRules, required: Level) -> bool {
        rules.requires == Some(required)
            && self.newest(rules.level).is_none()
            && self.has_proven(rules)
            && self.has_attended(rules)
    }

    fn holds(&self, level: Level, today: NaiveDate) -> bool {
        let valid = |brevet: &Brevet| {
            brevet.fate == Fate::Standing && brevet.valid_until.is_none_or(|last_day| today <= last_day)
        };
        self.brevets.iter().any(|brevet| brevet.level == level && valid(brevet))
    }

    /// What a renewed brevet rests on: every competency of its level, in the edition that was asked last.
    pub fn grounds(&self, rules: &LevelRules, refreshed: &BTreeMap<String, String>) -> BTreeMap<String, String> {
        let edition = |code: String| {
            let edition = refreshed.get(&code).or_else(|| self.proven.get(&code))?.clone();
            Some((code, edition))
        };
        rules.quiz_codes().into_iter().filter_map(edition).collect()
    }
}

/// An occasion to remind of the end of a brevet, and the last days of the brevets for which it is the one due today.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Occasion {
    /// From so many days before the last day.
    pub days_before: u16,
    /// Whether it is that the renewal opens.
    pub opens: bool,
    pub last_days: RangeInclusive<NaiveDate>,
}

/// The occasions of today: for each brevet that ends within the window exactly one. Who missed one, since the service stood
/// still or the person wanted none, gets the next only.
pub fn occasions(renewal: &Renewal, today: NaiveDate) -> Vec<Occasion> {
    let starts: Vec<u16> = [renewal.opens_days].into_iter().chain(renewal.reminder_days.iter().copied()).collect();
    let until_next = starts.iter().skip(1).map(|next| after(today, next.saturating_add(1))).chain([today]);
    let occasion = |(days_before, from): (&u16, NaiveDate)| Occasion {
        days_before: *days_before,
        opens: *days_before == renewal.opens_days,
        last_days: from..=after(today, *days_before),
    };
    starts.iter().zip(until_next).map(occasion).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{
        Grounds, Kin,
        number::BrevetNumber,
        state::{Revocation, RevocationReason},
    };
    use super::*;
    use crate::{
        competencies::{Competency, Proof},
        ids::{AccountId, BrevetId},
        locale::{Language, Localised},
    };
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn renewal() -> Renewal {
        Renewal {
            opens_days: 90,
            questions: 12,
            pass_mark: 80,
            grace_days: 180,
            late_questions: 36,
            reminder_days: vec![30, 7],
        }
    }

    fn rules(level: Level, requires: Option<Level>) -> LevelRules {
        let code = format!("{level}-skill");
        let competency = Competency { code, level, names: Localised::default(), proof: Proof::Quiz };
        LevelRules {
            level,
            names: Localised::default(),
            requires,
            pass_mark: 80,
            validity_months: Some(36),
            renewal: Some(renewal()),
            retakes: None,
            live_sessions: 0,
            competencies: vec![competency],
        }
    }

    fn brevet(level: Level, period: i32, issue: i32, valid_until: Option<&str>) -> Brevet {
        Brevet {
            id: BrevetId::new(),
            learner: AccountId::new(),
            number: BrevetNumber::new(),
            level,
            period,
            issue,
            holder: "Lina".into(),
            language: Language::Nl,
            grounds: Grounds(BTreeMap::new()),
            awarded_at: "2026-11-27T10:00:00Z".parse().unwrap(),
            valid_until: valid_until.map(day),
            fate: Fate::Standing,
            kin: Kin::default(),
            printed: None,
            sealed_at: None,
        }
    }

    fn record(brevets: Vec<Brevet>) -> Record {
        let proven = ["basic-skill", "expert-skill"].map(|code| (code.to_owned(), "old".to_owned()));
        Record { brevets, proven: proven.into(), attended: BTreeMap::new() }
    }

    fn judged(record: &Record, rules: &LevelRules, today: &str) -> Result<Terms, Refusal> {
        record.may_renew(record.newest(rules.level).unwrap(), rules, day(today))
    }

    #[test]
    fn each_boundary_day_belongs_to_its_phase() {
        let phase = |today| Terms::new(day("2029-11-26"), &renewal(), day(today)).phase;
        assert_eq!((phase("2029-08-27"), phase("2029-08-28")), (Phase::Early, Phase::Open));
        assert_eq!((phase("2029-11-26"), phase("2029-11-27")), (Phase::Open, Phase::Ended));
        assert_eq!((phase("2030-05-25"), phase("2030-05-26")), (Phase::Ended, Phase::Late));
        let questions = |today| Terms::new(day("2029-11-26"), &renewal(), day(today)).questions;
        assert_eq!((questions("2030-05-25"), questions("2030-05-26")), (12, 36));
    }

    #[test]
    fn a_validity_ends_the_day_before_the_same_date_also_where_a_month_is_shorter() {
        assert_eq!(last_day(day("2026-11-27"), Some(36)), Some(day("2029-11-26")));
        assert_eq!(last_day(day("2028-02-29"), Some(12)), Some(day("2029-02-27")));
        assert_eq!(last_day(day("2026-11-27"), None), None);
    }

    #[test]
    fn only_the_newest_brevet_that_stands_can_be_renewed() {
        let basic = rules(Level::Basic, None);
        let first = brevet(Level::Basic, 1, 1, Some("2029-11-26"));
        assert!(judged(&record(vec![first.clone()]), &basic, "2029-11-01").is_ok());
        // A corrected issue of the first period is not newer than the second.
        let second = brevet(Level::Basic, 2, 1, Some("2032-11-26"));
        let corrected = brevet(Level::Basic, 1, 2, Some("2029-11-26"));
        let renewed = record(vec![corrected, second, first.clone()]);
        assert!(matches!(judged(&renewed, &basic, "2029-11-01"), Err(Refusal::Early(_))));
        let at = "2026-11-27T10:00:00Z".parse().unwrap();
        let revocation = Revocation { reason: RevocationReason::HolderAsked, note: None, at };
        let revoked = Brevet { fate: Fate::Revoked(revocation), ..first.clone() };
        assert_eq!(judged(&record(vec![revoked]), &basic, "2029-11-01"), Err(Refusal::Revoked));
        let endless = brevet(Level::Basic, 1, 1, None);
        assert_eq!(judged(&record(vec![endless]), &basic, "2029-11-01"), Err(Refusal::Endless));
        let none_offered = LevelRules { renewal: None, ..basic.clone() };
        assert_eq!(judged(&record(vec![first.clone()]), &none_offered, "2029-11-01"), Err(Refusal::Endless));
        let unproven = Record { proven: BTreeMap::new(), ..record(vec![first]) };
        assert_eq!(judged(&unproven, &basic, "2029-11-01"), Err(Refusal::Incomplete));
    }

    #[test]
    fn an_expert_brevet_is_renewed_while_a_basic_one_is_valid() {
        let expert = rules(Level::Expert, Some(Level::Basic));
        let held =
            |basic| record(vec![brevet(Level::Expert, 1, 1, Some("2029-11-26")), brevet(Level::Basic, 1, 1, basic)]);
        assert!(judged(&held(None), &expert, "2029-11-20").is_ok());
        assert!(judged(&held(Some("2029-11-20")), &expert, "2029-11-20").is_ok());
        assert_eq!(judged(&held(Some("2029-11-19")), &expert, "2029-11-20"), Err(Refusal::Locked(Level::Basic)));
    }

    #[test]
    fn a_level_waits_for_the_required_one_when_all_is_proven_and_it_never_had_a_brevet() {
        let expert = rules(Level::Expert, Some(Level::Basic));
        assert!(record(vec![]).waits_for(&expert, Level::Basic));
        assert!(!record(vec![]).waits_for(&rules(Level::Expert, None), Level::Basic));
        let had = record(vec![brevet(Level::Expert, 1, 1, Some("2027-01-01"))]);
        assert!(!had.waits_for(&expert, Level::Basic), "it is renewed by its own refresher");
        let unproven = Record { proven: BTreeMap::new(), ..record(vec![]) };
        assert!(!unproven.waits_for(&expert, Level::Basic));
        let asks = LevelRules { live_sessions: 2, ..expert };
        let attended = |count| Record { attended: [(Level::Expert, count)].into(), ..record(vec![]) };
        assert!(attended(2).waits_for(&asks, Level::Basic) && !attended(1).waits_for(&asks, Level::Basic));
    }

    #[test]
    fn a_renewed_brevet_rests_on_what_was_asked_last() {
        let basic = rules(Level::Basic, None);
        let record = record(vec![]);
        let new = |code: &str| BTreeMap::from([(code.to_owned(), "new".to_owned())]);
        assert_eq!(record.grounds(&basic, &new("basic-skill")), new("basic-skill"));
        assert_eq!(record.grounds(&basic, &new("expert-skill"))["basic-skill"], "old");
    }

    proptest! {
        #[test]
        fn renewing_in_time_loses_nothing_and_late_fills_no_gap(start in 0i64..20_000, late in -90i64..2000, months in 1i32..120) {
            let old = day("2000-01-01") + chrono::Duration::days(start);
            let today = old + chrono::Duration::days(late);
            let next = next_last_day(old, today, Some(months)).unwrap();
            prop_assert!(next > old && next >= today);
            if late <= 0 {
                prop_assert_eq!(next, next_last_day(old, old, Some(months)).unwrap(), "whichever day of the window it is");
            } else {
                prop_assert_eq!(next, last_day(today, Some(months)).unwrap(), "as of a first brevet");
            }
        }

        #[test]
        fn a_brevet_goes_through_its_phases_in_order(today in -400i64..1000) {
            let last_day = day("2029-11-26");
            let terms = |today| Terms::new(last_day, &renewal(), last_day + chrono::Duration::days(today));
            prop_assert!(terms(today).phase <= terms(today + 1).phase);
            prop_assert_eq!(terms(today).phase == Phase::Early, today < -90);
            prop_assert_eq!(terms(today).questions, if today <= 180 { 12 } else { 36 });
        }

        #[test]
        fn each_brevet_within_the_window_has_one_occasion_a_day(
            left in -10i64..120,
            mut days in prop::collection::btree_set(0u16..90, 0..5),
        ) {
            let reminder_days: Vec<u16> = std::mem::take(&mut days).into_iter().rev().collect();
            let renewal = Renewal { reminder_days: reminder_days.clone(), ..renewal() };
            let today = day("2029-11-26");
            let last_day = today + chrono::Duration::days(left);
            let due: Vec<u16> = occasions(&renewal, today)
                .into_iter()
                .filter(|occasion| occasion.last_days.contains(&last_day))
                .map(|occasion| occasion.days_before)
                .collect();
            // The one that began last.
            let expected = [90].into_iter().chain(reminder_days).filter(|days| (0..=i64::from(*days)).contains(&left)).min();
            prop_assert_eq!(due, expected.into_iter().collect::<Vec<_>>());
        }
    }
}
