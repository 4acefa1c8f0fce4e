//! Revoking and replacing brevets.

use crate::harness::{Client, Service, eventually};
use connectoo::identity::Role;
use serde_json::{Value, json};

async fn verified(service: &Service, number: &str) -> Value {
    service.visitor().get(&format!("/verifications/{number}")).await.expect(200).json()
}

async fn mails_to_learner(service: &Service) -> Vec<String> {
    let mails = connectoo::mail::store::newest(&mut service.db().await).await.unwrap();
    mails.into_iter().filter(|mail| mail.recipient == "learner@example.be").map(|mail| mail.body_text).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_brevet_says_when_and_why_and_is_worth_nothing_any_more() {
    let service = Service::start().await;
    let (learner, administrator) = (service.learner().await, service.person(Role::Administrator).await);
    let number = learner.earn_basic(&service).await;
    learner.start("step-by-step").await; // the expert level is open
    let path = format!("/brevets/{number}/revocation");
    for (body, wrong) in [
        (json!({}), "reason"),
        (json!({"reason": "mood"}), "reason"),
        (json!({"reason": "other"}), "note"),
        (json!({"reason": "holderAsked", "note": "x".repeat(501)}), "note"),
    ] {
        let reply = administrator.post(&path, body).await.expect(400).json();
        assert_eq!(reply["issues"][0]["name"], wrong, "{reply:#}");
    }
    assert_eq!(verified(&service, &number).await["state"], "valid");

    let body = json!({"reason": "rulesBroken", "note": "A colleague took the quiz."});
    let revoked = administrator.post(&path, body.clone()).await.expect(200).json();
    assert_eq!((revoked["state"].as_str(), revoked["note"].as_str()), (Some("revoked"), body["note"].as_str()));
    let told = verified(&service, &number).await;
    assert_eq!((told["state"].as_str(), told["reason"].as_str()), (Some("revoked"), Some("rulesBroken")));
    assert_eq!(told["revokedAt"], revoked["revokedAt"]);
    assert!(!told.to_string().contains("colleague"), "the note is not public: {told}");

    // Twice is as once; in other words it is a conflict.
    assert_eq!(administrator.post(&path, body).await.expect(200).json(), revoked);
    let other = administrator.post(&path, json!({"reason": "holderAsked"})).await.expect(409);
    assert_eq!(other.problem(), "alreadyRevoked");
    let replacement = format!("/brevets/{number}/replacement");
    let replacement = administrator.post(&replacement, json!({"holder": "Lina Claes", "note": "Typing error."})).await;
    assert_eq!(replacement.expect(409).problem(), "alreadyRevoked");

    // The holder was told once, and the expert level is closed again.
    let mails = mails_to_learner(&service).await;
    assert_eq!(mails.iter().filter(|text| text.contains("A colleague took the quiz.")).count(), 1, "{mails:#?}");
    let refused = learner.post("/modules/right-questions/attempts", json!({})).await.expect(409);
    assert_eq!(refused.problem(), "levelLocked");
    let own = learner.get("/me/brevets").await.expect(200).json()["items"][0].clone();
    assert_eq!(own["state"], "revoked");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_basic_brevet_that_is_revoked_meanwhile_completes_no_expert_level() {
    let service = Service::start().await;
    let (learner, administrator) = (service.learner().await, service.person(Role::Administrator).await);
    let number = learner.earn_basic(&service).await;
    learner.pass(&service, "step-by-step").await;
    learner.pass(&service, "supportive-attitude").await;
    let last = learner.start("right-questions").await;
    learner.answer_all(&service, &last, true).await;
    let revocation = json!({"reason": "issuedInError"});
    administrator.post(&format!("/brevets/{number}/revocation"), revocation).await.expect(200);
    let result = learner.submit(&last).await.expect(200).json();
    assert!(result.get("brevet").is_none(), "{result:#}");
    assert_eq!(learner.get("/me/brevets").await.json()["items"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_replaced_brevet_leads_to_the_one_with_the_corrected_name() {
    let service = Service::start().await;
    let (learner, administrator) = (service.learner().await, service.person(Role::Administrator).await);
    let number = learner.earn_basic(&service).await;
    let before = learner.sealed_pdf(&number).await;
    let path = format!("/brevets/{number}/replacement");
    for holder in ["", "x", "Łukasz O’Çelebi", "अनिल"] {
        let reply = administrator.post(&path, json!({"holder": holder, "note": "Typing error."})).await;
        let reply = reply.expect(400).json();
        assert_eq!(reply["issues"][0]["name"], "holder", "{reply:#}");
    }
    // Nobody's name changes without a reason.
    for note in [json!(null), json!(" \n "), json!("a".repeat(501)), json!(7)] {
        let reply = administrator.post(&path, json!({"holder": "Łukasz O’Çelebi-Đặng", "note": note})).await;
        let reply = reply.expect(400).json();
        assert_eq!(reply["issues"][0]["name"], "note", "{reply:#}");
    }
    let both = administrator.post(&path, json!({})).await.expect(400).json();
    assert_eq!(both["issues"].as_array().unwrap().len(), 2, "{both:#}");
    let asked = json!({"holder": "Łukasz O’Çelebi-Đặng", "note": "Seen on the\nidentity card."});
    let reply = administrator.post(&path, asked.clone()).await.expect(201);
    let (new, location) = (reply.json(), reply.header("location").to_owned());
    let by = new["number"].as_str().unwrap();
    assert_eq!(location, format!("/api/connectoo/v1/brevets/{by}"));
    assert_eq!((&new["holder"], &new["replaces"]), (&json!("Łukasz O’Çelebi-Đặng"), &json!(number)));

    let old = verified(&service, &number).await;
    assert_eq!((&old["state"], &old["replacedBy"]), (&json!("replaced"), &json!(by)));
    assert_eq!(old["holder"], "Łukasz O’Çelebi", "what is printed on the old one");
    let current = verified(&service, by).await;
    assert_eq!((&current["state"], &current["replaces"]), (&json!("valid"), &json!(number)));
    for same in ["issuedOn", "level", "competencies"] {
        assert_eq!(current[same], old[same]);
    }
    // It is sealed anew; the old file stays.
    assert_ne!(learner.sealed_pdf(by).await, before);
    assert_eq!(learner.sealed_pdf(&number).await, before);

    // Twice is as once; another name or a revocation of the old one is a conflict.
    let again = administrator.post(&path, asked.clone()).await.expect(200).json();
    assert_eq!(again["number"], by);
    for (name, other) in [("holder", "Lina Claes"), ("note", "Married.")] {
        let mut asked = asked.clone();
        asked[name] = json!(other);
        assert_eq!(administrator.post(&path, asked).await.expect(409).problem(), "alreadyReplaced");
    }
    // The reason is for administrators.
    let found = administrator.post("/brevetSearches", json!({"q": number})).await.expect(200).json();
    assert_eq!(found["items"][0]["note"], "Seen on the identity card.", "{found:#}");
    let own = learner.get(&format!("/brevets/{number}")).await.expect(200).json();
    assert!(own.get("note").is_none() && old.get("note").is_none(), "{own:#}");
    let revocation = format!("/brevets/{number}/revocation");
    let revocation = administrator.post(&revocation, json!({"reason": "holderAsked"})).await;
    assert_eq!(revocation.expect(409).problem(), "alreadyReplaced");

    let letters = eventually("the mails", || async {
        let mails = mails_to_learner(&service).await;
        (mails.len() == 3).then_some(mails) // awarded, replaced, sealed anew
    });
    assert!(letters.await.iter().filter(|text| text.contains(&new_number(by))).count() == 2);
    // Holding a replaced brevet and its successor is holding one: the expert level is open.
    learner.start("step-by-step").await;
}

/// As it is printed.
fn new_number(number: &str) -> String {
    connectoo::brevets::number::BrevetNumber::parse(number).unwrap().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn decisions_at_the_same_moment_make_one() {
    let service = Service::start().await;
    let (learner, administrator) = (service.learner().await, service.person(Role::Administrator).await);
    let number = learner.earn_basic(&service).await;
    let send = |path: &'static str, body: Value| {
        let (administrator, number) = (administrator.clone(), number.clone());
        async move { administrator.post(&format!("/brevets/{number}/{path}"), body).await.status }
    };
    let statuses = tokio::join!(
        send("revocation", json!({"reason": "holderAsked"})),
        send("revocation", json!({"reason": "issuedInError"})),
        send("replacement", json!({"holder": "Lina Claes", "note": "Typing error."})),
        send("replacement", json!({"holder": "Lina Maes", "note": "Typing error."})),
    );
    let statuses = [statuses.0, statuses.1, statuses.2, statuses.3];
    let done = statuses.iter().filter(|status| matches!(status, 200 | 201)).count();
    let refused = statuses.iter().filter(|status| **status == 409).count();
    assert_eq!((done, refused), (1, 3), "{statuses:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brevet_is_found_by_its_number_and_by_a_part_of_its_name() {
    let service = Service::start().await;
    let (learner, administrator) = (service.learner().await, service.person(Role::Administrator).await);
    let number = learner.earn_basic(&service).await;
    let search = async |q: &str| -> Vec<String> {
        let reply = administrator.post("/brevetSearches", json!({"q": q})).await.expect(200).json();
        let number = |one: &Value| one["number"].as_str().unwrap().to_owned();
        reply["items"].as_array().unwrap().iter().map(number).collect()
    };
    for sought in [number.as_str(), &number.to_lowercase(), "łukasz", "çelebi ŁUK"] {
        assert_eq!(search(sought).await, [number.as_str()], "{sought}");
    }
    for nothing in ["Peeters", "%%", "__", "Łukasz Peeters"] {
        assert!(search(nothing).await.is_empty(), "{nothing}");
    }
    for wrong in ["", "x"] {
        administrator.post("/brevetSearches", json!({"q": wrong})).await.expect(400);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_3_a_renamed_competency_or_issuer_changes_nothing_that_was_printed() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let number = learner.earn_basic(&service).await;
    let before = verified(&service, &number).await;
    let mut curriculum = crate::harness::course().curriculum.clone();
    for competency in &mut curriculum.0[0].competencies {
        competency.names.nl = format!("Anders: {}", competency.names.nl);
    }
    let mut db = service.db().await;
    connectoo::competencies::store::save(&mut db, &curriculum).await.unwrap();
    connectoo::modules::store::load(&mut db, &service.app.course).await.unwrap();
    assert_eq!(verified(&service, &number).await, before);
    let page = service.visitor().page(&format!("/verify/{number}?lang=nl")).await.text();
    assert!(!page.contains("Anders:"));
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_numbers_becomes_slow_and_real_ones_are_answered_first() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let guess = || connectoo::brevets::number::BrevetNumber::new().to_string();
    let mut refused = None;
    for _ in 0..110 {
        let reply = Client::get(&visitor, &format!("/verifications/{}", guess())).await;
        if reply.status == 429 {
            refused = Some(reply);
            break;
        }
        reply.expect(404);
    }
    let refused = refused.expect("guesses are limited");
    assert_eq!(refused.problem(), "tooManyRequests");
    assert!(refused.header("retry-after").parse::<i64>().unwrap() <= 6);
    visitor.page(&format!("/verify/{}", guess())).await.expect(429);
    service.app.clock.shift(chrono::Duration::seconds(10));
    visitor.get(&format!("/verifications/{}", guess())).await.expect(404);
}
