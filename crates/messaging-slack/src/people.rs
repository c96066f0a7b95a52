//! What people are called: `users.info`, with the scope `users:read`.
//! <https://docs.slack.dev/reference/methods/users.info>

use async_trait::async_trait;
use messaging_core::{
    Context, Place, Result,
    capability::{People, RememberedName},
    message::FetchName,
};

use crate::{Slack, client::users, names::Who};

#[async_trait]
impl People for Slack {
    /// Fetches the name that a person is shown by. Bots and apps have none of that kind.
    async fn name(&self, _: &Context, request: FetchName) -> Result<Option<String>> {
        let FetchName { conversation, author, .. } = request;
        match self.remembered_name(&conversation, &author) {
            RememberedName::Unknown => {}
            RememberedName::Nameless => return Ok(None),
            RememberedName::Name(name) => return Ok(Some(name)),
        }
        let who = who(&conversation, author);
        let asked = self.client_for(&conversation).await?.call(users::Info::new(who.1.as_str())).await;
        match asked {
            Ok(answer) => {
                let name = answer.value.user.as_ref().and_then(users::User::shown_name).map(str::to_owned);
                self.names.put(who, name.clone());
                Ok(name)
            }
            Err(error) => {
                if !error.is_transient() {
                    self.names.put(who, None);
                }
                Err(error)
            }
        }
    }

    fn remembered_name(&self, conversation: &Place, author: &str) -> RememberedName {
        if !author.starts_with(['U', 'W']) {
            return RememberedName::Nameless;
        }
        let known = self.names.get(&who(conversation, author));
        known.map_or(RememberedName::Unknown, |known| known.name.into())
    }
}

/// A person of the workspace that a conversation is in.
fn who(conversation: &Place, author: impl Into<String>) -> Who {
    (conversation.part(0).unwrap_or_default().to_owned(), author.into())
}
