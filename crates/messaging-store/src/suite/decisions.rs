use messaging_core::{Delivery, DeliveryStatus, EventKind, id::IntentId, message::Receipt};

use super::{HandClock, story::*};
use crate::{Decided, Decision, Ending, Intent, Lease, Settled, Shelf, ShelvedKind, Side, Slice, Store};

async fn decide(store: &dyn Store, id: &str, decision: Decision) -> Decided {
    store.decide(id, decision).await.expect("decide")
}

/// Says something whose only reply, named by `text`, ends so; returns what was shelved.
async fn shelved_send(store: &dyn Store, text: &str, settled: Settled) -> IntentId {
    accept(store, [said("c", text)]).await;
    reply(store, &[text]).await;
    let (lease, intent) = claim_send(store).await;
    store.settle(&lease, &intent.id, settled).await.expect("settle");
    intent.id
}

fn fog() -> Settled {
    Settled::Held { reason: "fog".into() }
}

fn no_number() -> Settled {
    Settled::Dead { reason: "no such number".into() }
}

async fn settle(store: &dyn Store, (lease, intent): (Lease, Intent)) {
    store.settle(&lease, &intent.id, sent("m")).await.expect("settle");
}

/// What a person has tried again is the same event: its keys, its place, and nothing held against it.
pub async fn a_dead_event_is_redriven_as_it_was(store: &dyn Store, clock: &HandClock) {
    let verdicts = accept(store, [said("c", "poison")]).await;
    for _ in 0..2 {
        claim_turn(store).await;
        clock.advance(LEASE);
    }
    let (lease, queued) = claim_turn(store).await;
    store.finish(&lease, end(&queued, Ending::Dead { reason: "three strikes".into() })).await.expect("finish");
    accept(store, [said("c", "later")]).await;
    let id = &verdicts[0].id;
    let letter = store.letter(id).await.expect("letter").expect("a letter");
    assert_eq!((letter.shelf, letter.shelved.kind), (Shelf::Dead, ShelvedKind::Event));
    assert_eq!(letter.event.as_ref(), Some(&queued[0].event));
    assert_eq!(letter.choices, [Decision::Redrive, Decision::Drop]);
    let errors: Vec<_> = letter.attempts.iter().map(|attempt| (attempt.node.as_str(), attempt.life)).collect();
    assert_eq!(errors, [("suite", 1); 3]);
    assert!(letter.attempts[1].error.contains("lost its lease") && letter.attempts[2].error == "three strikes");

    assert_eq!(decide(store, id, Decision::Redrive).await, Decided::Done);
    let now = counts(store).await;
    assert_eq!((now.dead, now.in_flight), (0, 2));
    assert!(store.shelved(Shelf::Dead, 9).await.expect("shelved").is_empty());
    assert!(accept(store, [said("c", "poison")]).await[0].duplicate, "its keys are known still");
    let already = Decided::Already { decision: Decision::Redrive, at: clock.millis() };
    assert_eq!(decide(store, id, Decision::Drop).await, already);
    let (lease, queued) = claim_turn(store).await;
    assert_eq!(names(&queued), ["poison", "later"]);
    assert_eq!((queued[0].id.to_string(), queued[0].tries, queued[0].crashes), (id.clone(), 0, 0));
    store.finish(&lease, end(&queued, replied(&lease.lane, &["answer"]))).await.expect("finish");
    carry(store, "m").await;
    assert_eq!(counts(store).await.answered, 2);
    nothing(store, Side::Turns).await;
}

