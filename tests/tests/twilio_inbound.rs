//! One text that Twilio tells twice, by the number's own webhook and through Conversations: it is answered once, by the
//! way the settings name.
#![allow(clippy::unwrap_used, reason = "helpers of tests are tests, too")]

use std::time::Duration;

use messaging_core::message::{AddParticipant, CreateConversation, ListMessages, Message};
use messaging_tests::twilio_house::TwilioHouse;
use messaging_twilio::{Inbound, InboundMode, direct};

const THEIRS: &str = "+15550100777";

/// Our answers in the conversation and to the number, after a text that is told by both ways.
async fn answers(mode: InboundMode) -> (usize, usize) {
    let house =
        TwilioHouse::open(|settings| settings.inbound_twice = true, |config| config.inbound = Inbound::all(mode), ());
    let house = house.await;
    let (twilio, ours) = (&house.twilio, house.number());
    let room = twilio.call(CreateConversation::named("Support")).await.unwrap();
    twilio.call(AddParticipant::address(room.id.clone(), THEIRS, ours.clone())).await.unwrap();
    house.emulator.write_sms(THEIRS, &ours, "where is my order?");
    // Virtual time: long enough for whatever would come.
    tokio::time::sleep(Duration::from_secs(300)).await;

    let in_room = twilio.call(ListMessages::of(room.reference)).await.unwrap();
    let by_text = twilio.call(ListMessages::of(direct(ours, THEIRS))).await.unwrap();
    house.running.drain().await;
    let said =
        |messages: &[Message]| messages.iter().filter(|message| message.content.text.starts_with("You said")).count();
    (said(&in_room.items), said(&by_text.items))
}

#[tokio::test(start_paused = true)]
async fn a_text_told_twice_is_answered_once() {
    assert_eq!(answers(InboundMode::Messaging).await, (0, 1));
    assert_eq!(answers(InboundMode::Conversations).await, (1, 0));
    // Who says that Twilio tells each once is believed.
    assert_eq!(answers(InboundMode::Both).await, (1, 1));
}
