use messaging_core::{UnixMillis, id::IntentId, message::Receipt};

use super::Tables;
use crate::{
    Decided, Decision, EventId, Letter, Result, Shelf, Shelved, ShelvedKind, Side, StoreError, attempts::Trace,
    order::Waiting, stage::Stage,
};

impl Tables {
    /// Shows one thing on a shelf, as [`Store::letter`](crate::Store::letter).
    #[must_use]
    pub fn letter(&self, id: &str) -> Option<Letter> {
        let (shelf, shelved) = self.find_shelved(id)?;
        let (shelved, intent) = (shelved.clone(), self.intents.get(&IntentId::from(id)));
        let event = event_of(&shelved).and_then(|event| self.events.get(&event));
        let choices = Decision::about(shelf, shelved.kind, event.is_some_and(|row| row.event.is_some()));
        let attempts = event.map(|row| &row.attempts).or_else(|| intent.map(|row| &row.errors));
        Some(Letter {
            shelf,
            event: event.and_then(|row| row.event.as_deref().cloned()),
            message: intent.map(|row| row.message.clone()),
            may_have_been_carried: intent.is_some_and(|row| row.maybe),
            answers: intent.map(|row| row.causes.clone()).unwrap_or_default(),
            attempts: attempts.cloned().unwrap_or_default(),
            choices,
            shelved,
        })
    }

    /// Does what a person decided, as [`Store::decide`](crate::Store::decide).
    ///
    /// # Errors
    /// [`Full`](StoreError::Full): too much is in flight for more.
    pub fn decide(&mut self, now: UnixMillis, id: &str, decision: Decision) -> Result<Decided> {
        let Some(letter) = self.letter(id) else {
            let already = |(decision, at): &(Decision, UnixMillis)| Decided::Already { decision: *decision, at: *at };
            return Ok(self.decided.get(&id.to_owned()).map_or(Decided::Missing, already));
        };
        if !letter.choices.contains(&decision) {
            return Ok(Decided::Unfit { choices: letter.choices });
        }
        let in_flight = self.in_flight();
        if matches!(decision, Decision::Redrive | Decision::Resend) && in_flight >= self.limits.in_flight {
            return Err(StoreError::crowded(in_flight, self.limits.in_flight));
        }
        self.written = true;
        self.unshelve(letter.shelf, id);
        self.decided.put(id.to_owned(), (decision, now));
        match (event_of(&letter.shelved), decision) {
            (Some(event), Decision::Redrive) => self.requeue(event),
            (Some(event), _) => self.move_ended(now, event, Stage::Dropped),
            (None, decision) => self.decide_send(now, &id.into(), decision),
        }
        Ok(Decided::Done)
    }

    pub(super) fn find_shelved(&self, id: &str) -> Option<(Shelf, &Shelved)> {
        [Shelf::Unknown, Shelf::Dead, Shelf::Rejected].into_iter().find_map(|shelf| {
            let things = self.shelves.get(&shelf)?;
            things.iter().find(|thing| thing.id == id).map(|thing| (shelf, thing))
        })
    }

    pub(super) fn unshelve(&mut self, shelf: Shelf, id: &str) {
        if let Some(things) = self.shelves.get_mut(&shelf) {
            things.retain(|thing| thing.id != id);
        }
    }

    /// Puts an event back where it was in its lane, as if it had never been touched.
    fn requeue(&mut self, event: EventId) {
        let Some(row) = self.events.get_mut(&event) else { return };
        (row.tries, row.crashes, row.failing, row.fence, row.stopped) = (0, 0, None, 0, false);
        row.stage = Stage::Queued;
        self.parked.remove(&event);
        self.tally.change(row.lane.conversation.account(), row.channel.as_ref(), |counts| counts.dead -= 1);
        let Some(body) = &row.event else { return };
        let waiting = Waiting::new(body, row.place, row.arrived).called();
        let (lane, at) = (row.lane.clone(), (row.place, event));
        let turns = self.turns.entry(lane.clone()).or_default();
        turns.queue.insert(at, waiting);
        turns.last = turns.last.max(event);
        self.index(Side::Turns, &lane);
    }

    fn decide_send(&mut self, now: UnixMillis, id: &IntentId, decision: Decision) {
        match decision {
            Decision::Redrive | Decision::Resend => {
                let Some(row) = self.intents.get_mut(id) else { return };
                row.attempts.renew(decision == Decision::Redrive && row.maybe);
                row.maybe = false;
                let (lane, place, drafted, causes) = (row.lane.clone(), row.place, row.drafted, row.causes.clone());
                let sends = self.sends.entry(lane.clone()).or_default();
                // It waits from now on: others have waited longer.
                sends.hold.hold_up_at_least(now);
                sends.queue.insert(place, (drafted, id.clone()));
                self.index(Side::Sends, &lane);
                self.restage(now, &causes, Stage::Answered);
            }
            Decision::Delivered => self.prove(now, id, &Receipt::of_none()),
            Decision::Drop => {
                let Some(row) = self.intents.remove(id) else { return };
                self.close_charge(id, true);
                self.restage(now, &row.causes, Stage::Dropped);
            }
        }
    }

    /// Moves events that are held or dead to where their replies say, after one of those was decided on: `end` if no
    /// other one keeps them.
    pub(super) fn restage(&mut self, now: UnixMillis, causes: &[EventId], end: Stage) {
        for cause in causes {
            let Some(stage) = self.events.get(cause).map(|row| row.stage).filter(|stage| stage.is_parked()) else {
                continue;
            };
            let mine = self.intents.iter().filter(|(_, row)| row.causes.contains(cause));
            let (ended, open): (Vec<_>, Vec<_>) = mine.partition(|(_, row)| row.attempts.trace == Trace::Final);
            let open = open.len();
            let shelves = ended.iter().filter_map(|(id, _)| self.find_shelved(id.as_str())).map(|(shelf, _)| shelf);
            let to = stage.decided(shelves, open, end);
            self.move_ended(now, *cause, to);
        }
    }

    /// Moves an event that is held or dead.
    pub(super) fn move_ended(&mut self, now: UnixMillis, event: EventId, to: Stage) {
        let Some(row) = self.events.get_mut(&event).filter(|row| row.stage.is_parked() && row.stage != to) else {
            return;
        };
        let stage = row.stage;
        self.tally.change(row.lane.conversation.account(), row.channel.as_ref(), |counts| match stage {
            Stage::Held => counts.held -= 1,
            _ => counts.dead -= 1,
        });
        // In flight for a moment, so that it ends as everything does.
        row.stage = Stage::Replying(1);
        self.parked.remove(&event);
        self.advance(now, event, to);
    }
}

/// The event that a thing on a shelf is.
fn event_of(shelved: &Shelved) -> Option<EventId> {
    (shelved.kind == ShelvedKind::Event).then(|| shelved.id.parse().ok()).flatten()
}
