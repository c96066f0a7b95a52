use http::{Response, StatusCode};
use serde_json::{Value, json};

use super::{
    Outcome, Refusal,
    call::{Call, Parameters},
    form::Form,
    page::Page,
};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        dates,
        records::{Conversation, keep},
        sid::is_sid,
        webhook::Source,
    },
};

const WRITE: Parameters = Parameters {
    operation: "POST Conversations",
    known: &["FriendlyName", "UniqueName", "Attributes", "MessagingServiceSid", "State"],
    idle: &[
        "DateCreated",
        "DateUpdated",
        "Timers.Inactive",
        "Timers.Closed",
        "Bindings.Email.Address",
        "Bindings.Email.Name",
    ],
};
const LIST: Parameters = Parameters {
    operation: "GET Conversations",
    known: &["State", "PageSize", "Page", "PageToken"],
    idle: &["StartDate", "EndDate"],
};

impl TwilioEmulator {
    /// `POST …/Conversations`
    pub(crate) fn create_conversation(&self, call: &Call) -> Outcome {
        let form = self.form(call, WRITE)?;
        let asked = Asked::read(&form)?;
        if asked.state.as_deref() == Some("closed") {
            return Err(Refusal::invalid(50_384, "Initial state can't be 'closed'"));
        }
        if let Some(name) = &asked.unique_name {
            self.is_free(name, None)?;
        }
        let now = self.desk.wall();
        let conversation = Conversation {
            sid: self.sid("CH"),
            friendly_name: asked.friendly_name,
            unique_name: asked.unique_name,
            messaging_service_sid: self.account.settings.messaging_service_sid.clone(),
            attributes: asked.attributes.unwrap_or_else(|| "{}".to_owned()),
            state: asked.state.unwrap_or_else(|| "active".to_owned()),
            created: now,
            updated: now,
            participants: Vec::new(),
            posts: std::collections::VecDeque::new(),
            next_index: 0,
        };
        self.desk.note(format_args!("twilio POST Conversations {}", conversation.sid));
        keep(&mut self.records().conversations, conversation.clone());
        if call.tells {
            self.tell_conversation(&conversation, "onConversationAdded", &Source::Api);
        }
        Ok(json_answer(StatusCode::CREATED, &self.conversation(&conversation, &call.root)))
    }

    /// `POST …/Conversations/{C}`: changes what is named.
    pub(crate) fn update_conversation(&self, call: &Call, name: &str) -> Outcome {
        let form = self.form(call, WRITE)?;
        let asked = Asked::read(&form)?;
        let before = self.find(call, name)?;
        not_closed(&before)?;
        if let Some(name) = &asked.unique_name {
            self.is_free(name, Some(&before.sid))?;
        }
        let now = self.desk.wall();
        let after = self.change(call, &before.sid, |conversation| {
            conversation.friendly_name = asked.friendly_name.or(conversation.friendly_name.take());
            conversation.unique_name = asked.unique_name.or(conversation.unique_name.take());
            if let Some(attributes) = asked.attributes {
                conversation.attributes = attributes;
            }
            if let Some(state) = asked.state {
                conversation.state = state;
            }
            conversation.updated = now;
            conversation.clone()
        })?;
        if call.tells {
            self.tell_conversation(&after, "onConversationUpdated", &Source::Api);
            if before.state != after.state {
                self.tell_state(&after, &before.state, "API", &Source::Api);
            }
        }
        Ok(json_answer(StatusCode::OK, &self.conversation(&after, &call.root)))
    }

    /// `GET …/Conversations/{C}`
    pub(crate) fn fetch_conversation(&self, call: &Call, name: &str) -> Outcome {
        let conversation = self.find(call, name)?;
        Ok(json_answer(StatusCode::OK, &self.conversation(&conversation, &call.root)))
    }

    /// `DELETE …/Conversations/{C}`
    pub(crate) fn delete_conversation(&self, call: &Call, name: &str) -> Outcome {
        let conversation = self.find(call, name)?;
        self.records().conversations.retain(|other| other.sid != conversation.sid);
        if call.tells {
            self.tell_conversation(&conversation, "onConversationRemoved", &Source::Api);
        }
        Ok(no_content())
    }

