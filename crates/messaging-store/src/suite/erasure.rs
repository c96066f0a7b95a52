use messaging_core::{
    Event, EventKind, Keyword, Secret,
    message::{Author, Message},
};

use super::{HandClock, consent::to_ada, story::*};
use crate::{
    Admission, Arrival, Ending, Erased, Erasure, Exported, Sender, Settled, Shelf, Side, Slice, Store, StoreError,
    Subject,
};

async fn erase(store: &dyn Store, subject: Subject) -> Erased {
    let erasure = Erasure::new(subject, "receipt", Secret::new("a key that nobody guesses"));
    store.erase(erasure).await.expect("erase")
}

async fn export(store: &dyn Store, subject: &Subject) -> Vec<Exported> {
    store.export(subject).await.expect("export")
}

fn conversation(name: &str) -> Subject {
    Subject::Conversation(lane(name))
}

fn person(id: &str) -> Subject {
    Subject::Person { tenant: lane("c").tenant, id: id.into() }
}

fn from(conversation: &str, author: &str, text: &str) -> Arrival {
    let lane = lane(conversation);
    let message = Message::new(text, Author::new(author), text);
    let event = Event::new(text, lane.conversation.place().clone(), EventKind::MessageAdded(message));
    Arrival::new(lane, event)
}

/// History, outbox and shelves hold nothing of it any more, other conversations are as they were, and what is told
/// again is still told apart.
pub async fn an_erased_conversation_is_gone(store: &dyn Store, clock: &HandClock) {
    for conversation in ["c", "d"] {
        accept(store, [said(conversation, &format!("{conversation} answered"))]).await;
        reply(store, &["one"]).await;
        carry(store, &format!("{conversation}1")).await;
        accept(store, [said(conversation, &format!("{conversation} poison"))]).await;
        let (lease, queued) = claim_turn(store).await;
        store.finish(&lease, end(&queued, Ending::Dead { reason: "poison".into() })).await.expect("finish");
        accept(store, [said(conversation, &format!("{conversation} held"))]).await;
        reply(store, &["two"]).await;
        let (lease, intent) = claim_send(store).await;
        store.settle(&lease, &intent.id, Settled::Held { reason: "fog".into() }).await.expect("settle");
    }
    accept(store, [said("c", "c waits")]).await;
    let (others, before) = (export(store, &conversation("d")).await, counts(store).await);
    assert!(others.iter().any(|item| matches!(item, Exported::Send { may_have_been_carried: true, .. })), "{others:?}");
    let own = export(store, &conversation("c")).await;
    assert_eq!(own.len(), others.len() + 2, "an event and a line more: {own:?}");
    clock.advance(seconds(1));
    let receipt = erase(store, conversation("c")).await;
    let removed = receipt.removed;
    assert_eq!((removed.conversations, removed.events, removed.ended, removed.lines), (1, 4, 3, 5));
    assert_eq!((removed.sends, removed.may_have_been_carried, receipt.at), (1, 1, clock.millis()));
    assert_eq!(export(store, &conversation("c")).await, []);
    assert_eq!(export(store, &conversation("d")).await, others);
    assert_eq!(store.records(&lane("c"), Slice::After(0), 10).await, Ok(Vec::new()));
    for shelf in [Shelf::Dead, Shelf::Unknown] {
        let left = store.shelved(shelf, 10).await.expect("shelved");
        assert!(left.iter().all(|thing| thing.lane == lane("d")) && left.len() == 1, "{left:?}");
    }
    assert_eq!(store.event("c answered").await, Ok(None));
    nothing(store, Side::Turns).await;
    let after = counts(store).await;
    assert_eq!((after.accepted, after.erased, after.in_flight), (before.accepted, 3, 0));
    assert_eq!((after.answered, after.dead, after.held), (before.answered, 1, 1));
    let again =
        ["c answered", "c poison", "c held", "c waits"].map(|text| said("c", text).event.or_key(text.to_owned() + "!"));
    for event in again {
        let known = accept(store, [Arrival::new(lane("c"), event.clone())]).await;
        assert!(known[0].duplicate, "{event:?} came back");
        // By its other name too, which it was not told under before.
        let mut other = event;
        other.keys.remove(0);
        assert!(accept(store, [Arrival::new(lane("c"), other)]).await[0].duplicate);
    }
    nothing(store, Side::Turns).await;
    assert_eq!(export(store, &conversation("c")).await, [], "what is told again brings nothing back");
    assert!(!accept(store, [said("c", "new")]).await[0].duplicate);
    reply(store, &["welcome back"]).await;
}

/// Whoever works on it is refused, and says nothing any more.
pub async fn what_is_erased_in_flight_has_no_holder(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "one")]).await;
    reply(store, &["reply"]).await;
    let (sending, intent) = claim_send(store).await;
    accept(store, [said("c", "two")]).await;
    let (thinking, queued) = claim_turn(store).await;
    let removed = erase(store, conversation("c")).await.removed;
    assert_eq!(
        (removed.ended, removed.sends, removed.may_have_been_carried),
        (2, 1, 1),
        "nobody knows whether it left"
    );
    let ending = replied(&lane("c"), &["late"]);
    assert_eq!(store.finish(&thinking, end(&queued, ending)).await, Err(StoreError::Fenced));
    assert_eq!(store.settle(&sending, &intent.id, sent("m")).await, Err(StoreError::Fenced));
    assert_eq!(admit_late(store, &sending, &intent).await, Err(StoreError::Fenced));
    nothing(store, Side::Turns).await;
    nothing(store, Side::Sends).await;
    let counts = counts(store).await;
    assert_eq!((counts.accepted, counts.erased, counts.in_flight), (2, 2, 0));
}

