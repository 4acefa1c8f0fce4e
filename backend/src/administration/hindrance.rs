//! Why a job failed, in the language of who reads it, where the reason is a known one.

use crate::{brevets::sealing, keys, locale::Language, mail, t};

/// What stands in the way of a job, by the first words of its error; none where they are of no known reason.
pub fn words(error: &str, language: Language) -> Option<String> {
    let is = |words| error.starts_with(words);
    Some(match error {
        _ if is(sealing::NO_TIMESTAMP) => t!(language, "job-no-timestamp"),
        _ if is(sealing::BAD_TIMESTAMP) => t!(language, "job-bad-timestamp"),
        _ if is(sealing::NEW_AUTHORITY) => t!(language, "job-new-timestamp"),
        _ if is(sealing::NO_PROOF) => t!(language, "job-no-proof"),
        _ if is(sealing::FAILED) => t!(language, "job-seal-failed"),
        _ if is(keys::UNUSABLE) => t!(language, "job-no-key"),
        _ if is(mail::deliver::NOT_TAKEN) => t!(language, "job-mail-not-taken"),
        _ => return None,
    })
}
