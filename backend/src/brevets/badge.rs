//! The badge of a brevet: made once, when it is first asked for, and kept as it was signed.

use super::{Brevet, badge_store};
use crate::{
    app::App,
    competencies::Level,
    db::Connection,
    locale::{self, Language},
    problem::Problem,
    routes::API,
    t,
};
use certificates::badge::{Achievement, Badge, Issuer, StatusList};
use chrono::{DateTime, Duration, NaiveTime, Utc};
use ring::rand::{SecureRandom, SystemRandom};

/// How long a status list is good for: an older copy cannot hide a revocation longer than this.
const LIST_VALID: Duration = Duration::days(1);
/// How long readers may keep one.
pub const LIST_KEPT: Duration = Duration::minutes(5);
/// How often another place in the list is tried when one is taken. Lists are closed when half full.
const PATIENCE: usize = 60;

/// With its name as it is in this language: a badge has one.
pub fn issuer(app: &App, language: Language) -> Issuer {
    let name = app.settings.issuer.get(language).to_owned();
    Issuer { address: issuer_address(app), name, home: app.address("/") }
}

fn issuer_address(app: &App) -> String {
    api(app, "/issuer")
}

/// The address at which the signing key's JWK is published.
fn key_address(app: &App) -> String {
    api(app, &format!("/issuer/keys/{}", app.badges.signing().public().id()))
}

pub fn list_address(app: &App, list: i32) -> String {
    api(app, &format!("/statusLists/{list}"))
}

fn api(app: &App, path: &str) -> String {
    app.address(&format!("{API}{path}"))
}

/// What a level stands for, in one language. None when the course does not have the level.
pub fn achievement(app: &App, level: Level, language: Language) -> Option<Achievement> {
    let taught = app.course.taught();
    let rules = taught.curriculum.level(level)?;
    let name = rules.names.get(language);
    let names = rules.competencies.iter().map(|competency| format!("- {}", competency.names.get(language)));
    let criteria = format!("{}\n\n{}", t!(language, "badge-criteria"), names.collect::<Vec<_>>().join("\n"));
    Some(Achievement {
        address: api(app, &format!("/achievements/{level}")),
        name: t!(language, "badge-name", level = name),
        description: t!(language, "badge-description"),
        criteria,
        criteria_address: app.address(&format!("/levels/{level}")),
        image: app.address(&format!("/static/achievement-{level}.svg")),
        language: language.into(),
    })
}

/// The badge as it was signed, now or before. Two who ask at once get the same.
pub async fn badge(app: &App, db: &mut Connection, brevet: &Brevet) -> Result<String, Problem> {
    if let Some(jwt) = badge_store::badge(db, brevet.id).await? {
        return Ok(jwt);
    }
    let list = badge_store::open_list(db).await?;
    for _ in 0..PATIENCE {
        let status_index = random_place()?;
        let jwt = signed(app, brevet, list, status_index)?;
        let kept = badge_store::keep_badge(db, brevet.id, (list, status_index), &jwt, app.clock.now()).await?;
        // Not kept: the place is taken, or somebody else was faster.
        if !kept && badge_store::badge(db, brevet.id).await?.is_none() {
            continue;
        }
        tracing::info!(brevet.id = %brevet.id, "badge signed");
        break;
    }
    let kept = badge_store::badge(db, brevet.id).await?;
    kept.ok_or_else(|| Problem::internal(anyhow::anyhow!("no free place in status list {list}")))
}

/// A place told by chance: neighbours in the list tell nothing about each other.
fn random_place() -> Result<i32, Problem> {
    let mut bytes = [0; 4];
    SystemRandom::new().fill(&mut bytes).map_err(|_| Problem::internal(anyhow::anyhow!("no random bytes")))?;
    let place = u32::from_be_bytes(bytes) % certificates::badge::LIST_ENTRIES;
    i32::try_from(place).map_err(Problem::internal)
}

fn signed(app: &App, brevet: &Brevet, list: i32, place: i32) -> Result<String, Problem> {
    let achievement = achievement(app, brevet.level, brevet.language)
        .ok_or_else(|| Problem::internal(anyhow::anyhow!("{} is not in the curriculum", brevet.level)))?;
    let badge = Badge {
        address: api(app, &format!("/brevets/{}/badge", brevet.number.as_str())),
        issuer: issuer(app, brevet.language),
        achievement,
        holder: brevet.holder.clone(),
        number: brevet.number.to_string(),
        awarded_at: brevet.awarded_at.timestamp(),
        valid_until: brevet.valid_until.map(|day| end_of(day).timestamp()),
        status_list: list_address(app, list),
        status_index: u32::try_from(place).map_err(Problem::internal)?,
    };
    badge.sign(app.badges.signing(), &key_address(app)).map_err(Problem::internal)
}

/// The last second of a day in Belgium.
fn end_of(day: chrono::NaiveDate) -> DateTime<Utc> {
    // Midnight in Brussels is an hour or two before midnight UTC; the first second that is no longer this day ends it.
    let midnight = day.and_time(NaiveTime::MIN).and_utc() + Duration::days(1);
    let ends = [Duration::hours(2), Duration::hours(1)].map(|ahead| midnight - ahead);
    let last = ends.into_iter().find(|end| locale::day(*end) != day).unwrap_or(midnight);
    last - Duration::seconds(1)
}

/// The signed list of what was revoked; none when no badge stands in it.
pub async fn status_list(app: &App, db: &mut Connection, list: i32) -> Result<Option<String>, Problem> {
    if list < 1 || list > badge_store::open_list(db).await? {
        return Ok(None);
    }
    let revoked = badge_store::revoked(db, list).await?;
    let at = app.clock.now();
    let signed = StatusList {
        address: list_address(app, list),
        issuer: issuer_address(app),
        revoked: revoked.into_iter().filter_map(|place| u32::try_from(place).ok()).collect(),
        issued_at: at.timestamp(),
        valid_until: (at + LIST_VALID).timestamp(),
        kept_ms: LIST_KEPT.num_milliseconds().unsigned_abs(),
    };
    signed.sign(app.badges.signing(), &key_address(app)).map(Some).map_err(Problem::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_at_midnight_in_belgium_in_summer_and_in_winter() {
        let end = |day: &str| end_of(day.parse().unwrap()).to_rfc3339();
        assert_eq!(end("2029-11-20"), "2029-11-20T22:59:59+00:00");
        assert_eq!(end("2029-07-20"), "2029-07-20T21:59:59+00:00");
    }
}
