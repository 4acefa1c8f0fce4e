use super::by_browser::answer_all;
use crate::{
    browser::Browser,
    harness::{PASSWORD, Service, with_validity},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_learner_renews_a_brevet_by_the_pages_after_a_first_try_that_fails() {
    let service = Service::start().await;
    with_validity(&service, 36).await;
    service.live_at("2027-03-01T09:00:00Z");
    let learner = service.learner().await;
    let old = learner.earn_basic(&service).await;
    let account = learner.account.unwrap();
    let browser = Browser::open(&service.url, 768, "en").await;

    // Before the window: from when on, and no button.
    browser.sign_in("learner@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    for page in ["/learning?lang=en", "/brevets?lang=en"] {
        browser.go(page).await;
        let told = browser.text().await;
        assert!(
            told.contains("28 February 2030") && told.contains("renew it from 30 November 2029 on"),
            "{page}: {told}"
        );
        assert!(!browser.has("main a[href$='/renewal']").await, "{page}");
    }
    // After it ended, renewing is what is next.
    service.live_at("2030-03-10T09:00:00Z");
    browser.sign_in("learner@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    assert!(browser.text().await.contains("is no longer valid. Renew it by a refresher."));
    // In time, it is the button beside the brevet.
    service.live_at("2030-01-15T09:00:00Z");
    browser.go("/brevets?lang=en").await;
    browser.click(&format!("main a[href='/brevets/{old}/renewal']")).await;
    let told = browser.text().await;
    assert!(told.contains("12 questions") && told.contains("valid until 28 February 2033"), "{told}");
    browser.submit().await;
    answer_all(&browser, &service, account, false).await;
    assert!(browser.text().await.contains("Your brevet does not change meanwhile"));
    browser.submit().await; // another attempt
    answer_all(&browser, &service, account, true).await;
    let told = browser.text().await;
    assert!(told.contains("Your brevet is renewed") && told.contains("stays what it is until its last day"), "{told}");
    browser.click("main a[href='/brevets']").await;
    browser.is_at("/brevets").await;
    let new = learner_newest(&service, account).await;
    assert!(browser.has(&format!("#brevet-{old} a[href='#brevet-{new}']")).await, "the old one leads to the new one");
    assert!(browser.has(&format!("#brevet-{new} a[href='#brevet-{old}']")).await, "and back");
    browser.go(&format!("/verify/{old}?lang=en")).await;
    browser.click(&format!(".verdict-panel a[href='/verify/{new}']")).await;
    browser.is_at(&format!("/verify/{new}")).await;
    assert!(browser.has(&format!(".panel-valid a[href='/verify/{old}']")).await);
    // Somebody who comes back to the old address is told so.
    browser.go(&format!("/brevets/{old}/renewal?lang=en")).await;
    assert!(browser.text().await.contains("was renewed already"));
    browser.close().await;
}

async fn learner_newest(service: &Service, account: connectoo::ids::AccountId) -> String {
    let brevets = connectoo::brevets::store::brevets_of(&mut service.db().await, account).await.unwrap();
    brevets[0].number.as_str().to_owned()
}
