//! The tables in memory and those in SQLite give the same answers to the same verbs.

mod erase;
mod leases;
mod ways;

use std::{sync::Arc, time::Duration};

use fastrand::Rng;
use messaging_core::{
    Addressed, ConversationRef, Delivery, DeliveryStatus, Event, EventKind, Place, SendMessage, UnixMillis,
    capability::Reply,
    event::{Command, Interaction},
    id::IntentId,
    message::{Action, Author, ConversationState, Message, Participant, ParticipantAddress, Receipt},
};
use rusqlite::Connection;

use super::{fault::Done, schema::migrate, verbs::Verbs};
use crate::{
    Arrival, Day, Decided, Decision, Deed, Draft, Ending, EventId, Inline, Lane, Lease, Result, Settled, Shelf, Side,
    Slice, StoreError, TurnEnd,
    memory::{Limits, Tables},
};

const HOLD_BACK: Duration = Duration::from_secs(2);
const IN_FLIGHT: usize = 40;

/// A lease, and what was leased.
#[derive(Clone)]
pub(super) struct Held {
    pub(super) lease: Lease,
    events: Vec<EventId>,
    pub(super) intent: Option<IntentId>,
}

/// Both stores, and what a gateway would remember of them.
pub(super) struct Pair {
    tables: Tables,
    pub(super) connection: Connection,
    pub(super) now: UnixMillis,
    seed: u64,
    step: u32,
    pub(super) leases: Vec<Held>,
    pub(super) intents: Vec<IntentId>,
    lives: [u64; 2],
    drafted: u32,
    doubts: u32,
    answered: Vec<EventId>,
    given: u32,
    shown: u32,
    /// Claims of several turns in one lane.
    beside: u32,
    decided: u32,
    erased: u64,
    /// Spans that were read again.
    ways: usize,
}

impl Pair {
    fn new(seed: u64) -> Self {
        Self::over(Connection::open_in_memory().unwrap(), seed)
    }

    pub(super) fn over(mut connection: Connection, seed: u64) -> Self {
        connection.pragma_update(None, "foreign_keys", true).unwrap();
        connection.set_prepared_statement_cache_capacity(128);
        migrate(&mut connection, "in memory").unwrap();
        let tables = Tables::with_limits(HOLD_BACK, Limits { in_flight: IN_FLIGHT, ..Limits::default() });
        let (leases, intents) = (Vec::new(), Vec::new());
        let now = UnixMillis(1_795_176_000_000);
        Self {
            tables,
            connection,
            now,
            seed,
            step: 0,
            leases,
            intents,
            lives: [1, 1],
            drafted: 0,
            doubts: 0,
            answered: Vec::new(),
            given: 0,
            shown: 0,
            beside: 0,
            decided: 0,
            erased: 0,
            ways: 0,
        }
    }

