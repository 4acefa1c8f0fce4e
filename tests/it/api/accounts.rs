use crate::harness::{Client, PASSWORD, Service, eventually};
use chrono::Duration;
use serde_json::{Value, json};

/// The secret in the link of the newest mail to an address.
async fn secret(service: &Service, address: &str) -> String {
    let mail = service.mail_to(address).await.unwrap();
    let link = mail.body_text.lines().find(|line| line.contains("http://")).unwrap().trim().to_owned();
    link.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
}

async fn register(client: &Client, email: &str, password: &str) {
    let body = json!({"email": email, "name": "An Peeters", "password": password, "language": "fr"});
    let reply = client.post("/registrations", body).await.expect(202);
    assert_eq!(reply.json(), json!({"status": "confirmationMailSent"}));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_registers_confirms_and_signs_in() {
    let service = Service::start().await;
    let mut visitor = service.visitor();
    register(&visitor, "An.Peeters@example.be", PASSWORD).await;
    let refused =
        visitor.post("/tokens", json!({"email": "an.peeters@example.be", "password": PASSWORD})).await.expect(401);
    assert_eq!(refused.problem(), "wrongCredentials");
    let mail = service.mail_to("an.peeters@example.be").await.unwrap();
    assert_eq!(mail.language.word(), "fr");
    let token = secret(&service, "an.peeters@example.be").await;
    let confirmed = visitor.post("/emailConfirmations", json!({"token": token})).await.expect(201);
    assert_eq!(confirmed.header("location"), "/api/connectoo/v1/me");
    visitor.sign_in("an.peeters@example.be", PASSWORD).await;
    let me = visitor.get("/me").await.expect(200).json();
    assert_eq!(
        (me["name"].as_str(), me["language"].as_str(), me["role"].as_str()),
        (Some("An Peeters"), Some("fr"), Some("learner"))
    );
    assert_eq!(visitor.post("/emailConfirmations", json!({"token": token})).await.expect(400).problem(), "linkExpired");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registration_with_a_known_address_answers_alike_and_mails_the_holder() {
    let service = Service::start().await;
    service.learner().await;
    register(&service.visitor(), "learner@example.be", "another long passphrase").await;
    let mail = service.mail_to("learner@example.be").await.unwrap();
    assert!(mail.body_text.contains("/forgotten-password"), "{}", mail.body_text);
    service.visitor().sign_in("learner@example.be", PASSWORD).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_link_makes_the_account_that_was_asked_for_with_it() {
    let service = Service::start().await;
    let mut visitor = service.visitor();
    register(&visitor, "an@example.be", "the password of an attacker").await;
    let first = secret(&service, "an@example.be").await;
    register(&visitor, "an@example.be", PASSWORD).await;
    let second = secret(&service, "an@example.be").await;
    visitor.post("/emailConfirmations", json!({"token": second})).await.expect(201);
    visitor.post("/emailConfirmations", json!({"token": first})).await.expect(400);
    visitor.sign_in("an@example.be", PASSWORD).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_works_for_a_day() {
    let service = Service::start().await;
    let visitor = service.visitor();
    register(&visitor, "an@example.be", PASSWORD).await;
    let token = secret(&service, "an@example.be").await;
    service.app.clock.shift(Duration::hours(24));
    visitor.post("/emailConfirmations", json!({"token": token})).await.expect(400);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_complaint_about_a_registration_comes_at_once() {
    let service = Service::start().await;
    let body = json!({"email": "an", "name": "", "password": "password1234", "role": "administrator"});
    let reply = service.visitor().post("/registrations?lang=en", body).await.expect(400);
    assert_eq!(reply.problem(), "badRequest");
    let issues = reply.json()["issues"].as_array().unwrap().clone();
    let told: Vec<(&str, &str)> = issues
        .iter()
        .map(|issue| (issue["name"].as_str().unwrap(), issue["type"].as_str().unwrap().rsplit(':').next().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ("email", "invalidInput"),
            ("name", "schemaViolation"),
            ("password", "invalidInput"),
            ("role", "unknownInput")
        ]
    );
    assert!(!reply.text().contains("password1234"), "a password is never repeated");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_password_is_replaced_and_ends_every_session() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let visitor = service.visitor();
    visitor.post("/passwordResets", json!({"email": "nobody@example.be"})).await.expect(202);
    visitor.post("/passwordResets", json!({"email": "learner@example.be"})).await.expect(202);
    assert!(service.mail_to("nobody@example.be").await.is_none());
    let token = secret(&service, "learner@example.be").await;
    let path = format!("/passwordResets/{token}");
    visitor.post(&path, json!({"password": "short"})).await.expect(400);
    visitor.post(&path, json!({"password": "a brand new passphrase"})).await.expect(204);
    visitor.post(&path, json!({"password": "a brand new passphrase"})).await.expect(400);
    assert_eq!(learner.get("/me").await.expect(401).problem(), "invalidAccessToken");
    service.visitor().sign_in("learner@example.be", "a brand new passphrase").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_access_token_expires_and_a_refresh_token_works_once() {
    let service = Service::start().await;
    service.learner().await;
    let mut client = service.visitor();
    let pair =
        client.post("/tokens", json!({"email": "learner@example.be", "password": PASSWORD})).await.expect(200).json();
    assert_eq!((pair["tokenType"].as_str(), pair["expiresInSec"].as_i64()), (Some("Bearer"), Some(600)));
    client.token = pair["accessToken"].as_str().map(str::to_owned);
    service.app.clock.shift(Duration::minutes(11));
    assert_eq!(client.get("/me").await.expect(401).problem(), "expiredAccessToken");
    let refresh = json!({"refreshToken": pair["refreshToken"]});
    client.token = None;
    let renewed = client.post("/tokens/refresh", refresh.clone()).await.expect(200).json();
    client.token = renewed["accessToken"].as_str().map(str::to_owned);
    client.get("/me").await.expect(200);
    service.app.clock.shift(Duration::seconds(11));
    assert_eq!(client.post("/tokens/refresh", refresh).await.expect(401).problem(), "invalidRefreshToken");
    client.get("/me").await.expect(401); // a copy was used: the whole session is gone
    client.post("/tokens/refresh", json!({"refreshToken": renewed["refreshToken"]})).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_acts_at_once() {
    let service = Service::start().await;
    let learner = service.learner().await;
    learner.delete("/tokens/current").await.expect(204);
    learner.get("/me").await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn failed_sign_ins_slow_down_and_a_success_forgets_them() {
    let service = Service::start().await;
    service.learner().await;
    let visitor = service.visitor();
    let attempt =
        |password: &'static str| visitor.post("/tokens", json!({"email": "learner@example.be", "password": password}));
    for _ in 0..4 {
        attempt("wrong").await.expect(401);
    }
    attempt(PASSWORD).await.expect(200);
    for _ in 0..6 {
        attempt("wrong").await;
    }
    let slowed = attempt(PASSWORD).await.expect(429);
    assert_eq!(slowed.problem(), "tooManyFailedRequests");
    assert!(slowed.header("retry-after").parse::<u32>().unwrap() >= 1);
    assert_eq!(slowed.json()["retryAfterSec"].to_string(), slowed.header("retry-after"));
    assert_eq!(slowed.json()["limit"], 5);
    service.app.clock.shift(Duration::minutes(16));
    attempt(PASSWORD).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_at_the_same_moment_are_all_counted_before_they_are_tried() {
    let service = Service::start().await;
    service.learner().await;
    let visitor = service.visitor();
    let wrong =
        || async { visitor.post("/tokens", json!({"email": "learner@example.be", "password": "wrong"})).await.status };
    let statuses = futures_util::future::join_all((0..40).map(|_| wrong())).await;
    assert!(statuses.iter().filter(|status| **status == 401).count() <= 6, "{statuses:?}");
    assert!(statuses.iter().all(|status| [401, 429].contains(status)), "{statuses:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_address_is_slowed_down_but_never_locked_out() {
    let service = Service::start().await;
    service.learner().await;
    let visitor = service.visitor();
    for at in 0..130 {
        visitor.post("/tokens", json!({"email": format!("colleague{at}@example.be"), "password": "wrong"})).await;
    }
    let sign_in = || visitor.post("/tokens", json!({"email": "learner@example.be", "password": PASSWORD}));
    let reply = sign_in().await;
    if reply.status == 429 {
        assert!(reply.header("retry-after").parse::<u32>().unwrap() <= 6, "{}", reply.text());
    }
    service.app.clock.shift(Duration::seconds(6));
    sign_in().await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_changes_name_and_language() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let changed = Client::send(
        learner.request(reqwest::Method::PATCH, "/me").json(&json!({"name": "Ine Claes", "language": "de"})),
    )
    .await
    .expect(200);
    assert_eq!((changed.json()["name"].as_str(), changed.json()["language"].as_str()), (Some("Ine Claes"), Some("de")));
    let refused = Client::send(learner.request(reqwest::Method::PATCH, "/me").json(&json!({"role": "administrator"})))
        .await
        .expect(400);
    assert_eq!(refused.json()["issues"][0]["type"], "urn:problem-type:belgif:input-validation:unknownInput");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_without_a_mail_server_is_kept_for_the_administrator() {
    let service = Service::start().await;
    register(&service.visitor(), "an@example.be", PASSWORD).await;
    let kept = eventually("keeping the mail", || async {
        service.mail_to("an@example.be").await.filter(|mail| mail.state == connectoo::mail::MailState::Kept)
    });
    assert!(kept.await.body_html.contains("<html lang=\"fr\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_answers_alike_in_time_whether_the_address_has_an_account_or_not() {
    let service = Service::start().await;
    service.learner().await;
    for email in ["learner@example.be", "nobody@example.be"] {
        let started = std::time::Instant::now();
        service.visitor().post("/passwordResets", json!({"email": email})).await.expect(202);
        assert!(started.elapsed().as_millis() >= 250, "{email}: the answer waits for the beat");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_over_is_forgotten() {
    let service = Service::start().await;
    let learner = service.learner().await;
    register(&service.visitor(), "an@example.be", PASSWORD).await;
    // One that still waits to be sent is not forgotten.
    eventually("the mail has left", || async {
        let mail = service.mail_to("an@example.be").await?;
        (mail.state != connectoo::mail::MailState::Waiting).then_some(())
    })
    .await;
    service.app.clock.shift(Duration::days(62));
    let gone = connectoo::sweep::sweep(&mut service.db().await, service.app.clock.now()).await.unwrap();
    assert!(gone >= 4, "a session, a registration, a mail and a counter at least: {gone}");
    assert!(service.mail_to("an@example.be").await.is_none());
    learner.get("/me").await.expect(401);
}

/// A pair for a refresh token, or the status of the refusal.
async fn refreshed(client: &Client, pair: &Value) -> Result<Value, u16> {
    let reply = client.post("/tokens/refresh", json!({"refreshToken": pair["refreshToken"]})).await;
    if reply.status == 200 { Ok(reply.json()) } else { Err(reply.status) }
}

async fn signed_in(service: &Service) -> Value {
    let credentials = json!({"email": "learner@example.be", "password": PASSWORD});
    service.visitor().post("/tokens", credentials).await.expect(200).json()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_whose_answer_was_lost_can_be_repeated_for_some_seconds_and_one_token_is_good() {
    let service = Service::start().await;
    service.learner().await;
    let client = service.visitor();
    let first = signed_in(&service).await;
    let lost = refreshed(&client, &first).await.unwrap();
    service.app.clock.shift(Duration::seconds(5));
    let second = refreshed(&client, &first).await.unwrap();
    let third = refreshed(&client, &second).await.unwrap();
    assert_eq!(refreshed(&client, &first).await, Err(401), "its successor is used: this is a copy");
    assert_eq!(refreshed(&client, &third).await, Err(401), "and the session is over");

    let first = signed_in(&service).await;
    let lost_too = refreshed(&client, &first).await.unwrap();
    let second = refreshed(&client, &first).await.unwrap();
    assert_eq!(refreshed(&client, &lost_too).await, Err(401), "what was given in vain is used up");
    assert_eq!(refreshed(&client, &second).await, Err(401));
    assert_eq!(refreshed(&client, &lost).await, Err(401));
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_while_a_token_is_refreshed_is_no_failure() {
    let service = Service::start().await;
    service.learner().await;
    for _ in 0..20 {
        let pair = signed_in(&service).await;
        let mut client = service.visitor();
        client.token = pair["accessToken"].as_str().map(str::to_owned);
        let visitor = service.visitor();
        let (renewed, ended) = tokio::join!(refreshed(&visitor, &pair), client.delete("/tokens/current"));
        assert!(matches!(renewed, Ok(_) | Err(401)), "{renewed:?}");
        ended.expect(204);
        if let Ok(renewed) = renewed {
            assert_eq!(refreshed(&visitor, &renewed).await, Err(401));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_opens_an_account_that_strangers_locked() {
    let service = Service::start().await;
    service.learner().await;
    let visitor = service.visitor();
    let attempt =
        |password: &'static str| visitor.post("/tokens", json!({"email": "learner@example.be", "password": password}));
    for _ in 0..12 {
        service.app.clock.shift(Duration::seconds(40));
        attempt("wrong").await;
    }
    attempt(PASSWORD).await.expect(429);
    visitor.post("/passwordResets", json!({"email": "learner@example.be"})).await.expect(202);
    let path = format!("/passwordResets/{}", secret(&service, "learner@example.be").await);
    visitor.post(&path, json!({"password": "a brand new passphrase"})).await.expect(204);
    attempt("a brand new passphrase").await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_who_asks_for_links_keeps_the_holder_from_none() {
    let service = Service::start_with(|settings| settings.trusted_proxies = vec!["127.0.0.1".parse().unwrap()]).await;
    service.learner().await;
    let visitor = service.visitor();
    let ask = async |from: &str| {
        let body = json!({"email": "learner@example.be"});
        Client::send(
            visitor.request(reqwest::Method::POST, "/passwordResets").header("x-forwarded-for", from).json(&body),
        )
        .await
        .status
    };
    let mut statuses = Vec::new();
    for _ in 0..8 {
        statuses.push(ask("192.0.2.1").await);
    }
    assert!(statuses.starts_with(&[202; 5]) && statuses.contains(&429), "{statuses:?}");
    assert_eq!(ask("192.0.2.2").await, 202, "the holder does not wait for what a stranger did");
    let mails = connectoo::mail::store::newest(&mut service.db().await).await.unwrap();
    assert_eq!(mails.len(), 5, "and no mailbox is flooded: the links that are there still work");
    let path = format!("/passwordResets/{}", secret(&service, "learner@example.be").await);
    visitor.post(&path, json!({"password": "a brand new passphrase"})).await.expect(204);
}

#[tokio::test(flavor = "multi_thread")]
async fn ones_own_address_or_name_is_no_password() {
    let service = Service::start().await;
    service.named(connectoo::identity::Role::Learner, "lina.janssens", "Lina Janssens").await;
    let visitor = service.visitor();
    visitor.post("/passwordResets", json!({"email": "lina.janssens@example.be"})).await.expect(202);
    let reset = format!("/passwordResets/{}", secret(&service, "lina.janssens@example.be").await);
    let page = reset.replace("/passwordResets", "/new-password");
    for password in ["lina.janssens@example.be", "LinaJanssens1"] {
        let body = json!({"email": "lina.janssens@example.be", "name": "Lina Janssens", "password": password});
        let refused = visitor.post("/registrations", body).await.expect(400).json();
        assert_eq!(refused["issues"][0]["name"], "password", "{refused}");
        let fields = [("email", "lina.janssens@example.be"), ("name", "Lina Janssens"), ("password", password)];
        visitor.form("/register", "/register", &fields).await.expect(400);
        visitor.post(&reset, json!({"password": password})).await.expect(400);
        visitor.form(&page, &page, &[("password", password)]).await.expect(400);
    }
    visitor.form(&page, &page, &[("password", "a brand new passphrase")]).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_confirmation_that_is_opened_again_says_that_the_account_is_ready() {
    let service = Service::start().await;
    let visitor = service.visitor();
    register(&visitor, "an@example.be", PASSWORD).await;
    let first = secret(&service, "an@example.be").await;
    register(&visitor, "an@example.be", PASSWORD).await;
    let used = secret(&service, "an@example.be").await;
    let path = format!("/confirm/{used}");
    let mark = visitor.page(&path).await.expect(200).text();
    let mark = mark.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    for _ in 0..2 {
        let button = visitor.http.post(format!("{}{path}", service.url)).form(&[("form_mark", &mark)]);
        assert_eq!(Client::send(button).await.expect(303).header("location"), "/confirmed");
    }
    for link in [&used, &first] {
        let opened = visitor.page(&format!("/confirm/{link}")).await.expect(303);
        assert_eq!(opened.header("location"), "/confirmed");
        let by_rest = visitor.post("/emailConfirmations", json!({"token": link})).await.expect(400);
        assert_eq!(by_rest.problem(), "linkExpired");
    }
    let never = "0".repeat(43);
    let button = visitor.http.post(format!("{}/confirm/{never}", service.url)).form(&[("form_mark", &mark)]);
    Client::send(button).await.expect(400);
    // Until the link would have expired.
    service.app.clock.shift(Duration::hours(25));
    let button = visitor.http.post(format!("{}{path}", service.url)).form(&[("form_mark", &mark)]);
    Client::send(button).await.expect(400);
    assert!(connectoo::sweep::sweep(&mut service.db().await, service.app.clock.now()).await.unwrap() >= 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_cannot_be_mailed_is_refused_and_a_domain_with_accents_is_known_by_both_names() {
    let service = Service::start().await;
    let mut visitor = service.visitor();
    for email in ["\"a b\"@example.be", "a@[127.0.0.1]", "a@127.0.0.1"] {
        let body = json!({"email": email, "name": "An Peeters", "password": PASSWORD});
        let refused = visitor.post("/registrations?lang=en", body).await.expect(400).json();
        assert_eq!(refused["issues"][0]["name"], "email", "{email}: {refused}");
        assert_eq!(refused["issues"][0]["detail"], "Enter an e-mail address like name@example.be.", "{email}");
    }
    register(&visitor, "Zoe@Exämple.be", PASSWORD).await;
    let token = secret(&service, "zoe@xn--exmple-cua.be").await;
    visitor.post("/emailConfirmations", json!({"token": token})).await.expect(201);
    for email in ["zoe@exämple.be", "zoe@xn--exmple-cua.be"] {
        visitor.sign_in(email, PASSWORD).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_is_too_wide_for_the_brevet_is_told_as_such() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let change = |name: String| {
        Client::send(learner.request(reqwest::Method::PATCH, "/me?lang=en").json(&json!({ "name": name })))
    };
    let refused = change("A".repeat(99)).await.expect(400).json();
    let told = refused["issues"][0]["detail"].as_str().unwrap();
    assert!(told.starts_with("This name is too wide for the brevet."), "{told}");
    let refused = change("i".repeat(101)).await.expect(400).json();
    assert_eq!(refused["issues"][0]["detail"], "Enter 100 characters or fewer.");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_mails_are_kept_no_page_says_that_one_was_sent() {
    let kept = Service::start().await;
    let sending = Service::start_with(|settings| settings.smtp_url = Some("smtp://127.0.0.1:1".to_owned())).await;
    for path in ["/register/sent?lang=en", "/forgotten-password/sent?lang=en"] {
        let html = kept.visitor().page(path).await.expect(200).text();
        assert!(!html.contains("sent it an e-mail") && !html.contains("have sent you"), "{html}");
        assert!(html.contains("does not send e-mails"), "{html}");
        let html = sending.visitor().page(path).await.expect(200).text();
        assert!(html.contains("Look in your mailbox") && !html.contains("does not send e-mails"), "{html}");
    }
}
