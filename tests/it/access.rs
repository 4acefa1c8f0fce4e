//! Who may what: every route × every role. A route that is missing here fails the test.

use crate::harness::{Client, PASSWORD, Service, course};
use connectoo::identity::Role;
use reqwest::Method;
use std::collections::BTreeSet;

#[derive(Clone, Copy, PartialEq, Debug)]
enum For {
    Everybody,
    SignedIn,
    /// Trainers and administrators.
    Trainers,
    Administrators,
}
use For::{Administrators, Everybody, SignedIn, Trainers};

const API: &[(&str, &str, For)] = &[
    ("POST", "/registrations", Everybody),
    ("POST", "/emailConfirmations", Everybody),
    ("POST", "/passwordResets", Everybody),
    ("POST", "/passwordResets/{token}", Everybody),
    ("POST", "/tokens", Everybody),
    ("POST", "/tokens/refresh", Everybody),
    ("DELETE", "/tokens/current", SignedIn),
    ("GET", "/me", SignedIn),
    ("PATCH", "/me", SignedIn),
    ("GET", "/me/progress", SignedIn),
    ("GET", "/me/attempts", SignedIn),
    ("GET", "/me/brevets", SignedIn),
    ("GET", "/me/practiceCards", SignedIn),
    ("PUT", "/me/practiceCards/{code}/{question}", SignedIn),
    ("DELETE", "/me/practiceCards/{code}/{question}", SignedIn),
    ("POST", "/me/practiceCards/{code}/{question}/answers", SignedIn),
    ("GET", "/me/agenda", SignedIn),
    ("GET", "/me/agenda/calendar.ics", SignedIn),
    ("POST", "/digestOptOuts/{token}", Everybody),
    ("GET", "/me/notes", SignedIn),
    ("PUT", "/me/notes/{code}/{lesson}", SignedIn),
    ("DELETE", "/me/notes/{code}/{lesson}", SignedIn),
    ("GET", "/me/earlierNotes", SignedIn),
    ("DELETE", "/me/earlierNotes/{revision}", SignedIn),
    ("POST", "/me/earlierNotes/{revision}/restoration", SignedIn),
    ("GET", "/me/bookmarks", SignedIn),
    ("PUT", "/me/bookmarks/{code}/{lesson}", SignedIn),
    ("DELETE", "/me/bookmarks/{code}/{lesson}", SignedIn),
    ("GET", "/me/liveSessions", SignedIn),
    ("GET", "/liveSessions", SignedIn),
    ("POST", "/liveSessions", Trainers),
    ("GET", "/liveSessions/{id}", SignedIn),
    ("PUT", "/liveSessions/{id}", Trainers),
    ("GET", "/liveSessions/{id}/calendar.ics", SignedIn),
    ("PUT", "/liveSessions/{id}/registration", SignedIn),
    ("DELETE", "/liveSessions/{id}/registration", SignedIn),
    ("POST", "/liveSessions/{id}/cancellation", Trainers),
    ("GET", "/liveSessions/{id}/participants", Trainers),
    ("PUT", "/liveSessions/{id}/attendance", Trainers),
    ("GET", "/levels", Everybody),
    ("GET", "/competencies", Everybody),
    ("GET", "/modules", Everybody),
    ("GET", "/modules/{code}", Everybody),
    ("GET", "/modules/{code}/media/{file}", Everybody),
    ("PUT", "/modules/{code}/lessons/{lesson}/reading", SignedIn),
    ("GET", "/modules/{code}/practiceQuestions", Everybody),
    ("POST", "/modules/{code}/practiceQuestions/{question}/checks", Everybody),
    ("GET", "/glossaryTerms", Everybody),
    ("GET", "/searchResults", Everybody),
    ("POST", "/modules/{code}/attempts", SignedIn),
    ("GET", "/attempts/{id}", SignedIn),
    ("PUT", "/attempts/{id}/answers/{question}", SignedIn),
    ("DELETE", "/attempts/{id}/answers/{question}", SignedIn),
    ("POST", "/attempts/{id}/submission", SignedIn),
    ("PUT", "/attempts/{id}/break", SignedIn),
    ("DELETE", "/attempts/{id}/break", SignedIn),
    ("GET", "/me/accommodation", SignedIn),
    ("POST", "/accountSearches", Administrators),
    ("GET", "/accounts/{id}", Administrators),
    ("GET", "/accounts/{id}/accommodation", Administrators),
    ("PUT", "/accounts/{id}/accommodation", Administrators),
    ("POST", "/levels/{level}/placements", SignedIn),
    ("GET", "/placements/{id}", SignedIn),
    ("PUT", "/placements/{id}/answers/{number}", SignedIn),
    ("POST", "/placements/{id}/completion", SignedIn),
    ("GET", "/me/placements", SignedIn),
    ("PUT", "/me/placementDeclines/{level}", SignedIn),
    ("GET", "/brevets/{number}", SignedIn),
    ("GET", "/brevets/{number}/pdf", SignedIn),
    ("GET", "/brevets/{number}/badge", Everybody),
    ("GET", "/issuer", Everybody),
    ("GET", "/issuer/keys", Everybody),
    ("GET", "/issuer/keys/{key}", Everybody),
    ("GET", "/achievements/{level}", Everybody),
    ("GET", "/statusLists/{list}", Everybody),
    ("POST", "/statementChecks", Everybody),
    ("POST", "/brevets/{number}/revocation", Administrators),
    ("POST", "/brevets/{number}/replacement", Administrators),
    ("POST", "/brevets/{number}/renewal", SignedIn),
    ("POST", "/reminderOptOuts/{token}", Everybody),
    ("POST", "/brevetSearches", Administrators),
    ("POST", "/verifications", Everybody),
    ("GET", "/sealCertificates", Everybody),
    ("GET", "/verifications/{number}", Everybody),
    ("GET", "/verifications/{number}/picture", Everybody),
    ("POST", "/verificationBatches", Everybody),
    ("GET", "/verificationBatches/{id}", Everybody),
    ("GET", "/verificationBatches/{id}/csv", Everybody),
    ("GET", "/jobs", Administrators),
    ("GET", "/mails", Administrators),
    ("GET", "/doc/openapi.yaml", Everybody),
    ("GET", "/doc/openapi.json", Everybody),
];

