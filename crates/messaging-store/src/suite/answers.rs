use messaging_core::capability::Reply;

use super::{HandClock, story::*};
use crate::{Answer, EventId, Inline, Intent, Lease, Settled, Side, Store};

fn words() -> Answer {
    Reply::body("text/xml", "<Response/>").into()
}

/// Ends the only turn there is with two replies inside the answer to its event.
async fn answered(store: &dyn Store, texts: &[&str]) -> EventId {
    let (lease, queued) = claim_turn(store).await;
    let inline = Inline {
        event: queued[0].id,
        answer: words(),
        taken_within: seconds(10),
        look: seconds(2),
        admits: Vec::new(),
    };
    let turn = end(&queued, replied(&lease.lane, texts)).within(inline);
    store.finish(&lease, turn).await.expect("finish");
    queued[0].id
}

async fn answer(store: &dyn Store, event: EventId) -> Option<Answer> {
    store.answer(event).await.expect("an answer, or none")
}

async fn settle(store: &dyn Store, (lease, intent): (Lease, Intent), settled: Settled) {
    store.settle(&lease, &intent.id, settled).await.expect("settle");
}

/// What an answer says may have been heard: it is looked up, no sooner than the platform has had its time.
pub async fn an_answer_is_a_doubt(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    let start = clock.millis();
    let event = answered(store, &["one", "two"]).await;
    assert_eq!(answer(store, event).await, Some(words()));
    clock.advance(seconds(11));
    nothing(store, Side::Sends).await;
    clock.advance(seconds(1));
    let (lease, one) = claim_send(store).await;
    let doubt = one.doubt.clone().expect("in doubt");
    assert_eq!((doubt.not_before, doubt.since, doubt.looks), (start, start.plus(seconds(10)), 0));
    settle(store, (lease, one), sent("m1")).await;
    let two = claim_send(store).await;
    assert!(two.1.doubt.is_some());
    settle(store, two, sent("m2")).await;
    assert_eq!(counts(store).await.answered, 1);
}

/// Whoever tells the event again hears the same words, and what was looked up before counts for nothing.
pub async fn an_answer_is_given_again(store: &dyn Store, clock: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    let event = answered(store, &["one"]).await;
    clock.advance(seconds(12));
    let (lease, intent) = claim_send(store).await;
    let again = clock.millis();
    assert_eq!(answer(store, event).await, Some(words()));
    let late = store.settle(&lease, &intent.id, Settled::again(seconds(0), "not yet")).await;
    assert_eq!(late, Err(crate::StoreError::Fenced), "it looked before the words were given again");
    nothing(store, Side::Sends).await;
    clock.advance(seconds(12));
    let doubt = claim_send(store).await.1.doubt.expect("in doubt");
    assert_eq!((doubt.since, doubt.looks), (again.plus(seconds(10)), 0));
}

/// Once anything in it was decided on, an answer is not given any more: nobody hears it twice.
pub async fn an_answer_is_not_given_beside_a_send(store: &dyn Store, clock: &HandClock) {
    for (name, settled) in [("c", Settled::again(seconds(0), "not yet")), ("d", sent("m"))] {
        accept(store, [said(name, name)]).await;
        let event = answered(store, &["one"]).await;
        clock.advance(seconds(12));
        settle(store, claim_send(store).await, settled).await;
        assert_eq!(answer(store, event).await, None);
        if name == "c" {
            let fresh = claim_send(store).await;
            assert_eq!(fresh.1.doubt, None, "it is sent the ordinary way");
            settle(store, fresh, sent("n")).await;
        }
    }
    assert_eq!(answer(store, 999).await, None);
}

/// Whoever wants nothing more hears no answer again; what was said before is looked up as ever.
pub async fn a_stop_keeps_an_answer_back(store: &dyn Store, clock: &HandClock) {
    let ada =
        |arrival: crate::Arrival| arrival.from_sender(crate::Sender { address: "+15550100777".into(), alone: true });
    accept(store, [ada(said("c", "hi"))]).await;
    let event = answered(store, &["one"]).await;
    assert_eq!(answer(store, event).await, Some(words()));
    let mut stop = ada(said("c", "stop"));
    stop.event = stop.event.with_keyword(messaging_core::Keyword::Stop);
    accept(store, [stop]).await;
    assert_eq!(answer(store, event).await, None);
    clock.advance(seconds(12));
    assert!(claim_send(store).await.1.doubt.is_some());
}

/// Nothing overtakes a reply that waits: then the answer stays unsaid, and the replies go the ordinary way.
pub async fn an_answer_does_not_overtake(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "one")]).await;
    reply(store, &["first"]).await;
    accept(store, [said("c", "two")]).await;
    let event = answered(store, &["second"]).await;
    assert_eq!(answer(store, event).await, None);
    for text in ["first", "second"] {
        let (lease, intent) = claim_send(store).await;
        assert_eq!((intent.message.content.text.as_str(), &intent.doubt), (text, &None));
        settle(store, (lease, intent), sent(text)).await;
    }
}

/// A turn that says nothing has no answer, and an answer belongs to an event of its turn.
pub async fn an_answer_belongs_to_its_event(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hi")]).await;
    let event = answered(store, &[]).await;
    assert_eq!(answer(store, event).await, None);
    accept(store, [said("c", "ho")]).await;
    let (lease, queued) = claim_turn(store).await;
    let inline = Inline { event, answer: words(), taken_within: seconds(10), look: seconds(2), admits: Vec::new() };
    let turn = end(&queued, replied(&lease.lane, &["one"])).within(inline);
    store.finish(&lease, turn).await.expect("finish");
    assert_eq!(answer(store, event).await, None);
    assert_eq!(claim_send(store).await.1.doubt, None);
}

/// What a reply offers stays on record, although its text spells it out.
pub async fn offered_choices_stay_on_record(store: &dyn Store, _: &HandClock) {
    use messaging_core::message::Action;
    accept(store, [said("c", "hi")]).await;
    let (lease, queued) = claim_turn(store).await;
    let message = messaging_core::SendMessage::new(lease.lane.conversation.place().clone(), "Pick:\n1. Tea");
    let offered = vec![Action::new("Tea", "tea")];
    let draft = crate::Draft::new("i", message).offering(offered.clone());
    store.finish(&lease, end(&queued, crate::Ending::Replied(vec![draft]))).await.expect("finish");
    let (lease, intent) = claim_send(store).await;
    assert!(intent.message.content.actions.is_empty(), "what is sent has no buttons");
    settle(store, (lease, intent), sent("m")).await;
    let records = store.records(&lane("c"), crate::Slice::After(0), 10).await.expect("records");
    assert_eq!((&records[1].content.text[..], &records[1].content.actions), ("Pick:\n1. Tea", &offered));
}
