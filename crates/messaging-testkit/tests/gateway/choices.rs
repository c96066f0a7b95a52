use messaging_agent::Turn;
use messaging_core::{
    Descriptor, EventKind,
    message::{Action, Content},
};

use crate::plain::{House, house, house_with, said};

async fn menu(turn: Turn) -> Vec<Content> {
    if turn.text() != "menu" {
        return vec![format!("re: {}", turn.text()).into()];
    }
    let mut content = Content::text("Pick one:");
    content.actions = vec![Action::new("Tea", "tea"), Action::new("Coffee", "coffee")];
    vec![content]
}

async fn chosen(house: &House, text: &str) -> Option<Action> {
    house.tell([said(text)]).await;
    house.run(1).await;
    house.last_turn().messages[0].choice.clone()
}

#[tokio::test(start_paused = true)]
async fn a_number_becomes_the_action_it_stands_for() {
    let house = house(menu);
    assert_eq!(chosen(&house, "1").await, None, "nothing was offered yet");
    assert_eq!(chosen(&house, "menu").await, None);
    assert_eq!(house.texts().last().unwrap(), "Pick one:\n1. Tea\n2. Coffee");
    assert_eq!(chosen(&house, "3").await, None);
    assert_eq!(house.last_turn().text(), "3", "what was written stays as it was");
    assert_eq!(chosen(&house, "2.").await, Some(Action::new("Coffee", "coffee")));
    assert_eq!(chosen(&house, "2").await, None, "the offer was answered: the next number means something else");
    assert_eq!(house.last_turn().text(), "2");
}

#[tokio::test(start_paused = true)]
async fn the_providers_own_word_wins_and_buttons_stay_buttons() {
    let house = house_with(Descriptor::new("plain").with_actions(), menu, |builder| builder);
    chosen(&house, "menu").await;
    assert_eq!(house.sent.lock().unwrap()[0].content.actions.len(), 2);
    let mut pressed = said("2 ");
    let EventKind::MessageAdded(message) = &mut pressed.kind else { panic!("a message") };
    message.choice = Some(Action::new("Tea", "from the button"));
    house.tell([pressed]).await;
    house.run(1).await;
    assert_eq!(house.last_turn().messages[0].choice, Some(Action::new("Tea", "from the button")));
}

#[tokio::test(start_paused = true)]
async fn a_choice_is_found_without_a_history_for_the_agent() {
    let house = house_with(Descriptor::new("plain"), menu, |builder| {
        builder.settings(serde_json::from_str(r#"{"turns":{"history":0}}"#).unwrap())
    });
    chosen(&house, "menu").await;
    assert!(chosen(&house, "2").await.is_some() && house.last_turn().history.is_empty());
}
