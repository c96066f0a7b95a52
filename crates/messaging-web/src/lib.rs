//! Web chat as a provider: people write by POST, and read a stream of settled records.
//!
//! Sending moves no bytes: the commit that settles the send is what publishes it, so a message is shown once whatever
//! dies in between. Whoever serves HTTP streams `Gateway::messages` to the page.

mod config;
mod inbound;
mod provider;
mod visitor;

pub use config::{MAX_TEXT, WebConfig};
pub use provider::Web;
pub use visitor::Visitor;
