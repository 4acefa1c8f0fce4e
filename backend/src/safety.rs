//! Headers of safety, which every answer bears.

use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};

/// Made once (OWASP ASVS 5.0, 3.4).
static SAFETY: [(HeaderName, HeaderValue); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; \
             form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ),
    ),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=()"),
    ),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
];

/// Adds those that the answer does not bring itself: a drawing has a narrower policy of its own.
pub fn add(headers: &mut HeaderMap) {
    for (name, value) in &SAFETY {
        if !headers.contains_key(name) {
            headers.insert(name.clone(), value.clone());
        }
    }
}
