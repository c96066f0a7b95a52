//! Pre-action webhooks: the application is asked before anything is done
//! (<https://www.twilio.com/docs/conversations-classic/conversations-webhooks#pre-action-webhooks>).

mod ask;
mod question;

pub(crate) use ask::Verdict;
pub(crate) use question::{Question, binding, files};
