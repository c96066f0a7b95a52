use messaging_core::{
    UnixMillis,
    id::{IntentId, MessageId},
};

use super::Tables;
use crate::{Lease, Live, Result, Side, StoreError};

impl Tables {
    /// Writes down that a message is about to be begun, as [`Store::begin_live`](crate::Store::begin_live).
    ///
    /// # Errors
    /// [`Fenced`](StoreError::Fenced), also under a lease of sends; [`Unavailable`](StoreError::Unavailable) for a name
    /// that is taken.
    pub fn begin_live(&mut self, now: UnixMillis, lease: &Lease, id: &IntentId, text: &str) -> Result<Live> {
        self.check_turn(lease)?;
        if self.live.values().flatten().any(|row| row.id == *id) {
            return Err(StoreError::taken(id));
        }
        self.written = true;
        let row = Live { id: id.clone(), message: None, text: text.to_owned(), since: now };
        self.live.entry(lease.lane.clone()).or_default().push(row.clone());
        Ok(row)
    }

    /// Writes down what became of it, as [`Store::name_live`](crate::Store::name_live).
    ///
    /// # Errors
    /// [`Fenced`](StoreError::Fenced), also under a lease of sends.
    pub fn name_live(&mut self, lease: &Lease, id: &IntentId, message: Option<&MessageId>) -> Result<()> {
        self.check_turn(lease)?;
        self.written = true;
        let Some(rows) = self.live.get_mut(&lease.lane) else { return Ok(()) };
        match message {
            Some(message) => {
                if let Some(row) = rows.iter_mut().find(|row| row.id == *id) {
                    row.message = Some(message.clone());
                }
            }
            None => rows.retain(|row| row.id != *id),
        }
        if rows.is_empty() {
            self.live.remove(&lease.lane);
        }
        Ok(())
    }

    /// Lists what earlier turns left, as [`Store::live`](crate::Store::live).
    ///
    /// # Errors
    /// [`Fenced`](StoreError::Fenced), also under a lease of sends.
    pub fn leftovers(&self, lease: &Lease) -> Result<Vec<Live>> {
        self.check_turn(lease)?;
        Ok(self.live.get(&lease.lane).cloned().unwrap_or_default())
    }

    fn check_turn(&self, lease: &Lease) -> Result<()> {
        self.check(lease)?;
        if lease.side == Side::Turns { Ok(()) } else { Err(StoreError::Fenced) }
    }
}
