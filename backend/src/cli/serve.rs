//! `connectoo serve`: start everything, say where it is, and end in order.

use super::{Database, demonstration};
use crate::{
    app::App,
    clock::Clock,
    db,
    identity::passwords::Passwords,
    keys,
    server::{self, Listeners},
    settings::Settings,
    telemetry,
};
use anyhow::ensure;
use std::{process::ExitCode, time::Instant};
use tokio::signal::unix::{SignalKind, signal};

pub async fn run(settings: Settings) -> anyhow::Result<ExitCode> {
    let started = Instant::now();
    telemetry::start_logging(&settings)?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let password = if settings.is_demonstration() { demonstration::password(&settings)? } else { None };
    let listeners = Listeners::bind(&settings)?;
    let database = Database::own(&settings)?;
    if settings.is_demonstration() {
        db::migrate(&database.url).await?;
        keys::generate(&settings.keys_dir(), &settings.issuer.en, super::now())?;
        // Told at once: should the rest of the start fail, a password that was made is not lost.
        let mut db = database.connect().await?;
        println!("{}", demonstration::prepare(&settings, password.as_ref(), &mut db).await?);
    } else {
        ensure!(
            settings.public_url.is_some(),
            "CONNECTOO_PUBLIC_URL is not set: brevets and mails would carry an address of this machine for ever"
        );
        let pending = db::pending_migrations(&database.url).await?;
        ensure!(pending.is_empty(), "the database lacks {} migrations; run: connectoo migrate", pending.len());
    }
    let app = App::build(settings.clone(), database.url.clone(), Clock::default(), Passwords::new(settings.workers()))
        .await?;
    if !settings.is_demonstration() && app.seal.facts().is_some_and(|facts| keys::is_demonstration(&facts)) {
        tracing::warn!("brevets are sealed with a demonstration seal: they have no official value");
    }
    let taught = app.course.taught();
    let server = server::start(app, listeners)?;
    let ready_ms = started.elapsed().as_millis();
    tracing::info!(address = %server.address, ready_ms, modules = taught.editions.len(), "connectoo serves");
    println!("\nConnectoo is ready. Open {}\nStop it with Ctrl-C.\n", settings.public_url());
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
    println!("\nConnectoo ends what was begun and stops.");
    server.stop().await?;
    drop(database);
    Ok(ExitCode::SUCCESS)
}
