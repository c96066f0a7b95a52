use std::{sync::Arc, time::Duration};

use messaging_core::{Event, UnixMillis, trace::Timeline};
use rusqlite::Row;

use super::{
    fault::Done,
    lane::{LaneRow, waiting},
    lease::{Holder, part},
    timeline::timeline,
    verbs::Verbs,
};
use crate::{
    Attempt, Beat, Ending, EventId, Grant, Interrupted, Lease, Queued, Seek, Shelf, ShelvedKind, Side, TurnEnd, Work,
    attempt::{CRASHED, remember},
    claim::SHORTEST,
    order::{Step, Walk},
    stage::Stage,
};

/// An event that belongs into a turn, and what earlier turns about it left.
#[derive(Debug)]
struct Taken {
    id: EventId,
    arrived: UnixMillis,
    tries: u32,
    crashes: u32,
    failing: Option<UnixMillis>,
    fence: u64,
    /// Who had it last beside others; none: whoever had the lane.
    holder: Option<(Arc<str>, u64)>,
    stopped: bool,
    event: Result<Event, serde_json::Error>,
    timeline: Option<Timeline>,
    claimed: Option<UnixMillis>,
}

/// What a walk along a lane finds.
#[derive(Debug, Default)]
struct Found {
    silent: Vec<EventId>,
    turn: Vec<Taken>,
    /// The place expected after what is silent.
    addressed: bool,
}

