use super::change::Change;

/// One thing that Twilio is to know.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetupStep {
    /// What it is about: a service, a number.
    pub about: String,
    /// Whether Twilio knows it.
    pub state: SetupState,
    /// What Twilio was told instead, or why nobody can tell.
    pub differences: Vec<String>,
    /// What Twilio is to be told, by its own names, or where to tell it.
    pub wanted: Vec<(String, String)>,
    pub(super) change: Option<Change>,
}

/// How a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SetupState {
    /// Twilio knows it.
    Right,
    /// Twilio was told something else: [`Twilio::apply`](crate::Twilio::apply) changes that.
    Wrong,
    /// Twilio has no such thing.
    Missing,
    /// Twilio does not let us see it.
    Unseen,
    /// People tell it Twilio in the console; it cannot be looked up here.
    ByHand,
}

impl SetupStep {
    pub(super) fn new(about: impl Into<String>, state: SetupState) -> Self {
        Self { about: about.into(), state, differences: Vec::new(), wanted: Vec::new(), change: None }
    }

    pub(super) fn wants(mut self, name: &str, value: impl Into<String>) -> Self {
        self.wanted.push((name.to_owned(), value.into()));
        self
    }

    pub(super) fn because(mut self, difference: impl Into<String>) -> Self {
        self.differences.push(difference.into());
        self
    }
}
