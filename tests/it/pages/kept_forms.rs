//! A form that cannot be taken now is kept: the session has ended, another tab signed in or out, the database is away.

use crate::{
    access::sign_in_by_form,
    harness::{Client, PASSWORD, Reply, Service},
    operation::{give_database_back, take_database_away},
    pages::forms::question_of,
};
use connectoo::identity::Role;

type Fields = Vec<(String, String)>;

/// The hidden fields of the form in a page's main part.
fn hidden(html: &str) -> Fields {
    let main = html.split("<main").nth(1).unwrap();
    let field = |rest: &str| {
        let (name, rest) = rest.split_once("\" value=\"").unwrap();
        (name.to_owned(), rest.split('"').next().unwrap().to_owned())
    };
    main.split("<input type=\"hidden\" name=\"").skip(1).map(field).collect()
}

fn with(mut fields: Fields, more: &[(&str, &str)]) -> Fields {
    fields.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    fields
}

async fn send(client: &Client, path: &str, fields: &Fields) -> Reply {
    Client::send(client.http.post(format!("{}{path}", client.url)).form(fields)).await
}

async fn send_from(client: &Client, path: &str, fields: &Fields, site: &str) -> Reply {
    let request = client.http.post(format!("{}{path}", client.url)).form(fields);
    Client::send(request.header("sec-fetch-site", site)).await
}

async fn end_sessions(service: &Service) {
    let end = diesel::sql_query("DELETE FROM sessions");
    diesel_async::RunQueryDsl::execute(end, &mut service.db().await).await.unwrap();
}

