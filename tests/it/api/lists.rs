//! Lists of ten thousand brevets, by each door and in each form, and one line more.

use crate::harness::{Client, Reply, Service, eventually};
use connectoo::{brevets::number::BrevetNumber, identity::Role, verification::list::MOST};
use reqwest::{
    Method,
    multipart::{Form, Part},
};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    io::{Cursor, Write},
};

/// What a line says, and what is to be told of it.
struct Line {
    number: String,
    name: &'static str,
    state: &'static str,
    name_matches: Value,
}

/// Numbers as people have them: right ones in different writing, one with a typing error, one that was never issued.
fn lines(valid: &str, revoked: &str, replaced: &str, count: usize) -> Vec<Line> {
    let printed = BrevetNumber::parse(valid).unwrap().to_string();
    let typo = |number: &str| {
        let first = if number.starts_with('7') { "8" } else { "7" };
        format!("{first}{}", &number[1..])
    };
    let line = |number: String, name, state, name_matches| Line { number, name, state, name_matches };
    (0..count)
        .map(|place| match place % 7 {
            0 => line(valid.to_owned(), "Zoë valid", "valid", json!(true)),
            1 => line(revoked.to_owned(), "zoe REVOKED", "revoked", json!(true)),
            2 => line(replaced.to_owned(), "", "replaced", Value::Null),
            3 => line(typo(valid), "Zoë valid", "mistyped", Value::Null),
            4 => line(BrevetNumber::new().to_string(), "Zoë valid", "unknown", Value::Null),
            5 => line(printed.clone(), "Somebody Else", "valid", json!(false)),
            _ => line(printed.to_lowercase().replace('-', " "), "", "valid", Value::Null),
        })
        .collect()
}

fn csv(lines: &[Line]) -> Vec<u8> {
    let rows: Vec<String> = lines.iter().map(|line| format!("{};{}", line.number, line.name)).collect();
    format!("Nummer;Naam\r\n{}\r\n", rows.join("\r\n")).into_bytes()
}

fn xlsx(lines: &[Line]) -> Vec<u8> {
    const FORMATS: &str = "http://schemas.openxmlformats.org";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{FORMATS}/package/2006/relationships\"><Relationship Id=\"rId1\" \
             Type=\"{FORMATS}/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let main = format!("xmlns=\"{FORMATS}/spreadsheetml/2006/main\"");
    let cell = |place: &str, text: &str| format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |at: usize, number: &str, name: &str| {
        format!("<row r=\"{at}\">{}{}</row>", cell(&format!("A{at}"), number), cell(&format!("B{at}"), name))
    };
    let rows: String = lines.iter().zip(2..).map(|(line, at)| row(at, &line.number, line.name)).collect();
    let book = format!(
        "<workbook {main} xmlns:r=\"{FORMATS}/officeDocument/2006/relationships\"><sheets>\
         <sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let sheet = format!("<worksheet {main}><sheetData>{}{rows}</sheetData></worksheet>", row(1, "Nummer", "Naam"));
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/workbook.xml", book),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub async fn by_rest(client: &Client, name: &'static str, bytes: Vec<u8>) -> Reply {
    let form = Form::new().part("file", Part::bytes(bytes).file_name(name));
    Client::send(client.request(Method::POST, "/verificationBatches").multipart(form)).await
}

