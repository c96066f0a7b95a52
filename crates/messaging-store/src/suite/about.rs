use messaging_core::{
    EventKind, UnixMillis,
    message::{ConversationState, Participant, ParticipantAddress},
};

use super::{HandClock, story::*};
use crate::{Settled, Shelf, Side, Slice, Store};

async fn state(store: &dyn Store, name: &str, state: ConversationState) {
    let number = counts(store).await.noted;
    accept(store, [noted(name, &format!("state {number}"), EventKind::ConversationState(state))]).await;
}

/// What was not begun ends silently, and so does whatever is written later; all of it is counted and on record.
pub async fn no_turn_begins_in_a_closed_conversation(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "before"), said("d", "elsewhere")]).await;
    state(store, "c", ConversationState::Closed).await;
    accept(store, [said("c", "after")]).await;
    let (lease, _) = claim_turn(store).await;
    assert_eq!(lease.lane, lane("d"));
    let there = counts(store).await;
    assert_eq!((there.accepted, there.silent, there.in_flight), (3, 2, 1));
    assert_eq!(store.records(&lane("c"), Slice::After(0), 10).await.expect("records").len(), 2);
    assert_eq!(store.about(&lane("c")).await.expect("about").state, ConversationState::Closed);
    // A gap is not waited for either.
    accept(store, [counted("c", 7)]).await;
    nothing(store, Side::Turns).await;
}

/// A turn under way may end, but what it says does not leave; what may have left is looked up as ever.
pub async fn no_reply_leaves_a_closed_conversation(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "one")]).await;
    reply(store, &["first", "second"]).await;
    let (sending, first) = claim_send(store).await;
    store.settle(&sending, &first.id, Settled::in_doubt(seconds(0), "fog")).await.expect("settle");
    accept(store, [said("c", "two")]).await;
    let (lease, queued) = claim_turn(store).await;
    state(store, "c", ConversationState::Closed).await;
    store.finish(&lease, end(&queued, replied(&lease.lane, &["late", "later"]))).await.expect("finish");
    let (sending, doubtful) = claim_send(store).await;
    assert!(doubtful.id == first.id && doubtful.doubt.is_some());
    store.settle(&sending, &doubtful.id, sent("m")).await.expect("settle");
    nothing(store, Side::Sends).await;
    let refused = store.shelved(Shelf::Rejected, 10).await.expect("shelved");
    assert!(refused.len() == 3 && refused.iter().all(|thing| thing.reason.contains("closed")), "{refused:?}");
    let counts = counts(store).await;
    assert_eq!((counts.rejected, counts.in_flight), (2, 0));
}

/// Callbacks come in any order: a change that happened before the last known one is told late, unless it is the end.
pub async fn a_state_that_is_told_late_changes_nothing(store: &dyn Store, _: &HandClock) {
    let told = async |moment: i64, state: ConversationState| {
        let mut arrival = noted("c", &format!("{state:?} at {moment}"), EventKind::ConversationState(state));
        arrival.event.occurred_at = Some(UnixMillis(moment));
        accept(store, [arrival]).await;
        store.about(&lane("c")).await.expect("about").state
    };
    assert_eq!(told(10, ConversationState::Inactive).await, ConversationState::Inactive);
    assert_eq!(told(30, ConversationState::Active).await, ConversationState::Active);
    assert_eq!(told(20, ConversationState::Inactive).await, ConversationState::Active);
    assert_eq!(told(40, ConversationState::Inactive).await, ConversationState::Inactive);
    assert_eq!(told(35, ConversationState::Closed).await, ConversationState::Closed);
}

/// Closed is for good; asleep is not.
pub async fn closed_is_final_and_inactive_is_not(store: &dyn Store, _: &HandClock) {
    let now = async |name| store.about(&lane(name)).await.expect("about").state;
    assert_eq!(now("c").await, ConversationState::Active);
    state(store, "c", ConversationState::Inactive).await;
    assert_eq!(now("c").await, ConversationState::Inactive);
    accept(store, [said("c", "wake up")]).await;
    assert_eq!(now("c").await, ConversationState::Active);
    reply(store, &["yes?"]).await;
    carry(store, "m").await;
    for told in [ConversationState::Inactive, ConversationState::Active, ConversationState::Inactive] {
        state(store, "c", told.clone()).await;
        assert_eq!(now("c").await, told);
    }
    state(store, "c", ConversationState::Closed).await;
    for told in [ConversationState::Active, ConversationState::Inactive, "revived".into()] {
        state(store, "c", told).await;
        assert_eq!(now("c").await, ConversationState::Closed);
    }
    assert_eq!(now("d").await, ConversationState::Active, "one conversation says nothing of another");
}

/// People are shown by the name their participant brought, in what was said before they joined too, and after they left.
pub async fn people_are_shown_by_name(store: &dyn Store, _: &HandClock) {
    accept(store, [said("c", "hello"), said("d", "elsewhere")]).await;
    let mut ada = Participant::new("MB1", ParticipantAddress::Identity("ada".into()));
    ada.attributes.insert("from".into(), "Ada - Local Expert".into());
    let stranger = Participant::new("MB2", ParticipantAddress::Identity("bob".into()));
    let joined = [(&ada, "joined"), (&stranger, "stranger")];
    accept(store, joined.map(|(who, key)| noted("c", key, EventKind::ParticipantAdded(who.clone())))).await;
    accept(store, [noted("c", "left", EventKind::ParticipantRemoved(ada))]).await;
    let shown = async |name| {
        let records = store.records(&lane(name), Slice::After(0), 1).await.expect("records");
        records.into_iter().next().and_then(|record| record.author).and_then(|author| author.name)
    };
    assert_eq!(shown("c").await.as_deref(), Some("Ada - Local Expert"));
    assert_eq!(shown("d").await, None, "a name is one of its conversation");
    let people = store.about(&lane("c")).await.expect("about").people;
    assert_eq!(people.keys().collect::<Vec<_>>(), ["MB1", "ada"], "{people:?}");
    let mut renamed = Participant::new("MB1", ParticipantAddress::Identity("ada".into()));
    renamed.role = Some("expert".into());
    accept(store, [noted("c", "again", EventKind::ParticipantAdded(renamed))]).await;
    assert_eq!(shown("c").await.as_deref(), Some("expert ada"));
}
