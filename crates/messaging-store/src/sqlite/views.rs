use messaging_core::UnixMillis;
use rusqlite::{Row, types::Type};
use serde::de::DeserializeOwned;

use super::{codes, fault::Done, places::lane_of, timeline::context, verbs::Verbs};
use crate::{Counts, Kept, Lane, News, Record, Shelf, Shelved, Slice, progress::Progress};

/// A column of JSON.
fn json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    let Some(text) = row.get_ref(column)?.as_str_or_null()? else { return Ok(None) };
    let unreadable = |error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error));
    serde_json::from_str(text).map(Some).map_err(unreadable)
}

pub(super) fn record_of(row: &Row<'_>) -> rusqlite::Result<Record> {
    let cursor = row.get(0)?;
    let progress = json::<Progress>(row, 6)?;
    let (delivery, problem) = progress.map_or((None, None), |progress| (Some(progress.status), progress.problem));
    Ok(Record {
        cursor,
        speaker: codes::speaker(row.get(1)?),
        author: json(row, 2)?,
        message: row.get::<_, Option<String>>(3)?.map(Into::into),
        content: json(row, 4)?.unwrap_or_default(),
        at: UnixMillis(row.get(5)?),
        delivery,
        problem,
        changed: row.get::<_, Option<u64>>(7)?.unwrap_or(cursor),
        trace: context(row, 8)?,
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
                "SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record \
                 WHERE conversation = ?1 AND cursor > ?2 ORDER BY cursor LIMIT ?3",
                cursor,
            ),
            Slice::Before(cursor) => (
                "SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record \
                 WHERE conversation = ?1 AND cursor < ?2 ORDER BY cursor DESC LIMIT ?3",
                cursor,
            ),
        };
        let mut records = self.all(sql, (found.conversation, bound(cursor), bound(limit)), record_of)?;
        if matches!(slice, Slice::Before(_)) {
            records.reverse();
        }
        self.name(found.conversation, &mut records)?;
        Ok(records)
    }

    /// Reads what was said in a lane and what became of it.
    pub(super) fn news(&self, lane: &Lane, after: u64, limit: usize) -> Done<Vec<News>> {
        let Some(found) = self.find_conversation(lane)? else { return Ok(Vec::new()) };
        let sql = "SELECT cursor, speaker, author, message, content, at_ms, progress, changed, trace FROM record \
                   WHERE conversation = ?1 AND changed > ?2 AND cursor <= ?2 ORDER BY changed LIMIT ?3";
        let mut changed = self.all(sql, (found.conversation, bound(after), bound(limit)), record_of)?;
        self.name(found.conversation, &mut changed)?;
        Ok(News::merge(self.records(lane, Slice::After(after), limit)?, changed, limit))
    }

    /// Finds an event by its names.
    pub(super) fn event(&self, name: &str) -> Done<Option<Kept>> {
        let sql = "SELECT max(k.event) FROM owner o JOIN key k ON k.owner = o.id AND k.key = ?1";
        let id = self.one(sql, [name], |row| row.get::<_, Option<i64>>(0))?.flatten();
        let Some(id) = id.or_else(|| name.parse().ok()) else { return Ok(None) };
        let sql = "SELECT o.tenant, o.account, c.place, e.id, e.body FROM event e \
                   JOIN conversation c ON c.id = e.conversation JOIN owner o ON o.id = c.owner WHERE e.id = ?1";
        self.one(sql, [id], |row| Ok(json(row, 4)?.map(|event| (lane_of(row), row.get(3), event))))?
            .flatten()
            .map(|(lane, id, event)| Ok(Kept::new(id?, lane?, event)))
            .transpose()
    }

    /// Lists what waits for a person, newest first.
    pub(super) fn shelved(&self, shelf: Shelf, limit: usize) -> Done<Vec<Shelved>> {
        let sql = "SELECT o.tenant, o.account, c.place, s.name, s.reason, s.at_ms, s.kind FROM shelved s \
                   JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner \
                   WHERE s.shelf = ?1 ORDER BY s.id DESC LIMIT ?2";
        self.all(sql, (codes::of_shelf(shelf), bound(limit)), |row| {
            let (id, reason) = (row.get(3)?, row.get(4)?);
            let kind = codes::shelved_kind(row.get(6)?);
            Ok(Shelved { id, kind, lane: lane_of(row)?, reason, at: UnixMillis(row.get(5)?) })
        })
    }

    /// Counts where everything is. What is in flight is counted by its rows, everything else by counters.
    pub(super) fn counts(&self) -> Done<Counts> {
        let sql = "SELECT accepted, answered, silent, held, dead, noted, duplicates, rejected, dropped, erased, \
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
                rejected: row.get(7)?,
                dropped: row.get(8)?,
                erased: row.get(9)?,
                in_flight: row.get(10)?,
            })
        })?;
        Ok(counts.unwrap_or_default())
    }
}
