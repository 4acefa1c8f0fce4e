//! `connectoo brevet`: a specimen for designers and validators, and the check of files and statements without the service.

use crate::{
    brevets::{badge_keys::BadgeKeys, number::BrevetNumber},
    competencies::Level,
    keys,
    locale::{self, Language},
    modules::course,
    settings::Settings,
};
use anyhow::{Context, bail, ensure};
use certificates::{
    BadgePublicKey, Fingerprint, Sheet,
    check::{self, NotOurs},
    statement::{NameMark, Statement},
};
use chrono::{Duration, NaiveDate};
use clap::{Args, Subcommand};
use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

#[derive(Subcommand)]
pub enum Brevet {
    /// Make a sheet that is clearly marked as a specimen. Needs no database and no keys.
    Sample(Sample),
    /// Check sealed files and statements without the service: one line each, and the worst is the exit code.
    #[command(after_help = EXIT_CODES)]
    Verify(Verify),
}

const EXIT_CODES: &str = "Exit codes: 0 all are ours and unchanged; 1 at least one is changed, not ours or no PDF; 2 the check could not be made.\n\
A genuine seal says that the file is unchanged since it was sealed. Whether the brevet was revoked or replaced since, only the register knows.";

#[derive(Args)]
pub struct Sample {
    /// basic or expert
    #[arg(long, value_parser = level)]
    level: Level,
    /// nl, fr, de or en
    #[arg(long = "lang", value_parser = language)]
    language: Language,
    /// The PDF to write. One that is there is not overwritten.
    #[arg(long)]
    out: PathBuf,
    /// The name to print.
    #[arg(long, default_value = "Amélie Van den Broeck")]
    holder: String,
    /// The last day to print, as 2029-11-20. Default: none.
    #[arg(long, value_name = "DAY")]
    valid_until: Option<NaiveDate>,
}

#[derive(Args)]
pub struct Verify {
    /// Files; of a folder, every .pdf in it.
    #[arg(required_unless_present = "statements")]
    files: Vec<PathBuf>,
    /// The published certificates of the seal (PEM). Default: those in the keys folder, with those of earlier seals.
    #[arg(long = "certificate", value_name = "PEM")]
    certificates: Vec<PathBuf>,
    /// An address scanned from a QR code, or a text file with one a line.
    #[arg(long = "statement", value_name = "ADDRESS")]
    statements: Vec<String>,
    /// The published keys of statements (JWK set or PEM). Default: those in the keys folder.
    #[arg(long, value_name = "FILE")]
    statement_key: Option<PathBuf>,
    /// The name printed on the brevet, to be compared with the statement.
    #[arg(long, requires = "statements")]
    holder: Option<String>,
}

fn level(text: &str) -> Result<Level, String> {
    text.parse().map_err(|()| "a level is basic or expert".to_owned())
}

fn language(text: &str) -> Result<Language, String> {
    text.parse().map_err(|()| "a language is nl, fr, de or en".to_owned())
}

pub fn run(settings: &Settings, command: Brevet) -> anyhow::Result<ExitCode> {
    match command {
        Brevet::Sample(wanted) => sample(settings, &wanted),
        Brevet::Verify(asked) => match verify(settings, &asked) {
            Ok(worst) => Ok(ExitCode::from(worst as u8)),
            Err(error) => {
                eprintln!("Error: {error:#}");
                Ok(ExitCode::from(Verdict::Unknown as u8))
            }
        },
    }
}

