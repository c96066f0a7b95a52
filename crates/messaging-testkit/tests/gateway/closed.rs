use std::time::Duration;

use messaging_core::{EventKind, message::ConversationState};
use messaging_store::Shelf;
use tokio::time::sleep;

use crate::plain::{echo, happened, house, said};

fn state(key: &str, state: ConversationState) -> messaging_core::Event {
    happened(key, EventKind::ConversationState(state))
}

#[tokio::test(start_paused = true)]
async fn no_turn_begins_in_a_closed_conversation() {
    let house = house(echo);
    house.tell([said("before"), state("s", ConversationState::Closed)]).await;
    house.tell([said("after")]).await;
    house.run(5).await;
    assert!(house.turns.lock().unwrap().is_empty() && house.texts().is_empty());
    let counts = house.gateway.counts().await.unwrap();
    assert_eq!((counts.accepted, counts.silent, counts.in_flight), (2, 2, 0));
}

#[tokio::test(start_paused = true)]
async fn what_a_turn_says_into_a_closed_conversation_is_refused() {
    let house = house(|turn| async {
        sleep(Duration::from_secs(3)).await;
        echo(turn).await
    });
    house.tell([said("hi")]).await;
    let closing = async {
        sleep(Duration::from_secs(1)).await;
        house.tell([state("s", ConversationState::Closed)]).await;
    };
    tokio::join!(house.run(10), closing);
    assert!(house.texts().is_empty());
    let refused = house.gateway.shelved(Shelf::Rejected, 10).await.unwrap();
    assert!(refused.len() == 1 && refused[0].reason.contains("the conversation is closed"), "{refused:?}");
}

#[tokio::test(start_paused = true)]
async fn an_agent_is_told_the_state_and_a_message_wakes_what_sleeps() {
    let house = house(echo);
    house.tell([state("s", "archived".into()), said("hi")]).await;
    house.run(1).await;
    assert_eq!(house.last_turn().state, ConversationState::Other("archived".into()));
    house.tell([state("t", ConversationState::Inactive)]).await;
    house.tell([said("again")]).await;
    house.run(1).await;
    assert_eq!(house.last_turn().state, ConversationState::Active);
    assert_eq!(house.texts(), ["re: hi", "re: again"]);
}
