//! The other side of the wire: Twilio and Slack as services in this process.
//!
//! Strict about requests, signing with code of their own, retrying as the real ones do, able to fail on purpose, and
//! remembering what a person really saw. Knows no provider crate, so that our bugs cannot agree with themselves.

mod desk;
mod fate;
mod journal;
mod news;
mod side;
pub mod slack;
mod truth;
pub mod twilio;

pub use desk::Desk;
pub use fate::{Fate, FaultPlan};
pub use journal::Journal;
pub use news::{News, Notice};
pub use side::Body;
pub use slack::{SlackEmulator, SlackLimits, SlackService, SlackSettings, SlackTeam, SlackThread, SlackThrottled};
pub use truth::{Shown, Truth, Written};
pub use twilio::{SharedKey, TwilioEmulator, TwilioService, TwilioSettings};
