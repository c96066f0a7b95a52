use futures_util::StreamExt;
use messaging_core::{
    EventKind,
    message::{Participant, ParticipantAddress},
};

use crate::plain::{echo, happened, house, reference, said};

#[tokio::test(start_paused = true)]
async fn people_are_shown_by_name_wherever_a_conversation_is_read() {
    let house = house(echo);
    let mut ada = Participant::new("MB1", ParticipantAddress::Identity("ada".into()));
    ada.attributes.insert("from".into(), "Ann - Local Expert".into());
    house.tell([said("one"), happened("joined", EventKind::ParticipantAdded(ada.clone()))]).await;
    house.tell([happened("left", EventKind::ParticipantRemoved(ada))]).await;
    house.tell([said("two")]).await;
    house.run(2).await;
    let turn = house.last_turn();
    assert_eq!(turn.messages[0].author.name.as_deref(), Some("Ann - Local Expert"));
    assert_eq!(turn.history[0].name.as_deref(), Some("Ann - Local Expert"));
    let first = Box::pin(house.gateway.messages(&reference(), 0)).next().await.unwrap().unwrap();
    assert_eq!(first.author.unwrap().name.as_deref(), Some("Ann - Local Expert"));
    let mut bob = said("three");
    let EventKind::MessageAdded(message) = &mut bob.kind else { panic!("a message") };
    message.author.name = Some("Ada at home".into());
    house.tell([bob]).await;
    house.run(1).await;
    assert_eq!(house.last_turn().messages[0].author.name.as_deref(), Some("Ada at home"), "the message's own word");
}
