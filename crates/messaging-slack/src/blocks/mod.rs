//! Content as Slack's blocks. <https://docs.slack.dev/reference/block-kit/blocks>

pub(crate) mod action;
mod compose;
mod image;
mod inline;
mod layout;
mod limits;
mod rich_text;
mod table;

pub(crate) use compose::{Composed, compose};
pub(crate) use limits::TEXT;
