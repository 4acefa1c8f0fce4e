//! The specification of the service, held against the real thing: real Postgres, real browser, real mail dialogue, real tools.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod access;
mod api;
mod architecture;
mod attempts;
mod brevet_command;
mod browser;
mod content;
mod contract;
mod drawings;
mod harness;
mod journeys;
mod live_sessions;
mod mail;
mod migrations;
mod operation;
mod pages;
#[path = "../../certificates/tests/it/pki.rs"]
mod pki;
mod placement;
mod practice;
mod promises;
mod seal;
mod spoken;
mod study;
mod texts;
