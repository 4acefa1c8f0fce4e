//! Every address of the service, on one page.

use crate::{
    administration, agenda, assets, attempts, brevets, contract, identity, live_sessions, modules, notes, operation,
    placement, practice,
    problem::{self, Answer, Problem},
    programme, verification,
};
use actix_web::{
    HttpRequest, HttpResponse, Resource, Route, guard,
    http::Method,
    web::{self, ServiceConfig, resource, scope},
};
use std::sync::Arc;

/// Where the REST door begins.
pub const API: &str = "/api/connectoo/v1";

/// The path by which a request found its route. As it was sent, a letter of it may be encoded, which makes no other address.
pub fn path(request: &HttpRequest) -> &str {
    request.match_info().as_str()
}

/// Whether a request came to the REST door, which takes no cookie, or to what machines ask.
pub fn is_api(request: &HttpRequest) -> bool {
    let path = path(request);
    path.starts_with(API) || path.starts_with("/.well-known/") || path.starts_with("/health") || path == "/metrics"
}

pub fn configure(service: &mut ServiceConfig) {
    service.configure(api).configure(pages);
}

/// The pattern of the route that answers, for log and metrics: asking actix would match every route again.
pub struct Pattern {
    pub of_page: String,
    pub of_api: String,
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
    let pattern = Pattern { of_page: path.to_owned(), of_api: format!("{API}{path}") };
    let named = resource(path).app_data(Arc::new(pattern));
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

// What is asked most comes first: routes are tried in order.

fn api(service: &mut ServiceConfig) {
    service.service(
        scope(API)
            // the course
            .service(at!("/levels", get modules::api::get_levels))
            .service(at!("/competencies", get modules::api::get_competencies))
            .service(at!("/modules", get modules::api::get_modules))
            .service(at!("/modules/{code}", get modules::api::get_module))
            .service(at!("/modules/{code}/media/{file}", get modules::card_pages::get_drawing))
            .service(at!("/modules/{code}/lessons/{lesson}/reading", put attempts::api::put_reading))
            .service(at!("/glossaryTerms", get modules::api::get_glossary))
            .service(at!("/searchResults", get modules::api::get_search_results))
            // practice
            .service(at!("/modules/{code}/practiceQuestions", get practice::api::get_questions))
            .service(at!("/modules/{code}/practiceQuestions/{question}/checks", post practice::api::post_check))
            // the quiz
            .service(at!("/modules/{code}/attempts", post attempts::api::post_attempt))
            .service(at!("/attempts/{id}", get attempts::api::get_attempt))
            .service(at!("/attempts/{id}/answers/{question}", put attempts::api::put_answer, delete attempts::api::delete_answer))
            .service(at!("/attempts/{id}/submission", post attempts::api::post_submission))
            .service(at!("/attempts/{id}/break", put attempts::api::put_break, delete attempts::api::delete_break))
            // placement tests
            .service(at!("/levels/{level}/placements", post placement::api::post_placement))
            .service(at!("/placements/{id}", get placement::api::get_placement))
            .service(at!("/placements/{id}/answers/{number}", put placement::api::put_answer))
            .service(at!("/placements/{id}/completion", post placement::api::post_completion))
            .service(at!("/me/placements", get placement::api::get_placements))
            .service(at!("/me/placementDeclines/{level}", put placement::api::put_decline))
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
            .service(at!("/me/accommodation", get attempts::api::get_accommodation))
            .service(at!("/me/brevets", get brevets::api::get_brevets))
            .service(at!("/me/practiceCards", get practice::cards_api::get_cards))
            .service(at!("/me/practiceCards/{code}/{question}", put practice::cards_api::put_card, delete practice::cards_api::delete_card))
            .service(at!("/me/practiceCards/{code}/{question}/answers", post practice::cards_api::post_answer))
            .service(at!("/me/agenda", get agenda::api::get_agenda))
            .service(at!("/me/agenda/calendar.ics", get agenda::pages::get_calendar))
            .service(at!("/digestOptOuts/{token}", post agenda::digest_pages::post_opt_out))
            .service(at!("/me/notes", get notes::api::get_notes))
            .service(at!("/me/notes/{code}/{lesson}", put notes::api::put_note, delete notes::api::delete_note))
            .service(at!("/me/earlierNotes", get notes::api::get_earlier))
            .service(at!("/me/earlierNotes/{revision}", delete notes::api::delete_earlier))
            .service(at!("/me/earlierNotes/{revision}/restoration", post notes::api::post_restoration))
            .service(at!("/me/bookmarks", get notes::api::get_bookmarks))
            .service(at!("/me/bookmarks/{code}/{lesson}", put notes::api::put_bookmark, delete notes::api::delete_bookmark))
            // live sessions
            .service(at!("/me/liveSessions", get live_sessions::api::get_own))
            .service(at!("/liveSessions", get live_sessions::api::get_sessions, post live_sessions::trainer_api::post_session))
            .service(at!("/liveSessions/{id}", get live_sessions::api::get_session, put live_sessions::trainer_api::put_session))
            .service(at!("/liveSessions/{id}/calendar.ics", get live_sessions::pages::get_calendar))
            .service(at!("/liveSessions/{id}/registration", put live_sessions::api::put_registration, delete live_sessions::api::delete_registration))
            .service(at!("/liveSessions/{id}/cancellation", post live_sessions::trainer_api::post_cancellation))
            .service(at!("/liveSessions/{id}/participants", get live_sessions::trainer_api::get_participants))
            .service(at!("/liveSessions/{id}/attendance", put live_sessions::trainer_api::put_attendance))
            // brevets
            .service(at!("/brevets/{number}", get brevets::api::get_brevet))
            .service(at!("/brevets/{number}/pdf", get brevets::api::get_pdf))
            .service(at!("/brevets/{number}/badge", get brevets::badge_api::get_badge))
            .service(at!("/issuer", get brevets::badge_api::get_issuer))
            .service(at!("/issuer/keys", get brevets::badge_api::get_keys))
            .service(at!("/issuer/keys/{key}", get brevets::badge_api::get_key))
            .service(at!("/achievements/{level}", get brevets::badge_api::get_achievement))
            .service(at!("/statusLists/{list}", get brevets::badge_api::get_status_list))
            .service(at!("/statementChecks", post verification::statement::post_check))
            .service(at!("/brevets/{number}/revocation", post brevets::changes_api::post_revocation))
            .service(at!("/brevets/{number}/replacement", post brevets::changes_api::post_replacement))
            .service(at!("/brevets/{number}/renewal", post attempts::api::post_renewal))
            .service(at!("/reminderOptOuts/{token}", post brevets::reminder_pages::post_opt_out))
            .service(at!("/brevetSearches", post brevets::changes_api::post_search))
            .service(at!("/verifications", post verification::api::post_verification))
            .service(at!("/sealCertificates", get brevets::api::get_seal_certificates))
            .service(at!("/verifications/{number}", get verification::api::get_verification))
            .service(at!("/verifications/{number}/picture", get verification::api::get_picture))
            .service(at!("/verificationBatches", post verification::list_api::post_batch))
            .service(at!("/verificationBatches/{id}", get verification::list_api::get_batch))
            .service(at!("/verificationBatches/{id}/csv", get verification::list_api::get_csv))
            // administrators
            .service(at!("/accountSearches", post administration::account_api::post_search))
            .service(at!("/accounts/{id}", get administration::account_api::get_account))
            .service(at!("/accounts/{id}/accommodation", get administration::account_api::get_accommodation, put administration::account_api::put_accommodation))
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
        // the course
        .service(at!("/levels/{level}", get modules::pages::get_level))
        .service(at!("/modules/{code}", get modules::pages::get_module))
        .service(at!("/modules/{code}/lessons/{lesson}", get modules::pages::get_lesson, post modules::pages::post_lesson))
        .service(at!("/modules/{code}/practice/{question}", get practice::pages::get_practice))
        .service(at!("/modules/{code}/card", get modules::card_pages::get_card))
        .service(at!("/modules/{code}/print", get modules::print_pages::get_print))
        .service(at!("/modules/{code}/media/{file}", get modules::card_pages::get_drawing))
        .service(at!("/glossary", get modules::pages::get_glossary))
        .service(at!("/search", get modules::search_pages::get_search))
        // for orchestrators and other services
        .service(at!("/health", get operation::get_health))
        .service(at!("/health/live", get operation::get_live))
        .service(at!("/health/ready", get operation::get_health))
        .service(at!("/metrics", get operation::get_metrics))
        .service(at!("/.well-known/jwks.json", get identity::api::get_jwks))
        .service(at!("/.well-known/seal-certificates.pem", get brevets::api::get_seal_certificates_pem))
        .service(at!("/static/{name:.+}", get assets::get))
        // for everybody
        .service(at!("/", get programme::pages::get_home))
        .service(at!("/verify", get verification::pages::get_form, post verification::file_pages::post_file))
        .service(at!("/verify/list", get verification::list_pages::get_list, post verification::list_pages::post_list))
        .service(at!("/verify/list/{id}", get verification::list_pages::get_batch))
        .service(at!("/verify/list/{id}/csv", get verification::list_api::get_csv))
        .service(at!("/verify/statement", get verification::statement::get_form, post verification::statement::post_form))
        .service(at!("/verify/{number}", get verification::pages::get_result))
        .service(at!("/verify/{number}/picture", get verification::api::get_picture))
        .service(at!("/accessibility", get programme::pages::get_accessibility))
        .service(at!("/privacy", get programme::pages::get_privacy))
        .service(at!("/cookies", get programme::pages::get_cookies))
        .service(at!("/api", get contract::get_page))
        // accounts
        .service(at!("/register", get identity::pages::get_register, post identity::pages::post_register))
        .service(at!("/register/sent", get identity::pages::get_registration_sent))
        .service(at!("/confirm/{secret}", get identity::pages::get_confirm, post identity::pages::post_confirm))
        .service(at!("/confirmed", get identity::pages::get_confirmed))
        .service(at!("/sign-in", get identity::sign_in_pages::get_sign_in, post identity::sign_in_pages::post_sign_in))
        .service(at!("/sign-out", post identity::sign_in_pages::post_sign_out))
        .service(at!("/forgotten-password", get identity::pages::get_forgotten_password, post identity::pages::post_forgotten_password))
        .service(at!("/forgotten-password/sent", get identity::pages::get_reset_sent))
        .service(at!("/new-password/{secret}", get identity::pages::get_new_password, post identity::pages::post_new_password))
        .service(at!("/new-password-set", get identity::pages::get_new_password_set))
        .service(at!("/account", get identity::pages::get_account, post identity::pages::post_account))
        // learning
        .service(at!("/learning", get modules::learning_pages::get_learning))
        .service(at!("/levels/{level}/placement", get placement::pages::get_start, post placement::pages::post_start))
        .service(at!("/levels/{level}/placement/decline", post placement::pages::post_decline))
        .service(at!("/placements/{id}", get placement::pages::get_placement))
        .service(at!("/placements/{id}/questions/{number}", get placement::question_pages::get_question, post placement::question_pages::post_question))
        .service(at!("/placements/{id}/end", get placement::pages::get_end, post placement::pages::post_end))
        .service(at!("/placements/{id}/result", get placement::result_pages::get_result))
        .service(at!("/practice", get practice::round_pages::get_practice))
        .service(at!("/practice/round", get practice::round_pages::get_round, post practice::round_pages::post_round))
        .service(at!("/practice/round/{number}", get practice::round_pages::get_turn, post practice::round_pages::post_turn))
        .service(at!("/practice/{code}/{question}", post practice::round_pages::post_card))
        .service(at!("/modules/{code}/lessons/{lesson}/note", get notes::pages::get_note, post notes::pages::post_note))
        .service(at!("/modules/{code}/lessons/{lesson}/bookmark", post notes::pages::post_bookmark))
        .service(at!("/agenda", get agenda::pages::get_agenda))
        .service(at!("/agenda/calendar.ics", get agenda::pages::get_calendar))
        .service(at!("/digests/{secret}", get agenda::digest_pages::get_stop, post agenda::digest_pages::post_stop))
        .service(at!("/notes", get notes::pages::get_notes))
        .service(at!("/notes/file", get notes::pages::get_file))
        .service(at!("/notes/json", get notes::pages::get_json))
        .service(at!("/notes/earlier/{revision}", post notes::pages::post_earlier))
        .service(at!("/notes/{code}/{lesson}", post notes::pages::post_own))
        .service(at!("/modules/{code}/quiz", get attempts::pages::get_quiz, post attempts::pages::post_quiz))
        .service(at!("/modules/{code}/attempts", get attempts::history_pages::get_of_module))
        .service(at!("/attempts", get attempts::history_pages::get_all))
        .service(at!("/attempts/{id}", get attempts::pages::get_attempt))
        .service(at!("/attempts/{id}/questions/{number}", get attempts::question_pages::get_question, post attempts::question_pages::post_question))
        .service(at!("/attempts/{id}/break", get attempts::break_pages::get_break, post attempts::break_pages::post_break))
        .service(at!("/attempts/{id}/check", get attempts::check_pages::get_check))
        .service(at!("/attempts/{id}/submission", post attempts::check_pages::post_submission))
        .service(at!("/attempts/{id}/result", get attempts::result_pages::get_result))
        // live sessions
        .service(at!("/live-sessions", get live_sessions::pages::get_list))
        .service(at!("/live-sessions/new", get live_sessions::trainer_pages::get_plan, post live_sessions::trainer_pages::post_plan))
        .service(at!("/live-sessions/{id}", get live_sessions::pages::get_session))
        .service(at!("/live-sessions/{id}/calendar.ics", get live_sessions::pages::get_calendar))
        .service(at!("/live-sessions/{id}/registration", post live_sessions::pages::post_registration))
        .service(at!("/live-sessions/{id}/withdrawal", get live_sessions::pages::get_withdrawal, post live_sessions::pages::post_withdrawal))
        .service(at!("/live-sessions/{id}/edit", get live_sessions::trainer_pages::get_change, post live_sessions::trainer_pages::post_change))
        .service(at!("/live-sessions/{id}/cancellation", get live_sessions::trainer_pages::get_cancellation, post live_sessions::trainer_pages::post_cancellation))
        .service(at!("/live-sessions/{id}/attendance", get live_sessions::trainer_pages::get_attendance, post live_sessions::trainer_pages::post_attendance))
        // brevets
        .service(at!("/brevets", get brevets::pages::get_brevets))
        .service(at!("/brevets/{number}/pdf", get brevets::pages::get_pdf))
        .service(at!("/brevets/{number}/badge", get brevets::pages::get_badge))
        .service(at!("/brevets/{number}/renewal", get attempts::refresher_pages::get_renewal, post attempts::refresher_pages::post_renewal))
        .service(at!("/reminders/{secret}", get brevets::reminder_pages::get_stop, post brevets::reminder_pages::post_stop))
        // administrators
        .service(at!("/administration", get administration::pages::get_administration))
        .service(at!("/administration/accounts", get administration::account_pages::get_find, post administration::account_pages::post_find))
        .service(at!("/administration/accounts/{id}", get administration::account_pages::get_account, post administration::account_pages::post_account))
        .service(at!("/administration/brevets", get brevets::administration_pages::get_find, post brevets::administration_pages::post_find))
        .service(at!("/administration/brevets/{number}", get brevets::administration_pages::get_brevet))
        .service(at!("/administration/brevets/{number}/revocation", get brevets::decision_pages::get_revocation, post brevets::decision_pages::post_revocation))
        .service(at!("/administration/brevets/{number}/replacement", get brevets::decision_pages::get_replacement, post brevets::decision_pages::post_replacement))
        .default_service(web::to(problem::not_found));
}
