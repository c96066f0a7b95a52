use std::collections::VecDeque;

use http::StatusCode;

use super::{asked::Asked, is_open, no_content};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            duration,
        },
        records::{Conversation, Email, Records, Timers, Who, keep},
        webhook::Source,
    },
};

const WRITE: Parameters = Parameters {
    operation: "POST Conversations",
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
    ],
    idle: &[],
};

impl TwilioEmulator {
    /// `POST …/Conversations`
    pub(crate) fn create_conversation(&self, call: &Call) -> Outcome {
        let form = self.form(call, WRITE)?;
        let conversation = self.conversation_of(&call.service, Asked::read(&form)?)?;
        self.desk.note(format_args!("twilio POST Conversations {}", conversation.sid));
        self.open(conversation.clone())?;
        if call.tells {
            self.tell_conversation(&conversation, "onConversationAdded", &Source::Api);
        }
        Ok(json_answer(StatusCode::CREATED, &self.conversation(&conversation, &call.root)))
    }

    /// A conversation as it was asked for, not yet recorded.
    pub(super) fn conversation_of(&self, service_sid: &str, mut asked: Asked) -> Result<Conversation, Refusal> {
        if asked.state.is_none() && (asked.inactive.is_some() || asked.closed.is_some()) {
            return Err(Refusal::invalid(50_382, "Timer can't be set without state"));
        }
        if asked.state.as_deref() == Some("closed") {
            return Err(Refusal::invalid(50_384, "Initial state can't be 'closed'"));
        }
        self.is_possible(&asked, service_sid, None)?;
        let (now, age) = (self.desk.wall(), self.desk.now());
        let (created, updated) = (asked.created.take(), asked.updated.take());
        let configuration = self.records().configuration.clone();
        let by_default = |timer: &Option<String>| timer.as_deref().and_then(duration::read);
        let mut conversation = Conversation {
            sid: self.sid("CH"),
            service_sid: service_sid.to_owned(),
            friendly_name: None,
            unique_name: None,
            messaging_service_sid: configuration.default_messaging_service_sid,
            attributes: "{}".to_owned(),
            state: "active".to_owned(),
            created: now,
            updated: now,
            participants: Vec::new(),
            posts: VecDeque::new(),
            next_index: 0,
            timers: Timers {
                inactive: by_default(&configuration.inactive_timer),
                closed: by_default(&configuration.closed_timer),
                since: age,
                since_wall: now,
            },
            email: Email::default(),
            webhooks: Vec::new(),
            actions: VecDeque::new(),
            created_by: "system".to_owned(),
        };
        asked.apply(&mut conversation, now);
        conversation.created = created.unwrap_or(now);
        conversation.updated = updated.or(created).unwrap_or(now);
        Ok(conversation)
    }

    /// Records a new conversation, in one step with the last look at whether its name and its pairs are free, and
    /// watches its timers.
    pub(super) fn open(&self, conversation: Conversation) -> Result<(), Refusal> {
        let mut records = self.records();
        if let Some(name) = &conversation.unique_name {
            is_free(&mut records, name, &conversation.service_sid, None)?;
        }
        for participant in &conversation.participants {
            if let Who::Bound { address, proxy } = &participant.who {
                records.is_unbound(address, proxy)?;
            }
        }
        keep(&mut records.conversations, conversation);
        drop(records);
        self.watch();
        Ok(())
    }

    /// `POST …/Conversations/{C}`: changes what is named.
    pub(crate) fn update_conversation(&self, call: &Call, name: &str) -> Outcome {
        let form = self.form(call, WRITE)?;
        let asked = Asked::read(&form)?;
        let before = self.find(call, name)?;
        is_open(&before)?;
        self.is_possible(&asked, &call.service, Some(&before.sid))?;
        let (now, age) = (self.desk.wall(), self.desk.now());
        let restarts = asked.state.is_some() || asked.inactive.is_some() || asked.closed.is_some();
        let after = self.change(call, &before.sid, |conversation| {
            asked.apply(conversation, now);
            if restarts {
                conversation.timers.restart(age, now);
            }
            conversation.clone()
        })?;
        self.watch();
        if call.tells {
            self.tell_conversation(&after, "onConversationUpdated", &Source::Api);
            if before.state != after.state {
                self.tell_state(&after, &before.state, "API", &Source::Api);
            }
        }
        Ok(json_answer(StatusCode::OK, &self.conversation(&after, &call.root)))
    }

    /// `DELETE …/Conversations/{C}`
    pub(crate) fn delete_conversation(&self, call: &Call, name: &str) -> Outcome {
        let conversation = self.find(call, name)?;
        // Its own webhooks go with it, so they are told first.
        if call.tells {
            self.tell_conversation(&conversation, "onConversationRemoved", &Source::Api);
        }
        self.records().conversations.retain(|other| other.sid != conversation.sid);
        Ok(no_content())
    }

    /// Whether the unique name is free and the Messaging Service is the account's.
    fn is_possible(&self, asked: &Asked, service_sid: &str, except: Option<&str>) -> Result<(), Refusal> {
        let messaging_service = &self.account.settings.messaging_service_sid;
        if asked.messaging_service_sid.as_ref().is_some_and(|sid| sid != messaging_service) {
            return Err(Refusal::invalid(50_342, "Messaging service does not belong to account"));
        }
        let Some(name) = &asked.unique_name else { return Ok(()) };
        is_free(&mut self.records(), name, service_sid, except)
    }
}

fn is_free(records: &mut Records, name: &str, service_sid: &str, except: Option<&str>) -> Result<(), Refusal> {
    match records.conversation_in(service_sid, name) {
        Some(other) if Some(other.sid.as_str()) != except => {
            Err(Refusal::conflict(50_353, "Conversation with provided unique name already exists"))
        }
        _ => Ok(()),
    }
}
