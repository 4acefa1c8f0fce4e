//! What goes wrong, told once: as a problem document (RFC 9457, Belgian problem types) to API clients, as a page to people.
//!
//! A kind has one type, one status and one text per language. An unknown failure is 500 and tells nothing.

mod issue;

use crate::{locale::Language, t};
use actix_web::{HttpRequest, HttpResponse, ResponseError, http::StatusCode, http::header};
pub use issue::{Issue, Place, Reason};
use serde_json::{Value, json};
use std::fmt;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    BadRequest,
    ResourceNotFound,
    MethodNotAllowed,
    NotAcceptable,
    PayloadTooLarge,
    UnsupportedMediaType,
    NoAccessToken,
    InvalidAccessToken,
    ExpiredAccessToken,
    MissingPermission,
    TooManyRequests,
    TooManyFailedRequests,
    InternalServerError,
    ServiceUnavailable,
    /// E-mail address and password do not belong together, or there is no such account: never told apart.
    WrongCredentials,
    /// A mailed link that was used, has expired or never was.
    LinkExpired,
    /// A form without the mark of the page it must come from.
    FormExpired,
    InvalidRefreshToken,
    LevelLocked,
    /// After failed attempts, before the wait is over.
    RetakeTooEarly,
    /// Many placement tests of a level within a day.
    PlacementTooOften,
    AlreadySubmitted,
    /// The attempt was handed in since its time was over.
    TimeOver,
    /// A step of a scenario is not taken back.
    StepTaken,
    /// None was granted, or it is used up.
    NoBreakLeft,
    /// Other answers arrived while the attempt was being marked, again and again.
    Busy,
    BrevetBeingSealed,
    UnknownBrevet,
    MistypedBrevetNumber,
    /// The brevet was revoked, which is final.
    AlreadyRevoked,
    /// Another brevet stands in the place of this one.
    AlreadyReplaced,
    /// The next period has a brevet already.
    AlreadyRenewed,
    /// The brevet has no last day, or the programme offers no renewal.
    NotRenewable,
    RenewalNotOpen,
    /// The level has competencies that the learner never proved.
    LevelIncomplete,
    /// The question of a placement test has its answer, or the test is over.
    AlreadyAnswered,
    /// A placement test has nothing to ask: everything is proven, or nothing is taught.
    NothingToAsk,
    /// Registration for the live session is over.
    RegistrationClosed,
    /// All seats of the live session are taken, and its line is full.
    LiveSessionFull,
    LiveSessionBegun,
    /// Attendance is recorded from the start on.
    LiveSessionNotBegun,
    LiveSessionCancelled,
    /// The days in which attendance can be recorded are over.
    AttendanceClosed,
}

impl Kind {
    pub const ALL: &[Self] = &[
        Self::BadRequest,
        Self::ResourceNotFound,
        Self::MethodNotAllowed,
        Self::NotAcceptable,
        Self::PayloadTooLarge,
        Self::UnsupportedMediaType,
        Self::NoAccessToken,
        Self::InvalidAccessToken,
        Self::ExpiredAccessToken,
        Self::MissingPermission,
        Self::TooManyRequests,
        Self::TooManyFailedRequests,
        Self::InternalServerError,
        Self::ServiceUnavailable,
        Self::WrongCredentials,
        Self::LinkExpired,
        Self::FormExpired,
        Self::InvalidRefreshToken,
        Self::LevelLocked,
        Self::RetakeTooEarly,
        Self::PlacementTooOften,
        Self::AlreadySubmitted,
        Self::TimeOver,
        Self::StepTaken,
        Self::NoBreakLeft,
        Self::Busy,
        Self::BrevetBeingSealed,
        Self::UnknownBrevet,
        Self::MistypedBrevetNumber,
        Self::AlreadyRevoked,
        Self::AlreadyReplaced,
        Self::AlreadyRenewed,
        Self::NotRenewable,
        Self::RenewalNotOpen,
        Self::LevelIncomplete,
        Self::AlreadyAnswered,
        Self::NothingToAsk,
        Self::RegistrationClosed,
        Self::LiveSessionFull,
        Self::LiveSessionBegun,
        Self::LiveSessionNotBegun,
        Self::LiveSessionCancelled,
        Self::AttendanceClosed,
    ];

