//! The seal as an operator meets it: levels, an authority that is away, another key, a role with few rights.

use crate::{
    harness::{Client, Folder, PASSWORD, PROGRAM, Service, eventually, fresh_database},
    operation::program,
    pki::{Pki, pki},
};
use certificates::check::strict;
use connectoo::{
    brevets::{issuing, seal_certificates, store},
    db::Connection,
    identity::Role,
    keys,
    settings::{SealLevel, Settings},
};
use diesel_async::{AsyncConnection, RunQueryDsl};
use std::{
    os::unix::fs::PermissionsExt,
    process::{Child, Output, Stdio},
    sync::Arc,
};
use tokio::{
    net::TcpListener,
    sync::{Notify, watch},
};

/// The seal of the test authority in a keys folder, with what a timestamp takes.
fn with_authority(settings: &mut Settings, pki: &Pki, folder: &Folder, level: SealLevel, tsa: String) {
    keys::generate(folder.path(), "Testdienst", connectoo::clock::Clock::default().now()).unwrap();
    std::fs::write(folder.path().join(keys::SEAL_KEY), pki.key("p256")).unwrap();
    std::fs::write(folder.path().join(keys::SEAL_CERTIFICATE), pki.chain("p256")).unwrap();
    let trusted = folder.path().join("tsa.pem");
    std::fs::write(&trusted, pki.certificates(&["tsa", "root"])).unwrap();
    settings.keys_dir = Some(folder.path().to_owned());
    settings.seal_level = Some(level);
    settings.tsa_url = Some(tsa);
    settings.tsa_certificates = Some(trusted);
}

