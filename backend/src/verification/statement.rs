//! The check of the statement in the QR code, for when the register is out of reach. Nothing here asks the database.

use crate::{
    app::App,
    brevets::number::BrevetNumber,
    competencies::Level,
    identity::browser,
    input::{Body, Form, Input},
    locale::{self, Language},
    page::{Page, show},
    problem::{Answer, Problem, Reason},
    t,
};
use actix_web::{HttpRequest, HttpResponse, http::header, web};
use askama::Template;
use certificates::statement::{NoStatement, Statement};
use serde_json::json;

/// What is pasted: longer than any address of ours with its statement.
const LONGEST_ADDRESS: usize = 2000;
const LONGEST_NAME: usize = 200;

#[derive(Template)]
#[template(path = "verification/statement.html")]
struct StatementPage {
    page: Page,
    /// The register was asked and could not be reached.
    out_of_reach: bool,
    address: String,
    name: String,
    outcome: Option<Outcome>,
    /// The published keys, for the script.
    keys: String,
    levels: [(u8, String); 2],
}

enum Outcome {
    Genuine { facts: Facts, over: bool, name: NameVerdict },
    Not { title: String, told: String },
}

struct Facts {
    number: String,
    level: String,
    issued_on: String,
    valid_until: Option<String>,
}

#[derive(PartialEq)]
enum NameVerdict {
    NotAsked,
    Same,
    Other,
}

impl StatementPage {
    /// For anybody, signed in or not, also while the database is away: who it is would have to be asked of it.
    fn new(request: &HttpRequest, app: &App) -> Self {
        let language = browser::language(request);
        let mut page = Page::new(request, None, t!(language, "statement-title")).with_form(request);
        page.is_visitor = browser::session_secret(request).is_none();
        Self {
            page,
            out_of_reach: false,
            address: String::new(),
            name: String::new(),
            outcome: None,
            keys: app.badges.jwks().to_string(),
            levels: [(1, level_name(app, Level::Basic, language)), (2, level_name(app, Level::Expert, language))],
        }
    }

    fn is_not(&self, verdict: &NameVerdict) -> bool {
        *verdict == NameVerdict::Other
    }

    fn is(&self, verdict: &NameVerdict) -> bool {
        *verdict == NameVerdict::Same
    }
}

pub(super) fn level_name(app: &App, level: Level, language: Language) -> String {
    let taught = app.course.taught();
    taught.curriculum.level(level).map_or_else(|| level.to_string(), |rules| rules.names.get(language).to_owned())
}

fn level_of(statement: &Statement) -> Level {
    match statement.level {
        certificates::Level::Basic => Level::Basic,
        certificates::Level::Expert => Level::Expert,
    }
}

/// The form; the script reads a scanned address that leads here.
pub async fn get_form(request: HttpRequest, app: web::Data<App>) -> Answer {
    show(&StatementPage::new(&request, &app), browser::language(&request))
}

struct Asked {
    address: String,
    name: Option<String>,
}

fn asked(mut input: Input) -> Result<Asked, Problem> {
    let within = |most: usize| {
        move |text: &str| match text.chars().count() {
            count if count > most => Err(Reason::TooLong(most)),
            _ => Ok(text.trim().to_owned()),
        }
    };
    let address = input.take("address", within(LONGEST_ADDRESS));
    let name = input.take_optional("name", within(LONGEST_NAME));
    input.finish()?;
    Ok(Asked { address: address.unwrap_or_default(), name })
}

pub async fn post_form(request: HttpRequest, Form(fields): Form, app: web::Data<App>) -> Answer {
    let language = browser::language(&request);
    let mut shown = StatementPage::new(&request, &app);
    shown.address = fields.get("address").unwrap_or_default().to_owned();
    shown.name = fields.get("name").unwrap_or_default().to_owned();
    match asked(fields.input()) {
        Ok(asked) => {
            let outcome = outcome(&app, &shown.page, &asked);
            shown.page.title = match &outcome {
                Outcome::Genuine { .. } => t!(language, "statement-genuine"),
                Outcome::Not { title, .. } => title.clone(),
            };
            shown.outcome = Some(outcome);
            show(&shown, language)
        }
        Err(problem) => {
            shown.page = shown.page.with_issues(&problem.issues);
            crate::page::show_again(&shown, language)
        }
    }
}

fn outcome(app: &App, page: &Page, asked: &Asked) -> Outcome {
    let language = page.language;
    match Statement::check(&asked.address, app.badges.known()) {
        Ok(statement) => Outcome::Genuine {
            over: statement.valid_until.is_some_and(|day| locale::day(app.clock.now()) > day),
            name: match &asked.name {
                None => NameVerdict::NotAsked,
                Some(name) if statement.names(name) => NameVerdict::Same,
                Some(_) => NameVerdict::Other,
            },
            facts: Facts {
                number: grouped(&statement.number),
                level: level_name(app, level_of(&statement), language),
                issued_on: page.day(&statement.issued_on),
                valid_until: statement.valid_until.map(|day| page.day(&day)),
            },
        },
        Err(no) => Outcome::Not {
            title: match no {
                NoStatement::Absent | NoStatement::Damaged => t!(language, "statement-unread"),
                NoStatement::UnknownKey | NoStatement::Forged => t!(language, "statement-not-ours"),
            },
            told: match no {
                NoStatement::Absent => t!(language, "statement-absent"),
                NoStatement::Damaged => t!(language, "statement-damaged"),
                NoStatement::UnknownKey => t!(language, "statement-unknown-key"),
                NoStatement::Forged => t!(language, "statement-forged"),
            },
        },
    }
}

fn grouped(number: &str) -> String {
    BrevetNumber::parse(number).map_or_else(|_| number.to_owned(), |number| number.to_string())
}

/// What a verification answers while the database is away: that it is, and what can be told without it.
pub fn out_of_reach(request: &HttpRequest, problem: &Problem) -> Option<HttpResponse> {
    let app = App::of(request).ok()?;
    let mut shown = StatementPage::new(request, app);
    shown.page.title = t!(shown.page.language, "statement-out-of-reach");
    shown.out_of_reach = true;
    shown.address = app.address(request.path());
    let html = shown.render().ok()?;
    let language = shown.page.language;
    let mut answer = problem.response_builder();
    answer.content_type("text/html; charset=utf-8").insert_header((header::CONTENT_LANGUAGE, language.word()));
    Some(answer.insert_header((header::CACHE_CONTROL, "no-store")).body(html))
}

/// The same by REST.
pub async fn post_check(Body(input): Body, app: web::Data<App>) -> Answer {
    let asked = asked(input)?;
    let answer = match Statement::check(&asked.address, app.badges.known()) {
        Ok(statement) => {
            let mut told = json!({
                "genuine": true, "number": statement.number, "level": level_of(&statement),
                "issuedOn": statement.issued_on,
            });
            if let Some(day) = statement.valid_until {
                told["validUntil"] = json!(day);
            }
            if let Some(name) = &asked.name {
                told["nameMatches"] = json!(statement.names(name));
            }
            told
        }
        Err(no) => {
            let reason = match no {
                NoStatement::Absent => "absent",
                NoStatement::Damaged => "damaged",
                NoStatement::UnknownKey => "unknownKey",
                NoStatement::Forged => "forged",
            };
            json!({ "genuine": false, "reason": reason })
        }
    };
    Ok(HttpResponse::Ok().json(answer))
}
