//! The people and quizzes of the benchmark. Learners 0… are the service's, as many after them are pgbench's.

use crate::client;
use connectoo::{
    attempts::{self, Answers, SavedAnswer},
    clock::Clock,
    db::{self, Connection},
    identity::{
        Role, SessionKind, Viewer,
        passwords::Passwords,
        store::{self, NewAccount, NewSession},
        tokens::Tokens,
    },
    ids::{AccountId, AttemptId, SessionId},
    keys,
    locale::Language,
    modules::{course, edition::CourseMemory, import},
    postgres::PrivatePostgres,
    quizzes::{Body, Question, answers::Answer},
};
use diesel_async::{AsyncConnection, RunQueryDsl};
use serde_json::{Value, json};
use std::path::PathBuf;
use uuid::Uuid;

const LEARNERS: u64 = 2000;
/// One module is never submitted, so that no brevet is sealed in the middle of a measurement.
const MODULES: usize = 11;

pub struct World {
    pub address: String,
    pub database_url: String,
    folder: PathBuf,
    _postgres: PrivatePostgres,
    tokens: Vec<String>,
    codes: Vec<String>,
    numbers: Vec<String>,
}

/// An attempt of the service's half.
pub struct Begun {
    learner: AccountId,
    token: String,
    id: AttemptId,
    code: String,
}

/// The n-th person or session, the same here and in the scripts.
fn numbered(kind: u64, n: u64) -> Uuid {
    Uuid::from_u64_pair((kind << 48) | 0x7000, 0x8000_0000_0000_0000 | n)
}

impl World {
    pub async fn build() -> Self {
        let folder = std::env::temp_dir().join(format!("connectoo-load-{}", std::process::id()));
        let program = PathBuf::from(env!("CARGO_BIN_EXE_connectoo"));
        let postgres = PrivatePostgres::start(&folder.join("postgres"), &program, &["max_connections=200"]).unwrap();
        let database_url = postgres.url("postgres");
        db::migrate(&database_url).await.unwrap();
        let mut db = Connection::establish(&database_url).await.unwrap();
        let course = course::read("course-content".as_ref());
        import::import(&mut db, &course, Clock::default().now()).await.unwrap();
        keys::generate(&folder.join("keys"), "Load", Clock::default().now()).unwrap();
        let codes = course.curriculum.0[0]
            .competencies
            .iter()
            .take(MODULES)
            .map(|competency| competency.code.clone())
            .collect();
        let mut world = Self {
            address: client::free_address(),
            database_url,
            folder,
            _postgres: postgres,
            tokens: Vec::new(),
            codes,
            numbers: Vec::new(),
        };
        world.people(&mut db).await;
        world
    }

    pub fn public_url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn keys(&self) -> PathBuf {
        self.folder.join("keys")
    }

    pub fn learners(&self) -> u64 {
        LEARNERS
    }

    /// What one connection of pgbench has to begin or to submit.
    pub fn attempts_per_connection(&self, connections: usize) -> u64 {
        LEARNERS * MODULES as u64 / connections as u64
    }

    /// Where pgbench connects.
    pub fn socket(&self) -> (String, String) {
        (self.folder.join("postgres").canonicalize().unwrap().display().to_string(), "postgres".into())
    }

