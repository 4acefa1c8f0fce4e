//! A form that could not be taken: what somebody typed is kept in the page that says why, to be sent once more.

use super::{access::Anyone, browser, sign_in_pages};
use crate::{
    input::{self, Fields, Mark},
    page,
    problem::{Kind, Problem},
};
use actix_web::{
    FromRequest, HttpMessage, HttpRequest, HttpResponse,
    dev::{Payload, ServiceRequest},
    http::Method,
    web::Bytes,
};

/// What the addresses begin with that take a form of anybody.
const FOR_ANYONE: [&str; 9] = [
    "/confirm/",
    "/digests/",
    "/forgotten-password",
    "/new-password/",
    "/register",
    "/reminders/",
    "/sign-in",
    "/sign-out",
    "/verify",
];

/// A form whose fields go to the same address again.
pub struct KeptForm {
    pub action: String,
    pub fields: Vec<(String, String)>,
    /// Passwords are kept nowhere: it is asked for again.
    pub asks_password: bool,
}

/// The body of the form that a request brought.
struct Sent(Bytes);

/// Reads a form before its handler is called, for whatever may come up before that one has read it.
pub async fn read(request: &mut ServiceRequest) -> Result<(), Problem> {
    if request.method() != Method::POST
        || crate::routes::is_api(request.request())
        || !input::is_form(request.request())
    {
        return Ok(());
    }
    let (of, payload) = request.parts_mut();
    let bytes = input::bytes(of, payload).await?;
    request.extensions_mut().insert(Sent(bytes.clone()));
    request.set_payload(Payload::from(bytes));
    Ok(())
}

/// The page that keeps the form of a request, where there is one for this problem.
pub async fn page_instead(request: &HttpRequest, problem: &Problem) -> Option<HttpResponse> {
    match problem.kind {
        Kind::NoAccessToken => sign_in_pages::session_ended(request, &KeptForm::of(request)?).ok(),
        // Only where the browser vouches for it: no other site may get a mark for the form that it made up.
        Kind::FormExpired if input::is_surely_from_here(request) && !browser::is_by_script(request) => {
            let kept = KeptForm::of(request)?;
            let answer = match Anyone::extract(request).await {
                Ok(Anyone(None)) if !kept.is_for_anyone() => sign_in_pages::session_ended(request, &kept),
                Ok(Anyone(viewer)) => sign_in_pages::with_fresh_mark(request, viewer, kept),
                Err(problem) => return Some(page::problem(request, &problem)),
            };
            answer.ok()
        }
        _ => None,
    }
}

impl KeptForm {
    /// None where it is not sure that a page of ours sent it: a page with a fresh mark would be what another site is after.
    pub fn of(request: &HttpRequest) -> Option<Self> {
        let bytes = request.extensions().get::<Sent>()?.0.clone();
        let mut fields = Fields(input::pairs(&bytes));
        if fields.has_nul() || Mark::of(request).take(&mut fields).is_err() && !input::is_surely_from_here(request) {
            return None;
        }
        Some(Self::new(request.path(), fields))
    }

    fn new(action: &str, fields: Fields) -> Self {
        let asks_password = fields.get("password").is_some();
        let mut fields = fields.0;
        fields.retain(|(name, _)| name != input::FORM_MARK && !input::is_secret(name));
        Self { action: action.to_owned(), fields, asks_password }
    }

    /// One that travelled through the sign-in.
    pub fn again(action: &str, fields: Vec<(String, String)>) -> Self {
        Self::new(action, Fields(fields))
    }

    /// Whether somebody who is not signed in may send it.
    fn is_for_anyone(&self) -> bool {
        FOR_ANYONE.iter().any(|address| self.action.starts_with(address))
    }

    pub fn is_sign_in(&self) -> bool {
        self.action == "/sign-in"
    }
}
