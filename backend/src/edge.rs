//! The edge: every request gets a trace id, a log line and a place in the metrics; every answer the headers of safety; every
//! problem its document or its page.

use crate::{
    app::App,
    identity::{browser, kept_form},
    page,
    problem::{Kind, Problem},
    routes::{API, Pattern, is_api, path},
    safety, telemetry, verification,
};
use actix_web::{
    Error, HttpResponse,
    body::{BoxBody, EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method,
        header::{self, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use std::{sync::Arc, time::Instant};

pub async fn edge<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    let started = Instant::now();
    let given = request.headers().get(&TRACE_ID).and_then(|value| value.to_str().ok());
    let trace_id = telemetry::trace_id(given);
    let refused = refusal(&request);
    if refused.is_none()
        && let Some(shelved) = App::of(request.request())?.course.taught().shelf.find(request.request())
    {
        let answer = shelved.kept.answer(request.request());
        let mut response = request.into_response(answer).map_into_right_body();
        mark(&mut response, &trace_id);
        observe(&response, Some(&shelved.pattern), &trace_id, started);
        return Ok(response);
    }
    let refused = match refused {
        Some(kind) => Some(kind.into()),
        None => kept_form::read(&mut request).await.err(),
    };
    let (mut response, pattern) = if let Some(problem) = refused {
        let answer = told(request.request(), &problem).await;
        (request.into_response(answer).map_into_right_body(), None)
    } else {
        let response = next.call(request).await?;
        let pattern = response.request().app_data::<Arc<Pattern>>().cloned();
        let response = match problem_of(&response) {
            Some(problem) => {
                let (request, _) = response.into_parts();
                problem.log(&trace_id);
                let answer = told(&request, &problem).await;
                ServiceResponse::new(request, answer).map_into_right_body()
            }
            None => response.map_into_left_body(),
        };
        (response, pattern)
    };
    dress(&mut response);
    mark(&mut response, &trace_id);
    observe(&response, pattern.as_deref(), &trace_id, started);
    Ok(response)
}

/// What is refused before anybody looks at it.
fn refusal(request: &ServiceRequest) -> Option<Kind> {
    // No text has a NUL, and PostgreSQL takes none.
    if request.uri().path_and_query().is_some_and(|address| address.as_str().contains("%00")) {
        return Some(Kind::BadRequest);
    }
    let is_probe = path(request.request()).starts_with("/health"); // those who watch ask for whatever they like
    (is_api(request.request()) && !is_probe && !accepts_ours(request)).then_some(Kind::NotAcceptable)
}

/// Whether the caller takes what an address gives (RFC 9110, 12.5.1): JSON, but for the files.
fn accepts_ours(request: &ServiceRequest) -> bool {
    let Some(accept) = request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok()) else { return true };
    let (kind, subtypes): (&str, &[&str]) = match path(request.request()) {
        path if path.ends_with("/badge") || path.contains("/statusLists/") => {
            // Some verifiers ask for the name that VC-JOSE-COSE gives to what Open Badges calls a JWT.
            ("application", &["jwt", "vc+jwt", "problem+json"])
        }
        path if path.ends_with("/pdf") => ("application", &["pdf", "problem+json"]),
        path if path.ends_with(".svg") => ("image", &["svg+xml"]),
        path if path.ends_with(".pem") => ("application", &["x-pem-file", "pem-certificate-chain"]),
        path if path.ends_with("/picture") => ("image", &["png"]),
        path if path.ends_with(".ics") => ("text", &["calendar"]),
        path if path.ends_with("/csv") => ("text", &["csv"]),
        path if path.ends_with(".yaml") => ("application", &["yaml", "x-yaml", "vnd.oai.openapi"]),
        "/metrics" => ("text", &["plain"]),
        _ => ("application", &["json", "problem+json"]),
    };
    accept.split(',').any(|range| {
        let mut parameters = range.split(';').map(str::trim);
        let (given, subtype) = parameters.next().unwrap_or_default().split_once('/').unwrap_or_default();
        let refused = parameters.any(|parameter| matches!(parameter, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"));
        !refused
            && (given == "*"
                || given.eq_ignore_ascii_case(kind) && (subtype == "*" || subtypes.contains(&&*subtype.to_lowercase())))
    })
}

/// The problem that a handler or an extractor answered with; actix's own refusals become ours.
fn problem_of<B>(response: &ServiceResponse<B>) -> Option<Problem> {
    let error = response.response().error()?;
    match error.as_error::<Problem>() {
        Some(problem) => Some(problem.again()),
        None => Some(Problem::from_status(error.as_response_error().status_code(), error)),
    }
}

/// The problem to an API client as a document; to a person as a page, or as the way to sign in or to go on with a form.
async fn told(request: &actix_web::HttpRequest, problem: &Problem) -> HttpResponse {
    let language = browser::language(request);
    if is_api(request) {
        return problem
            .response_builder()
            .content_type("application/problem+json")
            .insert_header((header::CONTENT_LANGUAGE, language.word()))
            .body(problem.document(language).to_string());
    }
    if let Some(page) = kept_form::page_instead(request, problem).await {
        return page;
    }
    if problem.kind == Kind::NoAccessToken {
        let next = match *request.method() {
            Method::GET => request.uri().path_and_query().map_or("/learning", |address| address.as_str()),
            _ => "/learning",
        };
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
        return page::go_to(&format!("/sign-in?{query}"));
    }
    let number = path(request).strip_prefix("/verify/").filter(|rest| !rest.contains('/') && *rest != "list");
    if problem.kind == Kind::ServiceUnavailable && number.is_some() {
        let offline = verification::statement::out_of_reach(request, problem);
        return offline.unwrap_or_else(|| page::problem(request, problem));
    }
    page::problem(request, problem)
}

static TRACE_ID: HeaderName = HeaderName::from_static("belgov-trace-id");

/// The cookies that pages need, and the headers of an answer that was made for this request alone.
fn dress<B>(response: &mut ServiceResponse<B>) {
    let request = response.request().clone();
    let is_page = !is_api(&request);
    let headers = response.headers_mut();
    if is_page {
        let chosen = (request.method() == Method::GET).then(|| browser::asked_language(&request)).flatten();
        let cookies = chosen.map(|language| browser::language_cookie(&request, language));
        for cookie in cookies.into_iter().chain(browser::visitor_cookie(&request)) {
            if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
                headers.append(header::SET_COOKIE, value);
            }
        }
    } else if !headers.contains_key(header::VARY) {
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    }
    safety::add(headers);
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

/// What every answer bears, kept or made: the trace id, and over HTTPS that it stays so.
fn mark<B>(response: &mut ServiceResponse<B>, trace_id: &str) {
    let is_https = response.request().app_data::<Data<App>>().is_some_and(|app| app.settings.is_https());
    let headers = response.headers_mut();
    if is_https {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    if let Ok(value) = HeaderValue::from_str(trace_id) {
        headers.insert(TRACE_ID.clone(), value);
    }
}

fn observe<B>(response: &ServiceResponse<B>, pattern: Option<&Pattern>, trace_id: &str, started: Instant) {
    let (request, status) = (response.request(), response.status().as_u16());
    let is_api = path(request).starts_with(API);
    let route =
        pattern.map_or("none", |pattern| if is_api { pattern.of_api.as_str() } else { pattern.of_page.as_str() });
    let elapsed = started.elapsed();
    if let Some(app) = request.app_data::<Data<App>>() {
        let known = [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];
        let method = if known.contains(request.method()) { request.method().as_str() } else { "other" };
        app.metrics.count(method, route, response.status().as_str(), elapsed.as_secs_f64());
    }
    let duration_ms = elapsed.as_secs_f64() * 1000.0;
    if status >= 500 {
        tracing::error!(method = %request.method(), route, status, duration_ms, trace.id = trace_id, "request");
    } else {
        tracing::debug!(method = %request.method(), route, status, duration_ms, trace.id = trace_id, "request");
    }
}
