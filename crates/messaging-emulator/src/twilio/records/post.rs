use std::time::{Duration, SystemTime};

/// A message of a conversation.
#[derive(Clone, Debug)]
pub(crate) struct Post {
    pub(crate) sid: String,
    pub(crate) index: u64,
    pub(crate) author: String,
    pub(crate) body: Option<String>,
    pub(crate) attributes: String,
    pub(crate) content_sid: Option<String>,
    pub(crate) participant_sid: Option<String>,
    pub(crate) created: SystemTime,
    pub(crate) updated: SystemTime,
    pub(crate) media: Vec<Attachment>,
    /// One for everybody outside the chat.
    pub(crate) receipts: Vec<Receipt>,
}

/// A file that went with a post.
#[derive(Clone, Debug)]
pub(crate) struct Attachment {
    /// Of the [upload](super::Upload).
    pub(crate) sid: String,
    pub(crate) size: usize,
    pub(crate) content_type: String,
    pub(crate) filename: Option<String>,
}

/// What becomes of a post at one participant outside the chat: the one truth that REST and `onDeliveryUpdated` tell.
#[derive(Clone, Debug)]
pub(crate) struct Receipt {
    /// `DY` and 32 hexadecimal digits.
    pub(crate) sid: String,
    /// The carrier's message, `SM…`.
    pub(crate) channel_message_sid: String,
    pub(crate) participant_sid: String,
    pub(crate) created: SystemTime,
    /// In the order of their times.
    pub(crate) steps: Vec<Step>,
}

/// Something that becomes of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// How long after it was posted.
    pub(crate) after: Duration,
    /// `sent`, `delivered`, `read`, `failed` or `undelivered`.
    pub(crate) status: &'static str,
    pub(crate) error_code: Option<u32>,
}

impl Receipt {
    /// The last step taken until now. None before the first.
    pub(crate) fn step(&self, now: SystemTime) -> Option<Step> {
        let age = now.duration_since(self.created).unwrap_or_default();
        self.steps.iter().rev().find(|step| step.after <= age).copied()
    }

    /// Whether it was at any time until now in this state.
    pub(crate) fn has_been(&self, status: &str, now: SystemTime) -> bool {
        let age = now.duration_since(self.created).unwrap_or_default();
        self.steps.iter().any(|step| step.after <= age && step.status == status)
    }
}
