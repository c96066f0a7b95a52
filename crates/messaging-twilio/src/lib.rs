//! The provider `twilio`: SMS and WhatsApp through Programmable Messaging, and Conversations v1.
//!
//! ```text
//!  direct:{ours},{theirs} ──► POST /2010-04-01/Accounts/{AC}/Messages.json     api.twilio.com
//!  conv:{CH…}             ──► POST /v1[/Services/{IS}]/Conversations/{CH}/Messages   conversations.twilio.com
//!  X-Twilio-Signature ──► form fields ──► events      one route: the body decides what a callback is
//! ```
//!
//! Every request body is a form, because Twilio refuses JSON here (error 19056). Nothing waits, retries or throttles:
//! layers do that for every provider alike.

mod account;
mod api;
mod base;
mod config;
mod conversations;
mod date;
mod error;
mod fields;
mod health;
mod history;
mod media;
mod messages;
mod native;
mod participants;
mod place;
mod provider;
mod reconcile;
mod register;
mod row;
mod segments;
mod send;
mod sid;
mod signing_keys;
mod token;
mod webhook;

pub use config::TwilioConfig;
pub use place::{conversation, direct};
pub use provider::Twilio;
pub use segments::{Encoding, Segments, segments, smart_encoded};
pub use token::{AccessToken, ChatGrant, SyncGrant, VideoGrant, VoiceGrant};
