//! What a brevet must be: read by people and machines alike, the same each time, and closed to every change.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod badge;
mod forgeries;
mod form;
mod golden;
mod holder;
mod keys;
mod levels;
mod pki;
mod places;
mod sheets;
mod statement;
mod tampering;
mod tokens;
mod tools;
mod validators;
mod words;
