//! The provider `twilio`: SMS and WhatsApp through Programmable Messaging, and Conversations v1.
//!
//! ```text
//!  direct:{ours},{theirs} ──► POST /2010-04-01/Accounts/{AC}/Messages.json     api.twilio.com
//!  conv:{CH…}             ──► POST /v1[/Services/{IS}]/Conversations/{CH}/Messages   conversations.twilio.com
//!  X-Twilio-Signature ──► form fields ──► events      one route: the body decides what a callback is
//! ```
//!
//! What [`Messenger`](messaging_core::Messenger) has no verb for is in [`client`], by Twilio's own words and typed.
//!
//! Every request body is a form, because Twilio refuses JSON here (error 19056). Nothing waits, retries or throttles:
//! layers do that for every provider alike.

mod account;
mod address;
mod api;
mod authenticator;
mod base;
mod billing;
mod catch_up;
mod chat;
mod chat_search;
pub mod client;
mod compliance;
mod compose;
mod concurrency;
mod config;
mod conflict;
mod conversations;
mod date;
mod deletes;
mod doctor;
mod download;
mod edits;
mod endpoint;
mod error;
mod fields;
mod health;
mod history;
mod inbound;
mod lifecycle;
mod media;
mod messages;
pub mod messaging;
mod native;
mod participants;
mod place;
mod provider;
mod rates;
mod reconcile;
mod register;
mod replies;
mod roles;
mod row;
mod segments;
mod send;
mod sender_rate;
mod sid;
mod signing_keys;
mod spellings;
mod templates;
pub mod text;
mod token;
mod uploaded;
mod webhook;

pub use authenticator::{Authenticated, Refusal, TokenAuthenticator};
pub use config::TwilioConfig;
pub use conflict::conversation_in_use;
pub use doctor::{Diagnosis, Finding, Setup, SetupState, SetupStep};
pub use error::{Code, Heard, Retry, codes};
pub use inbound::{Inbound, InboundMode};
pub use place::{conversation, direct};
pub use provider::Twilio;
pub use replies::Replies;
pub use segments::{Encoding, Segments, segments, smart_encoded};
pub use templates::WindowTemplate;
pub use token::{AccessToken, ChatGrant, SyncGrant, VideoGrant, VoiceGrant};
