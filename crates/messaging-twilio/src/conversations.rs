use async_trait::async_trait;
use messaging_core::{
    Context, Error, Page, Result,
    capability::Conversations,
    message::{Conversation, ConversationState, CreateConversation, FetchConversation, ListConversations},
};

use crate::{Twilio, client::conversations as theirs, place};

/// A conversation of that unique name is there already (<https://www.twilio.com/docs/api/errors/50353>).
const TAKEN: &str = "50353";

#[async_trait]
impl Conversations for Twilio {
    /// Creates a conversation; one that has the unique name already is adopted as it is, so that creating is safe to
    /// repeat wherever a unique name is given.
    async fn create(&self, _: &Context, request: CreateConversation) -> Result<Conversation> {
        let unique_name = request.unique_name.clone();
        let created = self.client().call(self.opening(request)).await;
        match (created, unique_name) {
            (Err(error), Some(name)) if is_taken(&error) => {
                self.client().call(theirs::Fetch::new(name)).await.map(conversation)
            }
            (created, _) => created.map(conversation),
        }
    }

    async fn fetch(&self, _: &Context, request: FetchConversation) -> Result<Conversation> {
        self.client().call(theirs::Fetch::new(request.id.as_str())).await.map(conversation)
    }

    async fn list(&self, _: &Context, request: ListConversations) -> Result<Page<Conversation>> {
        let mut list = theirs::List::new();
        list.page_size = request.limit.map(|limit| limit.clamp(1, 100));
        let page = self.client().page(&list, request.cursor.as_deref()).await?;
        Ok(Page::new(page.items.into_iter().map(conversation).collect(), page.next))
    }
}

impl Twilio {
    /// What creates a conversation: with the settings' Messaging Service, and with a state where a timer needs one.
    fn opening(&self, request: CreateConversation) -> theirs::Create {
        let mut create = theirs::Create::new();
        create.friendly_name = request.name;
        create.unique_name = request.unique_name;
        create.attributes = Some(request.attributes).filter(|attributes| !attributes.is_empty()).map(Into::into);
        create.messaging_service_sid.clone_from(&self.account.messaging_service);
        (create.timers_inactive, create.timers_closed) = (request.timers.inactive, request.timers.closed);
        create.state = create.timers_inactive.or(create.timers_closed).map(|_| theirs::State::Active);
        create
    }
}

fn is_taken(error: &Error) -> bool {
    error.vendor().is_some_and(|vendor| vendor.code == TAKEN)
}

/// A conversation in our words.
pub(crate) fn conversation(found: theirs::Conversation) -> Conversation {
    let mut conversation = Conversation::new(found.sid.as_str(), place::conversation(found.sid.as_str()));
    conversation.name = found.friendly_name.or_else(|| found.unique_name.clone());
    conversation.unique_name = found.unique_name;
    conversation.state = found.state.map(|state| ConversationState::from(state.as_str())).unwrap_or_default();
    conversation.attributes = found.attributes.and_then(|attributes| attributes.object()).unwrap_or_default();
    conversation.created_at = found.date_created.and_then(|date| date.moment());
    conversation
}
