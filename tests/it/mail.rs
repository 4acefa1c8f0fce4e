//! Mail, in a real SMTP dialogue.

use crate::harness::{PASSWORD, Service, eventually};
use connectoo::mail::{MailState, store::Mail};
use serde_json::json;
use std::sync::{Arc, Mutex};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// What a mail server says in place of "fine" to a line; the greeting answers an empty one.
type Said = fn(&str) -> Option<&'static str>;

/// A mail server that takes everything but what it says no to, and keeps the letters.
async fn take(stream: TcpStream, kept: Arc<Mutex<Vec<String>>>, said: Said) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(format!("{}\r\n", said("").unwrap_or("220 test")).as_bytes()).await?;
    let (mut line, mut letter, mut in_letter) = (String::new(), String::new(), false);
    while stream.read_line(&mut line).await? > 0 {
        if let (false, Some(no)) = (in_letter, said(line.trim_end())) {
            stream.write_all(format!("{no}\r\n").as_bytes()).await?;
        } else if in_letter {
            if line == ".\r\n" {
                in_letter = false;
                kept.lock().unwrap().push(std::mem::take(&mut letter));
                stream.write_all(b"250 kept\r\n").await?;
            } else {
                letter.push_str(&line);
            }
        } else {
            match line.split([' ', '\r']).next().unwrap_or_default() {
                "EHLO" => stream.write_all(b"250-test\r\n250-AUTH PLAIN\r\n250 8BITMIME\r\n").await?,
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
    serve_saying(listener, |_| None)
}

fn serve_saying(listener: TcpListener, said: Said) -> Arc<Mutex<Vec<String>>> {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let for_server = kept.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(take(stream, for_server.clone(), said));
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

/// A service with a mail server that says this, and a registration to be mailed. Gives the mail once it was tried.
async fn tried(said: Said) -> (Service, Mail, Option<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    serve_saying(listener, said);
    let service =
        Service::start_with(|settings| settings.smtp_url = Some(format!("smtp://somebody:secret@{address}"))).await;
    let body = json!({"email": "an@example.be", "name": "An Peeters", "password": PASSWORD});
    service.visitor().post("/registrations", body).await.expect(202);
    let told = eventually("a first try", || async {
        let jobs = connectoo::jobs::waiting(&mut service.db().await).await.unwrap();
        match jobs.into_iter().next() {
            Some(job) => job.last_error.map(Some),
            None => Some(None), // it is not tried again
        }
    })
    .await;
    let mail = service.mail_to("an@example.be").await.unwrap();
    (service, mail, told)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_waits_for_whatever_is_wrong_with_the_server_and_keeps_its_words() {
    let wrong: [(&str, Said); 5] = [
        ("535", |line| line.starts_with("AUTH").then_some("535 5.7.8 Authentication credentials invalid")),
        ("554", |line| line.is_empty().then_some("554 5.7.1 no service for you")),
        ("550", |line| line.starts_with("MAIL").then_some("550 5.7.1 the sender may not send")),
        ("553", |line| line.starts_with("MAIL").then_some("553 5.1.8 no such sender")),
        ("450", |line| {
            line.starts_with("RCPT").then_some("450 4.2.0 <an@example.be>: Recipient address rejected: Greylisted")
        }),
    ];
    for (status, said) in wrong {
        let (_service, mail, told) = tried(said).await;
        assert_eq!(mail.state, MailState::Waiting, "{status}");
        assert!(mail.body_text.contains("/confirm/"), "{status}: {}", mail.body_text);
        let told = told.unwrap();
        assert!(told.contains(status) && !told.contains('@'), "the status alone is told: {told}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_whose_recipient_is_refused_is_not_tried_again_and_forgets_its_words_with_its_link() {
    let refused: [Said; 2] = [
        |line| line.starts_with("RCPT").then_some("550 5.1.1 <an@example.be>: User unknown"),
        |line| line.starts_with("RCPT").then_some("550 no such user"),
    ];
    for said in refused {
        let (service, mail, told) = tried(said).await;
        assert_eq!((mail.state, told), (MailState::Refused, None));
        assert!(mail.body_text.contains("/confirm/"), "somebody may still help: {}", mail.body_text);
        assert_eq!(mail.readable_text(), None, "but nobody reads it on a page");
        for (hours, kept) in [(23, true), (2, false)] {
            service.app.clock.shift(chrono::Duration::hours(hours));
            connectoo::sweep::sweep(&mut service.db().await, service.app.clock.now()).await.unwrap();
            let mail = service.mail_to("an@example.be").await.unwrap();
            assert_eq!((!mail.body_text.is_empty(), !mail.body_html.is_empty()), (kept, kept));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_no_server_could_be_given_is_not_tried_again() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let kept = serve(listener); // it takes no address with an accent
    let service = Service::start_with(|settings| settings.smtp_url = Some(format!("smtp://{address}"))).await;
    let letter = connectoo::identity::mails::confirmation(&service.app, connectoo::locale::Language::Fr, "Zoé", "x");
    assert!(letter.text().unwrap().contains("\nTerminer mon inscription\u{a0}:\nhttp"), "{}", letter.text().unwrap());
    for recipient in ["zoé@example.be", "\"a b\"@example.be", "zoe@exämple.be"] {
        let db = &mut service.db().await;
        connectoo::mail::store::post(db, recipient, &letter, service.app.clock.now()).await.unwrap();
        service.app.mail_posted.notify_one();
        let refused = || async {
            let jobs = connectoo::jobs::waiting(&mut service.db().await).await.unwrap();
            let mail = service.mail_to(recipient).await.unwrap();
            (jobs.is_empty() && mail.state == MailState::Refused).then_some(())
        };
        eventually("that it is given up", refused).await;
    }
    assert!(kept.lock().unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_waits_for_goes_before_what_comes_by_itself() {
    use connectoo::mail::{Action, Letter};
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let kept = serve(listener);
    let service = Service::start_with(|settings| settings.smtp_url = Some(format!("smtp://{address}"))).await;
    let letter = |subject: &str, stop: Option<Action>| Letter {
        language: connectoo::locale::Language::En,
        subject: subject.to_owned(),
        greeting: "Hello".to_owned(),
        paragraphs: Vec::new(),
        action: None,
        also: None,
        closing: "Bye".to_owned(),
        stop,
    };
    let stop = || Action { label: "Stop".to_owned(), address: "https://connectoo.example/digests/x".to_owned() };
    let (digest, reset) = (letter("digest", Some(stop())), letter("reset", None));
    let db = &mut service.db().await;
    diesel_async::AsyncConnection::transaction(db, async |db| {
        // All of them are due, also to a worker that has just looked at its clock.
        let at = service.app.clock.now() - chrono::Duration::minutes(1);
        let digests = vec![("learner@example.be", &digest); 30];
        connectoo::mail::store::post_all(db, &digests, at - chrono::Duration::minutes(1)).await?;
        connectoo::mail::store::post(db, "learner@example.be", &reset, at).await
    })
    .await
    .unwrap();
    service.app.mail_posted.notify_one();
    let first = eventually("a letter", || async { kept.lock().unwrap().first().cloned() }).await;
    assert!(first.contains("Subject: reset"), "{first}");
}
