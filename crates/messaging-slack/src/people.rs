//! What people are called: `users.info`, with the scope `users:read`.
//! <https://docs.slack.dev/reference/methods/users.info>

use async_trait::async_trait;
use messaging_core::{Context, Result, capability::People, message::FetchName};

use crate::{Slack, client::users};

#[async_trait]
impl People for Slack {
    /// Fetches the name that a person is shown by. Bots and apps have none of that kind.
    async fn name(&self, _: &Context, request: FetchName) -> Result<Option<String>> {
        let FetchName { conversation, author, .. } = request;
        if !author.starts_with(['U', 'W']) {
            return Ok(None);
        }
        let who = (conversation.part(0).unwrap_or_default().to_owned(), author);
        if let Some(known) = self.names.get(&who) {
            return Ok(known.name);
        }
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
}