    fn status(self) -> StatusCode {
        match self {
            Self::BadRequest | Self::MistypedBrevetNumber | Self::LinkExpired => StatusCode::BAD_REQUEST,
            Self::NoAccessToken
            | Self::InvalidAccessToken
            | Self::ExpiredAccessToken
            | Self::WrongCredentials
            | Self::InvalidRefreshToken => StatusCode::UNAUTHORIZED,
            Self::MissingPermission | Self::FormExpired => StatusCode::FORBIDDEN,
            Self::ResourceNotFound | Self::UnknownBrevet => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Self::LevelLocked
            | Self::AlreadySubmitted
            | Self::TimeOver
            | Self::StepTaken
            | Self::NoBreakLeft
            | Self::BrevetBeingSealed
            | Self::AlreadyRevoked
            | Self::AlreadyReplaced
            | Self::AlreadyRenewed
            | Self::NotRenewable
            | Self::RenewalNotOpen
            | Self::LevelIncomplete
            | Self::AlreadyAnswered
            | Self::NothingToAsk
            | Self::RegistrationClosed
            | Self::LiveSessionFull
            | Self::LiveSessionBegun
            | Self::LiveSessionNotBegun
            | Self::LiveSessionCancelled
            | Self::AttendanceClosed => StatusCode::CONFLICT,
            Self::PayloadTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooManyRequests | Self::TooManyFailedRequests | Self::RetakeTooEarly | Self::PlacementTooOften => {
                StatusCode::TOO_MANY_REQUESTS
            }
            Self::InternalServerError => StatusCode::INTERNAL_SERVER_ERROR,
            Self::ServiceUnavailable | Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The problem type: the Belgian one where there is one, else ours.
    fn urn(self) -> &'static str {
        match self {
            Self::BadRequest => "urn:problem-type:belgif:badRequest",
            Self::ResourceNotFound => "urn:problem-type:belgif:resourceNotFound",
            Self::MethodNotAllowed => "urn:problem-type:connectoo:methodNotAllowed",
            Self::NotAcceptable => "urn:problem-type:connectoo:notAcceptable",
            Self::PayloadTooLarge => "urn:problem-type:belgif:payloadTooLarge",
            Self::UnsupportedMediaType => "urn:problem-type:connectoo:unsupportedMediaType",
            Self::NoAccessToken => "urn:problem-type:belgif:noAccessToken",
            Self::InvalidAccessToken => "urn:problem-type:belgif:invalidAccessToken",
            Self::ExpiredAccessToken => "urn:problem-type:belgif:expiredAccessToken",
            Self::MissingPermission => "urn:problem-type:belgif:missingPermission",
            Self::TooManyRequests => "urn:problem-type:belgif:tooManyRequests",
            Self::TooManyFailedRequests => "urn:problem-type:belgif:tooManyFailedRequests",
            Self::InternalServerError => "urn:problem-type:belgif:internalServerError",
            Self::ServiceUnavailable => "urn:problem-type:belgif:serviceUnavailable",
            Self::WrongCredentials => "urn:problem-type:connectoo:wrongCredentials",
            Self::LinkExpired => "urn:problem-type:connectoo:linkExpired",
            Self::FormExpired => "urn:problem-type:connectoo:formExpired",
            Self::InvalidRefreshToken => "urn:problem-type:connectoo:invalidRefreshToken",
            Self::LevelLocked => "urn:problem-type:connectoo:levelLocked",
            Self::RetakeTooEarly => "urn:problem-type:connectoo:retakeTooEarly",
            Self::PlacementTooOften => "urn:problem-type:connectoo:placementTooOften",
            Self::AlreadySubmitted => "urn:problem-type:connectoo:alreadySubmitted",
            Self::TimeOver => "urn:problem-type:connectoo:timeOver",
            Self::StepTaken => "urn:problem-type:connectoo:stepTaken",
            Self::NoBreakLeft => "urn:problem-type:connectoo:noBreakLeft",
            Self::Busy => "urn:problem-type:connectoo:busy",
            Self::BrevetBeingSealed => "urn:problem-type:connectoo:brevetBeingSealed",
            Self::UnknownBrevet => "urn:problem-type:connectoo:unknownBrevet",
            Self::MistypedBrevetNumber => "urn:problem-type:connectoo:mistypedBrevetNumber",
            Self::AlreadyRevoked => "urn:problem-type:connectoo:alreadyRevoked",
            Self::AlreadyReplaced => "urn:problem-type:connectoo:alreadyReplaced",
            Self::AlreadyRenewed => "urn:problem-type:connectoo:alreadyRenewed",
            Self::NotRenewable => "urn:problem-type:connectoo:notRenewable",
            Self::RenewalNotOpen => "urn:problem-type:connectoo:renewalNotOpen",
            Self::LevelIncomplete => "urn:problem-type:connectoo:levelIncomplete",
            Self::AlreadyAnswered => "urn:problem-type:connectoo:alreadyAnswered",
            Self::NothingToAsk => "urn:problem-type:connectoo:nothingToAsk",
            Self::RegistrationClosed => "urn:problem-type:connectoo:registrationClosed",
            Self::LiveSessionFull => "urn:problem-type:connectoo:liveSessionFull",
            Self::LiveSessionBegun => "urn:problem-type:connectoo:liveSessionBegun",
            Self::LiveSessionNotBegun => "urn:problem-type:connectoo:liveSessionNotBegun",
            Self::LiveSessionCancelled => "urn:problem-type:connectoo:liveSessionCancelled",
            Self::AttendanceClosed => "urn:problem-type:connectoo:attendanceClosed",
        }
    }

    /// The last part of the problem type; also its anchor in the documentation.
    pub fn name(self) -> &'static str {
        self.urn().rsplit(':').next().unwrap_or_default()
    }

