//! The worker of this process: does the jobs of the outbox, hears from the others that the course changed, and tidies up.

use crate::{
    agenda,
    app::App,
    brevets,
    db::{self, Connection},
    ids::{BatchId, BrevetId, MailId},
    jobs::{self, Job, JobKind},
    live_sessions,
    mail::{self, MailState},
    modules, sweep, verification,
};
use anyhow::Context;
use chrono::{DateTime, Utc};
use std::{sync::Arc, time::Duration};
use tokio::sync::{Notify, watch};

/// How long a job may wait when nobody woke us.
const POLL: Duration = Duration::from_secs(2);
/// How often the course is looked after when nobody told us.
const COURSE_POLL: Duration = Duration::from_secs(30);
const SWEEP: Duration = Duration::from_secs(3600);
/// How often attempts whose time is over are looked for.
const KEEP_TIME: chrono::Duration = chrono::Duration::minutes(1);
const REMIND: chrono::Duration = chrono::Duration::hours(1);
const RETRY: Duration = Duration::from_secs(2);

/// Works until told to stop; a job that was begun is ended. Each kind has its own loop: a mail server that hangs delays no brevet.
pub async fn run(app: Arc<App>, stop: watch::Receiver<bool>) {
    tokio::join!(
        work(&app, JobKind::SealBrevet, &app.brevet_awarded, stop.clone()),
        work(&app, JobKind::SendMail, &app.mail_posted, stop.clone()),
        work(&app, JobKind::VerifyBatch, &app.batch_posted, stop.clone()),
        work(&app, JobKind::SealBadgeFile, &app.badge_file_asked, stop.clone()),
        every(REMIND, &app, stop.clone(), "reminders", remind),
        every(KEEP_TIME, &app, stop.clone(), "the time of attempts", keep_time),
        listen(&app, stop.clone()),
        tidy(&app, stop),
    );
}

/// Whether to stop: it was told, or nobody is left who could tell.
fn is_over(stop: &watch::Receiver<bool>) -> bool {
    *stop.borrow() || stop.has_changed().is_err()
}

