//! What Twilio tells the application: signed forms, with Twilio's patience and as many retries as a URL asks for.

mod alert;
mod attempt;
mod before;
mod callback;
mod conversation;
mod deliver;
mod delivery_updated;
mod inbound;
mod overrides;
mod participant;
mod replay;
mod sign;
mod signed;
mod status;
mod targets;
mod twiml;
mod user;
mod xml;

pub(crate) use alert::Alert;
pub(crate) use before::{Question, Verdict};
pub(crate) use callback::{Callback, Delivery, Parameter, Product, Says, Target, named};
pub(crate) use conversation::Source;
pub(crate) use inbound::{Extras, method};
