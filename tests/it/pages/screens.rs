use super::{furnished, in_language};
use crate::{
    browser::Browser,
    harness::{PASSWORD, Service},
};
use connectoo::{identity::Role, locale::Language};
use std::{collections::BTreeMap, fs};

const FOLDER: &str = "docs/screens/pages";

/// What a page is called: its path, with a word in place of each number and id.
fn name(path: &str) -> String {
    let path = path.split('?').next().unwrap();
    let is_id = |part: &str| part.len() > 10 && part.bytes().filter(u8::is_ascii_digit).count() > 3;
    let parts = path.split('/').filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.map(|part| if is_id(part) { "one" } else { part }).collect();
    if parts.is_empty() { "home".to_owned() } else { parts.join("-") }
}

/// Not a check: `bin/screens` runs it, and it draws each page once, by turns in each language, on a desk or a phone.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "draws pictures for the documents"]
async fn draw_every_page() {
    let (service, pages) = furnished().await;
    let _ = fs::remove_dir_all(FOLDER);
    fs::create_dir_all(FOLDER).unwrap();
    let mut drawn = BTreeMap::new();
    for (width, role) in
        [(1024, None), (1024, Some(Role::Learner)), (1024, Some(Role::Administrator)), (360, Some(Role::Learner))]
    {
        let browser = Browser::open_sized(&service.url, (width, 1280), 0.5, "nl").await;
        if let Some(role) = role {
            browser.sign_in(&format!("{role}@example.be"), PASSWORD).await;
            browser.at("signed in", |path| path != "/sign-in").await;
        }
        for page in pages.iter().filter(|page| page.role == role) {
            let of_role = role.map_or(String::new(), |role| format!("{role}-"));
            let file = format!("{of_role}{}-{width}.png", name(&page.path));
            if drawn.contains_key(&file) {
                continue; // the same page with something else on it
            }
            let language = Language::ALL[drawn.len() % 4];
            browser.go(&in_language(&page.path, language)).await;
            fs::write(format!("{FOLDER}/{file}"), browser.driver.screenshot().await.unwrap()).unwrap();
            drawn.insert(file, language);
        }
        browser.close().await;
    }
    let lines =
        drawn.iter().map(|(file, language)| format!("![{} in {}]({file})\n", &file[..file.len() - 4], language.name()));
    let index = format!(
        "# Every page\n\nMade by `bin/screens`, each page in one of the four languages.\n\n{}",
        lines.collect::<Vec<_>>().join("\n")
    );
    fs::write(format!("{FOLDER}/README.md"), index).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "draws pictures for the documents"]
async fn draw_for_the_readme() {
    let service = Service::start().await;
    for (file, width, height, language, path) in [
        ("home-nl", 1280, 1040, "nl", "/"),
        ("lesson-fr", 768, 1000, "fr", "/modules/csam/lessons/02-choosing-a-key"),
        ("module-de", 320, 1000, "de", "/modules/csam"),
        ("verify-en", 1024, 640, "en", "/verify"),
    ] {
        let browser = Browser::open_sized(&service.url, (width, height), 1.0, language).await;
        browser.go(path).await;
        fs::write(format!("docs/screens/{file}.png"), browser.driver.screenshot().await.unwrap()).unwrap();
        browser.close().await;
    }
}
