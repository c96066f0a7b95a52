use std::time::{Duration, SystemTime};

use super::contents::is_web;
use crate::twilio::{
    api::{Refusal, form::Form},
    dates,
    records::Options,
    sid::is_sid,
};

/// How long before it is sent a message may be scheduled.
const SOONEST: Duration = Duration::from_secs(900);
const LATEST: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Reads everything about a message but who and what.
pub(super) fn read(form: &Form, now: SystemTime) -> Result<Options, Refusal> {
    let of = |name: &str, words: &[&str]| match form.get(name) {
        Some(word) if !words.contains(&word) => {
            Err(Refusal::invalid(20_422, format!("Invalid Parameter: {name} must be one of {}", words.join(", "))))
        }
        word => Ok(word),
    };
    let content = of("ContentRetention", &["retain", "discard"])?;
    let address = of("AddressRetention", &["retain", "obfuscate"])?;
    of("TrafficType", &["free"])?;
    of("RiskCheck", &["enable", "disable"])?;
    if form.get("Attempt").is_some_and(|attempt| !attempt.parse::<u32>().is_ok_and(|count| count > 0)) {
        return Err(Refusal::invalid(20_422, "Invalid Parameter: Attempt must be a number from 1"));
    }
    if form.get("ApplicationSid").is_some_and(|sid| !is_sid("AP", sid)) {
        return Err(Refusal::invalid(21_218, "Invalid ApplicationSid"));
    }
    if form.get("MaxPrice").is_some_and(|price| !price.parse::<f64>().is_ok_and(|price| price > 0.0)) {
        return Err(Refusal::invalid(21_627, "Max Price must be a valid float"));
    }
    Ok(Options {
        status_callback: status_callback(form)?,
        validity: validity(form)?,
        send_after: send_after(form, now)?,
        is_pooled: form.get("From").is_none(),
        forgets_body: content == Some("discard"),
        forgets_address: address == Some("obfuscate"),
        ..Options::default()
    })
}

fn status_callback(form: &Form) -> Result<Option<String>, Refusal> {
    let has_underscore =
        |url: &str| url.parse::<http::Uri>().is_ok_and(|uri| uri.host().is_some_and(|host| host.contains('_')));
    match form.text("StatusCallback") {
        Some(url) if !is_web(&url) || url.len() > 4_000 || has_underscore(&url) => {
            Err(Refusal::invalid(21_609, "The 'StatusCallback' URL is not a valid URL."))
        }
        callback => Ok(callback),
    }
}

fn validity(form: &Form) -> Result<Option<Duration>, Refusal> {
    let Some(text) = form.get("ValidityPeriod") else { return Ok(None) };
    let seconds = text.parse().ok().filter(|seconds| (1..=36_000).contains(seconds));
    seconds.map(Duration::from_secs).map(Some).ok_or_else(|| Refusal::invalid(21_624, "Invalid validity period value"))
}

fn send_after(form: &Form, now: SystemTime) -> Result<Option<Duration>, Refusal> {
    match form.get("ScheduleType") {
        None => return Ok(None),
        Some("fixed") => {}
        Some(_) => {
            return Err(Refusal::invalid(35_126, "The ScheduleType value provided is not supported for this channel"));
        }
    }
    let Some(text) = form.get("SendAt") else {
        return Err(Refusal::invalid(35_111, "SendAt timestamp is missing"));
    };
    if form.get("MessagingServiceSid").is_none() {
        return Err(Refusal::invalid(35_118, "MessagingServiceSid is required to schedule a message"));
    }
    let after = dates::moment(text).and_then(|at| at.duration_since(now).ok());
    let after = after.filter(|after| (SOONEST..=LATEST).contains(after));
    after.map(Some).ok_or_else(|| Refusal::invalid(35_114, "Scheduling does not support this timestamp"))
}