fn sample(settings: &Settings, wanted: &Sample) -> anyhow::Result<ExitCode> {
    ensure!(!wanted.out.exists(), "{} is there already; name another file", wanted.out.display());
    let course = course::read(&settings.content_dir);
    let rules = course.curriculum.level(wanted.level).with_context(|| {
        format!("there is no course in {}; CONNECTOO_CONTENT_DIR names its folder", settings.content_dir.display())
    })?;
    let (at, number) = (super::now(), BrevetNumber::new());
    let today = locale::day(at);
    let seal = certificates::keys::generate(
        certificates::keys::Subject { organisation: "Specimen", common_name: "Connectoo specimen seal" },
        (at - Duration::days(1)).timestamp(),
        (at + Duration::days(30)).timestamp(),
    )?;
    let seal = certificates::keys::SoftwareKey::from_pem(&seal.key_pem, &seal.certificate_pem)?;
    let badge_key = certificates::BadgeKey::from_pem(&certificates::BadgeKey::generate()?)?;
    let statement = Statement {
        number: number.as_str().to_owned(),
        level: wanted.level.into(),
        issued_on: today,
        valid_until: wanted.valid_until,
        name: NameMark::of(number.as_str(), &wanted.holder),
    };
    let sheet = Sheet {
        number: number.to_string(),
        holder: wanted.holder.clone(),
        level: wanted.level.into(),
        language: wanted.language.into(),
        issued_on: today,
        valid_until: wanted.valid_until,
        competencies: rules.competencies.iter().map(|one| one.names.get(wanted.language).to_owned()).collect(),
        issuer: settings.issuer.get(wanted.language).to_owned(),
        verification_address: format!("{}/verify/{}", settings.public_url(), number.as_str()),
        statement: Some(statement.sign(&badge_key)?),
        badge: None,
        demonstration: true,
        specimen: true,
        sealed_at: at.timestamp(),
    };
    let pdf = certificates::issue(&sheet, &seal).context("the sheet cannot be made")?;
    fs::write(&wanted.out, &pdf).with_context(|| format!("cannot write {}", wanted.out.display()))?;
    println!(
        "{} ({} kB), sealed with a key that is thrown away: it verifies nowhere",
        wanted.out.display(),
        pdf.len() / 1000
    );
    Ok(ExitCode::SUCCESS)
}

/// What a check comes to, from the best to the worst: its number is the exit code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Genuine = 0,
    NotGenuine = 1,
    /// The check could not be made.
    Unknown = 2,
}

/// The worst of all.
fn verify(settings: &Settings, asked: &Verify) -> anyhow::Result<Verdict> {
    let mut worst = Verdict::Genuine;
    if !asked.files.is_empty() {
        let ours = certificates(settings, &asked.certificates)?;
        for file in listed(&asked.files)? {
            let (verdict, told) = verdict(&file, &ours);
            println!("{}: {told}", file.display());
            worst = worst.max(verdict);
        }
    }
    if !asked.statements.is_empty() {
        let keys = statement_keys(settings, asked.statement_key.as_deref())?;
        for line in scanned(&asked.statements)? {
            let (verdict, told) = statement_verdict(&line, &keys, asked.holder.as_deref());
            // What was scanned may hold anything; a terminal obeys control characters.
            let shown: String = line.chars().filter(|one| !one.is_control()).take(60).collect();
            println!("{shown}…: {told}");
            worst = worst.max(verdict);
        }
    }
    Ok(worst)
}

/// The files, and of a folder every PDF, in the order of their names.
fn listed(named: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let entries = fs::read_dir(path).with_context(|| format!("cannot read the folder {}", path.display()))?;
        let mut inside: Vec<PathBuf> = entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|file| file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf")))
            .collect();
        ensure!(!inside.is_empty(), "there is no .pdf in the folder {}", path.display());
        inside.sort();
        files.append(&mut inside);
    }
    Ok(files)
}

fn verdict(file: &Path, ours: &[Fingerprint]) -> (Verdict, String) {
    let length = fs::metadata(file).map(|metadata| metadata.len());
    if length.as_ref().is_ok_and(|length| *length > check::LARGEST as u64) {
        return (Verdict::NotGenuine, format!("not ours: {}", NotOurs::TooLarge));
    }
    let pdf = match fs::read(file) {
        Ok(pdf) => pdf,
        Err(error) => return (Verdict::Unknown, format!("cannot be read: {error}")),
    };
    if pdf.is_empty() {
        return (Verdict::NotGenuine, "not a PDF: the file is empty".to_owned());
    }
    if !pdf.starts_with(b"%PDF-") {
        return (Verdict::NotGenuine, "not a PDF".to_owned());
    }
    match genuine(&pdf, ours) {
        Ok(certificate) => {
            (Verdict::Genuine, format!("valid seal, unchanged since it was sealed (certificate {certificate:.16})"))
        }
        Err(reason) => (Verdict::NotGenuine, told(&pdf, ours, reason)),
    }
}

