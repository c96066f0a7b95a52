//! Whether Twilio makes conversations of what is written to a number
//! (<https://www.twilio.com/docs/conversations-classic/api/address-configuration-resource>).

use messaging_core::{ErrorKind, Result};

use super::{SetupState, SetupStep};
use crate::{Twilio, client::address_configurations::Fetch};

const CONSOLE: &str = "Conversations (classic) → Addresses → the number → Autocreate a conversation";

impl Twilio {
    /// For a number whose messages are answered in conversations.
    pub(super) async fn address_step(&self, number: &str) -> Result<SetupStep> {
        let about = format!("the conversations of the number {number}");
        if self.makes_conversations(number).await? {
            return Ok(SetupStep::new(about, SetupState::Right));
        }
        let service = self.account.service.as_deref().unwrap_or("the default service");
        Ok(SetupStep::new(about, SetupState::ByHand)
            .because(
                "Twilio makes no conversation of what somebody writes to it, unless they are a participant already",
            )
            .wants("in the console", CONSOLE)
            .wants("Conversation Service", service))
    }

    /// For a number whose messages are answered as texts: none if that is all there is to it.
    pub(super) async fn stray_address_step(&self, number: &str) -> Result<Option<SetupStep>> {
        if !self.makes_conversations(number).await? {
            return Ok(None);
        }
        let step = SetupStep::new(format!("the conversations of the number {number}"), SetupState::ByHand);
        let why = "Twilio makes conversations of its messages, which are recorded here and not answered: `inbound` says \
                   `messaging`";
        Ok(Some(
            step.because(why)
                .wants("either", "inbound = \"conversations\"")
                .wants("or switch off, in the console", CONSOLE),
        ))
    }

    async fn makes_conversations(&self, number: &str) -> Result<bool> {
        match self.client().call(Fetch::new(number)).await {
            Ok(found) => Ok(found.auto_creation.is_some_and(|creation| creation.enabled == Some(true))),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::Unauthorized) => Ok(false),
            Err(error) => Err(error),
        }
    }
}
