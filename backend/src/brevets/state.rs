//! What a brevet is worth: a pure rule over its dates and what an administrator decided.

use super::number::BrevetNumber;
use crate::db::pg_enum;
use chrono::{DateTime, NaiveDate, Utc};

pg_enum! {
    /// Why a brevet was taken back; told to whoever verifies it, so none of them says more than that.
    RevocationReason as crate::schema::sql_types::RevocationReason {
        IssuedInError = "issuedInError",
        RulesBroken = "rulesBroken",
        HolderAsked = "holderAsked",
        /// What the note says.
        Other = "other",
    }
}

/// A brevet that was taken back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Revocation {
    pub reason: RevocationReason,
    /// For the holder and administrators, never public.
    pub note: Option<String>,
    pub at: DateTime<Utc>,
}

/// A brevet in whose place another stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Replacement {
    pub by: BrevetNumber,
    /// Why, for administrators. None where it was replaced before a reason was asked for.
    pub note: Option<String>,
    pub at: DateTime<Utc>,
}

/// What an administrator decided about a brevet. Each is final.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fate {
    Standing,
    Revoked(Revocation),
    Replaced(Replacement),
}

/// What a brevet of the register is worth at a moment. A file can moreover be altered or unknown: see `verification`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BrevetState {
    Valid,
    Expired { last_day: NaiveDate },
    Revoked(Revocation),
    Replaced(Replacement),
}

impl BrevetState {
    /// The word for it in JSON and in lists.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Expired { .. } => "expired",
            Self::Revoked(_) => "revoked",
            Self::Replaced(_) => "replaced",
        }
    }
}

/// A decision goes before a date: a revoked brevet stays revoked when its time is over.
pub fn state(fate: &Fate, valid_until: Option<NaiveDate>, today: NaiveDate) -> BrevetState {
    match (fate, valid_until) {
        (Fate::Revoked(revocation), _) => BrevetState::Revoked(revocation.clone()),
        (Fate::Replaced(replacement), _) => BrevetState::Replaced(replacement.clone()),
        (Fate::Standing, Some(last_day)) if today > last_day => BrevetState::Expired { last_day },
        (Fate::Standing, _) => BrevetState::Valid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_goes_before_a_date_and_the_last_day_still_counts() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let at = "2026-11-27T10:00:00Z".parse().unwrap();
        let last_day = day("2026-11-27");
        let worth = |fate: &Fate, today| state(fate, Some(last_day), today).word();
        assert_eq!(worth(&Fate::Standing, last_day), "valid");
        assert_eq!(worth(&Fate::Standing, day("2026-11-28")), "expired");
        assert_eq!(state(&Fate::Standing, None, day("2126-11-28")), BrevetState::Valid);
        let revoked = Fate::Revoked(Revocation { reason: RevocationReason::Other, note: None, at });
        let replaced = Fate::Replaced(Replacement { by: BrevetNumber::new(), note: None, at });
        for today in [last_day, day("2026-11-28")] {
            assert_eq!((worth(&revoked, today), worth(&replaced, today)), ("revoked", "replaced"));
        }
    }
}
