use messaging_core::{
    Event, EventKind,
    event::{Command, Interaction, ReplyAttributes},
    message::{Action, Author},
};

use crate::plain::{echo, happened, house, house_with, said};

fn pressed(key: &str) -> Event {
    let mut action = Interaction::new(Author::new("ada"), vec![Action::new("Approve", "req-1")]).on("m7");
    action.attributes.insert("action_id".into(), "approve".into());
    let attributes = ReplyAttributes::default().with("response_url", format!("https://hooks.test/{key}"));
    happened(key, EventKind::Action(action)).with_reply_attributes(attributes)
}

#[tokio::test(start_paused = true)]
async fn a_button_gets_a_turn_and_its_replies_carry_what_it_says() {
    let house = house(echo);
    house.tell([said("hi")]).await;
    house.run(1).await;
    house.tell([pressed("k1")]).await;
    house.run(1).await;
    let turn = house.last_turn();
    let message = &turn.messages[0];
    assert_eq!((turn.text().as_str(), message.author.id.as_str()), ("Approve", "ada"));
    assert_eq!(message.choice, Some(Action::new("Approve", "req-1")));
    assert_eq!((&message.attributes["action_id"], &message.attributes["message"]), (&"approve".into(), &"m7".into()));
    assert!(!message.attributes.contains_key("response_url"), "the address is no concern of the agent's");
    house.tell([said("and?")]).await;
    house.run(1).await;
    let sent = house.sent.lock().unwrap().clone();
    let carried: Vec<_> = sent.iter().map(|message| message.attributes.get("response_url")).collect();
    assert_eq!(carried, [None, Some(&"https://hooks.test/k1".into()), None]);
    assert_eq!(
        house.last_turn().history.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(),
        ["hi", "re: hi", "Approve", "re: Approve"]
    );
}

#[tokio::test(start_paused = true)]
async fn a_command_gets_a_turn() {
    let house = house(echo);
    let command = Command::new("/deploy", Author::new("ada")).with_text("staging");
    house.tell([happened("k", EventKind::Command(command))]).await;
    house.run(1).await;
    assert_eq!(house.texts(), ["re: /deploy staging"]);
    assert_eq!((house.last_turn().messages[0].choice.clone(), house.last_turn().messages[0].id.as_str()), (None, "k"));
}

#[tokio::test(start_paused = true)]
async fn merged_messages_are_answered_as_the_newest_asks() {
    let house = house_with(messaging_core::Descriptor::new("plain"), echo, |builder| {
        builder.settings(serde_json::from_str(r#"{"turns":{"policy":"supersede"}}"#).unwrap())
    });
    house.tell([pressed("k1"), said("no, wait")]).await;
    house.run(5).await;
    let sent = house.sent.lock().unwrap().clone();
    assert_eq!(house.texts(), ["re: Approve\nno, wait"]);
    assert!(sent[0].attributes.is_empty());
}
