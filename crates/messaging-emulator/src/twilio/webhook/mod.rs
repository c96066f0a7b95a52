//! What Twilio tells the application: signed forms, with Twilio's patience and Twilio's one retry.

mod conversation;
mod deliver;
mod delivery_updated;
mod inbound;
mod participant;
mod sign;
mod signed;
mod status;
mod twiml;
mod xml;

pub(crate) use conversation::Source;
pub(crate) use deliver::{Callback, Delivery};
