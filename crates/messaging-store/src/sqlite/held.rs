use messaging_core::{id::IntentId, message::Receipt};

use super::{codes, fault::Done, verbs::Verbs};
use crate::{EventId, Lane, Shelf, proof::is_of_one_account, stage::Stage};

impl Verbs<'_> {
    /// A send that waits on the shelf of unknown outcomes was carried after all: it leaves the shelf.
    pub(super) fn prove_held(&self, lane: &Lane, id: &IntentId, receipt: &Receipt) -> Done {
        let Some(row) = self.any_intent(id)? else { return Ok(()) };
        if !is_of_one_account(&self.lane(row.conversation)?, lane) {
            return Ok(());
        }
        let sql = "DELETE FROM shelved WHERE shelf = ?1 AND name = ?2 AND conversation = ?3";
        if self.run(sql, (codes::of_shelf(Shelf::Unknown), id.as_str(), row.conversation))? == 0 {
            return Ok(());
        }
        let causes: Vec<EventId> = serde_json::from_str(&row.causes)?;
        for cause in causes {
            let sql = "SELECT 1 FROM intent i, json_each(i.causes) c \
                       WHERE i.conversation = ?1 AND i.trace = 3 AND i.id <> ?2 AND c.value = ?3";
            let another = self.one(sql, (row.conversation, id.as_str(), cause), |_| Ok(()))?.is_some();
            if !another && self.stage(cause)? == Some(Stage::Held) {
                let (answered, _) = codes::of_stage(Stage::Answered);
                self.run("UPDATE event SET stage = ?2 WHERE id = ?1", (cause, answered))?;
                self.run("UPDATE tally SET held = held - 1, answered = answered + 1", [])?;
            }
        }
        self.spoken(&row, receipt)
    }
}
