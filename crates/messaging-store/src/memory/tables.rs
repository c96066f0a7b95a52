use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
    time::Duration,
};

use messaging_core::{
    Event, Secret, SendMessage, TraceContext, UnixMillis,
    id::{EventKey, IntentId, MessageId},
    message::Action,
    trace::Timeline,
};

use super::{
    Limits,
    admit::Reserved,
    answer::Said,
    bills::Bills,
    bounded::Bounded,
    contacts::Contacts,
    delivery::Deliveries,
    due::Due,
    installations::Installed,
    keys::Keys,
    lane::{Hold, Sends, Turns},
    lanes::Lanes,
    live::Begun,
    log::Log,
    spending::Spending,
};
use crate::{
    About, Attempt, Decision, Deed, EndedReply, Erased, EventId, Interrupted, Lane, Lease, Record, Result, Shelf,
    Shelved, Side, StoreError, Tally,
    attempts::{Attempts, Trace},
    stage::Stage,
};

/// The tables of a store as a pure state machine: no clock, no runtime, no randomness.
///
/// The same verbs with the same arguments in the same order always make the same tables, so a log of verbs can be
/// replayed. A verb that fails has changed nothing.
#[derive(Debug)]
pub struct Tables {
    pub(super) hold_back: Duration,
    pub(super) limits: Limits,
    /// The last place in the stream that was given away.
    pub(super) cursor: u64,
    /// The last fence that was given away.
    pub(super) fence: u64,
    pub(super) keys: Keys,
    /// Boxed, and what happened once more: an ordered map moves its values about and leaves room for half of them.
    pub(super) events: BTreeMap<EventId, Box<EventRow>>,
    /// Events that have ended or never wanted a turn, in the order in which they did.
    pub(super) ended: VecDeque<EventId>,
    /// Events that wait for a person.
    pub(super) parked: BTreeSet<EventId>,
    /// How things left their shelf, and when.
    pub(super) decided: Bounded<String, (Decision, UnixMillis)>,
    pub(super) intents: BTreeMap<IntentId, IntentRow>,
    pub(super) turns: Lanes<Turns>,
    pub(super) sends: Lanes<Sends>,
    pub(super) due: Due,
    pub(super) records: Log<Record>,
    pub(super) receipts: Log<(UnixMillis, MessageId)>,
    pub(super) deliveries: Deliveries,
    pub(super) about: Bounded<Lane, About>,
    /// Up to when nothing is missing in a lane, and when a person last wrote there.
    pub(super) heard: Bounded<Lane, (UnixMillis, UnixMillis)>,
    pub(super) answers: BTreeMap<EventId, Said>,
    pub(super) contacts: Contacts,
    pub(super) spending: Spending,
    pub(super) charges: BTreeMap<IntentId, Reserved>,
    pub(super) bills: Bills,
    pub(super) shelves: BTreeMap<Shelf, VecDeque<Shelved>>,
    /// What shows answers that are being written, in the order in which it was begun.
    pub(super) live: BTreeMap<Lane, Vec<Begun>>,
    pub(super) lives: BTreeMap<Arc<str>, u64>,
    pub(super) secrets: BTreeMap<String, Secret>,
    pub(super) installed: Installed,
    pub(super) tally: Tally,
    /// What lines of the agent answer.
    pub(super) causes: Bounded<u64, Vec<EventId>>,
    /// Receipts of erasures, by whom.
    pub(super) erased: Bounded<String, Erased>,
    pub(super) written: bool,
    /// Replies that ended by the verb under way, for those who follow them.
    pub(super) traced: Vec<EndedReply>,
}

#[derive(Debug)]
pub(super) struct EventRow {
    pub(super) lane: Lane,
    pub(super) keys: Vec<EventKey>,
    /// Gone once it has ended.
    pub(super) event: Option<Box<Event>>,
    /// Whether its keys are HMACs, and those that are added too.
    pub(super) erased: bool,
    pub(super) place: u64,
    pub(super) arrived: UnixMillis,
    /// Turns that failed.
    pub(super) tries: u32,
    /// Claims that ended without a word, this one included.
    pub(super) crashes: u32,
    /// Since when turns fail.
    pub(super) failing: Option<UnixMillis>,
    /// What went wrong.
    pub(super) attempts: Vec<Attempt>,
    /// Whether a person stopped its answer.
    pub(super) stopped: bool,
    /// By which channel it came, if that was told.
    pub(super) channel: Option<Arc<str>>,
    /// Whose claim it is part of.
    pub(super) fence: u64,
    /// Who had it last beside others; none: whoever had the lane.
    pub(super) holder: Option<(Arc<str>, u64)>,
    pub(super) stage: Stage,
    /// Its way so far; none where nobody follows it.
    pub(super) timeline: Option<Timeline>,
    /// When it was claimed last.
    pub(super) claimed: UnixMillis,
}

#[derive(Debug)]
pub(super) struct IntentRow {
    pub(super) lane: Lane,
    /// Its place in the lane.
    pub(super) place: u64,
    pub(super) drafted: UnixMillis,
    /// Once it is final: whether it may have been carried.
    pub(super) maybe: bool,
    pub(super) message: SendMessage,
    /// The event whose answer said it, as long as nobody has decided whether that was heard.
    pub(super) answer: Option<EventId>,
    /// The choices that the message spells out.
    pub(super) offered: Vec<Action>,
    pub(super) deed: Deed,
    pub(super) causes: Vec<EventId>,
    pub(super) attempts: Attempts,
    /// What went wrong.
    pub(super) errors: Vec<Attempt>,
    /// The span of the turn that decided on it; none where nobody follows it.
    pub(super) turn: Option<TraceContext>,
    /// The claim that has said nothing yet.
    pub(super) claim: Option<Interrupted>,
}

