//! A number as an answer: how far off it may be is told beforehand, and a unit that was typed with it does no harm.

use crate::{
    access::sign_in_by_form,
    harness::{Service, course, eventually, right_answer},
};
use connectoo::{
    identity::Role,
    modules::{course::Course, import},
    quizzes::{Body, answers::Answer},
};
use serde_json::json;

/// Publishes a module whose numbers may be half off, and waits until the service teaches it.
async fn with_tolerance(service: &Service, module: &str) {
    let mut modules = course().modules.clone();
    for question in &mut modules.iter_mut().find(|one| one.competency == module).unwrap().questions {
        if let Body::Numeric { tolerance, .. } = &mut question.body {
            *tolerance = 0.5;
        }
    }
    let curriculum = service.app.course.taught().curriculum.clone();
    let changed = Course { curriculum, glossary: course().glossary.clone(), modules, ..Course::default() };
    import::import(&mut service.db().await, &changed, service.app.clock.now()).await.unwrap();
    eventually("the new edition", || async {
        let taught = service.app.course.taught();
        let mut bodies = taught.edition(module)?.1.module.questions.iter().map(|question| &question.body);
        bodies.any(|body| matches!(body, Body::Numeric { tolerance: 0.5, .. })).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn how_far_off_a_number_may_be_is_told_before_and_after() {
    let service = Service::start().await;
    with_tolerance(&service, "csam").await;
    let (api, browser) = (service.learner().await, service.visitor());
    sign_in_by_form(&browser, Role::Learner).await;
    let asked = api.start_with_each_kind(&service, "csam").await;
    let at = asked.iter().position(|(_, question)| question.body.kind() == "numeric").unwrap();
    let (page, question) = &asked[at];
    let id = page.split('/').nth(2).unwrap();
    for (language, words) in [
        ("nl", "Je krijgt alle punten of geen; tot 0,5 meer of minder telt als juist."),
        ("fr", "jusqu’à 0,5 de plus ou de moins"),
        ("de", "bis zu 0,5 mehr oder weniger"),
        ("en", "up to 0.5 more or less counts as right"),
    ] {
        let html = browser.page(&format!("{page}?lang={language}")).await.expect(200).text();
        assert!(html.contains(words), "{language}: {html}");
    }
    let shown = api.get(&format!("/attempts/{id}")).await.expect(200).json();
    assert_eq!(shown["questions"][at]["tolerance"], json!(0.5));
    let Answer::Number(right) = right_answer(question) else { unreachable!() };
    api.put(&format!("/attempts/{id}/answers/{}", question.id), json!({"number": right + 0.5})).await.expect(200);
    let result = api.submit(&json!({ "id": id })).await.expect(200).json();
    let reviewed = &result["questions"][at];
    assert_eq!((&reviewed["points"], &reviewed["parts"][0]["tolerance"]), (&json!(1.0), &json!("0,5")));
    let html = browser.page(&format!("/attempts/{id}/result?lang=en")).await.expect(200).text();
    assert!(html.contains("Up to 0.5 more or less counted as right too."), "{html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_percent_or_euro_sign_is_left_out_and_another_unit_is_told() {
    let service = Service::start().await;
    let (api, browser) = (service.learner().await, service.visitor());
    sign_in_by_form(&browser, Role::Learner).await;
    let asked = api.start_with_each_kind(&service, "csam").await;
    let (page, question) = asked.iter().find(|(_, question)| question.body.kind() == "numeric").unwrap();
    for (language, words) in [
        ("nl", "Vul alleen het getal in"),
        ("fr", "Indiquez seulement le nombre"),
        ("de", "Geben Sie nur die Zahl ein"),
        ("en", "Enter only the number"),
    ] {
        let page = format!("{page}?lang={language}");
        let html = browser.form(&page, &page, &[("number", "3 keer")]).await.expect(400).text();
        assert!(html.contains(words) && html.contains("value=\"3 keer\""), "{language}: {html}");
        assert!(!html.contains("meer of minder telt"), "nothing is accepted that is off: {html}");
    }
    browser.page(&format!("{page}?lang=nl")).await.expect(200);
    for (typed, number) in [("5 %", 5.0), ("€ 5,50", 5.5), (",5", 0.5)] {
        browser.form(page, page, &[("number", typed)]).await.expect(303);
        let (bound, _) = service.bound(api.account.unwrap(), page.split('/').nth(2).unwrap()).await;
        assert_eq!(bound.answer(&question.id).unwrap().answer, Answer::Number(number), "{typed}");
    }
}
