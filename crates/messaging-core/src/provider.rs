//! The contract between this library and a provider.

use std::{borrow::Cow, fmt::Debug, time::Duration};

use async_trait::async_trait;

use crate::{
    Context, Place, Result,
    capability::{
        Billing, CatchUp, Compliance, Conversations, Deletes, Edits, Endpoints, Health, Installs, Lifecycle, Media,
        Messages, Native, Participants, People, Rates, Reactions, Reconcile, Socket, Streaming, Typing, Webhooks,
    },
    message::{Receipt, SendMessage},
};

/// A service that carries messages.
///
/// Only [`descriptor`](Self::descriptor) and [`send`](Self::send) are required. Every other ability is a trait of its
/// own in [`capability`](crate::capability); returning `Some(self)` switches it on. Nothing here retries, throttles,
/// times out or traces: layers do that for every provider alike.
#[async_trait]
pub trait Provider: Debug + Send + Sync + 'static {
    /// Says who this is and what a message may look like.
    fn descriptor(&self) -> &Descriptor;

    /// Sends one message, once.
    ///
    /// # Errors
    /// An error's [`reached`](crate::Error::reached) must say whether the send may have taken effect.
    async fn send(&self, context: &Context, request: SendMessage) -> Result<Receipt>;

    /// Says what people at `place` use, in a word: `sms`, `whatsapp`, `slack`. The provider's name unless told otherwise.
    fn channel(&self, place: &Place) -> Cow<'static, str> {
        let _ = place;
        Cow::Borrowed(self.descriptor().name)
    }

    /// Says what this message may carry where it goes: the descriptor unless told otherwise. Texts are made to fit it
    /// ([`text::fit`](crate::text::fit)), and what does not is refused before it is sent.
    fn limits(&self, message: &SendMessage) -> Cow<'_, Descriptor> {
        let _ = message;
        Cow::Borrowed(self.descriptor())
    }

    /// Editing, if the provider has it.
    fn edits(&self) -> Option<&dyn Edits> {
        None
    }

    /// Taking messages back, if the provider has it.
    fn deletes(&self) -> Option<&dyn Deletes> {
        None
    }

    /// Showing an answer while it is being written, if the provider has it.
    fn streaming(&self) -> Option<&dyn Streaming> {
        None
    }

    /// Reading messages, if the provider keeps them.
    fn messages(&self) -> Option<&dyn Messages> {
        None
    }

    /// Conversations as objects, if the provider has them.
    fn conversations(&self) -> Option<&dyn Conversations> {
        None
    }

    /// Changing and ending conversations, if the provider has it.
    fn lifecycle(&self) -> Option<&dyn Lifecycle> {
        None
    }

    /// Participants, if conversations have them.
    fn participants(&self) -> Option<&dyn Participants> {
        None
    }

    /// Knowing the names of people, if messages name them by an id only.
    fn people(&self) -> Option<&dyn People> {
        None
    }

    /// Reacting to messages, if people see reactions.
    fn reactions(&self) -> Option<&dyn Reactions> {
        None
    }

    /// Showing that an answer is being written, if people see that.
    fn typing(&self) -> Option<&dyn Typing> {
        None
    }

    /// Fetching and uploading files, if the provider keeps them.
    fn media(&self) -> Option<&dyn Media> {
        None
    }

    /// What a policy over sends needs to know, if the provider bills or restricts them.
    fn compliance(&self) -> Option<&dyn Compliance> {
        None
    }

    /// What messages cost, if the provider says so.
    fn billing(&self) -> Option<&dyn Billing> {
        None
    }

    /// How fast it takes commands, if that is known.
    fn rates(&self) -> Option<&dyn Rates> {
        None
    }

    /// Looking up earlier sends, if the provider's records can be read.
    fn reconcile(&self) -> Option<&dyn Reconcile> {
        None
    }

    /// Telling what was missed, if the provider's records can be read.
    fn catch_up(&self) -> Option<&dyn CatchUp> {
        None
    }

    /// Checking the account, if the provider can do that without side effects.
    fn health(&self) -> Option<&dyn Health> {
        None
    }

    /// Being installed in many workspaces, if the settings ask for it.
    fn installs(&self) -> Option<&dyn Installs> {
        None
    }

    /// The vendor's own methods, if they may be called by name.
    fn native(&self) -> Option<&dyn Native> {
        None
    }

    /// Endpoints that anybody may call beside webhooks, if the provider has them.
    fn endpoints(&self) -> Option<&dyn Endpoints> {
        None
    }

    /// Inbound webhooks, if the provider has them.
    fn webhooks(&self) -> Option<&dyn Webhooks> {
        None
    }

    /// Inbound connections that we open, if the provider has them.
    fn socket(&self) -> Option<&dyn Socket> {
        None
    }
}

/// Static facts about a provider. Verbs are traits; what a *message* may carry is data.
#[derive(Clone, Debug)]
#[non_exhaustive]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Descriptor {
    /// The registered name.
    pub name: &'static str,
    /// Longest text accepted, in characters.
    pub max_text: Option<usize>,
    /// Whether a message may be placed in a thread.
    pub threads: bool,
    /// Whether a message may carry media.
    pub media: bool,
    /// Whether a message may carry actions as buttons.
    pub actions: bool,
    /// Whether the provider itself drops a second send with the same intent.
    pub idempotent_sends: bool,
    /// How long the platform waits for the answer to a webhook.
    pub ack_deadline: Duration,
    /// Whether the platform tells again what it was refused.
    pub inbound_retry: InboundRetry,
}

/// Whether a platform tells again what a webhook of it was refused, such as with a 503: who is refused first when too
/// much comes in at once depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum InboundRetry {
    /// On a schedule of its own: nothing is lost by a refusal.
    #[default]
    Schedule,
    /// Only where it could not connect: a refusal loses what was told, unless its records are read.
    Connect,
    /// Never.
    None,
}

impl Descriptor {
    /// A provider that sends plain text and nothing else, waits 3 s for the answer to a webhook, and tells again what it
    /// was refused.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            max_text: None,
            threads: false,
            media: false,
            actions: false,
            idempotent_sends: false,
            ack_deadline: Duration::from_secs(3),
            inbound_retry: InboundRetry::Schedule,
        }
    }

    /// Messages may be placed in threads.
    #[must_use]
    pub const fn with_threads(mut self) -> Self {
        self.threads = true;
        self
    }

    /// Messages may carry media.
    #[must_use]
    pub const fn with_media(mut self) -> Self {
        self.media = true;
        self
    }

    /// Messages may carry actions.
    #[must_use]
    pub const fn with_actions(mut self) -> Self {
        self.actions = true;
        self
    }

    /// Messages may be at most this many characters long.
    #[must_use]
    pub const fn with_max_text(mut self, characters: usize) -> Self {
        self.max_text = Some(characters);
        self
    }

    /// The provider drops a second send with the same intent.
    #[must_use]
    pub const fn with_idempotent_sends(mut self) -> Self {
        self.idempotent_sends = true;
        self
    }

    /// The platform waits this long for the answer to a webhook.
    #[must_use]
    pub const fn with_ack_deadline(mut self, deadline: Duration) -> Self {
        self.ack_deadline = deadline;
        self
    }

    /// The platform does not tell again what it was refused, or only where it could not connect.
    #[must_use]
    pub const fn with_inbound_retry(mut self, retry: InboundRetry) -> Self {
        self.inbound_retry = retry;
        self
    }
}
