use std::{fmt, sync::Arc, time::Duration};

use messaging_core::{Clock, Keyword, Messenger};
use messaging_emulator::{FaultPlan, Journal, Truth};
use messaging_http::Transport;

/// A provider and the other side of its wire: what a world is made of.
///
/// People of a world write into numbered conversations; their texts are chosen by the world and unique in it.
pub trait Pair: Send + Sync + 'static {
    /// Names the account that callbacks are for: the `{account}` of `/webhooks/{account}`.
    fn account(&self) -> &'static str;

    /// Builds the provider as one process has it, talking to this emulator.
    fn provider(&self, clock: Clock) -> Messenger;

    /// Says where callbacks go.
    fn connect(&self, gateway: Transport);

    /// Lets a person write `text` as the `index`-th message of a conversation, counted from 0.
    fn write(&self, conversation: usize, index: u64, text: &str);

    /// Lets a person say a keyword of consent in a conversation; `name` is unique in the world, and is among what was
    /// written in the truth. Does nothing where people cannot: such a pair takes part in no world with stops.
    fn agree(&self, conversation: usize, keyword: Keyword, name: &str) {
        let _ = (conversation, keyword, name);
    }

    /// Returns what really happened.
    fn truth(&self) -> Truth;

    /// How long the gateway waits for a gap in the order of callbacks: zero where the provider does not count, so that
    /// only what was acknowledged before the next was told is in order.
    fn hold_back(&self) -> Duration;
}

/// Makes the pair of one world, from what goes wrong, the seed and the journal.
pub type MakePair = Arc<dyn Fn(FaultPlan, u64, Journal) -> Arc<dyn Pair> + Send + Sync>;

impl fmt::Debug for dyn Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pair").field(&self.account()).finish()
    }
}
