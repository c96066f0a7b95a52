use serde_json::{Map, Value, json};

use crate::{
    TwilioEmulator,
    twilio::{dates, records::Conversation},
};

impl TwilioEmulator {
    pub(crate) fn conversation(&self, conversation: &Conversation, root: &str) -> Value {
        let url = self.absolute(&format!("{root}/Conversations/{}", conversation.sid));
        json!({
            "sid": conversation.sid,
            "account_sid": self.account.settings.account_sid,
            "chat_service_sid": conversation.service_sid,
            "messaging_service_sid": conversation.messaging_service_sid,
            "friendly_name": conversation.friendly_name,
            "unique_name": conversation.unique_name,
            "attributes": conversation.attributes,
            "state": conversation.state,
            "date_created": dates::iso(conversation.created),
            "date_updated": dates::iso(conversation.updated),
            "timers": timers(conversation),
            "bindings": bindings(conversation),
            "links": {
                "participants": format!("{url}/Participants"),
                "messages": format!("{url}/Messages"),
                "webhooks": format!("{url}/Webhooks"),
                "export": format!("{url}/Export"),
            },
            "url": url,
        })
    }
}

/// When the conversation will become inactive and when it will be closed, as far as it will.
pub(crate) fn timers(conversation: &Conversation) -> Value {
    let timers = &conversation.timers;
    let mut dates = Map::new();
    let state = conversation.state.as_str();
    for (name, wait, counts) in [
        ("date_inactive", timers.inactive, matches!(state, "active" | "initializing")),
        ("date_closed", timers.closed, state != "closed"),
    ] {
        if let Some(at) = wait.filter(|_| counts).and_then(|wait| timers.since_wall.checked_add(wait)) {
            dates.insert(name.to_owned(), dates::iso(at).into());
        }
    }
    dates.into()
}

fn bindings(conversation: &Conversation) -> Value {
    let email = &conversation.email;
    match (&email.address, &email.name) {
        (None, None) => json!({}),
        (address, name) => json!({ "email": { "address": address, "name": name } }),
    }
}
