use serde_json::{Value, json};

use crate::{
    TwilioEmulator,
    twilio::{
        dates,
        records::{Conversation, Participant, Who},
    },
};

impl TwilioEmulator {
    pub(crate) fn participant(&self, conversation: &Conversation, participant: &Participant, root: &str) -> Value {
        let path = format!("{root}/Conversations/{}/Participants/{}", conversation.sid, participant.sid);
        json!({
            "sid": participant.sid,
            "account_sid": self.account.settings.account_sid,
            "chat_service_sid": conversation.service_sid,
            "conversation_sid": conversation.sid,
            "identity": participant.identity(),
            "attributes": participant.attributes,
            "messaging_binding": binding(participant),
            "role_sid": participant.role_sid,
            "date_created": dates::iso(participant.created),
            "date_updated": dates::iso(participant.updated),
            "url": self.absolute(&path),
            "last_read_message_index": participant.last_read_index,
            "last_read_timestamp": participant.last_read_at,
        })
    }
}

/// How they are reached outside the chat.
pub(crate) fn binding(participant: &Participant) -> Option<Value> {
    let kind = participant.channel().map_or("sms", |channel| channel.lower());
    match &participant.who {
        Who::Chat { .. } => None,
        Who::Bound { address, proxy } => Some(json!({ "type": kind, "address": address, "proxy_address": proxy })),
        Who::Grouped { address } => Some(json!({ "type": kind, "address": address })),
        Who::Projected { number, .. } => Some(json!({ "type": kind, "projected_address": number })),
    }
}
