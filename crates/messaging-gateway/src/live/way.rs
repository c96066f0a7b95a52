use std::time::Duration;

use messaging_core::{Place, Provider, SendMessage, Verb, capability::StreamLimits, message::Content};

/// How an answer is shown while it is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// As a stream of the platform's.
    Stream(StreamLimits),
    /// As a message that is edited.
    Edits(StreamLimits),
}

/// How long a message may be edited for the eye.
const LIFETIME: Duration = Duration::from_secs(10 * 60);

/// Longest text of a message that is edited, where the provider names none.
const MAX_TEXT: usize = 4_000;

impl Way {
    /// The way at `place`; none where nothing can be shown, or where a message must not leave before it was admitted.
    pub(super) fn at(provider: &dyn Provider, place: &Place, between_edits: Duration) -> Option<Self> {
        if let Some(limits) = provider.streaming().and_then(|streaming| streaming.streams_at(place)) {
            return Some(Self::Stream(limits));
        }
        let may_edit = Verb::Edit.is_offered_by(provider)
            && (Verb::DeleteMessage.is_offered_by(provider) || provider.streaming().is_some());
        if !may_edit || provider.compliance().is_some() {
            return None;
        }
        let message = SendMessage::new(place.clone(), Content::default());
        let max_text = provider.limits(&message).max_text.unwrap_or(MAX_TEXT);
        Some(Self::Edits(StreamLimits::new(max_text, LIFETIME, between_edits)))
    }

    pub(super) fn limits(self) -> StreamLimits {
        match self {
            Self::Stream(limits) | Self::Edits(limits) => limits,
        }
    }
}