    async fn people(&mut self, db: &mut Connection) {
        let at = Clock::default().now();
        let password_hash = Passwords::new(2).hash("a long passphrase").await.unwrap();
        let tokens = Tokens::load(&self.keys(), &self.public_url()).unwrap();
        for n in 0..2 * LEARNERS {
            let (account, session) = (AccountId::from(numbered(1, n)), SessionId::from(numbered(2, n)));
            let (email, name) = (format!("learner{n}@example.be"), format!("Learner {n}"));
            let new = NewAccount {
                id: account,
                email: &email,
                name: &name,
                language: Language::Nl,
                role: Role::Learner,
                password_hash: &password_hash,
                registered_at: at,
            };
            assert!(store::add_account(db, &new).await.unwrap());
            let expires_at = at + chrono::Duration::days(1);
            let new = NewSession {
                id: session,
                account_id: account,
                kind: SessionKind::Api,
                token_hash: None,
                opened_at: at,
                expires_at,
            };
            store::open_session(db, &new).await.unwrap();
            if n < LEARNERS {
                let viewer = Viewer { session, account, name, role: Role::Learner, language: Language::Nl };
                self.tokens.push(tokens.sign(&viewer, at).unwrap());
            }
        }
        for n in 0..5000u64 {
            let number = connectoo::brevets::number::BrevetNumber::new();
            let insert = format!(
                "INSERT INTO brevets (learner_id, id, number, level, holder, language, grounds, awarded_at)
                 VALUES ('{}', '{}', '{}', 'basic', 'Learner {n}', 'nl', '{{}}', now())",
                numbered(3, n),
                numbered(4, n),
                number.as_str()
            );
            diesel::sql_query(insert).execute(db).await.unwrap();
            self.numbers.push(number.as_str().to_owned());
        }
        let table = "CREATE TABLE load_numbers AS SELECT row_number() OVER () AS n, number FROM brevets; ";
        for statement in [table, "ALTER TABLE load_numbers ADD PRIMARY KEY (n)", "VACUUM ANALYZE"] {
            diesel::sql_query(statement.trim_end_matches("; ")).execute(db).await.unwrap();
        }
    }

    pub fn sign_ins(&self) -> Vec<Vec<u8>> {
        let sign_in = |n: u64| {
            let body = json!({"email": format!("learner{n}@example.be"), "password": "a long passphrase"});
            client::send("POST", "/api/connectoo/v1/tokens", None, &body.to_string())
        };
        (0..LEARNERS).map(sign_in).collect()
    }

    pub fn verifications(&self) -> Vec<Vec<u8>> {
        self.numbers
            .iter()
            .map(|number| client::get(&format!("/api/connectoo/v1/verifications/{number}"), None))
            .collect()
    }

    pub fn starts(&self) -> Vec<Vec<u8>> {
        let start = |code: &String, token: &String| {
            client::send(
                "POST",
                &format!("/api/connectoo/v1/modules/{code}/attempts"),
                Some(token),
                r#"{"language":"nl"}"#,
            )
        };
        self.codes.iter().flat_map(|code| self.tokens.iter().map(move |token| start(code, token))).collect()
    }

    /// Begins what the measured starts left, and gives pgbench's half the same attempts.
    pub async fn fill_attempts(&self) -> Vec<Begun> {
        let rest =
            client::drive(&self.address, client::Load::once(self.starts()), 8, std::time::Duration::from_secs(120));
        rest.await;
        let mut db = Connection::establish(&self.database_url).await.unwrap();
        for statement in [
            format!("DELETE FROM attempts WHERE learner_id >= '{}'", numbered(1, LEARNERS)),
            format!(
                "INSERT INTO attempts (learner_id, id, competency, edition_id, language, drawn, seed, pass_mark, started_at)
                 SELECT ('{}'::text || lpad(to_hex({LEARNERS} + a.n), 12, '0'))::uuid, ('{}'::text || lpad(to_hex(a.n * 16 + a.m), 12, '0'))::uuid,
                        competency, edition_id, language, drawn, seed, pass_mark, started_at
                 FROM (SELECT *, dense_rank() OVER (ORDER BY learner_id) - 1 AS n,
                              row_number() OVER (PARTITION BY learner_id ORDER BY competency) - 1 AS m FROM attempts) AS a",
                prefix(1),
                prefix(5)
            ),
            "VACUUM ANALYZE attempts".to_owned(),
        ] {
            diesel::sql_query(statement).execute(&mut db).await.unwrap();
        }
        let mut begun = Vec::new();
        for (n, token) in (0..).zip(&self.tokens) {
            let learner = AccountId::from(numbered(1, n));
            for (code, id) in attempts::store::open_attempts(&mut db, learner).await.unwrap() {
                begun.push(Begun { learner, token: token.clone(), id, code });
            }
        }
        // Neighbours of one learner far apart, as in life.
        begun.sort_by_key(|begun| begun.id.uuid().as_u128().reverse_bits());
        begun
    }

    /// An answer to the first question of each attempt.
    pub fn answers(&self, attempts: &[Begun]) -> Vec<Vec<u8>> {
        let runtime = tokio::runtime::Handle::current();
        let sample: Vec<&Begun> = attempts.iter().take(4000).collect();
        tokio::task::block_in_place(|| runtime.block_on(self.answers_of(&sample)))
    }

