//! Slack in this process: the Web API methods an agent needs, the Events API that calls back, and the people who write.
//!
//! Modelled on <https://docs.slack.dev/apis/web-api> and <https://docs.slack.dev/apis/events-api>. A message is shown
//! as people read it: entities undone, mentions by name, marks such as `*bold*` left as they were written.

mod api;
mod app;
mod beyond;
mod directory;
mod dress;
mod edits;
mod emulator;
mod events;
mod file;
mod grant;
mod hooks;
mod id;
mod interaction;
mod limits;
mod membership;
mod message;
mod oauth;
mod others;
mod parts;
mod people;
mod places;
mod publish;
mod reaction;
mod revise;
mod room;
mod scheduled;
mod screen;
mod service;
mod settings;
mod socket;
mod state;
mod streams;
mod team;
mod thread;
mod throttled;
mod ts;
mod typed;
mod views;
mod whereabouts;

pub use app::{SlackApp, SlackDelivery};
pub use emulator::SlackEmulator;
pub use events::HandshakeError;
pub use interaction::{ActError, SlackOutcome};
pub use limits::SlackLimits;
pub use oauth::{AuthorizeError, SlackConsent};
pub use others::SlackStranger;
pub use people::WriteError;
pub use service::SlackService;
pub use settings::SlackSettings;
pub use socket::SlackLink;
pub use streams::StopError;
pub use team::SlackTeam;
pub use thread::SlackThread;
pub use throttled::SlackThrottled;
