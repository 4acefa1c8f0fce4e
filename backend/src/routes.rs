//! Every address of the service, on one page; and the edge that every request passes.

use crate::{
    administration,
    app::App,
    assets, attempts, brevets, contract, identity,
    identity::browser,
    modules, operation, page,
    problem::{self, Answer, Kind, Problem},
    programme, telemetry, verification,
};
use actix_web::{
    Error, HttpResponse, Resource, Route,
    body::{BoxBody, EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    guard,
    http::{Method, header},
    middleware::Next,
    web::{self, Data, ServiceConfig, resource, scope},
};
use std::time::Instant;

/// Where the REST door begins.
pub const API: &str = "/api/connectoo/v1";

pub fn is_api(path: &str) -> bool {
    path.starts_with(API) || path.starts_with("/.well-known/") || path.starts_with("/health") || path == "/metrics"
}

pub fn configure(service: &mut ServiceConfig) {
    service.configure(api).configure(pages);
}

/// The pattern of the route that answers, for log and metrics: asking actix would match every route again.
struct Pattern {
    of_page: String,
    of_api: String,
}

/// A route that answers its methods only, HEAD where it answers GET; any other is 405 with `Allow`.
fn at<const N: usize>(path: &str, routes: [(Method, Route); N]) -> Resource {
    let allowed: Vec<&str> = routes.iter().map(|(method, _)| method.as_str()).collect();
    let allowed = allowed.join(", ").replace("GET", "GET, HEAD");
    let other = move || {
        let allowed = allowed.clone();
        async move { Answer::<HttpResponse>::Err(Problem::method_not_allowed(allowed)) }
    };
    let add = |resource: Resource, (method, route): (Method, Route)| match method {
        Method::GET => resource.route(route.guard(guard::Any(guard::Get()).or(guard::Head()))),
        method => resource.route(route.method(method)),
    };
    let named = resource(path).app_data(Pattern { of_page: path.to_owned(), of_api: format!("{API}{path}") });
    routes.into_iter().fold(named, add).default_service(web::to(other))
}

macro_rules! at {
    ($path:expr, $($method:ident $handler:path),+) => {
        at($path, [$((http_method!($method), web::route().to($handler))),+])
    };
}

macro_rules! http_method {
    (get) => {
        Method::GET
    };
    (post) => {
        Method::POST
    };
    (put) => {
        Method::PUT
    };
    (patch) => {
        Method::PATCH
    };
    (delete) => {
        Method::DELETE
    };
}

fn api(service: &mut ServiceConfig) {
    service.service(
        scope(API)
            // accounts and sign-in
            .service(at!("/registrations", post identity::api::post_registration))
            .service(at!("/emailConfirmations", post identity::api::post_email_confirmation))
            .service(at!("/passwordResets", post identity::api::post_password_reset))
            .service(at!("/passwordResets/{token}", post identity::api::post_new_password))
            .service(at!("/tokens", post identity::api::post_token))
            .service(at!("/tokens/refresh", post identity::api::post_refresh))
            .service(at!("/tokens/current", delete identity::api::delete_token))
            // the learner
            .service(at!("/me", get identity::api::get_me, patch identity::api::patch_me))
            .service(at!("/me/progress", get attempts::api::get_progress))
            .service(at!("/me/attempts", get attempts::api::get_attempts))
            .service(at!("/me/brevets", get brevets::api::get_brevets))
            // the course
            .service(at!("/levels", get modules::api::get_levels))
            .service(at!("/competencies", get modules::api::get_competencies))
            .service(at!("/modules", get modules::api::get_modules))
            .service(at!("/modules/{code}", get modules::api::get_module))
            .service(at!("/modules/{code}/media/{file}", get modules::card_pages::get_drawing))
            .service(at!("/modules/{code}/lessons/{lesson}/reading", put attempts::api::put_reading))
            .service(at!("/glossaryTerms", get modules::api::get_glossary))
            .service(at!("/searchResults", get modules::api::get_search_results))
            // the quiz
            .service(at!("/modules/{code}/attempts", post attempts::api::post_attempt))
            .service(at!("/attempts/{id}", get attempts::api::get_attempt))
            .service(at!("/attempts/{id}/answers/{question}", put attempts::api::put_answer))
            .service(at!("/attempts/{id}/submission", post attempts::api::post_submission))
            // brevets
            .service(at!("/brevets/{number}", get brevets::api::get_brevet))
            .service(at!("/brevets/{number}/pdf", get brevets::api::get_pdf))
            .service(at!("/verifications/{number}", get verification::api::get_verification))
            // administrators
            .service(at!("/jobs", get administration::api::get_jobs))
            .service(at!("/mails", get administration::api::get_mails))
            // the contract
            .service(at!("/doc/openapi.yaml", get contract::get_yaml))
            .service(at!("/doc/openapi.json", get contract::get_json))
            .default_service(web::to(problem::not_found)),
    );
}

fn pages(service: &mut ServiceConfig) {
    service
        // for orchestrators and other services
        .service(at!("/health", get operation::get_health))
        .service(at!("/health/live", get operation::get_live))
        .service(at!("/health/ready", get operation::get_health))
        .service(at!("/metrics", get operation::get_metrics))
        .service(at!("/.well-known/jwks.json", get identity::api::get_jwks))
        .service(at!("/static/{name}", get assets::get))
        // for everybody
        .service(at!("/", get programme::pages::get_home))
        .service(at!("/verify", get verification::pages::get_form))
        .service(at!("/verify/{number}", get verification::pages::get_result))
        .service(at!("/accessibility", get programme::pages::get_accessibility))
        .service(at!("/privacy", get programme::pages::get_privacy))
        .service(at!("/cookies", get programme::pages::get_cookies))
        .service(at!("/api", get contract::get_page))
        // the course
        .service(at!("/levels/{level}", get modules::pages::get_level))
        .service(at!("/modules/{code}", get modules::pages::get_module))
        .service(at!("/modules/{code}/lessons/{lesson}", get modules::pages::get_lesson, post modules::pages::post_lesson))
        .service(at!("/modules/{code}/card", get modules::card_pages::get_card))
        .service(at!("/modules/{code}/media/{file}", get modules::card_pages::get_drawing))
        .service(at!("/glossary", get modules::pages::get_glossary))
        .service(at!("/search", get modules::search_pages::get_search))
        // accounts
        .service(at!("/register", get identity::pages::get_register, post identity::pages::post_register))
        .service(at!("/register/sent", get identity::pages::get_registration_sent))
        .service(at!("/confirm/{secret}", get identity::pages::get_confirm, post identity::pages::post_confirm))
        .service(at!("/confirmed", get identity::pages::get_confirmed))
        .service(at!("/sign-in", get identity::pages::get_sign_in, post identity::pages::post_sign_in))
        .service(at!("/sign-out", post identity::pages::post_sign_out))
        .service(at!("/forgotten-password", get identity::pages::get_forgotten_password, post identity::pages::post_forgotten_password))
        .service(at!("/forgotten-password/sent", get identity::pages::get_reset_sent))
        .service(at!("/new-password/{secret}", get identity::pages::get_new_password, post identity::pages::post_new_password))
        .service(at!("/new-password-set", get identity::pages::get_new_password_set))
        .service(at!("/account", get identity::pages::get_account, post identity::pages::post_account))
        // learning
        .service(at!("/learning", get modules::pages::get_learning))
        .service(at!("/modules/{code}/quiz", get attempts::pages::get_quiz, post attempts::pages::post_quiz))
        .service(at!("/attempts/{id}", get attempts::pages::get_attempt))
        .service(at!("/attempts/{id}/questions/{number}", get attempts::question_pages::get_question, post attempts::question_pages::post_question))
        .service(at!("/attempts/{id}/check", get attempts::pages::get_check))
        .service(at!("/attempts/{id}/submission", post attempts::pages::post_submission))
        .service(at!("/attempts/{id}/result", get attempts::result_pages::get_result))
        // brevets
        .service(at!("/brevets", get brevets::pages::get_brevets))
        .service(at!("/brevets/{number}/pdf", get brevets::pages::get_pdf))
        // administrators
        .service(at!("/administration", get administration::pages::get_administration))
        .default_service(web::to(problem::not_found));
}

/// The edge: every request gets a trace id, a log line and a place in the metrics; every answer the headers of safety; every
/// problem its document or its page.
pub async fn edge<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    let started = Instant::now();
    let given = request.headers().get("belgov-trace-id").and_then(|value| value.to_str().ok());
    let trace_id = telemetry::trace_id(given);
    let is_probe = request.path().starts_with("/health"); // those who watch ask for whatever they like
    if is_api(request.path()) && !is_probe && !accepts_ours(&request) {
        let answer = told(request.request(), &Kind::NotAcceptable.into());
        let mut response = request.into_response(answer).map_into_right_body();
        dress(&mut response, &trace_id);
        observe(&response, &trace_id, started);
        return Ok(response);
    }
    let response = next.call(request).await?;
    let mut response = match problem_of(&response) {
        Some(problem) => {
            let (request, _) = response.into_parts();
            problem.log(&trace_id);
            let answer = told(&request, &problem);
            ServiceResponse::new(request, answer).map_into_right_body()
        }
        None => response.map_into_left_body(),
    };
    dress(&mut response, &trace_id);
    observe(&response, &trace_id, started);
    Ok(response)
}

