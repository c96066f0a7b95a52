//! The Events API over HTTP: <https://docs.slack.dev/apis/events-api>.

mod attempt;
mod deliver;
mod emit;
mod envelope;
mod handshake;
mod ledger;
mod limit;
mod sign;
mod ssl_check;
mod told;

pub(crate) use attempt::{Heard, PATIENCE};
pub(crate) use envelope::OLD_TOKEN;
pub use handshake::HandshakeError;
pub(crate) use ledger::Ledger;
pub(crate) use told::{changed_event, deleted_event, mention_event, message_event};