const PAGES: &[(&str, &str, For)] = &[
    ("GET", "/health", Everybody),
    ("GET", "/health/live", Everybody),
    ("GET", "/health/ready", Everybody),
    ("GET", "/metrics", Everybody),
    ("GET", "/.well-known/jwks.json", Everybody),
    ("GET", "/.well-known/seal-certificates.pem", Everybody),
    ("GET", "/static/{name:.+}", Everybody),
    ("GET", "/", Everybody),
    ("GET", "/verify", Everybody),
    ("POST", "/verify", Everybody),
    ("GET", "/verify/list", Everybody),
    ("POST", "/verify/list", Everybody),
    ("GET", "/verify/list/{id}", Everybody),
    ("GET", "/verify/list/{id}/csv", Everybody),
    ("GET", "/verify/statement", Everybody),
    ("POST", "/verify/statement", Everybody),
    ("GET", "/verify/{number}", Everybody),
    ("GET", "/verify/{number}/picture", Everybody),
    ("GET", "/accessibility", Everybody),
    ("GET", "/privacy", Everybody),
    ("GET", "/cookies", Everybody),
    ("GET", "/api", Everybody),
    ("GET", "/levels/{level}", Everybody),
    ("GET", "/modules/{code}", Everybody),
    ("GET", "/modules/{code}/lessons/{lesson}", Everybody),
    ("POST", "/modules/{code}/lessons/{lesson}", SignedIn),
    ("GET", "/modules/{code}/practice/{question}", Everybody),
    ("GET", "/modules/{code}/card", Everybody),
    ("GET", "/modules/{code}/print", Everybody),
    ("GET", "/modules/{code}/media/{file}", Everybody),
    ("GET", "/glossary", Everybody),
    ("GET", "/search", Everybody),
    ("GET", "/register", Everybody),
    ("POST", "/register", Everybody),
    ("GET", "/register/sent", Everybody),
    ("GET", "/confirm/{secret}", Everybody),
    ("POST", "/confirm/{secret}", Everybody),
    ("GET", "/confirmed", Everybody),
    ("GET", "/new-password-set", Everybody),
    ("GET", "/sign-in", Everybody),
    ("POST", "/sign-in", Everybody),
    ("POST", "/sign-out", Everybody),
    ("GET", "/forgotten-password", Everybody),
    ("POST", "/forgotten-password", Everybody),
    ("GET", "/forgotten-password/sent", Everybody),
    ("GET", "/new-password/{secret}", Everybody),
    ("POST", "/new-password/{secret}", Everybody),
    ("GET", "/account", SignedIn),
    ("POST", "/account", SignedIn),
    ("GET", "/learning", SignedIn),
    ("GET", "/levels/{level}/placement", SignedIn),
    ("POST", "/levels/{level}/placement", SignedIn),
    ("POST", "/levels/{level}/placement/decline", SignedIn),
    ("GET", "/placements/{id}", SignedIn),
    ("GET", "/placements/{id}/questions/{number}", SignedIn),
    ("POST", "/placements/{id}/questions/{number}", SignedIn),
    ("GET", "/placements/{id}/end", SignedIn),
    ("POST", "/placements/{id}/end", SignedIn),
    ("GET", "/placements/{id}/result", SignedIn),
    ("GET", "/practice", SignedIn),
    ("GET", "/practice/round", SignedIn),
    ("POST", "/practice/round", SignedIn),
    ("GET", "/practice/round/{number}", SignedIn),
    ("POST", "/practice/round/{number}", SignedIn),
    ("POST", "/practice/{code}/{question}", SignedIn),
    ("GET", "/modules/{code}/lessons/{lesson}/note", SignedIn),
    ("POST", "/modules/{code}/lessons/{lesson}/note", SignedIn),
    ("POST", "/modules/{code}/lessons/{lesson}/bookmark", SignedIn),
    ("GET", "/agenda", SignedIn),
    ("GET", "/agenda/calendar.ics", SignedIn),
    ("GET", "/digests/{secret}", Everybody),
    ("POST", "/digests/{secret}", Everybody),
    ("GET", "/notes", SignedIn),
    ("GET", "/notes/file", SignedIn),
    ("GET", "/notes/json", SignedIn),
    ("POST", "/notes/earlier/{revision}", SignedIn),
    ("POST", "/notes/{code}/{lesson}", SignedIn),
    ("GET", "/modules/{code}/quiz", SignedIn),
    ("POST", "/modules/{code}/quiz", SignedIn),
    ("GET", "/modules/{code}/attempts", SignedIn),
    ("GET", "/attempts", SignedIn),
    ("GET", "/attempts/{id}", SignedIn),
    ("GET", "/attempts/{id}/questions/{number}", SignedIn),
    ("POST", "/attempts/{id}/questions/{number}", SignedIn),
    ("GET", "/attempts/{id}/break", SignedIn),
    ("POST", "/attempts/{id}/break", SignedIn),
    ("GET", "/attempts/{id}/check", SignedIn),
    ("POST", "/attempts/{id}/submission", SignedIn),
    ("GET", "/attempts/{id}/result", SignedIn),
    ("GET", "/brevets", SignedIn),
    ("GET", "/brevets/{number}/pdf", SignedIn),
    ("GET", "/brevets/{number}/badge", Everybody),
    ("GET", "/brevets/{number}/renewal", SignedIn),
    ("POST", "/brevets/{number}/renewal", SignedIn),
    ("GET", "/reminders/{secret}", Everybody),
    ("POST", "/reminders/{secret}", Everybody),
    ("GET", "/live-sessions", SignedIn),
    ("GET", "/live-sessions/new", Trainers),
    ("POST", "/live-sessions/new", Trainers),
    ("GET", "/live-sessions/{id}", SignedIn),
    ("GET", "/live-sessions/{id}/calendar.ics", SignedIn),
    ("POST", "/live-sessions/{id}/registration", SignedIn),
    ("GET", "/live-sessions/{id}/withdrawal", SignedIn),
    ("POST", "/live-sessions/{id}/withdrawal", SignedIn),
    ("GET", "/live-sessions/{id}/edit", Trainers),
    ("POST", "/live-sessions/{id}/edit", Trainers),
    ("GET", "/live-sessions/{id}/cancellation", Trainers),
    ("POST", "/live-sessions/{id}/cancellation", Trainers),
    ("GET", "/live-sessions/{id}/attendance", Trainers),
    ("POST", "/live-sessions/{id}/attendance", Trainers),
    ("GET", "/administration", Administrators),
    ("GET", "/administration/accounts", Administrators),
    ("POST", "/administration/accounts", Administrators),
    ("GET", "/administration/accounts/{id}", Administrators),
    ("POST", "/administration/accounts/{id}", Administrators),
    ("GET", "/administration/brevets", Administrators),
    ("POST", "/administration/brevets", Administrators),
    ("GET", "/administration/brevets/{number}", Administrators),
    ("GET", "/administration/brevets/{number}/revocation", Administrators),
    ("POST", "/administration/brevets/{number}/revocation", Administrators),
    ("GET", "/administration/brevets/{number}/replacement", Administrators),
    ("POST", "/administration/brevets/{number}/replacement", Administrators),
];

