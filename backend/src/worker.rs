//! The worker of this process: does the jobs of the outbox, and hears from the others that the course or the queue changed.

use crate::{
    app::App,
    brevets,
    db::Connection,
    ids::{BrevetId, MailId},
    jobs::{self, Job, JobKind},
    mail::{self, MailState},
    modules,
};
use anyhow::Context;
use diesel_async::AsyncConnection;
use std::{sync::Arc, time::Duration};
use tokio::sync::watch;

/// How long a job may wait when nobody woke us.
const POLL: Duration = Duration::from_secs(2);
/// How often the course is looked after when nobody told us.
const COURSE_POLL: Duration = Duration::from_secs(30);
const RETRY: Duration = Duration::from_secs(2);

/// Works until told to stop; a job that was begun is ended.
pub async fn run(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    tokio::join!(work(&app, stop.clone()), listen(&app, &mut stop));
}

async fn work(app: &Arc<App>, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(error) = drain(app, &stop).await {
            tracing::warn!(error = format!("{error:#}"), "the queue cannot be read");
        }
        tokio::select! {
            () = app.job_queued.notified() => {}
            () = tokio::time::sleep(POLL) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Does what is due, one job after the other.
async fn drain(app: &Arc<App>, stop: &watch::Receiver<bool>) -> anyhow::Result<()> {
    let mut db = Connection::establish(&app.database_url).await.context("no connection to the database")?;
    while !*stop.borrow() {
        let Some(job) = jobs::take(&mut db, app.clock.now()).await? else { break };
        match perform(app, &mut db, &job).await {
            Ok(()) => {
                jobs::finish(&mut db, job.id, app.clock.now()).await?;
                app.metrics.count_job(job.kind.word(), "done");
            }
            Err(error) => {
                let told = format!("{error:#}");
                tracing::warn!(job.id = %job.id, job.kind = job.kind.word(), job.tries, error = told, "a job failed and waits");
                jobs::put_back(&mut db, &job, &told, app.clock.now()).await?;
                app.metrics.count_job(job.kind.word(), "failed");
            }
        }
    }
    Ok(())
}

async fn perform(app: &Arc<App>, db: &mut Connection, job: &Job) -> anyhow::Result<()> {
    match job.kind {
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

/// Hears NOTIFY connectoo. Without it (a pooler in between) the polls do the same, only slower.
async fn listen(app: &Arc<App>, stop: &mut watch::Receiver<bool>) {
    while !*stop.borrow() {
        tokio::select! {
            heard = hear(app) => {
                if let Err(error) = heard {
                    tracing::debug!(error = format!("{error:#}"), "not listening");
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
    let (client, mut connection) = tokio_postgres::connect(&app.database_url, tokio_postgres::NoTls).await?;
    let (tell, mut told) = tokio::sync::mpsc::channel::<String>(16);
    let driver = async move {
        loop {
            match std::future::poll_fn(|context| connection.poll_message(context)).await {
                Some(Ok(tokio_postgres::AsyncMessage::Notification(note))) => {
                    if tell.send(note.payload().to_string()).await.is_err() {
                        return;
                    }
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return,
            }
        }
    };
    let hearer = async {
        client.batch_execute("LISTEN connectoo").await?;
        reload(app).await?;
        loop {
            match tokio::time::timeout(COURSE_POLL, told.recv()).await {
                Ok(Some(topic)) if topic == "course" => reload(app).await?,
                Ok(Some(_)) => app.job_queued.notify_one(),
                Ok(None) => anyhow::bail!("the connection ended"),
                Err(_) => reload(app).await?,
            }
        }
    };
    tokio::select! {
        () = driver => anyhow::bail!("the connection ended"),
        ended = hearer => ended,
    }
}

async fn reload(app: &Arc<App>) -> anyhow::Result<()> {
    let mut db = Connection::establish(&app.database_url).await?;
    Ok(modules::store::load(&mut db, &app.course).await?)
}
