use std::collections::BTreeSet;

use messaging_core::id::IntentId;
use rusqlite::{OptionalExtension, Row};

use super::{
    fault::Done,
    outbox::IntentRow,
    reach::{Reached, Theirs},
    verbs::Verbs,
};
use crate::{
    Erased, Erasure, EventId, Removed, Side, StoreError, Subject,
    attempts::Trace,
    erasure::{ERASED_OUT, SECRET, Seal},
    stage::Stage,
};

impl Verbs<'_> {
    /// Removes what is kept of a subject, and keeps the receipt.
    pub(super) fn erase(&self, erasure: &Erasure) -> Done<Erased> {
        let seal = Seal(self.secret(SECRET, &erasure.fresh)?);
        let mut removed = Removed::default();
        let person = erasure.subject.person();
        for at in self.reach(&erasure.subject)? {
            self.erase_in(&at, person, &seal, &mut removed)?;
        }
        if let Subject::Person { tenant, id } = &erasure.subject {
            for owner in self.all("SELECT id FROM owner WHERE tenant = ?1", [tenant], |row| row.get(0))? {
                removed.opt_outs += self.erase_contact(owner, id, &seal)?;
            }
        }
        let subject = seal.subject(&erasure.subject);
        let sql = "SELECT id FROM erasure WHERE subject = ?1 ORDER BY number DESC LIMIT 1";
        let earlier = self.one(sql, [&subject], |row| row.get::<_, String>(0))?;
        let receipt = Erased::new(erasure, &seal, self.now, removed, earlier);
        let sql = "INSERT INTO erasure (id, subject, receipt) VALUES (?1, ?2, ?3)";
        self.run(sql, (&receipt.id, &subject, serde_json::to_string(&receipt)?))?;
        self.run("UPDATE tally SET scrub = 1", [])?;
        Ok(receipt)
    }

    /// Refuses to call erased what may still be read off the file.
    pub(super) fn check_scrubbed(&self) -> Done {
        if self.is_to_scrub()? {
            let why = "it is erased, but bytes of it may still be in the file, which could not be rewritten; make room \
                       on the disk, then erase it again";
            return Err(StoreError::Unavailable(why.into()).into());
        }
        Ok(())
    }

    /// Whether erased bytes may still be in the file.
    pub(super) fn is_to_scrub(&self) -> Done<bool> {
        let sql = "SELECT scrub FROM tally";
        Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?.unwrap_or_default())
    }

    fn erase_in(&self, at: &Reached, person: Option<&str>, seal: &Seal, removed: &mut Removed) -> Done {
        let before = *removed;
        let theirs = self.theirs(at, person)?;
        let events: BTreeSet<_> = theirs.iter().map(|theirs| theirs.id).collect();
        let head = self.open_head(at.conversation)?;
        let mut was_head = false;
        for row in self.sends_about(at, &events)? {
            was_head |= head.as_ref() == Some(&row.id);
            self.erase_send(&row, removed)?;
        }
        for event in theirs {
            self.erase_event(at, &event, seal, removed)?;
        }
        self.erase_lines(at, person, &events, removed)?;
        let is_touched = removed.ended > before.ended;
        if at.whole {
            removed.opt_outs += self.drop_conversation(at, seal, removed)?;
        } else {
            if let Some(person) = person {
                self.run("DELETE FROM person WHERE conversation = ?1 AND id = ?2", (at.conversation, person))?;
            }
            self.refuse_holders(at.conversation, is_touched, was_head, removed)?;
        }
        let (events, lines, sends) = (removed.events, removed.lines, removed.sends);
        removed.conversations += u64::from((events, lines, sends) != (before.events, before.lines, before.sends));
        Ok(())
    }

    fn open_head(&self, conversation: i64) -> Done<Option<IntentId>> {
        let sql = "SELECT id FROM intent WHERE conversation = ?1 AND trace < 3 ORDER BY place LIMIT 1";
        self.one(sql, [conversation], |row| Ok(row.get::<_, String>(0)?.into()))
    }

    /// The replies to a subject's events, whatever became of them; all replies if everything is theirs.
    pub(super) fn sends_about(&self, at: &Reached, events: &BTreeSet<EventId>) -> Done<Vec<IntentRow>> {
        let sql = "SELECT id FROM intent WHERE conversation = ?1 ORDER BY place";
        let mut sends = Vec::new();
        for id in self.all(sql, [at.conversation], |row| row.get::<_, String>(0))? {
            let Some(row) = self.any_intent(&id.into())? else { continue };
            let causes: Vec<EventId> = serde_json::from_str(&row.causes)?;
            if at.whole || causes.iter().any(|cause| events.contains(cause)) {
                sends.push(row);
            }
        }
        Ok(sends)
    }

    /// Whether a reply may have been carried.
    pub(super) fn may_have_been_carried(&self, row: &IntentRow) -> Done<bool> {
        Ok(match row.trace() {
            Trace::Fresh => false,
            Trace::Exposed | Trace::Doubted => true,
            Trace::Final => {
                let sql = "SELECT maybe FROM intent WHERE id = ?1";
                self.one(sql, [row.id.as_str()], |row| row.get(0))?.unwrap_or(true)
            }
        })
    }

    fn erase_send(&self, row: &IntentRow, removed: &mut Removed) -> Done {
        let maybe = self.may_have_been_carried(row)?;
        removed.sends += 1;
        removed.may_have_been_carried += u64::from(maybe);
        self.forget_answer(row.answer)?;
        self.close_charge(&row.id, maybe)?;
        self.run("DELETE FROM intent WHERE id = ?1", [row.id.as_str()])?;
        let sql = "DELETE FROM shelved WHERE name = ?1 AND conversation = ?2";
        self.run(sql, (row.id.as_str(), row.conversation))?;
        self.run("DELETE FROM decided WHERE name = ?1", [row.id.as_str()])?;
        // Whoever else it answered gets no other answer.
        let causes: Vec<EventId> = serde_json::from_str(&row.causes)?;
        for cause in causes {
            if let Some(stage) = self.stage(cause)? {
                self.advance(cause, stage.after(Stage::Erased))?;
            }
        }
        self.restage(row, Stage::Erased)
    }

    fn erase_event(&self, at: &Reached, Theirs { id, event }: &Theirs, seal: &Seal, removed: &mut Removed) -> Done {
        removed.events += u64::from(event.is_some());
        match self.stage(*id)? {
            Some(stage) if stage.is_in_flight() => {
                let mut lane = self.side(at.conversation, Side::Turns)?;
                if stage == Stage::Queued {
                    self.leave(&mut lane, *id)?;
                }
                self.advance(*id, Stage::Erased)?;
                self.store(&lane)?;
                removed.ended += 1;
            }
            Some(stage) if stage.is_parked() => {
                self.move_ended(*id, Stage::Erased)?;
                removed.ended += 1;
            }
            Some(Stage::Erased) => removed.ended += u64::from(event.is_some()),
            _ => {}
        }
        for key in self.all("SELECT key FROM key WHERE event = ?1", [id], |row| row.get::<_, String>(0))? {
            self.run("DELETE FROM key WHERE owner = ?1 AND key = ?2", (at.owner, &key))?;
            let sql = "INSERT INTO key (owner, key, event) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
            self.run(sql, (at.owner, seal.key(&key), id))?;
        }
        self.run("DELETE FROM answer WHERE event = ?1", [id])?;
        let name = id.to_string();
        self.run("DELETE FROM shelved WHERE name = ?1 AND conversation = ?2", (&name, at.conversation))?;
        let sql = "UPDATE event SET conversation = NULL, noted_in = NULL, body = '', attempts = NULL, failing_ms = NULL, timeline = NULL, \
                   retry_ms = NULL, erased = 1 WHERE id = ?1";
        self.run(sql, [id])?;
        Ok(())
    }

    fn erase_lines(
        &self,
        at: &Reached,
        person: Option<&str>,
        events: &BTreeSet<EventId>,
        removed: &mut Removed,
    ) -> Done {
        for cursor in self.lines_of(at, person, events)? {
            self.run("DELETE FROM delivery WHERE owner = ?1 AND record = ?2", (at.owner, cursor))?;
            self.run("DELETE FROM record WHERE cursor = ?1", [cursor])?;
            removed.lines += 1;
        }
        Ok(())
    }

    /// The lines that a subject said, and was answered; all lines if everything is theirs.
    pub(super) fn lines_of(&self, at: &Reached, person: Option<&str>, events: &BTreeSet<EventId>) -> Done<Vec<i64>> {
        let sql = "SELECT cursor, json_extract(author, '$.id'), speaker, causes FROM record WHERE conversation = ?1 \
                   ORDER BY cursor";
        let read = |row: &Row<'_>| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Option<String>>(1)?, row.get::<_, i64>(2)?, row.get(3)?))
        };
        let mut lines = Vec::new();
        for (cursor, author, speaker, causes) in self.all(sql, [at.conversation], read)? {
            let causes: Option<String> = causes;
            let theirs = at.whole
                || if speaker == 0 {
                    author.as_deref() == person
                } else {
                    // What nobody knows whom it answered is theirs, rather than left.
                    let causes: Option<Vec<EventId>> = causes.map(|text| serde_json::from_str(&text)).transpose()?;
                    causes.is_none_or(|causes| causes.iter().any(|cause| events.contains(cause)))
                };
            if theirs {
                lines.push(cursor);
            }
        }
        Ok(lines)
    }

    /// Removes a conversation of which no event, reply or line is left; returns how many opt-outs are kept of it.
    fn drop_conversation(&self, at: &Reached, seal: &Seal, removed: &mut Removed) -> Done<u64> {
        let conversation = at.conversation;
        for bill in self.all("SELECT id FROM bill WHERE conversation = ?1", [conversation], |row| row.get(0))? {
            self.billed(bill, None)?;
        }
        let begun = self.run("DELETE FROM live WHERE conversation = ?1", [conversation])?;
        removed.may_have_been_carried += u64::try_from(begun).unwrap_or(u64::MAX);
        for sql in [
            "DELETE FROM delivery WHERE conversation = ?1",
            "DELETE FROM receipt WHERE conversation = ?1",
            "DELETE FROM shelved WHERE conversation = ?1",
            "DELETE FROM person WHERE conversation = ?1",
            "DELETE FROM answer WHERE conversation = ?1",
            "DELETE FROM lane WHERE conversation = ?1",
        ] {
            self.run(sql, [conversation])?;
        }
        let sql = "SELECT contact FROM conversation WHERE id = ?1";
        let contact = self.one(sql, [conversation], |row| row.get::<_, Option<String>>(0))?.flatten();
        self.run("DELETE FROM conversation WHERE id = ?1", [conversation])?;
        self.last.replace(None);
        let Some(contact) = contact else { return Ok(0) };
        let sql = "SELECT 1 FROM conversation WHERE owner = ?1 AND contact = ?2 LIMIT 1";
        match self.one(sql, (at.owner, &contact), |_| Ok(()))? {
            Some(()) => Ok(0),
            None => self.erase_contact(at.owner, &contact, seal),
        }
    }

    /// Shuts out whoever works on something that is gone, in a conversation that stays.
    fn refuse_holders(&self, conversation: i64, turns: bool, sends: bool, removed: &mut Removed) -> Done {
        if turns {
            let begun = self.erase_live(conversation)?;
            removed.may_have_been_carried += u64::try_from(begun).unwrap_or(u64::MAX);
            let row = self.side(conversation, Side::Turns)?;
            self.untry(conversation, row.fence)?;
            self.free(row, None)?;
        }
        let row = self.side(conversation, Side::Sends)?;
        if sends { self.free(row, Some(self.now)) } else { self.store(&row) }
    }

    /// Forgets a contact; returns whether an opt-out is kept of them.
    fn erase_contact(&self, owner: i64, address: &str, seal: &Seal) -> Done<u64> {
        let sql = "DELETE FROM contact WHERE owner = ?1 AND address = ?2 RETURNING opted_out_ms";
        let out = self.one(sql, (owner, address), |row| row.get::<_, Option<i64>>(0))?.flatten();
        let Some(out) = out else { return Ok(0) };
        let sql = "INSERT INTO contact (owner, address, opted_out_ms, opted_out_why) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT DO NOTHING";
        self.run(sql, (owner, seal.address(address), out, ERASED_OUT))?;
        Ok(1)
    }
}
