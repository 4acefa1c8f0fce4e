//! Delivering one mail: by SMTP, or kept and shown in the terminal where no mail server is configured.

use super::{MailState, store::Mail};
use crate::settings::Settings;
use anyhow::Context;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
    transport::smtp,
};
use std::time::Duration;

/// The first words of an error, when a mail was not taken: administrators read it in their language.
pub const NOT_TAKEN: &str = "the mail server did not take the mail";

/// The way out for mail.
pub struct Mailer {
    from: Mailbox,
    server: Option<AsyncSmtpTransport<Tokio1Executor>>,
    /// Whether kept mails are shown in the terminal: only where the service runs for demonstration, for they hold links.
    shows: bool,
}

impl Mailer {
    pub fn new(settings: &Settings) -> anyhow::Result<Self> {
        let from = settings.mail_from.parse().context("CONNECTOO_MAIL_FROM is not an address")?;
        let server = settings.smtp_url.as_deref().map(|url| {
            let builder =
                AsyncSmtpTransport::<Tokio1Executor>::from_url(url).context("CONNECTOO_SMTP_URL is malformed")?;
            anyhow::Ok(builder.timeout(Some(Duration::from_secs(20))).build())
        });
        Ok(Self { from, server: server.transpose()?, shows: settings.is_demonstration() })
    }

    /// Whether mails leave this machine.
    pub fn sends(&self) -> bool {
        self.server.is_some()
    }

    /// What became of the mail. An error means: try again later.
    pub async fn deliver(&self, mail: &Mail) -> anyhow::Result<MailState> {
        let Some(server) = &self.server else {
            if self.shows {
                println!("\n── mail to {} ──\n{}\n\n{}──\n", mail.recipient, mail.subject, mail.body_text);
            }
            return Ok(MailState::Kept);
        };
        let Ok(recipient) = mail.recipient.parse() else {
            tracing::warn!(mail.id = %mail.id, "a mail is to no address");
            return Ok(MailState::Refused);
        };
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(recipient)
            .subject(&mail.subject)
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.email.domain())))
            .multipart(MultiPart::alternative_plain_html(mail.body_text.clone(), mail.body_html.clone()))?;
        if let Some(address) = &mail.stop_address {
            // RFC 2369 and RFC 8058: the mail program's own button, which sends one POST.
            let headers = message.headers_mut();
            headers.insert_raw(header("List-Unsubscribe", format!("<{address}>")));
            headers.insert_raw(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
        }
        let Err(error) = server.send(message).await else { return Ok(MailState::Sent) };
        // A client's error is one of the address, which this server cannot be given, when the way to the server works.
        let is_the_recipients = refuses_recipient(&error) || error.is_client();
        if is_the_recipients && server.test_connection().await.is_ok_and(|works| works) {
            tracing::warn!(mail.id = %mail.id, "a mail cannot be sent to its recipient, for good");
            return Ok(MailState::Refused);
        }
        Err(match error.status() {
            // What the server says beyond it may hold the address of a person.
            Some(status) => anyhow::anyhow!("{NOT_TAKEN}: it answered {status}"),
            None => anyhow::Error::from(error).context(NOT_TAKEN),
        })
    }
}

/// Whether a mail server says that the address of the recipient takes no mail. Any other "no" may end: of a wrong password, a
/// sender that is not allowed, a full disk or a server that takes this one for a sender of spam.
fn refuses_recipient(error: &smtp::Error) -> bool {
    let is_about_a_mailbox =
        matches!(error.status().map(|code| code.to_string()).as_deref(), Some("550" | "551" | "553"));
    let told = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    // RFC 3463: 5.1.x is about an address, 7 and 8 of them about the sender's; 5.2.1 is a closed mailbox; 5.7.x is policy.
    let enhanced =
        told.split_whitespace().next().filter(|word| word.starts_with("5.") && word.matches('.').count() == 2);
    let is_the_recipients =
        enhanced.is_none_or(|code| code == "5.2.1" || code.starts_with("5.1.") && !matches!(code, "5.1.7" | "5.1.8"));
    error.is_permanent() && is_about_a_mailbox && is_the_recipients
}

fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}
