//! How the service is wired: listeners, workers, the pool of each, and an orderly end.

use crate::{app::App, db, edge, operation, routes, settings::Settings, worker};
use actix_web::{
    App as Actix, HttpServer,
    dev::ServerHandle,
    middleware::{Compress, from_fn},
    web::{self, Data},
};
use anyhow::Context;
use std::{
    net::{SocketAddr, TcpListener},
    sync::Arc,
    time::Duration,
};
use tokio::{sync::watch, task::JoinHandle};

/// How long requests that were begun may take to end.
const DRAIN_S: u64 = 10;

/// The running service.
pub struct Server {
    pub address: SocketAddr,
    handle: ServerHandle,
    http: JoinHandle<std::io::Result<()>>,
    metrics: Option<JoinHandle<std::io::Result<()>>>,
    worker: JoinHandle<()>,
    stop: watch::Sender<bool>,
}

/// The ports of the service, taken before anything else is begun, so that a taken one costs nothing.
pub struct Listeners {
    pub http: TcpListener,
    metrics: Option<TcpListener>,
}

impl Listeners {
    pub fn bind(settings: &Settings) -> anyhow::Result<Self> {
        let http = bind(settings.listen, "CONNECTOO_LISTEN")?;
        let metrics = settings.metrics_listen.map(|address| bind(address, "CONNECTOO_METRICS_LISTEN")).transpose()?;
        Ok(Self { http, metrics })
    }
}

fn bind(address: SocketAddr, setting: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).with_context(|| match address.port() {
        0 => format!("cannot listen on {address}; {setting} chooses another address"),
        port => {
            format!("cannot listen on {address}: is another program using port {port}? {setting} chooses another")
        }
    })
}

/// Starts to serve.
pub fn start(app: Arc<App>, listeners: Listeners) -> anyhow::Result<Server> {
    let workers = app.settings.workers();
    let connections = usize::from(app.settings.database_connections).div_ceil(workers).max(1);
    db::pool(&app.database_url, connections)?; // a malformed address is told here, not by each worker
    let address = listeners.http.local_addr()?;
    let shared = app.clone();
    let http = HttpServer::new(move || {
        let pool = db::pool(&shared.database_url, connections).expect("the same pool was built a moment ago");
        Actix::new()
            .app_data(Data::from(shared.clone()))
            .app_data(Data::new(pool))
            .wrap(Compress::default())
            .wrap(from_fn(edge::edge))
            .configure(routes::configure)
    })
    .workers(workers)
    .shutdown_timeout(DRAIN_S)
    .client_request_timeout(Duration::from_secs(10))
    .disable_signals()
    .listen(listeners.http)?
    .run();
    let metrics = listeners.metrics.map(|listener| serve_metrics(&app, listener)).transpose()?;
    let (stop, told) = watch::channel(false);
    Ok(Server {
        address,
        handle: http.handle(),
        http: tokio::spawn(http),
        metrics,
        worker: tokio::spawn(worker::run(app, told)),
        stop,
    })
}

fn serve_metrics(app: &Arc<App>, listener: TcpListener) -> anyhow::Result<JoinHandle<std::io::Result<()>>> {
    let app = app.clone();
    let server = HttpServer::new(move || {
        let metrics = |app: Data<App>| async move { operation::metrics(&app) };
        Actix::new().app_data(Data::from(app.clone())).route("/metrics", web::get().to(metrics))
    });
    Ok(tokio::spawn(server.workers(1).disable_signals().listen(listener)?.run()))
}

impl Server {
    /// Lets what was begun end, then ends.
    pub async fn stop(self) -> anyhow::Result<()> {
        let _ = self.stop.send(true);
        self.handle.stop(true).await;
        self.http.await??;
        if let Some(metrics) = self.metrics {
            metrics.abort();
        }
        Ok(self.worker.await?)
    }
}