    /// The English title, the same for every occurrence.
    fn title(self) -> &'static str {
        match self {
            Self::BadRequest => "Bad request",
            Self::ResourceNotFound => "Resource not found",
            Self::MethodNotAllowed => "Method not allowed",
            Self::NotAcceptable => "Not acceptable",
            Self::PayloadTooLarge => "Payload too large",
            Self::UnsupportedMediaType => "Unsupported media type",
            Self::NoAccessToken => "No access token",
            Self::InvalidAccessToken => "Invalid access token",
            Self::ExpiredAccessToken => "Expired access token",
            Self::MissingPermission => "Missing permission",
            Self::TooManyRequests => "Too many requests",
            Self::TooManyFailedRequests => "Too many failed requests",
            Self::InternalServerError => "Internal server error",
            Self::ServiceUnavailable => "Service unavailable",
            Self::WrongCredentials => "Wrong credentials",
            Self::LinkExpired => "Link expired",
            Self::FormExpired => "Form expired",
            Self::InvalidRefreshToken => "Invalid refresh token",
            Self::LevelLocked => "Level locked",
            Self::RetakeTooEarly => "Retake too early",
            Self::PlacementTooOften => "Placement begun too often",
            Self::AlreadySubmitted => "Attempt already submitted",
            Self::TimeOver => "Time over",
            Self::StepTaken => "Step already taken",
            Self::NoBreakLeft => "No break left",
            Self::Busy => "Attempt busy",
            Self::BrevetBeingSealed => "Brevet is being sealed",
            Self::UnknownBrevet => "Unknown brevet",
            Self::MistypedBrevetNumber => "Mistyped brevet number",
            Self::AlreadyRevoked => "Brevet already revoked",
            Self::AlreadyReplaced => "Brevet already replaced",
            Self::AlreadyRenewed => "Brevet already renewed",
            Self::NotRenewable => "Brevet not renewable",
            Self::RenewalNotOpen => "Renewal not open",
            Self::LevelIncomplete => "Level incomplete",
            Self::AlreadyAnswered => "Question already answered",
            Self::NothingToAsk => "Nothing to ask",
            Self::RegistrationClosed => "Registration closed",
            Self::LiveSessionFull => "Live session full",
            Self::LiveSessionBegun => "Live session begun",
            Self::LiveSessionNotBegun => "Live session not begun",
            Self::LiveSessionCancelled => "Live session cancelled",
            Self::AttendanceClosed => "Attendance closed",
        }
    }

    /// What happened and what to do next, in words.
    pub fn detail(self, language: Language) -> String {
        match self {
            Self::BadRequest => t!(language, "problem-bad-request"),
            Self::ResourceNotFound => t!(language, "problem-not-found"),
            Self::MethodNotAllowed => t!(language, "problem-method-not-allowed"),
            Self::NotAcceptable => t!(language, "problem-not-acceptable"),
            Self::PayloadTooLarge => t!(language, "problem-payload-too-large"),
            Self::UnsupportedMediaType => t!(language, "problem-unsupported-media-type"),
            Self::NoAccessToken | Self::InvalidAccessToken | Self::ExpiredAccessToken => {
                t!(language, "problem-sign-in-first")
            }
            Self::MissingPermission => t!(language, "problem-missing-permission"),
            Self::TooManyRequests => t!(language, "problem-too-many-requests"),
            Self::TooManyFailedRequests => t!(language, "problem-too-many-failed-requests"),
            Self::InternalServerError => t!(language, "problem-internal"),
            Self::ServiceUnavailable => t!(language, "problem-unavailable"),
            Self::WrongCredentials => t!(language, "problem-wrong-credentials"),
            Self::LinkExpired => t!(language, "problem-link-expired"),
            Self::FormExpired => t!(language, "problem-form-expired"),
            Self::InvalidRefreshToken => t!(language, "problem-invalid-refresh-token"),
            Self::LevelLocked => t!(language, "problem-level-locked"),
            Self::RetakeTooEarly => t!(language, "problem-retake-too-early"),
            Self::PlacementTooOften => t!(language, "problem-placement-too-often"),
            Self::AlreadySubmitted => t!(language, "problem-already-submitted"),
            Self::TimeOver => t!(language, "problem-time-over"),
            Self::StepTaken => t!(language, "problem-step-taken"),
            Self::NoBreakLeft => t!(language, "problem-no-break-left"),
            Self::Busy => t!(language, "problem-busy"),
            Self::BrevetBeingSealed => t!(language, "problem-brevet-being-sealed"),
            Self::UnknownBrevet => t!(language, "problem-unknown-brevet"),
            Self::MistypedBrevetNumber => t!(language, "problem-mistyped-number"),
            Self::AlreadyRevoked => t!(language, "problem-already-revoked"),
            Self::AlreadyReplaced => t!(language, "problem-already-replaced"),
            Self::AlreadyRenewed => t!(language, "problem-already-renewed"),
            Self::NotRenewable => t!(language, "problem-not-renewable"),
            Self::RenewalNotOpen => t!(language, "problem-renewal-not-open"),
            Self::LevelIncomplete => t!(language, "problem-level-incomplete"),
            Self::AlreadyAnswered => t!(language, "problem-already-answered"),
            Self::NothingToAsk => t!(language, "problem-nothing-to-ask"),
            Self::RegistrationClosed => t!(language, "problem-registration-closed"),
            Self::LiveSessionFull => t!(language, "problem-live-session-full"),
            Self::LiveSessionBegun => t!(language, "problem-live-session-begun"),
            Self::LiveSessionNotBegun => t!(language, "problem-live-session-not-begun"),
            Self::LiveSessionCancelled => t!(language, "problem-live-session-cancelled"),
            Self::AttendanceClosed => t!(language, "problem-attendance-closed"),
        }
    }
}

