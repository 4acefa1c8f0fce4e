//! One private Postgres for the whole run, one migrated database with the real course as template, one copy for each test.

use connectoo::{
    app::App,
    attempts::{self, State, paper::Paper},
    clock::Clock,
    competencies::{Curriculum, Renewal},
    db::{self, Connection},
    identity::{
        Role,
        passwords::Passwords,
        store::{self, NewAccount},
    },
    ids::{AccountId, AttemptId},
    keys,
    locale::Language,
    modules::{course, import},
    postgres::PrivatePostgres,
    quizzes::{
        Body, Question,
        answers::Answer,
        drawing::{self, Drawn},
        scenario::Scenario,
    },
    server::{self, Listeners, Server},
    settings::{LogFormat, Settings},
};
use diesel::sql_types::{Jsonb, Uuid};
use diesel_async::{AsyncConnection, RunQueryDsl};
use serde_json::{Value, json};
use std::{
    cell::RefCell,
    io::Read,
    path::{Path, PathBuf},
    sync::{
        Arc, LazyLock, Mutex, OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};
use tokio::sync::OnceCell;

pub const PASSWORD: &str = "een koe in de tuin";
pub const KINDS: [&str; 6] = ["singleChoice", "multipleChoice", "ordering", "matching", "numeric", "scenario"];
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_connectoo");

/// A folder that is gone when the run is over.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        // Not below the project: PostgreSQL's own user must be able to come in.
        let name = format!("connectoo-{name}-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The server of this run.
static SERVER: LazyLock<PrivatePostgres> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("connectoo-it-{}", std::process::id()));
    let fast = [
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "max_connections=300",
        "shared_buffers=64MB",
        "max_wal_size=128MB",
    ];
    let postgres = PrivatePostgres::start(&folder, Path::new(PROGRAM), &fast).unwrap();
    sweep_when_gone(&folder);
    postgres
});

/// A test run has no last line; a shell that waits for its end clears the folder.
fn sweep_when_gone(folder: &Path) {
    let wait = format!(
        "while kill -0 {0} 2>/dev/null; do sleep 1; done; sleep 1; rm -rf '{1}'",
        std::process::id(),
        folder.display()
    );
    let quiet = std::process::Stdio::null;
    let mut sweeper = std::process::Command::new("sh")
        .args(["-c", &wait])
        .stdin(quiet())
        .stdout(quiet())
        .stderr(quiet())
        .spawn()
        .unwrap();
    std::thread::spawn(move || sweeper.wait());
}

pub fn database_url(name: &str) -> String {
    SERVER.url(name)
}

async fn admin() -> Connection {
    Connection::establish(&database_url("postgres")).await.unwrap()
}

/// The databases of tests that are over.
static LEFT: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// The databases of the test that this thread runs, which end with it: some hundreds of them would fill a small disk.
struct Databases(Vec<String>);

impl Drop for Databases {
    fn drop(&mut self) {
        LEFT.lock().unwrap().append(&mut self.0);
    }
}

thread_local! {
    static OWN: RefCell<Databases> = const { RefCell::new(Databases(Vec::new())) };
}

/// The name of a new database; those that nobody uses any more are dropped before it is made.
async fn new_database(admin: &mut Connection) -> String {
    let left = std::mem::take(&mut *LEFT.lock().unwrap());
    for name in left {
        diesel::sql_query(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).execute(admin).await.unwrap();
    }
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("test_{}", COUNT.fetch_add(1, Ordering::Relaxed));
    OWN.with_borrow_mut(|own| own.0.push(name.clone()));
    name
}

/// The real course, read once.
pub fn course() -> &'static course::Course {
    static COURSE: OnceLock<course::Course> = OnceLock::new();
    COURSE.get_or_init(|| {
        let course = course::read(Path::new("course-content"));
        assert!(course.complaints.is_empty(), "{:#?}", course.complaints);
        course
    })
}

static TEMPLATE: OnceCell<()> = OnceCell::const_new();

