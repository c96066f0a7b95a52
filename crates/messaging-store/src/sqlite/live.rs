use messaging_core::{
    UnixMillis,
    id::{IntentId, MessageId},
};

use super::{fault::Done, verbs::Verbs};
use crate::{EventId, Lease, Live, Side, StoreError};

impl Verbs<'_> {
    /// Writes down that a message is about to be begun.
    pub(super) fn begin_live(&self, lease: &Lease, id: &IntentId, text: &str) -> Done<Live> {
        let holder = self.holder(lease)?;
        let known = self.one("SELECT 1 FROM live WHERE id = ?1", [id.as_str()], |_| Ok(()))?.is_some();
        if known {
            return Err(StoreError::taken(id).into());
        }
        let sql =
            "INSERT INTO live (id, conversation, message, text, since_ms, event) VALUES (?1, ?2, NULL, ?3, ?4, ?5)";
        self.run(sql, (id.as_str(), holder.lane.conversation, text, self.now.0, holder.event))?;
        Ok(Live { id: id.clone(), message: None, text: text.to_owned(), since: self.now, beside: false })
    }

    /// Writes down what became of it.
    pub(super) fn name_live(&self, lease: &Lease, id: &IntentId, message: Option<&MessageId>) -> Done {
        let holder = self.holder(lease)?;
        let key = (id.as_str(), holder.lane.conversation, message.map(MessageId::as_str), holder.event);
        let sql = match message {
            Some(_) => {
                "UPDATE live SET message = ?3 WHERE id = ?1 AND conversation = ?2 AND (?4 IS NULL OR event = ?4)"
            }
            None => {
                "DELETE FROM live WHERE id = ?1 AND conversation = ?2 AND ?3 IS NULL AND (?4 IS NULL OR event = ?4)"
            }
        };
        self.run(sql, key)?;
        Ok(())
    }

    /// Lists what earlier turns left.
    pub(super) fn live(&self, lease: &Lease) -> Done<Vec<Live>> {
        let (conversation, own) = match lease.side {
            Side::Turns => {
                let holder = self.holder(lease)?;
                (holder.lane.conversation, Some(holder.event))
            }
            Side::Sends => (self.held(lease)?.conversation, None),
        };
        let sql = "SELECT id, message, text, since_ms, event FROM live WHERE conversation = ?1 ORDER BY place";
        self.all(sql, [conversation], |row| {
            let id = row.get::<_, String>(0)?.into();
            let message = row.get::<_, Option<String>>(1)?.map(Into::into);
            let event = row.get::<_, Option<EventId>>(4)?;
            let beside = own.is_none_or(|own| own.is_some() && own != event);
            Ok(Live { id, message, text: row.get(2)?, since: UnixMillis(row.get(3)?), beside })
        })
    }

    /// Forgets what turns left, about `event` if that was held beside others, now that the end of one says what becomes of
    /// it.
    pub(super) fn forget_live(&self, conversation: i64, event: Option<EventId>) -> Done {
        let sql = "DELETE FROM live WHERE conversation = ?1 AND (?2 IS NULL OR event = ?2)";
        self.run(sql, (conversation, event))?;
        Ok(())
    }

    /// Makes what is nobody's in a conversation that of the turn about `event`: what turns left that had their lane for
    /// themselves, and those about what is in the lane no more.
    pub(super) fn adopt_live(&self, conversation: i64, event: EventId) -> Done {
        let sql = "UPDATE live SET event = ?2 WHERE conversation = ?1 AND (event IS NULL \
                   OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))";
        self.run(sql, (conversation, event))?;
        Ok(())
    }

    /// Forgets what was shown in a conversation of which something is erased, but for what is about events that are still
    /// there; returns how much.
    pub(super) fn erase_live(&self, conversation: i64) -> Done<usize> {
        let sql = "DELETE FROM live WHERE conversation = ?1 AND (event IS NULL \
                   OR NOT EXISTS (SELECT 1 FROM event e WHERE e.id = live.event AND e.stage = 0))";
        self.run(sql, [conversation])
    }
}
