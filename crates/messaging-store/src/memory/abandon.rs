use std::collections::BTreeMap;

use messaging_core::UnixMillis;

use super::Tables;
use crate::{Abandoned, Settled, abandoned::abandoned, attempts::Trace};

impl Tables {
    /// Ends what waits to be sent to places that begin with `first`, as [`Store::abandon`](crate::Store::abandon).
    pub fn abandon(&mut self, now: UnixMillis, account: &str, first: &str, why: &str) -> Abandoned {
        let mut waiting = BTreeMap::new();
        for (lane, row) in self.sends.iter() {
            let place = lane.conversation.place();
            if lane.conversation.account() != account || place.part(0) != Some(first) {
                continue;
            }
            // Its holder is carrying the head, and says what became of it.
            let is_carried = |id| self.intents.get(id).is_some_and(|row| row.attempts.trace != Trace::Fresh);
            let held = row.hold.is_leased(now);
            let queued = row.queue.iter().map(|(place, (_, id))| (*place, id));
            waiting.extend(queued.filter(|(_, id)| !held || !is_carried(id)).map(|(place, id)| (place, id.clone())));
        }
        self.traced.clear();
        let mut replies = 0;
        for id in waiting.into_values() {
            let Some(row) = self.intents.get_mut(&id).filter(|row| row.attempts.trace != Trace::Final) else {
                continue;
            };
            let reason = abandoned(why, row.attempts.trace);
            row.attempts.outlived(now);
            self.conclude(now, &id, &Settled::Dead { reason });
            replies += 1;
        }
        Abandoned { replies, followed: self.take_ended() }
    }
}
