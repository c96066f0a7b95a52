use crate::Place;

/// Show people that an answer is being written, or show it no longer.
///
/// What is shown ends by itself when a message is posted, and after a time that the provider sets.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetTyping {
    /// Where people see it.
    pub conversation: Place,
    /// Whether it is shown.
    pub shown: bool,
    /// What it says, where the provider can say something: `is looking for flights…`. The provider's own words if none.
    pub words: Option<String>,
}

impl SetTyping {
    /// Shows it.
    #[must_use]
    pub fn shown(conversation: Place) -> Self {
        Self { conversation, shown: true, words: None }
    }

    /// Shows it no longer.
    #[must_use]
    pub fn over(conversation: Place) -> Self {
        Self { conversation, shown: false, words: None }
    }

    /// Says so in these words, which follow the name of whoever writes.
    #[must_use]
    pub fn saying(mut self, words: impl Into<String>) -> Self {
        self.words = Some(words.into());
        self
    }
}
