use std::{collections::BTreeSet, time::Duration};

use messaging_core::{
    TraceContext, UnixMillis,
    id::{IntentId, MessageId},
    message::Receipt,
    trace::{TimelineSpan, TraceFragment, outbox_span},
};
use rusqlite::Row;

use super::{
    codes,
    fault::Done,
    lane::LaneRow,
    timeline::{context, first_of},
    turns::with_attempt,
    verbs::Verbs,
};
use crate::{
    Attempt, Deed, Draft, EventId, Grant, Intent, Interrupted, Lease, Seek, Settled, Shelf, ShelvedKind, Side, Speaker,
    StoreError, TurnEnd, Work,
    about::CLOSED,
    attempts::{Attempts, Trace},
    stage::Stage,
    traced::ended,
};

/// A reply in the outbox.
#[derive(Debug)]
pub(super) struct IntentRow {
    pub(super) id: IntentId,
    place: i64,
    pub(super) conversation: i64,
    pub(super) causes: String,
    message: String,
    attempts: Attempts,
    /// The event whose answer said it, as long as nobody has decided whether that was heard.
    pub(super) answer: Option<EventId>,
    /// What carrying it means; none: it is posted.
    deed: Option<String>,
    /// The span of the turn that decided on it; none where nobody follows it.
    turn: Option<TraceContext>,
    drafted: UnixMillis,
    /// The claim that has said nothing yet.
    claim: Option<Interrupted>,
}

fn intent_of(row: &Row<'_>) -> rusqlite::Result<IntentRow> {
    Ok(IntentRow {
        id: row.get::<_, String>(0)?.into(),
        place: row.get(1)?,
        conversation: row.get(2)?,
        causes: row.get(3)?,
        message: row.get(4)?,
        attempts: Attempts {
            trace: codes::trace(row.get(5)?),
            tries: row.get(6)?,
            first: row.get::<_, Option<i64>>(7)?.map(UnixMillis),
            since: UnixMillis(row.get(8)?),
            looks: row.get(9)?,
        },
        answer: row.get(10)?,
        deed: row.get(11)?,
        turn: context(row, 12)?,
        drafted: UnixMillis(row.get(13)?),
        claim: row
            .get::<_, Option<u64>>(14)?
            .zip(row.get(15)?)
            .map(|(fence, since)| Interrupted { fence, since: UnixMillis(since) }),
    })
}

impl IntentRow {
    /// What the last attempt left.
    pub(super) fn trace(&self) -> Trace {
        self.attempts.trace
    }

    /// Nobody will say what became of an attempt that was under way.
    pub(super) fn outlived(mut self, now: UnixMillis) -> Self {
        self.attempts.outlived(now);
        self
    }

    /// What is to be sent, as JSON.
    pub(super) fn message(&self) -> &str {
        &self.message
    }

    fn deed(&self) -> serde_json::Result<Deed> {
        self.deed.as_deref().map_or(Ok(Deed::Post), serde_json::from_str)
    }
}

