//! Answers that are the same for everybody: made once, compressed once, and given again from memory.

use crate::{
    identity::browser,
    locale::Language,
    problem::{Answer, Problem},
    routes::{Pattern, is_api},
    safety,
};
use actix_web::{
    HttpMessage, HttpRequest, HttpResponse,
    body::BoxBody,
    http::{
        Method, StatusCode,
        header::{self, AcceptEncoding, ContentEncoding, Encoding, HeaderMap, HeaderValue},
    },
    web::{self, Bytes},
};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    io::Write,
    sync::{Arc, OnceLock, PoisonError, RwLock},
};
use tokio::sync::Semaphore;

/// How hard brotli tries, of 11. The longest page takes it some 25 ms, once. Measured on it: 9 is quicker by a third, but writes 5 %
/// more and takes 24 MB for its tables where this takes 4; 11 takes three times as long for 2 % less.
const BROTLI_QUALITY: i32 = 10;

/// One public answer at a time: the first readers of a page come together, and each compression takes megabytes.
static COMPRESSING: Semaphore = Semaphore::const_new(1);

/// A body with what its head says of it.
pub struct Kept {
    language: Language,
    /// Weak, since compressed or not it is the same.
    etag: HeaderValue,
    plain: Sent,
    brotli: OnceLock<Sent>,
    gzip: OnceLock<Sent>,
}

/// A head and a body as they are sent, but for what one request adds.
struct Sent {
    head: HeaderMap,
    body: Bytes,
}

impl Kept {
    pub fn new(body: String, content_type: &'static str, language: Language) -> Self {
        let hash: String = Sha256::digest(&body)[..12].iter().map(|byte| format!("{byte:02x}")).collect();
        let etag = HeaderValue::from_str(&format!("W/\"{hash}\"")).expect("hexadecimal digits may stand in a header");
        let mut head = HeaderMap::with_capacity(16);
        head.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        head.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        head.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.word()));
        head.insert(header::ETAG, etag.clone());
        safety::add(&mut head);
        let plain = Sent { head, body: body.into() };
        Self { language, etag, plain, brotli: OnceLock::new(), gzip: OnceLock::new() }
    }

    /// The answer: 304 to whoever has it, else the body, as the caller takes it best.
    pub fn answer(&self, request: &HttpRequest) -> HttpResponse {
        let vary = if is_api(request) {
            "Accept-Encoding, Accept-Language"
        } else {
            "Accept-Encoding, Accept-Language, Cookie"
        };
        let mut answer = if is_known(request, &self.etag) {
            let mut answer = HttpResponse::new(StatusCode::NOT_MODIFIED);
            *answer.headers_mut() = self.plain.head.clone();
            answer
        } else {
            let sent = self.sent(encoding(request));
            let mut answer = HttpResponse::with_body(StatusCode::OK, BoxBody::new(sent.body.clone()));
            *answer.headers_mut() = sent.head.clone();
            answer
        };
        answer.headers_mut().insert(header::VARY, HeaderValue::from_static(vary));
        answer
    }

    fn sent(&self, encoding: ContentEncoding) -> &Sent {
        match encoding {
            ContentEncoding::Brotli => self.brotli.get_or_init(|| self.packed(encoding, brotli(&self.plain.body))),
            ContentEncoding::Gzip => self.gzip.get_or_init(|| self.packed(encoding, gzip(&self.plain.body))),
            _ => &self.plain,
        }
    }

    /// The same with this form made, which takes a long page some tenths of a second: not a thing for a thread of requests.
    async fn compressed(self, encoding: ContentEncoding) -> Result<Self, Problem> {
        let made = web::block(move || {
            self.sent(encoding);
            self
        });
        made.await.map_err(Problem::internal)
    }

    fn packed(&self, encoding: ContentEncoding, body: Bytes) -> Sent {
        let mut head = self.plain.head.clone();
        head.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding.as_str()));
        Sent { head, body }
    }
}