/// Whether the caller takes what an address gives (RFC 9110, 12.5.1): JSON, but for the files.
fn accepts_ours(request: &ServiceRequest) -> bool {
    let Some(accept) = request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok()) else { return true };
    let (kind, subtypes): (&str, &[&str]) = match request.path() {
        path if path.ends_with("/pdf") => ("application", &["pdf", "problem+json"]),
        path if path.ends_with(".svg") => ("image", &["svg+xml"]),
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

/// The problem to an API client as a document; to a person as a page, or as the way to sign in.
fn told(request: &actix_web::HttpRequest, problem: &Problem) -> HttpResponse {
    let language = browser::language(request);
    if is_api(request.path()) {
        return problem
            .response_builder()
            .content_type("application/problem+json")
            .insert_header((header::CONTENT_LANGUAGE, language.word()))
            .body(problem.document(language).to_string());
    }
    if problem.kind == Kind::NoAccessToken {
        let next = match *request.method() {
            Method::GET => request.uri().path_and_query().map_or("/learning", |address| address.as_str()),
            _ => "/learning",
        };
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
        return page::go_to(&format!("/sign-in?{query}"));
    }
    page::problem(request, problem)
}

const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Headers of safety on every answer (OWASP ASVS 5.0, 3.4), cookies that pages need, the trace id.
fn dress<B>(response: &mut ServiceResponse<B>, trace_id: &str) {
    let request = response.request().clone();
    let is_page = !is_api(request.path());
    let is_https = request.app_data::<Data<App>>().is_some_and(|app| app.settings.is_https());
    if !is_page && !response.headers().contains_key(header::VARY) {
        response.headers_mut().insert(header::VARY, header::HeaderValue::from_static("Accept-Language"));
    }
    if is_page {
        let chosen = (request.method() == Method::GET).then(|| browser::asked_language(&request)).flatten();
        let cookies = chosen.map(|language| browser::language_cookie(&request, language));
        for cookie in cookies.into_iter().chain(browser::visitor_cookie(&request)) {
            if let Ok(value) = header::HeaderValue::from_str(&cookie.to_string()) {
                response.headers_mut().append(header::SET_COOKIE, value);
            }
        }
    }
    let headers = response.headers_mut();
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ];
    for (name, value) in fixed {
        if !headers.contains_key(&name) {
            headers.insert(name, header::HeaderValue::from_static(value)); // a drawing brings a narrower policy of its own
        }
    }
    if is_https {
        let year = header::HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    }
    if let Ok(value) = header::HeaderValue::from_str(trace_id) {
        headers.insert(header::HeaderName::from_static("belgov-trace-id"), value);
    }
}

fn observe<B>(response: &ServiceResponse<B>, trace_id: &str, started: Instant) {
    let (request, status) = (response.request(), response.status().as_u16());
    let pattern = request.app_data::<Pattern>();
    let is_api = request.path().starts_with(API);
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
