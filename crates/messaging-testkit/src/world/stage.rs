use std::{sync::Arc, time::Duration};

use messaging_core::{Clock, Keyword, Messenger};
use messaging_emulator::Truth;
use messaging_gateway::Gateway;
use messaging_http::{StreamTransport, Transport, TransportError};

use super::text;
use crate::Pair;

/// Every pair of a world. Conversations are dealt out among them, one after the other.
#[derive(Clone)]
pub(super) struct Stage {
    pairs: Vec<Arc<dyn Pair>>,
}

impl Stage {
    pub(super) fn new(pairs: Vec<Arc<dyn Pair>>) -> Self {
        Self { pairs }
    }

    /// The pair that a conversation is in, and its number there.
    fn place(&self, conversation: usize) -> Option<(&dyn Pair, usize)> {
        let pairs = self.pairs.len().max(1);
        self.pairs.get(conversation % pairs).map(|pair| (&**pair, conversation / pairs))
    }

    pub(super) fn connect(&self, gateway: &Transport) {
        self.pairs.iter().for_each(|pair| pair.connect(gateway.clone()));
    }

    /// Every account, as one process has it.
    pub(super) fn accounts(&self, clock: &Clock) -> Vec<(String, Messenger)> {
        self.pairs.iter().map(|pair| (pair.account().to_owned(), pair.provider(clock.clone()))).collect()
    }

    /// What one process serves beside webhooks, pair by pair.
    pub(super) fn fronts(&self, gateway: &Gateway) -> Vec<Option<StreamTransport>> {
        self.pairs.iter().map(|pair| pair.front(gateway)).collect()
    }

    pub(super) fn connect_fronts(&self, front: impl Fn(usize) -> StreamTransport) {
        self.pairs.iter().enumerate().for_each(|(number, pair)| pair.connect_front(front(number)));
    }

    /// Leaves every pair without anybody to call back, and so without a hold on whoever holds it.
    pub(super) fn disconnect(&self) {
        let ended = || TransportError::not_sent("the world has ended");
        self.connect(&Transport::new(tower::service_fn(move |_| async move { Err(ended()) })));
        self.connect_fronts(|_| StreamTransport::new(tower::service_fn(move |_| async move { Err(ended()) })));
    }

    pub(super) fn write(&self, conversation: usize, index: u64, text: &str) {
        if let Some((pair, number)) = self.place(conversation) {
            pair.write(number, index, text);
        }
    }

    pub(super) fn agree(&self, conversation: usize, keyword: Keyword, name: &str) {
        if let Some((pair, number)) = self.place(conversation) {
            pair.agree(number, keyword, name);
        }
    }

    pub(super) fn press_stop(&self, conversation: usize, name: &str) -> bool {
        self.place(conversation).is_some_and(|(pair, number)| pair.press_stop(number, name))
    }

    /// Whether whatever is written in a conversation is to be answered, whether its callback was taken in or not.
    pub(super) fn keeps_records(&self, conversation: usize) -> bool {
        self.place(conversation).is_some_and(|(pair, _)| pair.keeps_records())
    }

    pub(super) fn hold_back(&self, conversation: usize) -> Duration {
        self.place(conversation).map_or(Duration::ZERO, |(pair, _)| pair.hold_back())
    }

    /// What really happened everywhere; what people wrote goes by its mark.
    pub(super) fn truth(&self) -> Truth {
        let mut all = Truth::default();
        for pair in &self.pairs {
            let Truth { shown, written, open } = pair.truth();
            all.open += open;
            all.shown.extend(shown.into_iter().map(|mut shown| {
                shown.place = format!("{}:{}", pair.account(), shown.place);
                shown
            }));
            all.written.extend(written.into_iter().map(|(text, fate)| match text::read(&text) {
                Some((conversation, index)) => (text::write(conversation, index), fate),
                None => (text, fate),
            }));
        }
        all
    }

    /// Whether callbacks are still to be delivered.
    pub(super) fn is_open(&self) -> bool {
        self.pairs.iter().any(|pair| pair.truth().open > 0)
    }
}