impl IntentRow {
    /// Whether there is nothing more to say about it.
    pub(super) fn is_final(&self) -> bool {
        self.attempts.trace == Trace::Final
    }
}

impl Tables {
    /// Empty tables that wait for a gap in a lane's order for `hold_back`.
    #[must_use]
    pub fn new(hold_back: Duration) -> Self {
        Self::with_limits(hold_back, Limits::default())
    }

    /// Empty tables with other bounds.
    #[must_use]
    pub fn with_limits(hold_back: Duration, limits: Limits) -> Self {
        Self {
            hold_back,
            limits,
            cursor: 0,
            fence: 0,
            keys: Keys::default(),
            events: BTreeMap::new(),
            ended: VecDeque::new(),
            parked: BTreeSet::new(),
            decided: Bounded::new(limits.shelved),
            intents: BTreeMap::new(),
            turns: Lanes::default(),
            sends: Lanes::default(),
            due: Due::default(),
            records: Log::new(limits.records),
            receipts: Log::new(limits.records),
            deliveries: Deliveries::new(&limits),
            about: Bounded::new(limits.ended),
            heard: Bounded::new(limits.ended),
            answers: BTreeMap::new(),
            contacts: Contacts::new(limits.contacts),
            spending: Spending::new(limits.contacts),
            charges: BTreeMap::new(),
            bills: Bills::new(limits.contacts),
            shelves: BTreeMap::new(),
            live: BTreeMap::new(),
            lives: BTreeMap::new(),
            secrets: BTreeMap::new(),
            installed: Installed::default(),
            tally: Tally::default(),
            causes: Bounded::new(limits.records),
            erased: Bounded::new(limits.shelved),
            written: false,
            traced: Vec::new(),
        }
    }

    /// Tells whether anything has changed since this was last asked, so that what only reads costs no commit.
    pub fn was_written(&mut self) -> bool {
        std::mem::take(&mut self.written)
    }

    /// Begins a new life of `node`; the leases of its earlier lives hold nobody up any more.
    pub fn enroll(&mut self, node: &str) -> u64 {
        let life = self.lives.get(node).map_or(1, |newest| newest.saturating_add(1));
        self.live(&Arc::from(node), life);
        life
    }

    /// Makes `life` the newest of `node`.
    pub(super) fn live(&mut self, node: &Arc<str>, life: u64) {
        self.written = true;
        self.lives.insert(Arc::clone(node), life);
        let outlived = |hold: &Hold| hold.is_outlived(node, life);
        let turns = self.turns.iter().filter(|(_, row)| outlived(&row.hold)).map(|(lane, _)| (Side::Turns, lane));
        let sends = self.sends.iter().filter(|(_, row)| outlived(&row.hold)).map(|(lane, _)| (Side::Sends, lane));
        let freed: Vec<_> = turns.chain(sends).map(|(side, lane)| (side, lane.clone())).collect();
        for (side, lane) in &freed {
            self.index(*side, lane);
        }
        for lane in self.outlive_turns(node, life) {
            self.index(Side::Turns, &lane);
        }
    }

    /// The last place in the stream and the last fence that were given away.
    #[cfg(test)]
    pub(crate) fn counters(&self) -> (u64, u64) {
        (self.cursor, self.fence)
    }

    /// Gives away the next place in the stream.
    pub(super) fn next_cursor(&mut self) -> u64 {
        self.cursor += 1;
        self.cursor
    }

    /// Gives away the next fence.
    pub(super) fn next_fence(&mut self) -> u64 {
        self.fence += 1;
        self.fence
    }

    /// Refuses a lease that is spent, or is not the lane's newest.
    pub(super) fn check(&self, lease: &Lease) -> Result<()> {
        let newest = match lease.side {
            Side::Turns => self.turns.get(&lease.lane).map(|row| row.hold.fence),
            Side::Sends => self.sends.get(&lease.lane).map(|row| row.hold.fence),
        };
        if newest == Some(lease.fence) { Ok(()) } else { Err(StoreError::Fenced) }
    }

    /// Gives a lane back, to be taken from `not_before` on, if that is given.
    pub(super) fn free(&mut self, lease: &Lease, not_before: Option<UnixMillis>) {
        let fence = self.next_fence();
        let hold = match lease.side {
            Side::Turns => self.turns.get_mut(&lease.lane).map(|row| &mut row.hold),
            Side::Sends => self.sends.get_mut(&lease.lane).map(|row| &mut row.hold),
        };
        if let Some(hold) = hold {
            hold.free(fence);
            if let Some(not_before) = not_before {
                hold.hold_up(not_before);
            }
        }
        self.index(lease.side, &lease.lane);
        if lease.side == Side::Sends && self.sends.get(&lease.lane).is_some_and(|row| row.queue.is_empty()) {
            self.sends.remove(&lease.lane);
        }
    }

    /// Puts a lane where it belongs among those that have something to do. Follows every change of a lane.
    pub(super) fn index(&mut self, side: Side, lane: &Lane) {
        let renewed = match side {
            Side::Turns => self.turns.get_mut(lane).map(|row| row.renew(self.hold_back, &self.lives)),
            Side::Sends => self.sends.get_mut(lane).map(|row| row.renew(&self.lives)),
        };
        if let Some((was, is)) = renewed {
            self.due.set(side, lane, was, is);
        }
    }
}
