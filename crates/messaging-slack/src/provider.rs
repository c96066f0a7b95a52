use std::sync::OnceLock;

use async_trait::async_trait;
use messaging_core::{
    Context, Descriptor, Provider, Result, Secrets,
    capability::{Health, Messages, Native, Reconcile, Webhooks},
    message::{Receipt, SendMessage},
};
use messaging_http::Transport;

use crate::{Answer, SlackConfig, api::Api};

/// Longest Markdown text of one message, in characters: what Slack recommends.
///
/// Escaping makes five characters of one at worst, so what is posted stays under the 40,000 at which Slack cuts.
/// <https://docs.slack.dev/reference/methods/chat.postMessage#truncating>
const MAX_TEXT: usize = 4_000;

/// One Slack app in one workspace or organisation.
#[derive(Debug)]
pub struct Slack {
    descriptor: Descriptor,
    pub(crate) api: Api,
    pub(crate) signing_secrets: Secrets,
    pub(crate) answer: Answer,
    /// Who we are, once `auth.test` has said so.
    pub(crate) identity: OnceLock<Identity>,
}

/// Who the token belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Identity {
    /// The bot as a user, `U…` or `W…`.
    pub(crate) user: Option<String>,
    /// The bot as a bot, `B…`.
    pub(crate) bot: Option<String>,
}

impl Slack {
    /// Talks to whatever `transport` leads to.
    ///
    /// # Errors
    /// [`ErrorKind::Config`](messaging_core::ErrorKind) for a blank secret or a base URL that is none.
    pub fn new(config: SlackConfig, transport: Transport) -> Result<Self> {
        config.check()?;
        Ok(Self {
            descriptor: Descriptor::new("slack").with_threads().with_max_text(MAX_TEXT),
            api: Api::new(config.base_url.as_deref(), &config.bot_token, transport)?,
            signing_secrets: config.signing_secret,
            answer: config.answer,
            identity: OnceLock::new(),
        })
    }
}

#[async_trait]
impl Provider for Slack {
    fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    async fn send(&self, context: &Context, request: SendMessage) -> Result<Receipt> {
        self.post_message(context, request).await
    }

    fn messages(&self) -> Option<&dyn Messages> {
        Some(self)
    }

    fn reconcile(&self) -> Option<&dyn Reconcile> {
        Some(self)
    }

    fn health(&self) -> Option<&dyn Health> {
        Some(self)
    }

    fn native(&self) -> Option<&dyn Native> {
        Some(self)
    }

    fn webhooks(&self) -> Option<&dyn Webhooks> {
        Some(self)
    }
}
