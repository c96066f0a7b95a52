//! What a provider may do beyond sending, one small trait per ability.
//!
//! A provider that has an ability implements its trait and says so in [`Provider`](crate::Provider), by returning
//! `Some(self)` from the accessor of that trait.

mod conversations;
mod edits;
mod health;
mod messages;
mod native;
mod participants;
mod reconcile;
mod webhooks;

pub use conversations::Conversations;
pub use edits::Edits;
pub use health::Health;
pub use messages::Messages;
pub use native::Native;
pub use participants::Participants;
pub use reconcile::Reconcile;
pub use webhooks::{Received, Reply, ReplyStatus, Verdict, Webhooks, Wording};
