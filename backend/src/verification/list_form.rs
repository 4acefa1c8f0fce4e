//! The form of a list as a browser sends it. What was pasted is kept when the file beside it is too large.

use crate::{
    input::{Fields, Mark},
    problem::{Kind, Problem, Reason},
    upload::{LARGEST, PATIENCE, THROWN_AWAY},
};
use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::header,
    web::{Bytes, BytesMut},
};
use futures_util::{
    StreamExt,
    future::{LocalBoxFuture, join},
    stream,
};
use std::convert::Infallible;
use tokio::sync::mpsc;

pub struct ListForm {
    pub pasted: String,
    /// None when no file was chosen.
    pub file: Option<Result<Bytes, Reason>>,
}

impl FromRequest for ListForm {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let mark = Mark::of(request);
        let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let boundary = multer::parse_boundary(content_type.unwrap_or_default());
        let payload = payload.take();
        Box::pin(async move {
            let boundary = boundary.map_err(|_| Kind::UnsupportedMediaType)?;
            let (sender, receiver) = mpsc::channel(1);
            let chunks = stream::unfold(receiver, |mut receiver| async {
                receiver.recv().await.map(|chunk| (Ok::<Bytes, Infallible>(chunk), receiver))
            });
            let both = join(pass_on(payload, sender), take(multer::Multipart::new(chunks, boundary)));
            let (is_whole, taken) = tokio::time::timeout(PATIENCE, both).await.map_err(|_| Kind::BadRequest)?;
            if !is_whole {
                return Err(Kind::PayloadTooLarge.into());
            }
            let (mut fields, file) = taken?;
            mark.take(&mut fields)?;
            Ok(Self { pasted: fields.get("list").unwrap_or_default().to_owned(), file })
        })
    }
}

/// Reads to the end, also when nobody takes it any more, so that the sender hears the answer. Whether it got there: past
/// `THROWN_AWAY` the connection ends.
async fn pass_on(mut payload: Payload, sender: mpsc::Sender<Bytes>) -> bool {
    let mut read = 0;
    while let Some(Ok(chunk)) = payload.next().await {
        read += chunk.len();
        if read > THROWN_AWAY {
            return false;
        }
        let _ = sender.send(chunk).await;
    }
    true
}

async fn take(mut form: multer::Multipart<'_>) -> Result<(Fields, Option<Result<Bytes, Reason>>), Problem> {
    let malformed = |_| Problem::from(Kind::BadRequest);
    let (mut fields, mut file, mut texts) = (Fields::default(), None, 0);
    while let Some(mut field) = form.next_field().await.map_err(malformed)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field.file_name().map(str::to_owned);
        let (mut bytes, mut is_too_large) = (BytesMut::new(), false);
        while let Some(chunk) = field.chunk().await.map_err(malformed)? {
            is_too_large |= bytes.len() + chunk.len() > LARGEST;
            match is_too_large {
                true => bytes = BytesMut::new(),
                false => bytes.extend_from_slice(&chunk),
            }
        }
        let Some(file_name) = file_name else {
            texts += bytes.len();
            if is_too_large || texts > LARGEST {
                return Err(Kind::PayloadTooLarge.into());
            }
            fields.0.push((name, String::from_utf8_lossy(&bytes).into_owned()));
            continue;
        };
        let is_chosen = is_too_large || !(file_name.is_empty() && bytes.is_empty()); // a browser sends an empty one
        if name == "file" && is_chosen {
            file = Some(if is_too_large { Err(Reason::FileTooLarge) } else { Ok(bytes.freeze()) });
        }
    }
    Ok((fields, file))
}
