//! Renaming, archiving and opening channels again. <https://docs.slack.dev/reference/methods/conversations.archive>

use async_trait::async_trait;
use messaging_core::{
    Context, Error, ErrorKind, Result,
    capability::Lifecycle,
    message::{Conversation, ConversationState, DeleteConversation, SetConversationState, UpdateConversation},
};
use serde_json::Value;

use crate::{Slack, client::conversations as theirs, conversations::slug, room::Room, settled::settled};

fn unsupported<T>(message: impl Into<String>) -> Result<T> {
    Err(Error::new(ErrorKind::Unsupported, message))
}

#[async_trait]
impl Lifecycle for Slack {
    /// Renames a channel, and sets `topic` and `purpose` where the attributes hold them; it keeps no others.
    async fn update(&self, _: &Context, request: UpdateConversation) -> Result<Conversation> {
        if request.timers.inactive.is_some() || request.timers.closed.is_some() {
            return unsupported("channels in Slack do not end by themselves: leave the timers out");
        }
        let attributes = request.attributes.unwrap_or_default();
        let told = |key: &str| match attributes.get(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(Error::new(ErrorKind::Invalid, format!("`{key}` is a text"))),
        };
        if let Some(key) = attributes.keys().find(|key| !matches!(key.as_str(), "topic" | "purpose")) {
            return unsupported(format!("a channel keeps no attribute `{key}`: `topic` and `purpose` are understood"));
        }
        let (topic, purpose) = (told("topic")?, told("purpose")?);
        let room = Room::of(request.id.as_str());
        let client = self.client_in(room.team).await?;
        if let Some(name) = request.name {
            client.call(theirs::Rename::new(room.channel, slug(&name))).await?;
        }
        if let Some(topic) = topic {
            client.call(theirs::SetTopic::new(room.channel, topic)).await?;
        }
        if let Some(purpose) = purpose {
            client.call(theirs::SetPurpose::new(room.channel, purpose)).await?;
        }
        let found = client.call(theirs::Info::new(room.channel)).await?.value.channel.unwrap_or_default();
        self.conversation(&client, room.team, found).await
    }

    /// Archives a channel (closed) or opens it again (active). Channels do not fall asleep.
    async fn set_state(&self, _: &Context, request: SetConversationState) -> Result<Conversation> {
        let room = Room::of(request.id.as_str());
        let client = self.client_in(room.team).await?;
        match request.state {
            ConversationState::Closed => {
                let answer = client.call(theirs::Archive::new(room.channel)).await.map(|_| ());
                settled(answer, &["already_archived"])?;
            }
            ConversationState::Active => {
                let answer = client.call(theirs::Unarchive::new(room.channel)).await.map(|_| ());
                settled(answer, &["not_archived"])?;
            }
            _ => return unsupported("a channel in Slack is active, or closed by archiving it"),
        }
        let found = client.call(theirs::Info::new(room.channel)).await?.value.channel.unwrap_or_default();
        self.conversation(&client, room.team, found).await
    }

    /// Refused: apps archive channels, and only people delete them.
    async fn delete(&self, _: &Context, _: DeleteConversation) -> Result<()> {
        unsupported("apps cannot delete channels in Slack: close it instead, which archives it")
    }
}
