//! The REST door to lists that are checked.

use super::{
    batches::{self, Found, LineState},
    list::{self, Line},
    statement::level_name,
    store::{self, Batch, BatchLine, Tally},
};
use crate::{
    app::App,
    brevets::mails,
    competencies::Level,
    db::Connection,
    identity::{
        access::Db,
        browser,
        throttle::{self, Counted},
    },
    ids::BatchId,
    input::Query,
    locale::Language,
    problem::{Answer, Issue, Kind, Problem, Reason},
    routes::API,
    t,
    upload::Sent,
};
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::{Map, Value, json};

const LARGEST_PAGE: i64 = 1_000;

/// Complaints about the lines of one list.
const COMPLAINTS: usize = 100;
/// Braces, brackets, colons and commas in a list as JSON: of the longest, eight a line. Read, each may cost hundreds of bytes.
const MARKS: usize = 12 * list::MOST;

pub async fn post_batch(request: HttpRequest, Query(query): Query, sent: Sent, app: web::Data<App>, db: Db) -> Answer {
    query.finish()?;
    admit(&request, &app, &db).await?;
    let lines = if sent.is("application/json") {
        list::in_turn(move || from_json(&sent.bytes)).await??
    } else if sent.is("text/csv") {
        let read = list::in_turn(move || list::read(&sent.bytes)).await?;
        read.map_err(|reason| Problem::input(vec![Issue::body("", reason)]))?
    } else {
        let file =
            sent.parts().await?.file.ok_or_else(|| Problem::input(vec![Issue::body("file", Reason::Missing)]))?;
        let read = list::in_turn(move || list::read(&file.bytes)).await?;
        read.map_err(|reason| Problem::input(vec![Issue::body("file", reason)]))?
    };
    let id = batches::take(&app, &mut *db.get().await?, &lines).await?;
    let batch = store::batch(&mut *db.get().await?, id, app.clock.now()).await?.ok_or(Kind::ResourceNotFound)?;
    Ok(HttpResponse::Accepted().insert_header(("Location", href(id))).json(batch_json(&batch)))
}

/// Lets a list in, when this network address has not sent too many. Before it is read: reading is what costs, and one that is
/// refused costs as much.
pub(super) async fn admit(request: &HttpRequest, app: &App, db: &Db) -> Result<(), Problem> {
    let address = browser::remote_address(request);
    let db = &mut *db.get().await?;
    throttle::reserve(db, &[Counted::ListFrom(&address)], Kind::TooManyRequests, app.clock.now()).await
}

fn from_json(bytes: &[u8]) -> Result<Vec<Line>, Problem> {
    let refused = |name: &str, reason| Problem::input(vec![Issue::body(name, reason)]);
    if bytes.iter().filter(|byte| matches!(byte, b'{' | b'[' | b':' | b',')).count() > MARKS {
        return Err(refused("items", Reason::TooManyRows(list::MOST)));
    }
    let mut fields = match serde_json::from_slice(bytes) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) => return Err(refused("", Reason::WrongType)),
        Err(error) => return Err(Problem::input(vec![Issue::malformed(&error)])),
    };
    let (mut lines, mut issues) = (Vec::new(), Vec::new());
    match fields.remove("items") {
        Some(Value::Array(items)) if items.len() > list::MOST => {
            issues.push(Issue::body("items", Reason::TooManyRows(list::MOST)));
        }
        Some(Value::Array(items)) if !items.is_empty() => {
            let items = items.into_iter().enumerate();
            lines.extend(items.filter_map(|(place, item)| line_of(place, item, &mut issues)));
            issues.truncate(COMPLAINTS);
        }
        Some(Value::Array(_)) | None => issues.push(Issue::body("items", Reason::Missing)),
        Some(_) => issues.push(Issue::body("items", Reason::WrongType)),
    }
    issues.extend(fields.keys().take(COMPLAINTS).map(|name| Issue::body(name, Reason::Unknown)));
    if issues.is_empty() { Ok(lines) } else { Err(Problem::input(issues)) }
}

