//! Programmable Messaging in Twilio's own words, typed, for [`Twilio::client`](crate::Twilio::client):
//!
//! ```
//! # use messaging_twilio::{Twilio, messaging};
//! # async fn example(twilio: &Twilio) -> messaging_core::Result<()> {
//! let reminder = messaging::Create::to("+15550100777").from("+15550100001").body("See you at nine");
//! let sent = twilio.client().call(reminder).await?;
//! println!("{} costs {} segments", sent.sid, sent.num_segments.unwrap_or_default());
//! # Ok(())
//! # }
//! ```
//!
//! Every documented parameter and field has its own name here
//! (<https://www.twilio.com/docs/messaging/api/message-resource>). Texts go as they are: nothing is rendered.

mod create;
mod feedback;
mod list;
mod media;
mod message;
mod number;
mod one;

pub use self::{
    create::{Create, Retention},
    feedback::{Feedback, Outcome, SendFeedback},
    list::List,
    media::{DeleteMedia, FetchMedia, ListMedia, MessageMedia},
    message::{Direction, Message, Status},
    one::{Cancel, Delete, Fetch, Redact},
};
