//! Incoming webhooks: <https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks>.

mod hook;
mod receive;

pub(crate) use hook::Hooks;