    async fn answers_of(&self, attempts: &[&Begun]) -> Vec<Vec<u8>> {
        let mut db = Connection::establish(&self.database_url).await.unwrap();
        let memory = CourseMemory::default();
        let mut requests = Vec::new();
        for begun in attempts {
            let attempt = attempts::store::attempt(&mut db, begun.learner, begun.id).await.unwrap().unwrap();
            let bound = attempts::taking::bind(&memory, &mut db, attempt).await.unwrap();
            let (drawn, question) = bound.attempt.questions(&bound.paper).next().unwrap();
            let path = format!("/api/connectoo/v1/attempts/{}/answers/{}", begun.id, drawn.question);
            requests.push(client::send("PUT", &path, Some(&begun.token), &drawn.veil(&right(question)).to_string()));
        }
        requests
    }

    /// Every question of every attempt answered right, on both halves.
    pub async fn answer_right(&self, attempts: &[Begun]) {
        let mut db = Connection::establish(&self.database_url).await.unwrap();
        let (memory, at) = (CourseMemory::default(), Clock::default().now());
        for begun in attempts {
            let attempt = attempts::store::attempt(&mut db, begun.learner, begun.id).await.unwrap().unwrap();
            let bound = attempts::taking::bind(&memory, &mut db, attempt).await.unwrap();
            let answer = |question: &Question| SavedAnswer { answer: right(question), saved_at: at };
            let all = Answers(
                bound
                    .attempt
                    .questions(&bound.paper)
                    .map(|(drawn, question)| (drawn.question.clone(), answer(question)))
                    .collect(),
            );
            let json: Value = json!(all);
            let update = format!(
                "UPDATE attempts SET answers = $json${json}$json$ WHERE learner_id = '{}' AND id = '{}'",
                begun.learner, begun.id
            );
            diesel::sql_query(update).execute(&mut db).await.unwrap();
        }
        let copy = format!(
            "UPDATE attempts AS theirs SET answers = ours.answers FROM attempts AS ours
             WHERE theirs.learner_id >= '{}' AND ours.learner_id < '{0}' AND ours.drawn = theirs.drawn AND ours.seed = theirs.seed",
            numbered(1, LEARNERS)
        );
        diesel::sql_query(copy).execute(&mut db).await.unwrap();
        diesel::sql_query("VACUUM ANALYZE attempts").execute(&mut db).await.unwrap();
    }

    pub fn submissions(&self, attempts: &[Begun]) -> Vec<Vec<u8>> {
        let known = |begun: &&Begun| self.codes.contains(&begun.code);
        let submit = |begun: &Begun| {
            client::send(
                "POST",
                &format!("/api/connectoo/v1/attempts/{}/submission", begun.id),
                Some(&begun.token),
                "{}",
            )
        };
        attempts.iter().filter(known).map(submit).collect()
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let folder = self.folder.clone();
        // After the server has stopped; a folder that stays is only untidy.
        let _ =
            std::process::Command::new("sh").args(["-c", &format!("sleep 2; rm -rf '{}'", folder.display())]).spawn();
    }
}

/// The first characters of the numbered ids of a kind, up to the last twelve digits.
fn prefix(kind: u64) -> String {
    numbered(kind, 0).to_string()[..24].to_string()
}

fn right(question: &Question) -> Answer {
    let keys = |options: &[connectoo::quizzes::Choice]| {
        options.iter().filter(|option| option.correct).map(|option| option.key.clone()).collect::<Vec<_>>()
    };
    match &question.body {
        Body::SingleChoice { options } => Answer::Option(keys(options).remove(0)),
        Body::MultipleChoice { options } => Answer::Options(keys(options).into_iter().collect()),
        Body::Ordering { items } => Answer::Order(items.iter().map(|item| item.key.clone()).collect()),
        Body::Matching { pairs, .. } => {
            Answer::Pairs(pairs.iter().map(|pair| (pair.key.clone(), pair.key.clone())).collect())
        }
        Body::Numeric { answer, .. } => Answer::Number(*answer),
        Body::Scenario(_) => Answer::Choices(Vec::new()),
    }
}
