use messaging_core::{Event, EventKind, capability::Verdict};

use super::{
    codes,
    fault::Done,
    places::{Where, readable},
    verbs::Verbs,
};
use crate::{
    Arrival, EventId, Settled, Side, Speaker, StoreError,
    erasure::Seal,
    is_replay,
    order::Waiting,
    proof::{is_of_one_account, proof},
    stage::Stage,
};

impl Verbs<'_> {
    /// Takes a batch in.
    pub(super) fn accept(&self, batch: &[Arrival]) -> Done<Vec<Verdict>> {
        let in_flight = self.in_flight()?;
        let verdicts = batch.iter().map(|arrival| self.accept_one(arrival)).collect::<Done<Vec<_>>>()?;
        let wanted = batch.iter().zip(&verdicts);
        let new = wanted.filter(|(arrival, verdict)| arrival.event.wants_turn() && !verdict.duplicate).count();
        let room = Arrival::room(batch, self.max_in_flight);
        if new > 0 && in_flight + new > room {
            return Err(StoreError::crowded(in_flight, room).into());
        }
        Ok(verdicts)
    }

    /// How many events have not ended.
    pub(super) fn in_flight(&self) -> Done<usize> {
        let sql = "SELECT accepted - answered - silent - held - dead - rejected - dropped - erased FROM tally";
        Ok(self.one(sql, [], |row| row.get::<_, usize>(0))?.unwrap_or_default())
    }

    fn accept_one(&self, arrival: &Arrival) -> Done<Verdict> {
        let Arrival { lane, event, .. } = arrival;
        let owner = match self.find_conversation(lane)? {
            Some(found) => found.owner,
            None => self.owner(lane)?,
        };
        if let Some(original) = self.known(owner, event)? {
            self.run("UPDATE tally SET duplicates = duplicates + 1", [])?;
            self.unite(owner, event, original, self.seal_of(original)?.as_ref())?;
            let about = self.inbox_span(original)?;
            let (id, cursor, duplicate) = (original.to_string(), original, true);
            return Ok(Verdict { id, cursor, duplicate, about, ..Verdict::default() });
        }
        let id = self.number(event.wants_turn())?;
        if event.wants_turn() {
            self.queue(arrival, id)?;
        } else {
            let waiting = Waiting::new(event, 0, self.now);
            self.insert(id, (None, None), Stage::Noted, &Waiting { place: 0, ..waiting }, arrival)?;
        }
        self.unite(owner, event, id, None)?;
        self.line(arrival, id)?;
        self.traced.borrow_mut().clear();
        self.hear_in(lane, event)?;
        self.hear(owner, arrival)?;
        if let Some((intent, receipt)) = proof(event) {
            match self.intent(intent)? {
                None => self.prove_held(lane, intent, &receipt)?,
                Some(row) if is_of_one_account(&self.lane(row.conversation)?, lane) => {
                    self.conclude(&row, &Settled::Sent(receipt))?;
                }
                Some(_) => {}
            }
        }
        self.learn(lane, event)?;
        self.heed(lane, event)?;
        if let EventKind::Delivery(delivery) = &event.kind {
            self.deliver(owner, delivery)?;
            self.expect_bill(owner, delivery)?;
        }
        let about = self.receipt(owner, arrival, id)?;
        if !event.wants_turn() {
            self.place_note(lane, event, id)?;
        }
        let ended = self.take_ways();
        Ok(Verdict { id: id.to_string(), cursor: id, about, ended, ..Verdict::default() })
    }

    /// Counts a new event; returns its place in the stream.
    fn number(&self, wants_turn: bool) -> Done<EventId> {
        let sql = "UPDATE tally SET cursor = cursor + 1, accepted = accepted + ?1, noted = noted + ?2 RETURNING cursor";
        Ok(self.connection.prepare_cached(sql)?.query_row((wants_turn, !wants_turn), |row| row.get(0))?)
    }

    /// Finds the earliest event that has any of the keys.
    fn known(&self, owner: i64, event: &Event) -> Done<Option<EventId>> {
        let (mut earliest, seal) = (None, self.seal()?);
        for key in &event.keys {
            let sql = "SELECT event FROM key WHERE owner = ?1 AND key = ?2";
            let known = self.one(sql, (owner, key.as_str()), |row| row.get::<_, EventId>(0))?;
            let erased = match &seal {
                Some(seal) => self.one(sql, (owner, seal.key(key.as_str())), |row| row.get::<_, EventId>(0))?,
                None => None,
            };
            earliest = earliest.into_iter().chain(known).chain(erased).min();
        }
        Ok(earliest)
    }

    /// Makes every key of `event` one of `original`'s.
    fn unite(&self, owner: i64, event: &Event, original: EventId, seal: Option<&Seal>) -> Done {
        for key in &event.keys {
            let key = seal.map_or_else(|| key.as_str().into(), |seal| seal.key(key.as_str()));
            let sql = "INSERT INTO key (owner, key, event) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
            self.run(sql, (owner, key, original))?;
        }
        Ok(())
    }

    /// Puts an event into its lane.
    fn queue(&self, arrival: &Arrival, id: EventId) -> Done {
        let Arrival { lane, event, .. } = arrival;
        readable(&event.conversation)?;
        let Where { conversation, owner } = self.conversation(lane)?;
        let channel = match arrival.channel.as_deref() {
            Some(channel) => self.channel(owner, channel)?,
            None => None,
        };
        let row = self.side(conversation, Side::Turns)?;
        let sql = "SELECT max(place) FROM event WHERE conversation = ?1 AND stage = 0";
        let last = self.one(sql, [conversation], |row| row.get::<_, Option<u64>>(0))?.flatten();
        let waiting = Waiting::new(event, last.unwrap_or(row.next), self.now);
        self.insert(id, (Some(conversation), channel), Stage::Queued, &waiting, arrival)?;
        self.store_head(&row)
    }

    /// Puts what a person said onto the record, a keyword of consent too.
    fn line(&self, arrival: &Arrival, id: EventId) -> Done {
        let Arrival { lane, event, .. } = arrival;
        if let Some(message) = event.said().filter(|_| !is_replay(event)) {
            let conversation = self.conversation(lane)?.conversation;
            let sql = "INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, \
                       trace) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
            let trace = arrival.timeline().map(|timeline| timeline.root.to_string());
            let (author, content) = (serde_json::to_string(&message.author)?, serde_json::to_string(&message.content)?);
            let speaker = codes::of_speaker(Speaker::Person);
            self.run(sql, (id, conversation, speaker, author, message.id.as_str(), content, self.now.0, trace))?;
        }
        Ok(())
    }

    fn insert(
        &self,
        id: EventId,
        (conversation, channel): (Option<i64>, Option<i64>),
        stage: Stage,
        waiting: &Waiting,
        arrival: &Arrival,
    ) -> Done {
        let event = &arrival.event;
        let sql = "INSERT INTO event (id, conversation, stage, replies, place, sequenced, ambient, tries, fence, \
                   arrived_ms, body, timeline, channel) VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, 0, 0, ?7, ?8, ?9, ?10)";
        let timeline = arrival.timeline().as_ref().map(serde_json::to_string).transpose()?;
        let Waiting { place, sequenced, arrived, calls, .. } = *waiting;
        let (stage, _) = codes::of_stage(stage);
        // Nobody reads what never wanted a turn.
        let body = if event.wants_turn() { serde_json::to_string(event)? } else { String::new() };
        let calls = codes::of_calls(calls);
        self.run(sql, (id, conversation, stage, place, sequenced, calls, arrived.0, body, timeline, channel))?;
        Ok(())
    }
}
