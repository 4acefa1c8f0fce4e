//! What the service tells about itself: log lines, a trace id for each request, metrics.

use crate::settings::{LogFormat, Settings};
use anyhow::Context;
use prometheus::{HistogramOpts, HistogramVec, IntCounterVec, Opts, Registry, TextEncoder};
use std::io::IsTerminal;
use tracing_subscriber::{EnvFilter, layer::SubscriberExt, util::SubscriberInitExt};

/// Log lines to standard error, as text for people or as JSON for machines.
pub fn start_logging(settings: &Settings) -> anyhow::Result<()> {
    // The driver would log the values of statements: names, addresses, answers.
    let quiet = "tokio_postgres=warn".parse()?;
    let filter = EnvFilter::try_new(&settings.log).context("CONNECTOO_LOG is malformed")?.add_directive(quiet);
    let registry = tracing_subscriber::registry().with(filter);
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false);
    match settings.log_format {
        LogFormat::Text => registry.with(lines).try_init()?,
        LogFormat::Json => registry.with(lines.json().flatten_event(true)).try_init()?,
    }
    Ok(())
}

/// Requests by route and status, and how long they took.
pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
    jobs: IntCounterVec,
}

impl Metrics {
    pub fn new() -> anyhow::Result<Self> {
        let registry = Registry::new();
        let requests = IntCounterVec::new(
            Opts::new("connectoo_http_requests_total", "Answered requests"),
            &["method", "route", "status"],
        )?;
        let buckets = vec![0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0];
        let seconds = HistogramVec::new(
            HistogramOpts::new("connectoo_http_request_seconds", "Time from a request's head to its answer's head")
                .buckets(buckets),
            &["route"],
        )?;
        let jobs = IntCounterVec::new(Opts::new("connectoo_jobs_total", "Jobs that were tried"), &["kind", "outcome"])?;
        registry.register(Box::new(requests.clone()))?;
        registry.register(Box::new(seconds.clone()))?;
        registry.register(Box::new(jobs.clone()))?;
        Ok(Self { registry, requests, seconds, jobs })
    }

    /// Counts an answer. `route` is the pattern, so that ids do not become labels.
    pub fn count(&self, method: &str, route: &str, status: &str, seconds: f64) {
        self.requests.with_label_values(&[method, route, status]).inc();
        self.seconds.with_label_values(&[route]).observe(seconds);
    }

    pub fn count_job(&self, kind: &str, outcome: &str) {
        self.jobs.with_label_values(&[kind, outcome]).inc();
    }

    /// In the text format of Prometheus, version 0.0.4.
    pub fn text(&self) -> anyhow::Result<String> {
        Ok(TextEncoder::new().encode_to_string(&self.registry.gather())?)
    }
}

/// A caller's `BelGov-Trace-Id` when it is well formed, else a new one: nothing secret, so the operating system is not asked for it.
pub fn trace_id(given: Option<&str>) -> String {
    let well_formed = |text: &&str| {
        (8..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let made = || uuid::Builder::from_random_bytes(fastrand::u128(..).to_ne_bytes()).into_uuid().to_string();
    given.filter(well_formed).map_or_else(made, str::to_owned)
}
