use async_trait::async_trait;
use messaging_core::{
    Context, Place, Result,
    capability::Lifecycle,
    id::ConversationId,
    message::{Conversation, ConversationState, DeleteConversation, SetConversationState, UpdateConversation},
};

use crate::{Twilio, client::conversations as theirs, conversations::conversation, place::Target};

/// The conversation is closed, and stays so (<https://www.twilio.com/docs/api/errors/50377>).
const FINAL: &str = "50377";

#[async_trait]
impl Lifecycle for Twilio {
    async fn update(&self, _: &Context, request: UpdateConversation) -> Result<Conversation> {
        let mut update = theirs::Update::new(request.id.as_str());
        update.friendly_name = request.name;
        update.attributes = request.attributes.map(Into::into);
        (update.timers_inactive, update.timers_closed) = (request.timers.inactive, request.timers.closed);
        self.client().call(update).await.map(conversation)
    }

    /// Changes the state. A closed conversation stays closed: error 50377. Closing it once more is no error, so that
    /// closing is safe to repeat.
    async fn set_state(&self, _: &Context, request: SetConversationState) -> Result<Conversation> {
        let state = match &request.state {
            ConversationState::Active => theirs::State::Active,
            ConversationState::Inactive => theirs::State::Inactive,
            ConversationState::Closed => theirs::State::Closed,
            ConversationState::Other(word) => theirs::State::from(word.as_str()),
            _ => theirs::State::Other(format!("{:?}", request.state).to_lowercase()),
        };
        let closes = state == theirs::State::Closed;
        let changed = self.client().call(theirs::Update::new(request.id.as_str()).state(state)).await;
        match changed {
            Err(error) if closes && error.vendor().is_some_and(|vendor| vendor.code == FINAL) => {
                let found = self.client().call(theirs::Fetch::new(request.id.as_str())).await?;
                if found.state == Some(theirs::State::Closed) { Ok(conversation(found)) } else { Err(error) }
            }
            changed => changed.map(conversation),
        }
    }

    async fn delete(&self, _: &Context, request: DeleteConversation) -> Result<()> {
        self.client().call(theirs::Delete::new(request.id.as_str())).await
    }

    /// A conversation of its own, with its participants and their addresses.
    fn deleted_with(&self, place: &Place) -> Option<ConversationId> {
        match Target::of(place).ok()? {
            Target::Conversation(sid) => Some(sid.into()),
            Target::Direct { .. } => None,
        }
    }
}
