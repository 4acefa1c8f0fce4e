//! What a request brings, read field by field so that every complaint is told at once: JSON on the API, forms on the pages.

use crate::problem::{Issue, Kind, Place, Problem, Reason};
use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::{Method, header},
    web,
};
use futures_util::future::LocalBoxFuture;
use serde_json::{Map, Value};

/// Largest body of a request that is not an upload.
pub const LARGEST_BODY: usize = 64 * 1024;

/// The fields of a body or a query. Each is taken once; what is left at the end is unknown.
pub struct Input {
    place: Place,
    fields: Map<String, Value>,
    issues: Vec<Issue>,
}

impl Input {
    pub fn new(place: Place, fields: Map<String, Value>) -> Self {
        Self { place, fields, issues: Vec::new() }
    }

    /// A required text that has a `parse` of its own.
    pub fn take<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, Reason>) -> Option<T> {
        let parsed = self.take_optional(name, parse);
        if parsed.is_none() && !self.complained_of(name) {
            self.complain(name, None, Reason::Missing);
        }
        parsed
    }

    /// A text that may be left out, but not be empty (JSON Merge Patch).
    pub fn take_if_given<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, Reason>) -> Option<T> {
        if self.fields.contains_key(name) { self.take(name, parse) } else { None }
    }

    /// A text that may be left out; an empty one counts as left out.
    pub fn take_optional<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, Reason>) -> Option<T> {
        let value = self.fields.remove(name)?;
        let Value::String(text) = &value else {
            self.complain(name, shown(name, value), Reason::WrongType);
            return None;
        };
        if text.trim().is_empty() {
            return None;
        }
        match parse(text) {
            Ok(parsed) => Some(parsed),
            Err(reason) => {
                self.complain(name, shown(name, value), reason);
                None
            }
        }
    }

    /// `true` or `false`, which may be left out.
    pub fn take_yes_or_no(&mut self, name: &str) -> Option<bool> {
        let value = self.fields.remove(name)?;
        if !value.is_boolean() {
            self.complain(name, shown(name, value.clone()), Reason::WrongType);
        }
        value.as_bool()
    }

    /// A list of texts, which may be left out.
    pub fn take_texts(&mut self, name: &str) -> Option<Vec<String>> {
        let value = self.fields.remove(name)?;
        let texts = serde_json::from_value(value.clone()).ok();
        if texts.is_none() {
            self.complain(name, shown(name, value), Reason::WrongType);
        }
        texts
    }

    /// A whole number from `least` to `most`, which may be left out.
    pub fn take_number(&mut self, name: &str, least: i32, most: i32) -> Option<i32> {
        let value = self.fields.remove(name)?;
        let number = value.as_i64().and_then(|number| i32::try_from(number).ok());
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.complain(name, shown(name, value), Reason::OutOfRange(least, most));
        }
        number
    }

    /// A required whole number between two others; the fields of a form give it as digits. Whatever else is typed is told the two.
    pub fn take_whole(&mut self, name: &str, least: i32, most: i32) -> Option<i32> {
        let number = match self.fields.get(name) {
            None => None,
            Some(Value::String(text)) if text.trim().is_empty() => None,
            Some(Value::String(text)) => Some(text.trim().parse::<i64>().map_err(|_| Reason::OutOfRange(least, most))),
            Some(value) => Some(value.as_i64().ok_or(Reason::WrongType)),
        };
        let value = self.fields.remove(name);
        let reason = match number {
            Some(Ok(number)) if (i64::from(least)..=i64::from(most)).contains(&number) => return Some(number as i32),
            Some(Ok(_)) => Reason::OutOfRange(least, most),
            Some(Err(reason)) => reason,
            None => Reason::Missing,
        };
        self.complain(name, value.and_then(|value| shown(name, value)), reason);
        None
    }

    /// Whether a field is there and not empty; it is not taken.
    pub fn has_text(&self, name: &str) -> bool {
        self.fields.get(name).is_some_and(|value| value.as_str().is_none_or(|text| !text.trim().is_empty()))
    }

    /// What is left, untouched.
    pub fn into_rest(self) -> Map<String, Value> {
        self.fields
    }

    pub fn complain(&mut self, name: &str, value: Option<Value>, reason: Reason) {
        self.issues.push(Issue { place: self.place, name: name.to_owned(), value, reason });
    }

    fn complained_of(&self, name: &str) -> bool {
        self.issues.iter().any(|issue| issue.name == name)
    }

    /// Ends the reading: the complaints, with one for each field that nobody asked for.
    pub fn finish(mut self) -> Result<(), Problem> {
        let rest: Vec<String> = self.fields.keys().cloned().collect();
        for name in rest {
            self.complain(&name, None, Reason::Unknown);
        }
        if self.issues.is_empty() { Ok(()) } else { Err(Problem::input(self.issues)) }
    }
}

