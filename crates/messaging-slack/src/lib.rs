//! The provider `slack`: posts over the Web API, listens to the Events API over HTTP or in Socket Mode.
//!
//! ```
//! use messaging_core::{Messenger, SendMessage};
//! use messaging_slack::{Slack, SlackConfig, channel};
//!
//! # async fn send(transport: messaging_http::Transport) -> messaging_core::Result<()> {
//! let slack = Slack::new(SlackConfig::new("xoxb-…", "8f742231…"), transport)?;
//! Messenger::new(slack).send(SendMessage::new(channel("T111", "C111"), "**Hello** there")).await?;
//! # Ok(())
//! # }
//! ```
//!
//! A conversation is `channel:T1,C1`, `thread:T1,C1,1610261659.001400` or `dm:T1,D1`; `T` is the team the app is
//! installed in, `E…` for an organisation install. `webhook:{name}` posts through the account's incoming webhook; nothing
//! is heard from there. What belongs to no conversation is told in `workspace:T1`, which
//! cannot be written to.

mod allowed_bots;
mod api;
mod blocks;
mod catch_up;
pub mod client;
mod client_msg_id;
mod config;
mod conversations;
mod credentials;
mod deletes;
pub mod doctor;
mod edits;
mod encoding;
mod endpoints;
mod error;
mod health;
mod hook;
mod incoming_webhook;
mod installs;
mod lifecycle;
mod media;
mod messages;
mod metadata;
mod mrkdwn;
mod names;
mod native;
mod oauth;
mod options;
mod participants;
mod people;
mod place;
mod provider;
mod rate_limits;
mod rates;
mod reactions;
mod reconcile;
mod records;
mod register;
mod response_url;
mod room;
mod send;
mod settled;
mod socket;
mod socket_mode;
mod streaming;
mod ts;
mod typing;
mod webhook;
mod workspace;

pub use allowed_bots::AllowedBots;
pub use config::{Answer, SlackConfig};
pub use error::{Class, Code, Retry, codes};
pub use oauth::Tenants;
pub use place::{channel, dm, incoming_webhook, thread};
pub use provider::Slack;
