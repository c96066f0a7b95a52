//! The emulators as this program runs them: on a socket of this machine, calling back over HTTP.

mod guard;
mod link;
mod seeds;
mod slack;
mod twilio;

pub(crate) use guard::guarded;
pub(crate) use link::linked;
pub(crate) use seeds::Seeds;
pub(crate) use slack::{Slack, slack_variables};
pub(crate) use twilio::{Twilio, twilio_variables};

/// Most lines of a journal, kept for nobody in particular.
const LINES: usize = 10_000;
