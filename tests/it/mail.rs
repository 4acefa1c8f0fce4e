//! Mail, in a real SMTP dialogue.

use crate::harness::{PASSWORD, Service, eventually};
use connectoo::mail::MailState;
use serde_json::json;
use std::sync::{Arc, Mutex};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// A mail server that takes everything and keeps what was said.
async fn take(stream: TcpStream, kept: Arc<Mutex<Vec<String>>>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 test\r\n").await?;
    let (mut line, mut letter, mut in_letter) = (String::new(), String::new(), false);
    while stream.read_line(&mut line).await? > 0 {
        if in_letter {
            if line == ".\r\n" {
                in_letter = false;
                kept.lock().unwrap().push(std::mem::take(&mut letter));
                stream.write_all(b"250 kept\r\n").await?;
            } else {
                letter.push_str(&line);
            }
        } else {
            match line.split([' ', '\r']).next().unwrap_or_default() {
                "EHLO" => stream.write_all(b"250-test\r\n250 8BITMIME\r\n").await?,
                "DATA" => {
                    in_letter = true;
                    stream.write_all(b"354 go on\r\n").await?;
                }
                "QUIT" => return stream.write_all(b"221 bye\r\n").await,
                _ => stream.write_all(b"250 fine\r\n").await?,
            }
        }
        line.clear();
    }
    Ok(())
}

/// Takes mail; gives what it was sent.
fn serve(listener: TcpListener) -> Arc<Mutex<Vec<String>>> {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let for_server = kept.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(take(stream, for_server.clone()));
        }
    });
    kept
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_waits_for_the_mail_server_and_then_goes_out_in_text_and_html() {
    // The port is ours, but nobody listens yet.
    let address = {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        listener.local_addr().unwrap()
    };
    let service = Service::start_with(|settings| settings.smtp_url = Some(format!("smtp://{address}"))).await;
    let body = json!({"email": "an@example.be", "name": "Łukasz O’Çelebi", "password": PASSWORD, "language": "nl"});
    service.visitor().post("/registrations", body).await.expect(202);
    let failed = eventually("a first try that fails", || async {
        let jobs = connectoo::jobs::waiting(&mut service.db().await).await.unwrap();
        jobs.into_iter().find_map(|job| job.last_error)
    });
    assert!(failed.await.contains("the mail server did not take the mail"));
    assert_eq!(service.mail_to("an@example.be").await.unwrap().state, MailState::Waiting);

    let kept = serve(TcpListener::bind(address).await.unwrap());
    service.app.clock.shift(chrono::Duration::minutes(1));
    service.app.mail_posted.notify_one();
    let sent = || async { service.mail_to("an@example.be").await.filter(|mail| mail.state == MailState::Sent) };
    eventually("sending the mail", sent).await;
    let letters = kept.lock().unwrap().clone();
    assert_eq!(letters.len(), 1);
    let letter = &letters[0];
    for part in
        ["To: an@example.be", "From: Connectoo <no-reply@connectoo.example>", "text/plain", "text/html", "Message-ID:"]
    {
        assert!(letter.contains(part), "{part}: {letter}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_offers_one_click_to_mail_programs_and_other_letters_do_not() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let kept = serve(listener);
    let service = Service::start_with(|settings| settings.smtp_url = Some(format!("smtp://{address}"))).await;
    crate::harness::with_validity(&service, 2).await; // within the window at once
    service.learner().await.earn_basic(&service).await;
    connectoo::brevets::reminders::write_due(&service.app, &mut service.db().await).await.unwrap();
    let letters = eventually("both letters", || async {
        let letters = kept.lock().unwrap().clone();
        (letters.len() == 2).then_some(letters)
    })
    .await;
    let one_click = |letter: &&String| letter.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    assert_eq!(letters.iter().filter(one_click).count(), 1, "{letters:#?}");
    let reminder = letters.iter().find(one_click).unwrap().replace("\r\n ", " ");
    assert!(reminder.contains(&format!("List-Unsubscribe: <{}/reminders/", service.url)), "{reminder}");
    // Once it has left, its link is forgotten here too.
    let forgotten = || async {
        let mails = connectoo::mail::store::newest(&mut service.db().await).await.unwrap();
        mails.iter().all(|mail| mail.state == MailState::Sent && mail.stop_address.is_none()).then_some(())
    };
    eventually("that both are sent", forgotten).await;
}
