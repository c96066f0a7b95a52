use messaging_core::{Event, UnixMillis};

use super::{fault::Done, places::lane_of, verbs::Verbs};
use crate::{Known, Lane, known::heard_at};

impl Verbs<'_> {
    /// Notes that a person was heard.
    pub(super) fn hear_in(&self, lane: &Lane, event: &Event) -> Done {
        if let Some(at) = heard_at(event) {
            let conversation = self.conversation(lane)?.conversation;
            let sql = "UPDATE conversation SET heard_ms = max(coalesce(heard_ms, ?2), ?2), \
                       complete_ms = coalesce(complete_ms, ?2) WHERE id = ?1";
            self.run(sql, (conversation, at.0))?;
        }
        Ok(())
    }

    /// Lists lanes that people were heard in, the least complete first.
    pub(super) fn known_lanes(&self, account: &str, since: UnixMillis, limit: usize) -> Done<Vec<Known>> {
        let sql = "SELECT o.tenant, o.account, c.place, c.complete_ms, c.heard_ms FROM owner o \
                   JOIN conversation c ON c.owner = o.id WHERE o.account = ?1 AND c.heard_ms >= ?2 \
                   ORDER BY c.complete_ms, c.heard_ms DESC, o.tenant, c.place LIMIT ?3";
        self.all(sql, (account, since.0, i64::try_from(limit).unwrap_or(i64::MAX)), |row| {
            Ok(Known { lane: lane_of(row)?, complete: UnixMillis(row.get(3)?), heard: UnixMillis(row.get(4)?) })
        })
    }

    /// Notes that nothing is missing in a lane up to a moment.
    pub(super) fn caught_up(&self, lane: &Lane, to: UnixMillis) -> Done {
        if let Some(found) = self.find_conversation(lane)? {
            let sql = "UPDATE conversation SET complete_ms = ?2 WHERE id = ?1 AND complete_ms < ?2";
            self.run(sql, (found.conversation, to.0))?;
        }
        Ok(())
    }
}