/// One line of a list in JSON; what is wrong with it goes to the complaints.
fn line_of(place: usize, item: Value, issues: &mut Vec<Issue>) -> Option<Line> {
    let mut complain = |name: &str, reason| issues.push(Issue::body(format!("items[{place}]{name}"), reason));
    let Value::Object(mut fields) = item else {
        complain("", Reason::WrongType);
        return None;
    };
    let number = match fields.remove("number") {
        Some(Value::String(number)) => Some(number),
        Some(_) => {
            complain(".number", Reason::WrongType);
            None
        }
        None => {
            complain(".number", Reason::Missing);
            None
        }
    };
    let name = match fields.remove("name") {
        Some(Value::String(name)) => Some(name),
        Some(Value::Null) | None => None,
        Some(_) => {
            complain(".name", Reason::WrongType);
            None
        }
    };
    fields.keys().for_each(|name| complain(&format!(".{name}"), Reason::Unknown));
    Some(Line::new(&number?, name.as_deref()))
}

fn href(id: BatchId) -> String {
    format!("{API}/verificationBatches/{id}")
}

fn batch_json(batch: &Batch) -> Value {
    json!({
        "id": batch.id, "href": href(batch.id), "createdAt": batch.created_at, "expiresAt": batch.expires_at,
        "total": batch.total, "checked": batch.checked,
        "status": if batch.checked < batch.total { "running" } else { "done" },
    })
}

fn line_json(line: &BatchLine) -> Value {
    let mut one = match &line.found {
        Some(found) => json!(found),
        None => json!({}),
    };
    one["position"] = json!(line.position);
    one["given"] = json!(line.given);
    if let Some(name) = &line.name {
        one["givenName"] = json!(name);
    }
    one
}

/// The list with this id in a path, while it is kept.
pub(super) async fn find(app: &App, db: &mut Connection, id: &str) -> Result<Batch, Problem> {
    let id: BatchId = id.parse().map_err(|_| Kind::ResourceNotFound)?;
    store::batch(db, id, app.clock.now()).await?.ok_or(Kind::ResourceNotFound.into())
}

pub async fn get_batch(id: web::Path<String>, Query(mut query): Query, app: web::Data<App>, db: Db) -> Answer {
    let after = query.take_optional("afterLine", |text| text.parse::<i32>().map_err(|_| Reason::NotANumber));
    let size = query.take_optional("pageSize", |text| match text.parse() {
        Ok(size @ 1..=LARGEST_PAGE) => Ok(size),
        _ => Err(Reason::OutOfRange(1, LARGEST_PAGE as i32)),
    });
    query.finish()?;
    let (after, size) = (after.unwrap_or_default(), size.unwrap_or(100));
    let db = &mut *db.get().await?;
    let batch = find(&app, db, &id).await?;
    let mut lines = store::lines(db, batch.id, after, size + 1).await?;
    let more = lines.len() as i64 > size;
    lines.truncate(size as usize);
    let mut body = batch_json(&batch);
    body["counts"] = counts(&store::tallies(db, batch.id).await?);
    body["items"] = lines.iter().map(line_json).collect();
    if let (true, Some(last)) = (more, lines.last()) {
        body["next"] = format!("{}?afterLine={}&pageSize={size}", href(batch.id), last.position).into();
    }
    Ok(HttpResponse::Ok().json(body))
}

fn counts(tallies: &[Tally]) -> Value {
    let lines = |state: LineState| tallies.iter().find(|tally| tally.state == state.word()).map_or(0, |t| t.lines);
    let mut counts: Map<String, Value> =
        LineState::ALL.iter().map(|state| (state.word().to_owned(), lines(*state).into())).collect();
    counts.insert("otherName".into(), tallies.iter().map(|tally| tally.other_name).sum::<i64>().into());
    counts.into()
}

/// The result as CSV, for the API and for the page alike: what was checked until now.
pub async fn get_csv(
    request: HttpRequest,
    id: web::Path<String>,
    Query(query): Query,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    query.finish()?;
    let language = browser::language(&request);
    let db = &mut *db.get().await?;
    let batch = find(&app, db, &id).await?;
    let lines = store::lines(db, batch.id, 0, list::MOST as i64).await?;
    let csv = csv_of(&lines, language, &|level| level_name(&app, level, language)).map_err(Problem::internal)?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header(("Content-Language", language.word()))
        .insert_header(("Content-Disposition", "attachment; filename=\"connectoo-verification.csv\""))
        .body(csv))
}

