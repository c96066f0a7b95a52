use std::{fmt, sync::Arc, time::Duration};

use messaging_core::{Clock, Keyword, Messenger};
use messaging_emulator::{FaultPlan, Journal, Truth};
use messaging_gateway::Gateway;
use messaging_http::{StreamTransport, Transport};

/// A provider and the other side of its wire: what a world is made of.
///
/// The provider is the one that you ship, over a [`Transport`] to your emulator in place of one to the vendor. The
/// emulator keeps the [`Truth`]: every message on people's screens, and when the gateway said yes to what they wrote. The
/// checker believes that and nothing else, so the emulator must not ask the provider or the store for it.
///
/// People of a world write into numbered conversations, each of which is one conversation of the gateway; their texts are
/// chosen by the world and unique in it, and may be put among other words.
///
/// For a world to be the same every time, nothing here may read the system's clock or its randomness: time is tokio's and
/// the [`Clock`] that is handed in, dice are thrown from the seed. What the emulator is asked to do it does in a task of
/// its own, or a client that dies takes the effect back.
pub trait Pair: Send + Sync + 'static {
    /// Names the account that callbacks are for: the `{account}` of `/webhooks/{account}`.
    fn account(&self) -> &str;

    /// Builds the provider as one process has it, talking to this emulator.
    fn provider(&self, clock: Clock) -> Messenger;

    /// Says where callbacks go.
    fn connect(&self, gateway: Transport);

    /// What one process serves beside webhooks, such as a web chat; nothing unless the pair says otherwise.
    fn front(&self, gateway: &Gateway) -> Option<StreamTransport> {
        let _ = gateway;
        None
    }

    /// Says how people reach the front of some process that seems to be alive. What they read of it ends when that dies.
    fn connect_front(&self, front: StreamTransport) {
        drop(front);
    }

    /// Lets a person write `text` as the `index`-th message of a conversation, counted from 0.
    fn write(&self, conversation: usize, index: u64, text: &str);

    /// Lets a person say a keyword of consent in a conversation; `name` is unique in the world, and is among what was
    /// written in the truth. Does nothing where people cannot: such a pair takes part in no world with stops.
    fn agree(&self, conversation: usize, keyword: Keyword, name: &str) {
        let _ = (conversation, keyword, name);
    }

    /// Lets a person press stop in a conversation; `name` is unique in the world, and is among what was written in the
    /// truth. False where there is nothing to stop, or no such button.
    fn press_stop(&self, conversation: usize, name: &str) -> bool {
        let _ = (conversation, name);
        false
    }

    /// Whether the provider keeps records that the gateway reads after a pause. Then whatever people write is to be
    /// answered, whether its callback was taken in or not.
    fn keeps_records(&self) -> bool {
        false
    }

    /// Returns what really happened, what people wrote included. `place` is the conversation: a reply is misplaced if it is
    /// shown elsewhere than what was written there.
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
