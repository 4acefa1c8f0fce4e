//! `connectoo doctor`: what is right and what is wrong with this installation, and what to do about it.

use super::demonstration::is_writable;
use crate::{
    brevets::{badge_keys::BadgeKeys, sealing::Sealing},
    competencies::Level,
    db,
    identity::tokens::Tokens,
    keys,
    mail::deliver::Mailer,
    modules,
    modules::edition::CourseMemory,
    postgres,
    settings::Settings,
};
use chrono::Duration;
use std::process::ExitCode;

/// A certificate that ends sooner than this is told.
const SOON: Duration = Duration::days(60);

enum Finding {
    Fine(String),
    Hint(String),
    Wrong(String),
}

pub async fn run(settings: &Settings) -> anyhow::Result<ExitCode> {
    let mut findings = vec![
        folder(settings),
        seal(settings),
        level(settings),
        badges(settings),
        tokens(settings),
        mail(settings),
        address(settings),
    ];
    match &settings.database_url {
        Some(url) => findings.extend(database(url).await),
        None => findings.push(match postgres::programs() {
            Ok(bin) => Finding::Fine(format!("a private database will run from {}", bin.display())),
            Err(error) => Finding::Wrong(format!("{error:#}")),
        }),
    }
    for finding in &findings {
        match finding {
            Finding::Fine(text) => println!("ok     {text}"),
            Finding::Hint(text) => println!("hint   {text}"),
            Finding::Wrong(text) => println!("WRONG  {text}"),
        }
    }
    let is_wrong = findings.iter().any(|finding| matches!(finding, Finding::Wrong(_)));
    Ok(if is_wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn folder(settings: &Settings) -> Finding {
    let folder = settings.data_dir.display();
    if is_writable(&settings.data_dir) {
        Finding::Fine(format!("the data folder {folder} can be written"))
    } else {
        Finding::Wrong(format!("the data folder {folder} cannot be written; CONNECTOO_DATA_DIR chooses another"))
    }
}

fn seal(settings: &Settings) -> Finding {
    let key = match keys::Seal::load(settings).and_then(|seal| seal.key()) {
        Ok(key) => key,
        Err(_) if settings.is_demonstration() => {
            return Finding::Hint("the first start will make a demonstration seal".into());
        }
        Err(error) => return Finding::Wrong(format!("{error:#}")),
    };
    let facts = key.facts();
    let left = Duration::seconds(facts.not_after - super::now().timestamp());
    match left {
        _ if !facts.covers(super::now().timestamp()) => {
            Finding::Wrong(format!("the certificate of the seal ({}) is not valid today", facts.subject))
        }
        left if left < SOON => Finding::Hint(format!("the certificate of the seal ends in {} days", left.num_days())),
        _ if keys::is_demonstration(&facts) => {
            Finding::Hint("the seal is a demonstration seal: brevets have no official value".into())
        }
        _ => Finding::Fine(format!("the seal is {}", facts.subject)),
    }
}

fn level(settings: &Settings) -> Finding {
    match Sealing::new(settings) {
        Ok(sealing) => {
            Finding::Fine(format!("brevets are sealed at level {}; try it: connectoo keys check", sealing.level))
        }
        Err(error) => Finding::Wrong(format!("{error:#}")),
    }
}

fn badges(settings: &Settings) -> Finding {
    match BadgeKeys::load(&settings.keys_dir()) {
        Ok(keys) => Finding::Fine(format!("badges are signed with the key {}", keys.signing().public().id())),
        Err(_) if settings.is_demonstration() => {
            Finding::Hint("the first start will make the key of the badges".into())
        }
        Err(error) => Finding::Wrong(format!("{error:#}; make keys with: connectoo keys generate")),
    }
}

fn tokens(settings: &Settings) -> Finding {
    match Tokens::load(&settings.keys_dir(), &settings.public_url()) {
        Ok(_) => Finding::Fine("the key of the access tokens can be used".into()),
        Err(_) if settings.is_demonstration() => {
            Finding::Hint("the first start will make the key of the access tokens".into())
        }
        Err(error) => Finding::Wrong(format!("{error:#}; make keys with: connectoo keys generate")),
    }
}

fn mail(settings: &Settings) -> Finding {
    match Mailer::new(settings) {
        Ok(mailer) if mailer.sends() => Finding::Fine("mails go out by the configured server".into()),
        Ok(_) => {
            Finding::Hint("no mail server: mails are kept and shown to administrators (CONNECTOO_SMTP_URL)".into())
        }
        Err(error) => Finding::Wrong(format!("{error:#}")),
    }
}

fn address(settings: &Settings) -> Finding {
    let url = settings.public_url();
    if settings.is_https() {
        Finding::Fine(format!("people reach the service at {url}"))
    } else {
        Finding::Hint(format!("{url} is not https: good for this machine only (CONNECTOO_PUBLIC_URL)"))
    }
}

async fn database(url: &str) -> Vec<Finding> {
    let pending = match db::pending_migrations(url).await {
        Ok(pending) => pending,
        Err(error) => return vec![Finding::Wrong(format!("{error:#}"))],
    };
    if !pending.is_empty() {
        return vec![Finding::Wrong(format!(
            "the database lacks {} migrations; run: connectoo migrate",
            pending.len()
        ))];
    }
    let mut findings = vec![Finding::Fine("the database is there and migrated".into())];
    let memory = CourseMemory::default();
    let loaded = async {
        let mut connection = db::connect(url).await?;
        anyhow::Ok(modules::store::load(&mut connection, &memory).await?)
    };
    findings.push(match loaded.await {
        Ok(()) if memory.taught().is_complete(Level::Basic) => Finding::Fine("the basic level is complete".into()),
        Ok(()) => Finding::Hint(
            "the course lacks modules of the basic level; import it with: connectoo content import".into(),
        ),
        Err(error) => Finding::Wrong(format!("the course cannot be read: {error:#}")),
    });
    findings
}
