//! The vendor's API: what each path answers.

mod account;
mod auth;
mod call;
mod configuration;
mod consult;
mod conversations;
pub(crate) mod duration;
mod error;
mod events;
mod fields;
mod form;
mod mcs;
mod messages;
mod numbers;
mod page;
mod participants;
mod posts;
mod rate;
mod router;
mod routes;
mod scoped_webhooks;
mod send;
mod serve;
mod services;
mod users;

pub(crate) use error::{Outcome, Refusal};
pub(crate) use send::Carry;
pub(crate) use serve::{Answer, SILENCE};
