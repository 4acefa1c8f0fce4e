//! Why a job failed, in the language of who reads it, where the reason is a known one.

use crate::{brevets::sealing, keys, locale::Language, mail, t};

/// What stands in the way of a job.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hindrance {
    NoTimestamp,
    BadTimestamp,
    NewAuthority,
    NoProof,
    NoKey,
    SealFailed,
    MailNotTaken,
}

impl Hindrance {
    /// By the first words of the error.
    pub fn of(error: &str) -> Option<Self> {
        let known = [
            (sealing::NO_TIMESTAMP, Self::NoTimestamp),
            (sealing::BAD_TIMESTAMP, Self::BadTimestamp),
            (sealing::NEW_AUTHORITY, Self::NewAuthority),
            (sealing::NO_PROOF, Self::NoProof),
            (sealing::FAILED, Self::SealFailed),
            (keys::UNUSABLE, Self::NoKey),
            (mail::deliver::NOT_TAKEN, Self::MailNotTaken),
        ];
        known.into_iter().find(|(words, _)| error.starts_with(words)).map(|(_, hindrance)| hindrance)
    }

    pub fn words(self, language: Language) -> String {
        match self {
            Self::NoTimestamp => t!(language, "job-no-timestamp"),
            Self::BadTimestamp => t!(language, "job-bad-timestamp"),
            Self::NewAuthority => t!(language, "job-new-timestamp"),
            Self::NoProof => t!(language, "job-no-proof"),
            Self::NoKey => t!(language, "job-no-key"),
            Self::SealFailed => t!(language, "job-seal-failed"),
            Self::MailNotTaken => t!(language, "job-mail-not-taken"),
        }
    }
}
