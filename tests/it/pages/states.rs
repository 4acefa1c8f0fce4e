//! Pages in their other states: after a refused form, and with the longest of names.

use super::{Shown, assert_valid_html, furnish, furnished, in_language, signed_in, violations};
use crate::{
    browser::Browser,
    harness::{Folder, Service},
};
use connectoo::{
    identity::{PersonName, Role},
    locale::Language,
};

/// A form that is refused: its page, a selector of it or of one of its fields, what is filled in, and how it is answered.
struct Refused {
    role: Option<Role>,
    page: String,
    form: &'static str,
    /// `#` is replaced by the language: tries of one address are limited.
    fields: Vec<(&'static str, String)>,
    status: u16,
}

fn refused(role: impl Into<Option<Role>>, page: &str, form: &'static str, status: u16) -> Refused {
    Refused { role: role.into(), page: page.to_owned(), form, fields: Vec::new(), status }
}

impl Refused {
    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.push((name, value.into()));
        self
    }
}

/// Every form that can be refused, with nothing or with something wrong in it.
fn refused_forms(pages: &[Shown]) -> Vec<Refused> {
    let like = |part: &str| {
        let found = pages.iter().find(|page| page.path.contains(part));
        found.unwrap_or_else(|| panic!("no page like {part}")).path.as_str()
    };
    let visitors = [
        refused(None, "/register", "[name=name]", 400).with("email", "an@").with("password", "short"),
        refused(None, "/sign-in", "[name=password]", 400).with("email", "#@"),
        refused(None, "/forgotten-password", "[name=email]", 400),
        refused(None, like("/new-password/"), "[name=password]", 400).with("password", "short"),
        refused(None, "/verify", "[type=file]", 400),
        refused(None, "/verify/list", "textarea", 400),
        refused(None, "/verify/statement", "form[method=post]", 400),
    ];
    let learner = Role::Learner;
    let note = "/modules/csam/lessons/01-what-csam-is/note";
    let learners = [
        refused(learner, "/account", "[name=name]", 400).with("name", ""),
        refused(learner, note, "#note", 400).with("text", "x".repeat(5_001)),
        refused(learner, note, "#note", 413).with("text", "x".repeat(70_000)),
        refused(learner, "/practice/round/2", "#answer", 400),
        refused(learner, like("/questions/2?elsewhere=1"), "#answer", 400),
    ];
    let questions = pages.iter().filter(|page| page.role == Some(learner) && page.path.starts_with("/attempts/"));
    let questions = questions.filter(|page| page.path.contains("/questions/"));
    let questions = questions.map(|page| refused(learner, &page.path, "#answer", 400));
    let administrator = Role::Administrator;
    let administrators = [
        refused(administrator, "/administration/accounts", "form.form", 400),
        refused(administrator, "/administration/brevets", "form.form", 400),
        refused(administrator, like("/revocation"), "form.form", 400),
        refused(administrator, like("/replacement"), "form.form", 400).with("holder", ""),
        refused(administrator, "/live-sessions/new", "form.form", 400),
        refused(administrator, like("/edit"), "form.form", 400).with("title", ""),
        refused(administrator, like("/cancellation"), "form.form", 400),
    ];
    visitors.into_iter().chain(learners).chain(questions).chain(administrators).collect()
}

/// Fills in a form and sends it beside the page: the status and the text of the answer.
const ASK: &str = r"
    const [selector, fields, done] = arguments;
    const form = document.querySelector('main ' + selector).closest('form');
    for (const [name, value] of fields) form.elements[name].value = value;
    const data = new FormData(form);
    const body = form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data);
    fetch(form.action, { method: 'POST', body, redirect: 'manual', headers: { accept: 'text/html' } })
        .then(async answer => done([answer.status, await answer.text()]), error => done([0, String(error)]));";

/// Sends the same form as a person does.
const SEND: &str = r"
    document.documentElement.id = 'before';
    HTMLFormElement.prototype.submit.call(document.querySelector('main ' + arguments[0]).closest('form'));";

async fn send(browser: &Browser, refused: &Refused, language: Language) -> (u16, String) {
    browser.go(&in_language(&refused.page, language)).await;
    let fields = refused.fields.iter().map(|(name, value)| (name, value.replace('#', language.word())));
    let fields = serde_json::to_value(fields.collect::<Vec<_>>()).unwrap();
    let told = browser.driver.execute_async(ASK, vec![refused.form.into(), fields]).await;
    let told = told.unwrap_or_else(|error| panic!("{} {}: {error}", refused.page, refused.form));
    browser.driver.execute(SEND, vec![refused.form.into()]).await.unwrap();
    browser.find("html:not([id=before]) main").await;
    serde_json::from_value(told).unwrap()
}

/// Sends the forms of one role in every language; gives what is wrong with the pages that answer.
async fn check_refused(service: &Service, forms: &[Refused], role: Option<Role>, folder: &Folder) -> Vec<String> {
    let browser = signed_in(service, role).await;
    let mut wrong = Vec::new();
    for (at, refused) in forms.iter().enumerate().filter(|(_, refused)| refused.role == role) {
        for (turn, language) in Language::ALL.iter().enumerate() {
            let place = format!("{} {} {language}", refused.page, refused.form);
            let (status, html) = send(&browser, refused, *language).await;
            let is_told = match status {
                400 => html.contains("class=\"error-summary\""),
                _ => html.contains(&format!("<li><a href=\"{}\">", refused.page.split('?').next().unwrap())),
            };
            if status != refused.status || !is_told || !html.contains(&format!("<html lang=\"{language}\"")) {
                let main = html.split("<main").nth(1).unwrap_or(&html);
                wrong.push(format!("{place}: {status} {}", main.chars().take(600).collect::<String>()));
            }
            std::fs::write(folder.path().join(format!("{at:02}-{language}.html")), html).unwrap();
            wrong.extend(
                violations(&browser, &place, if turn == at % 4 { &["light", "dark"] } else { &["light"] }).await,
            );
        }
    }
    browser.close().await;
    wrong
}

fn assert_none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} findings: {:#?}", wrong.len(), &wrong[..wrong.len().min(20)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_every_refused_form_is_valid_html_without_an_accessibility_violation() {
    let (service, pages) = furnished().await;
    let forms = refused_forms(&pages);
    let folder = Folder::new("refused");
    let of = |role| check_refused(&service, &forms, role, &folder);
    let (one, two, three) = tokio::join!(of(None), of(Some(Role::Learner)), of(Some(Role::Administrator)));
    assert_none([one, two, three].concat());
    assert_valid_html(&folder);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_longest_name_without_a_space_makes_no_page_scroll_sideways() {
    let service = Service::start().await;
    let longest = (1..=200).rev().map(|letters| "m".repeat(letters)).find(|name| PersonName::parse(name).is_ok());
    let longest = longest.unwrap();
    let learner = service.named(Role::Learner, "learner", &longest).await;
    let pages = furnish(&service, &learner).await;
    for role in [None, Some(Role::Learner), Some(Role::Administrator)] {
        let browser = signed_in(&service, role).await;
        let (mut wrong, mut shown) = (Vec::new(), 0);
        for page in pages.iter().filter(|page| page.role == role) {
            browser.go(&page.path).await;
            if browser.driver.source().await.unwrap().contains(&longest) {
                shown += 1;
                wrong.extend(violations(&browser, &page.path, &["light"]).await);
            }
        }
        browser.close().await;
        assert!(shown > 0, "{role:?} never sees the name");
        assert_none(wrong);
    }
}
