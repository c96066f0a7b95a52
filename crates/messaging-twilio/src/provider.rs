use std::{
    borrow::Cow,
    fmt,
    sync::Arc,
    time::{Duration, SystemTime},
};

use async_trait::async_trait;
use messaging_core::{
    Context, Descriptor, InboundRetry, Place, Provider, Result,
    capability::{
        Billing, CatchUp, Compliance, Conversations, Deletes, Edits, Endpoints, Health, Lifecycle, Media, Messages,
        Native, Participants, Rates, Reconcile, Webhooks,
    },
    message::{Receipt, SendMessage},
};
use messaging_http::{FetchSettings, Fetcher, Transport};

use crate::{
    TokenAuthenticator, TwilioConfig, account::Account, authenticator::authenticators, compose,
    concurrency::Concurrency, uploaded::sid_of,
};

/// One Twilio account.
///
/// Sends to `direct` places through Programmable Messaging (<https://www.twilio.com/docs/messaging/api/message-resource>)
/// and to `conv` places through Conversations v1 (<https://www.twilio.com/docs/conversations-classic/api>). Cheap to clone.
#[derive(Clone)]
pub struct Twilio {
    pub(crate) account: Arc<Account>,
    pub(crate) transport: Transport,
    pub(crate) clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
    /// For what is not Twilio's.
    pub(crate) fetcher: Fetcher,
    pub(crate) concurrency: Concurrency,
    pub(crate) authenticators: Vec<Arc<dyn TokenAuthenticator>>,
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
        // https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
        let descriptor = descriptor.with_inbound_retry(InboundRetry::Connect);
        let authenticators = authenticators(&config, &transport)?;
        let (account, clock) = (Arc::new(Account::new(config)?), Arc::new(SystemTime::now));
        let settings = FetchSettings::default();
        let fetcher = Fetcher::new(if account.bases.are_here() { settings.with_loopback() } else { settings });
        let concurrency = Concurrency::default();
        Ok(Self { account, transport, clock, fetcher, concurrency, authenticators, descriptor })
    }

    /// Reads the time from `clock` instead of the system: only a `Retry-After` that is a date needs it.
    #[must_use]
    pub fn with_clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Fetches what is not Twilio's, such as the files its media links lead to, by `fetcher` instead of one with the usual
    /// limits.
    #[must_use]
    pub fn with_fetcher(mut self, fetcher: Fetcher) -> Self {
        self.fetcher = fetcher;
        self
    }

    /// Lets whoever `authenticator` knows have an access token at `POST /{account}/token`, besides those the settings let.
    #[must_use]
    pub fn with_token_authenticator(mut self, authenticator: impl TokenAuthenticator + 'static) -> Self {
        self.authenticators.push(Arc::new(authenticator));
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

    /// Buttons go along where the operator has a template for so many of them: on `WhatsApp`, with a short text and no
    /// file. A text with characters that Twilio counts twice, such as emoji, is cut in shorter parts if it must be cut.
    fn limits(&self, message: &SendMessage) -> Cow<'_, Descriptor> {
        let content = &message.content;
        let has_buttons =
            message.to.part(1).is_some_and(|theirs| compose::template(&self.account, theirs, content).is_some());
        let mut limits = Cow::Borrowed(&self.descriptor);
        if has_buttons {
            limits.to_mut().actions = true;
        }
        let carries_files =
            message.to.kind() == "direct" || content.media.iter().any(|file| sid_of(&file.url).is_some());
        if !carries_files && !content.media.is_empty() {
            // Links at the end of the text, which count.
            limits.to_mut().media = false;
        }
        if compose::counts_twice(content, carries_files) {
            limits.to_mut().max_text = Some(compose::LONGEST / 2);
        }
        limits
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

    fn edits(&self) -> Option<&dyn Edits> {
        Some(self)
    }

    fn deletes(&self) -> Option<&dyn Deletes> {
        Some(self)
    }

    fn messages(&self) -> Option<&dyn Messages> {
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

    fn media(&self) -> Option<&dyn Media> {
        Some(self)
    }

    fn compliance(&self) -> Option<&dyn Compliance> {
        Some(self)
    }

    fn billing(&self) -> Option<&dyn Billing> {
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

    fn health(&self) -> Option<&dyn Health> {
        Some(self)
    }

    fn native(&self) -> Option<&dyn Native> {
        Some(self)
    }

    fn endpoints(&self) -> Option<&dyn Endpoints> {
        Some(self)
    }

    fn webhooks(&self) -> Option<&dyn Webhooks> {
        Some(self)
    }
}

impl fmt::Debug for Twilio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // URLs are left out: one that Twilio is to call may hold a password.
        let Account { sid, service, author, .. } = &*self.account;
        let mut shown = f.debug_struct("Twilio");
        shown.field("account_sid", sid).field("service", service).field("author", author).finish_non_exhaustive()
    }
}
