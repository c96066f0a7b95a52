//! What Slack waits for: the answer to a form, a command or a menu, within 3 s.
//!
//! <https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response>

use std::{collections::BTreeMap, time::Duration};

use bytes::Bytes;
use http::{HeaderValue, Response, header::CONTENT_TYPE};
use messaging_core::{
    Event, Place,
    capability::{Asked, Decision, Question, Received, Reply},
};
use serde_json::{Map, Value, json};

/// How long the application may take: Slack's 3 s, less the way back.
const DEADLINE: Duration = Duration::from_millis(2_500);

const JSON: &str = "application/json";

/// Stores a form that was sent, then asks what becomes of it. Without an answer it closes.
///
/// A rejection is shown at `block`, the first answer of the form, or instead of the form if it has none.
pub(super) fn form(event: Event, fields: BTreeMap<String, String>, block: Option<String>) -> Received {
    ask("view_submission", event, fields, move |reason| match block {
        Some(block) => json!({ "response_action": "errors", "errors": { block: reason } }),
        None => json!({ "response_action": "update", "view": { "type": "modal",
            "title": { "type": "plain_text", "text": "Not accepted" },
            "blocks": [{ "type": "section", "text": { "type": "plain_text", "text": reason } }] } }),
    })
}

/// Stores a command, then asks whether something is to be said at once. Without an answer nothing is.
pub(super) fn command(event: Event, fields: BTreeMap<String, String>) -> Received {
    ask("slash_command", event, fields, |reason| json!({ "response_type": "ephemeral", "text": reason }))
}

fn ask(
    kind: &str,
    event: Event,
    fields: BTreeMap<String, String>,
    rejected: impl FnOnce(String) -> Value + Send + 'static,
) -> Received {
    let question = question(kind, Some(event.conversation.clone()), fields);
    let reply = Box::new(|decision| match decision {
        Decision::Answer { answer } if !answer.is_empty() => say(&Value::Object(answer)),
        Decision::Reject { reason } => say(&rejected(shown(&reason))),
        _ => Reply::empty(),
    });
    Received::Decide { events: vec![event], question, deadline: DEADLINE, reply }
}

/// Asks for the options of a menu that is being typed in. Without an answer there are none.
pub(super) fn options(place: Option<Place>, fields: BTreeMap<String, String>) -> Received {
    let question = question("block_suggestion", place, fields);
    let ruling = Box::new(|decision| {
        let answer = match decision {
            Decision::Answer { answer } => answer,
            _ => Map::from_iter([("options".to_owned(), json!([]))]),
        };
        let mut response = Response::new(Bytes::from(Value::Object(answer).to_string()));
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(JSON));
        response
    });
    Received::Ask(Asked { question, deadline: DEADLINE, ruling })
}

fn question(kind: &str, place: Option<Place>, fields: BTreeMap<String, String>) -> Question {
    let question = Question::new(kind).with_fields(fields);
    match place {
        Some(place) => question.at(place),
        None => question,
    }
}

fn say(answer: &Value) -> Reply {
    Reply::body(JSON, answer.to_string())
}

/// Slack shows no empty reason.
fn shown(reason: &str) -> String {
    if reason.trim().is_empty() { "This was not accepted.".to_owned() } else { reason.to_owned() }
}
