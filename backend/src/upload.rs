//! Files that people send: read whole into memory up to a hard limit, before anything looks into them. Nothing is stored.

use crate::{
    input::{Fields, Mark},
    problem::{Kind, Problem},
};
use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::header,
    web::{Bytes, BytesMut},
};
use futures_util::{StreamExt, future::LocalBoxFuture, stream};
use std::{convert::Infallible, time::Duration};

/// The largest file that is taken, in bytes.
pub const LARGEST: usize = certificates::check::LARGEST;
/// Room for the fields and boundaries around it.
const AROUND: usize = 64 * 1024;
/// So much of what is too large is thrown away unread, so that the sender hears why; past that the connection ends.
pub const THROWN_AWAY: usize = 64 * 1024 * 1024;
/// Whoever sends slower than this holds a connection and nothing else.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// The body of a request as it was sent.
pub struct Sent {
    pub content_type: String,
    pub bytes: Bytes,
}

impl FromRequest for Sent {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let content_type = content_type.unwrap_or_default().to_owned();
        let read = read(payload.take());
        Box::pin(async move {
            let bytes = tokio::time::timeout(PATIENCE, read).await.map_err(|_| Kind::BadRequest)??;
            Ok(Self { content_type, bytes })
        })
    }
}

async fn read(mut payload: Payload) -> Result<Bytes, Problem> {
    let (mut kept, mut thrown_away) = (BytesMut::new(), 0);
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Kind::BadRequest)?;
        if thrown_away > 0 || kept.len() + chunk.len() > LARGEST + AROUND {
            kept = BytesMut::new();
            thrown_away += chunk.len();
            if thrown_away > THROWN_AWAY {
                break;
            }
        } else {
            kept.extend_from_slice(&chunk);
        }
    }
    if thrown_away > 0 { Err(Kind::PayloadTooLarge.into()) } else { Ok(kept.freeze()) }
}

/// A file of a form. Its name is the sender's and worth nothing.
pub struct File {
    pub name: String,
    pub bytes: Bytes,
}

/// What a `multipart/form-data` body holds.
#[derive(Default)]
pub struct Parts {
    pub fields: Fields,
    /// The part `file`; none when no file was chosen.
    pub file: Option<File>,
}

impl Sent {
    pub fn is(&self, media_type: &str) -> bool {
        self.content_type.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(media_type)
    }

    /// Takes a form apart (RFC 7578).
    pub async fn parts(self) -> Result<Parts, Problem> {
        let boundary = multer::parse_boundary(&self.content_type).map_err(|_| Kind::UnsupportedMediaType)?;
        let whole = stream::once(async move { Ok::<_, Infallible>(self.bytes) });
        let mut form = multer::Multipart::new(whole, boundary);
        let malformed = |_| Problem::from(Kind::BadRequest);
        let mut parts = Parts::default();
        while let Some(field) = form.next_field().await.map_err(malformed)? {
            let name = field.name().unwrap_or_default().to_owned();
            match field.file_name().map(str::to_owned) {
                Some(file_name) => {
                    let bytes = field.bytes().await.map_err(malformed)?;
                    if bytes.len() > LARGEST {
                        return Err(Kind::PayloadTooLarge.into());
                    }
                    let is_chosen = !(file_name.is_empty() && bytes.is_empty()); // a browser sends an empty one
                    if name == "file" && is_chosen {
                        parts.file = Some(File { name: file_name, bytes });
                    }
                }
                None => parts.fields.0.push((name, field.text().await.map_err(malformed)?)),
            }
        }
        Ok(parts)
    }
}

/// A form with a file, sent by a page of ours.
pub struct FileForm(pub Parts);

impl FromRequest for FileForm {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let mark = Mark::of(request);
        let sent = Sent::from_request(request, payload);
        Box::pin(async move {
            let mut parts = sent.await?.parts().await?;
            mark.take(&mut parts.fields)?;
            Ok(Self(parts))
        })
    }
}
