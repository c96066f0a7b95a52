use std::{cell::RefCell, time::Duration};

use messaging_core::{UnixMillis, trace::TraceFragment};
use rusqlite::{Connection, OptionalExtension, Params, Row};

use super::{fault::Done, places::Where};
use crate::Lane;

/// Before every moment: nobody holds the lane, nothing holds it up.
pub(super) const NEVER: UnixMillis = UnixMillis(i64::MIN);

/// The verbs of a store over one connection, at one moment, within one savepoint.
#[derive(Debug)]
pub(super) struct Verbs<'c> {
    pub(super) connection: &'c Connection,
    pub(super) now: UnixMillis,
    pub(super) hold_back: Duration,
    pub(super) max_in_flight: usize,
    /// The conversation that was looked up last: a verb is about one, and asks for it several times.
    pub(super) last: RefCell<Option<(Lane, Where)>>,
    /// Replies that ended by the verb under way, by conversation, for those who follow them.
    pub(super) traced: RefCell<Vec<(i64, TraceFragment)>>,
}

impl<'c> Verbs<'c> {
    pub(super) fn new(connection: &'c Connection, now: UnixMillis, hold_back: Duration, max_in_flight: usize) -> Self {
        Self { connection, now, hold_back, max_in_flight, last: RefCell::default(), traced: RefCell::default() }
    }
}

impl Verbs<'_> {
    /// Changes rows; returns how many.
    pub(super) fn run(&self, sql: &str, params: impl Params) -> Done<usize> {
        Ok(self.connection.prepare_cached(sql)?.execute(params)?)
    }

    /// Reads one row, if there is one.
    pub(super) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Done<Option<T>> {
        Ok(self.connection.prepare_cached(sql)?.query_row(params, read).optional()?)
    }

    /// Reads every row.
    pub(super) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Done<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params, read)?.collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    /// Gives away the next place in the stream.
    pub(super) fn next_cursor(&self) -> Done<u64> {
        self.next("UPDATE tally SET cursor = cursor + 1 RETURNING cursor")
    }

    /// Gives away the next fence.
    pub(super) fn next_fence(&self) -> Done<u64> {
        self.next("UPDATE tally SET fence = fence + 1 RETURNING fence")
    }

    fn next(&self, sql: &str) -> Done<u64> {
        Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }
}
