use http::StatusCode;
use serde_json::{Value, json};

use super::{
    Outcome, Refusal,
    call::{Call, Parameters},
    conversations::{attributes, no_content, not_closed},
    form::Form,
    page::Page,
};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        address, dates,
        records::{Conversation, Participant, Who},
        webhook::Source,
    },
};

const ADD: Parameters = Parameters {
    operation: "POST Participants",
    known: &["Identity", "MessagingBinding.Address", "MessagingBinding.ProxyAddress", "RoleSid", "Attributes"],
    idle: &["MessagingBinding.ProjectedAddress", "MessagingBinding.ProxyAddressFallback", "DateCreated", "DateUpdated"],
};
const LIST: Parameters =
    Parameters { operation: "GET Participants", known: &["PageSize", "Page", "PageToken"], idle: &[] };

impl TwilioEmulator {
    /// `POST …/Conversations/{C}/Participants`
    pub(crate) fn add_participant(&self, call: &Call, name: &str) -> Outcome {
        let form = self.form(call, ADD)?;
        let conversation = self.find(call, name)?;
        let who = self.who(&form)?;
        let attributes = attributes(&form, 4 * 1024)?.unwrap_or_else(|| "{}".to_owned());
        not_closed(&conversation)?;
        self.is_welcome(&conversation, &who)?;
        let now = self.desk.wall();
        let participant = Participant {
            sid: self.sid("MB"),
            who,
            role_sid: form.text("RoleSid").unwrap_or_else(|| self.account.role_sid.clone()),
            attributes,
            created: now,
            updated: now,
        };
        self.desk.note(format_args!("twilio POST Participants {} {}", conversation.sid, participant.sid));
        self.change(call, &conversation.sid, |conversation| conversation.participants.push(participant.clone()))?;
        if call.tells {
            self.tell_participant(&conversation, &participant, "onParticipantAdded", &Source::Api);
        }
        Ok(json_answer(StatusCode::CREATED, &self.participant(&conversation.sid, &participant, &call.root)))
    }

    /// Either an identity of the chat, or an address with the number of ours it talks to.
    fn who(&self, form: &Form) -> Result<Who, Refusal> {
        let (address, proxy) = (form.text("MessagingBinding.Address"), form.text("MessagingBinding.ProxyAddress"));
        let (address, proxy) = match (form.text("Identity"), address, proxy) {
            (None, None, None) => return Err(Refusal::invalid(50_204, "Identity not provided")),
            (Some(identity), None, None) if identity.chars().count() > 256 => {
                return Err(Refusal::invalid(50_207, "Identity too long"));
            }
            (Some(identity), None, None) => return Ok(Who::Chat { identity }),
            (Some(_), ..) => {
                return Err(Refusal::invalid(50_211, "Identity parameter not acceptable for this Participant"));
            }
            (None, None, Some(_)) => return Err(Refusal::invalid(50_411, "Participant address is empty")),
            (None, Some(_), None) => return Err(Refusal::invalid(50_412, "Participant proxy address is empty")),
            (None, Some(address), Some(proxy)) => (address, proxy),
        };
        if address == proxy {
            return Err(Refusal::invalid(50_409, "Participant address equals proxy address"));
        }
        let invalid = || Refusal::invalid(50_407, "Invalid messaging binding address");
        let (theirs, _) = address::parse(&address).ok_or_else(invalid)?;
        let (ours, _) =
            address::parse(&proxy).ok_or_else(|| Refusal::invalid(50_408, "Invalid participant proxy address"))?;
        if theirs != ours {
            return Err(Refusal::invalid(50_414, "Participant address type does not match proxy address type"));
        }
        if !self.account.settings.owns(&proxy) {
            return Err(Refusal::invalid(50_413, "Account is not authorized to use proxy address"));
        }
        if self.account.settings.owns(&address) { Err(invalid()) } else { Ok(Who::Bound { address, proxy }) }
    }

    fn is_welcome(&self, conversation: &Conversation, who: &Who) -> Result<(), Refusal> {
        let participants = &conversation.participants;
        if participants.len() >= 1_000 {
            return Err(Refusal::new(StatusCode::FORBIDDEN, 50_403, "Participant limit exceeded"));
        }
        match who {
            Who::Chat { .. } if participants.iter().any(|other| other.who == *who) => {
                Err(Refusal::conflict(50_433, "Participant already exists"))
            }
            Who::Chat { .. } => Ok(()),
            Who::Bound { address, proxy } => match self.records().bound(address, proxy) {
                None => Ok(()),
                Some(other) => {
                    let message = "A binding for this participant and proxy address already exists in Conversation";
                    Err(Refusal::conflict(50_416, format!("{message} {}", other.sid)))
                }
            },
        }
    }

    /// `GET …/Conversations/{C}/Participants`
    pub(crate) fn list_participants(&self, call: &Call, name: &str) -> Outcome {
        self.check(&call.query, LIST);
        let conversation = self.find(call, name)?;
        let page = Page::cut(conversation.participants, &call.query, 100, |participant| &participant.sid)?;
        let json = |participant| self.participant(&conversation.sid, participant, &call.root);
        let items = page.items.iter().map(json).collect();
        Ok(json_answer(StatusCode::OK, &page.meta(&self.absolute(&call.path), "participants", items)))
    }

    /// `GET …/Conversations/{C}/Participants/{MB or identity}`
    pub(crate) fn fetch_participant(&self, call: &Call, name: &str, who: &str) -> Outcome {
        let conversation = self.find(call, name)?;
        let participant = member(&conversation, who).ok_or_else(|| call.not_found())?;
        Ok(json_answer(StatusCode::OK, &self.participant(&conversation.sid, participant, &call.root)))
    }

    /// `DELETE …/Conversations/{C}/Participants/{MB}`
    pub(crate) fn remove_participant(&self, call: &Call, name: &str, who: &str) -> Outcome {
        let conversation = self.find(call, name)?;
        let participant = member(&conversation, who).ok_or_else(|| call.not_found())?;
        not_closed(&conversation)?;
        self.change(call, &conversation.sid, |kept| kept.participants.retain(|other| other.sid != participant.sid))?;
        if call.tells {
            self.tell_participant(&conversation, participant, "onParticipantRemoved", &Source::Api);
        }
        Ok(no_content())
    }

    fn participant(&self, conversation_sid: &str, participant: &Participant, root: &str) -> Value {
        let (identity, binding) = match &participant.who {
            Who::Chat { identity } => (Some(identity), None),
            Who::Bound { address, proxy } => {
                let kind = participant.channel().map(address::Channel::lower);
                (None, Some(json!({ "type": kind, "address": address, "proxy_address": proxy })))
            }
        };
        let path = format!("{root}/Conversations/{conversation_sid}/Participants/{}", participant.sid);
        json!({
            "sid": participant.sid,
            "account_sid": self.account.settings.account_sid,
            "chat_service_sid": self.account.settings.conversations_service_sid,
            "conversation_sid": conversation_sid,
            "identity": identity,
            "attributes": participant.attributes,
            "messaging_binding": binding,
            "role_sid": participant.role_sid,
            "date_created": dates::iso(participant.created),
            "date_updated": dates::iso(participant.updated),
            "url": self.absolute(&path),
            "last_read_message_index": null,
            "last_read_timestamp": null,
        })
    }
}

/// By sid, or by identity.
fn member<'a>(conversation: &'a Conversation, name: &str) -> Option<&'a Participant> {
    let is_meant = |who: &Who| matches!(who, Who::Chat { identity } if identity == name);
    conversation.participants.iter().find(|other| other.sid == name || is_meant(&other.who))
}
