//! Conversations themselves (<https://www.twilio.com/docs/conversations-classic/api/conversation-resource>).

mod asked;
mod list;
mod render;
mod together;
mod write;

pub(crate) use asked::{closed, inactive};
use bytes::Bytes;
use http::{Response, StatusCode};

pub(crate) use render::timers;

use super::{Refusal, call::Call};
use crate::{TwilioEmulator, twilio::records::Conversation};

impl TwilioEmulator {
    /// A copy of a conversation of the service that is meant, by sid or unique name.
    pub(crate) fn find(&self, call: &Call, name: &str) -> Result<Conversation, Refusal> {
        self.records().conversation_in(&call.service, name).cloned().ok_or_else(|| call.not_found())
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
}

/// Closed is final, and nothing is done before it is set up.
pub(crate) fn is_open(conversation: &Conversation) -> Result<(), Refusal> {
    match conversation.state.as_str() {
        "closed" => Err(Refusal::invalid(50_377, "Can't update conversation as it's in final closed state")),
        "initializing" => Err(Refusal::invalid(50_386, "Can't update conversation while it's in initializing state")),
        _ => Ok(()),
    }
}

/// The answer to every DELETE.
pub(crate) fn no_content() -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::NO_CONTENT;
    response
}
