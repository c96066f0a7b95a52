//! The conversations of whoever has an identity or an address
//! (<https://www.twilio.com/docs/conversations-classic/api/participant-conversation-resource>).

use std::collections::BTreeMap;

use futures_util::StreamExt;
use messaging_core::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    JsonText, List as Lists, Timestamp, TwilioClient, bounds,
    call::{Root, Spelled},
    conversations::{State, Timers},
    params::{Params, params},
    participants::MessagingBinding,
};

/// A conversation as one participant has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ParticipantConversation {
    /// The account, `AC…`.
    pub account_sid: Option<String>,
    /// The Conversations service, `IS…`.
    pub chat_service_sid: Option<String>,
    /// Who they are in the conversation, `MB…`.
    pub participant_sid: Option<String>,
    /// Who they are in the service, `US…`, where they have an identity.
    pub participant_user_sid: Option<String>,
    /// Their name in the service.
    pub participant_identity: Option<String>,
    /// How they are reached over a channel.
    pub participant_messaging_binding: Option<MessagingBinding>,
    /// The conversation, `CH…`.
    pub conversation_sid: Option<String>,
    /// The name that no other conversation of the service has.
    pub conversation_unique_name: Option<String>,
    /// What people call the conversation.
    pub conversation_friendly_name: Option<String>,
    /// The application's own data of the conversation.
    pub conversation_attributes: Option<JsonText>,
    /// When the conversation was created.
    pub conversation_date_created: Option<Timestamp>,
    /// When the conversation was changed last.
    pub conversation_date_updated: Option<Timestamp>,
    /// Who created it.
    pub conversation_created_by: Option<String>,
    /// Where the conversation is in its life.
    pub conversation_state: Option<State>,
    /// When it will change its state by itself.
    pub conversation_timers: Option<Timers>,
    /// The URLs of the conversation and of the participant.
    pub links: Option<BTreeMap<String, String>>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

params! {
    /// Lists the conversations of whoever has an identity or an address: one of the two.
    List of {} with {
        /// Their name in the service.
        identity: String = "Identity",
        /// Their address: `+15550100777`, `whatsapp:+15550100777`.
        address: String = "Address",
        /// How many a page holds; up to 50.
        page_size: u32 = "PageSize",
    }
}

impl Lists for List {
    type Item = ParticipantConversation;
    const KEY: &'static str = "conversations";
    const WHAT: &'static str = "conversation of a participant";

    fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
        bounds::page_size(self.page_size, 50)?;
        // Error 50451.
        match (&self.identity, &self.address) {
            (Some(_), Some(_)) => return Err(bounds::refuse("Identity", "and `Address` exclude each other")),
            (None, None) => return Err(bounds::refuse("Identity", "is missing, and so is `Address`: give one")),
            _ => {}
        }
        Ok(Spelled::get(root.scoped("/ParticipantConversations"), self.fields()))
    }
}

impl TwilioClient {
    /// Finds the conversation that an address of theirs is in with our `proxy`: a pair of addresses is in one that is
    /// not closed at most, and adding it to another is error 50416. None if they are in no such conversation.
    ///
    /// `address` and `proxy` are on the same channel: `+15550100777`, `whatsapp:+15550100777`. All conversations of the
    /// address are read until it is found.
    pub async fn conversation_of(&self, address: &str, proxy: &str) -> Result<Option<ParticipantConversation>> {
        let is_it = |found: &ParticipantConversation| {
            let binding = found.participant_messaging_binding.as_ref();
            found.conversation_state != Some(State::Closed)
                && binding.and_then(|binding| binding.proxy_address.as_deref()) == Some(proxy)
        };
        let mut all = self.list(List::new().address(address).page_size(50_u32));
        while let Some(found) = all.next().await {
            let found = found?;
            if is_it(&found) {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }
}
