//! The four languages: which one a request wants, and the words of the pages and mails in it.

use crate::db::pg_enum;
use i18n_embed::{
    LanguageLoader as _,
    fluent::{FluentLanguageLoader, fluent_language_loader},
};
use rust_embed::RustEmbed;
use std::sync::LazyLock;

pg_enum! {
    /// In the order in which they are always offered.
    Language as crate::schema::sql_types::Language { Nl = "nl", Fr = "fr", De = "de", En = "en" }
}

impl Language {
    /// Its name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nl => "Nederlands",
            Self::Fr => "Français",
            Self::De => "Deutsch",
            Self::En => "English",
        }
    }

    /// The best of our languages for an `Accept-Language` header (RFC 9110, 12.5.4).
    pub fn accepted(header: &str) -> Option<Self> {
        let mut wanted: Vec<(Language, f32)> = header
            .split(',')
            .filter_map(|part| {
                let mut pieces = part.trim().split(';');
                let primary = pieces.next()?.split('-').next()?.trim().to_ascii_lowercase();
                let quality = pieces.find_map(|piece| piece.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
                Some((primary.parse().ok()?, quality))
            })
            .filter(|(_, quality)| *quality > 0.0)
            .collect();
        wanted.sort_by(|a, b| b.1.total_cmp(&a.1));
        wanted.first().map(|(language, _)| *language)
    }
}

impl From<Language> for certificates::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::Nl => Self::Nl,
            Language::Fr => Self::Fr,
            Language::De => Self::De,
            Language::En => Self::En,
        }
    }
}

crate::db::jsonb! {
    /// A text in all four languages.
    #[derive(Eq, Default)]
    pub struct Localised {
        pub nl: String,
        pub fr: String,
        pub de: String,
        pub en: String,
    }
}

impl Localised {
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::Fr => &self.fr,
            Language::De => &self.de,
            Language::En => &self.en,
        }
    }

    /// Each text with its language.
    pub fn each(&self) -> impl Iterator<Item = (Language, &str)> {
        Language::ALL.iter().map(|language| (*language, self.get(*language)))
    }

    pub fn map(&self, mut change: impl FnMut(Language, &str) -> String) -> Self {
        Self {
            nl: change(Language::Nl, &self.nl),
            fr: change(Language::Fr, &self.fr),
            de: change(Language::De, &self.de),
            en: change(Language::En, &self.en),
        }
    }
}

#[derive(RustEmbed)]
#[folder = "backend/locales"]
struct Texts;

static LOADERS: LazyLock<[FluentLanguageLoader; 4]> =
    LazyLock::new(|| [load("nl"), load("fr"), load("de"), load("en")]);

fn load(language: &str) -> FluentLanguageLoader {
    let loader = fluent_language_loader!();
    let language = language.parse().expect("our four language tags are well formed");
    loader.load_languages(&Texts, &[language]).expect("the texts are part of the program and tests parse them");
    loader.set_use_isolating(false); // the marks would show in HTML
    loader
}

/// The texts of a language; `t!` is the way to them.
pub fn texts(language: Language) -> &'static FluentLanguageLoader {
    let at = match language {
        Language::Nl => 0,
        Language::Fr => 1,
        Language::De => 2,
        Language::En => 3,
    };
    &LOADERS[at]
}

/// The words for a key in a language; an unknown key does not compile.
#[macro_export]
macro_rules! t {
    ($language:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        i18n_embed_fl::fl!($crate::locale::texts($language), $key $(, $name = ($value))*)
    };
}

