use std::collections::BTreeSet;

use messaging_core::{
    ConversationRef, Place, UnixMillis,
    id::{EventKey, IntentId},
};

use super::{Tables, reach::Reached, tables::IntentRow};
use crate::{
    Erased, Erasure, EventId, Lane, Removed, ShelvedKind, Side, Subject,
    attempts::Trace,
    erasure::{SECRET, Seal},
    stage::Stage,
};

impl Tables {
    /// The seal of what was erased; none if nothing ever was.
    pub(super) fn seal(&self) -> Option<Seal> {
        self.secrets.get(SECRET).cloned().map(Seal)
    }

    /// Finds the earliest event that has any of `keys`, erased or not.
    pub(super) fn find_known(&self, lane: &Lane, keys: &[EventKey]) -> Option<EventId> {
        let sealed = self.seal().and_then(|seal| {
            let sealed: Vec<_> = keys.iter().map(|key| seal.key(key.as_str()).into()).collect();
            self.keys.find(lane, &sealed)
        });
        self.keys.find(lane, keys).into_iter().chain(sealed).min()
    }

    /// Removes what is kept of a subject, as [`Store::erase`](crate::Store::erase).
    pub fn erase(&mut self, now: UnixMillis, erasure: &Erasure) -> Erased {
        self.written = true;
        let seal = Seal(self.secret(SECRET, &erasure.fresh));
        let mut removed = Removed::default();
        for at in self.reach(&erasure.subject) {
            self.erase_in(now, &at, erasure.subject.person(), &seal, &mut removed);
        }
        if let Subject::Person { tenant, id } = &erasure.subject {
            removed.opt_outs += self.contacts.erase(tenant, None, id, &seal.address(id));
        }
        let subject = seal.subject(&erasure.subject);
        let earlier = self.erased.get(&subject).map(|receipt| receipt.id.clone());
        let receipt = Erased::new(erasure, &seal, now, removed, earlier);
        self.erased.put(subject, receipt.clone());
        receipt
    }

    fn erase_in(&mut self, now: UnixMillis, at: &Reached, person: Option<&str>, seal: &Seal, removed: &mut Removed) {
        let before = *removed;
        let events = self.theirs(at, person);
        let lines = self.lines_of(at, person, &events);
        let head = self.sends.get(&at.lane).and_then(|row| row.queue.first_key_value()).map(|(_, (_, id))| id.clone());
        let mut was_head = false;
        for id in self.sends_about(at, &events) {
            was_head |= head.as_ref() == Some(&id);
            self.erase_send(now, &id, removed);
        }
        for event in &events {
            self.erase_event(now, *event, seal, removed);
        }
        removed.lines += count(self.records.forget(&at.lane, |record| lines.contains(&record.cursor)));
        self.causes.retain(|line, _| !lines.contains(line));
        self.deliveries.forget(&at.lane, at.whole, &lines);
        if at.whole {
            self.drop_lane(&at.lane, seal, removed);
        } else {
            if let (Some(person), Some(about)) = (person, self.about.get_mut(&at.lane)) {
                about.people.remove(person);
            }
            self.refuse_holders(now, &at.lane, removed.ended > before.ended, was_head, removed);
        }
        let (events, lines, sends) = (removed.events, removed.lines, removed.sends);
        removed.conversations += u64::from((events, lines, sends) != (before.events, before.lines, before.sends));
    }

    /// The replies to a subject's events, whatever became of them, in their order; all if everything is theirs.
    pub(super) fn sends_about(&self, at: &Reached, events: &BTreeSet<EventId>) -> Vec<IntentId> {
        let theirs = self.intents.iter().filter(|(_, row)| {
            row.lane == at.lane && (at.whole || row.causes.iter().any(|cause| events.contains(cause)))
        });
        let mut theirs: Vec<_> = theirs.map(|(id, row)| (row.place, id.clone())).collect();
        theirs.sort_unstable();
        theirs.into_iter().map(|(_, id)| id).collect()
    }

    fn erase_send(&mut self, now: UnixMillis, id: &IntentId, removed: &mut Removed) {
        let Some(row) = self.intents.get(id) else { return };
        let (maybe, answer) = (row.may_have_been_carried(), row.answer);
        removed.sends += 1;
        removed.may_have_been_carried += u64::from(maybe);
        self.forget_answer(answer);
        self.close_charge(id, maybe);
        let Some(row) = self.intents.remove(id) else { return };
        if let Some(sends) = self.sends.get_mut(&row.lane) {
            sends.queue.remove(&row.place);
        }
        self.index(Side::Sends, &row.lane);
        if let Some((shelf, _)) = self.find_shelved(id.as_str()) {
            self.unshelve(shelf, id.as_str());
        }
        self.decided.retain(|name, _| name != id.as_str());
        // Whoever else it answered gets no other answer.
        for cause in &row.causes {
            if let Some(stage) = self.events.get(cause).map(|row| row.stage) {
                self.advance(now, *cause, stage.after(Stage::Erased));
            }
        }
        self.restage(now, &row.causes, Stage::Erased);
    }