/// What the caller takes best of what is kept (RFC 9110, 12.5.3). Whoever takes nothing of it gets the plain body all the same.
fn encoding(request: &HttpRequest) -> ContentEncoding {
    if !request.headers().contains_key(header::ACCEPT_ENCODING) {
        return ContentEncoding::Identity;
    }
    let accepted = request.get_header::<AcceptEncoding>();
    let offered = [Encoding::brotli(), Encoding::gzip(), Encoding::identity()];
    match accepted.and_then(|accepted| accepted.negotiate(offered.iter())) {
        Some(Encoding::Known(encoding)) => encoding,
        _ => ContentEncoding::Identity,
    }
}

fn brotli(body: &[u8]) -> Bytes {
    let window = (usize::BITS - body.len().leading_zeros()).clamp(10, 22); // bits; the tables grow with it, to 32 MB of them
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: BROTLI_QUALITY, lgwin: window as i32, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*body, &mut compressed, &parameters).expect("memory takes what is written to it");
    compressed.into()
}

fn gzip(body: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let compressed = encoder.write_all(body).and_then(|()| encoder.finish());
    compressed.expect("memory takes what is written to it").into()
}

/// Whether the caller holds this already (RFC 9110, 13.1.2: weak comparison).
pub fn is_known(request: &HttpRequest, etag: &HeaderValue) -> bool {
    let Some(header) = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()) else {
        return false;
    };
    header.split(',').map(str::trim).any(|known| known == "*" || opaque(known.as_bytes()) == opaque(etag.as_bytes()))
}

/// A tag without the mark of a weak one.
fn opaque(tag: &[u8]) -> &[u8] {
    tag.strip_prefix(b"W/").unwrap_or(tag)
}

/// Whether what this request asks for may be the same for everybody: nobody is signed in on a page, and nothing is asked but the
/// address and, of the REST door, the language.
pub fn is_for_everybody(request: &HttpRequest) -> bool {
    let is_reading = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_plain = !request.path().contains('%'); // the same address can be written in ever so many ways
    is_reading
        && is_plain
        && match is_api(request) {
            true => request.query_string().is_empty() || is_language_alone(request),
            false => request.query_string().is_empty() && browser::session_secret(request).is_none(),
        }
}

fn is_language_alone(request: &HttpRequest) -> bool {
    !request.query_string().contains('&') && browser::asked_language(request).is_some()
}

/// A kept answer, and the route it was asked by.
pub struct Shelved {
    pub kept: Kept,
    pub pattern: Arc<Pattern>,
}

/// What is kept of one state of the course, by path and language. As many as there are public addresses, and no more: only what
/// a handler has answered is put here.
#[derive(Default)]
pub struct Shelf([RwLock<HashMap<String, Arc<Shelved>>>; 4]);

impl Shelf {
    /// What answers this request.
    pub fn find(&self, request: &HttpRequest) -> Option<Arc<Shelved>> {
        if !is_for_everybody(request) {
            return None;
        }
        let shelf = &self.0[browser::language(request) as usize];
        shelf.read().unwrap_or_else(PoisonError::into_inner).get(request.path()).cloned()
    }

    /// Gives what a handler made, and keeps it when it is for everybody.
    pub async fn keep(&self, request: &HttpRequest, kept: Kept) -> Answer {
        let (true, Some(pattern)) = (is_for_everybody(request), request.app_data::<Arc<Pattern>>()) else {
            return Ok(kept.compressed(encoding(request)).await?.answer(request));
        };
        let _turn = COMPRESSING.acquire().await.map_err(Problem::internal)?;
        if let Some(shelved) = self.find(request) {
            return Ok(shelved.kept.answer(request)); // somebody else had it compressed in the meantime
        }
        let kept = kept.compressed(ContentEncoding::Brotli).await?;
        let answer = kept.answer(request);
        let shelf = &self.0[kept.language as usize];
        let shelved = Arc::new(Shelved { kept, pattern: pattern.clone() });
        shelf.write().unwrap_or_else(PoisonError::into_inner).insert(request.path().to_owned(), shelved);
        Ok(answer)
    }
}
