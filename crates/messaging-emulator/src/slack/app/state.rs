use crate::slack::{
    interaction::{Choices, ResponseUrls, Triggers, Whispers},
    views::Views,
};

/// What Slack remembers for the app.
#[derive(Debug, Default)]
pub(crate) struct AppState {
    pub(crate) triggers: Triggers,
    pub(crate) response_urls: ResponseUrls,
    pub(crate) choices: Choices,
    pub(crate) whispers: Whispers,
    pub(crate) views: Views,
}