/// Each certificate on its own: a published file may hold those above the seal's too, which seal nothing.
fn genuine(pdf: &[u8], ours: &[Fingerprint]) -> Result<Fingerprint, NotOurs> {
    let found = ours.iter().find_map(|one| check::strict(pdf, std::slice::from_ref(one)).ok());
    found.map_or_else(|| check::strict(pdf, ours), Ok)
}

fn told(pdf: &[u8], ours: &[Fingerprint], reason: NotOurs) -> String {
    let prefixes = check::known_prefixes(pdf);
    let original = prefixes.iter().find(|prefix| genuine(&pdf[..prefix.length], ours).is_ok());
    match (original, reason) {
        (Some(prefix), _) => {
            format!("something was appended: the first {} bytes are a brevet with a valid seal", prefix.length)
        }
        (None, NotOurs::Changed | NotOurs::BrokenSeal | NotOurs::Timestamp | NotOurs::Uncovered) => {
            format!("changed: {reason}")
        }
        (None, NotOurs::TooLarge | NotOurs::Form | NotOurs::Stranger) => format!("not ours: {reason}"),
    }
}

fn certificates(settings: &Settings, named: &[PathBuf]) -> anyhow::Result<Vec<Fingerprint>> {
    let folder = settings.keys_dir();
    let own = settings.seal_certificate.clone().unwrap_or_else(|| folder.join(keys::SEAL_CERTIFICATE));
    let mut files = named.to_vec();
    if named.is_empty() {
        files.extend([folder.join(keys::KNOWN_CERTIFICATES), own].into_iter().filter(|file| file.exists()));
        ensure!(
            !files.is_empty(),
            "name the published certificates with --certificate: neither {} nor {} is in {}",
            keys::KNOWN_CERTIFICATES,
            keys::SEAL_CERTIFICATE,
            folder.display()
        );
    }
    let mut ours = Vec::new();
    for file in files {
        ours.extend(keys::read_certificates(&file)?.iter().map(certificates::Certificate::fingerprint));
    }
    Ok(ours)
}

fn statement_keys(settings: &Settings, named: Option<&Path>) -> anyhow::Result<Vec<BadgePublicKey>> {
    let Some(path) = named else {
        let known = BadgeKeys::load(&settings.keys_dir());
        return Ok(known.context("name the published keys with --statement-key")?.known().to_vec());
    };
    let file = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    BadgePublicKey::read(&file).with_context(|| format!("{} cannot be used", path.display()))
}

/// The addresses as given, and the lines of each file that is named instead of one.
fn scanned(given: &[String]) -> anyhow::Result<Vec<String>> {
    let mut lines = Vec::new();
    for text in given {
        if text.contains('#') {
            lines.push(text.clone());
            continue;
        }
        let Ok(file) = fs::read_to_string(text) else {
            bail!("{text} is neither a scanned address, which has a # in it, nor a file");
        };
        lines.extend(file.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned));
    }
    Ok(lines)
}

fn statement_verdict(line: &str, keys: &[BadgePublicKey], holder: Option<&str>) -> (Verdict, String) {
    match Statement::check(line, keys) {
        Ok(statement) => {
            let level = match statement.level {
                certificates::Level::Basic => Level::Basic,
                certificates::Level::Expert => Level::Expert,
            };
            let until = statement.valid_until.map_or_else(|| "without end".to_owned(), |day| format!("until {day}"));
            let same = holder.is_none_or(|holder| statement.names(holder));
            let name = match (holder, same) {
                (None, _) => "",
                (Some(_), true) => ", the name is the holder's",
                (Some(_), false) => ", BUT THE NAME IS ANOTHER",
            };
            let told = format!(
                "genuine statement: brevet {}, level {level}, issued on {}, {until}{name}; not whether it is still valid",
                statement.number, statement.issued_on
            );
            (if same { Verdict::Genuine } else { Verdict::NotGenuine }, told)
        }
        Err(no) => (Verdict::NotGenuine, format!("no statement of ours: {no}")),
    }
}
