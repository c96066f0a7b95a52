//! "Customer Support": a conversation is created, a person is added by their phone number, and an agent answers them.

use std::{sync::Arc, time::Duration};

use futures_util::{StreamExt, TryStreamExt};
use messaging::{
    ConversationRef, Registry, SendMessage,
    agent::{Turn, from_fn},
    gateway::Gateway,
    message::{AddParticipant, CreateConversation},
    store::MemoryStore,
};
use serde_json::json;
use tokio::time::timeout;

use crate::{Outcome, sockets};

const OURS: &str = "+15550100001";
const CUSTOMER: &str = "+15550100777";

pub(crate) async fn run() -> Outcome {
    let door = sockets::open().await?;
    let twilio = sockets::twilio(&format!("{}/webhooks/twilio", door.url)).await?;
    let account = twilio.settings();
    let client = Registry::linked()?.open(
        "twilio",
        json!({
            "account_sid": account.account_sid, "auth_token": account.auth_token, "base_url": account.base_url,
            "conversations_service_sid": account.conversations_service_sid,
            // What is written to our number is answered as part of its conversation.
            "inbound": "conversations",
        }),
    )?;

    // Whoever writes is answered by an agent, through webhooks.
    let agent = from_fn(|turn: Turn| async move {
        let said = turn.text();
        Ok(vec![format!("Thank you for telling us: \"{said}\". A colleague looks into it.").into()])
    });
    let gateway = Gateway::builder(Arc::new(MemoryStore::default()), agent)
        .account("twilio", client.clone())
        .public_url(&door.url)
        .build()?;
    let running = gateway.start().await?;
    door.lead_to(&gateway)?;

    let conversation = client.call(CreateConversation::named("Customer Support").unique("support-1")).await?;
    println!("created   {}", conversation.name.as_deref().unwrap_or_default());
    client.call(AddParticipant::address(conversation.id.clone(), CUSTOMER, OURS)).await?;
    client.send(SendMessage::new(conversation.reference.clone(), "Hello! How can we help you?")).await?;

    // The live stream of the conversation: what the person writes, and what they are answered.
    twilio.write_sms(CUSTOMER, OURS, "My parcel has not come");
    let stream = gateway.messages(&ConversationRef::new("twilio", conversation.reference), 0).take(2);
    for record in timeout(Duration::from_secs(30), stream.try_collect::<Vec<_>>()).await?? {
        println!("stored    {:?}: {}", record.speaker, record.content.text);
    }
    running.drain().await;
    for shown in twilio.truth().shown {
        println!("on screen {}: {}", shown.author, shown.text);
    }
    Ok(())
}
