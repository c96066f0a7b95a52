use crate::slack::{
    events::Ledger,
    hooks::Hooks,
    interaction::{Choices, ResponseUrls, Triggers, Whispers},
    oauth::Installs,
    socket::Connections,
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
    pub(crate) connections: Connections,
    pub(crate) ledger: Ledger,
    pub(crate) hooks: Hooks,
    pub(crate) installs: Installs,
}
