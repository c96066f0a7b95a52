//! The vendor's API: what each path answers.

mod account;
mod auth;
mod call;
mod conversation_messages;
mod conversations;
mod error;
mod form;
mod list_messages;
mod media;
mod messages;
mod page;
mod participants;
mod router;
mod send;
mod serve;
mod service;

pub(crate) use error::{Outcome, Refusal};
pub(crate) use send::Carry;
pub(crate) use serve::{Answer, SILENCE};
