use std::time::Duration;

/// A call that was answered with 429 because there were too many before it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SlackThrottled {
    /// When, counted from the emulator's start.
    pub at: Duration,
    /// The workspace.
    pub team: String,
    /// The method.
    pub method: &'static str,
    /// The channel that the call named, if any.
    pub channel: Option<String>,
    /// How long it would have had to wait; `Retry-After` is this in whole seconds, rounded up.
    pub wait: Duration,
}
