use std::{
    borrow::Cow,
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use async_trait::async_trait;
use messaging_core::{
    Context, Descriptor, Provider, Result, Secret, Secrets,
    capability::{
        CatchUp, Conversations, Deletes, Edits, Endpoints, Health, Installs, Lifecycle, Media, Messages, Native,
        Participants, People, Rates, Reactions, Reconcile, Socket, Streaming, Typing, Webhooks,
    },
    message::{Receipt, SendMessage},
};
use messaging_http::{
    Transport,
    duplex::{Dialer, WebSocketSettings, websocket},
};

use crate::{
    AllowedBots, Answer, SlackConfig, api::Api, blocks, hook::Hooks, names::Names, oauth::Workspaces, place,
    socket_mode::SocketMode,
};

/// One Slack app: in one workspace or organisation, or in as many as install it.
#[derive(Debug)]
pub struct Slack {
    descriptor: Descriptor,
    /// The Web API as the configured token, if there is one.
    pub(crate) api: Option<Api>,
    /// The workspaces that install the app themselves.
    pub(crate) workspaces: Option<Arc<Workspaces>>,
    pub(crate) hooks: Hooks,
    pub(crate) webhook_url: Option<Secret>,
    pub(crate) signing_secrets: Secrets,
    pub(crate) answer: Answer,
    pub(crate) allowed_bots: AllowedBots,
    /// How events come, unless they come as webhooks.
    pub(crate) socket_mode: Option<SocketMode>,
    pub(crate) rate_limits: BTreeMap<String, f64>,
    /// Whether Slack gives 15 messages a minute of what was said.
    pub(crate) restricted_history: bool,
    /// Whether posts carry an id that Slack documents for no method.
    pub(crate) client_msg_id: bool,
    /// What people are called.
    pub(crate) names: Names,
    /// Who we are, once `auth.test` has said so.
    pub(crate) identity: OnceLock<Identity>,
}

/// Who the token belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Identity {
    /// The workspace, `T…`, or the organisation, `E…`, that the app is installed in.
    pub(crate) team: Option<String>,
    /// The bot as a user, `U…` or `W…`.
    pub(crate) user: Option<String>,
    /// The bot as a bot, `B…`.
    pub(crate) bot: Option<String>,
}

impl Slack {
    /// Talks to whatever `transport` leads to; in Socket Mode, it listens over connections of its own.
    ///
    /// # Errors
    /// [`ErrorKind::Config`](messaging_core::ErrorKind) for a blank secret or a base URL that is none.
    pub fn new(mut config: SlackConfig, transport: Transport) -> Result<Self> {
        let app = config.check()?;
        if config.restricted_history {
            for method in ["conversations.history", "conversations.replies"] {
                config.rate_limits.entry(method.to_owned()).or_insert(1.0);
            }
        }
        let base = config.base_url.as_deref();
        let api = config.bot_token.as_ref().map(|token| Api::new(base, token, transport.clone())).transpose()?;
        let socket_mode = match &config.app_token {
            Some(token) => Some(SocketMode {
                api: Api::new(base, token, transport.clone())?,
                dialer: websocket(WebSocketSettings::default())?,
                proven: OnceLock::new(),
            }),
            None => None,
        };
        let workspaces = app.map(|app| Workspaces::new(app, base, transport.clone()).map(Arc::new)).transpose()?;
        let descriptor = Descriptor::new("slack").with_threads().with_media().with_actions();
        Ok(Self {
            descriptor: descriptor.with_max_text(blocks::TEXT),
            api,
            workspaces,
            hooks: Hooks::new(base, transport)?,
            webhook_url: config.webhook_url,
            signing_secrets: config.signing_secret.unwrap_or_else(|| Secrets::new(Vec::new())),
            answer: config.answer,
            allowed_bots: config.allowed_bots,
            socket_mode,
            rate_limits: config.rate_limits,
            restricted_history: config.restricted_history,
            client_msg_id: config.client_msg_id,
            names: Names::default(),
            identity: OnceLock::new(),
        })
    }

    /// Listens in Socket Mode over whatever `dialer` leads to. Changes nothing without an `app_token`.
    #[must_use]
    pub fn with_dialer(mut self, dialer: Dialer) -> Self {
        if let Some(mode) = &mut self.socket_mode {
            mode.dialer = dialer;
        }
        self
    }
}

#[async_trait]
impl Provider for Slack {
    fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    /// Actions go along as buttons or a menu where their labels are short enough and there are at most 100; an incoming
    /// webhook has no threads.
    fn limits(&self, message: &SendMessage) -> Cow<'_, Descriptor> {
        let mut limits = Cow::Borrowed(&self.descriptor);
        if !blocks::action::fit(&message.content.actions) {
            limits.to_mut().actions = false;
        }
        if place::is_webhook(&message.to) {
            limits.to_mut().threads = false;
        }
        limits
    }

    async fn send(&self, context: &Context, request: SendMessage) -> Result<Receipt> {
        self.post_message(context, request).await
    }

    fn edits(&self) -> Option<&dyn Edits> {
        Some(self)
    }

    fn deletes(&self) -> Option<&dyn Deletes> {
        Some(self)
    }

    fn conversations(&self) -> Option<&dyn Conversations> {
        Some(self)
    }

    fn lifecycle(&self) -> Option<&dyn Lifecycle> {
        Some(self)
    }

    fn participants(&self) -> Option<&dyn Participants> {
        Some(self)
    }

    fn people(&self) -> Option<&dyn People> {
        Some(self)
    }

    fn reactions(&self) -> Option<&dyn Reactions> {
        Some(self)
    }

    fn typing(&self) -> Option<&dyn Typing> {
        Some(self)
    }

    fn media(&self) -> Option<&dyn Media> {
        Some(self)
    }

    fn messages(&self) -> Option<&dyn Messages> {
        Some(self)
    }

    fn rates(&self) -> Option<&dyn Rates> {
        Some(self)
    }

    fn reconcile(&self) -> Option<&dyn Reconcile> {
        Some(self)
    }

    fn catch_up(&self) -> Option<&dyn CatchUp> {
        Some(self)
    }

    fn streaming(&self) -> Option<&dyn Streaming> {
        Some(self)
    }

    fn health(&self) -> Option<&dyn Health> {
        Some(self)
    }

    fn endpoints(&self) -> Option<&dyn Endpoints> {
        self.workspaces.is_some().then_some(self as _)
    }

    fn installs(&self) -> Option<&dyn Installs> {
        self.workspaces.is_some().then_some(self as _)
    }

    fn native(&self) -> Option<&dyn Native> {
        Some(self)
    }

    /// None without a signing secret: whatever comes could be anybody's.
    fn webhooks(&self) -> Option<&dyn Webhooks> {
        (!self.signing_secrets.is_blank()).then_some(self as _)
    }

    fn socket(&self) -> Option<&dyn Socket> {
        self.socket_mode.is_some().then_some(self as _)
    }
}
