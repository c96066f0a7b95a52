use std::time::Duration;

use messaging_core::{Event, EventKind, Keyword, UnixMillis};

use super::{HandClock, story::*};
use crate::{Admission, Admit, Arrival, Lease, Sender, Settled, Shelf, Side, Slice, Store, StoreError};

fn keyword(conversation: &str, key: &str, keyword: Keyword) -> Arrival {
    let mut arrival = by_ada(conversation, key);
    arrival.event = arrival.event.with_keyword(keyword);
    arrival
}

/// A send to Ada, within a window if there is one.
pub(super) fn to_ada(window: Option<Duration>) -> Admit {
    Admit {
        address: Some(ADA.into()),
        window,
        charge: charge(1, None),
        limits: Vec::new(),
        billed: false,
        instead: None,
    }
}

fn is_out(admission: &Admission) -> bool {
    matches!(admission, Admission::OptedOut { .. })
}

/// Yes is Start for whoever has said Stop, and an answer for the agent either way.
pub async fn yes_gives_consent_back_and_gets_a_turn(store: &dyn Store, _: &HandClock) {
    accept(store, [keyword("c", "stop", Keyword::Stop)]).await;
    assert_eq!(store.opted_out(10).await.expect("opted out").len(), 1);
    accept(store, [keyword("c", "yes", Keyword::Yes)]).await;
    assert!(store.opted_out(10).await.expect("opted out").is_empty());
    let counts = counts(store).await;
    assert_eq!((counts.accepted, counts.noted, counts.in_flight), (1, 1, 1));
    reply(store, &["one"]).await;
    let (lease, intent) = claim_send(store).await;
    assert_eq!(admit(store, &lease, &intent, &to_ada(None)).await, Admission::Granted);
}

/// Consent is part of the commit that took the keyword in: it gets no turn, and nothing is let out from then on.
pub async fn stop_ends_consent_and_start_gives_it_back(store: &dyn Store, clock: &HandClock) {
    accept(store, [by_ada("c", "hi")]).await;
    reply(store, &["one"]).await;
    let (lease, intent) = claim_send(store).await;
    assert_eq!(admit(store, &lease, &intent, &to_ada(None)).await, Admission::Granted);
    let since = clock.millis();
    accept(store, [keyword("c", "stop", Keyword::Stop)]).await;
    nothing(store, Side::Turns).await;
    clock.advance(seconds(1));
    // It was claimed before: whoever asks again is told.
    let told = admit(store, &lease, &intent, &to_ada(None)).await;
    assert!(matches!(&told, Admission::OptedOut { at, .. } if *at == since), "{told:?}");
    let out = store.opted_out(10).await.expect("opted out");
    assert_eq!(out.iter().map(|one| (one.address.as_str(), one.at)).collect::<Vec<_>>(), [(ADA, since)]);
    accept(store, [keyword("c", "help", Keyword::Help)]).await;
    assert!(is_out(&admit(store, &lease, &intent, &to_ada(None)).await), "a question gives nothing back");
    accept(store, [keyword("c", "start", Keyword::Start)]).await;
    assert_eq!(admit(store, &lease, &intent, &to_ada(None)).await, Admission::Granted);
    assert!(store.opted_out(10).await.expect("opted out").is_empty());
    let counts = counts(store).await;
    assert_eq!((counts.accepted, counts.noted, counts.in_flight), (1, 3, 1));
    let records = store.records(&lane("c"), Slice::After(0), 10).await.expect("records");
    let lines: Vec<_> = records.iter().map(|record| record.content.text.as_str()).collect();
    assert_eq!(lines, ["hi", "stop", "help", "start"], "what a person said is on the record");
}

/// A keyword that is told again is a duplicate, whatever was said since.
pub async fn a_keyword_told_again_changes_nothing(store: &dyn Store, _: &HandClock) {
    let stop = || keyword("c", "stop", Keyword::Stop);
    accept(store, [stop(), stop(), keyword("c", "start", Keyword::Start)]).await;
    accept(store, [stop()]).await;
    assert!(store.opted_out(10).await.expect("opted out").is_empty());
}

/// What was said earlier and is heard later takes nothing back that was said in between.
pub async fn a_start_from_before_the_stop_changes_nothing(store: &dyn Store, clock: &HandClock) {
    let began = clock.millis();
    let dated = |key: &str, word, seconds: i64| {
        let mut arrival = keyword("c", key, word);
        arrival.event.occurred_at = Some(UnixMillis(began.0 + seconds * 1_000));
        arrival
    };
    let out =
        async || store.opted_out(10).await.expect("opted out").iter().map(|one| one.at.0 - began.0).collect::<Vec<_>>();
    clock.advance(seconds(100));
    accept(store, [dated("first stop", Keyword::Stop, 10), dated("last stop", Keyword::Stop, 50)]).await;
    for (key, word) in [("start", Keyword::Start), ("yes", Keyword::Yes)] {
        accept(store, [dated(key, word, 49)]).await;
        assert_eq!(out().await, [50_000], "{key}");
    }
    accept(store, [dated("stop in between", Keyword::Stop, 30)]).await;
    assert_eq!(out().await, [50_000]);
    accept(store, [dated("last start", Keyword::Start, 50)]).await;
    assert!(out().await.is_empty());
    accept(store, [keyword("c", "undated stop", Keyword::Stop), dated("early start", Keyword::Start, 99)]).await;
    assert_eq!(out().await, [100_000], "what nobody dates is said when it is heard");
    accept(store, [dated("from the future", Keyword::Start, 1_000)]).await;
    assert!(out().await.is_empty());
}

