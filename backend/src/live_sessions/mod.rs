//! Live sessions: lessons of a level that a trainer gives at a place or over a link, with so many seats, a waiting list, and who
//! was there. (A sign-in is a session too; that one lives in `identity`.)

pub mod api;
pub mod attendance_store;
pub mod calendar;
pub mod joining;
pub mod mails;
pub mod pages;
pub mod planning;
pub mod reminder_store;
pub mod reminders;
pub mod run;
pub mod store;
pub mod trainer_api;
pub mod trainer_pages;
pub mod words;

use crate::{
    competencies::Level,
    db::pg_enum,
    identity::{Role, Viewer},
    ids::{AccountId, LiveSessionId},
    locale::Language,
    problem::{Kind, Problem, Reason},
};
use chrono::{DateTime, Duration, Utc};
use diesel::Queryable;

pg_enum! {
    RegistrationState as crate::schema::sql_types::RegistrationState {
        /// Has a seat.
        Seated = "seated",
        /// Stands in line for one.
        Waiting = "waiting",
    }
}

/// The most seats that a session can have. With the longest line beside them the form of the attendance, 89 bytes for each
/// person, stays within the largest body of a request.
pub const MOST_SEATS: i32 = 500;
/// As many people can wait as there are seats, but never fewer than the first number, nor more than the second.
const LINE: (i32, i32) = (10, 100);
/// How long after its end the attendance can be recorded and corrected.
pub const ATTENDANCE: Duration = Duration::days(14);

/// One line of text of at most so many characters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line<const MOST: usize>(String);

