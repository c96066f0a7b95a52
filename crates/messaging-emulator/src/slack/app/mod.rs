//! The app as Slack knows it: how it is set up, and what Slack remembers for it.

mod settings;
mod state;

pub use settings::{SlackApp, SlackDelivery};
pub(crate) use state::AppState;
