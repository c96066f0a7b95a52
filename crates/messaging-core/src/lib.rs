//! Provider-neutral messaging: the vocabulary, the provider contract and the typed client.
//!
//! ```text
//!  Messenger ──► tower layers (retry, rate limit, timeout, …) ──► Dispatch ──► dyn Provider
//!   typed            Service<Command, Response = Outcome>          one match     your code
//! ```

mod archive;
pub mod capability;
mod clock;
pub mod command;
mod context;
pub mod dispatch;
pub mod duration;
pub mod error;
pub mod event;
pub mod id;
mod installed;
pub mod message;
pub mod messenger;
mod missed;
mod moment;
pub mod operation;
pub mod place;
mod priority;
pub mod provider;
mod public_url;
pub mod registry;
mod secret;
pub mod setting;
pub mod signature;
mod table;
pub mod text;
pub mod trace;
mod verb;

pub use archive::{archive, export, rescued};
pub use clock::Clock;
pub use command::Command;
pub use context::Context;
pub use error::{BoxError, Error, ErrorKind, Reached, Result, VendorError};
pub use event::{Addressed, Delivery, DeliveryStatus, Event, EventKind, Keyword};
pub use installed::Installed;
pub use message::{Page, SendMessage};
pub use messenger::Messenger;
pub use missed::{ListMissed, Missed};
pub use moment::UnixMillis;
pub use operation::{Operation, Outcome, Request};
pub use place::{ConversationRef, Place};
pub use provider::{Descriptor, InboundRetry, Provider};
pub use public_url::PublicUrl;
pub use registry::{Configure, Registration, Registry};
pub use secret::{Secret, Secrets};
pub use setting::Setting;
pub use trace::{SpanId, TraceContext};
pub use verb::Verb;

/// Implementation details of the exported macros; not part of the public API.
#[doc(hidden)]
pub mod __private {
    pub use inventory;
}
