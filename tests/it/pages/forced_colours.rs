//! In the person's own colours (Windows contrast themes) backgrounds and shadows go. What only they show must show otherwise.

use super::{furnished, in_language};
use crate::{
    browser::Browser,
    harness::{PASSWORD, Service},
};
use connectoo::{identity::Role, locale::Language};

/// Remembers what a background or a shadow alone sets off from what is around it.
const REMEMBER: &str = r"
    const opaque = color => !/^rgba\(.*, 0\)$/.test(color);
    const ground = element => {
        for (let e = element; e; e = e.parentElement) {
            const color = getComputedStyle(e).backgroundColor;
            if (opaque(color)) return color;
        }
        return 'rgb(255, 255, 255)';
    };
    const isInSight = element => {
        const box = element.getBoundingClientRect();
        return box.width > 2 && box.height > 2 && element.checkVisibility({ visibilityProperty: true });
    };
    window.setOff = [...document.body.querySelectorAll(':not(svg *, option, img, progress, html, body)')].filter(element => {
        const style = getComputedStyle(element);
        const isFilled = opaque(style.backgroundColor) && ground(element.parentElement) !== style.backgroundColor;
        return isInSight(element) && (isFilled || style.boxShadow !== 'none' || style.backgroundImage !== 'none');
    });
    window.drawn = [...document.body.querySelectorAll('svg :is(path, circle, rect, line)')].filter(isInSight);";

/// Those of them that nothing sets off any more, and drawings that have the colour of what they stand on.
const LOST: &str = r"
    const edges = ['Top', 'Right', 'Bottom', 'Left'];
    const system = word => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.cssText = 'forced-color-adjust: none; color: ' + word;
        const color = getComputedStyle(probe).color;
        probe.remove();
        return color;
    };
    const [canvas, marks] = [system('Canvas'), ['Mark', 'Highlight'].map(system)];
    const isSeen = color => color !== 'none' && color !== canvas && !/^rgba\(.*, 0\)$/.test(color);
    const isEdged = element => {
        const style = getComputedStyle(element);
        const bordered = edge => style['border' + edge + 'Style'] !== 'none' && parseFloat(style['border' + edge + 'Width']) >= 1
            && isSeen(style['border' + edge + 'Color']);
        return edges.some(bordered) || (style.outlineStyle !== 'none' && isSeen(style.outlineColor))
            || marks.includes(style.backgroundColor);
    };
    const shapes = window.drawn.filter(shape => {
        const style = getComputedStyle(shape);
        return !isSeen(style.fill) && !isSeen(style.stroke);
    });
    return [...window.setOff.filter(element => !isEdged(element)), ...shapes]
        .map(element => element.cloneNode(false).outerHTML.slice(0, 160));";

/// What a page sets off by colour alone, when the person has chosen light or dark colours.
async fn lost(browser: &Browser) -> Vec<String> {
    let mut found = Vec::new();
    for scheme in ["light", "dark"] {
        browser.prefers(&[("prefers-color-scheme", scheme)]).await;
        browser.driver.execute(REMEMBER, Vec::new()).await.unwrap();
        browser.prefers(&[("prefers-color-scheme", scheme), ("forced-colors", "active")]).await;
        let lost: Vec<String> =
            serde_json::from_value(browser.driver.execute(LOST, Vec::new()).await.unwrap()).unwrap();
        found.extend(lost.into_iter().map(|element| format!("{scheme}: {element}")));
    }
    browser.prefers(&[]).await;
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_set_off_by_a_background_alone_in_forced_colours() {
    let (service, pages) = furnished().await;
    let check = async |role: Option<Role>| {
        let browser = Browser::open(&service.url, 1280, "nl").await;
        if let Some(role) = role {
            browser.sign_in(&format!("{role}@example.be"), PASSWORD).await;
            browser.at("signed in", |path| path != "/sign-in").await;
        }
        let mut wrong = Vec::new();
        for page in pages.iter().filter(|page| page.role == role) {
            browser.go(&in_language(&page.path, Language::Nl)).await;
            wrong.extend(lost(&browser).await.into_iter().map(|element| format!("{}: {element}", page.path)));
        }
        browser.close().await;
        wrong
    };
    let (one, two) = tokio::join!(check(None), check(Some(Role::Learner)));
    let wrong: Vec<String> = [one, two, check(Some(Role::Administrator)).await].concat();
    assert!(wrong.is_empty(), "{} findings: {:#?}", wrong.len(), &wrong[..wrong.len().min(40)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_progress_bar_shows_how_far_it_is_in_forced_colours() {
    let service = Service::start().await;
    service.learner().await;
    let browser = Browser::open(&service.url, 1280, "nl").await;
    browser.sign_in("learner@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    for scheme in ["light", "dark"] {
        browser.prefers(&[("prefers-color-scheme", scheme), ("forced-colors", "active")]).await;
        let mut pictures = Vec::new();
        for share in ["0", "1"] {
            let set = "const bar = document.querySelector('progress'); bar.value = bar.max * arguments[0]";
            browser.driver.execute(set, vec![share.into()]).await.unwrap();
            pictures.push(browser.find("progress").await.screenshot().await.unwrap());
        }
        assert_ne!(pictures[0], pictures[1], "{scheme}: an empty bar looks like a full one");
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_check_of_forced_colours_finds_what_disappears() {
    let browser = Browser::open("data:text/html,", 320, "en").await;
    let boxes = "<button style='border:0;background:navy;color:white'>a</button>
        <p style='background:pink'>b</p><p style='box-shadow:inset 0 -3px red'>c</p>
        <svg width=20 height=20><path d='M0 0h20v20z' fill='white'/></svg>
        <p style='background:pink;border:1px solid transparent'>d</p><p>e</p>";
    browser.go(boxes).await;
    let found = lost(&browser).await;
    let in_light: Vec<&String> = found.iter().filter(|one| one.starts_with("light")).collect();
    assert_eq!(in_light.len(), 4, "{found:#?}");
    assert!(
        in_light.iter().all(|one| ["<button", "pink\"", "inset", "<path"].iter().any(|part| one.contains(part))),
        "{found:#?}"
    );
    browser.close().await;
}
