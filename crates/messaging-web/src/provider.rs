use async_trait::async_trait;
use messaging_core::{
    Configure, Context, Descriptor, Error, ErrorKind, Provider, Result, Setting,
    capability::{Reconcile, Webhooks},
    message::{FindSend, Found, Receipt, SendMessage},
};

use crate::config::{MAX_TEXT, WebConfig};

/// The provider `web`.
#[derive(Debug)]
pub struct Web {
    descriptor: Descriptor,
    pub(crate) config: WebConfig,
}

impl Web {
    /// Makes the provider of `config`.
    #[must_use]
    pub fn new(config: WebConfig) -> Self {
        // Sending is the settle commit itself, and that happens once.
        let descriptor = Descriptor::new("web").with_max_text(MAX_TEXT).with_media().with_actions();
        Self { descriptor: descriptor.with_idempotent_sends(), config }
    }
}

impl Configure for WebConfig {
    const NAME: &'static str = "web";
    const SETTINGS: &'static [Setting] = &[
        Setting::optional("allowed_origins", "other origins whose pages may embed the chat"),
        Setting::optional("enable_metrics", "whether the account shows up in metrics"),
    ];
    type Provider = Web;

    fn build(self) -> Result<Web> {
        Ok(Web::new(self))
    }
}

messaging_core::register!(WebConfig);

#[async_trait]
impl Provider for Web {
    fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    async fn send(&self, context: &Context, request: SendMessage) -> Result<Receipt> {
        if request.to.kind() != "visitor" {
            let message = format!("`{}` is not a visitor of the web chat", request.to);
            return Err(Error::new(ErrorKind::Invalid, message));
        }
        match &context.intent {
            Some(intent) => Ok(Receipt::of(intent.as_str())),
            None => Err(Error::new(ErrorKind::Unsupported, "the web chat can only be written to through a gateway")),
        }
    }

    fn reconcile(&self) -> Option<&dyn Reconcile> {
        Some(self)
    }

    fn webhooks(&self) -> Option<&dyn Webhooks> {
        Some(self)
    }
}

#[async_trait]
impl Reconcile for Web {
    /// Whatever happened to the process, storing this answer publishes the message, once.
    async fn find(&self, _: &Context, request: FindSend) -> Result<Found> {
        Ok(Found::Happened(Receipt::of(request.intent.as_str())))
    }
}
