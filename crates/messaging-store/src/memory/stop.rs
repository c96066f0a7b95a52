use messaging_core::Event;

use super::Tables;
use crate::{
    Lane, Lease,
    stop::{Begun, meant, message_of, stop},
};

impl Tables {
    /// Marks what a stop ends.
    pub(super) fn heed(&mut self, lane: &Lane, event: &Event) {
        let Some(stop) = stop(event) else { return };
        let queue = self.turns.get(lane).map(|row| row.queue.keys()).into_iter().flatten();
        let rows = queue.filter_map(|(_, id)| Some((*id, self.events.get(id)?)));
        let begun = rows.filter(|(_, row)| row.tries > 0 || row.crashes > 0).map(|(id, row)| Begun {
            id,
            fence: row.fence,
            message: row.event.as_deref().and_then(message_of),
        });
        for id in meant(stop, &begun.collect::<Vec<_>>()) {
            if let Some(row) = self.events.get_mut(&id) {
                row.stopped = true;
            }
        }
    }

    /// Whether anything of a claim was stopped.
    pub(super) fn is_stopped(&self, lease: &Lease) -> bool {
        let Some(lane) = self.turns.get(&lease.lane) else { return false };
        let rows = lane.shown.iter().chain(lane.open.get(&lease.fence)).filter_map(|id| self.events.get(id));
        rows.filter(|row| row.fence == lease.fence).any(|row| row.stopped)
    }
}
