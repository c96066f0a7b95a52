//! What the parameters of several operations have in common.

use std::time::SystemTime;

use http::Method;

use super::{Refusal, form::Form};
use crate::twilio::dates;

/// A text of so many characters at most.
pub(crate) fn limited(
    form: &Form,
    name: &str,
    most: usize,
    code: u32,
    message: &str,
) -> Result<Option<String>, Refusal> {
    let text = form.text(name);
    if text.as_ref().is_some_and(|text| text.chars().count() > most) {
        return Err(Refusal::invalid(code, message));
    }
    Ok(text)
}

/// The name that people read: 256 characters.
pub(crate) fn friendly_name(form: &Form) -> Result<Option<String>, Refusal> {
    limited(form, "FriendlyName", 256, 50_003, "Friendly name too long")
}

/// When a resource is to have been created and updated.
pub(crate) fn dates(form: &Form) -> Result<(Option<SystemTime>, Option<SystemTime>), Refusal> {
    let read = |name, code, message| match form.get(name) {
        None => Ok(None),
        Some(text) => dates::moment(text).map(Some).ok_or_else(|| Refusal::invalid(code, message)),
    };
    let created = read("DateCreated", 50_308, "Invalid Date Created parameter")?;
    Ok((created, read("DateUpdated", 50_309, "Invalid Date Updated parameter")?))
}

/// Attributes are JSON, written as text of so many bytes at most.
pub(crate) fn attributes(form: &Form, most: usize) -> Result<Option<String>, Refusal> {
    let Some(attributes) = form.text("Attributes") else { return Ok(None) };
    if attributes.len() > most {
        return Err(Refusal::invalid(50_303, "Attributes too long"));
    }
    if serde_json::from_str::<serde::de::IgnoredAny>(&attributes).is_err() {
        return Err(Refusal::invalid(50_304, "Attributes not valid JSON"));
    }
    Ok(Some(attributes))
}

/// `true` or `false`.
pub(crate) fn flag(form: &Form, name: &str) -> Result<Option<bool>, Refusal> {
    match form.get(name) {
        None => Ok(None),
        Some("true") => Ok(Some(true)),
        Some("false") => Ok(Some(false)),
        Some(_) => Err(Refusal::invalid(20_422, format!("Invalid Parameter: {name} must be true or false"))),
    }
}

/// `get` or `post`, in either case.
pub(crate) fn method(form: &Form, name: &str) -> Result<Option<Method>, Refusal> {
    match form.get(name).map(str::to_ascii_uppercase).as_deref() {
        None => Ok(None),
        Some("GET") => Ok(Some(Method::GET)),
        Some("POST") => Ok(Some(Method::POST)),
        Some(_) => Err(Refusal::invalid(50_055, "Invalid webhook method")),
    }
}

/// An absolute URL. An empty one is given back as such: it removes.
pub(crate) fn url(form: &Form, name: &str) -> Result<Option<String>, Refusal> {
    let Some(url) = form.all(name).next() else { return Ok(None) };
    if url.chars().count() > 2_048 {
        return Err(Refusal::invalid(50_372, "Conversation webhook URL is too long"));
    }
    let target = url.split('#').next().unwrap_or_default().parse::<http::Uri>();
    let is_absolute = target.is_ok_and(|uri| matches!(uri.scheme_str(), Some("http" | "https")));
    if !url.is_empty() && !is_absolute {
        return Err(Refusal::invalid(50_054, "Invalid webhook format"));
    }
    Ok(Some(url.to_owned()))
}

/// Events, each of them known.
pub(crate) fn filters(form: &Form, name: &str, known: &[&str]) -> Result<Option<Vec<String>>, Refusal> {
    if !form.has(name) {
        return Ok(None);
    }
    let given: Vec<_> = form.all(name).filter(|event| !event.is_empty()).map(str::to_owned).collect();
    match given.iter().find(|event| !known.contains(&event.as_str())) {
        Some(event) => Err(Refusal::invalid(50_365, format!("Invalid conversation webhook filter: {event}"))),
        None => Ok(Some(given)),
    }
}
