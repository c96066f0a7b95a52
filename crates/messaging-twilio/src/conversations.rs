use async_trait::async_trait;
use messaging_core::{
    Context, Page, Result,
    capability::Conversations,
    message::{Conversation, ConversationState, CreateConversation, FetchConversation, ListConversations},
};
use serde::Deserialize;

use crate::{
    Twilio,
    api::{resource, rows},
    fields::Fields,
    place, row,
};

/// A conversation of Conversations v1 (<https://www.twilio.com/docs/conversations-classic/api/conversation-resource>).
#[derive(Debug, Deserialize)]
struct ConversationRow {
    sid: String,
    #[serde(default)]
    friendly_name: Option<String>,
    #[serde(default)]
    unique_name: Option<String>,
    #[serde(default)]
    state: Option<String>,
    #[serde(default)]
    attributes: Option<String>,
}

impl From<ConversationRow> for Conversation {
    fn from(row: ConversationRow) -> Self {
        let mut conversation = Self::new(row.sid.as_str(), place::conversation(row.sid.as_str()));
        conversation.name = row.friendly_name.or(row.unique_name);
        conversation.state = row.state.as_deref().map(ConversationState::from).unwrap_or_default();
        conversation.attributes = row::object(row.attributes.as_deref());
        conversation
    }
}

#[async_trait]
impl Conversations for Twilio {
    async fn create(&self, _: &Context, request: CreateConversation) -> Result<Conversation> {
        let form = Fields::default()
            .with_some("FriendlyName", request.name)
            .with_some("UniqueName", request.unique_name)
            .with_object("Attributes", request.attributes);
        let created = self.post(&self.account.conversations_path(""), &form).await?;
        resource::<ConversationRow>(created, "conversation").map(Into::into)
    }

    async fn fetch(&self, _: &Context, request: FetchConversation) -> Result<Conversation> {
        let path = self.account.conversation_path(request.id.as_str(), "")?;
        resource::<ConversationRow>(self.get(&path, &Fields::default()).await?, "conversation").map(Into::into)
    }

    async fn list(&self, _: &Context, request: ListConversations) -> Result<Page<Conversation>> {
        let page =
            self.page_of("", "Conversations", Fields::default(), request.limit, request.cursor.as_deref()).await?;
        let (listed, next) = rows::<ConversationRow>(page, "conversations", "conversation")?;
        Ok(Page::new(listed.into_iter().map(Into::into).collect(), next))
    }
}

impl Twilio {
    /// Reads one page of a list at or below the conversations: the first one, or the one a cursor leads to.
    pub(crate) async fn page_of(
        &self,
        rest: &str,
        collection: &str,
        query: Fields,
        limit: Option<u32>,
        cursor: Option<&str>,
    ) -> Result<serde_json::Value> {
        if let Some(cursor) = cursor {
            return self.get_page(&self.account.bases.page(cursor, collection)?).await;
        }
        let size = limit.map(|limit| limit.clamp(1, 100).to_string());
        self.get(&self.account.conversations_path(rest), &query.with_some("PageSize", size)).await
    }
}
