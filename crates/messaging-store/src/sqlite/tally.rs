use super::{fault::Done, verbs::Verbs, waits::TURNS};
use crate::{Counts, Tally};

/// The events of an owner whose replies are still to be carried.
const REPLYING: &str = "SELECT c.owner, count(*) FROM event e INDEXED BY event_replying \
     CROSS JOIN conversation c ON c.id = e.conversation WHERE e.stage = 1 GROUP BY c.owner";

impl Verbs<'_> {
    /// Counts where everything is, as a whole and by account.
    pub(super) fn tally(&self) -> Done<Tally> {
        let mut tally = Tally { whole: self.counts()?, ..Tally::default() };
        let sql = "SELECT account, accepted, answered, silent, held, dead, rejected, dropped, erased FROM owner";
        let ended = self.all(sql, [], |row| {
            let counts = Counts {
                accepted: row.get(1)?,
                answered: row.get(2)?,
                silent: row.get(3)?,
                held: row.get(4)?,
                dead: row.get(5)?,
                rejected: row.get(6)?,
                dropped: row.get(7)?,
                erased: row.get(8)?,
                ..Counts::default()
            };
            Ok((row.get::<_, String>(0)?, counts))
        })?;
        // An account that was never told anything that wants an answer counts nothing, in memory as well.
        for (account, ended) in ended.iter().filter(|(_, ended)| *ended != Counts::default()) {
            tally.change_account(account, |counts| *counts = counts.and(ended));
        }
        let queued = self.sums(TURNS)?.into_iter().map(|(owner, (_, queued, _))| (owner, queued));
        let replying = self.all(REPLYING, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for (owner, events) in queued.chain(replying) {
            tally.change_account(&self.account(owner)?, |counts| counts.in_flight += events);
        }
        Ok(tally)
    }
}
