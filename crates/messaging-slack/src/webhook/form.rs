//! Slash commands and interactivity, which come as forms. They are kept, and answered with an empty 200.
//!
//! <https://docs.slack.dev/interactivity/handling-user-interaction>

use std::{borrow::Cow, collections::BTreeMap};

use bytes::Bytes;
use http::{HeaderMap, Request, header::CONTENT_TYPE};
use messaging_core::{Error, ErrorKind, Event, Result, signature::sha256_hex};
use serde_json::Value;

use super::{
    envelope::{Fields, is_direct, place_of},
    other,
};
use crate::place;

/// Whether the body is a form, with or without a charset.
pub(super) fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// Whether Slack only looks at our certificate: `ssl_check=1` in a form, or in the query of a GET.
pub(super) fn is_certificate_check(request: &Request<Bytes>) -> bool {
    let asks = |form: &[u8]| form_urlencoded::parse(form).any(|(key, value)| key == "ssl_check" && value == "1");
    match *request.method() {
        http::Method::GET => asks(request.uri().query().unwrap_or_default().as_bytes()),
        _ => is_form(request.headers()) && asks(request.body()),
    }
}

/// Reads a form whose signature is good.
pub(super) fn read(request: &Request<Bytes>) -> Result<Vec<Event>> {
    let raw = String::from_utf8_lossy(request.body());
    let fields: BTreeMap<Cow<'_, str>, Cow<'_, str>> = form_urlencoded::parse(request.body()).collect();
    // Whatever has no name of its own is known by its bytes, which are the same if it is told again.
    let digest = sha256_hex([request.body().as_ref()]);
    let event = match fields.get("payload") {
        Some(payload) => {
            let value: Value = serde_json::from_str(payload).map_err(|cause| {
                Error::new(ErrorKind::Invalid, "the form is signed and its payload is no JSON").with_source(cause)
            })?;
            interaction(Fields::of(&value), &digest, &raw)
        }
        None => command(|key| fields.get(key).map(AsRef::as_ref).filter(|text| !text.is_empty()), &digest, &raw),
    };
    Ok(event.into_iter().collect())
}

fn interaction(payload: Fields<'_>, digest: &str, raw: &str) -> Option<Event> {
    let team = ["/team/id", "/user/team_id", "/enterprise/id"].into_iter().find_map(|pointer| payload.text(pointer));
    let organisation = payload.text("/enterprise/id").filter(|_| payload.is_true("/is_enterprise_install"));
    let team = organisation.or(team)?;
    let channel = payload.text("/channel/id").or_else(|| payload.text("/container/channel_id"));
    let root = payload.text("/message/thread_ts").or_else(|| payload.text("/container/thread_ts"));
    let place = match (channel, root) {
        (Some(channel), Some(root)) => place::thread(team, channel, root),
        (Some(channel), None) => place_of(team, channel, is_direct(None, channel)),
        (None, _) => place::workspace(team),
    };
    let key = payload.text("/trigger_id").unwrap_or(digest);
    Some(other(format!("{team}:{key}"), place, payload.text("/type").unwrap_or("unknown"), raw))
}

fn command<'f>(field: impl Fn(&str) -> Option<&'f str>, digest: &str, raw: &str) -> Option<Event> {
    field("command")?;
    let organisation = field("enterprise_id").filter(|_| field("is_enterprise_install") == Some("true"));
    let team = organisation.or_else(|| field("team_id"))?;
    let place = match field("channel_id") {
        Some(channel) => place_of(team, channel, is_direct(None, channel)),
        None => place::workspace(team),
    };
    let key = field("trigger_id").unwrap_or(digest);
    Some(other(format!("{team}:{key}"), place, "slash_commands", raw))
}
