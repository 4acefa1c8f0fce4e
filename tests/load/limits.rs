//! What the machine can give at best: a handler that returns a constant, pgbench, raw argon2.

use crate::{Process, client, world::World};
use actix_web::{App, HttpResponse, HttpServer, web};
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version, password_hash::phc::PasswordHash};
use std::{
    process::Command,
    time::{Duration, Instant},
};

pub struct Plain {
    pub address: String,
    _process: Process,
}

/// A process that answers every request with a constant of this size.
pub async fn start_plain(size: usize) -> Plain {
    let address = client::free_address();
    let program = std::env::current_exe().unwrap();
    let child = Command::new(program).args(["plain", &format!("{address} {size}")]).spawn().unwrap();
    client::wait_until_up(&address).await;
    Plain { address, _process: Process(child) }
}

/// The life of that process.
pub async fn plain_handler(arguments: &str) {
    let (address, size) = arguments.split_once(' ').unwrap();
    let constant = web::Bytes::from(vec![b'x'; size.parse().unwrap()]);
    let server = HttpServer::new(move || {
        let constant = constant.clone();
        App::new().route("/", web::get().to(move || std::future::ready(HttpResponse::Ok().body(constant.clone()))))
    });
    server.workers(std::thread::available_parallelism().unwrap().get()).bind(address).unwrap().run().await.unwrap();
}

/// Verifications a second by as many threads as the service gives turns.
pub async fn raw_argon2(span: Duration) -> f64 {
    let turns = std::thread::available_parallelism().unwrap().get().saturating_sub(1).max(1);
    let threads = (0..turns).map(|_| {
        tokio::task::spawn_blocking(move || {
            let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(19_456, 2, 1, None).unwrap());
            let hash = argon2.hash_password(b"a long passphrase").unwrap().to_string();
            let parsed = PasswordHash::new(&hash).unwrap();
            let (started, mut done) = (Instant::now(), 0.0);
            while started.elapsed() < span {
                argon2.verify_password(b"a long passphrase", &parsed).unwrap();
                done += 1.0;
            }
            done / started.elapsed().as_secs_f64()
        })
    });
    let mut sum = 0.0;
    for thread in threads.collect::<Vec<_>>() {
        sum += thread.await.unwrap();
    }
    sum
}

/// Transactions a second of pgbench with the script of this name. The second turn goes on in the middle of what there is to do.
pub async fn pgbench(world: &World, script: &str, connections: usize, turn: usize, span: Duration) -> f64 {
    let first = turn as u64 * world.attempts_per_connection(connections) / 2;
    let beside = connectoo::postgres::programs().unwrap().join("pgbench");
    let program = if beside.is_file() { beside } else { "pgbench".into() };
    let (host, database) = world.socket();
    let output = Command::new(program)
        .args([
            "--no-vacuum",
            "-M",
            "prepared",
            "-c",
            &connections.to_string(),
            "-j",
            "2",
            "-T",
            &span.as_secs().to_string(),
        ])
        .args(["-D", &format!("learners={}", world.learners()), "-D", &format!("i={first}"), "-f"])
        .arg(format!("tests/load/{script}.sql"))
        .args(["-h", &host, "-U", "connectoo", &database])
        .output()
        .unwrap();
    let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let tps = told.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse().ok());
    tps.unwrap_or_else(|| panic!("pgbench {script}: {told}"))
}
