use std::borrow::Cow;

use messaging_core::{Event, TraceContext, UnixMillis, trace::Timeline};

use crate::{Charge, Lane};

/// An event on its way into the store, and the lane it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Arrival {
    /// Whose lane. Its tenant and account are part of every key: two accounts never share a duplicate.
    pub lane: Lane,
    /// What happened.
    pub event: Event,
    /// How whoever did it is reached, in the provider's word: what becomes of it is counted by that too, if it is told.
    pub channel: Option<Cow<'static, str>>,
    /// Who did it, where consent and windows are kept; none keeps nothing.
    pub sender: Option<Sender>,
    /// What a message of theirs costs us, where the provider bills it.
    pub charge: Option<Charge>,
    /// The span of the delivery that tells it, and when that began; none where nobody follows it.
    pub told: Option<(TraceContext, UnixMillis)>,
    /// Whether nobody tells it again if it is refused: it may take the room that is kept for such events.
    pub told_once: bool,
}

impl Arrival {
    /// An event whose sender needs no consent and costs nothing.
    #[must_use]
    pub fn new(lane: Lane, event: Event) -> Self {
        Self { lane, event, channel: None, sender: None, charge: None, told: None, told_once: false }
    }

    /// Says by which channel it came.
    #[must_use]
    pub fn by_channel(mut self, channel: impl Into<Cow<'static, str>>) -> Self {
        self.channel = Some(channel.into());
        self
    }

    /// Says whose consent and window it is about.
    #[must_use]
    pub fn from_sender(mut self, sender: Sender) -> Self {
        self.sender = Some(sender);
        self
    }

    /// Says which span the delivery is that tells it, and when that began.
    #[must_use]
    pub fn told_in(mut self, delivery: TraceContext, start: UnixMillis) -> Self {
        self.told = Some((delivery, start));
        self
    }

    /// The way of the message, as far as it has come.
    pub(crate) fn timeline(&self) -> Option<Timeline> {
        self.told.filter(|_| self.event.wants_turn()).map(|(delivery, start)| Timeline::new(delivery, start))
    }

    /// Says that nobody tells it again.
    #[must_use]
    pub fn told_once(mut self) -> Self {
        self.told_once = true;
        self
    }

    /// How many of at most `most` events may be in flight with those of a batch: three tenths are kept for what nobody
    /// tells again.
    pub(crate) fn room(batch: &[Self], most: usize) -> usize {
        if batch.iter().any(|arrival| arrival.told_once) { most } else { most - most / 10 * 3 }
    }

    /// Says what it costs.
    #[must_use]
    pub fn charged(mut self, charge: Charge) -> Self {
        self.charge = Some(charge);
        self
    }
}

/// Who an event is from, as the ledger of contacts names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// Their address within the account.
    pub address: String,
    /// Whether the lane reaches them and nobody else: what waits in it is cancelled when they opt out.
    pub alone: bool,
}
