//! The pages of the two decisions about a brevet. Each shows its form, then what will happen, and is done only when that is
//! confirmed; the way back loses nothing.

use super::{
    Brevet,
    administration_pages::{Shown, link, may_change, named},
    changes::{self, Replacing, Revoking},
    changes_api::{read_replacing, read_revoking},
    mails,
    state::RevocationReason,
};
use crate::{
    app::App,
    db::Connection,
    identity::{
        Viewer,
        access::{Administrator, Db},
        browser,
    },
    input::{Fields, Form, Input},
    locale::Language,
    page::{Page, go_to, show, show_again},
    problem::{Answer, Kind, Problem},
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::{DateTime, Utc};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Decision {
    Revocation,
    Replacement,
}

/// What was filled in, read.
enum Asked {
    Revoking(Revoking),
    Replacing(Replacing),
}

#[derive(Template)]
#[template(path = "brevets/decision.html")]
struct DecisionPage {
    page: Page,
    shown: Shown,
    /// Where the form is sent.
    action: String,
    /// Of a revocation: value and words.
    reasons: Option<Vec<(&'static str, String)>>,
    reason: String,
    /// Of a replacement.
    holder: String,
    note: String,
    /// When all is said and only the confirmation is wanting.
    confirmation: Option<Confirmation>,
}

struct Confirmation {
    /// What will happen, a sentence each.
    happens: Vec<String>,
    /// What was filled in: name and value.
    given: Vec<(&'static str, String)>,
    button: String,
    /// Whether the button warns.
    takes_away: bool,
}

pub async fn get_revocation(
    request: HttpRequest,
    number: web::Path<String>,
    Administrator(viewer): Administrator,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    Decision::Revocation.form(&request, &viewer, &app, &mut *db.get().await?, &number).await
}

pub async fn get_replacement(
    request: HttpRequest,
    number: web::Path<String>,
    Administrator(viewer): Administrator,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    Decision::Replacement.form(&request, &viewer, &app, &mut *db.get().await?, &number).await
}

pub async fn post_revocation(
    request: HttpRequest,
    number: web::Path<String>,
    Administrator(viewer): Administrator,
    Form(fields): Form,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    Decision::Revocation.step(&request, &viewer, fields, &app, &mut *db.get().await?, &number).await
}

pub async fn post_replacement(
    request: HttpRequest,
    number: web::Path<String>,
    Administrator(viewer): Administrator,
    Form(fields): Form,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    Decision::Replacement.step(&request, &viewer, fields, &app, &mut *db.get().await?, &number).await
}

impl Decision {
    async fn form(
        self,
        request: &HttpRequest,
        viewer: &Viewer,
        app: &App,
        db: &mut Connection,
        number: &str,
    ) -> Answer {
        let brevet = named(db, number).await?;
        if !may_change(&brevet, app) {
            return Ok(go_to(&link(&brevet.number)));
        }
        show(&self.page(request, viewer, app, &brevet, &Fields::default()), browser::language(request))
    }

    async fn step(
        self,
        request: &HttpRequest,
        viewer: &Viewer,
        mut fields: Fields,
        app: &App,
        db: &mut Connection,
        number: &str,
    ) -> Answer {
        let (language, brevet) = (browser::language(request), named(db, number).await?);
        let step = Step::take(&mut fields);
        let mut page = self.page(request, viewer, app, &brevet, &fields);
        match (self.read(fields.input(), &brevet, step, app.clock.now()), step) {
            (Ok(asked), Step::Confirmed) => asked.decide(app, db, viewer, &brevet).await,
            (Ok(asked), Step::Asked) => {
                page.page.title = self.confirm_title(language);
                page.confirmation = Some(asked.confirmation(language));
                show(&page, language)
            }
            (Ok(_), Step::Back) => show(&page, language),
            (Err(problem), _) if problem.kind == Kind::BadRequest => {
                page.page = page.page.with_issues(&problem.issues);
                show_again(&page, language)
            }
            (Err(problem), _) => Err(problem),
        }
    }

    fn page(self, request: &HttpRequest, viewer: &Viewer, app: &App, brevet: &Brevet, fields: &Fields) -> DecisionPage {
        let language = browser::language(request);
        let page = Page::new(request, Some(viewer), self.title(language));
        let reasons = || RevocationReason::ALL.iter().map(|reason| (reason.word(), mails::reason(*reason, language)));
        DecisionPage {
            shown: Shown::new(app, &page, brevet),
            action: format!("{}/{}", link(&brevet.number), self.noun()),
            reasons: (self == Self::Revocation).then(|| reasons().collect()),
            reason: fields.get("reason").unwrap_or_default().to_owned(),
            holder: fields.get("holder").unwrap_or(&brevet.holder).to_owned(),
            note: fields.get("note").unwrap_or_default().to_owned(),
            confirmation: None,
            page,
        }
    }

    fn noun(self) -> &'static str {
        match self {
            Self::Revocation => "revocation",
            Self::Replacement => "replacement",
        }
    }

    fn title(self, language: Language) -> String {
        match self {
            Self::Revocation => t!(language, "revoke-title"),
            Self::Replacement => t!(language, "replace-title"),
        }
    }

    fn confirm_title(self, language: Language) -> String {
        match self {
            Self::Revocation => t!(language, "revoke-confirm-title"),
            Self::Replacement => t!(language, "replace-confirm-title"),
        }
    }

    fn read(self, input: Input, brevet: &Brevet, step: Step, at: DateTime<Utc>) -> Result<Asked, Problem> {
        match self {
            Self::Revocation => Ok(Asked::Revoking(read_revoking(input)?)),
            Self::Replacement => {
                let asked = read_replacing(input)?;
                // When it is done, the transaction looks for itself.
                if step != Step::Confirmed {
                    changes::may_replace(brevet, &asked, at)?;
                }
                Ok(Asked::Replacing(asked))
            }
        }
    }
}

impl Asked {
    fn confirmation(&self, language: Language) -> Confirmation {
        match self {
            Self::Revoking(Revoking { reason, note }) => {
                let note = note.as_ref().map(changes::Note::as_str);
                let happens = [
                    Some(t!(language, "revoke-happens-state")),
                    Some(t!(language, "verify-reason", reason = mails::reason(*reason, language))),
                    note.map(|note| t!(language, "history-note", note = note)),
                    Some(t!(language, "revoke-happens-expert")),
                    Some(t!(language, "revoke-happens-mail")),
                ];
                Confirmation {
                    happens: happens.into_iter().flatten().collect(),
                    given: vec![("reason", reason.word().to_owned()), ("note", note.unwrap_or_default().to_owned())],
                    button: t!(language, "revoke-confirm-button"),
                    takes_away: true,
                }
            }
            Self::Replacing(Replacing { holder, note }) => {
                let note = note.as_str();
                Confirmation {
                    happens: vec![
                        t!(language, "replace-happens-new", name = holder.as_str()),
                        t!(language, "history-note", note = note),
                        t!(language, "replace-happens-old"),
                        t!(language, "replace-happens-mail"),
                    ],
                    given: vec![("holder", holder.as_str().to_owned()), ("note", note.to_owned())],
                    button: t!(language, "replace-confirm-button"),
                    takes_away: false,
                }
            }
        }
    }

    /// Does it, and leads to the brevet that there is then.
    async fn decide(&self, app: &App, db: &mut Connection, viewer: &Viewer, brevet: &Brevet) -> Answer {
        let (then, done) = match self {
            Self::Revoking(asked) => {
                (changes::revoke(app, db, viewer.account, &brevet.number, asked).await?, "revoked")
            }
            Self::Replacing(asked) => {
                (changes::replace(app, db, viewer.account, &brevet.number, asked).await?.0, "replaced")
            }
        };
        Ok(go_to(&format!("{}?done={done}", link(&then.number))))
    }
}

/// Where the form of a decision comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Step {
    /// From its first page.
    Asked,
    /// Back from the confirmation, to change something.
    Back,
    Confirmed,
}

impl Step {
    fn take(fields: &mut Fields) -> Self {
        let step = match fields.get("step") {
            Some("confirmed") => Self::Confirmed,
            Some("back") => Self::Back,
            _ => Self::Asked,
        };
        fields.0.retain(|(name, _)| name != "step");
        step
    }
}
