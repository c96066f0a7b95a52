use messaging_core::{Event, EventKind, Secret, UnixMillis};

use super::{fault::Done, verbs::Verbs};
use crate::{
    EventId, Lane,
    erasure::{SECRET, Seal},
};

impl Verbs<'_> {
    /// The seal of what was erased; none if nothing ever was.
    pub(super) fn seal(&self) -> Done<Option<Seal>> {
        let sql = "SELECT value FROM secret WHERE name = ?1";
        let key = self.one(sql, [SECRET], |row| row.get::<_, String>(0))?;
        Ok(key.map(|key| Seal(Secret::new(key))))
    }

    /// The seal that the keys of an event need: none unless it was erased.
    pub(super) fn seal_of(&self, event: EventId) -> Done<Option<Seal>> {
        let Some(seal) = self.seal()? else { return Ok(None) };
        let sql = "SELECT erased FROM event WHERE id = ?1";
        let erased = self.one(sql, [event], |row| row.get::<_, bool>(0))?.unwrap_or_default();
        Ok(erased.then_some(seal))
    }

    /// Since when somebody who was erased wants nothing from us, and who said so.
    pub(super) fn sealed_out(&self, owner: i64, address: &str) -> Done<Option<(UnixMillis, String)>> {
        let Some(seal) = self.seal()? else { return Ok(None) };
        let sql = "SELECT opted_out_ms, opted_out_why FROM contact \
                   WHERE owner = ?1 AND address = ?2 AND opted_out_ms IS NOT NULL";
        self.one(sql, (owner, seal.address(address)), |row| Ok((UnixMillis(row.get(0)?), row.get(1)?)))
    }

    /// Somebody who was erased may be written to again, as they said at `at`; an opt-out of later stays.
    pub(super) fn forget_sealed(&self, owner: i64, address: &str, at: UnixMillis) -> Done {
        if let Some(seal) = self.seal()? {
            let sql = "DELETE FROM contact WHERE owner = ?1 AND address = ?2 AND coalesce(opted_out_ms, ?3) <= ?3";
            self.run(sql, (owner, seal.address(address), at.0))?;
        }
        Ok(())
    }

    /// Notes which conversation something belongs to that never wanted a turn, so that it can be erased.
    pub(super) fn place_note(&self, lane: &Lane, event: &Event, id: EventId) -> Done {
        let Some(found) = self.find_conversation(lane)? else { return Ok(()) };
        self.run("UPDATE event SET noted_in = ?2 WHERE id = ?1", (id, found.conversation))?;
        if let EventKind::Delivery(delivery) = &event.kind {
            let sql = "UPDATE delivery SET conversation = ?3 WHERE owner = ?1 AND message = ?2 AND record IS NULL";
            self.run(sql, (found.owner, delivery.message.as_str(), found.conversation))?;
        }
        Ok(())
    }
}