/// A request that cannot be answered as asked.
#[derive(Debug)]
pub struct Problem {
    pub kind: Kind,
    pub issues: Vec<Issue>,
    pub retry_after_s: Option<i64>,
    /// How many are allowed before one must wait.
    limit: Option<i32>,
    /// The methods that a resource takes, for `Allow`.
    allowed: Option<String>,
    /// For the log, never for the caller.
    cause: Option<anyhow::Error>,
}

pub type Answer<T = HttpResponse> = Result<T, Problem>;

impl Problem {
    pub fn input(issues: Vec<Issue>) -> Self {
        Self { issues, ..Kind::BadRequest.into() }
    }

    pub fn retry_after(kind: Kind, seconds: i64) -> Self {
        Self { retry_after_s: Some(seconds.max(1)), ..kind.into() }
    }

    /// Too many: how many are free, and how long to wait now.
    pub fn limited(kind: Kind, limit: i32, seconds: i64) -> Self {
        Self { limit: Some(limit), ..Self::retry_after(kind, seconds) }
    }

    pub fn internal(cause: impl Into<anyhow::Error>) -> Self {
        Self { cause: Some(cause.into()), ..Kind::InternalServerError.into() }
    }

    pub fn unavailable(cause: impl Into<anyhow::Error>) -> Self {
        Self { cause: Some(cause.into()), ..Self::retry_after(Kind::ServiceUnavailable, 5) }
    }

    pub fn method_not_allowed(allowed: String) -> Self {
        Self { allowed: Some(allowed), ..Kind::MethodNotAllowed.into() }
    }

