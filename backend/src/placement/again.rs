//! When the placement test of a level may be begun again: a few times a day, which is calm and enough.

use chrono::{DateTime, Duration, Utc};

/// How many tests of a level a learner begins within a day at most.
pub const A_DAY: usize = 5;

/// When the next test of a level may be begun, if that is not now. `begun` says when the learner's tests of the level were
/// begun, the newest first.
pub fn opens_at(begun: &[DateTime<Utc>], at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let opens = *begun.get(A_DAY - 1)? + Duration::days(1);
    (opens > at).then_some(opens)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + Duration::minutes(minutes)
    }

    #[test]
    fn the_sixth_test_of_a_day_waits_until_the_first_was_begun_a_day_ago() {
        let begun: Vec<_> = [400, 300, 200, 100, 0].map(at).into();
        assert_eq!(opens_at(&begun[..4], at(400)), None, "the fifth is free");
        assert_eq!(opens_at(&begun, at(401)), Some(at(1440)));
        assert_eq!((opens_at(&begun, at(1439)), opens_at(&begun, at(1440))), (Some(at(1440)), None));
    }

    proptest! {
        #[test]
        fn nobody_begins_more_than_five_within_a_day_and_nobody_waits_longer_than_one(steps in prop::collection::vec(0i64..600, 1..60)) {
            let (mut begun, mut now) = (Vec::<DateTime<Utc>>::new(), at(0));
            for step in steps {
                now += Duration::minutes(step);
                match opens_at(&begun, now) {
                    Some(opens) => prop_assert!(opens > now && opens - now <= Duration::days(1)),
                    None => begun.insert(0, now),
                }
                let of_day = begun.iter().filter(|one| now - **one < Duration::days(1)).count();
                prop_assert!(of_day <= A_DAY);
            }
        }
    }
}
