//! Time is an input: rules take `at`, doors read it here, tests set it.

use chrono::{DateTime, Duration, Utc};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

/// The time of the service. Clones share the same shift.
#[derive(Clone, Default)]
pub struct Clock {
    shifted_by_ms: Arc<AtomicI64>,
}

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "the one place where time is read")]
    pub fn now(&self) -> DateTime<Utc> {
        let now = Utc::now() + Duration::milliseconds(self.shifted_by_ms.load(Ordering::Relaxed));
        // Postgres keeps microseconds; what is answered now and read back later is the same.
        DateTime::from_timestamp_micros(now.timestamp_micros()).unwrap_or(now)
    }

    /// Lets the service live `by` later than the machine; for tests of what time does.
    pub fn shift(&self, by: Duration) {
        self.shifted_by_ms.fetch_add(by.num_milliseconds(), Ordering::Relaxed);
    }
}