/// What provably was not carried is simply sent; what may have been is a doubt, looked up before anything leaves.
pub async fn a_dead_send_is_redriven_and_looked_up_if_in_doubt(store: &dyn Store, clock: &HandClock) {
    let refused = shelved_send(store, "refused", no_number()).await;
    let letter = store.letter(refused.as_str()).await.expect("letter").expect("a letter");
    assert_eq!((letter.may_have_been_carried, letter.answers.len(), letter.attempts.len()), (false, 1, 1));
    assert_eq!(letter.message.map(|message| message.content.text).as_deref(), Some("refused"));
    assert_eq!(decide(store, refused.as_str(), Decision::Redrive).await, Decided::Done);
    let (lease, intent) = claim_send(store).await;
    assert_eq!((&intent.id, &intent.doubt, intent.tries), (&refused, &None, 0));
    settle(store, (lease, intent)).await;

    accept(store, [said("c", "lost")]).await;
    reply(store, &["lost"]).await;
    claim_send(store).await;
    clock.advance(LEASE);
    let since = clock.millis();
    let (lease, lost) = claim_send(store).await;
    store.settle(&lease, &lost.id, no_number()).await.expect("settle");
    clock.advance(seconds(60));
    let letter = store.letter(lost.id.as_str()).await.expect("letter").expect("a letter");
    assert!(letter.may_have_been_carried);
    assert_eq!(decide(store, lost.id.as_str(), Decision::Redrive).await, Decided::Done);
    assert_eq!(counts(store).await.in_flight, 1);
    let (lease, intent) = claim_send(store).await;
    let doubt = intent.doubt.clone().expect("in doubt");
    assert_eq!((&intent.id, doubt.since, doubt.looks), (&lost.id, since, 0));
    settle(store, (lease, intent)).await;
    let now = counts(store).await;
    assert_eq!((now.answered, now.dead), (2, 0));
}

/// Whoever accepts that it may come twice has it sent at once, under its name: what is told of either copy settles it.
pub async fn a_held_send_is_resent_under_its_name(store: &dyn Store, _: &HandClock) {
    let held = shelved_send(store, "hi", fog()).await;
    let letter = store.letter(held.as_str()).await.expect("letter").expect("a letter");
    assert_eq!(letter.choices, [Decision::Resend, Decision::Delivered, Decision::Drop]);
    assert_eq!(decide(store, held.as_str(), Decision::Resend).await, Decided::Done);
    let now = counts(store).await;
    assert_eq!((now.held, now.in_flight), (0, 1));
    let (lease, intent) = claim_send(store).await;
    assert_eq!((&intent.id, &intent.doubt), (&held, &None));
    let mut delivery = Delivery::new("first copy", DeliveryStatus::Delivered);
    delivery.intent = Some(held);
    accept(store, [noted("c", "callback", EventKind::Delivery(delivery))]).await;
    assert_eq!(counts(store).await.answered, 1);
    settle(store, (lease, intent)).await;
    assert_eq!(counts(store).await.answered, 1);
    assert_eq!(store.records(&lane("c"), Slice::After(0), 9).await.expect("records").len(), 2);
}

/// Somebody has seen it: it was said.
pub async fn a_held_send_was_delivered(store: &dyn Store, clock: &HandClock) {
    let held = shelved_send(store, "hi", fog()).await;
    assert_eq!(decide(store, held.as_str(), Decision::Delivered).await, Decided::Done);
    let now = counts(store).await;
    assert_eq!((now.held, now.answered, now.in_flight), (0, 1, 0));
    let records = store.records(&lane("c"), Slice::After(0), 9).await.expect("records");
    assert_eq!((records.len(), records[1].content.text.as_str(), &records[1].message), (2, "hi", &None));
    nothing(store, Side::Sends).await;
    let already = Decided::Already { decision: Decision::Delivered, at: clock.millis() };
    assert_eq!(decide(store, held.as_str(), Decision::Resend).await, already);
}

/// What is dropped is off the shelves, and counted.
pub async fn what_is_dropped_is_counted(store: &dyn Store, _: &HandClock) {
    let held = shelved_send(store, "held", fog()).await;
    let dead = shelved_send(store, "dead", no_number()).await;
    let verdicts = accept(store, [said("c", "poison")]).await;
    let (lease, queued) = claim_turn(store).await;
    store.finish(&lease, end(&queued, Ending::Dead { reason: "no".into() })).await.expect("finish");
    let before = counts(store).await;
    assert_eq!((before.held, before.dead, before.dropped), (1, 2, 0));
    for (dropped, id) in [held.as_str(), dead.as_str(), &verdicts[0].id].into_iter().enumerate() {
        assert_eq!(decide(store, id, Decision::Drop).await, Decided::Done);
        assert_eq!(usize::try_from(counts(store).await.dropped), Ok(dropped + 1));
        assert_eq!(store.letter(id).await, Ok(None));
    }
    let after = counts(store).await;
    assert_eq!((after.held, after.dead, after.in_flight), (0, 0, 0));
    nothing(store, Side::Turns).await;
    nothing(store, Side::Sends).await;
}

