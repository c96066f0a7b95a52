use serde::{Deserialize, Serialize};

use super::{Conversation, Message, Participant};

/// A conversation as it was, to be kept as JSON.
///
/// Files are named by their URLs, which may need the provider's credentials; what is in them is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Transcript {
    /// The conversation itself.
    pub conversation: Conversation,
    /// Who takes part; who has left is not among them.
    pub participants: Vec<Speaker>,
    /// What was said, oldest first. Where a participant wrote it, the author has the name that people are shown.
    pub messages: Vec<Message>,
}

impl Transcript {
    /// A conversation in which nothing was said.
    #[must_use]
    pub fn new(conversation: Conversation) -> Self {
        Self { conversation, participants: Vec::new(), messages: Vec::new() }
    }
}

/// A participant, with the name that people are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Speaker {
    /// What people are shown: "Ann - Local Expert".
    pub display_name: String,
    /// The participant.
    #[serde(flatten)]
    pub participant: Participant,
}

impl From<Participant> for Speaker {
    fn from(participant: Participant) -> Self {
        Self { display_name: participant.display_name(), participant }
    }
}
