//! The tables as a state machine, and their bounds.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "it is a test")]

use std::time::Duration;

use messaging_core::{
    ConversationRef, Event, EventKind, Keyword, Place, SendMessage, UnixMillis,
    message::{Author, Message, Receipt},
};
use messaging_store::{
    Arrival, Draft, Ending, Grant, Lane, Lease, Seek, Sender, Settled, Shelf, Side, Slice, StoreError, TurnEnd, Work,
    memory::{Limits, Tables},
};
use tokio::time::Instant;

const HOLD_BACK: Duration = Duration::from_secs(2);

fn lane(name: &str) -> Lane {
    Lane::new(ConversationRef::new("suite", Place::new("chat", [name])))
}

fn said(conversation: &str, text: &str) -> Arrival {
    let lane = lane(conversation);
    let message = Message::new(text, Author::new("ada"), text);
    let event = Event::new(text, lane.conversation.place().clone(), EventKind::MessageAdded(message));
    Arrival::new(lane, event)
}

fn seek(side: Side) -> Seek {
    Seek {
        node: "node".into(),
        life: 1,
        side,
        lanes: 16,
        turns: 1,
        events: 16,
        suspect_after: u32::MAX,
        suspects: usize::MAX,
        lease: Duration::from_secs(30),
        window: Duration::ZERO,
        held: messaging_store::Held::default(),
    }
}

fn lease(grant: &Grant) -> Lease {
    Lease { side: grant.side, lane: grant.lane.clone(), fence: grant.fence, until: Instant::now() }
}

/// Ends every turn there is; with a reply named like the first event of the turn, if `answered`.
fn work_off(tables: &mut Tables, now: UnixMillis, answered: bool) {
    for grant in tables.claim(now, &seek(Side::Turns)).unwrap() {
        let Work::Turn(queued) = &grant.work else { panic!("a turn") };
        let name = queued[0].event.keys[0].as_str();
        let message = SendMessage::new(grant.lane.conversation.place().clone(), name);
        let draft = Draft::new(name, message);
        let ending = Ending::Replied(answered.then_some(draft).into_iter().collect());
        let consumed = queued.iter().map(|queued| queued.id).collect();
        tables.finish(now, &lease(&grant), &TurnEnd::new(consumed, ending)).unwrap();
    }
    for grant in tables.claim(now, &seek(Side::Sends)).unwrap() {
        let Work::Send(intent) = &grant.work else { panic!("a send") };
        let sent = Settled::Sent(Receipt::of(intent.id.as_str()));
        tables.settle(now, &lease(&grant), &intent.id, &sent, &[]).unwrap();
    }
}

#[test]
fn the_same_verbs_make_the_same_tables() {
    let play = || {
        let mut tables = Tables::new(HOLD_BACK);
        assert_eq!(tables.enroll("node"), 1);
        for round in 0..20 {
            let now = UnixMillis(round * 1_000);
            let texts = [("c", round * 2), ("d", round * 2 + 1), ("c", round)];
            let batch: Vec<_> = texts.iter().map(|(name, number)| said(name, &format!("n{number}"))).collect();
            tables.accept(now, batch).unwrap();
            work_off(&mut tables, now, round % 2 == 0);
        }
        tables
    };
    assert_eq!(format!("{:?}", play()), format!("{:?}", play()));
}

#[test]
fn what_only_reads_was_not_written() {
    let (now, mut tables) = (UnixMillis(0), Tables::new(HOLD_BACK));
    tables.enroll("node");
    assert!(tables.was_written() && !tables.was_written(), "asking resets it");
    tables.accept(now, &[]).unwrap();
    assert!(tables.claim(now, &seek(Side::Turns)).unwrap().is_empty());
    let _ = (tables.records(&lane("c"), Slice::After(0), 1), tables.shelved(Shelf::Dead, 1), tables.counts());
    let stale = Lease { side: Side::Turns, lane: lane("c"), fence: 7, until: Instant::now() };
    assert_eq!(tables.extend(now, &stale, HOLD_BACK), Err(StoreError::Fenced));
    assert!(!tables.was_written());
    tables.accept(now, &[said("c", "one")]).unwrap();
    assert!(tables.was_written());
    assert_eq!(tables.claim(now, &seek(Side::Turns)).unwrap().len(), 1);
    assert!(tables.was_written());
}