/// What waits for the person ends in the same commit, wherever they are reached; what may be under way is not touched.
pub async fn stop_cancels_what_is_queued(store: &dyn Store, clock: &HandClock) {
    accept(store, [by_ada("c", "hi")]).await;
    reply(store, &["one", "two"]).await;
    let (lease, intent) = claim_send(store).await;
    let later = Settled::again(seconds(3_600), "not yet");
    store.settle(&lease, &intent.id, later).await.expect("settle");
    accept(store, [by_ada("d", "ho"), said("e", "not ada")]).await;
    for (lease, queued) in claim(store, Side::Turns).await.into_iter().map(turn) {
        store.finish(&lease, end(&queued, replied(&lease.lane, &["three"]))).await.expect("finish");
    }
    accept(store, [keyword("d", "stop", Keyword::Stop)]).await;
    let shelf = store.shelved(Shelf::Rejected, 10).await.expect("shelved");
    let ids: Vec<_> = shelf.iter().map(|thing| thing.id.as_str()).collect();
    assert_eq!(ids, ["suite:chat:d/three", "suite:chat:c/two", "suite:chat:c/one"]);
    assert!(shelf.iter().all(|thing| thing.reason.contains("opted out")), "{shelf:?}");
    let sum = counts(store).await;
    assert_eq!((sum.accepted, sum.rejected, sum.in_flight), (3, 2, 1));
    assert_eq!(claim_send(store).await.0.lane, lane("e"), "nobody else is held up");
    clock.advance(seconds(3_600));
    accept(store, [keyword("d", "start", Keyword::Start)]).await;
    assert_eq!(claim(store, Side::Sends).await.len(), 1, "what was cancelled does not come back");
}

/// What may have been sent stays a doubt, to be looked up as ever; its wait is not cut short.
pub async fn stop_leaves_a_doubt_to_its_look(store: &dyn Store, clock: &HandClock) {
    accept(store, [by_ada("c", "hi")]).await;
    reply(store, &["one", "two"]).await;
    let (lease, intent) = claim_send(store).await;
    store.settle(&lease, &intent.id, Settled::in_doubt(seconds(60), "fog")).await.expect("settle");
    accept(store, [keyword("c", "stop", Keyword::Stop)]).await;
    assert_eq!(store.shelved(Shelf::Rejected, 10).await.expect("shelved").len(), 1);
    clock.advance(seconds(59));
    nothing(store, Side::Sends).await;
    clock.advance(seconds(1));
    let (lease, intent) = claim_send(store).await;
    assert!(intent.doubt.is_some());
    store.settle(&lease, &intent.id, sent("m")).await.expect("settle");
    assert_eq!(counts(store).await.rejected, 1, "the event ended with its first bad reply");
}

/// One of many who are reached together opts out alone.
pub async fn stop_among_others_cancels_nobody_elses(store: &dyn Store, _: &HandClock) {
    let in_group = |text: &str| said("g", text).from_sender(Sender { address: ADA.into(), alone: false });
    accept(store, [in_group("hi")]).await;
    reply(store, &["to all"]).await;
    let Arrival { lane, event, sender, .. } = in_group("stop");
    let sender = sender.expect("a sender");
    accept(store, [Arrival::new(lane, event.with_keyword(Keyword::Stop)).from_sender(sender)]).await;
    assert_eq!(store.opted_out(10).await.expect("opted out").len(), 1);
    carry(store, "m").await;
}

/// The ledger is that of one account of one tenant; without a sender there is none.
pub async fn consent_is_of_one_account(store: &dyn Store, _: &HandClock) {
    accept(store, [by_ada("c", "hi")]).await;
    reply(store, &["one"]).await;
    let Arrival { lane, event, sender, .. } = keyword("c", "stop", Keyword::Stop);
    let account = messaging_core::ConversationRef::new("other", lane.conversation.place().clone());
    let strangers =
        [crate::Lane { tenant: "other".into(), ..lane.clone() }, crate::Lane { conversation: account, ..lane.clone() }];
    let told = strangers.map(|lane| Arrival::new(lane, event.clone()).from_sender(sender.clone().expect("a sender")));
    accept(store, told).await;
    accept(store, [Arrival::new(lane, event)]).await;
    let (lease, intent) = claim_send(store).await;
    assert_eq!(admit(store, &lease, &intent, &to_ada(None)).await, Admission::Granted);
    assert_eq!(store.opted_out(1).await.expect("opted out").len(), 1, "no more than asked");
}