    /// What actix refused by itself: a path that cannot be read, a payload that broke off.
    pub fn from_status(status: StatusCode, cause: &actix_web::Error) -> Self {
        match status {
            StatusCode::NOT_FOUND => Kind::ResourceNotFound.into(),
            StatusCode::METHOD_NOT_ALLOWED => Kind::MethodNotAllowed.into(),
            StatusCode::PAYLOAD_TOO_LARGE => Kind::PayloadTooLarge.into(),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Kind::UnsupportedMediaType.into(),
            status if status.is_client_error() => Kind::BadRequest.into(),
            _ => Self::internal(anyhow::anyhow!("{cause}")),
        }
    }

    /// The same problem, for the edge, which only sees a reference.
    pub fn again(&self) -> Self {
        Self {
            kind: self.kind,
            issues: self.issues.clone(),
            retry_after_s: self.retry_after_s,
            limit: self.limit,
            allowed: self.allowed.clone(),
            cause: self.cause.as_ref().map(|cause| anyhow::anyhow!("{cause:#}")),
        }
    }

    /// Writes the cause to the log, once, at the edge.
    pub fn log(&self, trace_id: &str) {
        if let Some(cause) = &self.cause {
            tracing::error!(
                problem = self.kind.name(),
                cause = format!("{cause:#}"),
                trace.id = trace_id,
                "a request failed"
            );
        }
    }

    /// The problem document, in the language of the caller.
    pub fn document(&self, language: Language) -> Value {
        let kind = self.kind;
        let mut document = json!({
            "type": kind.urn(),
            "href": format!("/api#{}", kind.name()),
            "title": kind.title(),
            "status": kind.status().as_u16(),
            "detail": kind.detail(language),
            "instance": format!("urn:uuid:{}", crate::ids::SessionId::new()),
        });
        if !self.issues.is_empty() {
            document["issues"] = self.issues.iter().map(|issue| issue.json(language)).collect();
        }
        if let Some(seconds) = self.retry_after_s {
            document["retryAfterSec"] = seconds.into();
        }
        if let Some(limit) = self.limit {
            document["limit"] = limit.into();
        }
        document
    }

    /// The headers that belong to the problem, on an empty answer of its status.
    pub fn response_builder(&self) -> actix_web::HttpResponseBuilder {
        let mut response = HttpResponse::build(self.kind.status());
        if self.kind.status() == StatusCode::UNAUTHORIZED {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
        }
        if let Some(seconds) = self.retry_after_s {
            response.insert_header((header::RETRY_AFTER, seconds.to_string()));
        }
        if let Some(allowed) = &self.allowed {
            response.insert_header((header::ALLOW, allowed.as_str()));
        }
        response
    }
}

impl From<Kind> for Problem {
    fn from(kind: Kind) -> Self {
        Self { kind, issues: Vec::new(), retry_after_s: None, limit: None, allowed: None, cause: None }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.title())
    }
}

impl std::error::Error for Problem {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_ref().map(AsRef::as_ref)
    }
}

/// `routes.rs` turns the problem into a document or a page; this is what remains should nobody do so.
impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.kind.status()
    }

    fn error_response(&self) -> HttpResponse {
        self.response_builder().finish()
    }
}

impl From<diesel::result::Error> for Problem {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind, Error};
        match error {
            Error::NotFound => Kind::ResourceNotFound.into(),
            Error::DatabaseError(DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand, _)
            | Error::BrokenTransactionManager => Self::unavailable(error),
            Error::DatabaseError(_, ref told) if is_going_away(told.message()) => Self::unavailable(error),
            other => Self::internal(other),
        }
    }
}

/// What Postgres and its driver say while a server stops, starts, fails over or has no connection left.
fn is_going_away(message: &str) -> bool {
    ["terminating connection", "shutting down", "starting up", "recovery mode", "connection closed", "too many clients"]
        .iter()
        .any(|sign| message.contains(sign))
}

impl From<diesel_async::pooled_connection::deadpool::PoolError> for Problem {
    fn from(error: diesel_async::pooled_connection::deadpool::PoolError) -> Self {
        Self::unavailable(error)
    }
}

/// For `default_service` and methods that a route does not take.
pub async fn not_found(_: HttpRequest) -> Answer {
    Err(Kind::ResourceNotFound.into())
}