/// With a byte order mark and semicolons, as a Belgian spreadsheet opens it by itself.
fn csv_of(lines: &[BatchLine], language: Language, level: &dyn Fn(Level) -> String) -> Result<Vec<u8>, csv::Error> {
    let mut csv = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    csv.write_record([
        t!(language, "list-given"),
        t!(language, "list-given-name"),
        t!(language, "fact-state"),
        t!(language, "list-name-matches"),
        t!(language, "fact-number"),
        t!(language, "fact-holder"),
        t!(language, "fact-level"),
        t!(language, "fact-issued-on"),
        t!(language, "fact-valid-until"),
        t!(language, "list-since"),
        t!(language, "list-reason"),
        t!(language, "kin-replaced-by"),
    ])?;
    for line in lines {
        csv.write_record(record(line, language, level).map(|cell| defused(&cell)))?;
    }
    Ok(csv.into_inner().unwrap_or_default())
}

fn record(line: &BatchLine, language: Language, level: &dyn Fn(Level) -> String) -> [String; 12] {
    let found = line.found.as_ref();
    let brevet = found.and_then(|found| found.brevet.as_ref());
    let of = |take: &dyn Fn(&batches::FoundBrevet) -> Option<String>| brevet.and_then(take).unwrap_or_default();
    [
        line.given.clone(),
        line.name.clone().unwrap_or_default(),
        found.map(|found| line_state(found, language)).unwrap_or_default(),
        found.and_then(|found| found.name_matches).map(|same| yes_or_no(same, language)).unwrap_or_default(),
        of(&|brevet| Some(brevet.number.clone())),
        of(&|brevet| Some(brevet.holder.clone())),
        of(&|brevet| Some(level(brevet.level))),
        of(&|brevet| Some(brevet.issued_on.to_string())),
        of(&|brevet| brevet.valid_until.map(|day| day.to_string())),
        of(&|brevet| brevet.since.map(|day| day.to_string())),
        of(&|brevet| brevet.reason.map(|reason| mails::reason(reason, language))),
        of(&|brevet| brevet.replaced_by.clone()),
    ]
}

/// The word for what a line is worth.
pub(super) fn line_state(found: &Found, language: Language) -> String {
    state_name(found.state, language)
}

pub(super) fn state_name(state: LineState, language: Language) -> String {
    match state {
        LineState::Valid => t!(language, "brevet-valid"),
        LineState::Expired => t!(language, "brevet-expired"),
        LineState::Revoked => t!(language, "brevet-revoked"),
        LineState::Replaced => t!(language, "brevet-replaced"),
        LineState::Unknown => t!(language, "list-unknown"),
        LineState::Mistyped => t!(language, "list-mistyped"),
    }
}

pub(super) fn yes_or_no(yes: bool, language: Language) -> String {
    if yes { t!(language, "list-name-same") } else { t!(language, "list-name-other") }
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).
fn defused(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_csv_opens_in_a_spreadsheet_and_runs_no_formula() {
        let line = |given: &str, name: &str| BatchLine {
            position: 1,
            given: given.into(),
            name: Some(name.into()),
            found: Some(Found { state: LineState::Mistyped, brevet: None, name_matches: None }),
        };
        let lines = [line("=1+1", "@SUM(A1)"), line("ABCD", "Peeters; An \"Ann\"")];
        let text = String::from_utf8(csv_of(&lines, Language::En, &|level| level.to_string()).unwrap()).unwrap();
        assert!(text.starts_with("\u{feff}Number you gave;"), "{text}");
        assert!(text.contains("\r\n'=1+1;'@SUM(A1);"), "{text}");
        assert!(text.contains("\r\nABCD;\"Peeters; An \"\"Ann\"\"\";"), "{text}");
    }
}
