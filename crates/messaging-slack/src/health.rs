use async_trait::async_trait;
use messaging_core::{
    Context, Result,
    capability::Health,
    message::{CheckHealth, Healthy},
};
use messaging_http::unreadable;
use serde_json::Value;

use crate::{Slack, provider::Identity, socket};

/// Installations counted at most.
const COUNTED: usize = 10_000;

#[async_trait]
impl Health for Slack {
    /// Asks `auth.test` who we are, and remembers it to know our own messages by. Without a token of its own, it counts
    /// the workspaces that have installed the app.
    ///
    /// In Socket Mode it asks for the address of a connection, too, and lets it lapse: the app-level token must work. Once it
    /// was given one it does not ask again: Slack allows few, and from then on the connections themselves show it.
    ///
    /// An incoming webhook alone cannot be checked without posting. <https://docs.slack.dev/reference/methods/auth.test>
    async fn check(&self, _: &Context, _: CheckHealth) -> Result<Healthy> {
        let healthy = self.who().await?;
        if let Some(mode) = self.socket_mode.as_ref().filter(|mode| mode.proven.get().is_none()) {
            socket::address(&mode.api).await?;
            // Whoever was first has proven the same.
            let _ = mode.proven.set(());
        }
        Ok(healthy)
    }
}

impl Slack {
    async fn who(&self) -> Result<Healthy> {
        if let (Some(workspaces), None) = (&self.workspaces, &self.api) {
            if !workspaces.is_attached() {
                return Ok(Healthy::new("an app that workspaces install by themselves"));
            }
            let count = workspaces.all(COUNTED).await?.len();
            return Ok(Healthy::new(format!("an app in {count} workspaces")));
        }
        if self.api.is_none() {
            return Ok(Healthy::new("an incoming webhook, which only a message can try"));
        }
        let answer = self.identify().await?;
        let field = |key: &str| answer.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
        let team = field("team").or_else(|| field("team_id")).unwrap_or("an unnamed workspace");
        Ok(Healthy::new(format!("{team} as {}", field("user").or_else(|| field("user_id")).unwrap_or("somebody"))))
    }
}

impl Slack {
    /// Asks who our own token belongs to, and remembers it.
    pub(crate) async fn identify(&self) -> Result<Value> {
        let answer = self.api_of(None).await?.read("auth.test", []).await?;
        let field = |key: &str| answer.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
        let Some(user) = field("user_id") else {
            return Err(unreadable("`auth.test` answered ok without a `user_id`"));
        };
        let organisation = answer.get("is_enterprise_install") == Some(&Value::Bool(true));
        let team = field(if organisation { "enterprise_id" } else { "team_id" }).map(str::to_owned);
        let bot = field("bot_id").map(str::to_owned);
        // A token belongs to one bot for life: whoever was first has remembered the same.
        let _ = self.identity.set(Identity { team, user: Some(user.to_owned()), bot });
        Ok(answer)
    }
}
