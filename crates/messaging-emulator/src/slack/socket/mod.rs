//! Socket Mode, from Slack's side: <https://docs.slack.dev/apis/events-api/using-socket-mode>.

mod connections;
mod dial;
mod envelope;
mod open;
mod serve;
mod ways;

pub(crate) use connections::Connections;
pub use dial::SlackLink;
pub(crate) use envelope::Enveloped;
pub(crate) use open::METHODS;
