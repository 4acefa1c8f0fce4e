//! No acknowledged answer is lost: whatever is killed, whenever, what was answered 2xx is there.

use crate::{
    browser::Browser,
    harness::{Client, Folder, PASSWORD, Service, right_answer},
    operation::program,
};
use connectoo::{attempts, db::Connection, modules};
use diesel_async::AsyncConnection;
use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader},
    process::{Child, Stdio},
};

/// The program as people start it, on its own database.
struct Running {
    child: Child,
    url: String,
}

fn start(folder: &Folder, port: u16) -> Running {
    let mut child = program(folder)
        .env("CONNECTOO_LISTEN", format!("127.0.0.1:{port}"))
        .env("CONNECTOO_DEMO_PASSWORD", crate::harness::PASSWORD)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    assert!(lines.by_ref().any(|line| line.contains("Connectoo is ready")), "the service did not start");
    std::thread::spawn(move || lines.for_each(drop));
    Running { child, url: format!("http://127.0.0.1:{port}") }
}

/// Kills without a word, and waits until the database has noticed too.
fn kill_hard(mut running: Running, folder: &Folder) {
    running.child.kill().unwrap();
    running.child.wait().unwrap();
    let pid_file = folder.path().join("postgres/data/postmaster.pid");
    for _ in 0..200 {
        if !pid_file.exists() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("the database outlived its service");
}

fn postmaster(folder: &Folder) -> Pid {
    let text = std::fs::read_to_string(folder.path().join("postgres/data/postmaster.pid")).unwrap();
    Pid::from_raw(text.lines().next().unwrap().parse().unwrap())
}

fn is_postmaster_other_than(folder: &Folder, killed: Pid) -> bool {
    let text = std::fs::read_to_string(folder.path().join("postgres/data/postmaster.pid")).unwrap_or_default();
    let is_ready = text.lines().nth(7).is_some_and(|state| state.trim() == "ready");
    is_ready && text.lines().next().and_then(|pid| pid.parse().ok()) != Some(killed.as_raw())
}

async fn database(folder: &Folder) -> Connection {
    let path = folder.path().join("postgres").canonicalize().unwrap();
    let host: String = path.as_os_str().as_encoded_bytes().iter().map(|byte| format!("%{byte:02X}")).collect();
    Connection::establish(&format!("postgres://connectoo@{host}/postgres")).await.unwrap()
}

async fn signed_in(url: &str) -> Client {
    let mut client = Client::new(url);
    client.sign_in("learner@connectoo.example", crate::harness::PASSWORD).await;
    client
}

/// Answers question after question and gives what was acknowledged before the service went away.
async fn answer_until_it_dies(client: &Client, attempt: &Value, answers: &[(String, Value)]) -> Vec<(String, Value)> {
    let mut acknowledged = Vec::new();
    for (question, answer) in answers {
        let path = format!("/attempts/{}/answers/{question}", attempt["id"].as_str().unwrap());
        match client.request(reqwest::Method::PUT, &path).json(answer).send().await {
            Ok(reply) if reply.status().is_success() => acknowledged.push((question.clone(), answer.clone())),
            _ => break,
        }
    }
    acknowledged
}

async fn right_answers(folder: &Folder, attempt: &Value) -> Vec<(String, Value)> {
    let mut db = database(folder).await;
    let memory = modules::edition::CourseMemory::default();
    let account =
        connectoo::identity::store::account_by_email(&mut db, "learner@connectoo.example").await.unwrap().unwrap();
    let id = attempt["id"].as_str().unwrap().parse().unwrap();
    let bound = attempts::store::attempt(&mut db, account.id, id).await.unwrap().unwrap();
    let bound = attempts::taking::bind(&memory, &mut db, bound).await.unwrap();
    bound
        .attempt
        .questions(&bound.paper)
        .map(|(drawn, question)| (drawn.question.to_string(), drawn.veil(&right_answer(question))))
        .collect()
}

async fn assert_all_there(client: &Client, attempt: &Value, acknowledged: &[(String, Value)]) {
    let found = client.get(&format!("/attempts/{}", attempt["id"].as_str().unwrap())).await.expect(200).json();
    for (question, answer) in acknowledged {
        for (name, value) in answer.as_object().unwrap() {
            assert_eq!(&found["answers"][question][name], value, "{question} of {}", attempt["module"]);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_kill_9_of_the_service_or_of_postgres_loses_nothing() {
    let folder = Folder::new("promise-1");
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut running = start(&folder, port);
    let mut history: Vec<(Value, Vec<(String, Value)>)> = Vec::new();
    // At several steps: while nothing was answered, in the middle, before the submission; once the service, once Postgres.
    for (round, module) in ["csam", "ebox", "myminfin", "mypension"].into_iter().enumerate() {
        let client = signed_in(&running.url).await;
        let attempt = client.start(module).await;
        let answers = right_answers(&folder, &attempt).await;
        let victim = if round % 2 == 0 { Pid::from_raw(running.child.id().cast_signed()) } else { postmaster(&folder) };
        // Falls somewhere among the answers, at another place each round.
        let killer = std::thread::spawn(move || {
            std::thread::sleep(std::time::Duration::from_millis([0, 8, 20, 35][round]));
            kill(victim, Signal::SIGKILL).unwrap();
        });
        let acknowledged = answer_until_it_dies(&client, &attempt, &answers).await;
        killer.join().unwrap();
        history.push((attempt, acknowledged));
        if round % 2 == 0 {
            kill_hard(running, &folder);
            running = start(&folder, port);
        } else {
            // The service goes on and brings its database back by itself.
            let visitor = Client::new(&running.url);
            // Another postmaster, not only an answer: the killed one's children may still give one for a moment.
            crate::harness::eventually("recovery", || async {
                let is_another = is_postmaster_other_than(&folder, victim);
                (is_another && visitor.page("/health").await.status == 200).then_some(())
            })
            .await;
        }
        let elsewhere = signed_in(&running.url).await;
        for (attempt, acknowledged) in &history {
            assert_all_there(&elsewhere, attempt, acknowledged).await;
        }
    }
    // And the learner goes on where it stopped, on another device, to the end.
    let client = signed_in(&running.url).await;
    for (attempt, _) in &history {
        let answers = right_answers(&folder, attempt).await;
        answer_until_it_dies(&client, attempt, &answers).await;
        let result = client.submit(attempt).await.expect(200).json();
        assert_eq!(result["passed"], true);
    }
    kill_hard(running, &folder);
    let running = start(&folder, port);
    let progress = signed_in(&running.url).await.get("/me/progress").await.expect(200).json();
    assert_eq!(progress["items"][0]["proven"], json!(4), "submissions outlive a kill, too");
    kill_hard(running, &folder);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_a_session_that_ends_in_the_middle_of_a_question_keeps_the_answer() {
    let service = crate::harness::Service::start().await;
    let api = service.learner().await;
    let browser = service.visitor();
    crate::access::sign_in_by_form(&browser, connectoo::identity::Role::Learner).await;
    let attempt = api.start("csam").await;
    let id = attempt["id"].as_str().unwrap();
    let (bound, paper) = service.bound(api.account.unwrap(), id).await;
    let (number, (drawn, question)) =
        (1..).zip(bound.questions(&paper)).find(|(_, (_, question))| question.body.kind() == "singleChoice").unwrap();
    let given = drawn.veil(&right_answer(question))["option"].as_str().unwrap().to_owned();
    let page = format!("/attempts/{id}/questions/{number}");
    let html = browser.page(&page).await.expect(200).text();
    let mark = html.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    service.app.clock.shift(chrono::Duration::hours(13));
    let fields = [("option", given.as_str()), ("form_mark", mark.as_str())];
    let kept = Client::send(browser.http.post(format!("{}{page}", service.url)).form(&fields)).await.expect(200).text();
    assert!(kept.contains("name=\"kept_option\"") && kept.contains(&given), "{kept}");
    let mark = kept.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let again = [
        ("email", "learner@example.be"),
        ("password", crate::harness::PASSWORD),
        ("next", page.as_str()),
        ("kept_option", given.as_str()),
        ("form_mark", mark.as_str()),
    ];
    let go_on =
        Client::send(browser.http.post(format!("{}/sign-in", service.url)).form(&again)).await.expect(200).text();
    let mark = go_on.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let fields = [("option", given.as_str()), ("form_mark", mark.as_str())];
    Client::send(browser.http.post(format!("{}{page}", service.url)).form(&fields)).await.expect(303);
    let (bound, _) = service.bound(api.account.unwrap(), id).await;
    assert!(bound.answer(&question.id).is_some());
}

/// The first question of a kind: its number on the pages, and what was asked.
fn question_of<'a>(attempt: &'a Value, kind: &str) -> (usize, &'a Value) {
    let questions = attempt["questions"].as_array().unwrap();
    (1..).zip(questions).find(|(_, question)| question["kind"] == kind).unwrap()
}

async fn saved_option(client: &Client, attempt: &Value, question: &Value) -> Option<Value> {
    let found = client.get(&format!("/attempts/{}", attempt["id"].as_str().unwrap())).await.expect(200).json();
    found["answers"][question["id"].as_str().unwrap()].get("option").cloned()
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_the_browser_keeps_an_answer_until_the_service_has_it() {
    let folder = Folder::new("promise-1-browser");
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let running = start(&folder, port);
    let client = signed_in(&running.url).await;
    let attempt = client.start("csam").await;
    let (number, question) = question_of(&attempt, "singleChoice");
    let keys: Vec<&str> =
        question["options"].as_array().unwrap().iter().map(|option| option["key"].as_str().unwrap()).collect();
    let page = format!("/attempts/{}/questions/{number}", attempt["id"].as_str().unwrap());
    let browser = Browser::open(&running.url, 320, "nl").await;
    browser.sign_in("learner@connectoo.example", PASSWORD).await;
    browser.is_at("/learning").await;

    // Ticked, and nothing pressed: it is saved.
    browser.go(&page).await;
    let tick = async |key: &str| browser.click(&format!("input[name=option][value='{key}']")).await;
    tick(keys[0]).await;
    browser.find("#saved.saved").await;
    assert_eq!(saved_option(&client, &attempt, question).await, Some(json!(keys[0])));

    // Nobody answers: the page stays, says so and tries again, also when it is left and opened anew.
    let folder_of = &folder;
    kill_hard(running, folder_of);
    tick(keys[1]).await;
    browser.find("#saved.unsaved").await;
    browser.click("#answer button[type=submit]:not([name])").await;
    assert_eq!(browser.path().await, page);
    let running = start(&folder, port);
    browser.find("#saved.saved").await;
    let client = signed_in(&running.url).await;
    assert_eq!(saved_option(&client, &attempt, question).await, Some(json!(keys[1])));

    kill_hard(running, folder_of);
    tick(keys[0]).await;
    browser.find("#saved.unsaved").await;
    browser.driver.goto("data:text/html,elsewhere").await.unwrap();
    let running = start(&folder, port);
    browser.go(&page).await;
    browser.find("#saved.saved").await;
    let client = signed_in(&running.url).await;
    assert_eq!(saved_option(&client, &attempt, question).await, Some(json!(keys[0])));
    assert!(browser.has(&format!("input[value='{}']:checked", keys[0])).await);
    browser.close().await;
    kill_hard(running, &folder);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_a_line_that_hangs_is_told_and_the_answer_is_sent_again() {
    let folder = Folder::new("promise-1-hanging");
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let running = start(&folder, port);
    let client = signed_in(&running.url).await;
    let attempt = client.start("csam").await;
    let (number, question) = question_of(&attempt, "singleChoice");
    let key = |at: usize| question["options"][at]["key"].as_str().unwrap();
    let page = format!("/attempts/{}/questions/{number}", attempt["id"].as_str().unwrap());
    let browser = Browser::open(&running.url, 320, "nl").await;
    browser.sign_in("learner@connectoo.example", PASSWORD).await;
    browser.is_at("/learning").await;
    browser.go(&page).await;
    browser.click(&format!("input[name=option][value='{}']", key(0))).await;
    browser.find("#saved.saved").await;

    // Nothing answers any more, and nothing is refused either.
    let service = Pid::from_raw(running.child.id().cast_signed());
    kill(service, Signal::SIGSTOP).unwrap();
    browser.click(&format!("input[name=option][value='{}']", key(1))).await;
    browser.find("#saved.pending").await;
    let told = browser.find("#saved.unsaved").await.text().await.unwrap();
    assert!(told.contains("We keep trying"), "{told}");
    browser.click("#answer button[type=submit]:not([name])").await;
    assert_eq!(browser.path().await, page);
    kill(service, Signal::SIGCONT).unwrap();
    browser.at("the next question", |path| path != page).await;
    assert_eq!(saved_option(&client, &attempt, question).await, Some(json!(key(1))));
    browser.close().await;
    kill_hard(running, &folder);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_devices_the_last_answer_counts_and_the_person_is_told() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let attempt = learner.start("csam").await;
    let (number, question) = question_of(&attempt, "singleChoice");
    let keys: Vec<&str> =
        question["options"].as_array().unwrap().iter().map(|option| option["key"].as_str().unwrap()).collect();
    let page = format!("/attempts/{}/questions/{number}", attempt["id"].as_str().unwrap());
    let elsewhere = async |key: &str| {
        let answer =
            format!("/attempts/{}/answers/{}", attempt["id"].as_str().unwrap(), question["id"].as_str().unwrap());
        learner.put(&answer, json!({ "option": key })).await.expect(200);
    };
    // With the script: told as it is saved.
    let browser = Browser::open(&service.url, 320, "en").await;
    browser.sign_in("learner@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    browser.go(&page).await;
    elsewhere(keys[1]).await;
    browser.click(&format!("input[name=option][value='{}']", keys[0])).await;
    let told = browser.find("#saved.saved").await.text().await.unwrap();
    assert!(told.contains("op een ander toestel"), "{told}");
    assert_eq!(saved_option(&learner, &attempt, question).await, Some(json!(keys[0])));
    browser.close().await;
    // Without: told on the next page.
    let visitor = service.visitor();
    crate::access::sign_in_by_form(&visitor, connectoo::identity::Role::Learner).await;
    let html = visitor.page(&page).await.expect(200).text();
    let hidden = |name: &str| {
        let value = html.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
        value.split('"').next().unwrap().to_owned()
    };
    elsewhere(keys[1]).await;
    let fields = [("option", keys[0]), ("form_mark", &hidden("form_mark")), ("seen", &hidden("seen"))];
    let reply = Client::send(visitor.http.post(format!("{}{page}", service.url)).form(&fields)).await.expect(303);
    let next = reply.header("location").to_owned();
    assert!(next.ends_with(&format!("replaced={number}")), "{next}");
    let told = visitor.page(&format!("{next}&lang=en")).await.expect(200).text();
    assert!(
        told.contains(&format!("Question {number} was also answered in another window or on another device")),
        "{told}"
    );
    // The same answer from elsewhere is no news.
    let fields = [("option", keys[0]), ("form_mark", &hidden("form_mark")), ("seen", &hidden("seen"))];
    let reply = Client::send(visitor.http.post(format!("{}{page}", service.url)).form(&fields)).await.expect(303);
    assert!(!reply.header("location").contains("replaced"));
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_opening_a_page_never_replaces_an_answer_from_another_device_unasked() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let attempt = learner.start("csam").await;
    let (number, question) = question_of(&attempt, "singleChoice");
    let options = question["options"].as_array().unwrap();
    let key = |at: usize| options[at]["key"].as_str().unwrap();
    let id = attempt["id"].as_str().unwrap();
    let page = format!("/attempts/{id}/questions/{number}");
    let saved = async || saved_option(&learner, &attempt, question).await;
    let elsewhere = async |at: usize| {
        let answer = format!("/attempts/{id}/answers/{}", question["id"].as_str().unwrap());
        learner.put(&answer, json!({ "option": key(at) })).await.expect(200);
    };
    let browser = Browser::open(&service.url, 320, "nl").await;
    browser.sign_in("learner@example.be", PASSWORD).await;
    browser.is_at("/learning").await;
    let ticks_and_leaves = async |at: usize| {
        browser.go(&page).await;
        browser.click(&format!("input[value='{}']", key(at))).await;
        browser.go("/learning").await;
        crate::harness::eventually("what was ticked last", || async { (saved().await? == key(at)).then_some(()) })
            .await;
    };
    let kept = async || browser.driver.execute("return localStorage.length", vec![]).await.unwrap();

    // What arrived is forgotten.
    ticks_and_leaves(0).await;
    browser.go(&page).await;
    browser.find("#kept[hidden]").await;
    crate::harness::eventually("nothing kept", || async { (kept().await == 0).then_some(()) }).await;

    // Another answer came in meanwhile: it stays, and the person is told of both.
    ticks_and_leaves(1).await;
    elsewhere(0).await;
    browser.go(&page).await;
    let told = browser.find("#kept:not([hidden])").await.text().await.unwrap();
    assert!(told.contains(options[1]["text"].as_str().unwrap()), "{told}");
    assert!(browser.has(&format!("input[value='{}']:checked", key(0))).await);
    assert_eq!(saved().await, Some(json!(key(0))));
    browser.click("#kept-drop").await;
    browser.find("#kept[hidden]").await;
    assert_eq!((saved().await, kept().await), (Some(json!(key(0))), json!(0)));

    // Or the one that was kept here counts.
    ticks_and_leaves(1).await;
    elsewhere(0).await;
    browser.go(&page).await;
    browser.find("#kept:not([hidden])").await;
    browser.click("#kept-use").await;
    browser.find("#saved.saved").await;
    crate::harness::eventually("the kept one", || async { (saved().await? == key(1)).then_some(()) }).await;
    browser.close().await;
}
