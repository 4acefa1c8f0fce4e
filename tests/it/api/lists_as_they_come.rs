//! Lists as people have them, by each door; what is wrong with them is told, and nothing is lost.

use super::lists::{by_page, by_rest, checked};
use crate::harness::{Client, Reply, Service};
use connectoo::{brevets::number::BrevetNumber, competencies::Level, identity::Role, locale::Language};
use reqwest::{
    Method,
    multipart::{Form, Part},
};
use serde_json::{Value, json};

async fn pasted(client: &Client, list: String) -> Reply {
    send_form(client, Form::new().text("list", list)).await
}

async fn send_form(client: &Client, form: Form) -> Reply {
    let html = client.page("/verify/list?lang=en").await.text();
    let mark = html.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let form = form.text("form_mark", mark);
    Client::send(client.http.post(format!("{}/verify/list?lang=en", client.url)).multipart(form)).await
}

/// State and verdict on the name of each line.
async fn told(client: &Client, id: &str) -> Vec<(String, Value)> {
    let (items, _) = checked(client, id).await;
    items.iter().map(|line| (line["state"].as_str().unwrap().to_owned(), line["nameMatches"].clone())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_checked_to_its_last_line_in_every_form_in_which_people_have_it() {
    let service = Service::start().await;
    let learner = service.named(Role::Learner, "an", "An Peeters").await;
    let number = learner.earn_basic(&service).await;
    let visitor = service.visitor();
    let address = format!("{}/verify/{number}#CE5IABCDEFGH", service.url);
    let stray = format!("{number};An Peeters\n{number};\"An Peeters\n");
    let more = format!("{number};An Peeters\n").repeat(50);
    for (list, lines) in [
        (format!("{stray}{more}"), 52),
        (format!("Nr;Brevetnummer;Naam\n1;{number};An Peeters"), 1),
        (format!("Numéro national;Nom;Brevet\n85.07.30-033.28;Peeters An;{number}"), 1),
        (format!("Lijst brevetten 2026\n\nNummer;Naam\n{number};An Peeters"), 1),
        (format!("sep=;\r\nVoornaam;Naam;Nummer\r\nAn;Peeters;{number}\r\n"), 1),
        (format!("{number},\"Peeters; An\"\n"), 1),
        (format!("{address};An Peeters\n{number} An Peeters\n{address} An Peeters"), 3),
    ] {
        let taken = by_rest(&visitor, "list.csv", list.clone().into_bytes()).await.expect(202).json();
        let page = pasted(&visitor, list.clone()).await.expect(303);
        let of_page = page.header("location").strip_prefix("/verify/list/").unwrap().to_owned();
        for id in [taken["id"].as_str().unwrap(), &of_page] {
            assert_eq!(told(&visitor, id).await, vec![("valid".to_owned(), json!(true)); lines], "{list}");
        }
    }
    let items = json!({"items": [{"number": address, "name": "An Peeters"}]});
    let taken = visitor.post("/verificationBatches", items).await.expect(202).json();
    assert_eq!(told(&visitor, taken["id"].as_str().unwrap()).await, [("valid".to_owned(), json!(true))]);
    // By number, too, the address on the sheet will do.
    let asked = reqwest::Url::parse_with_params(&format!("{}/verify", service.url), [("number", &address)]).unwrap();
    let found = Client::send(visitor.http.get(asked)).await.expect(303);
    assert_eq!(found.header("location"), format!("/verify/{number}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_a_list_and_its_csv_say_the_same_in_every_language() {
    let service = Service::start().await;
    let administrator = service.person(Role::Administrator).await;
    let mut numbers = Vec::new();
    for name in ["valid", "revoked", "replaced"] {
        let learner = service.named(Role::Learner, name, &format!("Zoë {name}")).await;
        numbers.push(learner.earn_basic(&service).await);
    }
    let reason = json!({"reason": "issuedInError"});
    administrator.post(&format!("/brevets/{}/revocation", numbers[1]), reason).await.expect(200);
    let new = json!({"holder": "Zoë R.", "note": "Typing error."});
    administrator.post(&format!("/brevets/{}/replacement", numbers[2]), new).await.expect(201);
    let visitor = service.visitor();
    let taken = by_rest(&visitor, "list.csv", numbers.join("\n").into_bytes()).await.expect(202).json();
    let id = taken["id"].as_str().unwrap();
    let (items, _) = checked(&visitor, id).await;
    let successor = BrevetNumber::parse(items[2]["replacedBy"].as_str().unwrap()).unwrap();
    for language in [Language::Nl, Language::Fr, Language::De, Language::En] {
        let page = visitor.page(&format!("/verify/list/{id}?lang={language}")).await.expect(200).text();
        let csv = visitor.page(&format!("/verify/list/{id}/csv?lang={language}")).await.expect(200).text();
        let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(';').collect()).collect();
        let taught = service.app.course.taught();
        let level = taught.curriculum.level(Level::Basic).unwrap().names.get(language);
        assert!(rows[1..].iter().all(|row| row[6] == level), "{language}: {csv}");
        let day = |day: &Value| {
            let day = day.as_str().unwrap().parse().unwrap();
            connectoo::locale::date(language, day)
        };
        for (row, item) in rows[1..].iter().zip(&items) {
            assert_eq!(row[7], item["issuedOn"]);
            let line = page.split("<tr>").find(|line| line.contains(&format!("/verify/{}\"", row[4]))).unwrap();
            for shown in [row[2], level, &day(&item["issuedOn"])] {
                assert!(line.contains(shown), "{language}, {shown}: {line}");
            }
            for (cell, since) in [(row[9], &item["since"])].into_iter().filter(|(cell, _)| !cell.is_empty()) {
                assert_eq!(cell, since);
                assert!(line.contains(&day(since)), "{language}: {line}");
            }
            assert!(line.contains(row[10]), "{language}, {}: {line}", row[10]);
        }
        assert!(!rows[2][10].is_empty() && !rows[2][9].is_empty() && !rows[3][9].is_empty(), "{csv}");
        assert_eq!(rows[3][11], successor.as_str());
        assert!(page.contains(&format!("href=\"/verify/{}\">{successor}</a>", successor.as_str())), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_list_is_told_in_words_of_a_list() {
    let service = Service::start().await;
    let visitor = service.visitor();
    for bytes in [&b""[..], b"\r\n", b"Nummer;Naam\r\n"] {
        let refused = by_rest(&visitor, "leeg.csv", bytes.to_vec()).await.expect(400).json();
        assert_eq!(refused["issues"][0]["name"], "file");
        let page = by_page(&visitor, "leeg.csv", bytes.to_vec()).await.expect(400).text();
        assert!(page.contains("There is no number in this list"), "{page}");
    }
    let page = pasted(&visitor, "  ".into()).await.expect(400).text();
    assert!(page.contains("Paste a list of numbers, or choose a file"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn beside_a_file_that_is_too_large_the_pasted_list_is_kept() {
    let service = Service::start().await;
    let visitor = service.visitor();
    for size in [4 * 1024 * 1024 + 1, 12 * 1024 * 1024] {
        let file = || Part::bytes(vec![b'x'; size]).file_name("groot.csv");
        let before = Form::new().part("file", file()).text("list", "ABCD-EFGH; An Peeters");
        let after = Form::new().text("list", "ABCD-EFGH; An Peeters").part("file", file());
        for form in [before, after] {
            let page = send_form(&visitor, form).await.expect(400).text();
            assert!(page.contains("This file is too large"), "{page}");
            assert!(page.contains("ABCD-EFGH; An Peeters</textarea>"), "{page}");
        }
    }
    let text = send_form(&visitor, Form::new().text("list", "x\n".repeat(3 * 1024 * 1024))).await;
    assert!(text.expect(400).text().contains("too large"));
    let unmarked = Form::new().text("list", "ABCD");
    Client::send(visitor.http.post(format!("{}/verify/list", visitor.url)).multipart(unmarked)).await.expect(403);
    let plain = visitor.http.post(format!("{}/verify/list", visitor.url)).body("list=ABCD");
    Client::send(plain).await.expect(415);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_fault_of_a_list_in_json_is_told_where_it_stands() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let faults = async |body: Value| {
        let refused = visitor.post("/verificationBatches", body).await.expect(400).json();
        let issues = refused["issues"].as_array().unwrap().clone();
        let short = |issue: &Value| {
            let kind = issue["type"].as_str().unwrap().rsplit(':').next().unwrap().to_owned();
            (issue["name"].as_str().unwrap_or_default().to_owned(), kind)
        };
        issues.iter().map(short).collect::<Vec<_>>()
    };
    let fault = |name: &str, kind: &str| (name.to_owned(), kind.to_owned());
    let all = json!({
        "items": [{"number": "A", "colour": "red"}, "B", {"name": 3}, {"number": 4}, {"number": "C", "name": null}],
        "extra": 1
    });
    assert_eq!(
        faults(all).await,
        [
            fault("items[0].colour", "unknownInput"),
            fault("items[1]", "schemaViolation"),
            fault("items[2].number", "schemaViolation"),
            fault("items[2].name", "schemaViolation"),
            fault("items[3].number", "schemaViolation"),
            fault("extra", "unknownInput"),
        ]
    );
    assert_eq!(faults(json!({})).await, [fault("items", "schemaViolation")]);
    assert_eq!(faults(json!({"items": []})).await, [fault("items", "schemaViolation")]);
    assert_eq!(faults(json!({"items": "A"})).await, [fault("items", "schemaViolation")]);
    assert_eq!(faults(json!([])).await, [fault("", "schemaViolation")]);
    assert_eq!(faults(json!({"items": vec![1; 500]})).await.len(), 100, "so many at most");
    // Made a tree of, this would take a hundred times its room: it is refused by what it is made of.
    let costly = json!({"other": vec![json!({"a": 0}); 50_000]});
    assert_eq!(faults(costly).await, [fault("items", "invalidInput")]);
    let most = vec![json!({"number": "https://connectoo.example:8443/verify/A", "name": "Peeters, An"}); 10_000];
    visitor.post("/verificationBatches", json!({"items": most})).await.expect(202);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_size_out_of_range_is_told_with_its_range() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let items = json!({"items": [{"number": "A"}]});
    let list = learner.post("/verificationBatches", items).await.expect(202).json();
    let list = format!("/verificationBatches/{}", list["id"].as_str().unwrap());
    for (path, most) in [("/me/attempts", "100"), (list.as_str(), "1000")] {
        for size in ["0", "1001", "many"] {
            let request = learner.request(Method::GET, &format!("{path}?pageSize={size}&lang=en"));
            let refused = Client::send(request).await.expect(400).json();
            let detail = refused["issues"][0]["detail"].as_str().unwrap();
            assert!(detail.starts_with("Enter a whole number from 1 to"), "{detail}");
            assert!(detail.replace(['\u{a0}', '\u{202f}', ','], "").contains(&format!("to {most}")), "{detail}");
        }
    }
}