pub async fn by_page(client: &Client, name: &'static str, bytes: Vec<u8>) -> Reply {
    let html = client.page("/verify/list?lang=en").await.text();
    let mark = html.split("name=\"form_mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let form = Form::new().text("form_mark", mark).part("file", Part::bytes(bytes).file_name(name));
    Client::send(client.http.post(format!("{}/verify/list?lang=en", client.url)).multipart(form)).await
}

/// Every line of a checked list, page by page, and the counts.
pub async fn checked(client: &Client, id: &str) -> (Vec<Value>, Value) {
    let first = format!("/verificationBatches/{id}?pageSize=1000");
    let list = eventually("the list", || async {
        let list = client.get(&first).await.expect(200).json();
        (list["status"] == "done").then_some(list)
    })
    .await;
    let (counts, mut items) = (list["counts"].clone(), Vec::new());
    let mut page = Some(list);
    while let Some(list) = page {
        items.extend(list["items"].as_array().unwrap().iter().cloned());
        page = match list["next"].as_str() {
            Some(next) => Some(client.get(next.strip_prefix("/api/connectoo/v1").unwrap()).await.expect(200).json()),
            None => None,
        };
    }
    (items, counts)
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_4_ten_thousand_lines_are_told_one_by_one_and_one_more_is_refused() {
    let service = Service::start().await;
    let administrator = service.person(Role::Administrator).await;
    let mut numbers = Vec::new();
    for name in ["valid", "revoked", "replaced"] {
        let learner = service.named(Role::Learner, name, &format!("Zoë {name}")).await;
        numbers.push(learner.earn_basic(&service).await);
    }
    let [valid, revoked, replaced] = numbers.as_slice() else { unreachable!() };
    let decided = json!({"reason": "issuedInError"});
    administrator.post(&format!("/brevets/{revoked}/revocation"), decided).await.expect(200);
    administrator
        .post(&format!("/brevets/{replaced}/replacement"), json!({"holder": "Zoë R.", "note": "Typing error."}))
        .await
        .expect(201);
    let visitor = service.visitor();
    let list = lines(valid, revoked, replaced, MOST);
    let mut expected = BTreeMap::new();
    for line in &list {
        *expected.entry(line.state).or_insert(0) += 1;
    }
    for (name, bytes) in [("list.csv", csv(&list)), ("list.xlsx", xlsx(&list))] {
        let taken = by_rest(&visitor, name, bytes.clone()).await.expect(202).json();
        let page = by_page(&visitor, name, bytes).await.expect(303);
        let address = page.header("location").to_owned();
        let of_page = address.strip_prefix("/verify/list/").unwrap();
        for id in [taken["id"].as_str().unwrap(), of_page] {
            let (items, counts) = checked(&visitor, id).await;
            assert_eq!(items.len(), MOST, "{name}");
            for (line, told) in list.iter().zip(&items) {
                let wrong = told["state"] != line.state || told["nameMatches"] != line.name_matches;
                assert!(!wrong, "{name}, {} is {}, {}: {told}", line.number, line.state, line.name_matches);
            }
            for (state, lines) in &expected {
                assert_eq!(counts[state], *lines, "{name}: {counts}");
            }
        }
        let shown = visitor.page(&format!("{address}?lang=en")).await.expect(200).text();
        assert!(shown.contains("The list was checked"), "{shown}");
        let result = visitor.page(&format!("{address}/csv?lang=en")).await.expect(200).text();
        assert_eq!(result.lines().count(), MOST + 1);
    }

    let list = lines(valid, revoked, replaced, MOST + 1);
    for (name, bytes) in [("list.csv", csv(&list)), ("list.xlsx", xlsx(&list))] {
        let refused = by_rest(&visitor, name, bytes.clone()).await.expect(400).json();
        assert_eq!(refused["issues"][0]["name"], "file", "{name}: {refused}");
        let told = refused["issues"][0].to_string();
        assert!(told.contains("10") && told.contains("000"), "{name}: {told}");
        let page = by_page(&visitor, name, bytes).await.expect(400).text();
        assert!(page.contains("at most 10"), "{name}: {page}");
    }
    let items: Vec<Value> = list.iter().map(|line| json!({"number": line.number})).collect();
    let refused = visitor.post("/verificationBatches", json!({ "items": items })).await.expect(400).json();
    assert_eq!(refused["issues"][0]["name"], "items");
    let items = &refused["issues"][0].to_string();
    assert!(items.contains("000"), "{items}");
}
