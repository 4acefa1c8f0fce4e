//! Badges, files with badges, and the statement of the QR code.

use crate::{
    browser::Browser,
    harness::{Folder, Service, database_url},
};
use connectoo::{db, identity::Role};
use diesel_async::RunQueryDsl;
use serde_json::{Value, json};
use std::process::Command;

/// What openbadgeslib says of a badge, with the key and the status list that the service publishes.
async fn verdict(service: &Service, badge: &str) -> String {
    const SCRIPT: &str = "
import base64, json, sys
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from openbadgeslib.ob3.verifier import OB3Verifier, OB3VerificationError
jwk, badge, address, status_list = json.loads(sys.argv[1]), *sys.argv[2:]
number = lambda part: int.from_bytes(base64.urlsafe_b64decode(part + '=='), 'big')
public = ec.EllipticCurvePublicNumbers(number(jwk['x']), number(jwk['y']), ec.SECP256R1()).public_key()
pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
def download(asked):
    assert asked == address, asked
    return status_list.encode()
try:
    credential = OB3Verifier(pem).verify(badge, check_status=True, download=download)
    print('accepted', credential.achievement.name)
except OB3VerificationError as refusal:
    print('refused', refusal)
";
    let visitor = service.visitor();
    let list = visitor.get("/statusLists/1").await.expect(200).text();
    let key = visitor.get("/issuer/keys").await.expect(200).json()["keys"][0].to_string();
    let address = format!("{}/api/connectoo/v1/statusLists/1", service.url);
    let python = std::env::var_os("CONNECTOO_PYTHON").unwrap_or_else(|| ".tools/py/bin/python".into());
    let told = Command::new(python).args(["-c", SCRIPT, &key, badge, &address, &list]).output();
    let told = told.expect("bin/setup test makes .tools/py");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    String::from_utf8(told.stdout).unwrap().trim().to_owned()
}

