use messaging_core::id::IntentId;

use super::{fault::Done, places::lane_of, verbs::Verbs};
use crate::{Abandoned, Settled, Side, abandoned::abandoned, attempts::Trace};

impl Verbs<'_> {
    /// Ends what waits to be sent to places that begin with `first`; returns how much.
    pub(super) fn abandon(&self, account: &str, first: &str, why: &str) -> Done<Abandoned> {
        let sql = "SELECT o.tenant, o.account, c.place, i.id FROM intent i JOIN conversation c ON c.id = i.conversation \
                   JOIN owner o ON o.id = c.owner WHERE i.trace < 3 AND o.account = ?1 ORDER BY i.place";
        let waiting = self.all(sql, [account], |row| Ok((lane_of(row)?, row.get::<_, String>(3)?)))?;
        self.traced.borrow_mut().clear();
        let mut replies = 0;
        for (_, id) in waiting.into_iter().filter(|(lane, _)| lane.conversation.place().part(0) == Some(first)) {
            let Some(row) = self.intent(&IntentId::from(id))? else { continue };
            // Its holder is carrying the head, and says what became of it.
            let held = self.side(row.conversation, Side::Sends)?.until > self.now;
            if held && row.trace() != Trace::Fresh {
                continue;
            }
            let reason = abandoned(why, row.trace());
            self.conclude(&row.outlived(self.now), &Settled::Dead { reason })?;
            replies += 1;
        }
        Ok(Abandoned { replies, followed: self.take_ended()? })
    }
}