/// A database of one's own, empty of people, with the course published.
pub async fn fresh_database() -> String {
    TEMPLATE
        .get_or_init(|| async {
            diesel::sql_query("CREATE DATABASE template_course").execute(&mut admin().await).await.unwrap();
            let url = database_url("template_course");
            db::migrate(&url).await.unwrap();
            let mut connection = Connection::establish(&url).await.unwrap();
            import::import(&mut connection, course(), Clock::default().now()).await.unwrap();
        })
        .await;
    let mut admin = admin().await;
    let name = new_database(&mut admin).await;
    // The last connection to the template may be on its way out still.
    let create = format!("CREATE DATABASE {name} TEMPLATE template_course");
    for _ in 0..100 {
        match diesel::sql_query(&create).execute(&mut admin).await {
            Ok(_) => return database_url(&name),
            Err(error) if error.to_string().contains("being accessed") => {
                tokio::time::sleep(std::time::Duration::from_millis(50)).await
            }
            Err(error) => panic!("{error}"),
        }
    }
    panic!("the template is never free")
}

/// A database without anything in it.
pub async fn empty_database() -> String {
    let mut admin = admin().await;
    let name = new_database(&mut admin).await;
    diesel::sql_query(format!("CREATE DATABASE {name}")).execute(&mut admin).await.unwrap();
    database_url(&name)
}

/// The keys of all tests.
fn keys_dir() -> PathBuf {
    static KEYS: OnceLock<Folder> = OnceLock::new();
    let folder = KEYS.get_or_init(|| {
        let folder = Folder::new("keys");
        keys::generate(folder.path(), "Testdienst", Clock::default().now()).unwrap();
        folder
    });
    folder.path().to_path_buf()
}

pub fn settings(database_url: &str) -> Settings {
    Settings {
        listen: "127.0.0.1:0".parse().unwrap(),
        metrics_listen: None,
        public_url: None,
        data_dir: std::env::temp_dir(),
        database_url: Some(database_url.to_owned()),
        database_connections: 4,
        workers: Some(2),
        content_dir: "course-content".into(),
        keys_dir: Some(keys_dir()),
        seal_key: None,
        seal_certificate: None,
        seal_password_file: None,
        seal_level: None,
        tsa_url: None,
        tsa_certificates: None,
        demo_password: None,
        smtp_url: None,
        mail_from: "Connectoo <no-reply@connectoo.example>".into(),
        contact: Some("help@connectoo.example".parse().unwrap()),
        issuer: connectoo::locale::Localised {
            nl: "FOD BOSA – Connectoo".into(),
            fr: "SPF BOSA – Connectoo".into(),
            de: "FÖD BOSA – Connectoo".into(),
            en: "FPS BOSA – Connectoo".into(),
        },
        trusted_proxies: Vec::new(),
        log_format: LogFormat::Text,
        log: "warn".into(),
    }
}

/// A running service on a database of its own.
pub struct Service {
    pub url: String,
    pub app: Arc<App>,
    server: Server,
}

impl Service {
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    pub async fn start_with(change: impl FnOnce(&mut Settings)) -> Self {
        Self::on_with(fresh_database().await, change).await
    }

    /// On a database that is there already.
    pub async fn on(database: String) -> Self {
        Self::on_with(database, |_| {}).await
    }

    pub async fn on_with(database: String, change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = settings(&database);
        change(&mut settings);
        let listeners = Listeners::bind(&settings).unwrap();
        let address = listeners.http.local_addr().unwrap();
        settings.public_url.get_or_insert(format!("http://{address}").parse().unwrap());
        let app = App::build(settings, database, Clock::default(), Passwords::cheap()).await.unwrap();
        let server = server::start(app.clone(), listeners).unwrap();
        Self { url: format!("http://{address}"), app, server }
    }

    /// Ends in order, with the job in hand.
    pub async fn stop(self) {
        self.server.stop().await.unwrap();
    }

