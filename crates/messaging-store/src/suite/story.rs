//! What every check is told in.

use std::{sync::Arc, time::Duration};

use messaging_core::{
    Addressed, ConversationRef, Event, EventKind, Place, SendMessage,
    capability::Verdict,
    message::{Author, Message, Receipt},
};

use crate::{
    Admission, Admit, Arrival, Charge, Claim, Counts, Draft, Ending, Intent, Lane, Lease, Money, Queued, Seek, Sender,
    Settled, Side, Store, TurnEnd, Work,
};

pub(super) const LEASE: Duration = Duration::from_secs(30);

/// A lease but for a millisecond.
pub(super) const ALMOST: Duration = Duration::from_millis(29_999);

pub(super) fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

pub(super) fn lane(name: &str) -> Lane {
    Lane::new(ConversationRef::new("suite", Place::new("chat", [name])))
}

/// A message without a number, named and worded `text`.
pub(super) fn said(conversation: &str, text: &str) -> Arrival {
    let lane = lane(conversation);
    let message = Message::new(text, Author::new("ada"), text);
    let event = Event::new(text, lane.conversation.place().clone(), EventKind::MessageAdded(message));
    Arrival::new(lane, event)
}

/// Something that gets no turn.
pub(super) fn noted(conversation: &str, key: &str, kind: EventKind) -> Arrival {
    let lane = lane(conversation);
    let event = Event::new(key, lane.conversation.place().clone(), kind);
    Arrival::new(lane, event)
}

/// A message with a number.
pub(super) fn counted(conversation: &str, sequence: u64) -> Arrival {
    let Arrival { lane, event, .. } = said(conversation, &format!("{conversation}#{sequence}"));
    Arrival::new(lane, event.in_sequence(sequence))
}

/// A message said among others.
pub(super) fn overheard(conversation: &str, text: &str) -> Arrival {
    let Arrival { lane, event, .. } = said(conversation, text);
    Arrival::new(lane, event.addressed(Addressed::Ambient))
}

pub(super) async fn accept(store: &dyn Store, batch: impl IntoIterator<Item = Arrival>) -> Vec<Verdict> {
    store.accept(batch.into_iter().collect()).await.expect("accept")
}

pub(super) fn seek(side: Side) -> Seek {
    Seek {
        node: "suite".into(),
        life: 1,
        side,
        lanes: 16,
        turns: 1,
        events: 16,
        suspect_after: u32::MAX,
        suspects: usize::MAX,
        lease: LEASE,
        window: Duration::ZERO,
        held: crate::Held::default(),
    }
}

pub(super) async fn claim(store: &dyn Store, side: Side) -> Vec<Claim> {
    store.claim(seek(side)).await.expect("claim")
}

pub(super) async fn nothing(store: &dyn Store, side: Side) {
    let claims = claim(store, side).await;
    assert!(claims.is_empty(), "there should be nothing to do: {claims:?}");
}

pub(super) fn turn(claim: Claim) -> (Lease, Vec<Queued>) {
    match claim {
        Claim { lease, work: Work::Turn(queued) } => (lease, queued),
        Claim { work: Work::Send(intent), .. } => panic!("no turn: {intent:?}"),
    }
}

/// The only turn there is to claim.
pub(super) async fn claim_turn(store: &dyn Store) -> (Lease, Vec<Queued>) {
    let mut claims = claim(store, Side::Turns).await;
    assert_eq!(claims.len(), 1, "one turn: {claims:?}");
    turn(claims.remove(0))
}

/// The only send there is to claim.
pub(super) async fn claim_send(store: &dyn Store) -> (Lease, Intent) {
    let mut claims = claim(store, Side::Sends).await;
    assert_eq!(claims.len(), 1, "one send: {claims:?}");
    match claims.remove(0) {
        Claim { lease, work: Work::Send(intent) } => (lease, *intent),
        other => panic!("no send: {other:?}"),
    }
}

pub(super) fn names(queued: &[Queued]) -> Vec<&str> {
    queued.iter().map(|queued| queued.event.keys[0].as_str()).collect()
}

pub(super) fn end(queued: &[Queued], ending: Ending) -> TurnEnd {
    TurnEnd::new(queued.iter().map(|queued| queued.id).collect(), ending)
}

/// Replies in these words, each under its own words as a name.
pub(super) fn replied(lane: &Lane, texts: &[&str]) -> Ending {
    let draft = |text: &&str| {
        let id = format!("{}/{text}", lane.conversation);
        Draft::new(id, SendMessage::new(lane.conversation.place().clone(), *text))
    };
    Ending::Replied(texts.iter().map(draft).collect())
}

/// Runs the only turn there is over everything that waits, answering with `texts`.
pub(super) async fn reply(store: &dyn Store, texts: &[&str]) {
    let (lease, queued) = claim_turn(store).await;
    let ending = replied(&lease.lane, texts);
    store.finish(&lease, end(&queued, ending)).await.expect("finish");
}

pub(super) fn sent(receipt: &str) -> Settled {
    Settled::Sent(Receipt::of(receipt))
}

/// Carries the only send there is.
pub(super) async fn carry(store: &dyn Store, receipt: &str) {
    let (lease, intent) = claim_send(store).await;
    store.settle(&lease, &intent.id, sent(receipt)).await.expect("settle");
}

pub(super) async fn counts(store: &dyn Store) -> Counts {
    let counts = store.counts().await.expect("counts");
    let tally = store.tally().await.expect("tally");
    assert_eq!(tally.whole, counts);
    let apart = Counts { noted: counts.noted, duplicates: counts.duplicates, ..Counts::default() };
    assert_eq!(tally.without(tally.accounts.keys().map(|account| &**account)), apart, "{tally:?}");
    assert!(tally.balance(), "{tally:?}");
    counts
}

/// The same, told to an account of a tenant.
pub(super) fn of_account(Arrival { lane, event, .. }: Arrival, tenant: &str, account: &str) -> Arrival {
    let conversation = ConversationRef::new(account, lane.conversation.place().clone());
    Arrival::new(Lane { tenant: Arc::from(tenant), conversation }, event)
}

pub(super) const ADA: &str = "+15550100777";

/// Something that Ada wrote where she is the only one who is reached.
pub(super) fn by_ada(conversation: &str, text: &str) -> Arrival {
    said(conversation, text).from_sender(Sender { address: ADA.into(), alone: true })
}

pub(super) async fn admit(store: &dyn Store, lease: &Lease, intent: &Intent, asked: &Admit) -> Admission {
    store.admit(lease, &intent.id, asked).await.expect("admit")
}

pub(super) fn usd(text: &str) -> Money {
    Money::new(text.parse().expect("an amount"), "USD")
}

/// An SMS to or from the US.
pub(super) fn charge(units: u32, cost: Option<Money>) -> Charge {
    Charge { country: Some("US".into()), channel: "sms".into(), units, cost }
}