/// Every method and path in `routes.rs`, of the API or of the pages.
fn routes(part: &str) -> BTreeSet<(String, String)> {
    let source = std::fs::read_to_string("backend/src/routes.rs").unwrap();
    let body = source.split(&format!("fn {part}(service")).nth(1).unwrap().split("\n}\n").next().unwrap().to_owned();
    let mut found = BTreeSet::new();
    for line in body.split("at!(\"").skip(1) {
        let (path, rest) = line.split_once('"').unwrap();
        let handlers = rest.split("))").next().unwrap();
        for handler in handlers.trim_start_matches(',').split(',') {
            let method = handler.split_whitespace().next().unwrap();
            found.insert((method.to_uppercase(), path.to_owned()));
        }
    }
    found
}

#[test]
fn the_table_names_every_route() {
    for (part, table) in [("api", API), ("pages", PAGES)] {
        let listed: BTreeSet<(String, String)> =
            table.iter().map(|(method, path, _)| (method.to_string(), path.to_string())).collect();
        assert_eq!(listed, routes(part));
    }
}

fn filled(path: &str) -> String {
    let lesson = &course().modules.iter().find(|module| module.competency == "csam").unwrap().lessons[0].slug;
    path.replace("{code}", "csam")
        .replace("{lesson}", lesson)
        .replace("{level}", "basic")
        .replace("{id}", "01900000-0000-7000-8000-000000000000")
        .replace(
            "{number}",
            if path.contains("questions") || path.contains("round") { "1" } else { "0000000000000000" },
        )
        .replace("{name}", "style.css")
        .replace("{file}", "any.nl.svg")
        .replace("{question}", "any")
        .replace("{token}", "any")
        .replace("{revision}", "01900000-0000-7000-8000-000000000000")
        .replace("{secret}", "0000000000000000000000000000000000000000000")
}

