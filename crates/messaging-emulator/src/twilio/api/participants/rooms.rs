//! In which conversations somebody is
//! (<https://www.twilio.com/docs/conversations-classic/api/participant-conversation-resource>).

use http::StatusCode;
use serde_json::{Value, json};

use super::binding;
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            conversations::timers,
            page::Page,
        },
        dates,
        records::{Conversation, Participant},
    },
};

const LIST: Parameters = Parameters {
    operation: "GET ParticipantConversations",
    known: &["Identity", "Address", "PageSize", "Page", "PageToken"],
    idle: &[],
};

impl TwilioEmulator {
    /// `GET …/ParticipantConversations`: by identity or by address, closed conversations too.
    pub(crate) fn list_participant_conversations(&self, call: &Call) -> Outcome {
        self.check(&call.query, LIST);
        let (identity, address) = (call.query.get("Identity"), call.query.get("Address"));
        if identity.is_some() && address.is_some() {
            return Err(Refusal::invalid(
                50_451,
                "One user identifier parameter for lookup at a time is allowed. Please, use either Identity or Address.",
            ));
        }
        let is_meant = |participant: &&Participant| {
            identity.is_none_or(|identity| participant.identity() == Some(identity))
                && address.is_none_or(|address| participant.phone() == Some(address))
        };
        let mut records = self.records();
        let mut rooms = Vec::new();
        for conversation in records.conversations.iter().filter(|other| other.service_sid == call.service) {
            let found = conversation.participants.iter().filter(is_meant);
            rooms.extend(found.map(|participant| (conversation.clone(), participant.clone())));
        }
        let user = |participant: &Participant, records: &mut crate::twilio::records::Records| {
            let user = records.service(&call.service)?.user(participant.identity()?)?;
            Some(user.sid.clone())
        };
        let page = Page::cut(rooms, &call.query, 50, |(_, participant)| &participant.sid)?;
        let items = page.items.iter().map(|(conversation, participant)| {
            self.participant_conversation(
                conversation,
                participant,
                user(participant, &mut records).as_deref(),
                &call.root,
            )
        });
        let items = items.collect();
        Ok(json_answer(StatusCode::OK, &page.meta(&self.absolute(&call.path), "conversations", items)))
    }

    fn participant_conversation(
        &self,
        conversation: &Conversation,
        participant: &Participant,
        user_sid: Option<&str>,
        root: &str,
    ) -> Value {
        let url = self.absolute(&format!("{root}/Conversations/{}", conversation.sid));
        let whole = binding(participant).map(|given| {
            let field = |name: &str| given.get(name).cloned();
            json!({
                "type": field("type"),
                "address": field("address"),
                "proxy_address": field("proxy_address"),
                "projected_address": field("projected_address"),
                "name": null,
                "level": null,
            })
        });
        json!({
            "account_sid": self.account.settings.account_sid,
            "chat_service_sid": conversation.service_sid,
            "participant_sid": participant.sid,
            "participant_user_sid": user_sid,
            "participant_identity": participant.identity(),
            "participant_messaging_binding": whole,
            "conversation_sid": conversation.sid,
            "conversation_unique_name": conversation.unique_name,
            "conversation_friendly_name": conversation.friendly_name,
            "conversation_attributes": conversation.attributes,
            "conversation_date_created": dates::iso(conversation.created),
            "conversation_date_updated": dates::iso(conversation.updated),
            "conversation_created_by": conversation.created_by,
            "conversation_state": conversation.state,
            "conversation_timers": timers(conversation),
            "links": { "participant": format!("{url}/Participants/{}", participant.sid), "conversation": url },
        })
    }
}