/// A provider that knows better has the last word, until the person says otherwise.
pub async fn a_provider_may_say_it_too(store: &dyn Store, clock: &HandClock) {
    accept(store, [by_ada("c", "hi")]).await;
    reply(store, &["one", "two"]).await;
    let (lease, intent) = claim_send(store).await;
    let since = clock.millis();
    store.opt_out(&lease.lane, ADA, "the provider refused it: 21610").await.expect("opt out");
    clock.advance(seconds(1));
    store.opt_out(&lease.lane, ADA, "again").await.expect("opt out");
    let told = admit(store, &lease, &intent, &to_ada(None)).await;
    let first = Admission::OptedOut { at: since, why: "the provider refused it: 21610".into() };
    assert_eq!(told, first, "the first word stands");
    store.settle(&lease, &intent.id, Settled::Rejected { reason: "21610".into() }).await.expect("settle");
    nothing(store, Side::Sends).await;
    let sum = counts(store).await;
    assert_eq!((sum.rejected, sum.in_flight), (1, 0));
    accept(store, [keyword("c", "start", Keyword::Start)]).await;
    assert!(store.opted_out(10).await.expect("opted out").is_empty());
}

/// A window is counted from the person's last message, a keyword too.
pub async fn a_window_closes_and_opens_again(store: &dyn Store, clock: &HandClock) {
    let day = Some(Duration::from_secs(24 * 3_600));
    accept(store, [said("c", "by nobody we know")]).await;
    reply(store, &["one"]).await;
    let (lease, intent) = claim_send(store).await;
    let never = Admission::WindowClosed { last: None };
    assert_eq!(admit(store, &lease, &intent, &to_ada(day)).await, never);
    assert_eq!(admit(store, &lease, &intent, &to_ada(None)).await, Admission::Granted, "a template may go");
    let wrote = clock.millis();
    accept(store, [by_ada("d", "hello")]).await;
    clock.advance(Duration::from_secs(24 * 3_600 - 1));
    let lease = Lease { until: tokio::time::Instant::now() + LEASE, ..claim_send(store).await.0 };
    assert_eq!(admit(store, &lease, &intent, &to_ada(day)).await, Admission::Granted);
    clock.advance(seconds(1));
    let closed = Admission::WindowClosed { last: Some(wrote) };
    assert_eq!(admit(store, &lease, &intent, &to_ada(day)).await, closed);
    accept(store, [keyword("d", "help", Keyword::Help)]).await;
    assert_eq!(admit(store, &lease, &intent, &to_ada(day)).await, Admission::Granted);
}

/// What leaves instead is what a doubt is about, and what the record says.
pub async fn what_leaves_instead_is_written_down(store: &dyn Store, clock: &HandClock) {
    accept(store, [by_ada("c", "hi")]).await;
    reply(store, &["one"]).await;
    let (lease, intent) = claim_send(store).await;
    let instead = messaging_core::SendMessage::new(lease.lane.conversation.place().clone(), "a template");
    let asked = Admit { instead: Some(instead.clone()), ..to_ada(None) };
    assert_eq!(admit(store, &lease, &intent, &asked).await, Admission::Granted);
    clock.advance(LEASE);
    let (lease, intent) = claim_send(store).await;
    assert_eq!(intent.message, instead);
    store.settle(&lease, &intent.id, sent("m")).await.expect("settle");
    let records = store.records(&lane("c"), Slice::After(0), 10).await.expect("records");
    assert_eq!(records[1].content.text, "a template");
}

/// Only the holder of the lane is told, and only what can still be sent is let out.
pub async fn nothing_is_admitted_without_its_lease(store: &dyn Store, clock: &HandClock) {
    accept(store, [by_ada("c", "hi")]).await;
    reply(store, &["one"]).await;
    let (late, intent) = claim_send(store).await;
    clock.advance(LEASE);
    let (lease, _) = claim_send(store).await;
    let asked = to_ada(None);
    assert_eq!(store.admit(&late, &intent.id, &asked).await, Err(StoreError::Fenced));
    assert_eq!(store.admit(&lease, &"unknown".into(), &asked).await, Ok(Admission::Over));
    let mut delivery = messaging_core::Delivery::new("m", messaging_core::DeliveryStatus::Sent);
    delivery.intent = Some(intent.id.clone());
    let place = lease.lane.conversation.place().clone();
    let proof = Event::new("d", place, EventKind::Delivery(delivery));
    accept(store, [Arrival::new(lease.lane.clone(), proof)]).await;
    assert_eq!(store.admit(&lease, &intent.id, &asked).await, Ok(Admission::Over));
    accept(store, [by_ada("d", "ho")]).await;
    let (of_a_turn, _) = claim_turn(store).await;
    assert_eq!(store.admit(&of_a_turn, &intent.id, &asked).await, Err(StoreError::Fenced));
}
