//! The stylesheet and drawings, inside the program. Their addresses carry their hash, so browsers keep them for ever.

use crate::problem::{Answer, Kind};
use actix_web::{HttpRequest, HttpResponse, http::header, web};
use rust_embed::RustEmbed;
use std::{collections::HashMap, sync::LazyLock};

#[derive(RustEmbed)]
#[folder = "backend/static"]
struct Files;

static ADDRESSES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let address = |name: &str| {
        let hash = Files::get(name)?.metadata.sha256_hash();
        let version: String = hash[..6].iter().map(|byte| format!("{byte:02x}")).collect();
        Some((name.to_owned(), format!("/static/{name}?v={version}")))
    };
    Files::iter().filter_map(|name| address(&name)).collect()
});

/// Where a file is served.
pub fn address(name: &str) -> String {
    ADDRESSES.get(name).cloned().unwrap_or_else(|| format!("/static/{name}"))
}

/// Where the illustration of a module is served; a module may have none.
pub fn illustration(code: &str) -> Option<String> {
    ADDRESSES.get(&format!("illustrations/{code}.svg")).cloned()
}

pub async fn get(request: HttpRequest, name: web::Path<String>) -> Answer {
    let file = Files::get(&name).ok_or(Kind::ResourceNotFound)?;
    // Another version than ours was asked for while the service is being renewed: this one must not be kept under its name.
    let is_this = request.uri().path_and_query().is_some_and(|asked| *asked.as_str() == *address(&name));
    let caching = if is_this { "public, max-age=31536000, immutable" } else { "no-cache" };
    let content_type = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    };
    let mut answer = HttpResponse::Ok();
    if name.starts_with("achievement-") {
        // Wallets and verifiers of other sites show the badge's drawing.
        answer.insert_header(("cross-origin-resource-policy", "cross-origin"));
    }
    Ok(answer.content_type(content_type).insert_header((header::CACHE_CONTROL, caching)).body(file.data.into_owned()))
}