#[test]
fn a_full_store_takes_nothing_of_a_batch_but_knows_what_it_has() {
    let (now, limits) = (UnixMillis(0), Limits { in_flight: 2, ..Limits::default() });
    let mut tables = Tables::with_limits(HOLD_BACK, limits);
    tables.accept(now, &[said("c", "one")]).unwrap();
    let two_more = [said("c", "two"), said("c", "three")];
    assert!(matches!(tables.accept(now, &two_more), Err(StoreError::Full(_))));
    assert_eq!(tables.counts().accepted, 1);
    let told_again = [said("c", "two"), said("c", "two"), said("c", "one")];
    let verdicts = tables.accept(now, &told_again).unwrap();
    assert_eq!(verdicts.iter().map(|verdict| verdict.duplicate).collect::<Vec<_>>(), [false, true, true]);
    assert!(tables.accept(now, &told_again).is_ok(), "all of them are known");
    work_off(&mut tables, now, false);
    assert!(tables.accept(now, &two_more[1..]).is_ok(), "there is room again");
}

#[test]
fn the_oldest_of_what_has_ended_is_forgotten_first() {
    let (now, limits) = (UnixMillis(0), Limits { ended: 3, records: 4, ..Limits::default() });
    let mut tables = Tables::with_limits(HOLD_BACK, limits);
    for name in ["a", "b", "c", "d", "e"] {
        tables.accept(now, &[said(name, name)]).unwrap();
        work_off(&mut tables, now, true);
    }
    tables.accept(now, &[said("waiting", "f")]).unwrap();
    let counts = tables.counts();
    assert!(counts.balance(), "{counts:?}");
    assert_eq!((counts.accepted, counts.answered, counts.in_flight), (6, 5, 1));
    let duplicate = |tables: &mut Tables, name: &str| tables.accept(now, &[said(name, name)]).unwrap()[0].duplicate;
    assert!(duplicate(&mut tables, "c") && duplicate(&mut tables, "e"));
    assert!(!duplicate(&mut tables, "b"), "beyond the window it is new");
    assert_eq!(tables.records(&lane("c"), Slice::After(0), 9).len(), 0);
    assert_eq!(tables.records(&lane("e"), Slice::After(0), 9).len(), 2);
}

#[test]
fn a_shelf_drops_its_oldest() {
    let (now, limits) = (UnixMillis(0), Limits { shelved: 2, ..Limits::default() });
    let mut tables = Tables::with_limits(HOLD_BACK, limits);
    for name in ["a", "b", "c"] {
        tables.accept(now, &[said("c", name)]).unwrap();
        let grants = tables.claim(now, &seek(Side::Turns)).unwrap();
        let Work::Turn(queued) = &grants[0].work else { panic!("a turn") };
        let turn = TurnEnd::new(vec![queued[0].id], Ending::Dead { reason: name.into() });
        tables.finish(now, &lease(&grants[0]), &turn).unwrap();
    }
    let reasons: Vec<_> = tables.shelved(Shelf::Dead, 9).into_iter().map(|thing| thing.reason).collect();
    assert_eq!(reasons, ["c", "b"]);
    assert_eq!(tables.counts().dead, 3);
}

#[test]
fn a_lane_that_has_something_to_do_is_never_forgotten() {
    let (now, limits) = (UnixMillis(0), Limits { ended: 1, ..Limits::default() });
    let mut tables = Tables::with_limits(HOLD_BACK, limits);
    for name in ["a", "b"] {
        tables.accept(now, &[said("c", name)]).unwrap();
        work_off(&mut tables, now, false);
    }
    tables.accept(now, &[said("c", "waiting")]).unwrap();
    let grants = tables.claim(now, &seek(Side::Turns)).unwrap();
    for name in ["x", "y"] {
        tables.accept(now, &[said("d", name)]).unwrap();
        work_off(&mut tables, now, false);
    }
    let turn = TurnEnd::new(vec![3], Ending::Replied(Vec::new()));
    tables.finish(now, &lease(&grants[0]), &turn).unwrap();
    assert_eq!((tables.counts().silent, tables.counts().in_flight), (5, 0));
}

#[test]
fn who_opted_out_is_never_forgotten_and_who_is_quiet_goes_first() {
    let (now, limits) = (UnixMillis(0), Limits { contacts: 2, ..Limits::default() });
    let mut tables = Tables::with_limits(HOLD_BACK, limits);
    let by = |name: &str| said(name, name).from_sender(Sender { address: name.into(), alone: true });
    let stop = |name: &str| {
        let mut arrival = by(name);
        arrival.event = arrival.event.with_keyword(Keyword::Stop);
        arrival
    };
    tables.accept(now, &[stop("a"), by("b"), by("c"), by("d")]).unwrap();
    assert_eq!(tables.opted_out(9).len(), 1, "three others came since");
    tables.accept(now, &[stop("e")]).unwrap();
    let one_more = tables.accept(now, &[stop("f")]);
    assert!(matches!(one_more, Err(StoreError::Full(_))), "{one_more:?}");
    let names: Vec<_> = tables.opted_out(9).into_iter().map(|one| one.address).collect();
    assert_eq!(names, ["a", "e"]);
    tables.accept(now, &[by("g")]).unwrap();
}