/// What was given, where it may be repeated: no secret, and no null, which our documents do not have.
fn shown(name: &str, value: Value) -> Option<Value> {
    (!is_secret(name) && !value.is_null()).then_some(value)
}

/// Whether what a field holds is never repeated.
pub fn is_secret(name: &str) -> bool {
    ["password", "token"].iter().any(|secret| name.to_lowercase().contains(secret))
}

/// A JSON object as body; no body at all counts as an empty object.
pub struct Body(pub Input);

impl FromRequest for Body {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let unknown = Query::of(request).finish();
        let is_json = is_content(request, |subtype| subtype == "application/json" || subtype.ends_with("+json"));
        let bytes = bytes(request, payload);
        Box::pin(async move {
            let bytes = bytes.await?;
            unknown?;
            if bytes.is_empty() {
                return Ok(Self(Input::new(Place::Body, Map::new())));
            }
            if !is_json {
                return Err(Kind::UnsupportedMediaType.into());
            }
            match serde_json::from_slice(&bytes) {
                Ok(Value::Object(fields))
                    if fields.iter().any(|(name, value)| name.contains('\0') || has_nul(value)) =>
                {
                    Err(Problem::input(vec![Issue::body("", Reason::Invisible)]))
                }
                Ok(Value::Object(fields)) => Ok(Self(Input::new(Place::Body, fields))),
                Ok(_) => Err(Problem::input(vec![Issue::body("", Reason::WrongType)])),
                Err(error) => Err(Problem::input(vec![Issue::malformed(&error)])),
            }
        })
    }
}

/// Whether a text in it has a NUL, which PostgreSQL does not take. serde reads 128 levels at most.
fn has_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(items) => items.iter().any(has_nul),
        Value::Object(fields) => fields.iter().any(|(name, value)| name.contains('\0') || has_nul(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// The query of an API request.
pub struct Query(pub Input);

impl FromRequest for Query {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(Ok(Self(Self::of(request))))
    }
}

impl Query {
    /// All parameters but `lang`, which the language of the request reads.
    fn of(request: &HttpRequest) -> Input {
        let all = pairs(request.query_string().as_bytes()).into_iter().filter(|(name, _)| name != "lang");
        Input::new(Place::Query, all.map(|(name, value)| (name, value.into())).collect())
    }
}

/// The fields of a form, in order, names as often as they were sent.
#[derive(Clone, Debug, Default)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Whether there is a NUL, which no text has and PostgreSQL does not take.
    pub fn has_nul(&self) -> bool {
        self.0.iter().any(|(name, value)| name.contains('\0') || value.contains('\0'))
    }

    /// For reading field by field; of repeated names the last counts.
    pub fn input(&self) -> Input {
        Input::new(Place::Body, self.0.iter().map(|(name, value)| (name.clone(), value.as_str().into())).collect())
    }
}

/// A form sent by a page of ours: same origin, and with the mark of the browser it was made for.
pub struct Form(pub Fields);

