//! What the embedded service makes for whoever tries it out: the course, and an account for each role.

use crate::{
    db::Connection,
    identity::{
        NewPassword, Role,
        passwords::Passwords,
        store::{self, NewAccount},
    },
    ids::AccountId,
    locale::Language,
    modules::{course, import},
    settings::Settings,
};
use anyhow::Context;
use diesel_async::AsyncConnection;
use std::fs;

const DOMAIN: &str = "connectoo.example";
const PEOPLE: [(&str, &str, Role); 4] = [
    ("learner", "Lina Janssens", Role::Learner),
    ("trainer", "Tom Lambert", Role::Trainer),
    ("hr", "Hanne Weber", Role::Hr),
    ("administrator", "Amir Peeters", Role::Administrator),
];

/// The password that the settings choose for the accounts; as good as any, since it opens the administrator's too.
pub fn password(settings: &Settings) -> anyhow::Result<Option<NewPassword>> {
    let Some(chosen) = &settings.demo_password else { return Ok(None) };
    let accounts = PEOPLE.map(|(name, full_name, _)| (email(name), full_name));
    let emails = accounts.each_ref().map(|(email, _)| email.as_str()).join(" ");
    let names = accounts.each_ref().map(|(_, name)| *name).join(" ");
    super::password(chosen, &emails, &names).map(Some).context("CONNECTOO_DEMO_PASSWORD is refused")
}

/// Imports the course and makes the accounts. Returns what to tell in the terminal: the password only when it is new.
pub async fn prepare(settings: &Settings, chosen: Option<&NewPassword>, db: &mut Connection) -> anyhow::Result<String> {
    let folder = &settings.content_dir;
    let course = course::read(folder);
    for complaint in &course.complaints {
        eprintln!("{}/{complaint}", folder.display());
    }
    let imported = import::import(db, &course, super::now())
        .await
        .with_context(|| format!("the course in {} cannot be imported", folder.display()))?;
    if !imported.published.is_empty() {
        tracing::info!(editions = imported.published.len(), "course imported");
    }
    let password = chosen.map_or_else(random_password, |chosen| chosen.as_str().to_owned());
    // All or none: what is made with a random password is told, and told only once.
    let made = db.transaction(async |db| accounts(db, &password, chosen.is_some()).await).await?;
    Ok(match (made.is_empty(), chosen) {
        (true, _) => format!(
            "\nDemonstration accounts are those of the first start (…@{DOMAIN}).\n\
             Is their password lost? CONNECTOO_DEMO_PASSWORD gives them another at the next start."
        ),
        (false, Some(_)) => {
            format!("\nDemonstration accounts, with the password of CONNECTOO_DEMO_PASSWORD:\n{}", made.join("\n"))
        }
        (false, None) => format!(
            "\nDemonstration accounts, all with the password {password} (shown only this once):\n{}",
            made.join("\n")
        ),
    })
}

fn email(name: &str) -> String {
    format!("{name}@{DOMAIN}")
}

/// Makes the accounts that are not there, and tells which. The others get the password when it was chosen.
async fn accounts(db: &mut Connection, password: &str, is_chosen: bool) -> anyhow::Result<Vec<String>> {
    let passwords = Passwords::new(1);
    let mut made = Vec::new();
    for (name, full_name, role) in PEOPLE {
        let email = email(name);
        match store::account_by_email(db, &email).await? {
            Some(account) if is_chosen => {
                // The setting rules, also when it changed since the accounts were made.
                if !passwords.verify(password, Some(&account.password_hash)).await? {
                    store::set_password(db, account.id, &passwords.hash(password).await?).await?;
                }
            }
            Some(_) => {}
            None => {
                let hash = passwords.hash(password).await?;
                let account = NewAccount {
                    id: AccountId::new(),
                    email: &email,
                    name: full_name,
                    language: Language::En,
                    role,
                    password_hash: &hash,
                    registered_at: super::now(),
                };
                store::add_account(db, &account).await?;
                made.push(format!("  {email}"));
            }
        }
    }
    Ok(made)
}

/// Sixteen characters that are easy to type.
fn random_password() -> String {
    crate::brevets::number::BrevetNumber::new().to_string().to_lowercase()
}

/// Whether a folder can be written to.
pub fn is_writable(folder: &std::path::Path) -> bool {
    let probe = folder.join(".write-probe");
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(&probe, b""));
    let _ = fs::remove_file(probe);
    written.is_ok()
}