    /// Lets it live at a moment.
    pub fn live_at(&self, moment: &str) {
        let moment: chrono::DateTime<chrono::Utc> = moment.parse().unwrap();
        self.app.clock.shift(moment - self.app.clock.now());
    }

    pub async fn db(&self) -> Connection {
        Connection::establish(&self.app.database_url).await.unwrap()
    }

    /// Somebody without an account.
    pub fn visitor(&self) -> Client {
        Client::new(&self.url)
    }

    /// Somebody with an account in this role, signed in to the REST door. The address is the role's name.
    pub async fn person(&self, role: Role) -> Client {
        self.named(role, role.word(), &format!("Person {role}")).await
    }

    pub async fn learner(&self) -> Client {
        self.named(Role::Learner, "learner", "Łukasz O’Çelebi").await
    }

    pub async fn named(&self, role: Role, address: &str, name: &str) -> Client {
        let email = format!("{address}@example.be");
        let password_hash = self.app.passwords.hash(PASSWORD).await.unwrap();
        let account = NewAccount {
            id: AccountId::new(),
            email: &email,
            name,
            language: Language::Nl,
            role,
            password_hash: &password_hash,
            registered_at: self.app.clock.now(),
        };
        assert!(store::add_account(&mut self.db().await, &account).await.unwrap());
        let mut client = Client::new(&self.url);
        client.account = Some(account.id);
        client.sign_in(&email, PASSWORD).await;
        client
    }

    /// The text of the newest mail to this address.
    pub async fn mail_to(&self, address: &str) -> Option<connectoo::mail::store::Mail> {
        let mails = connectoo::mail::store::newest(&mut self.db().await).await.unwrap();
        mails.into_iter().find(|mail| mail.recipient == address)
    }

    pub async fn bound(&self, learner: AccountId, attempt: &str) -> (attempts::Attempt, Paper) {
        let mut db = self.db().await;
        let id: AttemptId = attempt.parse().unwrap();
        let attempt = attempts::store::attempt(&mut db, learner, id).await.unwrap().unwrap();
        let bound = attempts::taking::bind(&self.app.course, &mut db, attempt).await.unwrap();
        (bound.attempt, bound.paper)
    }
}

/// A client of the REST door, signed in or not.
#[derive(Clone)]
pub struct Client {
    pub http: reqwest::Client,
    pub url: String,
    pub token: Option<String>,
    pub account: Option<AccountId>,
}

pub struct Reply {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub bytes: Vec<u8>,
    /// How many bytes came over the wire for it.
    pub sent: usize,
}

/// The body as a browser sees it.
fn unpack(packed: &[u8], headers: &reqwest::header::HeaderMap) -> Vec<u8> {
    let mut bytes = Vec::new();
    let read = match headers.get("content-encoding").map(|encoding| encoding.as_bytes()) {
        None => return packed.to_vec(),
        Some(b"br") => brotli::Decompressor::new(packed, 4096).read_to_end(&mut bytes),
        Some(b"gzip") => flate2::read::GzDecoder::new(packed).read_to_end(&mut bytes),
        Some(other) => panic!("nobody asked for {other:?}"),
    };
    read.unwrap();
    bytes
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| panic!("no JSON ({}): {}", self.status, self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// The last part of the problem type.
    pub fn problem(&self) -> String {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text());
        self.json()["type"].as_str().unwrap().rsplit(':').next().unwrap().to_owned()
    }

    /// Fails with the whole answer when the status is another.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }
}

impl Client {
    pub fn new(url: &str) -> Self {
        let http =
            reqwest::Client::builder().cookie_store(true).redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { http, url: url.to_owned(), token: None, account: None }
    }

    pub async fn sign_in(&mut self, email: &str, password: &str) {
        let reply = self.post("/tokens", json!({"email": email, "password": password})).await.expect(200);
        self.token = Some(reply.json()["accessToken"].as_str().unwrap().to_owned());
    }

