//! What is fetched from other machines: timestamps, lists of revoked certificates, answers about them.

use crate::db;
use anyhow::{Context, ensure};
use std::time::Duration;

const CONNECT: Duration = Duration::from_secs(5);
/// For the whole of an answer.
const WHOLE: Duration = Duration::from_secs(10);

/// A client that waits for nobody for long and takes no more than it wants. It honours the proxy settings of its
/// environment (`HTTP_PROXY`, `HTTPS_PROXY`, `NO_PROXY`).
pub struct Fetch(reqwest::Client);

impl Fetch {
    pub fn new() -> anyhow::Result<Self> {
        let client = reqwest::Client::builder()
            .use_preconfigured_tls(db::TLS.clone())
            .connect_timeout(CONNECT)
            .timeout(WHOLE)
            .redirect(reqwest::redirect::Policy::limited(3))
            .user_agent(concat!("connectoo/", env!("CARGO_PKG_VERSION")))
            .build()?;
        Ok(Self(client))
    }

    /// The body at the address, of at most so many bytes.
    pub async fn get(&self, address: &str, most: usize) -> anyhow::Result<Vec<u8>> {
        self.send(self.0.get(address), address, most).await
    }

    /// The body of the answer to what is sent there.
    pub async fn post(&self, address: &str, media_type: &str, body: Vec<u8>, most: usize) -> anyhow::Result<Vec<u8>> {
        let request = self.0.post(address).header(reqwest::header::CONTENT_TYPE, media_type).body(body);
        self.send(request, address, most).await
    }

    async fn send(&self, request: reqwest::RequestBuilder, address: &str, most: usize) -> anyhow::Result<Vec<u8>> {
        let host = host(address);
        // The address may hold a password: it is in no error.
        let sent = request.send().await.map_err(reqwest::Error::without_url);
        let mut answer = sent.with_context(|| format!("{host} cannot be reached"))?;
        ensure!(answer.status().is_success(), "{host} answered {}", answer.status());
        let mut body = Vec::new();
        let broken = || format!("{host} broke off its answer");
        while let Some(part) = answer.chunk().await.map_err(reqwest::Error::without_url).with_context(broken)? {
            ensure!(body.len() + part.len() <= most, "{host} sent more than {most} bytes");
            body.extend_from_slice(&part);
        }
        Ok(body)
    }
}

/// The machine in an address, to name it.
fn host(address: &str) -> String {
    let url = reqwest::Url::parse(address).ok();
    let host = url.as_ref().and_then(|url| url.host_str()).unwrap_or("an address that cannot be read");
    match url.as_ref().and_then(reqwest::Url::port) {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}
