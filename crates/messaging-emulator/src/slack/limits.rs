/// How often an app may ask and post: <https://docs.slack.dev/apis/web-api/rate-limits>.
///
/// Each method has its tier in each workspace, counted in windows of a minute that begin with the first call; whoever
/// asks more often gets 429 with `Retry-After`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SlackLimits {
    /// Whether they are kept at all.
    pub enforced: bool,
    /// Most posts a minute in one workspace; Slack says "several hundred".
    pub posts_per_minute: u32,
    /// Most posts at once in one channel, which after that takes one a second.
    pub post_burst: u32,
    /// Whether `conversations.history` and `conversations.replies` are answered once a minute with 15 messages at most,
    /// as for apps that are sold outside the Marketplace.
    pub history_restricted: bool,
}

impl Default for SlackLimits {
    /// Enforced: 300 posts a minute, 5 at once, and history as for an internal app.
    fn default() -> Self {
        Self { enforced: true, posts_per_minute: 300, post_burst: 5, history_restricted: false }
    }
}

impl SlackLimits {
    /// No limits, for tests that are not about waiting.
    #[must_use]
    pub fn none() -> Self {
        Self { enforced: false, ..Self::default() }
    }
}