    pub fn request(&self, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        let request = self.http.request(method, format!("{}/api/connectoo/v1{path}", self.url));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub async fn send(request: reqwest::RequestBuilder) -> Reply {
        let (http, request) = request.build_split();
        let request = request.unwrap();
        let method = request.method().to_string();
        let response = reqwest::Client::execute(&http, request).await.unwrap();
        let (status, headers, path) =
            (response.status().as_u16(), response.headers().clone(), response.url().path().to_owned());
        let packed = response.bytes().await.unwrap();
        let reply = Reply { status, bytes: unpack(&packed, &headers), headers, sent: packed.len() };
        if let Some(path) = path.strip_prefix("/api/connectoo/v1") {
            crate::contract::check(&method, path, status, reply.header("content-type"), &reply.bytes);
        }
        reply
    }

    pub async fn get(&self, path: &str) -> Reply {
        Self::send(self.request(reqwest::Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Reply {
        Self::send(self.request(reqwest::Method::POST, path).json(&body)).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Reply {
        Self::send(self.request(reqwest::Method::PUT, path).json(&body)).await
    }

    pub async fn delete(&self, path: &str) -> Reply {
        Self::send(self.request(reqwest::Method::DELETE, path)).await
    }

    /// A page, as a browser without JavaScript sees it.
    pub async fn page(&self, path: &str) -> Reply {
        Self::send(self.http.get(format!("{}{path}", self.url))).await
    }

    /// Sends a form, with the mark of the page it stands on.
    pub async fn form(&self, page: &str, path: &str, fields: &[(&str, &str)]) -> Reply {
        let html = self.page(page).await.text();
        let mark = html.split("name=\"form_mark\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let mut fields: Vec<(&str, &str)> = fields.to_vec();
        fields.push(("form_mark", mark.unwrap_or_else(|| panic!("no form on {page}: {html}"))));
        Self::send(self.http.post(format!("{}{path}", self.url)).form(&fields)).await
    }

    pub async fn start(&self, module: &str) -> Value {
        let reply = self.post(&format!("/modules/{module}/attempts"), json!({"language": "nl"})).await;
        assert!(reply.status == 201 || reply.status == 200, "{}", reply.text());
        reply.json()
    }

    /// Begins a quiz that asks one question of each kind, always the same and in the same order: the page of each question.
    pub async fn start_with_each_kind(&self, service: &Service, module: &str) -> Vec<(String, Question)> {
        let attempt = self.start(module).await;
        let id = attempt["id"].as_str().unwrap();
        let taught = service.app.course.taught();
        let mut questions: Vec<&Question> = taught.editions[module].module.questions.iter().collect();
        questions.sort_by(|one, other| one.id.cmp(&other.id));
        let of_kind = |kind: &&str| questions.iter().find(|question| question.body.kind() == *kind).copied();
        let asked: Vec<Question> = KINDS.iter().filter_map(of_kind).cloned().collect();
        let drawn: Vec<Drawn> = asked.iter().map(|question| drawing::alone(question, 1)).collect();
        let set = "UPDATE attempts SET drawn = $1 WHERE id = $2";
        let set =
            diesel::sql_query(set).bind::<Jsonb, _>(json!(drawn)).bind::<Uuid, _>(id.parse::<uuid::Uuid>().unwrap());
        assert_eq!(set.execute(&mut service.db().await).await.unwrap(), 1);
        let page = |number: usize| format!("/attempts/{id}/questions/{number}");
        asked.into_iter().enumerate().map(|(at, question)| (page(at + 1), question)).collect()
    }

    /// Answers every question of an open attempt, right or wrong, and does not submit.
    pub async fn answer_all(&self, service: &Service, attempt: &Value, right: bool) {
        let id = attempt["id"].as_str().unwrap();
        let (bound, paper) = service.bound(self.account.unwrap(), id).await;
        assert_eq!(bound.state, State::Open);
        for (drawn, question) in bound.questions(&paper) {
            let answer = if right { right_answer(question) } else { wrong_answer(question) };
            self.put(&format!("/attempts/{id}/answers/{}", drawn.question), drawn.veil(&answer)).await.expect(200);
        }
    }

    pub async fn submit(&self, attempt: &Value) -> Reply {
        self.post(&format!("/attempts/{}/submission", attempt["id"].as_str().unwrap()), json!({})).await
    }

    /// Takes and passes the quiz of a module.
    pub async fn pass(&self, service: &Service, module: &str) -> Value {
        let attempt = self.start(module).await;
        self.answer_all(service, &attempt, true).await;
        let result = self.submit(&attempt).await.expect(200).json();
        assert_eq!(result["passed"], true, "{result:#}");
        result
    }

    /// Passes the basic level. Gives the number of the brevet, once it is sealed.
    pub async fn earn_basic(&self, service: &Service) -> String {
        self.pass_all_but(service, &[]).await;
        let number = self.newest_brevet().await;
        self.sealed_pdf(&number).await;
        number
    }

    /// Takes and passes the refresher that renews a brevet. Gives the result.
    pub async fn renew(&self, service: &Service, number: &str) -> Value {
        let attempt = self.post(&format!("/brevets/{number}/renewal"), json!({})).await.expect(201).json();
        self.answer_all(service, &attempt, true).await;
        let result = self.submit(&attempt).await.expect(200).json();
        assert_eq!(result["passed"], true, "{result:#}");
        result
    }

    pub async fn newest_brevet(&self) -> String {
        self.get("/me/brevets").await.expect(200).json()["items"][0]["number"].as_str().unwrap().to_owned()
    }

    /// The file of one's own brevet, as soon as it is sealed.
    pub async fn sealed_pdf(&self, number: &str) -> Vec<u8> {
        eventually("sealing", || async {
            let reply = self.get(&format!("/brevets/{number}/pdf")).await;
            (reply.status == 200).then_some(reply.bytes)
        })
        .await
    }

    /// Passes every module of the basic level but those in `but`.
    pub async fn pass_all_but(&self, service: &Service, but: &[&str]) {
        for module in basic_modules().iter().filter(|module| !but.contains(module)) {
            self.pass(service, module).await;
        }
    }
}

/// The curriculum as it ships, but with brevets that end after so many months and can be renewed.
pub fn curriculum_with_validity(months: i32) -> Curriculum {
    let mut curriculum = course().curriculum.clone();
    for level in &mut curriculum.0 {
        level.validity_months = Some(months);
        level.renewal = Some(Renewal {
            opens_days: 90,
            questions: 12,
            pass_mark: 80,
            grace_days: 180,
            late_questions: 24,
            reminder_days: vec![30, 7],
        });
    }
    curriculum
}

/// Lets brevets end after so many months from now on, and be renewed.
pub async fn with_validity(service: &Service, months: i32) {
    let mut db = service.db().await;
    connectoo::competencies::store::save(&mut db, &curriculum_with_validity(months)).await.unwrap();
    diesel::sql_query("NOTIFY connectoo, 'course'").execute(&mut db).await.unwrap();
    hears_of_validity(service, months).await;
}

/// Waits until the service has loaded it by itself: loading it here could be undone by a load of its own that began before.
pub async fn hears_of_validity(service: &Service, months: i32) {
    eventually("the validity", || async {
        let taught = service.app.course.taught();
        taught.curriculum.0.iter().all(|level| level.validity_months == Some(months)).then_some(())
    })
    .await;
}

/// The codes of the basic level, in the order of the course.
pub fn basic_modules() -> Vec<&'static str> {
    course().curriculum.0[0].competencies.iter().map(|competency| competency.code.as_str()).collect()
}

/// What a learner who knows everything answers.
pub fn right_answer(question: &Question) -> Answer {
    let right = |options: &[connectoo::quizzes::Choice]| {
        options.iter().filter(|option| option.correct).map(|option| option.key.clone()).collect::<Vec<_>>()
    };
    match &question.body {
        Body::SingleChoice { options } => Answer::Option(right(options).remove(0)),
        Body::MultipleChoice { options } => Answer::Options(right(options).into_iter().collect()),
        Body::Ordering { items } => Answer::Order(items.iter().map(|item| item.key.clone()).collect()),
        Body::Matching { pairs, .. } => {
            Answer::Pairs(pairs.iter().map(|pair| (pair.key.clone(), pair.key.clone())).collect())
        }
        Body::Numeric { answer, .. } => Answer::Number(*answer),
        Body::Scenario(scenario) => Answer::Choices(best_path(scenario, &scenario.start).1),
    }
}

/// The points that the best way from a scene collects, and its choices.
fn best_path(scenario: &Scenario, scene: &str) -> (u32, Vec<String>) {
    let ways = scenario.scenes[scene].choices.iter().map(|choice| {
        let (points, path) = best_path(scenario, &choice.next);
        (points + choice.points, [vec![choice.key.clone()], path].concat())
    });
    ways.max_by_key(|(points, _)| *points).unwrap_or_default()
}

/// What a learner answers who gets everything wrong.
pub fn wrong_answer(question: &Question) -> Answer {
    match &question.body {
        Body::SingleChoice { options } => {
            Answer::Option(options.iter().find(|option| !option.correct).unwrap().key.clone())
        }
        Body::MultipleChoice { options } => {
            Answer::Options(options.iter().filter(|option| !option.correct).map(|option| option.key.clone()).collect())
        }
        Body::Ordering { items } => {
            let mut keys: Vec<String> = items.iter().map(|item| item.key.clone()).collect();
            keys.rotate_left(1);
            Answer::Order(keys)
        }
        Body::Matching { pairs, .. } => {
            let rotated = pairs.iter().cycle().skip(1).map(|pair| pair.key.clone());
            Answer::Pairs(pairs.iter().map(|pair| pair.key.clone()).zip(rotated).collect())
        }
        Body::Numeric { answer, tolerance, .. } => Answer::Number(answer + tolerance + 1.0),
        Body::Scenario(scenario) => Answer::Choices(worst_path(scenario, &scenario.start).1),
    }
}

/// The points that the worst way from a scene to an end collects, and its choices.
fn worst_path(scenario: &Scenario, scene: &str) -> (u32, Vec<String>) {
    let ways = scenario.scenes[scene].choices.iter().map(|choice| {
        let (points, path) = worst_path(scenario, &choice.next);
        (points + choice.points, [vec![choice.key.clone()], path].concat())
    });
    ways.min_by_key(|(points, _)| *points).unwrap_or_default()
}

/// An answer as the question's form sends it; a situation at its last step.
pub fn entered(drawn: &Drawn, answer: &Answer) -> Vec<(String, String)> {
    let given = drawn.veil(answer);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let field = |name: &str, value: String| (name.to_owned(), value);
    match answer {
        Answer::Option(_) => vec![field("option", text(&given["option"]))],
        Answer::Options(_) => {
            given["options"].as_array().unwrap().iter().map(|key| field("options", text(key))).collect()
        }
        Answer::Order(_) => (1..)
            .zip(given["order"].as_array().unwrap())
            .map(|(place, key): (usize, &Value)| field(&format!("place-{}", text(key)), place.to_string()))
            .collect(),
        Answer::Pairs(_) => {
            let pairs = given["pairs"].as_object().unwrap().iter();
            pairs.map(|(left, right)| field(&format!("pair-{left}"), text(right))).collect()
        }
        Answer::Number(number) => vec![field("number", number.to_string())],
        Answer::Choices(path) => {
            let (last, before) = path.split_last().unwrap();
            vec![field("path", before.join(" ")), field("choice", last.clone())]
        }
    }
}

/// Waits for something that another part of the service does in its own time.
pub async fn eventually<T, F: Future<Output = Option<T>>>(what: &str, mut look: impl FnMut() -> F) -> T {
    for _ in 0..600 {
        if let Some(found) = look().await {
            return found;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{what} did not happen within 30 seconds");
}
