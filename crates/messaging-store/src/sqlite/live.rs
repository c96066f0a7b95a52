use messaging_core::{
    UnixMillis,
    id::{IntentId, MessageId},
};

use super::{fault::Done, lane::LaneRow, verbs::Verbs};
use crate::{Lease, Live, Side, StoreError};

impl Verbs<'_> {
    /// Writes down that a message is about to be begun.
    pub(super) fn begin_live(&self, lease: &Lease, id: &IntentId, text: &str) -> Done<Live> {
        let row = self.held_turn(lease)?;
        let known = self.one("SELECT 1 FROM live WHERE id = ?1", [id.as_str()], |_| Ok(()))?.is_some();
        if known {
            return Err(StoreError::taken(id).into());
        }
        let sql = "INSERT INTO live (id, conversation, message, text, since_ms) VALUES (?1, ?2, NULL, ?3, ?4)";
        self.run(sql, (id.as_str(), row.conversation, text, self.now.0))?;
        Ok(Live { id: id.clone(), message: None, text: text.to_owned(), since: self.now })
    }

    /// Writes down what became of it.
    pub(super) fn name_live(&self, lease: &Lease, id: &IntentId, message: Option<&MessageId>) -> Done {
        let row = self.held_turn(lease)?;
        let key = (id.as_str(), row.conversation, message.map(MessageId::as_str));
        let sql = match message {
            Some(_) => "UPDATE live SET message = ?3 WHERE id = ?1 AND conversation = ?2",
            None => "DELETE FROM live WHERE id = ?1 AND conversation = ?2 AND ?3 IS NULL",
        };
        self.run(sql, key)?;
        Ok(())
    }

    /// Lists what earlier turns left.
    pub(super) fn live(&self, lease: &Lease) -> Done<Vec<Live>> {
        let row = self.held_turn(lease)?;
        let sql = "SELECT id, message, text, since_ms FROM live WHERE conversation = ?1 ORDER BY place";
        self.all(sql, [row.conversation], |row| {
            let id = row.get::<_, String>(0)?.into();
            let message = row.get::<_, Option<String>>(1)?.map(Into::into);
            Ok(Live { id, message, text: row.get(2)?, since: UnixMillis(row.get(3)?) })
        })
    }

    /// Forgets what turns left, now that the end of one says what becomes of it.
    pub(super) fn forget_live(&self, conversation: i64) -> Done {
        self.run("DELETE FROM live WHERE conversation = ?1", [conversation])?;
        Ok(())
    }

    fn held_turn(&self, lease: &Lease) -> Done<LaneRow> {
        let row = self.held(lease)?;
        if lease.side == Side::Turns { Ok(row) } else { Err(StoreError::Fenced.into()) }
    }
}