    /// Asks both, and compares their answers word for word.
    pub(super) fn both<T: std::fmt::Debug>(
        &mut self,
        verb: &str,
        ask: impl FnOnce(&mut Tables, UnixMillis) -> Result<T>,
        query: impl FnOnce(&Verbs<'_>) -> Done<T>,
    ) -> Result<T> {
        let answer = ask(&mut self.tables, self.now);
        let verbs = Verbs::new(&self.connection, self.now, HOLD_BACK, IN_FLIGHT);
        self.connection.execute_batch("SAVEPOINT verb").unwrap();
        let other = query(&verbs).map_err(StoreError::from);
        let end = if other.is_ok() { "RELEASE verb" } else { "ROLLBACK TO verb; RELEASE verb" };
        self.connection.execute_batch(end).unwrap();
        let (seed, step) = (self.seed, self.step);
        assert_eq!(format!("{answer:?}"), format!("{other:?}"), "seed {seed}, step {step}: {verb}");
        let sql = "SELECT cursor, fence FROM tally";
        let counters = self.connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        assert_eq!(self.tables.counters(), counters, "seed {seed}, step {step}: cursor and fence after {verb}");
        answer
    }

    pub(super) fn walk(&mut self, steps: u32, random: &mut Rng) {
        for step in 0..steps {
            self.step = step;
            self.step(random);
        }
    }

    fn step(&mut self, random: &mut Rng) {
        match random.u32(0..101) {
            0..22 => self.accept(random),
            22..46 => {
                self.claim(random);
                self.admit(random);
            }
            46..70 => self.end(random),
            70..76 => self.extend(random),
            76..78 => {
                let node = random.usize(0..2);
                let life = self.both("enroll", |tables, _| Ok(tables.enroll(NODES[node])), |s| s.enroll(NODES[node]));
                self.lives[node] = life.unwrap();
            }
            78..92 => self.now = self.now.plus(Duration::from_millis(random.u64(0..4_000))),
            92..94 => self.now = self.now.plus(Duration::from_secs(random.u64(0..7_000))),
            94..96 => self.look(random),
            100 => self.decide(random),
            96 => self.show(random),
            _ => self.keep_ledgers(random),
        }
    }

    fn accept(&mut self, random: &mut Rng) {
        let batch: Vec<_> = (0..random.usize(0..4)).map(|_| self.arrival(random)).collect();
        let _ = self.both("accept", |tables, now| tables.accept(now, batch.as_slice()), |store| store.accept(&batch));
    }

    fn arrival(&self, random: &mut Rng) -> Arrival {
        let lane = lane(random);
        let place = lane.conversation.place().clone();
        let number = random.u32(0..300);
        let message = Message::new(format!("m{number}"), Author::new("ada"), format!("text {number}"));
        let intent = self.intents.get(random.usize(0..=self.intents.len())).cloned();
        let kind = match random.u32(0..10) {
            0..6 => EventKind::MessageAdded(message),
            6 if random.bool() => {
                EventKind::Command(Command::new("/do", Author::new("ada")).with_text(number.to_string()))
            }
            6 => {
                let choice = Action::new(format!("choice {number}"), "v");
                EventKind::Action(Interaction::new(Author::new("bob"), vec![choice]))
            }
            7 => EventKind::MessageEchoed { message, intent },
            8 => {
                let statuses =
                    [DeliveryStatus::Queued, DeliveryStatus::Sent, DeliveryStatus::Read, DeliveryStatus::Failed];
                let message =
                    if random.bool() { format!("r{}", random.u32(0..40)) } else { format!("p{}", self.step / 4) };
                let mut delivery = Delivery::new(message, statuses[random.usize(0..4)].clone());
                delivery.intent = intent.filter(|_| random.bool());
                EventKind::Delivery(delivery)
            }
            _ => match random.u32(0..6) {
                0 => EventKind::ConversationState(ConversationState::Inactive),
                1 => EventKind::ConversationState(ConversationState::Active),
                2 if random.u32(0..4) == 0 => EventKind::ConversationState(ConversationState::Closed),
                3 => {
                    let mut participant = Participant::new("MB1", ParticipantAddress::Identity("ada".into()));
                    participant.role = random.bool().then(|| format!("role {number}"));
                    EventKind::ParticipantAdded(participant)
                }
                _ => EventKind::Other("typing".into()),
            },
        };
        let mut event = Event::new(format!("k{number}"), place, kind);
        if random.u32(0..4) == 0 {
            event = event.or_key(format!("k{}", random.u32(0..300)));
        }
        if random.u32(0..3) == 0 {
            event = event.in_sequence(random.u64(0..8));
        }
        let addressed = [Addressed::Direct, Addressed::Mention, Addressed::Ambient, Addressed::Aside];
        let mut arrival = Arrival::new(lane, event.addressed(addressed[random.usize(0..4)]));
        arrival.channel = ["sms", "whatsapp"].get(number as usize % 3).map(|channel| (*channel).into());
        self.followed(super::ledgers::with_sender(arrival, random))
    }

    fn end(&mut self, random: &mut Rng) {
        let Some(Held { lease, events: mut consumed, intent }) = self.lease(random) else { return };
        let after = Duration::from_millis(random.u64(0..5_000));
        if (lease.side == Side::Turns) == (random.u32(0..20) > 0) {
            if random.u32(0..4) == 0 {
                consumed.truncate(1);
                consumed.push(random.u64(0..80));
            }
            let ending = match random.u32(0..8) {
                0 => {
                    Ending::Again { after, hold: Duration::from_millis(random.u64(0..5_000)), reason: "no idea".into() }
                }
                1 => Ending::Dead { reason: "poison".into() },
                _ => Ending::Replied((0..random.u32(0..3)).map(|_| self.draft(random, &lease.lane)).collect()),
            };
            let discards = (0..random.u32(0..6) / 5).map(|_| self.draft(random, &lease.lane)).collect();
            let mut turn = TurnEnd::new(consumed.clone(), ending).discarding(discards);
            if let Some(event) = consumed.first().filter(|_| random.u32(0..3) == 0) {
                let answer = Reply::body("text/plain", format!("answer {}", self.step)).into();
                let taken_within = Duration::from_millis(random.u64(0..5_000));
                let inline = Inline { event: *event, answer, taken_within, look: after, admits: Vec::new() };
                turn = turn.within(inline);
                self.answered.push(*event);
            }
            let turn = self.followed_turn(turn, &consumed);
            let _ = self.both("finish", |t, now| t.finish(now, &lease, &turn), |store| store.finish(&lease, &turn));
        } else {
            let any = self.intents.get(random.usize(0..=self.intents.len())).cloned();
            let intent = if random.u32(0..8) == 0 { any } else { intent };
            let intent = intent.unwrap_or_else(|| "unknown".into());
            let mut receipt = Receipt::of(format!("r{}", random.u32(0..40)));
            receipt.parts.extend((0..random.u32(0..2)).map(|_| format!("p{}", self.step / 4).into()));
            let settled = match random.u32(0..10) {
                0..4 => Settled::Sent(receipt),
                4..6 => Settled::again(after, "not yet"),
                6..8 => Settled::in_doubt(after, "fog"),
                8 if random.bool() => Settled::Rejected { reason: "not today".into() },
                8 => Settled::Held { reason: "fog".into() },
                _ => Settled::Dead { reason: "no such number".into() },
            };
            let spans = self.attempt();
            let _ = self.both(
                "settle",
                |tables, now| tables.settle(now, &lease, &intent, &settled, &spans),
                |store| store.settle(&lease, &intent, &settled, &spans),
            );
        }
    }

    fn draft(&mut self, random: &mut Rng, lane: &Lane) -> Draft {
        self.drafted += u32::from(random.u32(0..30) > 0);
        let message = SendMessage::new(lane.conversation.place().clone(), format!("reply {}", self.step));
        let offered = (0..random.u32(0..3)).map(|number| Action::new(format!("choice {number}"), "v")).collect();
        let deed = match random.u32(0..6) {
            0 => Deed::Finish { message: "r1".into(), shown: random.bool().then_some(1) },
            1 => Deed::Discard { message: None, live: "l".into(), since: self.now },
            _ => Deed::Post,
        };
        Draft::new(format!("i{}", self.drafted), message).offering(offered).as_deed(deed)
    }

    fn decide(&mut self, random: &mut Rng) {
        for shelf in [Shelf::Unknown, Shelf::Dead, Shelf::Rejected] {
            let Some(thing) = random.choice(self.tables.shelved(shelf, 9)) else { continue };
            let id = if random.u32(0..8) == 0 { "1" } else { thing.id.as_str() };
            let decisions = [Decision::Redrive, Decision::Resend, Decision::Delivered, Decision::Drop];
            let decision = decisions[random.usize(0..4)];
            for _ in 0..2 {
                let _ = self.both("letter", |t, _| Ok(t.letter(id)), |s| s.letter(id));
                let done = self.both("decide", |t, now| t.decide(now, id, decision), |s| s.decide(id, decision));
                self.decided += u32::from(done == Ok(Decided::Done));
                self.balanced();
            }
        }
    }

    #[allow(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough")]
    fn balanced(&mut self) {
        let tally = self.both("tally", |t, _| Ok(t.tally()), |store| store.tally()).unwrap();
        assert!(tally.balance(), "seed {}, step {}: {tally:?}", self.seed, self.step);
        let _ = self.both("waits", |t, now| Ok(t.waits(now)), |store| store.waits());
    }

    fn show(&mut self, random: &mut Rng) {
        let Some(Held { lease, .. }) = self.leases.last().cloned() else { return };
        let (id, message) = (IntentId::from(format!("l{}", self.step / 3)), random.bool().then(|| "r1".into()));
        let _ = self.both("begin", |t, now| t.begin_live(now, &lease, &id, "x"), |s| s.begin_live(&lease, &id, "x"));
        let message = message.as_ref();
        let _ = self.both("name", |t, _| t.name_live(&lease, &id, message), |s| s.name_live(&lease, &id, message));
        let live = self.both("live", |t, _| t.leftovers(&lease), |s| s.live(&lease));
        self.shown += u32::from(live.is_ok_and(|live| !live.is_empty()));
    }

    fn extend(&mut self, random: &mut Rng) {
        let Some(held) = self.lease(random) else { return };
        let lease = held.lease.clone();
        let length = Duration::from_millis(random.u64(0..20_000) * random.u64(0..2));
        let beat = self.both("extend", |t, now| t.extend(now, &lease, length), |store| store.extend(&lease, length));
        if beat.is_ok() && !length.is_zero() {
            self.leases.push(held);
        }
    }

    #[allow(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough")]
    fn look(&mut self, random: &mut Rng) {
        let (lane, cursor, limit) = (lane(random), random.u64(0..60), random.usize(0..8));
        let slice = if random.bool() { Slice::After(cursor) } else { Slice::Before(cursor) };
        let shelf = [Shelf::Dead, Shelf::Unknown, Shelf::Rejected][random.usize(0..3)];
        let _ = self.both("records", |t, _| Ok(t.records(&lane, slice, limit)), |s| s.records(&lane, slice, limit));
        self.look_back();
        let _ = self.both("about", |t, _| Ok(t.about(&lane)), |s| s.about(&lane));
        if let Some(event) = random.choice(&self.answered).copied() {
            let given = self.both("answer", |t, now| Ok(t.hand_out(now, event)), |s| s.hand_out(event));
            self.given += u32::from(given.is_ok_and(|given| given.is_some()));
        }
        let _ = self.both("news", |t, _| Ok(t.news(&lane, cursor, limit)), |s| s.news(&lane, cursor, limit));
        let name = if random.bool() { format!("k{}", random.u32(0..300)) } else { cursor.to_string() };
        let _ = self.both("event", |t, _| Ok(t.event(&name)), |s| s.event(&name));
        let _ = self.both("shelved", |t, _| Ok(t.shelved(shelf, limit)), |s| s.shelved(shelf, limit));
        self.balanced();
    }
}

const NODES: [&str; 2] = ["one", "two"];

pub(super) fn lane(random: &mut Rng) -> Lane {
    let (tenant, account) = (["t", "u"][random.usize(0..6) / 5], ["a", "b"][random.usize(0..6) / 5]);
    let place = Place::new("chat", [["c", "d"][random.usize(0..2)]]);
    Lane { tenant: Arc::from(tenant), conversation: ConversationRef::new(account, place) }
}

fn side(random: &mut Rng) -> Side {
    if random.bool() { Side::Turns } else { Side::Sends }
}

#[test]
fn both_stores_give_the_same_answers() {
    let (mut ended, mut doubts, mut rejected, mut billed, mut given, mut shown, mut decided) = (0, 0, 0, 0, 0, 0, 0);
    let (mut erased, mut beside, mut ways) = (0, 0, 0);
    for seed in 0..240 {
        let (mut random, mut pair) = (Rng::with_seed(seed), Pair::new(seed));
        pair.walk(200, &mut random);
        let counts = pair.tables.counts();
        ended += counts.answered + counts.held;
        rejected += counts.rejected;
        billed += pair.tables.spent(Day(0)).iter().map(|row| row.billed.len()).sum::<usize>();
        doubts += pair.doubts;
        given += pair.given;
        shown += pair.shown;
        beside += pair.beside;
        decided += pair.decided;
        pair.erase(&mut random);
        erased += pair.erased;
        ways += pair.ways;
    }
    assert!(ways > 500, "ways should be followed: {ways}");
    assert!(erased > 500, "people should have something to erase: {erased}");
    assert!(ended > 500 && doubts > 500, "the verbs should get somewhere: {ended} ended, {doubts} doubts");
    assert!(beside > 100, "turns should be under way beside each other: {beside}");
    assert!(decided > 100, "people should decide something: {decided}");
    assert!(given > 50 && shown > 50, "answers should be given and shown: {given} given, {shown} shown");
    assert!(rejected > 100 && billed > 20, "the ledgers should see something: {rejected} rejected, {billed} billed");
}
