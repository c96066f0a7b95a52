//! Slack's own markup, in both directions. <https://docs.slack.dev/messaging/formatting-message-text>

mod escape;
mod link;
pub(crate) mod neutral;
mod read;
mod render;
mod writer;

pub(crate) use escape::escape_into;
pub(crate) use link::url;
pub(crate) use read::{content, file, mentions, read, without_mention};
pub(crate) use render::{OPTIONS, render};
