//! Running it: health, metrics, settings, commands, an orderly end.

use crate::harness::{Client, Folder, PROGRAM, Service, empty_database, eventually};
use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

/// The program with nothing of our own environment but the path.
pub fn program(folder: &Folder) -> Command {
    let mut command = Command::new(PROGRAM);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("CONNECTOO_") || name == "DATABASE_URL" {
            command.env_remove(name);
        }
    }
    command.env("CONNECTOO_DATA_DIR", folder.path()).env("CONNECTOO_LISTEN", "127.0.0.1:0").stdin(Stdio::null());
    command
}

fn output(command: &mut Command) -> (bool, String) {
    let output = command.output().unwrap();
    (
        output.status.success(),
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn health_tells_whether_the_database_is_there_and_recovers_by_itself() {
    let service = Service::start().await;
    let visitor = service.visitor();
    let health = visitor.page("/health").await.expect(200);
    assert_eq!(health.text(), r#"{"status":"UP"}"#);
    take_database_away(&service).await;
    let down = visitor.page("/health").await.expect(503);
    assert_eq!(down.text(), r#"{"status":"DOWN"}"#);
    visitor.page("/health/live").await.expect(200);
    let refused = visitor.get("/verifications/0000-0000-0000-0000").await.expect(503);
    assert_eq!(refused.problem(), "serviceUnavailable");
    assert!(!refused.header("retry-after").is_empty());
    visitor.get("/modules/csam").await.expect(200); // what is in memory goes on
    give_database_back(&service).await;
    visitor.get("/verifications/0000-0000-0000-0000").await.expect(404);
}

fn database_name(service: &Service) -> &str {
    service.app.database_url.rsplit('/').next().unwrap()
}

/// The database goes away: no connections any more, and those that are open end.
pub async fn take_database_away(service: &Service) {
    let (name, mut admin) = (database_name(service), admin().await);
    run(&mut admin, &format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false")).await;
    run(&mut admin, &format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")).await;
}

pub async fn give_database_back(service: &Service) {
    run(&mut admin().await, &format!("ALTER DATABASE {} WITH ALLOW_CONNECTIONS true", database_name(service))).await;
    let visitor = service.visitor();
    eventually("recovery", || async { (visitor.page("/health").await.status == 200).then_some(()) }).await;
}

async fn admin() -> connectoo::db::Connection {
    use diesel_async::AsyncConnection;
    connectoo::db::Connection::establish(&crate::harness::database_url("postgres")).await.unwrap()
}

async fn run(db: &mut connectoo::db::Connection, statement: &str) {
    use diesel_async::RunQueryDsl;
    diesel::sql_query(statement).execute(db).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn metrics_count_by_route_and_are_for_this_machine_only() {
    let service = Service::start().await;
    let visitor = service.visitor();
    visitor.get("/modules/csam").await.expect(200);
    let metrics = visitor.page("/metrics").await.expect(200).text();
    let counted =
        r#"connectoo_http_requests_total{method="GET",route="/api/connectoo/v1/modules/{code}",status="200"} 1"#;
    assert!(metrics.contains(counted), "{metrics}");
    let forwarded = visitor.http.get(format!("{}/metrics", service.url)).header("x-forwarded-for", "203.0.113.9");
    Client::send(forwarded).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_headers_of_safety_and_a_trace_id() {
    let service = Service::start().await;
    let visitor = service.visitor();
    for path in ["/", "/nowhere", "/api/connectoo/v1/levels", "/sign-in", "/health"] {
        let reply = visitor.page(path).await;
        assert!(reply.header("content-security-policy").starts_with("default-src 'none'"), "{path}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("referrer-policy"), "no-referrer", "{path}");
        assert!(!reply.header("cache-control").is_empty(), "{path}");
        assert_eq!(reply.header("belgov-trace-id").len(), 36, "{path}");
    }
    let given = visitor.http.get(&service.url).header("belgov-trace-id", "abc-123-DEF-456");
    assert_eq!(Client::send(given).await.header("belgov-trace-id"), "abc-123-DEF-456");
    let malformed = visitor.http.get(&service.url).header("belgov-trace-id", "<script>");
    assert_eq!(Client::send(malformed).await.header("belgov-trace-id").len(), 36);
}

/// A line of the program's output that holds this; the lines go on being read, so that the program never blocks.
fn wait_for_line(child: &mut Child, sign: &str) -> String {
    wait_for_line_of(child.stdout.take().unwrap(), sign)
}

fn wait_for_line_of(output: impl std::io::Read + Send + 'static, sign: &str) -> String {
    let mut lines = BufReader::new(output).lines();
    let line = lines.by_ref().map(Result::unwrap).find(|line| line.contains(sign));
    std::thread::spawn(move || lines.for_each(drop));
    line.unwrap_or_else(|| panic!("the program never said {sign:?}"))
}

/// How long a second start may take. 3 seconds are promised of what is shipped; this build is not optimised and runs beside
/// other tests, so here only a start that hangs is found. `cargo test --release` holds it to the promise.
const SECOND_START_MS: u64 = if cfg!(debug_assertions) { 30_000 } else { 3_000 };

#[test]
fn the_embedded_service_starts_ends_on_a_signal_and_finds_its_data_again() {
    let folder = Folder::new("embedded");
    let start = || program(&folder).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = start();
    assert!(wait_for_line(&mut first, "Demonstration accounts").contains("shown only this once"));
    let stop = |mut child: Child| {
        let pid = nix::unistd::Pid::from_raw(child.id().cast_signed());
        nix::sys::signal::kill(pid, nix::sys::signal::Signal::SIGINT).unwrap();
        assert!(child.wait().unwrap().success());
    };
    stop(first);
    let mut second = start();
    assert!(wait_for_line(&mut second, "Demonstration accounts").contains("those of the first start"));
    let told = wait_for_line_of(second.stderr.take().unwrap(), "ready_ms=");
    let ready_ms = told.split("ready_ms=").nth(1).and_then(|rest| rest.split(' ').next()).unwrap();
    assert!(ready_ms.parse::<u64>().unwrap() < SECOND_START_MS, "a second start has little to do: {told}");
    stop(second);
    assert!(!folder.path().join("postgres/data/postmaster.pid").exists(), "its database is stopped too");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_data_folder_has_one_service_and_its_successor_waits_for_a_database_that_still_ends() {
    let folder = Folder::new("shared");
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let start = || {
        let listen = ("CONNECTOO_LISTEN", format!("127.0.0.1:{port}"));
        let mut child = program(&folder).envs([listen]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        wait_for_line(&mut child, "Connectoo is ready");
        child
    };
    let mut first = start();
    let (worked, told) = output(&mut program(&folder));
    let sign = format!("postgres is in use by process {}, as the file lock in it says: stop that one", first.id());
    assert!(!worked && told.contains(&sign) && told.contains("CONNECTOO_DATA_DIR"), "{told}");
    let (worked, told) = output(program(&folder).args(["account", "role", "hr@connectoo.example", "trainer"]));
    assert!(worked && told.contains("hr@connectoo.example is a trainer"), "commands share its database: {told}");
    let visitor = Client::new(&format!("http://127.0.0.1:{port}"));
    visitor.page("/health").await.expect(200);
    // Killed, it cannot wait for its database, which takes a moment to end.
    first.kill().unwrap();
    first.wait().unwrap();
    let mut second = start();
    let postmaster = std::fs::read_to_string(folder.path().join("postgres/data/postmaster.pid")).unwrap();
    visitor.page("/health").await.expect(200);
    let again = std::fs::read_to_string(folder.path().join("postgres/data/postmaster.pid")).unwrap();
    assert_eq!(postmaster, again, "its own database, not one that ends with the first");
    nix::sys::signal::kill(nix::unistd::Pid::from_raw(second.id().cast_signed()), nix::sys::signal::Signal::SIGINT)
        .unwrap();
    assert!(second.wait().unwrap().success());
    assert!(!folder.path().join("postgres/data/postmaster.pid").exists(), "the second ran the database itself");
}

#[test]
fn a_taken_port_and_malformed_settings_are_told_in_a_sentence() {
    let folder = Folder::new("settings");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().to_string();
    for (name, value, sign) in [
        ("CONNECTOO_LISTEN", port.as_str(), "CONNECTOO_LISTEN chooses another"),
        ("CONNECTOO_METRICS_LISTEN", port.as_str(), "CONNECTOO_METRICS_LISTEN chooses another"),
        ("CONNECTOO_LISTEN", "here", "'here' for 'CONNECTOO_LISTEN': invalid socket address"),
        ("CONNECTOO_DATABASE_CONNECTIONS", "many", "'many' for 'CONNECTOO_DATABASE_CONNECTIONS'"),
        ("CONNECTOO_WORKERS", "0", "'0' for 'CONNECTOO_WORKERS'"),
        ("CONNECTOO_TRUSTED_PROXIES", "10.0.0.0/8", "'10.0.0.0/8' for 'CONNECTOO_TRUSTED_PROXIES'"),
        ("CONNECTOO_LOG_FORMAT", "xml", "'xml' for 'CONNECTOO_LOG_FORMAT'\n  [possible values: text, json]"),
        ("CONNECTOO_PUBLIC_URL", "banana", "'banana' for 'CONNECTOO_PUBLIC_URL': write it as in https://"),
        ("CONNECTOO_DEMO_PASSWORD", "moo", "CONNECTOO_DEMO_PASSWORD is refused: Choose a longer password: at least 12"),
        ("CONNECTOO_DEMO_PASSWORD", "learner@connectoo.example", "This password is easy to guess"),
        ("CONNECTOO_DATA_DIR", "/proc/nothing", "CONNECTOO_DATA_DIR chooses another"),
        ("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none", "CONNECTOO_PUBLIC_URL is not set"),
    ] {
        let (worked, told) = output(program(&folder).env(name, value));
        assert!(!worked && told.contains(sign), "{name}={value}: {told}");
    }
    let (worked, told) = output(program(&folder).args(["--listen", "there"]).env("CONNECTOO_LISTEN", port));
    assert!(!worked && told.contains("'there' for '--listen <LISTEN>'"), "{told}");
    assert!(!folder.path().join("postgres").exists(), "nothing is made before the settings are right");
    let (worked, told) = output(program(&folder).env("CONNECTOO_CONTENT_DIR", "/nowhere"));
    assert!(!worked && told.contains("curriculum.toml"), "{told}");
}

#[test]
fn an_empty_variable_is_one_that_is_not_set() {
    let folder = Folder::new("unset");
    let example = std::fs::read_to_string(".env.example").unwrap();
    let lines = example.lines().map(|line| line.trim_start_matches('#'));
    let names = lines.filter_map(|line| line.split_once('=')).map(|(name, _)| name).filter(|name| !name.contains(' '));
    let empty: Vec<(&str, &str)> = names.filter(|name| *name != "CONNECTOO_DATA_DIR").map(|name| (name, "")).collect();
    assert!(empty.len() > 20, "{empty:?}");
    let (worked, told) = output(program(&folder).envs(empty.iter().copied()).arg("doctor"));
    assert!(worked && told.contains("a private database will run from"), "{told}");
    assert!(told.contains("http://127.0.0.1:8080 is not https") && told.contains("no mail server"), "{told}");
    let without_address =
        output(program(&folder).envs(empty).env("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none"));
    assert!(
        !without_address.0 && without_address.1.contains("CONNECTOO_PUBLIC_URL is not set"),
        "{}",
        without_address.1
    );
}

#[test]
fn the_password_of_the_demonstration_is_told_even_when_the_rest_of_the_start_fails() {
    let folder = Folder::new("late");
    let late = [("CONNECTOO_TSA_URL", "http://127.0.0.1:1"), ("CONNECTOO_DEMO_PASSWORD", "")];
    let (worked, told) = output(program(&folder).envs(late));
    assert!(!worked && told.contains("CONNECTOO_TSA_CERTIFICATES is not set"), "{told}");
    assert!(told.contains("learner@connectoo.example") && told.contains("shown only this once"), "{told}");
    let (worked, told) = output(program(&folder).envs(late));
    assert!(!worked && told.contains("those of the first start"), "{told}");
    assert!(told.contains("CONNECTOO_DEMO_PASSWORD gives them another"), "{told}");
}

#[test]
fn a_password_that_is_not_good_enough_is_refused_in_a_sentence() {
    use std::io::Write;
    let folder = Folder::new("password");
    let mut child = program(&folder)
        .args(["account", "add", "an@example.be", "An Peeters"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"short\n").unwrap();
    let told = child.wait_with_output().unwrap();
    let text = String::from_utf8(told.stderr).unwrap();
    assert!(!told.status.success() && text.ends_with("Choose a longer password: at least 12 characters.\n"), "{text}");
}

#[test]
fn the_doctor_finds_nothing_wrong_before_the_first_start() {
    let folder = Folder::new("doctor");
    let (worked, told) = output(program(&folder).arg("doctor"));
    assert!(worked, "{told}");
    assert!(told.contains("a private database will run from"), "{told}");
    let (worked, told) =
        output(program(&folder).arg("doctor").env("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none"));
    assert!(!worked && told.contains("WRONG"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_real_server_is_migrated_by_command_and_has_no_demonstration_accounts() {
    let folder = Folder::new("real");
    let url = empty_database().await;
    let address = ("CONNECTOO_PUBLIC_URL", "https://connectoo.example");
    let command = |arguments: &[&str]| {
        output(program(&folder).args(arguments).env("DATABASE_URL", &url).env(address.0, address.1))
    };
    let (worked, told) = output(program(&folder).env("DATABASE_URL", &url));
    assert!(!worked && told.contains("CONNECTOO_PUBLIC_URL is not set"), "{told}");
    let (worked, told) = command(&["serve"]);
    assert!(!worked && told.contains("connectoo migrate"), "{told}");
    assert!(command(&["migrate"]).0);
    assert!(command(&["keys", "generate"]).0);
    let (worked, told) = command(&["content", "import"]);
    assert!(worked && told.contains("15 modules published, 0 unchanged"), "{told}");
    let (worked, told) = command(&["content", "import"]);
    assert!(worked && told.contains("0 modules published, 15 unchanged"), "{told}");
    let (worked, told) = command(&["doctor"]);
    assert!(worked && told.contains("the basic level is complete"), "{told}");
    let mut child = program(&folder)
        .env("DATABASE_URL", &url)
        .env(address.0, address.1)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    wait_for_line(&mut child, "Connectoo is ready");
    let pid = nix::unistd::Pid::from_raw(child.id().cast_signed());
    nix::sys::signal::kill(pid, nix::sys::signal::Signal::SIGTERM).unwrap();
    assert!(child.wait().unwrap().success());
    use diesel_async::AsyncConnection;
    let mut db = connectoo::db::Connection::establish(&url).await.unwrap();
    let learner = connectoo::identity::store::account_by_email(&mut db, "learner@connectoo.example").await.unwrap();
    assert!(learner.is_none());
}

#[test]
fn every_setting_is_in_the_example_file() {
    let settings = std::fs::read_to_string("backend/src/settings.rs").unwrap();
    let example = std::fs::read_to_string(".env.example").unwrap();
    let names = settings.split("env = \"").skip(1).filter_map(|rest| rest.split('"').next());
    let missing: Vec<&str> = names.filter(|name| !example.contains(&format!("{name}="))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_containers_get_every_setting_but_what_is_their_own() {
    let mut compose: serde_yaml_ng::Value =
        serde_yaml_ng::from_str(&std::fs::read_to_string("docker-compose.yml").unwrap()).unwrap();
    compose.apply_merge().unwrap();
    let example = std::fs::read_to_string(".env.example").unwrap();
    for service in ["prepare", "backend1", "backend2"] {
        let service = &compose["services"][service];
        let file = &service["env_file"][0];
        assert_eq!((file["path"].as_str(), file["required"].as_bool()), (Some(".env"), Some(false)));
        let environment = service["environment"].as_mapping().unwrap();
        for (name, value) in environment {
            let (name, value) = (name.as_str().unwrap(), value.as_str().unwrap());
            assert!(example.contains(&format!("{name}=")), "{name} is no setting");
            // What this machine says is wrong inside a container.
            let own = ["DATABASE_URL", "_LISTEN", "_DATA_DIR", "_KEYS_DIR", "_CONTENT_DIR", "_TRUSTED_PROXIES"];
            let is_own = own.iter().any(|end| name.ends_with(end));
            assert_eq!(!is_own, value.starts_with(&format!("${{{name}:-")), "{name}: {value}");
        }
        assert_eq!(environment.keys().filter(|name| name.as_str().unwrap().ends_with("_DIR")).count(), 3);
        assert_eq!(environment["CONNECTOO_LISTEN"].as_str(), Some("0.0.0.0:8080"));
    }
}

/// The connections to a database, by the process that serves each, and when each was last at work.
#[derive(diesel::QueryableByName)]
struct Backend {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    pid: i32,
    #[diesel(sql_type = diesel::sql_types::Timestamptz)]
    worked_at: chrono::DateTime<chrono::Utc>,
}

async fn backends(db: &mut connectoo::db::Connection) -> Vec<Backend> {
    use diesel_async::RunQueryDsl;
    let backends = "SELECT pid, state_change AS worked_at FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid() AND state_change IS NOT NULL
                    AND query NOT ILIKE 'LISTEN%' ORDER BY pid";
    diesel::sql_query(backends).load(db).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_idle_service_keeps_its_connections_and_finds_others_when_they_break() {
    let service = Service::start().await;
    let db = tokio::sync::Mutex::new(service.db().await);
    // Nobody asked for anything: these are the four loops that look for jobs.
    let four = eventually("a connection for each loop", || async {
        let found = backends(&mut *db.lock().await).await;
        (found.len() == 4).then_some(found)
    })
    .await;
    let after = async |before: &[Backend]| {
        let since = before.iter().map(|backend| backend.worked_at).max().unwrap();
        eventually("each has looked again", || async {
            let found = backends(&mut *db.lock().await).await;
            (found.len() == 4 && found.iter().all(|backend| backend.worked_at > since)).then_some(found)
        })
        .await
    };
    // What only the start needed is gone once each has looked again.
    let settled = after(&four).await;
    let later = after(&settled).await;
    let pids = |backends: &[Backend]| backends.iter().map(|backend| backend.pid).collect::<Vec<_>>();
    assert_eq!(pids(&settled), pids(&later), "no connection is opened to look");

    let name = service.app.database_url.rsplit('/').next().unwrap().to_owned();
    run(
        &mut admin().await,
        &format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"),
    )
    .await;
    let body =
        serde_json::json!({"email": "an@example.be", "name": "An Peeters", "password": crate::harness::PASSWORD});
    eventually("the database is reached", || async {
        (service.visitor().post("/registrations", body.clone()).await.status == 202).then_some(())
    })
    .await;
    eventually("the mail is worked on", || async {
        service.mail_to("an@example.be").await.filter(|mail| mail.state == connectoo::mail::MailState::Kept)
    })
    .await;
}