/// Sends a form of a page after the session has ended, signs in with what the answer keeps, and presses its button.
async fn goes_on(service: &Service, browser: &Client, page: &str, path: &str, fields: &[(&str, &str)]) -> Reply {
    let mark = hidden(&browser.page(page).await.expect(200).text()).into_iter().find(|(name, _)| name == "form_mark");
    end_sessions(service).await;
    let kept = send(browser, path, &with(vec![mark.unwrap()], fields)).await.expect(200).text();
    let sign_in = with(hidden(&kept), &[("email", "learner@example.be"), ("password", PASSWORD)]);
    let html = send(browser, "/sign-in", &sign_in).await.expect(200).text();
    assert!(html.contains(&format!("action=\"{path}\"")), "{html}");
    send(browser, path, &hidden(&html)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_whatever_is_sent_after_the_session_has_ended_goes_on_after_the_sign_in() {
    let service = Service::start().await;
    let mut api = service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let named = [("name", "Ine Claes"), ("language", "en")];
    let changed = goes_on(&service, &browser, "/account", "/account", &named).await.expect(303);
    assert_eq!(changed.header("location"), "/account?saved");
    assert!(browser.page("/account").await.text().contains("value=\"Ine Claes\""));
    let started = goes_on(&service, &browser, "/modules/csam/quiz", "/modules/csam/quiz", &[]).await.expect(303);
    let id = started.header("location").split('/').nth(2).unwrap().to_owned();
    api.sign_in("learner@example.be", PASSWORD).await;
    api.answer_all(&service, &serde_json::json!({ "id": id }), true).await;
    let (check, path) = (format!("/attempts/{id}/check"), format!("/attempts/{id}/submission"));
    let result = goes_on(&service, &browser, &check, &path, &[]).await.expect(303);
    assert_eq!(result.header("location"), format!("/attempts/{id}/result"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sign_in_that_keeps_a_form_says_so_in_every_language_and_after_a_wrong_password() {
    let service = Service::start().await;
    service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let html = browser.page("/account?lang=en").await.expect(200).text();
    end_sessions(&service).await;
    let fields = with(hidden(&html), &[("name", "Ine \u{201c}C\u{201d}"), ("language", "en")]);
    let html = send(&browser, "/account", &fields).await.expect(200).text();
    assert!(html.contains("nothing was sent or handed in yet") && !html.contains("<title>Error"), "{html}");
    let buttons = html.matches("class=\"language\" type=\"submit\" form=\"sign-in\"").count();
    assert_eq!(buttons, 3, "{html}");
    let typed = [("email", "learner@example.be"), ("password", "wrong")];
    let french = send(&browser, "/sign-in", &with(hidden(&html), &[typed[0], typed[1], ("lang", "fr")])).await;
    assert!(french.header("set-cookie").starts_with("language=fr;"), "{}", french.header("set-cookie"));
    let french = french.expect(200).text();
    assert!(french.contains("<html lang=\"fr\"") && french.contains("value=\"learner@example.be\""), "{french}");
    assert!(!french.contains("error-summary") && !french.contains("value=\"wrong\""), "{french}");
    let wrong = send(&browser, "/sign-in", &with(hidden(&french), &typed)).await.expect(400).text();
    assert!(wrong.contains("<title>Erreur") && wrong.contains("error-summary"), "{wrong}");
    assert!(wrong.contains("name=\"kept_name\" value=\"Ine \u{201c}C\u{201d}\""), "{wrong}");
}

#[tokio::test(flavor = "multi_thread")]
async fn switching_the_language_keeps_a_registration_but_its_password() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let typed = [("name", "Zoé Claes"), ("email", "zoe@"), ("password", "a long secret"), ("lang", "de")];
    let html = visitor.form("/register", "/register", &typed).await.expect(200).text();
    assert!(html.contains("<html lang=\"de\"") && !html.contains("error-summary"), "{html}");
    assert!(html.contains("value=\"Zoé Claes\"") && html.contains("value=\"zoe@\""), "{html}");
    assert!(!html.contains("a long secret"), "{html}");
    let wrong = visitor.form("/register", "/register", &typed[..2]).await.expect(400).text();
    assert!(wrong.contains("href=\"#email\"") && wrong.contains("<html lang=\"de\""), "{wrong}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_tab_at_the_sign_in_goes_on_and_another_site_is_refused() {
    let service = Service::start().await;
    service.learner().await;
    let browser = service.visitor();
    let second = hidden(&browser.page("/sign-in?next=/brevets").await.text());
    let second = with(second, &[("email", "learner@example.be"), ("password", PASSWORD)]);
    sign_in_by_form(&browser, Role::Learner).await;
    let moved = send_from(&browser, "/sign-in", &second, "same-origin").await.expect(303);
    assert_eq!(moved.header("location"), "/brevets");
    for site in ["cross-site", "same-site", "none"] {
        send_from(&browser, "/sign-in", &second, site).await.expect(403);
    }
    send(&browser, "/sign-in", &second).await.expect(403);
    let signed_out = hidden(&browser.page("/account").await.text());
    browser.form("/account", "/sign-out", &[]).await.expect(303);
    assert_eq!(send_from(&browser, "/sign-out", &signed_out, "same-origin").await.expect(303).header("location"), "/");
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_an_answer_of_an_earlier_session_is_kept_and_no_other_site_gets_a_fresh_mark() {
    let service = Service::start().await;
    let api = service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let (page, _, question) = question_of(&service, &api, "singleChoice").await;
    let html = browser.page(&page).await.expect(200).text();
    let mark = hidden(&html).into_iter().find(|(name, _)| name == "form_mark").unwrap();
    let fields = with(vec![mark.clone()], &[("option", "option1")]);
    browser.form("/account", "/sign-out", &[]).await.expect(303);
    sign_in_by_form(&browser, Role::Learner).await;
    let fresh = hidden(&browser.page("/account").await.text()).into_iter().find(|(name, _)| name == "form_mark");
    let fresh = fresh.unwrap().1;
    for site in ["cross-site", "same-site", "none"] {
        let refused = send_from(&browser, &page, &fields, site).await.expect(403).text();
        assert!(!refused.contains(&fresh) && !refused.contains("name=\"option\""), "{site}: {refused}");
    }
    let foreign = browser.http.post(format!("{}{page}", service.url)).form(&fields);
    let foreign = Client::send(foreign.header("origin", "https://evil.example")).await.expect(403).text();
    assert!(!foreign.contains(&fresh), "{foreign}");
    let by_script = browser.http.post(format!("{}{page}", service.url)).form(&fields);
    let by_script = by_script.header("sec-fetch-site", "same-origin").header("accept", "application/json");
    Client::send(by_script).await.expect(403);
    let html = send_from(&browser, &page, &fields, "same-origin").await.expect(200).text();
    assert!(html.contains("Łukasz O’Çelebi"), "who is signed in now is told: {html}");
    assert!(!html.contains("class=\"languages\""), "another language would lose it: {html}");
    let id = page.split('/').nth(2).unwrap();
    let saved = async || service.bound(api.account.unwrap(), id).await.0.answer(&question.id).is_some();
    assert!(!saved().await, "nothing is done unasked");
    send(&browser, &page, &hidden(&html)).await.expect(303);
    assert!(saved().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_site_has_no_form_kept_through_the_sign_in() {
    let service = Service::start().await;
    service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    end_sessions(&service).await;
    let fields = with(Vec::new(), &[("name", "Mallory"), ("language", "en")]);
    for site in ["cross-site", "same-site", "none"] {
        let refused = send_from(&browser, "/account", &fields, site).await;
        assert!(refused.status != 200 && !refused.text().contains("Mallory"), "{site}: {}", refused.text());
    }
    let visitor = service.visitor();
    let refused = send_from(&visitor, "/account", &fields, "cross-site").await;
    assert!(refused.status != 200 && !refused.text().contains("Mallory"), "{}", refused.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_meets_no_database_is_kept_to_be_sent_again_but_for_its_password() {
    let service = Service::start().await;
    let api = service.learner().await;
    let (learner, visitor) = (service.visitor(), service.visitor());
    sign_in_by_form(&learner, Role::Learner).await;
    let (page, _, question) = question_of(&service, &api, "singleChoice").await;
    let answer = hidden(&learner.page(&page).await.expect(200).text());
    let registration = hidden(&visitor.page("/register?lang=en").await.expect(200).text());
    take_database_away(&service).await;
    let typed = [("name", "Zoé Claes"), ("email", "zoe@example.be"), ("password", "a long secret of mine")];
    let (told, asked) = tokio::join!(
        async { send(&learner, &page, &with(answer, &[("option", "option1")])).await.expect(503) },
        async { send(&visitor, "/register", &with(registration.clone(), &typed)).await.expect(503) },
    );
    let (told, asked) = (told.text(), asked.text());
    assert!(told.contains(&format!("action=\"{page}\"")), "{told}");
    assert!(asked.contains("value=\"Zoé Claes\"") && asked.contains("Try again"), "{asked}");
    assert!(asked.contains("type=\"password\"") && !asked.contains("a long secret"), "{asked}");
    let unmarked = send_from(&visitor, "/register", &with(Vec::new(), &typed), "cross-site").await;
    assert!(!unmarked.text().contains("Zoé Claes"), "{}", unmarked.text());
    give_database_back(&service).await;
    send(&learner, &page, &hidden(&told)).await.expect(303);
    let (bound, _) = service.bound(api.account.unwrap(), page.split('/').nth(2).unwrap()).await;
    assert!(bound.answer(&question.id).is_some());
    let again = send(&visitor, "/register", &with(hidden(&asked), &typed[2..])).await.expect(303);
    assert_eq!(again.header("location"), "/register/sent");
    assert!(service.mail_to("zoe@example.be").await.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_accounts_know_who_is_signed_in() {
    let service = Service::start().await;
    service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    for path in [
        "/register",
        "/register/sent",
        "/confirm/0000000000000000000000000000000000000000000",
        "/confirmed",
        "/forgotten-password",
        "/forgotten-password/sent",
        "/new-password-set",
    ] {
        let html = browser.page(path).await.expect(200).text();
        assert!(html.contains("action=\"/sign-out\""), "{path}: {html}");
    }
    let statement = browser.page("/verify/statement").await.expect(200).text();
    assert!(!statement.contains("href=\"/register\""), "{statement}");
    assert!(service.visitor().page("/verify/statement").await.text().contains("href=\"/register\""));
}
