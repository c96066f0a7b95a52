use messaging_core::{UnixMillis, id::IntentId, message::Receipt};

use super::Tables;
use crate::{Shelf, stage::Stage};

impl Tables {
    /// A send that waits on the shelf of unknown outcomes was carried after all: it leaves the shelf.
    pub(super) fn prove_held(&mut self, now: UnixMillis, id: &IntentId, receipt: &Receipt) {
        let shelf = self.shelves.entry(Shelf::Unknown).or_default();
        let Some(at) = shelf.iter().position(|thing| thing.id == id.as_str()) else { return };
        shelf.remove(at);
        let Some(row) = self.intents.remove(id) else { return };
        for cause in &row.causes {
            let another = self.intents.values().any(|other| other.causes.contains(cause) && other.is_final());
            if let Some(event) = self.events.get_mut(cause).filter(|event| event.stage == Stage::Held && !another) {
                event.stage = Stage::Answered;
                self.counts.held -= 1;
                self.counts.answered += 1;
            }
        }
        self.spoken(now, id, row, receipt);
    }
}
