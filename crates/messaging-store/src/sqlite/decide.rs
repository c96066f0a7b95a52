use messaging_core::{UnixMillis, id::IntentId, message::Receipt};
use rusqlite::Row;

use super::{codes, fault::Done, outbox::IntentRow, places::lane_of, verbs::Verbs};
use crate::{Attempt, Decided, Decision, EventId, Letter, Shelf, Shelved, ShelvedKind, Side, StoreError, stage::Stage};

/// A thing on a shelf: its row, its shelf, its conversation.
struct Found {
    row: i64,
    shelf: Shelf,
    shelved: Shelved,
}

impl Verbs<'_> {
    /// Shows one thing on a shelf.
    pub(super) fn letter(&self, id: &str) -> Done<Option<Letter>> {
        self.find_shelved(id)?.map(|found| self.open_letter(found)).transpose()
    }

    fn open_letter(&self, Found { shelf, shelved, .. }: Found) -> Done<Letter> {
        let (mut event, mut message, mut answers) = (None, None, Vec::new());
        let (mut attempts, mut may_have_been_carried) = (None, false);
        match shelved.kind {
            ShelvedKind::Event => {
                let sql = "SELECT body, attempts FROM event WHERE id = ?1 AND stage = 5";
                let read = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?));
                if let Some((body, errors)) = self.one(sql, [&shelved.id], read)? {
                    event = serde_json::from_str(&body).ok();
                    attempts = errors;
                }
            }
            ShelvedKind::Send => {
                let sql = "SELECT message, causes, maybe, attempts FROM intent WHERE id = ?1";
                let read =
                    |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get(2)?, row.get(3)?));
                if let Some((text, causes, maybe, errors)) = self.one(sql, [&shelved.id], read)? {
                    message = serde_json::from_str(&text).ok();
                    answers = serde_json::from_str(&causes)?;
                    (may_have_been_carried, attempts) = (maybe, errors);
                }
            }
        }
        let attempts: Vec<Attempt> = attempts.map_or(Ok(Vec::new()), |text| serde_json::from_str(&text))?;
        let choices = Decision::about(shelf, shelved.kind, event.is_some());
        Ok(Letter { shelved, shelf, event, message, may_have_been_carried, answers, attempts, choices })
    }

    /// Does what a person decided.
    pub(super) fn decide(&self, id: &str, decision: Decision) -> Done<Decided> {
        let Some(found) = self.find_shelved(id)? else {
            let sql = "SELECT decision, at_ms FROM decided WHERE name = ?1";
            let already = self.one(sql, [id], |row| Ok((codes::decision(row.get(0)?), UnixMillis(row.get(1)?))))?;
            return Ok(already.map_or(Decided::Missing, |(decision, at)| Decided::Already { decision, at }));
        };
        let row = found.row;
        let Letter { shelved, choices, .. } = self.open_letter(found)?;
        if !choices.contains(&decision) {
            return Ok(Decided::Unfit { choices });
        }
        if matches!(decision, Decision::Redrive | Decision::Resend) {
            let in_flight = self.in_flight()?;
            if in_flight >= self.max_in_flight {
                return Err(StoreError::crowded(in_flight, self.max_in_flight).into());
            }
        }
        self.run("DELETE FROM shelved WHERE id = ?1", [row])?;
        self.note_decision(id, decision)?;
        match (shelved.kind, decision) {
            (ShelvedKind::Send, decision) => self.decide_send(&id.into(), decision)?,
            (ShelvedKind::Event, Decision::Redrive) => self.requeue(&shelved)?,
            (ShelvedKind::Event, _) => {
                if let Ok(event) = shelved.id.parse() {
                    self.move_ended(event, Stage::Dropped)?;
                }
            }
        }
        Ok(Decided::Done)
    }

    fn find_shelved(&self, id: &str) -> Done<Option<Found>> {
        let sql = "SELECT o.tenant, o.account, c.place, s.id, s.shelf, s.kind, s.reason, s.at_ms FROM shelved s \
                   JOIN conversation c ON c.id = s.conversation JOIN owner o ON o.id = c.owner \
                   WHERE s.name = ?1 ORDER BY s.shelf, s.id LIMIT 1";
        self.one(sql, [id], |row| {
            let (lane, kind, reason) = (lane_of(row)?, codes::shelved_kind(row.get(5)?), row.get(6)?);
            let shelved = Shelved { id: id.to_owned(), kind, lane, reason, at: UnixMillis(row.get(7)?) };
            Ok(Found { row: row.get(3)?, shelf: codes::shelf(row.get(4)?), shelved })
        })
    }

    /// Remembers how something left its shelf.
    pub(super) fn note_decision(&self, id: &str, decision: Decision) -> Done {
        let sql = "INSERT OR REPLACE INTO decided (name, decision, at_ms) VALUES (?1, ?2, ?3)";
        self.run(sql, (id, codes::of_decision(decision), self.now.0))?;
        Ok(())
    }

    /// Puts an event back where it was in its lane, as if it had never been touched.
    fn requeue(&self, shelved: &Shelved) -> Done {
        // Whoever has it tried again calls it: it needs nobody before it who called us.
        let sql = "UPDATE event SET stage = 0, tries = 0, crashes = 0, failing_ms = NULL, retry_ms = NULL, fence = 0, until_ms = NULL, \
                   stopped = 0, \
                   ambient = CASE ambient WHEN 1 THEN 0 ELSE ambient END WHERE id = ?1";
        self.run(sql, [&shelved.id])?;
        self.run("UPDATE tally SET dead = dead - 1", [])?;
        let conversation = self.conversation(&shelved.lane)?.conversation;
        self.store(&self.side(conversation, Side::Turns)?)
    }

    fn decide_send(&self, id: &IntentId, decision: Decision) -> Done {
        let Some(row) = self.any_intent(id)? else { return Ok(()) };
        match decision {
            Decision::Redrive | Decision::Resend => {
                self.renew(&row, decision == Decision::Redrive)?;
                self.restage(&row, Stage::Answered)?;
                let mut lane = self.side(row.conversation, Side::Sends)?;
                // It waits from now on: others have waited longer.
                lane.not_before = lane.not_before.max(self.now);
                self.store(&lane)
            }
            Decision::Delivered => self.prove(&row, &Receipt::of_none()),
            Decision::Drop => {
                self.run("DELETE FROM intent WHERE id = ?1", [id.as_str()])?;
                self.close_charge(id, true)?;
                self.restage(&row, Stage::Dropped)
            }
        }
    }

    /// Moves events that are held or dead to where their replies say, after one of those was decided on: `end` if no
    /// other one keeps them.
    pub(super) fn restage(&self, decided: &IntentRow, end: Stage) -> Done {
        let causes: Vec<EventId> = serde_json::from_str(&decided.causes)?;
        for cause in causes {
            let Some(stage) = self.stage(cause)?.filter(|stage| stage.is_parked()) else { continue };
            let sql = "SELECT count(*) FROM intent i, json_each(i.causes) c \
                       WHERE i.conversation = ?1 AND i.trace < 3 AND i.id <> ?2 AND c.value = ?3";
            let key = (decided.conversation, decided.id.as_str(), cause);
            let mut open = self.one(sql, key, |row| row.get::<_, usize>(0))?.unwrap_or_default();
            // Whether the one that was decided on is open again.
            open += usize::from(self.intent(&decided.id)?.is_some());
            let sql = "SELECT s.shelf FROM intent i, json_each(i.causes) c JOIN shelved s ON s.name = i.id \
                       WHERE i.conversation = ?1 AND i.trace = 3 AND i.id <> ?2 AND c.value = ?3";
            let shelves = self.all(sql, key, |row| Ok(codes::shelf(row.get(0)?)))?;
            self.move_ended(cause, stage.decided(shelves.into_iter(), open, end))?;
        }
        Ok(())
    }

    /// Moves an event that is held or dead.
    pub(super) fn move_ended(&self, event: EventId, to: Stage) -> Done {
        let Some(stage) = self.stage(event)?.filter(|stage| stage.is_parked() && *stage != to) else { return Ok(()) };
        let sql = match stage {
            Stage::Held => "UPDATE tally SET held = held - 1",
            _ => "UPDATE tally SET dead = dead - 1",
        };
        self.run(sql, [])?;
        // In flight for a moment, so that it ends as everything does.
        self.run("UPDATE event SET stage = 1, replies = 1 WHERE id = ?1", [event])?;
        self.advance(event, to)
    }
}
