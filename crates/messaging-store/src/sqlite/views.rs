use messaging_core::UnixMillis;
use rusqlite::{Row, types::Type};
use serde::de::DeserializeOwned;

use super::{codes, fault::Done, places::lane_of, verbs::Verbs};
use crate::{Counts, Lane, Record, Shelf, Shelved, Slice};

/// A column of JSON.
fn json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    let Some(text) = row.get_ref(column)?.as_str_or_null()? else { return Ok(None) };
    let unreadable = |error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error));
    serde_json::from_str(text).map(Some).map_err(unreadable)
}

fn record_of(row: &Row<'_>) -> rusqlite::Result<Record> {
    Ok(Record {
        cursor: row.get(0)?,
        speaker: codes::speaker(row.get(1)?),
        author: json(row, 2)?,
        message: row.get::<_, Option<String>>(3)?.map(Into::into),
        content: json(row, 4)?.unwrap_or_default(),
        at: UnixMillis(row.get(5)?),
    })
}

/// As a number SQLite can hold; beyond every cursor and every count either way.
fn bound(number: impl TryInto<i64>) -> i64 {
    number.try_into().unwrap_or(i64::MAX)
}

impl Verbs<'_> {
    /// Reads what was said in a lane.
    pub(super) fn records(&self, lane: &Lane, slice: Slice, limit: usize) -> Done<Vec<Record>> {
        let Some(found) = self.find_conversation(lane)? else { return Ok(Vec::new()) };
        let (sql, cursor) = match slice {
            Slice::After(cursor) => (
                "SELECT cursor, speaker, author, message, content, at_ms FROM record \
                 WHERE conversation = ?1 AND cursor > ?2 ORDER BY cursor LIMIT ?3",
                cursor,
            ),
            Slice::Before(cursor) => (
                "SELECT cursor, speaker, author, message, content, at_ms FROM record \
                 WHERE conversation = ?1 AND cursor < ?2 ORDER BY cursor DESC LIMIT ?3",
                cursor,
            ),
        };
        let mut records = self.all(sql, (found.conversation, bound(cursor), bound(limit)), record_of)?;
        if matches!(slice, Slice::Before(_)) {
            records.reverse();
        }
        Ok(records)
    }

    /// Lists what waits for a person, newest first.
    pub(super) fn shelved(&self, shelf: Shelf, limit: usize) -> Done<Vec<Shelved>> {
        let sql = "SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms FROM shelved s \
                   JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner \
                   WHERE s.shelf = ?1 ORDER BY s.id DESC LIMIT ?2";
        self.all(sql, (codes::of_shelf(shelf), bound(limit)), |row| {
            let (id, reason) = (row.get(3)?, row.get(4)?);
            Ok(Shelved { id, lane: lane_of(row)?, reason, at: UnixMillis(row.get(5)?) })
        })
    }

    /// Counts where everything is. What is in flight is counted by its rows, everything else by counters.
    pub(super) fn counts(&self) -> Done<Counts> {
        let sql = "SELECT accepted, answered, silent, held, dead, noted, duplicates, \
                   (SELECT count(*) FROM event WHERE stage = 0) + (SELECT count(*) FROM event WHERE stage = 1) \
                   FROM tally";
        let counts = self.one(sql, [], |row| {
            Ok(Counts {
                accepted: row.get(0)?,
                answered: row.get(1)?,
                silent: row.get(2)?,
                held: row.get(3)?,
                dead: row.get(4)?,
                noted: row.get(5)?,
                duplicates: row.get(6)?,
                in_flight: row.get(7)?,
            })
        })?;
        Ok(counts.unwrap_or_default())
    }
}
