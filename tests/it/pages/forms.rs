//! Forms: what is wrong is told in one place and beside the field, and nothing that was typed is lost.

use crate::{
    access::sign_in_by_form,
    harness::{Client, PASSWORD, Service},
};
use connectoo::identity::Role;

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_registration_comes_back_with_every_complaint_and_what_was_typed() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let fields = [("name", "Łukasz \"Ł\" <b>"), ("email", "not an address"), ("password", "short")];
    let html = visitor.form("/register?lang=en", "/register?lang=en", &fields).await.expect(400).text();
    assert!(html.contains("<title>Error: "), "{html}");
    for link in ["href=\"#email\"", "href=\"#password\"", "aria-invalid=\"true\"", "error-summary"] {
        assert!(html.contains(link), "{link}");
    }
    assert!(html.contains("not an address") && html.contains("Łukasz &#34;Ł&#34; &#60;b&#62;"), "{html}");
    assert!(!html.contains("value=\"short\""), "a password is never sent back");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_sign_in_says_the_same_whether_the_address_exists_or_not() {
    let service = Service::start().await;
    service.learner().await;
    let refused = async |email: &str| {
        let visitor = service.visitor();
        let html = visitor
            .form("/sign-in", "/sign-in", &[("email", email), ("password", "wrong password")])
            .await
            .expect(400)
            .text();
        let mark = html.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        html.replace(&mark, "").replace(email, "")
    };
    assert_eq!(refused("learner@example.be").await, refused("stranger@example.be").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_must_wait_says_how_long_to_people_and_to_machines() {
    let service = Service::start().await;
    service.learner().await;
    let visitor = service.visitor();
    let fields = [("email", "learner@example.be"), ("password", "wrong password")];
    let mut tries = 0;
    let throttled = loop {
        tries += 1;
        assert!(tries < 12, "tries are limited");
        let reply = visitor.form("/sign-in?lang=en", "/sign-in?lang=en", &fields).await;
        if reply.status != 400 {
            break reply.expect(429);
        }
    };
    assert!(throttled.header("retry-after").parse::<u32>().unwrap() >= 1);
    let html = throttled.text();
    assert!(html.contains("value=\"learner@example.be\"") && html.contains("name=\"password\""), "{html}");
}

/// The question of a kind in an open attempt of some module: page, mark and keys.
pub async fn question_of(
    service: &Service,
    api: &Client,
    kind: &str,
) -> (String, connectoo::quizzes::drawing::Drawn, connectoo::quizzes::Question) {
    for module in crate::harness::basic_modules() {
        let attempt = api.start(module).await;
        let id = attempt["id"].as_str().unwrap();
        let (bound, edition) = service.bound(api.account.unwrap(), id).await;
        if let Some((number, (drawn, question))) =
            (1..).zip(bound.questions(&edition)).find(|(_, (_, q))| q.body.kind() == kind)
        {
            return (format!("/attempts/{id}/questions/{number}"), drawn.clone(), question.clone());
        }
    }
    panic!("no module drew a {kind}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ordering_with_a_repeated_place_is_told_and_keeps_the_places() {
    let service = Service::start().await;
    let api = service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let (page, drawn, _) = question_of(&service, &api, "ordering").await;
    let names: Vec<String> = (1..=drawn.shown.len()).map(|at| format!("place-item{at}")).collect();
    let twice: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "2")).collect();
    let html = browser.form(&page, &page, &twice).await.expect(400).text();
    assert!(html.contains("error-summary") && html.contains("aria-invalid=\"true\""), "{html}");
    assert_eq!(html.matches("<option value=\"2\" selected").count(), names.len(), "{html}");
    let places: Vec<String> = (1..=names.len()).map(|place| place.to_string()).collect();
    let once: Vec<(&str, &str)> =
        names.iter().zip(&places).map(|(name, place)| (name.as_str(), place.as_str())).collect();
    browser.form(&page, &page, &once).await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_is_taken_as_people_write_it_and_a_word_is_told() {
    let service = Service::start().await;
    let api = service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let (page, _, question) = question_of(&service, &api, "numeric").await;
    let html = browser.form(&page, &page, &[("number", "drie")]).await.expect(400).text();
    assert!(html.contains("value=\"drie\""), "{html}");
    browser.form(&page, &page, &[("number", " 1.000,5 ")]).await.expect(303);
    let id = page.split('/').nth(2).unwrap();
    let (bound, _) = service.bound(api.account.unwrap(), id).await;
    assert_eq!(bound.answer(&question.id).unwrap().answer, connectoo::quizzes::answers::Answer::Number(1000.5));
}

#[tokio::test(flavor = "multi_thread")]
async fn switching_the_language_keeps_the_half_written_answer() {
    let service = Service::start().await;
    let api = service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let (page, _, question) = question_of(&service, &api, "singleChoice").await;
    let moved = browser.form(&page, &page, &[("option", "option1"), ("lang", "fr")]).await.expect(303);
    assert_eq!(moved.header("location"), format!("{page}?lang=fr"));
    let html = browser.page(moved.header("location")).await.expect(200).text();
    assert!(html.contains("<html lang=\"fr\"") && html.contains("checked"), "{html}");
    assert!(html.contains(question.text.fr.split(['\'', '’', '«', '"', '&']).next().unwrap()));
}

#[tokio::test(flavor = "multi_thread")]
async fn switching_the_language_keeps_what_cannot_be_saved_and_the_way_back() {
    let service = Service::start().await;
    let api = service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let (page, drawn, question) = question_of(&service, &api, "ordering").await;
    let from_check = format!("{page}?then=check");
    let half = [("place-item1", "2"), ("place-item2", ""), ("then", "check"), ("lang", "fr")];
    let reply = browser.form(&from_check, &from_check, &half).await.expect(200);
    assert!(reply.header("set-cookie").starts_with("language=fr;"), "{}", reply.header("set-cookie"));
    assert_eq!(reply.header("content-language"), "fr");
    let html = reply.text();
    assert!(html.contains("<html lang=\"fr\"") && !html.contains("error-summary"), "{html}");
    assert_eq!(html.matches("<option value=\"2\" selected").count(), 1, "{html}");
    assert!(html.contains("name=\"then\" value=\"check\"") && !html.contains("class=\"saved\""), "{html}");
    let (bound, _) = service.bound(api.account.unwrap(), page.split('/').nth(2).unwrap()).await;
    assert_eq!(bound.answer(&question.id), None);

    let names: Vec<String> = (1..=drawn.shown.len()).map(|at| format!("place-item{at}")).collect();
    let places: Vec<String> = (1..=names.len()).map(|place| place.to_string()).collect();
    let mut whole: Vec<(&str, &str)> =
        names.iter().zip(&places).map(|(name, place)| (name.as_str(), place.as_str())).collect();
    whole.extend([("then", "check"), ("lang", "de")]);
    let moved = browser.form(&from_check, &from_check, &whole).await.expect(303);
    assert_eq!(moved.header("location"), format!("{page}?then=check&lang=de"));
    let html = browser.page(moved.header("location")).await.expect(200).text();
    assert!(html.contains("name=\"then\" value=\"check\"") && html.contains("class=\"saved\""), "{html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn switching_the_language_keeps_a_number_that_cannot_be_read() {
    let service = Service::start().await;
    let api = service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let (page, ..) = question_of(&service, &api, "numeric").await;
    browser.form(&page, &page, &[("number", "2,5")]).await.expect(303);
    let html = browser.form(&page, &page, &[("number", "drie"), ("lang", "en")]).await.expect(200).text();
    assert!(html.contains("<html lang=\"en\"") && html.contains("value=\"drie\""), "{html}");
    let html = browser.page(&page).await.expect(200).text();
    assert!(html.contains("<html lang=\"en\"") && html.contains("value=\"2.5\""), "{html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_matching_with_a_side_left_open_is_kept_but_not_answered() {
    let service = Service::start().await;
    let api = service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    let (page, ..) = question_of(&service, &api, "matching").await;
    let id = page.split('/').nth(2).unwrap();
    api.answer_all(&service, &serde_json::json!({ "id": id }), true).await;
    let (attempt, check) = (format!("/attempts/{id}"), format!("/attempts/{id}/check"));
    assert_eq!(browser.page(&attempt).await.expect(303).header("location"), check);
    browser.form(&page, &page, &[("pair-left1", "right2"), ("pair-left2", "")]).await.expect(303);
    assert_eq!(browser.page(&attempt).await.expect(303).header("location"), page);
    let html = browser.page(&format!("{check}?lang=en")).await.expect(200).text();
    assert_eq!(html.matches("Begun – what is saved counts").count(), 1, "{html}");
    assert!(!html.contains("Not answered yet"), "{html}");
    let html = browser.page(&page).await.expect(200).text();
    assert_eq!(html.matches(" selected").count(), 1, "{html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_account_page_changes_name_and_language() {
    let service = Service::start().await;
    service.learner().await;
    let browser = service.visitor();
    sign_in_by_form(&browser, Role::Learner).await;
    browser.form("/account", "/account", &[("name", " "), ("language", "de")]).await.expect(400);
    browser.form("/account", "/account", &[("name", "Ine Claes"), ("language", "de")]).await.expect(303);
    let html = browser.page("/account?saved").await.expect(200).text();
    assert!(html.contains("value=\"Ine Claes\"") && html.contains("<html lang=\"de\""), "{html}");
    let level = browser.page("/levels/basic?lang=nl").await.expect(200).text();
    assert!(level.contains("<strong lang=\"de\">Deutsch</strong>"), "in whatever language the page is: {level}");
    browser.page("/levels/basic?lang=de").await.expect(200);
    browser.form("/account", "/sign-out", &[]).await.expect(303);
    browser.page("/learning").await.expect(303);
    let again = service.visitor();
    again.form("/sign-in", "/sign-in", &[("email", "learner@example.be"), ("password", PASSWORD)]).await.expect(303);
    assert!(again.page("/learning").await.expect(200).text().contains("<html lang=\"de\""));
}
