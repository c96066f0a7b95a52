//! What Twilio asks before it acts, and how it is answered
//! (<https://www.twilio.com/docs/conversations-classic/conversations-webhooks#pre-action-webhooks>).

use std::{collections::BTreeMap, time::Duration};

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header::CONTENT_TYPE};
use messaging_core::capability::{Asked, Decision, Question};

use super::changes;
use crate::{place, webhook::form::Form};

/// How long a hook may think: Twilio waits 5 s and then acts as if nobody had been asked.
const DEADLINE: Duration = Duration::from_millis(4_500);

/// The longest reason that is sent back, in characters.
const MAX_REASON: usize = 500;

/// Whether an event of that name is about to happen.
pub(in crate::webhook) fn is_question(name: &str) -> bool {
    matches!(
        name,
        "onConversationAdd"
            | "onConversationUpdate"
            | "onConversationRemove"
            | "onMessageAdd"
            | "onMessageUpdate"
            | "onMessageRemove"
            | "onParticipantAdd"
            | "onParticipantUpdate"
            | "onParticipantRemove"
            | "onUserUpdate"
    )
}

/// Reads a question. The values of a field that comes several times, such as the addresses of a group, are joined by
/// commas.
pub(in crate::webhook) fn asked(form: &Form<'_>, name: &str) -> Asked {
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in form.fields() {
        fields.entry(name.to_owned()).and_modify(|all| *all = format!("{all},{value}")).or_insert(value.to_owned());
    }
    let mut question = Question::new(name).with_fields(fields);
    if let Some(conversation) = form.get("ConversationSid") {
        question = question.at(place::conversation(conversation));
    }
    let name = name.to_owned();
    Asked { question, deadline: DEADLINE, ruling: Box::new(move |decision| answer(&name, decision)) }
}

/// Words what the application decided. Anything but 2xx rejects.
fn answer(event: &str, decision: Decision) -> Response<Bytes> {
    match decision {
        Decision::Modify { changes } => said(StatusCode::OK, "application/json", changes::written(event, changes)),
        Decision::Reject { reason } => {
            let reason: String = reason.chars().take(MAX_REASON).collect();
            said(StatusCode::FORBIDDEN, "text/plain; charset=utf-8", reason)
        }
        // To go on is what Twilio does by itself.
        _ => said(StatusCode::OK, "application/json", "{}".to_owned()),
    }
}

fn said(status: StatusCode, content_type: &'static str, body: String) -> Response<Bytes> {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}