/// An event waits for a person until all of its replies were decided on.
pub async fn an_event_waits_for_every_decision(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    reply(store, &["one", "two", "three"]).await;
    let mut shelved = Vec::new();
    for settled in [fog(), no_number()] {
        let (lease, intent) = claim_send(store).await;
        store.settle(&lease, &intent.id, settled).await.expect("settle");
        shelved.push(intent.id);
    }
    let at = |counts: crate::Counts| (counts.held, counts.dead, counts.in_flight, counts.answered);
    assert_eq!(at(counts(store).await), (1, 0, 0, 0));
    decide(store, shelved[0].as_str(), Decision::Delivered).await;
    assert_eq!(at(counts(store).await), (0, 1, 0, 0), "the other one failed");
    decide(store, shelved[1].as_str(), Decision::Redrive).await;
    assert_eq!(at(counts(store).await), (0, 0, 1, 0));
    for left in ["two", "three"] {
        assert_eq!(counts(store).await.answered, 0);
        let (lease, intent) = claim_send(store).await;
        assert_eq!(intent.message.content.text, left);
        settle(store, (lease, intent)).await;
    }
    assert_eq!(at(counts(store).await), (0, 0, 0, 1));
}

/// What does not fit, was decided before, or never was, is told apart; nothing changes.
pub async fn what_cannot_be_decided_is_said(store: &dyn Store, clock: &HandClock) {
    let dead = shelved_send(store, "dead", no_number()).await;
    let unfit = Decided::Unfit { choices: vec![Decision::Redrive, Decision::Drop] };
    for decision in [Decision::Resend, Decision::Delivered] {
        assert_eq!(decide(store, dead.as_str(), decision).await, unfit);
    }
    let refused = shelved_send(store, "refused", Settled::Rejected { reason: "opted out".into() }).await;
    let none = Decided::Unfit { choices: Vec::new() };
    assert_eq!(decide(store, refused.as_str(), Decision::Redrive).await, none);
    for id in ["", "99", "nobody"] {
        assert_eq!(decide(store, id, Decision::Drop).await, Decided::Missing);
        assert_eq!(store.letter(id).await, Ok(None));
    }
    let held = shelved_send(store, "held", fog()).await;
    let mut delivery = Delivery::new("m", DeliveryStatus::Sent);
    delivery.intent = Some(held.clone());
    accept(store, [noted("c", "callback", EventKind::Delivery(delivery))]).await;
    let already = Decided::Already { decision: Decision::Delivered, at: clock.millis() };
    assert_eq!(decide(store, held.as_str(), Decision::Resend).await, already, "the provider was faster");
    let now = counts(store).await;
    assert_eq!((now.dead, now.rejected, now.answered, now.in_flight), (1, 1, 1, 0));
}

/// What was reserved for a send stands until a person decides, and is reserved once however that ends.
pub async fn a_decision_reserves_nothing_more(store: &dyn Store, _: &HandClock) {
    let asked = crate::Admit {
        address: None,
        window: None,
        charge: charge(1, Some(usd("0.01"))),
        limits: Vec::new(),
        billed: true,
        instead: None,
    };
    let messages = async |store: &dyn Store| {
        let spent = store.spent(crate::Day(0)).await.expect("spent");
        spent.iter().map(|row| (row.messages, row.pending)).collect::<Vec<_>>()
    };
    accept(store, [said("c", "hi")]).await;
    reply(store, &["hi"]).await;
    let (lease, intent) = claim_send(store).await;
    admit(store, &lease, &intent, &asked).await;
    store.settle(&lease, &intent.id, fog()).await.expect("settle");
    assert_eq!(messages(store).await, [(1, 0)]);
    decide(store, intent.id.as_str(), Decision::Resend).await;
    let (lease, intent) = claim_send(store).await;
    admit(store, &lease, &intent, &asked).await;
    store.settle(&lease, &intent.id, Settled::Sent(Receipt::of("m"))).await.expect("settle");
    assert_eq!(messages(store).await, [(1, 1)], "and its price is asked for");
}
