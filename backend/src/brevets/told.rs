//! What anybody may know of what a brevet is worth, as the REST doors tell it.

use super::{Brevet, state::BrevetState};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

/// Writes the state of a brevet with its facts, and its kin, into an answer: what anybody may know.
pub fn tell_state(body: &mut Value, brevet: &Brevet, at: DateTime<Utc>) {
    let state = brevet.state(at);
    body["state"] = json!(state.word());
    match state {
        BrevetState::Valid | BrevetState::Expired { .. } => {}
        BrevetState::Revoked(revocation) => {
            body["reason"] = json!(revocation.reason);
            body["revokedAt"] = json!(revocation.at);
        }
        BrevetState::Replaced(replacement) => {
            body["replacedBy"] = json!(replacement.by.as_str());
            body["replacedAt"] = json!(replacement.at);
        }
    }
    let kin = &brevet.kin;
    for (name, number) in [("replaces", &kin.replaces), ("renews", &kin.renews), ("renewedBy", &kin.renewed_by)] {
        if let Some(number) = number {
            body[name] = json!(number.as_str());
        }
    }
}
