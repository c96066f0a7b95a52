use http::StatusCode;

use super::read::{last_read_at, last_read_index};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            conversations::is_open,
            fields,
            form::Form,
        },
        dates,
        records::{Conversation, Participant, Who},
        webhook::Source,
    },
};

const UPDATE: Parameters = Parameters {
    operation: "POST Participant",
    known: &[
        "DateCreated",
        "DateUpdated",
        "Identity",
        "Attributes",
        "RoleSid",
        "MessagingBinding.ProxyAddress",
        "MessagingBinding.ProjectedAddress",
        "LastReadMessageIndex",
        "LastReadTimestamp",
    ],
    idle: &[],
};

impl TwilioEmulator {
    /// `POST …/Conversations/{C}/Participants/{MB}`: changes what is named; the literal `null` takes away.
    pub(crate) fn update_participant(&self, call: &Call, name: &str, sid: &str) -> Outcome {
        let form = self.form(call, UPDATE)?;
        let conversation = self.find(call, name)?;
        let before = conversation.participant(sid).ok_or_else(|| call.not_found())?;
        let attributes = fields::attributes(&form, 4 * 1024)?;
        let (created, updated) = fields::dates(&form)?;
        let role_sid = if form.has("RoleSid") { self.participant_role(&form, &call.service)? } else { None };
        let (index, at) = (last_read_index(&form)?, last_read_at(&form)?);
        is_open(&conversation)?;
        let changed = self.other_who(&form, &conversation, before)?;
        let now = self.desk.wall();
        let after = self.change(call, &conversation.sid, |conversation| {
            let participant = conversation.participants.iter_mut().find(|other| other.sid == before.sid)?;
            participant.who = changed;
            participant.attributes = attributes.unwrap_or_else(|| std::mem::take(&mut participant.attributes));
            participant.role_sid = role_sid.unwrap_or_else(|| std::mem::take(&mut participant.role_sid));
            participant.read(&index, &at, || dates::iso(now));
            participant.created = created.unwrap_or(participant.created);
            participant.updated = updated.unwrap_or(now);
            Some(participant.clone())
        })?;
        let after = after.ok_or_else(|| call.not_found())?;
        if let Some(identity) = after.identity() {
            self.remember_user(call, identity);
        }
        if call.tells {
            self.tell_participant(&conversation, &after, "onParticipantUpdated", &Source::Api);
        }
        Ok(json_answer(StatusCode::OK, &self.participant(&conversation, &after, &call.root)))
    }

    /// What becomes of somebody's identity and addresses.
    fn other_who(&self, form: &Form, conversation: &Conversation, before: &Participant) -> Result<Who, Refusal> {
        let mut who = before.who.clone();
        if let Some(identity) = form.get("Identity") {
            who = with_identity(who, identity)?;
            let is_taken = |other: &Participant| other.sid != before.sid && other.identity() == Some(identity);
            if conversation.participants.iter().any(is_taken) {
                return Err(Refusal::conflict(50_433, "Participant already exists"));
            }
        }
        if let Some(proxy) = form.get("MessagingBinding.ProxyAddress") {
            who = self.with_proxy(who, proxy, conversation)?;
        }
        if let Some(number) = form.get("MessagingBinding.ProjectedAddress") {
            who = self.with_projection(who, number)?;
        }
        Ok(who)
    }

    fn with_proxy(&self, who: Who, proxy: &str, conversation: &Conversation) -> Result<Who, Refusal> {
        match who {
            Who::Bound { address, .. } if proxy == "null" && conversation.is_group() => Ok(Who::Grouped { address }),
            _ if proxy == "null" => {
                Err(Refusal::invalid(50_440, "Failed to remove the proxy address of a participant."))
            }
            Who::Bound { address, proxy: old } => {
                self.is_pair(&address, proxy)?;
                if old != proxy {
                    self.records().is_unbound(&address, proxy)?;
                }
                Ok(Who::Bound { address, proxy: proxy.to_owned() })
            }
            Who::Grouped { address } => {
                self.is_pair(&address, proxy)?;
                // Its own group holds it already.
                if conversation.group_number() != Some(proxy) {
                    self.records().is_unbound(&address, proxy)?;
                }
                Ok(Who::Bound { address, proxy: proxy.to_owned() })
            }
            Who::Chat { .. } | Who::Projected { .. } => {
                Err(Refusal::invalid(50_441, "Failed to add a proxy address to a participant."))
            }
        }
    }

    fn with_projection(&self, who: Who, number: &str) -> Result<Who, Refusal> {
        match who {
            Who::Projected { identity: Some(identity), .. } if number == "null" => Ok(Who::Chat { identity }),
            _ if number == "null" => {
                Err(Refusal::invalid(50_442, "Failed to remove the projected address of a participant."))
            }
            Who::Chat { identity } | Who::Projected { identity: Some(identity), .. } => {
                self.is_projectable(number)?;
                Ok(Who::Projected { identity: Some(identity), number: number.to_owned() })
            }
            Who::Projected { identity: None, .. } => {
                self.is_projectable(number)?;
                Ok(Who::Projected { identity: None, number: number.to_owned() })
            }
            Who::Bound { .. } | Who::Grouped { .. } => {
                Err(Refusal::invalid(50_443, "Failed to add a projected address to a participant."))
            }
        }
    }
}

fn with_identity(who: Who, identity: &str) -> Result<Who, Refusal> {
    if identity.chars().count() > 256 {
        return Err(Refusal::invalid(50_207, "Identity too long"));
    }
    let identity = identity.to_owned();
    match who {
        Who::Chat { .. } => Ok(Who::Chat { identity }),
        Who::Projected { number, .. } => Ok(Who::Projected { identity: Some(identity), number }),
        Who::Bound { .. } | Who::Grouped { .. } => {
            Err(Refusal::invalid(50_444, "Failed to add an identity to a participant."))
        }
    }
}
