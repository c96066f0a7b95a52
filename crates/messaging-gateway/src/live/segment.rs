use messaging_store::Live;
use tokio::time::Instant;

/// One message that shows a part of an answer.
#[derive(Debug)]
pub(super) struct Segment {
    /// What is stored of it.
    pub(super) live: Live,
    /// The text that the platform has taken for certain.
    pub(super) taken: String,
    /// The text that a piece on its way brings it to, while nobody knows whether it did.
    pub(super) tried: Option<String>,
    /// Whether it shows that and nothing else. False while a piece is on its way, and for ever if that got lost.
    pub(super) certain: bool,
    /// Whether an edit of it may still be on its way, which would undo a later one.
    pub(super) spoiled: bool,
    /// What it shows in the end, once the answer goes on in another message.
    pub(super) closed: Option<String>,
    /// Since when it may be shown.
    pub(super) begun: Instant,
}

impl Segment {
    pub(super) fn new(live: Live, begun: Instant) -> Self {
        Self { live, taken: String::new(), tried: None, certain: false, spoiled: false, closed: None, begun }
    }

    /// How many bytes of `text` it certainly shows, and nothing behind them but white space.
    pub(super) fn shows(&self, text: &str) -> Option<usize> {
        if !self.certain {
            None
        } else if text.starts_with(&self.taken) {
            Some(self.taken.len())
        } else {
            (self.taken.trim_end() == text.trim_end()).then_some(text.len())
        }
    }
}
