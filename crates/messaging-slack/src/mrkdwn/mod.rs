//! Slack's own markup, in both directions. <https://docs.slack.dev/messaging/formatting-message-text>

mod escape;
mod link;
mod read;
mod render;
mod writer;

pub(crate) use read::{content, mentions, read, without_mention};
pub(crate) use render::render;