async fn work(app: &Arc<App>, kind: JobKind, wake: &Notify, mut stop: watch::Receiver<bool>) {
    let mut kept = None;
    while !is_over(&stop) {
        if let Err(error) = drain(app, kind, &mut kept, &stop).await {
            tracing::warn!(error = format!("{error:#}"), "the queue cannot be read");
            kept = None; // a new connection may do better
        }
        tokio::select! {
            () = wake.notified() => {}
            () = tokio::time::sleep(POLL) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Does what is due, one job after the other, on the connection that the loop keeps.
async fn drain(
    app: &Arc<App>,
    kind: JobKind,
    kept: &mut Option<Connection>,
    stop: &watch::Receiver<bool>,
) -> anyhow::Result<()> {
    let db = match kept {
        Some(db) => db,
        None => kept.insert(db::connect(&app.database_url).await.context("no connection to the database")?),
    };
    while !is_over(stop) {
        let Some(job) = jobs::take(db, kind, app.clock.now()).await? else { break };
        match perform(app, db, &job).await {
            Ok(()) => {
                jobs::finish(db, job.id, app.clock.now()).await?;
                app.metrics.count_job(job.kind.word(), "done");
            }
            Err(error) => {
                let told = format!("{error:#}");
                tracing::warn!(job.id = %job.id, job.kind = job.kind.word(), job.tries, error = told, "a job failed and waits");
                jobs::put_back(db, &job, &told, app.clock.now()).await?;
                app.metrics.count_job(job.kind.word(), "failed");
            }
        }
    }
    Ok(())
}

/// Writes the reminders and the digests that are due.
async fn remind(app: &App) -> anyhow::Result<()> {
    let mut db = db::connect(&app.database_url).await?;
    let mails = live_sessions::reminders::write_due(app, &mut db).await?
        + brevets::reminders::write_due(app, &mut db).await?
        + agenda::digest::write_due(app, &mut db).await?;
    if mails > 0 {
        tracing::info!(mails, "reminders are written");
    }
    Ok(())
}

/// Hands in attempts whose time is over.
async fn keep_time(app: &App) -> anyhow::Result<()> {
    let mut db = db::connect(&app.database_url).await?;
    let attempts = brevets::in_time::hand_in_what_is_over(app, &mut db).await?;
    if attempts > 0 {
        tracing::info!(attempts, "attempts whose time was over are handed in");
    }
    Ok(())
}

/// Does something at the start and then after each period by the clock of the service; what failed, very soon again.
async fn every(
    period: chrono::Duration,
    app: &App,
    mut stop: watch::Receiver<bool>,
    what: &str,
    work: impl AsyncFn(&App) -> anyhow::Result<()>,
) {
    let mut last: Option<DateTime<Utc>> = None;
    while !is_over(&stop) {
        let at = app.clock.now();
        // A clock that was set back would otherwise hold everything up until it is where it was.
        if last.is_none_or(|last| at >= last + period || at < last) {
            match work(app).await {
                Ok(()) => last = Some(at),
                Err(error) => tracing::warn!(error = format!("{error:#}"), what, "what is due has to wait"),
            }
        }
        tokio::select! {
            () = tokio::time::sleep(POLL) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Forgets what is over, at the start and then every hour.
async fn tidy(app: &Arc<App>, mut stop: watch::Receiver<bool>) {
    while !is_over(&stop) {
        let swept = async {
            let mut db = db::connect(&app.database_url).await?;
            anyhow::Ok(sweep::sweep(&mut db, app.clock.now()).await?)
        };
        match swept.await {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "what was over is forgotten"),
            Err(error) => tracing::warn!(error = format!("{error:#}"), "the sweep failed and waits"),
        }
        tokio::select! {
            () = tokio::time::sleep(SWEEP) => {}
            _ = stop.changed() => {}
        }
    }
}

async fn perform(app: &Arc<App>, db: &mut Connection, job: &Job) -> anyhow::Result<()> {
    match job.kind {
        JobKind::VerifyBatch => verification::batches::check(app, db, BatchId::from(job.subject_id)).await,
        JobKind::SealBadgeFile => brevets::issuing::seal_with_badge(app, db, BrevetId::from(job.subject_id)).await,
        JobKind::SealBrevet => brevets::issuing::seal(app, db, BrevetId::from(job.subject_id)).await,
        JobKind::SendMail => {
            let mail = mail::store::mail(db, MailId::from(job.subject_id)).await?;
            if mail.state == MailState::Waiting {
                let state = app.mailer.deliver(&mail).await?;
                mail::store::set_state(db, mail.id, state).await?;
            }
            Ok(())
        }
    }
}

/// Hears NOTIFY connectoo. Without it (a pooler in between) the poll does the same, only slower.
async fn listen(app: &Arc<App>, mut stop: watch::Receiver<bool>) {
    while !is_over(&stop) {
        tokio::select! {
            heard = hear(app) => {
                if let Err(error) = heard {
                    tracing::debug!(error = format!("{error:#}"), "not listening");
                }
                // Nothing is heard for the moment: look by oneself.
                if let Err(error) = reload(app).await {
                    tracing::debug!(error = format!("{error:#}"), "the course cannot be looked after");
                }
                tokio::select! {
                    () = tokio::time::sleep(RETRY) => {}
                    _ = stop.changed() => {}
                }
            }
            _ = stop.changed() => {}
        }
    }
}

async fn hear(app: &Arc<App>) -> anyhow::Result<()> {
    let (client, mut connection) = db::listener(&app.database_url).await?;
    let told = Notify::new();
    let driver = async {
        loop {
            match std::future::poll_fn(|context| connection.poll_message(context)).await {
                Some(Ok(tokio_postgres::AsyncMessage::Notification(_))) => told.notify_one(),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return,
            }
        }
    };
    let hearer = async {
        client.batch_execute("LISTEN connectoo").await?;
        loop {
            reload(app).await?;
            let _ = tokio::time::timeout(COURSE_POLL, told.notified()).await;
        }
    };
    tokio::select! {
        () = driver => anyhow::bail!("the connection ended"),
        ended = hearer => ended,
    }
}

async fn reload(app: &Arc<App>) -> anyhow::Result<()> {
    let mut db = db::connect(&app.database_url).await?;
    Ok(modules::store::load(&mut db, &app.course).await?)
}