impl Verbs<'_> {
    /// Finds an intent that is not final.
    pub(super) fn intent(&self, id: &IntentId) -> Done<Option<IntentRow>> {
        Ok(self.any_intent(id)?.filter(|row| row.attempts.trace != Trace::Final))
    }

    /// Finds an intent, final or not.
    pub(super) fn any_intent(&self, id: &IntentId) -> Done<Option<IntentRow>> {
        let sql = "SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, \
                   claim_fence, claim_ms FROM intent WHERE id = ?1";
        self.one(sql, [id.as_str()], intent_of)
    }

    fn head(&self, conversation: i64) -> Done<Option<IntentRow>> {
        let sql = "SELECT id, place, conversation, causes, message, trace, tries, first_ms, since_ms, looks, answer, deed, turn, drafted_ms, \
                   claim_fence, claim_ms FROM intent WHERE conversation = ?1 AND trace < 3 ORDER BY place LIMIT 1";
        self.one(sql, [conversation], intent_of)
    }

    /// Puts a final one back into its lane; in doubt if it may have been carried and is to be looked up first.
    pub(super) fn renew(&self, row: &IntentRow, look: bool) -> Done {
        let maybe = self.one("SELECT maybe FROM intent WHERE place = ?1", [row.place], |row| row.get::<_, bool>(0))?;
        let mut attempts = row.attempts;
        attempts.renew(look && maybe.unwrap_or(true));
        self.run("UPDATE intent SET maybe = 0 WHERE place = ?1", [row.place])?;
        self.keep(row.place, &attempts)
    }

    fn keep(&self, place: i64, attempts: &Attempts) -> Done {
        let sql = "UPDATE intent SET trace = ?2, tries = ?3, first_ms = ?4, since_ms = ?5, looks = ?6 WHERE place = ?1";
        let Attempts { trace, tries, first, since, looks } = *attempts;
        self.run(sql, (place, codes::of_trace(trace), tries, first.map(|first| first.0), since.0, looks))?;
        Ok(())
    }

    /// Refuses a reply under a name that is taken: it could never be told apart from the other one.
    pub(super) fn check_drafts(&self, turn: &TurnEnd) -> Done {
        let mut names = BTreeSet::new();
        for Draft { id, .. } in turn.drafts() {
            let known = self.one("SELECT 1 FROM intent WHERE id = ?1", [id.as_str()], |_| Ok(()))?.is_some();
            if known || !names.insert(id) {
                return Err(StoreError::taken(id).into());
            }
        }
        Ok(())
    }

    /// Puts a turn's replies into the lane of sends.
    pub(super) fn draft(
        &self,
        conversation: i64,
        causes: &[EventId],
        turn: Option<TraceContext>,
        replies: &[Draft],
    ) -> Done {
        if replies.is_empty() {
            return Ok(());
        }
        let causes = serde_json::to_string(causes)?;
        let turn = turn.map(|turn| turn.to_string());
        for Draft { id, message, offered, deed } in replies {
            super::places::readable(&message.to)?;
            let place = self.next_cursor()?;
            let sql = "INSERT INTO intent (place, id, conversation, trace, tries, first_ms, since_ms, looks, \
                       drafted_ms, causes, message, offered, deed, turn) \
                       VALUES (?1, ?2, ?3, 0, 0, NULL, 0, 0, ?4, ?5, ?6, ?7, ?8, ?9)";
            let message = serde_json::to_string(message)?;
            let offered = (!offered.is_empty()).then(|| serde_json::to_string(offered)).transpose()?;
            let deed = (*deed != Deed::Post).then(|| serde_json::to_string(deed)).transpose()?;
            self.run(sql, (place, id.as_str(), conversation, self.now.0, &causes, message, offered, deed, &turn))?;
        }
        self.store(&self.side(conversation, Side::Sends)?)
    }

    /// Leases the head of a lane of sends, and writes down that it may be sent from now on.
    pub(super) fn claim_send(&self, until: UnixMillis, seek: &Seek, mut row: LaneRow) -> Done<Option<Grant>> {
        let conversation = row.conversation;
        if self.refuse_closed(conversation)? {
            row = self.side(conversation, Side::Sends)?;
        }
        let fence = self.next_fence()?;
        let Some(mut head) = self.head(conversation)? else { return self.store(&row).map(|()| None) };
        let (message, deed) = match serde_json::from_str(&head.message).and_then(|message| Ok((message, head.deed()?)))
        {
            Ok(read) => read,
            // One that nobody can read must not hold up its lane for ever.
            Err(error) => {
                let reason = format!("the stored reply cannot be read: {error}");
                return self.conclude(&head, &Settled::Dead { reason }).map(|()| None);
            }
        };
        let earlier = row.take(fence, until, seek);
        self.store(&row)?;
        head.attempts.claimed(self.now, earlier);
        self.keep(head.place, &head.attempts)?;
        let sql = "UPDATE intent SET claim_fence = ?2, claim_ms = ?3 WHERE place = ?1";
        self.run(sql, (head.place, fence, self.now.0))?;
        let doubt = head.attempts.doubt(self.now, |from| self.receipts(conversation, from))?;
        let lane = self.lane(conversation)?;
        let cause = first_of(&head.causes)?;
        let (drafted, turn, interrupted) = (head.drafted, head.turn, head.claim);
        let (id, tries) = (head.id, head.attempts.tries);
        let intent = Intent { id, lane: lane.clone(), message, deed, doubt, tries, drafted, cause, turn, interrupted };
        Ok(Some(Grant { side: Side::Sends, lane, fence, until, work: Work::Send(Box::new(intent)) }))
    }

    fn receipts(&self, conversation: i64, from: UnixMillis) -> Done<Vec<MessageId>> {
        let sql = "SELECT message FROM receipt WHERE conversation = ?1 AND at_ms >= ?2 ORDER BY id";
        self.all(sql, (conversation, from.0), |row| Ok(row.get::<_, String>(0)?.into()))
    }

    /// Refuses what was not touched yet, from the head on, if the conversation is closed; says whether anything was.
    fn refuse_closed(&self, conversation: i64) -> Done<bool> {
        let mut refused = false;
        if self.is_closed(conversation)? {
            while let Some(head) = self.head(conversation)?.filter(|head| head.attempts.trace == Trace::Fresh) {
                self.conclude(&head, &Settled::Rejected { reason: CLOSED.into() })?;
                refused = true;
            }
        }
        Ok(refused)
    }

    /// Takes back that the head of a lane may be sent.
    pub(super) fn unexpose(&self, conversation: i64) -> Done {
        let Some(mut head) = self.head(conversation)? else { return Ok(()) };
        head.attempts.given_back();
        self.forget_claim(head.place)?;
        self.keep(head.place, &head.attempts)
    }

    fn forget_claim(&self, place: i64) -> Done {
        self.run("UPDATE intent SET claim_fence = NULL, claim_ms = NULL WHERE place = ?1", [place])?;
        Ok(())
    }

    /// Writes down what became of a send.
    pub(super) fn settle(
        &self,
        lease: &Lease,
        id: &IntentId,
        settled: &Settled,
        spans: &[(EventId, TimelineSpan)],
    ) -> Done<Vec<TraceFragment>> {
        self.traced.borrow_mut().clear();
        let row = self.held(lease)?;
        let sql = "SELECT conversation FROM intent WHERE id = ?1";
        let owner = self.one(sql, [id.as_str()], |row| row.get::<_, i64>(0))?;
        if lease.side != Side::Sends || owner.is_some_and(|owner| owner != row.conversation) {
            return Err(StoreError::Fenced.into());
        }
        for (event, span) in spans {
            self.trace(row.conversation, *event, std::slice::from_ref(span))?;
        }
        let mut wait = Duration::ZERO;
        if let Some(intent) = self.intent(id)? {
            if let Settled::Again { after, .. } | Settled::InDoubt { after, .. } = settled {
                wait = *after;
            }
            if let Some(reason) = settled.trouble() {
                self.strike_send(intent.place, Attempt::new(self.now, &row.node, row.life, reason))?;
            }
            self.conclude(&intent, settled)?;
        } else if let Settled::Sent(receipt) = settled {
            // A delivery was faster; this word may know more parts of the message than that one.
            for part in &receipt.parts {
                let sql = "SELECT 1 FROM receipt WHERE conversation = ?1 AND message = ?2";
                if self.one(sql, (row.conversation, part.as_str()), |_| Ok(()))?.is_none() {
                    self.remember(row.conversation, part)?;
                }
            }
            self.also_carried(self.owner_of(row.conversation)?, id, &receipt.parts)?;
        }
        self.free(row, Some(self.now.plus(wait)))?;
        Ok(self.take_ways())
    }

    fn strike_send(&self, place: i64, attempt: Attempt) -> Done {
        let sql = "SELECT attempts FROM intent WHERE place = ?1";
        let known = self.one(sql, [place], |row| row.get::<_, Option<String>>(0))?.flatten();
        let attempts = with_attempt(known.as_deref(), attempt)?;
        self.run("UPDATE intent SET attempts = ?2 WHERE place = ?1", (place, attempts))?;
        Ok(())
    }

    fn remember(&self, conversation: i64, message: &MessageId) -> Done {
        let sql = "INSERT INTO receipt (conversation, message, at_ms) VALUES (?1, ?2, ?3)";
        self.run(sql, (conversation, message.as_str(), self.now.0))?;
        Ok(())
    }

    /// Moves an intent on that is not final.
    pub(super) fn conclude(&self, row: &IntentRow, settled: &Settled) -> Done {
        let mut attempts = row.attempts;
        if row.claim.is_some() {
            self.forget_claim(row.place)?;
        }
        let (end, shelf) = match settled {
            Settled::Again { .. } => {
                attempts.failed();
                self.forget_answer(row.answer)?;
                return self.keep(row.place, &attempts);
            }
            Settled::InDoubt { .. } => {
                attempts.doubted(self.now);
                return self.keep(row.place, &attempts);
            }
            Settled::Sent(_) => (Stage::Answered, None),
            Settled::Held { reason } => (Stage::Held, Some((Shelf::Unknown, reason))),
            Settled::Dead { reason } => (Stage::Dead, Some((Shelf::Dead, reason))),
            Settled::Rejected { reason } => (Stage::Rejected, Some((Shelf::Rejected, reason))),
        };
        let was_head = self.head(row.conversation)?.is_some_and(|head| head.place == row.place);
        self.forget_answer(row.answer)?;
        let causes: Vec<EventId> = serde_json::from_str(&row.causes)?;
        let ended = ended(row.turn, &row.id, row.drafted, self.now, settled);
        if let (Some(ended), Some(cause)) = (ended, causes.first()) {
            self.trace(row.conversation, *cause, &ended.spans)?;
            self.traced.borrow_mut().push((row.conversation, ended));
        }
        for cause in causes {
            if let Some(stage) = self.stage(cause)? {
                self.advance(cause, stage.after(end))?;
            }
        }
        match (shelf, settled) {
            (Some((shelf, reason)), _) => {
                let maybe = row.trace() == Trace::Doubted || end == Stage::Held;
                // Since when it is in doubt is asked for again once a person has it looked up.
                let sql = "UPDATE intent SET trace = 3, maybe = ?2, since_ms = ?3 WHERE place = ?1";
                self.run(sql, (row.place, maybe, attempts.since.0))?;
                self.shelve(shelf, ShelvedKind::Send, row.id.as_str(), row.conversation, reason)?;
            }
            (None, Settled::Sent(receipt)) => {
                self.spoken(row, receipt)?;
            }
            (None, _) => {}
        }
        match settled {
            Settled::Sent(receipt) => self.bill(row, &receipt.parts)?,
            // What was reserved stands until a person decides.
            Settled::Held { .. } => {}
            Settled::Dead { .. } if attempts.trace == Trace::Doubted => {}
            _ => self.close_charge(&row.id, attempts.trace == Trace::Doubted)?,
        }
        let mut lane = self.side(row.conversation, Side::Sends)?;
        if was_head {
            // What it waited for, such as its next look, holds up nobody behind it.
            lane.not_before = self.now;
        }
        self.store(&lane)
    }

    /// Writes down what the agent said, now that it was carried.
    pub(super) fn spoken(&self, row: &IntentRow, receipt: &Receipt) -> Done {
        if !row.deed()?.is_discard() {
            for part in &receipt.parts {
                self.remember(row.conversation, part)?;
            }
            self.record(row, &receipt.parts)?;
        }
        self.run("DELETE FROM intent WHERE place = ?1", [row.place])?;
        Ok(())
    }

    fn record(&self, row: &IntentRow, parts: &[MessageId]) -> Done {
        let sql = "INSERT INTO record (cursor, conversation, speaker, author, message, content, at_ms, intent, progress, causes, trace) \
                   SELECT ?1, conversation, ?2, NULL, ?3, CASE WHEN offered IS NULL THEN json_extract(message, '$.content') \
                   ELSE json_set(json_extract(message, '$.content'), '$.actions', json(offered)) END, ?4, id, ?6, causes, ?7 \
                   FROM intent WHERE place = ?5";
        let (cursor, speaker) = (self.next_cursor()?, codes::of_speaker(Speaker::Agent));
        let progress = self.carried(self.owner_of(row.conversation)?, cursor, parts)?;
        let progress = progress.as_ref().map(serde_json::to_string).transpose()?;
        let message = parts.first().map(MessageId::as_str);
        let trace = row.turn.map(|turn| outbox_span(&turn, &row.id).to_string());
        self.run(sql, (cursor, speaker, message, self.now.0, row.place, progress, trace))?;
        Ok(())
    }
}
