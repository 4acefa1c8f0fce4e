//! How long a brevet takes, beside `openssl speed` in the same run: `cargo bench -p certificates`.
//!
//! Writes its table to target/brevet.md as well. A figure outside its aim fails nothing: read it.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on shows why")]

#[expect(dead_code, reason = "the tests need more of it")]
#[path = "../tests/it/sheets.rs"]
mod sheets;

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use certificates::check::{known_prefixes, strict};
use certificates::keys::{SoftwareKey, Subject, generate};
use certificates::statement::{NameMark, Statement};
use certificates::{BadgeKey, Language, Level, SealKey as _, Sheet, issue, render};
use sha2::{Digest, Sha256};

const YEAR: i64 = 365 * 24 * 60 * 60;
/// Of each figure so many rounds are measured; the median is told.
const ROUNDS: usize = 9;

fn main() {
    let badge_key = BadgeKey::from_pem(&BadgeKey::generate().unwrap()).unwrap();
    let plain = sheets::sheet(Level::Basic, Language::De);
    let sheet = Sheet { statement: Some(statement(&plain).sign(&badge_key).unwrap()), ..plain };
    let ec = ec_key();
    let sealed = issue(&sheet, &ec).unwrap();
    let ours = [ec.facts().fingerprint];

    let mut table = Table::default();
    let (generation, seal) = generation_and_seal(&sheet, &ec);
    table.line("generate", generation, Some((12.0, "12 ms")));
    let raw_ec = speed("ecdsap256");
    let hashing = speed_of_hash(sealed.len());
    table.line("openssl: sign with P-256", raw_ec, None);
    table.line("openssl: SHA-256 of as many bytes", hashing, None);
    table.line("seal with P-256", seal, Some((3.0 * (raw_ec + hashing), "3 × openssl's sign and hash")));
    if let Some(rsa) = rsa_key() {
        let sheet = Sheet { sealed_at: rsa.facts().not_before, ..sheet.clone() };
        let (_, seal) = generation_and_seal(&sheet, &rsa);
        let raw = speed("rsa3072");
        table.line("openssl: sign with RSA-3072", raw, None);
        table.line("seal with RSA-3072", seal, Some((3.0 * raw, "3 × openssl's sign")));
    }
    let whole = median(20, || drop(issue(&sheet, &ec).unwrap()));
    table.line("the whole job (P-256, without the database)", whole, None);
    let known = median(200, || {
        let digest: [u8; 32] = Sha256::digest(std::hint::black_box(&sealed)).into();
        std::hint::black_box(digest);
    });
    table.line("verify an upload that is known: its hash", known, Some((1.0, "1 ms")));
    let prefixes = median(200, || drop(std::hint::black_box(known_prefixes(&sealed))));
    table.line("verify an upload with something appended: its prefixes", prefixes, None);
    let strictly = median(50, || {
        strict(&sealed, &ours).unwrap();
    });
    table.line("verify an upload that is not known: its seal", strictly, None);
    let code = statement(&sheet).sign(&badge_key).unwrap();
    let scanned = format!("{}#{code}", sheet.verification_address);
    let keys = [badge_key.public().clone()];
    let checked = median(50, || drop(Statement::check(&scanned, &keys).unwrap()));
    table.line("check a scanned statement", checked, None);
    table.tell(sealed.len());
}

#[derive(Default)]
struct Table(String);

impl Table {
    /// Times in milliseconds.
    fn line(&mut self, what: &str, took: f64, aim: Option<(f64, &str)>) {
        let verdict = match aim {
            None => String::new(),
            Some((most, words)) if took <= most => format!("{words}: met"),
            Some((most, words)) => format!("{words} ({most:.3} ms): MISSED"),
        };
        writeln!(self.0, "| {what} | {took:.3} | {verdict} |").unwrap();
    }