fn claims(jwt: &str) -> Value {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(jwt.split('.').nth(1).unwrap()).unwrap()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_badge_is_accepted_by_openbadgeslib_until_its_brevet_is_revoked() {
    let service = Service::start().await;
    let (learner, administrator) = (service.learner().await, service.person(Role::Administrator).await);
    let number = learner.earn_basic(&service).await;
    let visitor = service.visitor();
    let path = format!("/brevets/{number}/badge");
    let reply = visitor.get(&path).await.expect(200);
    assert_eq!((reply.header("content-type"), reply.header("access-control-allow-origin")), ("application/jwt", "*"));
    assert!(reply.header("content-disposition").contains(&format!("connectoo-basic-{number}.jwt")));
    assert_eq!(verdict(&service, &reply.text()).await, "accepted Connectoobrevet – Basisniveau");

    // Signed once: the same bytes ever after, whoever asks and by which door.
    assert_eq!(visitor.get(&path).await.expect(200).bytes, reply.bytes);
    assert_eq!(visitor.page(&path).await.expect(200).bytes, reply.bytes);
    let told = claims(&reply.text());
    let subject = &told["credentialSubject"];
    assert_eq!(subject["identifier"][0]["identityHash"], "Łukasz O’Çelebi");
    assert_eq!(told["iss"], format!("{}/api/connectoo/v1/issuer", service.url));

    let revocation = json!({"reason": "holderAsked"});
    administrator.post(&format!("/brevets/{number}/revocation"), revocation).await.expect(200);
    let refused = verdict(&service, &reply.text()).await;
    assert!(refused.starts_with("refused") && refused.contains("'revocation' is set"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_who_ask_at_once_get_one_badge_and_each_brevet_has_its_own_place_in_the_list() {
    let service = Service::start().await;
    let mut places = std::collections::BTreeSet::new();
    for name in ["one", "two", "three"] {
        let number = service.named(Role::Learner, name, "Zoë Leclercq").await.earn_basic(&service).await;
        let path = format!("/brevets/{number}/badge");
        let asking = (0..8).map(|_| {
            let (visitor, path) = (service.visitor(), path.clone());
            tokio::spawn(async move { visitor.get(&path).await.expect(200).text() })
        });
        let mut badges = std::collections::BTreeSet::new();
        for asked in asking.collect::<Vec<_>>() {
            badges.insert(asked.await.unwrap());
        }
        assert_eq!(badges.len(), 1, "one badge, whoever asks first");
        let status = claims(badges.iter().next().unwrap())["credentialStatus"].clone();
        let place: u32 =
            status["statusListIndex"].as_str().expect("a string (Bitstring Status List, 2.1)").parse().unwrap();
        assert!(place < 131_072);
        assert_eq!(status["id"], format!("{}#{place}", status["statusListCredential"].as_str().unwrap()));
        places.insert(place);
    }
    assert_eq!(places.len(), 3);
    for (path, accept) in [
        ("/api/connectoo/v1/statusLists/1", "application/vc+jwt"),
        ("/.well-known/seal-certificates.pem", "application/x-pem-file"),
    ] {
        let asked = service.visitor().http.get(format!("{}{path}", service.url)).header("accept", accept);
        assert_eq!(asked.send().await.unwrap().status(), 200, "{path} is given to who asks for {accept}");
    }
    // The list says how it is read, and a reader keeps it no longer than it says.
    let reply = service.visitor().get("/statusLists/1").await.expect(200);
    let list = claims(&reply.text());
    let subject = &list["credentialSubject"];
    assert_eq!((&subject["type"], &subject["statusPurpose"]), (&json!("BitstringStatusList"), &json!("revocation")));
    assert!(subject["encodedList"].as_str().unwrap().starts_with('u'), "multibase: base64url");
    assert_eq!((&subject["ttl"], reply.header("cache-control")), (&json!(300_000), "public, max-age=300"));
    assert!(list["validUntil"].is_string() && list["exp"].as_i64() > list["nbf"].as_i64());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_badge_of_a_replaced_brevet_is_revoked_and_the_new_one_has_its_own() {
    let service = Service::start().await;
    let (learner, administrator) = (service.learner().await, service.person(Role::Administrator).await);
    let number = learner.earn_basic(&service).await;
    let visitor = service.visitor();
    let old = visitor.get(&format!("/brevets/{number}/badge")).await.expect(200).text();
    let replacement = format!("/brevets/{number}/replacement");
    administrator.post(&replacement, json!({"holder": "Lina Claes", "note": "Typing error."})).await;
    let successor = visitor.get(&format!("/verifications/{number}")).await.expect(200).json()["replacedBy"].clone();
    let successor = successor.as_str().expect("it was replaced").to_owned();
    let new = visitor.get(&format!("/brevets/{successor}/badge")).await.expect(200).text();
    assert!(verdict(&service, &old).await.starts_with("refused"));
    assert!(verdict(&service, &new).await.starts_with("accepted"));
    assert_eq!(claims(&new)["credentialSubject"]["identifier"][0]["identityHash"], "Lina Claes");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_badge_names_can_be_read_where_it_says() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let number = learner.earn_basic(&service).await;
    let visitor = service.visitor();
    let jwt = visitor.get(&format!("/brevets/{number}/badge")).await.expect(200).text();
    let told = claims(&jwt);
    let read = async |address: &Value| {
        let path = address.as_str().unwrap().strip_prefix(&service.url).unwrap();
        let reply = visitor.page(path).await.expect(200);
        assert_eq!(reply.header("cross-origin-resource-policy"), "cross-origin", "{path}");
        reply
    };
    assert_eq!(read(&told["iss"]).await.json()["id"], told["iss"]);
    let achievement = &told["credentialSubject"]["achievement"];
    assert_eq!(read(&achievement["id"]).await.json()["id"], achievement["id"]);
    assert_eq!(read(&achievement["image"]["id"]).await.header("content-type"), "image/svg+xml");
    let header: Value = {
        use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(jwt.split('.').next().unwrap()).unwrap()).unwrap()
    };
    let key = read(&header["kid"]).await.json();
    assert_eq!(visitor.get("/issuer/keys").await.expect(200).json()["keys"][0], key);
    let tokens = visitor.page("/.well-known/jwks.json").await.expect(200).json();
    assert_ne!(tokens["keys"][0]["x"], key["x"], "badges and access tokens have keys of their own");
    assert_eq!(claims(&read(&told["credentialStatus"]["statusListCredential"]).await.text())["iss"], told["iss"]);

    for (path, status, problem) in [
        ("/issuer/keys/none", 404, "resourceNotFound"),
        ("/achievements/master", 404, "resourceNotFound"),
        ("/statusLists/0", 404, "resourceNotFound"),
        ("/statusLists/2", 404, "resourceNotFound"),
        ("/statusLists/first", 404, "resourceNotFound"),
        ("/brevets/0000000000000000/badge", 404, "unknownBrevet"),
        ("/brevets/ABC/badge", 400, "mistypedBrevetNumber"),
    ] {
        assert_eq!(visitor.get(path).await.expect(status).problem(), problem, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_3_the_file_with_the_badge_is_sealed_once_and_the_database_refuses_changes() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let number = learner.earn_basic(&service).await;
    let path = format!("/brevets/{number}/pdf?badge=true");
    learner.sealed_pdf(&number).await;
    // Nobody asks twice: the file is sealed while the first request waits.
    let file = learner.get(&path).await.expect(200);
    assert!(file.header("content-disposition").contains(&format!("connectoo-basic-{number}-badge.pdf")));
    let (one, other) = tokio::join!(learner.get(&path), learner.get(&path));
    assert!(one.expect(200).bytes == file.bytes && other.expect(200).bytes == file.bytes);
    assert_ne!(learner.sealed_pdf(&number).await, file.bytes);
    let folder = Folder::new("badge");
    let (pdf, jwt) = (folder.path().join("with-badge.pdf"), folder.path().join("badge.jwt"));
    std::fs::write(&pdf, &file.bytes).unwrap();
    let saved = Command::new("pdfdetach").args(["-save", "1", "-o"]).args([&jwt, &pdf]).status().unwrap();
    assert!(saved.success());
    let badge = service.visitor().get(&format!("/brevets/{number}/badge")).await.expect(200);
    assert_eq!(std::fs::read(jwt).unwrap(), badge.bytes);

    // The register knows this file as it knows the other, and something appended to it too.
    for (bytes, state) in [(file.bytes.clone(), "valid"), ([&file.bytes[..], b"% seen\n"].concat(), "altered")] {
        let told = crate::promises::upload(&service.visitor(), "with-badge.pdf", bytes).await.expect(200).json();
        let facts = if state == "altered" { &told["original"] } else { &told };
        assert_eq!(
            (told["state"].as_str(), facts["number"].as_str()),
            (Some(state), Some(number.as_str())),
            "{told:#}"
        );
    }

    let refused = learner.get(&format!("/brevets/{number}/pdf?badge=perhaps")).await.expect(400).json();
    assert_eq!(refused["issues"][0]["name"], "badge");
    let mut db = service.db().await;
    for statement in [
        "UPDATE badges SET jwt = 'x'",
        "DELETE FROM badges",
        "TRUNCATE badges CASCADE",
        "UPDATE badge_files SET bytes = ''",
        "DELETE FROM badge_files",
        "TRUNCATE badge_files",
    ] {
        assert!(diesel::sql_query(statement).execute(&mut db).await.is_err(), "{statement}");
    }
}

/// The address in the QR code, which is that of the link beside it.
fn scanned(pdf: &[u8]) -> String {
    let text = String::from_utf8_lossy(pdf);
    let address = text.split("/URI(").nth(1).expect("the sheet has a link");
    address.split(')').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_statement_of_an_issued_brevet_is_checked_by_rest() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let number = learner.earn_basic(&service).await;
    let address = scanned(&learner.sealed_pdf(&number).await);
    assert!(address.starts_with(&format!("{}/verify/{number}#", service.url)), "{address}");
    let visitor = service.visitor();
    let check = async |body: Value| visitor.post("/statementChecks", body).await.expect(200).json();
    let told = check(json!({"address": address, "name": "lukasz o'celebi"})).await;
    // Ł is a letter of its own, no accented L.
    assert_eq!(
        (told["genuine"].as_bool(), told["number"].as_str(), told["level"].as_str(), told["nameMatches"].as_bool()),
        (Some(true), Some(number.as_str()), Some("basic"), Some(false))
    );
    let told = check(json!({"address": address, "name": "ŁUKASZ OÇELEBI"})).await;
    assert_eq!(told["nameMatches"], true);
    assert!(check(json!({"address": address})).await.get("nameMatches").is_none());
    let forged = address.replace(&number, connectoo::brevets::number::BrevetNumber::new().as_str());
    for (address, reason) in [
        (forged, "forged"),
        (address[..address.len() - 1].to_owned(), "damaged"),
        (address.split('#').next().unwrap().to_owned(), "absent"),
    ] {
        assert_eq!(check(json!({"address": address})).await, json!({"genuine": false, "reason": reason}));
    }
    let wrong = json!({"address": "x".repeat(2001), "name": "x".repeat(201), "more": 1});
    let refused = visitor.post("/statementChecks", wrong).await.expect(400).json();
    assert_eq!(refused["issues"].as_array().unwrap().len(), 3, "{refused:#}");
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_register_is_out_of_reach_the_statement_is_checked_without_it() {
    let service = Service::start().await;
    let learner = service.learner().await;
    let number = learner.earn_basic(&service).await;
    let address = scanned(&learner.sealed_pdf(&number).await);
    let name = service.app.database_url.rsplit('/').next().unwrap().split('?').next().unwrap().to_owned();
    let mut admin = db::connect(&database_url("postgres")).await.unwrap();
    for statement in [
        format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false"),
        format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"),
    ] {
        diesel::sql_query(statement).execute(&mut admin).await.unwrap();
    }

    // Without script: the page of the number offers the form, and the form needs no database.
    let visitor = service.visitor();
    let page = visitor.page(&format!("/verify/{number}?lang=en")).await.expect(503);
    assert!(!page.header("retry-after").is_empty());
    assert!(page.text().contains("The register cannot be reached now"), "{}", page.text());
    let form = async |address: &str, name: &str| {
        let fields = [("address", address), ("name", name)];
        visitor.form("/verify/statement", "/verify/statement?lang=en", &fields).await
    };
    let genuine = form(&address, "Łukasz O’Çelebi").await.expect(200).text();
    assert!(
        genuine.contains("This statement is genuine") && genuine.contains("is the name of the holder"),
        "{genuine}"
    );
    let other = form(&address, "Eva Mendes").await.expect(200).text();
    assert!(other.contains("is not the name of the holder"), "{other}");
    let forged = form(&address.replace('#', "#A"), "").await.expect(200).text();
    assert!(forged.contains("no statement that we can read") && !forged.contains("is genuine"), "{forged}");
    let empty = form("", "Eva").await.expect(400).text();
    assert!(empty.contains("Fill in this field") && empty.contains("value=\"Eva\""), "{empty}");

    // With script: what was scanned is checked at once.
    let browser = Browser::open(&service.url, 400, "en").await;
    let path = address.strip_prefix(&service.url).unwrap();
    browser.go(&path.replace('#', "?lang=en#")).await;
    browser.find("#statement [data-verdict=genuine]").await;
    let told = browser.text().await;
    assert!(told.contains("This statement is genuine") && told.contains("Basic level"), "{told}");
    assert!(!told.contains("This is not a statement") && !told.contains("last day of validity has passed"), "{told}");
    browser.go("/verify/statement").await;
    let changed = path.replacen(&number[..1], if &number[..1] == "7" { "8" } else { "7" }, 1);
    browser.go(&changed.replace('#', "?lang=en#")).await;
    browser.find("#statement [data-verdict=refused]").await;
    let told = browser.text().await;
    assert!(told.contains("This is not a statement of the programme") && !told.contains("is genuine"), "{told}");
    browser.close().await;
}
