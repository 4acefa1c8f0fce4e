//! What the sheet of a brevet says beside the facts of its row, kept with the file, so that a later rename of a competency or
//! of the issuer never makes a genuine print look different.

use super::Brevet;
use crate::{app::App, keys};

crate::db::jsonb! {
    #[derive(Eq)]
    #[serde(rename_all = "camelCase")]
    pub struct Printed {
        /// In the brevet's language and in the order of the course, as all that follows.
        pub competencies: Vec<String>,
        pub issuer: String,
        pub verification_address: String,
        /// Whether the sheet says that its seal is for demonstration.
        pub demonstration: bool,
    }
}

impl Printed {
    /// What is printed by a seal that is for demonstration or not.
    pub fn with(app: &App, brevet: &Brevet, demonstration: bool) -> Self {
        let taught = app.course.taught();
        let competencies = brevet.competencies(&taught.curriculum, brevet.language);
        Self {
            competencies: competencies.into_iter().map(str::to_owned).collect(),
            issuer: app.settings.issuer.get(brevet.language).to_owned(),
            verification_address: app.address(&format!("/verify/{}", brevet.number.as_str())),
            demonstration,
        }
    }

    /// What is printed on a brevet, or will be as soon as it is sealed.
    pub fn of(app: &App, brevet: &Brevet) -> Self {
        brevet.printed.clone().unwrap_or_else(|| {
            let demonstration = app.seal.facts().is_some_and(|facts| keys::is_demonstration(&facts));
            Self::with(app, brevet, demonstration)
        })
    }
}
