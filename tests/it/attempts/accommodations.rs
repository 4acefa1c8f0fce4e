//! Accommodations: granted by an administrator with who and when, never why; seen by the learner.

use super::later;
use crate::{
    access::sign_in_by_form,
    harness::{Client, Service},
};
use connectoo::identity::Role;
use serde_json::{Value, json};

/// A service with a learner and an administrator, at both doors.
struct People {
    service: Service,
    learner: Client,
    administrator: Client,
    page_of_learner: Client,
    page_of_administrator: Client,
}

async fn people() -> People {
    let service = Service::start().await;
    let (learner, administrator) = (service.learner().await, service.person(Role::Administrator).await);
    let (page_of_learner, page_of_administrator) = (service.visitor(), service.visitor());
    sign_in_by_form(&page_of_learner, Role::Learner).await;
    sign_in_by_form(&page_of_administrator, Role::Administrator).await;
    People { service, learner, administrator, page_of_learner, page_of_administrator }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_grants_on_a_page_and_the_learner_sees_it() {
    let people = people().await;
    let before = people.page_of_learner.page("/account?lang=en").await.expect(200).text();
    assert!(!before.contains("What is agreed for you"), "{before}");
    let browser = &people.page_of_administrator;
    let find = "/administration/accounts?lang=en";
    assert!(browser.page("/administration").await.text().contains("/administration/accounts"));
    let html = browser.form(find, find, &[("q", "EXAMPLE.be")]).await.expect(200).text();
    let link = format!("/administration/accounts/{}", people.learner.account.unwrap());
    assert!(html.contains("2 accounts found") && html.contains(&link), "{html}");

    let account = format!("{link}?lang=en");
    let html = browser.page(&account).await.expect(200).text();
    assert!(html.contains("Nothing is agreed") && html.contains("never why"), "{html}");
    let given = [("extraTime", "half"), ("breakMinutes", "20"), ("waitsWaived", "yes")];
    let done = browser.form(&account, &link, &given).await.expect(303);
    assert_eq!(done.header("location"), format!("{link}?granted"));
    let html = browser.page(done.header("location")).await.expect(200).text();
    for words in [
        "The accommodations are saved",
        "50% more time",
        "20 minutes of break",
        "No wait after an attempt",
        "Person administrator",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(
        html.contains("value=\"half\" checked") && html.contains("value=\"20\" selected"),
        "the form shows what holds"
    );

    let html = people.page_of_learner.page("/account?lang=en").await.expect(200).text();
    for words in ["What is agreed for you", "50% more time", "20 minutes of break", "No wait after an attempt"] {
        assert!(html.contains(words), "{words}: {html}");
    }
    let own = people.learner.get("/me/accommodation").await.expect(200).json();
    let expected = (json!("half"), json!(20), json!(true));
    assert_eq!((own["extraTime"].clone(), own["breakMinutes"].clone(), own["waitsWaived"].clone()), expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_decision_is_kept_with_who_and_when_and_none_changes() {
    let people = people().await;
    let path = format!("/accounts/{}/accommodation", people.learner.account.unwrap());
    let none = json!({"extraTime": "none", "breakMinutes": 0, "waitsWaived": false});
    assert_eq!(people.learner.get("/me/accommodation").await.expect(200).json(), none);
    let empty = people.administrator.get(&path).await.expect(200).json();
    assert_eq!((&empty["extraTime"], &empty["decisions"]), (&json!("none"), &json!([])));
    people.administrator.put(&path, json!({})).await.expect(200);
    let decisions = async || people.administrator.get(&path).await.expect(200).json()["decisions"].clone();
    assert_eq!(decisions().await, json!([]), "nothing in place of nothing is no decision");
    for _ in 0..2 {
        people.administrator.put(&path, json!({"extraTime": "double", "breakMinutes": 7})).await.expect(200);
    }
    let withdrawn = people.administrator.put(&path, json!({})).await.expect(200).json();
    assert_eq!(withdrawn["extraTime"], "none");
    let decisions = decisions().await;
    let told: Vec<(&Value, &Value, &Value)> = decisions
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["extraTime"], &one["breakMinutes"], &one["grantedBy"]))
        .collect();
    let who = json!("Person administrator");
    assert_eq!(told, [(&json!("none"), &json!(0), &who), (&json!("double"), &json!(7), &who)]);
    assert!(decisions[0]["grantedAt"].as_str() > decisions[1]["grantedAt"].as_str());
    let html = people.page_of_learner.page("/account?lang=en").await.expect(200).text();
    assert!(!html.contains("What is agreed for you"), "what was withdrawn is not told");
    people.administrator.put(&path, json!({"breakMinutes": 7})).await.expect(200);
    let page = format!("/administration/accounts/{}", people.learner.account.unwrap());
    assert!(
        people.page_of_administrator.page(&page).await.text().contains("value=\"7\" selected"),
        "as REST granted it"
    );
    let mut db = people.service.db().await;
    let change = diesel::sql_query("UPDATE accommodations SET waits_waived = true");
    let refused = diesel_async::RunQueryDsl::execute(change, &mut db).await.unwrap_err();
    assert!(refused.to_string().contains("refused"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_grant_is_told_whole_and_grants_nothing() {
    let people = people().await;
    let id = people.learner.account.unwrap();
    let path = format!("/accounts/{id}/accommodation");
    let wrong = json!({"extraTime": "much", "breakMinutes": 121, "waitsWaived": "yes", "reason": "ill"});
    let issues = people.administrator.put(&path, wrong).await.expect(400).json()["issues"].clone();
    let names: Vec<&str> = issues.as_array().unwrap().iter().map(|issue| issue["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["extraTime", "breakMinutes", "waitsWaived", "reason"], "why is never asked, nor taken");
    for breaks in [json!(-1), json!(2.5), json!("10")] {
        people.administrator.put(&path, json!({"breakMinutes": breaks})).await.expect(400);
    }
    let page = format!("/administration/accounts/{id}?lang=en");
    let fields = [("extraTime", "much"), ("breakMinutes", "many")];
    let html = people.page_of_administrator.form(&page, &page, &fields).await.expect(400).text();
    assert!(html.contains("error-summary") && html.contains("whole number from 0 to 120"), "{html}");
    assert!(html.contains("href=\"#extraTime\"") && html.contains("href=\"#breakMinutes\""), "{html}");
    assert_eq!(people.administrator.get(&path).await.expect(200).json()["decisions"], json!([]));
    for nobody in ["01900000-0000-7000-8000-000000000000", "nobody"] {
        people.administrator.get(&format!("/accounts/{nobody}")).await.expect(404);
        people.administrator.put(&format!("/accounts/{nobody}/accommodation"), json!({})).await.expect(404);
        people.page_of_administrator.page(&format!("/administration/accounts/{nobody}")).await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_found_by_a_part_of_its_name_or_address() {
    let people = people().await;
    people.service.named(Role::Learner, "odd_one", "Anne Peeters").await;
    let found = async |q: &str| {
        let found = people.administrator.post("/accountSearches", json!({"q": q})).await.expect(200).json();
        found["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["email"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    for part in ["çelebi", "celebi lukasz", " LEARNER@ "] {
        assert_eq!(found(part).await, ["learner@example.be"], "{part}");
    }
    assert_eq!(
        (found("odd_").await, found("peet").await),
        (vec!["odd_one@example.be".into()], vec!["odd_one@example.be".into()])
    );
    assert_eq!((found("%%").await.len(), found("__").await.len()), (0, 0), "no sign stands for another");
    let id = people.learner.account.unwrap();
    let one = people.administrator.get(&format!("/accounts/{id}")).await.expect(200).json();
    assert_eq!((one["email"].as_str(), one["role"].as_str()), (Some("learner@example.be"), Some("learner")));
    for wrong in [json!({}), json!({"q": "x"}), json!({"q": "x".repeat(101)}), json!({"q": "xx", "name": "x"})] {
        people.administrator.post("/accountSearches", wrong).await.expect(400);
    }
    let find = "/administration/accounts?lang=en";
    let browser = &people.page_of_administrator;
    let html = browser.form(find, find, &[("q", "x")]).await.expect(400).text();
    assert!(html.contains("error-summary"), "{html}");
    let html = browser.form(find, find, &[("q", "nobody at all")]).await.expect(200).text();
    assert!(html.contains("No account has this name or address"), "{html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_need_not_wait_begins_at_once_and_waits_again_when_that_ends() {
    let mut people = people().await;
    for _ in 0..3 {
        let attempt = people.learner.start("csam").await;
        people.learner.submit(&attempt).await.expect(200);
        later(&people.service, &mut people.learner, 11).await;
    }
    let start = async || people.learner.post("/modules/csam/attempts", json!({})).await.status;
    assert_eq!(start().await, 429);
    people.administrator.sign_in("administrator@example.be", crate::harness::PASSWORD).await;
    let path = format!("/accounts/{}/accommodation", people.learner.account.unwrap());
    people.administrator.put(&path, json!({"waitsWaived": true})).await.expect(200);
    let listed = people.learner.get("/me/attempts?module=csam").await.expect(200).json();
    assert_eq!(listed.get("retakeFrom"), None);
    let html = people.page_of_learner.page("/modules/csam/quiz").await.expect(200).text();
    assert!(html.contains("action=\"/modules/csam/quiz\""), "{html}");
    let attempt = people.learner.start("csam").await;
    people.learner.submit(&attempt).await.expect(200);
    people.administrator.put(&path, json!({})).await.expect(200);
    assert_eq!(start().await, 429);
}

#[tokio::test(flavor = "multi_thread")]
async fn that_there_are_more_is_said_when_there_are() {
    let people = people().await;
    let find = "/administration/accounts?lang=en";
    let search = async || {
        let html = people.page_of_administrator.form(find, find, &[("q", "colleague")]).await.expect(200).text();
        let items = people.administrator.post("/accountSearches", json!({"q": "colleague"})).await.expect(200).json();
        assert_eq!(items["items"].as_array().unwrap().len(), 50);
        (html.matches("@example.be</td>").count(), html.contains("class=\"notice\""))
    };
    let mut db = people.service.db().await;
    let mut add = async |from: i32, to: i32| {
        let accounts = format!(
            "INSERT INTO accounts (id, email, name, language, role, password_hash, registered_at)
             SELECT gen_random_uuid(), 'colleague' || i || '@example.be', 'Colleague ' || i, 'nl', 'learner', (SELECT password_hash FROM accounts LIMIT 1), now()
             FROM generate_series({from}, {to}) AS i"
        );
        diesel_async::RunQueryDsl::execute(diesel::sql_query(accounts), &mut db).await.unwrap();
    };
    add(1, 50).await;
    assert_eq!(search().await, (50, false), "there are fifty, and no more");
    add(51, 51).await;
    assert_eq!(search().await, (50, true));
}
