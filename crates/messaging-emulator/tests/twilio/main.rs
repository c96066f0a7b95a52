//! The emulated Twilio, as a client, an application and a person see it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench that cannot be set up is a failed test")]

mod account;
mod bench;
mod conversations;
mod faults;
mod hooks;
mod messages;
mod messaging;
mod nonsense;
mod participants;
mod people;
mod status;
mod stop;
mod twiml;
mod webhooks;
