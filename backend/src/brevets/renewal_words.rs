//! What a learner is told about the brevets that end: until when each is valid, and how to renew it.

use super::{
    Brevet,
    number::BrevetNumber,
    renewal::{Phase, Record, Refusal, Terms},
};
use crate::{
    app::App,
    competencies::{Level, LevelRules},
    locale::{self, Language},
    t,
};
use chrono::NaiveDate;

/// About the newest brevet of a level, when it has a last day and nobody took it back.
pub struct Notice {
    pub number: BrevetNumber,
    pub of: Level,
    /// The name of the level.
    pub level: String,
    /// Until when it is valid, or was.
    pub valid_until: String,
    has_ended: bool,
    pub sentence: String,
    /// Where it can be renewed now.
    pub link: Option<String>,
}

impl Notice {
    /// Whether renewing is what the learner does next: it has ended, and can be renewed.
    pub fn is_next(&self) -> bool {
        self.has_ended && self.link.is_some()
    }
}

/// The notices of a learner in the order of the levels.
pub fn notices(app: &App, record: &Record, language: Language) -> Vec<Notice> {
    let (taught, today) = (app.course.taught(), locale::day(app.clock.now()));
    let name = |level: Level| {
        taught.curriculum.level(level).map(|rules| rules.names.get(language).to_owned()).unwrap_or_default()
    };
    let notice = |rules: &LevelRules| {
        let newest = record.newest(rules.level)?;
        let last_day = newest.valid_until?;
        let verdict = record.may_renew(newest, rules, today);
        let sentence = sentence(&verdict, language, name)?;
        Some(Notice {
            number: newest.number.clone(),
            of: rules.level,
            level: name(rules.level),
            valid_until: valid_until(last_day, today, language),
            has_ended: today > last_day,
            sentence,
            link: verdict.is_ok().then(|| address(newest)),
        })
    };
    taught.curriculum.0.iter().filter_map(notice).collect()
}

/// The page on which a brevet is renewed.
pub fn address(brevet: &Brevet) -> String {
    format!("/brevets/{}/renewal", brevet.number.as_str())
}

fn valid_until(last_day: NaiveDate, today: NaiveDate, language: Language) -> String {
    let day = locale::date(language, last_day);
    match today <= last_day {
        true => t!(language, "renewal-valid-until", day = day),
        false => t!(language, "renewal-ended-on", day = day),
    }
}

fn sentence(verdict: &Result<Terms, Refusal>, language: Language, name: impl Fn(Level) -> String) -> Option<String> {
    Some(match verdict {
        Ok(Terms { phase: Phase::Late, questions, .. }) => t!(language, "renewal-late", count = *questions),
        Ok(Terms { questions, .. }) => t!(language, "renewal-open", count = *questions),
        Err(Refusal::Early(terms)) => t!(language, "renewal-from", day = locale::date(language, terms.opens_on)),
        Err(Refusal::Locked(required)) => t!(language, "renewal-locked", level = name(*required)),
        Err(Refusal::Incomplete) => t!(language, "renewal-incomplete"),
        Err(Refusal::Revoked | Refusal::Renewed | Refusal::Endless) => return None,
    })
}