const ROLES: [Option<Role>; 5] =
    [None, Some(Role::Learner), Some(Role::Trainer), Some(Role::Hr), Some(Role::Administrator)];

#[tokio::test(flavor = "multi_thread")]
async fn every_api_route_lets_in_whom_it_should() {
    let service = Service::start().await;
    for role in ROLES {
        let mut client = match role {
            Some(role) => service.person(role).await,
            None => service.visitor(),
        };
        for (method, path, who) in API {
            let method: Method = method.parse().unwrap();
            let request = client.request(method.clone(), &filled(path));
            let request = if method == Method::GET || method == Method::DELETE {
                request
            } else {
                request.json(&serde_json::json!({}))
            };
            let reply = Client::send(request).await;
            let expected = match (who, role) {
                (Everybody, _)
                | (SignedIn, Some(_))
                | (Trainers, Some(Role::Trainer | Role::Administrator))
                | (Administrators, Some(Role::Administrator)) => None,
                (_, None) => Some((401, "noAccessToken")),
                (Trainers | Administrators, Some(_)) => Some((403, "missingPermission")),
            };
            let label = format!("{role:?} {method} {path}: {} {}", reply.status, reply.text());
            match expected {
                Some((status, problem)) => {
                    assert_eq!(reply.status, status, "{label}");
                    assert_eq!(reply.problem(), problem, "{label}");
                    assert!(status != 401 || reply.header("www-authenticate") == "Bearer", "{label}");
                }
                None => assert!(reply.status != 403 && reply.status < 500, "{label}"),
            }
            if let (true, Some(role)) = (*path == "/tokens/current", role) {
                client.sign_in(&format!("{role}@example.be"), PASSWORD).await;
            }
        }
        if role.is_some() {
            client.token = Some("not.a.token".into());
            assert_eq!(client.get("/me").await.expect(401).problem(), "invalidAccessToken");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_lets_in_whom_it_should() {
    let service = Service::start().await;
    for role in ROLES {
        let client = service.visitor();
        if let Some(role) = role {
            service.person(role).await;
            sign_in_by_form(&client, role).await;
        }
        for (method, path, who) in PAGES.iter().filter(|(_, path, _)| *path != "/sign-out") {
            let path = filled(path);
            let reply = match *method {
                "GET" => client.page(&path).await,
                _ => client.form(if role.is_some() { "/learning" } else { "/sign-in" }, &path, &[]).await,
            };
            let label = format!("{role:?} {method} {path}: {} {}", reply.status, reply.header("location"));
            let to_sign_in = reply.status == 303 && reply.header("location").starts_with("/sign-in?next=");
            match (who, role) {
                (Everybody, _)
                | (SignedIn, Some(_))
                | (Trainers, Some(Role::Trainer | Role::Administrator))
                | (Administrators, Some(Role::Administrator)) => {
                    assert!(!to_sign_in && reply.status != 403 && reply.status < 500, "{label}");
                }
                (SignedIn | Trainers | Administrators, None) if *method == "GET" => assert!(to_sign_in, "{label}"),
                // The sign-in with the form kept.
                (SignedIn | Trainers | Administrators, None) => {
                    assert!(reply.status == 200 && reply.text().contains("name=\"keeps\""), "{label}")
                }
                (Trainers | Administrators, Some(_)) => assert_eq!(reply.status, 403, "{label}"),
            }
        }
    }
}

pub async fn sign_in_by_form(client: &Client, role: Role) {
    let fields = [("email", &*format!("{role}@example.be")), ("password", PASSWORD), ("next", "/learning")];
    let reply = client.form("/sign-in", "/sign-in", &fields).await.expect(303);
    assert_eq!(reply.header("location"), "/learning");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_without_its_mark_or_from_elsewhere_is_refused() {
    let service = Service::start().await;
    service.learner().await;
    let client = service.visitor();
    let fields = [("email", "learner@example.be"), ("password", PASSWORD)];
    let unmarked = client.http.post(format!("{}/sign-in", service.url)).form(&fields);
    Client::send(unmarked).await.expect(403);
    let html = client.page("/sign-in").await.text();
    let mark = html.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let marked = [("email", "learner@example.be"), ("password", PASSWORD), ("form_mark", mark.as_str())];
    for (header, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        let foreign = client.http.post(format!("{}/sign-in", service.url)).form(&marked).header(header, value);
        Client::send(foreign).await.expect(403);
    }
    let own =
        client.http.post(format!("{}/sign-in", service.url)).form(&marked).header("sec-fetch-site", "same-origin");
    Client::send(own).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_opens_no_address_of_the_rest_door_however_it_is_written() {
    let service = Service::start().await;
    service.learner().await;
    let client = service.visitor();
    sign_in_by_form(&client, Role::Learner).await;
    for door in ["/api/connectoo/v1", "/%61pi/connectoo/v1", "/api/connecto%6F/v1", "/%61%70%69/connectoo/%761"] {
        let address = format!("{}{door}", service.url);
        let start = client.http.post(format!("{address}/modules/csam/attempts")).header("sec-fetch-site", "cross-site");
        for request in [client.http.get(format!("{address}/me")), start] {
            let reply = Client::send(request).await.expect(401);
            assert_eq!(reply.problem(), "noAccessToken", "{door}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_character_that_no_text_has_is_refused_and_fails_nothing() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let visitor = service.visitor();
    let fields = [("email", "learner\0@example.be"), ("password", PASSWORD)];
    visitor.form("/sign-in", "/sign-in", &fields).await.expect(400);
    for path in ["/me/notes/csam/a%00b", "/me/bookmarks/csam/a%00b"] {
        learner.delete(path).await.expect(400);
        learner.put(path, serde_json::json!({"text": "x"})).await.expect(400);
    }
    for path in ["/search?q=a%00b", "/modules/cs%00am"] {
        visitor.page(path).await.expect(400);
    }
    learner.get("/searchResults?q=a%00b").await.expect(400);
    let note = serde_json::json!({"text": "a\0b", "revision": 0});
    learner.put("/me/notes/csam/wat-is-csam", note).await.expect(400);
    let changed = learner.request(reqwest::Method::PATCH, "/me").json(&serde_json::json!({"name": "An\0 Peeters"}));
    Client::send(changed).await.expect(400);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_parameter_is_refused_where_there_is_no_body_too() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let number = learner.earn_basic(&service).await;
    learner.sealed_pdf(&number).await;
    let list = serde_json::json!({"items": [{"number": number}]});
    let list = learner.post("/verificationBatches", list).await.expect(202).header("location").to_owned();
    let csv = format!("{}/csv", list.strip_prefix("/api/connectoo/v1").unwrap());
    let picture = format!("/verifications/{number}/picture");
    for path in [csv.as_str(), &picture, "/doc/openapi.yaml", "/doc/openapi.json"] {
        let refused = learner.get(&format!("{path}?verbose=1")).await.expect(400).json();
        assert_eq!(refused["issues"][0]["name"], "verbose", "{path}: {refused}");
        learner.get(&format!("{path}?lang=fr")).await.expect(200);
    }
    learner.delete("/me/practiceCards/csam/zzz?dry=1").await.expect(400);
}

#[tokio::test(flavor = "multi_thread")]
async fn sign_in_never_sends_people_elsewhere() {
    let service = Service::start().await;
    service.learner().await;
    for next in ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "/\n/evil.example"] {
        let client = service.visitor();
        let fields = [("email", "learner@example.be"), ("password", PASSWORD), ("next", next)];
        let reply = client.form("/sign-in", "/sign-in", &fields).await.expect(303);
        assert_eq!(reply.header("location"), "/learning");
        let cookie = reply
            .headers
            .get_all("set-cookie")
            .iter()
            .map(|value| value.to_str().unwrap())
            .find(|text| text.starts_with("session="))
            .unwrap();
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Secure"),
            "{cookie}"
        );
    }
    let https =
        Service::start_with(|settings| settings.public_url = Some("https://connectoo.example".parse().unwrap())).await;
    https.learner().await;
    let page = https.visitor().page("/sign-in").await;
    assert!(page.header("set-cookie").starts_with("__Host-visitor=") && page.header("set-cookie").contains("Secure"));
    assert!(page.header("strict-transport-security").starts_with("max-age="));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_whose_session_is_gone_asks_to_sign_in_at_once_where_that_is_needed_and_nowhere_else() {
    let service = Service::start().await;
    for (method, path, who) in PAGES.iter().filter(|(method, ..)| *method == "POST") {
        let form = [("form_mark", "of a session that is gone"), ("name", "kept")];
        let visitor = service.visitor();
        let sent = visitor.http.post(format!("{}{}?lang=en", service.url, filled(path))).form(&form);
        let reply = Client::send(sent.header("sec-fetch-site", "same-origin")).await;
        let asks = reply.text().contains("Your session had ended");
        assert_eq!(asks, !matches!(who, Everybody), "{method} {path}: {} {}", reply.status, reply.text());
        assert!(!asks || reply.text().contains("name=\"kept_name\" value=\"kept\""), "{path}: {}", reply.text());
    }
}
