use messaging_core::{UnixMillis, id::IntentId, message::Receipt};

use super::Tables;
use crate::{Decision, Shelf, stage::Stage};

impl Tables {
    /// A send that waits on the shelf of unknown outcomes was carried after all: it leaves the shelf.
    pub(super) fn prove_held(&mut self, now: UnixMillis, id: &IntentId, receipt: &Receipt) {
        let shelf = self.shelves.entry(Shelf::Unknown).or_default();
        if !shelf.iter().any(|thing| thing.id == id.as_str()) {
            return;
        }
        self.unshelve(Shelf::Unknown, id.as_str());
        self.decided.put(id.to_string(), (Decision::Delivered, now));
        self.prove(now, id, receipt);
    }

    /// A send that is on no shelf any more was carried.
    pub(super) fn prove(&mut self, now: UnixMillis, id: &IntentId, receipt: &Receipt) {
        let Some(row) = self.intents.remove(id) else { return };
        self.restage(now, &row.causes, Stage::Answered);
        let lane = row.lane.clone();
        self.spoken(now, id, row, receipt);
        self.bill(now, id, &lane, &receipt.parts);
    }
}
