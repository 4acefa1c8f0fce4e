//! Every page, in every language: valid HTML, no accessibility violation in light or dark, no sideways scrolling on a small
//! phone.

use crate::{
    access::sign_in_by_form,
    attempts::with_rules,
    browser::Browser,
    harness::{
        Client, Folder, KINDS, PASSWORD, Service, basic_modules, eventually, right_answer, with_validity, wrong_answer,
    },
    practice::on_its_page::{answered, one},
};
use connectoo::{identity::Role, locale::Language, modules::QuizRules};
use std::process::Command;

mod forced_colours;
pub mod forms;
mod kept_forms;
mod menu;
mod screens;
mod states;
mod weight;

/// A page and who looks at it.
struct Shown {
    path: String,
    role: Option<Role>,
}

/// A service in which every page has something to show, and the list of its pages.
async fn furnished() -> (Service, Vec<Shown>) {
    let service = Service::start().await;
    let learner = service.learner().await;
    let pages = furnish(&service, &learner).await;
    (service, pages)
}

async fn furnish(service: &Service, learner: &Client) -> Vec<Shown> {
    with_validity(service, 2).await; // a brevet can be renewed at once
    let administrator = service.person(Role::Administrator).await;
    let (of_learner, of_administrator) = crate::live_sessions::furnish(service, learner, &administrator).await;
    let failed = learner.start("csam").await;
    learner.answer_all(service, &failed, false).await;
    learner.submit(&failed).await.expect(200);
    learner.pass_all_but(service, &[]).await;
    let open = learner.start("ebox").await;
    crate::attempts::waiting::waits_for(&administrator, "ebox").await;
    let mut unanswered = String::new();
    for _ in 0..2 {
        let missed = learner.start("right-questions").await; // and then there is a wait
        unanswered = learner.submit(&missed).await.expect(200).json()["id"].as_str().unwrap().to_owned();
    }
    let granted = serde_json::json!({"extraTime": "half", "breakMinutes": 60});
    let account = learner.account.unwrap();
    administrator.put(&format!("/accounts/{account}/accommodation"), granted).await.expect(200);
    let mut timed = Vec::new();
    for module in ["step-by-step", "supportive-attitude"] {
        let rules = QuizRules { minutes_allowed: Some(240), ..QuizRules::default() };
        with_rules(service, module, rules).await;
        timed.push(learner.start(module).await["id"].as_str().unwrap().to_owned());
    }
    learner.put(&format!("/attempts/{}/break", timed[1]), serde_json::json!({})).await.expect(200);
    let number = learner.get("/me/brevets").await.json()["items"][0]["number"].as_str().unwrap().to_owned();
    eventually("sealing", || async {
        (learner.get(&format!("/brevets/{number}/pdf")).await.status == 200).then_some(())
    })
    .await;
    let badge_file = format!("/brevets/{number}/pdf?badge=true");
    eventually("sealing with the badge", || async { (learner.get(&badge_file).await.status == 200).then_some(()) })
        .await;
    let visitors = [
        "/",
        "/verify",
        "/verify?number=",
        "/verify/statement",
        "/verify/0000000000000000",
        "/verify/ABC",
        "/verify/list",
        "/accessibility",
        "/privacy",
        "/cookies",
        "/api",
        "/levels/basic",
        "/levels/expert",
        "/modules/csam",
        "/modules/csam/card",
        "/modules/csam/print",
        "/modules/step-by-step/lessons/06-closing-and-following-up",
        "/glossary",
        "/search",
        "/search?q=aangifte",
        "/search?q=xyzzy",
        "/search?q=aangfite",
        "/register",
        "/register/sent",
        "/confirm/0000000000000000000000000000000000000000000",
        "/confirmed",
        "/new-password-set",
        "/sign-in",
        "/forgotten-password",
        "/forgotten-password/sent",
        "/nowhere",
    ];
    let mut pages: Vec<Shown> = visitors.iter().map(|path| Shown { path: path.to_string(), role: None }).collect();
    pages.push(Shown { path: format!("/verify/{number}"), role: None });
    service.visitor().post("/passwordResets", serde_json::json!({"email": "learner@example.be"})).await.expect(202);
    let mail = service.mail_to("learner@example.be").await.unwrap().body_text;
    let secret = mail.split("/new-password/").nth(1).unwrap().split('?').next().unwrap();
    pages.push(Shown { path: format!("/new-password/{secret}"), role: None });
    for module in basic_modules() {
        let lesson =
            &crate::harness::course().modules.iter().find(|one| one.competency == module).unwrap().lessons[0].slug;
        pages.push(Shown { path: format!("/modules/{module}/lessons/{lesson}"), role: None });
    }
    connectoo::brevets::reminders::write_due(&service.app, &mut service.db().await).await.unwrap();
    let reminder = service.mail_to("learner@example.be").await.unwrap().stop_address.unwrap();
    let reminder = reminder.strip_prefix(&service.url).unwrap().split('?').next().unwrap().to_owned();
    pages.push(Shown { path: reminder, role: None });
    let renewal = format!("/brevets/{number}/renewal");
    let refresher = learner.post(&renewal, serde_json::json!({})).await.expect(201).json();
    learner.answer_all(service, &refresher, false).await;
    learner.submit(&refresher).await.expect(200);
    let refresher = refresher["id"].as_str().unwrap();
    // Each kind of question that lessons ask: to be answered, not answered, right, wrong.
    for kind in KINDS {
        let (module, question, _) = one(service, kind);
        let page = format!("/modules/{module}/practice/{}", question.id);
        let answers =
            [right_answer(&question), wrong_answer(&question)].map(|it| answered(&module, &question, &it) + "&check=1");
        pages.extend(
            [page.clone(), page + "?asked=1&check=1"].into_iter().chain(answers).map(|path| Shown { path, role: None }),
        );
    }
    let (open, failed) = (open["id"].as_str().unwrap().to_owned(), failed["id"].as_str().unwrap().to_owned());
    let (placed, placing) =
        crate::placement::furnish(service, learner, "expert", &["step-by-step", "right-questions"]).await;
    crate::practice::over_days::begin_a_round(service, learner.account.unwrap()).await;
    let mut learners: Vec<String> = [
        "/learning",
        "/practice",
        "/practice/round",
        "/practice/round/1",
        "/practice/round/2",
        "/practice/round/2?path=",
        "/levels/basic",
        "/levels/expert",
        "/levels/basic/placement",
        "/levels/expert/placement",
        "/modules/csam",
        "/modules/csam/quiz",
        "/modules/csam/attempts",
        "/modules/right-questions/quiz",
        "/modules/right-questions/attempts",
        "/attempts",
        "/modules/csam/lessons/01-what-csam-is",
        "/modules/csam/lessons/01-what-csam-is/note",
        "/notes",
        "/agenda",
        "/brevets",
        "/account",
        "/administration",
    ]
    .map(String::from)
    .into();
    learners.push(format!("/attempts/{open}/check"));
    learners.extend([failed, unanswered].map(|id| format!("/attempts/{id}/result")));
    let [in_time, in_break] = [&timed[0], &timed[1]];
    learners.extend(["questions/1", "check"].map(|page| format!("/attempts/{in_time}/{page}")));
    learners.push(format!("/attempts/{in_break}/break"));
    learners.extend([renewal, format!("{badge_file}&wait=still"), format!("/attempts/{refresher}/result")]);
    learners.extend(of_learner);
    learners.push(format!("/placements/{placed}/result"));
    let placing = |part: &str| format!("/placements/{placing}/{part}");
    learners.extend(["questions/2", "questions/2?elsewhere=1", "end", "end?then=again"].map(placing));
    let (bound, edition) = service.bound(learner.account.unwrap(), &open).await;
    learners
        .extend((1..=bound.questions(&edition).count()).map(|number| format!("/attempts/{open}/questions/{number}")));
    pages.extend(learners.into_iter().map(|path| Shown { path, role: Some(Role::Learner) }));
    let administrator = ["".to_owned(), "/brevets".to_owned(), "/accounts".to_owned(), format!("/accounts/{account}")];
    let administrator = administrator.map(|path| format!("/administration{path}"));
    for (lesson, text) in
        [("01-what-csam-is", "Before"), ("01-what-csam-is", "Now\non two lines"), ("02-choosing-a-key", "x")]
    {
        let path = format!("/me/notes/csam/{lesson}");
        learner.put(&path, serde_json::json!({ "text": text })).await.expect(200);
        learner.put(&path.replace("notes", "bookmarks"), serde_json::json!({})).await.expect(204);
    }
    for body in [format!("{number};Somebody Else"), "x\n".repeat(150)] {
        let sent =
            service.visitor().request(reqwest::Method::POST, "/verificationBatches").header("content-type", "text/csv");
        let list = Client::send(sent.body(body)).await.expect(202).json();
        let id = list["id"].as_str().unwrap().to_owned();
        eventually("the list", || async {
            let list = service.visitor().get(&format!("/verificationBatches/{id}")).await.json();
            (list["status"] == "done").then_some(())
        })
        .await;
        pages.push(Shown { path: format!("/verify/list/{id}"), role: None });
    }
    let one = ["", "/revocation", "/replacement"].map(|path| format!("/administration/brevets/{number}{path}"));
    let all = administrator.into_iter().chain(one).chain(of_administrator);
    pages.extend(all.map(|path| Shown { path, role: Some(Role::Administrator) }));
    // Somebody who waits for a quiz, and has begun nothing else.
    let at_the_start = ["/learning", "/levels/basic/placement", "/modules/csam/attempts"].map(String::from);
    pages.extend(at_the_start.map(|path| Shown { path, role: Some(Role::Administrator) }));
    pages
}

