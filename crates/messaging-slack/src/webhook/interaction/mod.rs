//! Buttons, menus, forms and shortcuts. Their meaning is in what they carry, so it outlives a restart of ours.
//!
//! <https://docs.slack.dev/reference/interaction-payloads>

mod chosen;
mod whereabouts;

use std::collections::BTreeMap;

use messaging_core::{
    Addressed, Event, EventKind,
    capability::{Received, Reply},
    event::{Interaction, ReplyAttributes},
    message::{Action, Author},
};
use serde_json::{Map, Value};

use super::{envelope::Fields, json::Json, other, question};
use crate::ts;

/// What agents are told of a payload beside what was chosen, by where it is.
const TOLD: [(&str, &str); 14] = [
    ("type", "/type"),
    ("action_id", "/actions/0/action_id"),
    ("block_id", "/actions/0/block_id"),
    ("element", "/actions/0/type"),
    ("callback_id", "/callback_id"),
    ("callback_id", "/view/callback_id"),
    ("view_id", "/view/id"),
    ("private_metadata", "/view/private_metadata"),
    ("trigger_id", "/trigger_id"),
    ("message_text", "/message/text"),
    ("message_user", "/message/user"),
    ("values", "/view/state/values"),
    ("values", "/state/values"),
    ("is_ephemeral", "/container/is_ephemeral"),
];

/// Reads a payload; nothing if it belongs to no workspace.
pub(super) fn read(payload: Fields<'_>, json: &str, digest: &str, raw: &str) -> Option<Received> {
    let team = whereabouts::team(payload)?;
    let (place, direct) = whereabouts::place(payload, team);
    let name = payload.text("/type").unwrap_or("unknown");
    let state = payload.at("/view/state").map(Json::to_value);
    let state = state.as_ref();
    let choices = match name {
        "block_suggestion" => return Some(question::options(Some(place), fields(payload, json))),
        "block_actions" => pressed(payload),
        "shortcut" | "message_action" => vec![named(payload.text("/callback_id").unwrap_or(name))],
        "view_submission" => sent(payload, state),
        _ => Vec::new(),
    };
    let key = format!("{team}:{}", payload.text("/trigger_id").unwrap_or(digest));
    if choices.is_empty() {
        return Some(Received::store(vec![other(key, place, name, raw)], Reply::empty()));
    }
    let mut action = Interaction::new(author(payload), choices);
    action.message = message(payload).map(Into::into);
    action.thread = payload.text("/message/thread_ts").or_else(|| payload.text("/container/thread_ts")).map(Into::into);
    action.attributes = told(payload);
    let replies = replies(payload, &action);
    let event = Event::new(key, place, EventKind::Action(action))
        .addressed(if direct { Addressed::Direct } else { Addressed::Aside })
        .with_raw(raw)
        .with_reply_attributes(replies);
    let event = match payload.text("/actions/0/action_ts").or_else(|| payload.text("/action_ts")).and_then(ts::moment) {
        Some(moment) => event.at(moment),
        None => event,
    };
    Some(if name == "view_submission" {
        question::form(event, fields(payload, json), chosen::first_block(state))
    } else {
        Received::store(vec![event], Reply::empty())
    })
}

/// What was pressed. An element of a kind that nobody knows counts by its name.
fn pressed(payload: Fields<'_>) -> Vec<Action> {
    let actions = payload.at("/actions").map(Json::list).unwrap_or_default();
    let chosen: Vec<_> = actions.iter().flat_map(|action| chosen::chosen(&action.to_value())).collect();
    if !chosen.is_empty() {
        return chosen;
    }
    payload.text("/actions/0/action_id").map(named).into_iter().collect()
}

/// What a form says. One without answers counts by its title.
fn sent(payload: Fields<'_>, state: Option<&Value>) -> Vec<Action> {
    let answers = chosen::answers(state);
    if !answers.is_empty() {
        return answers;
    }
    let name = payload.text("/view/callback_id").unwrap_or("view_submission");
    vec![Action::new(payload.text("/view/title/text").unwrap_or(name), name)]
}

fn named(name: &str) -> Action {
    Action::new(name, name)
}

fn author(payload: Fields<'_>) -> Author {
    let author = Author::new(payload.text("/user/id").unwrap_or("unknown"));
    match payload.text("/user/name").or_else(|| payload.text("/user/username")) {
        Some(name) => author.named(name),
        None => author,
    }
}

fn message(payload: Fields<'_>) -> Option<&str> {
    ["/container/message_ts", "/message/ts", "/message_ts"].into_iter().find_map(|pointer| payload.text(pointer))
}

fn told(payload: Fields<'_>) -> Map<String, Value> {
    let found = TOLD.iter().filter_map(|(name, pointer)| Some((*name, payload.at(pointer)?.to_value())));
    let said = found.filter(|(_, value)| !value.is_null() && value != "" && value != &Value::Object(Map::new()));
    said.map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Where the answer goes: to the URL that came along, for everybody who saw the message.
fn replies(payload: Fields<'_>, action: &Interaction) -> ReplyAttributes {
    let url = payload.text("/response_url").or_else(|| payload.text("/response_urls/0/response_url"));
    let Some(url) = url else { return ReplyAttributes::default() };
    // What only one person sees cannot be answered to all.
    let seen = if payload.is_true("/container/is_ephemeral") { "ephemeral" } else { "in_channel" };
    let user = action.author.id.as_str();
    ReplyAttributes::default().with("response_url", url).with("response_type", seen).with("user", user)
}

/// What a hook is told: the whole payload, and beside it what it most often asks for.
fn fields(payload: Fields<'_>, json: &str) -> BTreeMap<String, String> {
    let read = [
        ("user", "/user/id"),
        ("callback_id", "/view/callback_id"),
        ("view_id", "/view/id"),
        ("trigger_id", "/trigger_id"),
        ("action_id", "/action_id"),
        ("block_id", "/block_id"),
        ("value", "/value"),
    ];
    let read = read.into_iter().filter_map(|(name, pointer)| Some((name.to_owned(), payload.scalar(pointer)?)));
    read.chain([("payload".to_owned(), json.to_owned())]).collect()
}
