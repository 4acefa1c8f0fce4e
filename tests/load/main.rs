//! `bin/bench`: how fast the service is, each figure beside its limit measured in the same run on the same machine.
//!
//! Cached content stands beside a plain actix handler that returns a constant of the same size; what goes to the database beside
//! pgbench with the same SQL as a prepared script; sign-ins beside raw argon2 with the same number of turns.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on fails")]

mod client;
mod limits;
mod world;

use client::{Load, drive};
use std::{
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};
use world::World;

const CONNECTIONS: usize = 8;
const SPAN: Duration = Duration::from_secs(6);

/// A measured figure beside its limit.
struct Row {
    what: &'static str,
    ours: f64,
    limit: f64,
    limit_is: &'static str,
    aim: Option<f64>,
    p99_ms: f64,
}

/// The program, or the plain handler; ends with this.
struct Process(Child);

impl Process {
    /// Lets the most that was resident be counted from now on.
    fn forget_peak(&self) {
        // "5" resets it: proc(5), clear_refs.
        std::fs::write(format!("/proc/{}/clear_refs", self.0.id()), "5").unwrap();
    }

    /// Resident memory now and at most, in MiB.
    fn memory(&self) -> (f64, f64) {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id())).unwrap_or_default();
        let of = |name: &str| {
            let line = status.lines().find(|line| line.starts_with(name))?;
            line.split_whitespace().nth(1)?.parse::<f64>().ok()
        };
        (of("VmRSS:").unwrap_or_default() / 1024.0, of("VmHWM:").unwrap_or_default() / 1024.0)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if arguments.get(1).is_some_and(|argument| argument == "plain") {
        return limits::plain_handler(&arguments[2]).await;
    }
    let world = World::build().await;
    let service = start_service(&world).await;
    let (_, at_start) = service.memory();
    service.forget_peak();
    println!("Measuring; each figure takes {} seconds.", SPAN.as_secs());
    let mut rows = Vec::new();
    cached(&world, &mut rows).await;
    let (idle_p99, busy_p99) = sign_ins(&world, &mut rows).await;
    database(&world, &mut rows).await;
    let (now, most) = service.memory();
    report(&rows, idle_p99, busy_p99, [at_start, most, now]);
}

async fn start_service(world: &World) -> Process {
    let child = Command::new(env!("CARGO_BIN_EXE_connectoo"))
        .env("DATABASE_URL", &world.database_url)
        .env("CONNECTOO_LISTEN", &world.address)
        .env("CONNECTOO_PUBLIC_URL", world.public_url())
        .env("CONNECTOO_KEYS_DIR", world.keys())
        .env("CONNECTOO_LOG", "info")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    client::wait_until_up(&world.address).await;
    Process(child)
}

/// Pages and documents from memory, beside a constant of the same size.
async fn cached(world: &World, rows: &mut Vec<Row>) {
    for (what, path) in [("module page", "/modules/csam"), ("module JSON", "/api/connectoo/v1/modules/csam?lang=nl")] {
        let size = client::size(&world.address, path).await;
        let plain = limits::start_plain(size).await;
        // In turn, twice, so that a machine that slows down slows both.
        let (mut ours, mut limit, mut p99) = (0.0f64, 0.0f64, 0.0);
        for _ in 0..2 {
            let one = drive(&world.address, Load::repeat(client::get(path, None)), CONNECTIONS, SPAN / 2).await;
            let other = drive(&plain.address, Load::repeat(client::get("/", None)), CONNECTIONS, SPAN / 2).await;
            (ours, limit, p99) = (ours + one.per_second / 2.0, limit + other.per_second / 2.0, one.p99_ms.max(p99));
        }
        rows.push(Row { what, ours, limit, limit_is: "plain handler", aim: Some(0.8), p99_ms: p99 });
    }
}

/// Sign-ins, and what they do to people who read.
async fn sign_ins(world: &World, rows: &mut Vec<Row>) -> (f64, f64) {
    let reading = || Load::repeat(client::get("/api/connectoo/v1/modules/csam?lang=nl", None));
    let idle = drive(&world.address, reading(), 2, SPAN / 2).await;
    let mut row = Row { what: "sign-in", ours: 0.0, limit: 0.0, limit_is: "raw argon2", aim: Some(0.9), p99_ms: 0.0 };
    for _ in 0..2 {
        row.limit += limits::raw_argon2(SPAN / 2).await / 2.0;
        let ours = drive(&world.address, Load::cycle(world.sign_ins()), 4, SPAN / 2).await;
        row.ours += ours.per_second / 2.0;
        row.p99_ms = row.p99_ms.max(ours.p99_ms);
    }
    let (_, busy) = tokio::join!(
        drive(&world.address, Load::cycle(world.sign_ins()), 4, SPAN / 2),
        drive(&world.address, reading(), 2, SPAN / 2)
    );
    rows.push(row);
    (idle.p99_ms, busy.p99_ms)
}

/// What reads and writes the database, beside pgbench with the same statements.
async fn database(world: &World, rows: &mut Vec<Row>) {
    rows.push(beside_pgbench(world, "verification", Some(0.35), Load::cycle(world.verifications())).await);
    rows.push(beside_pgbench(world, "start", None, Load::once(world.starts())).await);
    let attempts = Arc::new(world.fill_attempts().await);
    rows.push(beside_pgbench(world, "answer", Some(0.6), Load::cycle(world.answers(&attempts))).await);
    world.answer_right(&attempts).await;
    rows.push(beside_pgbench(world, "submission", Some(0.8), Load::once(world.submissions(&attempts))).await);
}

/// In turn, twice, so that a machine that slows down slows both.
async fn beside_pgbench(world: &World, what: &'static str, aim: Option<f64>, load: Load) -> Row {
    let mut row = Row { what, ours: 0.0, limit: 0.0, limit_is: "pgbench", aim, p99_ms: 0.0 };
    for (turn, half) in load.halves().into_iter().enumerate() {
        let ours = drive(&world.address, half, CONNECTIONS, SPAN / 2).await;
        row.ours += ours.per_second / 2.0;
        row.p99_ms = row.p99_ms.max(ours.p99_ms);
        row.limit += limits::pgbench(world, what, CONNECTIONS, turn, SPAN / 2).await / 2.0;
    }
    row
}

fn report(rows: &[Row], idle_p99: f64, busy_p99: f64, [at_start, most, now]: [f64; 3]) {
    let mut table = String::from(
        "| what | per second | its limit | per second | ratio | aim | p99 |\n|---|--:|---|--:|--:|--:|--:|\n",
    );
    for row in rows {
        let aim = row.aim.map_or(String::new(), |aim| format!("{aim:.2}"));
        let ratio = row.ours / row.limit;
        table.push_str(&format!(
            "| {} | {:.0} | {} | {:.0} | {ratio:.2} | {aim} | {:.1} ms |\n",
            row.what, row.ours, row.limit_is, row.limit, row.p99_ms
        ));
    }
    table.push_str(&format!(
        "\nReading a module: p99 {idle_p99:.1} ms alone, {busy_p99:.1} ms beside a storm of sign-ins.\n"
    ));
    table.push_str(&format!(
        "Resident memory of the service: {at_start:.0} MiB at most while it starts, {most:.0} MiB at most under load, {now:.0} MiB at the end.\n"
    ));
    println!("\n{table}");
    std::fs::create_dir_all("target").unwrap();
    std::fs::write("target/load.md", table).unwrap();
    println!("Written to target/load.md");
}
