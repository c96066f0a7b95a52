use messaging_core::Event;

use super::{fault::Done, lease::Holder, verbs::Verbs};
use crate::{
    EventId, Lane,
    stop::{Begun, meant, message_of, stop},
};

impl Verbs<'_> {
    /// Marks what a stop ends.
    pub(super) fn heed(&self, lane: &Lane, event: &Event) -> Done {
        let Some(stop) = stop(event) else { return Ok(()) };
        let Some(found) = self.find_conversation(lane)? else { return Ok(()) };
        let sql =
            "SELECT id, fence, body FROM event WHERE conversation = ?1 AND stage = 0 AND (tries > 0 OR crashes > 0)";
        let begun = self.all(sql, [found.conversation], |row| {
            // One that cannot be read tells no message; its turn is dead anyway.
            let event = serde_json::from_str(row.get_ref(2)?.as_str()?).ok();
            let message = event.as_ref().and_then(message_of);
            Ok(Begun { id: row.get::<_, EventId>(0)?, fence: row.get(1)?, message })
        })?;
        for id in meant(stop, &begun) {
            self.run("UPDATE event SET stopped = 1 WHERE id = ?1", [id])?;
        }
        Ok(())
    }

    /// Whether anything of a claim was stopped.
    pub(super) fn is_stopped(&self, holder: &Holder) -> Done<bool> {
        let sql = "SELECT 1 FROM event WHERE conversation = ?1 AND stage = 0 AND fence = ?2 AND stopped = 1 LIMIT 1";
        Ok(self.one(sql, (holder.lane.conversation, holder.fence), |_| Ok(()))?.is_some())
    }
}
