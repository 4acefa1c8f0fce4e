//! `connectoo account`: the first administrator of a new service, and roles.

use super::Database;
use crate::{
    identity::{
        Email, NewPassword, PersonName, Role,
        passwords::Passwords,
        store::{self, NewAccount},
    },
    ids::AccountId,
    locale::Language,
    settings::Settings,
};
use anyhow::{Context, bail, ensure};
use clap::Subcommand;
use std::{io::BufRead, process::ExitCode};

#[derive(Subcommand)]
pub enum Account {
    /// Make an account; the password is read from standard input.
    Add {
        email: String,
        name: String,
        #[arg(long, default_value = "learner", value_parser = role)]
        role: Role,
        #[arg(long, default_value = "nl", value_parser = language)]
        language: Language,
    },
    /// Give an account another role; its sessions end.
    Role {
        email: String,
        #[arg(value_parser = role)]
        role: Role,
    },
}

fn role(text: &str) -> Result<Role, String> {
    text.parse().map_err(|()| "one of learner, trainer, hr, administrator".to_owned())
}

fn language(text: &str) -> Result<Language, String> {
    text.parse().map_err(|()| "one of nl, fr, de, en".to_owned())
}

pub async fn run(settings: &Settings, command: Account) -> anyhow::Result<ExitCode> {
    let database = Database::open(settings)?;
    let mut db = database.connect().await?;
    match command {
        Account::Add { email, name, role, language } => {
            let email = Email::parse(&email).map_err(|_| anyhow::anyhow!("{email} is not an e-mail address"))?;
            let name = PersonName::parse(&name).map_err(|_| anyhow::anyhow!("{name} is not a name"))?;
            eprintln!("Password (at least {} characters), then Enter:", NewPassword::SHORTEST);
            let mut typed = String::new();
            std::io::stdin().lock().read_line(&mut typed).context("no password was given")?;
            let typed = typed.trim_end_matches(['\r', '\n']);
            let password = super::password(typed, email.as_str(), name.as_str())?;
            let hash = Passwords::new(1).hash(password.as_str()).await?;
            let account = NewAccount {
                id: AccountId::new(),
                email: email.as_str(),
                name: name.as_str(),
                language,
                role,
                password_hash: &hash,
                registered_at: super::now(),
            };
            ensure!(store::add_account(&mut db, &account).await?, "{} has an account already", email.as_str());
            println!("{} is a {role}", email.as_str());
        }
        Account::Role { email, role } => match store::account_by_email(&mut db, &email.to_lowercase()).await? {
            Some(account) => {
                store::set_role(&mut db, account.id, role).await?;
                println!("{email} is a {role}");
            }
            None => bail!("{email} has no account"),
        },
    }
    Ok(ExitCode::SUCCESS)
}