/// Lets html-validate read every page in a folder.
fn assert_valid_html(folder: &Folder) {
    let validated = Command::new("node_modules/.bin/html-validate")
        .args(["--config", "html-validate.json", "--formatter", "text", "--ext", "html"])
        .arg(folder.path())
        .current_dir("tests/browser")
        .output()
        .expect("html-validate is there: bin/setup test installs it");
    let told = String::from_utf8_lossy(&validated.stdout).replace(&folder.path().display().to_string(), "");
    assert!(
        validated.status.success(),
        "{}{}",
        told.chars().take(6000).collect::<String>(),
        String::from_utf8_lossy(&validated.stderr)
    );
}

async fn signed_in(service: &Service, role: Option<Role>) -> Browser {
    let browser = Browser::open(&service.url, 320, "nl").await;
    if let Some(role) = role {
        browser.sign_in(&format!("{role}@example.be"), PASSWORD).await;
        browser.at("signed in", |path| path != "/sign-in").await;
    }
    browser
}

/// What axe-core finds on the page that is open, in each colour scheme, and whether it scrolls sideways.
async fn violations(browser: &Browser, place: &str, schemes: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    for scheme in schemes {
        browser.prefers(&[("prefers-color-scheme", scheme)]).await;
        let found = browser.accessibility_violations().await;
        wrong.extend(found.into_iter().map(|violation| format!("{place}, {scheme}: {violation}")));
    }
    if browser.overflow().await > 0 {
        wrong.push(format!("{place} scrolls sideways: {}", browser.wide_elements().await));
    }
    wrong
}

