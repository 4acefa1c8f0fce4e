use crate::{
    browser::Browser,
    harness::{PASSWORD, Service},
};
use connectoo::identity::Role;
use fantoccini::Locator;

/// What the verification page says first, and in which panel.
async fn verdict(browser: &Browser, number: &str) -> (String, String) {
    browser.go(&format!("/verify/{number}?lang=en")).await;
    let panel = browser.find(".verdict-panel").await.attr("class").await.unwrap().unwrap();
    (browser.find("main h1").await.text().await.unwrap(), panel.split("panel-").last().unwrap().to_owned())
}

/// From an administrator's search to a confirmed decision.
async fn find(browser: &Browser, sought: &str, number: &str) {
    browser.go("/administration/brevets?lang=en").await;
    browser.fill("#q", sought).await;
    browser.submit().await;
    browser.click(&format!("main a[href='/administration/brevets/{number}']")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_revokes_and_replaces_and_the_verification_page_tells_each_state_apart() {
    let service = Service::start().await;
    let one = service.named(Role::Learner, "one", "Zoë Leclercq").await;
    let other = service.named(Role::Learner, "other", "Łukasz Celebi").await;
    let (revoked, replaced) = (one.earn_basic(&service).await, other.earn_basic(&service).await);
    service.person(Role::Administrator).await;
    let browser = Browser::open(&service.url, 1280, "en").await;
    browser.sign_in("administrator@example.be", PASSWORD).await;
    browser.is_at("/learning").await;

    find(&browser, "leclercq zoe", &revoked).await;
    browser.click("main a[href$='/revocation']").await;
    browser.submit().await; // without a reason
    assert!(browser.find(".error-summary").await.text().await.unwrap().contains("Choose why"));
    browser.click("input[name=reason][value=rulesBroken] + label").await;
    browser.fill("#note", "A colleague took the quiz.").await;
    browser.submit().await;
    browser.find("button[name=step][value=confirmed]").await;
    let told = browser.text().await;
    assert!(told.contains("What will happen") && told.contains("cannot be undone"), "{told}");
    assert_eq!(verdict_by_rest(&service, &revoked).await, "valid", "nothing happens before it is confirmed");
    browser.click("button[name=step][value=confirmed]").await;
    browser.is_at(&format!("/administration/brevets/{revoked}?done=revoked")).await;
    let told = browser.text().await;
    assert!(told.contains("by Person administrator") && told.contains("A colleague took the quiz."), "{told}");

    find(&browser, &replaced, &replaced).await;
    browser.click("main a[href$='/replacement']").await;
    browser.fill("#holder", "Łukasz Çelebi-Đặng").await;
    browser.submit().await;
    let wrong = browser.find("#note-error").await.text().await.unwrap();
    assert!(wrong.contains("Write why"), "a name never changes without a reason: {wrong}");
    browser.fill("#note", "A letter was missing.").await;
    browser.submit().await;
    browser.click("button[name=step][value=back]").await; // and on again, nothing lost
    browser.submit().await;
    browser.click("button[name=step][value=confirmed]").await;
    let path = browser.at("the new brevet", |path| path.ends_with("?done=replaced")).await;
    find(&browser, &replaced, &replaced).await;
    let told = browser.text().await;
    assert!(told.contains("Explanation: A letter was missing."), "{told}");
    let new = path.split('/').nth(3).unwrap().split('?').next().unwrap().to_owned();

    let unknown = connectoo::brevets::number::BrevetNumber::new();
    let mut seen = Vec::new();
    for (number, heading, panel) in [
        (new.as_str(), "This brevet is valid", "valid"),
        (&revoked, "This brevet was revoked", "revoked"),
        (&replaced, "This brevet was replaced", "replaced"),
        (unknown.as_str(), "This number is unknown", "unknown"),
        ("ABCD", "There is a typing error in this number", "mistyped"),
    ] {
        assert_eq!(verdict(&browser, number).await, (heading.to_owned(), panel.to_owned()));
        seen.push(browser.find(".verdict-icon").await.html(false).await.unwrap());
    }
    seen.dedup();
    assert_eq!(seen.len(), 5, "each state has a sign of its own, not only a colour");
    // From the old one a link leads to the new one.
    browser.go(&format!("/verify/{replaced}?lang=en")).await;
    browser.click(&format!(".verdict-panel a[href='/verify/{new}']")).await;
    browser.is_at(&format!("/verify/{new}")).await;

    // The file is verified by the form, as somebody does who has it on the own machine.
    let folder = crate::harness::Folder::new("upload");
    let file = folder.path().join("brevet.pdf");
    let pdf = one.sealed_pdf(&revoked).await;
    for (bytes, panel) in [(pdf.clone(), "revoked"), ([pdf.as_slice(), b"% x\n%%EOF\n"].concat(), "altered")] {
        std::fs::write(&file, bytes).unwrap();
        browser.go("/verify?lang=en").await;
        let field = browser.driver.find(Locator::Css("#file")).await.unwrap();
        field.send_keys(file.to_str().unwrap()).await.unwrap();
        browser.click("form[enctype] button[type=submit]").await;
        browser.find(&format!(".panel-{panel}")).await;
    }
    // And a whole list, pasted.
    browser.go("/verify/list?lang=en").await;
    browser.fill("#list", &format!("{revoked};Zoe Leclercq\n{new};Somebody Else\n")).await;
    browser.submit().await;
    let told = crate::harness::eventually("the list", || async {
        let told = browser.text().await;
        told.contains("The list was checked").then_some(told)
    })
    .await;
    assert!(told.contains("Revoked") && told.contains("the brevet bears another name"), "{told}");
    browser.close().await;
}

async fn verdict_by_rest(service: &Service, number: &str) -> String {
    let told = service.visitor().get(&format!("/verifications/{number}")).await.expect(200).json();
    told["state"].as_str().unwrap().to_owned()
}
