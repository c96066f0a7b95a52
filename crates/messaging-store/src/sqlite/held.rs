use messaging_core::{id::IntentId, message::Receipt};

use super::{codes, fault::Done, outbox::IntentRow, verbs::Verbs};
use crate::{Decision, Lane, Shelf, proof::is_of_one_account, stage::Stage};

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
        self.note_decision(id.as_str(), Decision::Delivered)?;
        self.prove(&row, receipt)
    }

    /// A send that is on no shelf any more was carried.
    pub(super) fn prove(&self, row: &IntentRow, receipt: &Receipt) -> Done {
        self.restage(row, Stage::Answered)?;
        self.spoken(row, receipt)?;
        self.bill(row, &receipt.parts)
    }
}
