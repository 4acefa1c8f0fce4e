//! The curriculum in the database.

use super::{Competency, Curriculum, Level, LevelRules, Proof, Renewal, Retakes};
use crate::{
    db::Connection,
    locale::Localised,
    schema::{competencies, levels},
};
use diesel::{ExpressionMethods, HasQuery, Insertable, QueryDsl, QueryResult, upsert::excluded};
use diesel_async::RunQueryDsl;

#[derive(HasQuery, Insertable)]
#[diesel(table_name = levels)]
struct LevelRow {
    code: Level,
    names: Localised,
    requires: Option<Level>,
    pass_mark: i32,
    validity_months: Option<i32>,
    renewal: Option<Renewal>,
    retakes: Option<Retakes>,
    live_sessions: i32,
}

#[derive(HasQuery, Insertable)]
#[diesel(table_name = competencies)]
struct CompetencyRow {
    code: String,
    level: Level,
    position: i32,
    names: Localised,
    proof: String,
}

pub async fn curriculum(db: &mut Connection) -> QueryResult<Curriculum> {
    let levels = LevelRow::query().order(levels::code).load(db).await?;
    let rows = CompetencyRow::query().order((competencies::level, competencies::position)).load(db).await?;
    let of = |level: Level| {
        let own = rows.iter().filter(move |row| row.level == level);
        own.map(|row| Competency {
            code: row.code.clone(),
            level,
            names: row.names.clone(),
            proof: if row.proof == "brevet" { Proof::Brevet } else { Proof::Quiz },
        })
        .collect()
    };
    let rules = levels.into_iter().map(|row| LevelRules {
        competencies: of(row.code),
        level: row.code,
        names: row.names,
        requires: row.requires,
        pass_mark: row.pass_mark,
        validity_months: row.validity_months,
        renewal: row.renewal,
        retakes: row.retakes,
        live_sessions: row.live_sessions,
    });
    Ok(Curriculum(rules.collect()))
}

/// Writes the curriculum over the stored one. A competency is never taken away: masteries rest on it.
pub async fn save(db: &mut Connection, curriculum: &Curriculum) -> QueryResult<()> {
    for rules in &curriculum.0 {
        let row = LevelRow {
            code: rules.level,
            names: rules.names.clone(),
            requires: rules.requires,
            pass_mark: rules.pass_mark,
            validity_months: rules.validity_months,
            renewal: rules.renewal.clone(),
            retakes: rules.retakes.clone(),
            live_sessions: rules.live_sessions,
        };
        diesel::insert_into(levels::table)
            .values(row)
            .on_conflict(levels::code)
            .do_update()
            .set((
                levels::names.eq(excluded(levels::names)),
                levels::requires.eq(excluded(levels::requires)),
                levels::pass_mark.eq(excluded(levels::pass_mark)),
                levels::validity_months.eq(excluded(levels::validity_months)),
                levels::renewal.eq(excluded(levels::renewal)),
                levels::retakes.eq(excluded(levels::retakes)),
                levels::live_sessions.eq(excluded(levels::live_sessions)),
            ))
            .execute(db)
            .await?;
        // Out of the way first: (level, position) is unique, and an order may change.
        diesel::update(competencies::table.filter(competencies::level.eq(rules.level)))
            .set(competencies::position.eq(competencies::position + 1000))
            .execute(db)
            .await?;
        let rows: Vec<CompetencyRow> =
            (1..).zip(&rules.competencies).map(|(position, competency)| row_of(position, competency)).collect();
        diesel::insert_into(competencies::table)
            .values(rows)
            .on_conflict(competencies::code)
            .do_update()
            .set((
                competencies::level.eq(excluded(competencies::level)),
                competencies::position.eq(excluded(competencies::position)),
                competencies::names.eq(excluded(competencies::names)),
                competencies::proof.eq(excluded(competencies::proof)),
            ))
            .execute(db)
            .await?;
    }
    Ok(())
}

fn row_of(position: i32, competency: &Competency) -> CompetencyRow {
    CompetencyRow {
        code: competency.code.clone(),
        level: competency.level,
        position,
        names: competency.names.clone(),
        proof: match competency.proof {
            Proof::Quiz => "quiz".to_owned(),
            Proof::Brevet => "brevet".to_owned(),
        },
    }
}
