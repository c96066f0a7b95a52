use std::time::Duration;

use crate::{
    Place,
    message::{Message, SendMessage},
};

/// What a policy over sends needs to know: who is written to, for how long freely, and what it takes.
///
/// A provider contributes facts; the gateway keeps the ledgers and decides. No I/O happens here.
pub trait Compliance: Send + Sync {
    /// Returns who is reached at `place`, where that is one person with an address.
    fn contact(&self, place: &Place) -> Option<Contact>;

    /// Says what sending `message` takes.
    fn estimate(&self, message: &SendMessage) -> Estimate;

    /// Says what a message took that a person sent from `place`. As much as the same sent by us, unless the provider
    /// knows better.
    fn estimate_inbound(&self, place: &Place, message: &Message) -> Estimate {
        self.estimate(&SendMessage::new(place.clone(), message.content.clone()))
    }

    /// Returns what to send instead of `message` once the window of its contact has ended: a template the operator
    /// declared. None if there is none: the send is refused then.
    fn outside_window(&self, message: &SendMessage) -> Option<SendMessage> {
        let _ = message;
        None
    }

    /// Returns the vendor's code for a refusal: its own errors are known by it, and ours name it.
    fn code(&self, refusal: Refusal) -> Option<&'static str> {
        let _ = refusal;
        None
    }
}

/// Why a message may not go to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// They want nothing from us.
    OptedOut,
    /// Their last message is too long ago for free text.
    WindowClosed,
}

/// One person as a channel reaches them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Contact {
    /// Their address as it stands in events and places: `+15550100777`, `whatsapp:+15550100777`.
    pub address: String,
    /// The channel, in a word: `sms`, `whatsapp`.
    pub channel: String,
    /// Where they are, as an ISO 3166-1 alpha-2 code, where the address says so.
    pub country: Option<String>,
    /// How long after their last message anything may be written to them; none where that never ends.
    pub window: Option<Duration>,
}

impl Contact {
    /// Someone in no known country, who may always be written to.
    pub fn new(address: impl Into<String>, channel: impl Into<String>) -> Self {
        Self { address: address.into(), channel: channel.into(), country: None, window: None }
    }

    /// Says where they are.
    #[must_use]
    pub fn in_country(mut self, country: impl Into<String>) -> Self {
        self.country = Some(country.into());
        self
    }

    /// Ends the freedom to write so long after their last message.
    #[must_use]
    pub fn with_window(mut self, window: Duration) -> Self {
        self.window = Some(window);
        self
    }
}

/// What sending a message takes, before it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Estimate {
    /// What the vendor bills: segments of an SMS, otherwise messages.
    pub units: u32,
    /// Whether it is a template, which may be sent outside a contact's window.
    pub is_template: bool,
}

impl Estimate {
    /// So many units of free text.
    #[must_use]
    pub const fn units(units: u32) -> Self {
        Self { units, is_template: false }
    }

    /// The same as a template.
    #[must_use]
    pub const fn template(mut self) -> Self {
        self.is_template = true;
        self
    }
}
