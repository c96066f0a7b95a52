use http::StatusCode;

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            conversations::{is_open, no_content},
            fields,
            form::Form,
        },
        records::{Conversation, Participant, Scope},
        sid::is_sid,
        webhook::Source,
    },
};

pub(crate) const ADD: Parameters = Parameters {
    operation: "POST Participants",
    known: &[
        "Identity",
        "MessagingBinding.Address",
        "MessagingBinding.ProxyAddress",
        "MessagingBinding.ProjectedAddress",
        "MessagingBinding.ProxyAddressFallback",
        "RoleSid",
        "Attributes",
        "DateCreated",
        "DateUpdated",
    ],
    idle: &[],
};

impl TwilioEmulator {
    /// `POST …/Conversations/{C}/Participants`
    pub(crate) fn add_participant(&self, call: &Call, name: &str) -> Outcome {
        let form = self.form(call, ADD)?;
        let conversation = self.find(call, name)?;
        let is_group = conversation.is_group();
        let participant = self.participant_of(&form, &conversation, is_group)?;
        self.desk.note(format_args!("twilio POST Participants {} {}", conversation.sid, participant.sid));
        self.admit(call, &conversation.sid, &participant)?;
        if let Some(identity) = participant.identity() {
            self.remember_user(call, identity);
        }
        if call.tells {
            self.tell_participant(&conversation, &participant, "onParticipantAdded", &Source::Api);
        }
        Ok(json_answer(StatusCode::CREATED, &self.participant(&conversation, &participant, &call.root)))
    }

    /// Records a participant in one step with the last look at whether they may come in.
    fn admit(&self, call: &Call, conversation_sid: &str, participant: &Participant) -> Result<(), Refusal> {
        let mut records = self.records();
        let found = records.conversation(conversation_sid).cloned().ok_or_else(|| call.not_found())?;
        is_open(&found)?;
        records.is_welcome(&found, &participant.who)?;
        let conversation = records.conversation(conversation_sid).ok_or_else(|| call.not_found())?;
        conversation.participants.push(participant.clone());
        Ok(())
    }

    /// A participant as it was asked for, not yet recorded.
    pub(crate) fn participant_of(
        &self,
        form: &Form,
        conversation: &Conversation,
        is_group: bool,
    ) -> Result<Participant, Refusal> {
        let who = self.who(form, is_group)?;
        let attributes = fields::attributes(form, 4 * 1024)?.unwrap_or_else(|| "{}".to_owned());
        let (created, updated) = fields::dates(form)?;
        let role_sid = self.participant_role(form, &conversation.service_sid)?;
        if !conversation.is_closed() {
            self.records().is_welcome(conversation, &who)?;
            self.has_room(conversation, form.get("Identity"))?;
        }
        let now = self.desk.wall();
        Ok(Participant {
            sid: self.sid("MB"),
            who,
            role_sid: role_sid.unwrap_or_default(),
            attributes,
            created: created.unwrap_or(now),
            updated: updated.or(created).unwrap_or(now),
            last_read_index: None,
            last_read_at: None,
        })
    }

    /// The role that was asked for, else the one the service gives to everybody.
    pub(super) fn participant_role(&self, form: &Form, service_sid: &str) -> Result<Option<String>, Refusal> {
        let mut records = self.records();
        let Some(service) = records.service(service_sid) else { return Ok(None) };
        let Some(sid) = form.text("RoleSid") else { return Ok(Some(service.defaults.participant_role_sid.clone())) };
        let is_role = is_sid("RL", &sid) && service.role(&sid).is_some_and(|role| role.scope == Scope::Conversation);
        if is_role { Ok(Some(sid)) } else { Err(Refusal::invalid(50_109, "Conversation role not found")) }
    }

    /// A user takes part in a thousand conversations at most.
    fn has_room(&self, conversation: &Conversation, identity: Option<&str>) -> Result<(), Refusal> {
        let Some(identity) = identity else { return Ok(()) };
        let records = self.records();
        let others = records.conversations.iter().filter(|other| other.service_sid == conversation.service_sid);
        let theirs = others.filter(|other| other.participants.iter().any(|one| one.identity() == Some(identity)));
        if theirs.count() >= 1_000 {
            return Err(Refusal::new(StatusCode::FORBIDDEN, 50_214, "User conversation limit exceeded"));
        }
        Ok(())
    }

    /// `DELETE …/Conversations/{C}/Participants/{MB}`
    pub(crate) fn remove_participant(&self, call: &Call, name: &str, sid: &str) -> Outcome {
        let conversation = self.find(call, name)?;
        let participant = conversation.participant(sid).ok_or_else(|| call.not_found())?;
        is_open(&conversation)?;
        self.change(call, &conversation.sid, |kept| kept.participants.retain(|other| other.sid != participant.sid))?;
        if call.tells {
            self.tell_participant(&conversation, participant, "onParticipantRemoved", &Source::Api);
        }
        Ok(no_content())
    }
}
