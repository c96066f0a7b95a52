//! Every order of a message's life, every callback dropped or told twice, the send settled at every place.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "it is a test")]

use std::time::Duration;

use messaging_core::{
    ConversationRef, Delivery, DeliveryStatus, Event, EventKind, Place, SendMessage, UnixMillis,
    message::{Author, Message, Receipt},
};
use messaging_store::{
    Arrival, Draft, Ending, Grant, Lane, Lease, Seek, Settled, Side, Slice, TurnEnd, Work, memory::Tables,
};
use tokio::time::Instant;

const NOW: UnixMillis = UnixMillis(1_795_176_000_000);

fn lane() -> Lane {
    Lane::new(ConversationRef::new("suite", Place::new("chat", ["c"])))
}

fn arrival(key: String, kind: EventKind) -> Arrival {
    Arrival::new(lane(), Event::new(key, lane().conversation.place().clone(), kind))
}

fn grant(tables: &mut Tables, side: Side) -> (Lease, Work) {
    let seek = Seek {
        node: "node".into(),
        life: 1,
        side,
        lanes: 1,
        turns: 1,
        events: 1,
        suspect_after: u32::MAX,
        suspects: usize::MAX,
        lease: Duration::from_secs(30),
        window: Duration::ZERO,
        held: messaging_store::Held::default(),
    };
    let Grant { side, lane, fence, work, .. } = tables.claim(NOW, &seek).unwrap().remove(0);
    (Lease { side, lane, fence, until: Instant::now() }, work)
}

/// One life: the callbacks `order` in that order, each as often as `times` says, the send settled before the `settled`-th.
fn live(life: &[DeliveryStatus; 6], order: &[usize], times: [u8; 6], settled: usize) -> Option<DeliveryStatus> {
    let mut tables = Tables::new(Duration::ZERO);
    let question = Message::new("q", Author::new("ada"), "hi");
    tables.accept(NOW, &[arrival("q".into(), EventKind::MessageAdded(question))]).unwrap();
    let (lease, Work::Turn(queued)) = grant(&mut tables, Side::Turns) else { panic!("a turn") };
    let draft = Draft::new("i", SendMessage::new(lane().conversation.place().clone(), "answer"));
    tables.finish(NOW, &lease, &TurnEnd::new(vec![queued[0].id], Ending::Replied(vec![draft]))).unwrap();
    let (lease, Work::Send(intent)) = grant(&mut tables, Side::Sends) else { panic!("a send") };
    for step in 0..=order.len() {
        if step == settled {
            tables.settle(NOW, &lease, &intent.id, &Settled::Sent(Receipt::of("m")), &[]).unwrap();
        }
        let Some(which) = order.get(step) else { break };
        for time in 0..times[*which] {
            let told = Delivery::new("m", life[*which].clone());
            tables.accept(NOW, &[arrival(format!("{which} {time}"), EventKind::Delivery(told))]).unwrap();
        }
    }
    tables.records(&lane(), Slice::Before(u64::MAX), 1).remove(0).delivery
}

fn orders(left: &[usize]) -> Vec<Vec<usize>> {
    if left.is_empty() {
        return vec![Vec::new()];
    }
    let after = |first: &usize| {
        let rest: Vec<_> = left.iter().copied().filter(|other| other != first).collect();
        orders(&rest).into_iter().map(|order| [&[*first], order.as_slice()].concat()).collect::<Vec<_>>()
    };
    left.iter().flat_map(after).collect()
}

#[test]
fn the_final_state_is_always_right() {
    use DeliveryStatus::{Accepted, Delivered, Failed, Queued, Read, Sending, Sent};
    let lives =
        [[Accepted, Queued, Sending, Sent, Delivered, Read], [Accepted, Queued, Sending, Sent, Delivered, Failed]];
    let orders = orders(&[0, 1, 2, 3, 4, 5]);
    assert_eq!(orders.len(), 720);
    let mut lived = 0;
    for (number, order) in orders.iter().enumerate() {
        for settled in 0..=6 {
            for life in &lives {
                // Each callback in its turn is dropped, told once, or told twice; the pattern walks through all of them.
                let pattern = (number * 7 + settled) % 729;
                let times = [1, 3, 9, 27, 81, 243].map(|digit| u8::try_from(pattern / digit % 3).unwrap());
                for times in [[1; 6], times] {
                    let last = (0..6).rev().find(|which| times[*which] > 0).map(|which| life[which].clone());
                    let reached = live(life, order, times, settled);
                    assert_eq!(reached, last, "order {order:?}, times {times:?}, settled before {settled}");
                    lived += 1;
                }
            }
        }
    }
    assert_eq!(lived, 720 * 7 * 2 * 2);
}
