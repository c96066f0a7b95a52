use std::sync::Arc;

use messaging_core::{ConversationRef, Place, place::is_name};
use rusqlite::{Row, types::Type};

use super::{fault::Done, verbs::Verbs};
use crate::{Lane, StoreError, tally::MOST_CHANNELS};

/// A conversation's row, and its owner's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Where {
    pub(super) conversation: i64,
    pub(super) owner: i64,
}

impl Verbs<'_> {
    /// Finds a conversation.
    pub(super) fn find_conversation(&self, lane: &Lane) -> Done<Option<Where>> {
        if let Some((_, found)) = self.last.borrow().as_ref().filter(|(last, _)| last == lane) {
            return Ok(Some(*found));
        }
        let sql = "SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id \
                   WHERE o.tenant = ?1 AND o.account = ?2 AND c.place = ?3";
        let (account, place) = (lane.conversation.account(), lane.conversation.place().to_string());
        let found = self.one(sql, (&*lane.tenant, account, place), |row| {
            Ok(Where { conversation: row.get(0)?, owner: row.get(1)? })
        })?;
        self.last.replace(found.map(|found| (lane.clone(), found)));
        Ok(found)
    }

    /// Finds a conversation, or makes it known.
    pub(super) fn conversation(&self, lane: &Lane) -> Done<Where> {
        if let Some(found) = self.find_conversation(lane)? {
            return Ok(found);
        }
        let owner = self.owner(lane)?;
        readable(lane.conversation.place())?;
        let place = lane.conversation.place().to_string();
        self.run("INSERT INTO conversation (owner, place) VALUES (?1, ?2)", (owner, place))?;
        let made = Where { conversation: self.connection.last_insert_rowid(), owner };
        self.last.replace(Some((lane.clone(), made)));
        Ok(made)
    }

    /// Finds an account of a tenant, or makes it known.
    pub(super) fn owner(&self, lane: &Lane) -> Done<i64> {
        let account = lane.conversation.account();
        let sql = "SELECT id FROM owner WHERE tenant = ?1 AND account = ?2";
        if let Some(id) = self.one(sql, (&*lane.tenant, account), |row| row.get(0))? {
            return Ok(id);
        }
        self.run("INSERT INTO owner (tenant, account) VALUES (?1, ?2)", (&*lane.tenant, account))?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Finds a channel of an account, or makes it known; none if its account has as many as may be.
    pub(super) fn channel(&self, owner: i64, name: &str) -> Done<Option<i64>> {
        let sql = "SELECT id FROM channel WHERE owner = ?1 AND name = ?2";
        if let Some(id) = self.one(sql, (owner, name), |row| row.get(0))? {
            return Ok(Some(id));
        }
        let sql = "WITH known AS (SELECT DISTINCT c.name FROM channel c JOIN owner o ON o.id = c.owner \
                   WHERE o.account = (SELECT account FROM owner WHERE id = ?1)) \
                   INSERT INTO channel (owner, name) \
                   SELECT ?1, ?2 WHERE ?2 IN known OR (SELECT count(*) FROM known) < ?3";
        let made = self.run(sql, (owner, name, MOST_CHANNELS))?;
        Ok((made > 0).then(|| self.connection.last_insert_rowid()))
    }

    /// Returns the account a conversation belongs to.
    pub(super) fn owner_of(&self, conversation: i64) -> Done<i64> {
        let sql = "SELECT owner FROM conversation WHERE id = ?1";
        Ok(self.connection.prepare_cached(sql)?.query_row([conversation], |row| row.get(0))?)
    }

    /// Reads a conversation's lane back.
    pub(super) fn lane(&self, conversation: i64) -> Done<Lane> {
        let sql = "SELECT o.tenant, o.account, c.place FROM conversation c JOIN owner o ON o.id = c.owner \
                   WHERE c.id = ?1";
        Ok(self.connection.prepare_cached(sql)?.query_row([conversation], lane_of)?)
    }
}

/// Reads a lane off a row that starts with tenant, account and place.
pub(super) fn lane_of(row: &Row<'_>) -> rusqlite::Result<Lane> {
    let (tenant, account): (Arc<str>, Arc<str>) = (row.get(0)?, row.get(1)?);
    let place: String = row.get(2)?;
    let unreadable = |error| rusqlite::Error::FromSqlConversionFailure(2, Type::Text, Box::new(error));
    let place: Place = place.parse().map_err(unreadable)?;
    Ok(Lane { tenant, conversation: ConversationRef::new(account, place) })
}

/// Refuses a place that could not be read back: it would stay in its lane for ever.
pub(super) fn readable(place: &Place) -> Result<(), StoreError> {
    let parts = place.parts();
    if is_name(place.kind()) && !parts.is_empty() && parts.iter().all(|part| !part.is_empty()) {
        return Ok(());
    }
    let why = "a kind is made of a-z, 0-9, `_` and `-`, and no part may be empty";
    Err(StoreError::Unavailable(format!(
        "`{place}` is no place that can be stored: {why}; the provider must name another"
    )))
}
