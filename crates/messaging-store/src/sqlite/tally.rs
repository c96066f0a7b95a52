use std::{collections::BTreeMap, sync::Arc};

use rusqlite::Row;

use super::{fault::Done, verbs::Verbs, waits::TURNS};
use crate::{Counts, Tally};

/// The events of an owner whose replies are still to be carried.
const REPLYING: &str = "SELECT c.owner, count(*) FROM event e INDEXED BY event_replying \
     CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner";

/// What is in flight by channel, read off the indexes alone.
const IN_CHANNELS: [&str; 2] = [
    "SELECT channel, count(*) FROM event INDEXED BY event_queue WHERE stage = 0 GROUP BY channel",
    "SELECT channel, count(*) FROM event INDEXED BY event_replying WHERE stage = 1 GROUP BY channel",
];

impl Verbs<'_> {
    /// Counts where everything is, as a whole, by account and by channel.
    pub(super) fn tally(&self) -> Done<Tally> {
        let mut tally = Tally { whole: self.counts()?, ..Tally::default() };
        let sql = "SELECT accepted, answered, silent, held, dead, rejected, dropped, erased, account FROM owner";
        let ended = self.all(sql, [], |row| Ok((row.get::<_, String>(8)?, counts_of(row)?)))?;
        // An account that was never told anything that wants an answer counts nothing, in memory as well.
        for (account, ended) in ended.iter().filter(|(_, ended)| *ended != Counts::default()) {
            tally.change_account(account, |counts| *counts = counts.and(ended));
        }
        let queued = self.sums(TURNS)?.into_iter().map(|(owner, (_, queued, _))| (owner, queued));
        let replying = self.all(REPLYING, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for (owner, events) in queued.chain(replying) {
            tally.change_account(&self.account(owner)?, |counts| counts.in_flight += events);
        }
        self.tally_channels(&mut tally)?;
        Ok(tally)
    }

    fn tally_channels(&self, tally: &mut Tally) -> Done {
        let mut in_flight = BTreeMap::<i64, u64>::new();
        for sql in IN_CHANNELS {
            let counted = self.all(sql, [], |row| Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, u64>(1)?)))?;
            for (channel, events) in counted {
                *in_flight.entry(channel.unwrap_or_default()).or_default() += events;
            }
        }
        let sql = "SELECT c.accepted, c.answered, c.silent, c.held, c.dead, c.rejected, c.dropped, c.erased, o.account, \
                   c.name, c.id FROM channel c JOIN owner o ON o.id = c.owner";
        let channels = self.all(sql, [], |row| {
            Ok((row.get::<_, String>(8)?, row.get::<_, Arc<str>>(9)?, row.get::<_, i64>(10)?, counts_of(row)?))
        })?;
        for (account, channel, id, ended) in channels {
            let in_flight = in_flight.get(&id).copied().unwrap_or_default();
            let all = Counts { in_flight, ..ended };
            tally.change_channel(&account, &channel, |counts| *counts = counts.and(&all));
        }
        Ok(())
    }
}

/// Reads what is counted off the first columns of a row.
fn counts_of(row: &Row<'_>) -> rusqlite::Result<Counts> {
    Ok(Counts {
        accepted: row.get(0)?,
        answered: row.get(1)?,
        silent: row.get(2)?,
        held: row.get(3)?,
        dead: row.get(4)?,
        rejected: row.get(5)?,
        dropped: row.get(6)?,
        erased: row.get(7)?,
        ..Counts::default()
    })
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;
    use crate::sqlite::schema::migrate;

    #[test]
    fn what_is_in_flight_is_counted_off_the_indexes() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, "in memory").unwrap();
        for (sql, index) in IN_CHANNELS.into_iter().zip(["event_queue", "event_replying"]) {
            let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let plan: String = statement.query_row([], |row| row.get(3)).unwrap();
            assert!(plan.contains(&format!("COVERING INDEX {index}")), "{sql}: {plan}");
        }
    }
}
