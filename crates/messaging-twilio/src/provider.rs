use std::{
    borrow::Cow,
    fmt,
    sync::Arc,
    time::{Duration, SystemTime},
};

use async_trait::async_trait;
use messaging_core::{
    Context, Descriptor, Place, Provider, Result,
    capability::{Conversations, Health, Messages, Native, Participants, Reconcile, Webhooks},
    message::{Receipt, SendMessage},
};
use messaging_http::Transport;

use crate::{TwilioConfig, account::Account};

/// One Twilio account.
///
/// Sends to `direct` places through Programmable Messaging (<https://www.twilio.com/docs/messaging/api/message-resource>)
/// and to `conv` places through Conversations v1 (<https://www.twilio.com/docs/conversations-classic/api>).
pub struct Twilio {
    pub(crate) account: Account,
    pub(crate) transport: Transport,
    pub(crate) clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
    descriptor: Descriptor,
}

impl Twilio {
    /// Talks to whatever `transport` leads to.
    ///
    /// # Errors
    /// A setting is missing or misshapen; the error names its key and never repeats a secret.
    pub fn new(config: TwilioConfig, transport: Transport) -> Result<Self> {
        let descriptor =
            Descriptor::new("twilio").with_media().with_max_text(1_600).with_ack_deadline(Duration::from_secs(15));
        Ok(Self { account: Account::new(config)?, transport, clock: Arc::new(SystemTime::now), descriptor })
    }

    /// Reads the time from `clock` instead of the system: only a `Retry-After` that is a date needs it.
    #[must_use]
    pub fn with_clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Returns our number, where the settings name one.
    #[must_use]
    pub fn phone_number(&self) -> Option<&str> {
        self.account.phone_number.as_deref()
    }

    /// Returns our Messaging Service, where the settings name one: the first part of a `direct` place that lets it pick
    /// the sender.
    #[must_use]
    pub fn messaging_service(&self) -> Option<&str> {
        self.account.messaging_service.as_deref()
    }
}

#[async_trait]
impl Provider for Twilio {
    fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    async fn send(&self, context: &Context, request: SendMessage) -> Result<Receipt> {
        self.post_message(context, request).await
    }

    /// `sms` or the prefix of the person's channel address, such as `whatsapp`; `conversations` where there are several.
    fn channel(&self, place: &Place) -> Cow<'static, str> {
        if place.kind() != "direct" {
            return Cow::Borrowed("conversations");
        }
        match place.part(1).and_then(|theirs| theirs.split_once(':')) {
            Some((prefix, _)) => Cow::Owned(prefix.to_owned()),
            None => Cow::Borrowed("sms"),
        }
    }

    fn messages(&self) -> Option<&dyn Messages> {
        Some(self)
    }

    fn conversations(&self) -> Option<&dyn Conversations> {
        Some(self)
    }

    fn participants(&self) -> Option<&dyn Participants> {
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

impl fmt::Debug for Twilio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // URLs are left out: one that Twilio is to call may hold a password.
        let Account { sid, service, author, .. } = &self.account;
        let mut shown = f.debug_struct("Twilio");
        shown.field("account_sid", sid).field("service", service).field("author", author).finish_non_exhaustive()
    }
}