/// The hidden field that carries the mark.
pub const FORM_MARK: &str = "form_mark";

impl FromRequest for Form {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let mark = Mark::of(request);
        let is_form = is_form(request);
        let bytes = bytes(request, payload);
        Box::pin(async move {
            let bytes = bytes.await?;
            if !is_form {
                return Err(Kind::UnsupportedMediaType.into());
            }
            let mut fields = Fields(pairs(&bytes));
            mark.take(&mut fields)?;
            if fields.has_nul() {
                return Err(Kind::BadRequest.into());
            }
            Ok(Self(fields))
        })
    }
}

/// What a form must bring to be taken for one of ours.
pub struct Mark {
    expected: Option<String>,
    trusted: bool,
}

impl Mark {
    pub fn of(request: &HttpRequest) -> Self {
        Self { expected: crate::identity::browser::form_mark(request), trusted: comes_from_here(request) }
    }

    /// Takes the mark out of a form's fields, when it is the one that was given out.
    pub fn take(&self, fields: &mut Fields) -> Result<(), Problem> {
        if !self.trusted || self.expected.is_none() || fields.get(FORM_MARK) != self.expected.as_deref() {
            return Err(Kind::FormExpired.into());
        }
        fields.0.retain(|(name, _)| name != FORM_MARK);
        Ok(())
    }
}

/// Whether a browser says that a page of this origin sent the request (Fetch Metadata, else Origin; OWASP CSRF guide).
fn comes_from_here(request: &HttpRequest) -> bool {
    if request.method() == Method::GET {
        return true;
    }
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => site == "same-origin" || site == "none",
        // What browsers send on plain HTTP under our Referrer-Policy: it tells nothing, the form's mark decides.
        (None, Some("null")) => true,
        (None, Some(origin)) => is_own_origin(request, origin),
        (None, None) => true, // not a browser that could be misled: the form's mark decides
    }
}

/// Whether the browser vouches that a page of this origin sent the request: no other site can make it say so.
pub fn is_surely_from_here(request: &HttpRequest) -> bool {
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => is_own_origin(request, origin),
        (None, None) => false,
    }
}

fn is_own_origin(request: &HttpRequest, origin: &str) -> bool {
    let host = request.connection_info().host().to_owned();
    origin.split_once("://").is_some_and(|(_, origin_host)| origin_host == host)
}

/// Whether the body is the fields of a form without a file.
pub fn is_form(request: &HttpRequest) -> bool {
    is_content(request, |subtype| subtype == "application/x-www-form-urlencoded")
}

fn is_content(request: &HttpRequest, accepts: impl FnOnce(&str) -> bool) -> bool {
    let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let subtype = content_type.unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    accepts(&subtype)
}

/// What an administrator looks for: a number, or words of a name or an address.
pub fn read_sought(text: &str) -> Result<String, Reason> {
    match text.trim().chars().count() {
        0 | 1 => Err(Reason::TooShort(2)),
        2..=100 => Ok(text.trim().to_owned()),
        _ => Err(Reason::TooLong(100)),
    }
}

/// The pairs of `application/x-www-form-urlencoded` text (URL standard, 5.1).
pub fn pairs(bytes: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(bytes).map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
}

/// The whole body of a request that is not an upload.
pub fn bytes(
    request: &HttpRequest,
    payload: &mut Payload,
) -> impl Future<Output = Result<web::Bytes, Problem>> + use<> {
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    let payload = payload.take();
    async move {
        if length.is_some_and(|length: usize| length > LARGEST_BODY) {
            return Err(Kind::PayloadTooLarge.into());
        }
        let body = actix_web::body::to_bytes_limited(actix_web::body::BodyStream::new(payload), LARGEST_BODY);
        match body.await {
            Ok(Ok(bytes)) => Ok(bytes),
            Ok(Err(_)) => Err(Kind::BadRequest.into()),
            Err(_) => Err(Kind::PayloadTooLarge.into()),
        }
    }
}