async fn admit_late(store: &dyn Store, lease: &crate::Lease, intent: &crate::Intent) -> Result<Admission, StoreError> {
    store.admit(lease, &intent.id, &to_ada(None)).await
}

/// An opt-out holds without the address, until the person writes START.
pub async fn an_opt_out_outlives_its_person(store: &dyn Store, clock: &HandClock) {
    let mut stop = by_ada("c", "stop");
    stop.event = stop.event.with_keyword(Keyword::Stop);
    accept(store, [by_ada("c", "hi"), stop]).await;
    let since = clock.millis();
    clock.advance(seconds(60));
    let receipt = erase(store, person(ADA)).await;
    assert_eq!((receipt.removed.opt_outs, receipt.removed.conversations), (1, 1));
    assert_eq!(export(store, &person(ADA)).await, []);
    let out = store.opted_out(10).await.expect("opted out");
    assert!(out.len() == 1 && !out[0].address.contains("555") && out[0].at == since, "{out:?}");
    accept(store, [by_ada("c", "me again")]).await;
    reply(store, &["no"]).await;
    let (lease, intent) = claim_send(store).await;
    let told = admit(store, &lease, &intent, &to_ada(None)).await;
    assert!(matches!(&told, Admission::OptedOut { at, .. } if *at == since), "{told:?}");
    let mut start = by_ada("c", "start");
    start.event = start.event.with_keyword(Keyword::Start);
    accept(store, [start]).await;
    assert_eq!(admit(store, &lease, &intent, &to_ada(None)).await, Admission::Granted);
    assert!(store.opted_out(10).await.expect("opted out").is_empty());
}

/// What a person said among others goes, and what answers them; what others said stays, and is answered.
pub async fn a_person_among_others_is_erased_alone(store: &dyn Store, _: &HandClock) {
    for author in ["bob", "eve"] {
        accept(store, [from("room", author, &format!("{author} asks"))]).await;
        reply(store, &[&format!("to {author}")]).await;
        carry(store, author).await;
    }
    accept(
        store,
        [from("alone", "bob", "bob alone"), from("room", "bob", "bob waits"), from("room", "eve", "eve waits")],
    )
    .await;
    let room = claim(store, Side::Turns).await.into_iter().map(turn).find(|(lease, _)| lease.lane == lane("room"));
    let (lease, queued) = room.expect("a turn");
    let before = export(store, &person("eve")).await;
    let removed = erase(store, person("bob")).await.removed;
    assert_eq!((removed.conversations, removed.events, removed.ended, removed.lines), (2, 3, 2, 4));
    assert_eq!(export(store, &person("bob")).await, []);
    let text = |records: Vec<crate::Record>| records.into_iter().map(|record| record.content.text).collect::<Vec<_>>();
    let lines = text(store.records(&lane("room"), Slice::After(0), 10).await.expect("records"));
    assert_eq!(lines, ["eve asks", "to eve", "eve waits"]);
    let after = export(store, &person("eve")).await;
    let lines = |items: &[Exported]| items.iter().filter(|item| matches!(item, Exported::Line { .. })).count();
    assert_eq!((lines(&before), lines(&after)), (3, 3));
    let ending = replied(&lease.lane, &["to bob as well"]);
    assert_eq!(store.finish(&lease, end(&queued, ending)).await, Err(StoreError::Fenced));
    let (_, queued) = claim_turn(store).await;
    assert_eq!((names(&queued), queued[0].crashes), (vec!["eve waits"], 0));
    assert_eq!(counts(store).await.erased, 2);
    assert!(accept(store, [from("room", "bob", "bob waits")]).await[0].duplicate);
}

/// Whoever erases twice is shown that it was done, and when there was nothing left.
pub async fn an_erasure_is_told_again(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    let first = erase(store, conversation("c")).await;
    let key = store.secret("erasure", &Secret::new("another")).await.expect("the key");
    assert!(first.is_signed_under(&key) && first.earlier.is_none() && first.removed.events == 1);
    let second = erase(store, conversation("c")).await;
    assert_eq!((second.removed, second.earlier.as_deref()), (crate::Removed::default(), Some("receipt")));
    assert_eq!((&second.subject, second.subject.contains("chat")), (&first.subject, false));
    assert!(second.is_signed_under(&key));
    let mut forged = first;
    forged.removed.events = 0;
    assert!(!forged.is_signed_under(&key));
    let other = erase(store, person("nobody")).await;
    assert!(other.earlier.is_none() && other.subject != second.subject);
}

/// What is erased in one tenant is not in another.
pub async fn an_erasure_is_of_one_tenant(store: &dyn Store, _: &HandClock) {
    let theirs = |text: &str| {
        let mut arrival = by_ada("c", text).from_sender(Sender { address: ADA.into(), alone: true });
        arrival.lane.tenant = "other".into();
        arrival
    };
    accept(store, [by_ada("c", "ours"), theirs("theirs")]).await;
    let other = Subject::Person { tenant: "other".into(), id: ADA.into() };
    let before = export(store, &other).await;
    assert_eq!(before.len(), 4, "a conversation, an event, a line, a contact: {before:?}");
    erase(store, person(ADA)).await;
    assert_eq!(export(store, &other).await, before);
    assert_eq!(export(store, &person(ADA)).await, []);
    assert_eq!(claim(store, Side::Turns).await.len(), 1);
}
