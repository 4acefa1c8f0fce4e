//! What a browser carries: the session's cookie, the chosen language, and the mark that each form sends back.

use super::Secret;
use crate::{
    app::App,
    input::Fields,
    locale::Language,
    problem::{Answer, Problem},
};
use actix_web::{
    HttpMessage, HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
    http::header::{ACCEPT, COOKIE},
    web::Data,
};
use sha2::{Digest, Sha256};
use std::net::{IpAddr, Ipv6Addr};

/// On plain HTTP (a demonstration on this machine) browsers refuse the `__Host-` prefix, which demands Secure.
const SESSION: [&str; 2] = ["session", "__Host-session"];
const VISITOR: [&str; 2] = ["visitor", "__Host-visitor"];
pub const LANGUAGE: &str = "language";

fn is_https(request: &HttpRequest) -> bool {
    request.app_data::<Data<App>>().is_some_and(|app| app.settings.is_https())
}

fn cookie(name: &'static str, value: String, https: bool, keep: Duration) -> Cookie<'static> {
    Cookie::build(name, value).path("/").http_only(true).secure(https).same_site(SameSite::Lax).max_age(keep).finish()
}

/// A cookie's value. Who sends none is not asked for each: actix keeps what it read, and that takes memory.
fn sent_cookie(request: &HttpRequest, name: &str) -> Option<Cookie<'static>> {
    if request.headers().contains_key(COOKIE) { request.cookie(name) } else { None }
}

/// The secret of the session, if the browser has one.
pub fn session_secret(request: &HttpRequest) -> Option<Secret> {
    sent_cookie(request, SESSION[usize::from(is_https(request))]).and_then(|cookie| Secret::parse(cookie.value()))
}

/// Outlives the session, so that a form filled in before it ended can still be taken over after a new sign-in.
pub fn session_cookie(request: &HttpRequest, secret: &Secret) -> Cookie<'static> {
    let https = is_https(request);
    cookie(SESSION[usize::from(https)], secret.as_str().to_owned(), https, Duration::days(30))
}

pub fn no_session_cookie(request: &HttpRequest) -> Cookie<'static> {
    let https = is_https(request);
    let mut gone = cookie(SESSION[usize::from(https)], String::new(), https, Duration::ZERO);
    gone.make_removal();
    gone
}

pub fn language_cookie(request: &HttpRequest, language: Language) -> Cookie<'static> {
    cookie(LANGUAGE, language.word().to_owned(), is_https(request), Duration::days(365))
}

/// The language of a page or an answer: as asked (`?lang=`), as chosen before, as the browser prefers, Dutch.
pub fn language(request: &HttpRequest) -> Language {
    // A cookie is for pages: an API client says what it wants.
    let chosen = || {
        if crate::routes::is_api(request) { None } else { sent_cookie(request, LANGUAGE)?.value().parse().ok() }
    };
    asked_language(request)
        .or_else(chosen)
        .or_else(|| Language::accepted(request.headers().get("accept-language")?.to_str().ok()?))
        .unwrap_or(Language::Nl)
}

/// The language in the query, if it is one of ours.
pub fn asked_language(request: &HttpRequest) -> Option<Language> {
    if request.query_string().is_empty() {
        return None;
    }
    let query = crate::input::pairs(request.query_string().as_bytes());
    query.iter().find(|(name, _)| name == "lang").and_then(|(_, value)| value.split('-').next()?.parse().ok())
}

/// The other language that a form was sent for, by a button at the top of its page.
pub fn switch(fields: &Fields) -> Option<Language> {
    fields.get("lang")?.parse().ok()
}

/// An answer in a language that was chosen by such a button, and the next ones too.
pub fn speaking(request: &HttpRequest, mut answer: HttpResponse, language: Language) -> Answer {
    answer.add_cookie(&language_cookie(request, language)).map_err(Problem::internal)?;
    Ok(answer)
}

/// The cookie of a visitor; sent only with a page that shows a form.
struct Visitor(Secret);

/// The mark that a form made for this browser carries: derived from a cookie that no other site can read.
pub fn form_mark(request: &HttpRequest) -> Option<String> {
    let carried = session_secret(request).or_else(|| {
        let name = VISITOR[usize::from(is_https(request))];
        sent_cookie(request, name).and_then(|cookie| Secret::parse(cookie.value()))
    });
    carried.map(|secret| mark_of(&secret))
}

pub fn mark_of(secret: &Secret) -> String {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    URL_SAFE_NO_PAD.encode(Sha256::digest(format!("form {}", secret.as_str())))
}

/// The mark for a form that is about to be shown; a visitor gets the cookie for it with the answer.
pub fn form_mark_to_show(request: &HttpRequest) -> String {
    if let Some(session) = session_secret(request) {
        return mark_of(&session);
    }
    // The cookie is given anew with each form, so that it lasts as long as the form may lie open.
    let name = VISITOR[usize::from(is_https(request))];
    let known = sent_cookie(request, name).and_then(|cookie| Secret::parse(cookie.value()));
    let secret = known.unwrap_or_default();
    let mark = mark_of(&secret);
    request.extensions_mut().insert(Visitor(secret));
    mark
}

/// The cookie that a page with a form must set.
pub fn visitor_cookie(request: &HttpRequest) -> Option<Cookie<'static>> {
    let extensions = request.extensions();
    let https = is_https(request);
    let Visitor(secret) = extensions.get::<Visitor>()?;
    Some(cookie(VISITOR[usize::from(https)], secret.as_str().to_owned(), https, Duration::days(7)))
}

/// Whether the script of a page sends the request, and wants to know what became of it in place of another page.
pub fn is_by_script(request: &HttpRequest) -> bool {
    request.headers().get(ACCEPT).is_some_and(|accept| accept == "application/json")
}

/// Where the request comes from: the peer, or the nearest address that no trusted proxy added for itself. An IPv6 network of
/// one household or office (/64) counts as one. Where the service listens on `[::]`, IPv4 comes as `::ffff:192.0.2.1`.
pub fn remote_address(request: &HttpRequest) -> String {
    let Some(peer) = request.peer_addr().map(|address| address.ip().to_canonical()) else { return String::new() };
    let trusted =
        request.app_data::<Data<App>>().map(|app| app.settings.trusted_proxies.as_slice()).unwrap_or_default();
    let is_trusted = |address: IpAddr| trusted.iter().any(|proxy| proxy.to_canonical() == address);
    let headers: Vec<&str> =
        request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok()).collect();
    let hops = headers.iter().flat_map(|value| value.split(',')).rev().map(|hop| hop.trim().parse::<IpAddr>());
    let mut from = peer;
    for hop in hops {
        let (true, Ok(hop)) = (is_trusted(from), hop) else { break };
        from = hop.to_canonical();
    }
    match from {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)).to_string(),
    }
}
