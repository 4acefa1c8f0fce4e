//! The administrator's page.

use super::{brevets_of, hindrance};
use crate::{
    app::App,
    brevets::number::BrevetNumber,
    identity::{
        access::{Administrator, Db},
        browser,
    },
    jobs,
    mail::{MailState, store},
    page::{Page, show},
    problem::Answer,
    t,
};
use actix_web::{HttpRequest, web};
use askama::Template;

struct JobLine {
    kind: String,
    /// The brevet that it is about: link and number.
    brevet: Option<(String, String)>,
    since: String,
    tries: i32,
    /// Why the last try failed, when the reason is a known one.
    hindrance: Option<String>,
    /// The same as the program says it, in English.
    last_error: Option<String>,
}

struct MailLine {
    recipient: String,
    subject: String,
    state: String,
    written: String,
    text: String,
}

#[derive(Template)]
#[template(path = "administration/administration.html")]
struct AdministrationPage {
    page: Page,
    jobs: Vec<JobLine>,
    mails: Vec<MailLine>,
    sends: bool,
    seal_subject: String,
    seal_until: String,
}

pub async fn get_administration(
    request: HttpRequest,
    Administrator(viewer): Administrator,
    app: web::Data<App>,
    db: Db,
) -> Answer {
    let language = browser::language(&request);
    let db = &mut *db.get().await?;
    let page = Page::new(&request, Some(&viewer), t!(language, "administration-title"));
    let moment = |at: &chrono::DateTime<chrono::Utc>| format!("{} {}", page.date(at), page.time(at));
    let waiting = jobs::waiting(db).await?;
    let brevets = brevets_of(db, &waiting).await?;
    let link = |number: &BrevetNumber| format!("/administration/brevets/{}", number.as_str());
    let job = |job: &jobs::Job| JobLine {
        brevet: brevets.get(&job.id).map(|number| (link(number), number.to_string())),
        kind: match job.kind {
            jobs::JobKind::SealBrevet => t!(language, "job-seal-brevet"),
            jobs::JobKind::SendMail => t!(language, "job-send-mail"),
            jobs::JobKind::VerifyBatch => t!(language, "job-verify-batch"),
            jobs::JobKind::SealBadgeFile => t!(language, "job-seal-badge-file"),
        },
        since: moment(&job.created_at),
        tries: job.tries,
        hindrance: job.last_error.as_deref().and_then(|error| hindrance::words(error, language)),
        last_error: job.last_error.clone(),
    };
    let mail = |mail: &store::Mail| MailLine {
        recipient: mail.recipient.clone(),
        subject: mail.subject.clone(),
        state: match mail.state {
            MailState::Waiting => t!(language, "mail-state-waiting"),
            MailState::Sent => t!(language, "mail-state-sent"),
            MailState::Kept => t!(language, "mail-state-kept"),
            MailState::Refused => t!(language, "mail-state-refused"),
        },
        written: moment(&mail.written_at),
        text: mail.readable_text().unwrap_or_default().to_owned(),
    };
    let facts = app.seal.facts();
    let until = |facts: &certificates::CertificateFacts| chrono::DateTime::from_timestamp(facts.not_after, 0);
    let shown = AdministrationPage {
        jobs: waiting.iter().map(job).collect(),
        mails: store::newest(db).await?.iter().map(mail).collect(),
        sends: app.mailer.sends(),
        seal_until: page.date(&facts.as_ref().and_then(until).unwrap_or_default()),
        seal_subject: facts.map(|facts| facts.subject).unwrap_or_default(),
        page,
    };
    show(&shown, language)
}
