use messaging_core::ConversationRef;
use messaging_store::Lane;
use serde::Serialize;

/// A piece of an answer that is being written, for whoever reads along. Nothing is stored of it: the message that is told
/// in the end holds the whole text, whatever was missed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Delta {
    /// Where.
    #[serde(skip)]
    pub lane: Lane,
    /// Which turn: another one begins anew.
    pub run: String,
    /// 0 on the first try: another one begins anew.
    pub attempt: u32,
    /// How many bytes of the text were told before.
    pub at: usize,
    /// What comes next.
    pub text: String,
}

impl Delta {
    /// Whether it is about the conversation `reference` of the default tenant.
    #[must_use]
    pub fn is_in(&self, reference: &ConversationRef) -> bool {
        &*self.lane.tenant == Lane::DEFAULT_TENANT && self.lane.conversation == *reference
    }
}
