//! The outbox in the database.

use super::{Letter, MailState};
use crate::{
    db::Connection,
    ids::MailId,
    jobs::{self, JobKind},
    locale::Language,
    problem::Problem,
    schema::mails,
};
use chrono::{DateTime, Utc};
use diesel::{ExpressionMethods, HasQuery, Insertable, QueryDsl, QueryResult};
use diesel_async::{AsyncConnection, RunQueryDsl};

#[derive(HasQuery, Insertable, Clone, Debug)]
#[diesel(table_name = mails)]
pub struct Mail {
    pub id: MailId,
    pub recipient: String,
    pub language: Language,
    pub subject: String,
    pub body_text: String,
    pub body_html: String,
    pub state: MailState,
    pub written_at: DateTime<Utc>,
}

impl Mail {
    /// The text where an administrator may read it: only of a mail that did not leave, since it holds the links of people.
    pub fn readable_text(&self) -> Option<&str> {
        (self.state == MailState::Kept).then_some(self.body_text.as_str())
    }
}

/// Puts a letter into the outbox, in the caller's transaction if there is one.
pub async fn post(db: &mut Connection, recipient: &str, letter: &Letter, at: DateTime<Utc>) -> Result<(), Problem> {
    let mail = Mail {
        id: MailId::new(),
        recipient: recipient.to_owned(),
        language: letter.language,
        subject: letter.subject.clone(),
        body_text: letter.text().map_err(Problem::internal)?,
        body_html: letter.html().map_err(Problem::internal)?,
        state: MailState::Waiting,
        written_at: at,
    };
    db.transaction(async |db| {
        diesel::insert_into(mails::table).values(&mail).execute(db).await?;
        jobs::queue(db, JobKind::SendMail, mail.id.uuid(), at).await
    })
    .await?;
    Ok(())
}

pub async fn mail(db: &mut Connection, id: MailId) -> QueryResult<Mail> {
    Mail::query().filter(mails::id.eq(id)).first(db).await
}

/// Notes what became of a mail. Unless it is kept for an administrator to read, its words and links are forgotten.
pub async fn set_state(db: &mut Connection, id: MailId, state: MailState) -> QueryResult<()> {
    let mail = diesel::update(mails::table.find(id));
    if state == MailState::Kept {
        mail.set(mails::state.eq(state)).execute(db).await?;
    } else {
        mail.set((mails::state.eq(state), mails::body_text.eq(""), mails::body_html.eq(""))).execute(db).await?;
    }
    Ok(())
}

/// The newest mails, for an administrator.
pub async fn newest(db: &mut Connection) -> QueryResult<Vec<Mail>> {
    Mail::query().order(mails::written_at.desc()).limit(100).load(db).await
}