fn in_language(path: &str, language: Language) -> String {
    format!("{path}{}lang={language}", if path.contains('?') { '&' } else { '?' })
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_valid_html_with_a_title_of_its_own() {
    let (service, pages) = furnished().await;
    let folder = Folder::new("html");
    let mut titles = std::collections::BTreeMap::<String, String>::new();
    for role in [None, Some(Role::Learner), Some(Role::Administrator)] {
        let client = service.visitor();
        if let Some(role) = role {
            sign_in_by_form(&client, role).await;
        }
        for (at, page) in pages.iter().enumerate().filter(|(_, page)| page.role == role) {
            for language in Language::ALL {
                let html = client.page(&in_language(&page.path, *language)).await;
                assert!(html.header("content-type").starts_with("text/html"), "{}", page.path);
                assert_eq!(html.header("content-language"), language.word(), "{}", page.path);
                let html = html.text();
                assert!(html.contains(&format!("<html lang=\"{language}\"")), "{}", page.path);
                for trace in ["style=\"", "<style", "onclick"] {
                    assert!(!html.contains(trace), "{} has {trace}", page.path);
                }
                let ours = html.matches("<script src=\"/static/").count();
                assert_eq!(html.matches("<script").count(), ours, "{} has a script that is not a file", page.path);
                let title = html.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned();
                if *language == Language::En && !page.path.contains("/questions/") {
                    let known = titles.entry(format!("{title} {:?}", page.role.is_some())).or_insert(page.path.clone());
                    let alike = |path: &str| path.split(['/', '?']).nth(1).map(str::to_owned);
                    assert!(
                        alike(known) == alike(&page.path) || known.contains("sent"),
                        "{known} and {} are both {title:?}",
                        page.path
                    );
                }
                std::fs::write(folder.path().join(format!("{at:02}-{language}.html")), html).unwrap();
            }
        }
    }
    assert_valid_html(&folder);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_no_page_has_an_accessibility_violation_or_scrolls_sideways_on_a_small_phone() {
    let (service, pages) = furnished().await;
    let check = async |role: Option<Role>, half: usize| {
        let browser = signed_in(&service, role).await;
        let mut wrong = Vec::new();
        for (at, page) in pages.iter().filter(|page| page.role == role).enumerate().skip(half).step_by(2) {
            for (turn, language) in Language::ALL.iter().enumerate() {
                let address = in_language(&page.path, *language);
                browser.go(&address).await;
                let schemes: &[&str] = if turn == at / 2 % 4 { &["light", "dark"] } else { &["light"] };
                wrong.extend(violations(&browser, &address, schemes).await);
            }
        }
        browser.close().await;
        wrong
    };
    let roles = [None, Some(Role::Learner), Some(Role::Administrator)];
    let checks = roles.into_iter().flat_map(|role| [check(role, 0), check(role, 1)]);
    let wrong = futures_util::future::join_all(checks).await.concat();
    assert!(wrong.is_empty(), "{} findings: {:#?}", wrong.len(), &wrong[..wrong.len().min(30)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_problem_page_takes_nobody_who_is_signed_in_for_a_visitor() {
    let service = Service::start().await;
    service.learner().await;
    let browser = service.visitor();
    let of_visitor = browser.page("/nowhere").await.expect(404).text();
    assert!(of_visitor.contains("href=\"/sign-in\""), "{of_visitor}");
    sign_in_by_form(&browser, Role::Learner).await;
    for (address, status, is_known) in
        [("/administration", 403, true), ("/modules/none", 404, true), ("/nowhere", 404, false)]
    {
        let page = browser.page(address).await.expect(status).text();
        assert!(!page.contains("href=\"/sign-in\""), "{address}: {page}");
        assert_eq!(page.contains("action=\"/sign-out\""), is_known, "{address}: {page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_the_same_for_everybody_is_kept_compressed_and_answered_304() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let module = crate::harness::course().modules.iter().find(|module| module.competency == "csam").unwrap();
    let lesson = &*format!("/modules/csam/lessons/{}", module.lessons[0].slug);
    let json = "/api/connectoo/v1/modules/csam?lang=fr";
    for path in [
        "/",
        "/levels/basic",
        "/modules/csam",
        lesson,
        "/modules/csam/card",
        "/modules/csam/print",
        "/glossary",
        "/privacy",
        "/api",
        json,
    ] {
        let get = || visitor.http.get(format!("{}{path}", service.url)).header("accept-language", "fr");
        let first = Client::send(get()).await.expect(200);
        let (etag, plain) = (first.header("etag").to_owned(), first.text());
        assert!(etag.starts_with("W/\""), "{path}: {etag}");
        for encoding in ["br", "gzip"] {
            let packed = Client::send(get().header("accept-encoding", encoding)).await.expect(200);
            assert_eq!((packed.header("content-encoding"), packed.text()), (encoding, plain.clone()), "{path}");
            let sent: usize = packed.header("content-length").parse().unwrap();
            assert!(sent < plain.len() / 2, "{path}: {sent} of {}", plain.len());
            assert!(packed.header("vary").contains("Accept-Encoding"), "{path}");
        }
        let odd = Client::send(get().header("accept-encoding", "compress, identity;q=0.5, br;q=0")).await.expect(200);
        assert_eq!((odd.header("content-encoding"), odd.text()), ("", plain), "{path}");
        let head = visitor.http.head(format!("{}{path}", service.url)).header("accept-language", "fr");
        assert_eq!(Client::send(head).await.expect(200).header("etag"), etag, "{path}");
        Client::send(get().header("if-none-match", etag)).await.expect(304);
        let other = visitor.http.get(format!("{}{path}", service.url)).header("accept-language", "de");
        assert_eq!(Client::send(other).await.header("content-language"), if path == json { "fr" } else { "de" });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_a_person_or_of_a_choice_is_never_kept() {
    let service = Service::start().await;
    service.learner().await;
    let learner = service.visitor();
    sign_in_by_form(&learner, Role::Learner).await;
    let visitor = service.visitor();
    visitor.page("/modules/csam").await.expect(200); // kept from now on
    let own = learner.page("/modules/csam").await.expect(200);
    assert_eq!((own.header("cache-control"), own.header("etag")), ("no-store", ""));
    assert!(own.text().contains("/sign-out"));
    assert!(!visitor.page("/modules/csam").await.text().contains("/sign-out"));
    let chosen = visitor.page("/modules/csam?lang=de").await.expect(200);
    assert_eq!((chosen.header("cache-control"), chosen.header("content-language")), ("no-store", "de"));
    assert_eq!(visitor.page("/modules/%63sam").await.expect(200).header("cache-control"), "no-store");
    let ended = visitor.http.get(format!("{}/modules/csam", service.url)).header("cookie", "session=none");
    assert_eq!(Client::send(ended).await.expect(200).header("content-language"), "nl");
    visitor.page("/verify").await.expect(200);
    assert_eq!(visitor.page("/verify").await.header("cache-control"), "no-store", "its form carries a mark");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_glossary_is_in_alphabetical_order_whatever_the_accents() {
    let service = Service::start().await;
    for (language, accented, letter) in [("fr", "écrivain public", 'e'), ("de", "ÖSHZ", 'o')] {
        let page = service.visitor().page(&format!("/glossary?lang={language}")).await.expect(200).text();
        let terms: Vec<(&str, &str)> =
            page.split("<dt").skip(1).map(|rest| rest.split('<').next().unwrap().split_once('>').unwrap()).collect();
        // Each letter that is offered leads to the first term with it.
        let anchors: Vec<&str> =
            terms.iter().filter_map(|(id, _)| id.strip_prefix(" id=\"")?.strip_suffix('"')).collect();
        let offered: Vec<&str> = page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert!(anchors.len() > 10 && offered.ends_with(&anchors), "{offered:?} {anchors:?}");
        let terms: Vec<&str> = terms.into_iter().map(|(_, name)| name).collect();
        let at = terms.iter().position(|term| *term == accented).unwrap_or_else(|| panic!("{accented}: {terms:?}"));
        let first = |term: &str| connectoo::modules::search_spelling::fold(term).chars().next().unwrap();
        assert_eq!(first(terms[at]), letter);
        assert!(first(terms[at - 1]) <= first(terms[at]) && first(terms[at]) <= first(terms[at + 1]), "{terms:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stylesheet_is_kept_for_ever() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let first = visitor.page("/modules/csam").await.expect(200);
    let address = first.text().split("href=\"/static/style.css").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let style = visitor.page(&format!("/static/style.css{address}")).await.expect(200);
    assert!(style.header("cache-control").contains("immutable"));
    assert!(style.bytes.len() < 120_000);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_checks_of_the_browser_find_what_is_wrong() {
    let browser = Browser::open("data:text/html,", 320, "en").await;
    browser.go("<div style='width:500px'><img src='x'><input></div>").await;
    let found = browser.accessibility_violations().await.join(" ");
    assert!(found.contains("image-alt") && found.contains("label") && found.contains("html-has-lang"), "{found}");
    assert!(browser.overflow().await > 0);
    browser.close().await;
}
