//! The menu: one row on a small phone, without script; all of it in sight where there is room.

use crate::{
    browser::Browser,
    harness::{PASSWORD, Service},
    journeys::by_keyboard::tab_to,
};
use connectoo::{identity::Role, locale::Language};
use fantoccini::key::Key;

/// Where the main part begins, in pixels from above.
async fn head_ends(browser: &Browser) -> i64 {
    let script = "return Math.round(document.querySelector('main').getBoundingClientRect().top + scrollY)";
    browser.driver.execute(script, Vec::new()).await.unwrap().as_i64().unwrap()
}

/// The addresses of the menu that are in sight, and where its forms lead.
async fn in_sight(browser: &Browser) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.site-nav :is(a, form)')]
        .filter(e => e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && e.getBoundingClientRect().height > 20)
        .map(e => new URL(e.href ?? e.action).pathname)";
    serde_json::from_value(browser.driver.execute(script, Vec::new()).await.unwrap()).unwrap()
}

/// Who, what stands beside the menu's button, and what is in the menu.
const VIEWERS: [(Option<Role>, &str, &[&str]); 3] = [
    (None, "/sign-in", &["/search", "/verify", "/register"]),
    (Some(Role::Learner), "/learning", &["/brevets", "/search", "/verify", "/account", "/sign-out"]),
    (
        Some(Role::Administrator),
        "/learning",
        &["/brevets", "/search", "/verify", "/account", "/administration", "/sign-out"],
    ),
];

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_on_a_small_phone_the_menu_is_one_row_and_opens_by_the_keyboard_without_script() {
    let service = Service::start().await;
    service.learner().await;
    service.person(Role::Administrator).await;
    for (role, beside, folded) in VIEWERS {
        let browser = Browser::open_without_script(&service.url, 320, "nl").await;
        if let Some(role) = role {
            browser.sign_in(&format!("{role}@example.be"), PASSWORD).await;
            browser.is_at("/learning").await;
        }
        for language in Language::ALL {
            let who = format!("{role:?} in {language}");
            browser.go(&format!("/glossary?lang={language}")).await;
            assert_eq!(in_sight(&browser).await, [beside], "{who}");
            let above = head_ends(&browser).await;
            assert!(above <= 165, "{who}: {above} pixels before the page begins");
            tab_to(&browser, ".menu-fold > summary").await;
            browser.press(Key::Enter).await;
            let (mut open, mut all) = (in_sight(&browser).await, [&[beside], folded].concat());
            open.sort();
            all.sort();
            assert_eq!(open, all, "{who}");
            assert_eq!(browser.overflow().await, 0, "{who}");
            goes_on_to(&browser, folded, &who).await;
        }
        browser.close().await;
    }
}

/// Tab leads from where the focus is to each of these.
async fn goes_on_to(browser: &Browser, addresses: &[&str], who: &str) {
    for address in addresses {
        browser.press(Key::Tab).await;
        let link = format!(".menu a[href='{address}'], .menu form[action='{address}'] button");
        assert!(browser.is_focused(&link).await, "{who}: Tab goes on to {address}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_there_is_room_the_whole_menu_is_in_sight_and_reached_by_tab() {
    let service = Service::start().await;
    service.person(Role::Administrator).await;
    let browser = Browser::open(&service.url, 1280, "nl").await;
    browser.sign_in("administrator@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    let (_, beside, folded) = VIEWERS[2];
    for language in Language::ALL {
        browser.go(&format!("/glossary?lang={language}")).await;
        assert_eq!(in_sight(&browser).await, [&[beside], folded].concat(), "{language}");
        assert!(!browser.find(".menu-fold > summary").await.is_displayed().await.unwrap(), "{language}");
        let above = head_ends(&browser).await;
        assert!(above <= 140, "{language}: {above} pixels before the page begins");
        tab_to(&browser, ".site-nav a[href='/learning']").await;
        goes_on_to(&browser, folded, language.word()).await;
    }
    browser.close().await;
}
