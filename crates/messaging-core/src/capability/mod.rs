//! What a provider may do beyond sending, one small trait per ability.
//!
//! A provider that has an ability implements its trait and says so in [`Provider`](crate::Provider), by returning
//! `Some(self)` from the accessor of that trait.

mod billing;
mod catch_up;
mod compliance;
mod conversations;
mod decide;
mod deletes;
mod edits;
mod endpoints;
mod health;
mod installation_store;
mod installs;
mod lifecycle;
mod line;
mod media;
mod messages;
mod native;
mod participants;
mod people;
mod rates;
mod reactions;
mod reconcile;
mod socket;
mod streaming;
mod typing;
mod webhooks;

pub use billing::Billing;
pub use catch_up::CatchUp;
pub use compliance::{Compliance, Contact, Estimate, Refusal};
pub use conversations::Conversations;
pub use decide::{Asked, Decision, DecisionWording, Inline, InlineWording, Question, Ruling};
pub use deletes::Deletes;
pub use edits::Edits;
pub use endpoints::Endpoints;
pub use health::Health;
pub use installation_store::InstallationStore;
pub use installs::{Attachment, InstallationCounts, Installs};
pub use lifecycle::Lifecycle;
pub use line::{Close, Frame, Line};
pub use media::Media;
pub use messages::Messages;
pub use native::Native;
pub use participants::Participants;
pub use people::{People, RememberedName};
pub use rates::{Limit, Rates};
pub use reactions::Reactions;
pub use reconcile::Reconcile;
pub use socket::{Acknowledgement, Delivery, Goodbye, Heard, Socket};
pub use streaming::{StreamLimits, Streaming};
pub use typing::Typing;
pub use webhooks::{Received, Reply, ReplyStatus, Verdict, Webhooks, Wording};