    /// `GET …/Conversations`
    pub(crate) fn list_conversations(&self, call: &Call) -> Outcome {
        self.check(&call.query, LIST);
        let state = call.query.get("State");
        let is_asked = |conversation: &&Conversation| state.is_none_or(|state| conversation.state == state);
        let all: Vec<_> = self.records().conversations.iter().filter(is_asked).cloned().collect();
        let page = Page::cut(all, &call.query, 100, |conversation| &conversation.sid)?;
        let items = page.items.iter().map(|conversation| self.conversation(conversation, &call.root)).collect();
        Ok(json_answer(StatusCode::OK, &page.meta(&self.absolute(&call.path), "conversations", items)))
    }

    /// A copy of a conversation, by sid or unique name.
    pub(crate) fn find(&self, call: &Call, name: &str) -> Result<Conversation, Refusal> {
        self.records().conversation(name).cloned().ok_or_else(|| call.not_found())
    }

    /// Changes a conversation in one step.
    pub(crate) fn change<T>(
        &self,
        call: &Call,
        sid: &str,
        change: impl FnOnce(&mut Conversation) -> T,
    ) -> Result<T, Refusal> {
        self.records().conversation(sid).map(change).ok_or_else(|| call.not_found())
    }

    fn is_free(&self, unique_name: &str, except: Option<&str>) -> Result<(), Refusal> {
        match self.records().conversation(unique_name) {
            Some(other) if Some(other.sid.as_str()) != except => {
                Err(Refusal::conflict(50_353, "Conversation with provided unique name already exists"))
            }
            _ => Ok(()),
        }
    }

    fn conversation(&self, conversation: &Conversation, root: &str) -> Value {
        let url = self.absolute(&format!("{root}/Conversations/{}", conversation.sid));
        json!({
            "sid": conversation.sid,
            "account_sid": self.account.settings.account_sid,
            "chat_service_sid": self.account.settings.conversations_service_sid,
            "messaging_service_sid": conversation.messaging_service_sid,
            "friendly_name": conversation.friendly_name,
            "unique_name": conversation.unique_name,
            "attributes": conversation.attributes,
            "state": conversation.state,
            "date_created": dates::iso(conversation.created),
            "date_updated": dates::iso(conversation.updated),
            "timers": {},
            "bindings": {},
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

/// The parameters of a conversation, checked.
struct Asked {
    friendly_name: Option<String>,
    unique_name: Option<String>,
    attributes: Option<String>,
    state: Option<String>,
}

impl Asked {
    fn read(form: &Form) -> Result<Self, Refusal> {
        let (friendly_name, unique_name, state) =
            (form.text("FriendlyName"), form.text("UniqueName"), form.text("State"));
        let is_long = |name: &Option<String>| name.as_ref().is_some_and(|name| name.chars().count() > 256);
        if is_long(&friendly_name) {
            return Err(Refusal::invalid(50_003, "Friendly name too long"));
        }
        if is_long(&unique_name) {
            return Err(Refusal::invalid(50_004, "Unique Name too long"));
        }
        if unique_name.as_deref().is_some_and(|name| is_sid("CH", name)) {
            return Err(Refusal::invalid(50_390, "Unique name should not match conversation sid pattern"));
        }
        if state.as_deref().is_some_and(|state| !matches!(state, "active" | "inactive" | "closed" | "initializing")) {
            return Err(Refusal::invalid(50_378, "'State' parameter value is invalid"));
        }
        Ok(Self { friendly_name, unique_name, attributes: attributes(form, 16 * 1024)?, state })
    }
}

/// Attributes are JSON, written as text.
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

/// Closed is final.
pub(crate) fn not_closed(conversation: &Conversation) -> Result<(), Refusal> {
    if conversation.is_closed() {
        return Err(Refusal::invalid(50_377, "Can't update conversation as it's in final closed state"));
    }
    Ok(())
}

/// The answer to every DELETE.
pub(crate) fn no_content() -> Response<bytes::Bytes> {
    let mut response = Response::new(bytes::Bytes::new());
    *response.status_mut() = StatusCode::NO_CONTENT;
    response
}
