use messaging_core::{Event, UnixMillis};

use super::Tables;
use crate::{Known, Lane, known::heard_at};

impl Tables {
    /// Notes that a person was heard.
    pub(super) fn hear_in(&mut self, lane: &Lane, event: &Event) {
        let Some(at) = heard_at(event) else { return };
        match self.heard.get_mut(lane) {
            Some((_, heard)) => *heard = at.max(*heard),
            None => self.heard.put(lane.clone(), (at, at)),
        }
    }

    /// Lists lanes, as [`Store::known`](crate::Store::known).
    #[must_use]
    pub fn known(&self, account: &str, since: UnixMillis, limit: usize) -> Vec<Known> {
        let rows = self.heard.iter().filter(|(lane, _)| lane.conversation.account() == account);
        let known = rows.map(|(lane, &(complete, heard))| Known { lane: lane.clone(), complete, heard });
        let mut known: Vec<_> = known.filter(|known| known.heard >= since).collect();
        known.sort_by(|one, other| {
            let order = one.complete.cmp(&other.complete).then_with(|| other.heard.cmp(&one.heard));
            order.then_with(|| one.lane.cmp(&other.lane))
        });
        known.truncate(limit);
        known
    }

    /// Notes that nothing is missing in a lane, as [`Store::caught_up`](crate::Store::caught_up).
    pub fn caught_up(&mut self, lane: &Lane, to: UnixMillis) {
        if let Some(&(complete, heard)) = self.heard.get(lane)
            && complete < to
        {
            self.written = true;
            self.heard.put(lane.clone(), (to, heard));
        }
    }
}
