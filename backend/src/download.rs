//! Files that a person takes along.

use crate::locale::Language;
use actix_web::{HttpResponse, http::header};

/// A file for calendar programs, of one person.
pub fn calendar(name: &str, file: String, language: Language) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_LANGUAGE, language.word()))
        .body(file)
}