    fn tell(&self, bytes: usize) {
        let size = if bytes <= 60_000 { "met" } else { "MISSED" };
        let table = format!(
            "# How long a brevet takes\n\nMedian of {ROUNDS} rounds, on this machine, in one run.\n\n\
             | What | ms | Aim |\n| --- | ---: | --- |\n{}| size of the sealed file, in bytes | {bytes} | 60 kB: {size} |\n",
            self.0
        );
        println!("{table}");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
        std::fs::create_dir_all(&folder).unwrap(); // when Cargo builds elsewhere
        std::fs::write(folder.join("brevet.md"), table).unwrap();
    }
}

/// What one call takes, in milliseconds.
fn median(calls: u32, mut call: impl FnMut()) -> f64 {
    call();
    let mut rounds: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            (0..calls).for_each(|_| call());
            begun.elapsed().as_secs_f64() * 1000.0 / f64::from(calls)
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    rounds[ROUNDS / 2]
}

/// What drawing and finishing takes, and what sealing adds to it, in milliseconds: one after the other and compared each time,
/// since the one is long and the other short.
fn generation_and_seal(sheet: &Sheet, key: &SoftwareKey) -> (f64, f64) {
    let took = |call: &dyn Fn() -> Vec<u8>| {
        let begun = Instant::now();
        drop(std::hint::black_box(call()));
        begun.elapsed().as_secs_f64() * 1000.0
    };
    let pairs: Vec<(f64, f64)> =
        (0..300).map(|_| (took(&|| render(sheet).unwrap()), took(&|| issue(sheet, key).unwrap()))).collect();
    let middle = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let generation = middle(pairs.iter().map(|(drawn, _)| *drawn).collect());
    (generation, middle(pairs.iter().map(|(drawn, sealed)| sealed - drawn).collect()))
}

fn statement(sheet: &Sheet) -> Statement {
    Statement {
        number: sheet.number.clone(),
        level: sheet.level,
        issued_on: sheet.issued_on,
        valid_until: sheet.valid_until,
        name: NameMark::of(&sheet.number, &sheet.holder),
    }
}

fn ec_key() -> SoftwareKey {
    let subject = Subject { organisation: "Bench", common_name: "Bench" };
    let made = generate(subject, sheets::SEALED_AT - YEAR, sheets::SEALED_AT + YEAR).unwrap();
    SoftwareKey::from_pem(&made.key_pem, &made.certificate_pem).unwrap()
}

/// Made by openssl; none where it is not installed.
fn rsa_key() -> Option<SoftwareKey> {
    let arguments =
        ["req", "-x509", "-newkey", "rsa:3072", "-noenc", "-keyout", "-", "-subj", "/CN=Bench", "-days", "30"];
    let both = String::from_utf8(Command::new("openssl").args(arguments).output().ok()?.stdout).ok()?;
    let at = both.find("-----BEGIN CERTIFICATE-----")?;
    SoftwareKey::from_pem(&both[..at], &both[at..]).ok()
}

/// What openssl takes for one signature, in milliseconds. Its line is `+F4:…:bits:signatures:verifications`, a second.
fn speed(algorithm: &str) -> f64 {
    let output = Command::new("openssl").args(["speed", "-mr", "-seconds", "1", algorithm]).output();
    let output = output.expect("openssl is there: the baseline is its");
    let report = String::from_utf8(output.stdout).unwrap();
    let line = report.lines().find(|line| line.starts_with("+F2:") || line.starts_with("+F4:"));
    let rate = line.unwrap_or_else(|| panic!("openssl told nothing:\n{report}")).split(':').nth(3).unwrap();
    1000.0 / rate.parse::<f64>().unwrap()
}

fn speed_of_hash(bytes: usize) -> f64 {
    let bytes_text = bytes.to_string();
    let arguments = ["speed", "-mr", "-seconds", "1", "-bytes", &bytes_text, "-evp", "sha256"];
    let output = Command::new("openssl").args(arguments).output().unwrap();
    let report = String::from_utf8(output.stdout).unwrap();
    let line = report
        .lines()
        .find(|line| line.starts_with("+F:"))
        .unwrap_or_else(|| panic!("openssl told nothing:\n{report}"));
    let rate: f64 = line.rsplit(':').next().unwrap().parse().unwrap();
    bytes as f64 / rate * 1000.0
}