impl Verbs<'_> {
    /// Leases lanes that have something to do.
    pub(super) fn claim(&self, seek: &Seek) -> Done<Vec<Grant>> {
        self.recognize(seek)?;
        self.traced.borrow_mut().clear();
        let mut grants = Vec::new();
        if seek.side == Side::Turns && seek.events == 0 {
            return Ok(grants);
        }
        let until = self.now.plus(seek.lease.max(SHORTEST));
        let (mut vain, mut suspects, mut held) = (Vec::new(), seek.suspects, seek.held.clone());
        while grants.len() < seek.lanes {
            let passable = suspects > 0 || seek.side == Side::Sends || seek.is_shared();
            let Some(conversation) = self.next_lane(seek, &held, passable, &vain)? else { break };
            let row = self.side(conversation, seek.side)?;
            let grant = match seek.side {
                Side::Turns => self.claim_turn(until, seek, row, suspects)?,
                Side::Sends => self.claim_send(until, seek, row)?,
            };
            suspects = suspects.saturating_sub(usize::from(grant.as_ref().is_some_and(|grant| grant.is_suspect(seek))));
            match &grant {
                Some(grant) => {
                    held.take(&grant.lane.tenant);
                    self.serve(seek.side, &grant.lane.tenant, grant.fence)?;
                }
                None => vain.push(conversation),
            }
            grants.extend(grant);
        }
        Ok(grants)
    }

    /// Walks a lane from its head: what is silent, and what gets a turn, as much as one turn takes.
    fn walk(&self, row: &LaneRow, seek: &Seek, suspects: usize) -> Done<Found> {
        let sql = "SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms, tries, crashes, failing_ms, fence, \
                   node, life, stopped, body, timeline, claim_ms \
                   FROM event WHERE conversation = ?1 AND stage = 0 ORDER BY place, id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([row.conversation])?;
        let closed = self.is_closed(row.conversation)?;
        let mut walk = Walk::new(self.now, self.hold_back, row.next, row.addressed).in_closed(closed);
        let mut found = Found::default();
        while found.turn.len() < seek.most()
            && let Some(next) = rows.next()?
        {
            let (id, waiting) = (next.get::<_, EventId>(0)?, waiting(next, 1)?);
            match walk.step(&waiting, || self.earliest(row.conversation, waiting.place, id))? {
                Step::Wait => break,
                Step::Aside => {}
                Step::Silent => found.silent.push(id),
                Step::Turn if seek.passes_by(next.get(8)?, suspects) => {}
                Step::Turn => found.turn.push(taken(id, waiting.arrived, next)?),
            }
        }
        found.addressed = walk.addressed;
        Ok(found)
    }

    fn claim_turn(&self, until: UnixMillis, seek: &Seek, mut row: LaneRow, suspects: usize) -> Done<Option<Grant>> {
        if self.beside(row.conversation)? >= seek.turns.max(1) {
            return Ok(None);
        }
        let mut found = self.walk(&row, seek, suspects)?;
        for event in found.silent {
            self.leave(&mut row, event)?;
            self.advance(event, Stage::Silent)?;
        }
        let noisy = seek.quiet_at(found.turn.iter().map(|taken| taken.arrived)).filter(|quiet| *quiet > self.now);
        row.not_before = noisy.unwrap_or(row.not_before);
        if found.turn.is_empty() || noisy.is_some() {
            self.store(&row)?;
            return Ok(None);
        }
        // A suspect comes alone: what was merged with it would share its fate.
        found.turn.truncate(seek.alone(found.turn.iter().map(|taken| taken.crashes)));
        let mut work = Vec::new();
        let fence = self.next_fence()?;
        let (leased, node, life) = part(seek, until);
        for taken in found.turn {
            let Taken { id, arrived, tries, crashes, failing, fence: earlier, holder, stopped, timeline, .. } = taken;
            match taken.event {
                Ok(event) => {
                    if earlier != 0 {
                        let (node, life) = holder.as_ref().map_or((&row.node, row.life), |(node, life)| (node, *life));
                        self.strike(id, node, life, CRASHED)?;
                    }
                    let sql = "UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = ?2, until_ms = ?3, \
                               node = ?4, life = ?5, claim_ms = ?6 WHERE id = ?1";
                    self.run(sql, (id, fence, leased, node, life, self.now.0))?;
                    let interrupted =
                        taken.claimed.filter(|_| earlier != 0).map(|since| Interrupted { fence: earlier, since });
                    let cursor = id;
                    work.push(Queued {
                        id,
                        event,
                        tries,
                        crashes,
                        failing,
                        stopped,
                        cursor,
                        arrived,
                        timeline,
                        interrupted,
                    });
                }
                // One that nobody can read must not hold up its lane for ever.
                Err(error) => {
                    self.leave(&mut row, id)?;
                    self.advance(id, Stage::Dead)?;
                    let reason = format!("the stored event cannot be read: {error}");
                    self.shelve(Shelf::Dead, ShelvedKind::Event, &id.to_string(), row.conversation, &reason)?;
                }
            }
        }
        let Some(first) = work.first().map(|queued: &Queued| queued.id) else {
            self.store(&row)?;
            return Ok(None);
        };
        row.addressed = found.addressed;
        if seek.is_shared() {
            self.share_out(&mut row, first)?;
        } else {
            row.take(fence, until, seek);
            self.store(&row)?;
        }
        let lane = self.lane(row.conversation)?;
        Ok(Some(Grant { side: Side::Turns, lane, fence, until, work: Work::Turn(work) }))
    }

    /// Notes that an event is about to leave its lane: what comes after it need not wait for it.
    pub(super) fn leave(&self, row: &mut LaneRow, event: EventId) -> Done {
        let sql = "SELECT place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event WHERE id = ?1";
        if let Some(leaving) = self.one(sql, [event], |row| waiting(row, 0))? {
            row.next = leaving.expects(row.next);
        }
        Ok(())
    }

    /// Keeps a lease or gives it back.
    pub(super) fn extend(&self, lease: &Lease, length: Duration) -> Done<Beat> {
        let until = self.now.plus(length.max(SHORTEST));
        if lease.side == Side::Sends {
            let row = self.held(lease)?;
            if length.is_zero() {
                self.unexpose(row.conversation)?;
                self.free(row, None)?;
            } else {
                self.store(&LaneRow { until, ..row })?;
            }
            return Ok(Beat { queued: 0, stopped: false });
        }
        let holder = self.holder(lease)?;
        let (stopped, row) = (self.is_stopped(&holder)?, holder.lane.clone());
        match holder.event {
            _ if length.is_zero() => {
                self.untry(row.conversation, holder.fence)?;
                self.free_turn(holder, None)?;
            }
            Some(event) => {
                self.run("UPDATE event SET until_ms = ?2 WHERE id = ?1", (event, until.0))?;
                self.store(&row)?;
            }
            None => self.store(&LaneRow { until, ..holder.lane })?,
        }
        Ok(Beat { queued: self.count(&row)?, stopped })
    }

    /// Counts what could be claimed now, apart from what failed and waits for another try.
    fn count(&self, row: &LaneRow) -> Done<usize> {
        let sql = "SELECT id, place, sequenced, ambient, arrived_ms, retry_ms, until_ms FROM event \
                   WHERE conversation = ?1 AND stage = 0 ORDER BY place, id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([row.conversation])?;
        let closed = self.is_closed(row.conversation)?;
        let mut walk = Walk::new(self.now, self.hold_back, row.next, row.addressed).in_closed(closed);
        let mut turns = 0;
        while let Some(next) = rows.next()? {
            let (id, waiting) = (next.get::<_, EventId>(0)?, waiting(next, 1)?);
            match walk.step(&waiting, || self.earliest(row.conversation, waiting.place, id))? {
                Step::Wait => break,
                Step::Silent | Step::Aside => {}
                Step::Turn => turns += usize::from(waiting.retry.is_none()),
            }
        }
        Ok(turns)
    }

    /// Counts that a turn about the events of a claim failed; they come again at `retry`.
    fn fail(&self, holder: &Holder, retry: UnixMillis, reason: &str) -> Done {
        let (conversation, fence) = (holder.lane.conversation, holder.fence);
        let sql = "SELECT id FROM event WHERE conversation = ?1 AND stage = 0 AND fence = ?2";
        for id in self.all(sql, (conversation, fence), |row| row.get::<_, EventId>(0))? {
            let sql = "UPDATE event SET tries = tries + 1, failing_ms = coalesce(failing_ms, ?2), retry_ms = ?3 WHERE id = ?1";
            self.run(sql, (id, self.now.0, retry.0))?;
            self.strike(id, &holder.node, holder.life, reason)?;
        }
        self.untry(conversation, fence)
    }

    /// Adds an error to those of an event, in the name of whoever held it.
    fn strike(&self, event: EventId, node: &str, life: u64, reason: &str) -> Done {
        let sql = "SELECT attempts FROM event WHERE id = ?1";
        let known = self.one(sql, [event], |row| row.get::<_, Option<String>>(0))?.flatten();
        let attempt = Attempt::new(self.now, node, life, reason);
        let attempts = with_attempt(known.as_deref(), attempt)?;
        self.run("UPDATE event SET attempts = ?2 WHERE id = ?1", (event, attempts))?;
        Ok(())
    }

    /// Takes back that the events of a claim were touched, as far as they are still in their lane.
    pub(super) fn untry(&self, conversation: i64, fence: u64) -> Done {
        let sql = "UPDATE event SET crashes = max(crashes - 1, 0), fence = 0, until_ms = NULL \
                   WHERE conversation = ?1 AND stage = 0 AND fence = ?2 AND fence <> 0";
        self.run(sql, (conversation, fence))?;
        Ok(())
    }

    /// Ends a turn.
    pub(super) fn finish(&self, lease: &Lease, turn: &TurnEnd) -> Done {
        let mut holder = self.holder(lease)?;
        let (conversation, own) = (holder.lane.conversation, holder.event);
        self.check_drafts(turn)?;
        for (event, span) in &turn.spans {
            self.trace(conversation, *event, std::slice::from_ref(span))?;
        }
        if let Ending::Again { after, hold, reason } = &turn.ending {
            self.fail(&holder, self.now.plus(*after), reason)?;
            return self.free_turn(holder, Some(self.now.plus(*hold.min(after))));
        }
        let mut consumed = Vec::new();
        for event in turn.consumed.iter().filter(|event| own.is_none_or(|own| own == **event)) {
            let sql = "SELECT 1 FROM event WHERE id = ?1 AND conversation = ?2 AND stage = 0";
            if self.one(sql, (event, conversation), |_| Ok(()))?.is_some() {
                consumed.push(*event);
            }
        }
        consumed.sort_unstable();
        consumed.dedup();
        for event in &consumed {
            self.leave(&mut holder.lane, *event)?;
            match &turn.ending {
                Ending::Replied(replies) => self.advance(*event, Stage::replied(replies.len()))?,
                Ending::Dead { reason } => {
                    self.strike(*event, &holder.node, holder.life, reason)?;
                    self.advance(*event, Stage::Dead)?;
                    self.shelve(Shelf::Dead, ShelvedKind::Event, &event.to_string(), conversation, reason)?;
                }
                Ending::Again { .. } => {}
            }
        }
        // What the turn was shown and did not deal with was not tried in vain.
        self.untry(conversation, holder.fence)?;
        self.forget_live(conversation, own)?;
        if let Ending::Replied(replies) = &turn.ending {
            self.draft(conversation, &consumed, turn.trace, replies)?;
            if let Some(inline) = turn.inline.as_ref().filter(|inline| consumed.contains(&inline.event)) {
                self.say(conversation, replies, inline)?;
            }
        }
        self.draft(conversation, &[], None, &turn.discards)?;
        self.free_turn(holder, Some(self.now))
    }
}

fn taken(id: EventId, arrived: UnixMillis, row: &Row<'_>) -> rusqlite::Result<Taken> {
    let event = serde_json::from_str(row.get_ref(14)?.as_str()?);
    let failing = row.get::<_, Option<i64>>(9)?.map(UnixMillis);
    let holder = row.get::<_, Option<Arc<str>>>(11)?.zip(row.get(12)?);
    Ok(Taken {
        id,
        arrived,
        tries: row.get(7)?,
        crashes: row.get(8)?,
        failing,
        fence: row.get(10)?,
        holder,
        stopped: row.get(13)?,
        event,
        timeline: timeline(row, 15)?,
        claimed: row.get::<_, Option<i64>>(16)?.map(UnixMillis),
    })
}

/// Adds an attempt to those that are written down.
pub(super) fn with_attempt(known: Option<&str>, attempt: Attempt) -> serde_json::Result<String> {
    let mut attempts = known.map_or(Ok(Vec::new()), serde_json::from_str)?;
    remember(&mut attempts, attempt);
    serde_json::to_string(&attempts)
}
