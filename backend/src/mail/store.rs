//! The outbox in the database.

use super::{Letter, MailState};
use crate::{
    db::Connection,
    ids::MailId,
    jobs::{self, Hurry, JobKind},
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
    /// Where a mail program asks for no more such mails.
    pub stop_address: Option<String>,
}

impl Mail {
    /// The text where an administrator may read it: only of a mail that did not leave, since it holds the links of people.
    pub fn readable_text(&self) -> Option<&str> {
        (self.state == MailState::Kept).then_some(self.body_text.as_str())
    }
}

/// Puts a letter into the outbox, in the caller's transaction if there is one.
pub async fn post(db: &mut Connection, recipient: &str, letter: &Letter, at: DateTime<Utc>) -> Result<(), Problem> {
    post_all(db, &[(recipient, letter)], at).await
}

/// The same of many letters, each to its recipient.
pub async fn post_all(db: &mut Connection, letters: &[(&str, &Letter)], at: DateTime<Utc>) -> Result<(), Problem> {
    let mail = |(recipient, letter): &(&str, &Letter)| -> Result<Mail, askama::Error> {
        Ok(Mail {
            id: MailId::new(),
            recipient: (*recipient).to_owned(),
            language: letter.language,
            subject: letter.subject.clone(),
            body_text: letter.text()?,
            body_html: letter.html()?,
            state: MailState::Waiting,
            written_at: at,
            stop_address: letter.stop.as_ref().map(|stop| stop.address.clone()),
        })
    };
    let mails: Vec<Mail> = letters.iter().map(mail).collect::<Result<_, _>>().map_err(Problem::internal)?;
    // What can be stopped comes by itself: nobody waits for it.
    let hurry = |mail: &Mail| if mail.stop_address.is_some() { Hurry::Unhurried } else { Hurry::Awaited };
    let ids: Vec<_> = mails.iter().map(|mail| (mail.id.uuid(), hurry(mail))).collect();
    db.transaction(async |db| {
        diesel::insert_into(mails::table).values(mails).execute(db).await?;
        jobs::queue_all(db, JobKind::SendMail, &ids, at).await
    })
    .await?;
    Ok(())
}

pub async fn mail(db: &mut Connection, id: MailId) -> QueryResult<Mail> {
    Mail::query().filter(mails::id.eq(id)).first(db).await
}

/// Notes what became of a mail. Once it was sent, its words and links are forgotten; of one that did not leave they stay.
pub async fn set_state(db: &mut Connection, id: MailId, state: MailState) -> QueryResult<()> {
    let mail = diesel::update(mails::table.find(id));
    if state == MailState::Sent {
        mail.set((mails::state.eq(state), nothing())).execute(db).await?;
    } else {
        mail.set(mails::state.eq(state)).execute(db).await?;
    }
    Ok(())
}

/// Forgets the words of mails that were refused and written before this moment.
pub async fn forget_refused(db: &mut Connection, before: DateTime<Utc>) -> QueryResult<usize> {
    let refused = mails::table.filter(mails::state.eq(MailState::Refused)).filter(mails::body_text.ne(""));
    let old = refused.filter(mails::written_at.lt(before));
    diesel::update(old).set(nothing()).execute(db).await
}

/// What is left of the words of a mail.
#[diesel::dsl::auto_type(no_type_alias)]
fn nothing() -> _ {
    let nowhere: Option<String> = None;
    (mails::body_text.eq(""), mails::body_html.eq(""), mails::stop_address.eq(nowhere))
}

/// The newest mails, for an administrator.
pub async fn newest(db: &mut Connection) -> QueryResult<Vec<Mail>> {
    Mail::query().order(mails::written_at.desc()).limit(100).load(db).await
}
