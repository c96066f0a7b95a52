use super::{codes, fault::Done, verbs::Verbs};
use crate::{EventId, Shelf, ShelvedKind, stage::Stage};

impl Verbs<'_> {
    /// Returns where an event is.
    pub(super) fn stage(&self, event: EventId) -> Done<Option<Stage>> {
        let sql = "SELECT stage, replies FROM event WHERE id = ?1";
        self.one(sql, [event], |row| Ok(codes::stage(row.get(0)?, row.get(1)?)))
    }

    /// Moves an event that is in flight; counts it once it has ended.
    pub(super) fn advance(&self, event: EventId, stage: Stage) -> Done {
        let (code, left) = codes::of_stage(stage);
        let sql =
            "UPDATE event SET stage = ?2, replies = ?3, fence = 0, until_ms = NULL WHERE id = ?1 AND stage IN (0, 1)";
        if self.run(sql, (event, code, left))? == 0 {
            return Ok(());
        }
        let count = match stage {
            Stage::Answered => "UPDATE tally SET answered = answered + 1",
            Stage::Silent => "UPDATE tally SET silent = silent + 1",
            Stage::Held => "UPDATE tally SET held = held + 1",
            Stage::Dead => "UPDATE tally SET dead = dead + 1",
            Stage::Rejected => "UPDATE tally SET rejected = rejected + 1",
            Stage::Dropped => "UPDATE tally SET dropped = dropped + 1",
            Stage::Erased => "UPDATE tally SET erased = erased + 1",
            Stage::Noted | Stage::Queued | Stage::Replying(_) => return Ok(()),
        };
        self.run(count, [])?;
        Ok(())
    }

    /// Puts something on a shelf.
    pub(super) fn shelve(&self, shelf: Shelf, kind: ShelvedKind, name: &str, conversation: i64, reason: &str) -> Done {
        let sql =
            "INSERT INTO shelved (shelf, kind, name, conversation, reason, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let kind = codes::of_shelved_kind(kind);
        self.run(sql, (codes::of_shelf(shelf), kind, name, conversation, reason, self.now.0))?;
        Ok(())
    }
}
