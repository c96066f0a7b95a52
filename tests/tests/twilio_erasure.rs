//! What is erased here and kept by Twilio: conversations go with their people where nobody else's words are in them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{sync::Arc, time::Duration};

use messaging_agent::EchoPlus;
use messaging_core::{ConversationRef, ErrorKind, Messenger};
use messaging_emulator::{FaultPlan, Journal, TwilioEmulator, TwilioSettings};
use messaging_gateway::{Deletion, Gateway, Running};
use messaging_http::Transport;
use messaging_store::{Lane, MemoryStore, Subject};
use messaging_twilio::{
    Inbound, InboundMode, Twilio, TwilioConfig,
    client::{TwilioClient, conversations, messages, participants},
    conversation,
};
use tokio::time::sleep;
use tower::{ServiceExt, service_fn};

const WEBHOOK: &str = "http://gateway.test/webhooks/twilio";

struct House {
    emulator: TwilioEmulator,
    client: TwilioClient,
    gateway: Gateway,
    running: Running,
}

async fn house() -> House {
    let settings = TwilioSettings::generated(7, "http://twilio.test").with_webhook_url(WEBHOOK);
    let emulator = TwilioEmulator::new(settings.clone(), FaultPlan::default(), 7, Journal::new());
    let mut config = TwilioConfig::new(settings.account_sid.clone(), settings.auth_token.as_str());
    (config.base_url, config.webhook_url) = (Some("http://twilio.test".into()), Some(WEBHOOK.into()));
    config.conversations_service_sid = Some(settings.conversations_service_sid.clone());
    config.inbound = Inbound::all(InboundMode::Conversations);
    let twilio = Twilio::new(config, emulator.api()).unwrap();
    let client = twilio.client();
    let builder = Gateway::builder(Arc::new(MemoryStore::default()), EchoPlus);
    let gateway = builder.account("twilio", Messenger::new(twilio)).build().unwrap();
    let ingress = gateway.ingress();
    emulator.connect(Transport::new(service_fn(move |request| {
        let ingress = ingress.clone();
        async move { ingress.oneshot(request).await.map_err(|never| match never {}) }
    })));
    let running = gateway.start().await.unwrap();
    House { emulator, client, gateway, running }
}

impl House {
    /// A conversation of people, by number or in a chat, in which each has said something and was answered.
    async fn room(&self, people: &[&str]) -> Lane {
        let made = self.client.call(conversations::Create::new()).await.unwrap();
        for person in people {
            let participant = participants::Create::new(&made.sid);
            let participant = if person.starts_with('+') {
                let ours = &self.emulator.settings().phone_numbers[0];
                participant.messaging_binding_address(*person).messaging_binding_proxy_address(ours)
            } else {
                participant.identity(*person)
            };
            self.client.call(participant).await.unwrap();
        }
        for author in people {
            self.emulator.write_in_conversation(&made.sid, author, "a canary sings").unwrap();
        }
        let answered = 2 * people.len();
        for _ in 0..60 {
            sleep(Duration::from_secs(1)).await;
            if self.said(&made.sid).await.unwrap() >= answered {
                return Lane::new(ConversationRef::new("twilio", conversation(made.sid)));
            }
        }
        panic!("not everybody was answered");
    }

    /// How much Twilio knows to have been said.
    async fn said(&self, sid: &str) -> messaging_core::Result<usize> {
        Ok(self.client.list(messages::List::new(sid)).collect().await?.len())
    }
}

fn sid(lane: &Lane) -> &str {
    &lane.conversation.place().parts()[0]
}

#[tokio::test(start_paused = true)]
async fn a_conversation_that_goes_as_a_whole_goes_at_twilio_too() {
    let house = house().await;
    let (room, other) = (house.room(&["+15550100777"]).await, house.room(&["cleo"]).await);
    let report = house.gateway.erase(Subject::Conversation(room.clone())).await.unwrap();
    assert_eq!(report.conversations.len(), 1, "{report:?}");
    assert_eq!((report.conversations[0].outcome, &report.conversations[0].why), (Deletion::Deleted, &None));
    assert!(report.messages.len() == 2 && report.messages.iter().all(|message| message.outcome == Deletion::Deleted));
    assert_eq!(report.receipt.provider["deleted"], 3);
    let gone = house.client.call(conversations::Fetch::new(sid(&room))).await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound, "{gone}");
    assert_eq!(house.said(sid(&other)).await.unwrap(), 2, "another conversation is left alone");

    // What Twilio tells of it afterwards brings nothing back.
    sleep(Duration::from_secs(60)).await;
    assert_eq!(house.gateway.export(&Subject::Conversation(room.clone())).await.unwrap(), []);
    let again = house.gateway.erase(Subject::Conversation(room)).await.unwrap();
    assert!(again.conversations.is_empty() && again.messages.is_empty(), "{again:?}");
    house.running.drain().await;
}

#[tokio::test(start_paused = true)]
async fn a_conversation_that_is_gone_at_twilio_is_erased_all_the_same() {
    let house = house().await;
    let room = house.room(&["+15550100777"]).await;
    house.client.call(conversations::Delete::new(sid(&room))).await.unwrap();
    let report = house.gateway.erase(Subject::Conversation(room)).await.unwrap();
    assert_eq!(report.conversations[0].outcome, Deletion::Gone);
    assert!(report.messages.iter().all(|message| message.outcome == Deletion::Gone), "{report:?}");
    house.running.drain().await;
}

#[tokio::test(start_paused = true)]
async fn where_others_stay_only_messages_go() {
    let house = house().await;
    let (alone, among) = (house.room(&["ada"]).await, house.room(&["ada", "bob"]).await);
    let report = house.gateway.erase(Subject::Person { tenant: alone.tenant.clone(), id: "ada".into() }).await.unwrap();
    let whole: Vec<_> = report.conversations.iter().map(|deleted| &deleted.conversation).collect();
    assert_eq!(whole, [alone.conversation.place()], "{report:?}");
    assert!(house.said(sid(&alone)).await.is_err());
    assert_eq!(house.said(sid(&among)).await.unwrap(), 2, "what Bob said, and its answer");
    house.running.drain().await;
}