    fn erase_event(&mut self, now: UnixMillis, id: EventId, seal: &Seal, removed: &mut Removed) {
        let Some(row) = self.events.get(&id) else { return };
        let (stage, lane, told) = (row.stage, row.lane.clone(), row.event.is_some());
        removed.events += u64::from(told);
        match stage {
            Stage::Queued => {
                self.leave(&lane, id);
                self.index(Side::Turns, &lane);
                self.advance(now, id, Stage::Erased);
                removed.ended += 1;
            }
            Stage::Replying(_) => {
                self.advance(now, id, Stage::Erased);
                removed.ended += 1;
            }
            Stage::Held | Stage::Dead => {
                self.move_ended(now, id, Stage::Erased);
                removed.ended += 1;
            }
            Stage::Erased => removed.ended += u64::from(told),
            _ => {}
        }
        self.forget_answer(Some(id));
        let name = id.to_string();
        for things in self.shelves.values_mut() {
            things.retain(|thing| thing.kind != ShelvedKind::Event || thing.id != name);
        }
        let Some(row) = self.events.get_mut(&id) else { return };
        (row.event, row.erased, row.attempts, row.timeline) = (None, true, Vec::new(), None);
        row.lane = nowhere(&lane);
        let keys = std::mem::take(&mut row.keys);
        let sealed: Vec<EventKey> = keys.iter().map(|key| seal.key(key.as_str()).into()).collect();
        row.keys.clone_from(&sealed);
        self.keys.remove(&lane, &keys);
        for key in &sealed {
            self.keys.add(&lane, key, id);
        }
    }

    /// Removes a lane of which no event, reply or line is left.
    fn drop_lane(&mut self, lane: &Lane, seal: &Seal, removed: &mut Removed) {
        for bill in self.bills.of(lane) {
            self.billed(bill, None);
        }
        removed.may_have_been_carried += count(self.live.remove(lane).map_or(0, |begun| begun.len()));
        self.receipts.forget(lane, |_| true);
        self.about.retain(|of, _| of != lane);
        self.heard.retain(|of, _| of != lane);
        for things in self.shelves.values_mut() {
            things.retain(|thing| thing.lane != *lane);
        }
        if let Some(row) = self.turns.remove(lane) {
            self.due.set(Side::Turns, lane, row.hold.due, None);
        }
        if let Some(row) = self.sends.remove(lane) {
            self.due.set(Side::Sends, lane, row.hold.due, None);
        }
        if let Some(address) = self.contacts.leave(lane) {
            let account = lane.conversation.account();
            removed.opt_outs += self.contacts.erase(&lane.tenant, Some(account), &address, &seal.address(&address));
        }
    }

    /// Shuts out whoever works on something that is gone, in a lane that stays.
    fn refuse_holders(&mut self, now: UnixMillis, lane: &Lane, turns: bool, sends: bool, removed: &mut Removed) {
        if turns {
            removed.may_have_been_carried += count(self.erase_live(lane));
            if let Some(fence) = self.turns.get(lane).map(|row| row.hold.fence) {
                self.untry(lane, fence);
            }
            let fence = self.next_fence();
            if let Some(row) = self.turns.get_mut(lane) {
                row.hold.free(fence);
            }
            self.index(Side::Turns, lane);
        }
        if sends {
            let fence = self.next_fence();
            if let Some(row) = self.sends.get_mut(lane) {
                row.hold.free(fence);
                row.hold.hold_up(now);
            }
        }
        self.index(Side::Sends, lane);
    }
}

impl IntentRow {
    /// Whether any attempt may have carried it.
    pub(super) fn may_have_been_carried(&self) -> bool {
        match self.attempts.trace {
            Trace::Fresh => false,
            Trace::Exposed | Trace::Doubted => true,
            Trace::Final => self.maybe,
        }
    }
}

/// A lane of the same account that names nobody.
fn nowhere(lane: &Lane) -> Lane {
    let place = Place::new("erased", ["-"]);
    Lane { tenant: lane.tenant.clone(), conversation: ConversationRef::new(lane.conversation.account(), place) }
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