/// The file of the learner's brevet, once it is sealed.
async fn sealed(learner: &Client) -> Vec<u8> {
    let number = learner.get("/me/brevets").await.expect(200).json()["items"][0]["number"].as_str().unwrap().to_owned();
    eventually("sealing", || async {
        let reply = learner.get(&format!("/brevets/{number}/pdf")).await;
        (reply.status == 200).then_some(reply.bytes)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_term_brevet_holds_a_timestamp_and_the_proofs_and_the_strict_check_knows_it() {
    let Some(pki) = pki() else { return };
    let folder = Folder::new("long-term");
    let change = |settings: &mut Settings| with_authority(settings, pki, &folder, SealLevel::LongTerm, pki.tsa());
    let service = Service::start_with(change).await;
    let learner = service.learner().await;
    learner.pass_all_but(&service, &[]).await;
    let pdf = sealed(&learner).await;
    for part in [&b"/DSS "[..], b"/CRLs"] {
        assert!(pdf.windows(part.len()).any(|window| window == part), "{}", String::from_utf8_lossy(part));
    }
    let mut db = service.db().await;
    let believed = seal_certificates::believed(&mut db).await.unwrap();
    let seal = service.app.seal.facts().unwrap().fingerprint;
    assert_eq!(strict(&pdf, &believed), Ok(seal));
    // Published, by REST and as PEM: the seal, two above it, one that stamps.
    let visitor = service.visitor();
    let listed = visitor.get("/sealCertificates").await.expect(200).json();
    let uses: Vec<&str> = listed["items"].as_array().unwrap().iter().map(|one| one["use"].as_str().unwrap()).collect();
    assert_eq!(uses.iter().filter(|one| **one == "seal").count(), 1, "{uses:?}");
    assert!(uses.contains(&"timestamp") && uses.contains(&"issuer"), "{uses:?}");
    let pem = visitor.page("/.well-known/seal-certificates.pem").await.expect(200).text();
    assert_eq!(pem.matches("BEGIN CERTIFICATE").count(), uses.len());
    assert_eq!(certificates::keys::certificate_facts(&pem).unwrap().fingerprint, seal, "the seal comes first");
    // A withdrawn certificate is published as such, and believed no longer.
    assert!(seal_certificates::withdraw(&mut db, seal, "stolen", service.app.clock.now()).await.unwrap());
    assert!(!seal_certificates::withdraw(&mut db, seal, "again", service.app.clock.now()).await.unwrap());
    let believed = seal_certificates::believed(&mut db).await.unwrap();
    assert!(strict(&pdf, &believed).is_err());
    let listed = visitor.get("/sealCertificates").await.expect(200).json();
    let withdrawn = listed["items"].as_array().unwrap().iter().find(|one| one["use"] == "seal").unwrap();
    assert_eq!(withdrawn["withdrawalReason"], "stolen");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_timestamp_longer_than_is_usual_is_taken_again_with_room_for_it() {
    let Some(pki) = pki() else { return };
    let folder = Folder::new("long-token");
    let long = pki.address("tsa/long");
    let change = |settings: &mut Settings| with_authority(settings, pki, &folder, SealLevel::Timestamped, long);
    let service = Service::start_with(change).await;
    let learner = service.learner().await;
    learner.pass_all_but(&service, &[]).await;
    let pdf = sealed(&learner).await;
    let believed = seal_certificates::believed(&mut service.db().await).await.unwrap();
    assert!(strict(&pdf, &believed).is_ok());
    let gap = pdf.windows(10).position(|window| window == b"/Contents<").unwrap() + 10;
    let digits = pdf[gap..].iter().position(|byte| *byte == b'>').unwrap();
    assert!(digits > 2 * 8_000, "{digits} digits: the usual 4 KiB and the seal would take some 12,000");
    let jobs = service.person(Role::Administrator).await.get("/jobs").await.expect(200).json();
    let failed = jobs["items"].as_array().unwrap().iter().find(|job| job["lastError"].is_string());
    assert_eq!(failed, None, "it is taken again at once, not at the next try of the job");
}

/// How the door to the timestamp authority stands.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Door {
    /// Hangs up.
    Shut,
    /// Takes the request and keeps silent.
    Silent,
    Open,
}

/// A door to the timestamp authority.
struct Gate {
    tsa: String,
    door: watch::Sender<Door>,
    /// Somebody waits at the silent door.
    arrived: Arc<Notify>,
}

async fn gate(pki: &'static Pki, door: Door) -> Gate {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (door, seen) = watch::channel(door);
    let arrived = Arc::new(Notify::new());
    let told = arrived.clone();
    tokio::spawn(async move {
        loop {
            let (mut here, _) = listener.accept().await.unwrap();
            let mut seen = seen.clone();
            let door = *seen.borrow();
            match door {
                Door::Shut => continue,
                Door::Silent => told.notify_one(),
                Door::Open => {}
            }
            tokio::spawn(async move {
                if seen.wait_for(|door| *door == Door::Open).await.is_ok() {
                    let mut there = tokio::net::TcpStream::connect(("127.0.0.1", pki.port)).await.unwrap();
                    let _ = tokio::io::copy_bidirectional(&mut here, &mut there).await;
                }
            });
        }
    });
    Gate { tsa: format!("http://127.0.0.1:{port}/brevet/tsa/tsa"), door, arrived }
}

/// A service that stamps through such a door, and the folder of its keys, which is there as long as that is held.
async fn behind_a_gate(pki: &'static Pki, name: &str, door: Door) -> (Service, Gate, Folder) {
    let (folder, gate) = (Folder::new(name), gate(pki, door).await);
    let tsa = gate.tsa.clone();
    let change = |settings: &mut Settings| with_authority(settings, pki, &folder, SealLevel::Timestamped, tsa);
    (Service::start_with(change).await, gate, folder)
}

/// The job that seals a brevet, once a try has failed.
async fn failed_sealing(administrator: &Client) -> serde_json::Value {
    eventually("a failed try", || async {
        let jobs = administrator.get("/jobs").await.expect(200).json();
        let job = jobs["items"].as_array().unwrap().iter().find(|job| job["kind"] == "sealBrevet")?.clone();
        job["lastError"].is_string().then_some(job)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_timestamp_authority_brevets_wait_and_the_administrator_sees_why() {
    let Some(pki) = pki() else { return };
    let (service, gate, _folder) = behind_a_gate(pki, "waiting", Door::Shut).await;
    let learner = service.learner().await;
    let administrator = service.person(Role::Administrator).await;
    learner.pass_all_but(&service, &[]).await;
    let job = failed_sealing(&administrator).await;
    assert!(job["lastError"].as_str().unwrap().contains("no timestamp could be had"), "{job:#}");
    let browser = service.visitor();
    crate::access::sign_in_by_form(&browser, Role::Administrator).await;
    assert!(browser.page("/administration").await.expect(200).text().contains("no timestamp could be had"));
    let number = learner.get("/me/brevets").await.expect(200).json()["items"][0]["number"].as_str().unwrap().to_owned();
    let early = learner.get(&format!("/brevets/{number}/pdf")).await;
    assert_eq!(early.problem(), "brevetBeingSealed", "no lesser seal in silence");
    // It comes back; the job is tried again by itself.
    gate.door.send(Door::Open).unwrap();
    let pdf = sealed(&learner).await;
    let believed = seal_certificates::believed(&mut service.db().await).await.unwrap();
    assert!(strict(&pdf, &believed).is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_long_for_a_seal_is_told_so_and_the_administrator_reads_which_brevet_and_why() {
    let Some(pki) = pki() else { return };
    let (service, _gate, _folder) = behind_a_gate(pki, "waiting-long", Door::Shut).await;
    let learner = service.learner().await;
    let administrator = service.person(Role::Administrator).await;
    learner.pass_all_but(&service, &[]).await;
    let number = learner.newest_brevet().await;
    assert_eq!(failed_sealing(&administrator).await["brevet"], number);
    let (reader, runner) = (service.visitor(), service.visitor());
    crate::access::sign_in_by_form(&reader, Role::Learner).await;
    crate::access::sign_in_by_form(&runner, Role::Administrator).await;
    let told = [
        ("nl", "Dat duurt enkele seconden", "langer dan gewoonlijk", "is niet te bereiken of antwoordt niet"),
        ("fr", "Cela prend quelques secondes", "plus de temps que d’habitude", "est injoignable ou ne répond pas"),
        ("de", "Das dauert ein paar Sekunden", "länger als sonst", "ist nicht erreichbar oder antwortet nicht"),
        ("en", "This takes a few seconds", "longer than usual", "cannot be reached or does not answer"),
    ];
    for (language, soon, late, _) in told {
        let page = reader.page(&format!("/brevets?lang={language}")).await.expect(200).text();
        assert!(page.contains(soon) && !page.contains(late), "{page}");
    }
    service.app.clock.shift(chrono::Duration::minutes(2));
    for (language, soon, late, why) in told {
        let page = reader.page(&format!("/brevets?lang={language}")).await.expect(200).text();
        assert!(page.contains(late) && !page.contains(soon), "{page}");
        let page = runner.page(&format!("/administration?lang={language}")).await.expect(200).text();
        assert!(page.contains(why) && page.contains("<span lang=\"en\">no timestamp could be had"), "{page}");
        assert!(page.contains(&format!("href=\"/administration/brevets/{number}\"")), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_its_badge_that_cannot_be_sealed_now_is_waited_for_on_a_page_that_looks_by_itself() {
    let Some(pki) = pki() else { return };
    let (service, gate, _folder) = behind_a_gate(pki, "badge-waiting", Door::Open).await;
    let learner = service.learner().await;
    let number = learner.earn_basic(&service).await;
    sealed(&learner).await;
    gate.door.send(Door::Shut).unwrap();
    let path = format!("/brevets/{number}/pdf?badge=true");
    let early = learner.get(&path).await.expect(409);
    assert_eq!((early.problem().as_str(), early.header("retry-after")), ("brevetBeingSealed", "3"));

    let reader = service.visitor();
    crate::access::sign_in_by_form(&reader, Role::Learner).await;
    let first = reader.page(&path).await.expect(202);
    assert_eq!(first.header("refresh"), format!("10; url={path}&wait=1"), "no script is needed");
    for (language, title, long) in [
        ("nl", "Je pdf wordt gemaakt", "Er gaat niets verloren"),
        ("fr", "Votre PDF est en préparation", "Rien n’est perdu"),
        ("de", "Ihre PDF-Datei wird vorbereitet", "Nichts geht verloren"),
        ("en", "Your PDF is being prepared", "Nothing is lost"),
    ] {
        let page = reader.page(&format!("{path}&lang={language}&wait=5")).await.expect(202);
        assert_eq!(page.header("refresh"), format!("10; url={path}&wait=6"));
        assert!(page.text().contains(title) && !page.text().contains(long), "{}", page.text());
        let page = reader.page(&format!("{path}&lang={language}&wait=6")).await.expect(202);
        assert!(page.header("refresh").is_empty() && page.text().contains(long), "after a minute the reader looks");
    }
    let still = reader.page(&format!("{path}&wait=still")).await.expect(202);
    assert!(still.header("refresh").is_empty() && !still.text().contains("by itself"), "{}", still.text());

    gate.door.send(Door::Open).unwrap();
    let ready = eventually("the file", || async {
        let page = reader.page(&format!("{path}&wait=1&lang=en")).await;
        (page.status == 200).then_some(page)
    })
    .await;
    assert!(ready.text().contains("Your PDF is ready") && ready.text().contains(&format!("href=\"{path}\"")));
    assert_eq!(reader.page(&path).await.expect(200).header("content-type"), "application/pdf");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_that_a_file_with_its_badge_brings_first_is_written_beside_the_keys() {
    let Some(pki) = pki() else { return };
    let folder = Folder::new("badge-first");
    let plain = |settings: &mut Settings| {
        with_authority(settings, pki, &folder, SealLevel::Basic, pki.tsa());
        (settings.tsa_url, settings.tsa_certificates) = (None, None);
    };
    let service = Service::start_with(plain).await;
    let learner = service.learner().await;
    let number = learner.earn_basic(&service).await;
    sealed(&learner).await;
    let database = service.app.database_url.clone();
    service.stop().await;
    let stamping = |settings: &mut Settings| {
        let trusted = folder.path().join("tsa.pem");
        settings.keys_dir = Some(folder.path().to_owned());
        settings.seal_level = Some(SealLevel::Timestamped);
        (settings.tsa_url, settings.tsa_certificates) = (Some(pki.tsa()), Some(trusted));
    };
    let service = Service::on_with(database, stamping).await;
    let known = || std::fs::read_to_string(folder.path().join(keys::KNOWN_CERTIFICATES)).unwrap();
    let before = known();
    let mut learner = service.visitor();
    learner.sign_in("learner@example.be", PASSWORD).await;
    let pdf = eventually("sealing", || async {
        let reply = learner.get(&format!("/brevets/{number}/pdf?badge=true")).await;
        (reply.status == 200).then_some(reply.bytes)
    })
    .await;
    let published = service.visitor().page("/.well-known/seal-certificates.pem").await.expect(200).text();
    assert_ne!(published, before, "who stamps is known from this file on");
    eventually("the list beside the keys", || async { (known() == published).then_some(()) }).await;
    let file = folder.path().join("badge.pdf");
    std::fs::write(&file, pdf).unwrap();
    let verify =
        program(&folder).arg("brevet").arg("verify").arg(&file).env("CONNECTOO_KEYS_DIR", folder.path()).output();
    let told = verify.unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stdout));
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_3_old_brevets_stay_known_when_the_seal_has_another_key() {
    let folder = Folder::new("rotation");
    let at = connectoo::clock::Clock::default().now();
    keys::generate(folder.path(), "Testdienst", at).unwrap();
    let token_key = std::fs::read(folder.path().join("token.pem")).unwrap();
    let service = Service::start_with(|settings| settings.keys_dir = Some(folder.path().to_owned())).await;
    let learner = service.learner().await;
    learner.pass_all_but(&service, &[]).await;
    let pdf = sealed(&learner).await;
    let old = service.app.seal.facts().unwrap().fingerprint;
    let new = keys::rotate(&service.app.settings, None, at).unwrap().fingerprint;
    assert_ne!(new, old);
    assert_eq!(std::fs::read(folder.path().join("token.pem")).unwrap(), token_key, "other keys stay");
    let mode = std::fs::metadata(folder.path().join(keys::SEAL_KEY)).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    // The next process, with the new key.
    let settings = service.app.settings.clone();
    let url = service.app.database_url.clone();
    let passwords = connectoo::identity::passwords::Passwords::cheap();
    let app = connectoo::app::App::build(settings, url, connectoo::clock::Clock::default(), passwords).await.unwrap();
    assert_eq!(app.seal.facts().unwrap().fingerprint, new);
    let believed = seal_certificates::believed(&mut service.db().await).await.unwrap();
    assert!(believed.contains(&old) && believed.contains(&new));
    assert_eq!(strict(&pdf, &believed), Ok(old));
    // A seal of an organisation is not exchanged for a demonstration.
    let Some(pki) = pki() else { return };
    std::fs::write(folder.path().join(keys::SEAL_KEY), pki.key("p256")).unwrap();
    std::fs::write(folder.path().join(keys::SEAL_CERTIFICATE), pki.chain("p256")).unwrap();
    let refusal = keys::rotate(&service.app.settings, None, at).unwrap_err().to_string();
    assert!(refusal.contains("--certificate"), "{refusal}");
    let same = keys::rotate(&service.app.settings, Some((pki.folder.join("p256.pem"), pki.certificate("p256"))), at);
    assert!(same.unwrap_err().to_string().contains("seals already"));
    let late = keys::rotate(&service.app.settings, Some((pki.folder.join("p256.pem"), pki.certificate("expired"))), at);
    assert!(late.unwrap_err().to_string().contains("not valid today"));
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_tried_out_listed_and_withdrawn_by_command() {
    let Some(pki) = pki() else { return };
    let (folder, url) = (Folder::new("keys-command"), fresh_database().await);
    let mut settings = crate::harness::settings(&url);
    with_authority(&mut settings, pki, &folder, SealLevel::LongTerm, pki.tsa());
    let command = |arguments: &[&str], level: &str, tsa: &str| {
        program(&folder)
            .args(arguments)
            .env("DATABASE_URL", &url)
            .env("CONNECTOO_KEYS_DIR", folder.path())
            .env("CONNECTOO_SEAL_LEVEL", level)
            .env("CONNECTOO_TSA_URL", tsa)
            .env("CONNECTOO_TSA_CERTIFICATES", folder.path().join("tsa.pem"))
            .output()
            .unwrap()
    };
    let checked = command(&["keys", "check"], "B-LT", &pki.tsa());
    assert!(checked.status.success() && told(&checked).contains("Level B-LT"), "{}", told(&checked));
    let away = command(&["keys", "check"], "B-T", "http://127.0.0.1:1/");
    assert!(!away.status.success() && told(&away).contains("127.0.0.1:1 cannot be reached"), "{}", told(&away));
    let wrong = command(&["keys", "check"], "B-T", &pki.address("tsa/wrong"));
    assert!(!wrong.status.success() && told(&wrong).contains("time-stamping"), "{}", told(&wrong));
    let listed = command(&["keys", "list"], "B-B", &pki.tsa());
    assert!(listed.status.success() && told(&listed).contains("The seal of today"), "{}", told(&listed));
    let unknown = command(&["keys", "withdraw", "0000000000000000", "--reason", "lost"], "B-B", &pki.tsa());
    assert!(!unknown.status.success() && told(&unknown).contains("keys list"), "{}", told(&unknown));
    std::fs::write(folder.path().join(keys::SEAL_CERTIFICATE), pki.chain("revoked")).unwrap();
    let revoked = command(&["keys", "check"], "B-LT", &pki.tsa());
    assert!(!revoked.status.success() && told(&revoked).contains("IS REVOKED"), "{}", told(&revoked));
}

#[test]
fn contradictory_seal_settings_are_told_in_a_sentence() {
    let folder = Folder::new("seal-settings");
    keys::generate(folder.path(), "Testdienst", connectoo::clock::Clock::default().now()).unwrap();
    for (name, value, sign) in [
        ("CONNECTOO_SEAL_LEVEL", "B-T", "CONNECTOO_TSA_URL must name"),
        ("CONNECTOO_SEAL_LEVEL", "B-X", "possible values: B-B, B-T, B-LT"),
        ("CONNECTOO_TSA_URL", "http://127.0.0.1:1/", "CONNECTOO_TSA_CERTIFICATES is not set"),
        ("CONNECTOO_SEAL_KEY", "pkcs11:token=a", "is no address of a key in a token"),
        ("CONNECTOO_SEAL_KEY", "/nowhere/seal.p12", "CONNECTOO_SEAL_PASSWORD_FILE is not set"),
        ("CONNECTOO_SEAL_KEY", "/nowhere/seal.pem", "cannot read"),
    ] {
        let output = program(&folder)
            .args(["keys", "check"])
            .env("CONNECTOO_KEYS_DIR", folder.path())
            .env(name, value)
            .output()
            .unwrap();
        assert!(!output.status.success() && told(&output).contains(sign), "{name}={value}: {}", told(&output));
    }
    let key = folder.path().join(keys::SEAL_KEY);
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
    let output = program(&folder).args(["keys", "check"]).env("CONNECTOO_KEYS_DIR", folder.path()).output().unwrap();
    assert!(!output.status.success() && told(&output).contains("may be read by others"), "{}", told(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_3_the_service_runs_in_a_role_that_cannot_change_what_is_issued() {
    let owner = fresh_database().await;
    let mut db = Connection::establish(&owner).await.unwrap();
    let role = format!("connectoo_service_{}", std::process::id());
    diesel::sql_query(format!("CREATE ROLE {role} LOGIN")).execute(&mut db).await.unwrap();
    let granted = std::process::Command::new(PROGRAM)
        .args(["migrate", "--grant-to", &role])
        .env("DATABASE_URL", &owner)
        .output()
        .unwrap();
    assert!(granted.status.success() && told(&granted).contains("brevet_files, brevets"), "{}", told(&granted));
    let url = owner.replace("postgres://connectoo@", &format!("postgres://{role}@"));
    assert_ne!(url, owner);
    let restricted = Service::on(url.clone()).await;
    let learner = restricted.learner().await;
    learner.pass_all_but(&restricted, &[]).await;
    sealed(&learner).await;
    let mut db = restricted.db().await;
    for statement in [
        "UPDATE brevets SET holder = 'x'",
        "DELETE FROM brevets",
        "TRUNCATE brevets CASCADE",
        "UPDATE brevet_files SET bytes = ''",
        "DELETE FROM brevet_files",
        "ALTER TABLE brevet_files DISABLE TRIGGER ALL",
        "DROP TRIGGER brevets_append_only ON brevets",
        "UPDATE seal_certificates SET der = ''",
    ] {
        let refused = diesel::sql_query(statement).execute(&mut db).await.unwrap_err().to_string();
        assert!(refused.contains("permission denied") || refused.contains("must be owner"), "{statement}: {refused}");
    }
    let brevet = store::brevets_of(&mut db, learner.account.unwrap()).await.unwrap().remove(0);
    issuing::seal(&restricted.app, &mut db, brevet.id).await.unwrap();
}

/// The program on this database, with the seal of the test authority.
fn serve(folder: &Folder, database: &str, tsa: &str) -> Child {
    program(folder)
        .env("DATABASE_URL", database)
        .env("CONNECTOO_PUBLIC_URL", "https://connectoo.example")
        .env("CONNECTOO_KEYS_DIR", folder.path())
        .env("CONNECTOO_TSA_URL", tsa)
        .env("CONNECTOO_TSA_CERTIFICATES", folder.path().join("tsa.pem"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn kill_hard(mut child: Child) {
    child.kill().unwrap(); // SIGKILL
    child.wait().unwrap();
}

async fn run(db: &mut Connection, statement: &str) {
    diesel::sql_query(statement).execute(db).await.unwrap();
}

async fn count(db: &mut Connection, query: &str) -> i64 {
    #[derive(diesel::QueryableByName)]
    struct Count {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        count: i64,
    }
    diesel::sql_query(query).get_result::<Count>(db).await.unwrap().count
}

const FILES: &str = "SELECT count(*) AS count FROM brevet_files";
const LETTERS: &str = "SELECT count(*) AS count FROM mails WHERE recipient = 'learner@example.be'";
const STUCK: &str = "SELECT count(*) AS count FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'";
/// As if the two minutes of the dead process's lease were over.
const DUE: &str =
    "UPDATE jobs SET due_at = awarded_at FROM brevets WHERE subject_id = brevets.id AND kind = 'sealBrevet'";

#[tokio::test(flavor = "multi_thread")]
async fn promise_3_killed_at_any_step_of_sealing_a_brevet_gets_exactly_one_file() {
    let Some(pki) = pki() else { return };
    let (service, gate, folder) = behind_a_gate(pki, "killed", Door::Shut).await;
    service.learner().await.pass_all_but(&service, &[]).await;
    let database = service.app.database_url.clone();
    let (mut look, mut hold) = (service.db().await, service.db().await);
    service.stop().await;
    assert_eq!(count(&mut look, FILES).await, 0);

    // While the timestamp is on its way.
    gate.door.send(Door::Silent).unwrap();
    run(&mut look, DUE).await;
    let program = serve(&folder, &database, &gate.tsa);
    gate.arrived.notified().await;
    kill_hard(program);
    assert_eq!(count(&mut look, FILES).await, 0);

    // When the file is made and being stored: a lock holds the INSERT up.
    run(&mut hold, "BEGIN").await;
    run(&mut hold, "LOCK TABLE brevet_files IN SHARE MODE").await;
    gate.door.send(Door::Open).unwrap();
    run(&mut look, DUE).await;
    let program = serve(&folder, &database, &gate.tsa);
    wait_for(&mut look, STUCK, 1).await;
    kill_hard(program);
    run(&mut hold, "ROLLBACK").await;
    wait_for(&mut look, STUCK, 0).await;
    assert_eq!(count(&mut look, FILES).await, 0);

    // When it is stored, and the job not yet crossed off: a lock on the job's row holds that up.
    gate.door.send(Door::Silent).unwrap();
    run(&mut look, DUE).await;
    let program = serve(&folder, &database, &gate.tsa);
    gate.arrived.notified().await;
    run(&mut hold, "BEGIN").await;
    run(&mut hold, "SELECT FROM jobs WHERE kind = 'sealBrevet' FOR UPDATE").await;
    gate.door.send(Door::Open).unwrap();
    wait_for(&mut look, FILES, 1).await;
    kill_hard(program);
    run(&mut hold, "ROLLBACK").await;
    let brevet = brevet_id(&mut look).await;
    let first = store::file(&mut look, brevet).await.unwrap().unwrap();
    run(&mut look, DUE).await;

    // And at last it runs to its end: nothing is made twice.
    let program = serve(&folder, &database, &gate.tsa);
    let waiting = "SELECT count(*) AS count FROM jobs WHERE finished_at IS NULL AND kind = 'sealBrevet'";
    wait_for(&mut look, waiting, 0).await;
    kill_hard(program);
    assert_eq!((count(&mut look, FILES).await, count(&mut look, LETTERS).await), (1, 1));
    assert_eq!(store::file(&mut look, brevet).await.unwrap().unwrap(), first);
    let believed = seal_certificates::believed(&mut look).await.unwrap();
    assert!(strict(&first, &believed).is_ok());
}

async fn brevet_id(db: &mut Connection) -> connectoo::ids::BrevetId {
    use connectoo::schema::brevet_files;
    use diesel::QueryDsl;
    brevet_files::table.select(brevet_files::brevet_id).first(db).await.unwrap()
}

async fn wait_for(db: &mut Connection, query: &str, wanted: i64) {
    for _ in 0..600 {
        if count(db, query).await == wanted {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("not {wanted} within 30 seconds: {query}");
}
