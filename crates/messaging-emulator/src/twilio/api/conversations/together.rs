//! A conversation and its participants in one request
//! (<https://www.twilio.com/docs/conversations-classic/api/conversation-with-participants-resource>).

use std::collections::BTreeSet;

use http::StatusCode;
use serde_json::{Map, Value};

use super::asked::Asked;
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            form::Form,
            participants::ADD,
        },
        records::{Conversation, Participant, Who},
        webhook::Source,
    },
};

const CREATE: Parameters = Parameters {
    operation: "POST ConversationWithParticipants",
    known: &[
        "FriendlyName",
        "UniqueName",
        "Attributes",
        "MessagingServiceSid",
        "State",
        "DateCreated",
        "DateUpdated",
        "Timers.Inactive",
        "Timers.Closed",
        "Bindings.Email.Address",
        "Bindings.Email.Name",
        "Participant",
    ],
    idle: &[],
};

/// Most participants of one request.
const MOST: usize = 10;

impl TwilioEmulator {
    /// `POST …/ConversationWithParticipants`: all of it, or nothing. A group MMS is being set up for a moment.
    pub(crate) fn create_conversation_with_participants(&self, call: &Call) -> Outcome {
        let form = self.form(call, CREATE)?;
        let mut conversation = self.conversation_of(&call.service, Asked::read(&form)?)?;
        let given: Vec<_> = form.all("Participant").filter(|text| !text.is_empty()).collect();
        if given.len() > MOST {
            let message = format!("At most {MOST} participants can be added in one request");
            return Err(Refusal::new(StatusCode::FORBIDDEN, 50_426, message));
        }
        let forms = given.iter().map(|text| participant_form(text)).collect::<Result<Vec<_>, _>>()?;
        let is_group = forms.iter().any(|form| form.has("MessagingBinding.ProjectedAddress"));
        for form in &forms {
            self.check(form, Parameters { operation: "POST ConversationWithParticipants: Participant", ..ADD });
            let participant = self.participant_of(form, &conversation, is_group)?;
            conversation.participants.push(participant);
        }
        if is_group {
            self.is_new_group(&conversation)?;
            "initializing".clone_into(&mut conversation.state);
        }
        self.desk.note(format_args!("twilio POST ConversationWithParticipants {}", conversation.sid));
        self.open(conversation.clone())?;
        for identity in conversation.participants.iter().filter_map(Participant::identity) {
            self.remember_user(call, identity);
        }
        if call.tells {
            self.tell_conversation(&conversation, "onConversationAdded", &Source::Api);
            for participant in &conversation.participants {
                self.tell_participant(&conversation, participant, "onParticipantAdded", &Source::Api);
            }
        }
        Ok(json_answer(StatusCode::ACCEPTED, &self.conversation(&conversation, &call.root)))
    }

    /// The same people in one open group only: 50438.
    fn is_new_group(&self, conversation: &Conversation) -> Result<(), Refusal> {
        let people = addresses(conversation);
        match self.records().conversations.iter().find(|other| !other.is_closed() && addresses(other) == people) {
            None => Ok(()),
            Some(other) => {
                let message = format!("Group conversation with given participant list already exists: {}", other.sid);
                Err(Refusal::conflict(50_438, message))
            }
        }
    }
}

/// The numbers that a group MMS shows to its members.
fn addresses<'a>(conversation: &'a Conversation) -> BTreeSet<&'a str> {
    let address = |participant: &'a Participant| match &participant.who {
        Who::Grouped { address } => Some(address.as_str()),
        Who::Projected { number, .. } => Some(number.as_str()),
        _ => None,
    };
    conversation.participants.iter().filter_map(address).collect()
}

/// One participant, whose JSON has the parameters' names as keys: `{"identity": "ann"}`, or
/// `{"messaging_binding": {"address": "+1…", "proxy_address": "+1…"}}`.
fn participant_form(text: &str) -> Result<Form, Refusal> {
    let invalid = || Refusal::invalid(20_422, "Invalid Parameter: Participant must be a JSON object");
    let fields: Map<String, Value> = serde_json::from_str(text).map_err(|_| invalid())?;
    let mut pairs = Vec::new();
    flatten("", &fields, &mut pairs);
    Ok(Form::of(pairs))
}

fn flatten(prefix: &str, fields: &Map<String, Value>, pairs: &mut Vec<(String, String)>) {
    for (key, value) in fields {
        let name = format!("{prefix}{}", camel(key));
        match value {
            Value::Null => {}
            Value::Object(inner) if key == "attributes" => pairs.push((name, Value::Object(inner.clone()).to_string())),
            Value::Object(inner) => flatten(&format!("{name}."), inner, pairs),
            Value::String(text) => pairs.push((name, text.clone())),
            other => pairs.push((name, other.to_string())),
        }
    }
}

/// `proxy_address` is `ProxyAddress`; what is written that way already stays.
fn camel(key: &str) -> String {
    let words = key.split('_').map(|word| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    });
    words.collect()
}