/// A date in words of the language: 21 november 2026.
pub fn date(language: Language, date: chrono::NaiveDate) -> String {
    use chrono::Datelike;
    const MONTHS: [[&str; 12]; 4] = [
        [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
        [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    ];
    let (day, month, year) = (date.day(), date.month0() as usize, date.year());
    match language {
        Language::Nl => format!("{day} {} {year}", MONTHS[0][month]),
        Language::Fr if day == 1 => format!("1er {} {year}", MONTHS[1][month]),
        Language::Fr => format!("{day} {} {year}", MONTHS[1][month]),
        Language::De => format!("{day}. {} {year}", MONTHS[2][month]),
        Language::En => format!("{day} {} {year}", MONTHS[3][month]),
    }
}

/// A number as it is written in the language: 2,5, in English 2.5.
pub fn number(language: Language, number: f64) -> String {
    match language {
        Language::En => number.to_string(),
        Language::Nl | Language::Fr | Language::De => number.to_string().replace('.', ","),
    }
}

/// A share as a percentage, as it is written in the language.
pub fn percent(language: Language, share: f64) -> String {
    let number = (share * 1000.0).round() / 10.0;
    let text = if number.fract() == 0.0 { format!("{number:.0}") } else { format!("{number:.1}") };
    match language {
        Language::En => format!("{text}%"),
        Language::Nl | Language::Fr | Language::De => format!("{}\u{a0}%", text.replace('.', ",")),
    }
}

/// The clock time of a moment in Belgium, as in 14:03.
pub fn time_of_day(at: chrono::DateTime<chrono::Utc>) -> String {
    at.with_timezone(&belgian_offset(at)).format("%H:%M").to_string()
}

/// The moment of a date and a clock time in Belgium. Of the hour that comes twice in autumn it is the first; one that spring
/// leaves out is read as winter time.
pub fn moment(wall: chrono::NaiveDateTime) -> chrono::DateTime<chrono::Utc> {
    let at = |hours| (wall - chrono::Duration::hours(hours)).and_utc();
    if belgian_offset(at(2)).local_minus_utc() == 7200 { at(2) } else { at(1) }
}

/// Date and clock time of a moment in Belgium, as a field for both takes them: 2026-11-21T14:03.
pub fn wall(at: chrono::DateTime<chrono::Utc>) -> String {
    at.with_timezone(&belgian_offset(at)).format("%Y-%m-%dT%H:%M").to_string()
}

/// The day of a moment in Belgium.
pub fn day(at: chrono::DateTime<chrono::Utc>) -> chrono::NaiveDate {
    at.with_timezone(&belgian_offset(at)).date_naive()
}

/// Central European Time with summer time from the last Sunday of March to that of October, 01:00 UTC (directive 2000/84/EC).
fn belgian_offset(at: chrono::DateTime<chrono::Utc>) -> chrono::FixedOffset {
    use chrono::{Datelike, NaiveDate};
    let change = |month: u32| {
        let last = NaiveDate::from_ymd_opt(at.year(), month, 31).unwrap_or_default();
        let sunday = last - chrono::Duration::days(i64::from(last.weekday().num_days_from_sunday()));
        sunday.and_hms_opt(1, 0, 0).unwrap_or_default().and_utc()
    };
    let summer = (change(3)..change(10)).contains(&at);
    chrono::FixedOffset::east_opt(if summer { 7200 } else { 3600 }).expect("one and two hours are offsets")
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn the_best_accepted_language_wins() {
        assert_eq!(Language::accepted("fr-BE,fr;q=0.9,en;q=0.8"), Some(Language::Fr));
        assert_eq!(Language::accepted("es, de;q=0.4, nl;q=0.7"), Some(Language::Nl));
        assert_eq!(Language::accepted("nl;q=0, en;q=0.1"), Some(Language::En));
        assert_eq!(Language::accepted("es"), None);
        assert_eq!(Language::accepted(""), None);
    }

    #[test]
    fn dates_are_in_words() {
        let first = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        let words: Vec<String> = Language::ALL.iter().map(|language| date(*language, first)).collect();
        assert_eq!(words, ["1 maart 2026", "1er mars 2026", "1. März 2026", "1 March 2026"]);
    }

    #[test]
    fn a_number_has_the_decimal_sign_of_its_language() {
        let words: Vec<String> = Language::ALL.iter().map(|language| number(*language, 1000.5)).collect();
        assert_eq!(words, ["1000,5", "1000,5", "1000,5", "1000.5"]);
        assert_eq!(number(Language::Nl, 3.0), "3");
    }

    #[test]
    fn the_clock_on_the_wall_follows_summer_time() {
        let at = |text: &str| time_of_day(text.parse().unwrap());
        assert_eq!(at("2026-11-21T13:03:00Z"), "14:03");
        assert_eq!(at("2026-07-21T12:03:00Z"), "14:03");
        assert_eq!(at("2026-03-29T00:59:59Z"), "01:59");
        assert_eq!(at("2026-03-29T01:00:00Z"), "03:00");
    }

    #[test]
    fn a_clock_time_becomes_its_moment_and_back() {
        for (typed, meant, shown) in [
            ("2026-11-21T14:03", "2026-11-21T13:03:00Z", "2026-11-21T14:03"),
            ("2026-07-21T14:03", "2026-07-21T12:03:00Z", "2026-07-21T14:03"),
            ("2026-10-25T02:30", "2026-10-25T00:30:00Z", "2026-10-25T02:30"),
            ("2026-03-29T02:30", "2026-03-29T01:30:00Z", "2026-03-29T03:30"),
        ] {
            let found = moment(chrono::NaiveDateTime::parse_from_str(typed, "%Y-%m-%dT%H:%M").unwrap());
            assert_eq!((found, wall(found)), (meant.parse().unwrap(), shown.to_owned()));
        }
    }
}