impl<const MOST: usize> Line<MOST> {
    /// Line ends become spaces, runs of spaces one.
    pub fn parse(text: &str) -> Result<Self, Reason> {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.chars().count() {
            0 | 1 => Err(Reason::TooShort(2)),
            count if count > MOST => Err(Reason::TooLong(MOST)),
            _ if line.chars().any(char::is_control) => Err(Reason::Invisible),
            _ => Ok(Self(line)),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a session is cancelled, in the words of who cancels it.
pub type Why = Line<500>;

/// The https address of an online meeting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link(String);

impl Link {
    const LONGEST: usize = 500;

    pub fn parse(text: &str) -> Result<Self, Reason> {
        let text = text.trim();
        if text.len() > Self::LONGEST {
            return Err(Reason::TooLong(Self::LONGEST));
        }
        let rest = text.strip_prefix("https://").unwrap_or_default();
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let is_web = host.contains('.') && !host.contains('@') && text.bytes().all(|byte| byte.is_ascii_graphic());
        if is_web { Ok(Self(text.to_owned())) } else { Err(Reason::NotAWebAddress) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a trainer plans.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan {
    pub level: Level,
    pub title: Line<120>,
    /// In which it is held.
    pub language: Language,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub place: Option<Line<200>>,
    pub link: Option<Link>,
    pub capacity: i32,
    /// Until then people may register.
    pub closes_at: DateTime<Utc>,
}

/// A session as it is now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LiveSession {
    pub id: LiveSessionId,
    pub level: Level,
    pub title: String,
    pub language: Language,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub place: Option<String>,
    pub link: Option<String>,
    pub capacity: i32,
    pub closes_at: DateTime<Utc>,
    /// Id and name; none when the account was erased.
    pub trainer: Option<(AccountId, String)>,
    /// Seats.
    pub taken: i32,
    /// People in line.
    pub waiting: i32,
    /// How often it was planned anew.
    pub revision: i32,
    pub cancellation: Option<Cancellation>,
}

/// A seat that still counts: the session was not cancelled, and nobody has recorded yet whether its holder was there, nor
/// has it become too late for that.
#[derive(Clone, PartialEq, Eq, Debug, Queryable)]
pub struct Seat {
    pub session: LiveSessionId,
    pub level: Level,
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cancellation {
    pub reason: String,
    pub at: DateTime<Utc>,
}

/// Why something cannot be done with a session.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    Cancelled,
    /// Registration is over.
    Closed,
    /// All seats are taken, and nobody more can wait.
    Full,
    Begun,
    NotBegun,
    /// The days in which attendance can be recorded are over.
    AttendanceClosed,
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Cancelled => Kind::LiveSessionCancelled.into(),
            Refusal::Closed => Kind::RegistrationClosed.into(),
            Refusal::Full => Kind::LiveSessionFull.into(),
            Refusal::Begun => Kind::LiveSessionBegun.into(),
            Refusal::NotBegun => Kind::LiveSessionNotBegun.into(),
            Refusal::AttendanceClosed => Kind::AttendanceClosed.into(),
        }
    }
}

impl LiveSession {
    /// The path of its page.
    pub fn page(&self) -> String {
        format!("/live-sessions/{}", self.id)
    }

    pub fn free(&self) -> i32 {
        self.capacity - self.taken
    }

    /// How often it was changed, its cancellation included.
    pub fn changes(&self) -> u32 {
        self.revision.unsigned_abs() + u32::from(self.cancellation.is_some())
    }

    pub fn is_given_by(&self, account: AccountId) -> bool {
        self.trainer.as_ref().is_some_and(|(id, _)| *id == account)
    }

    /// Whether somebody may change it and record who was there.
    pub fn is_run_by(&self, viewer: &Viewer) -> bool {
        match viewer.role {
            Role::Administrator => true,
            Role::Trainer => self.is_given_by(viewer.account),
            Role::Learner | Role::Hr => false,
        }
    }

    /// The link, for who has a seat and for who runs it, while it takes place.
    pub fn link_for(&self, registration: Option<&Registration>, runs: bool) -> Option<&str> {
        let is_seated = registration.is_some_and(|one| one.state == RegistrationState::Seated);
        self.link.as_deref().filter(|_| self.cancellation.is_none() && (is_seated || runs))
    }

    /// How many people can wait.
    pub fn most_waiting(&self) -> i32 {
        self.capacity.clamp(LINE.0, LINE.1)
    }

    pub fn is_over(&self, at: DateTime<Utc>) -> bool {
        at >= self.ends_at
    }

    /// Whether registration is open.
    pub fn may_register(&self, at: DateTime<Utc>) -> Result<(), Refusal> {
        self.stands()?;
        if at < self.closes_at { Ok(()) } else { Err(Refusal::Closed) }
    }

    /// Whether somebody may come to it still: it takes place, and they have a seat or may get one.
    pub fn is_ahead_of(&self, registration: &Registration, at: DateTime<Utc>) -> bool {
        let may_get_one = registration.state == RegistrationState::Seated || self.may_register(at).is_ok();
        self.cancellation.is_none() && may_get_one
    }

    /// Whether one person more can have a seat or wait for one.
    pub fn may_join(&self, at: DateTime<Utc>) -> Result<(), Refusal> {
        self.may_register(at)?;
        if self.free() > 0 || self.waiting < self.most_waiting() { Ok(()) } else { Err(Refusal::Full) }
    }

    /// Withdrawing, changing and cancelling are possible until it begins.
    pub fn may_change(&self, at: DateTime<Utc>) -> Result<(), Refusal> {
        self.stands()?;
        if at < self.starts_at { Ok(()) } else { Err(Refusal::Begun) }
    }

    pub fn may_record(&self, at: DateTime<Utc>) -> Result<(), Refusal> {
        self.stands()?;
        match at {
            at if at < self.starts_at => Err(Refusal::NotBegun),
            at if at >= self.record_until() => Err(Refusal::AttendanceClosed),
            _ => Ok(()),
        }
    }

    pub fn record_until(&self) -> DateTime<Utc> {
        self.ends_at + ATTENDANCE
    }

    fn stands(&self) -> Result<(), Refusal> {
        if self.cancellation.is_some() { Err(Refusal::Cancelled) } else { Ok(()) }
    }
}

/// How a person stands to a session.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Registration {
    pub state: RegistrationState,
    /// Of who waits: 1 is the first.
    pub place_in_line: Option<usize>,
    /// As it was recorded last.
    pub present: Option<bool>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session() -> LiveSession {
        let at = |text: &str| text.parse().unwrap();
        LiveSession {
            id: LiveSessionId::new(),
            level: Level::Expert,
            title: "Gesprekken oefenen".into(),
            language: Language::Nl,
            starts_at: at("2027-01-12T09:00:00Z"),
            ends_at: at("2027-01-12T11:00:00Z"),
            place: Some("Brussel".into()),
            link: None,
            capacity: 5,
            closes_at: at("2027-01-11T09:00:00Z"),
            trainer: None,
            taken: 5,
            waiting: 9,
            revision: 0,
            cancellation: None,
        }
    }

    #[test]
    fn as_many_can_wait_as_there_are_seats_within_bounds() {
        let most = |capacity| LiveSession { capacity, ..session() }.most_waiting();
        assert_eq!([1, 10, 11, 100, 500].map(most), [10, 10, 11, 100, 100]);
        let at = "2027-01-11T08:59:59Z".parse().unwrap();
        assert_eq!(session().may_join(at), Ok(()));
        let full = LiveSession { waiting: 10, ..session() };
        assert_eq!(full.may_join(at), Err(Refusal::Full));
        assert_eq!(LiveSession { taken: 4, ..full }.may_join(at), Ok(()));
    }

    #[test]
    fn each_thing_has_its_time() {
        let judged = |at: &str| {
            let (session, at) = (session(), at.parse().unwrap());
            (session.may_register(at).err(), session.may_change(at).err(), session.may_record(at).err())
        };
        use Refusal::{AttendanceClosed, Begun, Closed, NotBegun};
        assert_eq!(judged("2027-01-11T08:59:59Z"), (None, None, Some(NotBegun)));
        assert_eq!(judged("2027-01-11T09:00:00Z"), (Some(Closed), None, Some(NotBegun)));
        assert_eq!(judged("2027-01-12T09:00:00Z"), (Some(Closed), Some(Begun), None));
        assert_eq!(judged("2027-01-26T10:59:59Z"), (Some(Closed), Some(Begun), None));
        assert_eq!(judged("2027-01-26T11:00:00Z"), (Some(Closed), Some(Begun), Some(AttendanceClosed)));
        let cancellation = Some(Cancellation { reason: "Ziek".into(), at: "2027-01-01T09:00:00Z".parse().unwrap() });
        let cancelled = LiveSession { cancellation, ..session() };
        let at = "2027-01-12T09:00:00Z".parse().unwrap();
        assert_eq!(cancelled.may_record(at), Err(Refusal::Cancelled));
    }

    #[test]
    fn a_link_is_a_web_address_with_https() {
        assert!(Link::parse(" https://meet.example.be/x?y=1 ").is_ok());
        for wrong in [
            "",
            "http://example.be",
            "https://",
            "https://localhost",
            "javascript:alert(1)",
            "example.be",
            "https://a b.be",
        ] {
            assert_eq!(Link::parse(wrong), Err(Reason::NotAWebAddress), "{wrong}");
        }
        assert_eq!(Link::parse(&format!("https://example.be/{}", "x".repeat(500))), Err(Reason::TooLong(500)));
    }

    #[test]
    fn a_line_is_one_line_within_its_bounds() {
        assert_eq!(Line::<10>::parse(" a\n b ").unwrap().as_str(), "a b");
        assert_eq!(Line::<10>::parse("x"), Err(Reason::TooShort(2)));
        assert_eq!(Line::<10>::parse("12345678901"), Err(Reason::TooLong(10)));
        assert_eq!(Line::<10>::parse("a\u{7}b"), Err(Reason::Invisible));
    }
}
